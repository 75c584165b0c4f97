//! `GET /static/{name}`: styles, script and pictures, to be kept for ever.

use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::refusal::Refusal;

use crate::asset;
use crate::web::path::Path;
use crate::web::problem::Refused;

/// Sends the file.
pub async fn static_file(Path(name): Path<String>) -> Result<Response, Refused> {
    let file = asset::find(&name).ok_or(Refusal::NotFound)?;
    let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
    let headers = [(CONTENT_TYPE, HeaderValue::from_static(file.media)), (CACHE_CONTROL, forever)];
    Ok((headers, file.bytes.as_slice()).into_response())
}
