//! The name of an account as two columns: its kind and its owner.

use domain::id::BuyerId;
use domain::ledger::AccountId;

use crate::StoreError;

/// The kind and the owner; the owner is empty for accounts of which there is one.
pub fn columns(id: &AccountId) -> (&'static str, String) {
    match id {
        AccountId::Wallet(buyer) => ("wallet", buyer.0.to_string()),
        AccountId::ShopHeld(shop) => ("shop_held", shop.to_string()),
        AccountId::ShopPayable(shop) => ("shop_payable", shop.to_string()),
        AccountId::CampaignFunding(campaign) => ("campaign_funding", campaign.to_string()),
        AccountId::CampaignBudget(campaign) => ("campaign_budget", campaign.to_string()),
        AccountId::CampaignReserved(campaign) => ("campaign_reserved", campaign.to_string()),
        AccountId::CampaignTransit(campaign) => ("campaign_transit", campaign.to_string()),
        AccountId::CardClearing => ("card_clearing", String::new()),
        AccountId::Opening => ("opening", String::new()),
    }
}

/// The account with these columns.
pub fn named(kind: &str, owner: &str) -> Result<AccountId, StoreError> {
    let damaged = || StoreError::Damaged { what: "account", why: format!("`{kind}` of `{owner}`") };
    Ok(match kind {
        "wallet" => AccountId::Wallet(BuyerId(owner.parse().map_err(|_| damaged())?)),
        "shop_held" => AccountId::ShopHeld(owner.into()),
        "shop_payable" => AccountId::ShopPayable(owner.into()),
        "campaign_funding" => AccountId::CampaignFunding(owner.into()),
        "campaign_budget" => AccountId::CampaignBudget(owner.into()),
        "campaign_reserved" => AccountId::CampaignReserved(owner.into()),
        "campaign_transit" => AccountId::CampaignTransit(owner.into()),
        "card_clearing" => AccountId::CardClearing,
        "opening" => AccountId::Opening,
        _ => return Err(damaged()),
    })
}
