//! A search as a whole: what the words found, what of it fits, what comes first.

use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

use domain::catalogue::{Item, Shop};

use super::hits::{Hit, hits};
use super::without::Without;
use super::{Found, SEARCH_LIMIT_MAX, Search, Sort, words};
use crate::Catalogue;

/// What a kilometre takes from the score: as much as a slightly worse name. Beyond the bound it is another town.
const SCORE_PER_KM: f32 = 0.5;
const SCORE_OF_FAR: f32 = 20.0;

impl Catalogue {
    /// The items that fit `search`, best first; `in_stock` says of an item whether there is one left at this moment.
    /// Nothing is returned rather than everything when the words are not in the catalogue.
    pub fn search(&self, search: &Search, in_stock: &dyn Fn(&Item) -> bool) -> Vec<Found> {
        let filter = Filter::new(search);
        let hits = self.hits(search);
        let mut found: Vec<_> = hits.into_iter().filter_map(|hit| filter.found(self, hit, in_stock)).collect();
        let limit = search.limit.min(SEARCH_LIMIT_MAX);
        if found.len() > limit && limit > 0 {
            found.select_nth_unstable_by(limit - 1, |one, other| order(search.sort, one, other));
        }
        found.truncate(limit);
        found.sort_by(|one, other| order(search.sort, one, other));
        found.into_iter().map(|candidate| candidate.found).collect()
    }

    /// What the words find; everything of the shop, or of all, if there are none.
    fn hits(&self, search: &Search) -> Vec<Hit> {
        if !search.words.trim().is_empty() {
            return hits(self.index(), &words::read(self.index(), &search.words));
        }
        let range = search.shop.as_ref().map_or(0..self.item_count(), |shop| self.range_of(shop));
        range.map(|place| Hit { place, coverage: 0.0, rank: 0.0, every_word: true }).collect()
    }
}

/// An item that fits, with what decides its place.
struct Candidate {
    found: Found,
    coverage: f32,
}

/// What is not words of a search.
struct Filter<'a> {
    search: &'a Search,
    brand: Option<String>,
    without: Without,
}

impl<'a> Filter<'a> {
    fn new(search: &'a Search) -> Self {
        let brand = search.brand.as_ref().map(|brand| brand.to_lowercase());
        Self { search, brand, without: Without::new(&search.without) }
    }

    fn found(&self, catalogue: &Catalogue, hit: Hit, in_stock: &dyn Fn(&Item) -> bool) -> Option<Candidate> {
        let (item, shop) = catalogue.at(hit.place);
        if !self.fits(item, shop) {
            return None;
        }
        let metres = self.metres(shop);
        let open = self.search.open_at.is_none_or(|time| shop.hours.open_at(time));
        let far = metres.zip(self.search.within_metres).is_some_and(|(metres, most)| metres > most);
        if far || self.search.open_only && !open || !self.without.allows(item) {
            return None;
        }
        let in_stock = in_stock(item);
        if self.search.in_stock_only && !in_stock {
            return None;
        }
        let (item, shop) = (Arc::clone(item), Arc::clone(shop));
        let score = hit.coverage + hit.rank - metres.map_or(0.0, farness);
        let found = Found { item, shop, score, every_word: hit.every_word, metres, open, in_stock };
        Some(Candidate { found, coverage: hit.coverage })
    }

    /// What can be said without looking at the time, the place or the stock.
    fn fits(&self, item: &Item, shop: &Shop) -> bool {
        let Search { kind, shop: wanted, price_min, price_max, .. } = self.search;
        kind.as_ref().is_none_or(|kind| **kind == *shop.kind)
            && wanted.as_ref().is_none_or(|wanted| *wanted == shop.id)
            && price_min.is_none_or(|least| item.price >= least)
            && price_max.is_none_or(|most| item.price <= most)
            && self.brand.as_ref().is_none_or(|brand| has_brand(item, shop, brand))
    }

    fn metres(&self, shop: &Shop) -> Option<u32> {
        Some(self.search.near?.metres_to(shop.location.as_ref()?.point))
    }
}

fn has_brand(item: &Item, shop: &Shop, brand: &str) -> bool {
    let names = [&shop.name.zh, &shop.name.en];
    item.brand.to_lowercase() == brand || names.into_iter().any(|name| name.to_lowercase().contains(brand))
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
