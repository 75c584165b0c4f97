//! `xiaoer understand`: how a sentence is read.

use std::process::ExitCode;

use anyhow::Result;

use super::{print, runtime};
use crate::configuration::Configuration;
use crate::wiring;

/// Prints how a sentence would be read by a buyer who comes for the first time.
///
/// # Errors
/// If the store cannot be read.
pub fn understand(configuration: &Configuration, sentence: &str, explain: bool, json: bool) -> Result<ExitCode> {
    let desk = runtime()?.block_on(wiring::desk(configuration))?;
    let explanation = desk.explain(sentence);
    let reading = &explanation.reading;
    if json {
        let body = serde_json::json!({"request": reading.request.word(), "unread": reading.unread});
        return print(&format!("{body}\n"));
    }
    let mut text = format!("request: {}\nunread: {}\n", reading.request, reading.unread.join(" | "));
    if explain {
        text.push_str(&explanation.to_string());
    }
    print(&text)
}
