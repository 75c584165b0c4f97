//! PostgreSQL: durable orders a second on a private server with `synchronous_commit=on`.
//!
//! `cargo bench -p store --bench postgres [-- SECONDS]`, for each workload.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::time::Duration;

use private_postgres::Server;

#[path = "postgres/baseline.rs"]
mod baseline;

use baseline::Workload;

/// What an installed server of this size is given too; all else is as PostgreSQL comes, syncs included.
const SETTINGS: [(&str, &str); 2] = [("shared_buffers", "1GB"), ("max_wal_size", "4GB")];

fn main() {
    let seconds = std::env::args().filter_map(|word| word.parse().ok()).next().unwrap_or(10);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    println!("postgres: a private server, fsync=on, synchronous_commit=on, {SETTINGS:?}");
    for (name, workload) in [("spread", Workload::SPREAD), ("hot", Workload::HOT)] {
        let server = Server::start_with(&SETTINGS).expect("a private server starts");
        println!("  {name}: {workload:?}");
        let figures = runtime.block_on(baseline::measure(&server.url(), workload, Duration::from_secs(seconds)));
        println!(
            "    baseline: {:>6.0} orders/s, p50 {:.1} ms, p99 {:.1} ms; {} orders in {:.1} s, {} tried again",
            figures.orders_per_second(),
            figures.latency_us(500) as f64 / 1e3,
            figures.latency_us(990) as f64 / 1e3,
            figures.orders,
            figures.took.as_secs_f64(),
            figures.retries
        );
    }
}
