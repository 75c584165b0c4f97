//! The session of an executor: a transaction that holds the write lock from before its first read.

use domain::id::Shard;
use domain::time::Time;
use domain::working_set::{Head, RowNames, WorkingSet};
use rusqlite::{Connection, OptionalExtension, Row};

use super::{load, save, signed, sql, unsigned};
use crate::StoreError;
use crate::engine::Session;

/// A connection with a batch under way, or none.
pub struct SqliteSession {
    connection: Connection,
    shard: Shard,
}

impl SqliteSession {
    /// A session on a writing connection.
    pub fn new(connection: Connection) -> Self {
        Self { connection, shard: Shard::default() }
    }
}

impl Session for SqliteSession {
    fn begin(&mut self, shard: Shard) -> Result<Head, StoreError> {
        if !self.connection.is_autocommit() {
            self.abandon();
        }
        self.shard = shard;
        self.connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        let columns =
            |row: &Row<'_>| Ok(Head { sequence: unsigned(row.get(0)?), latest: Time::from_micros(row.get(1)?) });
        let head = sql!(self.connection, "shard/read")?.query_row([shard.0], columns).optional();
        match head {
            Ok(head) => Ok(head.unwrap_or_default()),
            Err(error) => {
                self.abandon();
                Err(error.into())
            }
        }
    }

    fn load(&mut self, names: &RowNames, rows: &mut WorkingSet) -> Result<(), StoreError> {
        load::load(&self.connection, self.shard, names, rows)
    }

    fn save(&mut self, rows: &WorkingSet) -> Result<(), StoreError> {
        let saved = save::save(&self.connection, self.shard, rows).and_then(|()| {
            sql!(self.connection, "shard/write")?.execute((
                self.shard.0,
                signed(rows.head.sequence),
                rows.head.latest.as_micros(),
            ))?;
            Ok(self.connection.prepare_cached("COMMIT")?.execute([])?)
        });
        if saved.is_err() {
            self.abandon();
        }
        saved.map(|_| ())
    }

    fn abandon(&mut self) {
        if self.connection.is_autocommit() {
            return;
        }
        if let Err(error) = self.connection.execute_batch("ROLLBACK") {
            tracing::error!(%error, "rollback failed; the next batch begins with another");
        }
    }
}
