//! Bodies: JSON for programs, forms for pages; bounded, and refused with what is wrong and where.

use std::error::Error;

use axum::body::Bytes;
use axum::extract::{Form, FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use domain::language::Language;
use domain::refusal::Refusal;
use serde::de::DeserializeOwned;

use super::origin;
use super::problem::Refused;
use super::wrong::Wrong;

/// Bytes of a body at most: a cart of fifty lines with every option is a tenth of it.
pub const BODY_BYTES_MAX: usize = 64 * 1024;

/// A JSON body.
#[derive(Debug)]
pub struct Json<T>(pub T);

/// What stands behind the question mark.
#[derive(Debug)]
pub struct Query<T>(pub T);

/// A form sent from one of our own pages.
#[derive(Debug)]
pub struct OwnForm<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        let bytes = Bytes::from_request(request, state).await.map_err(|e| Refused(unread(&e)))?;
        json(&bytes).map(Self)
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for OwnForm<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        if !origin::is_own(request.headers()) {
            return Err(Refused(invalid("origin", Wrong::Origin)));
        }
        let form = Form::from_request(request, state).await;
        form.map(|Form(form)| Self(form)).map_err(|_| Refused(invalid("form", Wrong::Form)))
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refused> {
        let query = axum::extract::Query::try_from_uri(&parts.uri);
        query.map(|query| Self(query.0)).map_err(|_| Refused(invalid("query", Wrong::Query)))
    }
}

/// Reads JSON; what is wrong with it is for programmers, and says where.
///
/// # Errors
/// [`Refusal::RequestInvalid`].
pub fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refused> {
    let problem = |error: serde_json::Error| error.to_string().into();
    serde_json::from_slice(bytes)
        .map_err(|error| Refused(Refusal::RequestInvalid { field: "body".into(), problem: problem(error) }))
}

/// Why a body could not be read: too long, or cut off.
pub fn unread(error: &(dyn Error + 'static)) -> Refusal {
    let mut causes = std::iter::successors(Some(error), |error: &&(dyn Error + 'static)| (*error).source());
    if causes.any(|cause| cause.to_string().contains("length limit exceeded")) {
        return Refusal::BodyTooLarge { most: BODY_BYTES_MAX };
    }
    invalid("body", Wrong::Body)
}

/// A whole number as it stands in an address. The store counts to [`i64::MAX`].
///
/// # Errors
/// [`Refusal::RequestInvalid`] with the field's name.
pub fn number(field: &str, text: &str) -> Result<u64, Refusal> {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let number = text.parse().ok().filter(|number| plain && *number <= i64::MAX.unsigned_abs());
    number.ok_or_else(|| invalid(field, Wrong::Number))
}

/// The request is not of the form asked for.
pub fn invalid(field: &str, wrong: Wrong) -> Refusal {
    Refusal::RequestInvalid { field: field.into(), problem: wrong.text(Language::En).into() }
}
