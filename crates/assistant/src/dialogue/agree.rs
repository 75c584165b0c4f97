//! What a yes agrees to.

use super::act::plain;
use super::goods::Goods;
use super::{Dialogue, Pending};
use crate::lexicon::Lexicon;
use crate::read::{Limits, Reading, Reference, When};
use crate::request::Request;
use crate::scene::Scene;
use crate::turn::{NoPlace, Note, Question, Step, Turn};

/// Whether a turn says something else than the quote that waits, which a mere yes may then be about: what a choice would
/// cost is no part of it.
pub(super) fn says_else(turn: &Turn) -> bool {
    let of_quote =
        matches!(turn.step, Step::Quote(_) | Step::Confirm | Step::Discard | Step::Ask(Question::AgreeAgain));
    !of_quote || turn.notes.iter().any(|note| matches!(note, Note::ChoiceCosts(..)))
}

/// Whether all of it says yes.
pub(super) fn says_only_yes(reading: &Reading, dialogue: &Dialogue) -> bool {
    let tone = reading.tone;
    let clear = reading.unread.is_empty() && reading.asides.is_empty();
    clear && dialogue.is_only_yes(reading.assent) && !tone.supposes && !tone.refuses && !tone.holds
}

/// Agreement counts only while a quote waits, no question is open, and the sentence says nothing else.
pub(super) fn confirm(lexicon: &Lexicon, mut reading: Reading, dialogue: &mut Dialogue, scene: &Scene<'_>) -> Turn {
    if scene.quote_waiting {
        super::restated::drop_restated(lexicon, &mut reading, dialogue, scene);
    }
    let asked = dialogue.pending.take();
    let told = scene.quote_waiting && super::chatter::only_tells(lexicon, &reading, dialogue);
    let clean = (says_only_yes(&reading, dialogue) || told) && dialogue.is_all_from(lexicon, &reading.shops);
    // 好 is about what was said last, and 下单 about nothing else.
    // "Buy this" behind something that was shown is about that.
    let points = reading.reference == Some(Reference::This);
    let to_quote = dialogue.may_agree((reading.tone.commits || reading.tone.confirms) && !points);
    let limited = reading.limits != Limits::default() || reading.whence.is_some();
    // 下单吧，快一点: nothing else was said of when.
    let soon = reading.when == Some(When::Soon) && dialogue.cart.deliver_at.is_none() && dialogue.due_day.is_none();
    let changed = reading.place.is_some() || reading.when.is_some() && !soon || limited;
    let empty = dialogue.cart.lines.is_empty();
    match () {
        // "Get it from Tiantian" is no yes to another shop's.
        () if scene.quote_waiting && !dialogue.is_all_from(lexicon, &reading.shops) && reading.unread.is_empty() => {
            dialogue.pending = asked;
            Goods::new(lexicon, Reading { request: Request::Edit, ..reading }, dialogue, scene).act()
        }
        () if changed => Goods::new(lexicon, Reading { request: Request::Edit, ..reading }, dialogue, scene).act(),
        // A yes is no place, and what was asked for is not sent to the usual one.
        () if asked == Some(Pending::Place) => {
            dialogue.pending = asked;
            plain(reading, Step::Ask(Question::WhereTo(NoPlace::Unsaid)))
        }
        // The quote that waits is not of the day that was said since.
        () if dialogue.day_to_come(scene.now).is_some() && !empty => {
            Goods::new(lexicon, Reading { request: Request::Edit, ..reading }, dialogue, scene).quote(&[])
        }
        () if scene.quote_waiting && asked.is_none() && clean && to_quote => plain(reading, Step::Confirm),
        () if scene.quote_waiting && (!clean || asked.is_none()) => plain(reading, Step::Ask(Question::AgreeAgain)),
        () if dialogue.offers.len() == 1 && clean => {
            dialogue.pending = asked;
            let reading = Reading { request: Request::Order, reference: Some(Reference::This), ..reading };
            Goods::new(lexicon, reading, dialogue, scene).act()
        }
        () if !dialogue.offers.is_empty() && (asked.is_some() || empty) => {
            dialogue.pending = asked;
            let offers = dialogue.offers.clone();
            let mut turn = plain(reading, Step::Ask(Question::WhichItem));
            let goods = Goods::new(lexicon, Reading::default(), dialogue, scene);
            turn.offers = goods.offers(&offers.iter().filter_map(|key| lexicon.item_no(key)).collect::<Vec<_>>());
            turn
        }
        () if !empty && (clean || asked.is_some()) => {
            let before = dialogue.cart.lines.clone();
            Goods::new(lexicon, Reading { request: Request::Order, ..reading }, dialogue, scene).quote(&before)
        }
        () => plain(reading, Step::Ask(Question::NothingToConfirm)),
    }
}
