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

pub mod allotment;
pub mod avoidance;
pub mod buyer;
pub mod campaign;
pub mod capacity;
pub mod cart;
pub mod catalogue;
pub mod command;
pub mod constraint;
pub mod conversation;
pub mod digest;
pub mod event;
pub mod id;
pub mod invariants;
pub mod language;
pub mod ledger;
pub mod mail;
pub mod mandate;
pub mod money;
pub mod order;
pub mod payment;
pub mod quote;
pub mod receipt;
pub mod refusal;
pub mod stock;
pub mod time;
pub mod voucher;
pub mod working_set;
