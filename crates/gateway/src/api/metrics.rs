//! `GET /metrics`: figures for Prometheus.

use axum::extract::State;
use serde_json::{Value, json};

use crate::Gateway;
use crate::api::describe::{open, operation};
use crate::metric;

/// For OpenAPI.
pub fn about() -> Value {
    let mut about = open(operation("metrics", "Figures for Prometheus.", json!({})));
    about["responses"]["200"]["content"] = json!({ "text/plain": { "schema": { "type": "string" } } });
    about
}

/// Answers.
pub async fn handle(State(gateway): State<Gateway>) -> String {
    metric::waiting(gateway.desk.waiting());
    gateway.metrics.run_upkeep();
    gateway.metrics.render()
}
