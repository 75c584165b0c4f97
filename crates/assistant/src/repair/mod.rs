//! Sentences that are not written as they should be: pinyin instead of characters, characters that only sound right,
//! Latin words with a slip. Tried only when something was left unread; what comes out is read again like any sentence.

mod latin;
mod sound;
mod synonym;

use crate::lexicon::Lexicon;
use crate::read::{Token, Units};

/// The sentence as it was probably meant; `None` if there is nothing to mend.
pub(crate) fn repair(lexicon: &Lexicon, sentence: &Units<'_>, tokens: &[Token]) -> Option<String> {
    let lost = |token: &&Token| !token.known();
    tokens.iter().find(lost)?;
    sound::from_pinyin(lexicon, sentence)
        .or_else(|| synonym::other_words(lexicon, sentence, tokens))
        .or_else(|| sound::homophones(lexicon, sentence, tokens))
        .or_else(|| latin::slips(lexicon, sentence, tokens))
}
