//! The stores, held to each other: every story runs in memory and on SQLite, and every answer and row is compared.

mod dice;
mod engines;
mod town;

mod anomalies;
mod catalogue;
mod copy;
mod crash;
mod executor;
mod files;
mod model;
mod pipeline;
mod postgres;
mod scenarios;
mod story;
