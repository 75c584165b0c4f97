//! How a person wants to be answered: by the switch on the page, else by the browser's language.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use domain::language::Language;

use crate::page::shell::Taste;

/// The cookie that keeps the language.
pub const LANGUAGE_COOKIE: &str = "language";
/// The cookie that keeps the larger print.
pub const LARGE_COOKIE: &str = "large";

impl<S: Sync> FromRequestParts<S> for Taste {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(of(&parts.headers))
    }
}

/// What the headers say.
pub fn of(headers: &HeaderMap) -> Taste {
    let language = match cookie(headers, LANGUAGE_COOKIE) {
        Some("zh") => Language::Zh,
        Some("en") => Language::En,
        _ => accepted(headers.get(ACCEPT_LANGUAGE)),
    };
    Taste { language, large: cookie(headers, LARGE_COOKIE) == Some("yes") }
}

/// The value of the cookie `name`.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// The best of our two languages by quality; Chinese where neither is named, for this is a Chinese shop.
fn accepted(header: Option<&HeaderValue>) -> Language {
    let Some(header) = header.and_then(|value| value.to_str().ok()) else { return Language::default() };
    let mut best = (0, Language::default());
    for range in header.split(',').take(16) {
        let (tag, quality) = range.split_once(';').unwrap_or((range, ""));
        let language = match tag.trim().get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("zh") => Language::Zh,
            Some("en") => Language::En,
            _ => continue,
        };
        let quality = thousandths(quality);
        if quality > best.0 {
            best = (quality, language);
        }
    }
    best.1
}

/// `q=0.8` in thousandths; 1,000 where nothing is said.
fn thousandths(parameter: &str) -> u32 {
    let Some(value) = parameter.trim().strip_prefix("q=") else { return 1000 };
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let fraction: u32 = format!("{fraction:0<3}").get(..3).and_then(|digits| digits.parse().ok()).unwrap_or(0);
    if whole.trim() == "1" { 1000 } else { fraction }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(accept: &str, cookies: &str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, accept.parse().unwrap());
        headers.insert(COOKIE, cookies.parse().unwrap());
        of(&headers).language
    }

    #[test]
    fn the_browser_decides_until_the_switch_does() {
        assert_eq!(language("en-GB,en;q=0.9,zh;q=0.8", ""), Language::En);
        assert_eq!(language("en;q=0.3, zh-CN;q=0.8", ""), Language::Zh);
        assert_eq!(language("fr,de;q=0.9", ""), Language::Zh);
        assert_eq!(language("zh-CN", "a=b; language=en"), Language::En);
        assert_eq!(language("en", "language=xx"), Language::En);
    }
}
