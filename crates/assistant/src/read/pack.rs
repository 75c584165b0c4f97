//! How much one of an item holds, as its name says.

use domain::catalogue::Item;

use super::measure;
use super::reading::{Amount, Measure};
use super::sentence::Sentence;
use crate::lexicon::{Lexicon, names};

/// Characters of the longest text that says how much is in a pack; what is longer is advertising, or worse.
const PACK_CHARS_MAX: usize = 16;

/// The amounts that a name says in brackets or after it: (10枚装), (500克), (pack of 10).
pub(crate) fn packs(lexicon: &Lexicon, item: &Item) -> Vec<Amount> {
    let inside = names::brackets(&item.name.zh).1;
    let short = inside.iter().filter(|text| text.chars().count() <= PACK_CHARS_MAX);
    short.flat_map(|text| all_amounts(lexicon, text).into_iter().chain(single(lexicon, text))).collect()
}

/// 单支 is one.
fn single(lexicon: &Lexicon, text: &str) -> Option<Amount> {
    let units = Sentence::new(lexicon, text.strip_prefix('单')?);
    let (end, measure) = measure::measure(lexicon, &units, 0)?;
    (end == units.units.len()).then(|| Amount { measure, ..Amount::count(1) })
}

/// The measure of which one is a whole one: 盒 of 中性笔（整盒12支）.
pub(crate) fn whole_of(lexicon: &Lexicon, item: &Item) -> Option<Measure> {
    let inside = names::brackets(&item.name.zh).1;
    inside.iter().filter_map(|text| text.strip_prefix('整')).find_map(|text| {
        let units = Sentence::new(lexicon, text);
        let (end, measure) = measure::measure(lexicon, &units, 0)?;
        // 整只 holds nothing that is sold alone.
        measure::amount(lexicon, &units, end).map(|_| measure)
    })
}

/// The amounts in a short text: a pair and five kilograms of 一对5公斤.
fn all_amounts(lexicon: &Lexicon, text: &str) -> Vec<Amount> {
    let units = Sentence::new(lexicon, text);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < units.units.len() {
        match measure::amount(lexicon, &units, at) {
            Some((end, amount)) => {
                found.push(amount);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The first amount in a short text.
pub(crate) fn amount_in(lexicon: &Lexicon, text: &str) -> Option<Amount> {
    let units = Sentence::new(lexicon, text);
    (0..units.units.len()).find_map(|at| measure::amount(lexicon, &units, at)).map(|(_, amount)| amount)
}
