//! One step back: the cart as it was before the last change.

use domain::cart::Cart;

use super::Dialogue;
use super::act::{cancel, plain};
use super::goods::Goods;
use crate::lexicon::Lexicon;
use crate::read::Reading;
use crate::request::Request;
use crate::scene::Scene;
use crate::turn::{Question, Step, Turn};

/// Steps that can be taken back at most.
const STEPS_MAX: usize = 8;
/// Lines and refusals in all the carts of before, so that the conversation stays small enough to be kept.
const KEPT_MAX: usize = 120;

impl Dialogue {
    /// Remembers the cart as it was before a change.
    pub(super) fn changed(&mut self, before: Cart) {
        self.undo.push(before);
        let size = |cart: &Cart| cart.lines.len() + cart.constraints.excluded.len();
        while self.undo.len() > STEPS_MAX || self.undo.iter().map(size).sum::<usize>() > KEPT_MAX {
            self.undo.remove(0);
        }
    }
}

/// Puts back what the last change took out of the cart, and speaks of it; whether it took anything out.
pub(super) fn put_back(lexicon: &Lexicon, reading: &Reading, dialogue: &mut Dialogue) -> bool {
    let lost = |before: &Cart| before.lines.iter().position(|line| !dialogue.cart.lines.contains(line));
    let taken_out = dialogue.undo.last().filter(|before| before.lines.len() > dialogue.cart.lines.len()).and_then(lost);
    let Some(at) = taken_out.filter(|_| reading.unread.is_empty()) else { return false };
    let line = dialogue.undo.last().and_then(|before| before.lines.get(at));
    let item = line.and_then(|line| lexicon.item_no(&line.item)).map(|no| lexicon.item(no));
    // 把香菜加回来 is about what has some, and puts no coffee back.
    let has = |want: &crate::read::Want| {
        want.options.iter().all(|chosen| item.is_some_and(|item| lexicon.value_of(item, chosen.value).is_some()))
    };
    if !reading.wants.iter().all(has) {
        return false;
    }
    let Some(before) = dialogue.undo.pop() else { return false };
    let now = std::mem::replace(&mut dialogue.cart, before);
    dialogue.changed(now);
    dialogue.focus = Some(at);
    true
}

/// Takes the last change back. Where there was none before it, nothing is bought; where nothing is being put together,
/// the sentence is about the order.
pub(super) fn undo(lexicon: &Lexicon, reading: Reading, dialogue: &mut Dialogue, scene: &Scene<'_>) -> Turn {
    dialogue.pending = None;
    dialogue.unchosen.clear();
    match dialogue.undo.pop() {
        Some(before) if !before.lines.is_empty() => {
            dialogue.cart = before;
            dialogue.focus = None;
            Goods::new(lexicon, Reading { request: Request::Edit, ..reading }, dialogue, scene).quote(&[])
        }
        _ if dialogue.cart.lines.is_empty() && scene.latest_order.is_none() => {
            plain(reading, Step::Ask(Question::NothingToEdit))
        }
        _ => cancel(Reading { request: Request::Cancel, ..reading }, dialogue, scene),
    }
}
