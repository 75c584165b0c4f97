//! What can go wrong with a store, and what to do about it.

use std::path::PathBuf;

use domain::refusal::Refusal;
use domain::time::Span;

use crate::metric;

/// How long a caller is asked to wait when the store does not answer.
const RETRY_SECONDS: u32 = 2;

/// Why the store could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file is something else, or only partly written.
    #[error(
        "`{}` is not a xiaoer database ({why}); it was left untouched. Move it away, or name another folder with --data, \
         or put a backup in its place",
        path.display()
    )]
    NotOurs {
        /// The file.
        path: PathBuf,
        /// How we know.
        why: String,
    },
    /// The file was ours and is damaged.
    #[error(
        "`{}` is damaged ({why}); it was left untouched. Stop every xiaoer that uses it, keep a copy of the file and its \
         `-wal`, and restore the last backup; `sqlite3 FILE .recover` may save rows from the copy",
        path.display()
    )]
    Corrupt {
        /// The file.
        path: PathBuf,
        /// What the engine says.
        why: String,
    },
    /// A newer xiaoer wrote it.
    #[error("`{}` has schema {found}, this program knows up to {known}; use the newer program", path.display())]
    TooNew {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: i64,
        /// The newest known here.
        known: i64,
    },
    /// A row does not read.
    #[error("a stored {what} does not read: {why}")]
    Damaged {
        /// What kind of row.
        what: &'static str,
        /// Why not.
        why: String,
    },
    /// The engine refused or failed.
    #[error("the database failed")]
    Engine(#[from] rusqlite::Error),
    /// The disk did not take what was moved into the file.
    #[error("the database file could not be synced to the disk")]
    Sync(#[source] std::io::Error),
    /// PostgreSQL refused or failed.
    #[error("the database failed")]
    Postgres(#[source] tokio_postgres::Error),
    /// The URL of a database does not read.
    #[error(
        "the database's URL does not read ({why}); write postgres://USER:PASSWORD@HOST:PORT/DATABASE, with signs such \
         as @ or / in a password as %40 and %2F"
    )]
    DatabaseUrl {
        /// Which part of it. Never what it says: it may have a password.
        why: String,
    },
    /// The connection was to be encrypted.
    #[error(
        "sslmode=require was asked for, and this program cannot encrypt the connection to a database; reach it through \
         a network that you trust or a tunnel, and leave sslmode out"
    )]
    DatabaseTls,
    /// The database holds something else.
    #[error(
        "the database `{place}` is not one of xiaoer ({why}); it was left untouched. Name an empty database, which \
         `createdb` makes"
    )]
    ForeignDatabase {
        /// Host, port and name.
        place: String,
        /// How we know.
        why: String,
    },
    /// A newer xiaoer made it.
    #[error("the database `{place}` has schema {found}, this program knows up to {known}; use the newer program")]
    NewerStore {
        /// Host, port and name.
        place: String,
        /// Its schema.
        found: usize,
        /// The newest known here.
        known: usize,
    },
    /// There is nothing in the database.
    #[error("there is no store in the database `{place}` yet; `xiaoer serve` or `xiaoer import` makes one")]
    NoStore {
        /// Host, port and name.
        place: String,
    },
    /// A store cannot have so many shards.
    #[error("a store has 1 to {} shards, not {shards}", domain::id::SHARDS_MAX)]
    ShardCount {
        /// What was asked for.
        shards: u16,
    },
    /// The folder cannot be used.
    #[error("`{}` cannot be used", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// The database gave the batch up: a serialization failure, a deadlock, a lost connection. Decided again from its
    /// load, it may come to an end; what had been committed has receipts.
    #[error("the database gave the batch up: {why}")]
    Interrupted {
        /// What it says.
        why: String,
    },
    /// The database cannot be reached.
    #[error("the database cannot be reached: {why}")]
    Away {
        /// Why not.
        why: String,
    },
    /// The executor has stopped.
    #[error("the store has been closed")]
    Closed,
}

impl StoreError {
    /// Its kind, for metrics.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NotOurs { .. } | Self::TooNew { .. } => "not_ours",
            Self::ForeignDatabase { .. } | Self::NewerStore { .. } | Self::NoStore { .. } => "not_ours",
            Self::DatabaseUrl { .. } | Self::DatabaseTls | Self::ShardCount { .. } => "settings",
            Self::Corrupt { .. } | Self::Damaged { .. } => "damaged",
            Self::Engine(_) | Self::Postgres(_) => "engine",
            Self::Folder { .. } | Self::Sync(_) => "folder",
            Self::Interrupted { .. } => "interrupted",
            Self::Away { .. } => "away",
            Self::Closed => "closed",
        }
    }

    /// Whether the same batch may succeed at once when it is decided again.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Interrupted { .. })
    }
}

impl From<StoreError> for Refusal {
    /// To a person, every fault of the store is one: not now, nothing lost. The cause goes to the log at the edge.
    fn from(error: StoreError) -> Self {
        metric::failed(&error);
        tracing::error!(error = &error as &dyn std::error::Error, "store failed");
        Self::StoreUnavailable { retry_in: Span::seconds(RETRY_SECONDS) }
    }
}
