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

    /// The same item after a delivery or a count: `units` on the shelf now. What was sold stays sold.
    #[must_use]
    pub fn restocked(self, units: u32) -> Self {
        Self { allotted: self.sold.saturating_add(u64::from(units)), ..self }
    }
}
