//! Load and save: the executor that decides commands a batch at a time, and the engines that keep the rows.
//!
//! No business rule lives here. An [`Engine`] gives sessions, which load and save whole working sets, and reads, which
//! never queue behind batches. [`Store`] puts one executor before each shard.

mod copy;
mod engine;
mod error;
mod executor;
mod memory;
pub mod metric;
mod postgres;
mod record;
mod refill;
mod sqlite;
mod store;

pub use copy::{Copied, CopyError, KindTally, Stage, copy};
pub use engine::{Awaited, CatalogueRows, Engine, Reads, Row, Saving, Scope, Session, Visit, WalletLine};
pub use error::StoreError;
pub use executor::{BATCH_MAX, Clock, Committed, Part, QUEUE_MAX, Settings, decide_batch};
pub use memory::Memory;
pub use postgres::{About as PostgresAbout, Postgres};
pub use sqlite::Sqlite;
pub use store::Store;
