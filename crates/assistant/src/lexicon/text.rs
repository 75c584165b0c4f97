//! Text as units: one Chinese character, one Latin word or one number each, with where it stood in the source.
//!
//! Case, width, script, plurals and ways to write a number do not tell two units apart. The same cutting is used for
//! the catalogue's names and for sentences, so whatever it does, it does to both.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::iter::Peekable;
use std::str::CharIndices;

use super::hash::Mixer;
use super::script;

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A Chinese character, in simplified script.
    Han,
    /// A Latin word.
    Word,
    /// A number in digits.
    Digits,
    /// The end of a sentence or line.
    Stop,
    /// A comma or the like.
    Comma,
    /// A sign that means something: `:`, `%`, `¥`.
    Sign,
}

/// A unit of text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unit {
    /// What tells units apart: the code point of a character, or the number of a word. Zero for an unknown word.
    pub(crate) key: u32,
    /// What it is.
    pub(crate) kind: Kind,
    /// Its value in thousandths, if it is a number in digits or an English numeral.
    pub(crate) milli: Option<u64>,
    /// Bytes in the source.
    pub(crate) start: u32,
    /// Bytes in the source.
    pub(crate) end: u32,
}

/// Words numbered as they come. Above all code points, so that characters and words share one space.
#[derive(Debug, Default)]
pub(crate) struct Words {
    numbers: HashMap<Box<str>, u32, BuildHasherDefault<Mixer>>,
}

pub(crate) const WORDS_FROM: u32 = 0x20_0000;

impl Words {
    /// The key of a word; a new one if it is new.
    pub(crate) fn intern(&mut self, word: &str) -> u32 {
        if let Some(key) = self.numbers.get(word) {
            return *key;
        }
        let next = u32::try_from(self.numbers.len()).expect("fewer words than memory") + WORDS_FROM + 1;
        self.numbers.insert(word.into(), next);
        next
    }

    /// The key of a word; zero if nothing is called so.
    pub(crate) fn find(&self, word: &str) -> u32 {
        self.numbers.get(word).copied().unwrap_or(0)
    }

    /// All words, in no order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.numbers.keys().map(|word| &**word)
    }
}

/// Cuts `source` into units; `key` gives each Latin word and number its key.
pub(crate) fn cut(source: &str, mut key: impl FnMut(&str) -> u32) -> Vec<Unit> {
    let mut units = Vec::with_capacity(source.len() / 3 + 4);
    let mut rest = Rest { source, characters: source.char_indices().peekable(), end: 0, buffer: String::new() };
    while let Some((start, character)) = rest.next() {
        let (key, kind, milli) = match character {
            character if is_letter(character) => {
                let (name, milli) = rest.word(character);
                (key(&name), Kind::Word, milli)
            }
            character if character.is_ascii_digit() => {
                let digits = rest.digits(character);
                (key(digits), Kind::Digits, Some(thousandths(digits)))
            }
            character if is_han(character) => (u32::from(character), Kind::Han, None),
            character => match sign(character) {
                Some(kind) => (u32::from(character), kind, None),
                None => continue,
            },
        };
        units.push(Unit { key, kind, milli, start: narrow(start), end: narrow(rest.end) });
    }
    units
}

/// What of a text is not yet cut. All characters come plain: in simplified script and half width.
struct Rest<'s> {
    source: &'s str,
    characters: Peekable<CharIndices<'s>>,
    /// The byte after the last character taken.
    end: usize,
    buffer: String,
}

impl Rest<'_> {
    fn next(&mut self) -> Option<(usize, char)> {
        let (start, raw) = self.characters.next()?;
        self.end = start + raw.len_utf8();
        Some((start, script::plain(raw)))
    }

    /// Takes the next character if it goes on what was begun.
    fn next_if(&mut self, goes_on: impl FnOnce(usize, char, &str) -> bool) -> Option<char> {
        let (at, raw) = *self.characters.peek()?;
        let character = script::plain(raw);
        if !goes_on(at, character, &self.buffer) {
            return None;
        }
        self.next().map(|(_, character)| character)
    }

    /// The word that begins with a letter: without its plural, a numeral as its digits, with its value.
    fn word(&mut self, first: char) -> (Cow<'_, str>, Option<u64>) {
        self.buffer.clear();
        self.buffer.extend(first.to_lowercase());
        while let Some(next) = self.next_if(|_, next, _| next == '\'' || is_letter(next)) {
            if next != '\'' {
                self.buffer.extend(next.to_lowercase());
            }
        }
        let word = stem(&self.buffer);
        match numeral(&word) {
            Some(milli) => (Cow::Owned((milli / 1000).to_string()), Some(milli)),
            None => (word, None),
        }
    }

    /// The number that begins with a digit, with at most one point inside.
    fn digits(&mut self, first: char) -> &str {
        self.buffer.clear();
        self.buffer.push(first);
        let source = self.source;
        let goes_on = |at, next: char, sofar: &str| {
            next.is_ascii_digit() || next == '.' && !sofar.contains('.') && digit_after(source, at)
        };
        while let Some(next) = self.next_if(goes_on) {
            self.buffer.push(next);
        }
        &self.buffer
    }
}

fn is_letter(character: char) -> bool {
    character.is_alphabetic() && !is_han(character)
}

fn sign(character: char) -> Option<Kind> {
    match character {
        '.' | '!' | '?' | ';' | '\n' | '。' => Some(Kind::Stop),
        ',' | '、' | '+' | '&' | '/' => Some(Kind::Comma),
        ':' | '%' | '¥' | '~' => Some(Kind::Sign),
        _ => None,
    }
}

fn digit_after(source: &str, at: usize) -> bool {
    source[at..].chars().nth(1).is_some_and(|c| script::plain(c).is_ascii_digit())
}

/// Digits with at most one point, in thousandths; what is too large is the largest there is.
fn thousandths(digits: &str) -> u64 {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = whole.parse::<u64>().unwrap_or(u64::MAX).min(1_000_000_000_000);
    let part: u64 = part.bytes().chain(*b"000").take(3).fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    whole * 1000 + part
}

pub(crate) fn is_han(character: char) -> bool {
    matches!(u32::from(character), 0x3400..=0x9fff | 0xf900..=0xfaff | 0x2_0000..=0x3_ffff | 0x3007)
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).expect("a sentence or a name is short")
}

/// English numerals that are one word; they count as digits, so that "six inch" is `6 inch`.
fn numeral(word: &str) -> Option<u64> {
    let n = match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    };
    Some(n * 1000)
}

/// A word without its plural, and units of measure by their sign. What this joins wrongly it joins on both sides.
fn stem(word: &str) -> Cow<'_, str> {
    let same = match word {
        "metre" | "metres" | "meter" | "meters" => "m",
        "gram" | "grams" => "g",
        "kilogram" | "kilograms" | "kilo" | "kilos" => "kg",
        "inches" => "inch",
        "colour" | "colours" => "color",
        "flavour" | "flavours" => "flavor",
        "yoghurt" | "yoghurts" => "yogurt",
        _ => "",
    };
    if !same.is_empty() {
        return Cow::Borrowed(same);
    }
    if word.len() <= 3 || !word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let cut = |tail: &str, with: &str| word.strip_suffix(tail).map(|head| Cow::Owned(format!("{head}{with}")));
    if word.len() > 4
        && let Some(stemmed) = cut("ies", "y").or_else(|| cut("ie", "y"))
    {
        return stemmed;
    }
    for tail in ["ches", "shes", "sses", "xes", "zes", "oes"] {
        if word.ends_with(tail) {
            return Cow::Borrowed(&word[..word.len() - 2]);
        }
    }
    if ["ss", "us", "is"].iter().any(|tail| word.ends_with(tail)) {
        return Cow::Borrowed(word);
    }
    Cow::Borrowed(word.strip_suffix('s').unwrap_or(word))
}
