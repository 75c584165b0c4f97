//! What of a search is not words, asked of items by their place: first what the columns say, then what their shop says,
//! which is worked out once for all of its items.

use domain::catalogue::Shop;
use domain::money::Money;

use super::Search;
use super::columns::Columns;
use crate::Catalogue;

/// One degree of latitude is 111 km: 9 millionths are a metre, a little less than enough, so that no shop is refused that
/// might be near.
const LATITUDE_MICRO_PER_METRE: i64 = 9;
const LATITUDE_MICRO_SLACK: i64 = 1_000;

/// What a search asks besides words.
pub(super) struct Filter<'a> {
    catalogue: &'a Catalogue,
    columns: &'a Columns,
    search: &'a Search,
    price_fen_min: i64,
    price_fen_max: i64,
    brand: Option<Brand>,
    shops: Vec<Seen>,
}

/// A brand that is looked for.
struct Brand {
    lower: String,
    number: Option<u32>,
}

/// What a shop says.
#[derive(Debug, Clone, Copy)]
enum Seen {
    NotYet,
    Refused,
    Fits(Fitting),
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
            shops: vec![Seen::NotYet; catalogue.shop_count()],
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

    /// The items that are looked at when no words are asked for: those of all shops that fit.
    pub(super) fn places(&mut self) -> Vec<usize> {
        let catalogue = self.catalogue;
        if let Some(shop) = &self.search.shop {
            return catalogue.range_of(shop).collect();
        }
        let ranges = catalogue.ranges().iter().enumerate();
        ranges.filter(|(shop, _)| self.shop(*shop).is_some()).flat_map(|(_, range)| range.clone()).collect()
    }

    fn shop(&mut self, place: usize) -> Option<Fitting> {
        if matches!(self.shops[place], Seen::NotYet) {
            self.shops[place] = self.seen(place);
        }
        match self.shops[place] {
            Seen::Fits(fitting) => Some(fitting),
            Seen::Refused | Seen::NotYet => None,
        }
    }

    fn seen(&self, place: usize) -> Seen {
        let Search { kind, shop: wanted, open_at, open_only, within_metres, .. } = self.search;
        let Some(shop) = self.catalogue.shops().nth(place) else { return Seen::Refused };
        let is_wanted = kind.as_ref().is_none_or(|kind| **kind == *shop.kind)
            && wanted.as_ref().is_none_or(|wanted| *wanted == shop.id)
            && !self.is_far_north_or_south(shop);
        if !is_wanted {
            return Seen::Refused;
        }
        let metres = self.metres(shop);
        let open = open_at.is_none_or(|time| shop.hours.open_at(time));
        let far = metres.zip(*within_metres).is_some_and(|(metres, most)| metres > most);
        if far || *open_only && !open {
            return Seen::Refused;
        }
        Seen::Fits(Fitting { metres, open, has_brand: self.brand.as_ref().is_some_and(|brand| brand.is_in(shop)) })
    }

    fn metres(&self, shop: &Shop) -> Option<u32> {
        Some(self.search.near?.metres_to(shop.location.as_ref()?.point))
    }

    /// Whether the latitude alone says that a shop is too far: most are, and a distance costs more.
    fn is_far_north_or_south(&self, shop: &Shop) -> bool {
        let (Some(near), Some(most), Some(at)) = (self.search.near, self.search.within_metres, &shop.location) else {
            return false;
        };
        let apart = i64::from(near.latitude_micro).abs_diff(i64::from(at.point.latitude_micro));
        apart > (i64::from(most) * (LATITUDE_MICRO_PER_METRE + 1) + LATITUDE_MICRO_SLACK).unsigned_abs()
    }
}

impl Brand {
    fn is_in(&self, shop: &Shop) -> bool {
        [&shop.name.zh, &shop.name.en].into_iter().any(|name| name.to_lowercase().contains(&self.lower))
    }
}
