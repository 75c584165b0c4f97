//! What of a search is not words, asked of items by their place: first what the columns say, then what their shop says,
//! which is worked out once for its items, since they stand together.

use std::ops::Range;

use domain::catalogue::Shop;
use domain::money::Money;

use super::Search;
use super::columns::{Columns, ShopRow};
use crate::Catalogue;

/// One degree of latitude is 111 km, nine millionths of it a metre: with ten and a slack, no shop is refused that is near.
const LATITUDE_MICRO_PER_METRE: u64 = 10;
const LATITUDE_MICRO_SLACK: u64 = 1_000;

/// What a search asks besides words.
pub(super) struct Filter<'a> {
    catalogue: &'a Catalogue,
    columns: &'a Columns,
    search: &'a Search,
    price_fen_min: i64,
    price_fen_max: i64,
    brand: Option<Brand>,
    /// The shop that was asked last, and what it said.
    last: Option<(usize, Option<Fitting>)>,
}

/// A brand that is looked for.
struct Brand {
    lower: String,
    number: Option<u32>,
}

/// A shop that fits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fitting {
    /// Metres from the buyer.
    pub metres: Option<u32>,
    /// Whether it is open when asked for.
    pub open: bool,
    /// Whether its name has the brand.
    has_brand: bool,
}

impl<'a> Filter<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, search: &'a Search) -> Self {
        let columns = catalogue.columns();
        let brand = search.brand.as_ref().map(|brand| {
            let lower = brand.to_lowercase();
            Brand { number: columns.brand(&lower), lower }
        });
        Self {
            catalogue,
            columns,
            search,
            price_fen_min: search.price_min.map_or(i64::MIN, Money::fen),
            price_fen_max: search.price_max.map_or(i64::MAX, Money::fen),
            brand,
            last: None,
        }
    }

    /// What the shop of the item at `place` says, if all that can be said without looking at the item fits.
    pub(super) fn fits(&mut self, place: usize) -> Option<Fitting> {
        let price = self.columns.price_fen(place);
        if price < self.price_fen_min || price > self.price_fen_max {
            return None;
        }
        let fitting = self.shop(self.catalogue.shop_at(place))?;
        let is_of = |brand: &Brand| brand.number == Some(self.columns.brand_of(place));
        self.brand.as_ref().is_none_or(|brand| fitting.has_brand || is_of(brand)).then_some(fitting)
    }

    /// The items of the shops that fit, in order, if the search is for one shop or for those near by; otherwise `None`,
    /// because most fit.
    pub(super) fn ranges(&mut self) -> Option<Vec<Range<usize>>> {
        if let Some(shop) = &self.search.shop {
            return Some(vec![self.catalogue.range_of(shop)]);
        }
        self.search.near.and(self.search.within_metres)?;
        let ranges = self.catalogue.ranges().iter().enumerate();
        Some(ranges.filter(|(shop, _)| self.shop(*shop).is_some()).map(|(_, range)| range.clone()).collect())
    }

    fn shop(&mut self, place: usize) -> Option<Fitting> {
        if let Some((_, fitting)) = self.last.filter(|(last, _)| *last == place) {
            return fitting;
        }
        let fitting = self.fitting(place);
        self.last = Some((place, fitting));
        fitting
    }

    fn fitting(&self, place: usize) -> Option<Fitting> {
        let Search { kind, shop: wanted, near, open_at, open_only, within_metres, .. } = self.search;
        let row = self.columns.shop(place);
        let whole = || self.catalogue.shop_at_place(place);
        let is_wanted = kind.as_ref().is_none_or(|kind| **kind == *row.kind)
            && wanted.as_ref().is_none_or(|wanted| *wanted == whole().id)
            && !self.is_far_north_or_south(row);
        if !is_wanted {
            return None;
        }
        let metres = near.zip(row.point).map(|(near, point)| near.metres_to(point));
        let open = open_at.is_none_or(|time| row.hours.open_at(time));
        let far = metres.zip(*within_metres).is_some_and(|(metres, most)| metres > most);
        let has_brand = self.brand.as_ref().is_some_and(|brand| brand.is_in(whole()));
        (!far && (open || !open_only)).then_some(Fitting { metres, open, has_brand })
    }

    /// Whether the latitude alone says that a shop is too far: most are, and a distance costs more.
    fn is_far_north_or_south(&self, row: &ShopRow) -> bool {
        let (Some(near), Some(most), Some(at)) = (self.search.near, self.search.within_metres, row.point) else {
            return false;
        };
        let apart = i64::from(near.latitude_micro).abs_diff(i64::from(at.latitude_micro));
        apart > u64::from(most) * LATITUDE_MICRO_PER_METRE + LATITUDE_MICRO_SLACK
    }
}

impl Brand {
    fn is_in(&self, shop: &Shop) -> bool {
        [&shop.name.zh, &shop.name.en].into_iter().any(|name| name.to_lowercase().contains(&self.lower))
    }
}
