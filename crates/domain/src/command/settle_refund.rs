//! Keeps a payment provider's word that a refund has gone through.

use super::Decide;
use crate::digest::Digest;
use crate::event::Happened;
use crate::id::OrderId;
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::working_set::{Context, RowNames, WorkingSet};

/// The provider has given a buyer's money back.
#[derive(Debug, Clone)]
pub struct SettleRefund {
    /// Of which order.
    pub order: OrderId,
}

impl Decide for SettleRefund {
    fn name_rows(&self, names: &mut RowNames) {
        names.orders.insert(self.order);
    }

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        let mut order = rows.orders.get(&self.order).ok_or(Refusal::OrderUnknown { order: self.order })?.clone();
        if !order.payment.refund_due {
            return Err(Refusal::WrongState { order: order.id, state: order.state });
        }

        // After this point it must succeed.
        let number = rows.next_number(self.order.slot());
        order.payment.refund_due = false;
        rows.orders.put(self.order, order);
        rows.happened(number, context.now, Happened::RefundSettled(self.order));
        Ok(Outcome::RefundSettled(self.order))
    }

    fn write(&self, digest: Digest) -> Digest {
        digest.count(self.order.0)
    }
}
