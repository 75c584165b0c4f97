//! An order: a quote that its buyer agreed to, and what became of it.

use std::sync::Arc;

use crate::id::{BuyerId, OrderId};
use crate::mandate::Mandate;
use crate::payment::Payment;
use crate::quote::Quote;
use crate::refusal::Refusal;
use crate::time::Time;

/// An order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Its number, that of its quote.
    pub id: OrderId,
    /// What was agreed to, word for word.
    pub quote: Arc<Quote>,
    /// The buyer's agreement.
    pub mandate: Mandate,
    /// Where it stands.
    pub state: OrderState,
    /// What was paid.
    pub payment: Payment,
    /// When it was placed.
    pub placed_at: Time,
    /// When its state last changed.
    pub changed_at: Time,
    /// The same buyer's order before this one.
    pub previous: Option<OrderId>,
}

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrderState {
    /// Goods and voucher are set aside; the payment provider has not answered for good.
    PendingPayment,
    /// Paid; the shops have it.
    Paid,
    /// The shops have agreed to prepare it.
    Accepted,
    /// It is being prepared.
    Preparing,
    /// It is on its way.
    Delivering,
    /// It is there.
    Delivered,
    /// It was called off; what was paid goes back.
    Cancelled,
    /// The payment was declined; nothing was taken.
    PaymentFailed,
}

impl OrderState {
    /// All of them, in the order of a good life.
    pub const ALL: [Self; 8] = [
        Self::PendingPayment,
        Self::Paid,
        Self::Accepted,
        Self::Preparing,
        Self::Delivering,
        Self::Delivered,
        Self::Cancelled,
        Self::PaymentFailed,
    ];

    /// The state table (invariant O1): whether an order may go from here to `next`.
    pub fn may_become(self, next: Self) -> bool {
        use OrderState::{Accepted, Cancelled, Delivered, Delivering, Paid, PaymentFailed, PendingPayment, Preparing};
        matches!(
            (self, next),
            (PendingPayment, Paid | PaymentFailed)
                | (Paid, Accepted | Cancelled)
                | (Accepted, Preparing | Cancelled)
                | (Preparing, Delivering)
                | (Delivering, Delivered)
        )
    }

    /// What a shop does to it next, if anything.
    pub fn next_step(self) -> Option<Self> {
        match self {
            Self::Paid => Some(Self::Accepted),
            Self::Accepted => Some(Self::Preparing),
            Self::Preparing => Some(Self::Delivering),
            Self::Delivering => Some(Self::Delivered),
            _ => None,
        }
    }

    /// Whether the goods, the voucher and the money still belong to it.
    pub fn stands(self) -> bool {
        !matches!(self, Self::Cancelled | Self::PaymentFailed)
    }

    /// Whether nothing more can happen to it.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Delivered | Self::Cancelled | Self::PaymentFailed)
    }

    /// Its word on the wire and in the store.
    pub fn word(self) -> &'static str {
        match self {
            Self::PendingPayment => "pending_payment",
            Self::Paid => "paid",
            Self::Accepted => "accepted",
            Self::Preparing => "preparing",
            Self::Delivering => "delivering",
            Self::Delivered => "delivered",
            Self::Cancelled => "cancelled",
            Self::PaymentFailed => "payment_failed",
        }
    }

    /// The state with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

impl Order {
    /// Whose it is.
    pub fn buyer(&self) -> BuyerId {
        self.quote.buyer
    }

    /// The same order in another state.
    ///
    /// # Errors
    /// [`Refusal::WrongState`] if the state table has no such step.
    pub fn moved(&self, next: OrderState, now: Time) -> Result<Self, Refusal> {
        if !self.state.may_become(next) {
            return Err(Refusal::WrongState { order: self.id, state: self.state });
        }
        Ok(Self { state: next, changed_at: now, ..self.clone() })
    }

    /// Only the buyer of an order may see or change it.
    ///
    /// # Errors
    /// [`Refusal::OrderUnknown`]: to another, it does not exist.
    pub fn of(&self, buyer: BuyerId) -> Result<&Self, Refusal> {
        if self.buyer() == buyer { Ok(self) } else { Err(Refusal::OrderUnknown { order: self.id }) }
    }
}
