//! What documents mention of the sources is there: paths, and in the table of limits the constants too.

use crate::tree::{Finding, Tree};

const FOLDERS: [&str; 5] = ["crates/", "web/", "docs/", "decisions/", "xtask/"];
const MAP: &str = "ARCHITECTURE.md";
const LIMITS: &str = "## Limits";

/// Looks at every document.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let paths = tree.under("", ".md").flat_map(|(path, text)| paths(tree, path, text));
    paths.chain(tree.text(MAP).map(|map| limits(tree, map)).unwrap_or_default()).collect()
}

fn paths(tree: &Tree, page: &str, text: &str) -> Vec<Finding> {
    let lost = spans(text).filter(|(_, span)| is_path(span) && !tree.has(span));
    lost.map(|(line, span)| Finding::new(page, line, format!("`{span}` is not there"))).collect()
}

/// A path from the root, with nothing in it that stands for something else.
fn is_path(span: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'/' | b'_' | b'-' | b'.');
    FOLDERS.iter().any(|folder| span.starts_with(folder)) && span.bytes().all(plain)
}

/// Each row of the table ends with the constants, if it names any, and the file they are in.
fn limits(tree: &Tree, map: &str) -> Vec<Finding> {
    let begin = map.lines().position(|line| line == LIMITS);
    let Some(begin) = begin else { return vec![Finding::new(MAP, 1, format!("has no `{LIMITS}`"))] };
    let rows = (1..).zip(map.lines()).skip(begin + 1).take_while(|(_, line)| !line.starts_with("## "));
    let rows = rows.filter_map(|(number, line)| Some((number, line.trim_end_matches([' ', '|']).rsplit_once('|')?.1)));
    rows.flat_map(|(number, cell)| row(tree, number, cell)).collect()
}

fn row(tree: &Tree, number: usize, cell: &str) -> Vec<Finding> {
    let spans: Vec<_> = spans(cell).map(|(_, span)| span).collect();
    let (files, constants): (Vec<_>, Vec<_>) = spans.into_iter().partition(|span| span.ends_with(".rs"));
    let mut findings = Vec::new();
    for file in files {
        let path = format!("crates/{file}");
        let Some(text) = tree.text(&path) else {
            findings.push(Finding::new(MAP, number, format!("`{path}` is not there")));
            continue;
        };
        let lost = constants.iter().filter(|name| !text.contains(&format!("const {name}:")));
        findings.extend(lost.map(|name| Finding::new(MAP, number, format!("`{name}` is not in `{path}`"))));
    }
    findings
}

/// What stands in backticks, with its line.
fn spans(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..)
        .zip(text.lines())
        .flat_map(|(number, line)| line.split('`').skip(1).step_by(2).map(move |span| (number, span)))
}

#[cfg(test)]
mod tests {
    use super::super::messages;
    use super::*;

    #[test]
    fn what_is_gone_is_found() {
        let map = "# Map\n\n`crates/a/src/x.rs`, `docs/errors/CODE.md`, `crates/a/gone.rs`\n\n## Limits\n\n| what | where |\n| --- | --- |\n| 5 | `MOST`, `a/src/x.rs` |\n| 6 | `LEAST`, `a/src/x.rs` |\n| 7 | `a/src/y.rs` |\n\n## More\n";
        let files = [(MAP, map), ("crates/a/src/x.rs", "pub const MOST: u8 = 5;\n")];
        let found = messages(check, &files);
        let expected = [
            "ARCHITECTURE.md:3: `crates/a/gone.rs` is not there",
            "ARCHITECTURE.md:10: `LEAST` is not in `crates/a/src/x.rs`",
            "ARCHITECTURE.md:11: `crates/a/src/y.rs` is not there",
        ];
        assert_eq!(found, expected);
    }
}
