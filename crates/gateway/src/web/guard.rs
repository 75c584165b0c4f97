//! A limit on work in progress, on one buyer's part of it, and on how long one piece may take; and a count of all three.
//!
//! | phase | limit                                                             |
//! |-------|-------------------------------------------------------------------|
//! | read  | the body arrives whole, in time, before it takes anybody's place  |
//! | enter | a place among all, and one among those of the same buyer          |
//! | work  | until the answer, or until patience ends                          |

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use desk::Token;
use domain::refusal::Refusal;
use domain::time::{Span, Time};

use super::body::{BODY_BYTES_MAX, invalid, unread};
use super::problem::Refused;
use super::session;
use super::wrong::Wrong;
use crate::metric;

/// Requests worked on at once at most. What a request waits for is the core's next batch, so many may wait together;
/// above this, waiting only makes everybody late.
pub const IN_FLIGHT_MAX: usize = 2_048;
/// Of these, one buyer's at most: a browser asks for six things at once, a program repeats itself twenty times at once,
/// and one person's haste is nobody else's wait.
pub const OF_ONE_BUYER_MAX: usize = 32;
/// A request that takes longer is told to ask again; a command that was sent is still decided once.
pub const PATIENCE: Duration = Duration::from_secs(15);
/// A body that takes longer is not waited for: it is 64 kilobytes at most.
pub const BODY_PATIENCE: Duration = Duration::from_secs(3);
const COME_AGAIN: fn() -> Span = || Span::seconds(2);

/// What the guard counts with.
#[derive(Clone)]
pub struct Guard {
    in_flight: Arc<AtomicUsize>,
    of_one_buyer: Arc<Mutex<HashMap<String, usize>>>,
    clock: Arc<dyn Fn() -> Time + Send + Sync>,
}

/// A request's place, kept for as long as it is worked on, also if its caller goes away. Work that outlives the answer's
/// head keeps a clone.
#[derive(Clone)]
pub struct Place {
    _among_all: Arc<AmongAll>,
    _among_ones_own: Option<Arc<AmongOnesOwn>>,
}

struct AmongAll(Arc<AtomicUsize>);

struct AmongOnesOwn {
    counts: Arc<Mutex<HashMap<String, usize>>>,
    token: String,
}

impl Guard {
    /// A guard that measures by `clock`.
    pub fn new(clock: Arc<dyn Fn() -> Time + Send + Sync>) -> Self {
        Self { in_flight: Arc::default(), of_one_buyer: Arc::default(), clock }
    }

    fn enter(&self, token: Option<String>) -> Option<Place> {
        let among_all = Arc::new(AmongAll(self.in_flight.clone()));
        let before = self.in_flight.fetch_add(1, Ordering::Relaxed);
        metric::in_flight(before.saturating_add(1));
        let among_ones_own = match token {
            Some(token) => Some(self.enter_as(token)?),
            None => None,
        };
        (before < IN_FLIGHT_MAX).then_some(Place { _among_all: among_all, _among_ones_own: among_ones_own })
    }

    /// Counted by the token as it is sent: whose it is, is asked later, and one that is nobody's takes nobody's place.
    fn enter_as(&self, token: String) -> Option<Arc<AmongOnesOwn>> {
        let mut counts = self.of_one_buyer.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(token.clone()).or_default();
        if *count >= OF_ONE_BUYER_MAX {
            return None;
        }
        *count += 1;
        Some(Arc::new(AmongOnesOwn { counts: self.of_one_buyer.clone(), token }))
    }
}

impl Drop for AmongAll {
    fn drop(&mut self) {
        let before = self.0.fetch_sub(1, Ordering::Relaxed);
        metric::in_flight(before.saturating_sub(1));
    }
}

impl Drop for AmongOnesOwn {
    fn drop(&mut self) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.token) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.token);
            }
        }
    }
}

/// Lets a request in, or tells it when to come again; measures it either way.
pub async fn guard(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let began = (guard.clock)();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str).to_owned();
    let response = match read(request).await {
        Ok(request) => let_in(&guard, request, next).await,
        Err(refused) => refused,
    };
    metric::answered(&method, &route, response.status(), (guard.clock)().since(began));
    response
}

/// The same request with its body in hand.
async fn read(request: Request) -> Result<Request, Response> {
    let (parts, body) = request.into_parts();
    match tokio::time::timeout(BODY_PATIENCE, to_bytes(body, BODY_BYTES_MAX)).await {
        Ok(Ok(bytes)) => Ok(Request::from_parts(parts, Body::from(bytes))),
        Ok(Err(error)) => Err(Refused(unread(&error)).into_response()),
        Err(_) => {
            let late = Refused(invalid("body", Wrong::BodyLate)).into_response();
            Err((StatusCode::REQUEST_TIMEOUT, late).into_response())
        }
    }
}

async fn let_in(guard: &Guard, mut request: Request, next: Next) -> Response {
    let Some(place) = guard.enter(token(&request)) else {
        return Refused(Refusal::Busy { retry_in: COME_AGAIN() }).into_response();
    };
    request.extensions_mut().insert(place.clone());
    let answer = tokio::time::timeout(PATIENCE, next.run(request)).await;
    drop(place);
    // What has begun may still come to its end, so this is not "busy", after which nothing was done.
    answer.unwrap_or_else(|_| Refused(Refusal::StoreUnavailable { retry_in: COME_AGAIN() }).into_response())
}

/// The token that the endpoint will look at, in its one spelling.
fn token(request: &Request) -> Option<String> {
    let by_program = request.uri().path().starts_with("/api/");
    let text = if by_program { session::bearer(request.headers()) } else { session::visitor(request.headers()) };
    Some(Token::parse(text?).ok()?.reveal())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_buyer_takes_a_few_places_and_everybody_the_rest() {
        let guard = Guard::new(Arc::new(|| Time::from_micros(0)));
        let mine: Vec<_> = (0..OF_ONE_BUYER_MAX).map(|_| guard.enter(Some("a".into())).unwrap()).collect();
        assert!(guard.enter(Some("a".into())).is_none());
        assert!(guard.enter(Some("b".into())).is_some());
        let others: Vec<_> = (mine.len()..IN_FLIGHT_MAX).map(|_| guard.enter(None).unwrap()).collect();
        assert!(guard.enter(None).is_none());
        drop((mine, others));
        assert!(guard.enter(Some("a".into())).is_some());
        assert!(guard.of_one_buyer.lock().unwrap().is_empty(), "who is not here takes no room");
        assert_eq!(guard.in_flight.load(Ordering::Relaxed), 0);
    }
}
