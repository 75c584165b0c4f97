//! Clauses that are nothing but a yes, by a grammar of their own: 嗯呢，给下一单; "yep, sorted, order away".
//!
//! People put a yes together anew each time, so it is not looked for word by word. A clause is walked through the states of
//! [`State`] by the rows of `lexicon/words/clause_of_yes.rs`, and counts only if it is covered from its first character to
//! its last: one word that is not of these rows, 下单前问我妈, and it is read like any other.

use super::sentence::Sentence;
use crate::lexicon::names::word_in;
use crate::lexicon::text::Kind;
use crate::lexicon::{BesideYes, Lexicon, Row, Word};

/// Units of a clause that is looked at, at most: a yes is short.
const UNITS_MAX: usize = 16;

/// What a clause says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Yes {
    /// It only points at the quote, 就这些, or says what goes with a yes, 看过了, 价钱能接受. A yes beside another, and none
    /// alone.
    Pointing,
    /// The same, of one thing: 就这束.
    PointingAtOne,
    /// It agrees.
    Agrees,
    /// It points at one thing and places its order: 这盆也买.
    CommitsToOne,
    /// It points at what was spoken of and places its order: "I'll buy that".
    CommitsToThis,
    /// It places the order.
    Commits,
}

/// What has been said of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing that matters.
    Begun,
    /// What is right, without its verdict: 价钱. Then with it: 价钱对就下单 is a condition, so nothing follows.
    Of,
    Right,
    /// The same of all: 都, "everything".
    OfAll,
    AllRight,
    Pointed,
    PointedAtOne,
    One,
    OrderedOne,
    /// A word that agrees, which anything may follow.
    Agreed,
    /// That it is right, and no order follows in that clause.
    Judged,
    /// What may only begin: 就.
    First,
    /// For whom or how, without what: 给我.
    Before,
    /// Somebody says what they will do, "I'll", and "order" alone is then no order.
    Willing,
    /// A verb that orders only with what: "get".
    Verb,
    Ordered,
    /// What was pointed at.
    OrderedThis,
    /// An order that nothing but particles follow.
    Placed,
}

const STATES: [State; 18] = [
    State::Begun,
    State::Of,
    State::Right,
    State::OfAll,
    State::AllRight,
    State::Pointed,
    State::PointedAtOne,
    State::One,
    State::OrderedOne,
    State::Agreed,
    State::Judged,
    State::First,
    State::Before,
    State::Willing,
    State::Verb,
    State::Ordered,
    State::OrderedThis,
    State::Placed,
];

/// Words that may be said, and where they lead.
type Step = (Row, State);

impl State {
    fn steps(self) -> &'static [Step] {
        use State::{
            Agreed, AllRight, Before, Begun, First, Judged, Of, OfAll, One, Ordered, OrderedOne, OrderedThis, Placed,
            Pointed, PointedAtOne, Right, Verb, Willing,
        };
        const BEGUN: &[Step] = &[
            (Row::Leads, Begun),
            (Row::Agrees, Agreed),
            (Row::Judges, Judged),
            (Row::Praises, Pointed),
            (Row::Points, Pointed),
            (Row::PointsAtOne, PointedAtOne),
            (Row::One, One),
            (Row::GoesAlong, Pointed),
            (Row::OfQuote, Of),
            (Row::OfAll, OfAll),
            (Row::OnlyFirst, First),
            (Row::Before, Before),
            (Row::Will, Willing),
            (Row::Orders, Ordered),
            (Row::Confirms, Ordered),
            (Row::Pays, Placed),
            (Row::Places, Placed),
            (Row::Takes, OrderedThis),
            (Row::Verbs, Verb),
        ];
        // 好就下单 is a condition, so that what only begins a clause is not here.
        const AGREED: &[Step] = &[
            (Row::SoftEnds, Agreed),
            (Row::Agrees, Agreed),
            (Row::Judges, Judged),
            (Row::Points, Judged),
            (Row::One, One),
            (Row::Before, Before),
            (Row::Will, Willing),
            (Row::Orders, Ordered),
            (Row::Confirms, Ordered),
            (Row::Pays, Placed),
            (Row::Places, Placed),
            (Row::Verbs, Verb),
        ];
        const BEFORE: &[Step] = &[
            (Row::Before, Before),
            (Row::Orders, Ordered),
            (Row::Places, Placed),
            (Row::Verbs, Verb),
            (Row::PointsAtOne, PointedAtOne),
        ];
        const FIRST: &[Step] =
            &[BEFORE[0], BEFORE[1], BEFORE[2], BEFORE[3], (Row::Pays, Placed), (Row::Confirms, Ordered)];
        match self {
            Begun => BEGUN,
            Agreed => AGREED,
            First => FIRST,
            Before => BEFORE,
            Judged => &[(Row::SoftEnds, Judged), (Row::Agrees, Judged), (Row::GoAhead, Before)],
            Pointed => &[(Row::Ends, Pointed), (Row::GoesAlong, Pointed)],
            PointedAtOne => &[(Row::Ends, PointedAtOne)],
            One => &[(Row::OneToo, One), (Row::OrdersOne, OrderedOne)],
            OrderedOne => &[(Row::Ends, OrderedOne)],
            Of => &[(Row::OfQuote, Of), (Row::OfAll, Of), (Row::Is, Of), (Row::Right, Right)],
            OfAll => &[(Row::OfAll, OfAll), (Row::OfQuote, Of), (Row::Is, OfAll), (Row::Right, AllRight)],
            Right => &[(Row::SoftEnds, Right)],
            AllRight => &[(Row::SoftEnds, AllRight)],
            Willing => &[(Row::WillingOrders, Verb), (Row::Verbs, Verb)],
            Verb => &[(Row::What, Ordered), (Row::WhatThis, OrderedThis)],
            Ordered => {
                &[(Row::What, Ordered), (Row::WhatThis, OrderedThis), (Row::Behind, Ordered), (Row::Ends, Ordered)]
            }
            OrderedThis => &[(Row::Behind, OrderedThis), (Row::Ends, OrderedThis)],
            Placed => &[(Row::Ends, Placed)],
        }
    }

    fn comes_to(self) -> Option<Yes> {
        match self {
            State::Pointed | State::Right => Some(Yes::Pointing),
            State::PointedAtOne => Some(Yes::PointingAtOne),
            State::OrderedOne => Some(Yes::CommitsToOne),
            State::Agreed | State::Judged | State::AllRight => Some(Yes::Agrees),
            State::OrderedThis => Some(Yes::CommitsToThis),
            State::Ordered | State::Placed => Some(Yes::Commits),
            _ => None,
        }
    }
}

/// The clauses of a sentence that are nothing but a yes, from the unit where they begin to that behind their last.
pub(crate) fn clauses(lexicon: &Lexicon, sentence: &Sentence<'_>) -> Vec<(usize, usize, Yes)> {
    let mut found = Vec::new();
    let (mut start, mut other) = (0, false);
    for end in 1..=sentence.units.len() {
        if end < sentence.units.len() && !ends_at(sentence, end) {
            continue;
        }
        let from = if separates(sentence, start) { start + 1 } else { start };
        if from < end {
            match yes(lexicon.beside_yes(), sentence, from, end) {
                Some(yes) => found.push((from, end, yes)),
                None => other |= is_yes(lexicon, sentence, from, end),
            }
        }
        start = end;
    }
    if !other && found.iter().all(|(.., yes)| *yes < Yes::Agrees) {
        found.clear();
    }
    found
}

/// Whether a clause is one word of the vocabulary that is a yes: 买了.
fn is_yes(lexicon: &Lexicon, sentence: &Sentence<'_>, from: usize, end: usize) -> bool {
    let mut is = false;
    lexicon.walk(&sentence.units[from..end], |length, node| {
        is |= from + length == end && matches!(word_in(lexicon.meanings(node)), Some(Word::Agree | Word::Commit));
    });
    is
}

fn separates(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.kind(at), Some(Kind::Stop | Kind::Comma))
}

/// Whether a clause ends before the unit at `at`: at a stop, or at a space behind or before Chinese.
fn ends_at(sentence: &Sentence<'_>, at: usize) -> bool {
    let apart = sentence.units[at - 1].end < sentence.units[at].start;
    let chinese = sentence.han(at - 1).is_some() || sentence.han(at).is_some();
    separates(sentence, at) || separates(sentence, at - 1) || apart && chinese
}

fn yes(beside: &BesideYes, sentence: &Sentence<'_>, from: usize, end: usize) -> Option<Yes> {
    if end - from > UNITS_MAX {
        return None;
    }
    let text = plain(sentence, from, end)?;
    // By place: the states in which so much of it is read.
    let mut reached = vec![[false; STATES.len()]; text.len() + 1];
    reached[0][0] = true;
    for (place, first) in text.char_indices() {
        let states = reached[place];
        if !states.contains(&true) {
            continue;
        }
        for (row, end) in beside.rows_at(first).filter_map(|(phrase, row)| Some((row, behind(&text, place, phrase)?))) {
            let from = STATES.iter().zip(states).filter(|(_, is)| *is).flat_map(|(state, _)| state.steps());
            from.filter(|(read, _)| *read == row).for_each(|(_, next)| reached[end][*next as usize] = true);
        }
    }
    let last = reached[text.len()];
    STATES.iter().zip(last).filter(|(_, is)| *is).filter_map(|(state, _)| state.comes_to()).max()
}

/// A clause in simplified script and small letters, with a space between Latin words; `None` where it holds a number or a sign.
fn plain(sentence: &Sentence<'_>, from: usize, end: usize) -> Option<String> {
    let mut text = String::new();
    for at in from..end {
        match sentence.kind(at)? {
            Kind::Han => text.push(sentence.han(at)?),
            Kind::Word => {
                if text.ends_with(|last: char| last.is_ascii()) {
                    text.push(' ');
                }
                let word = sentence.text(at, at + 1).chars().filter(|letter| !matches!(letter, '\'' | '’' | '-'));
                text.extend(word.flat_map(char::to_lowercase));
            }
            _ => return None,
        }
    }
    Some(text)
}

/// The place behind a phrase that stands at `place`, and behind the space that ends a Latin one.
fn behind(text: &str, place: usize, phrase: &str) -> Option<usize> {
    let rest = text.get(place..)?.strip_prefix(phrase)?;
    if !phrase.is_ascii() || rest.is_empty() {
        return Some(text.len() - rest.len());
    }
    match rest.strip_prefix(' ') {
        Some(rest) => Some(text.len() - rest.len()),
        None => (!rest.starts_with(|next: char| next.is_ascii_alphanumeric())).then(|| text.len() - rest.len()),
    }
}
