//! Commands: every change of state there is. One command is one file.
//!
//! A command is decided in three phases, which the executor in `store` drives for a batch at a time:
//!
//! | phase | here |
//! | --- | --- |
//! | name | [`Command::name_rows`], then [`Command::name_more`] with what was read so far |
//! | decide | [`decide`]: the receipt first, then every check, then only effects |
//! | save | the working set's changes, postings, events and receipts, in one transaction |

use crate::allotment::Want;
use crate::digest::Digest;
use crate::receipt::{IdempotencyKey, Outcome, Receipt};
use crate::refusal::Refusal;
use crate::working_set::{Context, RowNames, WorkingSet};

mod advance_order;
mod cancel_order;
mod change_buyer;
mod claim_voucher;
mod close_mail;
mod give_allotment;
mod launch_campaign;
mod offer_quote;
mod open_buyer;
mod place_order;
mod release_voucher;
mod save_conversation;
mod settle_payment;
mod settle_refund;
mod take_allotment;

pub use advance_order::AdvanceOrder;
pub use cancel_order::{CancelOrder, CancelledBy};
pub use change_buyer::ChangeBuyer;
pub use claim_voucher::ClaimVoucher;
pub use close_mail::CloseMail;
pub use give_allotment::GiveAllotment;
pub use launch_campaign::LaunchCampaign;
pub use offer_quote::OfferQuote;
pub use open_buyer::OpenBuyer;
pub use place_order::PlaceOrder;
pub use release_voucher::ReleaseVoucher;
pub use save_conversation::SaveConversation;
pub use settle_payment::{ProviderWord, SettlePayment};
pub use settle_refund::SettleRefund;
pub use take_allotment::TakeAllotment;

/// What every command can do.
trait Decide {
    /// Names the rows it may touch.
    fn name_rows(&self, names: &mut RowNames);

    /// Names the rows that follow from those it has read.
    fn name_more(&self, _rows: &WorkingSet, _names: &mut RowNames) {}

    /// Checks everything, then acts.
    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal>;

    /// Writes what makes it this command and no other.
    fn write(&self, digest: Digest) -> Digest;

    /// What its shard would need more of, so that it is not refused for this reason.
    fn wants(&self, _refusal: &Refusal) -> Option<Want> {
        None
    }
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// A change of state that somebody asks for.
        #[derive(Debug, Clone)]
        pub enum Command {
            $($(#[$doc])* $name($name),)*
        }

        impl Command {
            fn rule(&self) -> (&'static str, &dyn Decide) {
                match self {
                    $(Self::$name(command) => (stringify!($name), command),)*
                }
            }
        }

        $(impl From<$name> for Command {
            fn from(command: $name) -> Self {
                Self::$name(command)
            }
        })*
    };
}

commands! {
    /// A new buyer.
    OpenBuyer,
    /// What a buyer tells us about themselves.
    ChangeBuyer,
    /// Where a conversation stands.
    SaveConversation,
    /// A quote is offered.
    OfferQuote,
    /// A buyer agrees to a quote.
    PlaceOrder,
    /// A payment provider's final word.
    SettlePayment,
    /// A shop moves an order on.
    AdvanceOrder,
    /// An order is called off.
    CancelOrder,
    /// A payment provider confirms a refund.
    SettleRefund,
    /// A campaign gets its budget.
    LaunchCampaign,
    /// A buyer claims a campaign's voucher.
    ClaimVoucher,
    /// A voucher that ran out gives its money back.
    ReleaseVoucher,
    /// A part of this shard's allotment goes to another shard.
    TakeAllotment,
    /// What another shard sent is added to this shard's allotment.
    GiveAllotment,
    /// Mail that has arrived is put away by its sender.
    CloseMail,
}

impl Command {
    /// Its name, for metrics and receipts.
    pub fn name(&self) -> &'static str {
        self.rule().0
    }

    /// Names the rows it may touch, its receipt included.
    pub fn name_rows(&self, key: IdempotencyKey, names: &mut RowNames) {
        names.receipts.insert(key);
        self.rule().1.name_rows(names);
    }

    /// Names the rows that follow from those already read.
    pub fn name_more(&self, rows: &WorkingSet, names: &mut RowNames) {
        self.rule().1.name_more(rows, names);
    }

    /// What its shard would need more of, so that it is not refused for this reason: other shards may have it.
    pub fn wants(&self, refusal: &Refusal) -> Option<Want> {
        self.rule().1.wants(refusal)
    }

    /// A hash of its content.
    pub fn content(&self) -> [u8; 16] {
        let (name, rule) = self.rule();
        let hash = rule.write(Digest::of(name)).finish();
        let mut content = [0; 16];
        content.copy_from_slice(hash.split_at(16).0);
        content
    }
}

/// Decides one command. A refused command leaves the working set as it was and has no receipt, so that asking again
/// is deciding again.
///
/// # Errors
/// Whatever the command refuses, and [`Refusal::KeyReused`].
pub fn decide(
    rows: &mut WorkingSet,
    key: IdempotencyKey,
    command: &Command,
    context: &Context,
) -> Result<Outcome, Refusal> {
    let content = command.content();
    if let Some(receipt) = rows.receipts.get(&key) {
        return if receipt.content == content { Ok(receipt.outcome.clone()) } else { Err(Refusal::KeyReused) };
    }
    // A shard's time never runs back, whichever clock the next batch brings.
    rows.head.latest = rows.head.latest.max(context.now);
    let context = &Context { now: rows.head.latest, ..*context };
    let before = (rows.revision(), rows.head.sequence);
    match command.rule().1.decide(rows, context) {
        Ok(outcome) => {
            let number = (rows.head.sequence != before.1).then(|| rows.last_number());
            let receipt = Receipt { content, outcome: outcome.clone(), number, at: context.now };
            rows.receipts.put(key, receipt);
            Ok(outcome)
        }
        Err(refusal) => {
            assert_eq!(before, (rows.revision(), rows.head.sequence), "a refused command changes nothing: {refusal}");
            Err(refusal)
        }
    }
}
