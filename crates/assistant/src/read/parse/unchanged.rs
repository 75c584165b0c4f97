//! What is to stay as it is: 其他都照常, 尺寸别动, "the rest stays the same". It asks for nothing.

use std::ops::Range;

use super::piece::{Piece, Role, clause};
use crate::lexicon::Word;
use crate::read::sentence::Sentence;

/// What says so, at the end of a clause.
const AS_IT_IS: &[&str] = &[
    "照常",
    "照旧",
    "照原样",
    "原样",
    "保持原样",
    "保持不变",
    "不变",
    "不动",
    "不改",
    "不换",
    "别动",
    "别改",
    "别换",
    "不用动",
    "不用改",
    "不用变",
    "不用换",
    "不要动",
    "不要改",
    "正常就行",
    "正常就好",
    "正常做",
    "stays the same",
    "stay the same",
    "stays as is",
    "stay as is",
    "as is",
    "unchanged",
];

/// 蘸番茄酱，别的酱都不要: whether a clause denies all others, of no kind or of one that names no option.
fn denies_others(sentence: &Sentence<'_>, clause: &[Piece]) -> bool {
    let text = sentence.text(clause[0].token.start, clause[clause.len() - 1].token.end).to_lowercase();
    of_others(&text).is_some_and(|kind| kind.is_empty() || KINDS.contains(&kind))
}

/// Of which kind a clause denies all others, if it does.
fn of_others(text: &str) -> Option<&str> {
    if let Some(kind) = text.strip_prefix("no other ") {
        return Some(kind.trim());
    }
    let rest = OTHERS.iter().find_map(|others| text.strip_prefix(others))?;
    let rest = rest.trim().trim_end_matches(['了', '哈', '啊', '吧', '的']);
    let kind = DENIED.iter().find_map(|denied| rest.strip_suffix(denied))?;
    Some(kind.trim_start_matches('的').trim_end_matches(['都', '全', '就', '也']).trim())
}

/// Kinds of what is put in or on, which are no option by themselves.
const KINDS: &[&str] =
    &["酱", "料", "小料", "配料", "调料", "酱料", "佐料", "东西", "sauce", "sauces", "topping", "toppings"];

const OTHERS: &[&str] = &["别的", "其他", "其它", "其余"];
const DENIED: &[&str] = &["不要", "不用", "别放", "不放", "不加", "别加", "免了", "取消", "去掉", "删掉", "不要了"];

/// Whether a sentence wants nothing else of what there is: 其他的不要 that names no kind, 只留下拿铁.
pub(super) fn others_denied(sentence: &Sentence<'_>, pieces: &mut [Piece]) -> bool {
    if all_but(sentence, pieces) {
        return true;
    }
    let said = sentence.source.to_lowercase();
    let bare = |own: &Range<usize>| {
        let text = sentence.text(pieces[own.start].token.start, pieces[own.end - 1].token.end);
        of_others(text).is_some_and(str::is_empty)
    };
    KEEPS_ONLY.iter().any(|keeps| said.contains(keeps))
        || clause::all(pieces).iter().any(bare)
        || only_goods(sentence, pieces)
}

/// 只要拿铁, "only the mocha": a sentence of goods that are all there shall be, and of nothing that asks for more.
fn only_goods(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    let only = pieces.iter().position(|piece| {
        let just = ["just the", "just"].iter().any(|just| piece.text(sentence).eq_ignore_ascii_case(just));
        piece.is(Word::Only) || just
    });
    let Some(only) = only else { return false };
    let behind = pieces[only + 1..].iter().find(|piece| !piece.transparent() && !piece.is(Word::Want));
    let named = behind.is_some_and(|piece| piece.item && piece.value.is_none());
    // "Just the latte iced" says how that one is to be.
    let more = |piece: &Piece| {
        let word = matches!(piece.role, Role::Word(Word::More | Word::Add | Word::Change | Word::Else));
        word || matches!(piece.role, Role::Value(_))
    };
    named && !pieces.iter().any(more)
}

const KEEPS_ONLY: &[&str] = &["只留下", "只留", "只保留", "keep only", "only keep"];

/// 除了拿铁都不要: takes the words out that deny the others; whether there are some.
fn all_but(sentence: &Sentence<'_>, pieces: &mut [Piece]) -> bool {
    let mut found = false;
    for own in clause::all(pieces) {
        let text = sentence.text(pieces[own.start].token.start, pieces[own.end - 1].token.end);
        let ends = ["都不要", "都不要了", "全不要"].iter().any(|end| text.ends_with(end));
        let named = pieces[own.clone()].iter().any(|piece| piece.item && piece.name);
        if text.starts_with("除了") && ends && named {
            pieces[own].iter_mut().filter(|piece| !piece.item).for_each(|piece| piece.role = Role::Done);
            found = true;
        }
    }
    found
}

/// Takes such clauses out of what is to be bought.
pub(super) fn unchanged(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for own in clause::all(pieces) {
        if denies_others(sentence, &pieces[own.clone()]) {
            pieces[own].iter_mut().for_each(|piece| piece.role = Role::Done);
            continue;
        }
        let said = |at: &usize| {
            let from = pieces[*at].token.start;
            AS_IT_IS.iter().filter_map(|said| sentence.phrase(from, said)).max().map(|end| (*at, end))
        };
        let Some((at, end)) = own.clone().find_map(|at| said(&at)) else { continue };
        let rest = |piece: &Piece| {
            let of_rest =
                matches!(piece.role, Role::Word(Word::Rest | Word::Other | Word::All | Word::Each) | Role::Group);
            of_rest || piece.transparent()
        };
        // 除了香菜不放其他都照常: what stands before is of something else.
        let from = (own.start..at).rev().take_while(|at| rest(&pieces[*at])).last().unwrap_or(at);
        let last = |piece: &Piece| piece.token.end <= end || piece.transparent();
        if (at..own.end).all(|at| last(&pieces[at])) {
            pieces[from..own.end].iter_mut().for_each(|piece| piece.role = Role::Done);
        }
    }
}
