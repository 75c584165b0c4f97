//! C1 to C3 and V1: campaigns and vouchers.

use std::collections::HashMap;

use super::{Check, Finding};
use crate::campaign::Campaign;
use crate::id::{CampaignId, OrderId, VoucherId};
use crate::ledger::{Account, AccountId};
use crate::order::{Order, OrderState};
use crate::voucher::{Voucher, VoucherState};

#[derive(Debug, Default)]
struct Figures {
    budget: i128,
    left: i128,
    /// On its way between shards.
    in_transit: i128,
    reserved: i128,
    spent: i128,
    /// What its vouchers say is reserved.
    promised: i128,
}

#[derive(Debug)]
pub(super) struct Benefits {
    used_once: Check,
    per_person: Check,
    campaigns: HashMap<CampaignId, Figures>,
    vouchers: HashMap<VoucherId, i64>,
    /// Vouchers that say an order has them; each such order must say so too.
    spent: HashMap<VoucherId, OrderId>,
}

impl Benefits {
    pub(super) fn new() -> Self {
        Self {
            used_once: Check::new("V1", "a voucher is used at most once at a time; a cancelled order gives it back"),
            per_person: Check::new("C3", "per-person limits hold"),
            campaigns: HashMap::new(),
            vouchers: HashMap::new(),
            spent: HashMap::new(),
        }
    }

    fn figures(&mut self, campaign: &CampaignId) -> &mut Figures {
        self.campaigns.entry(campaign.clone()).or_default()
    }

    pub(super) fn campaign(&mut self, campaign: &Campaign) {
        self.figures(&campaign.id).budget = i128::from(campaign.budget.fen());
    }

    pub(super) fn account(&mut self, id: &AccountId, account: &Account) {
        let fen = i128::from(account.balance.fen());
        match id {
            AccountId::CampaignBudget(campaign) => add(&mut self.figures(campaign).left, fen),
            AccountId::CampaignTransit(campaign) => add(&mut self.figures(campaign).in_transit, fen),
            AccountId::CampaignReserved(campaign) => add(&mut self.figures(campaign).reserved, fen),
            _ => {}
        }
    }

    pub(super) fn voucher(&mut self, voucher: &Voucher) {
        let amount = voucher.terms.amount.fen();
        let first = self.vouchers.insert(voucher.id.clone(), amount).is_none();
        self.per_person.that(first, || format!("{:?} was claimed twice", voucher.id));
        match voucher.state {
            VoucherState::Held => add(&mut self.figures(&voucher.id.campaign).promised, i128::from(amount)),
            VoucherState::Spent { order, .. } => {
                self.spent.insert(voucher.id.clone(), order);
            }
            VoucherState::Released => {}
        }
    }

    pub(super) fn order(&mut self, order: &Order) {
        if !order.state.stands() {
            return;
        }
        for (id, discount) in order.quote.voucher_ids().zip(&order.quote.terms.discounts) {
            let held_by = self.spent.remove(&id);
            self.used_once
                .that(held_by == Some(order.id), || format!("order {} has {id:?}, which says {held_by:?}", order.id));
            let whole = i128::from(self.vouchers.get(&id).copied().unwrap_or(0));
            let given = i128::from(discount.amount.fen());
            let figures = self.figures(&id.campaign);
            match order.state {
                OrderState::PendingPayment => add(&mut figures.promised, whole),
                OrderState::Delivered => add(&mut figures.spent, given),
                _ => {
                    add(&mut figures.spent, given);
                    add(&mut figures.promised, whole.saturating_sub(given));
                }
            }
        }
    }

    pub(super) fn finish(mut self) -> Vec<Finding> {
        for (id, order) in &self.spent {
            self.used_once.that(false, || format!("{id:?} says order {order}, which does not stand"));
        }
        let mut whole = Check::new("C1", "spent + reserved + in allotments + in transit = budget");
        let mut exact = Check::new("C2", "what is reserved is exactly what vouchers still promise");
        for (id, f) in &self.campaigns {
            let sum = f.spent.saturating_add(f.reserved).saturating_add(f.left).saturating_add(f.in_transit);
            whole.that(sum == f.budget && f.in_transit >= 0, || {
                format!("{id}: {} + {} + {} + {} is not {}", f.spent, f.reserved, f.left, f.in_transit, f.budget)
            });
            exact.that(f.reserved == f.promised, || format!("{id}: {} reserved, {} promised", f.reserved, f.promised));
        }
        let figures = self.campaigns.values().map(|f| format!("{} of {} fen spent", f.spent, f.budget));
        let figures: Vec<_> = figures.collect();
        vec![
            whole.done(format!("campaigns; {}", figures.join(", "))),
            exact.done("campaigns"),
            self.per_person.done("vouchers"),
            self.used_once.done("vouchers in orders"),
        ]
    }
}

fn add(sum: &mut i128, amount: i128) {
    *sum = sum.saturating_add(amount);
}
