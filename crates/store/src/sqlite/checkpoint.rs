//! The checkpointer: moves the log into the file on a connection of its own.
//!
//! Under load it never gets to the log's end, because batches go on being added, and a log that was not moved to its end
//! is not begun anew. So when the log is long, the checkpointer has the file synced, and asks whoever writes to move the
//! little that is left before the next batch: milliseconds, where all of it would be a fifth of a second.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::Connection;

use super::open;
use crate::StoreError;

/// How often it looks: seldom enough that a page which many batches change is moved once for them all.
const EVERY: Duration = Duration::from_millis(250);
/// How soon it looks again while much is left.
const SOON: Duration = Duration::from_millis(5);
/// Pages of a log that is long: 64 MiB. The longer it is the dearer it is to look a page up in it.
const LONG: i64 = 16 * 1024;
/// Whoever writes is asked to move so large a part of a long log at most: a few batches.
const PART_LEFT: i64 = 4;

/// What the checkpointer asks of whoever writes.
#[derive(Clone, Default)]
pub struct LogEnd(Arc<AtomicBool>);

impl LogEnd {
    /// Moves the rest of the log, if that is asked for and the writer is between two batches, while nobody reads what is
    /// older: then the next batch begins the log anew.
    pub fn move_if_asked(&self, writer: &Connection) {
        if writer.is_autocommit()
            && self.0.swap(false, Ordering::Relaxed)
            && let Err(error) = checkpoint(writer)
        {
            tracing::warn!(%error, "checkpoint failed; the log grows until one succeeds");
        }
    }
}

/// A thread that checkpoints until it is dropped; then its connection is closed.
pub struct Checkpointer {
    /// What it asks for.
    pub log_end: LogEnd,
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Checkpointer {
    /// Starts it.
    pub fn start(path: &Path) -> Result<Self, StoreError> {
        let log_end = LogEnd::default();
        let mut mover = Mover::open(path, log_end.clone())?;
        let (stop, stopped) = channel();
        let work = move || {
            let mut pause = EVERY;
            while stopped.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                pause = mover.look().unwrap_or_else(|error| {
                    tracing::warn!(%error, "checkpoint failed; the log grows until one succeeds");
                    EVERY
                });
            }
        };
        let spawned = std::thread::Builder::new().name("checkpoint".into()).spawn(work);
        let thread = spawned.expect("a thread can be started while the program starts");
        Ok(Self { log_end, stop: Some(stop), thread: Some(thread) })
    }
}

/// The database file, to have it synced. It is never closed: a process that closes a file gives up all its locks on it,
/// those of SQLite's connections too (SQLite, "How To Corrupt An SQLite Database File", 2.2).
fn never_closed(path: &Path) -> Result<&'static File, StoreError> {
    let file = File::open(path).map_err(|source| StoreError::Folder { path: path.to_owned(), source })?;
    Ok(Box::leak(Box::new(file)))
}

/// What moves the log.
struct Mover {
    connection: Connection,
    file: &'static File,
    log_end: LogEnd,
    /// Pages of the log that are in the file, and safe on the disk.
    synced: i64,
    /// Pages of a log that is long.
    long: i64,
}

impl Mover {
    fn open(path: &Path, log_end: LogEnd) -> Result<Self, StoreError> {
        Ok(Self { connection: open::writer(path)?, file: never_closed(path)?, log_end, synced: 0, long: LONG })
    }

    /// Moves what there is. Returns how long to wait before the next look.
    fn look(&mut self) -> Result<Duration, StoreError> {
        let (log, moved) = checkpoint(&self.connection)?;
        // A log that was begun anew is shorter than what was synced of the one before.
        self.synced = if self.synced <= moved { self.synced } else { 0 };
        if log < self.long {
            return Ok(EVERY);
        }
        if log - self.synced <= self.long / PART_LEFT {
            self.log_end.0.store(true, Ordering::Relaxed);
            return Ok(EVERY);
        }
        // SQLite syncs the file only when it has come to the log's end. Whoever writes would wait for all of it.
        self.file.sync_data().map_err(StoreError::Sync)?;
        self.synced = moved;
        Ok(SOON)
    }
}

/// Passive: it never waits and never makes anybody wait; what it cannot move now it moves next time. Returns the log's
/// pages, and how many of them have been moved.
fn checkpoint(on: &Connection) -> Result<(i64, i64), StoreError> {
    Ok(on.prepare_cached("PRAGMA wal_checkpoint(PASSIVE)")?.query_row([], |row| Ok((row.get(1)?, row.get(2)?)))?)
}

impl Drop for Checkpointer {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // It has no result; if it panicked, that was said where it happened.
            drop(thread.join());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pages in the log.
    fn length(on: &Connection) -> i64 {
        on.query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| row.get(1)).expect("the log has a length")
    }

    fn write(on: &Connection, name: u32, bytes: usize) {
        let body = "x".repeat(bytes);
        on.execute("INSERT INTO meta (key, value) VALUES (?1, ?2)", (name, body)).expect("it is written");
    }

    #[test]
    fn a_log_that_somebody_reads_is_begun_anew_after_its_end_was_moved_between_two_batches() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = open::database_file(folder.path()).expect("a database can be made");
        let (writer, reader) = (open::writer(&path).expect("it opens"), open::reader(&path).expect("it opens"));
        let mut mover = Mover { long: 8, ..Mover::open(&path, LogEnd::default()).expect("it opens") };
        write(&writer, 1, 8 * 4096);
        reader.execute_batch("BEGIN; SELECT count(*) FROM meta").expect("it reads");
        write(&writer, 2, 1);
        assert_eq!(mover.look().expect("it looks"), SOON, "it has the file synced first");
        assert_eq!(mover.look().expect("it looks"), EVERY, "what is left is for whoever writes");
        reader.execute_batch("ROLLBACK").expect("it ends");
        let long = length(&writer);
        writer.execute_batch("BEGIN IMMEDIATE").expect("it begins");
        mover.log_end.move_if_asked(&writer);
        write(&writer, 3, 1);
        writer.execute_batch("COMMIT").expect("it ends");
        assert!(length(&writer) > long, "within a transaction nothing is moved");
        mover.log_end.move_if_asked(&writer);
        write(&writer, 4, 1);
        assert!(length(&writer) < mover.long, "{} pages: it is begun anew", length(&writer));
    }
}
