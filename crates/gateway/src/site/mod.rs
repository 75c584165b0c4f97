//! The pages' endpoints, one to a file.

use askama::Template;
use axum::response::Html;
use domain::refusal::Refusal;
use domain::time::Span;

use crate::web::problem::Refused;

pub mod cancel_order;
pub mod change_address;
pub mod change_avoids;
pub mod chat;
pub mod claim_voucher;
pub mod confirm_quote;
pub mod decline_quote;
pub mod explain;
pub mod forget_usual;
pub mod home;
pub mod list_addresses;
pub mod list_orders;
pub mod show_order;
pub mod show_quote;
pub mod static_file;
pub mod taste;
pub mod wallet;

/// Fills a page in.
fn html(page: &impl Template) -> Result<Html<String>, Refused> {
    page.render().map(Html).map_err(|error| {
        tracing::error!(%error, "a page could not be filled in");
        Refused(Refusal::StoreUnavailable { retry_in: Span::seconds(5) })
    })
}
