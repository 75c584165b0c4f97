//! 对了再下单, 价格合适就买, 我妈下单: what is only ordered once something is so, or by somebody else, is not ordered yet.

use std::ops::Range;

use super::piece::{Piece, Role, clause};
use crate::lexicon::{Word, is_person};
use crate::read::sentence::Sentence;

/// Words for paying, and who may be told to.
const PAYS: &[&str] = &["付", "买单", "埋单", "结账", "结帐", "交钱"];
const PAYERS: &[&str] = &["你", "您"];
const OTHERS: &[&str] = &["他", "她", "他们", "她们"];
/// Words that say of a quote how it is, so that who then orders makes it a condition.
const HOW_IT_IS: &[&str] = &["对", "合适", "没问题", "没错", "没毛病", "满意", "喜欢", "可以"];
/// Characters of a verdict at least: 地址没错 speaks of something, and 可以 only agrees.
const VERDICT_CHARS_MIN: usize = 4;

/// Makes a condition of each such order.
pub(super) fn conditional(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for own in clause::all(pieces) {
        i_will(sentence, pieces, own.clone());
        let clause = &mut pieces[own];
        let Some(order) = order(sentence, clause).filter(|order| *order > 0) else { continue };
        let joined = joined(sentence, clause, order);
        // 价格合适下单
        let praised = praises(clause) && clause[order].is(Word::Commit);
        if joined.is_some() || praised || is_for_somebody(sentence, &clause[..order], &clause[order]) {
            clause[order].role = Role::Word(Word::Suppose);
            joined.into_iter().filter(|at| *at != order).for_each(|at| clause[at].role = Role::Done);
        }
    }
}

fn praises(clause: &[Piece]) -> bool {
    clause.iter().any(|piece| piece.is(Word::Praise))
}

/// The last word of a clause that orders, or that would beside a yes: 合适再买.
fn order(sentence: &Sentence<'_>, clause: &[Piece]) -> Option<usize> {
    let praises = praises(clause);
    let yes = praises || clause.iter().any(|piece| piece.is(Word::Agree));
    let again = |piece: &Piece| piece.is(Word::More) && piece.text(sentence).chars().nth(1).is_some();
    clause.iter().rposition(|piece| piece.is(Word::Commit) || yes && (piece.is(Word::Want) || praises && again(piece)))
}

/// The word that joins an order to what must be so before: 再, 才, and 就 behind praise, a verdict or what somebody does.
fn joined(sentence: &Sentence<'_>, clause: &[Piece], order: usize) -> Option<usize> {
    let text = |at: usize| clause[at].text(sentence);
    let told = |piece: &Piece| piece.is(Word::Person) || piece.is(Word::Aside) || judges(sentence, piece);
    let then = (0..clause.len()).find(|at| text(*at).starts_with('就'));
    let of_something = then.is_some_and(|then| clause[..then].iter().any(told) || is_sure(sentence, &clause[..then]));
    let then = praises(clause) || of_something;
    (1..=order).find(|at| text(*at).starts_with(['再', '才']) || then && text(*at).starts_with('就'))
}

/// 地址没错 of 地址没错就下单.
fn judges(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    let text = piece.text(sentence);
    let long = text.chars().count() >= VERDICT_CHARS_MIN;
    piece.is(Word::Agree) && long && HOW_IT_IS.iter().any(|word| text.contains(word))
}

/// 确认了就下单: what is sure only then.
fn is_sure(sentence: &Sentence<'_>, before: &[Piece]) -> bool {
    let text = |piece: &Piece| piece.text(sentence);
    let confirms = before.iter().any(|piece| text(piece).starts_with("确认"));
    confirms && before.last().is_some_and(|last| text(last).ends_with('了'))
}

/// 没问题我就付款; 价格合适，我就买: what somebody will do then.
fn i_will(sentence: &Sentence<'_>, pieces: &mut [Piece], own: Range<usize>) {
    let text = |at: usize| pieces[at].text(sentence);
    let then = |at: usize| at < own.end && text(at).starts_with('就');
    let will = own.clone().find(|at| text(*at) == "我就" || text(*at) == "我" && then(at + 1));
    let Some(will) = will else { return };
    let ordered = (will..own.end).find(|at| pieces[*at].is(Word::Commit) || pieces[*at].is(Word::Want));
    let before = sentence.text(pieces[0].token.start, pieces[will].token.start);
    let how = HOW_IT_IS.iter().any(|word| before.contains(word));
    let within = pieces[own.start..will].iter().any(|piece| !piece.transparent());
    if let Some(at) = ordered.filter(|at| (within || how) && pieces[*at].is(Word::Commit)) {
        pieces[at].role = Role::Word(Word::Suppose);
    }
}

/// 你买单, 我妈下单: whether it is for somebody else to do.
fn is_for_somebody(sentence: &Sentence<'_>, before: &[Piece], order: &Piece) -> bool {
    let is = |piece: &Piece, words: &[&str]| words.contains(&piece.text(sentence));
    let strange = |piece: &Piece| piece.role == Role::Unknown || is(piece, PAYERS);
    let helps = |piece: &Piece| is(piece, &["帮我", "替我"]);
    if pays(sentence, order) && before.iter().any(strange) && !before.iter().any(helps) {
        return true;
    }
    // 我妈说下单, 可以了妈下单
    let says = |piece: &Piece| piece.is(Word::Agree) || piece.text(sentence).ends_with('说');
    let other = before.iter().any(|piece| is(piece, OTHERS));
    let somebody = || other || names_somebody(sentence, before, order.token.start);
    order.is(Word::Commit) && !before.iter().any(says) && somebody()
}

/// Whether words right before an order name who places it: 我妈下单, 小王付钱.
fn names_somebody(sentence: &Sentence<'_>, before: &[Piece], order: usize) -> bool {
    let ends = before.iter().skip(1).map(|piece| piece.token.start).chain([order]);
    let ends: Vec<usize> = ends.collect();
    let named = |from: usize, end: usize| from < end && is_person(sentence.text(from, end).trim());
    before.iter().any(|piece| piece.is(Word::Person) || ends.iter().any(|end| named(piece.token.start, *end)))
}

/// Whether it places an order by paying for it.
pub(super) fn pays(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    piece.is(Word::Commit) && PAYS.iter().any(|pays| piece.text(sentence).starts_with(pays))
}
