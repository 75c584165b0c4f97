//! Dependencies: each that the workspace names is used by a crate, and has its reason in decisions/dependencies.md.

use std::collections::{BTreeMap, BTreeSet};

use crate::tree::{Finding, Tree};

const MANIFEST: &str = "Cargo.toml";
const REASONS: &str = "decisions/dependencies.md";

/// Compares the workspace's manifest with the crates' and with the table of reasons.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(named) = tree.text(MANIFEST).and_then(named) else {
        return vec![Finding::new(MANIFEST, 1, "has no `[workspace.dependencies]` that read")];
    };
    let reasons = reasons(tree.text(REASONS).unwrap_or_default());
    let manifests: Vec<_> = tree.under("", "/Cargo.toml").map(|(_, text)| text).collect();
    let mut findings = Vec::new();
    for (name, line) in &named {
        if !manifests.iter().any(|text| uses(text, name)) {
            findings.push(Finding::new(MANIFEST, *line, format!("no crate uses `{name}`")));
        } else if !reasons.contains_key(name) {
            findings.push(Finding::new(MANIFEST, *line, format!("`{name}` has no line in {REASONS}")));
        }
    }
    let gone = reasons.iter().filter(|(name, _)| !named.contains_key(*name));
    findings.extend(gone.map(|(name, line)| Finding::new(REASONS, *line, format!("`{name}` is no dependency"))));
    findings
}

/// What the workspace names, with its lines; crates of our own are no dependencies.
fn named(manifest: &str) -> Option<BTreeMap<String, usize>> {
    let table: toml::Table = manifest.parse().ok()?;
    let all = table.get("workspace")?.get("dependencies")?.as_table()?;
    let foreign: BTreeSet<_> =
        all.iter().filter(|(_, value)| value.get("path").is_none()).map(|(name, _)| name).collect();
    let line =
        |name: &str| manifest.lines().position(|line| line.starts_with(&format!("{name} ="))).map_or(1, |at| at + 1);
    Some(foreign.into_iter().map(|name| (name.clone(), line(name))).collect())
}

fn uses(manifest: &str, name: &str) -> bool {
    manifest
        .lines()
        .any(|line| line.starts_with(&format!("{name}.workspace")) || line.starts_with(&format!("{name} =")))
}

/// The names in the first column of the table.
fn reasons(page: &str) -> BTreeMap<String, usize> {
    let row = |(number, line): (usize, &str)| {
        let name = line.strip_prefix("| `")?.split_once('`')?.0;
        Some((name.to_owned(), number))
    };
    (1..).zip(page.lines()).filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::super::messages;
    use super::*;

    #[test]
    fn each_needs_a_use_and_a_reason() {
        let workspace =
            "[workspace.dependencies]\nours = { path = \"crates/ours\" }\na = \"1\"\nb = \"1\"\nc = \"1\"\n";
        let files = [
            (MANIFEST, workspace),
            ("crates/ours/Cargo.toml", "[dependencies]\na.workspace = true\nb = { workspace = true }\n"),
            (REASONS, "| crate | what for |\n| --- | --- |\n| `a` | x |\n| `d` | y |\n"),
        ];
        let found = messages(check, &files);
        assert_eq!(
            found,
            [
                "Cargo.toml:4: `b` has no line in decisions/dependencies.md",
                "Cargo.toml:5: no crate uses `c`",
                "decisions/dependencies.md:4: `d` is no dependency",
            ]
        );
        assert_eq!(messages(check, &[(MANIFEST, "[workspace]\n")]).len(), 1);
    }
}
