//! Every metric this crate tells, by name.

use axum::http::{Method, StatusCode};
use domain::time::Span;
use metrics::{counter, gauge, histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

/// Requests answered, by `method`, `route` and `status`.
pub const REQUESTS: &str = "xiaoer_http_requests_total";
/// Seconds from a request's arrival to its answer's head, by `route`.
pub const SECONDS: &str = "xiaoer_http_request_seconds";
/// Requests being worked on now.
pub const IN_FLIGHT: &str = "xiaoer_http_requests_in_flight";
/// Things refused, by `code`.
pub const REFUSALS: &str = "xiaoer_refusals_total";

/// Endpoints that panicked: each is a mistake of ours.
pub const PANICS: &str = "xiaoer_http_panics_total";

/// Commands that wait for the store.
pub const WAITING: &str = "xiaoer_commands_waiting";

/// Upper bounds of the buckets of [`SECONDS`].
pub const SECONDS_BUCKETS: [f64; 12] = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1.0, 5.0, 15.0];

/// Upper bounds of the buckets of a batch's size.
pub const COMMANDS_BUCKETS: [f64; 8] = [1.0, 2.0, 4.0, 16.0, 64.0, 256.0, 512.0, 1024.0];

/// Collects what is told from here on.
///
/// # Errors
/// If something collects already.
pub fn install() -> Result<PrometheusHandle, BuildError> {
    let seconds = Matcher::Full(SECONDS.to_owned());
    PrometheusBuilder::new()
        .set_buckets_for_metric(seconds, &SECONDS_BUCKETS)?
        .set_buckets_for_metric(Matcher::Full(desk::metric::BATCH_SECONDS.to_owned()), &SECONDS_BUCKETS)?
        .set_buckets_for_metric(Matcher::Full(desk::metric::BATCH_COMMANDS.to_owned()), &COMMANDS_BUCKETS)?
        .install_recorder()
}

/// Collects for somebody who only looks, such as a test.
pub fn unheard() -> PrometheusHandle {
    PrometheusBuilder::new().build_recorder().handle()
}

/// So many commands wait for the store.
pub fn waiting(count: usize) {
    gauge!(WAITING).set(f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
}

/// A request was answered.
pub fn answered(method: &Method, route: &str, status: StatusCode, took: Span) {
    let route = route.to_owned();
    let status = status.as_str().to_owned();
    counter!(REQUESTS, "method" => known(method), "route" => route.clone(), "status" => status).increment(1);
    let micros = u32::try_from(took.as_micros()).unwrap_or(u32::MAX);
    histogram!(SECONDS, "route" => route).record(f64::from(micros) / 1e6);
}

/// The method's name; anybody can invent methods, and each name is a series for ever.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// An endpoint panicked.
pub fn panicked() {
    counter!(PANICS).increment(1);
}

/// So many requests are being worked on.
pub fn in_flight(count: usize) {
    gauge!(IN_FLIGHT).set(f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
}

/// Something was refused.
pub fn refused(code: &'static str) {
    counter!(REFUSALS, "code" => code).increment(1);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invented_methods_make_no_series() {
        assert_eq!(known(&Method::PATCH), "PATCH");
        assert_eq!(known(&Method::from_bytes(b"XQ17").expect("a token is a method")), "other");
    }
}
