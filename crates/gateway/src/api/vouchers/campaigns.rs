//! `GET /api/campaigns`: the campaigns that run now.

use axum::Json;
use axum::extract::State;
use desk::wire::rfc3339;
use domain::campaign::Campaign;
use serde_json::{Value, json};

use crate::Gateway;
use crate::api::describe::{list_of, object, open, operation, schema};

/// For OpenAPI.
pub fn about() -> Value {
    let answer = object(&[("campaigns", list_of(schema("Campaign")))]);
    open(operation("listCampaigns", "The campaigns that run now.", answer))
}

/// Lists them.
pub async fn handle(State(gateway): State<Gateway>) -> Json<Value> {
    let running = gateway.desk.running_campaigns();
    Json(json!({ "campaigns": running.iter().map(body).collect::<Vec<_>>() }))
}

fn body(campaign: &Campaign) -> Value {
    json!({
        "id": campaign.id.to_string(),
        "name": &*campaign.name.zh,
        "name_en": &*campaign.name.en,
        "ends_at": rfc3339(campaign.ends_at),
        "amount": campaign.voucher.amount.fen(),
        "threshold": campaign.voucher.threshold.fen(),
        "pay_at_least": campaign.voucher.pay_at_least.fen(),
    })
}
