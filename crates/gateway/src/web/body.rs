//! Bodies: JSON for programs, forms for pages; bounded, and refused with what is wrong and where.

use axum::extract::rejection::{BytesRejection, FormRejection};
use axum::extract::{Form, FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use domain::refusal::Refusal;
use serde::de::DeserializeOwned;

use super::origin;
use super::problem::Refused;

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
        let bytes = axum::body::Bytes::from_request(request, state).await.map_err(|e| unread_bytes(&e))?;
        serde_json::from_slice(&bytes).map(Self).map_err(|e| Refused(invalid("body", &e.to_string())))
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for OwnForm<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        if !origin::is_own(request.headers()) {
            return Err(Refused(invalid("origin", "forms are taken from our own pages only")));
        }
        Form::from_request(request, state).await.map(|Form(form)| Self(form)).map_err(|e| unread_form(&e))
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refused> {
        let query = axum::extract::Query::try_from_uri(&parts.uri);
        query.map(|query| Self(query.0)).map_err(|e| Refused(invalid("query", &e.body_text())))
    }
}

fn unread_bytes(rejection: &BytesRejection) -> Refused {
    Refused(unread(rejection.status(), &rejection.body_text()))
}

fn unread_form(rejection: &FormRejection) -> Refused {
    Refused(unread(rejection.status(), &rejection.body_text()))
}

fn unread(status: StatusCode, text: &str) -> Refusal {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        return Refusal::BodyTooLarge { most: BODY_BYTES_MAX };
    }
    invalid("body", text)
}

/// The request is not of the form asked for.
pub fn invalid(field: &str, problem: &str) -> Refusal {
    Refusal::RequestInvalid { field: field.into(), problem: problem.into() }
}
