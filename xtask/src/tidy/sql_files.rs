//! SQL files: each is used by the store, by `sql!("noun/verb")` or by `include_str!`.

use crate::tree::{Finding, Tree};

const STORE: &str = "crates/store/";

/// Looks for each file's name in the store's sources.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let sources: Vec<_> = tree.under(STORE, ".rs").map(|(_, text)| text).collect();
    let files = tree.under("crates/store/sql/", ".sql");
    let used = |name: &str| {
        let (by_macro, by_path) = (format!("\"{name}\""), format!("/sql/{name}.sql\""));
        sources.iter().any(|text| text.contains(&by_macro) || text.contains(&by_path))
    };
    let name = |path: &str| path.trim_start_matches("crates/store/sql/").trim_end_matches(".sql").to_owned();
    files
        .filter(|(path, _)| !used(&name(path)))
        .map(|(path, _)| Finding::new(path, 1, "no statement uses it"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::messages;
    use super::*;

    #[test]
    fn an_unused_file_fails() {
        let source =
            "let a = sql!(on, \"order/read\")?; const B: &str = include_str!(concat!(DIR, \"/sql/schema/0001.sql\"));";
        let files = [
            ("crates/store/src/load.rs", source),
            ("crates/store/sql/order/read.sql", "SELECT 1"),
            ("crates/store/sql/schema/0001.sql", "CREATE TABLE t (a)"),
            ("crates/store/sql/order/forgotten.sql", "SELECT 2"),
        ];
        assert_eq!(messages(check, &files), ["crates/store/sql/order/forgotten.sql:1: no statement uses it"]);
    }
}
