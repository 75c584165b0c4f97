//! A buyer's orders: one, or the newest few.

use domain::id::{BuyerId, OrderId};
use domain::ledger::AccountId;
use domain::order::Order;
use domain::refusal::Refusal;

use crate::desk::Desk;

/// Orders on a page at most.
const PAGE_MAX: usize = 50;

impl Desk {
    /// An order of this buyer.
    ///
    /// # Errors
    /// [`Refusal::OrderUnknown`], also for somebody else's.
    pub async fn order_of(&self, buyer: BuyerId, id: OrderId) -> Result<Order, Refusal> {
        let order = self.store.order(id).await?.ok_or(Refusal::OrderUnknown { order: id })?;
        order.of(buyer)?;
        Ok(order)
    }

    /// A buyer's orders from `from` on, or from the newest, at most `limit`; and where to go on.
    ///
    /// # Errors
    /// [`Refusal::OrderUnknown`] if `from` is not theirs.
    pub async fn orders_of(
        &self,
        buyer: BuyerId,
        from: Option<OrderId>,
        limit: usize,
    ) -> Result<(Vec<Order>, Option<OrderId>), Refusal> {
        let mut next = match from {
            Some(from) => Some(from),
            None => self.newest_order(buyer).await?,
        };
        let mut orders = Vec::new();
        while let Some(id) = next
            && orders.len() < limit.min(PAGE_MAX)
        {
            let order = self.order_of(buyer, id).await?;
            next = order.previous;
            orders.push(order);
        }
        Ok((orders, next))
    }

    async fn newest_order(&self, buyer: BuyerId) -> Result<Option<OrderId>, Refusal> {
        let wallet = self.store.account(self.shard(buyer), &AccountId::Wallet(buyer)).await?;
        Ok(wallet.and_then(|wallet| wallet.last_order))
    }
}
