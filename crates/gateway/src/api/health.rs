//! `GET /healthz`: whether it is up, and how busy.

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::Gateway;
use crate::api::describe::{object, open, operation, text, whole};

/// For OpenAPI.
pub fn about() -> Value {
    let waiting = whole("Commands that wait for the store.");
    open(operation("health", "Whether it is up.", object(&[("status", text("`ok`.")), ("waiting", waiting)])))
}

/// Answers.
pub async fn handle(State(gateway): State<Gateway>) -> Json<Value> {
    Json(json!({ "status": "ok", "waiting": gateway.desk.waiting() }))
}
