//! People in a sentence: who wants what (小李要一碗面), how many they are (五个人，每人一碗), and whose is one of several
//! (弟弟那碗不放葱).

use std::ops::Range;

use super::piece::{Piece, Role};
use crate::lexicon::{FOR, Word, is_person, is_self, owns};
use crate::quantity::numeral;
use crate::read::reading::{Amount, Measure};
use crate::read::sentence::Sentence;

/// One of these is in every sentence that says how many people there are.
const COUNTED: &[&str] = &["俩", "仨", "人", "位", "个都", "people", "People", "person", "folks", " of us"];
/// Each of them, before an amount.
const EACH_PERSON: &[&str] = &["每人", "每个人", "一人", "人手", "各人", "每位", "一个人", "人均"];
/// After how many they are.
const PERSON: &[&str] = &["人", "个人", "位", "口人", "people", "persons", "folks"];
/// Before how many they are, where no 人 follows: 我们仨.
const OF_US: &[&str] = &["我们", "咱们", "咱", "俺们", "一共", "总共", "共"];
/// What makes of a number of people something else: 三人份, 四人餐.
const FOR_PEOPLE: &[char] = &['份', '餐', '套', '桌'];
/// Pieces of a person at most.
const PERSON_PIECES: usize = 4;
/// People that one order feeds at most.
const PEOPLE_MAX: u32 = 200;

/// Takes who wants something, and how many they are, out of what is to be bought. Who it is is said back; an amount
/// for each of so many is that many times as much. Whether it is left open how many that is.
pub(super) fn people(sentence: &Sentence<'_>, pieces: &mut [Piece]) -> bool {
    let open = each_of_them(sentence, pieces);
    own_one(sentence, pieces);
    let open_too = subjects(sentence, pieces);
    mentioned(sentence, pieces);
    open || open_too
}

/// Whoever else is spoken of is said back.
fn mentioned(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let begins = pieces[at].is(Word::Person) || pieces.get(at + 1).is_some_and(|next| next.is(Word::Person));
        if let Some(end) = begins.then(|| person_end(sentence, pieces, at)).flatten() {
            aside(pieces, at..end);
        }
    }
}

/// What was counted in the clause before, and whose it is.
#[derive(Clone, Copy)]
struct Counted {
    n: u32,
    owner: Option<Owner>,
}

/// Whose something is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// The one who speaks.
    Oneself,
    Other,
}

/// Who wants what: 张三要, "my wife wants". A clause that says no more than how somebody wants it is about one of those
/// that were counted, or wants one more where what there is is somebody else's: 我要热的，同事要冰的.
fn subjects(sentence: &Sentence<'_>, pieces: &mut [Piece]) -> bool {
    let (mut before, mut open): (Option<Counted>, bool) = (None, false);
    for at in 0..pieces.len() {
        let begins = at == 0 || matches!(pieces[at - 1].role, Role::Separator(_)) || pieces[at - 1].is(Word::And);
        if !begins || pieces[at].role == Role::Own {
            continue;
        }
        let subject = subject(sentence, pieces, at);
        let names = clause_from(pieces, at).iter().any(|piece| piece.role == Role::Item && piece.value.is_none());
        if let Some((Owner::Other, verb)) = subject {
            aside(pieces, at..verb);
        }
        let owner = subject.map(|(owner, _)| owner).or_else(|| for_whom(sentence, clause_from(pieces, at)));
        if names {
            before = Some(Counted { n: amount_in(pieces, at).map_or(1, |(_, n)| n), owner });
        } else if let (Some(before), Some(owner)) = (before, owner) {
            open |= !says_how(pieces, at, before, owner);
        }
    }
    open
}

/// Takes a clause of somebody that names no goods; whether it is clear what it is about.
fn says_how(pieces: &mut [Piece], at: usize, before: Counted, owner: Owner) -> bool {
    let has_value = clause_from(pieces, at).iter().any(|piece| piece.value.is_some());
    let own = before.owner.is_some_and(|other| other != owner || owner == Owner::Other);
    match amount_in(pieces, at) {
        None if !has_value => true,
        None if before.n > 1 => {
            pieces[at].role = Role::Own;
            true
        }
        Some((amount, 1)) if before.n == 1 && own => {
            pieces[amount].role = Role::Done;
            pieces[at].role = Role::Another;
            true
        }
        None if own => {
            pieces[at].role = Role::Another;
            true
        }
        // What was counted before is divided by what is counted here, as in any other sentence.
        Some(_) => true,
        None => before.owner == Some(owner),
    }
}

/// The first amount of the clause that goes on at `from`.
fn amount_in(pieces: &[Piece], from: usize) -> Option<(usize, u32)> {
    let counted = |(at, piece): (usize, &Piece)| match piece.role {
        Role::Amount(amount) => Some((from + at, amount.whole()?)),
        Role::Measure(_) => Some((from + at, 1)),
        _ => None,
    };
    clause_from(pieces, from).iter().enumerate().find_map(counted)
}

/// For whom what a clause speaks of is, where it says so behind: "a latte for me".
fn for_whom(sentence: &Sentence<'_>, clause: &[Piece]) -> Option<Owner> {
    clause.iter().find_map(|piece| match piece.text(sentence) {
        text if text.eq_ignore_ascii_case("for me") => Some(Owner::Oneself),
        text if piece.is(Word::Aside) && whose(text) => Some(Owner::Other),
        _ => None,
    })
}

/// 给妈妈的, "for my wife".
fn whose(text: &str) -> bool {
    let text = text.to_lowercase();
    let person = FOR.iter().chain(&["for "]).find_map(|verb| text.strip_prefix(verb));
    person.is_some_and(|person| is_person(person.trim_end_matches('的')))
}

/// Those who want it otherwise than others do.
pub(super) fn others(sentence: &Sentence<'_>, pieces: &[Piece]) -> impl Iterator<Item = String> {
    let others =
        pieces.iter().filter(|piece| matches!(piece.role, Role::Another | Role::Own)).map(|piece| piece.text(sentence));
    others.filter(|other| is_person(other)).map(str::to_owned)
}

/// Who wants something in the clause that begins at `at`, and where its verb is.
fn subject(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<(Owner, usize)> {
    // 要冰的 is how an option may be said.
    let wants = |verb: &usize| {
        let piece = &pieces[*verb];
        piece.is(Word::Want) || piece.value.is_some() && piece.text(sentence).starts_with('要')
    };
    let verb = (at..pieces.len()).take(PERSON_PIECES + 1).find(wants)?;
    let own_verb = pieces[verb].text(sentence).to_lowercase();
    let i_want = verb == at && (own_verb.starts_with('我') || own_verb.starts_with("i "));
    if i_want || verb > at && is_self(pieces[at].text(sentence)) && says_nothing(pieces, at + 1, verb) {
        return Some((Owner::Oneself, verb));
    }
    let named = pieces[at..verb].iter().any(|piece| piece.item && piece.name);
    let end = person_end(sentence, pieces, at).filter(|end| *end <= verb && !named)?;
    says_nothing(pieces, end, verb).then_some((Owner::Other, verb))
}

fn says_nothing(pieces: &[Piece], from: usize, to: usize) -> bool {
    pieces[from..to].iter().all(Piece::transparent)
}

fn clause_from(pieces: &[Piece], from: usize) -> &[Piece] {
    let separates = |piece: &Piece| matches!(piece.role, Role::Separator(_));
    let end = pieces[from..].iter().position(separates).map_or(pieces.len(), |at| from + at);
    &pieces[from..end]
}

/// Where the longest person ends that begins at `at`.
pub(super) fn person_end(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<usize> {
    let text = |end: usize| sentence.text(pieces[at].token.start, pieces[end - 1].token.end).trim();
    let last = pieces.len().min(at + PERSON_PIECES);
    (at + 1..last + 1).rev().find(|end| is_person(text(*end)))
}

/// Makes one aside of some pieces.
pub(super) fn aside(pieces: &mut [Piece], range: Range<usize>) {
    let end = pieces[range.end - 1].token.end;
    pieces[range.clone()].iter_mut().for_each(|piece| piece.role = Role::Done);
    pieces[range.start].token.end = end;
    pieces[range.start].role = Role::Word(Word::Aside);
}

/// 每人一碗, 我和弟弟一人一碗; whether it is open how many they are.
fn each_of_them(sentence: &Sentence<'_>, pieces: &mut [Piece]) -> bool {
    // Most sentences count no people, and are not looked at further.
    if !COUNTED.iter().any(|word| sentence.source.contains(word)) {
        return false;
    }
    let sites: Vec<(usize, usize)> =
        (0..pieces.len()).filter_map(|at| Some((at, each_person(sentence, pieces, at)?))).collect();
    let is_site = |at: usize| sites.iter().any(|(site, _)| *site == at);
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

/// 我跟他妈, right before what each of them has: who they are, and how many.
fn together(sentence: &Sentence<'_>, pieces: &[Piece], each: usize) -> Option<(Range<usize>, u32)> {
    let enumerates = |piece: &Piece| piece.text(sentence) == "、";
    let parts = |piece: &Piece| matches!(piece.role, Role::Separator(_)) && !enumerates(piece);
    let start = pieces[..each].iter().rposition(parts).map_or(0, |at| at + 1);
    let one = |at: usize| {
        let own = is_self(pieces[at].text(sentence)).then_some(at + 1);
        person_end(sentence, pieces, at).filter(|end| *end <= each).or(own)
    };
    let (mut at, mut n) = (one(start)?, 1);
    while at < each && (pieces[at].is(Word::And) || enumerates(&pieces[at])) {
        (at, n) = (one(at + 1).filter(|_| at + 1 < each)?, n + 1);
    }
    (n > 1 && says_nothing(pieces, at, each)).then_some((start..at, n))
}

/// Where 每人 ends that begins at `at`, if an amount follows.
fn each_person(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<usize> {
    (at + 1..=at + 3).filter(|end| *end < pieces.len()).find(|end| {
        let text = sentence.text(pieces[at].token.start, pieces[end - 1].token.end);
        let next = &pieces[*end];
        EACH_PERSON.contains(&text) && matches!(next.role, Role::Amount(_) | Role::Measure(_))
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
fn counted_people(sentence: &Sentence<'_>, piece: &Piece) -> Option<u32> {
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
    let Some(verb) = (people.end..pieces.len()).take(PERSON_PIECES).find(|at| pieces[*at].is(Word::Want)) else {
        return false;
    };
    let all = pieces[people.start..verb].iter().any(|piece| piece.is(Word::All));
    let us = pieces[people.end - 1].text(sentence).eq_ignore_ascii_case("us");
    let passes = |piece: &Piece| piece.transparent() || piece.is(Word::All);
    let counts = |piece: &Piece| matches!(piece.role, Role::Amount(_) | Role::Measure(_));
    let counted = clause_from(pieces, verb).iter().any(counts);
    if !(all || us) || counted || !pieces[people.end..verb].iter().all(passes) {
        return false;
    }
    pieces[people.start..verb].iter_mut().for_each(|piece| piece.role = Role::Done);
    pieces[people.start].role = Role::Word(Word::Want);
    pieces[verb].role = Role::Amount(Amount::count(n));
    true
}

/// Multiplies what each of them has, to the end of the clause.
fn multiply(pieces: &mut [Piece], from: usize, n: u32) {
    let clause = pieces[from..].iter_mut().take_while(|piece| !matches!(piece.role, Role::Separator(_)));
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

/// 弟弟那碗, 我的, "mine": one of those that were counted before.
fn own_one(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let several = |piece: &Piece| matches!(piece.role, Role::Amount(amount) if amount.whole().is_some_and(|n| n > 1));
    let Some(first) = pieces.iter().position(several) else { return };
    let mut at = first + 1;
    while at < pieces.len() {
        let end = one_of_somebody(sentence, pieces, at);
        if let Some(end) = end {
            pieces[at].token.end = pieces[end - 1].token.end;
            pieces[at..end].iter_mut().for_each(|piece| piece.role = Role::Done);
            pieces[at].role = Role::Own;
        }
        at = end.unwrap_or(at + 1);
    }
}

/// Where the words end that begin at `at` and mean what one of them has.
fn one_of_somebody(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<usize> {
    let text = |at: usize| pieces.get(at).map_or("", |piece| piece.text(sentence));
    if let Some(end) = (at + 1..=pieces.len())
        .take(3)
        .find(|end| owns(sentence.text(pieces[at].token.start, pieces[end - 1].token.end).trim()))
    {
        return Some(end);
    }
    if pieces[at].is(Word::Aside) && text(at).ends_with('的') && whose(text(at)) {
        return Some(at + 1);
    }
    let who = person_end(sentence, pieces, at).or_else(|| is_self(text(at)).then_some(at + 1))?;
    let (of, behind) = if text(who) == "的" { (true, who + 1) } else { (false, who) };
    let that = matches!(text(behind), "那" | "这");
    let measured = |at: usize| pieces.get(at).is_some_and(|piece| matches!(piece.role, Role::Measure(_)));
    match (of, that) {
        (_, true) if measured(behind + 1) => Some(behind + 2),
        (true, false) if pieces.get(behind).is_some_and(|next| !next.item) => Some(behind),
        _ => None,
    }
}
