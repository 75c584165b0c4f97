//! Slips in Latin words: one letter too many, too few, other, or two exchanged.

use crate::lexicon::text::Kind;
use crate::lexicon::{Lexicon, Meaning};
use crate::read::{Token, Units, byte};

/// Letters from which on any slip is mended: shorter words have too many neighbours that are words themselves.
const LETTERS_MIN: usize = 6;
/// Letters from which on a slip is mended that hardly ever makes a word of another: mlik, cofee, larg.
const LIKELY_LETTERS_MIN: usize = 4;
/// Letters from which on it is mended where another word beside it, or what it may be, leaves no doubt: icd, mlk.
const PHRASE_LETTERS_MIN: usize = 3;
/// Words of one sentence that are mended at most.
const WORDS_MAX: usize = 8;

/// The sentence with unknown words replaced by the one known word that is one slip away.
pub(crate) fn slips(lexicon: &Lexicon, sentence: &Units<'_>, tokens: &[Token]) -> Option<String> {
    let (mut out, mut copied, mut mended) = (String::new(), 0, 0);
    for token in tokens.iter().filter(|token| !token.known()) {
        let unit = &sentence.units[token.start];
        let word = sentence.text(token.start, token.end).to_lowercase();
        if unit.kind != Kind::Word || mended >= WORDS_MAX {
            continue;
        }
        let alone = || Some(word.as_str()).filter(|_| unit.key == 0).and_then(|word| one_slip_away(lexicon, word));
        if let Some(meant) = in_phrase(lexicon, sentence, token, &word).or_else(alone) {
            out.push_str(sentence.source.get(copied..byte(unit.start))?);
            out.push_str(meant);
            copied = byte(unit.end);
            mended += 1;
        }
    }
    out.push_str(sentence.source.get(copied..)?);
    (mended > 0).then_some(out)
}

/// "Oat late", "oat mlk": a word with a slip that is likely, beside one with which it makes a name or a choice. It may be
/// a word of its own elsewhere, or be short.
fn in_phrase<'l>(lexicon: &'l Lexicon, sentence: &Units<'_>, token: &Token, word: &str) -> Option<&'l str> {
    let beside = token.start.checked_sub(1).filter(|at| sentence.units[*at].kind == Kind::Word)?;
    let before = sentence.text(beside, token.start).to_lowercase();
    let named = |meaning: &Meaning| matches!(meaning, Meaning::Name(_) | Meaning::Value(_));
    let makes = |known: &&str| lexicon.exact(&format!("{} {known}", before.trim())).iter().any(named);
    let likely =
        |known: &&str| word.len() >= PHRASE_LETTERS_MIN && (likely_slip(word, known) || other_vowel(word, known));
    only(lexicon.latin_words().filter(likely).filter(makes))
}

/// "Icd": a vowel left out of a short word, that can only be a choice. A choice does nothing by itself.
fn short_choice<'l>(lexicon: &'l Lexicon, word: &str) -> Option<&'l str> {
    let chooses = |known: &&str| {
        let meanings = lexicon.exact(known);
        !meanings.is_empty() && meanings.iter().all(|meaning| matches!(meaning, Meaning::Value(_)))
    };
    let lacks_vowel = |known: &&str| known.len() == word.len() + 1 && likely_slip(word, known);
    let short = word.len() == PHRASE_LETTERS_MIN;
    only(lexicon.latin_words().filter(|known| short && lacks_vowel(known)).filter(chooses))
}

fn one_slip_away<'l>(lexicon: &'l Lexicon, word: &str) -> Option<&'l str> {
    let letters = word.chars().count();
    let likely = |known: &&str| letters >= LIKELY_LETTERS_MIN && likely_slip(word, known);
    // "Conform" and "border" are words, and place no order.
    let places = |known: &str| super::yes::COMMITTING.contains(&known);
    let lacks = |known: &&str| !places(known) && letters >= LIKELY_LETTERS_MIN && lacks_consonant(word, known);
    let likely = lexicon.latin_words().filter(likely).collect::<Vec<_>>();
    if likely.is_empty()
        && let Some(meant) = only(lexicon.latin_words().filter(lacks))
    {
        return Some(meant);
    }
    only(likely.into_iter()).or_else(|| short_choice(lexicon, word)).or_else(|| {
        let plural = word.strip_suffix('s').unwrap_or(word);
        let near = |known: &&str| !places(known) && (one_slip(word, known) || one_slip(plural, known));
        if letters < LETTERS_MIN { None } else { only(lexicon.latin_words().filter(near)) }
    })
}

fn only<'l>(mut found: impl Iterator<Item = &'l str>) -> Option<&'l str> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Whether one insertion, deletion, substitution or exchange of neighbours makes `a` into `b`. A word that begins
/// otherwise is another word: a flight is no light.
pub(crate) fn one_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 1 || b.len() + 1 < LETTERS_MIN || !begins_alike(a, b) {
        return false;
    }
    let (x, y) = apart(a, b);
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Less => x == &y[1..],
        std::cmp::Ordering::Greater => &x[1..] == y,
        std::cmp::Ordering::Equal if x.is_empty() => false,
        std::cmp::Ordering::Equal => x[1..] == y[1..] || exchanged(x, y),
    }
}

/// Whether `said` has two neighbours of `meant` exchanged, one letter of two alike, two for one, or a vowel left out;
/// the first letter is rarely wrong.
fn likely_slip(said: &str, meant: &str) -> bool {
    if said.len() >= LETTERS_MIN && said != meant && without_doubles(said).eq(without_doubles(meant)) {
        return true;
    }
    let (said, meant) = (said.as_bytes(), meant.as_bytes());
    if said.len().abs_diff(meant.len()) > 1 || said.first() != meant.first() {
        return false;
    }
    let (x, y) = apart(said, meant);
    let before = said.len() - x.len();
    match said.len().cmp(&meant.len()) {
        std::cmp::Ordering::Less => x == &y[1..] && (b"aeiou".contains(&y[0]) || y[0] == meant[before - 1]),
        std::cmp::Ordering::Greater => &x[1..] == y && x[0] == said[before - 1],
        std::cmp::Ordering::Equal => exchanged(x, y),
    }
}

/// Whether one vowel stands for another in a word of some length: suger for sugar.
fn other_vowel(said: &str, meant: &str) -> bool {
    let (x, y) = apart(said.as_bytes(), meant.as_bytes());
    let vowels = |letters: &[u8]| letters.first().is_some_and(|letter| b"aeiou".contains(letter));
    said.len() > LIKELY_LETTERS_MIN && said.len() == meant.len() && vowels(x) && vowels(y) && x[1..] == y[1..]
}

/// Whether `said` lacks one letter from within `meant`: lage for large.
fn lacks_consonant(said: &str, meant: &str) -> bool {
    let (x, y) = apart(said.as_bytes(), meant.as_bytes());
    said.len() + 1 == meant.len() && !x.is_empty() && x.len() < said.len() && *x == y[1..]
}

/// Whether two words have the same first letter, or the first two exchanged.
fn begins_alike(a: &[u8], b: &[u8]) -> bool {
    a.first() == b.first() || a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0]
}

/// The letters of a word, one for two alike: capucino.
fn without_doubles(word: &str) -> impl Iterator<Item = u8> {
    let bytes = word.bytes();
    bytes
        .clone()
        .zip(std::iter::once(0).chain(bytes))
        .filter(|(letter, before)| letter != before)
        .map(|(letter, _)| letter)
}

/// What is left of two words from where they differ.
fn apart<'w>(a: &'w [u8], b: &'w [u8]) -> (&'w [u8], &'w [u8]) {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    (&a[same..], &b[same..])
}

fn exchanged(x: &[u8], y: &[u8]) -> bool {
    x.len() >= 2 && y.len() >= 2 && x[0] == y[1] && x[1] == y[0] && x[2..] == y[2..]
}
