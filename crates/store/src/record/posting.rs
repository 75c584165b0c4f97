//! A line of a transaction as stored.

use std::borrow::Cow;

use domain::ledger::{AccountId, Posting, TransactionId};
use domain::money::Money;
use serde::{Deserialize, Serialize};

use super::{account, fen};
use crate::StoreError;

/// Kind and owner of the account, fen, and the account's transaction before.
#[derive(Serialize, Deserialize)]
pub struct PostingRecord<'a>(#[serde(borrow)] Cow<'a, str>, Cow<'a, str>, i64, Option<u64>);

impl From<&Posting> for PostingRecord<'_> {
    fn from(posting: &Posting) -> Self {
        let (kind, owner) = account::columns(&posting.account);
        Self(kind.into(), owner.into(), fen(posting.amount), posting.previous.map(|id| id.0))
    }
}

impl PostingRecord<'_> {
    /// The account it belongs to.
    pub fn account(&self) -> Result<AccountId, StoreError> {
        account::named(&self.0, &self.1)
    }

    /// The posting of the transaction with this number.
    pub fn named(&self, transaction: TransactionId) -> Result<Posting, StoreError> {
        let (amount, previous) = (Money::cny(self.2), self.3.map(TransactionId));
        Ok(Posting { transaction, account: self.account()?, amount, previous })
    }
}
