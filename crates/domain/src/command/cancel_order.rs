//! Calls an order off: goods, voucher and money go back to where they came from.

use super::Decide;
use crate::digest::Digest;
use crate::event::Happened;
use crate::id::{BuyerId, OrderId};
use crate::ledger::{self, AccountId, TransactionId};
use crate::order::{Order, OrderState};
use crate::payment::PaymentMethod;
use crate::quote::quantities;
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::working_set::{Context, RowNames, WorkingSet};

/// Who calls an order off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CancelledBy {
    /// Its buyer.
    Buyer(BuyerId),
    /// A shop that cannot make it.
    Shop,
}

/// Calls an order off.
#[derive(Debug, Clone)]
pub struct CancelOrder {
    /// Which order.
    pub order: OrderId,
    /// Who asks.
    pub by: CancelledBy,
}

impl Decide for CancelOrder {
    fn name_rows(&self, names: &mut RowNames) {
        names.orders.insert(self.order);
    }

    fn name_more(&self, rows: &WorkingSet, names: &mut RowNames) {
        names.accounts.insert(AccountId::CardClearing);
        if let Some(order) = rows.orders.get(&self.order) {
            names.accounts.insert(AccountId::Wallet(order.buyer()));
            name_given_back(order, names);
        }
    }

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        let order = rows.orders.get(&self.order).ok_or(Refusal::OrderUnknown { order: self.order })?.clone();
        if let CancelledBy::Buyer(buyer) = self.by {
            order.of(buyer)?;
        }
        let mut moved = order.moved(OrderState::Cancelled, context.now)?;
        let payer = match order.payment.method {
            PaymentMethod::Wallet => AccountId::Wallet(order.buyer()),
            PaymentMethod::Card { .. } => AccountId::CardClearing,
        };
        let refund = ledger::check(rows, order.quote.reversed(payer)?)?;

        // After this point it must succeed.
        let number = rows.next_number(order.id.slot());
        ledger::post(rows, TransactionId(number), refund);
        give_back(rows, &order, context);
        if order.state == OrderState::Paid {
            give_back_places(rows, &order);
        }
        moved.payment = moved.payment.refunded();
        rows.orders.put(order.id, moved);
        let state = OrderState::Cancelled;
        rows.happened(number, context.now, Happened::OrderMoved { order: order.id, state });
        Ok(Outcome::Order { order: order.id, state })
    }

    fn write(&self, digest: Digest) -> Digest {
        let digest = digest.count(self.order.0);
        match self.by {
            CancelledBy::Buyer(buyer) => digest.text("buyer").count(buyer.0),
            CancelledBy::Shop => digest.text("shop"),
        }
    }
}

/// The rows that an order which no longer stands gives something back to.
pub(super) fn name_given_back(order: &Order, names: &mut RowNames) {
    names.stocks.extend(quantities(&order.quote.terms.lines).into_keys().cloned());
    names.vouchers.extend(order.quote.voucher_ids());
    names.accounts.extend(order.quote.accounts());
    names.capacities.extend(order.quote.terms.shops.iter().map(|shop| shop.id.clone()));
}

/// Gives the shops' places back: they never had the order.
pub(super) fn give_back_places(rows: &mut WorkingSet, order: &Order) {
    for shop in &order.quote.terms.shops {
        if let Some(capacity) = rows.capacities.get(&shop.id) {
            let freed = capacity.give_back(order.placed_at);
            rows.capacities.put(shop.id.clone(), freed);
        }
    }
}

/// Gives goods back to the shelf and the voucher to its buyer.
pub(super) fn give_back(rows: &mut WorkingSet, order: &Order, context: &Context) {
    for (item, quantity) in quantities(&order.quote.terms.lines) {
        let stock = rows.stocks.get(item).expect("S1: what was sold has a stock").give_back(quantity);
        rows.stocks.put(item.clone(), stock);
    }
    for id in order.quote.voucher_ids() {
        let voucher = rows.vouchers.get(&id).expect("V1: what was spent exists").given_back(context.now);
        rows.vouchers.put(id, voucher);
    }
}
