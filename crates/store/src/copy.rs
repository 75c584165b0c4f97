//! Copies a store into an empty one, which may be of another engine and have another number of shards.
//!
//! What a buyer has goes, word for word, to the shard that their slot lies in there. What shards share is put together
//! and laid out anew: accounts that are nobody's wallet are summed from the journal by where its entries go, what is
//! left of stocks and what shops have accepted goes home, and a shard that has promised more of a campaign's budget than
//! it was given gets that much in one allotment. Allotments between the old shards mean nothing in the new ones and are
//! left behind.
//!
//! Afterwards every row is read on both sides: kind by kind their numbers and hashes must be the same, and what was laid
//! out anew must come to the same sums. Then the copy is audited. A copy that is broken off leaves a mark, and a store
//! with that mark is opened for nothing else.

use std::sync::mpsc::{SyncSender, sync_channel};

use domain::invariants::{Audit, Finding};
use domain::working_set::Head;

use crate::engine::{Engine, Row, Scope};
use crate::error::StoreError;

mod layout;
mod tally;
mod writer;

pub use tally::{KindTally, Tally};
use writer::Writer;

/// Rows handed from the reader to the writer at once.
const HANDED: usize = 1_000;
/// Hands full that wait for the writer at most.
const WAITING: usize = 4;

/// Why a store was not copied.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// There is something in the target.
    #[error("the store to copy to is not empty; name one that is, or drop what was left by a copy that was broken off")]
    NotEmpty,
    /// Somebody used the source meanwhile.
    #[error(
        "the store was changed while it was copied; stop every xiaoer that uses it, empty the target, and copy again"
    )]
    Moved,
    /// What arrived is not what was sent.
    #[error("the copy is not the same ({0}); keep using the old store, and audit it")]
    Differs(String),
    /// The copy does not pass its audit.
    #[error("the copy breaks {0}; keep using the old store, and audit it")]
    Broken(String),
    /// A store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What is told while it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Rows are read and written; so many so far.
    Copying(u64),
    /// The copy's rows are read again and compared; so many so far.
    Comparing(u64),
    /// The copy is audited.
    Auditing,
}

/// What was copied.
#[derive(Debug)]
pub struct Copied {
    /// Each kind of rows: how many, and their hash, the same on both sides.
    pub kinds: Vec<KindTally>,
    /// What the audit of the copy found.
    pub findings: Vec<Finding>,
}

/// Copies `from` to `to`.
///
/// # Errors
/// [`CopyError`]; the source is never changed.
pub async fn copy(
    from: &dyn Engine,
    to: &dyn Engine,
    told: &mut (dyn FnMut(Stage) + Send),
) -> Result<Copied, CopyError> {
    let before = heads(from).await?;
    if to.copying().await? || to.catalogue_version().await? > 0 || heads(to).await? != Head::default() {
        return Err(CopyError::NotEmpty);
    }
    to.set_copying(true).await?;
    let (shops, items) = from.catalogue().await?;
    if !shops.is_empty() {
        to.import(&shops, &items).await?;
    }
    let sent = carry(from, to, before, told).await?;
    if heads(from).await? != before {
        return Err(CopyError::Moved);
    }
    let mut arrived = Tally::default();
    read(to, &mut arrived, told).await?;
    let kinds = sent.compare(&arrived).map_err(CopyError::Differs)?;
    let findings = audit(to, told).await?;
    to.set_copying(false).await?;
    Ok(Copied { kinds, findings })
}

/// Where the shards of a store stand, taken together.
async fn heads(store: &dyn Engine) -> Result<Head, StoreError> {
    let mut together = Head::default();
    let mut visit = |row: Row| {
        if let Row::Head(_, head) = row {
            together.sequence = together.sequence.max(head.sequence);
            together.latest = together.latest.max(head.latest);
        }
        Ok(())
    };
    store.scan(Scope::Heads, &mut visit).await?;
    Ok(together)
}

/// Reads here and writes on a thread of its own, because a session waits for its database.
async fn carry(
    from: &dyn Engine,
    to: &dyn Engine,
    head: Head,
    told: &mut (dyn FnMut(Stage) + Send),
) -> Result<Tally, StoreError> {
    let mut writer = Writer::new(to.session()?, to.shards(), head);
    let (hand, handed) = sync_channel::<Vec<Row>>(WAITING);
    let writing = std::thread::Builder::new().name("copy".into()).spawn(move || {
        handed.into_iter().flatten().try_for_each(|row| writer.take(row))?;
        writer.finish()
    });
    let writing = writing.expect("a thread can be started");
    let mut sent = Tally::default();
    let carried = hand_over(from, &hand, &mut sent, told).await;
    drop(hand);
    // If the writer failed, that is why nothing more could be handed over.
    writing.join().unwrap_or(Err(StoreError::Closed))?;
    carried.map(|()| sent)
}

async fn hand_over(
    from: &dyn Engine,
    hand: &SyncSender<Vec<Row>>,
    sent: &mut Tally,
    told: &mut (dyn FnMut(Stage) + Send),
) -> Result<(), StoreError> {
    let mut full = Vec::with_capacity(HANDED);
    let mut rows = 0;
    let mut visit = |row: Row| {
        sent.count(&row);
        rows += 1;
        full.push(row);
        if full.len() < HANDED {
            return Ok(());
        }
        told(Stage::Copying(rows));
        hand.send(std::mem::replace(&mut full, Vec::with_capacity(HANDED))).map_err(|_| StoreError::Closed)
    };
    from.scan(Scope::Whole, &mut visit).await?;
    told(Stage::Copying(rows));
    hand.send(full).map_err(|_| StoreError::Closed)
}

async fn read(store: &dyn Engine, tally: &mut Tally, told: &mut (dyn FnMut(Stage) + Send)) -> Result<(), StoreError> {
    let mut rows = 0_u64;
    let mut visit = |row: Row| {
        tally.count(&row);
        rows += 1;
        if rows.is_multiple_of(HANDED as u64) {
            told(Stage::Comparing(rows));
        }
        Ok(())
    };
    store.scan(Scope::Whole, &mut visit).await
}

async fn audit(store: &dyn Engine, told: &mut (dyn FnMut(Stage) + Send)) -> Result<Vec<Finding>, CopyError> {
    told(Stage::Auditing);
    let mut audit = Audit::default();
    store.audit(&mut audit).await?;
    let findings = audit.finish();
    match findings.iter().find(|finding| !finding.holds()) {
        Some(broken) => Err(CopyError::Broken(format!("{}: {}", broken.invariant, broken.violations.join("; ")))),
        None => Ok(findings),
    }
}
