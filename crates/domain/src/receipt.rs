//! Receipts make commands idempotent: same key and content, same answer; same key, other content, refused.

use crate::digest::Digest;
use crate::id::{BuyerId, CampaignId, OrderId, QuoteId, VoucherId};
use crate::mail::MailId;
use crate::order::OrderState;
use crate::time::Time;

/// The key of a command. Keys that we make ourselves begin with a number that grows with time, so that receipts lie
/// together in the store; a client's own key is hashed with its owner, so that no two clients' keys meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdempotencyKey(pub [u8; 16]);

impl IdempotencyKey {
    /// A key for the one command of `kind` about the thing with this growing number.
    pub fn about(kind: &str, number: u64) -> Self {
        Self::join(number, Digest::of(kind).count(number))
    }

    /// A key that is used once: `number` grows with time, `chance` keeps it apart from any other.
    pub fn fresh(number: u64, chance: u64) -> Self {
        let mut key = [0; 16];
        let (front, back) = key.split_at_mut(8);
        front.copy_from_slice(&number.to_be_bytes());
        back.copy_from_slice(&chance.to_be_bytes());
        Self(key)
    }

    /// A key that a client chose.
    pub fn chosen(owner: BuyerId, text: &str) -> Self {
        let hash = Digest::of("client").count(owner.0).text(text).finish();
        let [a, b, c, d, e, f, g, h, rest @ ..] = hash;
        let (high, _) = rest.split_at(8);
        let mut key = [0; 16];
        key.copy_from_slice(&[&[a, b, c, d, e, f, g, h], high].concat());
        Self(key)
    }

    fn join(number: u64, rest: Digest) -> Self {
        let hash = rest.finish();
        let mut key = [0; 16];
        let (front, back) = key.split_at_mut(8);
        front.copy_from_slice(&number.to_be_bytes());
        back.copy_from_slice(hash.split_at(8).0);
        Self(key)
    }
}

/// What a command came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// A hash of the command's content.
    pub content: [u8; 16],
    /// The answer.
    pub outcome: Outcome,
    /// The number that it took; none if all was so already.
    pub number: Option<u64>,
    /// When it was decided.
    pub at: Time,
}

/// The answer to a command that was not refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A buyer was opened.
    BuyerOpened(BuyerId),
    /// What a buyer told us about themselves was kept.
    BuyerChanged(BuyerId),
    /// A conversation's state was kept, with this version.
    ConversationSaved(u64),
    /// A quote was offered under this number.
    QuoteOffered(QuoteId),
    /// An order was placed or moved.
    Order {
        /// Which.
        order: OrderId,
        /// Where it stood right after.
        state: OrderState,
    },
    /// A provider's word on a refund was kept.
    RefundSettled(OrderId),
    /// A campaign was launched.
    CampaignLaunched(CampaignId),
    /// A voucher was claimed.
    VoucherClaimed(VoucherId),
    /// A voucher's money went back to its campaign.
    VoucherReleased(VoucherId),
    /// A part of an allotment is on its way in this mail.
    AllotmentTaken(MailId),
    /// What a mail brought was added.
    AllotmentGiven(MailId),
    /// A mail that has arrived was put away.
    MailClosed(MailId),
}
