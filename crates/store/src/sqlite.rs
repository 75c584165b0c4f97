//! SQLite: one file in the data folder, a write-ahead log, every commit synced.
//!
//! | connection | what for |
//! | --- | --- |
//! | the session's writer | the batches; it notices when somebody else has written, so several processes may share a file |
//! | the session's reader | the batch that is decided while the one before is saved; read-only |
//! | the readers' | pages; read-only, they see the last commit |
//! | the checkpointer's | moves the log into the file in the background, so that no batch has to |

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

use async_trait::async_trait;
use domain::catalogue::{Item, Shop};
use rusqlite::Connection;

use crate::StoreError;
use crate::engine::{Engine, Session};

mod checkpoint;
mod import;
mod load;
mod open;
mod reads;
mod save;
mod saver;
mod scan;
mod session;
mod writer;

/// A statement's text, prepared once per connection.
macro_rules! sql {
    ($connection:expr, $name:literal) => {
        $connection.prepare_cached(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/", $name, ".sql")))
    };
}
use sql;

/// Connections that read for pages.
const READERS: usize = 4;

/// A SQLite database.
pub struct Sqlite {
    path: PathBuf,
    shards: u16,
    readers: Vec<Mutex<Connection>>,
    next_reader: AtomicUsize,
    checkpointer: checkpoint::Checkpointer,
}

impl Sqlite {
    /// Opens the database of a data folder, and makes one if there is none.
    ///
    /// # Errors
    /// [`StoreError`] that says what to do; a file that is not ours, is damaged or half written is never changed.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let path = open::database_file(folder)?;
        let shards = open::check(&path)?;
        let readers: Result<_, _> = (0..READERS).map(|_| open::reader(&path).map(Mutex::new)).collect();
        let checkpointer = checkpoint::Checkpointer::start(&path)?;
        Ok(Self { path, shards, readers: readers?, next_reader: AtomicUsize::new(0), checkpointer })
    }

    /// Whether a data folder has a database, whole or not.
    pub fn is_in(folder: &Path) -> bool {
        folder.join(open::FILE).exists() || folder.join(open::LOG).exists()
    }

    /// Reads with a connection that is free, or the next one that will be.
    fn read<T>(&self, with: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let free = self.readers.iter().find_map(|reader| match reader.try_lock() {
            Ok(reader) => Some(reader),
            // A reader leaves nothing half done: one whose user panicked is as good as any.
            Err(TryLockError::Poisoned(reader)) => Some(reader.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        });
        with(&free.unwrap_or_else(|| self.wait_for_reader()))
    }

    fn wait_for_reader(&self) -> MutexGuard<'_, Connection> {
        let turn = self.next_reader.fetch_add(1, Ordering::Relaxed) % self.readers.len();
        self.readers[turn].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Engine for Sqlite {
    fn shards(&self) -> u16 {
        self.shards
    }

    fn session(&self) -> Result<Box<dyn Session>, StoreError> {
        Ok(Box::new(session::SqliteSession::open(&self.path, self.checkpointer.log_end.clone())?))
    }

    async fn import(&self, shops: &[Shop], items: &[Item]) -> Result<(), StoreError> {
        import::import(&mut open::writer(&self.path)?, shops, items)
    }

    async fn set_copying(&self, under_way: bool) -> Result<(), StoreError> {
        let on = open::writer(&self.path)?;
        sql!(on, "meta/write")?.execute((reads::COPYING, if under_way { "yes" } else { "no" }))?;
        Ok(())
    }
}

/// A number as SQLite keeps it. Ours stay below 2^63; a stranger's that does not names nothing.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A number as SQLite kept it.
fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

type Shared = Arc<str>;
