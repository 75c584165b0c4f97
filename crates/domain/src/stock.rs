//! Stock: units of an item that a shard may sell, and that it has sold.

use crate::id::ItemKey;
use crate::refusal::Refusal;

/// A shard's allotment of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stock {
    /// Units that this shard may sell in all, the sold ones included.
    pub allotted: u64,
    /// Units that are in orders which stand.
    pub sold: u64,
    /// Units that came from other shards, less those that went to others. Over all shards together, what is missing to
    /// nothing is in the mail.
    pub moved: i64,
}

impl Stock {
    /// Units that can still be sold.
    pub fn left(self) -> u64 {
        self.allotted.saturating_sub(self.sold)
    }

    /// `quantity` more sold.
    ///
    /// # Errors
    /// [`Refusal::SoldOut`] with what is left, if that is less.
    pub fn sell(self, item: &ItemKey, quantity: u32) -> Result<Self, Refusal> {
        if u64::from(quantity) > self.left() {
            return Err(Refusal::SoldOut { item: item.clone(), left: self.left() });
        }
        Ok(Self { sold: self.sold.saturating_add(u64::from(quantity)), ..self })
    }

    /// `quantity` given back by an order that no longer stands.
    ///
    /// # Panics
    /// If more comes back than was sold.
    #[must_use]
    pub fn give_back(self, quantity: u32) -> Self {
        let sold = self.sold.checked_sub(u64::from(quantity)).expect("S1: no more comes back than was sold");
        Self { sold, ..self }
    }

    /// `units` go to another shard; `None` if there are not so many left.
    #[must_use]
    pub fn taken(self, units: u64) -> Option<Self> {
        let allotted = self.allotted.checked_sub(units).filter(|allotted| *allotted >= self.sold)?;
        Some(Self { allotted, moved: self.moved.checked_sub_unsigned(units)?, ..self })
    }

    /// `units` came from another shard.
    #[must_use]
    pub fn given(self, units: u64) -> Self {
        Self { allotted: self.allotted.saturating_add(units), moved: self.moved.saturating_add_unsigned(units), ..self }
    }
}

/// Units that each shard must get, for a stock to be split over them all at once; fewer stay at home until they are
/// asked for, because of a few units the shard that has none would have to ask in any case.
const SPREAD_MIN: u64 = 8;

/// How `units` are first laid out over so many shards.
pub fn spread(units: u64, shards: usize, home: usize) -> Vec<u64> {
    let count = u64::try_from(shards.max(1)).unwrap_or(u64::MAX);
    let each = Some(units.checked_div(count).unwrap_or_default()).filter(|each| *each >= SPREAD_MIN).unwrap_or(0);
    let mut parts = vec![each; shards];
    if let Some(at_home) = parts.get_mut(home) {
        *at_home = at_home.saturating_add(units.saturating_sub(each.saturating_mul(count)));
    }
    parts
}

/// An item after a delivery or a count: `units` on the shelf now, over all shards. What was sold stays sold, and what
/// is in the mail counts as on the shelf. More units are spread; fewer are taken from the shard at `home` first.
pub fn restock(shards: &mut [Stock], home: usize, units: u32) {
    let left = shards.iter().fold(0_u64, |sum, stock| sum.saturating_add(stock.left()));
    let moved = shards.iter().fold(0_i64, |sum, stock| sum.saturating_add(stock.moved));
    let there = left.saturating_add(moved.min(0).unsigned_abs());
    let units = u64::from(units);
    let more = spread(units.saturating_sub(there), shards.len(), home);
    for (stock, units) in shards.iter_mut().zip(more) {
        stock.allotted = stock.allotted.saturating_add(units);
    }
    let mut too_many = there.saturating_sub(units);
    let last = shards.len();
    let order = std::iter::once(home).chain((0..last).filter(|shard| *shard != home));
    for shard in order {
        let Some(stock) = shards.get_mut(shard) else { continue };
        let less = too_many.min(stock.left());
        stock.allotted = stock.allotted.saturating_sub(less);
        too_many = too_many.saturating_sub(less);
    }
}
