//! Where things can go.

pub mod list;
pub mod replace;
