//! The session of an executor.
//!
//! | a batch | reads | is saved |
//! | --- | --- | --- |
//! | while nothing is being saved | on the writing connection, behind the write lock: nobody else changes what it read | at once, or in the background |
//! | while the one before is being saved | the last commit, and over it the rows of the one before | when the write lock is there and nobody else has written meanwhile |

use std::path::Path;
use std::sync::Arc;

use domain::id::Shard;
use domain::working_set::{Head, RowNames, WorkingSet};
use rusqlite::Connection;

use super::checkpoint::LogEnd;
use super::saver::Saver;
use super::writer::Writer;
use super::{load, open};
use crate::StoreError;
use crate::engine::{Saving, Session};

/// What a batch that is decided ahead keeps of the file: its own pages, which the next commit makes stale.
const AHEAD_CACHE_KIB: i64 = 16 * 1024;

/// Connections with a batch under way on one of them, or none.
pub struct SqliteSession {
    shard: Shard,
    /// None while it is lent to the saver.
    writer: Option<Writer>,
    /// Sees the last commit, while the writer is lent.
    reader: Connection,
    saver: Saver,
    log_end: LogEnd,
    /// The rows that are being saved.
    saving: Option<Arc<WorkingSet>>,
}

impl SqliteSession {
    /// A session on a database.
    pub fn open(path: &Path, log_end: LogEnd) -> Result<Self, StoreError> {
        let (writer, reader) = (Writer::open(path)?, open::reader(path)?);
        reader.pragma_update(None, "cache_size", -AHEAD_CACHE_KIB)?;
        Ok(Self { shard: Shard::default(), writer: Some(writer), reader, saver: Saver::start(), log_end, saving: None })
    }

    fn end_reading(&self) {
        if self.reader.is_autocommit() {
            return;
        }
        if let Err(error) = self.reader.execute_batch("ROLLBACK") {
            tracing::error!(%error, "the end of a read failed; the next batch sees what this one saw");
        }
    }
}

impl Session for SqliteSession {
    fn begin(&mut self, shard: Shard) -> Result<Head, StoreError> {
        self.abandon();
        self.shard = shard;
        match (&self.saving, &mut self.writer) {
            (Some(earlier), _) => {
                self.reader.prepare_cached("BEGIN")?.execute([])?;
                Ok(earlier.head)
            }
            (None, Some(writer)) => writer.begin(shard),
            (None, None) => Err(StoreError::Closed),
        }
    }

    fn load(&mut self, names: &RowNames, rows: &mut WorkingSet) -> Result<(), StoreError> {
        match (&self.saving, &self.writer) {
            (Some(earlier), _) => {
                let others = rows.inherit(earlier, names);
                load::load(&self.reader, self.shard, &others, rows)
            }
            (None, Some(writer)) => load::load(writer.connection(), self.shard, names, rows),
            (None, None) => Err(StoreError::Closed),
        }
    }

    fn save(&mut self, rows: &WorkingSet) -> Result<(), StoreError> {
        self.end_reading();
        self.finish_saving()?;
        self.writer.as_mut().ok_or(StoreError::Closed)?.save(self.shard, rows)
    }

    fn abandon(&mut self) {
        self.end_reading();
        if let Some(writer) = &self.writer {
            writer.roll_back();
        }
    }

    fn start_saving(&mut self, rows: Arc<WorkingSet>) -> Result<Saving, StoreError> {
        self.end_reading();
        self.finish_saving()?;
        let writer = self.writer.take().ok_or(StoreError::Closed)?;
        self.log_end.move_if_asked(writer.connection());
        self.saver.save(writer, self.shard, rows.clone());
        self.saving = Some(rows);
        Ok(Saving::UnderWay)
    }

    fn finish_saving(&mut self) -> Result<(), StoreError> {
        if self.saving.take().is_none() {
            return Ok(());
        }
        let (writer, saved) = self.saver.wait()?;
        self.writer = Some(writer);
        saved
    }
}
