//! A conversation: where a buyer's talk stands, kept so that any node can go on with it.

use crate::id::BuyerId;

/// Bytes of a conversation's state at most.
pub const CONVERSATION_BYTES_MAX: usize = 64 * 1024;

/// A conversation. What its body means is the desk's affair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// Whose.
    pub buyer: BuyerId,
    /// Grows by one with each turn.
    pub version: u64,
    /// Its state.
    pub body: Vec<u8>,
}
