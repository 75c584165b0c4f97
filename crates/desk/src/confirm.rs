//! Confirms a quote: the buyer's word on its hash is the mandate, and the quote becomes an order.

use domain::avoidance::Avoider;
use domain::command::PlaceOrder;
use domain::id::{BuyerId, QuoteId};
use domain::mandate::Mandate;
use domain::order::{Order, OrderState};
use domain::quote::{Quote, QuoteHash};
use domain::receipt::IdempotencyKey;
use domain::refusal::Refusal;

use crate::desk::Desk;

impl Desk {
    /// Places the order of a quote and pays it. `hash` is what the buyer agreed to, as they were shown it; `key` is
    /// the client's idempotency key, if it sent one.
    ///
    /// # Errors
    /// [`Refusal::QuoteUnknown`], [`Refusal::QuoteChanged`], [`Refusal::QuoteExpired`], or what the order is refused
    /// for; [`Refusal::PaymentDeclined`].
    pub async fn confirm(
        &self,
        buyer: BuyerId,
        id: QuoteId,
        hash: QuoteHash,
        key: Option<&str>,
    ) -> Result<Order, Refusal> {
        let quote = self.quote_of(buyer, id).await?;
        self.check_avoided(buyer, &quote).await?;
        let mandate = Mandate { quote_hash: hash, confirmed_at: self.now() };
        // Without a key of the client's, the quote itself is the key: it can only become one order.
        let key = match key {
            Some(text) => IdempotencyKey::chosen(buyer, text),
            None => IdempotencyKey::about("place order", id.0),
        };
        self.store.submit(self.shard(buyer), key, PlaceOrder { quote, mandate }).await?;
        let order = self.order_of(buyer, id.order()).await?;
        match order.state {
            OrderState::PendingPayment => self.pay(order).await,
            OrderState::PaymentFailed => Err(Refusal::PaymentDeclined { order: order.id }),
            _ => Ok(order),
        }
    }

    /// What the buyer has said since they were shown the quote holds too. An order that is there already is not undone.
    async fn check_avoided(&self, buyer: BuyerId, quote: &Quote) -> Result<(), Refusal> {
        let known = self.profile(buyer).await?;
        let avoider = Avoider::new(&known.avoids);
        if avoider.is_empty() || self.store.order(quote.id.order()).await?.is_some() {
            return Ok(());
        }
        let assortment = self.assortment();
        let sold = quote.terms.lines.iter().filter_map(|line| Some((line, assortment.find(&line.item)?.1)));
        for (line, item) in sold {
            line.check(&item, &avoider)?;
        }
        Ok(())
    }
}
