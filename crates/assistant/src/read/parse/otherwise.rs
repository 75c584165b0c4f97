//! What is wanted only where something else cannot be had: 来份宫保鸡丁，没有的话换成麻婆豆腐, "or else the tofu".

use std::ops::Range;

use super::goods::Mention;
use super::piece::{Piece, Role, clause};
use crate::lexicon::Word;
use crate::lexicon::text::Kind;
use crate::read::reading::{Verb, Want};
use crate::read::sentence::Sentence;

/// What says that something cannot be had, and what follows from it.
const LACKING: &[&str] = &["没有", "没", "没得", "要是没有", "如果没有", "万一没有"];
const THEN: &[&str] = &["就", "那就", "的话就", "的话", "那"];
/// Pieces within which it follows.
const LACKING_WITHIN: usize = 8;

/// Reads what is wanted for the case that something cannot be had, or costs more, or that there is less of it. What has
/// to be weighed is left to be weighed; whether fewer will do.
pub(super) fn otherwise(sentence: &Sentence<'_>, pieces: &mut [Piece]) -> bool {
    let fewer = or_fewer(sentence, pieces);
    not_if_dearer(pieces);
    if_too_dear(sentence, pieces);
    price_of_so_much(pieces);
    or_nothing(pieces);
    without_unknown(sentence, pieces);
    without_option(sentence, pieces);
    or_else(pieces);
    only_if(pieces);
    if_more(pieces);
    fewer
}

/// 没有的话就算了: where it cannot be had nothing is wanted, and that is how it is anyway.
fn or_nothing(pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let nothing =
            |piece: &Piece| matches!(piece.role, Role::Word(Word::Cancel | Word::DropAfter | Word::Not | Word::No));
        let next = (at + 1..pieces.len()).find(|next| !pieces[*next].transparent());
        let alone = |next: usize| pieces.get(next + 1).is_none_or(|after| after.ends_clause());
        if let Some(next) = next.filter(|next| pieces[at].is(Word::Else) && nothing(&pieces[*next]) && alone(*next)) {
            (pieces[at].role, pieces[next].role) = (Role::Done, Role::Done);
        }
    }
}

/// 没有小龙虾就只要拿铁: what nobody knows cannot be had, so what is said for that case holds.
fn without_unknown(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let text = |at: usize| pieces[at].text(sentence);
        let lacks = matches!(pieces[at].role, Role::Word(Word::Not | Word::Else)) && LACKING.contains(&text(at));
        let nothing =
            |at: usize| pieces.get(at).is_some_and(|piece| piece.is(Word::Cancel) || piece.is(Word::DropAfter));
        let then = |end: &usize| THEN.contains(&text(*end)) || nothing(*end);
        let Some(end) = (at + 1..pieces.len()).take(LACKING_WITHIN).find(then).filter(|_| lacks) else { continue };
        let middle = &pieces[at + 1..end];
        let unknown = middle.iter().any(|piece| piece.role == Role::Unknown);
        let goods = middle.iter().any(|piece| piece.item || piece.ends_clause());
        if unknown && !goods {
            // 没有小龙虾就算了: nothing is wanted in its place.
            let end = if nothing(end + 1) { end + 1 } else { end };
            pieces[at..=end].iter_mut().for_each(|piece| piece.role = Role::Word(Word::Filler));
        }
    }
}

/// 没有抹茶就要香草: the option that may be lacking is said once more, and what stands behind is for that case.
fn without_option(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let text = |at: usize| pieces[at].text(sentence);
        let lacks = matches!(pieces[at].role, Role::Word(Word::Not | Word::Else)) && LACKING.contains(&text(at));
        let passes = |piece: &Piece| piece.transparent() || piece.role == Role::Separator(Kind::Comma);
        let value = at + 1;
        let is_value = |at: usize| pieces.get(at).is_some_and(|piece| matches!(piece.role, Role::Value(_)));
        if !lacks || !is_value(value) {
            continue;
        }
        let then = |at: &usize| THEN.iter().any(|then| text(*at).starts_with(then));
        let behind = (value + 1..pieces.len()).take(LACKING_WITHIN).find(|at| then(at) || !passes(&pieces[*at]));
        let Some(end) = behind.filter(then) else { continue };
        pieces[at..=end].iter_mut().for_each(|piece| piece.role = Role::Done);
        pieces[end].role = Role::Word(Word::Else);
    }
}

/// "Or vanilla if there is none": "or" says nothing more.
fn or_else(pieces: &mut [Piece]) {
    for clause in pieces.split_mut(Piece::ends_clause) {
        let (first, otherwise) =
            (clause.iter().position(|piece| !piece.transparent()), clause.iter().any(|piece| piece.is(Word::Else)));
        if let Some(first) = first.filter(|first| otherwise && clause[*first].is(Word::Or)) {
            clause[first].role = Role::Done;
        }
    }
}

/// Whether a value is for the case that the one before it cannot be had, in a clause that names no goods for that case.
pub(super) fn is_otherwise(pieces: &[Piece], at: usize) -> bool {
    let own = clause::around(pieces, &(at..at));
    let clause = &pieces[own.clone()];
    let said_before = pieces[..own.start].iter().any(|piece| matches!(piece.role, Role::Value(_)));
    said_before
        && clause.iter().any(|piece| piece.is(Word::Else))
        && !clause.iter().any(|piece| piece.role == Role::Item)
}

/// 要是燕麦奶要加钱就算了: a condition on which nothing is wanted chooses nothing. It is said back; one of money is a
/// limit, and is held as such.
fn only_if(pieces: &mut [Piece]) {
    suppositions(pieces, |clause| {
        let called_off = clause.iter().any(|piece| piece.is(Word::Cancel) || piece.is(Word::DropAfter));
        called_off && !clause.iter().any(|piece| matches!(piece.role, Role::Money(_)))
    });
}

/// 要是超过二十就换成草莓: what is weighed only once the price is known chooses nothing. It is said back.
fn if_more(pieces: &mut [Piece]) {
    let sum = |piece: &Piece| piece.token.numeric() && !matches!(piece.role, Role::When(_));
    suppositions(pieces, |clause| {
        let changes = clause.iter().rposition(|piece| piece.is(Word::Change) || piece.is(Word::Into));
        changes.is_some_and(|to| clause[..to].iter().any(sum))
    });
}

/// Says back each clause, from the word that supposes on, that is one `to_say_back`.
fn suppositions(pieces: &mut [Piece], to_say_back: impl Fn(&[Piece]) -> bool) {
    for mut clause in clause::all(pieces) {
        let end = clause.end;
        let supposes = clause.find(|at| pieces[*at].is(Word::Suppose));
        if let Some(from) = supposes.filter(|from| to_say_back(&pieces[*from..end])) {
            super::people::aside(pieces, from..end);
        }
    }
}

/// How what says that fewer will do begins, and with which verbs it goes on.
const THERE_ARE: &[&str] = &["有多少", "有几", "剩多少", "剩几"];
const TAKES: &[char] = &['拿', '要', '来', '买', '给', '算', '取', '送', '卖'];
const SO_MANY: &[&str] = &["多少", "几"];
/// The same in English.
const WHATEVER: &[&str] = &[
    "whatever is left",
    "whatever's left",
    "whatever you have left",
    "as many as you have",
    "as many as there are",
    "what you have left",
];
/// Words of a clause that says when there are not so many.
const NOT_SO_MANY: &[&str] =
    &["不够", "没那么多", "没有那么多", "凑不齐", "not enough", "dont have", "don't have", "do not have"];

/// Whether a text says 有几杯拿几杯: two of the same question, with a measure word behind each or none, and a verb between.
fn takes_what_there_is(text: &str) -> bool {
    if WHATEVER.iter().any(|words| text.contains(words)) {
        return true;
    }
    let Some((_, behind)) = THERE_ARE.iter().find_map(|there| text.split_once(there)) else { return false };
    let mut characters = behind.chars();
    let rest = match characters.next() {
        Some(verb) if TAKES.contains(&verb) || verb == '就' => behind,
        _ => characters.as_str(),
    };
    let taken = rest.trim_start_matches('就').strip_prefix(TAKES);
    taken.is_some_and(|rest| SO_MANY.iter().any(|so_many| rest.starts_with(so_many)))
}

/// 不够三杯的话有几杯拿几杯, "give me whatever is left": takes that out; whether it is said. Beside options or persons it
/// is something else.
fn or_fewer(sentence: &Sentence<'_>, pieces: &mut [Piece]) -> bool {
    let clauses = clause::all(pieces);
    let text = |clause: &Range<usize>| {
        sentence.text(pieces[clause.start].token.start, pieces[clause.end - 1].token.end).to_lowercase()
    };
    let says_more = |piece: &Piece| {
        let said =
            matches!(piece.role, Role::Value(_) | Role::Stem(_) | Role::When(_) | Role::Shop(_) | Role::Money(_));
        piece.item || said || piece.stem.is_some() || piece.is(Word::Person)
    };
    let plain =
        |clause: &Range<usize>| !pieces[clause.clone()].iter().any(says_more) && !text(clause).contains(['人', '钱']);
    let says = |clause: &Range<usize>| takes_what_there_is(&text(clause)) && plain(clause);
    let Some(at) = clauses.iter().position(says) else { return false };
    let before = at.checked_sub(1).filter(|before| {
        let said = text(&clauses[*before]);
        NOT_SO_MANY.iter().any(|words| said.contains(words)) && plain(&clauses[*before])
    });
    // 改成三杯有几杯拿几杯: what stands before it in its clause says something of its own.
    let own = clauses[at].clone();
    let lacks = NOT_SO_MANY.iter().any(|words| text(&own).contains(words));
    let from = own.clone().rev().find(|from| takes_what_there_is(&text(&(*from..own.end)))).filter(|_| !lacks);
    let from = from.unwrap_or(own.start);
    let lacking = before.map(|at| clauses[at].clone()).unwrap_or_default();
    for at in lacking.chain(from..own.end) {
        pieces[at].role = Role::Done;
    }
    true
}

/// 超过八十就算了: what costs more is not wanted, which is a limit.
fn not_if_dearer(pieces: &mut [Piece]) {
    for own in clause::all(pieces) {
        let clause = &mut pieces[own];
        let at_least = clause.iter().position(|piece| piece.is(Word::AtLeast) || piece.is(Word::OrMore));
        let sum = clause.iter().any(|piece| matches!(piece.role, Role::Money(_)));
        let gives_up = clause.iter().position(|piece| {
            matches!(piece.role, Role::Word(Word::Cancel | Word::DropAfter | Word::Hold)) && !piece.item
        });
        let named = clause.iter().any(|piece| piece.item || piece.is(Word::Want));
        let (Some(at_least), Some(gives_up)) = (at_least.filter(|_| sum && !named), gives_up) else { continue };
        // 算了超过二十块了 says why.
        if gives_up < at_least {
            continue;
        }
        clause[at_least].role = Role::Word(Word::AtMost);
        clause[gives_up..].iter_mut().for_each(|piece| piece.role = Role::Done);
    }
}

/// What says that something costs more than it may.
const TOO_DEAR: &[&str] = &["贵", "太贵", "超", "超了", "超出", "超预算", "too expensive", "more expensive", "dearer"];

/// 三十块以内的话买一斤，要是贵了就换草莓: what is wanted where the first costs more than was said.
fn if_too_dear(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    if !pieces.iter().any(|piece| matches!(piece.role, Role::Money(_))) {
        return;
    }
    for own in clause::all(pieces) {
        let clause = &mut pieces[own];
        let dear = |piece: &Piece| TOO_DEAR.iter().any(|word| piece.text(sentence).eq_ignore_ascii_case(word));
        let passes = |piece: &Piece| piece.transparent() || piece.is(Word::Suppose) || dear(piece);
        let changes = clause.iter().position(|piece| !passes(piece));
        let Some(to) = changes.filter(|to| clause[..*to].iter().any(dear)) else { continue };
        if matches!(clause[to].role, Role::Word(Word::Change | Word::Want | Word::Into)) {
            clause[..to].iter_mut().for_each(|piece| piece.role = Role::Done);
            clause[to].role = Role::Word(Word::Else);
        }
    }
}

/// 车厘子一斤三十块以内的话买一斤: for how much of it a price is said counts none, where it is counted otherwise.
fn price_of_so_much(pieces: &mut [Piece]) {
    for own in clause::all(pieces) {
        let clause = &mut pieces[own];
        let amount = |piece: &Piece| matches!(piece.role, Role::Amount(_));
        let money = |piece: &Piece| matches!(piece.role, Role::Money(_));
        let priced = clause.windows(2).position(|pair| amount(&pair[0]) && money(&pair[1]));
        let Some(priced) = priced else { continue };
        let named = |pieces: &[Piece]| pieces.iter().any(|piece| piece.item);
        let counted = clause[priced + 2..].iter().any(amount);
        // 来两杯二十块以内的拿铁和一个可颂 counts both.
        if counted && named(&clause[..priced]) && !named(&clause[priced + 2..]) {
            clause[priced].role = Role::Done;
        }
    }
}

/// Puts what is wanted otherwise under what it takes the place of.
pub(super) fn nest(pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in (1..mentions.len()).rev() {
        let between = mentions[at - 1].pieces.end..mentions[at].pieces.start;
        let otherwise = pieces[between.clone()].iter().position(|piece| piece.is(Word::Else));
        // 面窝没有的话就来份豆皮: what cannot be had is what nobody here knows, so the other is wanted.
        let unknown = |at: usize| pieces[between.start..between.start + at].iter().any(|one| one.role == Role::Unknown);
        if otherwise.is_some_and(|at| !unknown(at)) {
            let other = std::mem::take(&mut wants[at]);
            wants[at - 1].otherwise = vec![Want { verb: Verb::Have, ..other }];
        }
    }
}
