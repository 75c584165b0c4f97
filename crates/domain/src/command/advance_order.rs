//! Moves an order on as its shops work on it; when it is delivered, the shops have earned their money.

use super::Decide;
use crate::digest::Digest;
use crate::event::Happened;
use crate::id::{OrderId, VoucherId};
use crate::ledger::{self, AccountId, TransactionId};
use crate::money::Money;
use crate::order::{Order, OrderState};
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::working_set::{Context, RowNames, WorkingSet};

/// Moves an order to its next state.
#[derive(Debug, Clone)]
pub struct AdvanceOrder {
    /// Which order.
    pub order: OrderId,
    /// To where.
    pub to: OrderState,
}

impl Decide for AdvanceOrder {
    fn name_rows(&self, names: &mut RowNames) {
        names.orders.insert(self.order);
    }

    fn name_more(&self, rows: &WorkingSet, names: &mut RowNames) {
        let Some(order) = rows.orders.get(&self.order) else { return };
        if self.to != OrderState::Delivered {
            return;
        }
        names.vouchers.extend(order.quote.voucher_ids());
        names.accounts.extend(order.quote.accounts());
        let earned = order.quote.terms.shops.iter().map(|shop| AccountId::ShopPayable(shop.id.clone()));
        names.accounts.extend(earned);
        let budgets = order.quote.terms.discounts.iter().map(|d| AccountId::CampaignBudget(d.campaign.clone()));
        names.accounts.extend(budgets);
    }

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        let order = rows.orders.get(&self.order).ok_or(Refusal::OrderUnknown { order: self.order })?.clone();
        if order.state.next_step() != Some(self.to) {
            return Err(Refusal::WrongState { order: order.id, state: order.state });
        }
        let moved = order.moved(self.to, context.now)?;
        let entries = if self.to == OrderState::Delivered { earnings(rows, &order)? } else { Vec::new() };
        let earned = ledger::check(rows, entries)?;

        // After this point it must succeed.
        let number = rows.next_number(order.id.slot());
        ledger::post(rows, TransactionId(number), earned);
        rows.orders.put(order.id, moved);
        rows.happened(number, context.now, Happened::OrderMoved { order: order.id, state: self.to });
        Ok(Outcome::Order { order: order.id, state: self.to })
    }

    fn write(&self, digest: Digest) -> Digest {
        digest.count(self.order.0).text(self.to.word())
    }
}

/// The shops' held money is theirs; what a voucher could have given beyond the discount goes back to its budget.
/// Until here it stayed reserved, so that a cancelled order could give the whole voucher back.
fn earnings(rows: &WorkingSet, order: &Order) -> Result<Vec<(AccountId, Money)>, Refusal> {
    let mut entries = Vec::new();
    for shop in &order.quote.terms.shops {
        let earned = shop.goods.plus(shop.delivery_fee)?;
        entries.push((AccountId::ShopHeld(shop.id.clone()), earned.negated()?));
        entries.push((AccountId::ShopPayable(shop.id.clone()), earned));
    }
    for discount in &order.quote.terms.discounts {
        let id = VoucherId { buyer: order.buyer(), campaign: discount.campaign.clone() };
        let voucher = rows.vouchers.get(&id).expect("V1: what was spent exists");
        let rest = voucher.terms.amount.minus(discount.amount)?;
        entries.push((AccountId::CampaignReserved(id.campaign.clone()), rest.negated()?));
        entries.push((AccountId::CampaignBudget(id.campaign), rest));
    }
    Ok(entries)
}
