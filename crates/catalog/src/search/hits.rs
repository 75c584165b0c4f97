//! The items that have enough of the words, each with how well: one pass over the lists of all terms together, so that
//! only items are looked at that have one of them.

use tantivy::query::Scorer;
use tantivy::{DocSet, TERMINATED};

use super::index::{Index, Place};
use super::words::Words;

/// What a word says that stands not in the item's name or tags but in its options or its shop.
const ABOUT: f32 = 0.6;
/// An item must have more than this share of what the words say; otherwise it is something else. With two words of the
/// same weight, one is not enough: who asks for a phone case is not shown a phone.
const ENOUGH: f32 = 0.5;
/// What the whole name adds to the score of a hit.
const COVERAGE_SCALE: f32 = 1000.0;

/// An item that has enough of the words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hit {
    /// Its place in the catalogue.
    pub place: usize,
    /// How much of the words it has and how well, in thousandths.
    pub coverage: f32,
    /// BM25 over its name.
    pub rank: f32,
    /// Whether it has every word.
    pub every_word: bool,
}

/// A list of documents in which a term of a word stands.
struct List {
    documents: Box<dyn DocSet>,
    word: usize,
    says: f32,
}

/// All items that have enough of the words.
pub(super) fn hits(index: &Index, words: &Words) -> Vec<Hit> {
    let (mut lists, mut named) = (lists(index, words), named(index, words));
    let total: f32 = words.words.iter().map(|word| word.weight).sum();
    let mut hits = Vec::new();
    let mut says = vec![0.0_f32; words.words.len()];
    while let Some(document) = lists.iter().map(|list| list.documents.doc()).min().filter(|first| *first != TERMINATED)
    {
        says.fill(0.0);
        for list in lists.iter_mut().filter(|list| list.documents.doc() == document) {
            says[list.word] = says[list.word].max(list.says);
            list.documents.advance();
        }
        let weights = || words.words.iter().map(|word| word.weight);
        let has: f32 = weights().zip(&says).map(|(weight, says)| if *says > 0.0 { weight } else { 0.0 }).sum();
        if has > total * ENOUGH {
            let well: f32 = weights().zip(&says).map(|(weight, says)| weight * says).sum();
            let coverage = (well / total * COVERAGE_SCALE).round();
            let rank = named.iter_mut().map(|list| score(list.as_mut(), document)).sum();
            let place = usize::try_from(document).expect("a u32 fits a usize here");
            hits.push(Hit { place, coverage, rank, every_word: says.iter().all(|says| *says > 0.0) });
        }
    }
    hits
}

fn lists(index: &Index, words: &Words) -> Vec<List> {
    let mut lists = Vec::new();
    for (word, terms) in words.words.iter().enumerate().map(|(place, word)| (place, &word.terms)) {
        for (term, how_well) in terms {
            for (place, share) in [(Place::Own, 1.0), (Place::About, ABOUT)] {
                let documents = index.documents_with(place, term);
                lists.extend(documents.map(|documents| List { documents, word, says: how_well * share }));
            }
        }
    }
    lists
}

/// The lists of names that tell good from better.
fn named(index: &Index, words: &Words) -> Vec<Box<dyn Scorer>> {
    let terms = words.words.iter().flat_map(|word| &word.terms).map(|(term, _)| term);
    let mut terms: Vec<_> = terms.chain(&words.hints).collect();
    terms.sort();
    terms.dedup();
    terms.into_iter().filter_map(|term| index.named(term)).collect()
}

/// What `list` says of `document`; it is asked of documents in their order.
fn score(list: &mut dyn Scorer, document: u32) -> f32 {
    if list.doc() < document {
        list.seek(document);
    }
    if list.doc() == document { list.score() } else { 0.0 }
}
