//! Rust files: each opens by saying what it is, none is too long, none leaves something undone.

use crate::tree::{Finding, Tree};

/// Lines of a file at most; what is longer has a missing name inside.
const LINES_MAX: usize = 600;
/// Written apart, so that this file does not find itself.
const UNDONE: [(&str, &str); 3] = [
    (concat!("todo", "!("), "is not done; do it, or refuse with a typed refusal"),
    (concat!("unimplemented", "!("), "is not done; do it, or refuse with a typed refusal"),
    (concat!("#[", "ignore"), "is a test that nobody runs; mend it or take it out"),
];

/// Looks at every Rust file.
pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.under("", ".rs").flat_map(|(path, text)| file(path, text)).collect()
}

fn file(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let opening = text.lines().next().and_then(|line| line.strip_prefix("//!"));
    if !opening.is_some_and(|says| says.chars().any(char::is_alphabetic)) {
        findings.push(Finding::new(path, 1, "does not open with `//!` and what the file is"));
    }
    let lines = text.lines().count();
    if lines > LINES_MAX {
        findings.push(Finding::new(path, LINES_MAX, format!("has {lines} lines, {LINES_MAX} at most; split it")));
    }
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim_start().starts_with("//")) {
        let undone = UNDONE.iter().filter(|(sign, _)| line.contains(sign));
        findings.extend(undone.map(|(sign, says)| Finding::new(path, number, format!("`{sign}` {says}"))));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::messages;
    use super::*;

    #[test]
    fn a_good_file_passes() {
        assert!(messages(check, &[("a.rs", "//! What it is.\nfn f() {}\n")]).is_empty());
    }

    #[test]
    fn bad_files_fail() {
        let long = format!("//! What it is.\n{}", "fn f() {}\n".repeat(LINES_MAX));
        let undone = format!("//! What it is.\nfn f() {{ {}) }}\n", UNDONE[0].0);
        let ignored = format!("//! What it is.\n{}]\n", UNDONE[2].0);
        let files = [("bare.rs", "fn f() {}\n"), ("dot.rs", "//! .\n"), ("ignored.rs", &ignored), ("long.rs", &long)];
        let found = messages(check, &[&files[..], &[("undone.rs", undone.as_str())]].concat());
        let places: Vec<_> =
            found.iter().map(|text| text.splitn(3, ':').take(2).collect::<Vec<_>>().join(":")).collect();
        assert_eq!(places, ["bare.rs:1", "dot.rs:1", "ignored.rs:2", "long.rs:600", "undone.rs:2"]);
    }
}
