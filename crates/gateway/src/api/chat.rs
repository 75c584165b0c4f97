//! `POST /api/chat`: a sentence; the answer is the object of `chat --json`.

use axum::extract::State;
use desk::wire::AnswerBody;
use serde::Deserialize;
use serde_json::Value;

use crate::Gateway;
use crate::api::describe::{object, operation, schema, taking, text};
use crate::web::body::Json;
use crate::web::caller::Caller;
use crate::web::problem::Refused;

/// The sentence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    text: String,
}

/// For OpenAPI.
pub fn about() -> Value {
    let body = object(&[("text", text("A sentence in Chinese or English, 2,000 characters at most."))]);
    taking(operation("chat", "Say a sentence.", schema("Answer")), body)
}

/// Takes the turn.
pub async fn handle(
    State(gateway): State<Gateway>,
    Caller(buyer): Caller,
    Json(said): Json<Parameters>,
) -> Result<axum::Json<AnswerBody>, Refused> {
    let answer = gateway.desk.turn(buyer, &said.text).await?;
    Ok(axum::Json((&answer).into()))
}
