//! What a buyer does not eat: an allergy, or a thing they do not like. Kept with the buyer, and held against every quote.
//!
//! An allergy is strict: an item is out as soon as its name, description or tags speak of it or an option would put it
//! in, chosen or not; an option that leaves it away must be chosen. What is merely disliked is out where it would be in
//! what is bought.

mod substances;
mod words;

use std::sync::Arc;

use crate::catalogue::Item;
use crate::digest::Digest;
use crate::language::Language;
use crate::refusal::Refusal;

pub use substances::Substance;
use words::Words;

/// Things that one buyer can avoid at most.
pub const AVOIDANCES_MAX: usize = 20;
/// Characters of what is avoided at most.
pub const AVOIDED_CHARS_MAX: usize = 20;

/// How strictly something is avoided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strictness {
    /// It may harm: nothing that speaks of it, and every option that leaves it away.
    Allergy,
    /// It is not wanted in what is bought.
    Dislike,
}

/// Something that a buyer avoids.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Avoidance {
    /// What: the Chinese name of a [`Substance`], or else the buyer's own word for it.
    pub what: Arc<str>,
    /// How strictly.
    pub strictness: Strictness,
}

impl Strictness {
    /// The word on the wire and in the store.
    pub fn word(self) -> &'static str {
        match self {
            Self::Allergy => "allergy",
            Self::Dislike => "dislike",
        }
    }

    /// The strictness with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Allergy, Self::Dislike].into_iter().find(|strictness| strictness.word() == word)
    }
}

impl Avoidance {
    /// One of what a person calls `what`, in either language.
    pub fn new(what: &str, strictness: Strictness) -> Self {
        let what = what.trim();
        let known = Substance::called(what).map(|substance| Arc::from(substance.name(Language::Zh)));
        Self { what: known.unwrap_or_else(|| Arc::from(what)), strictness }
    }

    /// What it is called in `language`.
    pub fn name(&self, language: Language) -> &str {
        Substance::called(&self.what).map_or(&self.what, |substance| substance.name(language))
    }

    /// Whether it can be kept.
    ///
    /// # Errors
    /// [`Refusal::BuyerFieldInvalid`] with its value.
    pub fn check(&self) -> Result<(), Refusal> {
        let characters = self.what.chars().count();
        if self.what.trim().is_empty() || characters > AVOIDED_CHARS_MAX {
            return Err(crate::buyer::invalid("avoids", &self.what));
        }
        Ok(())
    }

    /// Writes all of it to a digest.
    #[must_use]
    pub fn write(&self, digest: Digest) -> Digest {
        digest.text(&self.what).text(self.strictness.word())
    }
}

/// Everything that must not be in an item, ready to look at many of them.
#[derive(Debug, Clone, Default)]
pub struct Avoider(Vec<(Avoidance, Words)>);

impl Avoider {
    /// What looks for all of `avoids`.
    pub fn new<'a>(avoids: impl IntoIterator<Item = &'a Avoidance>) -> Self {
        Self(avoids.into_iter().map(|avoids| (avoids.clone(), Words::of(&avoids.what))).collect())
    }

    /// One that avoids nothing.
    pub fn of_nothing() -> &'static Self {
        static NOTHING: Avoider = Avoider(Vec::new());
        &NOTHING
    }

    /// Whether nothing is avoided.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What the item must not have and has, whatever is chosen of it: an allergy that it speaks of, or something that
    /// none of its options leaves away.
    pub fn rules_out(&self, item: &Item) -> Option<&Avoidance> {
        self.first(|avoids, words| match avoids.strictness {
            Strictness::Allergy => says(item, words) || offers(item, words),
            Strictness::Dislike => says(item, words) && !values(item).any(|value| words.left_away_in(value)),
        })
    }

    /// What the item must not have and has, as it is chosen. `chosen` are the names of the chosen values.
    pub fn found(&self, item: &Item, chosen: &[&str]) -> Option<&Avoidance> {
        self.first(|avoids, words| {
            let left_away = chosen.iter().any(|value| words.left_away_in(value));
            match avoids.strictness {
                Strictness::Allergy => {
                    // Where it can be left away it is there otherwise.
                    let else_there = values(item).any(|value| words.left_away_in(value));
                    says(item, words) || offers(item, words) || else_there && !left_away
                }
                Strictness::Dislike => {
                    chosen.iter().any(|value| words.stand_in(value)) || says(item, words) && !left_away
                }
            }
        })
    }

    /// The allergies of which the catalogue does not say that the item is free.
    pub fn not_told<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Avoidance> {
        let allergies = self.0.iter().filter(|(avoids, _)| avoids.strictness == Strictness::Allergy);
        let open = allergies.filter(|(_, words)| !texts(item).any(|text| words.left_away_in(text)));
        open.map(|(avoids, _)| avoids)
    }

    /// Whether the value of an option leaves away something that is avoided.
    pub fn leaves_away(&self, value: &str) -> bool {
        self.0.iter().any(|(_, words)| words.left_away_in(value))
    }

    fn first(&self, fails: impl Fn(&Avoidance, &Words) -> bool) -> Option<&Avoidance> {
        self.0.iter().find(|(avoids, words)| fails(avoids, words)).map(|(avoids, _)| avoids)
    }
}

fn texts(item: &Item) -> impl Iterator<Item = &str> {
    let own: [&str; 3] = [&item.name.zh, &item.name.en, &item.description];
    own.into_iter().chain(item.tags.iter().map(|tag| &**tag))
}

fn values(item: &Item) -> impl Iterator<Item = &str> {
    let values = item.options.iter().flat_map(|group| &group.values);
    values.flat_map(|value| [&*value.name.zh, &*value.name.en])
}

/// Whether name, description or tags say that it is in there.
fn says(item: &Item, words: &Words) -> bool {
    texts(item).any(|text| words.stand_in(text))
}

/// Whether an option would put it in, chosen or not: the kitchen has it at hand.
fn offers(item: &Item, words: &Words) -> bool {
    let groups = item.options.iter().flat_map(|group| [&*group.name.zh, &*group.name.en]);
    values(item).chain(groups).any(|text| words.stand_in(text))
}
