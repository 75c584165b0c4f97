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

/// Every code there is a page of, in order, with the page's heading.
pub fn codes() -> Vec<(String, String)> {
    let mut codes: Vec<_> = Pages::iter().filter_map(|name| name.strip_suffix(".md").map(str::to_owned)).collect();
    codes.sort_unstable();
    let heading =
        |code: &str| page(code).and_then(|text| Some(text.lines().next()?.trim_start_matches('#').trim().to_owned()));
    codes
        .into_iter()
        .map(|code| (heading(&code).unwrap_or_default(), code))
        .map(|(heading, code)| (code, heading))
        .collect()
}
