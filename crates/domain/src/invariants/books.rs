//! L1 to L3: the ledger.

use std::collections::HashMap;

use super::{Check, Finding};
use crate::id::Shard;
use crate::ledger::{Account, AccountId, Posting, TransactionId};
use crate::money::Currency;

#[derive(Debug)]
pub(super) struct Books {
    zero: Check,
    sums: Check,
    floors: Check,
    /// The transaction being read, and its sum so far by currency.
    open: Option<(Shard, TransactionId, HashMap<Currency, i128>)>,
    /// Balances less postings; all must come to nothing.
    rest: HashMap<(Shard, AccountId), i128>,
}

impl Books {
    pub(super) fn new() -> Self {
        Self {
            zero: Check::new("L1", "the postings of a transaction sum to zero"),
            sums: Check::new("L2", "a balance is the sum of its postings"),
            floors: Check::new("L3", "no account is below its floor"),
            open: None,
            rest: HashMap::new(),
        }
    }

    pub(super) fn account(&mut self, shard: Shard, id: &AccountId, account: &Account) {
        let fen = account.balance.fen();
        self.floors.that(id.floor().is_none_or(|floor| fen >= floor), || format!("{id:?} stands at {fen}"));
        self.add(shard, id, i128::from(fen));
    }

    pub(super) fn posting(&mut self, shard: Shard, posting: &Posting) {
        let same =
            |(of, transaction, _): &(Shard, TransactionId, _)| *of == shard && *transaction == posting.transaction;
        if !self.open.as_ref().is_some_and(same) {
            self.close();
            self.open = Some((shard, posting.transaction, HashMap::new()));
        }
        let fen = i128::from(posting.amount.fen());
        if let Some((_, _, sums)) = &mut self.open {
            let sum = sums.entry(posting.amount.currency()).or_default();
            *sum = sum.saturating_add(fen);
        }
        self.add(shard, &posting.account, fen.saturating_neg());
    }

    fn add(&mut self, shard: Shard, id: &AccountId, fen: i128) {
        let rest = self.rest.entry((shard, id.clone())).or_default();
        *rest = rest.saturating_add(fen);
    }

    fn close(&mut self) {
        let Some((shard, TransactionId(number), sums)) = self.open.take() else { return };
        let holds = sums.values().all(|sum| *sum == 0);
        self.zero.that(holds, || format!("transaction {number} of shard {} sums to {sums:?}", shard.0));
    }

    pub(super) fn finish(mut self) -> Vec<Finding> {
        self.close();
        for ((shard, id), rest) in &self.rest {
            self.sums.that(*rest == 0, || format!("{id:?} of shard {} is {rest} off", shard.0));
        }
        vec![self.zero.done("transactions"), self.sums.done("accounts"), self.floors.done("accounts")]
    }
}
