//! What is for sale at a moment: the catalogue, its search index, and the assistant who knows its words.

use std::sync::Arc;

use assistant::Assistant;
use catalog::Catalogue;
use domain::id::ItemKey;
use domain::quote::Offered;
use store::{Store, StoreError};

/// A catalogue with its assistant. Immutable; an import makes a new one.
pub struct Assortment {
    /// The version of the stored catalogue that it was made from.
    pub version: u64,
    /// Reads sentences about this catalogue.
    pub assistant: Assistant,
}

impl Assortment {
    /// Reads the stored catalogue.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn load(store: &Store) -> Result<Self, StoreError> {
        let version = store.catalogue_version().await?;
        let (shops, items) = store.catalogue().await?;
        let catalogue = Arc::new(Catalogue::new(shops, items));
        Ok(Self { version, assistant: Assistant::new(catalogue) })
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        self.assistant.catalogue()
    }

    /// An item with the shop that sells it.
    pub fn find(&self, key: &ItemKey) -> Option<Offered> {
        let item = self.catalogue().item(key)?;
        let shop = self.catalogue().shop(&key.shop)?;
        Some((shop.clone(), item.clone()))
    }
}
