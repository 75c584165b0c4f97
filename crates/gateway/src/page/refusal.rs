//! When something is refused, not found or too busy: what is so, and what to do about it.

use askama::Template;

use domain::refusal::{Refusal, Retry};

use super::shell::Shell;

/// The page of a refusal.
#[derive(Debug, Template)]
#[template(path = "refusal.html")]
pub struct RefusalPage {
    /// What surrounds it.
    pub shell: Shell,
    /// The code, by which its page is found; nothing if there is none.
    pub code: Option<String>,
    /// What is so.
    pub sentence: String,
    /// What to do about it.
    pub advice: String,
    /// Whether it can be said that nothing was charged and nothing has changed.
    pub unchanged: bool,
    /// Whether trying again helps; nothing if that is not the question.
    pub retry: Option<bool>,
    /// Where to try again or go on.
    pub again: Option<String>,
}

impl RefusalPage {
    /// The page for `refusal`: its first sentence says what is so, the rest what to do. `again` is where trying again
    /// leads, if it can help.
    pub fn of(shell: Shell, refusal: &Refusal, again: Option<String>) -> Self {
        let whole = refusal.sentence(shell.taste.language);
        let end = whole.find('。').map(|at| at + '。'.len_utf8()).or_else(|| whole.find(". ").map(|at| at + 1));
        let (sentence, advice) = whole.split_at(end.unwrap_or(whole.len()));
        let retry = Some(matches!(refusal.retry(), Retry::After(_)));
        // A payment that nobody has answered for yet is the one refusal after which money may still move.
        let unchanged = !matches!(refusal, Refusal::PaymentPending { .. });
        let (sentence, advice) = (sentence.to_owned(), advice.trim().to_owned());
        Self { shell, code: Some(refusal.code().to_owned()), sentence, advice, unchanged, retry, again }
    }

    /// The page for an address that leads nowhere.
    pub fn not_found(shell: Shell) -> Self {
        let sentence = shell.words.not_found_title.to_owned();
        let advice = format!("{} {}", shell.words.not_found, shell.words.not_found_do);
        Self { shell, code: None, sentence, advice, unchanged: false, retry: None, again: None }
    }
}

/// The page of one who waits for a place.
#[derive(Debug, Template)]
#[template(path = "busy.html")]
pub struct BusyPage {
    /// What surrounds it.
    pub shell: Shell,
    /// How long it will be, such as `20 秒`.
    pub wait: String,
    /// How many are ahead, such as `120 人`; nothing if nobody counts.
    pub ahead: Option<String>,
}

/// What one code means.
#[derive(Debug, Template)]
#[template(path = "explanation.html")]
pub struct ExplanationPage {
    /// What surrounds it.
    pub shell: Shell,
    /// The code.
    pub code: String,
    /// Its explanation, as safe HTML made from our own Markdown.
    pub html: String,
    /// The explanation's language as in HTML's `lang`.
    pub lang: &'static str,
}

/// Every code there is.
#[derive(Debug, Template)]
#[template(path = "explanations.html")]
pub struct ExplanationsPage {
    /// What surrounds it.
    pub shell: Shell,
    /// The codes and what each says in a line.
    pub codes: Vec<(String, String)>,
}
