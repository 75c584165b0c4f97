//! What the desk does on its own between customers, each on a round of its own, so that a slow one holds up no other:
//! it goes on with payments that were left open, lets demonstration shops work, gives back vouchers that ran out, and
//! looks whether the catalogue or the shelves have changed.

use std::sync::atomic::Ordering;
use std::time::Duration;

use domain::command::{AdvanceOrder, ReleaseVoucher};
use domain::id::{BuyerId, CampaignId, OrderId, Shard, VoucherId};
use domain::order::{Order, OrderState};
use domain::receipt::IdempotencyKey;
use domain::refusal::Refusal;
use domain::time::{Span, Time};
use store::Awaited;

use crate::desk::Desk;

/// How often each round is made.
const EVERY: Duration = Duration::from_secs(1);
/// Orders looked at each time; with more open than this, each is looked at in turn.
const ORDERS_EACH: u32 = 500;
/// Vouchers looked at each time.
const VOUCHERS_EACH: u32 = 2_000;
/// Vouchers given back at once: enough to share a batch, few enough that a campaign's end fills no shard's queue.
const RELEASED_AT_ONCE: usize = 256;
/// Payments gone on with at once: a provider that is silent is asked no more often than this.
const PAYMENTS_AT_ONCE: usize = 16;
/// A payment is left to the buyer's own request for this long before the desk goes on with it.
const PAYMENT_RESTS_SECONDS: u32 = 30;
/// Mail is left for this long to the node that sent it.
const MAIL_RESTS_SECONDS: u32 = 2;
/// Rounds between two looks at the shelves, which other processes may have changed.
const SHELF_ROUNDS: u32 = 5;

impl Desk {
    /// Works until the future is dropped.
    pub async fn work(&self) {
        let shards = (0..self.store.shards()).map(Shard);
        let mut rounds = tokio::task::JoinSet::new();
        for shard in shards {
            let desk = self.clone();
            rounds.spawn(async move { desk.pay_round(shard).await });
            if self.settings.shops_work {
                let desk = self.clone();
                rounds.spawn(async move { desk.shop_round(shard).await });
            }
            let desk = self.clone();
            rounds.spawn(async move { desk.voucher_round(shard).await });
            let desk = self.clone();
            rounds.spawn(async move { desk.mail_round(shard).await });
        }
        let desk = self.clone();
        rounds.spawn(async move { desk.refresh_round().await });
        while rounds.join_next().await.is_some() {}
    }

    async fn pay_round(&self, shard: Shard) {
        let mut after = OrderId(0);
        loop {
            tokio::time::sleep(EVERY).await;
            let now = self.now();
            let rested = |order: &Order| now.since(order.changed_at) >= Span::seconds(PAYMENT_RESTS_SECONDS);
            let left = self.open_orders(shard, Awaited::Provider, &mut after).await.into_iter().filter(rested);
            let mut asked = tokio::task::JoinSet::new();
            for order in left.take(PAYMENTS_AT_ONCE) {
                let desk = self.clone();
                asked.spawn(async move { told("payment", desk.resume_payment(&order).await) });
            }
            while asked.join_next().await.is_some() {}
        }
    }

    async fn shop_round(&self, shard: Shard) {
        let mut after = OrderId(0);
        loop {
            tokio::time::sleep(EVERY).await;
            let now = self.now();
            let mut steps = tokio::task::JoinSet::new();
            for order in self.open_orders(shard, Awaited::Shops, &mut after).await {
                if let Some(to) = order.state.next_step().filter(|_| is_due(&order, now)) {
                    let desk = self.clone();
                    steps.spawn(async move { told("shop", desk.advance(&order, to).await) });
                }
            }
            while steps.join_next().await.is_some() {}
        }
    }

    async fn voucher_round(&self, shard: Shard) {
        let mut after = first_voucher();
        loop {
            tokio::time::sleep(EVERY).await;
            let found = self.store.vouchers_run_out(shard, &after, self.now(), VOUCHERS_EACH).await;
            let Ok((run_out, next)) = found else { continue };
            after = next.unwrap_or_else(first_voucher);
            for together in run_out.chunks(RELEASED_AT_ONCE) {
                let mut released = tokio::task::JoinSet::new();
                for voucher in together.iter().cloned() {
                    let desk = self.clone();
                    released.spawn(async move { desk.release(shard, voucher).await });
                }
                while released.join_next().await.is_some() {}
            }
        }
    }

    async fn release(&self, shard: Shard, voucher: VoucherId) {
        let key = self.mint.key(self.now());
        match self.store.submit(shard, key, ReleaseVoucher { voucher }).await {
            // Another node was faster.
            Err(Refusal::VoucherNotUsable { .. }) => {}
            other => told("voucher", other.map(drop)),
        }
    }

    /// Delivers what a node that died has left in the mail between shards.
    async fn mail_round(&self, shard: Shard) {
        loop {
            tokio::time::sleep(EVERY).await;
            let before = self.now().before(Span::seconds(MAIL_RESTS_SECONDS));
            told("mail", self.store.deliver_mail(shard, before).await.map(drop));
        }
    }

    async fn refresh_round(&self) {
        for round in 1_u32.. {
            tokio::time::sleep(EVERY).await;
            let desk = self.clone();
            let shelves = round.is_multiple_of(SHELF_ROUNDS);
            // Compiling a large catalogue takes a second or more: not on a thread that serves.
            let refreshed =
                tokio::task::spawn_blocking(move || tokio::runtime::Handle::current().block_on(desk.refresh(shelves)))
                    .await;
            self.store_answers.store(!matches!(refreshed, Ok(Err(_))), Ordering::Relaxed);
            if let Ok(Err(error)) = refreshed {
                tracing::error!(error = &error as &dyn std::error::Error, "the catalogue could not be read anew");
            }
        }
    }

    /// The next orders that wait for `whom`; from the beginning again after the last.
    async fn open_orders(&self, shard: Shard, whom: Awaited, after: &mut OrderId) -> Vec<Order> {
        let open = self.store.open_orders(shard, whom, *after, ORDERS_EACH).await.unwrap_or_default();
        *after = open.last().copied().unwrap_or(OrderId(0));
        self.store.orders(shard, &open).await.unwrap_or_default()
    }

    async fn advance(&self, order: &Order, to: OrderState) -> Result<(), Refusal> {
        let key = IdempotencyKey::about(to.word(), order.id.0);
        match self.store.submit(self.store.shard_of_order(order.id), key, AdvanceOrder { order: order.id, to }).await {
            // Its buyer was faster and cancelled it.
            Err(Refusal::WrongState { .. }) => Ok(()),
            other => other.map(drop),
        }
    }
}

/// What is refused now is tried again on a later round.
fn told(what: &'static str, done: Result<(), Refusal>) {
    if let Err(refusal) = done {
        tracing::warn!(code = refusal.code(), what, "background work was refused and goes on later");
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
