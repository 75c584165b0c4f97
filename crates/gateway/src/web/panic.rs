//! A mistake of ours in an endpoint: the caller is answered, the mistake is counted and logged, and everybody else goes on.

use std::any::Any;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::refusal::Refusal;
use domain::time::Span;

use super::problem::Refused;
use crate::metric;

/// The answer in place of the one that will never come.
pub fn answer(panic: Box<dyn Any + Send>) -> Response {
    let said = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref().copied());
    tracing::error!(said = said.unwrap_or("nothing"), "an endpoint has panicked");
    metric::panicked();
    let refused = Refused(Refusal::StoreUnavailable { retry_in: Span::seconds(5) });
    (StatusCode::INTERNAL_SERVER_ERROR, refused).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_answered_as_a_refusal() {
        let response = answer(Box::new("sums do not agree"));
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert!(matches!(response.extensions().get(), Some(Refusal::StoreUnavailable { .. })));
    }
}
