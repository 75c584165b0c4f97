//! Saves what a batch has changed: a statement for the new rows of each kind and one for those that were there, all in
//! one round trip with the commit.

use domain::buyer::Buyer;
use domain::capacity::Capacity;
use domain::conversation::Conversation;
use domain::id::{BuyerId, ItemKey, Shard, ShopId};
use domain::ledger::{Account, AccountId};
use domain::stock::Stock;
use domain::voucher::{Voucher, VoucherState};
use domain::working_set::{Change, Rows, WorkingSet};
use tokio_postgres::{Client, Statement};

use super::pipeline::{Column, Pipeline, column};
use super::signed;
use super::statements::Saves;
use crate::engine::Awaited;
use crate::record::{
    AllotmentRecord, BuyerRecord, CampaignRecord, EventRecord, OrderRecord, OutcomeRecord, PostingRecord, QuoteRecord,
    account, encode, fen,
};

/// Asks for all that the working set changes; the shard's own row comes last.
pub fn ask<'a>(on: &'a Client, with: &'a Saves, shard: Shard, rows: &'a WorkingSet) -> Pipeline<'a, u64> {
    let mut save = Save { asked: Pipeline::new(on), with, shard: i32::from(shard.0) };
    save.people(rows);
    save.orders(rows);
    save.vouchers(rows);
    save.accounts(rows);
    save.stocks(rows);
    save.capacities(rows);
    save.mails(rows);
    save.journal(rows);
    let (sequence, latest) = (signed(rows.head.sequence), rows.head.latest.as_micros());
    save.asked.execute(&with.update_shard, vec![Box::new(save.shard), Box::new(sequence), Box::new(latest)]);
    save.asked
}

/// Asks for the changed stocks and capacities only.
pub fn supply<'a>(on: &'a Client, with: &'a Saves, shard: Shard, rows: &'a WorkingSet) -> Pipeline<'a, u64> {
    let mut save = Save { asked: Pipeline::new(on), with, shard: i32::from(shard.0) };
    save.stocks(rows);
    save.capacities(rows);
    save.asked
}

struct Save<'a> {
    asked: Pipeline<'a, u64>,
    with: &'a Saves,
    shard: i32,
}

/// The new rows, and those that were there.
type Parted<'a, K, V> = (Vec<Change<'a, K, V>>, Vec<Change<'a, K, V>>);

fn parted<K: Ord + std::hash::Hash + std::fmt::Debug, V>(rows: &Rows<K, V>) -> Parted<'_, K, V> {
    rows.changes().partition(|change| change.new)
}

/// A column for each expression about a row.
macro_rules! columns {
    ($rows:expr; $row:ident => $($column:expr),* $(,)?) => {
        vec![$(column($rows.iter(), |$row| $column)),*]
    };
}

impl<'a> Save<'a> {
    /// Sends columns with the shard before them, if they have rows.
    fn put<R>(&mut self, statement: &'a Statement, rows: &[R], columns: impl FnOnce() -> Vec<Column<'a>>) {
        if !rows.is_empty() {
            let shard: Column<'a> = Box::new(self.shard);
            self.asked.execute(statement, std::iter::once(shard).chain(columns()).collect());
        }
    }

    /// Buyers, conversations, quotes, campaigns.
    fn people(&mut self, rows: &'a WorkingSet) {
        let with = self.with;
        let (new, old) = parted(&rows.buyers);
        let columns = |all: &[Change<'a, BuyerId, Buyer>]| columns![all; it => signed(it.key.0), encode(&BuyerRecord::from(it.value))];
        self.put(&with.insert_buyers, &new, || columns(&new));
        self.put(&with.update_buyers, &old, || columns(&old));

        let (new, old) = parted(&rows.conversations);
        let columns = |all: &[Change<'a, BuyerId, Conversation>]| columns![all; it => signed(it.key.0), signed(it.value.version), &*it.value.body];
        self.put(&with.insert_conversations, &new, || columns(&new));
        self.put(&with.update_conversations, &old, || columns(&old));

        let (new, _) = parted(&rows.quotes);
        self.put(
            &with.insert_quotes,
            &new,
            || columns![new; it => signed(it.key.0), encode(&QuoteRecord::from(&**it.value))],
        );

        let (new, _) = parted(&rows.campaigns);
        if !new.is_empty() {
            let columns = columns![new; it => &*it.key.0, encode(&CampaignRecord::from(it.value))];
            self.asked.execute(&with.insert_campaigns, columns);
        }
    }

    fn orders(&mut self, rows: &'a WorkingSet) {
        let with = self.with;
        let (new, old) = parted(&rows.orders);
        self.put(&with.insert_orders, &new, || {
            columns![new; it =>
                signed(it.key.0),
                signed(it.value.buyer().0),
                it.value.state.word(),
                fen(it.value.payment.authorised),
                fen(it.value.payment.captured),
                fen(it.value.payment.refunded),
                it.value.payment.refund_due,
                it.value.placed_at.as_micros(),
                it.value.changed_at.as_micros(),
                it.value.previous.map(|previous| signed(previous.0)),
                Awaited::by(it.value) as i16,
                encode(&OrderRecord::from(it.value)),
            ]
        });
        self.put(&with.update_orders, &old, || {
            columns![old; it =>
                signed(it.key.0),
                it.value.state.word(),
                fen(it.value.payment.captured),
                fen(it.value.payment.refunded),
                it.value.payment.refund_due,
                it.value.changed_at.as_micros(),
                Awaited::by(it.value) as i16,
            ]
        });
    }

    fn vouchers(&mut self, rows: &'a WorkingSet) {
        let with = self.with;
        let (new, old) = parted(&rows.vouchers);
        self.put(&with.insert_vouchers, &new, || {
            columns![new; it =>
                signed(it.key.buyer.0),
                &*it.key.campaign.0,
                fen(it.value.terms.amount),
                fen(it.value.terms.threshold),
                fen(it.value.terms.pay_at_least),
                it.value.terms.lifetime.as_micros(),
                it.value.terms.grace.as_micros(),
                it.value.claimed_at.as_micros(),
                it.value.expires_at.as_micros(),
                state(it.value).0,
                state(it.value).1,
                state(it.value).2,
            ]
        });
        self.put(&with.update_vouchers, &old, || {
            columns![old; it =>
                signed(it.key.buyer.0),
                &*it.key.campaign.0,
                it.value.expires_at.as_micros(),
                state(it.value).0,
                state(it.value).1,
                state(it.value).2,
            ]
        });
    }

    /// Wallets lie with what else their buyers hold; all other accounts by themselves.
    fn accounts(&mut self, rows: &'a WorkingSet) {
        let with = self.with;
        let is_wallet = |change: &Change<'_, AccountId, _>| matches!(change.key, AccountId::Wallet(_));
        let (wallets, others): (Vec<_>, Vec<_>) = rows.accounts.changes().partition(is_wallet);

        let (new, old): (Vec<_>, Vec<_>) = wallets.into_iter().partition(|change| change.new);
        let columns = |all: &[Change<'a, AccountId, Account>]| {
            columns![all; it =>
                wallet_of(it.key),
                fen(it.value.balance),
                it.value.last_transaction.map(|id| signed(id.0)),
                it.value.last_order.map(|id| signed(id.0)),
            ]
        };
        self.put(&with.insert_wallets, &new, || columns(&new));
        self.put(&with.update_wallets, &old, || columns(&old));

        let (new, old): (Vec<_>, Vec<_>) = others.into_iter().partition(|change| change.new);
        let columns = |all: &[Change<'a, AccountId, Account>]| {
            columns![all; it =>
                account::columns(it.key).0,
                account::columns(it.key).1,
                fen(it.value.balance),
                it.value.last_transaction.map(|id| signed(id.0)),
            ]
        };
        self.put(&with.insert_accounts, &new, || columns(&new));
        self.put(&with.update_accounts, &old, || columns(&old));
    }

    fn stocks(&mut self, rows: &'a WorkingSet) {
        let with = self.with;
        let (new, old) = parted(&rows.stocks);
        let columns = |all: &[Change<'a, ItemKey, Stock>]| {
            columns![all; it =>
                &*it.key.shop.0,
                &*it.key.item.0,
                signed(it.value.allotted),
                signed(it.value.sold),
                it.value.moved,
            ]
        };
        self.put(&with.insert_stocks, &new, || columns(&new));
        self.put(&with.update_stocks, &old, || columns(&old));
    }

    fn capacities(&mut self, rows: &'a WorkingSet) {
        let with = self.with;
        let (new, old) = parted(&rows.capacities);
        let columns = |all: &[Change<'a, ShopId, Capacity>]| columns![all; it => &*it.key.0, encode(&it.value.accepted), it.value.moved];
        self.put(&with.insert_capacities, &new, || columns(&new));
        self.put(&with.update_capacities, &old, || columns(&old));
    }

    fn mails(&mut self, rows: &'a WorkingSet) {
        let with = self.with;
        let (new, old) = parted(&rows.mails);
        self.put(&with.insert_mails, &new, || {
            columns![new; it =>
                signed(it.key.number),
                i32::from(it.value.to.0),
                it.value.sent_at.as_micros(),
                it.value.closed,
                encode(&AllotmentRecord::from(&it.value.allotment)),
            ]
        });
        self.put(&with.update_mails, &old, || columns![old; it => signed(it.key.number), it.value.closed]);
    }

    /// Receipts; events, with the lines of their transactions. Events and postings are both in the order of their
    /// numbers, and what moves money has an event.
    fn journal(&mut self, rows: &'a WorkingSet) {
        let with = self.with;
        let (new, _) = parted(&rows.receipts);
        self.put(&with.insert_receipts, &new, || {
            columns![new; it =>
                &it.key.0[..],
                &it.value.content[..],
                encode(&OutcomeRecord::from(&it.value.outcome)),
                it.value.number.map(signed),
                it.value.at.as_micros(),
            ]
        });

        let mut transactions = rows.postings.chunk_by(|a, b| a.transaction == b.transaction).peekable();
        let moved: Vec<Option<String>> = rows
            .events
            .iter()
            .map(|event| {
                let lines = transactions.next_if(|lines| lines[0].transaction.0 == event.number)?;
                Some(encode(&lines.iter().map(PostingRecord::from).collect::<Vec<_>>()))
            })
            .collect();
        assert!(transactions.next().is_none(), "E1: what moves money has an event");
        self.put(&with.insert_journal, &rows.events, || {
            let mut columns = columns![rows.events; event =>
                signed(event.number),
                event.at.as_micros(),
                encode(&EventRecord::from(&event.what)),
            ];
            columns.push(Box::new(moved));
            columns
        });
    }
}

/// The state of a voucher, the order it was spent on, and when.
fn state(voucher: &Voucher) -> (&'static str, Option<i64>, Option<i64>) {
    match voucher.state {
        VoucherState::Held => ("held", None, None),
        VoucherState::Spent { order, at } => ("spent", Some(signed(order.0)), Some(at.as_micros())),
        VoucherState::Released => ("released", None, None),
    }
}

fn wallet_of(id: &AccountId) -> i64 {
    match id {
        AccountId::Wallet(buyer) => signed(buyer.0),
        other => unreachable!("{other:?} is no wallet"),
    }
}
