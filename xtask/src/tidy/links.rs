//! Links and pictures in documents lead to files that are there.

use crate::tree::{Finding, Tree};

/// Looks at every document.
pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.under("", ".md").flat_map(|(path, text)| page(tree, path, text)).collect()
}

fn page(tree: &Tree, path: &str, text: &str) -> Vec<Finding> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let lost = |target: &str| !tree.has(&resolve(folder, target));
    let lost = targets(text).into_iter().filter(|(_, target)| lost(target));
    lost.map(|(line, target)| Finding::new(path, line, format!("`{target}` is not there"))).collect()
}

/// The files that a document links to, each with its line; addresses elsewhere and code are left out.
pub fn targets(text: &str) -> Vec<(usize, &str)> {
    let mut targets = Vec::new();
    let mut fenced = false;
    for (number, line) in (1..).zip(text.lines()) {
        fenced ^= line.trim_start().starts_with("```");
        let links = line.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0));
        let own = links.filter(|link| !fenced && !link.contains("://") && !link.starts_with(['#', '/']));
        targets.extend(own.map(|link| (number, link.split('#').next().unwrap_or(link))));
    }
    targets
}

fn resolve(folder: &str, target: &str) -> String {
    let mut parts: Vec<_> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::super::messages;
    use super::*;

    #[test]
    fn a_link_to_nowhere_fails() {
        let page = "See [a](../a.md), [c](crates), [it](https://example.org/x.md#y)\nand ![b](gone.png).\n";
        let files = [("docs/p.md", page), ("a.md", "# A\n"), ("docs/crates/x.rs", "")];
        assert_eq!(messages(check, &files), ["docs/p.md:2: `gone.png` is not there"]);
    }
}
