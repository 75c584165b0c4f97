//! Pricing a cart: what it comes to, and everything that it is refused for.

use domain::cart::{CartLine, LINES_MAX, QUANTITY_MAX};
use domain::catalogue::Hours;
use domain::id::{CampaignId, ItemKey};
use domain::money::{Currency, Money};
use domain::payment::PaymentMethod;
use domain::quote::{Terms, Wish};
use domain::refusal::Refusal;
use domain::time::Span;
use domain::voucher::{Voucher, VoucherState};
use proptest::prelude::*;

use crate::town::{Market, NOON, choice, item, line, shop, voucher, wish};

fn tea(quantity: u32, options: &[(&str, &[&str])]) -> CartLine {
    let options = options.iter().map(|(group, values)| choice(group, values)).collect();
    CartLine { options, ..line("tea", "milk-tea", quantity) }
}

fn refused(lines: &[CartLine], wish: &Wish<'_>) -> Refusal {
    Market::new().price(lines, wish).expect_err("it cannot be had")
}

fn names(terms: &Terms, at: usize) -> Vec<Vec<String>> {
    let values = |line: &domain::quote::QuoteLine, group: usize| {
        line.options[group].values.iter().map(|value| value.zh.to_string()).collect()
    };
    (0..terms.lines[at].options.len()).map(|group| values(&terms.lines[at], group)).collect()
}

fn carts() -> impl Strategy<Value = Vec<CartLine>> {
    let line = prop_oneof![
        (1_u32..=QUANTITY_MAX, 0_usize..4).prop_map(|(quantity, toppings)| {
            let toppings = ["珍珠", "椰果", "珍珠"].into_iter().take(toppings).collect::<Vec<_>>();
            tea(quantity, &[("加料", &toppings)])
        }),
        (1_u32..=QUANTITY_MAX).prop_map(|quantity| line("noodle", "beef-noodles", quantity)),
        Just(line("tea", "cup", 1)),
    ];
    prop::collection::vec(line, 1..5)
}

proptest! {
    #[test]
    fn the_total_is_goods_and_delivery_less_discounts(
        lines in carts(), amount in 1_i64..20_000, threshold in 0_i64..10_000, least in 0_i64..100,
    ) {
        let mut held = voucher("welcome", amount);
        (held.terms.threshold, held.terms.pay_at_least) = (Money::cny(threshold), Money::cny(least));
        let vouchers = [held];
        let wish = Wish { vouchers: &vouchers, ..wish(i64::MAX) };
        let terms = Market::new().price(&lines, &wish).expect("it can be had");
        let fen = |amounts: &mut dyn Iterator<Item = Money>| amounts.map(Money::fen).sum::<i64>();
        let goods = fen(&mut terms.lines.iter().map(|l| l.amount));
        let off = fen(&mut terms.discounts.iter().map(|d| d.amount));
        prop_assert_eq!(terms.goods().map(Money::fen), Ok(goods));
        prop_assert_eq!(fen(&mut terms.shops.iter().map(|s| s.goods)), goods, "each line belongs to a shop");
        prop_assert_eq!(fen(&mut terms.shops.iter().map(|s| s.delivery_fee)), terms.delivery_fee.fen());
        prop_assert_eq!(terms.total.fen(), goods + terms.delivery_fee.fen() - off);
        prop_assert!(off <= amount && terms.total.fen() >= least.min(goods));
        let mut shops: Vec<_> = terms.shops.iter().map(|s| &s.id).collect();
        shops.dedup();
        prop_assert_eq!(shops.len(), terms.shops.len(), "each shop once");
    }

    #[test]
    fn any_prices_are_summed_or_refused(
        price in any::<i64>(), extra in any::<i64>(), fee in any::<i64>(), quantity in any::<u32>(), card in any::<bool>(),
    ) {
        let market = Market::new().with_shops(|shop| shop.delivery_fee = Money::cny(fee)).with_items(|item| {
            item.price = Money::cny(price);
            item.options.iter_mut().flat_map(|g| &mut g.values).for_each(|v| v.price = Money::cny(extra));
        });
        let wish = Wish { card: card.then(|| "tok".into()), ..wish(1_000) };
        let _ = market.price(&[tea(quantity, &[]), tea(quantity, &[("加料", &["珍珠"])])], &wish);
    }
}

#[test]
fn what_is_not_said_takes_its_default() {
    let terms = Market::new().price(&[tea(2, &[])], &wish(10_000)).expect("it can be had");
    assert_eq!(names(&terms, 0), [["正常糖"], ["不加"]]);
    assert_eq!((terms.lines[0].amount, terms.total), (Money::cny(3_000), Money::cny(3_300)));
    assert_eq!(terms.payment, PaymentMethod::Wallet);
    assert_eq!(terms.deliver_at, NOON.after(Span::minutes(30)));
    let empty = Market::new().price(&[tea(1, &[("糖度", &[])])], &wish(10_000)).expect("nothing chosen is the default");
    assert_eq!(names(&empty, 0), [["正常糖"], ["不加"]]);
}

#[test]
fn several_values_where_several_may_be_taken() {
    let cart = [tea(2, &[("加料", &["珍珠", "椰果", "珍珠"]), ("糖度", &["少糖"])])];
    let terms = Market::new().price(&cart, &wish(10_000)).expect("it can be had");
    assert_eq!(names(&terms, 0), [vec!["少糖"], vec!["珍珠", "椰果"]], "a value said twice is taken once");
    assert_eq!(terms.lines[0].amount, Money::cny(2 * (1_500 + 200 + 300)));
    assert_eq!(terms.lines[0].options.iter().map(|c| c.many).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn an_option_group_that_is_named_twice_loses_nothing() {
    let twice = tea(1, &[("加料", &["珍珠"]), ("加料", &["椰果"])]);
    let terms = Market::new().price(&[twice], &wish(10_000)).expect("both can be had");
    assert_eq!(names(&terms, 0), [vec!["正常糖"], vec!["珍珠", "椰果"]]);
    let contradiction = refused(&[tea(1, &[("糖度", &["少糖"]), ("糖度", &["正常糖"])])], &wish(10_000));
    assert_eq!(contradiction.code(), "option_takes_one");
}

#[test]
fn the_slowest_shop_decides_when_it_is_there() {
    let mut market = Market::new();
    let mut slow = shop("slow");
    slow.minutes = 50;
    market.add(slow, item("slow", "roast", 8_000, None));
    let lines = [line("slow", "roast", 1), line("noodle", "beef-noodles", 1)];
    let terms = market.price(&lines, &wish(100_000)).expect("it can be had");
    assert_eq!(terms.deliver_at, NOON.after(Span::minutes(50)));
    let sooner = Wish { deliver_at: Some(NOON.after(Span::minutes(10))), ..wish(100_000) };
    let terms = market.price(&lines, &sooner).expect("sooner than can be is as soon as can be");
    assert_eq!(terms.deliver_at, NOON.after(Span::minutes(50)));
    let later = Wish { deliver_at: Some(NOON.after(Span::days(7))), ..wish(100_000) };
    assert_eq!(market.price(&lines, &later).expect("a week ahead").deliver_at, NOON.after(Span::days(7)));
}

#[test]
fn the_voucher_that_takes_off_most_is_used_and_of_equals_the_one_that_ends_first() {
    let small = voucher("small", 500);
    let later = voucher("later", 2_500);
    let sooner = Voucher { expires_at: NOON.after(Span::days(1)), ..voucher("sooner", 2_500) };
    let over = Voucher { expires_at: NOON, ..voucher("over", 9_000) };
    let spent = Voucher { state: VoucherState::Released, ..voucher("spent", 9_000) };
    let used = |vouchers: &[Voucher]| {
        let terms = Market::new().price(&[line("noodle", "beef-noodles", 1)], &Wish { vouchers, ..wish(10_000) });
        terms.expect("it can be had").discounts.first().map(|d| d.campaign.clone())
    };
    assert_eq!(used(&[small.clone(), later, sooner, over, spent]), Some(CampaignId::from("sooner")));
    assert_eq!(used(&[small]), Some(CampaignId::from("small")));
    assert_eq!(used(&[]), None);
}

#[test]
fn the_card_is_used_when_asked_for_or_when_the_wallet_is_short() {
    let pays = |balance, card: bool, prefer_card| {
        let wish = Wish { card: card.then(|| "tok".into()), prefer_card, ..wish(balance) };
        Market::new().price(&[line("noodle", "beef-noodles", 1)], &wish).map(|terms| terms.payment)
    };
    let card = || Ok(PaymentMethod::Card { token: "tok".into() });
    assert_eq!(pays(3_100, true, false), Ok(PaymentMethod::Wallet));
    assert_eq!(pays(3_100, true, true), card());
    assert_eq!(pays(3_099, true, false), card());
    assert_eq!(pays(3_100, false, true), Ok(PaymentMethod::Wallet));
    assert_eq!(pays(3_099, false, false), Err(Refusal::BalanceTooLow { short: Money::cny(1) }));
}

#[test]
fn carts_that_are_empty_or_too_long() {
    assert_eq!(refused(&[], &wish(0)), Refusal::CartEmpty);
    let long = vec![line("noodle", "beef-noodles", 1); LINES_MAX + 1];
    assert_eq!(refused(&long, &wish(1_000_000)), Refusal::TooManyLines { lines: LINES_MAX + 1 });
    let full = Market::new().price(&long[1..], &wish(1_000_000)).expect("fifty lines are not too many");
    assert_eq!(full.total, Money::cny(50 * 2_800 + 300));
}

#[test]
fn quantities_out_of_range() {
    for quantity in [0, QUANTITY_MAX + 1, u32::MAX] {
        let refusal = refused(&[line("noodle", "beef-noodles", quantity)], &wish(0));
        assert!(matches!(refusal, Refusal::QuantityOutOfRange { quantity: q, .. } if q == quantity), "{refusal:?}");
    }
    assert!(Market::new().price(&[line("noodle", "beef-noodles", QUANTITY_MAX)], &wish(i64::MAX)).is_ok());
}

#[test]
fn things_that_are_not_there() {
    let nothing = ItemKey::new("tea", "nothing");
    assert_eq!(refused(&[line("tea", "nothing", 1)], &wish(0)), Refusal::ItemUnknown { item: nothing });
    for options in [[("杯型", &["大杯"] as &[&str])], [("糖度", &["半糖"])]] {
        let refusal = refused(&[tea(1, &options)], &wish(0));
        assert_eq!(refusal.code(), "option_unknown", "{refusal:?}");
    }
    let refusal = refused(&[tea(1, &[("糖度", &["少糖", "正常糖"])])], &wish(0));
    assert!(matches!(&refusal, Refusal::OptionTakesOne { value, .. } if &**value == "正常糖"), "{refusal:?}");
}

#[test]
fn more_than_are_left_over_all_lines() {
    let cup = ItemKey::new("tea", "cup");
    let lines = [line("tea", "cup", 3), line("tea", "cup", 3)];
    assert_eq!(refused(&lines, &wish(100_000)), Refusal::SoldOut { item: cup, left: 5 });
    assert!(Market::new().price(&[line("tea", "cup", 2), line("tea", "cup", 3)], &wish(100_000)).is_ok());
}

#[test]
fn shops_that_are_closed_when_they_must_begin() {
    let evening = Market::new().with_shops(|shop| shop.hours = Hours::parse("17:00-02:00").expect("it reads"));
    let lines = [line("noodle", "beef-noodles", 1)];
    let refusal = evening.price(&lines, &wish(10_000)).expect_err("it is noon");
    assert!(matches!(refusal, Refusal::ShopClosed { opens_in, .. } if opens_in == Span::minutes(5 * 60)));
    assert!(
        matches!(refusal, Refusal::ShopClosed { earliest, .. } if earliest == NOON.after(Span::minutes(5 * 60 + 30)))
    );
    let at = |minutes| Wish { deliver_at: Some(NOON.after(Span::minutes(minutes))), ..wish(10_000) };
    assert!(evening.price(&lines, &at(5 * 60 + 30)).is_ok(), "begun when it opens");
    assert_eq!(evening.price(&lines, &at(5 * 60 + 29)).expect_err("begun too early").code(), "shop_closed");
}

#[test]
fn times_that_cannot_be_met() {
    let earliest = NOON.after(Span::minutes(30));
    let lines = [line("noodle", "beef-noodles", 1)];
    for at in [NOON.before(Span::micros(1)), NOON.after(Span::days(7)).after(Span::micros(1))] {
        let wish = Wish { deliver_at: Some(at), ..wish(10_000) };
        assert_eq!(refused(&lines, &wish), Refusal::TimeOutOfRange { earliest });
    }
}

#[test]
fn a_shop_that_takes_longer_than_a_week_delivers_when_it_can() {
    let slow = Market::new().with_shops(|shop| shop.minutes = 20 * 24 * 60);
    let lines = [line("noodle", "beef-noodles", 1)];
    let earliest = NOON.after(Span::days(20));
    assert_eq!(slow.price(&lines, &wish(10_000)).map(|terms| terms.deliver_at), Ok(earliest));
    let later = Wish { deliver_at: Some(earliest.after(Span::micros(1))), ..wish(10_000) };
    assert_eq!(slow.price(&lines, &later), Err(Refusal::TimeOutOfRange { earliest }));
}

#[test]
fn sums_that_do_not_fit_or_do_not_add_up() {
    let lines = [line("noodle", "beef-noodles", 2)];
    let dear = Market::new().with_items(|item| item.price = Money::cny(i64::MAX / 2 + 1));
    assert_eq!(dear.price(&lines, &wish(0)), Err(Refusal::AmountTooLarge));
    let foreign = Market::new().with_items(|item| item.price = Money::new(100, Currency::Usd));
    assert_eq!(foreign.price(&lines, &wish(0)), Err(Refusal::AmountTooLarge));
}
