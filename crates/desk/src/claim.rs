//! Claims vouchers: one by name, or all that a buyer is due without asking.

use domain::campaign::Campaign;
use domain::command::ClaimVoucher;
use domain::id::{BuyerId, CampaignId};
use domain::receipt::IdempotencyKey;
use domain::refusal::Refusal;
use domain::voucher::Voucher;

use crate::desk::Desk;

/// Vouchers of a buyer that are looked at.
const VOUCHERS_MAX: u32 = 100;

impl Desk {
    /// Claims the voucher of a campaign. Claiming again is refused, and says so.
    ///
    /// # Errors
    /// [`Refusal::VoucherAlreadyClaimed`], [`Refusal::BudgetExhausted`], [`Refusal::CampaignNotRunning`],
    /// [`Refusal::CampaignUnknown`].
    pub async fn claim(&self, buyer: BuyerId, campaign: &CampaignId) -> Result<Voucher, Refusal> {
        let key = self.mint.key(self.now());
        self.claim_with(key, buyer, campaign).await?;
        let vouchers = self.vouchers(buyer).await?;
        let claimed = vouchers.into_iter().find(|voucher| voucher.id.campaign == *campaign);
        claimed.ok_or_else(|| Refusal::CampaignUnknown { campaign: campaign.clone() })
    }

    /// The campaigns that run now.
    pub fn running_campaigns(&self) -> Vec<Campaign> {
        let now = self.now();
        self.campaigns().iter().filter(|campaign| campaign.runs_at(now)).cloned().collect()
    }

    /// A buyer's vouchers.
    ///
    /// # Errors
    /// [`Refusal::StoreUnavailable`].
    pub async fn vouchers(&self, buyer: BuyerId) -> Result<Vec<Voucher>, Refusal> {
        Ok(self.store.vouchers(buyer, VOUCHERS_MAX).await?)
    }

    /// A buyer's vouchers, after those have been claimed that running campaigns give without being asked.
    pub(crate) async fn vouchers_with_gifts(&self, buyer: BuyerId) -> Result<Vec<Voucher>, Refusal> {
        let held = self.vouchers(buyer).await?;
        let mut claimed = false;
        for campaign in self.running_campaigns() {
            if campaign.automatic && !held.iter().any(|voucher| voucher.id.campaign == campaign.id) {
                let key = self.mint.key(self.now());
                // An exhausted budget is no reason to refuse a quote.
                claimed |= self.claim_with(key, buyer, &campaign.id).await.is_ok();
            }
        }
        if claimed { self.vouchers(buyer).await } else { Ok(held) }
    }

    async fn claim_with(&self, key: IdempotencyKey, buyer: BuyerId, campaign: &CampaignId) -> Result<(), Refusal> {
        let command = ClaimVoucher { buyer, campaign: campaign.clone() };
        self.store.submit(self.shard(buyer), key, command).await.map(drop)
    }
}
