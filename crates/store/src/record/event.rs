//! An event as stored in the outbox.

use std::sync::Arc;

use domain::event::Happened;
use domain::id::{BuyerId, CampaignId, OrderId, QuoteId};
use domain::money::Money;
use serde::{Deserialize, Serialize};

use super::{fen, receipt};
use crate::StoreError;

/// What has happened.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventRecord {
    BuyerOpened { buyer: u64 },
    QuoteOffered { quote: u64 },
    OrderMoved { order: u64, state: Arc<str> },
    RefundSettled { order: u64 },
    CampaignLaunched { campaign: Arc<str> },
    VoucherClaimed { buyer: u64, campaign: Arc<str>, amount: i64 },
    VoucherReleased { buyer: u64, campaign: Arc<str> },
    AllotmentTaken { from: u16, mail: u64 },
    AllotmentGiven { from: u16, mail: u64 },
}

impl From<&Happened> for EventRecord {
    fn from(what: &Happened) -> Self {
        match what {
            Happened::BuyerOpened(buyer) => Self::BuyerOpened { buyer: buyer.0 },
            Happened::QuoteOffered(quote) => Self::QuoteOffered { quote: quote.0 },
            Happened::OrderMoved { order, state } => Self::OrderMoved { order: order.0, state: state.word().into() },
            Happened::RefundSettled(order) => Self::RefundSettled { order: order.0 },
            Happened::CampaignLaunched(campaign) => Self::CampaignLaunched { campaign: campaign.0.clone() },
            Happened::VoucherClaimed { buyer, campaign, amount } => {
                Self::VoucherClaimed { buyer: buyer.0, campaign: campaign.0.clone(), amount: fen(*amount) }
            }
            Happened::AllotmentTaken(id) => Self::AllotmentTaken { from: id.from.0, mail: id.number },
            Happened::AllotmentGiven(id) => Self::AllotmentGiven { from: id.from.0, mail: id.number },
            Happened::VoucherReleased { buyer, campaign } => {
                Self::VoucherReleased { buyer: buyer.0, campaign: campaign.0.clone() }
            }
        }
    }
}

impl EventRecord {
    /// What has happened.
    pub fn read(self) -> Result<Happened, StoreError> {
        Ok(match self {
            Self::BuyerOpened { buyer } => Happened::BuyerOpened(BuyerId(buyer)),
            Self::QuoteOffered { quote } => Happened::QuoteOffered(QuoteId(quote)),
            Self::OrderMoved { order, state } => {
                Happened::OrderMoved { order: OrderId(order), state: receipt::state(&state)? }
            }
            Self::RefundSettled { order } => Happened::RefundSettled(OrderId(order)),
            Self::CampaignLaunched { campaign } => Happened::CampaignLaunched(CampaignId(campaign)),
            Self::VoucherClaimed { buyer, campaign, amount } => Happened::VoucherClaimed {
                buyer: BuyerId(buyer),
                campaign: CampaignId(campaign),
                amount: Money::cny(amount),
            },
            Self::AllotmentTaken { from, mail } => Happened::AllotmentTaken(receipt::mail(from, mail)),
            Self::AllotmentGiven { from, mail } => Happened::AllotmentGiven(receipt::mail(from, mail)),
            Self::VoucherReleased { buyer, campaign } => {
                Happened::VoucherReleased { buyer: BuyerId(buyer), campaign: CampaignId(campaign) }
            }
        })
    }
}
