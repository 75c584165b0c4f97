//! `GET /api/me`: what is known of the buyer.

use axum::Json;
use axum::extract::State;
use desk::wire::OrderBody;
use desk::{Habits, Taste};
use domain::avoidance::Avoidance;
use domain::buyer::Buyer;
use serde_json::{Value, json};

use crate::Gateway;
use crate::api::addresses::list::body as address;
use crate::api::describe::{operation, schema};
use crate::web::caller::Caller;
use crate::web::problem::Refused;

/// For OpenAPI.
pub fn about() -> Value {
    operation("showBuyer", "What is known of the buyer.", schema("Buyer"))
}

/// Shows it.
pub async fn handle(State(gateway): State<Gateway>, Caller(buyer): Caller) -> Result<Json<Value>, Refused> {
    let (known, habits) = (gateway.desk.profile(buyer).await?, gateway.desk.habits(buyer).await?);
    Ok(Json(body(&known, &habits)))
}

/// A buyer on the wire.
pub fn body(buyer: &Buyer, habits: &Habits) -> Value {
    json!({
        "buyer": buyer.id.to_string(),
        "language": buyer.language.tag(),
        "birth_year": buyer.birth_year,
        "avoids": buyer.avoids.iter().map(avoidance).collect::<Vec<_>>(),
        "addresses": buyer.addresses.iter().map(address).collect::<Vec<_>>(),
        "usual": habits.usual.iter().map(|order| OrderBody::from(&**order)).collect::<Vec<_>>(),
        "tastes": habits.tastes.iter().map(taste).collect::<Vec<_>>(),
    })
}

fn taste(taste: &Taste) -> Value {
    json!({ "value": taste.value.zh, "value_en": taste.value.en, "orders": taste.orders })
}

fn avoidance(avoids: &Avoidance) -> Value {
    json!({ "what": avoids.what, "strictness": avoids.strictness.word() })
}
