//! Claims a campaign's voucher for a buyer: one for each person, its money reserved from then on.

use super::Decide;
use crate::allotment::Want;
use crate::digest::Digest;
use crate::event::Happened;
use crate::id::{BuyerId, CampaignId, VoucherId};
use crate::ledger::{self, AccountId, TransactionId};
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::voucher::{Voucher, VoucherState};
use crate::working_set::{Context, RowNames, WorkingSet};

/// Claims a voucher.
#[derive(Debug, Clone)]
pub struct ClaimVoucher {
    /// For whom.
    pub buyer: BuyerId,
    /// Of which campaign.
    pub campaign: CampaignId,
}

impl Decide for ClaimVoucher {
    fn name_rows(&self, names: &mut RowNames) {
        names.campaigns.insert(self.campaign.clone());
        names.vouchers.insert(self.voucher_id());
        let budget = AccountId::CampaignBudget(self.campaign.clone());
        let wallet = AccountId::Wallet(self.buyer);
        names.accounts.extend([budget, AccountId::CampaignReserved(self.campaign.clone()), wallet]);
    }

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        let id = self.voucher_id();
        let unknown = || Refusal::CampaignUnknown { campaign: self.campaign.clone() };
        let campaign = rows.campaigns.get(&self.campaign).ok_or_else(unknown)?;
        if rows.accounts.get(&AccountId::Wallet(self.buyer)).is_none() {
            return Err(Refusal::BuyerUnknown);
        }
        if rows.vouchers.get(&id).is_some() {
            return Err(Refusal::VoucherAlreadyClaimed { campaign: id.campaign });
        }
        if !campaign.runs_at(context.now) {
            return Err(Refusal::CampaignNotRunning { campaign: id.campaign });
        }
        let terms = campaign.voucher;
        let budget = (AccountId::CampaignBudget(self.campaign.clone()), terms.amount.negated()?);
        let reserved = (AccountId::CampaignReserved(self.campaign.clone()), terms.amount);
        let checked = ledger::check(rows, [budget, reserved])?;

        // After this point it must succeed.
        let number = rows.next_number(id.buyer.slot());
        ledger::post(rows, TransactionId(number), checked);
        let expires_at = context.now.after(terms.lifetime);
        let state = VoucherState::Held;
        rows.vouchers.put(id.clone(), Voucher { id: id.clone(), terms, claimed_at: context.now, expires_at, state });
        let claimed = Happened::VoucherClaimed { buyer: id.buyer, campaign: id.campaign.clone(), amount: terms.amount };
        rows.happened(number, context.now, claimed);
        Ok(Outcome::VoucherClaimed(id))
    }

    fn wants(&self, refusal: &Refusal) -> Option<Want> {
        matches!(refusal, Refusal::BudgetExhausted { .. }).then(|| Want::Budget(self.campaign.clone()))
    }

    fn write(&self, digest: Digest) -> Digest {
        digest.count(self.buyer.0).text(&self.campaign.0)
    }
}

impl ClaimVoucher {
    fn voucher_id(&self) -> VoucherId {
        VoucherId { buyer: self.buyer, campaign: self.campaign.clone() }
    }
}
