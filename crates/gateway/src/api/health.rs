//! `GET /healthz`: whether it is up, and how busy. A load balancer sends nobody to a node that has lost its database.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::Gateway;
use crate::api::describe::{object, open, operation, text, whole};

/// For OpenAPI.
pub fn about() -> Value {
    let waiting = whole("Commands that wait for the store.");
    open(operation(
        "health",
        "Whether it is up.",
        object(&[("status", text("`ok`, or `store_unavailable` with status 503.")), ("waiting", waiting)]),
    ))
}

/// Answers.
pub async fn handle(State(gateway): State<Gateway>) -> (StatusCode, Json<Value>) {
    let (code, status) = match gateway.desk.store_answers() {
        true => (StatusCode::OK, "ok"),
        false => (StatusCode::SERVICE_UNAVAILABLE, "store_unavailable"),
    };
    (code, Json(json!({ "status": status, "waiting": gateway.desk.waiting() })))
}
