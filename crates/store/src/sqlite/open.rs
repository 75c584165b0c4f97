//! Opens connections; looks hard at a file before trusting it, and never overwrites one.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::sql;
use crate::StoreError;

/// The database in its folder.
pub const FILE: &str = "xiaoer.sqlite";
/// The write-ahead log beside it.
pub const LOG: &str = "xiaoer.sqlite-wal";
/// "xiao" in ASCII: how SQLite files say whose they are.
const APPLICATION_ID: i64 = 0x7869_616f;
/// The schema that this program writes.
const SCHEMA: i64 = 1;
const SCHEMA_BEGIN: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/schema/0001_begin.sql"));
const MAGIC: &[u8] = b"SQLite format 3\0";
/// The database header; the schema's number lies at 60, the application's at 68 (SQLite's file format, 1.3).
const HEAD_BYTES: u64 = 100;
/// Up to this size a start checks every page; a larger file is checked by `xiaoer audit`, which takes its time.
const CHECKED_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// How long a batch waits for another process that is writing.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// What the writer keeps of the file at most. It grows only as far as there are pages to keep; a commit may have to look
/// through all of them, so more is not better.
const CACHE_KIB: i64 = 64 * 1024;
/// How large the log's file stays once it has been moved into the database: above what it grows to under load, because
/// making it small and large again costs more than the room.
const LOG_BYTES_KEPT: i64 = 512 * 1024 * 1024;
const STATEMENTS_KEPT: usize = 128;

/// The database file of a folder; made, whole or not at all, if there is none.
pub fn database_file(folder: &Path) -> Result<PathBuf, StoreError> {
    let unusable = |source| StoreError::Folder { path: folder.to_owned(), source };
    private_folder().create(folder).map_err(unusable)?;
    let path = folder.join(FILE);
    if path.try_exists().map_err(unusable)? {
        return Ok(path);
    }
    // Whoever makes the file links it before it has a log: a log without a file now is one that was left behind.
    if folder.join(LOG).exists() && !path.exists() {
        let why = "its log is there and the file itself is missing".into();
        return Err(StoreError::NotOurs { path, why });
    }
    let draft = draft_in(folder).map_err(unusable)?;
    create(&draft)?;
    make_private(&draft).map_err(unusable)?;
    // Linking fails if another process was faster; then its file is as good as ours.
    let linked = fs::hard_link(&draft, &path);
    let removed = fs::remove_file(&draft);
    match linked {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        other => other.and(removed).map_err(unusable)?,
    }
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(unusable)?;
    Ok(path)
}

/// What people tell us is in there: only its owner reads it.
fn private_folder() -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

fn make_private(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    Ok(())
}

/// A name that nobody else uses, with nothing there: a process of this number may have died here before.
fn draft_in(folder: &Path) -> std::io::Result<PathBuf> {
    static DRAFTS: AtomicU64 = AtomicU64::new(0);
    let number = DRAFTS.fetch_add(1, Ordering::Relaxed);
    let draft = folder.join(format!("xiaoer.sqlite.new-{}-{number}", std::process::id()));
    for suffix in ["", "-journal", "-wal", "-shm"] {
        let mut left = draft.clone().into_os_string();
        left.push(suffix);
        match fs::remove_file(left) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(draft)
}

fn create(path: &Path) -> Result<(), StoreError> {
    let mut connection = Connection::open(path)?;
    connection.pragma_update(None, "page_size", 4096)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    let transaction = connection.transaction()?;
    transaction.execute_batch(SCHEMA_BEGIN)?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", SCHEMA)?;
    sql!(transaction, "meta/write")?.execute(("shards", "1"))?;
    transaction.commit()?;
    // From its first moment, so that nobody who opens it has to switch it while others do.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.close().map_err(|(_, error)| error.into())
}

/// Whether the file is ours and whole. Returns its number of shards.
pub fn check(path: &Path) -> Result<u16, StoreError> {
    check_head(path)?;
    let connection = writer(path).map_err(|error| explain(path, error))?;
    // Until it is known to be whole, closing must not move a log into it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let found = pragma(&connection, "user_version").map_err(|error| explain(path, error))?;
    check_schema(path, found)?;
    if fs::metadata(path).is_ok_and(|file| file.len() <= CHECKED_BYTES_MAX) {
        check_pages(path, &connection)?;
    }
    let shards: String = sql!(connection, "meta/read")?.query_row(["shards"], |row| row.get(0))?;
    shards.parse().map_err(|_| StoreError::Damaged { what: "number of shards", why: shards })
}

/// Whose file it is, by its first 100 bytes: read as bytes, because SQLite may write to what it opens.
fn check_head(path: &Path) -> Result<(), StoreError> {
    let mut head = Vec::new();
    let file = fs::File::open(path).and_then(|file| file.take(HEAD_BYTES).read_to_end(&mut head));
    file.map_err(|source| StoreError::Folder { path: path.to_owned(), source })?;
    let not_ours = |why: &str| Err(StoreError::NotOurs { path: path.to_owned(), why: why.into() });
    match head.len() {
        0 => not_ours("it is empty"),
        1..100 => not_ours("it ends within its first 100 bytes"),
        _ if !head.starts_with(MAGIC) => not_ours("it does not begin like a SQLite file"),
        _ if number_at(&head, 68) != APPLICATION_ID => not_ours("another program made it"),
        _ => check_schema(path, number_at(&head, 60)),
    }
}

/// The four bytes at `place`, highest first.
fn number_at(head: &[u8], place: usize) -> i64 {
    head[place..place + 4].iter().fold(0, |number, byte| number << 8 | i64::from(*byte))
}

fn check_schema(path: &Path, found: i64) -> Result<(), StoreError> {
    if found > SCHEMA {
        return Err(StoreError::TooNew { path: path.to_owned(), found, known: SCHEMA });
    }
    if found < 1 {
        return Err(StoreError::NotOurs { path: path.to_owned(), why: "it has no schema of ours".into() });
    }
    Ok(())
}

/// Every page, whatever the size; the first fault that SQLite finds.
pub fn check_pages(path: &Path, connection: &Connection) -> Result<(), StoreError> {
    let verdict = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    let verdict = verdict.map_err(|error| explain(path, error.into()))?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::Corrupt { path: path.to_owned(), why: verdict }) }
}

/// An engine's error that means damage, said as damage.
fn explain(path: &Path, error: StoreError) -> StoreError {
    match &error {
        StoreError::Engine(rusqlite::Error::SqliteFailure(code, why))
            if matches!(code.code, rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase) =>
        {
            let why = why.clone().unwrap_or_else(|| code.to_string());
            StoreError::Corrupt { path: path.to_owned(), why }
        }
        _ => error,
    }
}

fn pragma(connection: &Connection, name: &str) -> Result<i64, StoreError> {
    Ok(connection.pragma_query_value(None, name, |row| row.get(0))?)
}

/// A connection that writes: every commit is on the disk before it returns.
pub fn writer(path: &Path) -> Result<Connection, StoreError> {
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // The checkpointer moves the log; this far behind, the writer helps, so that the log has a bound.
    connection.pragma_update(None, "wal_autocheckpoint", 64 * 1024)?;
    keep_plans(&connection)?;
    connection.pragma_update(None, "journal_size_limit", LOG_BYTES_KEPT)?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(connection)
}

/// A statement is planned once, whatever is bound to it later: ours have one good plan each.
fn keep_plans(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// A connection that only reads.
pub fn reader(path: &Path) -> Result<Connection, StoreError> {
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    keep_plans(&connection)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.pragma_update(None, "cache_size", -4 * 1024)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(connection)
}
