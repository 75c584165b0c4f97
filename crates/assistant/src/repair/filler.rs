//! Fillers within a phrase: "grass, like, jelly".

use crate::lexicon::names::word_in;
use crate::lexicon::{Lexicon, Word};
use crate::read::{Token, Units, byte, tokens, worth};
use domain::time::Time;

/// Fillers of one sentence that are tried at most.
const TRIED_MAX: usize = 6;

/// The sentence without the filler that keeps a phrase from being read.
pub(crate) fn within(lexicon: &Lexicon, sentence: &Units<'_>, read: &[Token], now: Time) -> Option<String> {
    let is_filler = |token: &Token| word_in(token.meanings(lexicon)) == Some(Word::Filler);
    let inside = |at: &usize| is_filler(&read[*at]) && *at > 0;
    let lost = |read: &[Token]| read.iter().filter(|token| !token.known()).count();
    (0..read.len()).filter(inside).take(TRIED_MAX).find_map(|at| {
        let token = read[at];
        let (from, to) = (sentence.units[token.start].start, sentence.units[token.end - 1].end);
        let written = format!("{}{}", sentence.source.get(..byte(from))?, sentence.source.get(byte(to)..)?);
        let without = Units::new(lexicon, &written);
        let again = tokens(lexicon, &without, now);
        let better = lost(&again) < lost(read) && worth(lexicon, &without, &again) > worth(lexicon, sentence, read);
        better.then_some(written)
    })
}
