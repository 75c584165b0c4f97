//! A buyer: who orders, and where to.

use std::sync::Arc;

use crate::catalogue::Point;
use crate::id::BuyerId;
use crate::language::Language;
use crate::time::Time;

/// Addresses a buyer can keep at most.
pub const ADDRESSES_MAX: usize = 20;
/// Characters of an address at most.
pub const ADDRESS_CHARS_MAX: usize = 200;

/// A person who shops here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Buyer {
    /// Who it is.
    pub id: BuyerId,
    /// SHA-256 of the bearer token; the token itself is kept by the buyer alone. A buyer at the terminal has none.
    pub token_hash: Option<[u8; 32]>,
    /// The language they were last spoken to in.
    pub language: Language,
    /// Year of birth, if they care to say: for larger print and for what the law asks.
    pub birth_year: Option<u16>,
    /// Where things can go; the first is the usual one.
    pub addresses: Vec<Address>,
    /// Since when.
    pub opened_at: Time,
}

/// A place to deliver to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// What the buyer calls it: 家, 公司; empty if it was said in passing.
    pub label: Arc<str>,
    /// The address as people write it.
    pub text: Arc<str>,
    /// The six-digit administrative code, if known.
    pub adcode: Option<Arc<str>>,
    /// Where it is, if known.
    pub point: Option<Point>,
    /// Whether it is one that we made up for a first try.
    pub example: bool,
}
