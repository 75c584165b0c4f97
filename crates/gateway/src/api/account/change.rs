//! `PATCH /api/me`: the language to speak, the year of birth, what they do not eat.

use axum::extract::State;
use domain::avoidance::{Avoidance, Strictness};
use domain::language::Language;
use domain::refusal::Refusal;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::show;
use crate::Gateway;
use crate::api::describe::{list_of, object, operation, or_null, schema, taking, text, whole};
use crate::web::body::{Json, invalid};
use crate::web::caller::Caller;
use crate::web::problem::Refused;
use crate::web::wrong::Wrong;

/// What is to change; what is left out stays.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    language: Option<String>,
    /// Null erases it.
    #[serde(default, deserialize_with = "given")]
    birth_year: Option<Option<u16>>,
    /// All that they do not eat, anew.
    avoids: Option<Vec<AvoidanceBody>>,
}

/// Something that they do not eat.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AvoidanceBody {
    what: String,
    strictness: String,
}

impl TryFrom<AvoidanceBody> for Avoidance {
    type Error = Refusal;

    fn try_from(body: AvoidanceBody) -> Result<Self, Refusal> {
        let strictness = Strictness::of_word(&body.strictness);
        Ok(Self::new(&body.what, strictness.ok_or_else(|| invalid("strictness", Wrong::Strictness))?))
    }
}

fn given<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<u16>>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// For OpenAPI.
pub fn about() -> Value {
    let year = or_null(whole("Year of birth; null erases it."));
    let body = object(&[
        ("language?", text("`zh` or `en`.")),
        ("birth_year?", year),
        ("avoids?", list_of(schema("Avoidance"))),
    ]);
    taking(
        operation(
            "changeBuyer",
            "Change the language, the year of birth, or what the buyer does not eat.",
            schema("Buyer"),
        ),
        body,
    )
}

/// Changes it, and shows what is known now.
pub async fn handle(
    State(gateway): State<Gateway>,
    Caller(buyer): Caller,
    Json(change): Json<Parameters>,
) -> Result<axum::Json<Value>, Refused> {
    if let Some(tag) = change.language {
        let known = [Language::Zh, Language::En].into_iter().find(|language| language.tag() == tag);
        gateway.desk.set_language(buyer, known.ok_or_else(|| invalid("language", Wrong::Language))?).await?;
    }
    if let Some(year) = change.birth_year {
        gateway.desk.set_birth_year(buyer, year).await?;
    }
    if let Some(avoids) = change.avoids {
        let avoids = avoids.into_iter().map(TryInto::try_into).collect::<Result<_, Refusal>>()?;
        gateway.desk.set_avoids(buyer, avoids).await?;
    }
    show::handle(State(gateway), Caller(buyer)).await
}
