//! What a sentence is said into: what the desk knows at that moment.

use domain::avoidance::Avoidance;
use domain::buyer::Address;
use domain::cart::{Cart, CartLine};
use domain::catalogue::Item;
use domain::id::OrderId;
use domain::time::Time;

/// The facts around a sentence. The caller reads them; this crate asks nobody.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What time it is.
    pub now: Time,
    /// Where the buyer has things sent; the first is the usual place.
    pub addresses: &'a [Address],
    /// What the buyer does not eat.
    pub avoids: &'a [Avoidance],
    /// Carts of past orders, newest first, for "the usual".
    pub past: &'a [Cart],
    /// The buyer's newest order that can still be followed or cancelled.
    pub latest_order: Option<OpenOrder<'a>>,
    /// Whether a quote stands that the buyer has seen and has not yet agreed to.
    pub quote_waiting: bool,
    /// Whether at least one of an item can be had now.
    pub in_stock: &'a dyn Fn(&Item) -> bool,
}

/// An order on its way.
#[derive(Debug, Clone, Copy)]
pub struct OpenOrder<'a> {
    /// Which.
    pub id: OrderId,
    /// What was ordered.
    pub lines: &'a [CartLine],
}

impl Scene<'_> {
    /// Where nothing is known but the time: no address, no past order, and all there is is in stock.
    pub fn at(now: Time) -> Self {
        Self {
            now,
            addresses: &[],
            avoids: &[],
            past: &[],
            latest_order: None,
            quote_waiting: false,
            in_stock: &|_| true,
        }
    }
}

impl std::fmt::Debug for Scene<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scene")
            .field("now", &self.now)
            .field("addresses", &self.addresses.len())
            .field("avoids", &self.avoids.len())
            .field("past", &self.past.len())
            .field("latest_order", &self.latest_order)
            .field("quote_waiting", &self.quote_waiting)
            .finish_non_exhaustive()
    }
}
