//! Which crate knows which: the manifests say the same as the table in ARCHITECTURE.md.

use std::collections::{BTreeMap, BTreeSet};

use crate::tree::{Finding, Tree};

const MAP: &str = "ARCHITECTURE.md";
/// How the table begins.
const HEAD: &str = "| crate | knows |";

type Edges = BTreeMap<String, (usize, BTreeSet<String>)>;

/// Compares the table with the manifests, both ways.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(map) = tree.text(MAP) else { return vec![Finding::new(MAP, 1, "is not there")] };
    let drawn = drawn(map);
    if drawn.is_empty() {
        return vec![Finding::new(MAP, 1, format!("has no table that begins `{HEAD}`"))];
    }
    let mut findings = Vec::new();
    let manifests: BTreeMap<&str, &str> = tree.under("crates/", "/Cargo.toml").filter_map(named).collect();
    for (name, text) in &manifests {
        findings.extend(compare(name, text, &manifests, &drawn));
    }
    let gone = drawn.iter().filter(|(name, _)| !manifests.contains_key(name.as_str()));
    findings.extend(gone.map(|(name, (line, _))| Finding::new(MAP, *line, format!("there is no crate `{name}`"))));
    findings
}

/// A crate's folder is its name.
fn named<'a>((path, text): (&'a str, &'a str)) -> Option<(&'a str, &'a str)> {
    let name = path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml")?;
    (!name.contains('/')).then_some((name, text))
}

fn compare(name: &str, text: &str, manifests: &BTreeMap<&str, &str>, drawn: &Edges) -> Vec<Finding> {
    let path = format!("crates/{name}/Cargo.toml");
    let known = match dependencies(text) {
        Ok(all) => all.into_iter().filter(|other| manifests.contains_key(other.as_str())).collect::<BTreeSet<_>>(),
        Err(error) => return vec![Finding::new(&path, 1, format!("does not read: {error}"))],
    };
    let Some((line, says)) = drawn.get(name) else {
        return vec![Finding::new(&path, 1, format!("`{name}` is not in the table of {MAP}"))];
    };
    let more = known.difference(says);
    let more = more.map(|other| Finding::new(&path, 1, format!("`{name}` knows `{other}`; {MAP} does not say so")));
    let less = says.difference(&known);
    let less = less.map(|other| Finding::new(MAP, *line, format!("`{name}` does not know `{other}`")));
    more.chain(less).collect()
}

/// The names that a manifest depends on when it is built; what only its tests need is no edge.
fn dependencies(text: &str) -> Result<BTreeSet<String>, toml::de::Error> {
    let manifest: toml::Table = text.parse()?;
    let tables = ["dependencies", "build-dependencies"].iter().filter_map(|name| manifest.get(*name)?.as_table());
    Ok(tables.flat_map(|table| table.keys().cloned()).collect())
}

/// The rows of the table: a crate, and the crates it knows, each in backticks.
fn drawn(map: &str) -> Edges {
    let lines = (1..).zip(map.lines()).skip_while(|(_, line)| !line.starts_with(HEAD)).skip(2);
    let rows = lines.take_while(|(_, line)| line.starts_with('|'));
    let row = |(number, line): (usize, &str)| {
        let mut cells = line.trim_matches('|').split('|');
        let name = ticked(cells.next()?).pop()?;
        Some((name, (number, ticked(cells.next()?).into_iter().collect())))
    };
    rows.filter_map(row).collect()
}

/// What stands in backticks.
fn ticked(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::super::messages;
    use super::*;

    const A: (&str, &str) =
        ("crates/a/Cargo.toml", "[dependencies]\nserde = \"1\"\n[dev-dependencies]\nb.workspace = true\n");
    const B: (&str, &str) = ("crates/b/Cargo.toml", "[dependencies]\na.workspace = true\n");

    #[test]
    fn a_true_table_passes() {
        let map = "# Map\n\n| crate | knows | for |\n| --- | --- | --- |\n| `a` | | rules |\n| `b` | `a` | doors |\n";
        assert_eq!(messages(check, &[A, B, (MAP, map)]), Vec::<String>::new());
    }

    #[test]
    fn a_false_table_fails_on_each_side() {
        let map = "| crate | knows |\n| --- | --- |\n| `a` | `b` |\n| `b` | |\n| `c` | |\n";
        let found = messages(check, &[A, B, (MAP, map)]).join("\n");
        assert!(found.contains("ARCHITECTURE.md:3: `a` does not know `b`"), "{found}");
        assert!(found.contains("crates/b/Cargo.toml:1: `b` knows `a`"), "{found}");
        assert!(found.contains("ARCHITECTURE.md:5: there is no crate `c`"), "{found}");
    }

    #[test]
    fn no_table_fails() {
        assert_eq!(messages(check, &[A, (MAP, "# Map\n")]).len(), 1);
        assert_eq!(messages(check, &[A]).len(), 1);
    }
}
