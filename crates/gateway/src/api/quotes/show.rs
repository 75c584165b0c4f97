//! `GET /api/quotes/{id}`: a quote again.

use axum::Json;
use axum::extract::{Path, State};
use desk::wire::QuoteBody;
use domain::refusal::Refusal;
use serde_json::Value;

use crate::Gateway;
use crate::api::describe::{operation, schema, with};
use crate::web::caller::Caller;
use crate::web::problem::Refused;

/// For OpenAPI.
pub fn about() -> Value {
    with(operation("showQuote", "Show a quote again.", schema("Quote")), "path", "id", "The quote's number.")
}

/// Shows it to its buyer.
pub async fn handle(
    State(gateway): State<Gateway>,
    Caller(buyer): Caller,
    Path(id): Path<String>,
) -> Result<Json<QuoteBody>, Refused> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    Ok(Json(gateway.desk.quote_of(buyer, id)?.as_ref().into()))
}
