//! `GET /openapi.json`: what programs can call, put together from what each endpoint says of itself.

use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::api::describe::{fen, flag, list_of, object, open, operation, or_null, schema, text, whole};
use crate::router::described;

static DOCUMENT: LazyLock<String> = LazyLock::new(|| document().to_string());

/// For OpenAPI.
pub fn about() -> Value {
    open(operation("openapi", "This document.", json!({ "type": "object" })))
}

/// Answers.
pub async fn handle() -> Response {
    ([(CONTENT_TYPE, "application/json")], DOCUMENT.as_str()).into_response()
}

fn document() -> Value {
    let mut paths = Map::new();
    for route in described() {
        let about = route.about.map(|about| about()).unwrap_or_default();
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        path[route.method] = about;
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "xiaoer",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Say it, see it, agree to it, get it. Amounts are in fen, times are RFC 3339.",
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "schemas": schemas(),
            "responses": responses(),
        },
    })
}

fn responses() -> Value {
    let content = json!({ "application/problem+json": { "schema": schema("Problem") } });
    json!({
        "Problem": {
            "description": "It was refused. A rule that says no has changed nothing; after `payment_pending` and \
                `payment_declined` there is an order; after `busy` and `store_unavailable` ask again with the same \
                key, or look. Each `code` has a page at its `type`.",
            "headers": { "Retry-After": { "schema": { "type": "integer" }, "description": "Seconds." } },
            "content": content,
        },
        "NotSignedIn": {
            "description": "`not_signed_in`: no token, or none of ours.",
            "headers": { "WWW-Authenticate": { "schema": { "type": "string" }, "description": "`Bearer`." } },
            "content": content,
        },
    })
}

fn schemas() -> Value {
    json!({
        "Answer": object(&[
            ("reply", text("What to say.")),
            ("request", json!({ "enum": REQUESTS, "description": "What was asked for." })),
            ("offers", list_of(schema("Offer"))),
            ("quote", or_null(schema("Quote"))),
            ("order", or_null(schema("Order"))),
            ("unread", list_of(text("Words that nobody could place."))),
            ("reader", json!({ "enum": ["fast", "model"] })),
            ("refusal?", text("The code of the refusal, if what was asked for could not be done.")),
        ]),
        "Offer": object(&[
            ("shop", text("Its name.")), ("item", text("Its name.")), ("price", fen("Of one.")),
            ("shop_id", text("Its id.")), ("item_id", text("Its id in the shop.")),
            ("open", flag("Whether the shop takes orders now.")), ("in_stock", flag("Whether any are left.")),
            ("metres", or_null(whole("From the usual address."))),
        ]),
        "Quote": terms(&[
            ("id", text("Its number.")), ("hash", text("What to agree to.")), ("expires_at", text("Until when.")),
        ]),
        "Order": terms(&[
            ("id", text("Its number.")), ("state", json!({ "enum": STATES })), ("captured", fen("Taken.")),
            ("refunded", fen("Given back.")), ("placed_at", text("When.")),
        ]),
        "Line": object(&[
            ("shop_id", text("The shop.")), ("item_id", text("The item.")), ("name", text("In Chinese.")),
            ("name_en", text("In English.")), ("quantity", whole("How many.")),
            ("options", json!({ "type": "object", "description": "Chinese names; a list where several may be taken." })),
            ("amount", fen("Price and options, times quantity.")),
        ]),
        "Voucher": object(&[
            ("campaign", text("Its id.")), ("state", json!({ "enum": ["usable", "spent", "expired"] })),
            ("order", or_null(text("The order it was spent on."))), ("amount", fen("What it takes off at most.")),
            ("threshold", fen("What the order must come to.")), ("pay_at_least", fen("What is still paid.")),
            ("expires_at", text("Until when.")),
        ]),
        "Campaign": object(&[
            ("id", text("Its id.")), ("name", text("In Chinese.")), ("name_en", text("In English.")),
            ("ends_at", text("Until when.")), ("amount", fen("What its voucher takes off at most.")),
            ("threshold", fen("What an order must come to.")), ("pay_at_least", fen("What is still paid.")),
        ]),
        "Address": object(&[
            ("label?", text("What the buyer calls it.")), ("text", text("As people write it.")),
            ("adcode?", or_null(text("Six-digit administrative code."))), ("longitude?", or_null(json!({ "type": "number" }))),
            ("latitude?", or_null(json!({ "type": "number" }))), ("example?", flag("Made up for a first try.")),
        ]),
        "Buyer": object(&[
            ("buyer", text("The buyer's number.")), ("language", json!({ "enum": ["zh", "en"] })),
            ("birth_year", or_null(whole("Year of birth."))), ("addresses", list_of(schema("Address"))),
            ("avoids", list_of(schema("Avoidance"))),
            ("usual", list_of(schema("Order"))), ("tastes", list_of(schema("Taste"))),
        ]),
        "Taste": object(&[
            ("value", text("The value of an option that they often choose, in Chinese.")),
            ("value_en", text("The same in English.")), ("orders", whole("In how many of their last ten orders.")),
        ]),
        "Avoidance": object(&[
            ("what", text("What they do not eat: a known thing's Chinese name, or their own word.")),
            ("strictness", json!({ "enum": ["allergy", "dislike"] })),
        ]),
        "Problem": object(&[
            ("type", text("The page of the code.")), ("title", text("The code in words.")), ("status", whole("As in the head.")),
            ("detail", text("What is so and what to do, in the language of the request.")),
            ("code", text("What exactly was refused.")), ("retry_after?", whole("Seconds, if trying again can help.")),
        ]),
    })
}

const REQUESTS: [&str; 13] = [
    "order",
    "search",
    "edit",
    "confirm",
    "cancel",
    "track",
    "reorder",
    "wallet",
    "campaign",
    "red_packet",
    "invite",
    "help",
    "unclear",
];

const STATES: [&str; 8] =
    ["pending_payment", "paid", "accepted", "preparing", "delivering", "delivered", "cancelled", "payment_failed"];

/// What a quote and an order share, and what each has of its own.
fn terms(own: &[(&str, Value)]) -> Value {
    let discount = object(&[("code", text("The campaign.")), ("amount", fen("Negative."))]);
    let delivery = object(&[
        ("address", text("Where to.")),
        ("label", text("What the buyer calls it.")),
        ("fee", fen("What it costs.")),
        ("at", text("When it is promised.")),
    ]);
    let shared = [
        ("lines", list_of(schema("Line"))),
        ("discounts", list_of(discount)),
        ("delivery", delivery),
        ("total", fen("What the buyer pays.")),
        ("payment", json!({ "enum": ["wallet", "card"] })),
    ];
    object(&[own, &shared].concat())
}
