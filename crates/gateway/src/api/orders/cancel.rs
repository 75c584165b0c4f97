//! `POST /api/orders/{id}/cancel`: calls an order off.

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
    let about = operation("cancelOrder", "Cancel an order; money and voucher go back.", schema("Order"));
    with(about, "path", "id", "The order's number.")
}

/// Cancels it. Asking again changes nothing and answers the same.
pub async fn handle(
    State(gateway): State<Gateway>,
    Caller(buyer): Caller,
    Path(id): Path<OrderId>,
) -> Result<Json<OrderBody>, Refused> {
    Ok(Json((&gateway.desk.cancel(buyer, id).await?).into()))
}
