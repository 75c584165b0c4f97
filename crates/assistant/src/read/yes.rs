//! Clauses that are nothing but a yes, by a grammar of their own: 嗯呢，给下一单; "yep, sorted, order away".
//!
//! People put a yes together anew each time, so it is not looked for word by word. A clause is walked through the states of
//! [`State`] by the rows of `lexicon/words/clause_of_yes.rs`, and counts only if it is covered from its first character to
//! its last: one word that is not of these rows, 下单前问我妈, and it is read like any other.

use std::ops::Range;

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
    /// It places the order of what was spoken of last, which is mostly the quote: "I'll buy it".
    CommitsToIt,
    /// It places the order.
    Commits,
    /// It points at what was spoken of and places its order: "I'll buy that". Last, since "order that" is a commitment as
    /// one phrase as well, which would not say that it points.
    CommitsToThis,
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
    /// 就要, before what is pointed at.
    PointingTo,
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
    /// What was pointed at, or is only called "it".
    OrderedThis,
    OrderedIt,
    /// "Get me", before what is pointed at.
    Brought,
    /// An order that nothing but particles follow.
    Placed,
}

/// A word that may be said, and where it leads.
type Step = (Row, State);

/// What orders, whatever was said before.
const ORDERS: &[Step] = &[(Row::Orders, State::Ordered), (Row::Places, State::Placed), (Row::Verbs, State::Verb)];
/// What may be said of a quote as long as nothing is judged: 好就下单 is a condition, so that 就 is not here.
const OPEN: &[Step] = &[
    (Row::Agrees, State::Agreed),
    (Row::Judges, State::Judged),
    (Row::One, State::One),
    (Row::Before, State::Before),
    (Row::Will, State::Willing),
    (Row::Brings, State::Brought),
    (Row::Confirms, State::Ordered),
    (Row::Pays, State::Placed),
];
const ORDERED: &[Step] = &[
    (Row::What, State::Ordered),
    (Row::WhatThis, State::OrderedThis),
    (Row::WhatIt, State::OrderedIt),
    (Row::One, State::OrderedOne),
    (Row::That, State::OrderedOne),
];

impl State {
    const ALL: [Self; 21] = [
        Self::Begun,
        Self::Of,
        Self::Right,
        Self::OfAll,
        Self::AllRight,
        Self::Pointed,
        Self::PointedAtOne,
        Self::PointingTo,
        Self::One,
        Self::OrderedOne,
        Self::Agreed,
        Self::Judged,
        Self::First,
        Self::Before,
        Self::Willing,
        Self::Verb,
        Self::Ordered,
        Self::OrderedThis,
        Self::OrderedIt,
        Self::Brought,
        Self::Placed,
    ];

    fn bit(self) -> u32 {
        1 << self as u32
    }

    /// Where every word leads that may follow.
    fn steps(self) -> impl Iterator<Item = Step> {
        let shared: &'static [&'static [Step]] = match self {
            Self::Begun | Self::Agreed => &[OPEN, ORDERS],
            Self::First | Self::Before => &[ORDERS],
            Self::Verb | Self::Ordered => &[ORDERED],
            _ => &[],
        };
        shared.iter().copied().flatten().chain(self.own_steps()).copied()
    }

    /// Where the words lead that may follow this only.
    fn own_steps(self) -> &'static [Step] {
        use State::{
            Agreed, AllRight, Before, Begun, Brought, First, Judged, Of, OfAll, One, Ordered, OrderedIt, OrderedOne,
            OrderedThis, Placed, Pointed, PointedAtOne, PointingTo, Right, Verb, Willing,
        };
        match self {
            Begun => &[
                (Row::Leads, Begun),
                (Row::Praises, Pointed),
                (Row::Points, Pointed),
                (Row::PointsAtOne, PointedAtOne),
                (Row::PointsTo, PointingTo),
                (Row::GoesAlong, Pointed),
                (Row::Fits, Right),
                (Row::OfQuote, Of),
                (Row::OfAll, OfAll),
                (Row::OnlyFirst, First),
                (Row::Takes, OrderedThis),
            ],
            Brought => &[(Row::WhatThis, OrderedThis), (Row::That, OrderedOne)],
            PointingTo => &[(Row::One, PointedAtOne), (Row::That, PointedAtOne)],
            Agreed => &[(Row::Ends, Agreed), (Row::Points, Judged)],
            First => &[(Row::Before, Before), (Row::Pays, Placed), (Row::Confirms, Ordered)],
            Before => &[(Row::Before, Before), (Row::PointsAtOne, PointedAtOne), (Row::PointsTo, PointingTo)],
            Judged => &[(Row::Ends, Judged), (Row::Agrees, Judged), (Row::GoAhead, Before)],
            Pointed => &[(Row::Ends, Pointed), (Row::AskingEnds, Pointed), (Row::GoesAlong, Pointed)],
            PointedAtOne => &[(Row::Ends, PointedAtOne), (Row::AskingEnds, PointedAtOne)],
            One => &[(Row::OneToo, One), (Row::OrdersOne, OrderedOne)],
            OrderedOne => &[(Row::Behind, OrderedOne), (Row::Ends, OrderedOne), (Row::AskingEnds, OrderedOne)],
            Of => &[(Row::OfQuote, Of), (Row::OfAll, Of), (Row::Is, Of), (Row::Right, Right)],
            OfAll => &[(Row::OfAll, OfAll), (Row::OfQuote, Of), (Row::Is, OfAll), (Row::Right, AllRight)],
            Right => &[(Row::Ends, Right)],
            AllRight => &[(Row::Ends, AllRight)],
            Willing => &[(Row::WillingOrders, Verb), (Row::Verbs, Verb)],
            Verb => &[],
            Ordered => &[(Row::Behind, Ordered), (Row::Ends, Ordered), (Row::AskingEnds, Ordered)],
            OrderedThis => &[(Row::Behind, OrderedThis), (Row::Ends, OrderedThis), (Row::AskingEnds, OrderedThis)],
            OrderedIt => &[(Row::Behind, OrderedIt), (Row::Ends, OrderedIt), (Row::AskingEnds, OrderedIt)],
            Placed => &[(Row::Ends, Placed), (Row::AskingEnds, Placed)],
        }
    }

    fn comes_to(self) -> Option<Yes> {
        match self {
            Self::Pointed | Self::Right => Some(Yes::Pointing),
            Self::PointedAtOne => Some(Yes::PointingAtOne),
            Self::OrderedOne => Some(Yes::CommitsToOne),
            Self::Agreed | Self::Judged | Self::AllRight => Some(Yes::Agrees),
            Self::OrderedIt => Some(Yes::CommitsToIt),
            Self::OrderedThis => Some(Yes::CommitsToThis),
            Self::Ordered | Self::Placed => Some(Yes::Commits),
            _ => None,
        }
    }
}

/// The clauses of a sentence that are nothing but a yes, by their units, in their order.
pub(crate) fn clauses(lexicon: &Lexicon, sentence: &Sentence<'_>) -> Vec<(Range<usize>, Yes)> {
    let (mut found, mut others) = (Vec::new(), Vec::new());
    let mut start = 0;
    for end in 1..=sentence.units.len() {
        if end < sentence.units.len() && !ends_at(sentence, end) {
            continue;
        }
        let own = if separates(sentence, start) { start + 1 } else { start }..end;
        match yes(lexicon.beside_yes(), sentence, &own) {
            Some(yes) => found.push((own, yes)),
            None => others.push(own),
        }
        start = end;
    }
    let agrees = || others.iter().any(|own| is_yes(lexicon, sentence, own));
    if !found.is_empty() && found.iter().all(|(_, yes)| *yes < Yes::Agrees) && !agrees() {
        found.clear();
    }
    found
}

/// Whether a clause is one word of the vocabulary that is a yes: 买了.
fn is_yes(lexicon: &Lexicon, sentence: &Sentence<'_>, own: &Range<usize>) -> bool {
    let mut is = false;
    lexicon.walk(&sentence.units[own.clone()], |length, node| {
        is |= length == own.len() && matches!(word_in(lexicon.meanings(node)), Some(Word::Agree | Word::Commit));
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

fn yes(beside: &BesideYes, sentence: &Sentence<'_>, own: &Range<usize>) -> Option<Yes> {
    if own.is_empty() || own.len() > UNITS_MAX {
        return None;
    }
    let text = plain(sentence, own)?;
    // By place: the states in which so much of it is read, a bit for each.
    let mut reached = vec![0_u32; text.len() + 1];
    reached[0] = State::Begun.bit();
    for (place, first) in text.char_indices() {
        let steps: Vec<Step> = states_in(reached[place]).flat_map(State::steps).collect();
        if steps.is_empty() {
            continue;
        }
        for (phrase, row) in beside.rows_at(first) {
            let next = steps.iter().filter(|(read, _)| *read == row).fold(0, |bits, (_, next)| bits | next.bit());
            let end = if next > 0 { behind(&text, place, phrase) } else { None };
            if let Some(end) = end {
                reached[end] |= next;
            }
        }
    }
    states_in(reached[text.len()]).filter_map(State::comes_to).max()
}

fn states_in(bits: u32) -> impl Iterator<Item = State> {
    State::ALL.into_iter().filter(move |state| bits & state.bit() != 0)
}

/// A clause in simplified script and small letters, with a space between Latin words; `None` where it holds a number or a sign.
fn plain(sentence: &Sentence<'_>, own: &Range<usize>) -> Option<String> {
    let mut text = String::new();
    for at in own.clone() {
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
