//! `POST /taste`: the switches for language and print; back to the page they stand on.

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::Gateway;
use crate::web::body::OwnForm;
use crate::web::origin::own_path;
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
