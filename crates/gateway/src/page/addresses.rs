//! The buyer's addresses, each with its form.

use askama::Template;

use super::shell::Shell;

/// The page of addresses.
#[derive(Debug, Template)]
#[template(path = "addresses.html")]
pub struct AddressesPage {
    /// What surrounds it.
    pub shell: Shell,
    /// The addresses, the usual one first.
    pub addresses: Vec<AddressForm>,
    /// Whether there is room for another.
    pub room: bool,
    /// Whether a change has just been saved.
    pub saved: bool,
}

/// An address and what its form holds.
#[derive(Debug)]
pub struct AddressForm {
    /// Its place in the list, from nought.
    pub place: usize,
    /// What the buyer calls it.
    pub label: String,
    /// The address.
    pub text: String,
    /// The six-digit administrative code; empty if not known.
    pub adcode: String,
    /// Whether it is one that we made up for a first try.
    pub example: bool,
}
