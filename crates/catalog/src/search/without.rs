//! Words that must not occur: an allergy, a dislike. It is better to leave out a thing too many than one too few, but
//! 不辣 and "nut-free" say that something is not there.

use domain::catalogue::Item;

use super::tokens::{self, Run};

/// What stands before a word to say that it is not there.
const NOT_ZH: &[&str] = &["不", "无", "免", "非", "不含", "不加", "不放", "零", "没有"];
const NOT_EN: &[&str] = &["no", "non", "not", "without", "zero"];
/// What stands behind an English word to say so.
const FREE: &str = "free";

/// The words that must not occur, folded.
pub(super) struct Without(Vec<Vec<Run>>);

impl Without {
    pub(super) fn new(words: &[String]) -> Self {
        Self(words.iter().map(|word| tokens::runs(word)).filter(|runs| !runs.is_empty()).collect())
    }

    /// Whether none of the words occurs in the item's name, tags or description.
    pub(super) fn allows(&self, item: &Item) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let own = [&item.name.zh, &item.name.en, &item.description, &item.brand];
        let mut texts = own.into_iter().chain(&item.tags).map(|text| tokens::runs(text));
        !texts.any(|text| self.0.iter().any(|word| occurs(word, &text)))
    }
}

/// Whether all runs of `word` occur in `text`, one behind the other.
fn occurs(word: &[Run], text: &[Run]) -> bool {
    match word {
        [Run::Han(characters)] => text.iter().any(|run| matches!(run, Run::Han(text) if occurs_han(characters, text))),
        _ => (0..text.len()).any(|at| {
            let negated = at > 0 && is_any(&text[at - 1], NOT_EN)
                || text.get(at + word.len()).is_some_and(|run| is_any(run, &[FREE]));
            text[at..].starts_with(word) && !negated
        }),
    }
}

fn occurs_han(word: &[char], text: &[char]) -> bool {
    let negated = |at: usize| {
        let before: String = text[..at].iter().collect();
        NOT_ZH.iter().any(|not| before.ends_with(not))
    };
    (0..text.len()).any(|at| text[at..].starts_with(word) && !negated(at))
}

fn is_any(run: &Run, words: &[&str]) -> bool {
    matches!(run, Run::Latin(word) if words.contains(&word.as_str()))
}
