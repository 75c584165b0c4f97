//! English ways to speak of an allergy, a dislike, and the end of one.

use std::sync::Arc;

use domain::avoidance::{Avoidance, Strictness};

use super::clause::{Clause, Name, avoidances, cannot_eat};
use super::{Said, What, without};

const HARMS: &[&str] = &[
    "allergic",
    "allergy",
    "allergies",
    "intolerant",
    "intolerance",
    "anaphylactic",
    "anaphylaxis",
    "kill me",
    "kills me",
    "makes me sick",
    "make me sick",
    "gives me hives",
    "give me hives",
];
const CANNOT: &[&str] = &[
    "can't eat",
    "cant eat",
    "cannot eat",
    "can not eat",
    "must not eat",
    "mustn't eat",
    "can't have",
    "cant have",
    "cannot have",
    "can not have",
    "can't handle",
    "cant handle",
    "can't take",
    "cant take",
    "not allowed to eat",
];
const DISLIKES: &[&str] = &[
    "i don't eat",
    "i dont eat",
    "i do not eat",
    "i never eat",
    "i hate",
    "i don't like",
    "i dont like",
    "i do not like",
    "i dislike",
    "we don't eat",
    "we dont eat",
    "we do not eat",
];
const AGAIN: &[&str] = &["not allergic to", "no longer allergic to", "isn't allergic to", "i can eat"];
/// What follows once it can be eaten again, and nothing else: "I can eat anything now but not peanuts" ends nothing.
const NOW: &[&str] = &["again", "now", "anymore", "any more", "after", "all", "these", "days", " "];
const FORGETS: &[&str] = &["forget", "delete", "remove", "clear", "erase"];
/// Between the verb and what is forgotten.
const FORGOTTEN: &[&str] = &["about", "all", "of", "my", "the", "and", "everything", " "];
const DIET: &[&str] = &["allergy", "allergies", "dislikes", "diet", "dietary"];
const ASKS: &[&str] = &[
    "what am i allergic",
    "my allergies",
    "what do you know about me",
    "what do you remember",
    "what i am allergic",
    "what i'm allergic",
    "what don't i eat",
    "what dont i eat",
    "my diet",
];
const VEGETARIAN: &[&str] =
    &["i'm vegetarian", "i am vegetarian", "i'm a vegetarian", "i am a vegetarian", "im vegetarian", "im a vegetarian"];
const VEGAN: &[&str] = &["i'm vegan", "i am vegan", "i'm a vegan", "i am a vegan", "im vegan", "im a vegan"];
/// After "allergy": something to buy.
const TO_BUY: &[&str] =
    &[" medicine", " medication", " pills", " pill", " tablets", " relief", " spray", " test", " drops", " meds"];
/// Words with which a statement begins in the middle of a clause.
const BEGINS: &[&str] = &[
    "because", "since", "as i", "and i", "but i", "i'm", "im", "i am", "i have", "i've", "i", "my", "she", "he",
    "they", "we",
];
/// What may stand before it and says nothing.
const POLITE: &[&str] = &[
    "please",
    "note",
    "that",
    "just",
    "so",
    "you",
    "know",
    "hi",
    "hello",
    "hey",
    "fyi",
    "by the way",
    "btw",
    "remember",
    "also",
    "and",
    "but",
    "oh",
    "well",
    "a",
    "an",
    "the",
    "severe",
    "serious",
    "bad",
    "careful",
    "warning",
    "important",
    "sorry",
    "actually",
    "for",
    "with",
    "due to",
    ":",
    "-",
    " ",
];

/// Words with which a sentence goes on after the name of what somebody does not like.
const AFTER_NAME: &[&str] = &[
    "so", "please", "and", "but", "in", "at", "or", "it", "any more", "anymore", "because", "get", "can", "could", "i",
    "thanks", "very", "much", "that", "either", "too", "-", "give", "send", "order", "is", "are", "these", "then",
    "for", "either",
];

/// What an English clause says of somebody's diet.
pub(super) fn said(clause: &Clause<'_>) -> Option<Said> {
    let whole = 0..clause.len();
    for (markers, avoids) in [(VEGETARIAN, &["肉", "海鲜"][..]), (VEGAN, &["肉", "海鲜", "牛奶", "鸡蛋"])] {
        if let Some(marker) = clause.any(markers) {
            return Some(Said { chars: begin(clause, marker.start)..marker.end, what: without(avoids) });
        }
    }
    if let Some(what) = forgets(clause) {
        return Some(Said { chars: whole, what });
    }
    if clause.any(ASKS).is_some() && clause.names().is_empty() {
        return Some(Said { chars: whole, what: What::Asks });
    }
    let again = again(clause).map(|what| Said { chars: whole, what });
    again.or_else(|| harms(clause)).or_else(|| does_not_eat(clause))
}

/// "Forget my peanut allergy"; not "don't forget my peanut allergy", nor "remove the peanuts I'm allergic".
fn forgets(clause: &Clause<'_>) -> Option<What> {
    let (verb, diet) = (clause.any(FORGETS)?, clause.any(DIET)?);
    let polite = ["please", "can", "could", "you", "just", " "];
    if diet.start < verb.end || !clause.only(0..verb.start, &polite) {
        return None;
    }
    let (names, end) = clause.list(verb.end);
    let first = names.first().map_or(diet.start, |name| name.chars.start);
    let plain = clause.only(verb.end..first.min(diet.start), FORGOTTEN)
        && (names.is_empty() || clause.only(end.min(diet.start)..diet.start, &[" "]));
    let mine = clause.find("my", verb.end).is_some();
    (plain && mine).then(|| if names.is_empty() { What::ForgetsAll } else { eats(&names) })
}

/// "I can eat peanuts again", "I'm not allergic to peanuts any more".
fn again(clause: &Clause<'_>) -> Option<What> {
    let marker = clause.any(AGAIN)?;
    let (names, end) = clause.list(marker.end);
    let first = names.first()?.chars.start;
    let over = clause.folded(marker.clone()) != "i can eat" || clause.any(&["again", "now"]).is_some();
    let plain = clause.only(marker.end..first, &[" ", "any"]) && clause.only(end..clause.len(), NOW);
    (over && plain).then(|| eats(&names))
}

fn eats(names: &[Name]) -> What {
    let all = avoidances(names, Strictness::Allergy);
    What::Eats(all.into_iter().map(|avoids| avoids.what).collect::<Vec<Arc<str>>>())
}

/// "I'm allergic to peanuts", "a peanut allergy", "peanuts could kill me".
fn harms(clause: &Clause<'_>) -> Option<Said> {
    let marker = clause.any(HARMS)?;
    let none = ["no allergy", "no allergies", "not allergic", "any allergies", "no known allergies"];
    if TO_BUY.iter().any(|word| clause.at(marker.end, word.trim_start()).is_some() || after(clause, marker.end, word))
        || clause.any(&none).is_some()
    {
        return None;
    }
    let (listed, end) = clause.list(marker.end);
    let joined = listed.first().is_some_and(|first| {
        clause.only(
            marker.end..first.chars.start,
            &[" ", "to", "of", "from", "all", "any", "the", "and", "are", "is", ":", "like"],
        )
    });
    if joined {
        let (avoids, end) = match clause.at(marker.end, " to ").map(|_| unlisted(clause, marker.end)) {
            Some((things, to)) if to >= end => (things, to),
            _ => (avoidances(&listed, Strictness::Allergy), end),
        };
        return Some(Said { chars: begin(clause, marker.start)..end, what: What::Avoids(avoids) });
    }
    let ahead: Vec<_> = clause.names().into_iter().filter(|name| name.chars.end <= marker.start).collect();
    let near = ahead.last().is_some_and(|last| marker.start - last.chars.end <= 24);
    if near {
        let from = ahead.first().map_or(marker.start, |name| name.chars.start);
        let chars = begin(clause, from)..marker.end;
        return Some(Said { chars, what: What::Avoids(avoidances(&ahead, Strictness::Allergy)) });
    }
    let (avoids, end) = unlisted(clause, marker.end);
    let what = if avoids.is_empty() { What::Unnamed } else { What::Avoids(avoids) };
    Some(Said { chars: begin(clause, marker.start)..end, what })
}

/// "Allergic to papaya": by the buyer's own words.
fn unlisted(clause: &Clause<'_>, from: usize) -> (Vec<Avoidance>, usize) {
    let rest = clause.folded(from..clause.len());
    let Some(things) = rest.strip_prefix(" to ") else { return (Vec::new(), from) };
    let stops = [" so ", " please", " but ", " and i ", " can ", " get ", " - "];
    let end = stops.iter().filter_map(|stop| things.find(stop)).min().unwrap_or(things.len());
    let end = from + 4 + things[..end].chars().count();
    (clause.things(from + 4..end), end)
}

/// "I can't eat peanuts", "I don't eat pork".
fn does_not_eat(clause: &Clause<'_>) -> Option<Said> {
    let (marker, cannot) = clause.either(CANNOT, DISLIKES)?;
    let (names, end) = clause.list(marker.end);
    let first = names.first()?.chars.start;
    if !clause.only(marker.end..first, &[" ", "any", "the", "eating", "anything", "with", "that", "is"]) {
        return None;
    }
    // "I don't like beef noodles": the name goes on, and is the name of goods.
    let on =
        !clause.only(end..clause.len(), &[" "]) && !AFTER_NAME.iter().any(|word| clause.at(end + 1, word).is_some());
    if on && !cannot {
        return None;
    }
    let avoids = if cannot { cannot_eat(&names) } else { avoidances(&names, Strictness::Dislike) };
    Some(Said { chars: begin(clause, marker.start)..end, what: What::Avoids(avoids) })
}

fn after(clause: &Clause<'_>, at: usize, word: &str) -> bool {
    clause.folded(at..clause.len()).starts_with(word)
}

/// Where the statement begins that goes on at `at`: at the words of who it is, or at the beginning of the clause if
/// nothing but politeness stands before them. What is ordered before them stays.
fn begin(clause: &Clause<'_>, at: usize) -> usize {
    let begins = |from: &usize| BEGINS.iter().any(|word| clause.at(*from, word).is_some_and(|end| end <= at + 1));
    let start = if clause.orders() { (0..=at).rev().find(begins) } else { (0..=at).find(begins) };
    let start = start.unwrap_or(at);
    if clause.only(0..start, POLITE) { 0 } else { start }
}
