//! How much one of an item holds, as its name says.

use domain::catalogue::Item;

use super::measure;
use super::reading::Amount;
use super::sentence::Sentence;
use crate::lexicon::{Lexicon, names};

/// The amounts that a name says in brackets or after it: (10枚装), (500克), (pack of 10).
pub(crate) fn packs(lexicon: &Lexicon, item: &Item) -> Vec<Amount> {
    let inside = |name: &str| names::brackets(name).1;
    inside(&item.name.zh).iter().filter_map(|text| amount_in(lexicon, text)).collect()
}

/// The first amount in a short text.
pub(crate) fn amount_in(lexicon: &Lexicon, text: &str) -> Option<Amount> {
    let units = Sentence::new(lexicon, text);
    (0..units.units.len()).find_map(|at| measure::amount(lexicon, &units, at)).map(|(_, amount)| amount)
}
