//! `POST /quotes/{id}/decline`: the buyer wants none of it. The button says so for them in the conversation.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Redirect;
use domain::id::QuoteId;
use domain::refusal::Refusal;

use crate::Gateway;
use crate::page::shell::Taste;
use crate::page::words::Words;
use crate::web::body::OwnForm;
use crate::web::caller::Visitor;
use crate::web::path::Path;
use crate::web::problem::Refused;

/// The form sends nothing that is needed.
#[derive(Debug, serde::Deserialize)]
pub struct Nothing {}

/// Lets the quote go, if it still waits.
pub async fn decline_quote(
    State(gateway): State<Gateway>,
    Visitor(visitor): Visitor,
    taste: Taste,
    Path(id): Path<QuoteId>,
    OwnForm(Nothing {}): OwnForm<Nothing>,
) -> Result<Redirect, Refused> {
    let buyer = visitor.ok_or(Refusal::QuoteUnknown { quote: id })?;
    let (_, waiting) = gateway.desk.conversation(buyer).await?;
    if waiting.is_some_and(|quote| quote.id == id) {
        let answer = gateway.desk.turn(buyer, Words::of(taste.language).decline_say).await?;
        gateway.recent.note(buyer, Arc::new(answer));
    }
    Ok(Redirect::to("/#say"))
}
