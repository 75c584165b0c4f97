//! Looking for words in the texts of an item.

use super::Substance;

/// What stands before a Chinese word to say that it is not there.
const NOT_ZH: &[&str] = &[
    "不含",
    "不含有",
    "无",
    "無",
    "不加",
    "不放",
    "别放",
    "别加",
    "未添加",
    "无添加",
    "没有",
    "不要",
    "零添加",
    "不用",
    "0添加",
    "不带",
];
/// The same, only where nothing stands before it: 走葱 leaves the onion away, 行走花生酥 does not leave the peanuts away.
const FIRST_NOT_ZH: &[&str] = &["去", "走", "免", "非"];
/// Before a negation: nobody promises it.
const DOUBTED_ZH: &[&str] = &["保证", "一定", "可能", "并非", "不是"];
/// What stands before an English word to say so.
const NOT_EN: &[&str] = &["no", "non", "not", "without", "zero", "hold"];
/// What stands behind an English word to say so.
const FREE: &[&str] = &["free"];

/// The words that betray something, and those that hold one of them and mean something else.
#[derive(Debug, Clone)]
pub(super) struct Words {
    found: Vec<String>,
    other: &'static [&'static str],
    /// Whether a bare 不 before it says that it is not there: 不辣. Nobody says so of an allergen.
    taste: bool,
}

impl Words {
    /// Those of a substance, or of anything else the word itself.
    pub(super) fn of(what: &str) -> Self {
        match Substance::called(what) {
            Some(substance) => Self {
                found: substance.found().map(str::to_owned).collect(),
                other: substance.other(),
                taste: !substance.is_allergen(),
            },
            None => Self { found: vec![what.to_lowercase()], other: &[], taste: false },
        }
    }

    /// Whether the text says that it is there.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        self.places(text).any(|(before, after)| !self.negated(&before, &after))
    }

    /// Whether the text says that it is not there.
    pub(super) fn left_away_in(&self, text: &str) -> bool {
        self.places(text).any(|(before, after)| self.negated(&before, &after))
    }

    fn negated(&self, before: &str, after: &str) -> bool {
        self.taste && before.trim_end().ends_with('不') || negated(before, after)
    }

    /// What stands before and after each place of one of the words.
    fn places(&self, text: &str) -> impl Iterator<Item = (String, String)> {
        let mut text = text.to_lowercase();
        for other in self.other {
            if text.contains(other) {
                text = text.replace(other, " ; ");
            }
        }
        let mut places = Vec::new();
        for word in &self.found {
            for (at, _) in text.match_indices(word.as_str()) {
                let (before, rest) = text.split_at(at);
                let after = rest.strip_prefix(word.as_str()).unwrap_or_default();
                if !word.is_ascii() || is_word(before, after) {
                    places.push((before.to_owned(), after.to_owned()));
                }
            }
        }
        places.into_iter()
    }
}

/// Whether a Latin word stands alone there, in the singular or the plural.
fn is_word(before: &str, after: &str) -> bool {
    let letter = |character: char| character.is_ascii_alphanumeric();
    let ends = |rest: &str| !rest.starts_with(letter);
    let plural = ["s", "es"].iter().any(|tail| after.strip_prefix(tail).is_some_and(ends));
    !before.ends_with(letter) && (ends(after) || plural)
}

fn negated(before: &str, after: &str) -> bool {
    let near = before.trim_end();
    let word_before = near.rsplit(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or_default();
    let after = after.strip_prefix('s').unwrap_or(after);
    let after = after.trim_start_matches(|character: char| character == '-' || character.is_whitespace());
    let word_after = after.split(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or_default();
    let first = |not: &&str| near.strip_suffix(*not).is_some_and(|head| !head.ends_with(is_han));
    let zh = NOT_ZH.iter().any(|not| near.ends_with(not)) || FIRST_NOT_ZH.iter().any(first);
    // "Not peanut-free": the two undo each other.
    let en = NOT_EN.contains(&word_before) != FREE.contains(&word_after);
    (zh || en) && !doubted(before)
}

/// 不能保证不含花生, "we cannot guarantee that it is nut-free": a negation that is itself in doubt.
fn doubted(before: &str) -> bool {
    let said = before.rsplit(['。', '；', ';', '!', '！', '.']).next().unwrap_or_default();
    let en = said.contains("guarant") && ["not ", "n't ", "no "].iter().any(|not| said.contains(not));
    en || DOUBTED_ZH.iter().any(|doubt| said.contains(doubt))
}

fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}
