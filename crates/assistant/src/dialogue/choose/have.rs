//! Whether goods can be had: in stock, their shop open, and near enough.

use std::sync::Arc;

use super::Chooser;
use crate::lexicon::{ItemNo, ShopNo};
use crate::read::{Candidate, Fit, When};
use crate::turn::Note;

/// Metres beyond which a shop is far: no courier of a town rides that, and whoever looks for lunch does not mean it.
/// Wide enough for a village whose only shops are in the county town.
const FAR_METRES: u32 = 30_000;

impl Chooser<'_> {
    /// The metres to a shop that is far, whoever chose it.
    pub(crate) fn far_metres(&self, shop: ShopNo) -> Option<u32> {
        self.metres(shop).filter(|metres| *metres > FAR_METRES)
    }

    /// Whether an item's shop is far and the buyer did not name it. That other things come from there already says
    /// nothing: the next coffee is still wanted from near.
    pub(crate) fn is_far(&self, item: ItemNo) -> bool {
        let shop = self.lexicon.shop_of(item);
        !self.reading.shops.contains(&shop) && self.far_metres(shop).is_some()
    }

    /// What is not far; all of it if all is far.
    pub(crate) fn within_reach(&self, items: Vec<ItemNo>) -> Vec<ItemNo> {
        let near: Vec<ItemNo> = items.iter().copied().filter(|item| !self.is_far(*item)).collect();
        if near.is_empty() { items } else { near }
    }

    /// Whether only far shops have what fits, but not one shop alone: then the buyer is asked. What one shop of the
    /// whole catalogue sells can only be meant from there, and the quote says how far it is.
    pub(super) fn only_far_of_several(&self, fitting: &[ItemNo], all: &[Candidate]) -> bool {
        let mut shops: Vec<ShopNo> = fitting.iter().map(|item| self.lexicon.shop_of(*item)).collect();
        shops.dedup();
        let near = all.iter().any(|one| one.fit >= Fit::Part && !self.is_far(one.item));
        fitting.iter().all(|item| self.is_far(*item)) && (near || shops.len() > 1)
    }

    /// The nearest of some shops that are all far, with its metres; `None` if one of them is not far.
    pub(crate) fn nearest_of_far(&self, items: &[ItemNo]) -> Option<(ShopNo, u32)> {
        let far = |item: &ItemNo| {
            let shop = self.lexicon.shop_of(*item);
            self.is_far(*item).then(|| self.far_metres(shop).map(|metres| (shop, metres))).flatten()
        };
        let all: Option<Vec<(ShopNo, u32)>> = items.iter().map(far).collect();
        all?.into_iter().min_by_key(|(_, metres)| *metres)
    }

    /// Whether it can be had: in stock, and its shop open when it should come.
    pub(crate) fn available(&self, item: ItemNo) -> bool {
        self.stocked(item) && self.open(self.lexicon.shop_of(item))
    }

    pub(super) fn stocked(&self, item: ItemNo) -> bool {
        let goods = self.lexicon.item(item);
        goods.stock != Some(0) && (self.scene.in_stock)(goods)
    }

    pub(super) fn open(&self, shop: ShopNo) -> bool {
        let at = match self.reading.when {
            Some(When::At(time) | When::By(time)) => time,
            _ => self.scene.now,
        };
        let hours = self.lexicon.shop(shop).hours;
        hours.open_at(at) || hours.open_at(self.scene.now)
    }

    pub(super) fn metres(&self, shop: ShopNo) -> Option<u32> {
        let location = self.lexicon.shop(shop).location.as_ref()?;
        Some(self.near?.metres_to(location.point))
    }

    pub(super) fn why_not(&self, item: ItemNo) -> Note {
        let shop = Arc::clone(self.lexicon.shop(self.lexicon.shop_of(item)));
        if self.stocked(item) { Note::Closed(shop) } else { Note::SoldOut(Arc::clone(self.lexicon.item(item)), shop) }
    }
}
