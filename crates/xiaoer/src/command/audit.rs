//! `xiaoer audit`: every numbered invariant over the whole store.

use std::process::ExitCode;

use anyhow::Result;
use domain::invariants::{Audit, Finding};

use super::print;
use crate::configuration::Configuration;
use crate::wiring;

/// Prints each invariant with its figure; exit 1 if one does not hold.
///
/// # Errors
/// If the store cannot be read.
pub async fn audit(configuration: &Configuration) -> Result<ExitCode> {
    let engine = wiring::existing_engine(configuration).await?;
    let mut audit = Audit::default();
    engine.audit(&mut audit).await?;
    let mut findings = audit.finish();
    findings.sort_by_key(|finding| finding.invariant);
    let broken = findings.iter().filter(|finding| !finding.holds()).count();
    findings.iter().try_for_each(|finding| print(&line(finding)).map(drop))?;
    let verdict = if broken == 0 { "all hold".into() } else { format!("{broken} DO NOT HOLD") };
    print(&format!("{} invariants: {verdict}\n", findings.len()))?;
    Ok(if broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn line(finding: &Finding) -> String {
    let verdict = if finding.holds() { "ok  " } else { "FAIL" };
    let mut text = format!("{verdict} {:<3} {}: {}\n", finding.invariant, finding.says, finding.figure);
    for violation in &finding.violations {
        text.push_str(&format!("         {violation}\n"));
    }
    text
}
