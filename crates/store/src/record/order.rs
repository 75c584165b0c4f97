//! An order as stored: what was agreed to in its body, what changes in columns of their own.

use std::sync::Arc;

use domain::digest::{hex, parse_hex};
use domain::id::OrderId;
use domain::mandate::Mandate;
use domain::money::Money;
use domain::order::{Order, OrderState};
use domain::payment::Payment;
use domain::quote::QuoteHash;
use domain::time::Time;
use serde::{Deserialize, Serialize};

use super::quote::QuoteRecord;
use crate::StoreError;

/// What never changes about an order.
#[derive(Serialize, Deserialize)]
pub struct OrderRecord {
    quote: QuoteRecord,
    /// The hash that was agreed to, where it is not the quote's own; the rules never let that happen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mandate_hash: Option<String>,
    confirmed_at: i64,
}

/// The columns of an order that change.
pub struct OrderColumns {
    /// The state's word.
    pub state: String,
    /// Fen.
    pub captured: i64,
    /// Fen.
    pub refunded: i64,
    /// Whether the provider still has to confirm a refund.
    pub refund_due: bool,
    /// Microseconds since the epoch.
    pub placed_at: i64,
    /// Microseconds since the epoch.
    pub changed_at: i64,
    /// The same buyer's order before.
    pub previous: Option<u64>,
}

impl From<&Order> for OrderRecord {
    fn from(order: &Order) -> Self {
        Self {
            quote: (&*order.quote).into(),
            mandate_hash: (order.mandate.quote_hash != order.quote.hash).then(|| hex(&order.mandate.quote_hash.0)),
            confirmed_at: order.mandate.confirmed_at.as_micros(),
        }
    }
}

impl OrderRecord {
    /// The order with this number and these columns.
    pub fn named(self, id: OrderId, columns: &OrderColumns) -> Result<Order, StoreError> {
        let damaged = |why: String| StoreError::Damaged { what: "order", why };
        let state = OrderState::from_word(&columns.state);
        let state = state.ok_or_else(|| damaged(format!("{id} is `{}`", columns.state)))?;
        let quote = self.quote.named(id.quote())?;
        let agreed = match self.mandate_hash {
            None => quote.hash,
            Some(text) => QuoteHash(parse_hex(&text).ok_or_else(|| damaged(format!("{id} has no mandate")))?),
        };
        let payment = Payment {
            method: quote.terms.payment.clone(),
            authorised: quote.terms.total,
            captured: Money::cny(columns.captured),
            refunded: Money::cny(columns.refunded),
            refund_due: columns.refund_due,
        };
        Ok(Order {
            id,
            quote: Arc::new(quote),
            mandate: Mandate { quote_hash: agreed, confirmed_at: Time::from_micros(self.confirmed_at) },
            state,
            payment,
            placed_at: Time::from_micros(columns.placed_at),
            changed_at: Time::from_micros(columns.changed_at),
            previous: columns.previous.map(OrderId),
        })
    }
}
