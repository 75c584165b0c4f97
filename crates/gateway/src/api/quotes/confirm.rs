//! `POST /api/quotes/{id}/confirm`: the buyer agrees to a quote by its hash; it becomes a paid order.

use axum::extract::State;
use desk::wire::OrderBody;
use domain::id::QuoteId;
use domain::quote::QuoteHash;
use serde::Deserialize;
use serde_json::Value;

use crate::Gateway;
use crate::api::describe::{also, object, operation, schema, taking, text, with};
use crate::api::key::{HEADER, Key};
use crate::web::body::{Json, invalid};
use crate::web::caller::Caller;
use crate::web::path::Path;
use crate::web::problem::Refused;
use crate::web::wrong::Wrong;

/// What is agreed to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    hash: String,
}

/// For OpenAPI.
pub fn about() -> Value {
    let body = object(&[("hash", text("The quote's hash, as it was shown to the buyer."))]);
    let about = operation("confirmQuote", "Agree to a quote: order and pay.", schema("Order"));
    let about = with(taking(about, body), "path", "id", "The quote's number.");
    let about = with(about, "header", HEADER, "Your name for this request. Asking again with it is asking once.");
    let about = also(
        about,
        "402",
        "`payment_declined`: the order is there, in state `payment_failed`, and nothing was taken. \
         `balance_too_low`: nothing was done.",
    );
    also(
        about,
        "409",
        "`payment_pending`: the order is there, in state `pending_payment`, and is settled once; look at it again. \
         Any other code: nothing was done.",
    )
}

/// Places and pays the order.
pub async fn handle(
    State(gateway): State<Gateway>,
    Caller(buyer): Caller,
    Path(id): Path<QuoteId>,
    Key(key): Key,
    Json(agreed): Json<Parameters>,
) -> Result<axum::Json<OrderBody>, Refused> {
    let hash = QuoteHash::parse(&agreed.hash).ok_or_else(|| invalid("hash", Wrong::Hash))?;
    let order = gateway.desk.confirm(buyer, id, hash, key.as_deref()).await?;
    Ok(axum::Json((&order).into()))
}
