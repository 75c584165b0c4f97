//! `Idempotency-Key`: a program's own name for a request, so that asking twice is asking once.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::web::body::invalid;
use crate::web::problem::Refused;
use crate::web::wrong::Wrong;

/// Characters of a key at most: a UUID has 36.
const CHARS_MAX: usize = 200;
/// The header.
pub const HEADER: &str = "idempotency-key";

/// The key that came with a request, if one did.
#[derive(Debug)]
pub struct Key(pub Option<String>);

impl<S: Sync> FromRequestParts<S> for Key {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refused> {
        let Some(value) = parts.headers.get(HEADER) else { return Ok(Self(None)) };
        let text = value.to_str().ok().filter(|text| (1..=CHARS_MAX).contains(&text.len()));
        let text = text.ok_or_else(|| invalid("Idempotency-Key", Wrong::Key))?;
        Ok(Self(Some(text.to_owned())))
    }
}
