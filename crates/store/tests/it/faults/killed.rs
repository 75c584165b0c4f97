//! PostgreSQL killed under load, again and again: two nodes with clocks five minutes apart place orders in one database,
//! its processes end as by `kill -9`, and it starts again in the same place.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use domain::command::{ClaimVoucher, Command, LaunchCampaign, OpenBuyer, PlaceOrder};
use domain::id::{BuyerId, CampaignId, OrderId, Shard};
use domain::ledger::AccountId;
use domain::money::Money;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::time::{Span, Time};
use private_postgres::Server;
use store::{Postgres, Settings, Store};
use tokio::task::JoinSet;

use super::{assert_audit, at_least, now};
use crate::engines::{quote_id, wait};
use crate::town::{self, NOON};

/// Asks for more kills than the usual ones.
const VARIABLE: &str = "XIAOER_KILLS";
const KILLS: u64 = 3;
const SHARDS: u16 = 4;
const CLIENTS: u64 = 24;
/// How far the second node's clock is ahead.
const APART: Span = Span::micros(300_000_000);
/// Orders between two kills, at least; and how long the server stays down.
const ORDERS_BETWEEN: u64 = 150;
const DOWN: Duration = Duration::from_millis(300);
/// How long a client goes on asking.
const KEEPS_ASKING: Duration = Duration::from_secs(60);
const ASKS_EVERY: Duration = Duration::from_millis(5);
/// How long a node leaves mail to whoever sent it.
const MAIL_RESTS: Span = Span::micros(1_000_000);
const OPENING_FEN: i64 = 100_000_000;

/// What all clients share.
struct World {
    nodes: [Node; 2],
    orders: AtomicU64,
    asked_again: AtomicU64,
    told_too_early: AtomicU64,
    enough: AtomicBool,
}

struct Node {
    store: Store,
    ahead: Span,
    began: Instant,
    /// Orders that it acknowledged.
    acknowledged: AtomicU64,
}

impl Node {
    async fn start(server: &Server, number: u64) -> Self {
        let engine = Postgres::connect(&server.url(), SHARDS).await.expect("it can be started on");
        let (began, ahead) = (now(), if number == 1 { Span::micros(0) } else { APART });
        let clock = Arc::new(move || time(began, ahead));
        let settings = Settings { node: number, ..Settings::new(clock) };
        let store = Store::start(Arc::new(engine), &settings).expect("the executors start");
        Self { store, ahead, began, acknowledged: AtomicU64::new(0) }
    }

    /// Delivers what was left in the mail when the server was killed, as a node does in the background.
    async fn deliver(&self) {
        for shard in (0..SHARDS).map(Shard) {
            // A server that is down is asked again.
            let _ = self.store.deliver_mail(shard, self.now().before(MAIL_RESTS)).await;
        }
    }

    fn now(&self) -> Time {
        time(self.began, self.ahead)
    }
}

/// The time of a node whose clock goes.
fn time(began: Instant, ahead: Span) -> Time {
    let passed = i64::try_from((now() - began).as_micros()).expect("a test does not last so long");
    NOON.after(Span::micros(passed)).after(ahead)
}

/// The `n`-th order of a buyer, from a kitchen that takes as many as any may.
fn place(buyer: BuyerId, n: u64, now: Time) -> PlaceOrder {
    let id = quote_id(buyer, 10_000_000 + buyer.0 * 100_000 + n);
    let mut terms = town::noodles(id, buyer, now).terms.clone();
    terms.shops.iter_mut().for_each(|shop| shop.orders_per_ten_minutes = 10_000);
    let quote = Arc::new(terms.offered(id, buyer, now));
    let mandate = town::agreed(&quote);
    PlaceOrder { quote, mandate }
}

/// A client's orders by their keys.
type Booked = BTreeMap<u64, OrderId>;

impl World {
    fn of(nodes: [Node; 2]) -> Self {
        let [orders, asked_again, told_too_early] = [(); 3].map(|()| AtomicU64::new(0));
        Self { nodes, orders, asked_again, told_too_early, enough: AtomicBool::new(false) }
    }

    /// Asks the one node or the other until there is an answer that is not about the store.
    async fn insist(
        &self,
        first: u64,
        key: IdempotencyKey,
        command: Command,
        buyer: BuyerId,
    ) -> Result<Outcome, Refusal> {
        let (began, mut turn, mut last) = (now(), first, None);
        while now() - began < KEEPS_ASKING {
            let node = &self.nodes[usize::try_from(turn % 2).expect("one of two")];
            let answer = node.store.submit(node.store.shard_of(buyer), key, command.clone()).await;
            if !matches!(answer, Err(Refusal::StoreUnavailable { .. } | Refusal::Busy { .. })) {
                node.acknowledged.fetch_add(1, Ordering::SeqCst);
                return answer;
            }
            self.asked_again.fetch_add(1, Ordering::SeqCst);
            (turn, last) = (turn + 1, answer.err());
            tokio::time::sleep(ASKS_EVERY).await;
        }
        panic!("no answer within {KEEPS_ASKING:?}: {last:?}");
    }

    /// Asks for a voucher until it is had: there are exactly as many as buyers, and who is told that none is left while
    /// the last are in the mail comes again.
    async fn claim(&self, buyer: BuyerId, key: IdempotencyKey) {
        let claim = ClaimVoucher { buyer, campaign: CampaignId::from("spring") };
        let began = now();
        while let Err(refusal) = self.insist(buyer.0, key, claim.clone().into(), buyer).await {
            assert!(matches!(refusal, Refusal::BudgetExhausted { .. }), "{refusal:?}");
            assert!(now() - began < KEEPS_ASKING, "nobody goes without");
            self.told_too_early.fetch_add(1, Ordering::SeqCst);
            tokio::time::sleep(ASKS_EVERY).await;
        }
    }

    /// One client: a buyer, a voucher, and orders until it is enough.
    async fn live(self: Arc<Self>, buyer: BuyerId) -> (BuyerId, Booked) {
        let key = |what: &str, n| IdempotencyKey::about(what, buyer.0 * 1_000_000 + n);
        let open = OpenBuyer { buyer: town::buyer(buyer), opening_balance: Money::cny(OPENING_FEN) };
        self.insist(buyer.0, key("open", 0), open.into(), buyer).await.expect("it is opened");
        self.claim(buyer, key("claim", 0)).await;
        let mut booked = Booked::new();
        for n in 0.. {
            if self.enough.load(Ordering::SeqCst) {
                break;
            }
            let node = &self.nodes[usize::try_from((buyer.0 + n) % 2).expect("one of two")];
            let place = place(buyer, n, node.now());
            match self.insist(buyer.0 + n, key("place", n), place.into(), buyer).await {
                Ok(Outcome::Order { order, .. }) => drop(booked.insert(n, order)),
                // In a long run, more orders than a kitchen takes.
                Err(Refusal::ShopFull { .. }) => tokio::time::sleep(Duration::from_secs(1)).await,
                other => panic!("an order is placed: {other:?}"),
            }
            self.orders.fetch_add(1, Ordering::SeqCst);
        }
        (buyer, booked)
    }

    async fn wait_for_orders(&self, orders: u64) {
        let began = now();
        while self.orders.load(Ordering::SeqCst) < orders {
            assert!(now() - began < KEEPS_ASKING, "the orders go on");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Until each node has acknowledged something anew.
    async fn wait_for_both(&self) {
        let before = [0, 1].map(|n: usize| self.nodes[n].acknowledged.load(Ordering::SeqCst));
        let began = now();
        while (0..2).any(|n: usize| self.nodes[n].acknowledged.load(Ordering::SeqCst) <= before[n]) {
            assert!(now() - began < KEEPS_ASKING, "both nodes go on by themselves");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
}

async fn deliver(world: Arc<World>) {
    loop {
        tokio::join!(world.nodes[0].deliver(), world.nodes[1].deliver());
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

async fn stock_the_town(node: &Node) {
    node.store.import(&town::shops(), &town::items()).await.expect("the catalogue is stored");
    let campaign =
        town::campaign("spring", Money::cny(2_500 * i64::try_from(CLIENTS).expect("few")), Money::cny(2_500));
    let home = campaign.id.home(SHARDS);
    let launch = LaunchCampaign { campaign };
    node.store.submit(home, IdempotencyKey::about("launch", 1), launch).await.expect("it is launched");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_is_there_once_after_kills() {
    let server = Arc::new(tokio::task::spawn_blocking(Server::for_tests).await.expect("it runs").expect("it starts"));
    let nodes = tokio::join!(Node::start(&server, 1), Node::start(&server, 2));
    stock_the_town(&nodes.0).await;
    let world = Arc::new(World::of(nodes.into()));
    let beside = tokio::spawn(deliver(world.clone()));
    let mut clients = JoinSet::new();
    (1..=CLIENTS).for_each(|n| drop(clients.spawn(world.clone().live(BuyerId(n)))));
    let back = kill_again_and_again(&server, &world).await;
    world.wait_for_orders((at_least(KILLS, VARIABLE) + 1) * ORDERS_BETWEEN).await;
    world.enough.store(true, Ordering::SeqCst);
    let booked = clients.join_all().await;
    beside.abort();
    check(&server, &world, booked).await;
    let [orders, again, early] =
        [&world.orders, &world.asked_again, &world.told_too_early].map(|count| count.load(Ordering::SeqCst));
    println!(
        "{} kills, {orders} orders, {again} asked again, {early} told too early that no voucher is left",
        back.len()
    );
    println!("the server started in, and both nodes went on after: {back:?}");
}

/// How long each start took, and how long after it both nodes went on.
async fn kill_again_and_again(server: &Arc<Server>, world: &World) -> Vec<(Duration, Duration)> {
    let mut back = Vec::new();
    for kill in 1..=at_least(KILLS, VARIABLE) {
        world.wait_for_orders(kill * ORDERS_BETWEEN).await;
        let killed = server.clone();
        tokio::task::spawn_blocking(move || killed.kill()).await.expect("it runs").expect("it is killed");
        tokio::time::sleep(DOWN).await;
        let (killed, began) = (server.clone(), now());
        tokio::task::spawn_blocking(move || killed.restart()).await.expect("it runs").expect("it starts again");
        let started = now();
        world.wait_for_both().await;
        back.push((started - began, now() - started));
    }
    back
}

/// Each client has the orders that it was told of, each paid once, and nobody has any other.
async fn check(server: &Server, world: &World, booked: Vec<(BuyerId, Booked)>) {
    let store = &world.nodes[0].store;
    for node in &world.nodes {
        for shard in (0..SHARDS).map(Shard) {
            node.store.deliver_mail(shard, node.now()).await.expect("it is delivered");
        }
    }
    let mut known = 0;
    for (buyer, orders) in &booked {
        let mut paid = 0;
        for id in orders.values() {
            let order = store.order(*id).await.expect("orders are read").expect("it was acknowledged");
            paid += order.quote.terms.total.fen();
        }
        known += orders.len();
        let wallet = store.account(store.shard_of(*buyer), &AccountId::Wallet(*buyer)).await.expect("it reads");
        assert_eq!(wallet.expect("it is there").balance.fen(), OPENING_FEN - paid, "{buyer:?} paid for each once");
    }
    let url = server.url();
    let there = move || {
        let engine = wait(Postgres::connect_existing(&url)).expect("it is there");
        assert_audit(&engine);
        super::rows(&engine).iter().filter(|row| row.starts_with("Order(")).count()
    };
    assert_eq!(tokio::task::spawn_blocking(there).await.expect("it holds"), known, "and no other order");
}
