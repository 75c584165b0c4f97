//! `POST /api/buyers`: opens a guest.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use desk::Opening;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::Gateway;
use crate::api::describe::{object, open, operation, taking, text};
use crate::page::shell::Taste;
use crate::web::body;
use crate::web::problem::Refused;

/// Where the example addresses shall be.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    adcode: Option<String>,
}

/// For OpenAPI.
pub fn about() -> Value {
    let answer =
        object(&[("buyer", text("The buyer's number.")), ("token", text("The bearer token. Shown this once."))]);
    let body = object(&[("adcode?", text("Administrative code of where the example addresses shall be."))]);
    let mut about = open(taking(operation("openBuyer", "Open a guest and get a token.", answer), body));
    about["requestBody"]["required"] = json!(false);
    about
}

/// Opens it. The body may be left out.
pub async fn handle(State(gateway): State<Gateway>, taste: Taste, sent: Bytes) -> Result<Json<Value>, Refused> {
    let parameters: Parameters = match sent.trim_ascii() {
        [] => Parameters::default(),
        bytes => body::json(bytes)?,
    };
    let opening = Opening { language: taste.language, adcode: parameters.adcode };
    let opened = gateway.desk.open_guest(&opening).await?;
    Ok(Json(json!({ "buyer": opened.buyer.to_string(), "token": opened.token.reveal() })))
}
