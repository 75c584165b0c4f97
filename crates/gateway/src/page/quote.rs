//! The quote on its own screen: read it, agree, or leave it.

use askama::Template;

use domain::money::Money;
use domain::payment::PaymentMethod;
use domain::quote::Quote;

use super::bill::{Bill, Place};
use super::guide::Guide;
use super::phrase;
use super::shell::Shell;
use super::words::Words;

/// The quote's page.
#[derive(Debug, Template)]
#[template(path = "quote.html")]
pub struct QuotePage {
    /// What surrounds it.
    pub shell: Shell,
    /// The quote's id.
    pub id: String,
    /// The hash of what is agreed to, whole.
    pub hash: String,
    /// The hash's first characters, for people to compare.
    pub hash_short: String,
    /// Lines, discounts, delivery, total.
    pub bill: Bill,
    /// Where it goes.
    pub place: Place,
    /// When it arrives.
    pub arrives: String,
    /// What it is paid with.
    pub payment: Payment,
    /// What nobody could place, and so is not in it.
    pub unread: Vec<String>,
    /// Until when it holds, for people.
    pub valid_until: String,
    /// The same for the script, RFC 3339.
    pub valid_until_machine: String,
    /// Whether it is too late.
    pub expired: bool,
}

/// What it is paid with.
#[derive(Debug)]
pub struct Payment {
    /// Its name.
    pub name: &'static str,
    /// What is in it, or what to know about it.
    pub note: String,
    /// Its picture.
    pub icon: &'static str,
}

impl Payment {
    /// What `method` is called; `balance` is what the buyer has.
    pub fn of(method: &PaymentMethod, balance: Money, words: &Words) -> Self {
        match method {
            PaymentMethod::Wallet => Self { name: words.by_wallet, note: phrase::money(balance), icon: "wallet" },
            PaymentMethod::Card { .. } => Self { name: words.by_card, note: words.by_card_note.into(), icon: "card" },
        }
    }
}

impl QuotePage {
    /// The page of `quote`; `unread` is what was said and is not in it, `balance` what the buyer has.
    pub fn of(shell: Shell, quote: &Quote, unread: Vec<String>, balance: Money, guide: &Guide) -> Self {
        let hash = quote.hash.to_string();
        Self {
            id: quote.id.to_string(),
            hash_short: format!("{} {}", hash.get(..4).unwrap_or_default(), hash.get(4..8).unwrap_or_default()),
            hash,
            bill: Bill::of(&quote.terms, guide),
            place: (&quote.terms.address).into(),
            arrives: guide.when(quote.terms.deliver_at),
            payment: Payment::of(&quote.terms.payment, balance, shell.words),
            unread,
            valid_until: guide.when(quote.expires_at),
            valid_until_machine: phrase::rfc3339(quote.expires_at),
            expired: guide.now >= quote.expires_at,
            shell,
        }
    }
}
