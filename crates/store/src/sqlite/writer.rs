//! The connection that batches are saved through.

use std::path::Path;

use domain::id::Shard;
use domain::time::Time;
use domain::working_set::{Head, WorkingSet};
use rusqlite::{Connection, OptionalExtension, Row};

use super::{open, save, signed, sql, unsigned};
use crate::{StoreError, metric};

/// A writing connection, and what it has seen of the others.
pub struct Writer {
    connection: Connection,
    /// What SQLite counts up when another connection commits, when the lock was last taken.
    others: i64,
}

impl Writer {
    /// Opens it.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { connection: open::writer(path)?, others: 0 })
    }

    /// Where it reads.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Begins a batch that reads behind the write lock.
    pub fn begin(&mut self, shard: Shard) -> Result<Head, StoreError> {
        let head = self.lock().and_then(|_| self.head(shard));
        if head.is_err() {
            self.roll_back();
        }
        head
    }

    /// Takes the write lock. Whether nobody else has written since it was last taken.
    fn lock(&mut self) -> Result<bool, StoreError> {
        self.connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        let others = self.connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?;
        Ok(std::mem::replace(&mut self.others, others) == others)
    }

    fn head(&self, shard: Shard) -> Result<Head, StoreError> {
        let columns =
            |row: &Row<'_>| Ok(Head { sequence: unsigned(row.get(0)?), latest: Time::from_micros(row.get(1)?) });
        Ok(sql!(self.connection, "shard/read")?.query_row([shard.0], columns).optional()?.unwrap_or_default())
    }

    /// Saves a batch, all or nothing. One that was decided without the lock is saved only if nobody else has written
    /// since the one before it: it rests on that one and on what was read about the same time.
    pub fn save(&mut self, shard: Shard, rows: &WorkingSet) -> Result<(), StoreError> {
        let saved = self.save_locked(shard, rows);
        if saved.is_err() {
            self.roll_back();
        }
        saved
    }

    fn save_locked(&mut self, shard: Shard, rows: &WorkingSet) -> Result<(), StoreError> {
        if self.connection.is_autocommit() && !self.lock()? {
            return Err(StoreError::Interrupted { why: "somebody else has written meanwhile".into() });
        }
        let began = metric::now();
        save::save(&self.connection, shard, rows)?;
        let head = (shard.0, signed(rows.head.sequence), rows.head.latest.as_micros());
        sql!(self.connection, "shard/write")?.execute(head)?;
        metric::phase("save", began.elapsed());
        let began = metric::now();
        self.connection.prepare_cached("COMMIT")?.execute([])?;
        metric::phase("commit", began.elapsed());
        Ok(())
    }

    /// Ends the transaction, if there is one, without a change.
    pub fn roll_back(&self) {
        if self.connection.is_autocommit() {
            return;
        }
        if let Err(error) = self.connection.execute_batch("ROLLBACK") {
            tracing::error!(%error, "rollback failed; the next batch begins with another");
        }
    }
}
