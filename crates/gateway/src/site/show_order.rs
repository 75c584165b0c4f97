//! `GET /orders/{id}`: an order and how far it is.

use axum::extract::{Path, State};
use axum::response::Html;
use domain::refusal::Refusal;

use super::html;
use crate::Gateway;
use crate::page::guide::Guide;
use crate::page::order::OrderPage;
use crate::page::shell::{Shell, Tab, Taste};
use crate::web::caller::Visitor;
use crate::web::problem::Refused;

/// Shows it to its buyer.
pub async fn show_order(
    State(gateway): State<Gateway>,
    Visitor(visitor): Visitor,
    taste: Taste,
    Path(id): Path<String>,
) -> Result<Html<String>, Refused> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let buyer = visitor.ok_or(Refusal::OrderUnknown { order: id })?;
    let order = gateway.desk.order_of(buyer, id)?;
    let shell = Shell::new(taste, Tab::Orders, format!("/orders/{id}"));
    html(&OrderPage::of(shell, &order, &Guide::new(&gateway.desk, taste.language)))
}
