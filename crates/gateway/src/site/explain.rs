//! `GET /errors` and `GET /errors/{code}`: what each refusal means and what to do.

use axum::response::Html;
use domain::refusal::Refusal;

use super::html;
use crate::page::refusal::{ExplanationPage, ExplanationsPage};
use crate::page::shell::{Shell, Tab, Taste};
use crate::web::path::Path;
use crate::web::problem::Refused;
use crate::{explanation, markdown};

/// Every code.
pub async fn index(taste: Taste) -> Result<Html<String>, Refused> {
    let shell = Shell::new(taste, Tab::Other, "/errors");
    html(&ExplanationsPage { shell, codes: explanation::codes() })
}

/// One code.
pub async fn one(taste: Taste, Path(code): Path<String>) -> Result<Html<String>, Refused> {
    let text = explanation::page(&code).ok_or(Refusal::NotFound)?;
    let shell = Shell::new(taste, Tab::Other, format!("/errors/{code}"));
    html(&ExplanationPage { shell, html: markdown::html(&text), code, lang: "en" })
}
