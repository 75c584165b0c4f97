//! What was said of a cart holds in its quote, or there is none.

use domain::buyer::Address;
use domain::cart::CartLine;
use domain::constraint::{Arrival, Constraints, Excluded};
use domain::id::{ItemKey, ShopId};
use domain::language::Text;
use domain::money::{Currency, Money};
use domain::quote::{Terms, Wish};
use domain::refusal::Refusal;
use domain::time::{Span, Time};
use proptest::prelude::*;

use crate::town::{Market, NOON, address, choice, line, voucher, wish};

const REFUSALS: [&str; 7] = [
    "over_budget",
    "item_over_budget",
    "delivery_time_missed",
    "delivery_address_differs",
    "shop_excluded",
    "item_excluded",
    "quantity_differs",
];

fn work() -> Address {
    Address { label: "公司".into(), text: "文二路 2 号".into(), ..address() }
}

fn tea(quantity: u32, toppings: &[&str]) -> CartLine {
    CartLine { options: vec![choice("加料", toppings)], ..line("tea", "milk-tea", quantity) }
}

fn key(of: u8) -> ItemKey {
    match of {
        0 => ItemKey::new("tea", "milk-tea"),
        1 => ItemKey::new("tea", "cup"),
        _ => ItemKey::new("noodle", "beef-noodles"),
    }
}

fn minutes(after_noon: i64) -> Time {
    Time::from_micros(NOON.as_micros() + after_noon * 60_000_000)
}

fn carts() -> impl Strategy<Value = Vec<CartLine>> {
    let line = prop_oneof![
        (1_u32..4, prop::sample::subsequence(vec!["珍珠", "椰果"], 0..=2)).prop_map(|(n, values)| tea(n, &values)),
        (1_u32..4).prop_map(|n| line("noodle", "beef-noodles", n)),
        Just(line("tea", "cup", 1)),
    ];
    prop::collection::vec(line, 1..4)
}

fn constraints() -> impl Strategy<Value = Constraints> {
    let maybe = |money: std::ops::Range<i64>| prop::option::of(money.prop_map(Money::cny));
    let price = (0_u8..3, 1_000_i64..5_000).prop_map(|(of, fen)| (key(of), Money::cny(fen)));
    let arrival = (-5_i64..200, any::<bool>())
        .prop_map(|(after, by)| if by { Arrival::By(minutes(after)) } else { Arrival::At(minutes(after)) });
    let shop = prop::sample::select(vec!["tea", "noodle"]).prop_map(|id| (ShopId::from(id), Text::new(id, id)));
    let value = prop::sample::select(vec!["珍珠", "椰果", "不加"]);
    let excluded = prop_oneof![
        (0_u8..3).prop_map(|of| Excluded::Item(key(of))),
        value.prop_map(|value| Excluded::Value(key(0), value.into())),
    ];
    let parts = (
        maybe(1_000..20_000),
        prop::collection::vec(price, 0..3),
        prop::option::of(arrival),
        prop::option::weighted(0.3, prop::sample::select(vec![address(), work()])),
        prop::collection::vec(shop, 0..2),
        prop::collection::vec(excluded, 0..2),
        prop::option::weighted(0.3, 1_u32..8),
    );
    parts.prop_map(|(total_max, price_max, arrival, address, shops, excluded, units)| Constraints {
        total_max,
        price_max,
        arrival,
        address,
        shops,
        excluded,
        units,
    })
}

/// The same once more, by the market's prices and the clock's minutes, and not by the rules.
fn holds(said: &Constraints, terms: &Terms) -> bool {
    let each = |item: &ItemKey| match &*item.item.0 {
        "milk-tea" => 1_500,
        "cup" => 4_000,
        _ => 2_800,
    };
    let extra = |value: &str| {
        [("珍珠", 200), ("椰果", 300)].iter().filter(|(name, _)| *name == value).map(|of| of.1).sum::<i64>()
    };
    let chosen = |at: usize| -> Vec<String> {
        terms.lines[at].options.iter().flat_map(|choice| &choice.values).map(|value| value.zh.to_string()).collect()
    };
    let price = |at: usize| each(&terms.lines[at].item) + chosen(at).iter().map(|value| extra(value)).sum::<i64>();
    let late_us = |said: Time| terms.deliver_at.as_micros() - said.as_micros();
    let units: i64 = terms.lines.iter().map(|line| i64::from(line.quantity)).sum();
    let goods: i64 = (0..terms.lines.len()).map(|at| price(at) * i64::from(terms.lines[at].quantity)).sum();
    let off: i64 = terms.discounts.iter().map(|discount| discount.amount.fen()).sum();
    let fees = 300 * i64::try_from(terms.shops.len()).expect("two shops at most");

    let line_holds = |at: usize| {
        let item = &terms.lines[at].item;
        let from = said.shops.is_empty() || said.shops.iter().any(|(shop, _)| item.shop == *shop);
        let cheap = said.price_max.iter().all(|(of, limit)| of != item || price(at) <= limit.fen());
        let without = said.excluded.iter().all(|excluded| match excluded {
            Excluded::Item(of) => of != item,
            Excluded::Value(of, value) => of != item || !chosen(at).contains(&value.to_string()),
        });
        from && cheap && without
    };
    let in_time = match said.arrival {
        None => true,
        Some(Arrival::By(by)) => late_us(by) < 60_000_000,
        Some(Arrival::At(at)) => late_us(at).abs() < 60_000_000,
    };
    (0..terms.lines.len()).all(line_holds)
        && said.total_max.is_none_or(|limit| goods + fees - off <= limit.fen())
        && said.address.as_ref().is_none_or(|to| to.text == terms.address.text && to.label == terms.address.label)
        && said.units.is_none_or(|said| i64::from(said) == units)
        && in_time
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn what_was_said_holds_in_every_quote_and_nothing_else_is_refused_for_it(
        lines in carts(), said in constraints(), off in 0_i64..6_000, wanted in prop::option::of(1_i64..300),
    ) {
        let vouchers = [voucher("welcome", off.max(1))];
        let free = Wish { vouchers: &vouchers, deliver_at: wanted.map(minutes), ..wish(i64::MAX) };
        let bound = Wish { constraints: &said, address: free.address.clone(), card: None, ..free };
        let market = Market::new();
        let quoted = market.price(&lines, &bound);
        let unbound = Wish { constraints: Constraints::none(), ..bound };
        match (quoted, market.price(&lines, &unbound)) {
            (Ok(terms), Ok(same)) => {
                prop_assert_eq!(&terms, &same, "to check changes nothing");
                prop_assert!(holds(&said, &terms), "{:?} in {:?}", said, terms);
            }
            (Err(refusal), Ok(terms)) => {
                prop_assert!(REFUSALS.contains(&refusal.code()), "{}", refusal.code());
                prop_assert!(!holds(&said, &terms), "{refusal} refused what holds {:?}", said);
            }
            (quoted, unbound) => prop_assert_eq!(quoted.err(), unbound.err()),
        }
    }
}

fn refused(said: Constraints, lines: &[CartLine], wish: Wish<'_>) -> Option<Refusal> {
    Market::new().price(lines, &Wish { constraints: &said, ..wish }).err()
}

#[test]
fn what_does_not_hold_is_named_with_what_was_said_and_what_it_would_be() {
    let none = Constraints::default;
    let two = [tea(2, &["珍珠"])];
    let total = |fen| Constraints { total_max: Some(Money::cny(fen)), ..none() };
    assert_eq!(refused(total(3_700), &two, wish(100_000)), None, "so much and no more");
    let over = Refusal::OverBudget { total: Money::cny(3_700), limit: Money::cny(3_699) };
    assert_eq!(refused(total(3_699), &two, wish(100_000)), Some(over));

    let each = |fen| Constraints { price_max: vec![(key(0), Money::cny(fen))], ..none() };
    assert_eq!(refused(each(1_700), &two, wish(100_000)), None);
    match refused(each(1_699), &two, wish(100_000)) {
        Some(Refusal::ItemOverBudget { price, limit, .. }) => assert_eq!((price.fen(), limit.fen()), (1_700, 1_699)),
        other => panic!("{other:?}"),
    }
    assert_eq!(refused(each(100), &[line("tea", "cup", 1)], wish(100_000)), None, "of another item it was not said");

    let dollars = Constraints { total_max: Some(Money::new(9_999_999, Currency::Usd)), ..none() };
    assert_eq!(refused(dollars, &two, wish(100_000)), Some(Refusal::AmountTooLarge));
}

#[test]
fn a_time_holds_within_its_minute() {
    let said = |arrival| Constraints { arrival: Some(arrival), ..Constraints::default() };
    let lines = [line("noodle", "beef-noodles", 1)];
    let at = |time: Time, wanted: Option<Time>| {
        refused(said(Arrival::At(time)), &lines, Wish { deliver_at: wanted, ..wish(10_000) })
    };
    let missed = |said: Time, would: Time| Some(Refusal::DeliveryTimeMissed { said, would });
    let (earliest, moment) = (NOON.after(Span::minutes(30)), Span::micros(1));
    assert_eq!(at(earliest, None), None);
    assert_eq!(at(earliest.before(Span::seconds(59)), None), None, "people tell time by minutes");
    let early = earliest.before(Span::minutes(1));
    assert_eq!(at(early, None), missed(early, earliest), "later than said");
    let late = earliest.after(Span::minutes(90));
    assert_eq!(at(late, Some(late)), None);
    assert_eq!(at(late, None), missed(late, earliest), "sooner than said");
    let by = |time: Time| refused(said(Arrival::By(time)), &lines, wish(10_000));
    assert_eq!((by(earliest), by(late)), (None, None), "sooner is in time");
    let just_missed = earliest.before(Span::minutes(1));
    assert_eq!(by(just_missed.after(moment)), None);
    assert_eq!(by(just_missed), missed(just_missed, earliest));
}
