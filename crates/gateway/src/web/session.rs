//! Who asks: a bearer token in a header for programs, the same token in a cookie for the pages.

use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, HeaderValue};

use super::taste::cookie;

/// The cookie that holds the token.
pub const COOKIE: &str = "xiaoer";
/// How long a browser keeps it: a year.
const COOKIE_SECONDS: u32 = 31_536_000;

/// The token of a program.
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// The token of a page's visitor.
pub fn visitor(headers: &HeaderMap) -> Option<&str> {
    cookie(headers, COOKIE).filter(|token| !token.is_empty())
}

/// Keeps `token` in the visitor's browser, out of reach of scripts and of other sites' forms.
pub fn keep(token: &str, secure: bool) -> Option<HeaderValue> {
    set(COOKIE, token, secure)
}

/// Keeps a choice about how to see the pages.
pub fn keep_choice(name: &str, value: &str, secure: bool) -> Option<HeaderValue> {
    set(name, value, secure)
}

fn set(name: &str, value: &str, secure: bool) -> Option<HeaderValue> {
    let secure = if secure { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path=/; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Lax{secure}");
    line.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bearer_token_is_found_whatever_the_case() {
        let mut headers = HeaderMap::new();
        headers.insert(AUTHORIZATION, "bearer b1.abc".parse().unwrap());
        assert_eq!(bearer(&headers), Some("b1.abc"));
        headers.insert(AUTHORIZATION, "Basic b1.abc".parse().unwrap());
        assert_eq!(bearer(&headers), None);
    }

    #[test]
    fn scripts_and_other_sites_do_not_get_the_token() {
        let line = keep("b1.abc", true).unwrap();
        assert_eq!(line, "xiaoer=b1.abc; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure");
        assert!(keep("b1\r\nx", true).is_none());
    }
}
