//! The baseline: the path that somebody writes instead, one interactive transaction for each order.
//!
//! Many connections, each with one order at a time: receipt, stock, campaign, voucher, wallet, order, postings, commit,
//! every statement prepared, every limit checked in the statement that takes from it, and a transaction that loses
//! against another one tried again. It has tables of its own in a database of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::task::JoinSet;
use tokio_postgres::error::SqlState;
use tokio_postgres::{Client, Error, NoTls, Statement};

const AMOUNT_FEN: i64 = 2_500;
const TOTAL_FEN: i64 = 800;
const BALANCE_FEN: i64 = 100_000;
const TRIES_MAX: usize = 100;
const ITEMS_PER_SHOP: u64 = 10;

/// What is ordered, from whom.
#[derive(Debug, Clone, Copy)]
pub struct Workload {
    /// Each has a wallet and one voucher, and orders once at most.
    pub buyers: u64,
    pub items: u64,
    pub campaigns: u64,
    /// How long the text is that an order is kept with.
    pub body_bytes: usize,
    pub connections: usize,
}

impl Workload {
    /// Orders for ten thousand items and, as many campaigns do not wait for each other, a thousand campaigns.
    pub const SPREAD: Self =
        Self { buyers: 200_000, items: 10_000, campaigns: 1_000, body_bytes: 600, connections: 32 };

    /// Everybody orders the same item with the same campaign's voucher.
    pub const HOT: Self = Self { items: 1, campaigns: 1, ..Self::SPREAD };
}

/// What was measured.
#[derive(Debug)]
pub struct Figures {
    pub orders: u64,
    pub took: Duration,
    /// Transactions that lost against another one and were tried again.
    pub retries: u64,
    /// Of each order, in microseconds, the shortest first.
    latencies_us: Vec<u64>,
}

impl Figures {
    pub fn orders_per_second(&self) -> f64 {
        self.orders as f64 / self.took.as_secs_f64()
    }

    /// The latency that so many of a thousand orders did not exceed.
    pub fn latency_us(&self, of_thousand: usize) -> u64 {
        let last = self.latencies_us.len().saturating_sub(1);
        self.latencies_us.get(last * of_thousand / 1_000).copied().unwrap_or_default()
    }
}

/// Fills an empty database and places orders for so long, beginning after a warm-up of a fifth of it.
pub async fn measure(url: &str, workload: Workload, lasting: Duration) -> Figures {
    let filler = connect(url).await;
    fill(&filler, workload).await;
    let next = Arc::new(AtomicU64::new(0));
    run(url, workload, &next, lasting / 5).await;
    let figures = run(url, workload, &next, lasting).await;
    check(&filler).await;
    figures
}

async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("the server accepts");
    tokio::spawn(connection);
    client
}

async fn fill(client: &Client, workload: Workload) {
    let Workload { buyers, items, campaigns, .. } = workload;
    let reserved = i64::try_from(buyers).expect("it fits") * AMOUNT_FEN;
    let statements = format!(
        "INSERT INTO wallets SELECT n, {BALANCE_FEN} FROM generate_series(0, {buyers} - 1) n;
         INSERT INTO vouchers SELECT n, n % {campaigns}, {AMOUNT_FEN}, NULL FROM generate_series(0, {buyers} - 1) n;
         INSERT INTO stock SELECT n, 1000000 FROM generate_series(0, {items} - 1) n;
         INSERT INTO campaigns SELECT n, {reserved} FROM generate_series(0, {campaigns} - 1) n;"
    );
    client.batch_execute(include_str!("baseline.sql")).await.expect("the tables are made");
    client.batch_execute(&statements).await.expect("the tables are filled");
    client.batch_execute("VACUUM ANALYZE").await.expect("the tables are counted");
    client.batch_execute("CHECKPOINT").await.expect("what was filled is written");
}

/// Places orders on all connections until time is up.
async fn run(url: &str, workload: Workload, next: &Arc<AtomicU64>, lasting: Duration) -> Figures {
    let mut desks = Vec::new();
    for _ in 0..workload.connections {
        desks.push(Desk::open(url, workload).await);
    }
    let began = now();
    let mut tasks = JoinSet::new();
    for desk in desks {
        let next = Arc::clone(next);
        tasks.spawn(async move { desk.place_until(began + lasting, &next).await });
    }
    let done = tasks.join_all().await;
    let took = began.elapsed();
    let mut latencies_us: Vec<_> = done.iter().flat_map(|(latencies, _)| latencies.iter().copied()).collect();
    latencies_us.sort_unstable();
    let retries = done.iter().map(|(_, retries)| retries).sum();
    Figures { orders: latencies_us.len() as u64, took, retries, latencies_us }
}

/// No figure without the proof that what was counted is there.
async fn check(client: &Client) {
    let query = "SELECT (SELECT count(*) FROM orders) = (SELECT sum(1000000 - units)::int8 FROM stock)
                    AND (SELECT count(*) FROM orders) = (SELECT count(*) FROM vouchers WHERE used_at IS NOT NULL)
                    AND (SELECT count(*) FROM orders) = (SELECT count(*) FROM receipts)
                    AND (SELECT count(*) * 3 FROM orders) = (SELECT count(*) FROM postings)
                    AND (SELECT sum(amount_fen) FROM postings) = 0";
    let row = client.query_one(query, &[]).await.expect("the tables can be read");
    assert_eq!(row.get::<_, Option<bool>>(0), Some(true), "stock, vouchers, receipts and postings equal the orders");
}

/// A connection with its statements.
struct Desk {
    client: Client,
    workload: Workload,
    body: String,
    receipt: Statement,
    stock: Statement,
    campaign: Statement,
    voucher: Statement,
    wallet: Statement,
    order: Statement,
    postings: Statement,
}

/// An order to place.
struct Order {
    key: [u8; 16],
    buyer: i64,
    item: i64,
    campaign: i64,
    shop: u64,
}

impl Desk {
    async fn open(url: &str, workload: Workload) -> Self {
        let client = connect(url).await;
        let prepare = async |text| client.prepare(text).await.expect("the statement is right");
        Self {
            workload,
            body: "x".repeat(workload.body_bytes),
            receipt: prepare("INSERT INTO receipts (key, content_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING").await,
            stock: prepare("UPDATE stock SET units = units - 1 WHERE item = $1 AND units >= 1").await,
            campaign: prepare(
                "UPDATE campaigns SET reserved_fen = reserved_fen - $2, spent_fen = spent_fen + $2
                 WHERE campaign = $1 AND reserved_fen >= $2",
            )
            .await,
            voucher: prepare("UPDATE vouchers SET used_at = now() WHERE buyer = $1 AND used_at IS NULL").await,
            wallet: prepare("UPDATE wallets SET balance_fen = balance_fen - $2 WHERE buyer = $1 AND balance_fen >= $2")
                .await,
            order: prepare("INSERT INTO orders (buyer, item, total_fen, body) VALUES ($1, $2, $3, $4) RETURNING id")
                .await,
            postings: prepare("INSERT INTO postings VALUES ($1, 0, $2, $3), ($1, 1, $4, $5), ($1, 2, $6, $7)").await,
            client,
        }
    }

    /// Places one order after the other, and returns how long each took, and how often one was tried again.
    async fn place_until(self, end: Instant, next: &AtomicU64) -> (Vec<u64>, u64) {
        let (mut latencies_us, mut retries) = (Vec::new(), 0);
        while now() < end {
            let order = Order::nth(next.fetch_add(1, Ordering::Relaxed), self.workload);
            let began = now();
            retries += self.place(&order).await;
            latencies_us.push(u64::try_from(began.elapsed().as_micros()).expect("it fits"));
        }
        (latencies_us, retries)
    }

    /// Places an order, however often it must be tried.
    async fn place(&self, order: &Order) -> u64 {
        for tries in 0..TRIES_MAX {
            match self.attempt(order).await {
                Ok(()) => return tries as u64,
                Err(error) if has_lost(&error) => self.client.batch_execute("ROLLBACK").await.expect("it rolls back"),
                Err(error) => panic!("an order failed: {error:?}"),
            }
        }
        panic!("an order lost {TRIES_MAX} times against others");
    }

    /// One transaction, a round trip for each statement.
    async fn attempt(&self, order: &Order) -> Result<(), Error> {
        let Order { key, buyer, item, campaign, shop } = order;
        let client = &self.client;
        client.batch_execute("BEGIN").await?;
        assert_eq!(client.execute(&self.receipt, &[&key.as_slice(), &key.as_slice()]).await?, 1, "the key is new");
        assert_eq!(client.execute(&self.stock, &[item]).await?, 1, "there is stock");
        assert_eq!(client.execute(&self.campaign, &[campaign, &AMOUNT_FEN]).await?, 1, "there is budget");
        assert_eq!(client.execute(&self.voucher, &[buyer]).await?, 1, "the voucher is held");
        assert_eq!(client.execute(&self.wallet, &[buyer, &TOTAL_FEN]).await?, 1, "there is money");
        let placed = client.query_one(&self.order, &[buyer, item, &TOTAL_FEN, &self.body]).await?;
        let id: i64 = placed.get(0);
        let (wallet, reserved, held) =
            (format!("wallet:{buyer}"), format!("campaign_reserved:{campaign}"), format!("shop_held:{shop}"));
        let goods = TOTAL_FEN + AMOUNT_FEN;
        client.execute(&self.postings, &[&id, &wallet, &-TOTAL_FEN, &reserved, &-AMOUNT_FEN, &held, &goods]).await?;
        client.batch_execute("COMMIT").await
    }
}

impl Order {
    /// The n-th; an odd stride spreads the buyers over the whole range, each once.
    fn nth(n: u64, workload: Workload) -> Self {
        assert!(n < workload.buyers, "more orders than buyers; give it more");
        let buyer = n.wrapping_mul(7_368_787) % workload.buyers;
        let item = n * 7_919 % workload.items;
        let key = [n.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes(), n.to_be_bytes()].concat();
        let number = |value: u64| i64::try_from(value).expect("it fits");
        Self {
            key: key.try_into().expect("two halves of eight bytes"),
            buyer: number(buyer),
            item: number(item),
            campaign: number(buyer % workload.campaigns),
            shop: item / ITEMS_PER_SHOP,
        }
    }
}

/// Whether a transaction only lost against another one.
fn has_lost(error: &Error) -> bool {
    matches!(error.code(), Some(&SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED))
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn now() -> Instant {
    Instant::now()
}
