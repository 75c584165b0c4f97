//! What the buyer says of themselves that lasts: 我对花生过敏, "I don't eat pork", 我可以吃花生了, "what am I allergic to".
//!
//! It is found before anything else is read and cut out of the sentence, as a place is: the words of an allergy are also
//! words of goods ("peanuts"), and must never become something to buy.

mod clause;
mod english;
mod han;

use std::ops::Range;
use std::sync::Arc;

use domain::avoidance::{Avoidance, Strictness, Substance};

use clause::{Clause, clauses};

/// What the buyer says of what they do not eat.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diet {
    /// What they avoid from now on.
    pub avoids: Vec<Avoidance>,
    /// What they eat again, by its name.
    pub eats: Vec<Arc<str>>,
    /// Whether all that was kept is to be forgotten.
    pub forgets_all: bool,
    /// Whether they speak of an allergy and do not say to what.
    pub to_what: bool,
    /// Whether they ask what is kept.
    pub asks: bool,
}

impl Diet {
    /// Whether nothing of the kind was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it ends something that is kept.
    pub(crate) fn forgets(&self) -> bool {
        self.forgets_all || !self.eats.is_empty()
    }
}

/// One of these is in every sentence that says something of the kind, in either script, in lower case.
const HINTS: &[&str] = &[
    "敏", "素", "信佛", "veg", "忌", "吃", "碰", "耐受", "沾", "喜", "厭", "厌", "休克", "命", "疹", "痒", "癢",
    "医院", "醫院", "死", "肿", "腫", "窒", "受不", "口味", "对", "對", "得我", "住我", "了我", "道我", "着我", "于我",
    "於我", "llerg", "toleran", "naphyl", "eat", "hate", "like", "kill", "sick", "hives", "diet", "about me",
    "remember", "have",
];

/// What a clause says, and the characters that say it.
struct Said {
    chars: Range<usize>,
    what: What,
}

enum What {
    Avoids(Vec<Avoidance>),
    /// An allergy; the thing is named by the clause before or after, if at all.
    Unnamed,
    Eats(Vec<Arc<str>>),
    ForgetsAll,
    Asks,
}

/// What a sentence says of the buyer's diet, and the rest of it; `asked` if they were just asked what they are allergic
/// to, so that the bare name of a thing answers, unless it is no substance and the name of something `sold`.
pub(crate) fn diet(source: &str, asked: bool, sold: &dyn Fn(&str) -> bool) -> (Diet, Option<String>) {
    // Nearly all sentences say nothing of the kind, and are not looked at further.
    let shouted = source.bytes().any(|byte| byte.is_ascii_uppercase()).then(|| source.to_ascii_lowercase());
    let hints = |text: &str| HINTS.iter().any(|hint| text.contains(hint));
    if !asked && !hints(shouted.as_deref().unwrap_or(source)) {
        return (Diet::default(), None);
    }
    let clauses = clauses(source);
    let mut said: Vec<Option<Said>> = clauses.iter().map(said_in).collect();
    name_from_neighbours(&clauses, &mut said);
    if asked && said.iter().all(Option::is_none) {
        // What is in the table answers the question, though it is for sale as well: 芒果.
        let goods = |said: &str| sold(said) && Substance::called(said).is_none();
        let order = |clause: &Clause<'_>| clause.orders() || goods(&clause.trimmed()) || counts(clause);
        said = clauses.iter().map(|clause| answer(clause).filter(|_| !order(clause))).collect();
    }
    let mut diet = Diet::default();
    let mut rest = String::new();
    for (clause, said) in clauses.iter().zip(said) {
        match said {
            None => rest.push_str(clause.source(0..clause.len())),
            Some(said) => {
                rest.push_str(clause.source(0..said.chars.start));
                rest.push(' ');
                rest.push_str(clause.source(said.chars.end..clause.len()));
                note(&mut diet, said.what);
            }
        }
        rest.push_str(clause.end);
    }
    if diet.is_empty() { (diet, None) } else { (diet, Some(rest)) }
}

fn said_in(clause: &Clause<'_>) -> Option<Said> {
    han::said(clause).or_else(|| english::said(clause))
}

/// Things that somebody does not eat, by their Chinese names.
fn without(names: &[&str]) -> What {
    What::Avoids(names.iter().map(|name| Avoidance::new(name, Strictness::Dislike)).collect())
}

fn note(diet: &mut Diet, what: What) {
    match what {
        What::Avoids(avoids) => diet.avoids.extend(avoids),
        What::Unnamed => diet.to_what = true,
        What::Eats(eats) => diet.eats.extend(eats),
        What::ForgetsAll => diet.forgets_all = true,
        What::Asks => diet.asks = true,
    }
}

/// 花生，我过敏; 我过敏，千万别放花生; "allergic to peanuts, shrimp and milk": clauses beside an allergy that name what
/// it is, or more of it.
fn name_from_neighbours(clauses: &[Clause<'_>], said: &mut [Option<Said>]) {
    for at in 0..clauses.len() {
        let avoids = |said: &Option<Said>| matches!(said, Some(Said { what: What::Avoids(_), .. }));
        let more = |clause: &Clause<'_>| clause.only_names() || clause.goes_on() || clause.too();
        if at > 0 && said[at].is_none() && avoids(&said[at - 1]) && more(&clauses[at]) {
            said[at] = answer(&clauses[at]);
        }
        if !matches!(said[at], Some(Said { what: What::Unnamed, .. })) {
            continue;
        }
        let before = at.checked_sub(1).map(|before| &clauses[before]);
        let near = [before, clauses.get(at + 1)].into_iter().flatten().map(Clause::named_beside_allergy);
        if let Some(avoids) = near.into_iter().find(|avoids| !avoids.is_empty()) {
            said[at].as_mut().expect("it was just looked at").what = What::Avoids(avoids);
        }
    }
}

/// The things in a clause, as an answer to the question what somebody is allergic to.
fn answer(clause: &Clause<'_>) -> Option<Said> {
    let avoids = clause.things(0..clause.len());
    (!avoids.is_empty()).then(|| Said { chars: 0..clause.len(), what: What::Avoids(avoids) })
}

/// Whether a number stands in it: two of something are an order.
fn counts(clause: &Clause<'_>) -> bool {
    clause.chars.iter().any(|character| "0123456789一二两三四五六七八九十半".contains(*character))
}
