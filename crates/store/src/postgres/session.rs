//! The session of an executor: a connection of its own, and a transaction that holds the shard's lock from before its
//! first read.

use std::sync::Arc;

use domain::id::Shard;
use domain::working_set::{Head, RowNames, WorkingSet};

use tokio_postgres::types::ToSql;

use super::address::Address;
use super::connection::{Connection, Use};
use super::driver::{Driver, send, wait};
use super::statements::{Loads, Saves};
use super::{columns, fault, load, save};
use crate::StoreError;
use crate::engine::Session;

/// A session, connected or not.
pub struct PostgresSession {
    address: Arc<Address>,
    driver: Arc<Driver>,
    shard: Shard,
    under_way: bool,
    writer: Option<Writer>,
}

/// A connection that batches are saved through.
struct Writer {
    on: Connection,
    loads: Loads,
    saves: Saves,
}

impl PostgresSession {
    /// One that connects when it is first used.
    pub fn new(address: Arc<Address>, driver: Arc<Driver>) -> Self {
        Self { address, driver, shard: Shard::default(), under_way: false, writer: None }
    }

    /// Works with the connection. It is given up with its first error, whatever that was: a new one has nothing half
    /// done, and the server rolls back what the old one left.
    fn with<T>(&mut self, work: impl AsyncFnOnce(&Writer, &Driver) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let writer = self.writer.take().ok_or(StoreError::Closed)?;
        let done = wait(work(&writer, &self.driver));
        if done.is_ok() {
            self.writer = Some(writer);
        }
        done
    }
}

impl Session for PostgresSession {
    fn begin(&mut self, shard: Shard) -> Result<Head, StoreError> {
        if self.under_way {
            self.abandon();
        }
        self.shard = shard;
        if self.writer.as_ref().is_none_or(|writer| writer.on.is_closed()) {
            self.writer = Some(wait(Writer::open(&self.address, &self.driver))?);
        }
        self.under_way = true;
        self.with(async |writer, driver| writer.begin(driver, shard).await)
    }

    fn load(&mut self, names: &RowNames, rows: &mut WorkingSet) -> Result<(), StoreError> {
        let shard = self.shard;
        self.with(async |writer, driver| load::load(&writer.on, driver, &writer.loads, shard, names, rows).await)
    }

    fn save(&mut self, rows: &WorkingSet) -> Result<(), StoreError> {
        let shard = self.shard;
        self.under_way = false;
        self.with(async |writer, driver| {
            let asked = save::ask(&writer.on.client, &writer.saves, shard, rows);
            writer.on.round_trip(driver, asked.commit()).await?.map_err(|uncertain| fault::interrupted(&uncertain.0))
        })
    }

    fn abandon(&mut self) {
        self.under_way = false;
        if let Some(writer) = &self.writer {
            // It is not waited for: what comes next is answered behind it.
            send(writer.on.client.batch_execute("ROLLBACK"));
        }
    }
}

impl Writer {
    async fn open(address: &Address, driver: &Driver) -> Result<Self, StoreError> {
        let on = Connection::open(address, driver, Use::Lookups).await?;
        let prepared = async { tokio::try_join!(Loads::prepare(&on.client), Saves::prepare(&on.client)) };
        let (loads, saves) = on.round_trip(driver, prepared).await?;
        Ok(Self { on, loads, saves })
    }

    /// Locks the row of the shard: until the batch ends, no other node decides for it and no import sets its stocks.
    async fn begin(&self, driver: &Driver, shard: Shard) -> Result<Head, StoreError> {
        let client = &self.on.client;
        let number = i32::from(shard.0);
        let parameters: [&(dyn ToSql + Sync); 1] = [&number];
        let begin = client.batch_execute("BEGIN");
        let lock = client.query_opt(&self.saves.lock_shard, &parameters);
        let begun = async { tokio::try_join!(biased; begin, lock) };
        let (_, row) = self.on.round_trip(driver, begun).await?;
        let missing = || StoreError::Damaged { what: "shard", why: format!("number {number} has no row") };
        columns::head(&row.ok_or_else(missing)?)
    }
}
