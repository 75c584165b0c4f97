//! Orders.

pub mod cancel;
pub mod list;
pub mod show;
