//! `xiaoer copy`: moves a store to another engine, or to another number of shards.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};
use indicatif::ProgressBar;
use store::{Copied, Stage};

use super::print;
use crate::configuration::Configuration;
use crate::wiring;

/// Copies the store at `from` into an empty one at `to`, and says what arrived.
///
/// # Errors
/// If one of them cannot be opened, `to` is not empty, or the copy is not the same; `from` is never changed.
pub async fn copy(configuration: &Configuration, from: &str, to: &str) -> Result<ExitCode> {
    let (from, to) = (configuration.at(from), configuration.at(to));
    let source = wiring::existing_engine(&from).await.context("the store to copy from cannot be opened")?;
    let target = wiring::open(&to).await.context("the store to copy to cannot be opened")?;
    let spinner = ProgressBar::new_spinner();
    spinner.enable_steady_tick(Duration::from_millis(100));
    let copied = store::copy(&*source, &*target, &mut |stage| spinner.set_message(said(stage))).await;
    spinner.finish_and_clear();
    print(&report(&copied?, source.shards(), target.shards()))
}

fn said(stage: Stage) -> String {
    match stage {
        Stage::Copying(rows) => format!("copying: {rows} rows"),
        Stage::Comparing(rows) => format!("comparing: {rows} rows"),
        Stage::Auditing => "auditing the copy".into(),
    }
}

fn report(copied: &Copied, from: u16, to: u16) -> String {
    let mut text = String::new();
    for kind in &copied.kinds {
        text.push_str(&format!("{:<13} {:>12} rows  {}\n", kind.kind, kind.rows, kind.hash));
    }
    text.push_str(&format!(
        "{from} shard(s) copied to {to}; every row is the same on both sides, and the copy holds its {} invariants\n",
        copied.findings.len()
    ));
    text
}
