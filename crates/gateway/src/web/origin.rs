//! A form is taken only from our own pages: the browser says where it comes from, and a page elsewhere cannot lie about
//! it. Together with `SameSite=Lax` this keeps other sites from spending for a visitor.

use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN, REFERER};

/// Whether the request comes from one of our own pages.
pub fn is_own(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok()) {
        return site == "same-origin" || site == "none";
    }
    let Some(host) = text(HOST) else { return false };
    match text(ORIGIN).or_else(|| text(REFERER)) {
        Some(from) => authority(from) == Some(host),
        None => false,
    }
}

/// `host:port` of a web address.
fn authority(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    rest.split('/').next()
}

/// Only a path of our own, so that nobody is led elsewhere by a form.
pub fn own_path(path: &str) -> &str {
    let plain = path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if path.starts_with('/') && !path.starts_with("//") && plain { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(pairs: &[(&'static str, &str)]) -> bool {
        let pairs = pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
        is_own(&pairs.collect())
    }

    #[test]
    fn only_our_own_pages_may_send_forms() {
        assert!(own(&[("sec-fetch-site", "same-origin")]));
        assert!(!own(&[("sec-fetch-site", "cross-site"), ("host", "a"), ("origin", "http://a")]));
        assert!(!own(&[("sec-fetch-site", "same-site")]));
        assert!(own(&[("host", "shop:80"), ("origin", "http://shop:80")]));
        assert!(own(&[("host", "shop"), ("referer", "https://shop/quotes/q1")]));
        assert!(!own(&[("host", "shop"), ("origin", "null")]));
        assert!(!own(&[("host", "shop"), ("origin", "https://shop.evil")]));
        assert!(!own(&[("host", "shop")]));
    }

    #[test]
    fn a_switch_leads_back_to_our_own_pages_only() {
        assert_eq!(own_path("/quotes/q1?a=b"), "/quotes/q1?a=b");
        for bad in ["", "//evil", "https://evil", "/\\evil", "/a\r\nb"] {
            assert_eq!(own_path(bad), "/");
        }
    }
}
