//! `GET /api/vouchers`: the buyer's vouchers.

use axum::Json;
use axum::extract::State;
use desk::wire::rfc3339;
use domain::time::Time;
use domain::voucher::{Voucher, VoucherState};
use serde_json::{Value, json};

use crate::Gateway;
use crate::api::describe::{list_of, object, operation, schema};
use crate::web::caller::Caller;
use crate::web::problem::Refused;

/// For OpenAPI.
pub fn about() -> Value {
    let answer = object(&[("vouchers", list_of(schema("Voucher")))]);
    operation("listVouchers", "The buyer's vouchers.", answer)
}

/// Lists them.
pub async fn handle(State(gateway): State<Gateway>, Caller(buyer): Caller) -> Result<Json<Value>, Refused> {
    let (vouchers, now) = (gateway.desk.vouchers(buyer).await?, gateway.desk.now());
    Ok(Json(json!({ "vouchers": vouchers.iter().map(|voucher| body(voucher, now)).collect::<Vec<_>>() })))
}

/// A voucher on the wire.
pub fn body(voucher: &Voucher, now: Time) -> Value {
    let (state, order) = match voucher.state {
        VoucherState::Spent { order, .. } => ("spent", Some(order.to_string())),
        VoucherState::Held if voucher.usable_at(now) => ("usable", None),
        _ => ("expired", None),
    };
    json!({
        "campaign": voucher.id.campaign.to_string(),
        "state": state,
        "order": order,
        "amount": voucher.terms.amount.fen(),
        "threshold": voucher.terms.threshold.fen(),
        "pay_at_least": voucher.terms.pay_at_least.fen(),
        "expires_at": rfc3339(voucher.expires_at),
    })
}
