//! The town that every story happens in.

use std::sync::Arc;

use domain::buyer::{Address, Buyer};
use domain::campaign::{Campaign, VoucherTemplate};
use domain::cart::CartLine;
use domain::catalogue::{Hours, Item, OptionGroup, OptionValue, Shop};
use domain::id::{BuyerId, CampaignId, ItemKey, QuoteId, ShopId};
use domain::language::{Language, Text};
use domain::mandate::Mandate;
use domain::money::Money;
use domain::quote::{Goods, Quote, Terms, Wish, price};
use domain::refusal::Refusal;
use domain::time::{Span, Time};

/// 2026-02-06 12:00 in China.
pub const NOON: Time = Time::from_micros(1_770_350_400_000_000);

/// What is sold where: word, shop, price, stock.
const ITEMS: [(&str, &str, i64, Option<u32>); 4] = [
    ("tea", "drinks", 1_500, None),
    ("cup", "drinks", 4_000, Some(5)),
    ("noodles", "kitchen", 2_800, None),
    ("skewers", "night", 2_000, Some(8)),
];

/// The tea shop takes 4 orders in ten minutes; the night shop opens at 17:00 and closes at 02:00.
pub fn shops() -> Vec<Shop> {
    let shop = |id: &str, rate, hours| Shop {
        id: ShopId::from(id),
        name: Text::new(format!("{id}店"), format!("{id} shop")),
        kind: "food".into(),
        location: None,
        hours: Hours::parse(hours).expect("hours read"),
        orders_per_ten_minutes: rate,
        delivery_fee: Money::cny(300),
        minutes: 30,
        tags: Vec::new(),
    };
    vec![shop("drinks", 4, "00:00-24:00"), shop("kitchen", 1_000, "00:00-24:00"), shop("night", 1_000, "17:00-02:00")]
}

pub fn items() -> Vec<Item> {
    ITEMS.iter().map(|(word, shop, fen, stock)| item(word, shop, *fen, *stock)).collect()
}

fn item(word: &str, shop: &str, fen: i64, stock: Option<u32>) -> Item {
    let value = |zh: &str, en: &str, fen| OptionValue { name: Text::new(zh, en), price: Money::cny(fen) };
    Item {
        key: ItemKey::new(shop, word),
        name: Text::new(format!("{word}名"), word.to_owned()),
        price: Money::cny(fen),
        stock,
        brand: "".into(),
        description: "".into(),
        tags: Vec::new(),
        options: vec![OptionGroup {
            name: Text::new("加料", "toppings"),
            values: vec![value("不加", "none", 0), value("珍珠", "pearls", 200)],
            default: "不加".into(),
            many: true,
        }],
    }
}

/// The item that a word stands for.
pub fn key(word: &str) -> ItemKey {
    let known = ITEMS.iter().find(|(name, ..)| *name == word);
    ItemKey::new(known.map_or("drinks", |(_, shop, ..)| shop), word)
}

pub fn line(word: &str, quantity: u32) -> CartLine {
    CartLine { item: key(word), quantity, options: Vec::new() }
}

/// Prices a cart; stock is looked at only when the order is placed.
pub fn priced(lines: &[CartLine], wish: &Wish<'_>, now: Time) -> Result<Terms, Refusal> {
    priced_in((&shops(), &items()), lines, wish, now)
}

/// Prices a cart of another catalogue.
pub fn priced_in(
    (shops, items): (&[Shop], &[Item]),
    lines: &[CartLine],
    wish: &Wish<'_>,
    now: Time,
) -> Result<Terms, Refusal> {
    let find = |key: &ItemKey| {
        let item = items.iter().find(|item| item.key == *key)?;
        let shop = shops.iter().find(|shop| shop.id == key.shop)?;
        Some((Arc::new(shop.clone()), Arc::new(item.clone())))
    };
    price(lines, &Goods { find: &find, left: &|_| None }, wish, now)
}

/// To the usual address, from a wallet with `balance`.
pub fn wish(balance: Money) -> Wish<'static> {
    Wish {
        address: address(),
        deliver_at: None,
        vouchers: &[],
        balance,
        card: None,
        prefer_card: false,
        avoids: domain::avoidance::Avoider::of_nothing(),
        constraints: domain::constraint::Constraints::none(),
    }
}

/// A quote for one portion of noodles, that a wallet pays.
pub fn noodles(id: QuoteId, buyer: BuyerId, now: Time) -> Arc<Quote> {
    let terms = priced(&[line("noodles", 1)], &wish(Money::cny(i64::MAX)), now).expect("noodles can be had");
    Arc::new(terms.offered(id, buyer, now))
}

pub fn agreed(quote: &Quote) -> Mandate {
    Mandate { quote_hash: quote.hash, confirmed_at: quote.offered_at }
}

pub fn address() -> Address {
    Address {
        label: "家".into(),
        text: "西湖区文三路 1 号".into(),
        adcode: Some("330106".into()),
        point: None,
        example: true,
    }
}

pub fn buyer(id: BuyerId) -> Buyer {
    Buyer {
        id,
        token_hash: Some([7; 32]),
        language: Language::Zh,
        birth_year: None,
        avoids: Vec::new(),
        forgot_usual_at: None,
        addresses: vec![address()],
        opened_at: NOON,
    }
}

/// A campaign that runs for ten days from noon, with the demonstration's terms.
pub fn campaign(id: &str, budget: Money, amount: Money) -> Campaign {
    Campaign {
        id: CampaignId::from(id),
        name: Text::new("春节", "spring"),
        starts_at: NOON,
        ends_at: NOON.after(Span::days(10)),
        budget,
        voucher: VoucherTemplate {
            amount,
            threshold: Money::ZERO,
            pay_at_least: Money::cny(1),
            lifetime: Span::days(7),
            grace: Span::days(1),
        },
        automatic: false,
    }
}
