//! Commands as such: keys, contents, and the refusals that no scenario of the store reaches.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::buyer::{ADDRESSES_MAX, Address, Buyer};
use domain::campaign::Campaign;
use domain::command::{
    AdvanceOrder, CancelOrder, CancelledBy, ChangeBuyer, ClaimVoucher, Command, LaunchCampaign, OfferQuote, OpenBuyer,
    PlaceOrder, ProviderWord, ReleaseVoucher, SaveConversation, SettlePayment, SettleRefund,
};
use domain::conversation::{CONVERSATION_BYTES_MAX, Conversation};
use domain::id::{BuyerId, CampaignId, OrderId, VoucherId};
use domain::language::Language;
use domain::ledger::AccountId;
use domain::money::{Currency, Money};
use domain::order::OrderState;
use domain::quote::{QuoteHash, Wish};
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::time::Span;

use crate::book::Book;
use crate::town::{ALICE, Market, NOON, address, agreed, buyer, campaign, line, quoted, rich_quote, wish};

fn open(fen: i64) -> OpenBuyer {
    OpenBuyer { buyer: buyer(ALICE), opening_balance: Money::cny(fen) }
}

fn claim() -> ClaimVoucher {
    ClaimVoucher { buyer: ALICE, campaign: CampaignId::from("welcome") }
}

fn place(quote: domain::quote::Quote) -> PlaceOrder {
    PlaceOrder { mandate: agreed(&quote), quote: Arc::new(quote) }
}

fn says(version: u64, body: &[u8]) -> SaveConversation {
    SaveConversation { conversation: Conversation { buyer: ALICE, version, body: body.to_vec() } }
}

fn changes(change: impl FnOnce(&mut ChangeBuyer)) -> ChangeBuyer {
    let mut keep = ChangeBuyer::of(ALICE);
    change(&mut keep);
    keep
}

/// Commands that all ask for something else.
fn different() -> Vec<Command> {
    let (order, voucher) = (OrderId(7), VoucherId { buyer: ALICE, campaign: CampaignId::from("welcome") });
    let mut commands: Vec<Command> = vec![
        open(1).into(),
        open(2).into(),
        OpenBuyer { buyer: Buyer { token_hash: Some([7; 32]), ..buyer(ALICE) }, opening_balance: Money::cny(1) }.into(),
        OpenBuyer { buyer: Buyer { language: Language::En, ..buyer(ALICE) }, opening_balance: Money::cny(1) }.into(),
        OpenBuyer { buyer: Buyer { birth_year: None, ..buyer(ALICE) }, opening_balance: Money::cny(1) }.into(),
        OpenBuyer { buyer: Buyer { addresses: vec![], ..buyer(ALICE) }, opening_balance: Money::cny(1) }.into(),
        OpenBuyer { buyer: buyer(BuyerId(2)), opening_balance: Money::cny(1) }.into(),
        changes(|_| ()).into(),
        changes(|c| c.buyer = BuyerId(2)).into(),
        changes(|c| c.forget_usual = true).into(),
        OpenBuyer { buyer: Buyer { forgot_usual_at: Some(NOON), ..buyer(ALICE) }, opening_balance: Money::cny(1) }
            .into(),
        changes(|c| c.language = Some(Language::En)).into(),
        changes(|c| c.birth_year = Some(None)).into(),
        changes(|c| c.birth_year = Some(Some(1950))).into(),
        changes(|c| c.addresses = Some(vec![])).into(),
        changes(|c| c.addresses = Some(vec![address()])).into(),
        changes(|c| c.addresses = Some(vec![Address { example: true, ..address() }])).into(),
        says(1, b"a").into(),
        says(2, b"a").into(),
        says(1, b"b").into(),
        OfferQuote { buyer: ALICE, terms: rich_quote().terms, offered_at: NOON }.into(),
        OfferQuote { buyer: BuyerId(2), terms: rich_quote().terms, offered_at: NOON }.into(),
        OfferQuote { buyer: ALICE, terms: rich_quote().terms, offered_at: NOON.after(Span::micros(1)) }.into(),
        place(rich_quote()).into(),
        SettleRefund { order }.into(),
        SettleRefund { order: OrderId(8) }.into(),
        claim().into(),
        ClaimVoucher { buyer: BuyerId(2), ..claim() }.into(),
        ReleaseVoucher { voucher }.into(),
    ];
    let mut altered = place(rich_quote());
    altered.mandate.quote_hash = QuoteHash([0; 32]);
    commands.push(altered.into());
    for word in [ProviderWord::Captured, ProviderWord::Declined] {
        commands.push(SettlePayment { order, word }.into());
    }
    for to in OrderState::ALL {
        commands.push(AdvanceOrder { order, to }.into());
    }
    for by in [CancelledBy::Shop, CancelledBy::Buyer(ALICE), CancelledBy::Buyer(BuyerId(2))] {
        commands.push(CancelOrder { order, by }.into());
    }
    commands.extend(campaigns().into_iter().map(|(_, campaign)| Command::from(LaunchCampaign { campaign })));
    commands
}

/// A sound campaign, and the same with one thing changed, by the field that is refused or `""`.
fn campaigns() -> Vec<(&'static str, Campaign)> {
    let with = |change: fn(&mut Campaign)| {
        let mut terms = campaign("welcome", 10_000, 2_500);
        change(&mut terms);
        terms
    };
    vec![
        ("", with(|_| ())),
        ("", with(|c| c.automatic = true)),
        ("", with(|c| c.name.zh = "元宵".into())),
        ("", with(|c| c.voucher.grace = Span::days(2))),
        ("", with(|c| c.voucher.pay_at_least = Money::ZERO)),
        ("", with(|c| c.voucher.amount = c.budget)),
        ("id", with(|c| c.id = CampaignId::from(""))),
        ("id", with(|c| c.id = CampaignId::from("x".repeat(65).as_str()))),
        ("ends_at", with(|c| c.ends_at = c.starts_at)),
        ("budget", with(|c| c.budget = Money::ZERO)),
        ("currency", with(|c| c.budget = Money::new(20_000, Currency::Usd))),
        ("voucher.amount", with(|c| c.voucher.amount = Money::ZERO)),
        ("voucher.amount", with(|c| c.voucher.amount = Money::cny(10_001))),
        ("voucher.threshold", with(|c| c.voucher.threshold = Money::cny(-1))),
        ("voucher.pay_at_least", with(|c| c.voucher.pay_at_least = Money::cny(-1))),
        ("voucher.lifetime", with(|c| c.voucher.lifetime = Span::default())),
    ]
}

#[test]
fn different_commands_have_different_contents() {
    let mut seen: BTreeMap<[u8; 16], String> = BTreeMap::new();
    for command in different() {
        let text = format!("{command:?}");
        if let Some(other) = seen.insert(command.content(), text.clone()) {
            panic!("the same content:\n{other}\n{text}");
        }
    }
}

#[test]
fn agreeing_again_later_is_the_same_command() {
    let (first, mut again) = (place(rich_quote()), place(rich_quote()));
    again.mandate.confirmed_at = NOON.after(Span::seconds(3));
    assert_eq!(Command::from(first).content(), Command::from(again).content());
}

#[test]
fn the_same_key_gives_the_same_answer_or_is_refused() {
    let (mut book, key) = (Book::new(), IdempotencyKey::about("open", 1));
    let first = book.ask_as(key, open(100)).expect("nobody is here yet");
    assert_eq!(book.ask_as(key, open(100)), Ok(first));
    assert_eq!(book.ask_as(key, open(200)), Err(Refusal::KeyReused));
    assert_eq!(book.ask(open(100)), Err(Refusal::BuyerExists), "another key is another request");
    assert_eq!((book.fen(&AccountId::Wallet(ALICE)), book.rows.head.sequence), (100, 1));
}

#[test]
fn a_refusal_leaves_no_receipt_and_can_become_a_yes() {
    let (mut book, key) = (Book::new(), IdempotencyKey::about("claim", 1));
    assert_eq!(book.ask_as(key, claim()).map_err(|refusal| refusal.code()), Err("campaign_unknown"));
    book.ask(LaunchCampaign { campaign: campaign("welcome", 2_500, 2_500) }).expect("it is sound");
    assert_eq!(book.ask_as(key, claim()), Err(Refusal::BuyerUnknown));
    book.ask(open(0)).expect("nobody is here yet");
    assert!(book.ask_as(key, claim()).is_ok());
}

#[test]
fn keys_of_clients_do_not_meet() {
    let keys = [
        IdempotencyKey::chosen(ALICE, "1"),
        IdempotencyKey::chosen(BuyerId(2), "1"),
        IdempotencyKey::chosen(ALICE, "2"),
        IdempotencyKey::about("open", 1),
        IdempotencyKey::about("claim", 1),
        IdempotencyKey::about("open", 2),
        IdempotencyKey::fresh(1, 1),
        IdempotencyKey::fresh(1, 2),
        IdempotencyKey::fresh(2, 1),
    ];
    assert_eq!(keys.iter().collect::<std::collections::BTreeSet<_>>().len(), keys.len());
    assert!(IdempotencyKey::about("z", 1) < IdempotencyKey::about("a", 2), "ours lie in the order of their numbers");
}

#[test]
fn campaigns_that_contradict_themselves() {
    for (field, campaign) in campaigns() {
        let answer = Book::new().ask(LaunchCampaign { campaign }).map(|_| ());
        let expected = if field.is_empty() { Ok(()) } else { Err(Refusal::CampaignInvalid { field }) };
        assert_eq!(answer, expected);
    }
    let mut book = Book::new();
    let launch = || LaunchCampaign { campaign: campaign("welcome", 10_000, 2_500) };
    book.ask(launch()).expect("it is new");
    assert_eq!(book.ask(launch()), Err(Refusal::CampaignExists { campaign: CampaignId::from("welcome") }));
}

#[test]
fn campaigns_run_from_their_start_until_before_their_end() {
    let terms = campaign("welcome", 10_000, 2_500);
    let micro = Span::micros(1);
    let runs = [terms.starts_at.before(micro), terms.starts_at, terms.ends_at.before(micro), terms.ends_at];
    assert_eq!(runs.map(|at| terms.runs_at(at)), [false, true, true, false]);
}

#[test]
fn what_a_buyer_tells_must_be_keepable() {
    let long = |n| "长".repeat(n).into();
    let cases: Vec<(&str, Buyer)> = vec![
        ("addresses", Buyer { addresses: vec![address(); ADDRESSES_MAX + 1], ..buyer(ALICE) }),
        ("birth_year", Buyer { birth_year: Some(1899), ..buyer(ALICE) }),
        ("birth_year", Buyer { birth_year: Some(2101), ..buyer(ALICE) }),
        ("text", Buyer { addresses: vec![Address { text: "  ".into(), ..address() }], ..buyer(ALICE) }),
        ("text", Buyer { addresses: vec![Address { text: long(201), ..address() }], ..buyer(ALICE) }),
        ("label", Buyer { addresses: vec![Address { label: long(21), ..address() }], ..buyer(ALICE) }),
        ("adcode", Buyer { addresses: vec![Address { adcode: Some("33010".into()), ..address() }], ..buyer(ALICE) }),
        ("adcode", Buyer { addresses: vec![Address { adcode: Some("33010六".into()), ..address() }], ..buyer(ALICE) }),
    ];
    for (field, buyer) in cases {
        let mut book = Book::new();
        let addresses = Some(buyer.addresses.clone());
        let answer = book.ask(OpenBuyer { buyer: buyer.clone(), opening_balance: Money::ZERO });
        assert!(matches!(answer, Err(Refusal::BuyerFieldInvalid { field: f, .. }) if f == field), "{answer:?}");
        book.ask(open(0)).expect("nobody is here yet");
        let birth_year = Some(buyer.birth_year);
        let answer = book.ask(ChangeBuyer { birth_year, addresses, ..ChangeBuyer::of(ALICE) });
        assert!(matches!(answer, Err(Refusal::BuyerFieldInvalid { field: f, .. }) if f == field), "{answer:?}");
    }
}

#[test]
fn what_is_not_named_stays() {
    let mut book = Book::new();
    assert_eq!(book.ask(changes(|_| ())), Err(Refusal::BuyerUnknown));
    book.ask(open(0)).expect("nobody is here yet");
    book.ask(changes(|c| c.language = Some(Language::En))).expect("a language can be changed");
    let now = book.rows.buyers.get(&ALICE).expect("she was opened").clone();
    assert_eq!(now, Buyer { language: Language::En, ..buyer(ALICE) });
    book.ask(changes(|c| c.birth_year = Some(None))).expect("a year can be taken back");
    assert_eq!(book.rows.buyers.get(&ALICE).and_then(|buyer| buyer.birth_year), None);
}

#[test]
fn what_they_usually_have_is_forgotten_as_of_now_and_stays_so() {
    let mut book = Book::new();
    book.ask(open(0)).expect("nobody is here yet");
    book.ask(changes(|c| c.forget_usual = true)).expect("anything can be forgotten");
    book.ask(changes(|c| c.language = Some(Language::En))).expect("a language can be changed");
    let known = book.rows.buyers.get(&ALICE).expect("she was opened").clone();
    assert_eq!(known.forgot_usual_at, Some(NOON));
    assert!(!known.remembers(NOON) && known.remembers(NOON.after(Span::micros(1))));
    assert!(buyer(ALICE).remembers(NOON), "who had nothing forgotten is remembered");
}

#[test]
fn an_opening_balance_below_nothing_is_refused() {
    assert_eq!(Book::new().ask(open(-1)), Err(Refusal::BalanceTooLow { short: Money::cny(1) }));
    assert_eq!(Book::new().ask(open(i64::MIN)), Err(Refusal::AmountTooLarge));
    let dollars = OpenBuyer { buyer: buyer(ALICE), opening_balance: Money::new(1, Currency::Usd) };
    assert_eq!(Book::new().ask(dollars), Err(Refusal::AmountTooLarge));
}

#[test]
fn a_conversation_goes_on_from_where_it_stands() {
    let mut book = Book::new();
    assert_eq!(book.ask(says(2, b"")), Err(Refusal::ConversationMoved));
    assert_eq!(book.ask(says(0, b"")), Err(Refusal::ConversationMoved));
    assert_eq!(book.ask(says(1, b"hello")), Ok(Outcome::ConversationSaved(1)));
    assert_eq!(book.ask(says(1, b"hello")), Err(Refusal::ConversationMoved));
    assert_eq!(book.ask(says(2, &vec![0; CONVERSATION_BYTES_MAX + 1])), Err(Refusal::ConversationTooLarge));
    assert_eq!(book.ask(says(2, &vec![0; CONVERSATION_BYTES_MAX])), Ok(Outcome::ConversationSaved(2)));
}

#[test]
fn a_card_payment_of_nothing_settles_twice_like_any_other() {
    let mut book = Book::new();
    book.ask(open(0)).expect("nobody is here yet");
    let free = Market::new().with_items(|i| i.price = Money::ZERO).with_shops(|s| s.delivery_fee = Money::ZERO);
    let wish = Wish { card: Some("tok".into()), prefer_card: true, ..wish(0) };
    let terms = free.price(&[line("noodle", "beef-noodles", 1)], &wish).expect("it can be had");
    let quote = quoted(terms, 7, ALICE, NOON);
    book.ask(PlaceOrder { mandate: agreed(&quote), quote: quote.clone() }).expect("it is free");
    let order = quote.id.order();
    let captured = || SettlePayment { order, word: ProviderWord::Captured };
    let paid = Ok(Outcome::Order { order, state: OrderState::Paid });
    assert_eq!((book.ask(captured()), book.ask(captured())), (paid.clone(), paid));
}
