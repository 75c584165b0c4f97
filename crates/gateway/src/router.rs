//! Every route, grouped by who calls.

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodRouter, get, patch, post, put};
use domain::refusal::Refusal;
use serde_json::Value;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use crate::web::guard::{Guard, guard};
use crate::web::panic;
use crate::web::problem::{LINES, Refused, speak};
use crate::web::shield::shield;
use crate::{Gateway, api, site};

/// A way in.
pub(crate) struct Route {
    /// Its method, in lower case as OpenAPI has it.
    pub method: &'static str,
    /// Its path.
    pub path: &'static str,
    /// What OpenAPI says of it; nothing for a page.
    pub about: Option<fn() -> Value>,
    handler: MethodRouter<Gateway>,
}

/// For people, in a browser.
fn people() -> Vec<Route> {
    vec![
        page("get", "/", get(site::home::home)),
        page("post", "/chat", post(site::chat::chat)),
        page("get", "/quotes/{id}", get(site::show_quote::show_quote)),
        page("post", "/quotes/{id}/confirm", post(site::confirm_quote::confirm_quote)),
        page("post", "/quotes/{id}/decline", post(site::decline_quote::decline_quote)),
        page("get", "/orders", get(site::list_orders::list_orders)),
        page("get", "/orders/{id}", get(site::show_order::show_order)),
        page("post", "/orders/{id}/cancel", post(site::cancel_order::cancel_order)),
        page("get", "/wallet", get(site::wallet::wallet)),
        page("post", "/vouchers/claim", post(site::claim_voucher::claim_voucher)),
        page("get", "/addresses", get(site::list_addresses::list_addresses)),
        page("post", "/addresses", post(site::change_address::change_address)),
        page("post", "/avoids", post(site::change_avoids::change_avoids)),
        page("post", "/usual", post(site::forget_usual::forget_usual)),
        page("post", "/taste", post(site::taste::taste)),
        page("get", "/errors", get(site::explain::index)),
        page("get", "/errors/{code}", get(site::explain::one)),
        page("get", "/static/{name}", get(site::static_file::static_file)),
    ]
}

/// For programs that speak for a buyer.
fn programs() -> Vec<Route> {
    use api::{account, addresses, chat, orders, quotes, vouchers, wallet};
    vec![
        call("post", "/api/buyers", post(account::open::handle), account::open::about),
        call("get", "/api/me", get(account::show::handle), account::show::about),
        call("patch", "/api/me", patch(account::change::handle), account::change::about),
        call("post", "/api/chat", post(chat::handle), chat::about),
        call("post", "/api/quotes", post(quotes::create::handle), quotes::create::about),
        call("get", "/api/quotes/{id}", get(quotes::show::handle), quotes::show::about),
        call("post", "/api/quotes/{id}/confirm", post(quotes::confirm::handle), quotes::confirm::about),
        call("get", "/api/orders", get(orders::list::handle), orders::list::about),
        call("get", "/api/orders/{id}", get(orders::show::handle), orders::show::about),
        call("post", "/api/orders/{id}/cancel", post(orders::cancel::handle), orders::cancel::about),
        call("get", "/api/wallet", get(wallet::handle), wallet::about),
        call("get", "/api/vouchers", get(vouchers::list::handle), vouchers::list::about),
        call("post", "/api/vouchers", post(vouchers::claim::handle), vouchers::claim::about),
        call("get", "/api/campaigns", get(vouchers::campaigns::handle), vouchers::campaigns::about),
        call("get", "/api/addresses", get(addresses::list::handle), addresses::list::about),
        call("put", "/api/addresses", put(addresses::replace::handle), addresses::replace::about),
        call("get", "/openapi.json", get(api::openapi::handle), api::openapi::about),
    ]
}

/// For those who run it: let in however many others wait, so that a crowd is not taken for a failure.
fn operators() -> Vec<Route> {
    vec![
        call("get", "/healthz", get(api::health::handle), api::health::about),
        call("get", "/metrics", get(api::metrics::handle), api::metrics::about),
    ]
}

/// Every route that OpenAPI tells of.
pub(crate) fn described() -> Vec<Route> {
    programs().into_iter().chain(operators()).collect()
}

/// All of them, with what they share around them.
pub fn router(gateway: Gateway) -> Router {
    let desk = gateway.desk.clone();
    let guarded = Guard::new(std::sync::Arc::new(move || desk.now()));
    let compressed = CompressionLayer::new().compress_when(DefaultPredicate::new().and(NotForContentType::new(LINES)));
    let people = add(Router::new(), people()).layer(compressed);
    add(people, programs())
        .fallback(|| async { Refused(Refusal::NotFound) })
        .layer(CatchPanicLayer::custom(panic::answer))
        .layer(from_fn_with_state(guarded, guard))
        .merge(add(Router::new(), operators()))
        .layer(from_fn(speak))
        .layer(from_fn(shield))
        .with_state(gateway)
}

fn add(router: Router<Gateway>, routes: Vec<Route>) -> Router<Gateway> {
    routes.into_iter().fold(router, |router, route| router.route(route.path, route.handler))
}

fn page(method: &'static str, path: &'static str, handler: MethodRouter<Gateway>) -> Route {
    Route { method, path, about: None, handler }
}

fn call(method: &'static str, path: &'static str, handler: MethodRouter<Gateway>, about: fn() -> Value) -> Route {
    Route { method, path, about: Some(about), handler }
}
