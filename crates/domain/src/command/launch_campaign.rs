//! Launches a campaign: its whole budget is set aside before the first voucher.

use super::Decide;
use crate::campaign::Campaign;
use crate::digest::Digest;
use crate::event::Happened;
use crate::ledger::{self, AccountId, TransactionId};
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::time::Span;
use crate::working_set::{Context, RowNames, WorkingSet};

/// Launches a campaign.
#[derive(Debug, Clone)]
pub struct LaunchCampaign {
    /// Its terms.
    pub campaign: Campaign,
}

impl Decide for LaunchCampaign {
    fn name_rows(&self, names: &mut RowNames) {
        let id = &self.campaign.id;
        names.campaigns.insert(id.clone());
        names.accounts.extend([AccountId::CampaignFunding(id.clone()), AccountId::CampaignBudget(id.clone())]);
    }

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        let Campaign { id, budget, .. } = &self.campaign;
        if rows.campaigns.get(id).is_some() {
            return Err(Refusal::CampaignExists { campaign: id.clone() });
        }
        self.campaign.check()?;
        let funding = (AccountId::CampaignFunding(id.clone()), budget.negated()?);
        let checked = ledger::check(rows, [funding, (AccountId::CampaignBudget(id.clone()), *budget)])?;

        // After this point it must succeed.
        let number = rows.next_number(id.slot());
        ledger::post(rows, TransactionId(number), checked);
        rows.campaigns.put(id.clone(), self.campaign.clone());
        rows.happened(number, context.now, Happened::CampaignLaunched(id.clone()));
        Ok(Outcome::CampaignLaunched(id.clone()))
    }

    fn write(&self, digest: Digest) -> Digest {
        let Campaign { id, name, starts_at, ends_at, budget, voucher, automatic } = &self.campaign;
        digest
            .text(&id.0)
            .text(&name.zh)
            .text(&name.en)
            .number(starts_at.as_micros())
            .number(ends_at.as_micros())
            .number(budget.fen())
            .number(voucher.amount.fen())
            .number(voucher.threshold.fen())
            .number(voucher.pay_at_least.fen())
            .number(voucher.lifetime.as_micros())
            .number(voucher.grace.as_micros())
            .count(u64::from(*automatic))
    }
}

impl Campaign {
    /// Whether its terms make sense.
    ///
    /// # Errors
    /// [`Refusal::CampaignInvalid`] with the field.
    pub fn check(&self) -> Result<(), Refusal> {
        let voucher = &self.voucher;
        let currency = self.budget.currency();
        let one_currency =
            [voucher.amount, voucher.threshold, voucher.pay_at_least].iter().all(|m| m.currency() == currency);
        let checks = [
            ("id", !self.id.0.is_empty() && self.id.0.len() <= 64),
            ("ends_at", self.starts_at < self.ends_at),
            ("budget", self.budget.is_positive()),
            ("currency", one_currency),
            ("voucher.amount", voucher.amount.is_positive() && voucher.amount <= self.budget),
            ("voucher.threshold", !voucher.threshold.is_negative()),
            ("voucher.pay_at_least", !voucher.pay_at_least.is_negative()),
            ("voucher.lifetime", voucher.lifetime > Span::default()),
        ];
        match checks.iter().find(|(_, holds)| !holds) {
            Some((field, _)) => Err(Refusal::CampaignInvalid { field }),
            None => Ok(()),
        }
    }
}
