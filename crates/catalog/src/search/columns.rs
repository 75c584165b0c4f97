//! What a search asks of every item that has its words, side by side: reading it from the items themselves would cost a
//! cache miss each, and a common word stands in a hundred thousand.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::catalogue::{Hours, Item, Point, Shop};

/// What a search asks of a shop.
#[derive(Debug)]
pub(super) struct ShopRow {
    pub kind: Arc<str>,
    pub point: Option<Point>,
    pub hours: Hours,
}

/// One value an item, by its place, and a row a shop.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    shops: Vec<ShopRow>,
    price_fen: Vec<i64>,
    name_bytes: Vec<u8>,
    brand_of: Vec<u32>,
    /// The brands there are, in lower case.
    brands: Vec<String>,
}

impl Columns {
    pub(crate) fn new(shops: &[Arc<Shop>], items: &[Arc<Item>]) -> Self {
        let mut kinds = HashSet::new();
        let row = |shop: &Arc<Shop>| {
            kinds.insert(Arc::clone(&shop.kind));
            let kind = kinds.get(&shop.kind).map_or_else(|| Arc::clone(&shop.kind), Arc::clone);
            ShopRow { kind, point: shop.location.as_ref().map(|location| location.point), hours: shop.hours }
        };
        let mut columns = Self { shops: shops.iter().map(row).collect(), ..Self::default() };
        let mut places = HashMap::new();
        for item in items {
            let brand = *places.entry(item.brand.to_lowercase()).or_insert_with_key(|brand| {
                columns.brands.push(brand.clone());
                u32::try_from(columns.brands.len() - 1).expect("four billion brands do not fit into memory")
            });
            columns.price_fen.push(item.price.fen());
            columns.brand_of.push(brand);
            let bytes = item.name.zh.len().min(item.name.en.len());
            columns.name_bytes.push(u8::try_from(bytes).unwrap_or(u8::MAX));
        }
        columns
    }

    /// What the shop at `place` says.
    pub(super) fn shop(&self, place: usize) -> &ShopRow {
        &self.shops[place]
    }

    /// The price of the item at `place`, in fen.
    pub(super) fn price_fen(&self, place: usize) -> i64 {
        self.price_fen[place]
    }

    /// How long its name is, in the shorter of its languages, up to 255 bytes.
    pub(super) fn name_bytes(&self, place: usize) -> u8 {
        self.name_bytes[place]
    }

    /// The number of the brand written so in lower case; `None` if no item has it.
    pub(super) fn brand(&self, name: &str) -> Option<u32> {
        let place = self.brands.iter().position(|brand| brand == name)?;
        u32::try_from(place).ok()
    }

    /// The number of the brand of the item at `place`.
    pub(super) fn brand_of(&self, place: usize) -> u32 {
        self.brand_of[place]
    }
}
