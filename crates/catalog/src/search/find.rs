//! A search as a whole: what the words found, what of it fits, what comes first.
//!
//! 1. The items that have every word, by the index, as long as columns and shops admit them (`hits.rs`, `filter.rs`).
//! 2. The best of them by what the columns say, some hundred at a time: only they are looked at themselves, ranked,
//!    and asked whether they are in stock, until enough are there that can be had.
//! 3. If they are too few, the same with those that have only some of the words.
//! 4. The best are looked at once more: what is only for the thing asked for goes behind, and a second opinion is heard.

use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

use domain::catalogue::Item;

use super::accessory::Asked;
use super::filter::{Filter, Fitting};
use super::hits::{self, Breadth, Hit, Ranks};
use super::opinion::{OPINION_FOUND_MAX, SecondOpinion};
use super::without::Without;
use super::words::{self, Words};
use super::{Found, SEARCH_LIMIT_MAX, Search, Sort};
use crate::Catalogue;

/// What a kilometre takes from the score: as much as a slightly worse name. Beyond the bound it is another town.
const SCORE_PER_KM: f32 = 0.5;
const SCORE_OF_FAR: f32 = 20.0;
/// What a byte of a name takes when it is guessed which are the best: BM25 prefers short names.
const SCORE_PER_BYTE: f32 = 0.02;
/// So many are looked at themselves at a time. The best of so many by what the columns say are the best by rank, but for
/// the last ones.
const WEIGHED: usize = 500;
/// What is left of the score of something that is only for the thing that was asked for.
const ONLY_FOR: f32 = 0.9;

impl Catalogue {
    /// The items that fit `search`, best first; `in_stock` says of an item whether there is one left at this moment.
    /// Nothing is returned rather than everything when the words are not in the catalogue.
    pub fn search(&self, search: &Search, in_stock: &dyn Fn(&Item) -> bool) -> Vec<Found> {
        self.search_weighed(search, in_stock, None)
    }

    /// The same, with a second opinion on the best if the best are asked for.
    pub fn search_weighed(
        &self,
        search: &Search,
        in_stock: &dyn Fn(&Item) -> bool,
        opinion: Option<&dyn SecondOpinion>,
    ) -> Vec<Found> {
        let limit = search.limit.min(SEARCH_LIMIT_MAX);
        let words = words::read(self.index(), &search.words);
        let mut finder = Finder {
            catalogue: self,
            search,
            words: &words,
            filter: Filter::new(self, search),
            without: Without::new(&search.without),
            in_stock,
            enough: limit.max(opinion.map_or(0, |_| OPINION_FOUND_MAX)),
        };
        let mut found = finder.find();
        mark_accessories(search, &words, &mut found);
        // What is neither all that was said nor the thing itself is nothing like it.
        found.retain(|candidate| candidate.found.every_word || !candidate.found.only_for);
        if let Some(opinion) = opinion.filter(|_| search.sort == Sort::Best) {
            hear(opinion, search, &mut found);
        }
        found.truncate(limit);
        found.into_iter().map(|candidate| candidate.found).collect()
    }
}

/// A search that is under way.
struct Finder<'a> {
    catalogue: &'a Catalogue,
    search: &'a Search,
    words: &'a Words,
    filter: Filter<'a>,
    without: Without,
    in_stock: &'a dyn Fn(&Item) -> bool,
    /// How many are enough.
    enough: usize,
}

/// An item that has the words and is admitted, with what decides whether it is looked at.
#[derive(Clone, Copy)]
struct Admitted {
    hit: Hit,
    fitting: Fitting,
    /// The price or the distance, if that is what counts.
    sorted: i64,
    /// What its score will be, about.
    guess: f32,
}

/// An item that fits, with what decides its place.
struct Candidate {
    found: Found,
    coverage: f32,
}

impl Finder<'_> {
    /// At least as many as are enough, if there are, in order.
    fn find(&mut self) -> Vec<Candidate> {
        let mut found = Vec::new();
        if self.enough == 0 {
            return found;
        }
        if self.search.words.trim().is_empty() {
            let admitted = self.all();
            self.weigh(admitted, true, &mut found);
        } else if !self.words.words.is_empty() {
            for breadth in [Breadth::Own, Breadth::Every, Breadth::Some] {
                let admitted = self.admitted(breadth);
                if breadth == Breadth::Own && admitted.len() < self.enough {
                    continue;
                }
                if breadth == Breadth::Every {
                    found.clear();
                }
                self.weigh(admitted, breadth != Breadth::Some, &mut found);
                if self.are_enough(&found) {
                    break;
                }
            }
        }
        found.sort_by(|one, other| order(self.search.sort, one, other));
        found
    }

    fn are_enough(&self, found: &[Candidate]) -> bool {
        found.iter().filter(|candidate| candidate.found.in_stock && candidate.found.open).count() >= self.enough
    }

    fn all(&mut self) -> Vec<Admitted> {
        let whole = 0..self.catalogue.item_count();
        let places = self.filter.ranges().unwrap_or_else(|| vec![whole]).into_iter().flatten();
        places.filter_map(|place| self.admit(Hit { place, coverage: 0.0 })).collect()
    }

    fn admitted(&mut self, breadth: Breadth) -> Vec<Admitted> {
        let mut admitted = Vec::new();
        let (ranges, index, words) = (self.filter.ranges(), self.catalogue.index(), self.words);
        let mut admit = |hit| admitted.extend(self.admit(hit));
        hits::hits(index, words, breadth, ranges.as_deref(), &mut admit);
        admitted
    }

    fn admit(&mut self, hit: Hit) -> Option<Admitted> {
        let fitting = self.filter.fits(hit.place)?;
        let columns = self.catalogue.columns();
        let sorted = match self.search.sort {
            Sort::Best => 0,
            Sort::Cheapest => columns.price_fen(hit.place),
            Sort::Nearest => fitting.metres.map_or(i64::MAX, i64::from),
        };
        let length = f32::from(columns.name_bytes(hit.place)) * SCORE_PER_BYTE;
        let guess = hit.coverage - length - fitting.metres.map_or(0.0, farness);
        Some(Admitted { hit, fitting, sorted, guess })
    }

    /// Looks at the best of `admitted` until enough are there that can be had.
    fn weigh(&self, mut admitted: Vec<Admitted>, every_word: bool, found: &mut Vec<Candidate>) {
        let mut rest = admitted.as_mut_slice();
        while !rest.is_empty() && !self.are_enough(found) {
            let size = rest.len().min(WEIGHED.max(self.enough));
            if size < rest.len() {
                rest.select_nth_unstable_by(size, |one, other| self.before(one, other));
            }
            let (best, others) = rest.split_at_mut(size);
            best.sort_unstable_by_key(|admitted| admitted.hit.place);
            let mut ranks = Ranks::new(self.catalogue.index(), self.words);
            found.extend(best.iter().filter_map(|admitted| self.candidate(admitted, every_word, &mut ranks)));
            rest = others;
        }
    }

    fn before(&self, one: &Admitted, other: &Admitted) -> Ordering {
        let coverage = || match self.search.sort {
            Sort::Best => Ordering::Equal,
            Sort::Cheapest | Sort::Nearest => other.hit.coverage.total_cmp(&one.hit.coverage),
        };
        let open = other.fitting.open.cmp(&one.fitting.open);
        let sorted = open.then_with(coverage).then_with(|| one.sorted.cmp(&other.sorted));
        sorted.then_with(|| other.guess.total_cmp(&one.guess)).then_with(|| one.hit.place.cmp(&other.hit.place))
    }

    fn candidate(&self, admitted: &Admitted, every_word: bool, ranks: &mut Ranks) -> Option<Candidate> {
        let Admitted { hit, fitting: Fitting { metres, open, .. }, .. } = *admitted;
        let (item, shop) = self.catalogue.at(hit.place);
        if !self.without.allows(item) {
            return None;
        }
        let in_stock = (self.in_stock)(item);
        if self.search.in_stock_only && !in_stock {
            return None;
        }
        let score = hit.coverage + ranks.of(hit.place) - metres.map_or(0.0, farness);
        let (item, shop) = (Arc::clone(item), Arc::clone(shop));
        let found = Found { item, shop, score, every_word, only_for: false, metres, open, in_stock };
        Some(Candidate { found, coverage: hit.coverage })
    }
}

/// Puts what is only for the thing asked for behind what is the thing, among as many as can be returned.
fn mark_accessories(search: &Search, words: &Words, found: &mut [Candidate]) {
    let Some(asked) = Asked::new(&search.words, words) else { return };
    let seen = found.len().min(SEARCH_LIMIT_MAX);
    for candidate in &mut found[..seen] {
        if asked.is_only_for(&candidate.found.item) {
            candidate.found.only_for = true;
            candidate.found.score *= ONLY_FOR;
            candidate.coverage *= ONLY_FOR;
        }
    }
    found[..seen].sort_by(|one, other| order(search.sort, one, other));
}

/// Orders the best once more by a second opinion.
fn hear(opinion: &dyn SecondOpinion, search: &Search, found: &mut [Candidate]) {
    let heard = found.len().min(OPINION_FOUND_MAX);
    let best: Vec<_> = found[..heard].iter().map(|candidate| candidate.found.clone()).collect();
    for (candidate, more) in found.iter_mut().zip(opinion.weigh(&search.words, &best)) {
        candidate.found.score += more;
    }
    found[..heard].sort_by(|one, other| order(search.sort, one, other));
}

#[expect(clippy::cast_precision_loss, reason = "a distance needs no more than seven digits")]
fn farness(metres: u32) -> f32 {
    (metres as f32 / 1000.0 * SCORE_PER_KM).min(SCORE_OF_FAR)
}

/// Every word before some words; then what can be had now; then what was asked for; then the score, and at last the key,
/// so that the same search gives the same answer.
fn order(sort: Sort, one: &Candidate, other: &Candidate) -> Ordering {
    let first = |candidate: &Candidate| {
        let found = &candidate.found;
        (Reverse(found.every_word), Reverse(found.in_stock && found.open))
    };
    let by_coverage = || other.coverage.total_cmp(&one.coverage);
    let sorted = match sort {
        Sort::Best => Ordering::Equal,
        Sort::Cheapest => by_coverage().then_with(|| one.found.item.price.cmp(&other.found.item.price)),
        Sort::Nearest => by_coverage().then_with(|| metres(one).cmp(&metres(other))),
    };
    let best =
        || other.found.score.total_cmp(&one.found.score).then_with(|| one.found.item.key.cmp(&other.found.item.key));
    first(one).cmp(&first(other)).then(sorted).then_with(best)
}

fn metres(candidate: &Candidate) -> u32 {
    candidate.found.metres.unwrap_or(u32::MAX)
}
