//! The checkpointer: moves the log into the file on a connection of its own.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::open;
use crate::StoreError;

/// How often it looks: often enough that each step is small.
const EVERY: Duration = Duration::from_millis(250);

/// A thread that checkpoints until it is dropped.
pub struct Checkpointer {
    _stop: Sender<()>,
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
        spawned.expect("a thread can be started while the program starts");
        Ok(Self { _stop: stop })
    }
}
