//! Every call to the store fails once, at its first attempt: nothing is half done, and asking again does it once.

use std::sync::Arc;

use domain::command::{CancelOrder, CancelledBy, ClaimVoucher, Command, LaunchCampaign, OpenBuyer, PlaceOrder};
use domain::id::{BuyerId, CampaignId, Shard};
use domain::money::Money;
use domain::receipt::IdempotencyKey;
use domain::working_set::{Head, RowNames, WorkingSet};
use store::{Memory, Part, Session, Settings, StoreError};

use crate::database::{Database, Folder};
use crate::engines::{Answers, SHARD, Side, assert_holds, assert_same_rows, quote_id, wait};
use crate::town::{self, NOON};

/// How the call goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// It does nothing.
    Before,
    /// It does its work, and the answer is lost.
    After,
}

/// A session whose `at`-th call fails.
struct Faulty {
    inner: Box<dyn Session>,
    at: usize,
    fault: Fault,
    calls: usize,
}

impl Faulty {
    fn call<T>(&mut self, work: impl FnOnce(&mut dyn Session) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.calls += 1;
        if self.calls != self.at {
            return work(&mut *self.inner);
        }
        if self.fault == Fault::After {
            work(&mut *self.inner)?;
        }
        Err(StoreError::Closed)
    }
}

impl Session for Faulty {
    fn begin(&mut self, shard: Shard) -> Result<Head, StoreError> {
        let begun = self.call(|inner| inner.begin(shard));
        if begun.is_err() {
            // The contract: where a batch could not begin, none is under way.
            self.inner.abandon();
        }
        begun
    }

    fn load(&mut self, names: &RowNames, rows: &mut WorkingSet) -> Result<(), StoreError> {
        self.call(|inner| inner.load(names, rows))
    }

    fn save(&mut self, rows: &WorkingSet) -> Result<(), StoreError> {
        let saved = self.call(|inner| inner.save(rows));
        if saved.is_err() {
            // The contract: a save that failed has ended the batch.
            self.inner.abandon();
        }
        saved
    }

    fn abandon(&mut self) {
        self.inner.abandon();
    }
}

type Batch = Vec<(IdempotencyKey, Command)>;

/// What is there before the batch that fails.
fn before() -> Batch {
    let open = |n| OpenBuyer { buyer: town::buyer(BuyerId(n)), opening_balance: Money::cny(100_000) };
    let campaign = town::campaign("welcome", Money::cny(5_000), Money::cny(2_500));
    keyed("before", vec![open(1).into(), open(2).into(), LaunchCampaign { campaign }.into(), place(7)])
}

/// A batch that touches most kinds of rows, and whose last command needs rows that an earlier one makes.
fn batch() -> Batch {
    let claim = |n| ClaimVoucher { buyer: BuyerId(n), campaign: CampaignId::from("welcome") };
    let cancel = |n| CancelOrder { order: quote_id(BuyerId(1), n).order(), by: CancelledBy::Buyer(BuyerId(1)) };
    keyed("batch", vec![claim(1).into(), claim(2).into(), cancel(7).into(), place(8), cancel(8).into(), place(9)])
}

fn place(number: u64) -> Command {
    let quote = town::noodles(quote_id(BuyerId(1), number), BuyerId(1), NOON);
    let mandate = town::agreed(&quote);
    PlaceOrder { quote, mandate }.into()
}

fn keyed(kind: &str, commands: Vec<Command>) -> Batch {
    (1..).map(|n| IdempotencyKey::about(kind, n)).zip(commands).collect()
}

fn settings() -> Settings {
    Settings::new(Arc::new(|| NOON))
}

/// Where a store is kept.
enum Kept {
    Nowhere,
    Folder(Folder),
    Database(Database),
}

impl Kept {
    /// A store with nothing in it.
    fn anew(&self) -> Side {
        match self {
            Self::Nowhere => Side::new(Memory::new(1)),
            Self::Folder(folder) => {
                let side = Side::new(folder.engine());
                folder.empty();
                side
            }
            Self::Database(database) => {
                let side = Side::new(database.engine(1));
                database.empty();
                side
            }
        }
    }
}

/// A store with the rows of before, and every name that either batch speaks of.
fn prepared(kept: &Kept) -> (Side, RowNames) {
    let mut side = kept.anew();
    wait(side.engine.import(&town::shops(), &town::items())).expect("the catalogue is stored");
    let answers = side.decide(SHARD, &settings(), &before()).expect("the store works");
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    let mut names = RowNames::default();
    for (key, command) in before().iter().chain(&batch()) {
        command.name_rows(*key, &mut names);
    }
    let rows = side.rows(SHARD, &names);
    before().iter().chain(&batch()).for_each(|(_, command)| command.name_more(&rows, &mut names));
    (side, names)
}

/// What the batch comes to when nothing fails, and how many calls that takes.
fn undisturbed(kept: &Kept) -> (Answers, WorkingSet, usize) {
    let (mut side, names) = prepared(kept);
    let mut faulty = faulty(&side, 0, Fault::Before);
    let answers = decide(&mut faulty).expect("nothing fails");
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    (answers, side.rows(SHARD, &names), faulty.calls)
}

fn faulty(side: &Side, at: usize, fault: Fault) -> Faulty {
    Faulty { inner: side.engine.session().expect("a session can be had"), at, fault, calls: 0 }
}

fn decide(session: &mut Faulty) -> Result<Answers, StoreError> {
    let batch = batch();
    let batch: Vec<_> = batch.iter().map(|(key, command)| (*key, command)).collect();
    store::decide_batch(session, Part { shard: SHARD, shards: 1 }, &settings(), &batch)
}

fn check(kept: &Kept) {
    let (expected, expected_rows, calls) = undisturbed(kept);
    assert!(calls >= 4, "begin, load, load more, save: {calls}");
    for at in 1..=calls {
        for fault in [Fault::Before, Fault::After] {
            let (mut side, names) = prepared(kept);
            let rows_before = side.rows(SHARD, &names);
            let mut session = faulty(&side, at, fault);
            assert!(decide(&mut session).is_err(), "call {at} fails {fault:?}");
            // Only a save whose answer is lost has been done.
            let done = at == calls && fault == Fault::After;
            let rows = side.rows(SHARD, &names);
            assert_same_rows("the engine", &names, if done { &expected_rows } else { &rows_before }, &rows);
            assert_holds(&side.audit());
            assert_eq!(decide(&mut session).expect("the fault is over"), expected, "call {at} failed {fault:?}");
            assert_same_rows("the engine", &names, &expected_rows, &side.rows(SHARD, &names));
            assert_holds(&side.audit());
        }
    }
}

#[test]
fn in_memory() {
    check(&Kept::Nowhere);
}

#[test]
fn on_sqlite() {
    check(&Kept::Folder(Folder::new()));
}

#[test]
fn on_postgresql() {
    check(&Kept::Database(Database::new()));
}
