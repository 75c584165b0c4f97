//! The quote on its own screen: read it, agree, or leave it.

use askama::Template;

use super::bill::{Bill, Place};
use super::shell::Shell;

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
    /// What it can be paid with; the first is chosen unless another says so.
    pub payments: Vec<Payment>,
    /// What nobody could place, and so is not in it.
    pub unread: Vec<String>,
    /// Until when it holds, for people.
    pub valid_until: String,
    /// The same for the script, RFC 3339.
    pub valid_until_machine: String,
    /// Whether it is too late.
    pub expired: bool,
}

/// Something to pay with.
#[derive(Debug)]
pub struct Payment {
    /// Its name in the form.
    pub value: &'static str,
    /// Its name for people.
    pub name: String,
    /// What is in it, or what to know about it.
    pub note: String,
    /// Whether it is chosen unless the buyer says otherwise.
    pub chosen: bool,
}
