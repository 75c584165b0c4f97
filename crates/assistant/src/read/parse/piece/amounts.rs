//! What numbers are by their neighbours: an amount, a sum of money, a pronoun, or a part of a word that nobody knows.

use super::settle::{COUNTED_OTHERWISE, counted, is_article, is_content, is_goods, next_said};
use super::{Piece, Role, clause};
use crate::lexicon::text::Kind;
use crate::lexicon::{FORM_PORTION, Word};
use crate::read::is_portion;
use crate::read::reading::{Amount, Measure};
use crate::read::sentence::Sentence;

pub(super) fn settle_amount(sentence: &Sentence<'_>, pieces: &[Piece], at: usize, amount: Amount) -> Role {
    let (piece, next) = (&pieces[at], next_said(pieces, at));
    let goods = is_goods(next);
    match () {
        () if is_listed(pieces, at) || is_one_of_goods(pieces, at) => piece.role,
        () if piece.token.fen.is_some() && (!goods || is_price_of(pieces, at)) => {
            piece.token.fen.map_or(piece.role, Role::Money)
        }
        () if is_article(sentence, piece) && !(goods || next.is_some_and(counted)) => Role::Done,
        () if is_pronoun(sentence, pieces, at) => Role::Done,
        () if is_mistyped_portion(sentence, pieces, at) => {
            Role::Amount(Amount { measure: Measure::Form(FORM_PORTION), ..amount })
        }
        () if counts_unknown(sentence, pieces, at) => Role::Unknown,
        () => piece.role,
    }
}

/// 铅笔一盒，橡皮两块: what may be money counts the goods right before it, where other goods are counted so too, and what
/// is pointed at.
fn is_listed(pieces: &[Piece], at: usize) -> bool {
    let goods = |at: usize| at.checked_sub(1).is_some_and(|before| pieces[before].role == Role::Item);
    let few = matches!(pieces[at].role, Role::Amount(amount) if amount.whole().is_some_and(|n| n < MANY_PIECES));
    let ends = pieces.get(at + 1).is_none_or(|next| next.ends_clause());
    let other = |other: usize| other != at && pieces[other].token.amount.is_some() && pieces[other].token.fen.is_none();
    // 要第二个，一块
    let pointed = pieces[..at].iter().any(|piece| matches!(piece.role, Role::Nth(_)));
    let listed = goods(at) && (0..pieces.len()).any(|one| other(one) && goods(one));
    pieces[at].token.fen.is_some() && few && ends && (listed || pointed)
}

/// 有提拉米苏就来一块, 橡皮改成五块: asked for right behind goods and at the end of their clause, it counts them.
fn is_one_of_goods(pieces: &[Piece], at: usize) -> bool {
    let few = matches!(pieces[at].role, Role::Amount(amount) if amount.whole().is_some_and(|n| n < MANY_PIECES));
    let ends = pieces[at + 1..].iter().find(|next| !next.is(Word::Filler)).is_none_or(Piece::ends_clause);
    let mut before = pieces[..at].iter().rev().skip_while(|piece| piece.transparent());
    let verb = before.next();
    let asked = verb.is_some_and(|piece| piece.is(Word::Want) || piece.is(Word::More)) && few;
    let asked = asked || verb.is_some_and(|piece| piece.is(Word::Change));
    pieces[at].token.fen.is_some() && ends && asked && before.next().is_some_and(|piece| piece.item)
}

/// 不超过一百块的花束: what stands with 的 before goods, or behind a limit, is their price and counts none.
fn is_price_of(pieces: &[Piece], at: usize) -> bool {
    let of = pieces.get(at + 1).is_some_and(|next| next.is(Word::Of));
    let limits = |piece: &Piece| piece.is(Word::AtMost) || piece.is(Word::AtLeast) || piece.is(Word::About);
    of || at.checked_sub(1).is_some_and(|before| limits(&pieces[before]))
}

/// From so many on 块 is rather money.
const MANY_PIECES: u32 = 10;

/// 来一分鱼香肉丝饭, written for 一份: a number, and right before goods a unit that counts none of them.
pub(super) fn is_mistyped_portion(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let counts = matches!(pieces[at].role, Role::Amount(_)) && pieces[at].token.count.is_some();
    let unit = pieces.get(at + 1).is_some_and(|unit| unit.text(sentence) == "分");
    counts && unit && pieces.get(at + 2).is_some_and(|goods| goods.item)
}

/// Units that measure, and count nothing.
const LENGTHS: &[&str] = &["厘米", "公分", "毫米", "英寸", "cm", "mm", "inch", "inches", "gb", "mah"];

/// 三年级: a number without a measure word, right at a word that nobody knows and that counts other things.
fn counts_unknown(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    // 改成20厘米 changes no count.
    let length = sentence.any(pieces[at].token.end, LENGTHS).is_some();
    if length && pieces[at].token.amount.is_none() {
        return true;
    }
    let han = |piece: &Piece| sentence.units[piece.token.start].kind == Kind::Han;
    let Some(next) = pieces.get(at + 1).filter(|next| next.role == Role::Unknown && han(next)) else { return false };
    let touches = sentence.units[next.token.start].start == sentence.units[pieces[at].token.end - 1].end;
    // 零食 is no nought of anything.
    let nought = matches!(pieces[at].role, Role::Amount(amount) if amount.milli == 0);
    let otherwise = nought || sentence.han(next.token.start).is_some_and(|first| COUNTED_OTHERWISE.contains(&first));
    // 200号 is no two hundred of anything.
    let corrects = || pieces.iter().any(|piece| piece.is(Word::Correct));
    let house = corrects() && matches!(next.text(sentence).chars().next(), Some('号' | '室' | '栋' | '弄' | '度'));
    pieces[at].token.amount.is_none() && (han(&pieces[at]) || house) && touches && otherwise
}

/// "Two hot dry noodles one with no spice and one very spicy", said without a pause: it counts one of them.
fn is_one_of_several(pieces: &[Piece], at: usize) -> bool {
    let with = pieces.get(at + 1).is_some_and(|next| next.is(Word::With));
    let several =
        |piece: &Piece| matches!(piece.role, Role::Amount(amount) if amount.whole().is_some_and(|all| all > 1));
    let own = clause::around(pieces, &(at..at + 1));
    with && pieces[own.start..at].iter().any(several) && at > 0 && pieces[at - 1].item
}

/// "The iced one", "large ones": not a number.
fn is_pronoun(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let piece = &pieces[at];
    let text = piece.text(sentence).to_ascii_lowercase();
    if piece.token.amount.is_some() || !(text == "one" || text == "ones") || is_one_of_several(pieces, at) {
        return false;
    }
    let describes = |before: &Piece| {
        before.item
            || matches!(before.role, Role::When(_))
            || matches!(before.role, Role::Amount(amount) if amount.measure != Measure::Each && !is_portion(amount.measure))
            || matches!(
                before.role,
                Role::Item
                    | Role::Value(_)
                    | Role::Done
                    | Role::Shop(_)
                    | Role::Word(Word::Cheap | Word::Dear | Word::Near | Word::This | Word::Other | Word::Of)
            )
    };
    // "Three soups: one without coriander" counts.
    let before = at.checked_sub(1).map(|at| &pieces[at]).filter(|before| is_content(sentence, before));
    let the = before.is_some_and(|before| before.text(sentence).eq_ignore_ascii_case("the"));
    let after = pieces.get(at + 1).is_some_and(|next| matches!(next.role, Role::Item | Role::Value(_)));
    let timed = before.is_some_and(|before| matches!(before.role, Role::When(_)));
    text == "ones" || the || timed || (before.is_some_and(describes) && !after)
}
