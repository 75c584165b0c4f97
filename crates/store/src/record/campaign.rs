//! A campaign as stored.

use domain::campaign::{Campaign, VoucherTemplate};
use domain::id::CampaignId;
use domain::money::Money;
use domain::time::{Span, Time};
use serde::{Deserialize, Serialize};

use super::{TextRecord, fen};

/// A campaign without its id.
#[derive(Serialize, Deserialize)]
pub struct CampaignRecord {
    name: TextRecord,
    starts_at: i64,
    ends_at: i64,
    budget: i64,
    amount: i64,
    threshold: i64,
    pay_at_least: i64,
    lifetime: i64,
    grace: i64,
    automatic: bool,
}

impl From<&Campaign> for CampaignRecord {
    fn from(campaign: &Campaign) -> Self {
        let voucher = &campaign.voucher;
        Self {
            name: (&campaign.name).into(),
            starts_at: campaign.starts_at.as_micros(),
            ends_at: campaign.ends_at.as_micros(),
            budget: fen(campaign.budget),
            amount: fen(voucher.amount),
            threshold: fen(voucher.threshold),
            pay_at_least: fen(voucher.pay_at_least),
            lifetime: voucher.lifetime.as_micros(),
            grace: voucher.grace.as_micros(),
            automatic: campaign.automatic,
        }
    }
}

impl CampaignRecord {
    /// The campaign with this id.
    pub fn named(self, id: &str) -> Campaign {
        Campaign {
            id: CampaignId::from(id),
            name: self.name.into(),
            starts_at: Time::from_micros(self.starts_at),
            ends_at: Time::from_micros(self.ends_at),
            budget: Money::cny(self.budget),
            voucher: VoucherTemplate {
                amount: Money::cny(self.amount),
                threshold: Money::cny(self.threshold),
                pay_at_least: Money::cny(self.pay_at_least),
                lifetime: Span::micros(self.lifetime),
                grace: Span::micros(self.grace),
            },
            automatic: self.automatic,
        }
    }
}
