//! A voucher: money that a campaign has set aside for one person.

use crate::campaign::VoucherTemplate;
use crate::id::{OrderId, VoucherId};
use crate::money::{Money, MoneyError};
use crate::time::Time;

/// A voucher, from its claim to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voucher {
    /// Whose it is and who pays.
    pub id: VoucherId,
    /// Its terms as they were when it was claimed.
    pub terms: VoucherTemplate,
    /// Since when.
    pub claimed_at: Time,
    /// The last moment it can be used is before this.
    pub expires_at: Time,
    /// Where it stands.
    pub state: VoucherState,
}

/// Where a voucher stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoucherState {
    /// Its money is reserved; it can be used.
    Held,
    /// It is part of an order that stands.
    Spent {
        /// That order.
        order: OrderId,
        /// When.
        at: Time,
    },
    /// Its time ran out and its money went back to the campaign.
    Released,
}

impl Voucher {
    /// Whether it can be used at `now`.
    pub fn usable_at(&self, now: Time) -> bool {
        self.state == VoucherState::Held && now < self.expires_at
    }

    /// What it takes off an order of `total` before discounts; nothing below its threshold, and never so much that
    /// the buyer pays less than the campaign asks.
    ///
    /// # Errors
    /// [`MoneyError`] if the currencies differ.
    pub fn discount(&self, total: Money) -> Result<Money, MoneyError> {
        if total.minus(self.terms.threshold)?.is_negative() {
            return Ok(Money::new(0, total.currency()));
        }
        let room = total.minus(self.terms.pay_at_least)?.max(Money::new(0, total.currency()));
        Ok(room.min(self.terms.amount))
    }

    /// Used by `order`.
    #[must_use]
    pub fn spent(&self, order: OrderId, at: Time) -> Self {
        Self { state: VoucherState::Spent { order, at }, ..self.clone() }
    }

    /// Given back at `now` by the order that had used it: with the life it had left then, and the grace at least.
    ///
    /// # Panics
    /// If it was not spent.
    #[must_use]
    pub fn given_back(&self, now: Time) -> Self {
        let VoucherState::Spent { at, .. } = self.state else { panic!("V1: only a spent voucher is given back") };
        let life = self.expires_at.since(at).max(self.terms.grace);
        Self { state: VoucherState::Held, expires_at: now.after(life), ..self.clone() }
    }
}
