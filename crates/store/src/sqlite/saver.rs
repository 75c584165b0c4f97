//! The saver: a thread that writes and commits a batch while the executor decides the next.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use domain::id::Shard;
use domain::working_set::WorkingSet;

use super::writer::Writer;
use crate::StoreError;

/// A batch to be saved, and the connection that is lent for it.
struct Job {
    writer: Writer,
    shard: Shard,
    rows: Arc<WorkingSet>,
}

/// The connection, and whether the batch was saved.
type Saved = (Writer, Result<(), StoreError>);

/// A thread that saves one batch at a time until it is dropped.
pub struct Saver {
    jobs: Option<Sender<Job>>,
    done: Receiver<Saved>,
    thread: Option<JoinHandle<()>>,
}

impl Saver {
    /// Starts it.
    pub fn start() -> Self {
        let (jobs, waiting) = channel::<Job>();
        let (finished, done) = channel();
        let work = move || {
            for job in waiting {
                // Whoever lent the connection has gone with all that rested on it.
                drop(finished.send(job.save()));
            }
        };
        let spawned = std::thread::Builder::new().name("saver".into()).spawn(work);
        let thread = spawned.expect("a thread can be started while the program starts");
        Self { jobs: Some(jobs), done, thread: Some(thread) }
    }

    /// Begins to save.
    pub fn save(&self, writer: Writer, shard: Shard, rows: Arc<WorkingSet>) {
        if let Some(jobs) = &self.jobs {
            // If the thread is gone, so is the connection, and waiting for it says so.
            drop(jobs.send(Job { writer, shard, rows }));
        }
    }

    /// Waits until the batch is saved, or was not.
    pub fn wait(&self) -> Result<Saved, StoreError> {
        self.done.recv().map_err(|_| StoreError::Closed)
    }
}

impl Job {
    /// An assertion that fails is the batch's and not the thread's: it is decided again, where its commands are told
    /// apart.
    fn save(mut self) -> Saved {
        let saved = catch_unwind(AssertUnwindSafe(|| self.writer.save(self.shard, &self.rows)));
        let saved = saved.unwrap_or_else(|_| {
            self.writer.roll_back();
            Err(StoreError::Interrupted { why: "an assertion failed while it was saved".into() })
        });
        (self.writer, saved)
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // It has no result; if it panicked, that was said where it happened.
            drop(thread.join());
        }
    }
}
