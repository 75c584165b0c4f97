//! A receipt's answer as stored.

use std::sync::Arc;

use domain::id::{BuyerId, CampaignId, OrderId, QuoteId, Shard, VoucherId};
use domain::mail::MailId;
use domain::order::OrderState;
use domain::receipt::Outcome;
use serde::{Deserialize, Serialize};

use crate::StoreError;

/// An answer.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeRecord {
    BuyerOpened(u64),
    BuyerChanged(u64),
    ConversationSaved(u64),
    QuoteOffered(u64),
    Order(u64, Arc<str>),
    RefundSettled(u64),
    CampaignLaunched(Arc<str>),
    VoucherClaimed(u64, Arc<str>),
    VoucherReleased(u64, Arc<str>),
    AllotmentTaken(u16, u64),
    AllotmentGiven(u16, u64),
    MailClosed(u16, u64),
}

impl From<&Outcome> for OutcomeRecord {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::BuyerOpened(buyer) => Self::BuyerOpened(buyer.0),
            Outcome::BuyerChanged(buyer) => Self::BuyerChanged(buyer.0),
            Outcome::ConversationSaved(version) => Self::ConversationSaved(*version),
            Outcome::QuoteOffered(quote) => Self::QuoteOffered(quote.0),
            Outcome::Order { order, state } => Self::Order(order.0, state.word().into()),
            Outcome::RefundSettled(order) => Self::RefundSettled(order.0),
            Outcome::CampaignLaunched(campaign) => Self::CampaignLaunched(campaign.0.clone()),
            Outcome::VoucherClaimed(id) => Self::VoucherClaimed(id.buyer.0, id.campaign.0.clone()),
            Outcome::VoucherReleased(id) => Self::VoucherReleased(id.buyer.0, id.campaign.0.clone()),
            Outcome::AllotmentTaken(id) => Self::AllotmentTaken(id.from.0, id.number),
            Outcome::AllotmentGiven(id) => Self::AllotmentGiven(id.from.0, id.number),
            Outcome::MailClosed(id) => Self::MailClosed(id.from.0, id.number),
        }
    }
}

impl OutcomeRecord {
    /// The answer.
    pub fn read(self) -> Result<Outcome, StoreError> {
        let voucher = |buyer, campaign| VoucherId { buyer: BuyerId(buyer), campaign: CampaignId(campaign) };
        Ok(match self {
            Self::BuyerOpened(buyer) => Outcome::BuyerOpened(BuyerId(buyer)),
            Self::BuyerChanged(buyer) => Outcome::BuyerChanged(BuyerId(buyer)),
            Self::ConversationSaved(version) => Outcome::ConversationSaved(version),
            Self::QuoteOffered(quote) => Outcome::QuoteOffered(QuoteId(quote)),
            Self::Order(order, word) => Outcome::Order { order: OrderId(order), state: state(&word)? },
            Self::RefundSettled(order) => Outcome::RefundSettled(OrderId(order)),
            Self::CampaignLaunched(campaign) => Outcome::CampaignLaunched(CampaignId(campaign)),
            Self::VoucherClaimed(buyer, campaign) => Outcome::VoucherClaimed(voucher(buyer, campaign)),
            Self::VoucherReleased(buyer, campaign) => Outcome::VoucherReleased(voucher(buyer, campaign)),
            Self::AllotmentTaken(from, number) => Outcome::AllotmentTaken(mail(from, number)),
            Self::AllotmentGiven(from, number) => Outcome::AllotmentGiven(mail(from, number)),
            Self::MailClosed(from, number) => Outcome::MailClosed(mail(from, number)),
        })
    }
}

/// The mail with this sender and number.
pub(super) fn mail(from: u16, number: u64) -> MailId {
    MailId { from: Shard(from), number }
}

/// The order state with this word.
pub(super) fn state(word: &str) -> Result<OrderState, StoreError> {
    OrderState::from_word(word).ok_or_else(|| StoreError::Damaged { what: "order state", why: format!("`{word}`") })
}
