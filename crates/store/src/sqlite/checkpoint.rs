//! The checkpointer: moves the log into the file on a connection of its own.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::Connection;

use super::open;
use crate::StoreError;

/// How often it looks while nobody writes.
const IDLE: Duration = Duration::from_secs(1);
/// How often it looks while somebody does: in small steps, so that no sync waits for many pages of another, what is
/// read is seldom searched in the log, and the writer, who begins the log anew when it has grown long, has little left
/// to move. Pages that many batches change are moved more often for it.
const BUSY: Duration = Duration::from_millis(50);

/// A thread that checkpoints until it is dropped; then its connection is closed.
pub struct Checkpointer {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Checkpointer {
    /// Starts it.
    pub fn start(path: &Path) -> Result<Self, StoreError> {
        let connection = open::writer(path)?;
        let (stop, stopped) = channel();
        let work = move || {
            let (mut pause, mut known) = (IDLE, 0);
            while stopped.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                let pages = move_log(&connection).unwrap_or(known);
                pause = if pages == known { IDLE } else { BUSY };
                known = pages;
            }
        };
        let spawned = std::thread::Builder::new().name("checkpoint".into()).spawn(work);
        let thread = spawned.expect("a thread can be started while the program starts");
        Ok(Self { stop: Some(stop), thread: Some(thread) })
    }
}

/// Moves what can be moved. Returns the pages that the log has had since it was begun.
fn move_log(connection: &Connection) -> Option<i64> {
    // Passive never waits and never makes anybody wait; what it cannot move now it moves next time.
    match connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| row.get(1)) {
        Ok(pages) => Some(pages),
        Err(error) => {
            tracing::warn!(%error, "checkpoint failed; the log grows until one succeeds");
            None
        }
    }
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
