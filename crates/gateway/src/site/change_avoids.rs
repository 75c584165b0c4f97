//! `POST /avoids`: keeps one more thing that the buyer does not eat, or forgets one.

use axum::extract::State;
use axum::response::Response;
use domain::avoidance::{Avoidance, Strictness};
use domain::refusal::Refusal;
use serde::Deserialize;

use crate::Gateway;
use crate::web::body::OwnForm;
use crate::web::caller::Guest;
use crate::web::problem::Refused;

/// What the form sends.
#[derive(Debug, Deserialize)]
pub struct Change {
    r#do: String,
    what: String,
    allergy: Option<String>,
}

/// Changes the list, and shows it again.
pub async fn change_avoids(
    State(gateway): State<Gateway>,
    guest: Guest,
    OwnForm(change): OwnForm<Change>,
) -> Result<Response, Refused> {
    Ok(guest.saved(kept(&gateway, &guest, change).await, "/addresses?saved=yes"))
}

async fn kept(gateway: &Gateway, guest: &Guest, change: Change) -> Result<(), Refusal> {
    let mut avoids = gateway.desk.profile(guest.buyer).await?.avoids;
    let strictness = if change.allergy.is_some() { Strictness::Allergy } else { Strictness::Dislike };
    let new = Avoidance::new(&change.what, strictness);
    avoids.retain(|known| known.what != new.what);
    if change.r#do != "remove" {
        avoids.push(new);
    }
    gateway.desk.set_avoids(guest.buyer, avoids).await
}
