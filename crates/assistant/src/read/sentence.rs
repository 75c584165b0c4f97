//! A sentence cut into units, with what one may ask about them.

use std::borrow::Cow;

use crate::lexicon::Lexicon;
use crate::lexicon::script;
use crate::lexicon::text::{Kind, Unit};

/// A sentence and its units.
#[derive(Debug)]
pub(crate) struct Sentence<'s> {
    pub(crate) source: &'s str,
    pub(crate) units: Vec<Unit>,
}

impl<'s> Sentence<'s> {
    pub(crate) fn new(lexicon: &Lexicon, source: &'s str) -> Self {
        Self { source, units: lexicon.cut(source) }
    }

    /// The Chinese character at `at`.
    pub(crate) fn han(&self, at: usize) -> Option<char> {
        let unit = self.units.get(at).filter(|unit| unit.kind == Kind::Han)?;
        char::from_u32(unit.key)
    }

    /// The unit at `at`, if it is of this kind.
    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.units.get(at).map(|unit| unit.kind)
    }

    /// The words of the units from `from` to `to`, as they were written.
    pub(crate) fn text(&self, from: usize, to: usize) -> &'s str {
        match (self.units.get(from), to.checked_sub(1).and_then(|last| self.units.get(last))) {
            (Some(first), Some(last)) if from < to => {
                self.source.get(byte(first.start)..byte(last.end)).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// What is written before the unit at `at`.
    pub(crate) fn before(&self, at: usize) -> &'s str {
        let end = self.units.get(at).map_or(self.source.len(), |unit| byte(unit.start));
        self.source.get(..end).unwrap_or_default()
    }

    /// What is written from the unit at `at` on.
    pub(crate) fn after(&self, at: usize) -> &'s str {
        let start = self.units.get(at).map_or(self.source.len(), |unit| byte(unit.start));
        self.source.get(start..).unwrap_or_default()
    }

    /// Where `phrase` ends, if it stands at `at`: characters if it is Chinese, words apart by spaces if not.
    #[inline]
    pub(crate) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        if self.may_begin(at, phrase) { self.whole_phrase(at, phrase) } else { None }
    }

    fn whole_phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        if phrase.is_ascii() {
            return phrase.split(' ').try_fold(at, |at, word| self.word(at, word).then_some(at + 1));
        }
        phrase.chars().try_fold(at, |at, character| (self.han(at) == Some(character)).then_some(at + 1))
    }

    /// Whether a phrase may stand at `at`, by its first letter: nearly all that are looked for do not.
    #[inline]
    pub(crate) fn may_begin(&self, at: usize, phrase: &str) -> bool {
        let (Some(unit), Some(first)) = (self.units.get(at), phrase.as_bytes().first()) else { return false };
        if unit.kind == Kind::Han {
            return !first.is_ascii() && phrase.chars().next().is_some_and(|first| unit.key == u32::from(first));
        }
        let written = self.source.as_bytes().get(byte(unit.start));
        first.is_ascii() && written.is_some_and(|byte| !byte.is_ascii() || byte.eq_ignore_ascii_case(first))
    }

    /// Where the longest of some phrases ends that stands at `at`, and which it was.
    pub(crate) fn any(&self, at: usize, phrases: &[&str]) -> Option<(usize, usize)> {
        let found = (0..).zip(phrases).filter_map(|(which, phrase)| Some((self.phrase(at, phrase)?, which)));
        found.max_by_key(|(end, which)| (*end, usize::MAX - which))
    }

    /// Where such phrases end that follow one another from `from` on.
    pub(crate) fn beyond(&self, from: usize, phrases: &[&str]) -> usize {
        let mut end = from;
        while let Some((next, _)) = self.any(end, phrases) {
            end = next;
        }
        end
    }

    /// Whether nothing follows but such phrases, commas and stops.
    pub(crate) fn ends_with_only(&self, from: usize, phrases: &[&str]) -> bool {
        let mut at = from;
        while at < self.units.len() {
            let stops = matches!(self.kind(at), Some(Kind::Stop | Kind::Comma));
            let next = if stops { at + 1 } else { self.beyond(at, phrases) };
            if next == at {
                return false;
            }
            at = next;
        }
        true
    }

    fn word(&self, at: usize, word: &str) -> bool {
        let Some(unit) = self.units.get(at).filter(|unit| unit.kind != Kind::Han) else { return false };
        let text = self.source.get(byte(unit.start)..byte(unit.end)).unwrap_or_default();
        text.eq_ignore_ascii_case(word)
            || (!text.is_ascii() || text.contains('\'')) && {
                let plain: String = text.chars().map(script::plain).filter(|c| *c != '\'').collect();
                plain.eq_ignore_ascii_case(word)
            }
    }
}

/// Sounds that mean nothing, and may stand between a number and its unit.
const HESITATION_ZH: &[char] = &['嗯', '呃', '诶', '欸'];
const HESITATION_EN: &[&str] = &["um", "umm", "uh", "uhh", "uhm", "erm", "hmm"];

/// A sentence without the sounds of somebody who thinks.
pub(crate) fn without_hesitation(source: &str) -> Cow<'_, str> {
    let is_sound = |word: &str| HESITATION_EN.iter().any(|sound| word.eq_ignore_ascii_case(sound));
    let words = || source.split(|character: char| !character.is_ascii_alphanumeric());
    if !source.contains(HESITATION_ZH) && !words().any(is_sound) {
        return Cow::Borrowed(source);
    }
    let (mut out, mut behind) = (String::with_capacity(source.len()), source);
    for part in source.split_inclusive(|character: char| !character.is_ascii_alphanumeric()) {
        let word = part.trim_end_matches(|character: char| !character.is_ascii_alphanumeric());
        // Its space goes with it, so that an address said around it is whole.
        // "Uh huh" agrees.
        let huh = part[word.len()..].starts_with([' ', '-']) && starts_with_huh(&behind[part.len()..]);
        let rest = if is_sound(word) && !huh { part[word.len()..].trim_start_matches(' ') } else { part };
        behind = &behind[part.len()..];
        // 嗯哪 and 嗯哼 agree, and 哪 asks.
        let agrees = rest == "嗯" && behind.starts_with(['哪', '呐', '呢', '啊', '哼']);
        out.extend(rest.chars().filter(|character| agrees || !HESITATION_ZH.contains(character)));
    }
    Cow::Owned(out)
}

fn starts_with_huh(rest: &str) -> bool {
    let word = rest.split(|character: char| !character.is_ascii_alphanumeric()).next();
    word.is_some_and(|word| word.eq_ignore_ascii_case("huh") || word.eq_ignore_ascii_case("hm"))
}

pub(crate) fn byte(at: u32) -> usize {
    usize::try_from(at).expect("a u32 fits a usize here")
}
