//! `GET /addresses`: where things can go.

use axum::extract::State;
use axum::response::Response;
use domain::buyer::ADDRESSES_MAX;
use serde::Deserialize;

use super::html;
use crate::Gateway;
use crate::page::addresses::{AddressForm, AddressesPage};
use crate::page::shell::{Shell, Tab, Taste};
use crate::web::body::Query;
use crate::web::caller::Guest;
use crate::web::problem::Refused;

/// Whether a change has just been saved.
#[derive(Debug, Deserialize)]
pub struct Asked {
    saved: Option<String>,
}

/// Shows them, each with its form.
pub async fn list_addresses(
    State(gateway): State<Gateway>,
    guest: Guest,
    taste: Taste,
    Query(asked): Query<Asked>,
) -> Result<Response, Refused> {
    let addresses = gateway.desk.profile(guest.buyer)?.addresses;
    let room = addresses.len() < ADDRESSES_MAX;
    let forms = addresses.iter().enumerate().map(|(place, address)| AddressForm {
        place,
        label: address.label.to_string(),
        text: address.text.to_string(),
        adcode: address.adcode.as_deref().unwrap_or_default().to_owned(),
        example: address.example,
    });
    let shell = Shell::new(taste, Tab::Addresses, "/addresses");
    let page = AddressesPage { shell, addresses: forms.collect(), room, saved: asked.saved.is_some() };
    Ok(guest.answer(html(&page)?))
}
