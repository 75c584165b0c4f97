//! Refusals: every code has its page, every page a code, and the page says of the code what the sources say: the HTTP
//! status, whether trying again helps, and all of it to a Chinese reader too.

use std::collections::{BTreeMap, BTreeSet};

use super::languages::has_chinese;
use crate::tree::{Finding, Tree, line_of};

const SOURCE: &str = "crates/domain/src/refusal.rs";
const STATUSES: &str = "crates/gateway/src/web/problem.rs";
const PAGES: &str = "docs/errors/";
const HEADINGS: [&str; 4] = ["## When it happens", "## What to do", "## Trying again", "## HTTP"];

/// Compares the pages with the sources.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(source) = tree.text(SOURCE) else { return vec![Finding::new(SOURCE, 1, "is not there")] };
    let codes = codes(source);
    if codes.is_empty() {
        return vec![Finding::new(SOURCE, 1, "has no codes of the form `Self::Name => \"code\"`")];
    }
    let again = after(source);
    let statuses = tree.text(STATUSES).and_then(statuses);
    let mut findings = Vec::new();
    for (name, (line, code)) in &codes {
        let path = format!("{PAGES}{code}.md");
        match tree.text(&path) {
            None => findings.push(Finding::new(SOURCE, *line, format!("`{code}` has no page `{path}`"))),
            Some(text) => findings.extend(page(&path, text, code, again.contains(name), status(&statuses, name))),
        }
    }
    let known: BTreeSet<_> = codes.values().map(|(_, code)| format!("{PAGES}{code}.md")).collect();
    let strays = tree.under(PAGES, "").filter(|(path, _)| !known.contains(*path));
    findings.extend(strays.map(|(path, _)| Finding::new(path, 1, "is the page of no code")));
    if statuses.is_none() {
        findings.push(Finding::new(STATUSES, 1, "has no `pub fn status` with a `match` that ends in `_`"));
    }
    findings
}

fn page(path: &str, text: &str, code: &str, again: bool, status: Option<&str>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut must = |holds: bool, line: usize, says: String| {
        if !holds {
            findings.push(Finding::new(path, line, says));
        }
    };
    let title = text.lines().next().unwrap_or_default();
    must(title.starts_with(&format!("# {code}: ")), 1, format!("does not begin `# {code}: ` and what is so"));
    must(
        text.lines().any(|line| line.starts_with("中文：") && has_chinese(&line[9..])),
        1,
        "has no paragraph `中文：…`".into(),
    );
    for heading in HEADINGS {
        must(text.lines().any(|line| line == heading), 1, format!("has no `{heading}`"));
    }
    let (line, says) = section(text, "## Trying again");
    let expected = if again { "Yes" } else { "No" };
    must(says.starts_with(expected), line, format!("`Refusal::retry` says that trying again is a {expected}"));
    let (line, says) = section(text, "## HTTP");
    if let Some(status) = status {
        must(says.starts_with(&format!("`{status} ")), line, format!("`status` in {STATUSES} says {status}"));
    }
    findings
}

/// The first line of text under a heading, and its number.
fn section<'a>(text: &'a str, heading: &str) -> (usize, &'a str) {
    let Some(at) = text.find(heading) else { return (1, "") };
    let after = &text[at + heading.len()..];
    let says = after.trim_start();
    (line_of(text, text.len() - says.len()), says)
}

/// The codes by the names of their variants, with their lines.
fn codes(source: &str) -> BTreeMap<String, (usize, String)> {
    let line = |(number, line): (usize, &str)| {
        let (pattern, value) = line.trim().strip_prefix("Self::")?.split_once("=> \"")?;
        Some((name(pattern).to_owned(), (number, value.strip_suffix("\",")?.to_owned())))
    };
    (1..).zip(source.lines()).filter_map(line).collect()
}

/// The names of the variants after which trying again helps.
fn after(source: &str) -> BTreeSet<String> {
    let arms = source.lines().filter_map(|line| line.split_once("=> Retry::After"));
    arms.flat_map(|(patterns, _)| patterns.split("Self::").skip(1)).map(|pattern| name(pattern).to_owned()).collect()
}

/// The statuses by the names of the variants, and that of all the others.
fn statuses(source: &str) -> Option<(BTreeMap<String, String>, String)> {
    let body = source.split_once("pub fn status(")?.1.split_once("match ")?.1;
    let body = body.split_once("\n    }").map_or(body, |(body, _)| body);
    let mut named = BTreeMap::new();
    let mut others = None;
    for arm in body.split_once('{')?.1.split("StatusCode::").collect::<Vec<_>>().windows(2) {
        let [before, after] = arm else { continue };
        let status = number(after.split([',', '\n', ' ']).next()?)?;
        let patterns = before.split("Refusal::").skip(1).map(|pattern| (name(pattern).to_owned(), status.to_owned()));
        named.extend(patterns);
        if before.trim_end().ends_with("_ =>") {
            others = Some(status.to_owned());
        }
    }
    Some((named, others?))
}

fn status<'a>(statuses: &'a Option<(BTreeMap<String, String>, String)>, name: &str) -> Option<&'a str> {
    let (named, others) = statuses.as_ref()?;
    Some(named.get(name).unwrap_or(others))
}

/// The number of a status by its constant.
fn number(constant: &str) -> Option<&'static str> {
    Some(match constant {
        "BAD_REQUEST" => "400",
        "UNAUTHORIZED" => "401",
        "PAYMENT_REQUIRED" => "402",
        "FORBIDDEN" => "403",
        "NOT_FOUND" => "404",
        "METHOD_NOT_ALLOWED" => "405",
        "CONFLICT" => "409",
        "GONE" => "410",
        "PAYLOAD_TOO_LARGE" => "413",
        "UNPROCESSABLE_ENTITY" => "422",
        "TOO_MANY_REQUESTS" => "429",
        "SERVICE_UNAVAILABLE" => "503",
        _ => return None,
    })
}

/// The name at the beginning of a pattern.
fn name(pattern: &str) -> &str {
    pattern.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or(pattern)
}

#[cfg(test)]
mod tests {
    use super::super::messages;
    use super::*;

    const REFUSALS: &str = "            Self::Busy { .. } => \"busy\",\n            Self::NotFound => \"not_found\",\n            Self::Busy { retry_in } => Retry::After(*retry_in),\n";
    const STATUS: &str = "pub fn status(refusal: &Refusal) -> StatusCode {\n    match refusal {\n        Refusal::NotFound\n        | Refusal::Other { .. } => StatusCode::NOT_FOUND,\n        Refusal::Busy { .. } => StatusCode::SERVICE_UNAVAILABLE,\n        _ => StatusCode::CONFLICT,\n    }\n}\n";

    fn text(code: &str, again: &str, status: &str) -> String {
        format!(
            "# {code}: so it is\n\n中文：是这样。\n\n## When it happens\n\nA\n\n## What to do\n\nB\n\n## Trying again\n\n{again}\n\n## HTTP\n\n`{status} X`\n"
        )
    }

    fn found(busy: &str, other: (&str, &str)) -> Vec<String> {
        let files = [(SOURCE, REFUSALS), (STATUSES, STATUS), ("docs/errors/busy.md", busy), other];
        messages(check, &files)
    }

    #[test]
    fn true_pages_pass() {
        let lost = text("not_found", "No.", "404");
        assert_eq!(found(&text("busy", "Yes.", "503"), ("docs/errors/not_found.md", &lost)), Vec::<String>::new());
    }

    #[test]
    fn a_page_that_is_missing_or_stray_fails() {
        let all = found(&text("busy", "Yes.", "503"), ("docs/errors/gone.md", "# gone: a\n"));
        assert_eq!(all.len(), 2, "{all:?}");
        assert!(all[0].contains("refusal.rs:2: `not_found` has no page"), "{all:?}");
        assert!(all[1].contains("gone.md:1: is the page of no code"), "{all:?}");
    }

    #[test]
    fn a_page_that_says_something_else_fails() {
        let lost = text("not_found", "No.", "404");
        let bad = text("bussy", "No.", "409").replace("中文", "");
        let all = found(&bad, ("docs/errors/not_found.md", &lost));
        assert_eq!(all.len(), 4, "title, Chinese, trying again, status: {all:?}");
    }

    #[test]
    fn sources_that_cannot_be_read_fail() {
        assert_eq!(messages(check, &[(SOURCE, "enum Refusal {}")]).len(), 1);
        let lost = text("not_found", "No.", "404");
        let files =
            [(SOURCE, "            Self::NotFound => \"not_found\",\n"), ("docs/errors/not_found.md", lost.as_str())];
        assert_eq!(messages(check, &files).len(), 1, "no statuses");
    }
}
