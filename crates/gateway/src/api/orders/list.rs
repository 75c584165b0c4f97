//! `GET /api/orders`: the buyer's orders, newest first.

use axum::Json;
use axum::extract::State;
use desk::wire::OrderBody;
use domain::id::OrderId;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::Gateway;
use crate::api::describe::{list_of, object, operation, or_null, schema, text, with, with_number};
use crate::web::body::{Query, invalid, number};
use crate::web::caller::Caller;
use crate::web::problem::Refused;
use crate::web::wrong::Wrong;

/// Orders on a page if nothing is said; there are never more than 50.
const PAGE: usize = 20;

/// Where the page begins and how long it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    from: Option<String>,
    limit: Option<String>,
}

/// For OpenAPI.
pub fn about() -> Value {
    let next = or_null(text("Where to go on: the next page's `from`."));
    let answer = object(&[("orders", list_of(schema("Order"))), ("next", next)]);
    let about = operation("listOrders", "The buyer's orders, newest first.", answer);
    let about = with(about, "query", "from", "The order to begin with.");
    with_number(
        about,
        "limit",
        "Orders on the page, 20 if left out; more than 50 are taken for 50.",
        i64::MAX.unsigned_abs(),
    )
}

/// Lists them.
pub async fn handle(
    State(gateway): State<Gateway>,
    Caller(buyer): Caller,
    Query(asked): Query<Parameters>,
) -> Result<Json<Value>, Refused> {
    let from = asked.from.map(|from| from.parse::<OrderId>()).transpose();
    let from = from.map_err(|_| invalid("from", Wrong::OrderNumber))?;
    let limit = asked.limit.map(|limit| number("limit", &limit)).transpose()?;
    let limit = limit.map_or(PAGE, |limit| usize::try_from(limit).unwrap_or(usize::MAX));
    let (orders, next) = gateway.desk.orders_of(buyer, from, limit).await?;
    let orders: Vec<OrderBody> = orders.iter().map(Into::into).collect();
    Ok(Json(json!({ "orders": orders, "next": next.map(|next| next.to_string()) })))
}
