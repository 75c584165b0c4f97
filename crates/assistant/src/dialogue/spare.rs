//! All but what is named: 除了美式都要大杯, 除了拿铁都不要了.

use super::goods::{Acted, Goods};
use crate::read::{Operator, Want};

impl Goods<'_> {
    /// Whether what is denied is only left out of what is said of all that is in the cart. What is to go goes here.
    pub(super) fn spares_refused(&mut self, wants: &[Want]) -> bool {
        let lines = self.dialogue.cart.lines.len();
        let spares = self.reading.tone.spares && (0..lines).any(|at| self.is_refused(at));
        let tone = self.reading.tone;
        // 除了拍黄瓜，别的都要: nothing else is said of the others, so that is not wanted.
        if spares && wants.is_empty() && !(tone.drops || tone.cancels || tone.changes) && self.reading.unread.is_empty()
        {
            [Operator::Each, Operator::Rest].into_iter().for_each(|operator| self.did(operator));
            self.reading.tone.spares = false;
            return false;
        }
        if spares && (tone.drops || tone.cancels) {
            let others: Vec<usize> = (0..lines).filter(|at| !self.is_refused(*at)).collect();
            others.into_iter().rev().for_each(|at| drop(self.take_line(at)));
            [Operator::Less, Operator::Each, Operator::Rest].into_iter().for_each(|operator| self.did(operator));
            (self.reading.tone.drops, self.reading.tone.cancels) = (false, false);
            self.dialogue.focus = None;
            self.acted_on.push(Acted::Other);
        }
        spares
    }

    /// 那不要蛋糕了, where only cakes were shown: what was asked about is given up, and what is in the cart stays.
    pub(super) fn close_refused(&mut self) {
        let refused = self.reading.not.concat();
        let shown = self.shown();
        let all = !shown.is_empty() && shown.iter().all(|item| refused.contains(item));
        if all && self.dialogue.choosing().is_some() && !self.dialogue.cart.lines.is_empty() {
            self.dialogue.pending = None;
            self.dialogue.offers_done();
            self.reading.not.retain(|list| !list.iter().any(|item| shown.contains(item)));
            self.acted_on.push(Acted::Other);
        }
    }

    /// What was only left out of what is said of all may be in the cart.
    pub(super) fn allow_spared(&mut self) {
        let spares = self.reading.tone.spares && (0..self.dialogue.cart.lines.len()).any(|at| self.is_refused(at));
        if spares {
            self.reading.not.clear();
        }
    }

    /// Whether what a line has is denied.
    pub(super) fn is_refused(&self, at: usize) -> bool {
        let no = self.lexicon.item_no(&self.dialogue.cart.lines[at].item);
        no.is_some_and(|no| self.reading.not.iter().any(|list| list.contains(&no)))
    }
}
