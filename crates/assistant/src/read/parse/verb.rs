//! What is to be done with goods: to have them, to have more of them, to have them instead, or to be rid of them.

use super::goods::Mention;
use super::piece::{Piece, Role, clause};
use crate::lexicon::Word;
use crate::read::reading::{Verb, Want};
use crate::read::sentence::Sentence;

/// What is to be done with goods: what the verb nearest before them says, or the one after them.
pub(super) fn verb(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], own: usize) -> Verb {
    let range = &mentions[own].pieces;
    let from = own.checked_sub(1).map_or(0, |before| mentions[before].pieces.end);
    let to = mentions.get(own + 1).map_or(pieces.len(), |after| after.pieces.start);
    let mut behind = pieces[range.end..to].iter().take_while(|piece| !piece.ends_clause());
    let mistaken = |piece: &Piece| piece.text(sentence).eq_ignore_ascii_case("mistake");
    let goes = |piece: &Piece| {
        piece.is(Word::DropAfter) || piece.is(Word::Cancel) || is_at_home(sentence, piece) || mistaken(piece)
    };
    if behind.clone().any(goes) {
        return Verb::Drop;
    }
    // 算了，泡芙还是留着吧
    let kept = pieces[range.end..to].iter().position(|piece| piece.is(Word::Keep));
    if let Some(kept) = kept.filter(|kept| !pieces[range.end..range.end + kept].iter().any(Piece::ends_clause)) {
        // 拿铁不用保留了
        let denied = pieces[range.end..range.end + kept].iter().any(|piece| piece.is(Word::Not) || piece.is(Word::No));
        return if denied { Verb::Drop } else { Verb::Have };
    }
    let alone = pieces[range.end..to].iter().any(Piece::ends_clause) || to == pieces.len();
    // 把茶叶蛋去掉 takes it out; 算了，茶叶蛋也来一个 wants it after all.
    if alone && behind.clone().any(|piece| piece.is(Word::Drop)) {
        return Verb::Drop;
    }
    if alone && is_taken_out(&pieces[range.end..]) {
        return Verb::Drop;
    }
    if alone && behind.any(|piece| piece.is(Word::Want) || piece.is(Word::More)) {
        return Verb::Have;
    }
    let changed = pieces[..from].iter().any(|piece| piece.is(Word::Change));
    let before = (from..range.start).rev();
    let before =
        before.filter(|at| !puts_in_option(pieces, *at, range.start) && !is_of_before(pieces, *at, range.start));
    let denied = |at: usize| {
        let before = pieces[..at].iter().rev().find(|piece| !piece.transparent());
        before.is_some_and(|piece| matches!(piece.role, Role::Word(Word::Not | Word::No)))
    };
    let nearest = before.map(|at| (at, &pieces[at])).find_map(|(at, piece)| match piece.role {
        // "Don't keep the latte", 不用留着拿铁了
        Role::Word(Word::Keep) if denied(at) => Some(Verb::Drop),
        Role::Word(Word::Drop | Word::Cancel) => Some(Verb::Drop),
        Role::Word(Word::Change) => Some(Verb::Instead),
        // 本来想喝拿铁，还是来杯美式吧
        _ if piece.text(sentence) == "还是" && begins_clause(pieces, at) => Some(Verb::Instead),
        Role::Word(Word::Into) if changed => Some(Verb::Instead),
        Role::Word(Word::More | Word::Add) => Some(Verb::More),
        // "Drop the latte and the croissant" drops both.
        Role::Word(Word::And) if own > 0 && dropped_before(pieces, mentions, own) => Some(Verb::Drop),
        // "Make them not spicy, and three rice": what is joined is not changed into.
        Role::Word(Word::Want | Word::And) => Some(Verb::Have),
        _ => None,
    });
    nearest.unwrap_or_default()
}

/// Whether only fillers stand before it in its clause.
fn begins_clause(pieces: &[Piece], at: usize) -> bool {
    let own = &pieces[clause::start(pieces, at)..at];
    own.iter().all(|piece| piece.is(Word::Filler) || piece.is(Word::Cancel))
}

/// 鸡米花去掉，可乐改两杯: what takes out the goods before it in its clause takes out none that come behind.
fn is_of_before(pieces: &[Piece], at: usize, goods: usize) -> bool {
    let drops = matches!(pieces[at].role, Role::Word(Word::Drop | Word::Cancel));
    let end = (at + 1..goods).find(|end| !pieces[*end].transparent());
    let ends = end.is_some_and(|end| pieces[end].ends_clause());
    drops && ends && pieces[clause::start(pieces, at)..at].iter().any(|piece| piece.item)
}

/// 面加个卤蛋，拿铁要冰的: what asks for an option in a clause before asks for nothing of what comes behind.
fn puts_in_option(pieces: &[Piece], at: usize, goods: usize) -> bool {
    let asks = matches!(pieces[at].role, Role::Word(Word::More | Word::Add | Word::Change | Word::Into));
    let next = pieces[at + 1..goods].iter().find(|piece| !piece.transparent());
    let option = next.is_some_and(|next| matches!(next.role, Role::Value(_)));
    asks && option && pieces[at..goods].iter().any(Piece::ends_clause)
}

/// 口罩家里还有: what is there already is not wanted.
fn is_at_home(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    matches!(piece.text(sentence), "家里还有" | "家里有" | "家里有了" | "已经有了" | "我有了")
}

/// Whether the goods right before these are dropped by a word in front of them, in the same clause.
fn dropped_before(pieces: &[Piece], mentions: &[Mention], at: usize) -> bool {
    let before = &mentions[at - 1].pieces;
    let apart = |piece: &Piece| piece.ends_clause() || piece.is(Word::Want) || piece.is(Word::Add);
    let between = pieces[before.end..mentions[at].pieces.start].iter().any(apart);
    let mut said = pieces[..before.start].iter().rev().take_while(|piece| !piece.ends_clause());
    !between && said.find(|piece| piece.separates()).is_some_and(|piece| piece.is(Word::Drop))
}

/// 拿铁和美式不要了: what is joined before goods that are taken out by a word behind them goes as well.
pub(super) fn dropped_together(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    let joins = |piece: &Piece| piece.is(Word::And) || piece.text(sentence) == "、";
    for at in (1..mentions.len()).rev() {
        let between = &pieces[mentions[at - 1].pieces.end..mentions[at].pieces.start];
        let joined = between.iter().any(joins) && between.iter().all(|piece| joins(piece) || piece.transparent());
        let before = &wants[at - 1];
        let bare = before.verb == Verb::Have && before.amount.is_none() && !before.asked && before.options.is_empty();
        if wants[at].verb == Verb::Drop && wants[at].amount.is_none() && joined && bare {
            wants[at - 1].verb = Verb::Drop;
        }
    }
}

/// 电池家里还有，去掉: a clause that only says to take out what the one before it speaks of.
fn is_taken_out(behind: &[Piece]) -> bool {
    let mut clauses = behind.split(Piece::ends_clause);
    // 创可贴家里翻出来了，去掉
    let speaks = |piece: &Piece| piece.transparent() || piece.role == Role::Unknown || piece.is(Word::Want);
    let own = clauses.next().is_some_and(|own| own.iter().all(speaks));
    // 蓝莓有点贵，不要了
    let drop = |piece: &Piece| piece.is(Word::Drop) || piece.is(Word::DropAfter);
    let drops = clauses
        .next()
        .is_some_and(|next| next.iter().any(drop) && next.iter().all(|piece| drop(piece) || piece.transparent()));
    own && drops
}
