//! Slips in Latin words: one letter too many, too few, other, or two exchanged.

use crate::lexicon::Lexicon;
use crate::lexicon::text::Kind;
use crate::read::{Token, Units, byte};

/// Letters from which on a word is mended: shorter ones have too many neighbours that are words themselves.
const LETTERS_MIN: usize = 6;
/// Words of one sentence that are mended at most.
const WORDS_MAX: usize = 8;

/// The sentence with unknown words replaced by the one known word that is one slip away.
pub(crate) fn slips(lexicon: &Lexicon, sentence: &Units<'_>, tokens: &[Token]) -> Option<String> {
    let (mut out, mut copied, mut mended) = (String::new(), 0, 0);
    for token in tokens.iter().filter(|token| !token.known()) {
        let unit = &sentence.units[token.start];
        let word = sentence.text(token.start, token.end).to_lowercase();
        if unit.kind != Kind::Word || unit.key != 0 || word.chars().count() < LETTERS_MIN || mended >= WORDS_MAX {
            continue;
        }
        if let Some(meant) = one_slip_away(lexicon, &word) {
            out.push_str(sentence.source.get(copied..byte(unit.start))?);
            out.push_str(meant);
            copied = byte(unit.end);
            mended += 1;
        }
    }
    out.push_str(sentence.source.get(copied..)?);
    (mended > 0).then_some(out)
}

fn one_slip_away<'l>(lexicon: &'l Lexicon, word: &str) -> Option<&'l str> {
    let near =
        |known: &&str| known.len().abs_diff(word.len()) <= 1 && known.len() + 1 >= LETTERS_MIN && one_slip(word, known);
    let plural = word.strip_suffix('s').unwrap_or(word);
    let mut found = lexicon.latin_words().filter(|known| near(known) || one_slip(plural, known));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Whether one insertion, deletion, substitution or exchange of neighbours makes `a` into `b`.
pub(crate) fn one_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 1 || b.len() + 1 < LETTERS_MIN {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (x, y) = (&a[same..], &b[same..]);
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Less => x == &y[1..],
        std::cmp::Ordering::Greater => &x[1..] == y,
        std::cmp::Ordering::Equal if x.is_empty() => false,
        std::cmp::Ordering::Equal => {
            x[1..] == y[1..] || x.len() >= 2 && x[0] == y[1] && x[1] == y[0] && x[2..] == y[2..]
        }
    }
}
