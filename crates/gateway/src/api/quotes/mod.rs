//! Quotes: what would be bought and what it would cost.

pub mod confirm;
pub mod create;
pub mod show;
