//! The core on SQLite: full orders a second, with postings, receipts, a voucher each.
//!
//! | `cargo bench -p store --bench core --` | what |
//! | --- | --- |
//! | `[BUYERS [ORDERS]]` | orders of a million buyers, against the same orders on the same file, one transaction each |
//! | `buyers [ORDERS]` | how cost grows with buyers: ten thousand, a million, ten million |
//! | `history` | how cost grows with the orders that a buyer has: 1 to 200, and reading the newest page of them |
//!
//! Nothing here depends on how fast it is: a slow machine gets a slow figure.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::command::{ClaimVoucher, Command, LaunchCampaign};
use domain::id::Shard;
use domain::invariants::Audit;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use store::{Engine, Settings, Sqlite, Store};
use tokio::task::JoinSet;

#[path = "core/history.rs"]
mod history;
#[path = "core/meter.rs"]
mod meter;
#[path = "workload.rs"]
mod workload;

use meter::Meter;
use workload::{ITEMS, NOW, World, buyer_id, campaign, campaign_id, open_buyer};

/// As in the binary.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const RUNS: u64 = 5;
/// Orders of a run of the baseline, at most.
const BASELINE_ORDERS: u64 = 2_000;
/// Callers who wait at once.
const IN_FLIGHT: usize = 4_000;
/// Commands that are made before the clock starts.
const MADE_AHEAD: u64 = 20_000;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let mut numbers = words.iter().filter_map(|word| word.parse::<u64>().ok());
    let has = |name| words.iter().any(|word| word == name);
    let meter = Meter::install();
    println!("core: SQLite, synchronous=FULL, one shard, batches of at most {}", store::BATCH_MAX);
    println!("  an order: 1 line with options, 1 voucher, paid from the wallet; 3 postings, receipt, event, stock,");
    println!("  capacity; {ITEMS} items with stock, one campaign, {IN_FLIGHT} callers");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    runtime.block_on(async {
        if has("history") {
            history::measure(&meter).await;
        } else if has("buyers") {
            let orders = numbers.next().unwrap_or(100_000);
            for buyers in [10_000, 1_000_000, 10_000_000] {
                measure(&meter, buyers, orders).await;
            }
        } else {
            let buyers = numbers.next().unwrap_or(1_000_000);
            measure(&meter, buyers, numbers.next().unwrap_or(200_000)).await;
        }
    });
}

async fn measure(meter: &Meter, buyers: u64, orders: u64) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let world = World::wanting(ITEMS);
    let engine = open(folder.path(), &world).await;
    let store = Store::start(engine.clone(), &settings(store::BATCH_MAX)).expect("the executor starts");
    let filled = fill(&store, buyers).await;
    println!("  {buyers} buyers, each with a wallet and a voucher: {:.0} commands/s", rate(2 * buyers, filled));
    let single = Store::start(engine.clone(), &settings(1)).expect("the executor starts");
    // Each buyer has one voucher, and orders once.
    let (share, few) = (orders.min(buyers / 10 * 7) / RUNS, BASELINE_ORDERS.min(buyers / 20));
    let mut next = 0;
    let (mut rates, mut baselines) = (Vec::new(), Vec::new());
    for run in 1..=RUNS {
        let baseline = place(&single, &world, next, few, buyers).await;
        next += few;
        let before = Before::now(meter);
        let batched = place(&store, &world, next, share, buyers).await;
        next += share;
        let (ours, theirs) = (rate(share, batched), rate(few, baseline));
        rates.push(ours);
        baselines.push(theirs);
        println!("  run {run}: {ours:>7.0} orders/s; one transaction each {theirs:>6.0}");
        before.tell(meter, share);
    }
    let (ours, theirs) = (median(rates), median(baselines));
    println!("  median: {ours:.0} orders/s; baseline {theirs:.0}; ratio {:.1}", ours / theirs);
    println!("  audit: {}", audit(&*engine).await);
}

/// A new database with the world's catalogue.
async fn open(folder: &Path, world: &World) -> Arc<dyn Engine> {
    let engine: Arc<dyn Engine> = Arc::new(Sqlite::open(folder).expect("a database can be made"));
    engine.import(&world.shops, &world.items).await.expect("the catalogue is stored");
    engine
}

async fn audit(engine: &dyn Engine) -> String {
    let mut audit = Audit::default();
    engine.audit(&mut audit).await.expect("the store can be audited");
    let broken: Vec<_> = audit.finish().into_iter().filter(|finding| !finding.holds()).collect();
    if broken.is_empty() { "all invariants hold".into() } else { format!("{broken:#?}") }
}

/// Where the counters stood before a run.
struct Before {
    processor_ns: std::collections::BTreeMap<String, u64>,
    written_bytes: u64,
}

impl Before {
    fn now(meter: &Meter) -> Self {
        meter.reset();
        Self { processor_ns: meter::processor_ns(), written_bytes: meter::written_bytes() }
    }

    /// Says what the run took. The processor time is what it would take on a machine of one's own: others slow the
    /// clock on the wall, and hardly that.
    fn tell(&self, meter: &Meter, orders: u64) {
        let batch = meter.figures(store::metric::BATCH_SECONDS, "");
        let ms = |ns: u64| ns as f64 / 1e6;
        let parts = [0.5, 0.99, 1.0].map(|part| ms(batch.value_at_quantile(part)));
        let bytes = (meter::written_bytes() - self.written_bytes) / orders;
        println!(
            "    {} batches: p50 {:.1}, p99 {:.1}, max {:.1} ms; {bytes} bytes written an order",
            batch.len(),
            parts[0],
            parts[1],
            parts[2]
        );
        let us = |ns: f64| ns / 1e3 / orders as f64;
        let phases = ["load", "decide", "save", "commit"].map(|phase| {
            let figures = meter.figures(store::metric::BATCH_PHASE_SECONDS, phase);
            format!("{phase} {:.1}", us(figures.mean() * figures.len() as f64))
        });
        println!("    us an order, by the clock: {}", phases.join(", "));
        let threads = meter::processor_ns().into_iter().filter_map(|(name, ns)| {
            let took = us((ns - self.processor_ns.get(&name).copied().unwrap_or(0)) as f64);
            (took >= 0.05).then(|| format!("{name} {took:.1}"))
        });
        println!("    us an order, processor time: {}", threads.collect::<Vec<_>>().join(", "));
    }
}

fn settings(batch_max: usize) -> Settings {
    Settings { batch_max, ..Settings::new(Arc::new(|| NOW)) }
}

fn rate(count: u64, took: Duration) -> f64 {
    count as f64 / took.as_secs_f64()
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// Opens the buyers and claims their vouchers.
async fn fill(store: &Store, buyers: u64) -> Duration {
    let launch = LaunchCampaign { campaign: campaign(buyers) };
    store.submit(Shard(0), IdempotencyKey::about("launch", 0), launch).await.expect("the campaign is launched");
    let open = |n| (IdempotencyKey::about("open", n), open_buyer(n).into());
    let claim = |n| {
        let command = ClaimVoucher { buyer: buyer_id(n), campaign: campaign_id() };
        (IdempotencyKey::about("claim", n), command.into())
    };
    submit_all(store, (0..buyers).map(open)).await + submit_all(store, (0..buyers).map(claim)).await
}

/// Places `count` orders of buyers who have not ordered yet, spread over all of them.
async fn place(store: &Store, world: &World, from: u64, count: u64, buyers: u64) -> Duration {
    submit_made(store, from, count, |n| world.order(n, buyers)).await
}

/// Submits commands that are made before the clock starts.
async fn submit_made(
    store: &Store,
    from: u64,
    count: u64,
    make: impl Fn(u64) -> (IdempotencyKey, Command),
) -> Duration {
    let mut took = Duration::ZERO;
    for start in (from..from + count).step_by(usize::try_from(MADE_AHEAD).expect("it fits")) {
        let commands: Vec<_> = (start..(from + count).min(start + MADE_AHEAD)).map(&make).collect();
        took += submit_all(store, commands.into_iter()).await;
    }
    took
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
async fn submit_all(store: &Store, commands: impl Iterator<Item = (IdempotencyKey, Command)>) -> Duration {
    let began = Instant::now();
    let mut waiting: JoinSet<Result<Outcome, Refusal>> = JoinSet::new();
    for (key, command) in commands {
        if waiting.len() >= IN_FLIGHT {
            waiting.join_next().await.expect("some wait").expect("no task panics").expect("no command is refused");
        }
        let store = store.clone();
        waiting.spawn(async move { store.submit(Shard(0), key, command).await });
    }
    while let Some(answer) = waiting.join_next().await {
        answer.expect("no task panics").expect("no command is refused");
    }
    began.elapsed()
}
