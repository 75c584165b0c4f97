//! A mandate: the buyer's own word that allows an order. Nothing else can spend.

use crate::quote::{Quote, QuoteHash};
use crate::refusal::Refusal;
use crate::time::Time;

/// What allows an order: for now, the buyer's confirmation of a quote's hash on a page or terminal of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mandate {
    /// The hash that the buyer agreed to.
    pub quote_hash: QuoteHash,
    /// When.
    pub confirmed_at: Time,
}

impl Mandate {
    /// Whether it allows `quote` to become an order at `now` (invariant M1). The hash is computed anew from what the
    /// quote says, so a quote that was altered after it was shown does not pass.
    ///
    /// # Errors
    /// [`Refusal::QuoteChanged`] or [`Refusal::QuoteExpired`].
    pub fn allows(&self, quote: &Quote, now: Time) -> Result<(), Refusal> {
        if self.quote_hash != quote.hash || quote.computed_hash() != quote.hash {
            return Err(Refusal::QuoteChanged { quote: quote.id });
        }
        if now >= quote.expires_at {
            return Err(Refusal::QuoteExpired { quote: quote.id });
        }
        Ok(())
    }
}
