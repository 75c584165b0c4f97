//! `PUT /api/addresses`: all of the buyer's addresses anew.

use axum::extract::State;
use domain::buyer::Address;
use domain::catalogue::Point;
use domain::refusal::Refusal;
use serde::Deserialize;
use serde_json::Value;

use super::list;
use crate::Gateway;
use crate::api::describe::{list_of, object, operation, schema, taking};
use crate::web::body::{Json, invalid};
use crate::web::caller::Caller;
use crate::web::problem::Refused;
use crate::web::wrong::Wrong;

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
    let addresses = asked.addresses.into_iter().map(TryInto::try_into).collect::<Result<_, Refusal>>()?;
    gateway.desk.set_addresses(buyer, addresses).await?;
    list::handle(State(gateway), Caller(buyer)).await
}

impl TryFrom<AddressBody> for Address {
    type Error = Refusal;

    fn try_from(body: AddressBody) -> Result<Self, Refusal> {
        let point = point(body.longitude, body.latitude)?;
        Ok(Self {
            label: body.label.into(),
            text: body.text.into(),
            adcode: body.adcode.map(Into::into),
            point,
            example: body.example,
        })
    }
}

/// Both or neither, each somewhere on earth.
fn point(longitude: Option<f64>, latitude: Option<f64>) -> Result<Option<Point>, Refusal> {
    if longitude.is_none() && latitude.is_none() {
        return Ok(None);
    }
    let longitude_micro = longitude.and_then(|degrees| micro(degrees, 180.0));
    let latitude_micro = latitude.and_then(|degrees| micro(degrees, 90.0));
    Ok(Some(Point {
        longitude_micro: longitude_micro.ok_or_else(|| invalid("longitude", Wrong::Longitude))?,
        latitude_micro: latitude_micro.ok_or_else(|| invalid("latitude", Wrong::Latitude))?,
    }))
}

/// Degrees in millionths; nothing if there is no such place.
fn micro(degrees: f64, most: f64) -> Option<i32> {
    let known = degrees.is_finite() && degrees.abs() <= most;
    known.then(|| (degrees * 1e6).round()).and_then(|micro| format!("{micro:.0}").parse().ok())
}
