//! 尺码改80的, 橙汁要700的: a bare number that is what an option is called, and counts nothing.

use domain::language::Text;

use super::Context;
use super::corrected::is_too;
use super::goods::Mention;
use super::piece::{Piece, Role, clause};
use crate::lexicon::{ItemNo, Lexicon, ValueNo, Word};
use crate::read::sentence::Sentence;

/// Makes an option of each such number where something that was spoken of before has it: one before 的, or one that ends
/// a clause which names the group.
pub(super) fn of_spoken_of(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], context: &Context<'_>) {
    if context.spoken_of.is_empty() {
        return;
    }
    changed(lexicon, sentence, pieces, context);
    for own in clause::all(pieces) {
        let group = pieces[own.clone()].iter().any(|piece| piece.role == Role::Group);
        for at in own.clone() {
            let behind = pieces.get(at + 2).filter(|_| at + 2 < own.end);
            let asks = behind.is_none_or(|piece| piece.is(Word::HowMuch) || piece.is(Word::Question));
            let ends = group && at + 1 == own.end;
            let number = number(sentence, pieces, at).filter(|_| is_before_of(sentence, pieces, at) && asks || ends);
            let value =
                number.and_then(|number| context.spoken_of.iter().find_map(|item| value(lexicon, *item, number)));
            if let Some(value) = value {
                pieces[at].role = Role::Value(value);
            }
        }
        if !pieces[own.clone()].iter().any(|piece| piece.role == Role::Item || counts_more(piece)) {
            for at in own {
                let called = |item: &ItemNo| is_called(lexicon, sentence, pieces, at, *item);
                let called = context.spoken_of.iter().find_map(called);
                let size = || context.spoken_of.iter().find_map(|item| size(lexicon, sentence, pieces, at, *item));
                let size = called.or_else(size);
                pieces[at].role = size.unwrap_or(pieces[at].role);
            }
        }
    }
}

/// 15换成16, where both are values of one option: the second is chosen, and the first only says which it was.
fn changed(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], context: &Context<'_>) {
    for at in 1..pieces.len() {
        if !(pieces[at].is(Word::Change) || pieces[at].is(Word::Into)) {
            continue;
        }
        let Some(next) = (at + 1..pieces.len()).find(|next| !pieces[*next].transparent()) else { continue };
        let numbers = (number(sentence, pieces, at - 1), number(sentence, pieces, next));
        let (Some(old), Some(new)) = numbers else { continue };
        let both = |item: &ItemNo| value_with(lexicon, *item, old).and_then(|_| value_with(lexicon, *item, new));
        if let Some(value) = context.spoken_of.iter().find_map(both) {
            pieces[at - 1].role = Role::Done;
            pieces[next].role = Role::Value(value);
        }
    }
}

/// 我媳妇那台是16: the number behind it that ends a clause and stands in one value of something that was spoken of.
fn is_called(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &[Piece], at: usize, item: ItemNo) -> Option<Role> {
    let is =
        |piece: &Piece| matches!(piece.text(sentence), "是" | "是个" | "is" | "is a" | "is the" | "its a" | "it's a");
    let said = pieces[..at].last().is_some_and(is) && pieces.get(at + 1).is_none_or(Piece::ends_clause);
    let in_all = pieces[..at].iter().any(|piece| piece.is(Word::InAll));
    let value = value_with(lexicon, item, number(sentence, pieces, at)?)?;
    (said && !in_all).then_some(Role::Value(value))
}

/// From so many on a number that an option has too is rather the option: nobody orders 240 bottles in passing.
const SIZES_FROM: u32 = 20;

/// What a bare number is that an option of an item has too: that option, or, if it may well be how many, nobody knows. 73太
/// 大了 is why, and chooses nothing.
fn size(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &[Piece], at: usize, item: ItemNo) -> Option<Role> {
    let number = number(sentence, pieces, at)?;
    let value = value(lexicon, item, number)?;
    let is = |piece: &Piece| matches!(piece.text(sentence), "is" | "是" | "码");
    let behind = pieces[at + 1..].iter().find(|piece| !piece.transparent() && !is(piece));
    let why = behind.is_some_and(|piece| piece.role == Role::Unknown || refuses(sentence, piece));
    let may_count = number.parse::<u32>().is_ok_and(|number| number < SIZES_FROM);
    Some(if why || may_count { Role::Unknown } else { Role::Value(value) })
}

/// 33的不够, 73太大了: what is said of a size that will not do.
fn refuses(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    piece.text(sentence).starts_with('不') || is_too(sentence, piece)
}

/// 再加3: what asks for more or fewer counts.
fn counts_more(piece: &Piece) -> bool {
    matches!(piece.role, Role::Word(Word::More | Word::Fewer | Word::Add | Word::Rest | Word::Among))
}

/// Makes unknown the numbers that count something which nobody knows: 房间号502, 12号楼, "building 3", 等我5分钟. They count
/// nothing that is spoken of.
pub(super) fn of_nothing(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    // Beside goods they are left over, and asked about.
    if pieces.iter().any(|piece| piece.role == Role::Item) {
        return;
    }
    for own in clause::all(pieces) {
        let clause = &mut pieces[own];
        if clause.iter().any(counts_more) {
            continue;
        }
        for at in 0..clause.len() {
            let token = clause[at].token;
            let bare = matches!(clause[at].role, Role::Amount(_)) && token.count.is_some() && token.amount.is_none();
            if bare && counts_unknown(sentence, clause, at) {
                clause[at].role = Role::Unknown;
            }
        }
    }
}

/// Whether the number at `at` of a clause counts something behind it that nobody knows, or is the number of such a thing.
fn counts_unknown(sentence: &Sentence<'_>, clause: &[Piece], at: usize) -> bool {
    let unknown = |piece: &Piece| piece.role == Role::Unknown;
    let asks = |piece: &Piece| piece.is(Word::Want) || piece.is(Word::Change);
    let says_nothing = |piece: &&Piece| piece.transparent() || piece.text(sentence) == "是";
    // 一百多 is a number.
    let counts = clause.get(at + 1).is_some_and(|next| unknown(next) && next.text(sentence) != "多");
    let numbers = clause[..at].iter().rev().find(|piece| !says_nothing(piece)).is_some_and(unknown);
    let ends = || clause[at + 1..].iter().all(Piece::transparent);
    counts && (numbers || !clause[..at].iter().any(asks)) || numbers && ends()
}

/// Makes an option of each number before 的 that the goods right behind it, or else those before it, have, and of each
/// that stands right behind goods.
pub(super) fn of_goods(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], mentions: &[Mention]) {
    for at in 0..pieces.len() {
        let Some(number) = number(sentence, pieces, at) else { continue };
        let behind = mentions.iter().find(|mention| mention.pieces.start > at);
        let behind = behind.filter(|mention| !pieces[at + 1..mention.pieces.start].iter().any(Piece::separates));
        let of = behind.or_else(|| mentions.iter().rfind(|mention| mention.pieces.end <= at));
        let Some((of, best)) = of.and_then(|of| Some((of, of.items.first()?.item))) else { continue };
        let role = if stands_right_behind(pieces, of, at) { size(lexicon, sentence, pieces, at, best) } else { None };
        let chosen = || {
            let refused = pieces.get(at + 2).is_some_and(|piece| refuses(sentence, piece));
            let value = value(lexicon, best, number)?;
            (is_before_of(sentence, pieces, at) && !refused).then_some(Role::Value(value))
        };
        if let Some(role) = role.or_else(chosen) {
            pieces[at].role = role;
        }
    }
}

/// 奶瓶要240: whether nothing but what asks for goods stands between them and the number, and nothing that it counts behind.
fn stands_right_behind(pieces: &[Piece], goods: &Mention, at: usize) -> bool {
    let passes = |piece: &Piece| {
        let asks = matches!(piece.role, Role::Measure(_) | Role::Word(Word::Want));
        asks || piece.transparent() || piece.ends_clause()
    };
    let counted = |next: &Piece| matches!(next.role, Role::Amount(_)) && next.token.amount.is_some();
    let ends = pieces.get(at + 1).is_none_or(|next| next.ends_clause() || next.transparent() || counted(next));
    ends && goods.pieces.end <= at && pieces[goods.pieces.end..at].iter().all(passes)
}

/// Whether it is a bare number before 的, which counts nothing.
pub(super) fn is_before_of(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    number(sentence, pieces, at).is_some() && pieces.get(at + 1).is_some_and(|next| next.is(Word::Of))
}

/// The bare number that stands there, if one does: written in digits, and with nothing that it counts; or a size, which may
/// be a measure as well: L.
fn number<'s>(sentence: &Sentence<'s>, pieces: &[Piece], at: usize) -> Option<&'s str> {
    let token = pieces[at].token;
    let said = pieces[at].text(sentence);
    if matches!(pieces[at].role, Role::Measure(_)) && matches!(said, "S" | "M" | "L" | "XL") {
        return Some(said);
    }
    let bare = matches!(pieces[at].role, Role::Amount(_)) && token.count.is_some() && token.amount.is_none();
    Some(pieces[at].text(sentence)).filter(|said| bare && said.starts_with(|first: char| first.is_ascii_digit()))
}

/// The one value of an item in which a number stands: 16 of iPhone 16.
fn value_with(lexicon: &Lexicon, item: ItemNo, number: &str) -> Option<ValueNo> {
    let says = |name: &str| name.split(|one: char| !one.is_ascii_alphanumeric()).any(|word| word == number);
    let groups = &lexicon.item(item).options;
    let mut values = groups.iter().flat_map(|group| &group.values).filter(|value| says(&value.name.zh));
    let value = values.next().filter(|_| values.next().is_none())?;
    lexicon.value_called(&value.name.zh.to_lowercase())
}

/// The one value of an item that begins with a number: 700毫升 of 700. One with decimals may be what it is called in English
/// alone: "-3.00" of 300度.
fn value(lexicon: &Lexicon, item: ItemNo, number: &str) -> Option<ValueNo> {
    let begins = |name: &str| {
        let rest = name.strip_prefix(number);
        rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_digit() || next == '.'))
    };
    let signed = |name: &str| number.contains('.') && name.strip_prefix(['-', '+']).is_some_and(begins);
    let called = |name: &Text| begins(&name.zh) || signed(&name.en);
    let groups = &lexicon.item(item).options;
    let mut values = groups.iter().flat_map(|group| &group.values).filter(|value| called(&value.name));
    let value = values.next().filter(|_| values.next().is_none())?;
    lexicon.value_called(&value.name.zh.to_lowercase())
}
