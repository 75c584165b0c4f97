//! A cart: what a buyer wants, before it has a price.

use std::sync::Arc;

use crate::buyer::Address;
use crate::constraint::Constraints;
use crate::id::ItemKey;
use crate::time::Time;

/// Units of one line at most.
pub const QUANTITY_MAX: u32 = 999;
/// Lines of a cart at most: what a person can still read before agreeing.
pub const LINES_MAX: usize = 50;

/// What a buyer wants, to where and when.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cart {
    /// What is wanted.
    pub lines: Vec<CartLine>,
    /// Where it goes; `None` for the buyer's usual address.
    pub address: Option<Address>,
    /// When it should be there; `None` for as soon as can be.
    pub deliver_at: Option<Time>,
    /// What was said of it, which its quote must hold.
    pub constraints: Constraints,
}

/// So many of one item with these options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CartLine {
    /// Which item.
    pub item: ItemKey,
    /// How many, 1 to [`QUANTITY_MAX`].
    pub quantity: u32,
    /// What was chosen; a group that is not named takes its default.
    pub options: Vec<Choice>,
}

/// What was chosen of one option group, by Chinese names, as the catalogue has them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Choice {
    /// The group's name.
    pub group: Arc<str>,
    /// The values' names: one, or several where the group allows many.
    pub values: Vec<Arc<str>>,
}
