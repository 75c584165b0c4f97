//! The whole program from outside: started, spoken to over HTTP and in the terminal, killed, audited.

#[path = "../driver/mod.rs"]
mod driver;

mod contention;
mod crash;
mod import;
mod limits;
mod payment;
