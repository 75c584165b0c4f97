//! Sentences that are not written as they should be: pinyin instead of characters, characters that only sound right,
//! Latin words with a slip, fillers within a phrase. Tried only when something was left unread; what comes out is read
//! again like any sentence.

mod ear;
mod filler;
mod latin;
mod measured;
mod sound;
mod synonym;
pub(crate) mod yes;

pub(crate) use synonym::synonyms;

use domain::time::Time;

use crate::lexicon::Lexicon;
use crate::read::{Token, Units, tokens};

/// Times that a sentence is mended at most; each mends one thing at least.
const ROUNDS_MAX: usize = 8;
/// The same, of a sentence of more than [`LONG_UNITS`]: all of it is read again for each.
const ROUNDS_LONG_MAX: usize = 1;
const LONG_UNITS: usize = 400;

/// What stands behind the number of a house.
const HOUSE: &[char] = &['号', '室', '栋', '弄'];

/// The sentence as it was probably meant; `None` if there is nothing to mend.
pub(crate) fn repair(lexicon: &Lexicon, sentence: &Units<'_>, read: &[Token], now: Time) -> Option<String> {
    let mut mended = once(lexicon, sentence, read, now)?;
    let rounds = if sentence.units.len() > LONG_UNITS { ROUNDS_LONG_MAX } else { ROUNDS_MAX };
    for _ in 1..rounds {
        let sentence = Units::new(lexicon, &mended);
        match once(lexicon, &sentence, &tokens(lexicon, &sentence, now), now) {
            Some(again) if again != mended => mended = again,
            _ => break,
        }
    }
    Some(mended)
}

fn once(lexicon: &Lexicon, sentence: &Units<'_>, read: &[Token], now: Time) -> Option<String> {
    if let Some(written) = measured::measured(lexicon, sentence, read) {
        return Some(written);
    }
    if let Some(written) = sound::torn(lexicon, sentence, read) {
        return Some(written);
    }
    if read.iter().all(Token::known) {
        let parted =
            filler::parts(lexicon, sentence, read).then(|| filler::within(lexicon, sentence, read, now)).flatten();
        return parted.or_else(|| sound::crumbs(lexicon, sentence, read));
    }
    // 120号 is a house number, and no 好.
    let house = |pair: &[Token]| {
        let sign = sentence.han(pair[1].start).is_some_and(|sign| HOUSE.contains(&sign));
        pair[0].numeric() && !pair[1].known() && sign
    };
    if read.windows(2).any(house) {
        return synonym::other_words(lexicon, sentence, read);
    }
    sound::from_pinyin(lexicon, sentence)
        .or_else(|| synonym::other_words(lexicon, sentence, read))
        .or_else(|| synonym::spoken_unit(lexicon, sentence, read))
        .or_else(|| yes::beside_commitment(lexicon, sentence, read, now))
        .or_else(|| sound::counted_name(lexicon, sentence, read))
        .or_else(|| sound::crumbs(lexicon, sentence, read))
        .or_else(|| ear::misheard(lexicon, sentence, read, now))
        .or_else(|| sound::homophones(lexicon, sentence, read))
        .or_else(|| ear::misheard_alone(lexicon, sentence, read, now))
        .or_else(|| filler::within(lexicon, sentence, read, now))
        .or_else(|| latin::slips(lexicon, sentence, read))
}
