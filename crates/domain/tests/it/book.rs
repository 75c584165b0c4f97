//! A store that is nothing but a working set: what no command has written yet, nobody has.

use std::fmt::Debug;
use std::sync::Arc;

use domain::command::{Command, decide};
use domain::id::Shard;
use domain::ledger::AccountId;
use domain::quote::Quote;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::time::{Span, Time};
use domain::working_set::{Context, RowNames, Rows, WorkingSet};

use crate::town::NOON;

/// All rows that a shard has, and the time by its clock.
pub struct Book {
    pub rows: WorkingSet,
    pub now: Time,
    shard: Shard,
    shards: u16,
    asked: u64,
}

impl Book {
    /// That of the only shard there is.
    pub fn new() -> Self {
        Self::of(Shard(0), 1)
    }

    /// That of one shard of `shards`.
    pub fn of(shard: Shard, shards: u16) -> Self {
        Self { rows: WorkingSet::default(), now: NOON, shard, shards, asked: 0 }
    }

    /// What a decision is told by its clock.
    pub fn context(&self) -> Context {
        Context { now: self.now, shard: self.shard, shards: self.shards }
    }

    /// Decides a command under a key of its own.
    pub fn ask(&mut self, command: impl Into<Command>) -> Result<Outcome, Refusal> {
        self.asked += 1;
        self.ask_as(IdempotencyKey::about("test", self.asked), command)
    }

    /// Decides a command under the given key.
    pub fn ask_as(&mut self, key: IdempotencyKey, command: impl Into<Command>) -> Result<Outcome, Refusal> {
        let command = command.into();
        let mut names = RowNames::default();
        command.name_rows(key, &mut names);
        self.load(names);
        let mut more = RowNames::default();
        command.name_more(&self.rows, &mut more);
        self.load(more);
        let context = self.context();
        decide(&mut self.rows, key, &command, &context)
    }

    pub fn wait(&mut self, span: Span) {
        self.now = self.now.after(span);
    }

    /// Fen in an account; nothing if it does not exist.
    pub fn fen(&self, id: &AccountId) -> i64 {
        if self.rows.accounts.knows(id) { self.rows.account(id).balance.fen() } else { 0 }
    }

    fn load(&mut self, names: RowNames) {
        let RowNames {
            buyers,
            conversations,
            quotes,
            orders,
            vouchers,
            accounts,
            stocks,
            capacities,
            campaigns,
            mails,
            receipts,
        } = self.rows.missing(names);
        none(&mut self.rows.buyers, buyers);
        none(&mut self.rows.conversations, conversations);
        none::<_, Arc<Quote>>(&mut self.rows.quotes, quotes);
        none(&mut self.rows.orders, orders);
        none(&mut self.rows.vouchers, vouchers);
        none(&mut self.rows.accounts, accounts);
        none(&mut self.rows.stocks, stocks);
        none(&mut self.rows.capacities, capacities);
        none(&mut self.rows.campaigns, campaigns);
        none(&mut self.rows.mails, mails);
        none(&mut self.rows.receipts, receipts);
    }
}

fn none<K: Ord + std::hash::Hash + Debug, V>(rows: &mut Rows<K, V>, keys: impl IntoIterator<Item = K>) {
    keys.into_iter().for_each(|key| rows.loaded(key, None));
}
