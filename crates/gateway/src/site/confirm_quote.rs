//! `POST /quotes/{id}/confirm`: the buyer agrees to what the quote's page has shown.

use axum::extract::State;
use axum::response::Redirect;
use domain::id::QuoteId;
use domain::quote::QuoteHash;
use domain::refusal::Refusal;
use serde::Deserialize;

use crate::Gateway;
use crate::web::body::{OwnForm, invalid};
use crate::web::caller::Visitor;
use crate::web::path::Path;
use crate::web::problem::Refused;
use crate::web::wrong::Wrong;

/// What the form sends: the hash of what was shown.
#[derive(Debug, Deserialize)]
pub struct Agreed {
    hash: String,
}

/// Places and pays the order. Sent twice, it leads to the same order.
pub async fn confirm_quote(
    State(gateway): State<Gateway>,
    Visitor(visitor): Visitor,
    Path(id): Path<QuoteId>,
    OwnForm(agreed): OwnForm<Agreed>,
) -> Result<Redirect, Refused> {
    let buyer = visitor.ok_or(Refusal::QuoteUnknown { quote: id })?;
    let hash = QuoteHash::parse(&agreed.hash).ok_or_else(|| invalid("hash", Wrong::Hash))?;
    match gateway.desk.confirm(buyer, id, hash, None).await {
        Ok(order) => Ok(Redirect::to(&format!("/orders/{}", order.id))),
        // The order is there and its page follows the payment.
        Err(Refusal::PaymentPending { order }) => Ok(Redirect::to(&format!("/orders/{order}"))),
        Err(refusal) => Err(Refused(refusal)),
    }
}
