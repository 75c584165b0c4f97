//! The hash of a quote covers everything that the quote says.

use std::collections::BTreeMap;

use domain::buyer::Address;
use domain::catalogue::{Hours, Point};
use domain::id::{BuyerId, CampaignId, ItemId, QuoteId, ShopId};
use domain::money::Money;
use domain::payment::PaymentMethod;
use domain::quote::{Discount, Quote, QuoteChoice, QuoteLine, QuoteShop, Terms};
use domain::time::{Span, Time};

use crate::town::rich_quote;

type Alteration = (&'static str, fn(&mut Quote));

const ALTERATIONS: &[Alteration] = &[
    ("id", |q| q.id = QuoteId(1)),
    ("buyer", |q| q.buyer = BuyerId(2)),
    ("offered_at", |q| q.offered_at = later(q.offered_at)),
    ("expires_at", |q| q.expires_at = later(q.expires_at)),
    ("lines: one less", |q| drop(q.terms.lines.pop())),
    ("lines: another order", |q| q.terms.lines.reverse()),
    ("line.item.shop", |q| q.terms.lines[0].item.shop = ShopId::from("other")),
    ("line.item.item", |q| q.terms.lines[0].item.item = ItemId::from("other")),
    ("line.name.zh", |q| q.terms.lines[0].name.zh = "别的".into()),
    ("line.name.en", |q| q.terms.lines[0].name.en = "other".into()),
    ("line.quantity", |q| q.terms.lines[0].quantity += 1),
    ("line.amount", |q| q.terms.lines[0].amount = Money::cny(1)),
    ("line.stocked", |q| q.terms.lines[0].stocked ^= true),
    ("line.options: one less", |q| drop(q.terms.lines[0].options.pop())),
    ("option.group.zh", |q| q.terms.lines[0].options[1].group.zh = "别的".into()),
    ("option.group.en", |q| q.terms.lines[0].options[1].group.en = "other".into()),
    ("option.values: one less", |q| drop(q.terms.lines[0].options[1].values.pop())),
    ("option.value.zh", |q| q.terms.lines[0].options[1].values[0].zh = "别的".into()),
    ("option.value.en", |q| q.terms.lines[0].options[1].values[0].en = "other".into()),
    ("option.many", |q| q.terms.lines[0].options[1].many ^= true),
    ("shops: one less", |q| drop(q.terms.shops.pop())),
    ("shop.id", |q| q.terms.shops[0].id = ShopId::from("other")),
    ("shop.name.zh", |q| q.terms.shops[0].name.zh = "别的".into()),
    ("shop.name.en", |q| q.terms.shops[0].name.en = "other".into()),
    ("shop.hours", |q| q.terms.shops[0].hours = Hours::parse("08:00-23:00").expect("it reads")),
    ("shop.orders_per_ten_minutes", |q| q.terms.shops[0].orders_per_ten_minutes += 1),
    ("shop.minutes", |q| q.terms.shops[0].minutes += 1),
    ("shop.delivery_fee", |q| q.terms.shops[0].delivery_fee = Money::cny(1)),
    ("shop.goods", |q| q.terms.shops[0].goods = Money::cny(1)),
    ("discounts: none", |q| q.terms.discounts.clear()),
    ("discount.campaign", |q| q.terms.discounts[0].campaign = CampaignId::from("other")),
    ("discount.amount", |q| q.terms.discounts[0].amount = Money::cny(1)),
    ("address.label", |q| q.terms.address.label = "公司".into()),
    ("address.text", |q| q.terms.address.text = "别处".into()),
    ("address.adcode", |q| q.terms.address.adcode = Some("330100".into())),
    ("address.adcode: none", |q| q.terms.address.adcode = None),
    ("address.point", |q| q.terms.address.point = Some(Point { longitude_micro: 1, latitude_micro: 2 })),
    ("address.point: nowhere", |q| q.terms.address.point = Some(Point::default())),
    ("address.example", |q| q.terms.address.example ^= true),
    ("deliver_at", |q| q.terms.deliver_at = later(q.terms.deliver_at)),
    ("delivery_fee", |q| q.terms.delivery_fee = Money::cny(1)),
    ("payment: card", |q| q.terms.payment = PaymentMethod::Card { token: "tok_1".into() }),
    ("payment: another card", |q| q.terms.payment = PaymentMethod::Card { token: "tok_2".into() }),
    ("total", |q| q.terms.total = Money::cny(1)),
];

fn later(time: Time) -> Time {
    time.after(Span::micros(1))
}

/// Every field by name: a new one does not compile here, and then needs its line above.
#[expect(unused_variables, reason = "the names are what matters")]
fn fields(quote: &Quote) {
    let Quote { id, buyer, terms, offered_at, expires_at, hash } = quote;
    let Terms { lines, shops, discounts, address, deliver_at, delivery_fee, payment, total } = terms;
    let QuoteLine { item, name, quantity, options, amount, stocked } = &lines[0];
    let QuoteChoice { group, values, many } = &options[0];
    let shop = &shops[0];
    let QuoteShop { id, name, hours, orders_per_ten_minutes, minutes, delivery_fee, goods } = shop;
    let Discount { campaign, amount } = &discounts[0];
    let Address { label, text, adcode, point, example } = address;
}

#[test]
fn every_field_that_is_altered_changes_the_hash() {
    let quote = rich_quote();
    fields(&quote);
    assert_eq!(quote.computed_hash(), quote.hash);
    let mut seen = BTreeMap::from([(quote.hash, "as it was")]);
    for (what, alter) in ALTERATIONS {
        let mut altered = quote.clone();
        alter(&mut altered);
        assert_ne!(altered, quote, "{what} alters nothing");
        let same = seen.insert(altered.computed_hash(), what);
        assert_eq!(same, None, "{what} has the hash of another");
    }
}

#[test]
fn the_hash_does_not_cover_itself() {
    let mut quote = rich_quote();
    let hash = quote.hash;
    quote.hash.0[0] ^= 1;
    assert_eq!(quote.computed_hash(), hash);
}

/// What is written one way must not be read as another: fields have their lengths before them.
#[test]
fn text_does_not_flow_from_one_field_into_the_next() {
    let (mut a, mut b) = (rich_quote(), rich_quote());
    (a.terms.address.label, a.terms.address.text) = ("ab".into(), "c".into());
    (b.terms.address.label, b.terms.address.text) = ("a".into(), "bc".into());
    assert_ne!(a.computed_hash(), b.computed_hash());
}
