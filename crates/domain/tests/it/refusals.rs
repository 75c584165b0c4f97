//! Every refusal has a code of its own and a sentence for people in both languages.

use std::collections::BTreeSet;

use domain::avoidance::{Avoidance, Strictness};
use domain::catalogue::Hours;
use domain::id::{CampaignId, ItemKey, OrderId, QuoteId, ShopId};
use domain::language::{Language, Text};
use domain::money::{Money, MoneyError};
use domain::order::OrderState;
use domain::refusal::{Refusal, Retry};
use domain::time::Span;

use crate::town::NOON;

/// One of each. A variant that is missing here makes the match below incomplete, and the test does not compile.
macro_rules! samples {
    ($($variant:ident $({ $($field:ident: $value:expr),* })?,)*) => {
        fn samples() -> Vec<Refusal> {
            vec![$(Refusal::$variant $({ $($field: $value),* })?,)*]
        }

        fn variant(refusal: &Refusal) -> &'static str {
            match refusal {
                $(Refusal::$variant { .. } => stringify!($variant),)*
            }
        }
    };
}

samples! {
    CartEmpty,
    TooManyLines { lines: 51 },
    QuantityOutOfRange { item: tea(), quantity: 1_000 },
    ItemUnknown { item: ItemKey::new("tea", "cup") },
    OptionUnknown { item: tea(), option: "大杯".into() },
    OptionTakesOne { item: tea(), group: Text::new("糖度", "sugar"), value: "少糖".into() },
    SoldOut { item: ItemKey::new("tea", "cup"), left: 3 },
    ShopClosed { shop: tea(), hours: Hours::ALWAYS, opens_in: Span::minutes(90), asked: NOON, earliest: NOON.after(Span::minutes(120)) },
    ShopFull { id: ShopId::from("tea"), shop: tea(), free_in: Span::seconds(90) },
    TimeOutOfRange { earliest: NOON },
    AddressMissing,
    Avoided { item: tea(), avoids: Avoidance::new("peanuts", Strictness::Allergy) },
    OverBudget { total: Money::cny(2_350), limit: Money::cny(2_000) },
    ItemOverBudget { item: tea(), price: Money::cny(2_100), limit: Money::cny(2_000) },
    DeliveryTimeMissed { said: NOON, would: NOON.after(Span::minutes(35)) },
    DeliveryAddressDiffers { said: "文三路 1 号".into(), would: "文二路 2 号".into() },
    ShopExcluded { item: tea(), shop: Text::new("甲店", "Shop A"), only: Text::new("乙店", "Shop B") },
    ItemExcluded { item: tea(), value: Some(Text::new("珍珠", "pearls")) },
    QuantityDiffers { said: 3, would: 4 },
    BuyerFieldInvalid { field: "birth_year", value: "1066".into() },
    SentenceTooLong { characters: 2_001, most: 2_000 },
    QuoteUnknown { quote: QuoteId(7) },
    QuoteChanged { quote: QuoteId(7) },
    QuoteExpired { quote: QuoteId(7) },
    NothingToConfirm,
    OrderUnknown { order: OrderId(7) },
    WrongState { order: OrderId(7), state: OrderState::Delivered },
    BalanceTooLow { short: Money::cny(801) },
    PaymentDeclined { order: OrderId(7) },
    PaymentPending { order: OrderId(7) },
    AmountTooLarge,
    CampaignUnknown { campaign: welcome() },
    CampaignNotRunning { campaign: welcome() },
    VoucherAlreadyClaimed { campaign: welcome() },
    BudgetExhausted { campaign: welcome() },
    VoucherNotUsable { campaign: welcome() },
    VoucherStillUsable { campaign: welcome() },
    CampaignExists { campaign: welcome() },
    CampaignInvalid { field: "budget" },
    NotSignedIn,
    BuyerUnknown,
    BuyerExists,
    ConversationMoved,
    ConversationTooLarge,
    KeyReused,
    BodyTooLarge { most: 65_536 },
    RequestInvalid { field: "text".into(), problem: "不能为空".into() },
    NotFound,
    NothingToSpare,
    Busy { retry_in: Span::seconds(1) },
    StoreUnavailable { retry_in: Span::seconds(2) },
}

fn tea() -> Text {
    Text::new("珍珠奶茶", "pearl milk tea")
}

fn welcome() -> CampaignId {
    CampaignId::from("welcome")
}

/// `CartEmpty` as `cart_empty`.
fn snake(name: &str) -> String {
    let word = |c: char| if c.is_ascii_uppercase() { format!("_{}", c.to_ascii_lowercase()) } else { c.to_string() };
    name.chars().map(word).collect::<String>().trim_start_matches('_').to_owned()
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[test]
fn codes_are_the_names_and_no_two_are_the_same() {
    let mut seen = BTreeSet::new();
    for refusal in samples() {
        assert_eq!(refusal.code(), snake(variant(&refusal)));
        assert_eq!(refusal.to_string(), refusal.code());
        assert!(seen.insert(refusal.code()), "{} twice", refusal.code());
    }
}

#[test]
fn sentences_say_something_in_either_language() {
    for refusal in samples() {
        let (zh, en) = (refusal.sentence(Language::Zh), refusal.sentence(Language::En));
        assert!(zh.chars().any(is_chinese), "{}: {zh}", refusal.code());
        assert!(en.split_whitespace().count() >= 3, "{}: {en}", refusal.code());
        assert!(en.starts_with(|c: char| c.is_uppercase() || c == '“') || en.starts_with("pearl"), "{en}");
        for text in [&zh, &en] {
            assert!(!text.contains(['{', '}']) && !text.contains("  ") && text.trim() == text, "{text}");
        }
    }
}

#[test]
fn sentences_name_the_figures() {
    let says = |refusal: Refusal, zh: &str, en: &str| {
        assert!(refusal.sentence(Language::Zh).contains(zh), "{}", refusal.sentence(Language::Zh));
        assert!(refusal.sentence(Language::En).contains(en), "{}", refusal.sentence(Language::En));
    };
    let cup = || ItemKey::new("tea", "cup");
    says(Refusal::SoldOut { item: cup(), left: 0 }, "卖完", "sold out");
    says(Refusal::SoldOut { item: cup(), left: 3 }, "只剩 3 份", "Only 3 left");
    says(Refusal::BalanceTooLow { short: Money::cny(801) }, "8.01 元", "CNY 8.01");
    says(Refusal::SentenceTooLong { characters: 0, most: 2_000 }, "还没说话", "not said anything");
    says(Refusal::TimeOutOfRange { earliest: NOON }, "12:00", "12:00");
    let full = |free_in| Refusal::ShopFull { id: ShopId::from("tea"), shop: tea(), free_in };
    let missed = |would| Refusal::DeliveryTimeMissed { said: NOON, would };
    says(missed(NOON.after(Span::minutes(35))), "12:35 才能送到，晚于您说的 12:00", "12:35, later than the 12:00");
    says(missed(NOON.after(Span::days(1))), "第二天 12:00", "12:00 the next day");
    says(missed(NOON.before(Span::minutes(5))), "11:55 就会送到，早于您说的 12:00", "11:55, before the 12:00");
    let over = Refusal::OverBudget { total: Money::cny(2_350), limit: Money::cny(2_000) };
    says(over, "一共要 23.50 元，超过您说的 20.00 元", "CNY 23.50, more than the CNY 20.00");
    says(full(Span::seconds(119)), "119秒", "119 s");
    says(full(Span::seconds(121)), "3分钟", "3 min");
    says(full(Span::minutes(120)), "2小时", "2 h");
    says(full(Span::minutes(150)), "2小时30分钟", "2 h 30 min");
}

#[test]
fn every_state_has_words_in_either_language() {
    for state in OrderState::ALL {
        let refusal = Refusal::WrongState { order: OrderId(7), state };
        assert!(refusal.sentence(Language::Zh).contains("o7") && refusal.sentence(Language::En).contains("o7"));
    }
}

#[test]
fn what_a_wait_can_help_says_how_long() {
    let waits: Vec<_> = samples().into_iter().filter(|refusal| refusal.retry() != Retry::Changed).collect();
    let codes: Vec<_> = waits.iter().map(Refusal::code).collect();
    let expected = [
        "shop_closed",
        "shop_full",
        "payment_pending",
        "conversation_moved",
        "nothing_to_spare",
        "busy",
        "store_unavailable",
    ];
    assert_eq!(codes, expected);
    for refusal in waits {
        assert!(matches!(refusal.retry(), Retry::After(span) if span > Span::default()), "{refusal}");
    }
}

#[test]
fn sums_that_do_not_fit_are_one_refusal() {
    assert_eq!(Refusal::from(MoneyError::TooLarge), Refusal::AmountTooLarge);
    assert_eq!(Refusal::from(MoneyError::CurrencyMismatch), Refusal::AmountTooLarge);
}
