//! What else there is and is not wanted: 其他的不要, 除了拿铁都不要, "keep only the latte".

use std::ops::Range;

use super::piece::{Piece, Role, clause};
use crate::lexicon::Word;
use crate::read::sentence::Sentence;

const OTHERS: &[&str] = &["别的", "其他", "其它", "其余"];
const DENIED: &[&str] = &["不要", "不用", "别放", "不放", "不加", "别加", "免了", "取消", "去掉", "删掉", "不要了"];
/// Kinds of what is put in or on, which are no option by themselves.
const KINDS: &[&str] = &["酱", "料", "小料", "配料", "调料", "酱料", "佐料", "sauce", "sauces", "topping", "toppings"];
const KEEPS_ONLY: &[&str] = &["只留下", "只留", "只保留", "keep only", "only keep"];
const NONE_BUT: &[&str] = &["都不要", "都不要了", "全不要"];

/// Takes out what denies all others; whether nothing else is wanted of what is in the cart. Others of a kind that is put
/// in, as in 别的酱都不要, are none of the cart.
pub(super) fn deny_others(sentence: &Sentence<'_>, pieces: &mut [Piece], counted: usize) -> bool {
    let mut denied = false;
    // 再来一个可颂，别的不要了: and that is all.
    let asks_more = pieces.iter().any(|piece| matches!(piece.role, Role::Word(Word::More | Word::Add | Word::Change)));
    for own in clause::all(pieces) {
        let text = sentence.text(pieces[own.start].token.start, pieces[own.end - 1].token.end).to_lowercase();
        let clause = &mut pieces[own];
        if let Some(kind) = kind_denied(&text).filter(|kind| kind.is_empty() || KINDS.contains(kind)) {
            denied |= kind.is_empty() && !asks_more;
            clause.iter_mut().for_each(|piece| piece.role = Role::Done);
        } else if names_what_stays(&text, clause) {
            denied = true;
            clause.iter_mut().filter(|piece| !piece.item).for_each(|piece| piece.role = Role::Done);
        } else if let Some(keeps) = keeps_only(sentence, clause) {
            // 可颂只留一个 counts the croissants.
            denied |= !clause.get(keeps.end).is_some_and(|next| matches!(next.role, Role::Amount(_)));
            clause[keeps].iter_mut().for_each(|piece| piece.role = Role::Done);
        }
    }
    none_of_them(sentence, pieces, counted);
    denied || only_goods(sentence, pieces)
}

/// 两个都不要, of two that are in the cart or were shown: none of them.
fn none_of_them(sentence: &Sentence<'_>, pieces: &mut [Piece], counted: usize) {
    for own in clause::all(pieces) {
        let clause = &mut pieces[own];
        let [amount, all, denied] = clause else { continue };
        let many = matches!(amount.role, Role::Amount(many) if many.whole().map(usize::try_from) == Some(Ok(counted)));
        let text = denied.text(sentence);
        if many && counted > 1 && all.is(Word::All) && matches!(text, "不要" | "不要了" | "不想要" | "不想要了")
        {
            (amount.role, all.role, denied.role) = (Role::Done, Role::Done, Role::Word(Word::Cancel));
        }
    }
}

/// Of which kind a clause denies all others, if it does: none in 其他的不要.
fn kind_denied(text: &str) -> Option<&str> {
    if let Some(kind) = text.strip_prefix("no other ") {
        return Some(kind.trim());
    }
    let rest = OTHERS.iter().find_map(|others| text.strip_prefix(others))?;
    let rest = rest.trim().trim_end_matches(['了', '哈', '啊', '吧', '的']);
    let kind = DENIED.iter().find_map(|denied| rest.strip_suffix(denied))?;
    let kind = kind.trim_start_matches('的').trim_end_matches(['都', '全', '就', '也']).trim();
    // 别的东西 is no kind.
    Some(kind.trim_end_matches("东西").trim_end_matches('的'))
}

/// Whether a clause is 除了拿铁都不要.
fn names_what_stays(text: &str, clause: &[Piece]) -> bool {
    let named = clause.iter().any(|piece| piece.item && piece.name);
    text.starts_with("除了") && NONE_BUT.iter().any(|end| text.ends_with(end)) && named
}

/// Where a clause says 只留下, if it does: 拿铁只留一份糖 is about an option, and leaves the others alone.
fn keeps_only(sentence: &Sentence<'_>, clause: &[Piece]) -> Option<Range<usize>> {
    let says = |at: usize| KEEPS_ONLY.iter().filter_map(|keeps| sentence.phrase(clause[at].token.start, keeps)).max();
    let (from, end) = (0..clause.len()).find_map(|at| Some((at, says(at)?)))?;
    let to = (from..clause.len()).find(|at| clause[*at].token.start >= end).unwrap_or(clause.len());
    let of_option = clause.iter().any(|piece| piece.value.is_some() || piece.stem.is_some());
    (!of_option).then_some(from..to)
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
