//! Pays an order by card. Whatever the provider does, the order ends in one known state and is charged at most once:
//! a silence is looked up, a charge that never arrived is voided, and only a final word is settled.

use std::time::Duration;

use domain::command::{ProviderWord, SettlePayment, SettleRefund};
use domain::order::{Order, OrderState};
use domain::payment::PaymentMethod;
use domain::receipt::IdempotencyKey;
use domain::refusal::Refusal;

use crate::desk::Desk;
use crate::payment::{Charge, Silence, Verdict};

/// How long a provider may take to answer. Asking, looking up and voiding together stay below the doors' patience.
const ANSWER_WITHIN: Duration = Duration::from_secs(4);

impl Desk {
    /// Takes the money for an order that waits for it.
    pub(crate) async fn pay(&self, order: Order) -> Result<Order, Refusal> {
        let Some(charge) = charge(&order) else { return Ok(order) };
        let captured = within(self.provider.capture(&charge)).await;
        let verdict = match captured {
            Ok(verdict) => Ok(verdict),
            Err(Silence) => self.find_out(&charge).await,
        };
        match verdict {
            Ok(verdict) => self.settle(&order, verdict).await,
            // The order stays as it is; the desk's background work asks again until somebody knows.
            Err(Silence) => Err(Refusal::PaymentPending { order: order.id }),
        }
    }

    /// What became of a charge about which the provider was silent.
    async fn find_out(&self, charge: &Charge) -> Result<Verdict, Silence> {
        match within(self.provider.look_up(charge)).await? {
            Some(verdict) => Ok(verdict),
            None => within(self.provider.void(charge)).await,
        }
    }

    async fn settle(&self, order: &Order, verdict: Verdict) -> Result<Order, Refusal> {
        let (word, kind) = match verdict {
            Verdict::Captured => (ProviderWord::Captured, "settle captured"),
            Verdict::Declined => (ProviderWord::Declined, "settle declined"),
        };
        let key = IdempotencyKey::about(kind, order.id.0);
        let settled =
            self.store.submit(self.store.shard_of_order(order.id), key, SettlePayment { order: order.id, word }).await;
        if let (Err(Refusal::WrongState { .. }), Verdict::Captured) = (&settled, verdict) {
            self.return_late_capture(order).await;
        }
        settled?;
        match verdict {
            Verdict::Captured => self.order_of(order.buyer(), order.id).await,
            Verdict::Declined => Err(Refusal::PaymentDeclined { order: order.id }),
        }
    }

    /// Money that a provider took for an order that had been given up: it goes back at once, and somebody hears of it.
    async fn return_late_capture(&self, order: &Order) {
        let Some(charge) = charge(order) else { return };
        let returned = within(self.provider.refund(&charge)).await.is_ok();
        tracing::error!(order = %order.id, returned, "the provider took money for an order whose payment had failed");
    }

    /// Goes on with a payment that a restart or a silence has left open.
    pub(crate) async fn resume_payment(&self, order: &Order) -> Result<(), Refusal> {
        let Some(charge) = charge(order) else { return Ok(()) };
        if order.payment.refund_due {
            return self.refund(order, &charge).await;
        }
        if order.state == OrderState::PendingPayment
            && let Ok(verdict) = self.find_out(&charge).await
        {
            match self.settle(order, verdict).await {
                Ok(_) | Err(Refusal::PaymentDeclined { .. }) => {}
                Err(refusal) => return Err(refusal),
            }
        }
        Ok(())
    }

    /// Gives the money of a cancelled order back; a silence is left for the background work.
    pub(crate) async fn refund(&self, order: &Order, charge: &Charge) -> Result<(), Refusal> {
        if within(self.provider.refund(charge)).await.is_err() {
            return Ok(());
        }
        let key = IdempotencyKey::about("settle refund", order.id.0);
        self.store.submit(self.store.shard_of_order(order.id), key, SettleRefund { order: order.id }).await.map(drop)
    }
}

/// The charge of an order that is paid by card.
pub(crate) fn charge(order: &Order) -> Option<Charge> {
    match &order.payment.method {
        PaymentMethod::Wallet => None,
        PaymentMethod::Card { token } => {
            Some(Charge { key: order.id.to_string(), token: token.clone(), amount: order.payment.authorised })
        }
    }
}

async fn within<T>(answer: impl Future<Output = Result<T, Silence>>) -> Result<T, Silence> {
    tokio::time::timeout(ANSWER_WITHIN, answer).await.unwrap_or(Err(Silence))
}
