//! The buyer's addresses, what they do not eat and what they usually have, each with its form.

use askama::Template;

use desk::Place;
use domain::avoidance::{Avoidance, Strictness};
use domain::buyer::Address;
use domain::language::Language;

use super::shell::Shell;

/// The page of addresses.
#[derive(Debug, Template)]
#[template(path = "addresses.html")]
pub struct AddressesPage {
    /// What surrounds it.
    pub shell: Shell,
    /// Whether nobody is known to look at it yet.
    pub newcomer: bool,
    /// The addresses, the usual one first.
    pub addresses: Vec<AddressForm>,
    /// What the buyer does not eat.
    pub avoids: Vec<AvoidsForm>,
    /// What they usually have, each order in words.
    pub usual: Vec<String>,
    /// How they like it.
    pub tastes: Vec<String>,
    /// Whether there is room for another.
    pub room: bool,
    /// Whether a change has just been saved.
    pub saved: bool,
    /// Whether the example addresses can be had in another town.
    pub movable: bool,
    /// The towns where there are shops.
    pub towns: Vec<Town>,
}

/// A town where there are shops.
#[derive(Debug)]
pub struct Town {
    /// The six-digit administrative code.
    pub adcode: String,
    /// What people call it.
    pub name: String,
}

/// Something that the buyer does not eat.
#[derive(Debug)]
pub struct AvoidsForm {
    /// What it is kept as.
    pub what: String,
    /// What it is called in the page's language.
    pub name: String,
    /// Whether it is an allergy.
    pub allergy: bool,
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
    /// The administrative code of the town that the buyer said it is in; empty if they said none.
    pub adcode: String,
    /// Whether it is one that we made up for a first try.
    pub example: bool,
}

impl Town {
    /// A town by its code and its name.
    pub fn of(place: Place) -> Self {
        Self { adcode: place.adcode.to_string(), name: place.label }
    }
}

impl AvoidsForm {
    /// The form of one of them.
    pub fn of(avoids: &Avoidance, language: Language) -> Self {
        let allergy = avoids.strictness == Strictness::Allergy;
        Self { what: avoids.what.to_string(), name: avoids.name(language).to_owned(), allergy }
    }
}

impl AddressForm {
    /// The form of the `place`-th address. Where an example is, nobody has said: its form begins without a town, so that
    /// one that becomes somebody's own does not stay there.
    pub fn of(place: usize, address: &Address) -> Self {
        let said = address.adcode.as_deref().filter(|_| !address.example);
        Self {
            place,
            label: address.label.to_string(),
            text: address.text.to_string(),
            adcode: said.unwrap_or_default().to_owned(),
            example: address.example,
        }
    }

    /// The town it is in, if that is none of `towns`, so that it is not lost from the form.
    pub fn elsewhere(&self, towns: &[Town]) -> Option<&str> {
        let listed = self.adcode.is_empty() || towns.iter().any(|town| town.adcode == self.adcode);
        (!listed).then_some(self.adcode.as_str())
    }
}
