//! `GET /api/addresses`: where things can go, the usual place first.

use axum::Json;
use axum::extract::State;
use domain::buyer::Address;
use serde_json::{Value, json};

use crate::Gateway;
use crate::api::describe::{list_of, object, operation, schema};
use crate::web::caller::Caller;
use crate::web::problem::Refused;

/// For OpenAPI.
pub fn about() -> Value {
    let answer = object(&[("addresses", list_of(schema("Address")))]);
    operation("listAddresses", "The buyer's addresses, the usual one first.", answer)
}

/// Lists them.
pub async fn handle(State(gateway): State<Gateway>, Caller(buyer): Caller) -> Result<Json<Value>, Refused> {
    let addresses = gateway.desk.profile(buyer).await?.addresses;
    Ok(Json(json!({ "addresses": addresses.iter().map(body).collect::<Vec<_>>() })))
}

/// An address on the wire.
pub fn body(address: &Address) -> Value {
    json!({
        "label": &*address.label,
        "text": &*address.text,
        "adcode": address.adcode.as_deref(),
        "longitude": address.point.map(|point| f64::from(point.longitude_micro) / 1e6),
        "latitude": address.point.map(|point| f64::from(point.latitude_micro) / 1e6),
        "example": address.example,
    })
}
