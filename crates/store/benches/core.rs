//! The core on SQLite: full orders a second, with postings, receipts, a voucher each, over a million buyers.
//!
//! `cargo bench -p store --bench core [-- BUYERS ORDERS]`. The baseline runs on the same file in the same run: the same
//! orders, one transaction each.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::command::{ClaimVoucher, Command, LaunchCampaign};
use domain::id::Shard;
use domain::invariants::Audit;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use store::{Engine, Settings, Sqlite, Store};
use tokio::task::JoinSet;

#[path = "workload.rs"]
mod workload;

use workload::{ITEMS, NOW, World, buyer_id, campaign, campaign_id, open_buyer};

const RUNS: usize = 5;
const BASELINE_ORDERS: u64 = 2_000;
/// Callers who wait at once.
const IN_FLIGHT: usize = 4_000;

fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|word| word.parse::<u64>().ok());
    let buyers = numbers.next().unwrap_or(1_000_000);
    let orders = numbers.next().unwrap_or(200_000);
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    println!("core: SQLite, synchronous=FULL, one shard, batches of at most {}", store::BATCH_MAX);
    println!("  {buyers} buyers each with a wallet and a voucher, {} items with stock, one campaign", ITEMS);
    println!(
        "  an order: 1 line with options, 1 voucher, paid from the wallet; 3 postings, receipt, event, stock, capacity"
    );
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    runtime.block_on(measure(folder.path(), buyers, orders));
}

async fn measure(folder: &std::path::Path, buyers: u64, orders: u64) {
    let world = World::wanting(ITEMS);
    let engine: Arc<dyn Engine> = Arc::new(Sqlite::open(folder).expect("a database can be made"));
    engine.import(&world.shops, &world.items).await.expect("the catalogue is stored");
    let store = Store::start(engine.clone(), &settings(store::BATCH_MAX)).expect("the executor starts");
    let filled = fill(&store, buyers).await;
    println!(
        "  filled in {:.1} s ({:.0} commands/s)",
        filled.as_secs_f64(),
        2.0 * buyers as f64 / filled.as_secs_f64()
    );

    let single = Store::start(engine.clone(), &settings(1)).expect("the executor starts");
    let mut next = 0;
    let mut rates = Vec::new();
    let mut baselines = Vec::new();
    for run in 1..=RUNS {
        let baseline = place(&single, &world, next, BASELINE_ORDERS, buyers).await;
        next += BASELINE_ORDERS;
        let share = orders / RUNS as u64;
        let batched = place(&store, &world, next, share, buyers).await;
        next += share;
        baselines.push(rate(BASELINE_ORDERS, baseline));
        rates.push(rate(share, batched));
        println!(
            "  run {run}: {:>7.0} orders/s batched, {:>6.0} orders/s one transaction each",
            rates[run - 1],
            baselines[run - 1]
        );
    }
    let (ours, theirs) = (median(rates), median(baselines));
    println!("  median: {ours:.0} orders/s; baseline {theirs:.0}; ratio {:.1}", ours / theirs);
    let mut audit = Audit::default();
    engine.audit(&mut audit).await.expect("the store can be audited");
    let broken: Vec<_> = audit.finish().into_iter().filter(|finding| !finding.holds()).collect();
    println!("  audit: {}", if broken.is_empty() { "all invariants hold".into() } else { format!("{broken:#?}") });
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
    let mut took = Duration::ZERO;
    for start in (from..from + count).step_by(20_000) {
        let end = (from + count).min(start + 20_000);
        let commands: Vec<_> = (start..end).map(|n| world.order(n, buyers)).collect();
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
