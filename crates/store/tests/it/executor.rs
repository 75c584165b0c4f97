//! The executor: bounded queues, one answer for one key, callers that go away, batches that fail whole.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use domain::command::{Command, OpenBuyer, PlaceOrder};
use domain::id::{BuyerId, OrderId};
use domain::ledger::AccountId;
use domain::money::Money;
use domain::order::OrderState;
use domain::quote::Quote;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::working_set::{Head, RowNames};
use store::{Engine, Memory, Settings, Sqlite, Store};
use tempfile::TempDir;
use tokio::task::JoinSet;

use crate::engines::{SHARD, Side, assert_holds, quote_id};
use crate::town::{self, NOON};

/// Stops the executor between two batches: it asks the time at the beginning of each, and waits for the answer.
#[derive(Clone, Default)]
struct Gate(Arc<(Mutex<Door>, Condvar)>);

#[derive(Default)]
struct Door {
    closed: bool,
    /// Batches that have come to it.
    knocks: usize,
}

impl Gate {
    fn pass(&self) {
        let (door, changed) = &*self.0;
        let mut door = door.lock().unwrap_or_else(PoisonError::into_inner);
        door.knocks += 1;
        changed.notify_all();
        while door.closed {
            door = changed.wait(door).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn close(&self) {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
    }

    fn open(&self) {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner).closed = false;
        self.0.1.notify_all();
    }

    /// Waits until so many batches have come to it.
    fn wait_for_knocks(&self, knocks: usize) {
        let (door, changed) = &*self.0;
        let mut door = door.lock().unwrap_or_else(PoisonError::into_inner);
        while door.knocks < knocks {
            door = changed.wait(door).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A store with a gate before its executor.
struct Gated {
    store: Store,
    engine: Arc<dyn Engine>,
    gate: Gate,
    commits: Arc<AtomicUsize>,
    _folder: Option<TempDir>,
}

impl Gated {
    async fn memory(queue_max: usize, batch_max: usize) -> Self {
        Self::new(Arc::new(Memory::new(1)), None, queue_max, batch_max).await
    }

    async fn sqlite(queue_max: usize, batch_max: usize) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let engine = Arc::new(Sqlite::open(folder.path()).expect("a database can be made"));
        Self::new(engine, Some(folder), queue_max, batch_max).await
    }

    async fn new(engine: Arc<dyn Engine>, folder: Option<TempDir>, queue_max: usize, batch_max: usize) -> Self {
        engine.import(&town::shops(), &town::items()).await.expect("the catalogue is stored");
        let (gate, commits) = (Gate::default(), Arc::new(AtomicUsize::new(0)));
        let (knock, count) = (gate.clone(), commits.clone());
        let clock = Arc::new(move || {
            knock.pass();
            NOON
        });
        let committed = Arc::new(move |_, _: &_| {
            count.fetch_add(1, Ordering::SeqCst);
        });
        let settings = Settings { committed, queue_max, batch_max, ..Settings::new(clock) };
        let store = Store::start(engine.clone(), &settings).expect("the executor starts");
        Self { store, engine, gate, commits, _folder: folder }
    }

    async fn send(&self, (key, command): (IdempotencyKey, Command)) -> Result<Outcome, Refusal> {
        self.store.submit(SHARD, key, command).await
    }

    /// Sends all at once, in order, and gives the task of each.
    fn spawn(&self, commands: impl IntoIterator<Item = (IdempotencyKey, Command)>) -> JoinSet<(usize, Answer)> {
        let mut tasks = JoinSet::new();
        for (place, (key, command)) in commands.into_iter().enumerate() {
            let store = self.store.clone();
            tasks.spawn(async move { (place, store.submit(SHARD, key, command).await) });
        }
        tasks
    }

    /// Waits until so many commands are queued behind the batch at the gate.
    async fn wait_for_queue(&self, waiting: usize) {
        while self.store.waiting() < waiting {
            tokio::task::yield_now().await;
        }
    }

    async fn fen(&self, buyer: u64) -> Option<i64> {
        let account = self.engine.account(SHARD, &AccountId::Wallet(BuyerId(buyer))).await.expect("accounts are read");
        account.map(|account| account.balance.fen())
    }

    async fn assert_audit(&self) {
        let mut audit = domain::invariants::Audit::default();
        self.engine.audit(&mut audit).await.expect("the store can be audited");
        assert_holds(&audit.finish());
    }
}

type Answer = Result<Outcome, Refusal>;

fn open(n: u64) -> (IdempotencyKey, Command) {
    let buyer = town::buyer(BuyerId(n));
    (IdempotencyKey::about("open", n), OpenBuyer { buyer, opening_balance: Money::cny(100_000) }.into())
}

fn place(number: u64, key: u64) -> (IdempotencyKey, Command) {
    let quote = town::noodles(quote_id(BuyerId(1), number), BuyerId(1), NOON);
    let mandate = town::agreed(&quote);
    (IdempotencyKey::about("place", key), PlaceOrder { quote, mandate }.into())
}

/// An order that the books refuse to balance: an assertion of the ledger fails on it.
fn poison() -> (IdempotencyKey, Command) {
    let mut quote = Quote::clone(&town::noodles(quote_id(BuyerId(1), 666), BuyerId(1), NOON));
    quote.terms.total = Money::cny(1);
    quote.hash = quote.computed_hash();
    let mandate = town::agreed(&quote);
    (IdempotencyKey::about("place", 666), PlaceOrder { quote: Arc::new(quote), mandate }.into())
}

fn order_id(number: u64) -> OrderId {
    quote_id(BuyerId(1), number).order()
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
async fn a_full_queue_is_busy_and_loses_nothing() {
    let gated = Gated::memory(4, 2).await;
    gated.gate.close();
    let mut tasks = gated.spawn([open(0)]);
    gated.gate.wait_for_knocks(1);
    let more = (1..=20).map(open);
    for (place, (key, command)) in more.enumerate() {
        let store = gated.store.clone();
        tasks.spawn(async move { (place + 1, store.submit(SHARD, key, command).await) });
    }
    gated.wait_for_queue(4).await;
    // Four wait; the others are told at once, while the gate is still closed.
    let mut busy = Vec::new();
    for _ in 0..16 {
        let (place, answer) = tasks.join_next().await.expect("some are told").expect("no task panics");
        assert!(matches!(answer, Err(Refusal::Busy { .. })), "{answer:?}");
        busy.push(u64::try_from(place).expect("few"));
    }
    gated.gate.open();
    assert!(all(tasks).await.iter().all(Result::is_ok), "those who waited are served");
    for n in busy {
        assert_eq!(gated.fen(n).await, None, "who was told busy left nothing behind");
        assert_eq!(gated.send(open(n)).await, Ok(Outcome::BuyerOpened(BuyerId(n))));
    }
    for n in 0..=20 {
        assert_eq!(gated.fen(n).await, Some(100_000), "everybody once");
    }
    gated.assert_audit().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_of_one_key_are_one_order() {
    for gated in [Gated::memory(64, 8).await, Gated::sqlite(64, 8).await] {
        gated.send(open(1)).await.expect("nobody is here yet");
        let answers = all(gated.spawn((0..20).map(|_| place(7, 7)))).await;
        let paid = Ok(Outcome::Order { order: order_id(7), state: OrderState::Paid });
        assert_eq!(answers, vec![paid; 20]);
        assert_eq!(gated.fen(1).await, Some(100_000 - 3_100), "paid once");
        gated.assert_audit().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_keys_of_one_quote_are_one_order() {
    for gated in [Gated::memory(64, 8).await, Gated::sqlite(64, 8).await] {
        gated.send(open(1)).await.expect("nobody is here yet");
        let answers = all(gated.spawn((0..20).map(|key| place(7, key)))).await;
        assert!(answers.iter().all(Result::is_ok), "{answers:?}");
        assert_eq!(gated.fen(1).await, Some(100_000 - 3_100), "paid once");
        gated.assert_audit().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_caller_who_goes_away_has_their_command_decided() {
    for gated in [Gated::memory(64, 8).await, Gated::sqlite(64, 8).await] {
        gated.send(open(1)).await.expect("nobody is here yet");
        gated.gate.close();
        let mut tasks = gated.spawn([place(7, 7)]);
        gated.gate.wait_for_knocks(2);
        tasks.abort_all();
        let gone = tasks.join_next().await.expect("there was a task").expect_err("it was aborted");
        assert!(gone.is_cancelled());
        assert!(gated.engine.order(order_id(7)).await.expect("orders are read").is_none(), "not decided yet");
        gated.gate.open();
        let paid = Ok(Outcome::Order { order: order_id(7), state: OrderState::Paid });
        assert_eq!(gated.send(place(7, 7)).await, paid);
        let order = gated.engine.order(order_id(7)).await.expect("orders are read").expect("it was decided");
        assert_eq!((order.state, gated.fen(1).await), (OrderState::Paid, Some(100_000 - 3_100)));
        gated.assert_audit().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_assertion_that_fails_takes_only_its_own_command_with_it() {
    for gated in [Gated::memory(64, 8).await, Gated::sqlite(64, 8).await] {
        gated.send(open(1)).await.expect("nobody is here yet");
        gated.gate.close();
        let first = gated.spawn([open(2)]);
        gated.gate.wait_for_knocks(2);
        let together = gated.spawn([place(7, 7), poison(), open(3)]);
        gated.wait_for_queue(3).await;
        gated.gate.open();
        assert!(all(first).await[0].is_ok(), "the batch before it is safe");
        let [before, poisoned, after] = all(together).await.try_into().expect("three answers");
        assert!(matches!(poisoned, Err(Refusal::StoreUnavailable { .. })), "{poisoned:?}");
        assert!(before.is_ok() && after.is_ok(), "{before:?}, {after:?}");
        assert_eq!(
            (gated.fen(1).await, gated.fen(3).await),
            (Some(100_000 - 3_100), Some(100_000)),
            "each of them once"
        );
        gated.assert_audit().await;
        let again = [gated.send(place(7, 7)).await, gated.send(poison()).await, gated.send(place(8, 8)).await];
        assert_eq!(again.map(|answer| answer.is_ok()), [true, false, true], "the shard decides on");
        assert_eq!(gated.fen(1).await, Some(100_000 - 2 * 3_100));
        gated.assert_audit().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_in_a_batch_leaves_the_others_alone() {
    for gated in [Gated::memory(64, 8).await, Gated::sqlite(64, 8).await] {
        gated.gate.close();
        let first = gated.spawn([open(1)]);
        gated.gate.wait_for_knocks(1);
        let reused = (IdempotencyKey::about("open", 1), open(9).1);
        let together = gated.spawn([open(2), reused, place(7, 7), open(3)]);
        gated.wait_for_queue(4).await;
        gated.gate.open();
        all(first).await;
        let refused: Vec<_> = all(together).await.into_iter().filter_map(Result::err).collect();
        assert_eq!(refused, [Refusal::KeyReused]);
        assert_eq!(gated.commits.load(Ordering::SeqCst), 2, "four commands were one commit");
        gated.assert_audit().await;
    }
}

#[tokio::test]
async fn a_shard_that_is_not_there_is_not_found() {
    let gated = Gated::memory(4, 2).await;
    let (key, command) = open(1);
    let answer = gated.store.submit(domain::id::Shard(5), key, command).await;
    assert_eq!(answer, Err(Refusal::NotFound));
}

#[test]
fn a_batch_of_refusals_writes_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut side = Side::new(Sqlite::open(folder.path()).expect("a database can be made"));
    let answers = side.decide(SHARD, &Settings::new(Arc::new(|| NOON)), &[place(7, 7)]).expect("the database works");
    assert_eq!(answers, [Err(Refusal::BuyerUnknown)]);
    let mut names = RowNames::default();
    names.receipts.insert(place(7, 7).0);
    assert_eq!(side.rows(SHARD, &names).head, Head::default());
    assert!(side.rows(SHARD, &names).receipts.get(&place(7, 7).0).is_none(), "asking again is deciding again");
}
