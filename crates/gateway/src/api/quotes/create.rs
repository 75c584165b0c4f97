//! `POST /api/quotes`: prices a cart.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use desk::QuoteWish;
use desk::wire::QuoteBody;
use domain::buyer::Address;
use domain::cart::{Cart, CartLine, Choice};
use domain::id::{BuyerId, ItemKey};
use domain::refusal::Refusal;
use domain::time::Time;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::Gateway;
use crate::api::addresses::replace::AddressBody;
use crate::api::describe::{list_of, object, operation, schema, taking, text, whole};
use crate::web::body::{Json, invalid};
use crate::web::caller::Caller;
use crate::web::problem::Refused;
use crate::web::wrong::Wrong;

/// Characters of a card's token at most: providers' tokens have about thirty.
const CARD_CHARS_MAX: usize = 64;

/// A cart.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    lines: Vec<Line>,
    /// One of the buyer's addresses by its label; the usual one if neither this nor `address` is given.
    label: Option<String>,
    address: Option<AddressBody>,
    deliver_at: Option<String>,
    card: Option<Arc<str>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    shop_id: String,
    item_id: String,
    #[serde(default = "one")]
    quantity: u32,
    #[serde(default)]
    options: BTreeMap<Arc<str>, Values>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Values {
    One(Arc<str>),
    Many(Vec<Arc<str>>),
}

fn one() -> u32 {
    1
}

/// For OpenAPI.
pub fn about() -> Value {
    let values = json!({ "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] });
    let options = json!({ "type": "object", "additionalProperties": values, "description": "Chinese names, as in the catalogue." });
    let line = object(&[
        ("shop_id", text("The shop.")),
        ("item_id", text("The item in it.")),
        ("quantity?", whole("1 to 999; one if left out.")),
        ("options?", options),
    ]);
    let body = object(&[
        ("lines", list_of(line)),
        ("label?", text("One of the buyer's addresses by its label.")),
        ("address?", schema("Address")),
        ("deliver_at?", text("When it should be there, RFC 3339; as soon as can be if left out.")),
        ("card?", text("A card to pay with, by the provider's token, instead of the wallet.")),
    ]);
    taking(operation("createQuote", "Price a cart.", schema("Quote")), body)
}

/// Prices it.
pub async fn handle(
    State(gateway): State<Gateway>,
    Caller(buyer): Caller,
    Json(asked): Json<Parameters>,
) -> Result<axum::Json<QuoteBody>, Refused> {
    let wish = QuoteWish { card: asked.card.clone().map(card).transpose()? };
    let cart = cart(&gateway, buyer, asked).await?;
    let quote = gateway.desk.quote(buyer, &cart, &wish).await?;
    Ok(axum::Json(quote.as_ref().into()))
}

async fn cart(gateway: &Gateway, buyer: BuyerId, asked: Parameters) -> Result<Cart, Refusal> {
    let address = match (asked.address, asked.label) {
        (Some(address), _) => Some(address.try_into()?),
        (None, Some(label)) => Some(labelled(gateway, buyer, &label).await?),
        (None, None) => None,
    };
    let deliver_at = asked.deliver_at.as_deref().map(time).transpose()?;
    Ok(Cart { lines: asked.lines.into_iter().map(Into::into).collect(), address, deliver_at, ..Cart::default() })
}

async fn labelled(gateway: &Gateway, buyer: BuyerId, label: &str) -> Result<Address, Refusal> {
    let addresses = gateway.desk.profile(buyer).await?.addresses;
    let found = addresses.into_iter().find(|address| &*address.label == label);
    found.ok_or_else(|| invalid("label", Wrong::Label))
}

/// A token is kept with the order, so only what can be one is taken.
fn card(token: Arc<str>) -> Result<Arc<str>, Refusal> {
    let plain = token.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    let fits = (1..=CARD_CHARS_MAX).contains(&token.len());
    if plain && fits { Ok(token) } else { Err(invalid("card", Wrong::Card)) }
}

fn time(text: &str) -> Result<Time, Refusal> {
    let stamp: jiff::Timestamp = text.parse().map_err(|_| invalid("deliver_at", Wrong::Time))?;
    Ok(Time::from_micros(stamp.as_microsecond()))
}

impl From<Line> for CartLine {
    fn from(line: Line) -> Self {
        let choice = |(group, values)| Choice {
            group,
            values: match values {
                Values::One(value) => vec![value],
                Values::Many(values) => values,
            },
        };
        Self {
            item: ItemKey::new(&line.shop_id, &line.item_id),
            quantity: line.quantity,
            options: line.options.into_iter().map(choice).collect(),
        }
    }
}
