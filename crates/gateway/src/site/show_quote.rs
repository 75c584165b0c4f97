//! `GET /quotes/{id}`: the quote on its own screen.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::QuoteId;
use domain::refusal::Refusal;

use super::html;
use crate::Gateway;
use crate::page::guide::Guide;
use crate::page::quote::QuotePage;
use crate::page::shell::{Shell, Tab, Taste};
use crate::web::caller::Visitor;
use crate::web::path::Path;
use crate::web::problem::Refused;

/// Shows it, or leads to the order if it has become one.
pub async fn show_quote(
    State(gateway): State<Gateway>,
    Visitor(visitor): Visitor,
    taste: Taste,
    Path(id): Path<QuoteId>,
) -> Result<Response, Refused> {
    let buyer = visitor.ok_or(Refusal::QuoteUnknown { quote: id })?;
    match gateway.desk.order_of(buyer, id.order()).await {
        Ok(order) => return Ok(Redirect::to(&format!("/orders/{}", order.id)).into_response()),
        Err(Refusal::OrderUnknown { .. }) => {}
        Err(refusal) => return Err(Refused(refusal)),
    }
    let quote = gateway.desk.quote_of(buyer, id).await?;
    let latest = gateway.recent.of(buyer).filter(|answer| answer.quote.as_ref().is_some_and(|q| q.id == id));
    let unread = latest.map(|answer| answer.unread.clone()).unwrap_or_default();
    let balance = gateway.desk.balance(buyer).await?;
    let shell = Shell::new(taste, Tab::Talk, format!("/quotes/{id}")).focused();
    let page = QuotePage::of(shell, &quote, unread, balance, &Guide::new(&gateway.desk, taste.language));
    Ok(html(&page)?.into_response())
}
