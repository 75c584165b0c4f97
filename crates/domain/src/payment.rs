//! A payment: what was authorised, captured and given back for one order (invariant P1).

use std::sync::Arc;

use crate::money::Money;

/// What an order is paid with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaymentMethod {
    /// The buyer's balance here.
    Wallet,
    /// A card at a payment provider, by the provider's token for it.
    Card {
        /// Stands for the card; never its number.
        token: Arc<str>,
    },
}

/// A payment as it stands. Refunded is at most captured, captured at most authorised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// What with.
    pub method: PaymentMethod,
    /// What the buyer agreed to pay.
    pub authorised: Money,
    /// What was taken.
    pub captured: Money,
    /// What went back.
    pub refunded: Money,
    /// Whether a refund has been decided that the provider has not confirmed yet.
    pub refund_due: bool,
}

impl Payment {
    /// Asked for and not yet taken.
    pub fn authorised(method: PaymentMethod, amount: Money) -> Self {
        let nothing = Money::new(0, amount.currency());
        Self { method, authorised: amount, captured: nothing, refunded: nothing, refund_due: false }
    }

    /// All of it taken.
    #[must_use]
    pub fn captured(self) -> Self {
        Self { captured: self.authorised, ..self }
    }

    /// All that was taken goes back; a card's provider still has to confirm.
    #[must_use]
    pub fn refunded(self) -> Self {
        let refund_due = matches!(self.method, PaymentMethod::Card { .. }) && self.captured.is_positive();
        Self { refunded: self.captured, refund_due, ..self }
    }
}
