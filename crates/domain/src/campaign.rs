//! A campaign: a budget, a time, and what each person gets of it.

use crate::id::CampaignId;
use crate::language::Text;
use crate::money::Money;
use crate::time::{Span, Time};

/// A campaign that gives vouchers out of a budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Which one.
    pub id: CampaignId,
    /// What people see.
    pub name: Text,
    /// From when vouchers can be claimed.
    pub starts_at: Time,
    /// Until when.
    pub ends_at: Time,
    /// All that it may ever give.
    pub budget: Money,
    /// What a person gets.
    pub voucher: VoucherTemplate,
    /// Whether a buyer's first quote claims the voucher for them, or they ask for it.
    pub automatic: bool,
}

/// The terms of a campaign's vouchers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VoucherTemplate {
    /// What it takes off at most.
    pub amount: Money,
    /// What an order must come to, delivery included, before it can be used; nothing for no threshold.
    pub threshold: Money,
    /// What the buyer still pays at least.
    pub pay_at_least: Money,
    /// How long it can be used after it is claimed.
    pub lifetime: Span,
    /// What life it has at least when a cancelled order gives it back.
    pub grace: Span,
}

impl Campaign {
    /// Whether vouchers can be claimed at `now`.
    pub fn runs_at(&self, now: Time) -> bool {
        self.starts_at <= now && now < self.ends_at
    }
}
