//! A yes by ear. It spends money, so little is taken for it: a word that places the order with one character that
//! sounds exactly like its own (下丹吧), and beside such a word, heard as it stands, a yes that sounds near (情付款吧); and
//! after a yes such a word with a slip ("yep, oder it").

use catalog::pinyin;

use crate::lexicon::names::word_in;
use crate::lexicon::{Lexicon, Word};
use crate::read::{Token, Units, byte, tokens};
use domain::time::Time;

/// Words of one character that agree, and are taken for others of their sound.
const AGREEING: &str = "行好";

/// Unread words of which each is tried as a slip at most.
const SLIPS_TRIED_MAX: usize = 4;
/// Words that place an order.
pub(crate) const COMMITTING: &[&str] = &["order", "confirm", "place", "checkout"];

/// Whether it says yes.
pub(crate) fn is_yes(lexicon: &Lexicon, token: &Token) -> bool {
    matches!(word_in(token.meanings(lexicon)), Some(Word::Agree | Word::Commit))
}

/// Whether it says nothing beside a yes.
pub(crate) fn is_polite(lexicon: &Lexicon, token: &Token) -> bool {
    let joins =
        matches!(word_in(token.meanings(lexicon)), Some(Word::Filler | Word::Of | Word::And | Word::This | Word::All));
    joins || token.separates.is_some()
}

/// The sentence with a yes for the one character that cannot be read, where all else places the order.
pub(crate) fn beside_commitment(lexicon: &Lexicon, sentence: &Units<'_>, read: &[Token], now: Time) -> Option<String> {
    let word = |token: &Token| word_in(token.meanings(lexicon));
    let at = read.iter().position(|token| !token.known())?;
    let (before, behind) = (&read[..at], &read[at + 1..]);
    let says_yes = |token: &Token| is_yes(lexicon, token) || is_polite(lexicon, token);
    if sentence.han(read[at].start).is_none() && before.iter().any(|token| is_yes(lexicon, token)) {
        return ends_in_slip(lexicon, sentence, read, now);
    }
    let commits = behind.iter().any(|token| word(token) == Some(Word::Commit));
    if !commits || !behind.iter().all(says_yes) || !before.iter().all(|token| is_polite(lexicon, token)) {
        return None;
    }
    let heard = sentence.han(read[at].start).and_then(pinyin::syllable)?;
    let meant = AGREEING.chars().find(|yes| pinyin::syllable(*yes).is_some_and(|yes| pinyin::near(yes, heard)))?;
    let unit = sentence.units[read[at].start];
    Some(format!("{}{meant}{}", sentence.source.get(..byte(unit.start))?, sentence.source.get(byte(unit.end)..)?))
}

/// "Yep, place the oder": behind a yes that was heard as it stands, all of which places the order but for one slip.
fn ends_in_slip(lexicon: &Lexicon, sentence: &Units<'_>, read: &[Token], now: Time) -> Option<String> {
    let lost = read.iter().filter(|token| !token.known());
    lost.take(SLIPS_TRIED_MAX).filter_map(|token| slipped(sentence, token)).find(|written| {
        let meant = Units::new(lexicon, written);
        tokens(lexicon, &meant, now).iter().all(|token| is_yes(lexicon, token) || is_polite(lexicon, token))
    })
}

/// "Yep, oder it": after a yes, a word with a slip that places the order.
fn slipped(sentence: &Units<'_>, token: &Token) -> Option<String> {
    let word = sentence.text(token.start, token.end).to_lowercase();
    let meant = COMMITTING.iter().find(|meant| falls_short(&word, meant))?;
    let (from, to) = (sentence.units[token.start].start, sentence.units[token.end - 1].end);
    Some(format!("{}{meant}{}", sentence.source.get(..byte(from))?, sentence.source.get(byte(to)..)?))
}

/// Whether a word lacks one letter of another: "oder", but neither "older" nor "border".
fn falls_short(said: &str, meant: &str) -> bool {
    let letters = || meant.char_indices().map(|(at, letter)| (at, at + letter.len_utf8()));
    letters().any(|(at, next)| said.strip_prefix(&meant[..at]) == Some(&meant[next..]))
}

/// Whether `meant`, which places the order, is what was `said` but for one character that sounds the same.
pub(crate) fn one_character_off(
    lexicon: &Lexicon,
    said: &Units<'_>,
    meant: &Units<'_>,
    meant_tokens: &[Token],
) -> bool {
    let commits =
        |token: &&Token| word_in(token.meanings(lexicon)) == Some(Word::Commit) && token.end > token.start + 1;
    let Some(commitment) = meant_tokens.iter().find(commits) else { return false };
    let differs = |at: &usize| said.han(*at) != meant.han(*at);
    let mut off = (0..meant.units.len()).filter(differs);
    let (Some(at), None) = (off.next(), off.next()) else { return false };
    let alike = said.han(at).zip(meant.han(at)).is_some_and(|(said, meant)| sounds_the_same(said, meant));
    said.units.len() == meant.units.len() && alike && (commitment.start..commitment.end).contains(&at)
}

/// Characters that ask, deny, put off, change or say who else: what was said with one of them is not what it was mended into.
const BEARING: &str = "啥谁哪几久会别没不未再晚后改换退他她们也";

/// Whether what was mended beside a yes says nothing else: all of it sounds as it was said, 下单叭, or the order is placed
/// in words that were heard as they stand, 可姨确认下单. Neither is 好久 好就, nor 下单啥 下单哈.
pub(crate) fn mends_nothing_else(lexicon: &Lexicon, said: &Units<'_>, read: &[Token], meant: &Units<'_>) -> bool {
    let mended = || (0..said.units.len()).map(|at| (said.han(at), meant.han(at))).filter(|(said, meant)| said != meant);
    let bears = mended().any(|(said, _)| said.is_some_and(|one| BEARING.contains(one)));
    let alike =
        |(said, meant): (Option<char>, Option<char>)| said.zip(meant).is_some_and(|(a, b)| sounds_the_same(a, b));
    let sounds = || said.units.len() == meant.units.len() && mended().all(alike);
    let commits = |token: &Token| word_in(token.meanings(lexicon)) == Some(Word::Commit);
    !bears && (read.iter().any(commits) || sounds())
}

/// Whether two characters are mostly said with the same syllable and, where both have one, the same tone.
fn sounds_the_same(one: char, other: char) -> bool {
    let (Some(one), Some(other)) = (pinyin::sounds(one).next(), pinyin::sounds(other).next()) else { return false };
    one.syllable == other.syllable && (one.tone == other.tone || one.tone * other.tone == 0)
}
