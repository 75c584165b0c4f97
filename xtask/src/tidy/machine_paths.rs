//! No file names a path that exists on one machine only.

use crate::tree::{Finding, Tree};

/// Written apart, so that this file does not find itself.
const FOLDERS: [&str; 4] = [concat!("/", "tmp/"), concat!("/", "home/"), concat!("/", "root/"), concat!("/", "Users/")];

/// Looks at every text file.
pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.files().flat_map(|(path, text)| file(path, text)).collect()
}

fn file(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let folder = FOLDERS.iter().find(|folder| line.match_indices(**folder).any(|(at, _)| begins(line, at)));
        let says = |folder| format!("names a path below `{folder}`; use a path of the project, or a temporary folder");
        findings.extend(folder.map(|folder| Finding::new(path, number, says(folder))));
    }
    findings
}

/// Whether a path begins here, rather than going on in one that begins before: only the first names a machine.
fn begins(line: &str, at: usize) -> bool {
    let before = line[..at].chars().next_back();
    before.is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '/' | '}' | ')')))
}

#[cfg(test)]
mod tests {
    use super::super::messages;
    use super::*;

    #[test]
    fn a_path_of_one_machine_fails() {
        let bad = format!("a\nlet path = \"{}x\";\n", FOLDERS[0]);
        let good = format!("https://example.org{}x and ./a{}b", FOLDERS[1], FOLDERS[2]);
        let found = messages(check, &[("a.sh", &bad), ("b.md", &good)]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("a.sh:2: "), "{found:?}");
    }
}
