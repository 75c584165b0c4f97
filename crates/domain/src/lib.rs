//! The rules of xiaoer: what may be bought, paid, given away and taken back, and why not.
//!
//! Everything here is pure. Time and chance come in as arguments, nothing is read or written, nothing can panic on
//! input, and there are no floats. What may be refused returns a typed [`refusal::Refusal`]; what must be true is asserted.

#![deny(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    missing_docs
)]
#![cfg_attr(test, expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "a test may panic"))]

pub mod buyer;
pub mod cart;
pub mod catalogue;
pub mod id;
pub mod language;
pub mod money;
pub mod time;
