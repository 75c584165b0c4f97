//! Memory and SQLite side by side: whatever one answers and keeps, so must the other.

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::catalogue::{Item, Shop};
use domain::command::Command;
use domain::id::{BuyerId, CampaignId, OrderId, Shard, VoucherId};
use domain::invariants::{Audit, Finding};
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::time::{Span, Time};
use domain::working_set::{RowNames, Rows, WorkingSet};
use store::{Awaited, Engine, Memory, Session, Settings, Sqlite, StoreError, decide_batch};
use tempfile::TempDir;

use crate::town::{self, NOON};

pub const SHARD: Shard = Shard(0);

pub type Answers = Vec<Result<Outcome, Refusal>>;

/// A clock that stands still until it is moved.
#[derive(Clone)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    pub fn at(now: Time) -> Self {
        Self(Arc::new(AtomicI64::new(now.as_micros())))
    }

    pub fn now(&self) -> Time {
        Time::from_micros(self.0.load(Ordering::SeqCst))
    }

    pub fn wait(&self, span: Span) {
        self.0.store(self.now().after(span).as_micros(), Ordering::SeqCst);
    }

    pub fn settings(&self) -> Settings {
        let clock = self.clone();
        Settings::new(Arc::new(move || clock.now()))
    }
}

/// An engine with one session.
pub struct Side {
    pub session: Box<dyn Session>,
    pub engine: Arc<dyn Engine>,
}

impl Side {
    pub fn new(engine: impl Engine) -> Self {
        let session = engine.session().expect("a session can be had");
        Self { session, engine: Arc::new(engine) }
    }

    pub fn decide(&mut self, settings: &Settings, batch: &[(IdempotencyKey, Command)]) -> Result<Answers, StoreError> {
        let batch: Vec<_> = batch.iter().map(|(key, command)| (*key, command)).collect();
        decide_batch(&mut *self.session, SHARD, settings, &batch)
    }

    /// The named rows, and the sequence number.
    pub fn rows(&mut self, names: &RowNames) -> WorkingSet {
        let sequence = self.session.begin(SHARD).expect("a batch can begin");
        let mut rows = WorkingSet { sequence, ..WorkingSet::default() };
        self.session.load(names, &mut rows).expect("rows can be loaded");
        self.session.abandon();
        rows
    }

    /// What an audit finds; the figures of campaigns in the order of their words.
    pub fn audit(&self) -> Vec<Finding> {
        let mut audit = Audit::default();
        self.engine.audit(&mut audit).expect("the store can be audited");
        let mut findings = audit.finish();
        for finding in &mut findings {
            let mut words: Vec<_> = finding.figure.split([';', ',']).map(|part| part.trim().to_owned()).collect();
            words.sort_unstable();
            finding.figure = words.join(", ");
        }
        findings
    }
}

/// Both of them.
pub struct Both {
    pub memory: Side,
    pub sqlite: Side,
    pub clock: Clock,
    /// Every row that any command has named.
    pub names: RowNames,
    folder: TempDir,
}

impl Both {
    /// The town at noon.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let sqlite = Sqlite::open(folder.path()).expect("a database can be made");
        let (memory, sqlite) = (Side::new(Memory::new(1)), Side::new(sqlite));
        let mut both = Self { memory, sqlite, clock: Clock::at(NOON), names: RowNames::default(), folder };
        both.import(&town::shops(), &town::items());
        both
    }

    pub fn import(&mut self, shops: &[Shop], items: &[Item]) {
        self.memory.engine.import(shops, items).expect("memory takes any catalogue");
        self.sqlite.engine.import(shops, items).expect("the catalogue is stored");
        self.names.stocks.extend(items.iter().map(|item| item.key.clone()));
    }

    /// Closes the database and opens it again; memory cannot.
    pub fn reopen(&mut self) {
        // The old one must be gone before the new one comes.
        self.sqlite = Side::new(Memory::new(1));
        self.sqlite = Side::new(Sqlite::open(self.folder.path()).expect("the database opens again"));
    }

    /// Decides a batch on both and compares the answers.
    pub fn decide(&mut self, batch: &[(IdempotencyKey, Command)]) -> Answers {
        let settings = self.clock.settings();
        let answers = self.memory.decide(&settings, batch).expect("memory does not fail");
        let of_sqlite = self.sqlite.decide(&settings, batch).expect("the database does not fail");
        assert_eq!(answers, of_sqlite, "memory and SQLite answer differently");
        self.remember(batch, &answers);
        answers
    }

    fn remember(&mut self, batch: &[(IdempotencyKey, Command)], answers: &Answers) {
        for (key, command) in batch {
            command.name_rows(*key, &mut self.names);
        }
        for answer in answers {
            if let Ok(Outcome::QuoteOffered(id)) = answer {
                self.names.quotes.insert(*id);
            }
        }
        let rows = self.memory.rows(&self.names);
        for (_, command) in batch {
            command.name_more(&rows, &mut self.names);
        }
    }

    /// Every invariant on both, and the same figures.
    pub fn assert_audit(&self) {
        let memory = self.memory.audit();
        assert_holds(&memory);
        assert_eq!(memory, self.sqlite.audit(), "memory and SQLite are audited differently");
    }

    /// Every named row, receipts and capacities included, is the same.
    pub fn assert_rows(&mut self) {
        let (memory, sqlite) = (self.memory.rows(&self.names), self.sqlite.rows(&self.names));
        assert_same_rows(&self.names, &memory, &sqlite);
    }

    /// Every read for pages answers the same, and the history of each account is whole.
    pub fn assert_reads(&mut self) {
        let rows = self.memory.rows(&self.names);
        self.assert_histories(&rows);
        let names = self.names.clone();
        for id in &names.buyers {
            self.same(|engine| engine.buyer(*id));
            self.same(|engine| engine.vouchers(*id, 10));
            self.same(|engine| engine.vouchers(*id, 1));
        }
        names.conversations.iter().for_each(|id| drop(self.same(|engine| engine.conversation(*id))));
        names.quotes.iter().for_each(|id| drop(self.same(|engine| engine.quote(*id))));
        names.orders.iter().for_each(|id| drop(self.same(|engine| engine.order(*id))));
        self.same(|engine| engine.campaigns(1));
        self.same(|engine| engine.campaigns(100));
        self.same(|engine| engine.stocks());
        self.same(|engine| engine.catalogue());
        self.same(|engine| engine.catalogue_version());
        self.assert_pages();
    }

    /// Open orders and vouchers that ran out, two at a time.
    fn assert_pages(&self) {
        for whom in [Awaited::Shops, Awaited::Provider] {
            let mut after = Some(OrderId(0));
            while let Some(from) = after {
                after = self.same(|engine| engine.open_orders(SHARD, whom, from, 2)).last().copied();
            }
        }
        let mut after = Some(VoucherId { buyer: BuyerId(0), campaign: CampaignId::from("") });
        while let Some(from) = after {
            (_, after) = self.same(|engine| engine.vouchers_run_out(SHARD, &from, self.clock.now(), 2));
        }
    }

    /// Follows each account from its newest posting to its first; the sum is its balance (L2).
    fn assert_histories(&self, rows: &WorkingSet) {
        for id in &self.names.accounts {
            let mut rest = rows.account(id).balance.fen();
            let mut next = rows.account(id).last_transaction;
            while let Some(transaction) = next {
                let line = self.same(|engine| engine.wallet_line(SHARD, id, transaction.0));
                let line = line.expect("a posting that is pointed to is there");
                assert_eq!((line.posting.transaction, &line.posting.account), (transaction, id));
                assert_eq!(line.event.map(|event| event.sequence), Some(transaction.0), "its cause is known");
                rest -= line.posting.amount.fen();
                next = line.posting.previous;
            }
            assert_eq!(rest, 0, "L2: the history of {id:?}");
        }
    }

    /// What both read.
    pub fn same<T: PartialEq + Debug>(&self, read: impl Fn(&dyn Engine) -> Result<T, StoreError>) -> T {
        let memory = read(&*self.memory.engine).expect("memory reads");
        let sqlite = read(&*self.sqlite.engine).expect("SQLite reads");
        assert_eq!(memory, sqlite, "memory and SQLite read differently");
        memory
    }
}

pub fn assert_holds(findings: &[Finding]) {
    let broken: Vec<_> = findings.iter().filter(|finding| !finding.holds()).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

/// Compares all rows of `names`.
pub fn assert_same_rows(names: &RowNames, a: &WorkingSet, b: &WorkingSet) {
    let RowNames { buyers, conversations, quotes, orders, vouchers, accounts, stocks, capacities, campaigns, receipts } =
        names;
    same_rows(buyers, &a.buyers, &b.buyers);
    same_rows(conversations, &a.conversations, &b.conversations);
    same_rows(quotes, &a.quotes, &b.quotes);
    same_rows(orders, &a.orders, &b.orders);
    same_rows(vouchers, &a.vouchers, &b.vouchers);
    same_rows(accounts, &a.accounts, &b.accounts);
    same_rows(stocks, &a.stocks, &b.stocks);
    same_rows(capacities, &a.capacities, &b.capacities);
    same_rows(campaigns, &a.campaigns, &b.campaigns);
    same_rows(receipts, &a.receipts, &b.receipts);
    assert_eq!(a.sequence, b.sequence, "the shard's sequence number");
}

fn same_rows<'a, K, V>(keys: impl IntoIterator<Item = &'a K>, a: &Rows<K, V>, b: &Rows<K, V>)
where
    K: Ord + Debug + 'a,
    V: PartialEq + Debug,
{
    for key in keys {
        assert_eq!(a.get(key), b.get(key), "the row of {key:?}");
    }
}
