//! Offers a quote: keeps it under a number of its own, so that its buyer can agree to it from any door.

use std::sync::Arc;

use super::Decide;
use crate::digest::Digest;
use crate::event::Happened;
use crate::id::{BuyerId, QuoteId};
use crate::quote::Terms;
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::time::Time;
use crate::working_set::{Context, RowNames, WorkingSet};

/// Offers these terms to a buyer.
#[derive(Debug, Clone)]
pub struct OfferQuote {
    /// To whom.
    pub buyer: BuyerId,
    /// What.
    pub terms: Terms,
    /// When they were worked out; the life time runs from here.
    pub offered_at: Time,
}

impl Decide for OfferQuote {
    fn name_rows(&self, _names: &mut RowNames) {}

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        let number = rows.next_number(self.buyer.slot());
        let id = QuoteId(number);
        let quote = self.terms.clone().offered(id, self.buyer, self.offered_at);
        rows.quotes.put(id, Arc::new(quote));
        rows.happened(number, context.now, Happened::QuoteOffered(id));
        Ok(Outcome::QuoteOffered(id))
    }

    fn write(&self, digest: Digest) -> Digest {
        self.terms.write(digest.count(self.buyer.0).number(self.offered_at.as_micros()))
    }
}
