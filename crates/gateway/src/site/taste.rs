//! `POST /taste`: the switches for language and print; back to the page they stand on.

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::Gateway;
use crate::web::body::OwnForm;
use crate::web::problem::Refused;
use crate::web::session::keep_choice;
use crate::web::taste::{LANGUAGE_COOKIE, LARGE_COOKIE};

/// What a switch sends.
#[derive(Debug, Deserialize)]
pub struct Choice {
    language: Option<String>,
    large: Option<String>,
    #[serde(default)]
    back: String,
}

/// Keeps the choice.
pub async fn taste(State(gateway): State<Gateway>, OwnForm(choice): OwnForm<Choice>) -> Result<Response, Refused> {
    let language = choice.language.filter(|language| language == "zh" || language == "en");
    let large = choice.large.filter(|large| large == "yes" || large == "no");
    let mut response = Redirect::to(own_path(&choice.back)).into_response();
    for (name, value) in [(LANGUAGE_COOKIE, language), (LARGE_COOKIE, large)] {
        if let Some(line) = value.and_then(|value| keep_choice(name, &value, gateway.secure_cookies)) {
            response.headers_mut().append(SET_COOKIE, line);
        }
    }
    Ok(response)
}

/// Only a path of our own, so that nobody is led elsewhere by a form.
pub fn own_path(path: &str) -> &str {
    let plain = path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if path.starts_with('/') && !path.starts_with("//") && plain { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn a_switch_leads_back_to_our_own_pages_only() {
        assert_eq!(own_path("/quotes/q1?a=b"), "/quotes/q1?a=b");
        for bad in ["", "//evil", "https://evil", "/\\evil", "/a\r\nb"] {
            assert_eq!(own_path(bad), "/");
        }
    }
}
