//! Every metric this crate tells, by name.

use std::time::{Duration, Instant};

use domain::time::Span;
use metrics::{counter, gauge, histogram};

use crate::StoreError;

/// Commands decided together, for each batch.
pub const BATCH_COMMANDS: &str = "xiaoer_batch_commands";
/// Seconds from a batch's begin to its replies, waiting for other nodes included.
pub const BATCH_SECONDS: &str = "xiaoer_batch_seconds";
/// Seconds of a batch's phases, by `phase`: load, decide, save, commit.
pub const BATCH_PHASE_SECONDS: &str = "xiaoer_batch_phase_seconds";
/// Batches decided again from their load because the database gave them up.
pub const BATCH_RETRIES: &str = "xiaoer_batch_retries_total";
/// Failures of the store, by `kind`.
pub const STORE_FAILURES: &str = "xiaoer_store_failures_total";
/// Shards that ran out and asked others, by what they asked for and whether any had some.
pub const REFILLS: &str = "xiaoer_refills_total";
/// Mail between shards that was delivered late, because the node that sent it did not.
pub const LATE_MAIL: &str = "xiaoer_late_mail_total";
/// Seconds that this node's clock is behind the latest time that a shard knows: behind the clocks of other nodes.
pub const CLOCK_BEHIND: &str = "xiaoer_clock_behind_seconds";

/// The moment that a figure is measured from.
#[expect(clippy::disallowed_methods, reason = "how long a batch took is told to people; no rule hears of it")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// A batch of so many commands was decided.
pub fn batch(commands: usize, took: Duration) {
    histogram!(BATCH_COMMANDS).record(f64::from(u32::try_from(commands).unwrap_or(u32::MAX)));
    histogram!(BATCH_SECONDS).record(took.as_secs_f64());
}

/// A phase of a batch came to its end.
pub fn phase(name: &'static str, took: Duration) {
    histogram!(BATCH_PHASE_SECONDS, "phase" => name).record(took.as_secs_f64());
}

/// A batch is decided again.
pub fn retried() {
    counter!(BATCH_RETRIES).increment(1);
}

/// The store failed.
pub fn failed(error: &StoreError) {
    counter!(STORE_FAILURES, "kind" => error.kind()).increment(1);
}

/// A shard asked others for what it lacked.
pub fn refilled(what: &'static str, found: bool) {
    counter!(REFILLS, "what" => what, "found" => if found { "yes" } else { "no" }).increment(1);
}

/// Mail was delivered late.
pub fn late_mail(count: usize) {
    counter!(LATE_MAIL).increment(u64::try_from(count).unwrap_or(u64::MAX));
}

/// How far this node's clock is behind what a shard knows.
pub fn clock_behind(behind: Span) {
    gauge!(CLOCK_BEHIND).set(Duration::from_micros(behind.as_micros().unsigned_abs()).as_secs_f64());
}
