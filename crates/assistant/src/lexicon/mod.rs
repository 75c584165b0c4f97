//! The vocabulary: what the catalogue calls things, and the closed classes of both languages.

use std::sync::Arc;

use catalog::Catalogue;

/// An item by its place in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemNo(pub u32);
/// A shop by its place in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShopNo(pub u32);
/// What an option word may stand for, in the vocabulary's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueNo(pub u32);

/// The compiled vocabulary of one catalogue.
#[derive(Debug)]
pub struct Lexicon {
    catalogue: Arc<Catalogue>,
}

impl Lexicon {
    /// Compiles it.
    pub(crate) fn compile(catalogue: Arc<Catalogue>) -> Self {
        Self { catalogue }
    }

    /// The catalogue it was compiled from.
    pub(crate) fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }
}
