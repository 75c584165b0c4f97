//! Events: what has happened, for those who follow along. Each commit stores exactly its events (invariant E1).

use crate::id::{BuyerId, CampaignId, OrderId, QuoteId};
use crate::mail::MailId;
use crate::money::Money;
use crate::order::OrderState;
use crate::time::Time;

/// Something that has happened, in the outbox of its shard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The number of the command that made it.
    pub number: u64,
    /// When.
    pub at: Time,
    /// What.
    pub what: Happened,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened {
    /// A buyer came.
    BuyerOpened(BuyerId),
    /// A quote was offered.
    QuoteOffered(QuoteId),
    /// An order was placed, or moved on.
    OrderMoved {
        /// Which.
        order: OrderId,
        /// To where.
        state: OrderState,
    },
    /// The provider confirmed a refund.
    RefundSettled(OrderId),
    /// A campaign got its budget.
    CampaignLaunched(CampaignId),
    /// A voucher was claimed.
    VoucherClaimed {
        /// By whom.
        buyer: BuyerId,
        /// Of which campaign.
        campaign: CampaignId,
        /// Reserved from its budget.
        amount: Money,
    },
    /// A voucher ran out and its money went back.
    VoucherReleased {
        /// Whose.
        buyer: BuyerId,
        /// Of which campaign.
        campaign: CampaignId,
    },
    /// This shard gave a part of its allotment away; the mail says which part, and to whom.
    AllotmentTaken(MailId),
    /// This shard got what a mail brought.
    AllotmentGiven(MailId),
}
