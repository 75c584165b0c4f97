//! `POST /orders/{id}/cancel`: the buyer calls an order off.

use axum::extract::State;
use axum::response::Redirect;
use domain::id::OrderId;
use domain::refusal::Refusal;

use crate::Gateway;
use crate::site::decline_quote::Nothing;
use crate::web::body::OwnForm;
use crate::web::caller::Visitor;
use crate::web::path::Path;
use crate::web::problem::Refused;

/// Cancels it, and shows it again with its refund.
pub async fn cancel_order(
    State(gateway): State<Gateway>,
    Visitor(visitor): Visitor,
    Path(id): Path<OrderId>,
    OwnForm(Nothing {}): OwnForm<Nothing>,
) -> Result<Redirect, Refused> {
    let buyer = visitor.ok_or(Refusal::OrderUnknown { order: id })?;
    let order = gateway.desk.cancel(buyer, id).await?;
    Ok(Redirect::to(&format!("/orders/{}", order.id)))
}
