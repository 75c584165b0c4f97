//! The whole program from outside: started, spoken to over HTTP and in the terminal, killed, audited.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../driver/mod.rs"]
mod driver;

mod contention;
mod crash;
mod import;
mod limits;
mod nodes;
mod payment;
