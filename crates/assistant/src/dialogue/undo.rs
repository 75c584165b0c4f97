//! One step back: the cart as it was before the last change.

use domain::cart::{Cart, CartLine};
use domain::id::ItemKey;

use super::Dialogue;
use super::act::{cancel, plain};
use super::goods::{Acted, Goods};
use crate::lexicon::Lexicon;
use crate::read::{Fit, Reading, Reference, Tone, Want};
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

/// Said alone right behind a change that put one thing in the place of another; 不加了 means no more than that this is all.
const CALLS_OFF: &str = "不换了";

/// Whether a sentence only calls off that change.
pub(super) fn calls_off_change(reading: &Reading, dialogue: &Dialogue) -> bool {
    let tone = reading.tone;
    let alone = reading.wants.is_empty() && reading.unread.is_empty() && !tone.commits && !tone.agrees;
    let says = !reading.asides.is_empty() && reading.asides.iter().all(|text| text == CALLS_OFF);
    let in_cart = |line: &CartLine| dialogue.cart.lines.iter().any(|own| own.item == line.item);
    let replaced = |before: &Cart| before.lines.iter().any(|line| !in_cart(line));
    alone && says && !dialogue.cart.lines.is_empty() && dialogue.undo.last().is_some_and(replaced)
}

/// "Keep it", right behind something that was taken out: whether it means that.
pub(super) fn keeps_what_went(reading: &Reading, dialogue: &Dialogue) -> bool {
    let tone = reading.tone;
    let alone = reading.wants.is_empty() && reading.unread.is_empty() && reading.asides.is_empty();
    let picks = reading.reference.is_some_and(|reference| reference != Reference::This);
    let says_more = tone.commits || tone.agrees || tone.asks || tone.of_order || picks;
    let went = dialogue.undo.last().is_some_and(|before| before.lines.len() > dialogue.cart.lines.len());
    alone && !says_more && went && !dialogue.cart.lines.is_empty() && dialogue.pending.is_none()
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
        // The day was said last, and changed nothing yet.
        Some(before) if dialogue.due_day.is_some() && before == dialogue.cart && !before.lines.is_empty() => {
            dialogue.due_day = None;
            quote_with(lexicon, reading, dialogue, scene)
        }
        Some(before) if !before.lines.is_empty() => {
            dialogue.cart = before;
            dialogue.focus = None;
            quote_with(lexicon, reading, dialogue, scene)
        }
        _ if dialogue.cart.lines.is_empty() && scene.latest_order.is_none() => {
            plain(reading, Step::Ask(Question::NothingToEdit))
        }
        _ => cancel(Reading { request: Request::Cancel, ..reading }, dialogue, scene),
    }
}

/// Quotes what was put back, with what else is said: 加回来，送到公司; 加回来，要两个.
pub(super) fn quote_with(lexicon: &Lexicon, reading: Reading, dialogue: &mut Dialogue, scene: &Scene<'_>) -> Turn {
    let says_more = reading.place.is_some() || reading.when.is_some() || !reading.wants.is_empty();
    // What was added back is not one more.
    let tone = Tone { more: false, adds_back: false, undoes: false, ..reading.tone };
    let goods = Goods::new(lexicon, Reading { request: Request::Edit, tone, ..reading }, dialogue, scene);
    if says_more { goods.act() } else { goods.quote(&[]) }
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
        // 换成拿铁，还是要美式: what took its place last goes again.
        let last = self.dialogue.undo.last().filter(|last| last.lines.contains(&line));
        let instead = last.and_then(|last| {
            let fresh = |own: &CartLine| !last.lines.iter().any(|line| line.item == own.item);
            self.dialogue.cart.lines.iter().position(fresh)
        });
        if let Some(at) = instead {
            self.take_line(at);
        }
        self.dialogue.cart.lines.push(line);
        self.acted_on.push(Acted::Line(self.dialogue.cart.lines.len() - 1));
        (self.reading.tone.cancels, self.reading.tone.drops) = (false, false);
        true
    }
}
