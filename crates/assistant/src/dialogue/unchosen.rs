//! Several things of one sentence of which it has to be asked which they are: one after the other, and none is lost.

use super::goods::{Acted, Goods};
use super::{Pending, Unchosen, WantKept};
use crate::lexicon::ItemNo;
use crate::read::Want;
use crate::turn::{Question, Turn};
use domain::id::ItemKey;

/// Things that wait to be asked about at most; what is beyond is said back.
const UNCHOSEN_MAX: usize = 8;

impl Goods<'_> {
    /// Asks about it after what is asked now.
    pub(super) fn ask_later(&mut self, want: &Want, kept: WantKept, items: &[ItemNo]) {
        if items.is_empty() || self.is_asked_already(want, items) {
            return;
        }
        if self.dialogue.unchosen.len() == UNCHOSEN_MAX {
            return self.leave_unread(vec![want.said.clone()]);
        }
        let items = items.iter().map(|item| self.lexicon.item(*item).key.clone()).collect();
        self.dialogue.unchosen.push(Unchosen { kept, items });
    }

    /// 想点份牛排，牛排一半就够了: whether the question is about the same goods, of which nothing else is said here.
    fn is_asked_already(&self, want: &Want, items: &[ItemNo]) -> bool {
        let bare = want.amount.is_none() && want.options.is_empty() && want.parts.is_empty() && !want.asked;
        let asked = self.question.iter().map(|(_, asked)| asked.clone());
        let later = self
            .dialogue
            .unchosen
            .iter()
            .map(|one| one.items.iter().filter_map(|key| self.lexicon.item_no(key)).collect::<Vec<_>>());
        bare && asked.chain(later).any(|known| !known.is_empty() && known.iter().all(|item| items.contains(item)))
    }

    /// 再加一瓶可乐, while it is asked which rice: that is asked again afterwards.
    pub(super) fn put_off_question(&mut self, wants: &[Want]) {
        let answers = |want: &Want| want.items.iter().any(|one| self.is_in(&self.dialogue.offers, one.item));
        let adds = self.reading.tone.more && wants.iter().any(|want| !want.is_free()) && !wants.iter().any(answers);
        if !adds || self.dialogue.offers.is_empty() || self.dialogue.unchosen.len() == UNCHOSEN_MAX {
            return;
        }
        // What takes the place of a line has to be chosen before the lines change.
        let stays = |one: &mut Pending| matches!(one, Pending::WhichItem(kept) if kept.instead.is_none());
        if let Some(Pending::WhichItem(kept)) = self.dialogue.pending.take_if(stays) {
            let items = std::mem::take(&mut self.dialogue.offers);
            self.dialogue.unchosen.insert(0, Unchosen { kept, items });
        }
    }

    /// Asks about the next thing, if one waits.
    pub(super) fn ask_next(&mut self) {
        while self.question.is_none() && !self.dialogue.unchosen.is_empty() {
            let Unchosen { kept, items } = self.dialogue.unchosen.remove(0);
            let items: Vec<ItemNo> = items.iter().filter_map(|key| self.lexicon.item_no(key)).collect();
            if !items.is_empty() && !self.is_chosen_already(&kept, &items) {
                self.await_choice(kept);
                self.question = Some((Question::WhichItem, items));
            }
        }
    }

    /// 想点份牛排，牛排一半就够了: whether one of these was chosen by now, and nothing was said that asks for another.
    fn is_chosen_already(&self, kept: &WantKept, items: &[ItemNo]) -> bool {
        let bare = kept.amount.is_none() && kept.options.is_empty() && kept.parts.is_empty();
        let lines = &self.dialogue.cart.lines;
        let there = |item: &ItemNo| lines.iter().any(|line| line.item == self.lexicon.item(*item).key);
        bare && kept.instead.is_none() && items.iter().any(there)
    }

    /// Goes on without what it was asked about.
    pub(crate) fn without(mut self) -> Turn {
        self.dialogue.pending = None;
        self.dialogue.offers_done();
        self.acted_on.push(Acted::Other);
        let lines = self.dialogue.cart.lines.clone();
        self.finish(lines)
    }

    /// Gives up what is still to be chosen, if that is what is dropped; whether it was.
    pub(super) fn drop_unchosen(&mut self, want: &Want) -> bool {
        let asked = self.dialogue.choosing().is_some();
        if asked && want.items.iter().any(|one| self.is_in(&self.dialogue.offers, one.item)) {
            self.dialogue.pending = None;
            self.dialogue.offers_done();
            return true;
        }
        let means = |unchosen: &Unchosen| want.items.iter().any(|one| self.is_in(&unchosen.items, one.item));
        let Some(at) = self.dialogue.unchosen.iter().position(means) else { return false };
        self.dialogue.unchosen.remove(at);
        true
    }

    /// Whether it is still to be said which of the offers is meant: a new time or place does not answer that, and neither
    /// does giving up something else.
    pub(super) fn leaves_question(&self) -> bool {
        let asked = self.dialogue.choosing().is_some() && !self.dialogue.offers.is_empty();
        let sets = self.reading.when.is_some() || self.placed || !self.dialogue.cart.lines.is_empty();
        let answered = self.lines_acted_on().any(|at| {
            let line = self.dialogue.cart.lines.get(at);
            line.is_none_or(|line| self.dialogue.offers.contains(&line.item))
        });
        asked && !answered && (!self.acted_on.is_empty() || sets)
    }

    fn is_in(&self, keys: &[ItemKey], item: ItemNo) -> bool {
        keys.contains(&self.lexicon.item(item).key)
    }
}
