//! Gives this shard what a mail brings. Its receipt, under the mail's own key, is what makes it happen once.

use super::Decide;
use crate::allotment::Allotment;
use crate::digest::Digest;
use crate::event::Happened;
use crate::ledger::{self, AccountId, TransactionId};
use crate::mail::Mail;
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::working_set::{Context, RowNames, WorkingSet};

/// Delivers a mail.
#[derive(Debug, Clone)]
pub struct GiveAllotment {
    /// The mail, as its sender has it.
    pub mail: Mail,
}

impl Decide for GiveAllotment {
    fn name_rows(&self, names: &mut RowNames) {
        match &self.mail.allotment {
            Allotment::Budget { campaign, .. } => {
                let transit = AccountId::CampaignTransit(campaign.clone());
                names.accounts.extend([AccountId::CampaignBudget(campaign.clone()), transit]);
            }
            Allotment::Stock { item, .. } => drop(names.stocks.insert(item.clone())),
            Allotment::Capacity { shop, .. } => drop(names.capacities.insert(shop.clone())),
        }
    }

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        if self.mail.to != context.shard {
            return Err(Refusal::NotFound);
        }
        let entries = match &self.mail.allotment {
            Allotment::Budget { campaign, amount } => vec![
                (AccountId::CampaignTransit(campaign.clone()), amount.negated()?),
                (AccountId::CampaignBudget(campaign.clone()), *amount),
            ],
            _ => Vec::new(),
        };
        let checked = ledger::check(rows, entries)?;

        // After this point it must succeed.
        let number = rows.next_number(context.shard.slot());
        ledger::post(rows, TransactionId(number), checked);
        self.add(rows);
        // What the sender did before it sent this lies in the past of all that happens here from now on.
        rows.head.latest = rows.head.latest.max(self.mail.sent_at);
        rows.happened(number, rows.head.latest, Happened::AllotmentGiven(self.mail.id));
        Ok(Outcome::AllotmentGiven(self.mail.id))
    }

    fn write(&self, digest: Digest) -> Digest {
        let digest = digest.count(u64::from(self.mail.id.from.0)).count(self.mail.id.number);
        let digest = digest.count(u64::from(self.mail.to.0));
        match &self.mail.allotment {
            Allotment::Budget { campaign, amount } => digest.text("budget").text(&campaign.0).number(amount.fen()),
            Allotment::Stock { item, units } => {
                digest.text("stock").text(&item.shop.0).text(&item.item.0).count(*units)
            }
            Allotment::Capacity { shop, places } => digest.text("capacity").text(&shop.0).count(u64::from(*places)),
        }
    }
}

impl GiveAllotment {
    fn add(&self, rows: &mut WorkingSet) {
        match &self.mail.allotment {
            // The ledger has it.
            Allotment::Budget { .. } => {}
            Allotment::Stock { item, units } => {
                let stock = rows.stocks.get(item).copied().unwrap_or_default();
                rows.stocks.put(item.clone(), stock.given(*units));
            }
            Allotment::Capacity { shop, places } => {
                let capacity = rows.capacities.get(shop).cloned().unwrap_or_default();
                rows.capacities.put(shop.clone(), capacity.moved_by(i64::from(*places)));
            }
        }
    }
}
