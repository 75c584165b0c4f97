//! From a reading to a turn: what the sentence means at this point of the conversation.

use domain::cart::{Cart, CartLine};
use domain::id::ItemKey;

use super::agree::{confirm, says_else, says_only_yes};
use super::diet;
use super::goods::Goods;
use super::{Dialogue, Pending, SinceQuote};
use crate::lexicon::{ABSENT, Lexicon};
use crate::read::{Counted, Limits, Operator, Reading, Reference, Remembered, Tone, Verb, Want, When};
use crate::request::Request;
use crate::scene::Scene;
use crate::turn::{Note, Question, Step, Turn};

/// Letters of what is only a slip of the finger, at most: "nn".
const SLIP_LETTERS_MAX: usize = 3;

/// Whether words that were left out may have asked for something: one Chinese character may, and a few letters do not.
fn says_more_than_a_slip(unread: &[String]) -> bool {
    let letters: usize = unread.iter().map(String::len).sum();
    letters > SLIP_LETTERS_MAX || unread.iter().any(|words| !words.is_ascii())
}

/// Acts on a reading.
pub(crate) fn act(lexicon: &Lexicon, mut reading: Reading, dialogue: &mut Dialogue, scene: &Scene<'_>) -> Turn {
    let heard = reading.heard.take();
    // Why it is what it is belongs to the quote.
    let asks_why = reading.tone.asks_why;
    let asks_for = matches!(reading.request, Request::Unclear | Request::Order | Request::Edit);
    let mut turn = answer(lexicon, reading, dialogue, scene);
    if !asks_why {
        let lost = asks_for && says_more_than_a_slip(&turn.unread);
        dialogue.since_quote = match says_else(&turn) {
            false => SinceQuote::Nothing,
            true if lost => SinceQuote::Unheard,
            true => dialogue.since_quote.max(SinceQuote::Else),
        };
    }
    if let Some(heard) = heard {
        turn.unread = turn.unread.into_iter().map(|words| heard.as_said(words)).collect();
    }
    turn
}

/// Acts on a reading as an answer to what was asked last, if it is one.
fn answer(lexicon: &Lexicon, reading: Reading, dialogue: &mut Dialogue, scene: &Scene<'_>) -> Turn {
    dialogue.language = reading.language;
    if let Some(Pending::SureToCancel(order)) = dialogue.pending {
        dialogue.pending = None;
        // "Yes, cancel the tea order"
        let of_it = cancels_ordered(lexicon, &reading, dialogue, scene) && reading.tone.agrees;
        if let Some(turn) = sure_to_cancel(&reading, order, of_it) {
            return turn;
        }
    }
    if let Some(Pending::AlsoCancel(order)) = dialogue.pending {
        dialogue.pending = None;
        // A yes to the order just placed, said twice, is none to this.
        let plain_words =
            reading.unread.is_empty() && reading.asides.is_empty() && reading.wants.iter().all(Want::is_free);
        let tone = reading.tone;
        if reading.request == Request::Cancel && tone.cancels && !tone.refuses && !tone.holds && plain_words {
            return plain(reading, Step::CancelOrder(Some(order)));
        }
    }
    if let Some(Pending::Later(at)) = dialogue.pending {
        dialogue.pending = None;
        if reading.request == Request::Confirm && says_only_yes(&reading, dialogue) {
            let when = Some(at.map_or(When::Soon, When::At));
            let reading = Reading { request: Request::Edit, when, ..reading };
            return Goods::new(lexicon, reading, dialogue, scene).act();
        }
    }
    if let Some(Pending::Fewer(item, left)) = dialogue.pending.take_if(|pending| matches!(pending, Pending::Fewer(..)))
    {
        return fewer(lexicon, reading, dialogue, scene, (&item, left));
    }
    // The question what they are allergic to is for the next sentence alone.
    dialogue.pending.take_if(|pending| *pending == Pending::AllergicToWhat);
    if let Some(remembered) = reading.remembered {
        let step = match remembered {
            Remembered::Asks => Step::Memory,
            Remembered::ForgetsUsual => Step::ForgetUsual,
        };
        return plain(reading, step);
    }
    if !reading.diet.is_empty() {
        return diet::act(lexicon, reading, dialogue, scene);
    }
    act_on(lexicon, reading, dialogue, scene)
}

/// What is said to the question whether as many as are left would do.
fn fewer(
    lexicon: &Lexicon,
    mut reading: Reading,
    dialogue: &mut Dialogue,
    scene: &Scene<'_>,
    (item, left): (&ItemKey, u64),
) -> Turn {
    let says_yes = reading.tone.agrees || reading.tone.commits;
    if !says_yes || !reading.wants.is_empty() || !says_only_yes(&reading, dialogue) {
        // 那就两杯，半糖: so many in all of it.
        let no = lexicon.item_no(item);
        let of_it = |want: &Want| want.is_free() || want.items.iter().any(|one| Some(one.item) == no);
        reading.tone.enough |= reading.wants.iter().all(of_it);
        return act_on(lexicon, reading, dialogue, scene);
    }
    let before = dialogue.cart.clone();
    dialogue.take_what_is_left(item, left);
    dialogue.changed(before.clone());
    if reading.place.is_some() || reading.when.is_some() {
        // 好，送到公司
        return Goods::new(lexicon, Reading { request: Request::Edit, ..reading }, dialogue, scene).act();
    }
    Goods::new(lexicon, Reading { request: Request::Order, ..reading }, dialogue, scene).quote(&before.lines)
}

/// Acts on what a sentence asks for.
pub(super) fn act_on(lexicon: &Lexicon, reading: Reading, dialogue: &mut Dialogue, scene: &Scene<'_>) -> Turn {
    let mut reading = reading;
    // Beside a yes it is asked about.
    if reading.request == Request::Cancel || reading.place.is_some() {
        reading.asides.retain(|text| !tells_of_absence(text));
    }
    super::point::by_words(lexicon, &mut reading, dialogue);
    if reading.wants.iter().all(Want::is_free) {
        match reading.tone {
            tone if tone.adds_back && super::undo::put_back(lexicon, &reading, dialogue) => {
                return super::undo::quote_with(lexicon, reading, dialogue, scene);
            }
            tone if tone.keeps && super::undo::keeps_what_went(&reading, dialogue) => {
                let tone = Tone { cancels: false, refuses: false, drops: false, ..tone };
                return super::undo::undo(lexicon, Reading { tone, ..reading }, dialogue, scene);
            }
            _ if super::undo::calls_off_change(&reading, dialogue) => {
                return super::undo::undo(lexicon, Reading { asides: Vec::new(), ..reading }, dialogue, scene);
            }
            _ if super::undo::goes_back(&reading, dialogue) => {
                return super::undo::go_back(lexicon, reading, dialogue, scene);
            }
            tone if tone.undoes => return super::undo::undo(lexicon, reading, dialogue, scene),
            tone if tone.asks_why => return Goods::new(lexicon, reading, dialogue, scene).why(),
            _ => {}
        }
    }
    if cancels_ordered(lexicon, &reading, dialogue, scene) {
        let tone = Tone { cancels: true, asks: false, takes: false, ..reading.tone };
        let wants = reading.wants.into_iter().map(|want| Want { verb: Verb::Drop, ..want }).collect();
        let reading = Reading { request: Request::Edit, tone, wants, unread: Vec::new(), gives_up: None, ..reading };
        return Goods::new(lexicon, reading, dialogue, scene).act();
    }
    match reading.request {
        Request::Order | Request::Edit | Request::Unclear if is_same_order(&reading, dialogue) => {
            let reading = Reading { request: Request::Reorder, ..reading };
            reorder(lexicon, reading, dialogue, scene)
        }
        Request::Confirm => confirm(lexicon, reading, dialogue, scene),
        Request::Cancel | Request::Edit if super::owners::gives_up_own(&reading, dialogue) => {
            let (tone, wants) = (Tone { drops: true, ..reading.tone }, Vec::new());
            Goods::new(lexicon, Reading { request: Request::Edit, tone, wants, ..reading }, dialogue, scene).act()
        }
        Request::Cancel if declines(&reading, dialogue) => Goods::new(lexicon, reading, dialogue, scene).without(),
        Request::Cancel => cancel(reading, dialogue, scene),
        Request::Reorder => reorder(lexicon, reading, dialogue, scene),
        Request::Order | Request::Search | Request::Edit => Goods::new(lexicon, reading, dialogue, scene).act(),
        Request::Track => plain(reading, Step::Track(scene.latest_order.map(|order| order.id))),
        Request::Wallet => plain(reading, Step::Wallet),
        Request::Campaign => plain(reading, Step::ClaimVoucher),
        Request::RedPacket => red_packet(reading),
        Request::Invite => plain(reading, Step::Invite),
        Request::Help => help(reading),
        Request::Unclear => unclear(lexicon, reading, dialogue, scene),
    }
}

/// "Cancel the power bank order", where nothing is being chosen: goods that are named are those of the order, and none that
/// are to be had.
fn cancels_ordered(lexicon: &Lexicon, reading: &Reading, dialogue: &Dialogue, scene: &Scene<'_>) -> bool {
    let tone = reading.tone;
    let idle = dialogue.cart.lines.is_empty() && !scene.quote_waiting;
    let gives_up = tone.drops || tone.cancels && tone.of_order;
    let Some(order) = scene.latest_order.filter(|_| idle && gives_up) else { return false };
    let ordered = |want: &Want| {
        let key = |no| &lexicon.item(no).key;
        want.items.iter().any(|one| order.lines.iter().any(|line| line.item == *key(one.item)))
    };
    let bare = |want: &Want| want.amount.is_none() && want.options.is_empty() && want.parts.is_empty();
    let other = tone.keeps || tone.refuses || tone.changes || tone.more;
    let named = reading.wants.iter().filter(|want| !want.is_free()).count();
    named == 1 && !other && reading.wants.iter().all(|want| bare(want) && (want.is_free() || ordered(want)))
}

/// 我不在家: it matters where something is to be brought, and no other place is said.
fn tells_of_absence(text: &str) -> bool {
    let text = text.to_lowercase();
    ABSENT.split('|').any(|absent| text.ends_with(absent))
}

/// A turn with a step and nothing to show.
pub(super) fn plain(reading: Reading, step: Step) -> Turn {
    let unread = reading.unread.into_iter().chain(reading.asides).collect();
    Turn {
        request: reading.request,
        step,
        offers: Vec::new(),
        notes: Vec::new(),
        unread,
        avoids: None,
        or_fewer: reading.or_fewer,
        language: reading.language,
    }
}

/// What is said to the question whether an order shall really be cancelled, where goods that are named may be `of_it`.
fn sure_to_cancel(reading: &Reading, order: Option<domain::id::OrderId>, of_it: bool) -> Option<Turn> {
    let tone = reading.tone;
    let goods = reading.wants.iter().any(|want| !want.is_free()) && !of_it;
    let yes = (tone.agrees || reading.request == Request::Cancel) && !tone.refuses && !tone.holds && !goods;
    let turn = |step| Some(Turn { request: Request::Cancel, ..plain(reading.clone(), step) });
    if yes && reading.unread.is_empty() && reading.asides.is_empty() {
        return turn(Step::CancelOrder(order));
    }
    let no = (tone.refuses || tone.holds) && !goods;
    if no { turn(Step::Hold) } else { None }
}

/// 不用了, where it was asked which of them, and other things are in the cart.
fn declines(reading: &Reading, dialogue: &Dialogue) -> bool {
    let choosing = dialogue.choosing().is_some();
    let tone = reading.tone;
    let no = tone.refuses || tone.drops;
    choosing && no && !dialogue.cart.lines.is_empty() && !tone.holds && !tone.of_order
}

pub(super) fn cancel(reading: Reading, dialogue: &mut Dialogue, scene: &Scene<'_>) -> Turn {
    // 等等，这单不要了 waits for nothing, and "oh no, cancel that" refuses nothing.
    let drops_order = reading.tone.cancels && reading.tone.of_order && !reading.tone.keeps && !reading.tone.refuses;
    let goes = (!reading.tone.holds || drops_order)
        && (!reading.tone.refuses || reading.tone.corrects && reading.tone.cancels);
    // 算了, where it was asked which of them, gives those up and no order.
    let choosing = dialogue.choosing().is_some() && !reading.tone.of_order;
    let cart = scene.quote_waiting || !dialogue.cart.lines.is_empty() || choosing;
    // 表走得准了，刚才那单取消吧: what is refused may be no cancelling, so it is asked; and so is "wait, cancel that".
    let of_order = reading.tone.of_order || !reading.tone.refuses;
    let names_order = reading.tone.cancels && of_order && !reading.tone.keeps;
    let order = scene.latest_order.filter(|_| names_order && (!reading.tone.holds || !cart));
    if !goes && (cart || order.is_none()) {
        let step = if cart || !dialogue.offers.is_empty() { Step::Hold } else { Step::Ask(Question::NothingToCancel) };
        return plain(reading, step);
    }
    if cart {
        *dialogue = Dialogue { language: dialogue.language, ..Dialogue::default() };
        return plain(reading, Step::Discard);
    }
    dialogue.offers.clear();
    dialogue.unchosen.clear();
    match scene.latest_order.map(|order| order.id) {
        Some(order) => {
            dialogue.pending = Some(Pending::SureToCancel(Some(order)));
            plain(reading, Step::Ask(Question::SureToCancel(Some(order))))
        }
        None => plain(reading, Step::Ask(Question::NothingToCancel)),
    }
}

/// Whether it points at what there was before: 刚才那个.
fn points_back(reading: &Reading) -> bool {
    matches!(reading.reference, Some(Reference::This | Reference::Previous))
}

/// 再点一杯一模一样的, where nothing is being put together: the same as was ordered last.
fn is_same_order(reading: &Reading, dialogue: &Dialogue) -> bool {
    let nothing = dialogue.cart.lines.is_empty() && dialogue.offers.is_empty() && dialogue.pending.is_none();
    // 刚才那个再来一份
    let points = points_back(reading) && reading.tone.more;
    let same = reading.operators.contains(&Operator::Same) || points && reading.unread.is_empty();
    nothing && same && reading.wants.iter().all(Want::is_free)
}

/// The same, once more, is not more of it; of the one thing that was ordered it is as many as are said now.
fn count_anew(reading: &mut Reading, lines: &mut [CartLine]) {
    if !reading.operators.contains(&Operator::Same) && !points_back(reading) {
        return;
    }
    reading.tone.more = false;
    reading.operators.retain(|operator| *operator != Operator::Same);
    let [want] = reading.wants.as_mut_slice() else { return };
    want.counted = Counted::InAll;
    let said = want.amount.and_then(crate::read::Amount::whole).filter(|_| want.parts.is_empty());
    match (lines, said) {
        ([line], Some(said)) => (line.quantity, want.amount) = (said, None),
        (_, Some(1)) => want.amount = None,
        _ => {}
    }
}

/// The newest past order again, as far as it is still sold.
fn reorder(lexicon: &Lexicon, mut reading: Reading, dialogue: &mut Dialogue, scene: &Scene<'_>) -> Turn {
    let Some(past) = scene.past.first() else {
        return plain(reading, Step::Ask(Question::NoPastOrder));
    };
    let mut notes = Vec::new();
    let mut lines = past.lines.clone();
    lines.retain(|line| {
        let sold = lexicon.item_no(&line.item).is_some();
        if !sold {
            notes.push(Note::NoLongerSold(line.item.item.to_string()));
        }
        sold
    });
    if lines.is_empty() {
        return Turn { notes, ..plain(reading, Step::Ask(Question::NoPastOrder)) };
    }
    count_anew(&mut reading, &mut lines);
    dialogue.offers.clear();
    dialogue.pending = None;
    dialogue.focus = None;
    // What was said before anything was in the cart holds for this as well.
    let Cart { constraints, deliver_at, .. } = std::mem::take(&mut dialogue.cart);
    let address = constraints.address.clone().or_else(|| past.address.clone());
    dialogue.cart = Cart { lines, address, deliver_at, constraints };
    let request = reading.request;
    // 老样子再来一份: one of it is what it is.
    let one = |want: &Want| {
        let one = want.amount.is_none_or(|amount| amount.whole() == Some(1));
        want.is_free() && one && want.options.is_empty() && want.parts.is_empty()
    };
    let more = !reading.wants.iter().all(one);
    let limits = reading.limits != Limits::default() || reading.whence.is_some();
    let extra = reading.place.is_some() || reading.when.is_some() || more || limits || !reading.not.is_empty();
    let mut turn = if extra {
        let reading = Reading { request: Request::Edit, reference: None, ..reading };
        Goods::new(lexicon, reading, dialogue, scene).act()
    } else {
        Goods::new(lexicon, reading, dialogue, scene).quote(&[])
    };
    turn.request = request;
    turn.notes.extend(notes);
    turn
}

fn red_packet(reading: Reading) -> Turn {
    let amount = reading.limits.price_max.or(reading.limits.total_max);
    let shares = reading.wants.iter().find_map(|want| want.amount).and_then(crate::read::Amount::whole);
    plain(reading, Step::RedPacket { amount, shares })
}

fn help(reading: Reading) -> Turn {
    let step = if reading.greets { Step::Greet } else { Step::Help };
    plain(reading, step)
}

/// Words that the vocabulary does not know may still be found by search.
fn unclear(lexicon: &Lexicon, reading: Reading, dialogue: &mut Dialogue, scene: &Scene<'_>) -> Turn {
    if reading.tone.secret {
        // Nothing of such a sentence is to be done, so nothing of it is left to say.
        return plain(Reading { unread: Vec::new(), asides: Vec::new(), ..reading }, Step::Warn);
    }
    if reading.place.is_some() {
        return Goods::new(lexicon, Reading { request: Request::Edit, ..reading }, dialogue, scene).act();
    }
    let says = reading.tone.commits || reading.tone.agrees || reading.tone.supposes || !reading.asides.is_empty();
    if scene.quote_waiting && says {
        return plain(reading, Step::Ask(Question::AgreeAgain));
    }
    let mut goods = Goods::new(lexicon, reading, dialogue, scene);
    let found = goods.found();
    if found.is_empty() {
        return goods.turn(Step::NotUnderstood, Vec::new());
    }
    goods.reading.request = Request::Search;
    goods.show(found)
}
