//! Releases a voucher that ran out unused: exactly what was reserved goes back to the budget (invariant C2).

use super::Decide;
use crate::digest::Digest;
use crate::event::Happened;
use crate::id::VoucherId;
use crate::ledger::{self, AccountId, TransactionId};
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::voucher::{Voucher, VoucherState};
use crate::working_set::{Context, RowNames, WorkingSet};

/// Releases a voucher.
#[derive(Debug, Clone)]
pub struct ReleaseVoucher {
    /// Which.
    pub voucher: VoucherId,
}

impl Decide for ReleaseVoucher {
    fn name_rows(&self, names: &mut RowNames) {
        let campaign = &self.voucher.campaign;
        names.vouchers.insert(self.voucher.clone());
        let accounts = [AccountId::CampaignBudget(campaign.clone()), AccountId::CampaignReserved(campaign.clone())];
        names.accounts.extend(accounts);
    }

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        let campaign = &self.voucher.campaign;
        let held = rows.vouchers.get(&self.voucher).filter(|voucher| voucher.state == VoucherState::Held);
        let voucher = held.ok_or_else(|| Refusal::VoucherNotUsable { campaign: campaign.clone() })?.clone();
        if voucher.usable_at(context.now) {
            return Err(Refusal::VoucherStillUsable { campaign: campaign.clone() });
        }
        let reserved = (AccountId::CampaignReserved(campaign.clone()), voucher.terms.amount.negated()?);
        let budget = (AccountId::CampaignBudget(campaign.clone()), voucher.terms.amount);
        let checked = ledger::check(rows, [reserved, budget])?;

        // After this point it must succeed.
        let number = rows.next_number(self.voucher.buyer.slot());
        ledger::post(rows, TransactionId(number), checked);
        let released = Voucher { state: VoucherState::Released, ..voucher };
        rows.vouchers.put(self.voucher.clone(), released);
        let VoucherId { buyer, campaign } = self.voucher.clone();
        rows.happened(number, context.now, Happened::VoucherReleased { buyer, campaign });
        Ok(Outcome::VoucherReleased(self.voucher.clone()))
    }

    fn write(&self, digest: Digest) -> Digest {
        digest.count(self.voucher.buyer.0).text(&self.voucher.campaign.0)
    }
}
