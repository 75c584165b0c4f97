//! Files that are not ours, not whole, or not there: told for what they are, and never written to.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Barrier};

use domain::command::OpenBuyer;
use domain::id::BuyerId;
use domain::invariants::Audit;
use domain::money::Money;
use domain::receipt::IdempotencyKey;
use rusqlite::Connection;
use store::{Engine, Reads, Settings, Sqlite, StoreError};
use tempfile::TempDir;

use crate::engines::{SHARD, Side, wait};
use crate::town::{self, NOON};

const PAGE: usize = 4096;

fn file(folder: &Path) -> PathBuf {
    folder.join("xiaoer.sqlite")
}

/// A whole database with a catalogue and some buyers, closed.
fn whole() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut side = Side::new(Sqlite::open(folder.path()).expect("a database can be made"));
    wait(side.engine.import(&town::shops(), &town::items())).expect("the catalogue is stored");
    let open = |n| {
        let open = OpenBuyer { buyer: town::buyer(BuyerId(n)), opening_balance: Money::cny(100_000) };
        (IdempotencyKey::about("open", n), open.into())
    };
    let batch: Vec<_> = (1..=200).map(open).collect();
    side.decide(SHARD, &Settings::new(Arc::new(|| NOON)), &batch).expect("the database works");
    drop(side);
    let left: Vec<_> =
        fs::read_dir(folder.path()).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left, ["xiaoer.sqlite"], "closing leaves nothing but the file");
    folder
}

/// Opens the folder, wants this kind of error, and finds the file as it was.
fn assert_refused(folder: &Path, kind: &str) {
    let before = fs::read(file(folder)).expect("the file is there");
    let error = Sqlite::open(folder).err().unwrap_or_else(|| panic!("{kind} was expected, and it was opened"));
    assert!(format!("{error:?}").starts_with(kind), "{kind} was expected: {error:?}");
    assert!(error.to_string().contains("xiaoer.sqlite"), "it names the file: {error}");
    assert!(fs::read(file(folder)).expect("the file is there") == before, "the file was left as it was");
}

/// What `change` makes of a whole file is refused as `kind`.
fn assert_changed_is_refused(kind: &str, change: impl FnOnce(&mut Vec<u8>)) {
    let folder = whole();
    let mut bytes = fs::read(file(folder.path())).expect("the file is there");
    change(&mut bytes);
    fs::write(file(folder.path()), bytes).expect("the file can be written");
    assert_refused(folder.path(), kind);
}

#[test]
fn a_whole_file_opens_again() {
    let folder = whole();
    let engine = Sqlite::open(folder.path()).expect("it is whole");
    assert!(wait(engine.buyer(BuyerId(200))).expect("buyers are read").is_some());
}

#[test]
fn a_file_of_garbage() {
    assert_changed_is_refused("NotOurs", |bytes| *bytes = b"all work and no play ".repeat(400));
    assert_changed_is_refused("NotOurs", |bytes| *bytes = "{}".into());
}

#[test]
fn an_empty_file() {
    assert_changed_is_refused("NotOurs", Vec::clear);
}

#[test]
fn a_file_that_was_cut_off() {
    assert_changed_is_refused("NotOurs", |bytes| bytes.truncate(50));
    assert_changed_is_refused("Corrupt", |bytes| bytes.truncate(100));
    assert_changed_is_refused("Corrupt", |bytes| bytes.truncate(5_000));
    assert_changed_is_refused("Corrupt", |bytes| bytes.truncate(bytes.len() - PAGE));
    assert_changed_is_refused("Corrupt", |bytes| bytes.truncate(bytes.len() / 2));
}

#[test]
fn another_programs_file() {
    for journal in ["DELETE", "WAL"] {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let other = Connection::open(file(folder.path())).expect("a file can be made");
        other.pragma_update(None, "journal_mode", journal).expect("a mode can be set");
        other.execute_batch("CREATE TABLE song (name TEXT); INSERT INTO song VALUES ('茉莉花')").expect("it is SQL");
        drop(other);
        assert_refused(folder.path(), "NotOurs");
    }
}

#[test]
fn a_file_of_a_newer_program() {
    for version in [2, 99] {
        let folder = whole();
        let newer = Connection::open(file(folder.path())).expect("it is whole");
        newer.pragma_update(None, "user_version", version).expect("a version can be set");
        drop(newer);
        assert_refused(folder.path(), "TooNew");
    }
}

#[test]
fn a_file_with_our_name_and_no_schema() {
    assert_changed_is_refused("NotOurs", |bytes| bytes[60..64].fill(0));
}

#[test]
fn a_log_without_its_file() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let log = folder.path().join("xiaoer.sqlite-wal");
    fs::write(&log, b"the last commits").expect("a file can be written");
    let error = Sqlite::open(folder.path()).err().expect("the log's file is missing");
    assert!(matches!(error, StoreError::NotOurs { .. }), "{error:?}");
    assert_eq!(fs::read(&log).expect("it is there"), b"the last commits");
    assert!(!file(folder.path()).exists(), "no new file was put beside the old log");
}

#[test]
fn a_folder_that_is_a_file() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("data");
    fs::write(&path, b"mine").expect("a file can be written");
    let error = Sqlite::open(&path).err().expect("a file is no folder");
    assert!(matches!(error, StoreError::Folder { .. }), "{error:?}");
    assert_eq!(fs::read(&path).expect("it is there"), b"mine");
}

#[test]
fn a_page_that_is_no_page() {
    // The first byte of a page says what kind it is; the second page is the root of a table.
    assert_changed_is_refused("Corrupt", |bytes| bytes[PAGE] ^= 0xff);
    assert_changed_is_refused("Corrupt", |bytes| {
        let middle = bytes.len() / 2 / PAGE * PAGE;
        bytes[middle..middle + 8].fill(0xff);
    });
}

/// A flipped byte is told, or it lies where it changes no row's form; then opening and auditing work or are told.
#[test]
fn a_byte_flipped_anywhere() {
    let folder = whole();
    let good = fs::read(file(folder.path())).expect("the file is there");
    let mut told = 0;
    for at in (0..good.len()).step_by(1_013) {
        let mut bytes = good.clone();
        bytes[at] ^= 0x55;
        fs::write(file(folder.path()), &bytes).expect("the file can be written");
        match Sqlite::open(folder.path()) {
            Ok(engine) => told += usize::from(wait(engine.audit(&mut Audit::default())).is_err()),
            Err(error) => {
                told += 1;
                assert!(!matches!(error, StoreError::Engine(_)), "byte {at}: {error:?} says nothing of damage");
                assert!(fs::read(file(folder.path())).expect("it is there") == bytes, "byte {at}: it was written to");
            }
        }
    }
    assert!(told > 0, "not one of them was noticed");
}

/// What a damaged file's log holds stays in the log.
#[test]
fn a_damaged_file_with_a_log() {
    let folder = whole();
    let writer = Connection::open(file(folder.path())).expect("it is whole");
    writer.pragma_update(None, "wal_autocheckpoint", 0).expect("a setting");
    writer.execute_batch("CREATE TABLE later (n INTEGER); INSERT INTO later VALUES (1)").expect("it is SQL");
    let log = folder.path().join("xiaoer.sqlite-wal");
    let (mut bytes, kept) = (fs::read(file(folder.path())).expect("a file"), fs::read(&log).expect("a log"));
    drop(writer);
    let middle = bytes.len() / 2 / PAGE * PAGE;
    bytes[middle..middle + 8].fill(0xff);
    fs::write(file(folder.path()), &bytes).expect("the file can be written");
    fs::write(&log, &kept).expect("the log can be written");
    assert_refused(folder.path(), "Corrupt");
    assert!(fs::read(&log).expect("the log is there") == kept, "the log was left as it was");
}

#[test]
fn a_draft_that_was_left_behind_is_no_hindrance() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for number in 0..200 {
        let draft = folder.path().join(format!("xiaoer.sqlite.new-{}-{number}", std::process::id()));
        fs::write(draft, b"half a database").expect("a file can be written");
    }
    Sqlite::open(folder.path()).expect("somebody died here, and that is all");
}

#[test]
fn many_open_a_new_folder_at_once() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let start = Barrier::new(8);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    start.wait();
                    let engine = Sqlite::open(folder.path()).expect("all open the same database");
                    assert_eq!(engine.shards(), 1);
                });
            }
        });
        let names = fs::read_dir(folder.path()).expect("a folder").flatten().map(|entry| entry.file_name());
        let drafts: Vec<_> = names.filter(|name| name.to_string_lossy().contains(".new-")).collect();
        assert!(drafts.is_empty(), "{drafts:?}");
    }
}
