//! The store: one executor before each shard of an engine.

use std::ops::Deref;
use std::sync::Arc;

use domain::command::Command;
use domain::id::{BuyerId, Shard};
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;

use crate::engine::Engine;
use crate::error::StoreError;
use crate::executor::{Executor, Settings};

/// A store. Reads go straight to the engine; changes go through [`Store::submit`].
#[derive(Clone)]
pub struct Store {
    engine: Arc<dyn Engine>,
    executors: Arc<[Executor]>,
}

impl Store {
    /// Starts the executors of an engine.
    ///
    /// # Errors
    /// If a session cannot be had.
    pub fn start(engine: Arc<dyn Engine>, settings: &Settings) -> Result<Self, StoreError> {
        let start = |shard| Ok(Executor::start(Shard(shard), engine.session()?, settings.clone()));
        let executors: Result<Vec<_>, StoreError> = (0..engine.shards()).map(start).collect();
        Ok(Self { executors: executors?.into(), engine })
    }

    /// The shard that a buyer lives in.
    pub fn shard_of(&self, buyer: BuyerId) -> Shard {
        buyer.shard(self.engine.shards())
    }

    /// Submits a command to a shard and waits until it is decided and, if it changed anything, safe.
    ///
    /// # Errors
    /// What the command refuses; [`Refusal::Busy`] if the queue is full; [`Refusal::StoreUnavailable`] if the database
    /// failed.
    pub async fn submit(
        &self,
        shard: Shard,
        key: IdempotencyKey,
        command: impl Into<Command>,
    ) -> Result<Outcome, Refusal> {
        let executor = self.executors.get(usize::from(shard.0)).ok_or(Refusal::NotFound)?;
        executor.submit(key, command.into()).await
    }

    /// Commands that wait now, over all shards.
    pub fn waiting(&self) -> usize {
        self.executors.iter().map(Executor::waiting).sum()
    }
}

impl Deref for Store {
    type Target = dyn Engine;

    fn deref(&self) -> &Self::Target {
        &*self.engine
    }
}
