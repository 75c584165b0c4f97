//! One of several, whichever it is: 拿铁和卡布奇诺都行，哪个便宜来哪个, "a latte or a mocha". It is one thing that is wanted, so
//! that never more than one of them is bought.

use std::ops::Range;

use super::goods::Mention;
use super::piece::{Piece, Role};
use crate::lexicon::Word;
use crate::lexicon::text::Kind;
use crate::read::reading::{Candidate, Chosen, Fit, Prefer, Want};
use crate::read::sentence::Sentence;

/// Words that ask which: 哪个便宜来哪个.
const WHICH: &[&str] = &["哪个", "哪款", "哪种", "哪样", "哪家", "哪间", "谁"];
/// Pieces within which such a word comes back.
const AGAIN_WITHIN: usize = 5;

/// Pieces that name things of which one is wanted.
#[derive(Debug)]
pub(super) struct Either {
    pieces: Range<usize>,
    /// Whether any of them will do; if not, it has to be asked which.
    any: bool,
}

/// Finds things of which one is wanted. What says so is done with.
pub(super) fn either(sentence: &Sentence<'_>, pieces: &mut [Piece]) -> Vec<Either> {
    let any = any_will_do(sentence, pieces);
    let said = pieces[any.clone().unwrap_or_default()].iter_mut();
    said.filter(|piece| is_dear(sentence, piece)).for_each(|piece| piece.role = Role::Word(Word::Dear));
    let mut found: Vec<Either> = Vec::new();
    for at in 0..pieces.len() {
        let joins = pieces[at].is(Word::Or) || pieces[at].text(sentence) == "还是";
        let inside = found.last().is_some_and(|last| last.pieces.contains(&at));
        let group = if joins { joined(sentence, pieces, at) } else { None };
        if let Some(range) = group.filter(|range| !is_denied(pieces, range)) {
            pieces[at].role = Role::Done;
            // 要么拿铁要么摩卡: said before each of them.
            if let Some(before) = range.start.checked_sub(1).filter(|before| pieces[*before].is(Word::Or)) {
                pieces[before].role = Role::Done;
            }
            match found.last_mut().filter(|_| inside) {
                Some(last) => last.pieces.end = last.pieces.end.max(range.end),
                None => found.push(Either { pieces: range, any: any.is_some() }),
            }
        }
    }
    if let Some(said) = any.filter(|_| found.is_empty()) {
        takes_whichever(sentence, pieces, said.clone());
        let before = listed(pieces, said.start).filter(|range| !is_denied(pieces, range));
        found.extend(before.map(|pieces| Either { pieces, any: true }));
        if !found.is_empty() {
            pieces[said].iter_mut().filter(|piece| piece.is(Word::Agree)).for_each(|piece| piece.role = Role::Done);
        }
    }
    found
}

/// Where a sentence says that any of them will do: 都行, "either", 哪个便宜来哪个.
fn any_will_do(sentence: &Sentence<'_>, pieces: &[Piece]) -> Option<Range<usize>> {
    let asks = |at: usize| WHICH.contains(&pieces[at].text(sentence));
    let preferred = |at: usize| pieces.get(at).is_some_and(|piece| is_preference(piece) || is_dear(sentence, piece));
    (0..pieces.len()).find_map(|at| {
        let next = pieces.get(at + 1);
        let all_agreed = pieces[at].is(Word::All) && next.is_some_and(|next| next.is(Word::Agree));
        let again = || (at + 2..pieces.len()).take(AGAIN_WITHIN).find(|again| asks(*again));
        match () {
            () if pieces[at].is(Word::Whichever) => Some(at..at + 1),
            () if all_agreed => Some(at..at + 2),
            () if asks(at) && preferred(at + 1) => again().map(|again| at..again + 1),
            () => None,
        }
    })
}

/// 哪家最划算就哪家: it is taken by its price, and nothing is asked.
fn takes_whichever(sentence: &Sentence<'_>, pieces: &mut [Piece], said: Range<usize>) {
    let again = said.end.saturating_sub(1);
    let twice = again > said.start && WHICH.contains(&pieces[again].text(sentence));
    let ends = pieces.get(said.end).is_none_or(|next| next.ends_clause() || is_number(next));
    if twice && ends && !is_preference(&pieces[again - 1]) {
        let others = |piece: &&mut Piece| !is_preference(piece) && piece.role != Role::Item;
        pieces[said].iter_mut().filter(others).for_each(|piece| piece.role = Role::Done);
    }
}

fn is_number(piece: &Piece) -> bool {
    matches!(piece.role, Role::Amount(_) | Role::Measure(_))
}

/// 贵, which only here asks for what costs most.
fn is_dear(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    piece.role == Role::Unknown && piece.text(sentence) == "贵"
}

fn is_preference(piece: &Piece) -> bool {
    matches!(piece.role, Role::Word(Word::Cheap | Word::Dear | Word::Near))
}

/// From the thing before a word that joins alternatives to the one behind it, and those that are listed before.
fn joined(sentence: &Sentence<'_>, pieces: &[Piece], or: usize) -> Option<Range<usize>> {
    let before = (0..or).rev().find(|at| !may_stand_between(&pieces[*at])).filter(|at| is_goods(&pieces[*at]))?;
    let after = (or + 1..pieces.len()).find(|at| !may_stand_between(&pieces[*at]))?;
    is_goods(&pieces[after]).then_some(())?;
    let mut from = before;
    while let Some(earlier) = enumerated(sentence, pieces, from) {
        from = earlier;
    }
    Some(from..after + 1)
}

/// Goods before others that only a sign of enumeration parts from them: "a latte, a mocha or a tea".
fn enumerated(sentence: &Sentence<'_>, pieces: &[Piece], from: usize) -> Option<usize> {
    let sign = (0..from).rev().find(|at| !may_stand_between(&pieces[*at]))?;
    matches!(pieces[sign].text(sentence), "、" | "," | "/").then_some(())?;
    let goods = (0..sign).rev().find(|at| !may_stand_between(&pieces[*at]))?;
    is_goods(&pieces[goods]).then_some(goods)
}

/// The things that stand in a list before the words by which any of them will do.
fn listed(pieces: &[Piece], to: usize) -> Option<Range<usize>> {
    let (mut first, mut last) = (None, None);
    for at in (0..to).rev() {
        let piece = &pieces[at];
        let begun = last.is_some();
        if is_goods(piece) {
            (first, last) = (Some(at), last.or(Some(at)));
            continue;
        }
        let asks = matches!(piece.role, Role::Word(Word::Want | Word::Question | Word::This | Word::All));
        let lists = piece.is(Word::And) || piece.role == Role::Separator(Kind::Comma) || may_stand_between(piece);
        let leads = !begun && (asks || is_preference(piece) || piece.ends_clause());
        if !lists && !leads {
            break;
        }
    }
    first.zip(last).filter(|(first, last)| first < last).map(|(first, last)| first..last + 1)
}

fn is_goods(piece: &Piece) -> bool {
    piece.role == Role::Item
}

fn may_stand_between(piece: &Piece) -> bool {
    piece.transparent() && !piece.is(Word::With) || matches!(piece.role, Role::Amount(_) | Role::Measure(_))
}

/// 不要葱或者香菜 denies both.
fn is_denied(pieces: &[Piece], range: &Range<usize>) -> bool {
    let clause = pieces[..range.start].iter().rev().take_while(|piece| !piece.ends_clause());
    clause.into_iter().any(|piece| matches!(piece.role, Role::Word(Word::Not | Word::No | Word::Drop | Word::Each)))
}

/// Makes one want of things of which one is wanted.
pub(super) fn unite(groups: &[Either], mentions: &[Mention], prefer: Option<Prefer>, wants: &mut [Want]) {
    for group in groups {
        let within = |at: &usize| group.pieces.contains(&mentions[*at].pieces.start) && wants[*at] != Want::default();
        let of: Vec<usize> = (0..mentions.len()).filter(within).collect();
        if of.len() < 2 {
            continue;
        }
        let mut all: Vec<Want> = of.iter().map(|at| std::mem::take(&mut wants[*at])).collect();
        share(&mut all);
        let in_turn = group.any && prefer.is_none();
        wants[of[0]] = if in_turn { one_after_the_other(all) } else { one_of(all) };
    }
}

/// How many and with which options was said once, and holds for whichever it will be.
fn share(all: &mut [Want]) {
    let amounts: Vec<_> = all.iter().filter_map(|want| want.amount).collect();
    let amount = amounts.first().copied().filter(|first| amounts.iter().all(|other| other == first));
    let each_its_own = amount.is_none() && !amounts.is_empty();
    let options: Vec<Chosen> = all.iter_mut().flat_map(|want| std::mem::take(&mut want.options)).collect();
    let parts = all.iter_mut().map(|want| std::mem::take(&mut want.parts)).find(|parts| !parts.is_empty());
    let asked = all.iter().any(|want| want.asked);
    for want in all {
        want.amount = want.amount.filter(|_| each_its_own).or(amount);
        want.options.clone_from(&options);
        want.parts = parts.clone().unwrap_or_default();
        want.asked = asked;
    }
}

/// Any of them: the first that can be had.
fn one_after_the_other(all: Vec<Want>) -> Want {
    let mut last_first = all.into_iter().rev();
    let last = last_first.next().unwrap_or_default();
    last_first.fold(last, |otherwise, want| Want { otherwise: vec![otherwise], ..want })
}

/// One of them, by price or as the buyer chooses.
fn one_of(all: Vec<Want>) -> Want {
    let best: Fit = all.iter().filter_map(Want::fit).max().unwrap_or_default();
    let of = |want: &Want| -> Vec<Candidate> {
        let own = want.fit();
        let items = want.items.iter().filter(|one| Some(one.fit) == own);
        items.map(|one| Candidate { fit: best, ..*one }).collect()
    };
    let items = all.iter().flat_map(of).collect();
    let said = all.iter().map(|want| want.said.as_str()).collect::<Vec<_>>().join("/");
    let doubt = all.iter().any(|want| want.doubt);
    let amount = all.iter().map(|want| want.amount).reduce(|one, other| one.filter(|_| one == other)).flatten();
    Want { items, said, doubt, amount, ..all.into_iter().next().unwrap_or_default() }
}
