//! `xiaoer doctor`: what is configured, what is reachable, what is missing.

use std::process::ExitCode;

use anyhow::Result;
use store::{Engine, Postgres, StoreError};

use super::print;
use crate::configuration::{Configuration, DatabaseUrl};
use crate::wiring;

/// Prints a line for each thing that must work, with the cure for what does not; exit 1 if one does not.
///
/// # Errors
/// If nothing can be printed.
pub async fn doctor(configuration: &Configuration) -> Result<ExitCode> {
    let checks =
        [store(configuration).await, address(configuration), clock(configuration), reader(), payment(configuration)];
    let mut well = true;
    for check in checks {
        well &= check.is_ok();
        print(&match check {
            Ok(line) => format!("ok    {line}\n"),
            Err(line) => format!("FAIL  {line}\n"),
        })?;
    }
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

type Check = Result<String, String>;

async fn store(configuration: &Configuration) -> Check {
    if let Some(url) = &configuration.database_url {
        return postgres(configuration, url).await.map_err(|error| format!("store: {error:#}"));
    }
    let folder = configuration.data.display();
    if !store::Sqlite::is_in(&configuration.data) {
        return Ok(format!("store: there is none in `{folder}` yet; the first start makes one"));
    }
    let engine = wiring::existing_engine(configuration).await.map_err(|error| format!("store: {error:#}"))?;
    let counts = counts(&*engine).await.map_err(|error| format!("store: {error:#}"))?;
    Ok(format!("store: SQLite in `{folder}`, {} shard(s), {counts}", engine.shards()))
}

async fn postgres(configuration: &Configuration, url: &DatabaseUrl) -> Result<String> {
    let engine = match Postgres::connect_existing(url.whole()).await {
        Err(StoreError::NoStore { place }) => {
            return Ok(format!("store: there is none in the database `{place}` yet; the first start makes one"));
        }
        opened => opened?,
    };
    let about = engine.about().await?;
    let spread = about.citus.map_or_else(String::new, |version| format!(", spread by Citus {version}"));
    let ahead = about.now.since(wiring::clock(configuration)?()).as_micros();
    let (place, server, shards) = (about.place, about.server, about.shards);
    let counts = counts(&engine).await?;
    Ok(format!(
        "store: PostgreSQL {server} at `{place}`{spread}, {shards} shard(s), {counts}; its clock is {} ms {} ours",
        ahead.abs() / 1000,
        if ahead < 0 { "behind" } else { "ahead of" }
    ))
}

async fn counts(engine: &dyn Engine) -> Result<String> {
    let (shops, items) = engine.catalogue().await?;
    let campaigns = engine.campaigns(100).await?;
    Ok(format!("{} shops, {} items, {} campaigns", shops.len(), items.len(), campaigns.len()))
}

fn address(configuration: &Configuration) -> Check {
    let address = &configuration.listen;
    match std::net::TcpListener::bind(address) {
        Ok(_) => Ok(format!("address: {address} is free")),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            Ok(format!("address: {address} is in use, perhaps by xiaoer itself; else choose another with --listen"))
        }
        Err(error) => Err(format!("address: {address} cannot be used ({error}); choose another with --listen")),
    }
}

fn clock(configuration: &Configuration) -> Check {
    let clock = wiring::clock(configuration).map_err(|error| format!("clock: {error:#}"))?;
    let pinned = if configuration.now.is_some() { "pinned by XIAOER_NOW" } else { "the system's" };
    Ok(format!("clock: {} ({pinned})", desk::wire::rfc3339(clock())))
}

fn reader() -> Check {
    Ok("reader: fast; no language model is needed, and none is built in yet".into())
}

fn payment(configuration: &Configuration) -> Check {
    Ok(if configuration.test_card {
        "payment: wallet, and a test card that takes no money (test_card = true)".into()
    } else {
        "payment: wallet only (test_card = false)".into()
    })
}
