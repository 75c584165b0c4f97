//! What people read is there in Chinese and in English, as far as a program can tell: the refusals' sentences, the pages'
//! fixed strings, the names of the demonstration, and templates that have no words of their own.

use serde_json::Value;

use crate::tree::{Finding, Tree, line_of};

const SENTENCES: &str = "crates/domain/src/refusal/sentence.rs";
const WORDS: &str = "crates/gateway/src/page/words.rs";

/// Looks at every file with words in it.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(tree.text(SENTENCES).map_or_else(|| gone(SENTENCES), sentences));
    findings.extend(tree.text(WORDS).map_or_else(|| gone(WORDS), words));
    findings.extend(tree.under("crates/catalog/demo/", ".json").flat_map(|(path, text)| names(path, text)));
    findings.extend(tree.under("web/templates/", ".html").flat_map(|(path, text)| template(path, text)));
    findings.extend(tree.under("web/static/", ".js").flat_map(|(path, text)| script(path, text)));
    findings
}

/// Whether there is a Chinese character in it.
pub fn has_chinese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
}

fn gone(path: &str) -> Vec<Finding> {
    vec![Finding::new(path, 1, "is not there")]
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines())
}

/// Every Chinese sentence has Chinese in it, no English one has. That none is missing, the compiler sees.
fn sentences(text: &str) -> Vec<Finding> {
    let (Some(zh), Some(en)) = (text.find("pub fn zh("), text.find("pub fn en(")) else {
        return vec![Finding::new(SENTENCES, 1, "has no `zh` and `en`")];
    };
    let mut findings = Vec::new();
    let mut at = zh;
    for arm in text[zh..en.max(zh)].split_inclusive("Refusal::").collect::<Vec<_>>().windows(2) {
        let [before, arm] = arm else { continue };
        at += before.len();
        if arm.contains("=>") && !has_chinese(arm) {
            findings.push(Finding::new(SENTENCES, line_of(text, at), "this Chinese sentence has no Chinese in it"));
        }
    }
    let end = text[en..].find("\n}").map_or(text.len(), |end| en + end);
    let first = line_of(text, en);
    let chinese = text[en..end].lines().zip(first..).filter(|(line, _)| has_chinese(line));
    findings.extend(chinese.map(|(_, line)| Finding::new(SENTENCES, line, "this English sentence has Chinese in it")));
    findings
}

/// No string of `name: "中文", "English";` is empty.
fn words(text: &str) -> Vec<Finding> {
    let empty = |line: &str| {
        line.trim_start().starts_with(|c: char| c.is_ascii_lowercase())
            && line.ends_with("\";")
            && line.contains("\"\"")
    };
    let empty = lines(text).filter(|(_, line)| empty(line));
    empty.map(|(line, _)| Finding::new(WORDS, line, "is empty in one language")).collect()
}

/// Everything with a name has an English one.
fn names(path: &str, text: &str) -> Vec<Finding> {
    let mut nameless = Vec::new();
    match serde_json::from_str(text) {
        Ok(value) => collect(&value, &mut nameless),
        Err(error) => return vec![Finding::new(path, error.line(), format!("is not JSON: {error}"))],
    }
    let line = |name: &str| text.find(&format!("\"{name}\"")).map_or(1, |at| line_of(text, at));
    nameless.iter().map(|name| Finding::new(path, line(name), format!("`{name}` has no `name_en`"))).collect()
}

fn collect(value: &Value, nameless: &mut Vec<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, nameless)),
        Value::Object(fields) => {
            let text = |field: &str| fields.get(field).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
            if fields.contains_key("name") && (text("name").is_none() || text("name_en").is_none()) {
                nameless.push(text("name").unwrap_or("name").to_owned());
            }
            fields.values().for_each(|value| collect(value, nameless));
        }
        _ => {}
    }
}

/// A script takes its words from the page.
fn script(path: &str, text: &str) -> Vec<Finding> {
    let words = lines(text).filter(|(_, line)| !line.trim_start().starts_with("//") && has_chinese(line));
    words.map(|(line, _)| Finding::new(path, line, "has words; they belong to the pages' strings")).collect()
}

/// A template has no words of its own, or they would be in one language. Attributes that a block hands to its page and
/// ornaments that are hidden from readers aloud are no words.
fn template(path: &str, text: &str) -> Vec<Finding> {
    let shown = without_ornaments(text);
    let bare = ["{#", "{{", "{%", "<"].iter().zip(["#}", "}}", "%}", ">"]).fold(shown, without);
    let is_word = |word: &&str| !word.contains("=\"") && word.replace("&nbsp;", "").chars().any(char::is_alphabetic);
    let worded = lines(&bare).filter_map(|(number, line)| Some((number, line.split_whitespace().find(is_word)?)));
    worded.map(|(line, word)| Finding::new(path, line, format!("has words of its own: `{word}`"))).collect()
}

/// `text` without the text of elements that are hidden from readers aloud.
fn without_ornaments(text: &str) -> String {
    let mut parts = text.split("aria-hidden=\"true\"");
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tag, inside) = part.split_once('>').unwrap_or((part, ""));
        let next = inside.find('<').unwrap_or(inside.len());
        bare.push_str(tag);
        bare.push('>');
        bare.extend(inside[..next].chars().filter(|c| *c == '\n'));
        bare.push_str(&inside[next..]);
    }
    bare
}

/// `text` without what stands between `open` and `close`; its lines stay where they are.
fn without(text: String, (open, close): (&&str, &str)) -> String {
    let mut bare = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once(*open) {
        let (inside, next) = after.split_once(close).unwrap_or((after, ""));
        bare.push_str(before);
        bare.extend(inside.chars().filter(|c| *c == '\n'));
        rest = next;
    }
    bare + rest
}

#[cfg(test)]
mod tests {
    use super::super::messages;
    use super::*;

    const GOOD: &str = "pub fn zh(r) {\n Refusal::A => \"没有\",\n}\npub fn en(r) {\n Refusal::A => \"none\",\n}\n";

    fn found(path: &str, text: &str) -> Vec<String> {
        let good = [(SENTENCES, GOOD), (WORDS, "    name: \"小二\", \"Xiao'er\";\n")];
        let files: Vec<_> = good.into_iter().filter(|(known, _)| *known != path).chain([(path, text)]).collect();
        messages(check, &files)
    }

    #[test]
    fn both_languages_pass() {
        assert_eq!(
            found("web/templates/a.html", "<p lang=\"en\">{{ shell.words.name }}</p>{# why #}\n"),
            Vec::<String>::new()
        );
        assert_eq!(
            found("crates/catalog/demo/a.json", "{\"shops\": [{\"name\": \"茶\", \"name_en\": \"tea\"}]}"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_missing_language_fails() {
        let cases = [
            (SENTENCES, GOOD.replace("没有", "none"), 2),
            (SENTENCES, GOOD.replace("\"none\"", "\"没有\""), 5),
            (WORDS, "    name: \"\", \"Xiao'er\";\n".into(), 1),
            ("crates/catalog/demo/a.json", "{\"shops\": [\n{\"name\": \"茶\"}]}".into(), 2),
            ("crates/catalog/demo/b.json", "{".into(), 1),
            ("web/templates/a.html", "<p>\nHello</p>\n".into(), 2),
            ("web/static/page.js", "say(\"你好\")\n".into(), 1),
        ];
        for (path, text, line) in cases {
            let found = found(path, &text);
            assert_eq!(found.len(), 1, "{path}: {found:?}");
            assert!(found[0].starts_with(&format!("{path}:{line}: ")), "{found:?}");
        }
    }
}
