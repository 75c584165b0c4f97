//! Settles a card payment with the provider's final word.

use super::Decide;
use super::cancel_order::{give_back, give_back_places, name_given_back};
use crate::digest::Digest;
use crate::event::Happened;
use crate::id::OrderId;
use crate::ledger::{self, AccountId, TransactionId};
use crate::order::OrderState;
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::working_set::{Context, RowNames, WorkingSet};

/// What a payment provider says for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProviderWord {
    /// The money was taken.
    Captured,
    /// Nothing was taken, and nothing will be.
    Declined,
}

/// Settles the payment of an order.
#[derive(Debug, Clone)]
pub struct SettlePayment {
    /// Which order.
    pub order: OrderId,
    /// What the provider says.
    pub word: ProviderWord,
}

impl Decide for SettlePayment {
    fn name_rows(&self, names: &mut RowNames) {
        names.orders.insert(self.order);
    }

    fn name_more(&self, rows: &WorkingSet, names: &mut RowNames) {
        names.accounts.insert(AccountId::CardClearing);
        if let Some(order) = rows.orders.get(&self.order) {
            name_given_back(order, names);
        }
    }

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        let order = rows.orders.get(&self.order).ok_or(Refusal::OrderUnknown { order: self.order })?.clone();
        let (next, agrees) = match self.word {
            // An order becomes neither accepted nor cancelled before it was paid.
            ProviderWord::Captured => {
                (OrderState::Paid, !matches!(order.state, OrderState::PendingPayment | OrderState::PaymentFailed))
            }
            ProviderWord::Declined => (OrderState::PaymentFailed, order.state == OrderState::PaymentFailed),
        };
        if agrees {
            return Ok(Outcome::Order { order: order.id, state: order.state });
        }
        let mut moved = order.moved(next, context.now)?;
        let paid = match self.word {
            ProviderWord::Captured => ledger::check(rows, order.quote.entries(AccountId::CardClearing)?)?,
            ProviderWord::Declined => ledger::check(rows, [])?,
        };

        // After this point it must succeed.
        let number = rows.next_number(order.id.slot());
        ledger::post(rows, TransactionId(number), paid);
        match self.word {
            ProviderWord::Captured => moved.payment = moved.payment.captured(),
            ProviderWord::Declined => {
                give_back(rows, &order, context);
                give_back_places(rows, &order);
            }
        }
        rows.orders.put(order.id, moved);
        rows.happened(number, context.now, Happened::OrderMoved { order: order.id, state: next });
        Ok(Outcome::Order { order: order.id, state: next })
    }

    fn write(&self, digest: Digest) -> Digest {
        let word = match self.word {
            ProviderWord::Captured => "captured",
            ProviderWord::Declined => "declined",
        };
        digest.count(self.order.0).text(word)
    }
}
