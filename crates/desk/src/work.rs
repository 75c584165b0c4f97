//! What the desk does on its own between customers: goes on with payments that were left open, lets demonstration shops
//! work, gives back vouchers that ran out, and looks whether the catalogue has changed.

use std::time::Duration;

use domain::command::{AdvanceOrder, ReleaseVoucher};
use domain::id::{BuyerId, CampaignId, OrderId, Shard, VoucherId};
use domain::order::{Order, OrderState};
use domain::receipt::IdempotencyKey;
use domain::refusal::Refusal;
use domain::time::{Span, Time};

use crate::desk::Desk;

/// How often it looks.
const EVERY: Duration = Duration::from_secs(1);
/// Orders looked at each time; with more open than this, each is looked at in turn.
const ORDERS_EACH: u32 = 500;
/// Vouchers looked at each time.
const VOUCHERS_EACH: u32 = 2_000;
/// A payment is left to the buyer's own request for this long before the desk goes on with it.
const PAYMENT_RESTS_SECONDS: u32 = 10;

/// Where it is in its rounds.
struct Rounds {
    order: OrderId,
    voucher: VoucherId,
}

impl Desk {
    /// Works until the future is dropped.
    pub async fn work(&self) {
        let first = || Rounds { order: OrderId(0), voucher: first_voucher() };
        let mut rounds: Vec<_> = (0..self.store.shards()).map(|shard| (Shard(shard), first())).collect();
        loop {
            tokio::time::sleep(EVERY).await;
            for (shard, rounds) in &mut rounds {
                if let Err(refusal) = self.round(*shard, rounds).await {
                    tracing::warn!(
                        code = refusal.code(),
                        shard = shard.0,
                        "background work was refused and goes on later"
                    );
                }
            }
            if let Err(error) = self.refresh() {
                tracing::error!(error = &error as &dyn std::error::Error, "the catalogue could not be read anew");
            }
        }
    }

    async fn round(&self, shard: Shard, rounds: &mut Rounds) -> Result<(), Refusal> {
        let open = self.store.open_orders(shard, rounds.order, ORDERS_EACH)?;
        rounds.order = open.last().copied().unwrap_or(OrderId(0));
        for id in open {
            if let Some(order) = self.store.order(id)? {
                self.go_on_with(&order).await?;
            }
        }
        let (run_out, next) = self.store.vouchers_run_out(shard, &rounds.voucher, self.now(), VOUCHERS_EACH)?;
        rounds.voucher = next.unwrap_or_else(first_voucher);
        for voucher in run_out {
            let key = self.mint.key("release voucher", self.now());
            self.store.submit(shard, key, ReleaseVoucher { voucher }).await?;
        }
        Ok(())
    }

    async fn go_on_with(&self, order: &Order) -> Result<(), Refusal> {
        let now = self.now();
        let rested = now.since(order.changed_at) >= Span::seconds(PAYMENT_RESTS_SECONDS);
        if rested && (order.state == OrderState::PendingPayment || order.payment.refund_due) {
            return self.resume_payment(order).await;
        }
        match order.state.next_step() {
            Some(to) if self.settings.shops_work && is_due(order, now) => self.advance(order, to).await,
            _ => Ok(()),
        }
    }

    async fn advance(&self, order: &Order, to: OrderState) -> Result<(), Refusal> {
        let key = IdempotencyKey::about(to.word(), order.id.0);
        match self.store.submit(order.id.shard(), key, AdvanceOrder { order: order.id, to }).await {
            // Its buyer was faster and cancelled it.
            Err(Refusal::WrongState { .. }) => Ok(()),
            other => other.map(drop),
        }
    }
}

/// Whether a demonstration shop has had its time for the next step. Shops begin when they must, and are quick.
fn is_due(order: &Order, now: Time) -> bool {
    let terms = &order.quote.terms;
    let minutes = terms.shops.iter().map(|shop| shop.minutes).max().unwrap_or(0);
    let begins = terms.deliver_at.before(Span::minutes(minutes));
    let takes = match order.state {
        OrderState::Paid => Span::seconds(15),
        OrderState::Accepted => Span::seconds(30),
        OrderState::Preparing => Span::minutes(2),
        _ => Span::minutes(5),
    };
    now >= begins && now.since(order.changed_at) >= takes
}

fn first_voucher() -> VoucherId {
    VoucherId { buyer: BuyerId(0), campaign: CampaignId::from("") }
}
