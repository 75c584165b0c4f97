//! Connections that break while shards ask each other for the last units: none is sold twice, and none is lost in the
//! mail.

use std::sync::Arc;

use domain::command::{OpenBuyer, PlaceOrder};
use domain::id::{BuyerId, Shard};
use domain::money::Money;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::time::{Span, Time};
use private_postgres::{At, Fault};
use store::{Engine, Reads, Settings, Store};
use tokio::task::JoinSet;

use super::{Ground, assert_audit, at_least};
use crate::engines::{Clock, quote_id};
use crate::town::{self, NOON};

const SHARDS: u16 = 4;
/// Asks for more faults than the usual ones.
const VARIABLE: &str = "XIAOER_FAULTS";
const FAULTS: u64 = 24;
/// Between two faults, in messages of all connections: with as many faults as are usual, the whole of a round is met.
const APART: u64 = 37;
/// What there is each time, and who wants it: two are told that it is sold out.
const UNITS: u32 = 6;
const BUYERS: u64 = 8;
/// How often a buyer asks again.
const ASKS: u32 = 10;

/// A round of orders: its number, and when it began.
#[derive(Clone, Copy)]
struct Round {
    number: u64,
    began: Time,
}

impl Round {
    /// One order of the item that is short.
    fn place(self, buyer: BuyerId) -> PlaceOrder {
        let terms = town::priced(&[town::line("cup", 1)], &town::wish(Money::cny(i64::MAX)), self.began);
        let mut terms = terms.expect("it has a price");
        // The shop is never full: only the units are short.
        terms.shops.iter_mut().for_each(|shop| shop.orders_per_ten_minutes = 10_000);
        let quote = Arc::new(terms.offered(quote_id(buyer, 1_000_000 + self.number), buyer, self.began));
        let mandate = town::agreed(&quote);
        PlaceOrder { quote, mandate }
    }
}

/// Asks until there is an answer that is not about the store.
async fn insist(store: Store, buyer: BuyerId, round: Round) -> Result<Outcome, Refusal> {
    let shard = store.shard_of(buyer);
    let open = OpenBuyer { buyer: town::buyer(buyer), opening_balance: Money::cny(1_000_000_000) };
    let opening = IdempotencyKey::about("open", buyer.0);
    let placing = IdempotencyKey::about("place", round.number * 100 + buyer.0);
    let mut answer = Err(Refusal::NotFound);
    for _ in 0..ASKS {
        answer = match store.submit(shard, opening, open.clone()).await {
            Ok(_) => store.submit(shard, placing, round.place(buyer)).await,
            refused => refused,
        };
        if !matches!(answer, Err(Refusal::StoreUnavailable { .. } | Refusal::Busy { .. })) {
            return answer;
        }
    }
    answer
}

/// How many of the buyers have an order in the end.
async fn all_ask(store: &Store, round: Round) -> usize {
    let mut tasks = JoinSet::new();
    (1..=BUYERS).for_each(|n| drop(tasks.spawn(insist(store.clone(), BuyerId(n), round))));
    let answers = tasks.join_all().await;
    let sold_out = answers.iter().filter(|answer| matches!(answer, Err(Refusal::SoldOut { .. }))).count();
    let placed = answers.iter().filter(|answer| answer.is_ok()).count();
    assert_eq!(placed + sold_out, answers.len(), "nobody is told anything else: {answers:?}");
    placed
}

/// What was sold, and what lies on the shelves and in the mail.
async fn stock(ground: &Ground) -> (u64, u64, i64) {
    let parts = ground.direct.stocks_of(&town::key("cup")).await.expect("stocks are read");
    let sold = parts.iter().map(|(_, stock)| stock.sold).sum();
    let left = parts.iter().map(|(_, stock)| stock.left()).sum();
    (sold, left, -parts.iter().map(|(_, stock)| stock.moved).sum::<i64>())
}

#[test]
fn the_last_units_cut_off_on_their_way() {
    let ground = Ground::new(SHARDS);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let rounds = at_least(FAULTS, VARIABLE);
    let (struck, stranded) = runtime.expect("a runtime starts").block_on(rounds_of_faults(&ground, rounds));
    println!("{struck} of {rounds} faults struck; {stranded} units were sold only after their mail was delivered late");
    assert!(struck * 2 > rounds, "most are reached: {struck}");
    assert_audit(&*ground.direct);
}

async fn rounds_of_faults(ground: &Ground, rounds: u64) -> (u64, usize) {
    let clock = Clock::at(NOON);
    let ticking = clock.clone();
    let settings = Settings { node: 1, ..Settings::new(Arc::new(move || ticking.now())) };
    let store = Store::start(ground.engine.clone(), &settings).expect("the executors start");
    let (mut struck, mut stranded) = (0, 0);
    for number in 1..=rounds {
        // The shop's places, and what is believed to be nowhere, begin anew.
        clock.wait(Span::micros(60_000_000));
        let round = Round { number, began: clock.now() };
        restock(ground).await;
        let (sold_before, ..) = stock(ground).await;
        let fault = if number % 2 == 0 { Fault::CutBefore } else { Fault::CutAfter };
        ground.proxy.plan(At::Message(1 + number * APART % (FAULTS * APART)), fault);
        let mut placed = all_ask(&store, round).await;
        struck += u64::from(ground.proxy.struck());
        ground.proxy.calm();
        let (_, left, in_mail) = stock(ground).await;
        if left > 0 || in_mail > 0 {
            deliver(&store, &clock).await;
            stranded += usize::try_from(UNITS).expect("few") - placed;
            placed = all_ask(&store, round).await;
        }
        let (sold, left, in_mail) = stock(ground).await;
        assert_eq!((left, in_mail), (0, 0), "round {number}: every unit is sold");
        assert_eq!(sold - sold_before, u64::from(UNITS), "round {number}: and no other");
        assert_eq!(placed, usize::try_from(UNITS).expect("few"), "round {number}: each to somebody who knows");
    }
    (struck, stranded)
}

async fn restock(ground: &Ground) {
    let mut items = town::items();
    items.iter_mut().filter(|item| item.key == town::key("cup")).for_each(|item| item.stock = Some(UNITS));
    ground.direct.import(&town::shops(), &items).await.expect("it is stored");
}

/// What was taken when its caller was cut off lies in the mail until the background's round delivers it.
async fn deliver(store: &Store, clock: &Clock) {
    clock.wait(Span::micros(1_000_000));
    for shard in (0..SHARDS).map(Shard) {
        store.deliver_mail(shard, clock.now()).await.expect("it is delivered");
    }
}
