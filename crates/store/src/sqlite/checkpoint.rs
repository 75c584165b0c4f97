//! The checkpointer: moves the log into the file on a connection of its own.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::open;
use crate::StoreError;

/// How often it looks: seldom enough that a page which many batches change is moved once for them all.
const EVERY: Duration = Duration::from_secs(1);

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
            while stopped.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                // Passive never waits and never makes anybody wait; what it cannot move now it moves next time.
                if let Err(error) = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())) {
                    tracing::warn!(%error, "checkpoint failed; the log grows until one succeeds");
                }
            }
        };
        let spawned = std::thread::Builder::new().name("checkpoint".into()).spawn(work);
        let thread = spawned.expect("a thread can be started while the program starts");
        Ok(Self { stop: Some(stop), thread: Some(thread) })
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
