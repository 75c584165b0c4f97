//! The runtime that drives the connections, whichever runtime our callers have, or none.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;

use crate::StoreError;

/// A connection is mostly waited for; two threads serve all of them.
const WORKERS: usize = 2;

/// The threads behind the connections of a database.
pub struct Driver {
    /// Taken out only when it is dropped.
    runtime: Option<Runtime>,
}

impl Driver {
    /// Starts them.
    pub fn start() -> Result<Self, StoreError> {
        let runtime = Builder::new_multi_thread().worker_threads(WORKERS).thread_name("postgres").enable_all().build();
        let runtime =
            runtime.map_err(|error| StoreError::Away { why: format!("no threads can be started: {error}") })?;
        Ok(Self { runtime: Some(runtime) })
    }

    fn runtime(&self) -> &Runtime {
        self.runtime.as_ref().expect("only a drop takes it")
    }

    /// Runs a task beside its caller.
    pub fn spawn<F>(&self, task: F) -> JoinHandle<F::Output>
    where
        F: Future<Output: Send> + Send + 'static,
    {
        self.runtime().spawn(task)
    }

    /// Ends a wait when its time is up.
    pub async fn within<F: Future>(&self, limit: Duration, work: F) -> Option<F::Output> {
        let timed = {
            // A timer belongs to the runtime within which it is made.
            let _within = self.runtime().enter();
            tokio::time::timeout(limit, work)
        };
        timed.await.ok()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Waiting for its threads would panic where somebody else's runtime is under way.
        self.runtime.take().into_iter().for_each(Runtime::shutdown_background);
    }
}

struct Parked(Thread);

impl Wake for Parked {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Waits for a future on this thread, which belongs to no runtime of ours.
pub fn wait<F: Future>(work: F) -> F::Output {
    let waker = Waker::from(Arc::new(Parked(std::thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut work = pin!(work);
    loop {
        match work.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => std::thread::park(),
        }
    }
}

/// Has a future send what it sends first, and does not wait for it.
pub fn send<F: Future>(work: F) {
    let _ = pin!(work).as_mut().poll(&mut Context::from_waker(Waker::noop()));
}
