//! Who asks, proven: a program by its bearer token, a page's visitor by the cookie; a newcomer is let in as a guest.

use std::convert::Infallible;

use axum::extract::{FromRef, FromRequestParts};
use axum::http::Method;
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use desk::{Desk, Opening, Token};
use domain::id::BuyerId;
use domain::refusal::Refusal;

use super::body::invalid;
use super::problem::Refused;
use super::wrong::Wrong;
use super::{origin, session, taste};
use crate::Gateway;

/// The buyer that a program speaks for.
#[derive(Debug, Clone, Copy)]
pub struct Caller(pub BuyerId);

/// The buyer who looks at a page, if they have been here before.
#[derive(Debug, Clone, Copy)]
pub struct Visitor(pub Option<BuyerId>);

/// The buyer who sends a form of ours; let in as a guest if they are new. Only looking lets nobody in.
#[derive(Debug)]
pub struct Guest {
    /// Who.
    pub buyer: BuyerId,
    fresh: Option<Token>,
    secure: bool,
}

impl<S: Send + Sync> FromRequestParts<S> for Caller
where
    Gateway: FromRef<S>,
{
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refused> {
        let text = session::bearer(&parts.headers).ok_or(Refusal::NotSignedIn)?;
        let buyer = Gateway::from_ref(state).desk.sign_in(&Token::parse(text)?).await?;
        Ok(Self(buyer))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor
where
    Gateway: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        Ok(Self(known(&Gateway::from_ref(state).desk, parts).await))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Guest
where
    Gateway: FromRef<S>,
{
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refused> {
        let gateway = Gateway::from_ref(state);
        let secure = gateway.secure_cookies;
        if let Some(buyer) = known(&gateway.desk, parts).await {
            return Ok(Self { buyer, fresh: None, secure });
        }
        if parts.method != Method::POST {
            return Err(Refused(Refusal::NotSignedIn));
        }
        if !origin::is_own(&parts.headers) {
            return Err(Refused(invalid("origin", Wrong::Origin)));
        }
        let language = taste::of(&parts.headers).language;
        let opened = gateway.desk.open_guest(&Opening { language, adcode: None }).await?;
        Ok(Self { buyer: opened.buyer, fresh: Some(opened.token), secure })
    }
}

/// A token that is none of ours any more is like no token: the visitor begins anew.
async fn known(desk: &Desk, parts: &Parts) -> Option<BuyerId> {
    let token = Token::parse(session::visitor(&parts.headers)?).ok()?;
    desk.sign_in(&token).await.ok()
}

impl Guest {
    /// Sends `answer`, with the cookie if the guest is new.
    pub fn answer(&self, answer: impl IntoResponse) -> Response {
        let mut response = answer.into_response();
        let cookie = self.fresh.as_ref().and_then(|token| session::keep(&token.reveal(), self.secure));
        if let Some(cookie) = cookie {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
        response
    }

    /// Answers a form: on to `page`, or why nothing was kept. A newcomer keeps the cookie either way.
    pub fn saved(&self, kept: Result<(), Refusal>, page: &str) -> Response {
        match kept {
            Ok(()) => self.answer(Redirect::to(page)),
            Err(refusal) => self.answer(Refused(refusal)),
        }
    }
}
