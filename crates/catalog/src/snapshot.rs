//! One state of the catalogue: all shops and items at a moment, with the index that finds them. Shared as an `Arc`, and
//! replaced whole when something changes, so that whoever searches never waits for whoever imports.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use domain::catalogue::{Item, Shop};
use domain::id::{ItemKey, ShopId};

use crate::search::columns::Columns;
use crate::search::index::Index;

/// All shops and items, with their index; never changes.
pub struct Catalogue {
    shops: Vec<Arc<Shop>>,
    /// The items of a shop stand together, shops in their own order: an item's place is its document in the index.
    items: Vec<Arc<Item>>,
    /// For each item the place of its shop.
    shop_of: Vec<u32>,
    /// For each shop its items.
    ranges: Vec<Range<usize>>,
    shop_places: HashMap<ShopId, usize>,
    item_places: HashMap<ItemKey, usize>,
    columns: Columns,
    index: Index,
}

impl Catalogue {
    /// A snapshot of `shops` and `items`, in the order given. Of two with the same id the later one counts, so that an
    /// import can be appended to what was there; an item whose shop is missing is left out, since nobody could sell it.
    pub fn new(shops: Vec<Shop>, items: Vec<Item>) -> Self {
        let (shops, shop_places) = place(shops, |shop| shop.id.clone());
        let (mut items, _) = place(items, |item| item.key.clone());
        items.retain(|item| shop_places.contains_key(&item.key.shop));
        items.sort_by_key(|item| shop_places[&item.key.shop]);
        let item_places = items.iter().enumerate().map(|(place, item)| (item.key.clone(), place)).collect();
        let ranges = ranges(&shops, &items);
        let shop_of = items.iter().map(|item| narrow(shop_places[&item.key.shop])).collect();
        let index = Index::new(&shops, &items, &ranges);
        let columns = Columns::new(&shops, &items);
        Self { shops, items, shop_of, ranges, shop_places, item_places, columns, index }
    }

    /// The shop with this id.
    pub fn shop(&self, id: &ShopId) -> Option<&Arc<Shop>> {
        self.shop_places.get(id).map(|place| &self.shops[*place])
    }

    /// The item with this key.
    pub fn item(&self, key: &ItemKey) -> Option<&Arc<Item>> {
        self.item_places.get(key).map(|place| &self.items[*place])
    }

    /// What a shop sells, in its own order; nothing if there is no such shop.
    pub fn items_of(&self, shop: &ShopId) -> &[Arc<Item>] {
        &self.items[self.range_of(shop)]
    }

    /// All shops, in a stable order.
    pub fn shops(&self) -> impl ExactSizeIterator<Item = &Arc<Shop>> {
        self.shops.iter()
    }

    /// All items, those of a shop together, shops in the order of [`Catalogue::shops`].
    pub fn items(&self) -> impl ExactSizeIterator<Item = &Arc<Item>> {
        self.items.iter()
    }

    /// How many shops there are.
    pub fn shop_count(&self) -> usize {
        self.shops.len()
    }

    /// How many items there are.
    pub fn item_count(&self) -> usize {
        self.items.len()
    }

    pub(crate) fn range_of(&self, shop: &ShopId) -> Range<usize> {
        self.shop_places.get(shop).map_or(0..0, |place| self.ranges[*place].clone())
    }

    /// The items of each shop, in the order of [`Catalogue::shops`].
    pub(crate) fn ranges(&self) -> &[Range<usize>] {
        &self.ranges
    }

    /// The shop at `place`, in the order of [`Catalogue::shops`].
    pub(crate) fn shop_at_place(&self, place: usize) -> &Shop {
        &self.shops[place]
    }

    /// The place of the shop of the item at `place`.
    pub(crate) fn shop_at(&self, place: usize) -> usize {
        usize::try_from(self.shop_of[place]).expect("a u32 fits a usize here")
    }

    pub(crate) fn at(&self, place: usize) -> (&Arc<Item>, &Arc<Shop>) {
        (&self.items[place], &self.shops[self.shop_at(place)])
    }

    pub(crate) fn columns(&self) -> &Columns {
        &self.columns
    }

    pub(crate) fn index(&self) -> &Index {
        &self.index
    }
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue").field("shops", &self.shops.len()).field("items", &self.items.len()).finish()
    }
}

/// Everything at its first place with its last content, and where it went.
fn place<T, K: std::hash::Hash + Eq>(all: Vec<T>, key: impl Fn(&T) -> K) -> (Vec<Arc<T>>, HashMap<K, usize>) {
    let mut placed = Vec::with_capacity(all.len());
    let mut places = HashMap::with_capacity(all.len());
    for one in all {
        let at = *places.entry(key(&one)).or_insert(placed.len());
        let one = Arc::new(one);
        match placed.get_mut(at) {
            Some(earlier) => *earlier = one,
            None => placed.push(one),
        }
    }
    (placed, places)
}

fn ranges(shops: &[Arc<Shop>], items: &[Arc<Item>]) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut range = |shop: &Arc<Shop>| {
        let count = items[start..].iter().take_while(|item| item.key.shop == shop.id).count();
        let range = start..start + count;
        start = range.end;
        range
    };
    shops.iter().map(&mut range).collect()
}

fn narrow(place: usize) -> u32 {
    u32::try_from(place).expect("four billion shops do not fit into memory")
}
