//! Decisions: each page is listed in the index, and what the index lists is there.

use std::collections::BTreeSet;

use super::links::targets;
use crate::tree::{Finding, Tree};

const INDEX: &str = "decisions/README.md";

/// Compares the index with the folder, both ways.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(index) = tree.text(INDEX) else { return vec![Finding::new(INDEX, 1, "is not there")] };
    let listed: BTreeSet<_> = targets(index).into_iter().map(|(_, target)| format!("decisions/{target}")).collect();
    let pages = tree.under("decisions/", ".md").filter(|(path, _)| *path != INDEX);
    let mut findings = Vec::new();
    for (path, text) in pages {
        if !listed.contains(path) {
            findings.push(Finding::new(path, 1, format!("is not listed in {INDEX}")));
        }
        if !text.starts_with("# ") {
            findings.push(Finding::new(path, 1, "does not begin with its title"));
        }
    }
    let own = |target: &str| !target.contains('/');
    let gone =
        targets(index).into_iter().filter(|(_, target)| own(target) && !tree.has(&format!("decisions/{target}")));
    findings.extend(gone.map(|(line, target)| Finding::new(INDEX, line, format!("`{target}` is not there"))));
    findings
}

#[cfg(test)]
mod tests {
    use super::super::messages;
    use super::*;

    #[test]
    fn index_and_folder_must_agree() {
        let index = "# Decisions\n\n- [A](a.md)\n- [B](b.md)\n";
        let files = [(INDEX, index), ("decisions/a.md", "# A\n"), ("decisions/c.md", "No title\n")];
        let found = messages(check, &files);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found.iter().any(|text| text.contains("decisions/README.md:4: `b.md` is not there")), "{found:?}");
        assert!(messages(check, &[(INDEX, "- [A](a.md)\n"), ("decisions/a.md", "# A\n")]).is_empty());
    }
}
