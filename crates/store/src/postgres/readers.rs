//! Connections that read for pages: a few, shared, each used by one reader at a time.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio_postgres::types::ToSql;
use tokio_postgres::{Row, Statement};

use super::address::Address;
use super::connection::{Connection, Use};
use super::driver::Driver;
use super::statements::{Loads, Pages};
use crate::StoreError;

/// Connections at most.
const READERS: usize = 8;
/// How long a read waits for one of them.
const WAIT: Duration = Duration::from_secs(2);
/// How often a read is tried: a read may be repeated, and a server that was started again is there at once.
const TRIES: usize = 2;

/// The connections.
pub struct Readers {
    address: Arc<Address>,
    driver: Arc<Driver>,
    turns: Semaphore,
    idle: Mutex<Vec<Reader>>,
}

/// A connection and what it has prepared.
pub struct Reader {
    on: Connection,
    /// Rows by their names.
    pub loads: Loads,
    /// What pages ask beside.
    pub pages: Pages,
}

/// Parameters of a statement.
pub type Parameters<'a> = &'a [&'a (dyn ToSql + Sync)];

impl Readers {
    /// None is connected before it is used.
    pub fn new(address: Arc<Address>, driver: Arc<Driver>) -> Self {
        Self { address, driver, turns: Semaphore::new(READERS), idle: Mutex::default() }
    }

    /// The rows that a statement finds.
    pub async fn query(
        &self,
        which: impl Fn(&Reader) -> &Statement + Send,
        parameters: Parameters<'_>,
    ) -> Result<Vec<Row>, StoreError> {
        let _turn = self.turn().await?;
        let mut tries = 1;
        loop {
            let reader = self.reader().await?;
            let asked = reader.on.client.query(which(&reader), parameters);
            match reader.on.round_trip(&self.driver, asked).await {
                Ok(rows) => {
                    self.idle().push(reader);
                    return Ok(rows);
                }
                // The others have stood idle as long as this one.
                Err(error) if error.may_pass() && tries < TRIES => self.idle().clear(),
                Err(error) => return Err(error),
            }
            tries += 1;
        }
    }

    async fn turn(&self) -> Result<SemaphorePermit<'_>, StoreError> {
        let busy = || StoreError::Away { why: format!("{READERS} reads are under way and none ends") };
        self.driver.within(WAIT, self.turns.acquire()).await.ok_or_else(busy)?.map_err(|_| StoreError::Closed)
    }

    /// One that is idle, or a new one.
    async fn reader(&self) -> Result<Reader, StoreError> {
        loop {
            let Some(idle) = self.idle().pop() else { break };
            if !idle.on.is_closed() {
                return Ok(idle);
            }
        }
        let on = Connection::open(&self.address, &self.driver, Use::Lookups).await?;
        let prepared = async { tokio::try_join!(Loads::prepare(&on.client), Pages::prepare(&on.client)) };
        let (loads, pages) = on.round_trip(&self.driver, prepared).await?;
        Ok(Reader { on, loads, pages })
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Reader>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
