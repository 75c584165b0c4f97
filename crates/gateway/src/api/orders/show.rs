//! `GET /api/orders/{id}`: an order.

use axum::Json;
use axum::extract::State;
use desk::wire::OrderBody;
use domain::id::OrderId;
use serde_json::Value;

use crate::Gateway;
use crate::api::describe::{operation, schema, with};
use crate::web::caller::Caller;
use crate::web::path::Path;
use crate::web::problem::Refused;

/// For OpenAPI.
pub fn about() -> Value {
    with(operation("showOrder", "Where an order stands.", schema("Order")), "path", "id", "The order's number.")
}

/// Shows it to its buyer.
pub async fn handle(
    State(gateway): State<Gateway>,
    Caller(buyer): Caller,
    Path(id): Path<OrderId>,
) -> Result<Json<OrderBody>, Refused> {
    Ok(Json((&gateway.desk.order_of(buyer, id).await?).into()))
}
