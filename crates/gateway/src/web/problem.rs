//! What a refusal looks like over HTTP: an RFC 9457 problem for a program, a page for a person, a turn of talk for our own
//! script. Endpoints only say what was refused; the layer here, which knows who asked, gives it its shape.

use askama::Template;
use axum::Json;
use axum::extract::Request;
use axum::http::header::{ACCEPT, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use domain::language::Language;
use domain::refusal::{Refusal, Retry};
use serde::Serialize;

use super::body::BODY_BYTES_MAX;
use super::origin::own_path;
use super::taste;
use super::wrong::Wrong;
use crate::metric;
use crate::page::conversation::{Turn, TurnPart};
use crate::page::phrase;
use crate::page::refusal::{BusyPage, RefusalPage};
use crate::page::shell::{Shell, Tab, Taste};

/// The media type that our own script asks for.
pub const LINES: &str = "application/x-ndjson";

/// Characters of a refused sentence that are shown back.
const SHOWN_BACK: usize = 200;

/// An endpoint's no.
#[derive(Debug)]
pub struct Refused(pub Refusal);

impl<R: Into<Refusal>> From<R> for Refused {
    fn from(refusal: R) -> Self {
        Self(refusal.into())
    }
}

/// Carries the refusal to [`speak`]; this body is never seen.
impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let mut response = status(&self.0).into_response();
        response.extensions_mut().insert(self.0);
        response
    }
}

/// A problem as a program reads it.
#[derive(Debug, Serialize)]
struct Problem {
    r#type: String,
    title: String,
    status: u16,
    detail: String,
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u64>,
}

/// What the answer to a refused request needs to know of the request.
struct Asker {
    taste: Taste,
    path: String,
    again: Option<String>,
    /// Whether something was only looked at, so that trying again is the same as looking again.
    looked: bool,
    wants: Wants,
}

#[derive(PartialEq)]
enum Wants {
    Problem,
    Page,
    Lines,
}

/// Gives each refusal its shape, and turns the framework's own refusals into ours.
pub async fn speak(request: Request, next: Next) -> Response {
    let asker = Asker::of(&request);
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Refusal>().or_else(|| framework(&response)) {
        Some(refusal) => asker.answer(&refusal, response.status()),
        None => response,
    }
}

impl Asker {
    fn of(request: &Request) -> Self {
        let path = request.uri().path().to_owned();
        let shown = (request.method() == Method::GET).then(|| path.clone());
        let looked = shown.is_some();
        // It goes into links and a header: nobody is led elsewhere by a path that looks like another site.
        let again = shown.or_else(|| came_from(request.headers())).map(|path| own_path(&path).to_owned());
        let wants = wants(request.headers(), &path);
        Self { taste: taste::of(request.headers()), path, again, looked, wants }
    }

    fn answer(self, refusal: &Refusal, status: StatusCode) -> Response {
        metric::refused(refusal.code());
        let refusal = &spoken(refusal, self.taste.language);
        let wait = match refusal.retry() {
            Retry::After(span) => Some(span.as_seconds_up()),
            Retry::Changed => None,
        };
        let mut response = match self.wants {
            Wants::Problem => problem(refusal, self.taste.language, status, wait),
            Wants::Lines => lines(refusal, self.taste),
            Wants::Page => self.page(refusal, status, wait),
        };
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = wait {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }

    fn page(self, refusal: &Refusal, status: StatusCode, wait: Option<u64>) -> Response {
        let shell = Shell::new(self.taste, Tab::Other, self.again.clone().unwrap_or_else(|| "/".to_owned()));
        let language = self.taste.language;
        let page = match (refusal, wait) {
            (Refusal::NotFound, _) => RefusalPage::not_found(shell).render(),
            (Refusal::Busy { .. }, Some(seconds)) => {
                let page = BusyPage { shell, wait: phrase::wait(seconds, language), looked: self.looked };
                return refreshing(page, status, seconds, self.again);
            }
            _ => RefusalPage::of(shell, refusal, self.again.filter(|_| wait.is_some())).render(),
        };
        tracing::debug!(path = %self.path, code = refusal.code(), "refused");
        (status, Html(page.unwrap_or_default())).into_response()
    }
}

/// The waiting page looks again by itself, by a header, so that it needs no script.
fn refreshing(page: BusyPage, status: StatusCode, seconds: u64, again: Option<String>) -> Response {
    let refresh = format!("{seconds}; url={}", again.as_deref().unwrap_or("/"));
    let mut response = (status, Html(page.render().unwrap_or_default())).into_response();
    if let Ok(value) = refresh.parse() {
        response.headers_mut().insert("refresh", value);
    }
    response
}

fn problem(refusal: &Refusal, language: Language, status: StatusCode, retry_after: Option<u64>) -> Response {
    let code = refusal.code();
    let problem = Problem {
        r#type: format!("/errors/{code}"),
        title: code.replace('_', " "),
        status: status.as_u16(),
        detail: refusal.sentence(language),
        code,
        retry_after,
    };
    let mut response = (status, Json(problem)).into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}

fn lines(refusal: &Refusal, taste: Taste) -> Response {
    ([(CONTENT_TYPE, LINES)], refused_turn("", refusal, taste)).into_response()
}

/// In a conversation, a no is an answer like any other: the line that our script puts into the page.
pub fn refused_turn(said: &str, refusal: &Refusal, taste: Taste) -> String {
    let reply = refusal.sentence(taste.language);
    let shell = Shell::new(taste, Tab::Talk, "/");
    // What was said is shown back, but not a whole novel.
    let said = said.chars().take(SHOWN_BACK).collect();
    let turn = Turn { said, reply, reply_lang: shell.words.html_lang, ..Turn::default() };
    let html = TurnPart { shell, turn }.render().unwrap_or_default();
    format!("{}\n", serde_json::json!({ "html": html }))
}

fn wants(headers: &HeaderMap, path: &str) -> Wants {
    let accept = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if accept.contains(LINES) {
        Wants::Lines
    } else if path.starts_with("/api/") || !accept.contains("text/html") {
        Wants::Problem
    } else {
        Wants::Page
    }
}

/// The path of our own page that a form was sent from.
fn came_from(headers: &HeaderMap) -> Option<String> {
    let address = headers.get("referer")?.to_str().ok()?;
    let (_, rest) = address.split_once("://")?;
    let path = rest.get(rest.find('/')?..)?;
    Some(path.to_owned())
}

/// What is wrong with a request is kept in English and told in the asker's language.
fn spoken(refusal: &Refusal, language: Language) -> Refusal {
    match refusal {
        Refusal::RequestInvalid { field, problem } => {
            let ours = Wrong::that_says(problem).map(|wrong| wrong.text(language).into());
            Refusal::RequestInvalid { field: field.clone(), problem: ours.unwrap_or_else(|| problem.clone()) }
        }
        other => other.clone(),
    }
}

/// What the framework refuses before an endpoint sees it.
fn framework(response: &Response) -> Option<Refusal> {
    match response.status() {
        StatusCode::NOT_FOUND => Some(Refusal::NotFound),
        StatusCode::METHOD_NOT_ALLOWED => {
            Some(Refusal::RequestInvalid { field: "method".into(), problem: Wrong::Method.text(Language::En).into() })
        }
        StatusCode::PAYLOAD_TOO_LARGE => Some(Refusal::BodyTooLarge { most: BODY_BYTES_MAX }),
        _ => None,
    }
}

/// The status that says most nearly what the refusal says exactly.
pub fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::NotSignedIn => StatusCode::UNAUTHORIZED,
        Refusal::BalanceTooLow { .. } | Refusal::PaymentDeclined { .. } => StatusCode::PAYMENT_REQUIRED,
        Refusal::QuoteUnknown { .. }
        | Refusal::OrderUnknown { .. }
        | Refusal::CampaignUnknown { .. }
        | Refusal::BuyerUnknown
        | Refusal::NotFound => StatusCode::NOT_FOUND,
        Refusal::QuoteExpired { .. } => StatusCode::GONE,
        Refusal::BodyTooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::RequestInvalid { .. } => StatusCode::BAD_REQUEST,
        Refusal::CartEmpty
        | Refusal::TooManyLines { .. }
        | Refusal::QuantityOutOfRange { .. }
        | Refusal::ItemUnknown { .. }
        | Refusal::OptionUnknown { .. }
        | Refusal::OptionTakesOne { .. }
        | Refusal::TimeOutOfRange { .. }
        | Refusal::AddressMissing
        | Refusal::Avoided { .. }
        | Refusal::OverBudget { .. }
        | Refusal::ItemOverBudget { .. }
        | Refusal::DeliveryTimeMissed { .. }
        | Refusal::DeliveryAddressDiffers { .. }
        | Refusal::ShopExcluded { .. }
        | Refusal::ItemExcluded { .. }
        | Refusal::QuantityDiffers { .. }
        | Refusal::BuyerFieldInvalid { .. }
        | Refusal::SentenceTooLong { .. }
        | Refusal::AmountTooLarge
        | Refusal::CampaignInvalid { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::Busy { .. } | Refusal::StoreUnavailable { .. } => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::CONFLICT,
    }
}
