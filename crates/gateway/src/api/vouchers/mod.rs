//! Vouchers, and the campaigns that give them.

pub mod campaigns;
pub mod claim;
pub mod list;
