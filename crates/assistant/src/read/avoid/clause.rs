//! A clause: folded characters that know where they stood, and the names of substances among them.

use std::ops::Range;

use domain::avoidance::{Avoidance, Strictness, Substance};
use domain::language::Language;

use crate::lexicon::script;

/// What ends a clause. 、 only separates names.
const ENDS: &str = ",，.。!！?？;；\n~～";
/// Words between two names.
const BETWEEN: &[&str] = &[
    "以及", "还有", "或者", "和", "跟", "与", "或", "及", "、", "还", "也", "都", " ", "类", "and", "or", "any", "the",
    "nor", "&", "/", "all", "kinds", "of", "other",
];
/// Words with which something is ordered.
const ORDERS: &[&str] = &[
    "来一", "来两", "来份", "来杯", "来碗", "点一", "点个", "买", "我要", "想吃", "想要", "想喝", "帮我", "给我",
    "order", "i want", "i'd like", "get me", "give me", "buy", "send me",
];

/// A part of a sentence up to a comma or stop.
pub(super) struct Clause<'s> {
    text: &'s str,
    /// What ended it.
    pub(super) end: &'s str,
    /// Its characters in lower case and simplified script.
    pub(super) chars: Vec<char>,
    /// Where each of them begins in `text`, and where the last one ends.
    bytes: Vec<usize>,
}

/// A name of a substance in a clause.
pub(super) struct Name {
    pub(super) chars: Range<usize>,
    substance: Substance,
}

/// Cuts a sentence into clauses.
pub(super) fn clauses(source: &str) -> Vec<Clause<'_>> {
    source.split_inclusive(|character| ENDS.contains(character)).map(Clause::new).collect()
}

impl<'s> Clause<'s> {
    fn new(part: &'s str) -> Self {
        let text = part.trim_end_matches(|character| ENDS.contains(character));
        let end = &part[text.len()..];
        let fold = |character: char| script::plain(character).to_ascii_lowercase();
        let chars = text.chars().map(fold).collect();
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { text, end, chars, bytes }
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// What these characters were in the sentence.
    pub(super) fn source(&self, chars: Range<usize>) -> &'s str {
        let byte = |at: usize| self.bytes.get(at).copied().unwrap_or(self.text.len());
        self.text.get(byte(chars.start)..byte(chars.end)).unwrap_or_default()
    }

    /// These characters, folded.
    pub(super) fn folded(&self, chars: Range<usize>) -> String {
        self.chars.get(chars).unwrap_or_default().iter().collect()
    }

    /// Where `word` stands first at or after `from`; a Latin word only whole.
    pub(super) fn find(&self, word: &str, from: usize) -> Option<Range<usize>> {
        (from..self.len()).find_map(|at| Some(at..self.at(at, word)?))
    }

    /// Where `word` ends if it stands at `at`.
    pub(super) fn at(&self, at: usize, word: &str) -> Option<usize> {
        let mut end = at;
        for character in word.chars() {
            if self.chars.get(end) != Some(&character) {
                return None;
            }
            end += 1;
        }
        let letter = |at: usize| self.chars.get(at).is_some_and(char::is_ascii_alphanumeric);
        let inside = word.starts_with(|first: char| first.is_ascii_alphanumeric())
            && (at.checked_sub(1).is_some_and(letter) || letter(end));
        (!inside).then_some(end)
    }

    /// The first of `words` that stands anywhere, the earliest of all.
    pub(super) fn any(&self, words: &[&str]) -> Option<Range<usize>> {
        let found = words.iter().filter_map(|word| self.find(word, 0));
        found.min_by_key(|found| (found.start, usize::MAX - found.end))
    }

    /// The names of substances, from left to right, each as long as can be.
    pub(super) fn names(&self) -> Vec<Name> {
        let mut names = Vec::new();
        let mut at = 0;
        while at < self.len() {
            let ends = Substance::names().filter_map(|(name, substance)| Some((self.name_end(at, name)?, substance)));
            match ends.max_by_key(|(end, _)| *end) {
                None => at += 1,
                Some((end, substance)) => {
                    names.push(Name { chars: at..end, substance });
                    at = end;
                }
            }
        }
        names
    }

    fn name_end(&self, at: usize, name: &str) -> Option<usize> {
        let plural = |tail: &str| self.at(at, &format!("{name}{tail}"));
        if self.chars.get(at) != name.chars().next().as_ref() {
            return None;
        }
        self.at(at, name).or_else(|| name.is_ascii().then(|| plural("s").or_else(|| plural("es"))).flatten())
    }

    /// The substances it names, as avoidances of this strictness.
    pub(super) fn avoidances(&self, strictness: Strictness) -> Vec<Avoidance> {
        avoidances(&self.names(), strictness)
    }

    /// The names that stand together from the first at or after `from`, with the words between them.
    pub(super) fn list(&self, from: usize) -> (Vec<Name>, usize) {
        let mut list: Vec<Name> = Vec::new();
        let mut end = from;
        for name in self.names().into_iter().filter(|name| name.chars.start >= from) {
            if !list.is_empty() && !self.only(end..name.chars.start, BETWEEN) {
                break;
            }
            end = name.chars.end;
            list.push(name);
        }
        (list, end)
    }

    /// Whether there are only names and the words between them.
    pub(super) fn only_names(&self) -> bool {
        let (names, end) = self.list(0);
        let first = names.first().map_or(0, |name| name.chars.start);
        !names.is_empty() && self.only(0..first, BETWEEN) && self.only(end..self.len(), BETWEEN)
    }

    /// Whether nothing but these words stands there.
    pub(super) fn only(&self, chars: Range<usize>, words: &[&str]) -> bool {
        let mut at = chars.start;
        while at < chars.end {
            match words.iter().filter_map(|word| self.at(at, word)).filter(|end| *end <= chars.end).max() {
                Some(end) => at = end,
                None => return false,
            }
        }
        true
    }

    /// Whether something is ordered in it.
    pub(super) fn orders(&self) -> bool {
        self.any(ORDERS).is_some()
    }

    /// Its characters without spaces around.
    pub(super) fn trimmed(&self) -> String {
        self.folded(0..self.len()).trim().to_owned()
    }
}

/// Avoidances of what is named, each once.
pub(super) fn avoidances(names: &[Name], strictness: Strictness) -> Vec<Avoidance> {
    let mut avoids: Vec<Avoidance> =
        names.iter().map(|name| Avoidance::new(name.substance.name(Language::Zh), strictness)).collect();
    avoids.sort();
    avoids.dedup();
    avoids
}

/// The same, where only what the law calls an allergen is strict: who says they cannot eat pork means what they buy.
pub(super) fn cannot_eat(names: &[Name]) -> Vec<Avoidance> {
    let strict = |name: &Name| if name.substance.is_allergen() { Strictness::Allergy } else { Strictness::Dislike };
    let mut avoids: Vec<Avoidance> =
        names.iter().map(|name| Avoidance::new(name.substance.name(Language::Zh), strict(name))).collect();
    avoids.sort();
    avoids.dedup();
    avoids
}
