//! Documents name subcommands and flags that exist: those of `xiaoer`, as its arguments declare them, and our own.

use std::collections::BTreeSet;

use clap::CommandFactory;

use crate::tree::{Finding, Tree};

const ARGUMENTS: &str = "crates/xiaoer/src/arguments.rs";
/// How our own commands are called in a document, and those of the program.
const OURS: [&str; 1] = ["cargo xtask "];
const PROGRAM: [&str; 4] = ["cargo run --release -- ", "target/release/xiaoer ", "./xiaoer ", "xiaoer "];

/// Looks at the code of every document.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(source) = tree.text(ARGUMENTS) else { return vec![Finding::new(ARGUMENTS, 1, "is not there")] };
    let Some(program) = program(source) else {
        return vec![Finding::new(ARGUMENTS, 1, "has no `pub enum Command` whose variants are the subcommands")];
    };
    let ours = crate::Arguments::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
    tree.under("", ".md").flat_map(|(path, text)| page(path, text, &program, &ours)).collect()
}

fn page(path: &str, text: &str, program: &BTreeSet<String>, ours: &BTreeSet<String>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, code) in codes(text) {
        let said = |calls: &[&str]| calls.iter().find_map(|call| code.strip_prefix(call)).and_then(subcommand);
        let unknown = match (said(&OURS), said(&PROGRAM)) {
            (Some(word), _) if !ours.contains(word) => Some(word),
            (None, Some(word)) if !program.contains(word) => Some(word),
            _ => None,
        };
        findings.extend(unknown.map(|word| Finding::new(path, line, format!("there is no subcommand `{word}`"))));
    }
    findings
}

/// The first word, if it is a word and no flag: flags before a subcommand take values, which cannot be told from it.
fn subcommand(arguments: &str) -> Option<&str> {
    let word = arguments.split_whitespace().next()?;
    word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-').then_some(word).filter(|word| !word.starts_with('-'))
}

/// Commands in a document: the lines of shell blocks, and code within sentences.
fn codes(text: &str) -> Vec<(usize, &str)> {
    let mut codes = Vec::new();
    let mut block = None;
    for (number, line) in (1..).zip(text.lines()) {
        let fence = line.trim().strip_prefix("```");
        match (fence, block) {
            (Some(language), None) => block = Some(language),
            (Some(_), Some(_)) => block = None,
            (None, Some("sh" | "bash" | "console")) => codes.extend(in_shell(line).map(|code| (number, code))),
            (None, Some(_)) => {}
            (None, None) => codes.extend(line.split('`').skip(1).step_by(2).map(|code| (number, code))),
        }
    }
    codes
}

/// The commands of a shell line: what pipes join, without what is remarked.
fn in_shell(line: &str) -> impl Iterator<Item = &str> {
    let line = line.split(" # ").next().unwrap_or(line).trim_start_matches("$ ");
    line.split(['|', ';', '&']).map(str::trim)
}

/// The subcommands of the program: the variants of its `Command`, as clap writes them.
fn program(source: &str) -> Option<BTreeSet<String>> {
    let body = source.split_once("pub enum Command {")?.1;
    let body = body.split_once("\n}").map_or(body, |(body, _)| body);
    let variant = |line: &str| {
        let name = line.strip_prefix("    ")?;
        let name = name.split([' ', '{', '(', ',']).next()?;
        name.starts_with(|c: char| c.is_ascii_uppercase()).then(|| kebab(name))
    };
    Some(body.lines().filter_map(variant).collect::<BTreeSet<_>>()).filter(|names| !names.is_empty())
}

fn kebab(name: &str) -> String {
    name.char_indices().fold(String::new(), |mut text, (at, c)| {
        if at > 0 && c.is_ascii_uppercase() {
            text.push('-');
        }
        text.push(c.to_ascii_lowercase());
        text
    })
}

#[cfg(test)]
mod tests {
    use super::super::messages;
    use super::*;

    const SOURCE: &str =
        "pub enum Command {\n    /// Serves.\n    Serve {\n        listen: String,\n    },\n    Audit,\n}\n";

    #[test]
    fn commands_that_are_there_pass() {
        let page = "`xiaoer audit` and `xiaoer.toml`\n```sh\ncargo run --release\ncargo xtask tidy\necho 你好 | xiaoer serve\n```\n";
        assert_eq!(messages(check, &[(ARGUMENTS, SOURCE), ("README.md", page)]), Vec::<String>::new());
    }

    #[test]
    fn commands_that_are_not_there_fail() {
        let page = "`xiaoer fly`\n\n```sh\ncargo xtask dance\ncargo run --release -- sing\n```\n";
        let found = messages(check, &[(ARGUMENTS, SOURCE), ("README.md", page)]);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[1].ends_with("README.md:4: there is no subcommand `dance`"), "{found:?}");
    }

    #[test]
    fn a_source_that_cannot_be_read_fails() {
        assert_eq!(messages(check, &[(ARGUMENTS, "struct Nothing;")]).len(), 1);
        assert_eq!(kebab("RedPacket"), "red-packet");
    }
}
