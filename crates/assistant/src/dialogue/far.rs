//! Shops that are far: said whenever something of them is shown or quoted.

use std::sync::Arc;

use domain::cart::CartLine;

use super::Pending;
use super::goods::Goods;
use crate::lexicon::{ItemNo, ShopNo};
use crate::turn::{Note, Question, Step, Turn};

impl Goods<'_> {
    /// Says that all of what is shown is far, if it is.
    pub(super) fn note_far(&mut self, items: &[ItemNo]) {
        if let Some((shop, metres)) = self.chooser().nearest_of_far(items) {
            self.notes.push(Note::OnlyFar(Arc::clone(self.lexicon.shop(shop)), metres));
        }
    }

    /// Says how far the shops are from which something is in the cart that was not there before; of all of them, if
    /// the sentence says where to.
    pub(super) fn note_far_lines(&mut self, before: &[CartLine]) {
        let known = |line: &CartLine| before.iter().any(|old| old.item == line.item) && !self.placed;
        let new = self.dialogue.cart.lines.iter().filter(|line| !known(line));
        let mut shops: Vec<ShopNo> =
            new.filter_map(|line| self.lexicon.item_no(&line.item)).map(|no| self.lexicon.shop_of(no)).collect();
        shops.sort_unstable();
        shops.dedup();
        let chooser = self.chooser();
        let far = |shop: ShopNo| Some(Note::Far(Arc::clone(self.lexicon.shop(shop)), chooser.far_metres(shop)?));
        let notes: Vec<Note> = shops.into_iter().filter_map(far).collect();
        self.notes.extend(notes);
    }

    /// Quotes what is in the cart.
    pub(super) fn quote(mut self, before: &[CartLine]) -> Turn {
        self.leave_out_avoided();
        if self.dialogue.cart.lines.is_empty() {
            self.dialogue.pending = Some(Pending::WhatToBuy);
            return self.turn(Step::Ask(Question::WhatToBuy), Vec::new());
        }
        self.note_far_lines(before);
        let cart = self.dialogue.cart.clone();
        self.turn(Step::Quote(cart), Vec::new())
    }
}
