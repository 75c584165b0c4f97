//! `GET /quotes/{id}`: the quote on its own screen.

use axum::extract::{Path, State};
use axum::response::Html;
use domain::refusal::Refusal;

use super::html;
use crate::Gateway;
use crate::page::guide::Guide;
use crate::page::quote::QuotePage;
use crate::page::shell::{Shell, Tab, Taste};
use crate::web::caller::Visitor;
use crate::web::problem::Refused;

/// Shows it, or leads to the order if it has become one.
pub async fn show_quote(
    State(gateway): State<Gateway>,
    Visitor(visitor): Visitor,
    taste: Taste,
    Path(id): Path<String>,
) -> Result<Html<String>, Refused> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let buyer = visitor.ok_or(Refusal::QuoteUnknown { quote: id })?;
    let quote = gateway.desk.quote_of(buyer, id)?;
    let latest = gateway.recent.of(buyer).filter(|answer| answer.quote.as_ref().is_some_and(|q| q.id == id));
    let unread = latest.map(|answer| answer.unread.clone()).unwrap_or_default();
    let balance = gateway.desk.balance(buyer)?;
    let shell = Shell::new(taste, Tab::Talk, format!("/quotes/{id}")).focused();
    html(&QuotePage::of(shell, &quote, unread, balance, &Guide::new(&gateway.desk, taste.language)))
}
