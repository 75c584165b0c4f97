//! `POST /usual`: forgets what the buyer usually has and how they like it.

use axum::extract::State;
use axum::response::{Redirect, Response};
use serde::Deserialize;

use crate::Gateway;
use crate::web::body::OwnForm;
use crate::web::caller::Guest;
use crate::web::problem::Refused;

/// What the form sends: nothing but that it is ours.
#[derive(Debug, Deserialize)]
pub struct Forget {}

/// Forgets it, and shows that nothing is left.
pub async fn forget_usual(
    State(gateway): State<Gateway>,
    guest: Guest,
    OwnForm(Forget {}): OwnForm<Forget>,
) -> Response {
    match gateway.desk.forget_usual(guest.buyer).await {
        Ok(()) => guest.answer(Redirect::to("/addresses?saved=yes")),
        Err(refusal) => guest.answer(Refused(refusal)),
    }
}
