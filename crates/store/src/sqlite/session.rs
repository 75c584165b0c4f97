//! The session of an executor: a transaction that holds the write lock from before its first read.

use domain::id::Shard;
use domain::working_set::{RowNames, WorkingSet};
use rusqlite::{Connection, OptionalExtension};

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
    fn begin(&mut self, shard: Shard) -> Result<u64, StoreError> {
        if !self.connection.is_autocommit() {
            self.abandon();
        }
        self.shard = shard;
        self.connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        let sequence = sql!(self.connection, "shard/read")?.query_row([shard.0], |row| row.get(0)).optional();
        match sequence {
            Ok(sequence) => Ok(unsigned(sequence.unwrap_or_default())),
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
            sql!(self.connection, "shard/write")?.execute((self.shard.0, signed(rows.sequence)))?;
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
