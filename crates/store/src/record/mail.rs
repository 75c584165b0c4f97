//! What a mail brings, as stored.

use std::sync::Arc;

use domain::allotment::Allotment;
use domain::id::{CampaignId, ItemId, ItemKey, ShopId};
use domain::money::Money;
use serde::{Deserialize, Serialize};

use super::fen;

/// A part of an allotment.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AllotmentRecord {
    Budget { campaign: Arc<str>, amount: i64 },
    Stock { shop: Arc<str>, item: Arc<str>, units: u64 },
    Capacity { shop: Arc<str>, places: u32 },
}

impl From<&Allotment> for AllotmentRecord {
    fn from(allotment: &Allotment) -> Self {
        match allotment {
            Allotment::Budget { campaign, amount } => {
                Self::Budget { campaign: campaign.0.clone(), amount: fen(*amount) }
            }
            Allotment::Stock { item, units } => {
                Self::Stock { shop: item.shop.0.clone(), item: item.item.0.clone(), units: *units }
            }
            Allotment::Capacity { shop, places } => Self::Capacity { shop: shop.0.clone(), places: *places },
        }
    }
}

impl AllotmentRecord {
    /// What it brings.
    pub fn read(self) -> Allotment {
        match self {
            Self::Budget { campaign, amount } => {
                Allotment::Budget { campaign: CampaignId(campaign), amount: Money::cny(amount) }
            }
            Self::Stock { shop, item, units } => {
                Allotment::Stock { item: ItemKey { shop: ShopId(shop), item: ItemId(item) }, units }
            }
            Self::Capacity { shop, places } => Allotment::Capacity { shop: ShopId(shop), places },
        }
    }
}
