//! `GET /api/wallet`: the balance and what moved it.

use axum::Json;
use axum::extract::State;
use desk::wire::rfc3339;
use domain::event::Happened;
use domain::ledger::TransactionId;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::Gateway;
use crate::api::describe::schema;
use crate::api::describe::{fen, list_of, object, operation, or_null, text, whole, with_number};
use crate::api::vouchers::list::body as voucher;
use crate::web::body::{Query, number};
use crate::web::caller::Caller;
use crate::web::problem::Refused;

/// Postings on a page.
const PAGE: usize = 20;

/// Where the postings begin.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    from: Option<String>,
}

/// For OpenAPI.
pub fn about() -> Value {
    let posting = object(&[
        ("transaction", whole("The transaction it belongs to.")),
        ("amount", fen("Added, or taken if negative.")),
        ("order", or_null(text("The order it is about."))),
        ("at", or_null(text("When, RFC 3339."))),
    ]);
    let answer = object(&[
        ("balance", fen("To spend.")),
        ("vouchers", list_of(schema("Voucher"))),
        ("postings", list_of(posting)),
        ("next", or_null(whole("Where to go on: the next page's `from`."))),
    ]);
    let about = operation("showWallet", "The balance and what moved it, newest first.", answer);
    with_number(about, "from", "The transaction to begin with.", i64::MAX.unsigned_abs())
}

/// Shows it.
pub async fn handle(
    State(gateway): State<Gateway>,
    Caller(buyer): Caller,
    Query(asked): Query<Parameters>,
) -> Result<Json<Value>, Refused> {
    let from = asked.from.map(|from| number("from", &from)).transpose()?.map(TransactionId);
    let wallet = gateway.desk.wallet(buyer).await?;
    let page = gateway.desk.wallet_page(buyer, from, PAGE).await?;
    let posting = page.lines.iter().map(|line| {
        let event = line.event.as_ref();
        json!({
            "transaction": line.posting.transaction.0,
            "amount": line.posting.amount.fen(),
            "order": event.and_then(|event| order(&event.what)),
            "at": event.map(|event| rfc3339(event.at)),
        })
    });
    Ok(Json(json!({
        "balance": wallet.balance.fen(),
        "vouchers": wallet.vouchers.iter().map(|held| voucher(held, gateway.desk.now())).collect::<Vec<_>>(),
        "postings": posting.collect::<Vec<_>>(),
        "next": page.next.map(|next| next.0),
    })))
}

fn order(what: &Happened) -> Option<String> {
    match what {
        Happened::OrderMoved { order, .. } | Happened::RefundSettled(order) => Some(order.to_string()),
        _ => None,
    }
}
