//! Cancels an order for its buyer: goods, voucher and money go back.

use domain::command::{CancelOrder, CancelledBy};
use domain::id::{BuyerId, OrderId};
use domain::order::Order;
use domain::receipt::IdempotencyKey;
use domain::refusal::Refusal;

use crate::desk::Desk;
use crate::pay::charge;

impl Desk {
    /// Cancels an order.
    ///
    /// # Errors
    /// [`Refusal::OrderUnknown`], or [`Refusal::WrongState`] when it is too late.
    pub async fn cancel(&self, buyer: BuyerId, order: OrderId) -> Result<Order, Refusal> {
        self.order_of(buyer, order).await?;
        let key = IdempotencyKey::about("cancel order", order.0);
        let command = CancelOrder { order, by: CancelledBy::Buyer(buyer) };
        self.store.submit(self.store.shard_of_order(order), key, command).await?;
        let cancelled = self.order_of(buyer, order).await?;
        if let Some(charge) = charge(&cancelled).filter(|_| cancelled.payment.refund_due) {
            self.refund(&cancelled, &charge).await?;
        }
        self.order_of(buyer, order).await
    }
}
