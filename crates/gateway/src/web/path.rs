//! What an address names. One that names nothing of its kind leads nowhere, whatever was written there.

use std::str::FromStr;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::refusal::Refusal;

use super::problem::Refused;

/// The one thing that the path names.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: FromStr> FromRequestParts<S> for Path<T> {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refused> {
        let text = axum::extract::Path::<String>::from_request_parts(parts, state).await;
        let text = text.map_err(|_| Refusal::NotFound)?.0;
        text.parse().map(Self).map_err(|_| Refused(Refusal::NotFound))
    }
}
