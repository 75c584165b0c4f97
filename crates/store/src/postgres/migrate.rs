//! Makes what the database holds, and renews it: whoever starts first does, and all others wait until it is done.

use std::time::Duration;

use domain::id::SHARDS_MAX;
use tokio_postgres::Client;

use super::address::Address;
use super::connection::{Connection, Use};
use super::driver::Driver;
use super::statements::sql;
use crate::StoreError;

/// The lock of migrations: "xiaoer" in ASCII, and a number.
const LOCK: i64 = 0x7869_616f_6572_0001;
/// How the database says whose it is.
const PROGRAM: (&str, &str) = ("program", "xiaoer");
const SCHEMA: &str = "schema";
const SHARDS: &str = "shards";
/// How long it may take: on Citus each table is made on every machine.
const WITHIN: Duration = Duration::from_secs(120);

/// What leads from a schema to the next: the statements, and what Citus is told beside.
struct Step {
    statements: &'static str,
    on_citus: &'static str,
}

/// The steps, from an empty database on.
const STEPS: [Step; 1] =
    [Step { statements: sql!("postgres/schema/0001_begin"), on_citus: sql!("postgres/schema/0001_spread") }];

/// Brings the database to the newest schema and returns its number of shards. An empty one is made only if it is said
/// how many shards it is to have.
pub async fn migrate(address: &Address, driver: &Driver, shards: Option<u16>) -> Result<u16, StoreError> {
    let on = Connection::open(address, driver, Use::Rest).await?;
    let migration = Migration { on: &on.client, place: &address.place };
    let late = StoreError::Away { why: format!("its tables were not made within {} s", WITHIN.as_secs()) };
    driver.within(WITHIN, migration.run(shards)).await.unwrap_or(Err(late))
}

struct Migration<'a> {
    on: &'a Client,
    place: &'a str,
}

impl Migration<'_> {
    /// All within one transaction: a start that is cut off leaves nothing behind.
    async fn run(&self, shards: Option<u16>) -> Result<u16, StoreError> {
        self.on.batch_execute(sql!("postgres/server/migrate")).await?;
        self.on.execute(sql!("postgres/meta/lock"), &[&LOCK]).await?;
        let found = self.recognise().await?;
        if found == 0 {
            let shards = shards.ok_or_else(|| StoreError::NoStore { place: self.place.into() })?;
            self.create(shards).await?;
        } else {
            self.renew(found).await?;
        }
        let kept = self.meta(SHARDS).await?.and_then(|text| text.parse().ok());
        let kept = kept.ok_or_else(|| self.foreign("it does not say how many shards it has"))?;
        self.on.batch_execute("COMMIT").await?;
        if shards.is_some_and(|wanted| wanted != kept) {
            tracing::info!(shards = kept, "the database keeps the number of shards that it was made with");
        }
        Ok(kept)
    }

    /// Its schema, 0 if there is nothing in it.
    async fn recognise(&self) -> Result<usize, StoreError> {
        let row = self.on.query_one(sql!("postgres/meta/recognise"), &[]).await?;
        let (has_meta, tables): (bool, i64) = (row.try_get(0)?, row.try_get(1)?);
        if tables == 0 {
            return Ok(0);
        }
        if !has_meta || self.meta(PROGRAM.0).await?.as_deref() != Some(PROGRAM.1) {
            return Err(self.foreign(&format!("it has {tables} table(s) that are not ours")));
        }
        let schema = self.meta(SCHEMA).await?.and_then(|text| text.parse().ok());
        schema.filter(|found| *found > 0).ok_or_else(|| self.foreign("it does not say which schema it has"))
    }

    async fn create(&self, shards: u16) -> Result<(), StoreError> {
        if shards == 0 || shards > SHARDS_MAX {
            return Err(StoreError::ShardCount { shards });
        }
        self.take_steps(&STEPS).await?;
        self.write(PROGRAM.0, PROGRAM.1).await?;
        self.write(SHARDS, &shards.to_string()).await?;
        let create = self.on.execute(sql!("postgres/shard/create"), &[&i32::from(shards)]).await?;
        assert_eq!(create, u64::from(shards), "each shard has its row");
        tracing::info!(shards, place = self.place, "made the store");
        Ok(())
    }

    async fn renew(&self, found: usize) -> Result<(), StoreError> {
        let Some(steps) = STEPS.get(found..) else {
            return Err(StoreError::NewerStore { place: self.place.into(), found, known: STEPS.len() });
        };
        if steps.is_empty() { Ok(()) } else { self.take_steps(steps).await }
    }

    async fn take_steps(&self, steps: &[Step]) -> Result<(), StoreError> {
        let is_citus = self.on.query_opt(sql!("postgres/server/citus"), &[]).await?.is_some();
        for step in steps {
            self.on.batch_execute(step.statements).await?;
            if is_citus {
                self.on.batch_execute(step.on_citus).await?;
            }
        }
        self.write(SCHEMA, &STEPS.len().to_string()).await
    }

    async fn meta(&self, key: &str) -> Result<Option<String>, StoreError> {
        let row = self.on.query_opt(sql!("postgres/meta/read"), &[&key]).await?;
        Ok(row.map(|row| row.try_get(0)).transpose()?)
    }

    async fn write(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.on.execute(sql!("postgres/meta/write"), &[&key, &value]).await?;
        Ok(())
    }

    fn foreign(&self, why: &str) -> StoreError {
        StoreError::ForeignDatabase { place: self.place.into(), why: why.into() }
    }
}
