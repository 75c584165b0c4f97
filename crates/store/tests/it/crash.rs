//! A process that is killed: what it had acknowledged is there afterwards, once, and the books balance.
//!
//! The process is this test binary again, told by the environment to be the one that dies.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use domain::command::{OpenBuyer, PlaceOrder};
use domain::id::{BuyerId, OrderId};
use domain::invariants::Audit;
use domain::money::Money;
use domain::order::OrderState;
use domain::receipt::{IdempotencyKey, Outcome};
use store::{Engine, Part, Reads, Settings, Sqlite, Store};
use tokio::task::JoinSet;

use crate::engines::{SHARD, assert_holds, quote_id, wait};
use crate::town::{self, NOON};

/// Names the folder to order in, and says to be the child.
const FOLDER: &str = "XIAOER_TEST_CRASH_FOLDER";
/// The number of the first order, or nothing: then only open the folder.
const FIRST: &str = "XIAOER_TEST_CRASH_FIRST";
/// Orders that the parent waits for before it kills.
const ACKNOWLEDGED: usize = 150;
/// Orders under way at once.
const AT_ONCE: u64 = 32;
const ORDERS: u64 = 100_000;

#[expect(clippy::disallowed_methods, reason = "how a test tells its own binary what to do")]
fn told(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The process that is killed; without the environment, nothing.
#[test]
fn child() {
    let Some(folder) = told(FOLDER) else { return };
    let engine = Arc::new(Sqlite::open(Path::new(&folder)).expect("the folder opens"));
    let Some(first) = told(FIRST).and_then(|text| text.parse().ok()) else { return };
    let store = Store::start(engine, &Settings::new(Arc::new(|| NOON))).expect("the executor starts");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().expect("a runtime starts");
    runtime.block_on(order(store, first));
}

async fn order(store: Store, first: u64) {
    let open = OpenBuyer { buyer: town::buyer(BuyerId(1)), opening_balance: Money::cny(1_000_000_000) };
    store.submit(SHARD, IdempotencyKey::about("open", 1), open).await.expect("it is opened, or was");
    let mut tasks = JoinSet::new();
    for number in first..first + ORDERS {
        if u64::try_from(tasks.len()).is_ok_and(|under_way| under_way >= AT_ONCE) {
            acknowledge(tasks.join_next().await.expect("some are under way").expect("no task panics"));
        }
        let store = store.clone();
        tasks.spawn(async move {
            let quote = town::noodles(quote_id(BuyerId(1), number), BuyerId(1), NOON);
            let mandate = town::agreed(&quote);
            let key = IdempotencyKey::about("place", number);
            store.submit(SHARD, key, PlaceOrder { quote, mandate }).await.expect("the order is placed")
        });
    }
}

/// Written at once: what was printed was acknowledged.
fn acknowledge(outcome: Outcome) {
    let Outcome::Order { order, .. } = outcome else { panic!("an order is answered with an order") };
    let mut out = std::io::stdout().lock();
    writeln!(out, "acknowledged {order}").and_then(|()| out.flush()).expect("the parent reads");
}

/// This binary again, as the child.
fn start(folder: &Path, first: Option<u64>) -> Child {
    let mut command = Command::new(std::env::current_exe().expect("the test runs from a file"));
    command.args(["crash::child", "--exact", "--nocapture"]).env(FOLDER, folder).env_remove(FIRST);
    if let Some(first) = first {
        command.env(FIRST, first.to_string());
    }
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the binary can be started")
}

/// Kills a child in the middle of its work; the orders that it had acknowledged.
fn kill_in_the_middle(folder: &Path, first: u64) -> BTreeSet<OrderId> {
    let mut child = start(folder, Some(first));
    let mut acknowledged = BTreeSet::new();
    let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
    let mut killed = false;
    for line in lines.map_while(Result::ok) {
        // The test harness writes lines of its own, and what was being written when it died may be half a line.
        let id = line.split_once("acknowledged ").and_then(|(_, id)| id.parse::<OrderId>().ok());
        acknowledged.extend(id);
        if acknowledged.len() >= ACKNOWLEDGED && !killed {
            child.kill().expect("it runs");
            killed = true;
        }
    }
    let status = child.wait().expect("it can be waited for");
    assert!(killed && !status.success(), "it was killed, not finished: {status}");
    acknowledged
}

#[test]
fn what_was_acknowledged_is_there_after_a_kill() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut acknowledged = BTreeSet::new();
    for round in 0..3 {
        let more = kill_in_the_middle(folder.path(), 1_000 + round * ORDERS);
        assert!(more.len() >= ACKNOWLEDGED);
        acknowledged.extend(more);
        assert_there(folder.path(), &acknowledged);
    }
}

/// All of them, once each, and the books balance.
fn assert_there(folder: &Path, acknowledged: &BTreeSet<OrderId>) {
    let engine = Sqlite::open(folder).expect("it opens after a crash");
    for id in acknowledged {
        let order = wait(engine.order(*id)).expect("orders are read");
        assert_eq!(order.map(|order| order.state), Some(OrderState::Paid), "order {id} was acknowledged");
    }
    let mut audit = Audit::default();
    wait(engine.audit(&mut audit)).expect("the store can be audited");
    assert_holds(&audit.finish());
    let last = acknowledged.last().expect("there are some");
    assert_same_again(Arc::new(engine), *last);
}

/// Asking again with the key of an order that was acknowledged gives the same answer and takes no money.
fn assert_same_again(engine: Arc<dyn Engine>, order: OrderId) {
    let wallet = domain::ledger::AccountId::Wallet(BuyerId(1));
    let before = wait(engine.account(SHARD, &wallet)).expect("accounts are read");
    let quote = wait(engine.order(order)).expect("orders are read").expect("it is there").quote;
    let mandate = town::agreed(&quote);
    let key = IdempotencyKey::about("place", order.0 >> 10);
    let mut session = engine.session().expect("a session can be had");
    let command = PlaceOrder { quote, mandate }.into();
    let settings = Settings::new(Arc::new(|| NOON));
    let answers = store::decide_batch(&mut *session, Part { shard: SHARD, shards: 1 }, &settings, &[(key, &command)])
        .expect("the store works");
    assert_eq!(answers, [Ok(Outcome::Order { order, state: OrderState::Paid })]);
    assert_eq!(wait(engine.account(SHARD, &wallet)).expect("accounts are read"), before);
}

#[test]
fn processes_that_open_a_new_folder_at_once() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let children: Vec<_> = (0..4).map(|_| start(folder.path(), None)).collect();
    for mut child in children {
        let status = child.wait().expect("it can be waited for");
        assert!(status.success(), "one of them could not open it: {status}");
    }
}
