//! Why this one: what each line of the cart was weighed against, said anew from what is known now.

use super::act::plain;
use super::choose::Ranked;
use super::goods::Goods;
use crate::lexicon::{ItemNo, Meaning};
use crate::read::{Amount, Want};
use crate::turn::{Note, Step, Turn};

impl Goods<'_> {
    /// Says of each line why it comes from its shop.
    pub(super) fn why(mut self) -> Turn {
        let lines = self.dialogue.cart.lines.clone();
        let notes: Vec<Note> = (0..lines.len()).filter_map(|at| self.reason(at)).collect();
        let step = if notes.is_empty() { Step::Help } else { Step::Keep };
        let reading = std::mem::take(&mut self.reading);
        Turn { notes, ..plain(reading, step) }
    }

    /// Why the line at `at` comes from its shop rather than from another that sells the same.
    fn reason(&self, at: usize) -> Option<Note> {
        let line = self.dialogue.cart.lines.get(at)?;
        let no = self.lexicon.item_no(&line.item)?;
        let mut chooser = self.chooser();
        // What the rest of the cart comes from brings it along; its own shop does not count for itself.
        chooser.home = self
            .dialogue
            .cart
            .lines
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .filter_map(|(_, other)| Some(self.lexicon.shop_of(self.lexicon.item_no(&other.item)?)))
            .collect();
        let want = Want { amount: Some(Amount::count(line.quantity)), ..Want::default() };
        let ranked: Vec<Ranked> = self.same_name(no).into_iter().map(|item| chooser.rank(item, &want)).collect();
        let own = ranked.iter().find(|one| one.item == no)?;
        Some(chooser.weighed(own, &ranked))
    }

    /// What is called as this item is, itself included.
    fn same_name(&self, no: ItemNo) -> Vec<ItemNo> {
        let name = &self.lexicon.item(no).name.zh;
        let lists = self.lexicon.exact(name).iter().filter_map(|meaning| match meaning {
            Meaning::Name(list) => Some(self.lexicon.items_in(*list)),
            _ => None,
        });
        let mut items: Vec<ItemNo> = lists.flatten().copied().chain([no]).collect();
        items.sort_unstable();
        items.dedup();
        items
    }
}
