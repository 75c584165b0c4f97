//! `GET /orders/{id}`: an order and how far it is.

use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::REFRESH;
use axum::response::{IntoResponse, Response};
use domain::id::OrderId;
use domain::order::OrderState;
use domain::refusal::Refusal;

use super::html;
use crate::Gateway;
use crate::page::guide::Guide;
use crate::page::order::OrderPage;
use crate::page::shell::{Shell, Tab, Taste};
use crate::web::caller::Visitor;
use crate::web::path::Path;
use crate::web::problem::Refused;

/// Shows it to its buyer.
pub async fn show_order(
    State(gateway): State<Gateway>,
    Visitor(visitor): Visitor,
    taste: Taste,
    Path(id): Path<OrderId>,
) -> Result<Response, Refused> {
    let buyer = visitor.ok_or(Refusal::OrderUnknown { order: id })?;
    let order = gateway.desk.order_of(buyer, id).await?;
    let shell = Shell::new(taste, Tab::Orders, format!("/orders/{id}"));
    let page = html(&OrderPage::of(shell, &order, &Guide::new(&gateway.desk, taste.language)))?;
    let mut response = page.into_response();
    // Whether it is paid is what everybody waits for, with a script or without.
    if order.state == OrderState::PendingPayment {
        response.headers_mut().insert(REFRESH, HeaderValue::from_static("3"));
    }
    Ok(response)
}
