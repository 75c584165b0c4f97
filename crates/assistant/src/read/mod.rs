//! A sentence becomes a [`Reading`].

mod avoid;
mod clock;
mod counted;
mod drawn;
mod explain;
mod heard;
mod holiday;
mod measure;
mod memory;
mod message;
mod money;
mod no_place;
mod numeral;
mod pack;
mod parse;
mod place;
mod reading;
mod sentence;
mod token;
mod yes;

pub use avoid::Diet;
pub(crate) use explain::explain;
pub use explain::{Explanation, Goods, Span};
pub use memory::Remembered;
pub(crate) use parse::person_called;
pub use reading::{
    Amount, Assent, Candidate, Chosen, Counted, Fit, Limits, Measure, Operator, Part, Place, Prefer, Reading,
    Reference, Size, Standing, Tone, Verb, Want, When, Whence,
};

use std::borrow::Cow;

use domain::time::Time;

use crate::SENTENCE_CHARS_MAX;
use crate::dialogue::{Dialogue, Pending};
use crate::lexicon::names::word_in;
use crate::lexicon::text::Kind;
use crate::lexicon::{ItemNo, Lexicon, Meaning, Word};
use crate::repair::yes as yes_by_ear;
use crate::request::Request;
use crate::scene::Scene;
pub(crate) use heard::Heard;
use sentence::Sentence;

/// Reads a sentence.
pub(crate) fn read(lexicon: &Lexicon, sentence: &str, dialogue: &Dialogue, scene: &Scene<'_>) -> Reading {
    let heard = heard(sentence);
    // What somebody must not eat holds wherever it is written.
    let harmless = |(_, words): &(String, String)| avoid::diet(words, false, &|_| false).0.is_empty();
    if let Some((rest, message)) = message::message(&heard).filter(harmless) {
        let mut reading = read_heard(lexicon, &rest, dialogue, scene);
        reading.asides.push(message);
        return reading;
    }
    read_heard(lexicon, &heard, dialogue, scene)
}

fn read_heard(lexicon: &Lexicon, source: &str, dialogue: &Dialogue, scene: &Scene<'_>) -> Reading {
    if let Some(remembered) = memory::memory(source) {
        let language = parse::language(&Sentence::new(lexicon, source));
        return Reading { remembered: Some(remembered), request: Request::Wallet, language, ..Reading::default() };
    }
    let asked = dialogue.pending == Some(Pending::AllergicToWhat);
    let (diet, rest) = match avoid::diet(source, asked, &|text| lexicon.sells(text)) {
        (diet, _) if diet.forgets() && goods_say_so(lexicon, source) => (Diet::default(), None),
        said => said,
    };
    let Some(rest) = rest else { return read_place(lexicon, source, dialogue, scene) };
    let language = parse::language(&Sentence::new(lexicon, source));
    let said = rest.chars().any(char::is_alphanumeric);
    let reading = if said { read_place(lexicon, &rest, dialogue, scene) } else { Reading::default() };
    let request = match reading.request {
        _ if diet.asks => Request::Wallet,
        // A word of agreement beside what must not be in it agrees to nothing, here and in the tone.
        Request::Unclear | Request::Confirm | Request::Help => Request::Edit,
        other => other,
    };
    let tone = Tone { agrees: false, agrees_apart: false, commits: false, confirms: false, ..reading.tone };
    Reading { diet, request, language, tone, ..reading }
}

/// What of a sentence is read: all that a sentence may have of characters, in words, without the sounds of thinking.
fn heard(sentence: &str) -> Cow<'_, str> {
    let most = sentence.char_indices().nth(SENTENCE_CHARS_MAX).map_or(sentence, |(end, _)| &sentence[..end]);
    match drawn::written(most) {
        Cow::Borrowed(as_it_is) => sentence::without_hesitation(as_it_is),
        Cow::Owned(written) => Cow::Owned(sentence::without_hesitation(&written).into_owned()),
    }
}

/// Whether it is the name of goods that says to forget what somebody does not eat, and the sentence speaks of them.
fn goods_say_so(lexicon: &Lexicon, source: &str) -> bool {
    let sentence = Sentence::new(lexicon, source);
    let units = &sentence.units;
    let mut found = false;
    for start in 0..units.len() {
        lexicon.walk(&units[start..], |length, node| {
            let name =
                lexicon.meanings(node).iter().any(|meaning| matches!(meaning, Meaning::Name(_) | Meaning::Shop(_)));
            let within = name && length < units.len();
            found |= within && avoid::diet(sentence.text(start, start + length), false, &|_| false).0.forgets();
        });
    }
    found
}

/// Reads a sentence that may say a place.
fn read_place(lexicon: &Lexicon, source: &str, dialogue: &Dialogue, scene: &Scene<'_>) -> Reading {
    let sentence = Sentence::new(lexicon, source);
    let Some((span, place)) = place::place(lexicon, &sentence, scene.addresses) else {
        let Some((span, place)) = no_place::not_there(lexicon, &sentence, scene.addresses) else {
            return read_goods(lexicon, &sentence, dialogue, scene);
        };
        let rest = format!("{},{}", sentence.before(span.start), sentence.after(span.end));
        let reading = read_goods(lexicon, &Sentence::new(lexicon, &rest), dialogue, scene);
        return Reading { place: Some(place), language: parse::language(&sentence), ..reading };
    };
    // 周日送到公司: the day is one of bringing it, and not only told.
    let brings = if clock::brings_on_a_day(&sentence, span.start, scene.now) { "送" } else { "" };
    let rest = format!("{}{brings},{}", sentence.before(span.start), sentence.after(span.end));
    let said = sentence.text(span.start, span.end);
    let mut reading = read_beside_place(lexicon, &rest, (said, place), dialogue, scene);
    reading.language = parse::language(&sentence);
    // 别送到公司，送到家里 refuses a place, and no order.
    let tone = reading.tone;
    let refuses_place = reading.request == Request::Cancel && !tone.cancels && !tone.holds && !tone.drops;
    if refuses_place || matches!(reading.request, Request::Unclear | Request::Confirm | Request::Help) {
        reading.request = Request::Edit;
    }
    reading
}

/// Reads what is said beside a place. Another of the buyer's own may be said there: 我在公司，送到家里 tells only where they
/// are, and 送公司，不对，送家里 corrects the first; of 美式送公司，拿铁送家里 nobody can tell, as one order goes to one place.
fn read_beside_place(
    lexicon: &Lexicon,
    rest: &str,
    (said, place): (&str, Place),
    dialogue: &Dialogue,
    scene: &Scene<'_>,
) -> Reading {
    let whole = Sentence::new(lexicon, rest);
    let other = place::place(lexicon, &whole, scene.addresses).filter(|(_, other)| place.is_other_than(other));
    let Some((span, other)) = other else {
        return Reading { place: Some(place), ..read_goods(lexicon, &whole, dialogue, scene) };
    };
    let (again, left) =
        (whole.text(span.start, span.end), format!("{},{}", whole.before(span.start), whole.after(span.end)));
    let reading = read_goods(lexicon, &Sentence::new(lexicon, &left), dialogue, scene);
    let tells = no_place::tells_where_one_is(said) && !no_place::tells_where_one_is(again);
    if tells || reading.tone.corrects {
        return Reading { place: Some(other), ..reading };
    }
    let unread = reading.unread.iter().cloned().chain([again.trim().to_owned()]).collect();
    Reading { place: Some(place), unread, doubtful: true, ..reading }
}

/// Reads a sentence that says no place, mending it if words are left over.
fn read_goods(lexicon: &Lexicon, sentence: &Sentence<'_>, dialogue: &Dialogue, scene: &Scene<'_>) -> Reading {
    let tokens = token::tokens(lexicon, sentence, scene.now);
    let Some(mended) = crate::repair::repair(lexicon, sentence, &tokens, scene.now) else {
        return parse(lexicon, sentence, &tokens, dialogue, scene.now);
    };
    let heard = Sentence::new(lexicon, &mended);
    let heard_tokens = token::tokens(lexicon, &heard, scene.now);
    let mut reading = parse(lexicon, &heard, &heard_tokens, dialogue, scene.now);
    // What was only heard so tells nothing beside a yes.
    reading.told_apart = false;
    reading.heard = Some(Heard { said: sentence.source.to_owned(), meant: mended.clone() });
    let han = |sentence: &Sentence<'_>| sentence.units.iter().any(|unit| unit.kind == Kind::Han);
    // "Ordder" may be a slip of anything; what is written in pinyin is written as it is meant.
    let by_ear = || han(sentence) || !han(&heard) && has_new_word(sentence.source, &mended);
    let sure = || {
        answers(lexicon, reading.request, (sentence, &tokens), (&heard, &heard_tokens))
            || yes_by_ear::one_character_off(lexicon, sentence, &heard, &heard_tokens) && agrees(lexicon, &heard_tokens)
    };
    if !sure() && by_ear() {
        reading.unread.push(sentence.source.trim().to_owned());
    }
    reading
}

/// Whether a mended sentence has a word that was not said. "Place the like order" only lost one.
fn has_new_word(said: &str, mended: &str) -> bool {
    let words =
        |text: &str| -> Vec<String> { text.split(|one: char| !one.is_alphanumeric()).map(str::to_lowercase).collect() };
    let said = words(said);
    words(mended).iter().any(|word| !word.is_empty() && !said.contains(word))
}

/// Whether a sentence that was mended may be taken for the yes or no that it seems to be: the answer itself was heard
/// as it stands, and what was mended beside a yes is another, or says nothing else. If not, it is asked again.
fn answers(
    lexicon: &Lexicon,
    request: Request,
    (spoken, said): (&Sentence<'_>, &[Token]),
    (meant, heard): (&Sentence<'_>, &[Token]),
) -> bool {
    let no = |token: &Token| matches!(word_in(token.meanings(lexicon)), Some(Word::Cancel | Word::No | Word::Hold));
    match request {
        Request::Confirm => {
            let yes = |token: &&Token| yes_by_ear::is_yes(lexicon, token);
            let yeses = |tokens: &[Token]| tokens.iter().filter(yes).count();
            // 行付款吧 is one yes, and two of which one was heard in 行服款吧.
            let units =
                |tokens: &[Token]| -> usize { tokens.iter().filter(yes).map(|token| token.end - token.start).sum() };
            let commits =
                |tokens: &[Token]| tokens.iter().any(|token| word_in(token.meanings(lexicon)) == Some(Word::Commit));
            let ordered = !commits(said) && commits(heard) && units(said) + 1 < units(heard);
            let another = yeses(said) < yeses(heard) || ordered;
            let sure = another || yes_by_ear::mends_nothing_else(lexicon, spoken, said, meant);
            yeses(said) > 0 && sure && agrees(lexicon, heard)
        }
        Request::Cancel => said.iter().any(|token| yes_by_ear::is_yes(lexicon, token) || no(token)),
        _ => true,
    }
}

/// Whether all of a sentence says yes.
fn agrees(lexicon: &Lexicon, tokens: &[Token]) -> bool {
    tokens.iter().all(|token| yes_by_ear::is_yes(lexicon, token) || yes_by_ear::is_polite(lexicon, token))
}

/// How far a time is from the middle of the part of the day that it is in at most: three hours, in microseconds.
const ABOUT_MICROS: u64 = 3 * 60 * 60 * 1_000_000;

fn parse(lexicon: &Lexicon, sentence: &Sentence<'_>, tokens: &[Token], dialogue: &Dialogue, now: Time) -> Reading {
    let spoken_of = dialogue.items_spoken_of(lexicon);
    let choosing = dialogue.cart().lines.is_empty() && dialogue.offers.len() > 1;
    let offers = dialogue.offers.iter().filter(|_| choosing);
    let offered: Vec<ItemNo> = offers.filter_map(|key| lexicon.item_no(key)).collect();
    let lines = dialogue.cart().lines.iter().map(|line| &line.item).filter(|_| dialogue.offers.is_empty());
    let counted: Vec<ItemNo> = dialogue.offers.iter().chain(lines).filter_map(|key| lexicon.item_no(key)).collect();
    let context = parse::Context { spoken_of: &spoken_of, offered: &offered, counted: &counted };
    let mut reading = parse::parse(lexicon, sentence, tokens, &context);
    let again = tokens.iter().find_map(|token| token.when).and_then(|timed| timed.again_minutes);
    let due_day = dialogue.day_to_come(now);
    let due = due_day.map(clock::middle_of).or(dialogue.cart().deliver_at).filter(|due| *due > now);
    if let (Some(due), Some(again)) = (due, again) {
        reading.when = reading.when.map(|when| match when {
            When::At(time) => When::At(clock::nearest(time, again, due, now)),
            When::By(time) => When::By(clock::nearest(time, again, due, now)),
            other => other,
        });
    }
    if let (Some(due), Some(When::At(time))) = (due, reading.when) {
        let about = tokens.iter().find_map(|token| token.when).is_some_and(|timed| timed.about);
        let near = due.china_day() == time.china_day() && due.as_micros().abs_diff(time.as_micros()) <= ABOUT_MICROS;
        // 明早八点送, and then 明早见
        reading.when = if about && near && !reading.tone.changes { Some(When::At(due)) } else { reading.when };
    }
    let due_day = due_day.filter(|_| dialogue.pending == Some(Pending::Hour));
    if due_day.is_some() && clock::rather_today(sentence) {
        let language = reading.language;
        return Reading { when: Some(When::Soon), request: Request::Edit, language, ..Reading::default() };
    }
    if let Some(time) = due_day.and_then(|day| clock::answer(sentence, day, now)) {
        return Reading {
            when: Some(When::At(time)),
            request: Request::Edit,
            language: reading.language,
            ..Reading::default()
        };
    }
    let shown = dialogue.offers.len();
    let counted = if shown > 1 { counted::counted(sentence, shown) } else { Vec::new() };
    match counted[..] {
        [first, ..] => Reading {
            reference: Some(Reference::Nth(first)),
            several: if counted.len() > 1 { counted } else { Vec::new() },
            request: Request::Order,
            language: reading.language,
            ..Reading::default()
        },
        _ => reading,
    }
}

/// Measure words that hold many of another: 箱.
pub(crate) fn is_outer(measure: Measure) -> bool {
    matches!(measure, Measure::Form(form) if form < crate::lexicon::FORMS_OUTER)
}

/// Whether it is 提, of which one holds several packs.
pub(crate) fn is_multipack(measure: Measure) -> bool {
    measure == Measure::Form(crate::lexicon::FORM_MULTIPACK)
}

/// Whether it counts pieces, bunches and sticks, and no vessels.
pub(crate) fn is_of_pieces(measure: Measure) -> bool {
    matches!(measure, Measure::Form(form) if crate::lexicon::FORMS_OF_PIECES.contains(&form))
}

/// Whether it counts portions, however many pieces one holds: 四份虾饺.
pub(crate) fn is_portion(measure: Measure) -> bool {
    measure == Measure::Form(crate::lexicon::FORM_PORTION)
}

/// Whether it counts pairs: 一双 may be two.
pub(crate) fn is_pair(measure: Measure) -> bool {
    measure == Measure::Form(crate::lexicon::FORM_PAIR)
}

/// Measure words that may hold many of another: 箱, and 件.
pub(crate) fn may_be_outer(measure: Measure) -> bool {
    matches!(measure, Measure::Form(form) if form < crate::lexicon::FORMS_MAYBE_OUTER)
}

pub(crate) use clock::middle_of;
pub(crate) use pack::{amount_in, packs, whole_of};
pub(crate) use sentence::{Sentence as Units, byte};
pub(crate) use token::{Token, tokens, worth};
