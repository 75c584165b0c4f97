//! What each code means: the pages of `docs/errors`, embedded.

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../docs/errors"]
struct Pages;

/// The Markdown page of `code`.
pub fn page(code: &str) -> Option<String> {
    let file = Pages::get(&format!("{code}.md"))?;
    String::from_utf8(file.data.into_owned()).ok()
}

/// Every code there is a page of, in order, with what its heading says of it.
pub fn codes() -> Vec<(String, String)> {
    let mut codes: Vec<_> = Pages::iter().filter_map(|name| name.strip_suffix(".md").map(str::to_owned)).collect();
    codes.sort_unstable();
    codes.into_iter().map(|code| (heading(&code), code)).map(|(heading, code)| (code, heading)).collect()
}

/// What the first line says behind the code.
fn heading(code: &str) -> String {
    let text = page(code).unwrap_or_default();
    let line = text.lines().next().unwrap_or_default().trim_start_matches(['#', ' ']);
    let sentence = line.strip_prefix(code).map_or(line, |rest| rest.trim_start_matches([':', ' ']));
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
