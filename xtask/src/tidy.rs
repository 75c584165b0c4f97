//! `cargo xtask tidy`: what a compiler cannot check. Each check is a function of the repository's files, in a file of its
//! own, with a test that a bad input fails.

use anyhow::{Result, bail};

use crate::tree::{Finding, Tree};

mod commands;
mod decisions;
mod dependencies;
mod edges;
mod languages;
mod links;
mod machine_paths;
mod mentions;
mod refusals;
mod rust_files;
mod sql_files;

type Check = (&'static str, fn(&Tree) -> Vec<Finding>);

const CHECKS: [Check; 11] = [
    ("Rust files say what they are, are of a size, and leave nothing undone", rust_files::check),
    ("crates know whom ARCHITECTURE.md says", edges::check),
    ("every refusal has its page, and the page is right", refusals::check),
    ("every SQL file is used", sql_files::check),
    ("every decision is listed", decisions::check),
    ("every dependency is used and has its reason", dependencies::check),
    ("documents name commands that exist", commands::check),
    ("documents' links lead somewhere", links::check),
    ("what documents mention of the sources is there", mentions::check),
    ("what people read is there in both languages", languages::check),
    ("no path of one machine", machine_paths::check),
];

/// Runs every check over `tree`.
///
/// # Errors
/// If one finds something; all findings are printed.
pub fn tidy(tree: &Tree) -> Result<()> {
    let mut found = 0;
    for (says, check) in CHECKS {
        let mut findings = check(tree);
        findings.sort();
        println!("{}  {says}", if findings.is_empty() { "ok  " } else { "FAIL" });
        for finding in &findings {
            println!("      {finding}");
        }
        found += findings.len();
    }
    if found > 0 {
        bail!("{found} thing(s) to tidy up");
    }
    Ok(())
}

/// For tests: the messages of what a check finds.
#[cfg(test)]
fn messages(check: fn(&Tree) -> Vec<Finding>, files: &[(&str, &str)]) -> Vec<String> {
    check(&Tree::of(files)).iter().map(ToString::to_string).collect()
}
