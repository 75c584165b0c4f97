//! How many they are, and what each of them has: 五个人，每人一碗, 我和弟弟一人一碗, "two of us want".

use std::ops::Range;

use super::groups::groups;
use super::{PERSON_PIECES, aside, clause_from, person_end, says_nothing};
use crate::lexicon::{Word, is_self};
use crate::quantity::numeral;
use crate::read::parse::piece::{Piece, Role};
use crate::read::reading::{Amount, Measure};
use crate::read::sentence::Sentence;

/// One of these is in every sentence that says how many people there are.
const COUNTED: &[&str] = &["俩", "仨", "人", "位", "个都", "people", "People", "person", "folks", " of us"];
/// Each of them, before an amount.
const EACH_PERSON: &[&str] = &["每人", "每个人", "一人", "人手", "各人", "每位", "一个人", "人均"];
/// Two people in one word.
const PAIRS: &[&str] = &["爸妈", "父母", "爷奶", "公婆", "岳父母", "老两口", "两口子", "夫妻"];
/// After how many they are.
const PERSON: &[&str] = &["人", "个人", "位", "口人", "people", "persons", "folks"];
/// Before how many they are, where no 人 follows: 我们仨.
const OF_US: &[&str] = &["我们", "咱们", "咱", "俺们", "一共", "总共", "共"];
/// What makes of a number of people something else: 三人份, 四人餐.
const FOR_PEOPLE: &[char] = &['份', '餐', '套', '桌'];
/// People that one order feeds at most.
const PEOPLE_MAX: u32 = 200;

/// 每人一碗, 我和弟弟一人一碗; whether it is open how many they are.
pub(super) fn each_of_them(sentence: &Sentence<'_>, pieces: &mut [Piece]) -> bool {
    all_of_them(sentence, pieces);
    groups(sentence, pieces);
    // Most sentences count no people, and are not looked at further.
    if !COUNTED.iter().any(|word| sentence.source.contains(word)) {
        return false;
    }
    let sites: Vec<(usize, usize)> =
        (0..pieces.len()).filter_map(|at| Some((at, each_person(sentence, pieces, at)?))).collect();
    let is_site = |at: usize| sites.iter().any(|(site, _)| *site == at);
    have_a_meal(sentence, pieces);
    if sites.is_empty() && several_eat(sentence, pieces) {
        return false;
    }
    let many = (0..pieces.len()).find_map(|at| how_many(sentence, pieces, at, &is_site, !sites.is_empty()));
    if sites.is_empty() {
        if let Some((range, n)) = many
            && !each_wants(sentence, pieces, range.clone(), n)
        {
            aside(pieces, range);
        }
        return false;
    }
    let mut open = false;
    for (at, end) in sites {
        let together = together(sentence, pieces, at);
        match together.as_ref().map(|(_, n)| *n).or(many.as_ref().map(|(_, n)| *n)) {
            Some(n) => {
                multiply(pieces, end, n);
                pieces[at..end].iter_mut().for_each(|piece| piece.role = Role::Done);
            }
            None => open = true,
        }
        if let Some((range, _)) = together {
            aside(pieces, range);
        }
    }
    if let Some((range, _)) = many {
        pieces[range].iter_mut().for_each(|piece| piece.role = Role::Done);
    }
    open
}

/// 妈妈和我都要热干面, 我和老婆各来一碗: as many as they are.
fn all_of_them(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let each = pieces[at].is(Word::Each);
        let Some((range, n)) = (each || pieces[at].is(Word::All)).then(|| together(sentence, pieces, at)).flatten()
        else {
            continue;
        };
        if each && counted(clause_from(pieces, at)) {
            multiply(pieces, at + 1, n);
            pieces[at].role = Role::Done;
            aside(pieces, range);
        } else {
            each_wants(sentence, pieces, range, n);
        }
    }
}

fn counted(clause: &[Piece]) -> bool {
    clause.iter().any(|piece| matches!(piece.role, Role::Amount(_) | Role::Measure(_)))
}

/// 我跟他妈, right before what each of them has: who they are, and how many.
fn together(sentence: &Sentence<'_>, pieces: &[Piece], each: usize) -> Option<(Range<usize>, u32)> {
    let enumerates = |piece: &Piece| piece.text(sentence) == "、";
    let parts = |piece: &Piece| piece.ends_clause() && !enumerates(piece);
    let start = pieces[..each].iter().rposition(parts).map_or(0, |at| at + 1);
    let one = |at: usize| {
        let text = pieces[at].text(sentence);
        // 给我和我对象
        let own = is_self(text.trim_start_matches(['给', '帮', '替'])).then_some(at + 1);
        person_end(sentence, pieces, at).filter(|end| *end <= each).or(own)
    };
    let heads = |from: usize, to: usize| {
        let who = sentence.text(pieces[from].token.start, pieces[to - 1].token.end).trim();
        1 + u32::from(PAIRS.iter().any(|pair| who.ends_with(pair)))
    };
    let mut at = one(start)?;
    let mut n = heads(start, at);
    while at < each {
        // 爷爷奶奶 need no word to join them.
        let next = if pieces[at].is(Word::And) || enumerates(&pieces[at]) { at + 1 } else { at };
        let Some(end) = one(next).filter(|_| next < each) else { break };
        (at, n) = (end, n + heads(next, end));
    }
    (n > 1 && says_nothing(pieces, at, each)).then_some((start..at, n))
}

/// Where 每人 ends that begins at `at`, if an amount follows: 每人一份, 一人来一份.
pub(super) fn each_person(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<usize> {
    let counts =
        |at: usize| pieces.get(at).is_some_and(|piece| matches!(piece.role, Role::Amount(_) | Role::Measure(_)));
    let wants = |at: usize| pieces.get(at).is_some_and(|piece| piece.is(Word::Want));
    let open = pieces[at].role != Role::Done;
    (at + 1..=at + 3).filter(|end| open && *end < pieces.len()).find(|end| {
        let text = sentence.text(pieces[at].token.start, pieces[end - 1].token.end);
        EACH_PERSON.contains(&text) && (counts(*end) || wants(*end) && counts(end + 1))
    })
}

/// How many people, where that is said: 我们三个人.
fn how_many(
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    at: usize,
    is_each: &dyn Fn(usize) -> bool,
    any_each: bool,
) -> Option<(Range<usize>, u32)> {
    let n = counted_people(sentence, &pieces[at]).filter(|_| !is_each(at))?;
    let after = pieces.get(at + 1)?.token;
    let text = sentence.text(after.start, after.end).to_lowercase();
    let before = at.checked_sub(1).map(|at| pieces[at].text(sentence));
    let so_many_people = matches!(pieces[at].text(sentence), "俩" | "仨");
    let of_us = before.is_some_and(|before| {
        let ours = ["我们", "咱们", "咱", "俺们"].contains(&before);
        let all = pieces[at].is(Word::All) || pieces[at + 1].is(Word::All);
        any_each && OF_US.contains(&before) || (so_many_people || all) && ours
    });
    let us = text == "of" && pieces.get(at + 2).is_some_and(|next| next.text(sentence).eq_ignore_ascii_case("us"));
    let person = of_us || us || PERSON.contains(&text.as_str()) || pieces[at].text(sentence).ends_with('位');
    let end = match () {
        () if us => at + 3,
        () if PERSON.contains(&text.as_str()) => at + 2,
        () => at + 1,
    };
    let next = pieces.get(end).map(|next| next.text(sentence));
    let counted = next.and_then(|next| next.chars().next()).is_some_and(|next| FOR_PEOPLE.contains(&next));
    (person && !counted).then_some((at..end, n))
}

/// The number that may count people: 三个, and the 三 of 三个都.
pub(super) fn counted_people(sentence: &Sentence<'_>, piece: &Piece) -> Option<u32> {
    match piece.role {
        Role::Amount(Amount { measure: Measure::Grams(_) | Measure::Millilitres(_), .. }) => None,
        Role::Amount(amount) => amount.whole().filter(|n| *n <= PEOPLE_MAX),
        Role::Word(Word::All) if piece.text(sentence).ends_with("个都") => {
            u32::try_from(numeral::digit(piece.text(sentence).chars().next()?)?).ok()
        }
        _ => None,
    }
}

/// "Two of us want cappuccinos", 我们三个都要拿铁: as many as they are, where nothing else counts them.
fn each_wants(sentence: &Sentence<'_>, pieces: &mut [Piece], people: Range<usize>, n: u32) -> bool {
    // 都要 and "would each like" are one word each.
    let all_want = |piece: &Piece| {
        let text = piece.text(sentence);
        let wants = ["要", "want", "like", "have"].iter().any(|verb| text.ends_with(verb));
        wants && (piece.is(Word::All) || piece.is(Word::Each))
    };
    let wants = |at: &usize| pieces[*at].is(Word::Want) || all_want(&pieces[*at]);
    let Some(verb) = (people.end..pieces.len()).take(PERSON_PIECES).find(wants) else { return false };
    let all = pieces[people.start..=verb].iter().any(|piece| piece.is(Word::All) || piece.is(Word::Each));
    let us = pieces[people.end - 1].text(sentence).eq_ignore_ascii_case("us");
    let passes = |piece: &Piece| piece.transparent() || piece.is(Word::All) || piece.is(Word::Each);
    let counted = counted(clause_from(pieces, verb));
    if !(all || us) || counted || !pieces[people.end..verb].iter().all(passes) {
        return false;
    }
    pieces[people.start..verb].iter_mut().for_each(|piece| piece.role = Role::Done);
    pieces[people.start].role = Role::Word(Word::Want);
    pieces[verb].role = Role::Amount(Amount::count(n));
    true
}

/// What people do who come together, and no goods.
const MEALS: &[&str] =
    &["吃饭", "吃个饭", "吃顿饭", "吃", "用餐", "聚餐", "聚会", "一起吃", "一起吃饭", "吃午饭", "吃晚饭"];

/// 三个人吃饭: how many there are at table, which counts nothing.
fn have_a_meal(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let Some((range, _)) = how_many(sentence, pieces, at, &|_| false, false) else { continue };
        let end = range.end + clause_from(pieces, range.end).len();
        if range.end == end {
            continue;
        }
        let does = sentence.text(pieces[range.end].token.start, pieces[end - 1].token.end);
        if MEALS.contains(&does.trim()) {
            aside(pieces, range.start..end);
        }
    }
}

/// 三个人吃面，两个人喝粥: where several groups have something that nothing counts, each of them has one.
fn several_eat(sentence: &Sentence<'_>, pieces: &mut [Piece]) -> bool {
    let mut eat: Vec<(Range<usize>, usize, u32)> = Vec::new();
    for at in 0..pieces.len() {
        let Some((range, n)) = how_many(sentence, pieces, at, &|_| false, false) else { continue };
        let verb = range.end;
        let wants = pieces.get(verb).is_some_and(|piece| piece.is(Word::Want));
        let clause = clause_from(pieces, verb);
        if wants && clause.iter().any(|piece| piece.item) && !counted(clause) {
            eat.push((range, verb, n));
        }
    }
    let several = eat.len() > 1;
    for (range, verb, n) in eat.into_iter().filter(|_| several) {
        aside(pieces, range);
        pieces[verb].role = Role::Amount(Amount::count(n));
    }
    several
}

/// Multiplies what each of them has, to the end of the clause.
pub(super) fn multiply(pieces: &mut [Piece], from: usize, n: u32) {
    let clause = pieces[from..].iter_mut().take_while(|piece| !piece.ends_clause());
    for piece in clause {
        match piece.role {
            Role::Amount(amount) => piece.role = Role::Amount(amount.times(n)),
            Role::Measure(measure) => {
                piece.role = Role::Amount(Amount { measure, ..Amount::count(n) });
            }
            _ => {}
        }
    }
}
