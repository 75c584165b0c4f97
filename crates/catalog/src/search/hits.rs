//! The items that have enough of the words, each with how much of them. The lists of the rarest words lead, and the others
//! are only asked about what those hold: a word that stands everywhere costs as little as one that stands nowhere.

use std::ops::Range;

use tantivy::query::Scorer;
use tantivy::{DocSet, TERMINATED};

use super::index::{Index, Place};
use super::words::{Word, Words};

/// What a word says that stands not in the item's name or tags but in its options, its shop or its description.
const ABOUT: f32 = 0.6;
/// An item must have more than this share of what the words say; otherwise it is something else. With two words of the
/// same weight, one is not enough: who asks for a phone case is not shown a phone.
const ENOUGH: f32 = 0.5;
/// What the whole name adds to the score of a hit.
const COVERAGE_SCALE: f32 = 1000.0;

/// Where words may stand, and how many of them must.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breadth {
    /// Every word in what the item is.
    Own,
    /// Every word somewhere.
    Every,
    /// Not every word, but enough of them.
    Some,
}

/// An item that has enough of the words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hit {
    /// Its place in the catalogue.
    pub place: usize,
    /// How much of the words it has and how well, in thousandths.
    pub coverage: f32,
}

/// The lists of documents in which one word stands.
struct WordLists {
    /// Its place among the words.
    word: usize,
    weight: f32,
    lists: Vec<List>,
}

/// A list of documents in which a term of a word stands.
struct List {
    documents: Box<dyn DocSet>,
    says: f32,
    details: bool,
}

/// How well a word stands in a document, and whether in more than its description.
#[derive(Debug, Clone, Copy, Default)]
struct Says {
    how_well: f32,
    firmly: bool,
}

/// Calls `hit` with all items that have the words to this breadth, only those in `ranges` of places if there are any.
pub(super) fn hits(
    index: &Index,
    words: &Words,
    breadth: Breadth,
    ranges: Option<&[Range<usize>]>,
    hit: &mut dyn FnMut(Hit),
) {
    let total: f32 = words.words.iter().map(|word| word.weight).sum();
    let mut all = lists(index, words, breadth);
    let leading = leading(&all, total, breadth);
    let head = words.head.filter(|_| breadth != Breadth::Own);
    let mut says = vec![Says::default(); words.words.len()];
    let mut ranges = ranges.map(|ranges| ranges.iter().peekable());
    while let Some(document) = first(&all[..leading]) {
        let place = usize::try_from(document).expect("a u32 fits a usize here");
        if let Some(ranges) = &mut ranges {
            while ranges.next_if(|range| range.end <= place).is_some() {}
            let Some(range) = ranges.peek() else { break };
            if place < range.start {
                all[..leading].iter_mut().for_each(|word| word.pass_to(range.start));
                continue;
            }
        }
        for word in &mut all {
            says[word.word] = word.at(document);
            if breadth != Breadth::Some && says[word.word].how_well == 0.0 {
                // The others need not be asked: they catch up with a later document.
                break;
            }
        }
        all[..leading].iter_mut().for_each(|word| word.pass(document));
        let found = all.iter().filter(|word| says[word.word].how_well > 0.0);
        let (has, well) = found
            .fold((0.0, 0.0), |(has, well), word| (has + word.weight, well + word.weight * says[word.word].how_well));
        let is_every = all.iter().all(|word| says[word.word].how_well > 0.0);
        let is_it = says.iter().any(|says| says.firmly) && head.is_none_or(|head| says[head].firmly);
        if is_it && is_every == (breadth != Breadth::Some) && has > total * ENOUGH {
            hit(Hit { place, coverage: (well / total * COVERAGE_SCALE).round() });
        }
        says.fill(Says::default());
    }
}

/// The lists of each word, the rarest word first.
fn lists(index: &Index, words: &Words, breadth: Breadth) -> Vec<WordLists> {
    let places: &[_] = match breadth {
        Breadth::Own => &[(Place::Own, 1.0)],
        Breadth::Every | Breadth::Some => &[(Place::Own, 1.0), (Place::About, ABOUT), (Place::Details, ABOUT)],
    };
    let of = |(term, how_well): &(String, f32)| {
        let list = |(place, share): &(Place, f32)| {
            let documents = index.documents_with(*place, term)?;
            Some(List { documents, says: how_well * share, details: *place == Place::Details })
        };
        places.iter().filter_map(list).collect::<Vec<_>>()
    };
    let words = words.words.iter().enumerate();
    let mut all: Vec<_> = words
        .map(|(place, word)| WordLists {
            word: place,
            weight: word.weight,
            lists: word.terms.iter().flat_map(of).collect(),
        })
        .collect();
    all.sort_by_key(WordLists::documents);
    all
}

/// How many of the words lead: no document has enough that has none of them.
fn leading(all: &[WordLists], total: f32, breadth: Breadth) -> usize {
    if breadth != Breadth::Some {
        return all.len().min(1);
    }
    let mut rest = total;
    let behind = |word: &WordLists| {
        rest -= word.weight;
        rest
    };
    all.iter().map(behind).position(|rest| rest <= total * ENOUGH).map_or(all.len(), |place| place + 1)
}

fn first(leading: &[WordLists]) -> Option<u32> {
    let documents = leading.iter().flat_map(|word| &word.lists).map(|list| list.documents.doc());
    documents.min().filter(|document| *document != TERMINATED)
}

impl WordLists {
    fn documents(&self) -> u64 {
        self.lists.iter().map(|list| u64::from(list.documents.size_hint())).sum()
    }

    /// How well the word stands in `document`; it is asked of documents in their order.
    fn at(&mut self, document: u32) -> Says {
        let mut says = Says::default();
        for list in &mut self.lists {
            if list.documents.doc() < document {
                list.documents.seek(document);
            }
            if list.documents.doc() == document {
                says.how_well = says.how_well.max(list.says);
                says.firmly |= !list.details;
            }
        }
        says
    }

    /// Goes on to `place`.
    fn pass_to(&mut self, place: usize) {
        let document = u32::try_from(place).expect("an index has fewer documents");
        for list in self.lists.iter_mut().filter(|list| list.documents.doc() < document) {
            list.documents.seek(document);
        }
    }

    /// Goes on behind `document`.
    fn pass(&mut self, document: u32) {
        for list in self.lists.iter_mut().filter(|list| list.documents.doc() == document) {
            list.documents.advance();
        }
    }
}

/// BM25 of items by names and descriptions: what tells good from better among those that have the words.
pub(super) struct Ranks {
    /// For each word the scores of the terms that stand for it, of which the best counts: who writes two words for the
    /// same has not said it twice.
    words: Vec<Vec<(Box<dyn Scorer>, f32)>>,
    hints: Vec<Box<dyn Scorer>>,
}

impl Ranks {
    pub(super) fn new(index: &Index, words: &Words) -> Self {
        let scored = |(term, how_well): &(String, f32)| {
            let how_well = *how_well;
            index.scored(term).into_iter().map(move |scorer| (scorer, how_well))
        };
        let terms = |word: &Word| word.terms.iter().map(|(term, _)| term.clone()).collect::<Vec<_>>();
        let known: Vec<_> = words.words.iter().flat_map(terms).collect();
        let mut hints: Vec<_> = words.hints.iter().filter(|hint| !known.contains(hint)).collect();
        hints.sort();
        hints.dedup();
        Self {
            words: words.words.iter().map(|word| word.terms.iter().flat_map(scored).collect()).collect(),
            hints: hints.into_iter().flat_map(|hint| index.scored(hint)).collect(),
        }
    }

    /// The rank of the item at `place`; it is asked of items in their order.
    pub(super) fn of(&mut self, place: usize) -> f32 {
        let document = u32::try_from(place).expect("an index has fewer documents");
        let words = self.words.iter_mut().map(|terms| {
            // A term has two scores, by name and by description.
            let of_term = |two: &mut [(Box<dyn Scorer>, f32)]| -> f32 {
                two.iter_mut().map(|(list, how_well)| score(list.as_mut(), document) * *how_well).sum()
            };
            terms.chunks_mut(2).map(of_term).fold(0.0, f32::max)
        });
        words.sum::<f32>() + self.hints.iter_mut().map(|list| score(list.as_mut(), document)).sum::<f32>()
    }
}

fn score(list: &mut dyn Scorer, document: u32) -> f32 {
    if list.doc() < document {
        list.seek(document);
    }
    if list.doc() == document { list.score() } else { 0.0 }
}
