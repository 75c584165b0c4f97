//! A buyer's account.

pub mod change;
pub mod open;
pub mod show;
