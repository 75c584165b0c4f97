//! Quantities in Chinese text: numbers, shares, sums of money, dimensions, ranges and times.
//!
//! Pure, and without floats: a value is an exact [`Ratio`]. Each kind is found on its own, so that one piece of text
//! may be several: 三块 is a number, and a sum of money. What a catalogue's goods are called plays no part here; the
//! reader knows that, and shares the grammar of numerals.

mod arabic;
pub(crate) mod calendar;
mod currency;
mod dimension;
mod number;
pub(crate) mod numeral;
mod percent;
mod range;
mod ratio;
mod text;
pub mod time;
mod unit;

use std::ops::Range;

pub use currency::{Currency, Sum, sums};
pub use dimension::{Dimension, dimensions};
pub use number::{Number, numbers, ordinals};
pub use percent::percentages;
pub use range::{Bound, Range as NumberRange, ranges};
pub use ratio::Ratio;

/// Something found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// Bytes of the source.
    pub bytes: Range<usize>,
    /// Characters of the source.
    pub chars: Range<usize>,
    /// What it is.
    pub value: T,
}
