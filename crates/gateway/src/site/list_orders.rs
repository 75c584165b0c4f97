//! `GET /orders`: the buyer's orders, newest first.

use axum::extract::State;
use axum::response::Html;
use domain::id::OrderId;
use serde::Deserialize;

use super::html;
use crate::Gateway;
use crate::page::conversation::OrderCard;
use crate::page::guide::Guide;
use crate::page::order::OrdersPage;
use crate::page::shell::{Shell, Tab, Taste};
use crate::web::body::{Query, invalid};
use crate::web::caller::Visitor;
use crate::web::problem::Refused;
use crate::web::wrong::Wrong;

/// Orders on a page: a few screens of a phone.
const PAGE: usize = 20;

/// Where the page begins.
#[derive(Debug, Deserialize)]
pub struct From {
    from: Option<String>,
}

/// Shows a page of them; none to a newcomer.
pub async fn list_orders(
    State(gateway): State<Gateway>,
    Visitor(visitor): Visitor,
    taste: Taste,
    Query(From { from }): Query<From>,
) -> Result<Html<String>, Refused> {
    let from = from.map(|from| from.parse::<OrderId>()).transpose();
    let from = from.map_err(|_| invalid("from", Wrong::OrderNumber))?;
    let shell = Shell::new(taste, Tab::Orders, "/orders");
    let (orders, next) = match visitor {
        Some(buyer) => gateway.desk.orders_of(buyer, from, PAGE).await?,
        None => (Vec::new(), None),
    };
    let guide = Guide::new(&gateway.desk, taste.language);
    let orders = orders.iter().map(|order| OrderCard::of(order, shell.words, &guide)).collect();
    let older = next.map(|next| format!("/orders?from={next}"));
    html(&OrdersPage { shell, orders, older })
}
