//! PostgreSQL: durable orders a second on a private server with `synchronous_commit=on`, our batches beside the path that
//! somebody writes instead.
//!
//! `cargo bench -p store --bench postgres [-- SECONDS [BUYERS]]`: for each workload several rounds of both, one after the
//! other, each on a server of its own; `-- shards` shows instead how cost grows with the number of shards.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::time::Duration;

use private_postgres::Server;

#[path = "postgres/baseline.rs"]
mod baseline;
#[path = "postgres/ours.rs"]
mod ours;
#[path = "workload.rs"]
mod workload;

use baseline::Workload;
use ours::{Ours, Placed};
use workload::{ITEMS, World};

/// What an installed server of this size is given too; all else is as PostgreSQL comes, syncs included.
const SETTINGS: [(&str, &str); 3] = [("shared_buffers", "1GB"), ("max_wal_size", "4GB"), ("max_connections", "200")];
const ROUNDS: u64 = 5;
/// Two for each core of a small machine, as the page for the engineer on call says.
const SHARDS: u16 = 4;
/// Callers who wait at once: about what a node's doors let in.
const CALLERS: usize = 2_048;
/// As many callers as the baseline has connections.
const FEW_CALLERS: usize = 32;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let mut numbers = words.iter().filter_map(|word| word.parse::<u64>().ok());
    let (seconds, buyers) = (numbers.next().unwrap_or(10), numbers.next().unwrap_or(100_000));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    println!("postgres: private servers, fsync=on, synchronous_commit=on, {SETTINGS:?}");
    if words.iter().any(|word| word == "shards") {
        runtime.block_on(by_shards(buyers));
        return;
    }
    runtime.block_on(beside("spread", Workload::SPREAD, World::wanting(ITEMS), seconds, buyers));
    runtime.block_on(beside("hot", Workload::HOT, World::wanting(1), seconds, buyers));
}

/// Both paths, round by round.
async fn beside(name: &str, theirs: Workload, world: World, seconds: u64, buyers: u64) {
    println!("  {name}: the baseline is {theirs:?}");
    println!("    ours: {SHARDS} shards, {buyers} buyers, one campaign, {CALLERS} callers");
    let server = Server::start_with(&SETTINGS).expect("a private server starts");
    let mut ours = Ours::open(&server.url(), SHARDS, world, buyers).await;
    let (mut rates, mut baselines) = (Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        let other = Server::start_with(&SETTINGS).expect("a private server starts");
        let baseline = baseline::measure(&other.url(), theirs, Duration::from_secs(seconds) / 2).await;
        drop(other);
        let placed = ours.place(buyers / (ROUNDS + 1), CALLERS).await;
        println!(
            "    round {round}: baseline {}",
            line(baseline.orders_per_second(), |part| baseline.latency_us(part))
        );
        assert!(baseline.retries < baseline.orders, "the baseline is no measure when it mostly tries again");
        println!("             ours     {}", line(placed.orders_per_second, |part| placed.latency_us(part)));
        rates.push(placed.orders_per_second);
        baselines.push(baseline.orders_per_second());
    }
    let few: Placed = ours.place(buyers / (ROUNDS + 1) / 10, FEW_CALLERS).await;
    let few_said = line(few.orders_per_second, |part| few.latency_us(part));
    println!("    ours with {FEW_CALLERS} callers: {few_said}");
    let (rate, baseline) = (median(rates), median(baselines));
    println!("    median: ours {rate:.0}, baseline {baseline:.0}, ratio {:.1}", rate / baseline);
    println!("    audit: {}", ours.audit().await);
}

/// The same orders over 1, 4, 16 and 64 shards.
async fn by_shards(buyers: u64) {
    for shards in [1, 4, 16, 64] {
        let server = Server::start_with(&SETTINGS).expect("a private server starts");
        let mut ours = Ours::open(&server.url(), shards, World::wanting(ITEMS), buyers).await;
        let mut rates = Vec::new();
        let mut p99 = Vec::new();
        for _ in 0..ROUNDS {
            let placed = ours.place(buyers / ROUNDS, CALLERS).await;
            rates.push(placed.orders_per_second);
            p99.push(placed.latency_us(990) as f64 / 1e3);
        }
        println!(
            "  {shards:>2} shards: {:>6.0} orders/s, p99 {:.1} ms; {}",
            median(rates),
            median(p99),
            ours.audit().await
        );
    }
}

fn line(rate: f64, latency_us: impl Fn(usize) -> u64) -> String {
    let [p50, p99] = [500, 990].map(|part| latency_us(part) as f64 / 1e3);
    format!("{rate:>6.0} orders/s, p50 {p50:.1} ms, p99 {p99:.1} ms")
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
