//! `GET /api/me`: what is known of the buyer.

use axum::Json;
use axum::extract::State;
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
    Ok(Json(body(&gateway.desk.profile(buyer).await?)))
}

/// A buyer on the wire.
pub fn body(buyer: &Buyer) -> Value {
    json!({
        "buyer": buyer.id.to_string(),
        "language": buyer.language.tag(),
        "birth_year": buyer.birth_year,
        "avoids": buyer.avoids.iter().map(avoidance).collect::<Vec<_>>(),
        "addresses": buyer.addresses.iter().map(address).collect::<Vec<_>>(),
    })
}

fn avoidance(avoids: &Avoidance) -> Value {
    json!({ "what": avoids.what, "strictness": avoids.strictness.word() })
}
