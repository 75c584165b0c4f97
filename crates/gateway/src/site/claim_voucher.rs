//! `POST /vouchers/claim`: the buyer takes what a campaign gives.

use axum::extract::State;
use axum::response::{Redirect, Response};
use domain::id::CampaignId;
use serde::Deserialize;

use crate::Gateway;
use crate::web::body::OwnForm;
use crate::web::caller::Guest;
use crate::web::problem::Refused;

/// What the form sends.
#[derive(Debug, Deserialize)]
pub struct Claim {
    campaign: String,
}

/// Claims it, and shows it in the wallet.
pub async fn claim_voucher(
    State(gateway): State<Gateway>,
    guest: Guest,
    OwnForm(claim): OwnForm<Claim>,
) -> Result<Response, Refused> {
    let claimed = gateway.desk.claim(guest.buyer, &CampaignId::from(claim.campaign.as_str())).await;
    Ok(match claimed {
        Ok(_) => guest.answer(Redirect::to("/wallet?claimed=yes")),
        Err(refusal) => guest.answer(Refused(refusal)),
    })
}
