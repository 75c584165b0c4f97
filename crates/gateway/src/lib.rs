//! The doors: web pages and the HTTP API. [`router`] is the list of what there is; every entry is one file in `site/`
//! (for people) or `api/` (for programs).
//!
//! No business rule is decided here and no free text is read: an endpoint turns a request into a call of the desk, and
//! what comes back into a page or an object. What is refused becomes, in one place (`web/problem.rs`), a page, a problem
//! or a turn of talk.

use std::io;
use std::time::Duration;

use axum::serve::ListenerExt;
use desk::Desk;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::TcpListener;

mod api;
pub mod asset;
pub mod explanation;
pub mod markdown;
pub mod metric;
pub mod page;
mod recent;
mod router;
mod site;
mod web;

pub use router::router;
pub use web::problem::status;

/// How often measurements are summed up.
const FIGURES_EVERY: Duration = Duration::from_secs(5);

/// What the endpoints share. Cheap to clone.
#[derive(Clone)]
pub struct Gateway {
    pub(crate) desk: Desk,
    pub(crate) recent: recent::Recent,
    pub(crate) metrics: PrometheusHandle,
    pub(crate) secure_cookies: bool,
}

impl Gateway {
    /// Doors before `desk`. `secure_cookies` is for a site that is reached over HTTPS only.
    pub fn new(desk: Desk, metrics: PrometheusHandle, secure_cookies: bool) -> Self {
        Self { desk, recent: recent::Recent::default(), metrics, secure_cookies }
    }
}

/// Serves until `ended` comes to an end, and then what is still under way.
///
/// # Errors
/// If the listener fails for good.
pub async fn serve(
    gateway: Gateway,
    listener: TcpListener,
    ended: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let listener = listener.tap_io(|stream| {
        // An answer waits for nobody; that it cannot be sent at once is no reason not to send it.
        let _ = stream.set_nodelay(true);
    });
    let metrics = gateway.metrics.clone();
    let served = axum::serve(listener, router(gateway)).with_graceful_shutdown(ended);
    tokio::select! {
        served = served => served,
        () = keep_figures(metrics) => unreachable!("figures are kept for ever"),
    }
}

/// Sums up what was measured, so that it takes no more room the longer nobody asks for it.
async fn keep_figures(metrics: PrometheusHandle) {
    loop {
        tokio::time::sleep(FIGURES_EVERY).await;
        metrics.run_upkeep();
    }
}
