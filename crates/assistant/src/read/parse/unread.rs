//! What nobody could place: it is said back, and makes the goods that it may be about less certain.

use std::ops::Range;

use super::goods::Mention;
use super::piece::{Piece, Role, clause};
use crate::lexicon::Word;
use crate::lexicon::text::Kind;
use crate::read::reading::{Amount, Verb, Want};
use crate::read::sentence::Sentence;

/// Words of denial that are about what follows; 没 and 不 are parts of many other words.
const DENYING: &[&str] =
    &["不要", "不加", "不放", "别", "莫", "千万", "绝对", "一定", "免", "甭", "without", "no", "dont", "do not"];
/// Pieces behind an option within which a denial may be about it.
const DENIED_WITHIN: usize = 4;
/// Characters or words of a clause that may only say more of the goods beside it.
const ASIDE_UNITS: usize = 8;

/// What nobody could place, neighbours together.
pub(super) fn unread(sentence: &Sentence<'_>, pieces: &[Piece], left: &[usize]) -> Vec<String> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        if !is_lost(pieces, at, left) {
            continue;
        }
        let end = of_what(pieces, at).unwrap_or(piece.token.end);
        let start = how_much(sentence, pieces, at);
        match spans.last_mut() {
            Some((_, known)) if *known == piece.token.start => *known = end,
            _ => spans.push((start, end)),
        }
    }
    spans
        .into_iter()
        .map(|(from, to)| sentence.text(from, to).trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

/// Where 少放 of 少放盐 begins, which says what is wanted of it.
fn how_much(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> usize {
    let says =
        |piece: &&Piece| piece.is(Word::Fewer) || piece.is(Word::Add) && sentence.han(piece.token.start).is_some();
    let before: Vec<&Piece> = pieces[..at].iter().rev().take_while(says).collect();
    let fewer = before.last().filter(|first| first.is(Word::Fewer));
    fewer.map_or(pieces[at].token.start, |first| first.token.start)
}

/// Whether something that nobody could place may change what is to be bought: an option, a number that is not just one
/// of those read, what is denied, or what something is changed into.
pub(super) fn is_doubtful(sentence: &Sentence<'_>, pieces: &[Piece], wants: &[Want], left: &[usize]) -> bool {
    let before = |at: usize| pieces[..at].iter().rev().find(|piece| !piece.transparent());
    // 没拿铁了，来杯美式: whether the lattes are wanted as well.
    let text = |piece: &Piece| piece.text(sentence);
    let had = |piece: &Piece| {
        let gone = piece.role == Role::Done && matches!(text(piece), "没" | "没有" | "没得");
        gone || matches!(
            text(piece),
            "家里有" | "家里有了" | "家里还有" | "已经有了" | "out of" | "ran out of" | "we are out of"
        )
    };
    let named = || wants.iter().filter(|want| !want.is_free());
    let bare = |want: &Want| want.amount.is_none() && want.options.is_empty() && !want.asked && want.verb == Verb::Have;
    if named().count() > 1 && named().any(bare) && pieces.iter().any(had) {
        return true;
    }
    let known = |amount: Amount| wants.iter().any(|want| want.amount.is_some_and(|own| own.milli == amount.milli));
    (0..pieces.len()).any(|at| match pieces[at].role {
        Role::Unknown => {
            let bears = |piece: &Piece| piece.is(Word::Change) || denies(sentence, piece);
            pieces[at].value.or(pieces[at].stem).is_some() || before(at).is_some_and(bears)
        }
        Role::Group => is_lost(pieces, at, left),
        // 料一点都不想放: what a denial leaves away, and the denial was not understood.
        Role::Stem(_) => pieces[at + 1..].iter().take(DENIED_WITHIN).any(|piece| piece.is(Word::Not)),
        Role::Amount(amount) => {
            let denied = before(at).is_some_and(|piece| piece.is(Word::Not));
            left.contains(&at) && amount.milli > 0 && !known(amount) && !denied
        }
        _ => false,
    })
}

/// Whether all that nobody could place stands in clauses that say nothing else, and no yes: 停下单 is no order, and 晚点送
/// beside one is a wish.
pub(super) fn stands_apart(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    let tells = |piece: &Piece| {
        let word = matches!(piece.role, Role::Word(Word::Aside | Word::Person | Word::Event | Word::Busy | Word::This));
        word || piece.transparent() || matches!(piece.role, Role::Unknown | Role::Word(Word::Agree))
    };
    // 老公付款: who pays is no other matter.
    let whose = |piece: &Piece| piece.is(Word::Person) || piece.is(Word::Aside) || piece.role == Role::Unknown;
    let pays = |pair: &[Piece]| whose(&pair[0]) && super::conditional::pays(sentence, &pair[1]);
    if pieces.windows(2).any(pays) {
        return false;
    }
    // 我爸说, and what he says is not there.
    let says = |clause: &[Piece]| clause.last().is_some_and(|last| last.text(sentence).ends_with('说'));
    let strange = |piece: &Piece| piece.role == Role::Unknown;
    let apart = |clause: &[Piece]| !says(clause) && (clause.iter().all(tells) || !clause.iter().any(strange));
    pieces.split(Piece::ends_clause).all(apart)
}

/// Whether it denies what follows: what it is must not be lost.
pub(super) fn denies(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    let text = piece.text(sentence).to_lowercase();
    piece.is(Word::Not) && DENYING.iter().any(|word| text.starts_with(word))
}

fn is_lost(pieces: &[Piece], at: usize, left: &[usize]) -> bool {
    match pieces[at].role {
        Role::Unknown | Role::Stem(_) | Role::Word(Word::Or) => true,
        Role::Amount(_) => left.contains(&at),
        Role::Word(Word::Not) => pieces.get(at + 1).is_some_and(|next| matches!(next.role, Role::Unknown)),
        Role::Group => !beside_value(pieces, at),
        _ => false,
    }
}

/// Whether words that nobody could place may be about the goods of a mention: in its clause, or in a short clause right
/// beside it that speaks of no goods. What a long clause tells is a story of its own.
pub(super) fn is_unsure(pieces: &[Piece], mentions: &[Mention], at: usize, left: &[usize]) -> bool {
    let own = &mentions[at].pieces;
    let Range { start, end } = clause::around(pieces, own);
    let lost = |mut range: Range<usize>| range.any(|at| is_lost(pieces, at, left));
    let about = |range: &Range<usize>| {
        let words: usize = pieces[range.clone()].iter().map(|piece| piece.token.end - piece.token.start).sum();
        let goods = mentions.iter().any(|mention| range.contains(&mention.pieces.start));
        !goods && words <= ASIDE_UNITS
    };
    let before = start.checked_sub(1).map(|stop| clause::start(pieces, stop)..stop);
    let after = (end < pieces.len()).then(|| end + 1..clause::end(pieces, end + 1));
    lost(start..end) || before.filter(about).is_some_and(lost) || after.filter(about).is_some_and(lost)
}

/// Where an amount ends with the extra that it counts: 两份珍珠 is said back whole.
fn of_what(pieces: &[Piece], at: usize) -> Option<usize> {
    let next = pieces.get(at + 1).filter(|_| matches!(pieces[at].role, Role::Amount(_)))?;
    matches!(next.role, Role::Value(_)).then_some(next.token.end)
}

/// 口味改成水果: the group is said along with its value.
fn beside_value(pieces: &[Piece], at: usize) -> bool {
    let clause = |piece: &&Piece| !matches!(piece.role, Role::Separator(Kind::Stop));
    let value = |piece: &Piece| matches!(piece.role, Role::Value(_));
    pieces[at + 1..].iter().take_while(clause).take(4).any(value) || pieces[..at].iter().rev().take(2).any(value)
}
