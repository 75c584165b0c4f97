//! Takes a part of this shard's allotment and puts it into the mail for another shard that has run out.

use super::Decide;
use crate::allotment::{Allotment, Want, step};
use crate::digest::Digest;
use crate::event::Happened;
use crate::id::{CampaignId, ItemKey, Shard, ShopId};
use crate::ledger::{self, AccountId, TransactionId};
use crate::mail::{Mail, MailId};
use crate::money::Money;
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::working_set::{Context, RowNames, WorkingSet};

/// Takes from an allotment.
#[derive(Debug, Clone)]
pub struct TakeAllotment {
    /// Who lacks something.
    pub to: Shard,
    /// What it lacks.
    pub want: Want,
}

impl Decide for TakeAllotment {
    fn name_rows(&self, names: &mut RowNames) {
        match &self.want {
            Want::Budget(campaign) => {
                names.campaigns.insert(campaign.clone());
                let transit = AccountId::CampaignTransit(campaign.clone());
                names.accounts.extend([AccountId::CampaignBudget(campaign.clone()), transit]);
            }
            Want::Stock { item, .. } => drop(names.stocks.insert(item.clone())),
            Want::Capacity { shop, .. } => drop(names.capacities.insert(shop.clone())),
        }
    }

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        if self.to == context.shard {
            return Err(Refusal::NothingToSpare);
        }
        match &self.want {
            Want::Budget(campaign) => self.take_budget(rows, context, campaign),
            Want::Stock { item, units } => self.take_units(rows, context, item, *units),
            Want::Capacity { shop, rate } => self.take_places(rows, context, shop, *rate),
        }
    }

    fn write(&self, digest: Digest) -> Digest {
        let digest = digest.count(u64::from(self.to.0));
        match &self.want {
            Want::Budget(campaign) => digest.text("budget").text(&campaign.0),
            Want::Stock { item, units } => digest.text("stock").text(&item.shop.0).text(&item.item.0).count(*units),
            Want::Capacity { shop, rate } => digest.text("capacity").text(&shop.0).count(u64::from(*rate)),
        }
    }
}

impl TakeAllotment {
    /// Whole vouchers only: a part of one is of no use to anybody.
    fn take_budget(&self, rows: &mut WorkingSet, context: &Context, id: &CampaignId) -> Result<Outcome, Refusal> {
        let campaign = rows.campaigns.get(id).ok_or_else(|| Refusal::CampaignUnknown { campaign: id.clone() })?;
        let (budget, transit) = (AccountId::CampaignBudget(id.clone()), AccountId::CampaignTransit(id.clone()));
        let left = rows.account(&budget).balance.fen();
        let vouchers = left.checked_div(campaign.voucher.amount.fen()).and_then(|count| u64::try_from(count).ok());
        let vouchers = vouchers.filter(|count| *count > 0).ok_or(Refusal::NothingToSpare)?;
        let taken = i64::try_from(step(vouchers, 1)).map_err(|_| Refusal::AmountTooLarge)?;
        let fen = campaign.voucher.amount.fen().checked_mul(taken).ok_or(Refusal::AmountTooLarge)?;
        let amount = Money::new(fen, campaign.voucher.amount.currency());
        let checked = ledger::check(rows, [(budget, amount.negated()?), (transit, amount)])?;

        // After this point it must succeed.
        let (number, outcome) = self.send(rows, context, Allotment::Budget { campaign: id.clone(), amount });
        ledger::post(rows, TransactionId(number), checked);
        Ok(outcome)
    }

    fn take_units(
        &self,
        rows: &mut WorkingSet,
        context: &Context,
        item: &ItemKey,
        lacking: u64,
    ) -> Result<Outcome, Refusal> {
        let stock = rows.stocks.get(item).copied().unwrap_or_default();
        let units = step(stock.left(), lacking);
        let rest = stock.taken(units).filter(|_| units > 0).ok_or(Refusal::NothingToSpare)?;

        // After this point it must succeed.
        rows.stocks.put(item.clone(), rest);
        Ok(self.send(rows, context, Allotment::Stock { item: item.clone(), units }).1)
    }

    fn take_places(
        &self,
        rows: &mut WorkingSet,
        context: &Context,
        shop: &ShopId,
        rate: u32,
    ) -> Result<Outcome, Refusal> {
        let capacity = rows.capacities.get(shop).cloned().unwrap_or_default();
        let share = capacity.share(shop, rate, context);
        let places = u32::try_from(step(u64::from(capacity.free(context.now, share)), 1)).unwrap_or(u32::MAX);
        if places == 0 {
            return Err(Refusal::NothingToSpare);
        }

        // After this point it must succeed.
        rows.capacities.put(shop.clone(), capacity.moved_by(i64::from(places).saturating_neg()));
        Ok(self.send(rows, context, Allotment::Capacity { shop: shop.clone(), places }).1)
    }

    /// Puts it into the mail.
    fn send(&self, rows: &mut WorkingSet, context: &Context, allotment: Allotment) -> (u64, Outcome) {
        let number = rows.next_number(context.shard.slot());
        let id = MailId { from: context.shard, number };
        rows.mails.put(id, Mail { id, to: self.to, sent_at: context.now, allotment, closed: false });
        rows.happened(number, context.now, Happened::AllotmentTaken(id));
        (number, Outcome::AllotmentTaken(id))
    }
}
