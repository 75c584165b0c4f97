//! One step back: the cart as it was before the last change.

use domain::cart::{Cart, CartLine};
use domain::id::ItemKey;

use super::Dialogue;
use super::act::{cancel, plain};
use super::goods::{Acted, Goods};
use crate::lexicon::Lexicon;
use crate::read::{Fit, Reading, Reference, Want};
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

/// Whether it is 还是要前面那个, of what is being put together: 取消上一个订单 is about an order.
pub(super) fn goes_back(reading: &Reading, dialogue: &Dialogue) -> bool {
    let tone = reading.tone;
    let other = tone.cancels || tone.drops || tone.of_order || tone.holds || tone.refuses && !tone.keeps;
    let asks = matches!(reading.request, Request::Track | Request::Search | Request::Wallet);
    reading.reference == Some(Reference::Previous) && !other && !asks && !dialogue.cart.lines.is_empty()
}

/// 不换了, said alone right behind a change.
const CALLS_OFF: &[&str] = &["不换了", "不改了", "不变了", "不加了", "算了"];

/// Whether a sentence only calls off the last change.
pub(super) fn calls_off_change(reading: &Reading, dialogue: &Dialogue) -> bool {
    let tone = reading.tone;
    let alone = reading.wants.is_empty() && reading.unread.is_empty() && !tone.commits && !tone.agrees;
    let says = !reading.asides.is_empty() && reading.asides.iter().all(|text| CALLS_OFF.contains(&text.as_str()));
    alone && says && dialogue.undo.last().is_some_and(|before| !before.lines.is_empty())
}

/// 还是要前面那个: what is in the cart, if something else was shown since; what was there before the last change; or the
/// other one of what was shown before.
pub(super) fn go_back(lexicon: &Lexicon, reading: Reading, dialogue: &mut Dialogue, scene: &Scene<'_>) -> Turn {
    let reading = Reading { request: Request::Edit, ..reading };
    let changed = dialogue.undo.last().is_some_and(|before| !before.lines.is_empty());
    let in_cart = |key: &ItemKey| dialogue.cart.lines.iter().any(|line| line.item == *key);
    let other = dialogue.earlier.iter().any(|key| !in_cart(key));
    match () {
        () if !dialogue.offers.is_empty() => {
            dialogue.pending = None;
            dialogue.offers_done();
            Goods::new(lexicon, reading, dialogue, scene).quote(&[])
        }
        () if changed && reading.wants.is_empty() => undo(lexicon, reading, dialogue, scene),
        () if other => {
            let reading = Reading { reference: Some(Reference::Other), ..reading };
            Goods::new(lexicon, reading, dialogue, scene).act()
        }
        () => Goods::new(lexicon, reading, dialogue, scene).act(),
    }
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

impl Goods<'_> {
    /// 泡芙还是留着吧: what was taken out is put back as it was; whether it was there.
    pub(super) fn put_back_named(&mut self, want: &Want) -> bool {
        let tone = self.reading.tone;
        let bare = want.amount.is_none() && want.options.is_empty() && want.parts.is_empty();
        let named = |line: &&CartLine| {
            let no = self.lexicon.item_no(&line.item);
            no.is_some_and(|no| want.items.iter().any(|one| one.item == no && one.fit >= Fit::Part))
        };
        let before = self.dialogue.undo.iter().rev().find_map(|cart| cart.lines.iter().find(named)).cloned();
        let Some(line) = before.filter(|_| (tone.keeps || tone.adds_back) && bare) else { return false };
        self.dialogue.cart.lines.push(line);
        self.acted_on.push(Acted::Line(self.dialogue.cart.lines.len() - 1));
        (self.reading.tone.cancels, self.reading.tone.drops) = (false, false);
        true
    }
}
