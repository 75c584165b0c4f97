//! The store: one executor before each shard of an engine.

use std::ops::Deref;
use std::sync::Arc;

use domain::command::Command;
use domain::id::{BuyerId, OrderId, Shard};
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::time::Time;

use crate::engine::Engine;
use crate::error::StoreError;
use crate::executor::{Clock, Executor, Part, Settings};
use crate::refill::Refills;

/// A store. Reads go straight to the engine; changes go through [`Store::submit`].
#[derive(Clone)]
pub struct Store {
    engine: Arc<dyn Engine>,
    executors: Arc<[Executor]>,
    pub(crate) refills: Arc<Refills>,
    clock: Clock,
}

impl Store {
    /// Starts the executors of an engine.
    ///
    /// # Errors
    /// If a session cannot be had.
    pub fn start(engine: Arc<dyn Engine>, settings: &Settings) -> Result<Self, StoreError> {
        let shards = engine.shards();
        let part = |shard| Part { shard: Shard(shard), shards };
        let start = |shard| Ok(Executor::start(part(shard), engine.session()?, settings.clone()));
        let executors: Result<Vec<_>, StoreError> = (0..shards).map(start).collect();
        let refills = Arc::new(Refills::new(settings.node));
        Ok(Self { executors: executors?.into(), engine, refills, clock: settings.clock.clone() })
    }

    /// The shard that a buyer lives in.
    pub fn shard_of(&self, buyer: BuyerId) -> Shard {
        buyer.shard(self.engine.shards())
    }

    /// The shard that an order lives in.
    pub fn shard_of_order(&self, order: OrderId) -> Shard {
        order.shard(self.engine.shards())
    }

    /// Submits a command to a shard and waits until it is decided and, if it changed anything, safe. What its shard has
    /// too little of is fetched from the others first.
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
        let command = command.into();
        if self.executors.len() == 1 {
            self.submit_once(shard, key, command).await
        } else {
            self.submit_refilled(shard, key, command).await
        }
    }

    /// Submits a command to a shard as it stands.
    pub(crate) async fn submit_once(
        &self,
        shard: Shard,
        key: IdempotencyKey,
        command: Command,
    ) -> Result<Outcome, Refusal> {
        let executor = self.executors.get(usize::from(shard.0)).ok_or(Refusal::NotFound)?;
        executor.submit(key, command).await
    }

    /// The time, by this node's clock.
    pub(crate) fn now(&self) -> Time {
        (self.clock)()
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
