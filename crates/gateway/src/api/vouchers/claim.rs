//! `POST /api/vouchers`: takes what a campaign gives.

use axum::extract::State;
use domain::id::CampaignId;
use serde::Deserialize;
use serde_json::Value;

use super::list::body;
use crate::Gateway;
use crate::api::describe::{object, operation, schema, taking, text};
use crate::web::body::Json;
use crate::web::caller::Caller;
use crate::web::problem::Refused;

/// Of which campaign.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    campaign: String,
}

/// For OpenAPI.
pub fn about() -> Value {
    let asked = object(&[("campaign", text("The campaign's id, from `/api/campaigns`."))]);
    taking(operation("claimVoucher", "Claim a campaign's voucher; once per person.", schema("Voucher")), asked)
}

/// Claims it.
pub async fn handle(
    State(gateway): State<Gateway>,
    Caller(buyer): Caller,
    Json(asked): Json<Parameters>,
) -> Result<axum::Json<Value>, Refused> {
    let voucher = gateway.desk.claim(buyer, &CampaignId::from(asked.campaign.as_str())).await?;
    Ok(axum::Json(body(&voucher, gateway.desk.now())))
}
