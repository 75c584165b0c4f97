//! A database for each test, on a server that many tests share.

use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};

use crate::address::Address;
use crate::{Server, port, wire};

/// The variable that names a server to the tests: any database of it, by its URL. `cargo xtask test` sets it.
pub const VARIABLE: &str = "XIAOER_TEST_POSTGRES";

/// The server of this process, if none is named. Statics are never dropped: its guard ends it with the process.
static OWN: Mutex<Option<Server>> = Mutex::new(None);

/// An empty database of one's own, which is dropped with this value, whoever is still connected to it.
#[derive(Debug)]
pub struct Shared {
    address: Address,
}

impl Shared {
    /// Where the database is, for any client.
    pub fn url(&self) -> String {
        self.address.to_string()
    }
}

/// Makes an empty database, on the server that the environment names, or else on one that this process starts for
/// itself. Tests that each take one of their own can run side by side.
///
/// # Errors
/// If there is no server and none can be started. That is a failure of the test that asked, never a reason to skip it.
pub fn shared() -> Result<Shared> {
    let server = match named() {
        Some(url) => Address::parse(&url).with_context(|| format!("{VARIABLE} is not understood"))?,
        None => own()?,
    };
    let address = server.with_database(&format!("test_{:016x}", port::chance()));
    // The other template may be in use by somebody who makes a database at the same time.
    let statement = format!("CREATE DATABASE {} TEMPLATE template0", address.database);
    wire::run(&server, &statement).context("no database can be made for this test")?;
    Ok(Shared { address })
}

impl Drop for Shared {
    fn drop(&mut self) {
        let statement = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.address.database);
        // A server that is gone has taken the database with it.
        let _ = wire::run(&self.address.with_database("postgres"), &statement);
    }
}

fn own() -> Result<Address> {
    let mut own = OWN.lock().unwrap_or_else(PoisonError::into_inner);
    if own.is_none() {
        *own = Some(Server::for_tests()?);
    }
    Address::parse(&own.as_ref().context("a server was just started")?.url())
}

#[expect(clippy::disallowed_methods, reason = "how a test finds its server; no rule of ours runs here")]
fn named() -> Option<String> {
    std::env::var(VARIABLE).ok().filter(|url| !url.is_empty())
}
