//! Batches that are decided while the one before is being saved: they rest on it and on nothing older, somebody else who
//! writes between two of them is noticed, and nobody is answered before their batch is safe.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

use domain::cart::CartLine;
use domain::command::{Command, OpenBuyer, PlaceOrder};
use domain::id::{BuyerId, OrderId};
use domain::invariants::Audit;
use domain::ledger::AccountId;
use domain::money::Money;
use domain::order::OrderState;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use store::{Engine, Part, Settings, Sqlite, Store, decide_batch};
use tempfile::TempDir;
use tokio::task::JoinSet;

use crate::engines::{SHARD, assert_holds, quote_id};
use crate::town::{self, NOON};

type Answer = Result<Outcome, Refusal>;

/// Lets the executor pass one batch at a time: it asks the time in each, after it began and before it loads.
#[derive(Clone, Default)]
struct Turnstile(Arc<(Mutex<Turns>, Condvar)>);

#[derive(Default)]
struct Turns {
    came: usize,
    allowed: usize,
}

impl Turnstile {
    fn pass(&self) {
        let (turns, changed) = &*self.0;
        let mut turns = turns.lock().unwrap_or_else(PoisonError::into_inner);
        turns.came += 1;
        changed.notify_all();
        while turns.allowed < turns.came {
            turns = changed.wait(turns).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Lets the first `count` pass that come at all.
    fn allow(&self, count: usize) {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner).allowed = count;
        self.0.1.notify_all();
    }

    fn came(&self) -> usize {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner).came
    }

    /// Waits until so many have come.
    fn wait_for(&self, count: usize) {
        let (turns, changed) = &*self.0;
        let mut turns = turns.lock().unwrap_or_else(PoisonError::into_inner);
        while turns.came < count {
            turns = changed.wait(turns).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A store whose batches are one command each.
struct Stepped {
    store: Store,
    engine: Arc<dyn Engine>,
    turnstile: Turnstile,
    _folder: TempDir,
}

impl Stepped {
    /// Buyer 1 is there; so is the catalogue, in which five cups are left.
    async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let engine: Arc<dyn Engine> = Arc::new(Sqlite::open(folder.path()).expect("a database can be made"));
        engine.import(&town::shops(), &town::items()).await.expect("the catalogue is stored");
        decide_elsewhere(&*engine, &[open(1)]);
        let turnstile = Turnstile::default();
        let turns = turnstile.clone();
        let clock = Arc::new(move || {
            turns.pass();
            NOON
        });
        let store = Store::start(engine.clone(), &Settings { batch_max: 1, ..Settings::new(clock) });
        Self { store: store.expect("the executor starts"), engine, turnstile, _folder: folder }
    }

    /// Queues a command behind those that wait; its place comes with its answer.
    async fn send(&self, tasks: &mut JoinSet<(usize, Answer)>, (key, command): (IdempotencyKey, Command)) {
        let (place, store, waiting) = (tasks.len(), self.store.clone(), self.store.waiting());
        tasks.spawn(async move { (place, store.submit(SHARD, key, command).await) });
        if place == 0 {
            // It is taken out of the queue at once, and stands at the turnstile.
            self.turnstile.wait_for(1);
            return;
        }
        while self.store.waiting() == waiting {
            tokio::task::yield_now().await;
        }
    }

    async fn is_there(&self, number: u64) -> bool {
        self.engine.order(order_id(number)).await.expect("orders are read").is_some()
    }

    async fn fen(&self) -> i64 {
        let wallet = self.engine.account(SHARD, &AccountId::Wallet(BuyerId(1))).await.expect("accounts are read");
        wallet.expect("it was opened").balance.fen()
    }

    async fn assert_audit(&self) {
        let mut audit = Audit::default();
        self.engine.audit(&mut audit).await.expect("the store can be audited");
        assert_holds(&audit.finish());
    }
}

/// Decides a batch on another connection, as another process would.
fn decide_elsewhere(engine: &dyn Engine, batch: &[(IdempotencyKey, Command)]) {
    let mut session = engine.session().expect("a session can be had");
    let settings = Settings::new(Arc::new(|| NOON));
    let batch: Vec<_> = batch.iter().map(|(key, command)| (*key, command)).collect();
    let answers = decide_batch(&mut *session, Part { shard: SHARD, shards: 1 }, &settings, &batch);
    assert!(answers.expect("the database works").iter().all(Result::is_ok));
}

fn open(n: u64) -> (IdempotencyKey, Command) {
    let buyer = town::buyer(BuyerId(n));
    (IdempotencyKey::about("open", n), OpenBuyer { buyer, opening_balance: Money::cny(1_000_000) }.into())
}

/// Places an order of buyer 1.
fn place(number: u64, lines: &[CartLine]) -> (IdempotencyKey, Command) {
    let terms = town::priced(lines, &town::wish(Money::cny(i64::MAX)), NOON).expect("it can be had");
    let quote = Arc::new(terms.offered(quote_id(BuyerId(1), number), BuyerId(1), NOON));
    let mandate = town::agreed(&quote);
    (IdempotencyKey::about("place", number), PlaceOrder { quote, mandate }.into())
}

fn noodles(number: u64) -> (IdempotencyKey, Command) {
    place(number, &[town::line("noodles", 1)])
}

fn cups(number: u64, count: u32) -> (IdempotencyKey, Command) {
    place(number, &[town::line("cup", count)])
}

fn order_id(number: u64) -> OrderId {
    quote_id(BuyerId(1), number).order()
}

fn paid(number: u64) -> Answer {
    Ok(Outcome::Order { order: order_id(number), state: OrderState::Paid })
}

async fn all(mut tasks: JoinSet<(usize, Answer)>) -> Vec<Answer> {
    let mut answers = Vec::new();
    while let Some(done) = tasks.join_next().await {
        answers.push(done.expect("no task panics"));
    }
    answers.sort_by_key(|(place, _)| *place);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_batch_sees_what_the_one_before_is_saving() {
    let stepped = Stepped::new().await;
    let mut tasks = JoinSet::new();
    for command in [cups(1, 3), cups(2, 3), cups(3, 2), cups(4, 1)] {
        stepped.send(&mut tasks, command).await;
    }
    stepped.turnstile.allow(usize::MAX);
    let answers = all(tasks).await;
    assert_eq!((&answers[0], &answers[2]), (&paid(1), &paid(3)), "five cups in all");
    assert!(matches!(answers[1], Err(Refusal::SoldOut { left: 2, .. })), "{answers:?}");
    assert!(matches!(answers[3], Err(Refusal::SoldOut { left: 0, .. })), "{answers:?}");
    stepped.assert_audit().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_order_alone_is_answered_without_another() {
    let stepped = Stepped::new().await;
    stepped.turnstile.allow(1);
    let (key, command) = noodles(1);
    assert_eq!(stepped.store.submit(SHARD, key, command).await, paid(1));
    assert!(stepped.is_there(1).await, "who was answered is safe");
    assert_eq!(stepped.turnstile.came(), 1, "no other batch has come");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_writes_between_two_batches_is_noticed() {
    let stepped = Stepped::new().await;
    let mut tasks = JoinSet::new();
    for command in [noodles(1), cups(2, 3), cups(3, 2)] {
        stepped.send(&mut tasks, command).await;
    }
    stepped.turnstile.allow(1);
    // The second has begun on what the first is saving; then somebody else takes all cups but two.
    stepped.turnstile.wait_for(2);
    while !stepped.is_there(1).await {
        tokio::task::yield_now().await;
    }
    decide_elsewhere(&*stepped.engine, &[cups(9, 3)]);
    stepped.turnstile.allow(usize::MAX);
    let answers = all(tasks).await;
    assert_eq!((&answers[0], &answers[2]), (&paid(1), &paid(3)));
    assert!(matches!(answers[1], Err(Refusal::SoldOut { left: 2, .. })), "{answers:?}");
    assert!(stepped.turnstile.came() > 3, "what rested on less than that was decided again");
    stepped.assert_audit().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_between_two_batches_is_noticed() {
    let stepped = Stepped::new().await;
    let mut tasks = JoinSet::new();
    for command in [cups(1, 5), cups(2, 5)] {
        stepped.send(&mut tasks, command).await;
    }
    stepped.turnstile.allow(1);
    stepped.turnstile.wait_for(2);
    while !stepped.is_there(1).await {
        tokio::task::yield_now().await;
    }
    // Five new cups are on the shelf. A refusal that rests on what was before is not given.
    stepped.engine.import(&town::shops(), &town::items()).await.expect("the catalogue is stored");
    stepped.turnstile.allow(usize::MAX);
    assert_eq!(all(tasks).await, [paid(1), paid(2)]);
    stepped.assert_audit().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_rests_on_a_batch_that_was_not_saved_is_decided_again() {
    let stepped = Stepped::new().await;
    let before = stepped.fen().await;
    let mut tasks = JoinSet::new();
    for number in 1..=3 {
        stepped.send(&mut tasks, noodles(number)).await;
    }
    stepped.turnstile.allow(1);
    stepped.turnstile.wait_for(2);
    while !stepped.is_there(1).await {
        tokio::task::yield_now().await;
    }
    decide_elsewhere(&*stepped.engine, &[noodles(9)]);
    // The second is decided and cannot be saved; the third is decided meanwhile, and on it.
    stepped.turnstile.allow(usize::MAX);
    assert_eq!(all(tasks).await, [paid(1), paid(2), paid(3)]);
    assert_eq!(stepped.fen().await, before - 4 * 3_100, "each of the four once");
    assert!(stepped.turnstile.came() >= 4);
    stepped.assert_audit().await;
}

/// Two executors on one file, as two processes would have: each sees the other's orders before it decides.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_executors_share_a_file() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let engine: Arc<dyn Engine> = Arc::new(Sqlite::open(folder.path()).expect("a database can be made"));
    engine.import(&town::shops(), &town::items()).await.expect("the catalogue is stored");
    decide_elsewhere(&*engine, &[open(1)]);
    let settings = Settings { batch_max: 4, ..Settings::new(Arc::new(|| NOON)) };
    let start = || Store::start(engine.clone(), &settings).expect("the executor starts");
    let stores = [start(), start()];
    let mut tasks = JoinSet::new();
    for number in 1..=120 {
        // Every third is asked for at both.
        for (_, store) in (0..).zip(&stores).filter(|(turn, _)| number % 3 == 0 || number % 2 == *turn) {
            let ((key, command), store, engine) = (noodles(number), store.clone(), engine.clone());
            tasks.spawn(async move {
                let answer = store.submit(SHARD, key, command).await;
                let there = engine.order(order_id(number)).await.expect("orders are read").is_some();
                assert!(there, "who was answered is safe: {answer:?}");
                assert_eq!(answer, paid(number));
            });
        }
    }
    while let Some(done) = tasks.join_next().await {
        done.expect("each is answered with its order");
    }
    let wallet = engine.account(SHARD, &AccountId::Wallet(BuyerId(1))).await.expect("accounts are read");
    assert_eq!(wallet.expect("it was opened").balance.fen(), 1_000_000 - 120 * 3_100, "each order once");
    let mut audit = Audit::default();
    engine.audit(&mut audit).await.expect("the store can be audited");
    assert_holds(&audit.finish());
}
