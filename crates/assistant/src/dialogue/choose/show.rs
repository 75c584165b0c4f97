//! What is shown of goods when the buyer has to choose.

use std::sync::Arc;

use super::Chooser;
use crate::OFFERS_MAX;
use crate::lexicon::ItemNo;
use crate::read::Want;
use crate::turn::Offer;

impl Chooser<'_> {
    /// What is like an item and can be had: of the same tag, its own shop first.
    pub(crate) fn similar(&self, item: ItemNo) -> Vec<ItemNo> {
        let (goods, shop) = (self.lexicon.item(item), self.lexicon.shop_of(item));
        let kind = &self.lexicon.shop(shop).kind;
        let shared =
            |other: ItemNo| self.lexicon.item(other).tags.iter().filter(|tag| goods.tags.contains(tag)).count();
        // One word in common, such as 热门, makes a film no tea.
        let least = |other: ItemNo| {
            let same_kind = self.lexicon.shop(self.lexicon.shop_of(other)).kind == *kind;
            if same_kind { 1 } else { 2 }
        };
        let alike = |other: &ItemNo| *other != item && shared(*other) >= least(*other) && self.available(*other);
        let mut items = self.within_reach(self.lexicon.item_nos().filter(alike).take(200).collect());
        items.sort_by_key(|other| {
            let likeness = std::cmp::Reverse(shared(*other));
            (self.lexicon.shop_of(*other) != shop, self.is_far(*other), likeness, *other)
        });
        items.truncate(OFFERS_MAX);
        if items.is_empty() { vec![item] } else { items }
    }

    /// Those that can be had, are near, and have the options come first; the order among them stays.
    pub(crate) fn shown_first(&self, items: &[ItemNo], want: &Want) -> Vec<ItemNo> {
        let mut items = items.to_vec();
        let lacks = |item: &ItemNo| {
            let goods = self.lexicon.item(*item);
            want.options.iter().filter(|chosen| self.lexicon.value_of(goods, chosen.value).is_none()).count()
        };
        items.sort_by_key(|item| (!self.available(*item), self.is_far(*item), lacks(item)));
        items.truncate(OFFERS_MAX);
        items
    }

    /// An item as it is shown.
    pub(crate) fn offer(&self, item: ItemNo) -> Offer {
        let shop = self.lexicon.shop_of(item);
        Offer {
            item: Arc::clone(self.lexicon.item(item)),
            shop: Arc::clone(self.lexicon.shop(shop)),
            open: self.open(shop),
            in_stock: self.stocked(item),
            metres: self.metres(shop),
        }
    }
}
