//! `GET /addresses`: where things can go, what the buyer does not eat, and what they usually have.

use axum::extract::State;
use axum::response::Html;
use desk::Habits;
use domain::buyer::ADDRESSES_MAX;
use serde::Deserialize;

use super::html;
use crate::Gateway;
use crate::page::addresses::{AddressForm, AddressesPage, AvoidsForm, Town};
use crate::page::shell::{Shell, Tab, Taste};
use crate::web::body::Query;
use crate::web::caller::Visitor;
use crate::web::problem::Refused;

/// Towns to choose from at most; those with most shops come first.
const TOWNS_MAX: usize = 200;

/// Whether a change has just been saved.
#[derive(Debug, Deserialize)]
pub struct Asked {
    saved: Option<String>,
}

/// Shows them, each with its form; to a newcomer, how to come to some.
pub async fn list_addresses(
    State(gateway): State<Gateway>,
    Visitor(visitor): Visitor,
    taste: Taste,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Refused> {
    let (addresses, avoids) = match visitor {
        Some(buyer) => gateway.desk.profile(buyer).await.map(|buyer| (buyer.addresses, buyer.avoids))?,
        None => Default::default(),
    };
    let habits = match visitor {
        Some(buyer) => gateway.desk.habits(buyer).await?,
        None => Habits::default(),
    };
    let towns: Vec<Town> = gateway.desk.places().into_iter().take(TOWNS_MAX).map(Town::of).collect();
    // Who has only addresses of their own is where those are.
    let movable = addresses.is_empty() || addresses.iter().any(|address| address.example);
    let language = taste.language;
    html(&AddressesPage {
        avoids: avoids.iter().map(|avoids| AvoidsForm::of(avoids, language)).collect(),
        usual: habits.usual.iter().map(|order| desk::usual_order(&order.quote.terms, language)).collect(),
        tastes: habits.tastes.iter().map(|taste| taste.value.get(language).to_owned()).collect(),
        shell: Shell::new(taste, Tab::Addresses, "/addresses"),
        newcomer: visitor.is_none(),
        room: addresses.len() < ADDRESSES_MAX,
        saved: asked.saved.is_some(),
        addresses: addresses.iter().enumerate().map(|(place, address)| AddressForm::of(place, address)).collect(),
        movable: movable && !towns.is_empty(),
        towns,
    })
}
