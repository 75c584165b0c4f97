//! The engines side by side: whatever one answers and keeps, so must every other.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::hash::Hash;
use std::pin::Pin;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};

use domain::catalogue::{Item, Shop};
use domain::command::Command;
use domain::id::{BuyerId, CampaignId, OrderId, QuoteId, Shard, VoucherId};
use domain::invariants::{Audit, Finding};
use domain::ledger::AccountId;
use domain::mail::MailId;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::time::{Span, Time};
use domain::working_set::{RowNames, Rows, WorkingSet};
use store::{Awaited, Engine, Memory, Part, Session, Settings, StoreError, decide_batch};
use tokio::runtime::Runtime;

use crate::database::{Database, Folder};
use crate::town::{self, NOON};

/// So many seconds is each shard's clock ahead of the one before: those of four are five minutes apart.
const AHEAD_EACH: u32 = 100;
/// The only shard of a store that has one.
pub const SHARD: Shard = Shard(0);

pub type Answers = Vec<Result<Outcome, Refusal>>;

/// What an engine is asked to read.
pub type Reading<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// What tests wait with that have no runtime of their own.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    runtime.expect("a runtime starts")
});

/// Waits for a read.
pub fn wait<T>(reading: impl Future<Output = T>) -> T {
    RUNTIME.block_on(reading)
}

/// Does something beside.
pub fn background(work: impl Future<Output = ()> + Send + 'static) {
    RUNTIME.spawn(work);
}

/// The `sequence`-th quote of a buyer.
pub fn quote_id(buyer: BuyerId, sequence: u64) -> QuoteId {
    QuoteId(buyer.slot().number(sequence))
}

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
        self.ahead(Span::default())
    }

    /// Those of somebody whose clock is ahead.
    pub fn ahead(&self, ahead: Span) -> Settings {
        let clock = self.clone();
        Settings::new(Arc::new(move || clock.now().after(ahead)))
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

    pub fn decide(
        &mut self,
        shard: Shard,
        settings: &Settings,
        batch: &[(IdempotencyKey, Command)],
    ) -> Result<Answers, StoreError> {
        let batch: Vec<_> = batch.iter().map(|(key, command)| (*key, command)).collect();
        decide_batch(&mut *self.session, Part { shard, shards: self.engine.shards() }, settings, &batch)
    }

    /// The named rows of a shard, and where it stands.
    pub fn rows(&mut self, shard: Shard, names: &RowNames) -> WorkingSet {
        let mut rows = WorkingSet::at(self.session.begin(shard).expect("a batch can begin"));
        self.session.load(names, &mut rows).expect("rows can be loaded");
        self.session.abandon();
        rows
    }

    /// What an audit finds; the figures of campaigns in the order of their words.
    pub fn audit(&self) -> Vec<Finding> {
        let mut audit = Audit::default();
        wait(self.engine.audit(&mut audit)).expect("the store can be audited");
        let mut findings = audit.finish();
        for finding in &mut findings {
            let mut words: Vec<_> = finding.figure.split([';', ',']).map(|part| part.trim().to_owned()).collect();
            words.sort_unstable();
            finding.figure = words.join(", ");
        }
        findings
    }
}

/// An engine that is held to memory, and where its rows are.
struct Other {
    side: Side,
    home: Home,
}

enum Home {
    Folder(Folder),
    Database(Database),
}

impl Other {
    fn sqlite() -> Self {
        let folder = Folder::new();
        Self { side: Side::new(folder.engine()), home: Home::Folder(folder) }
    }

    fn postgres(shards: u16) -> Self {
        let database = Database::new();
        Self { side: Side::new(database.engine(shards)), home: Home::Database(database) }
    }

    fn name(&self) -> &'static str {
        match self.home {
            Home::Folder(_) => "SQLite",
            Home::Database(_) => "PostgreSQL",
        }
    }

    fn reopen(&mut self) {
        let shards = self.side.engine.shards();
        // The old one must be gone before the new one comes.
        self.side = Side::new(Memory::new(shards));
        self.side = match &self.home {
            Home::Folder(folder) => Side::new(folder.engine()),
            Home::Database(database) => Side::new(database.engine(shards)),
        };
    }

    fn empty(&self) {
        match &self.home {
            Home::Folder(folder) => folder.empty(),
            Home::Database(database) => database.empty(),
        }
    }
}

/// All of them, in one state.
pub struct Engines {
    /// Memory, which the others are held to.
    pub memory: Side,
    others: Vec<Other>,
    pub clock: Clock,
    /// Every row that any command has named, shard by shard.
    names: BTreeMap<Shard, RowNames>,
}

impl Engines {
    /// The town at noon, in one shard of every engine that there is.
    pub fn new() -> Self {
        Self::with(1, vec![Other::sqlite(), Other::postgres(1)])
    }

    /// The town at noon, in so many shards of every engine that has several.
    pub fn of(shards: u16) -> Self {
        Self::with(shards, vec![Other::postgres(shards)])
    }

    fn with(shards: u16, others: Vec<Other>) -> Self {
        let memory = Side::new(Memory::new(shards));
        let mut engines = Self { memory, others, clock: Clock::at(NOON), names: BTreeMap::new() };
        engines.import(&town::shops(), &town::items());
        engines
    }

    /// The town at noon again.
    pub fn renewed(self) -> Self {
        self.others.iter().for_each(Other::empty);
        Self::with(self.memory.engine.shards(), self.others)
    }

    pub fn import(&mut self, shops: &[Shop], items: &[Item]) {
        wait(self.memory.engine.import(shops, items)).expect("memory takes any catalogue");
        for other in &self.others {
            let imported = wait(other.side.engine.import(shops, items));
            imported.unwrap_or_else(|error| panic!("{} takes a catalogue: {error}", other.name()));
        }
        for shard in self.shards() {
            self.names.entry(shard).or_default().stocks.extend(items.iter().map(|item| item.key.clone()));
        }
    }

    pub fn shards(&self) -> impl Iterator<Item = Shard> + use<> {
        (0..self.memory.engine.shards()).map(Shard)
    }

    /// Closes the databases and opens them again; memory cannot.
    pub fn reopen(&mut self) {
        self.others.iter_mut().for_each(Other::reopen);
    }

    /// Decides a batch of a shard on each and compares the answers.
    pub fn decide(&mut self, shard: Shard, batch: &[(IdempotencyKey, Command)]) -> Answers {
        let settings = self.clock.ahead(Span::seconds(AHEAD_EACH * u32::from(shard.0)));
        let answers = self.memory.decide(shard, &settings, batch).expect("memory does not fail");
        for other in &mut self.others {
            let (name, theirs) = (other.name(), other.side.decide(shard, &settings, batch));
            let theirs = theirs.unwrap_or_else(|error| panic!("{name} failed: {error}"));
            assert_eq!(answers, theirs, "memory and {name} answer differently");
        }
        self.remember(shard, batch, &answers);
        answers
    }

    fn remember(&mut self, shard: Shard, batch: &[(IdempotencyKey, Command)], answers: &Answers) {
        let names = self.names.entry(shard).or_default();
        for (key, command) in batch {
            command.name_rows(*key, names);
        }
        for outcome in answers.iter().flatten() {
            match outcome {
                Outcome::QuoteOffered(id) => drop(names.quotes.insert(*id)),
                Outcome::AllotmentTaken(id) => drop(names.mails.insert(*id)),
                _ => {}
            }
        }
        let rows = self.memory.rows(shard, names);
        for (_, command) in batch {
            command.name_more(&rows, names);
        }
    }

    /// Every invariant on each, and the same figures.
    pub fn assert_audit(&self) {
        let memory = self.memory.audit();
        assert_holds(&memory);
        for other in &self.others {
            assert_eq!(memory, other.side.audit(), "memory and {} are audited differently", other.name());
        }
    }

    /// Every named row, receipts and capacities included, is the same.
    pub fn assert_rows(&mut self) {
        for (shard, names) in &self.names {
            let memory = self.memory.rows(*shard, names);
            for other in &mut self.others {
                assert_same_rows(other.name(), names, &memory, &other.side.rows(*shard, names));
            }
        }
    }

    /// Every read for pages answers the same, and the history of each wallet is whole.
    pub fn assert_reads(&mut self) {
        for (shard, names) in self.names.clone() {
            let rows = self.memory.rows(shard, &names);
            names.accounts.iter().for_each(|id| self.assert_history(shard, id, &rows));
            self.assert_rows_for_pages(&names);
            self.assert_pages(shard);
        }
        self.same(|engine| engine.campaigns(1));
        self.same(|engine| engine.campaigns(100));
        self.same(|engine| engine.stocks());
        self.same(|engine| engine.catalogue());
        self.same(|engine| engine.catalogue_version());
    }

    fn assert_rows_for_pages(&self, names: &RowNames) {
        for id in &names.buyers {
            self.same(|engine| engine.buyer(*id));
            self.same(|engine| engine.vouchers(*id, 10));
            self.same(|engine| engine.vouchers(*id, 1));
        }
        names.conversations.iter().for_each(|id| drop(self.same(|engine| engine.conversation(*id))));
        names.quotes.iter().for_each(|id| drop(self.same(|engine| engine.quote(*id))));
        names.orders.iter().for_each(|id| drop(self.same(|engine| engine.order(*id))));
        names.mails.iter().for_each(|id: &MailId| drop(self.same(|engine| engine.mail(*id))));
        names.stocks.iter().for_each(|id| drop(self.same(|engine| engine.stocks_of(id))));
        names.capacities.iter().for_each(|id| drop(self.same(|engine| engine.capacities_of(id))));
        names.accounts.iter().for_each(|id| drop(self.same(|engine| engine.accounts_of(id))));
    }

    /// Open orders and vouchers that ran out, two at a time; open mail.
    fn assert_pages(&self, shard: Shard) {
        for whom in [Awaited::Shops, Awaited::Provider] {
            let mut after = Some(OrderId(0));
            while let Some(from) = after {
                after = self.same(|engine| engine.open_orders(shard, whom, from, 2)).last().copied();
            }
        }
        let mut after = Some(VoucherId { buyer: BuyerId(0), campaign: CampaignId::from("") });
        while let Some(from) = after {
            (_, after) = self.same(|engine| engine.vouchers_run_out(shard, &from, self.clock.now(), 2));
        }
        self.same(|engine| engine.open_mail(shard, 1));
        self.same(|engine| engine.open_mail(shard, 100));
    }

    /// Follows a wallet from its newest posting to its first; the sum is its balance (L2).
    fn assert_history(&self, shard: Shard, id: &AccountId, rows: &WorkingSet) {
        let account = rows.account(id);
        if !matches!(id, AccountId::Wallet(_)) {
            assert_eq!(account.last_transaction, None, "only wallets have a history");
            return;
        }
        let mut rest = account.balance.fen();
        let mut next = account.last_transaction;
        while let Some(transaction) = next {
            let line = self.same(|engine| engine.wallet_line(shard, id, transaction.0));
            let line = line.expect("a posting that is pointed to is there");
            assert_eq!((line.posting.transaction, &line.posting.account), (transaction, id));
            assert_eq!(line.event.map(|event| event.number), Some(transaction.0), "its cause is known");
            rest -= line.posting.amount.fen();
            next = line.posting.previous;
        }
        assert_eq!(rest, 0, "L2: the history of {id:?}");
    }

    /// What all of them read.
    pub fn same<'a, T: PartialEq + Debug>(&'a self, read: impl Fn(&'a dyn Engine) -> Reading<'a, T>) -> T {
        let memory = wait(read(&*self.memory.engine)).expect("memory reads");
        for other in &self.others {
            let (name, theirs) = (other.name(), wait(read(&*other.side.engine)));
            let theirs = theirs.unwrap_or_else(|error| panic!("{name} reads: {error}"));
            assert_eq!(memory, theirs, "memory and {name} read differently");
        }
        memory
    }
}

pub fn assert_holds(findings: &[Finding]) {
    let broken: Vec<_> = findings.iter().filter(|finding| !finding.holds()).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

/// Compares all rows of `names` with what they are to be.
pub fn assert_same_rows(whose: &str, names: &RowNames, expected: &WorkingSet, found: &WorkingSet) {
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
    } = names;
    same_rows(whose, buyers, &expected.buyers, &found.buyers);
    same_rows(whose, conversations, &expected.conversations, &found.conversations);
    same_rows(whose, quotes, &expected.quotes, &found.quotes);
    same_rows(whose, orders, &expected.orders, &found.orders);
    same_rows(whose, vouchers, &expected.vouchers, &found.vouchers);
    same_rows(whose, accounts, &expected.accounts, &found.accounts);
    same_rows(whose, stocks, &expected.stocks, &found.stocks);
    same_rows(whose, capacities, &expected.capacities, &found.capacities);
    same_rows(whose, campaigns, &expected.campaigns, &found.campaigns);
    same_rows(whose, mails, &expected.mails, &found.mails);
    same_rows(whose, receipts, &expected.receipts, &found.receipts);
    assert_eq!(expected.head, found.head, "{whose}: where the shard stands");
}

fn same_rows<'a, K, V>(whose: &str, keys: impl IntoIterator<Item = &'a K>, expected: &Rows<K, V>, found: &Rows<K, V>)
where
    K: Ord + Hash + Debug + 'a,
    V: PartialEq + Debug,
{
    for key in keys {
        assert_eq!(expected.get(key), found.get(key), "{whose}: the row of {key:?}");
    }
}
