//! `PUT /api/addresses`: all of the buyer's addresses anew.

use axum::extract::State;
use domain::buyer::Address;
use domain::catalogue::Point;
use serde::Deserialize;
use serde_json::Value;

use super::list;
use crate::Gateway;
use crate::api::describe::{list_of, object, operation, schema, taking};
use crate::web::body::Json;
use crate::web::caller::Caller;
use crate::web::problem::Refused;

/// The addresses, the usual one first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    addresses: Vec<AddressBody>,
}

/// An address as it is sent to us.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddressBody {
    #[serde(default)]
    label: String,
    text: String,
    adcode: Option<String>,
    longitude: Option<f64>,
    latitude: Option<f64>,
    /// Taken so that a list can be sent back as it came.
    #[serde(default)]
    example: bool,
}

/// For OpenAPI.
pub fn about() -> Value {
    let addresses = object(&[("addresses", list_of(schema("Address")))]);
    taking(operation("replaceAddresses", "Set all of the buyer's addresses.", addresses.clone()), addresses)
}

/// Keeps them, and lists what is kept.
pub async fn handle(
    State(gateway): State<Gateway>,
    Caller(buyer): Caller,
    Json(asked): Json<Parameters>,
) -> Result<axum::Json<Value>, Refused> {
    let addresses = asked.addresses.into_iter().map(Into::into).collect();
    gateway.desk.set_addresses(buyer, addresses).await?;
    list::handle(State(gateway), Caller(buyer)).await
}

impl From<AddressBody> for Address {
    fn from(body: AddressBody) -> Self {
        let point = body.longitude.zip(body.latitude).and_then(|(longitude, latitude)| {
            Some(Point { longitude_micro: micro(longitude, 180.0)?, latitude_micro: micro(latitude, 90.0)? })
        });
        Self {
            label: body.label.into(),
            text: body.text.into(),
            adcode: body.adcode.map(Into::into),
            point,
            example: body.example,
        }
    }
}

/// Degrees in millionths; nothing if there is no such place.
fn micro(degrees: f64, most: f64) -> Option<i32> {
    let known = degrees.is_finite() && degrees.abs() <= most;
    known.then(|| (degrees * 1e6).round()).and_then(|micro| format!("{micro:.0}").parse().ok())
}
