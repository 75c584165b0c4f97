//! "Rather the third one": pointing at a list from which something was picked already.

use super::goods::Goods;
use super::{Dialogue, WantKept};
use crate::read::{Amount, Reference, Want};

/// Quotes for which a list is remembered after something was picked from it: the quote of what was picked, and one
/// more, since people change a size before they change their mind.
const QUOTES: u8 = 2;

impl Dialogue {
    /// Something was picked from what was shown: it is not the question any more, but may be pointed at again.
    pub(super) fn offers_done(&mut self) {
        if !self.offers.is_empty() {
            self.earlier = std::mem::take(&mut self.offers);
            self.earlier_quotes = QUOTES + 1;
        }
    }

    /// A quote was made.
    pub(super) fn quoted(&mut self) {
        self.earlier_quotes = self.earlier_quotes.saturating_sub(1);
        if self.earlier_quotes == 0 {
            self.earlier.clear();
        }
    }
}

impl Goods<'_> {
    /// Whether the sentence points at a list that was shown before the last quote. "It" is the cart, and what is
    /// dropped is in the cart.
    pub(super) fn points_earlier(&self) -> bool {
        let nth = matches!(self.reading.reference, Some(Reference::Nth(_) | Reference::Last | Reference::Other));
        let points = nth || self.reading.prefer.is_some();
        points && self.dialogue.offers.is_empty() && !self.dialogue.earlier.is_empty() && !self.reading.tone.drops
    }

    /// Picks from that list: in the place of what was picked before, unless more is asked for.
    pub(super) fn pick_earlier(&mut self, want: &Want) {
        let picked = |at: &usize| {
            let line = self.dialogue.cart.lines.get(*at);
            line.is_some_and(|line| self.dialogue.earlier.contains(&line.item))
        };
        let focus = self.dialogue.focus.filter(picked);
        let last = || (0..self.dialogue.cart.lines.len()).rev().find(picked);
        // 还是要前面那个: instead of what there is.
        let only = || (self.reading.tone.keeps && self.dialogue.cart.lines.len() == 1).then_some(0);
        // 第二个也要
        let beside = self.reading.tone.more || self.reading.tone.joins;
        let old = focus.or_else(last).or_else(only).filter(|_| !beside);
        let line = old.and_then(|at| self.dialogue.cart.lines.get(at));
        let amount = line.map(|line| Amount::count(line.quantity));
        let options = line.iter().flat_map(|line| &line.options).flat_map(|choice| &choice.values);
        let options: Vec<String> = options.map(ToString::to_string).collect();
        self.dialogue.offers = std::mem::take(&mut self.dialogue.earlier);
        self.dialogue.best_first = false;
        if self.reading.reference == Some(Reference::Other) {
            self.only_others(old);
        }
        self.await_choice(WantKept { amount, options, instead: old, ..WantKept::default() });
        self.pick(want);
    }

    /// The other one is one that is not in the cart.
    fn only_others(&mut self, old: Option<usize>) {
        let taken = old.and_then(|at| self.dialogue.cart.lines.get(at)).map(|line| line.item.clone());
        self.dialogue.offers.retain(|key| Some(key) != taken.as_ref());
    }
}
