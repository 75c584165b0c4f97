//! The stores, held to each other: every story runs on all of them, and every answer and row is compared.

mod database;
mod dice;
mod engines;
mod town;

mod anomalies;
mod catalogue;
mod copy;
mod crash;
mod executor;
mod faults;
mod files;
mod model;
mod pipeline;
mod postgres;
mod refill;
mod scenarios;
mod story;
