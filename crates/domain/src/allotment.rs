//! Allotments: a campaign's budget, a stock, a shop's capacity are split over shards, and moved between them in bounded
//! steps by mail. What all shards have, what is spent and what is in the mail is always the whole.

use crate::id::{CampaignId, ItemKey, ShopId};
use crate::money::Money;

/// A shard that is asked gives a quarter of what it has left, so that a few askers take what they need in few steps
/// and the last units still spread.
const STEP: u64 = 4;

/// What a shard has too little of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Want {
    /// A campaign's budget, for one voucher more at least.
    Budget(CampaignId),
    /// Units of an item.
    Stock {
        /// Which.
        item: ItemKey,
        /// How many it lacks.
        units: u64,
    },
    /// Places of a shop, one at least.
    Capacity {
        /// Which.
        shop: ShopId,
        /// Orders that the shop takes in ten minutes, over all shards.
        rate: u32,
    },
}

/// A part of an allotment, on its way from one shard to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Allotment {
    /// Of a campaign's budget.
    Budget {
        /// Which campaign.
        campaign: CampaignId,
        /// How much.
        amount: Money,
    },
    /// Of a stock.
    Stock {
        /// Which item.
        item: ItemKey,
        /// Units.
        units: u64,
    },
    /// Of what a shop can cope with.
    Capacity {
        /// Which shop.
        shop: ShopId,
        /// Orders in ten minutes.
        places: u32,
    },
}

/// What a shard gives of the `left` it has to one that lacks `lacking`: nothing only if it has nothing.
pub(crate) fn step(left: u64, lacking: u64) -> u64 {
    left.div_ceil(STEP).max(lacking).min(left)
}
