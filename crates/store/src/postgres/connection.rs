//! A connection, which ends with its value.

use std::future::Future;
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio_postgres::{Client, Error, NoTls};

use super::address::Address;
use super::driver::Driver;
use super::fault;
use super::statements::sql;
use crate::StoreError;

/// How long a round trip may take: somewhat longer than the server lets a statement run. A network that swallows what
/// is sent must not hold a shard for ever.
const ROUND_TRIP: Duration = Duration::from_secs(20);
/// The same for making a connection, with all it has to be told.
const CONNECT: Duration = Duration::from_secs(5);

/// What a connection is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Lookups by primary keys: batches and pages.
    Lookups,
    /// Whatever the planner thinks best.
    Rest,
}

/// A connection.
pub struct Connection {
    /// Through which it is asked.
    pub client: Client,
    task: JoinHandle<()>,
}

impl Connection {
    /// Connects, and settles what must not be left to the server's defaults.
    pub async fn open(address: &Address, driver: &Driver, used: Use) -> Result<Self, StoreError> {
        let config = address.config.clone();
        // Sockets belong to the runtime that drives them.
        let opening = driver.spawn(async move { config.connect(NoTls).await });
        let Some(opened) = driver.within(CONNECT, opening).await else {
            return Err(StoreError::Away { why: format!("no answer within {} s", CONNECT.as_secs()) });
        };
        let stopped = |_| StoreError::Closed;
        let (client, connection) = opened.map_err(stopped)?.map_err(fault::unconnected)?;
        let task = driver.spawn(async move {
            // What ended it is told to whoever waits for an answer.
            let _ = connection.await;
        });
        let opened = Self { client, task };
        opened.settle(driver, used).await?;
        Ok(opened)
    }

    async fn settle(&self, driver: &Driver, used: Use) -> Result<(), StoreError> {
        let settings = self.client.batch_execute(sql!("postgres/server/settings"));
        let citus = self.client.query_opt(sql!("postgres/server/citus"), &[]);
        let (_, citus) = self.round_trip(driver, async { tokio::try_join!(settings, citus) }).await?;
        // Citus plans a statement for the shard that it is about, and has to see which.
        if used == Use::Lookups && citus.is_none() {
            self.round_trip(driver, self.client.batch_execute(sql!("postgres/server/lookups"))).await?;
        }
        Ok(())
    }

    /// Waits for answers, but not for ever.
    pub async fn round_trip<T>(
        &self,
        driver: &Driver,
        work: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, StoreError> {
        match driver.within(ROUND_TRIP, work).await {
            Some(answer) => Ok(answer?),
            None => {
                // Nobody knows what becomes of what was sent: nothing more is.
                self.task.abort();
                Err(StoreError::Interrupted { why: format!("no answer within {} s", ROUND_TRIP.as_secs()) })
            }
        }
    }

    /// Whether it can be asked no more.
    pub fn is_closed(&self) -> bool {
        self.client.is_closed()
    }
}

impl Drop for Connection {
    /// The server sees the connection close and rolls back what was under way.
    fn drop(&mut self) {
        self.task.abort();
    }
}
