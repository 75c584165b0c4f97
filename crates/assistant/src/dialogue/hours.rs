//! 开门了没, 开到几点: when shops are open.

use std::sync::Arc;

use super::goods::Goods;
use crate::lexicon::ShopNo;
use crate::turn::Note;

/// Shops of which it is told at most.
const TOLD_MAX: usize = 3;

impl Goods<'_> {
    /// Tells when the shops are open that are named, or those of the cart or of what was shown; whether there are any.
    pub(super) fn note_hours(&mut self) -> bool {
        let lines = self.dialogue.cart.lines.iter().map(|line| &line.item);
        let of_items = lines.chain(&self.dialogue.offers).filter_map(|item| self.lexicon.item_no(item));
        let mut shops: Vec<ShopNo> = match self.reading.shops.as_slice() {
            [] => of_items.map(|item| self.lexicon.shop_of(item)).collect(),
            named => named.to_vec(),
        };
        shops.sort_unstable();
        shops.dedup();
        for shop in shops.iter().take(TOLD_MAX).map(|shop| self.lexicon.shop(*shop)) {
            self.notes.push(Note::Hours(Arc::clone(shop), shop.hours.open_at(self.scene.now)));
        }
        !shops.is_empty()
    }
}
