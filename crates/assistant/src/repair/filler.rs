//! Fillers and endings within a phrase: "grass, like, jelly", 玉米碴子粥.

use crate::lexicon::names::word_in;
use crate::lexicon::{Lexicon, Word};
use crate::read::{Token, Units, byte, tokens, worth};
use domain::time::Time;

/// Fillers of one sentence that are tried at most.
const TRIED_MAX: usize = 6;

/// The one filler that is also said within a phrase all of whose words can be read: "grass, like, jelly".
const ANYWHERE: &str = "like";

/// Whether a filler stands within a sentence that may part what belongs together.
pub(crate) fn parts(lexicon: &Lexicon, sentence: &Units<'_>, read: &[Token]) -> bool {
    let like = |token: &Token| sentence.text(token.start, token.end).eq_ignore_ascii_case(ANYWHERE);
    read.iter().skip(1).any(|token| is_filler(lexicon, token) && like(token))
}

/// The sentence without the filler that parts a phrase: more of it is read then, or two of its words become one.
pub(crate) fn within(lexicon: &Lexicon, sentence: &Units<'_>, read: &[Token], now: Time) -> Option<String> {
    let lost = |read: &[Token]| read.iter().filter(|token| !token.known()).count();
    // 玉米碴子粥 for 玉米碴粥.
    let ending = |token: &Token| !token.known() && matches!(sentence.text(token.start, token.end), "子" | "儿");
    let inside = read.iter().skip(1).filter(|token| is_filler(lexicon, token) || ending(token));
    inside.take(TRIED_MAX).find_map(|token| {
        let (from, to) = (sentence.units[token.start].start, sentence.units[token.end - 1].end);
        let written = format!("{}{}", sentence.source.get(..byte(from))?, sentence.source.get(byte(to)..)?);
        let without = Units::new(lexicon, &written);
        let again = tokens(lexicon, &without, now);
        let more = lost(&again) < lost(read) || again.len() + 2 <= read.len();
        let better = more && worth(lexicon, &without, &again) > worth(lexicon, sentence, read);
        better.then_some(written)
    })
}

fn is_filler(lexicon: &Lexicon, token: &Token) -> bool {
    word_in(token.meanings(lexicon)) == Some(Word::Filler)
}
