//! `GET /api/quotes/{id}`: a quote again.

use axum::Json;
use axum::extract::State;
use desk::wire::QuoteBody;
use domain::id::QuoteId;
use serde_json::Value;

use crate::Gateway;
use crate::api::describe::{operation, schema, with};
use crate::web::caller::Caller;
use crate::web::path::Path;
use crate::web::problem::Refused;

/// For OpenAPI.
pub fn about() -> Value {
    with(operation("showQuote", "Show a quote again.", schema("Quote")), "path", "id", "The quote's number.")
}

/// Shows it to its buyer.
pub async fn handle(
    State(gateway): State<Gateway>,
    Caller(buyer): Caller,
    Path(id): Path<QuoteId>,
) -> Result<Json<QuoteBody>, Refused> {
    Ok(Json(gateway.desk.quote_of(buyer, id).await?.as_ref().into()))
}
