//! Drives the real program from outside, as its users do: starts it, kills it, speaks HTTP with it. Shared by the tests
//! and the benchmarks.

use std::time::Instant;

mod buyer;
mod client;
pub mod crash;
mod house;
mod town;

pub use buyer::{Buyer, Quote};
pub use client::{Answer, Client, Request};
pub use house::{House, Server};
pub use town::Town;

/// The time on a stopwatch.
#[expect(clippy::disallowed_methods, reason = "whoever drives the program from outside waits and measures")]
pub fn now() -> Instant {
    Instant::now()
}

/// Does `work` for every number below `count`, in `threads` threads; the results come in the order of the numbers.
pub fn in_parallel<T: Send>(threads: usize, count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let number = || Some(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)).filter(|number| *number < count);
    let mut done: Vec<(usize, T)> = std::thread::scope(|scope| {
        let worker = || std::iter::from_fn(number).map(|number| (number, work(number))).collect::<Vec<_>>();
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("no worker fails")).collect()
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}
