//! A limit on work in progress and on how long one piece of it may take, and a count of both.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::refusal::Refusal;
use domain::time::{Span, Time};

use super::problem::Refused;
use crate::metric;

/// Requests worked on at once at most. What a request waits for is the core's next batch, so many may wait together;
/// above this, waiting only makes everybody late.
pub const IN_FLIGHT_MAX: usize = 2_048;
/// A request that takes longer is told to ask again; a command that was sent is still decided once.
pub const PATIENCE: Duration = Duration::from_secs(15);
const COME_AGAIN: fn() -> Span = || Span::seconds(2);

/// What the guard counts with.
#[derive(Clone)]
pub struct Guard {
    in_flight: Arc<AtomicUsize>,
    clock: Arc<dyn Fn() -> Time + Send + Sync>,
}

/// Counts one request for as long as it lives, also if its caller goes away.
struct Place(Arc<AtomicUsize>);

impl Guard {
    /// A guard that measures by `clock`.
    pub fn new(clock: Arc<dyn Fn() -> Time + Send + Sync>) -> Self {
        Self { in_flight: Arc::default(), clock }
    }

    fn enter(&self) -> Option<Place> {
        let place = Place(self.in_flight.clone());
        let before = self.in_flight.fetch_add(1, Ordering::Relaxed);
        (before < IN_FLIGHT_MAX).then_some(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Lets a request in, or tells it when to come again; measures it either way.
pub async fn guard(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let began = (guard.clock)();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str).to_owned();
    let response = match guard.enter() {
        None => Refused(Refusal::Busy { retry_in: COME_AGAIN() }).into_response(),
        Some(place) => {
            metric::in_flight(place.0.load(Ordering::Relaxed));
            let answer = tokio::time::timeout(PATIENCE, next.run(request)).await;
            answer.unwrap_or_else(|_| Refused(Refusal::Busy { retry_in: COME_AGAIN() }).into_response())
        }
    };
    metric::answered(&method, &route, response.status(), (guard.clock)().since(began));
    response
}
