//! Text in which quantities are found: plain characters that keep their places.

use std::ops::Range;

use super::numeral::Glyphs;
use super::{Found, arabic};
use crate::lexicon::script;
use crate::quantity::ratio::Ratio;

/// A text with each character in half width, lower case and simplified script. One character stays one character, so
/// that a place here is a place in the source.
#[derive(Debug)]
pub(crate) struct Plain {
    chars: Vec<char>,
    bytes: Vec<usize>,
}

/// Traditional characters of quantities that shoppers' sentences have no need of.
const PAIRS: &str = "負负週周農农曆历瑞瑞銭钱歐欧鎊镑盧卢畝亩奈奈屆届復复儀仪陽阳臘腊當当際际幾几個个間间";

impl Plain {
    pub(crate) fn new(source: &str) -> Self {
        let mut chars: Vec<char> = source.chars().map(fold).collect();
        let raw: Vec<char> = source.chars().collect();
        for (at, around) in (1..).zip(raw.windows(3)) {
            // Between digits of half width, a comma of full width separates: 20，300.
            if around[1] == '，' && around[0].is_ascii_digit() && around[2].is_ascii_digit() {
                chars[at] = '，';
            }
        }
        let bytes = source.char_indices().map(|(at, _)| at).chain([source.len()]).collect();
        let mut plain = Self { chars, bytes };
        plain.blank_addresses();
        plain
    }

    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at `at`; after the end there is only `\0`.
    pub(crate) fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\0')
    }

    /// The character before `at`, spaces not counted.
    pub(crate) fn before(&self, at: usize) -> char {
        self.chars[..at.min(self.chars.len())].iter().rev().copied().find(|c| !c.is_whitespace()).unwrap_or('\0')
    }

    /// The character right before `at`.
    pub(crate) fn touching(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |at| self.at(at))
    }

    /// Where `word` ends if it stands at `at`.
    pub(crate) fn word(&self, at: usize, word: &str) -> Option<usize> {
        word.chars().try_fold(at, |at, c| (self.at(at) == c).then_some(at + 1))
    }

    /// As [`Plain::word`], with spaces before and inside.
    pub(crate) fn spaced(&self, at: usize, word: &str) -> Option<usize> {
        word.chars().try_fold(at, |at, c| {
            let at = self.skip(at);
            (self.at(at) == c).then_some(at + 1)
        })
    }

    /// The longest of some words that stands at `at`: where it ends, and which it is.
    pub(crate) fn any(&self, at: usize, words: &[&str]) -> Option<(usize, usize)> {
        let found = words.iter().enumerate().filter_map(|(which, word)| Some((self.word(at, word)?, which)));
        found.max_by_key(|(end, _)| *end)
    }

    /// The longest entry of a table that stands at `at`.
    pub(crate) fn entry<'t, T>(&self, at: usize, table: &'t [(&str, T)]) -> Option<(usize, &'t T)> {
        let found = table.iter().filter_map(|(word, value)| Some((self.word(at, word)?, value)));
        found.max_by_key(|(end, _)| *end)
    }

    /// The first place from `at` on that is no space.
    pub(crate) fn skip(&self, mut at: usize) -> usize {
        while self.at(at).is_whitespace() {
            at += 1;
        }
        at
    }

    pub(crate) fn found<T>(&self, chars: Range<usize>, value: T) -> Found<T> {
        let byte = |at: usize| self.bytes.get(at).copied().unwrap_or_default();
        Found { bytes: byte(chars.start)..byte(chars.end), chars, value }
    }

    /// An address of a page has digits, but no quantities.
    fn blank_addresses(&mut self) {
        let mut at = 0;
        while at < self.len() {
            if self.any(at, &["http://", "https://"]).is_none() {
                at += 1;
                continue;
            }
            while at < self.len() && !self.at(at).is_whitespace() {
                self.chars[at] = '/';
                at += 1;
            }
        }
    }
}

impl Glyphs for Plain {
    fn han(&self, at: usize) -> Option<char> {
        Some(self.at(at)).filter(|c| !c.is_ascii())
    }

    fn digits(&self, at: usize) -> Option<(usize, Ratio)> {
        arabic::decimal(self, at)
    }

    fn skip(&self, at: usize) -> usize {
        Plain::skip(self, at)
    }
}

/// The plain form of a character. Formal numerals stay what they are: 放肆 has no four in it.
fn fold(character: char) -> char {
    if "肆伍陆陸拾柒捌玖仟佰乾".contains(character) {
        return character;
    }
    if let Some((_, plain)) = pairs().find(|(from, _)| *from == character) {
        return plain;
    }
    match script::plain(character) {
        '\u{3000}' => ' ',
        plain => plain.to_ascii_lowercase(),
    }
}

fn pairs() -> impl Iterator<Item = (char, char)> {
    PAIRS.chars().step_by(2).zip(PAIRS.chars().skip(1).step_by(2))
}
