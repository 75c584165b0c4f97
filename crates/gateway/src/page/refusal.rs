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
    /// Whether it is not known how far it came, so that orders should be looked at first.
    pub unsure: bool,
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
        let (unchanged, unsure) = (came_first(refusal), is_unsure(refusal));
        let (sentence, advice) = (sentence.to_owned(), advice.trim().to_owned());
        Self { shell, code: Some(refusal.code().to_owned()), sentence, advice, unchanged, unsure, retry, again }
    }

    /// The page for an address that leads nowhere.
    pub fn not_found(shell: Shell) -> Self {
        let sentence = shell.words.not_found_title.to_owned();
        let advice = format!("{} {}", shell.words.not_found, shell.words.not_found_do);
        Self { shell, code: None, sentence, advice, unchanged: false, unsure: false, retry: None, again: None }
    }
}

/// Whether the refusal was made before anything was done: by a rule that stood in the way, or at the door.
fn came_first(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::CartEmpty
            | Refusal::TooManyLines { .. }
            | Refusal::QuantityOutOfRange { .. }
            | Refusal::ItemUnknown { .. }
            | Refusal::OptionUnknown { .. }
            | Refusal::OptionTakesOne { .. }
            | Refusal::SoldOut { .. }
            | Refusal::ShopClosed { .. }
            | Refusal::ShopFull { .. }
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
            | Refusal::QuoteUnknown { .. }
            | Refusal::QuoteChanged { .. }
            | Refusal::QuoteExpired { .. }
            | Refusal::NothingToConfirm
            | Refusal::OrderUnknown { .. }
            | Refusal::WrongState { .. }
            | Refusal::BalanceTooLow { .. }
            | Refusal::AmountTooLarge
            | Refusal::CampaignUnknown { .. }
            | Refusal::CampaignNotRunning { .. }
            | Refusal::VoucherAlreadyClaimed { .. }
            | Refusal::BudgetExhausted { .. }
            | Refusal::VoucherNotUsable { .. }
            | Refusal::NotSignedIn
            | Refusal::KeyReused
            | Refusal::BodyTooLarge { .. }
            | Refusal::RequestInvalid { .. }
    )
}

/// Whether something may have been done all the same.
fn is_unsure(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Busy { .. }
            | Refusal::StoreUnavailable { .. }
            | Refusal::ConversationMoved
            | Refusal::ConversationTooLarge
            | Refusal::PaymentPending { .. }
    )
}

/// The page of one who found no place. None is kept: they come again.
#[derive(Debug, Template)]
#[template(path = "busy.html")]
pub struct BusyPage {
    /// What surrounds it.
    pub shell: Shell,
    /// How long it will be, such as `20 秒`.
    pub wait: String,
    /// Whether something was only looked at; else something was pressed, and has to be pressed again.
    pub looked: bool,
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

#[cfg(test)]
mod tests {
    use domain::id::OrderId;
    use domain::time::Span;

    use super::*;
    use crate::page::shell::{Tab, Taste};

    fn says(refusal: &Refusal) -> (bool, bool) {
        let page = RefusalPage::of(Shell::new(Taste::default(), Tab::Other, "/"), refusal, None);
        (page.unchanged, page.unsure)
    }

    #[test]
    fn nothing_is_called_unchanged_that_may_have_changed() {
        let retry_in = Span::seconds(1);
        assert_eq!(says(&Refusal::CartEmpty), (true, false));
        assert_eq!(says(&Refusal::PaymentDeclined { order: OrderId(1) }), (false, false));
        assert_eq!(says(&Refusal::PaymentPending { order: OrderId(1) }), (false, true));
        assert_eq!(says(&Refusal::StoreUnavailable { retry_in }), (false, true));
        assert_eq!(says(&Refusal::Busy { retry_in }), (false, true));
    }

    #[test]
    fn the_busy_page_keeps_no_place_and_says_so() {
        for (looked, says) in [(true, "什么都没做"), (false, "再按一次")] {
            let shell = Shell::new(Taste::default(), Tab::Other, "/");
            let page = BusyPage { shell, wait: "2 秒".into(), looked }.render().unwrap();
            assert!(page.contains(says) && !page.contains("留"), "{page}");
        }
    }
}
