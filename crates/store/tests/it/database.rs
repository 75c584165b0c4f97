//! Databases of a test's own, which can be emptied for the next sequence: making one anew takes longer than a sequence.

use private_postgres::Shared;
use rusqlite::Connection;
use store::{Postgres, Sqlite};
use tempfile::TempDir;
use tokio_postgres::{Client, NoTls};

use crate::engines::{background, wait};

/// Shards stand at their beginning, and what was written about the catalogue is gone.
const BEGINNING: &str = "
    UPDATE shard SET sequence = 0, latest = 0;
    DELETE FROM meta WHERE key NOT IN ('program', 'schema', 'shards');
";

/// A folder with a SQLite database. It is gone with this value.
pub struct Folder {
    folder: TempDir,
    on: Connection,
}

impl Folder {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        drop(Sqlite::open(folder.path()).expect("a database can be made"));
        let on = Connection::open(folder.path().join("xiaoer.sqlite")).expect("the file is there");
        Self { folder, on }
    }

    /// The engine over it.
    pub fn engine(&self) -> Sqlite {
        Sqlite::open(self.folder.path()).expect("the database opens")
    }

    /// As it was when it was made.
    pub fn empty(&self) {
        let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('meta', 'shard')";
        let mut names = self.on.prepare_cached(names).expect("it is SQL");
        let names = names.query_map([], |row| row.get::<_, String>(0)).expect("tables have names");
        let deletes: String = names.map(|name| format!("DELETE FROM \"{}\";", name.expect("a name is text"))).collect();
        let all = format!("BEGIN IMMEDIATE; {deletes} {BEGINNING} COMMIT");
        self.on.execute_batch(&all).expect("the tables can be emptied");
    }
}

/// A PostgreSQL database. It is dropped with this value.
pub struct Database {
    client: Client,
    shared: Shared,
}

impl Database {
    /// A new one on the server of the tests. Where there is none, the test fails.
    pub fn new() -> Self {
        let shared = private_postgres::shared().expect("a database can be made");
        let (client, connection) =
            wait(tokio_postgres::connect(&shared.url(), NoTls)).expect("the database can be reached");
        background(async move { drop(connection.await) });
        Self { client, shared }
    }

    /// The engine over it, with so many shards if it is new.
    pub fn engine(&self, shards: u16) -> Postgres {
        wait(Postgres::connect(&self.shared.url(), shards)).expect("a store can be made in the database")
    }

    /// As it was when it was made.
    pub fn empty(&self) {
        let names = "SELECT string_agg('DELETE FROM ' || quote_ident(tablename), ';') FROM pg_tables
                     WHERE schemaname = current_schema() AND tablename NOT IN ('meta', 'shard')";
        let names: String = wait(self.client.query_one(names, &[])).expect("there are tables").get(0);
        let all = format!("BEGIN; {names}; {BEGINNING} COMMIT");
        wait(self.client.batch_execute(&all)).expect("the tables can be emptied");
    }
}
