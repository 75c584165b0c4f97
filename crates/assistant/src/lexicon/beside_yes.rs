//! The words that change nothing of a yes, by where they may stand.

use std::collections::{HashMap, HashSet};

use super::names::{keys, word_in};
use super::words::{BEFORE_AGREEMENT, BEFORE_COMMITMENT, BEFORE_WISH, BESIDE_YES, HESITATIONS, POINTING, ROWS, Row};
use super::{Lexicon, Node, Word};

/// Where each of them ends in the vocabulary.
#[derive(Default)]
pub(crate) struct BesideYes {
    anywhere: HashSet<Node>,
    hesitations: HashSet<Node>,
    pointing: HashSet<Node>,
    before_agreement: HashSet<Node>,
    before_commitment: HashSet<Node>,
    before_wish: HashSet<Node>,
    /// What a clause that is nothing but a yes is put together of, by its first character.
    rows: HashMap<char, Vec<(&'static str, Row)>>,
    /// What a clause stands for that is nothing but a yes: one that agrees, that points at one thing, that places the order.
    pub(crate) agrees: Option<Node>,
    pub(crate) points: Option<Node>,
    pub(crate) points_at_all: Option<Node>,
    pub(crate) commits: Option<Node>,
}

impl BesideYes {
    /// Finds them; the closed classes are there, and nothing of the catalogue is yet.
    pub(super) fn compile(lexicon: &mut Lexicon) -> Self {
        Self {
            anywhere: ends(lexicon, BESIDE_YES),
            hesitations: ends(lexicon, &[HESITATIONS]),
            pointing: ends(lexicon, &[POINTING]),
            before_agreement: ends(lexicon, &[BEFORE_AGREEMENT]),
            before_commitment: ends(lexicon, &[BEFORE_COMMITMENT]),
            before_wish: ends(lexicon, &[BEFORE_WISH]),
            rows: by_first_character(),
            agrees: end(lexicon, AGREES),
            points: end(lexicon, POINTS),
            points_at_all: end(lexicon, POINTS_AT_ALL),
            commits: end(lexicon, COMMITS),
        }
    }

    /// The phrases of a clause of yes that begin with a character.
    pub(crate) fn rows_at(&self, first: char) -> impl Iterator<Item = (&'static str, Row)> {
        self.rows.get(&first).into_iter().flatten().copied()
    }

    /// Whether a word says nothing, wherever it stands.
    pub(crate) fn is_nothing(&self, word: Node) -> bool {
        self.anywhere.contains(&word)
    }

    /// Whether it is said while one thinks.
    pub(crate) fn hesitates(&self, word: Node) -> bool {
        self.hesitations.contains(&word)
    }

    /// Whether it points at one thing: 这杯.
    pub(crate) fn points_at_one(&self, word: Node) -> bool {
        self.pointing.contains(&word)
    }

    /// Whether it says nothing right before such a yes: 也行, 还是下单吧.
    pub(crate) fn is_nothing_before(&self, word: Node, yes: Word) -> bool {
        match yes {
            Word::Agree => self.before_agreement.contains(&word),
            Word::Commit => self.before_commitment.contains(&word),
            Word::Want => self.before_wish.contains(&word),
            _ => false,
        }
    }
}

fn by_first_character() -> HashMap<char, Vec<(&'static str, Row)>> {
    let mut rows: HashMap<_, Vec<_>> = HashMap::new();
    for (row, phrases) in ROWS {
        for phrase in phrases.split('|') {
            let first = phrase.chars().next().expect("a row has no empty phrase");
            rows.entry(first).or_default().push((phrase, row));
        }
    }
    rows
}

const AGREES: &str = "好的";
const POINTS: &str = "这杯";
const POINTS_AT_ALL: &str = "这些";
const COMMITS: &str = "下单";

fn end(lexicon: &mut Lexicon, phrase: &str) -> Option<Node> {
    let keys = keys(lexicon, phrase);
    lexicon.trie.node(&keys)
}

fn ends(lexicon: &mut Lexicon, rows: &[&str]) -> HashSet<Node> {
    let phrases = rows.iter().flat_map(|row| row.split('|'));
    let ends = phrases.map(|phrase| {
        let keys = keys(lexicon, phrase);
        let end = lexicon.trie.node(&keys).filter(|node| word_in(lexicon.trie.meanings(*node)).is_some());
        end.unwrap_or_else(|| panic!("{phrase} stands beside a yes, and is a word of no class"))
    });
    ends.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::script::plain;

    #[test]
    fn every_phrase_of_a_yes_is_written_as_a_clause_is_read() {
        let read = |phrase: &str| phrase.chars().map(plain).flat_map(char::to_lowercase).collect::<String>();
        for (row, phrases) in ROWS {
            for phrase in phrases.split('|') {
                assert_eq!(read(phrase), phrase, "{row:?}: nobody reads it so");
            }
        }
    }
}
