//! Mail: what crosses from one shard to another. It lies with its sender until it has arrived, may be delivered any
//! number of times, and is applied once, by its id.

use crate::allotment::Allotment;
use crate::id::Shard;
use crate::receipt::IdempotencyKey;
use crate::time::Time;

/// A mail: who sent it, and the number of the command that did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MailId {
    /// The shard that sent it.
    pub from: Shard,
    /// The number of the sender's command.
    pub number: u64,
}

impl MailId {
    /// The key that delivers it: the same for everybody who tries.
    pub fn key(self) -> IdempotencyKey {
        IdempotencyKey::about(&format!("mail from {}", self.from.0), self.number)
    }

    /// The key that puts it away.
    pub fn closing_key(self) -> IdempotencyKey {
        IdempotencyKey::about("close mail", self.number)
    }
}

/// A mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Which.
    pub id: MailId,
    /// The shard that it goes to.
    pub to: Shard,
    /// The sender's time; the receiver's is never behind it afterwards.
    pub sent_at: Time,
    /// What it brings.
    pub allotment: Allotment,
    /// Whether the sender knows that it has arrived.
    pub closed: bool,
}
