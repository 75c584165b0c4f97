//! `POST /chat`: a sentence. A page without scripts comes back to the conversation; our script gets lines as they come.

use std::sync::Arc;

use askama::Template;
use axum::body::{Body, Bytes};
use axum::extract::{Extension, State};
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use desk::Answer;
use domain::id::BuyerId;
use domain::refusal::Refusal;
use domain::time::Span;
use futures_util::stream::{self, StreamExt};
use serde::Deserialize;

use crate::Gateway;
use crate::metric;
use crate::page::conversation::{Turn, TurnPart};
use crate::page::guide::Guide;
use crate::page::shell::{Shell, Tab, Taste};
use crate::web::body::OwnForm;
use crate::web::caller::Guest;
use crate::web::guard::Place;
use crate::web::problem::{LINES, Refused, refused_turn};

/// What the form sends.
#[derive(Debug, Deserialize)]
pub struct Said {
    text: String,
}

/// Takes the turn.
pub async fn chat(
    State(gateway): State<Gateway>,
    taste: Taste,
    guest: Guest,
    Extension(place): Extension<Place>,
    headers: HeaderMap,
    OwnForm(said): OwnForm<Said>,
) -> Result<Response, Refused> {
    let by_script = headers.get(ACCEPT).is_some_and(|accept| accept.as_bytes() == LINES.as_bytes());
    let buyer = guest.buyer;
    if by_script {
        return Ok(guest.answer(streamed(gateway, buyer, said.text, taste, place)));
    }
    let turn = take(&gateway, buyer, &said.text).await;
    // The newcomer keeps the cookie even if the sentence was refused.
    Ok(match turn {
        Ok(_) => guest.answer(Redirect::to("/#say")),
        Err(refusal) => guest.answer(Refused(refusal)),
    })
}

async fn take(gateway: &Gateway, buyer: BuyerId, text: &str) -> Result<Arc<Answer>, Refusal> {
    let answer = Arc::new(gateway.desk.turn(buyer, text).await?);
    gateway.recent.note(buyer, answer.clone());
    Ok(answer)
}

/// The head goes out at once, the words when there are some, and last the whole turn with its cards.
fn streamed(gateway: Gateway, buyer: BuyerId, text: String, taste: Taste, place: Place) -> Response {
    // The turn is taken to its end even if the one who asked has gone.
    let turn = tokio::spawn(async move {
        let _until_told = place;
        match take(&gateway, buyer, &text).await {
            Ok(answer) => told(&gateway, &text, &answer, taste),
            Err(refusal) => vec![refused_turn(&text, &refusal, taste)],
        }
    });
    let lines = stream::once(async move {
        let lines = turn.await.unwrap_or_else(|_| vec![failed(taste)]);
        stream::iter(lines.into_iter().map(|line| Ok::<_, std::convert::Infallible>(Bytes::from(line))))
    });
    let body = Body::from_stream(lines.flatten());
    ([(CONTENT_TYPE, HeaderValue::from_static(LINES))], body).into_response()
}

/// The turn has panicked; whoever waits for it is told so.
fn failed(taste: Taste) -> String {
    metric::panicked();
    refused_turn("", &Refusal::StoreUnavailable { retry_in: Span::seconds(5) }, taste)
}

fn told(gateway: &Gateway, text: &str, answer: &Answer, taste: Taste) -> Vec<String> {
    let shell = Shell::new(taste, Tab::Talk, "/");
    let guide = Guide::new(&gateway.desk, taste.language);
    let turn = Turn::of(text, answer, answer.quote.as_deref(), shell.words, &guide);
    let html = TurnPart { shell, turn }.render().unwrap_or_default();
    let words = answer.reply.split_inclusive(['，', '。', '\n', ',', '.']);
    let words = words.map(|words| serde_json::json!({ "text": words }));
    words.chain([serde_json::json!({ "html": html })]).map(|line| format!("{line}\n")).collect()
}
