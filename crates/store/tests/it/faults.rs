//! PostgreSQL that fails: cut off at every message, away, frozen, killed. Whatever was acknowledged is there once, and
//! whatever was not can be asked for again with its key.
//!
//! | module | what goes wrong |
//! | --- | --- |
//! | `messages` | a connection breaks at the n-th message, for every n, or at the commit |
//! | `refills` | the same while shards ask each other for what they lack |
//! | `away` | nobody answers, or nobody ever does |
//! | `killed` | the server dies under two nodes that place orders |

#![expect(clippy::print_stdout, reason = "each tells what it saw: how many faults, how long they were felt")]

mod away;
mod killed;
mod messages;
mod refills;
mod story;

use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::invariants::Audit;
use domain::working_set::Head;
use private_postgres::{Proxy, Shared, shared};
use store::{Engine, Postgres, Row, Scope, Settings};

use crate::engines::{assert_holds, wait};
use crate::town::{self, NOON};

/// A database of one's own behind a proxy, and the way to it that no fault is planned on.
struct Ground {
    proxy: Proxy,
    engine: Arc<Postgres>,
    direct: Arc<Postgres>,
    _database: Shared,
}

impl Ground {
    /// The town, in a new database with so many shards.
    fn new(shards: u16) -> Self {
        let database = shared().expect("a database can be had");
        let proxy = Proxy::before(&database.url()).expect("a proxy can be put before it");
        let direct = Arc::new(wait(Postgres::connect(&database.url(), shards)).expect("the store is made"));
        wait(direct.import(&town::shops(), &town::items())).expect("the catalogue is stored");
        let engine = Arc::new(wait(Postgres::connect(&proxy.url(), shards)).expect("the proxy lets us through"));
        Self { proxy, engine, direct, _database: database }
    }
}

/// A clock that stands still at noon.
fn settings() -> Settings {
    Settings::new(Arc::new(|| NOON))
}

/// Every row of a store, in an order that is the same in all of them. A shard in which nothing has happened yet says so
/// in some of them only.
fn rows(engine: &dyn Engine) -> Vec<String> {
    let mut rows = Vec::new();
    let mut take = |row| {
        if !matches!(row, Row::Head(_, head) if head == Head::default()) {
            rows.push(format!("{row:?}"));
        }
        Ok(())
    };
    wait(engine.scan(Scope::Whole, &mut take)).expect("the store can be read");
    rows.sort_unstable();
    rows
}

fn assert_audit(engine: &dyn Engine) {
    let mut audit = Audit::default();
    wait(engine.audit(&mut audit)).expect("the store can be audited");
    assert_holds(&audit.finish());
}

/// The first row in which two stores differ, rather than all of both.
fn assert_same(expected: &[String], found: &[String], after: &str) {
    for (expected, found) in expected.iter().zip(found) {
        assert_eq!(expected, found, "{after}");
    }
    assert_eq!(expected.len(), found.len(), "{after}: rows");
}

/// So many, or more if the environment asks for more: a long run, once.
#[expect(clippy::disallowed_methods, reason = "how a person asks for a long run; no rule of ours runs here")]
fn at_least(usual: u64, variable: &str) -> u64 {
    let asked = std::env::var(variable).ok().filter(|text| !text.is_empty());
    asked.map_or(usual, |text| text.parse::<u64>().expect("the variable is a number").max(usual))
}

#[expect(clippy::disallowed_methods, reason = "how long a fault keeps callers waiting is what is measured")]
fn now() -> Instant {
    Instant::now()
}

/// What it comes to, and how long that takes.
async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let began = now();
    let done = work.await;
    (done, now() - began)
}
