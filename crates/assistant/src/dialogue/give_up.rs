//! 取消刚才的订单，来一份炒饭: an order is given up, and something else is wanted.

use std::sync::Arc;

use super::Pending;
use super::goods::{Acted, Goods};
use crate::lexicon::ItemNo;
use crate::read::Want;
use crate::request::Request;
use crate::turn::{Note, Question};

impl Goods<'_> {
    /// Gives up what was put together before. Where nothing was, an order on its way is meant: whether to cancel it is
    /// asked once what is wanted now is ordered, so that nobody is left with neither.
    pub(super) fn give_up(&mut self) {
        let Some(said) = self.reading.gives_up.take() else { return };
        if !self.dialogue.cart.lines.is_empty() {
            while !self.dialogue.cart.lines.is_empty() {
                self.take_line(0);
            }
            self.dialogue.focus = None;
            self.dialogue.pending = None;
            self.dialogue.offers.clear();
            self.dialogue.unchosen.clear();
            self.acted_on.push(Acted::Other);
            return;
        }
        if !self.cancel_later() {
            self.reading.asides.push(said);
        }
    }

    /// 把刚点的冰咖啡取消了: what is not in the cart may be in the order on its way. Whether it was.
    pub(super) fn drop_ordered(&mut self, want: &Want, alone: bool) -> bool {
        let ordered = self.scene.latest_order.filter(|order| {
            let items: Vec<ItemNo> = order.lines.iter().filter_map(|line| self.lexicon.item_no(&line.item)).collect();
            want.items.iter().any(|one| items.contains(&one.item))
        });
        let Some(order) = ordered.filter(|_| self.reading.tone.cancels) else { return false };
        if alone && self.dialogue.cart.lines.is_empty() {
            let spoken_of = |item: ItemNo| want.items.iter().any(|one| one.item == item);
            let lines = order.lines.iter().filter_map(|line| self.lexicon.item_no(&line.item));
            let others: Vec<_> =
                lines.filter(|item| !spoken_of(*item)).map(|item| Arc::clone(self.lexicon.item(item))).collect();
            if !others.is_empty() {
                self.notes.push(Note::CancelsWhole(others));
            }
            self.reading.request = Request::Cancel;
            self.dialogue.pending = Some(Pending::SureToCancel(Some(order.id)));
            self.question = Some((Question::SureToCancel(Some(order.id)), Vec::new()));
            return true;
        }
        self.cancel_later()
    }

    fn cancel_later(&mut self) -> bool {
        let Some(order) = self.scene.latest_order else { return false };
        self.dialogue.order_to_cancel = Some(order.id);
        self.notes.push(Note::CancelsLater(order.id));
        true
    }
}
