//! PostgreSQL, and Citus, which is PostgreSQL spread over machines by the shard's number.
//!
//! | connection | what for |
//! | --- | --- |
//! | each session's | the batches of a shard; it locks the shard's row before it reads |
//! | the readers' | pages; they see the last commit and wait for no lock |
//! | one of its own for each import, migration and scan | long and rare work |
//!
//! A batch takes a fixed number of round trips, however many commands it has: begin with the lock, load, load what
//! follows if anything does, save with the commit. Within a round trip all statements are sent before the first is
//! answered, and each statement takes all rows of its kind as arrays.

use std::sync::Arc;

use async_trait::async_trait;
use domain::catalogue::{Item, Shop};

use crate::StoreError;
use crate::engine::{Engine, Session};

mod about;
mod address;
mod columns;
mod connection;
mod driver;
mod fault;
mod import;
mod load;
mod migrate;
mod pipeline;
mod readers;
mod reads;
mod save;
mod scan;
mod session;
mod statements;

pub use about::About;

use address::Address;
use driver::Driver;
use readers::Readers;

/// A PostgreSQL database.
pub struct Postgres {
    address: Arc<Address>,
    driver: Arc<Driver>,
    shards: u16,
    /// The number of each shard, for statements about all of them.
    every_shard: Vec<i32>,
    readers: Readers,
}

impl Postgres {
    /// Connects to the database that a URL names, and makes or renews what it holds. A database with nothing in it gets
    /// `shards_at_creation` shards; one that is there keeps those that it has.
    ///
    /// # Errors
    /// [`StoreError`] that says what to do; a database that holds something else is never changed.
    pub async fn connect(url: &str, shards_at_creation: u16) -> Result<Self, StoreError> {
        let address = Arc::new(Address::parse(url)?);
        let driver = Arc::new(Driver::start()?);
        let shards = migrate::migrate(&address, &driver, Some(shards_at_creation)).await?;
        Ok(Self::at(address, driver, shards))
    }

    /// Connects to a database that is there already, and renews what it holds.
    ///
    /// # Errors
    /// As [`Postgres::connect`], and if there is nothing in the database.
    pub async fn connect_existing(url: &str) -> Result<Self, StoreError> {
        let address = Arc::new(Address::parse(url)?);
        let driver = Arc::new(Driver::start()?);
        let shards = migrate::migrate(&address, &driver, None).await?;
        Ok(Self::at(address, driver, shards))
    }

    fn at(address: Arc<Address>, driver: Arc<Driver>, shards: u16) -> Self {
        let readers = Readers::new(address.clone(), driver.clone());
        Self { address, driver, shards, every_shard: (0..shards).map(i32::from).collect(), readers }
    }

    /// Where it is, without a password.
    pub fn place(&self) -> &str {
        &self.address.place
    }
}

#[async_trait]
impl Engine for Postgres {
    fn shards(&self) -> u16 {
        self.shards
    }

    fn session(&self) -> Result<Box<dyn Session>, StoreError> {
        Ok(Box::new(session::PostgresSession::new(self.address.clone(), self.driver.clone())))
    }

    async fn import(&self, shops: &[Shop], items: &[Item]) -> Result<(), StoreError> {
        import::import(&self.address, &self.driver, self.shards, shops, items).await
    }

    async fn set_copying(&self, under_way: bool) -> Result<(), StoreError> {
        let word = if under_way { "yes" } else { "no" };
        self.readers.query(|on| &on.pages.write_meta, &[&reads::COPYING, &word]).await.map(drop)
    }
}

/// A number as the database keeps it. Ours stay below 2^63; a stranger's that does not names nothing.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A number as the database kept it.
fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}
