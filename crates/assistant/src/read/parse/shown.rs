//! How many were shown, where one of them is meant: 两家里便宜的那家, "the dearer of the two". It counts no goods.

use super::piece::{Piece, Role};
use crate::lexicon::{ItemNo, Lexicon, Word};
use crate::read::reading::Measure;
use crate::read::sentence::Sentence;

/// Shops that are counted.
const SHOPS: &[&str] = &["家", "家店", "店", "家里", "家里面"];
/// Behind those of which one is meant.
const INSIDE: &[&str] = &["里", "里面", "里头", "中", "当中", "之中", "中间", "其中", "之间"];

/// Takes out the numbers that count what was shown.
pub(super) fn counted(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let Role::Amount(amount) = pieces[at].role else { continue };
        let several = amount.whole().is_some_and(|n| n > 1) && amount.measure == Measure::Each;
        if several && (of_the(sentence, pieces, at) || counts_shown(sentence, pieces, at)) {
            pieces[at].role = Role::Done;
            inside(sentence, pieces, at);
        }
    }
}

/// 1号那个, 2号来一束: by the number that it was shown with.
pub(super) fn numbered(sentence: &Sentence<'_>, pieces: &mut [Piece], counted: &[ItemNo]) {
    let shown = |number: &u32| usize::try_from(*number).is_ok_and(|number| (1..=counted.len()).contains(&number));
    for at in 1..pieces.len() {
        let number = match pieces[at - 1].role {
            Role::Amount(number) => number.whole().filter(shown),
            _ => None,
        };
        let number = number.filter(|_| pieces[at].role == Role::Unknown && pieces[at].text(sentence) == "号");
        let next = pieces.get(at + 1);
        let joins = |next: &Piece| matches!(next.role, Role::Word(Word::And | Word::Each | Word::This | Word::Want));
        let alone = next.is_none_or(|next| next.ends_clause() || joins(next) || matches!(next.role, Role::Amount(_)));
        if let Some(number) = number.filter(|_| alone) {
            pieces[at - 1].role = Role::Nth(number);
            pieces[at].role = Role::Done;
            // 那个 points at the same.
            pieces
                .get_mut(at + 1)
                .filter(|next| next.is(Word::This))
                .into_iter()
                .for_each(|next| next.role = Role::Done);
        }
    }
}

/// 第一个和第三个各来一杯: of several that are pointed at by their place, each is named by it. One alone is pointed at as
/// "the second one" is.
pub(super) fn pointed_at(pieces: &mut [Piece], counted: &[ItemNo]) {
    let item = |piece: &Piece| match piece.role {
        Role::Nth(n) => usize::try_from(n).ok().and_then(|n| counted.get(n.checked_sub(1)?)),
        Role::Word(Word::Last) => counted.last(),
        _ => None,
    };
    let pointed: Vec<(usize, ItemNo)> =
        pieces.iter().enumerate().filter_map(|(at, piece)| Some((at, *item(piece)?))).collect();
    if let [(at, item)] = pointed[..] {
        if stands_beside(pieces, at) {
            name(&mut pieces[at], item);
        }
        return;
    }
    if pointed.len() < 2 || pointed.iter().all(|(_, item)| *item == pointed[0].1) {
        return;
    }
    // 第二个吧，不，第一个: what is corrected is not meant.
    let denies = |piece: &Piece| matches!(piece.role, Role::Word(Word::Correct | Word::No | Word::Not));
    let corrected = pieces.iter().rposition(denies);
    let (before, behind): (Vec<_>, Vec<_>) =
        pointed.into_iter().partition(|(at, _)| corrected.is_some_and(|no| *at < no));
    if !before.is_empty() && behind.len() == 1 {
        before.into_iter().for_each(|(at, _)| pieces[at].role = Role::Done);
        return;
    }
    before.into_iter().chain(behind).for_each(|(at, item)| name(&mut pieces[at], item));
}

/// 最便宜的那个，再来一份土豆片: the cheapest or the dearest of what was shown, beside goods that are named.
pub(super) fn extreme(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], offered: &[ItemNo]) {
    let price = |item: &&ItemNo| lexicon.item(**item).price.fen();
    let is = |at: &usize| matches!(pieces[*at].role, Role::Word(Word::Cheap | Word::Dear));
    let Some(at) = (0..pieces.len()).find(is).filter(|at| stands_beside(pieces, *at)) else { return };
    let cheap = pieces[at].is(Word::Cheap);
    let best = if cheap { offered.iter().min_by_key(price) } else { offered.iter().max_by_key(price) };
    let Some(best) = best else { return };
    name(&mut pieces[at], *best);
    // 最 is of the word that was named.
    if let Some(most) =
        at.checked_sub(1).filter(|most| pieces[*most].role == Role::Unknown && pieces[*most].text(sentence) == "最")
    {
        pieces[most].role = Role::Done;
    }
}

/// Whether what points at something shown names no goods that stand beside it, and others are asked for beside it.
fn stands_beside(pieces: &[Piece], at: usize) -> bool {
    let parts = |piece: &Piece| {
        matches!(piece.role, Role::Separator(_)) || piece.is(Word::And) || piece.is(Word::More) || piece.is(Word::Add)
    };
    let from = pieces[..at].iter().rposition(parts).map_or(0, |before| before + 1);
    let to = pieces[at..].iter().position(parts).map_or(pieces.len(), |behind| at + behind);
    let alters = |piece: &Piece| {
        matches!(
            piece.role,
            Role::Word(
                Word::Change
                    | Word::Into
                    | Word::Drop
                    | Word::DropAfter
                    | Word::Not
                    | Word::No
                    | Word::Correct
                    | Word::Cancel
                    | Word::Keep
                    | Word::Question
                    | Word::HowMuch
                    | Word::Show
                    | Word::Or
            )
        )
    };
    let goods = |piece: &Piece| piece.role == Role::Item;
    let beside = pieces[..from].iter().chain(&pieces[to..]).any(goods);
    beside && !pieces[from..to].iter().any(|piece| piece.item) && !pieces.iter().any(alters)
}

/// Makes of a piece the name of what it points at.
pub(super) fn name(piece: &mut Piece, item: ItemNo) {
    *piece = Piece { role: Role::Item, value: None, stem: None, item: true, name: true, pointed: Some(item), ..*piece };
}

/// 第二个和第三个各一份: each that is counted of what was shown, if there are several and none corrects another.
pub(super) fn several(pieces: &[Piece]) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    for piece in pieces {
        match piece.role {
            Role::Nth(n) if !found.contains(&n) => found.push(n),
            Role::Word(Word::Correct | Word::Not | Word::No | Word::Or) => return Vec::new(),
            _ => {}
        }
    }
    if found.len() > 1 { found } else { Vec::new() }
}

/// "The dearer of the two", "which of those two".
fn of_the(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let text = |at: usize| pieces[at].text(sentence).to_ascii_lowercase();
    let the = |at: usize| pieces[at].is(Word::This) || text(at) == "the";
    let before = at.checked_sub(1).map(|before| if the(before) { before.checked_sub(1) } else { Some(before) });
    let bare = pieces[at].token.count.is_some();
    bare && before.flatten().is_some_and(|of| matches!(text(of).as_str(), "of" | "of the" | "between" | "of those"))
}

/// 两家, 两个里面, 这两个便宜的.
fn counts_shown(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let Some(next) = pieces.get(at + 1) else { return false };
    let text = next.text(sentence);
    let shops = pieces[at].token.count.is_some() && SHOPS.contains(&text);
    let this = at.checked_sub(1).is_some_and(|before| pieces[before].is(Word::This));
    let compared = matches!(next.role, Role::Word(Word::Cheap | Word::Dear | Word::Near));
    shops || INSIDE.contains(&text) || this && compared
}

/// 中 of 两个中便宜的 agrees to nothing.
fn inside(sentence: &Sentence<'_>, pieces: &mut [Piece], at: usize) {
    let behind = pieces[at + 1..].iter_mut().take(2);
    behind.filter(|piece| INSIDE.contains(&piece.text(sentence))).for_each(|piece| piece.role = Role::Done);
}
