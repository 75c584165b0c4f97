//! The shelf: how many of each item are left, as of the last commit. A hint for searching and quoting; only the store's
//! own rows decide.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use domain::catalogue::Item;
use domain::id::{ItemKey, Shard};
use domain::working_set::WorkingSet;
use store::{Store, StoreError};

/// Units left of every item that has a stock, each shard's by itself.
#[derive(Clone, Default)]
pub struct Shelf {
    left: Arc<RwLock<HashMap<ItemKey, BTreeMap<Shard, u64>>>>,
}

impl Shelf {
    /// Reads all stocks.
    pub(crate) async fn refill(&self, store: &Store) -> Result<(), StoreError> {
        let mut left: HashMap<ItemKey, BTreeMap<Shard, u64>> = HashMap::new();
        for (shard, item, stock) in store.stocks().await? {
            left.entry(item).or_default().insert(shard, stock.left());
        }
        *self.left.write().unwrap_or_else(PoisonError::into_inner) = left;
        Ok(())
    }

    /// Takes over what a batch has changed.
    pub fn committed(&self, shard: Shard, rows: &WorkingSet) {
        let mut changes = rows.stocks.changes().peekable();
        if changes.peek().is_none() {
            return;
        }
        let mut left = self.left.write().unwrap_or_else(PoisonError::into_inner);
        for change in changes {
            left.entry(change.key.clone()).or_default().insert(shard, change.value.left());
        }
    }

    /// Units left; `None` for what is made to order.
    pub fn left(&self, item: &ItemKey) -> Option<u64> {
        self.left.read().unwrap_or_else(PoisonError::into_inner).get(item).map(|shards| shards.values().sum())
    }

    /// Whether at least one can be had.
    pub fn has(&self, item: &Item) -> bool {
        item.stock.is_none() || self.left(&item.key).is_some_and(|left| left > 0)
    }
}
