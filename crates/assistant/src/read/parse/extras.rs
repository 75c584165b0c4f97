//! 热干面加个蛋, "a pizza with extra cheese": behind what adds something to goods, a word that is in what can be had on
//! them is no goods of its own, and how often it is added counts none.

use super::goods::{Mention, said};
use super::piece::{Piece, Role, clause};
use crate::lexicon::text::Kind;
use crate::lexicon::{ItemNo, Lexicon, Meaning, ValueNo, Word};
use crate::read::reading::{Candidate, Fit};
use crate::read::sentence::Sentence;

/// Of the items that goods may mean, how many are asked what can be had on them.
const ASKED_MAX: usize = 8;

/// Takes such words out of the goods: they are the one thing that can be meant, or nobody knows which.
pub(super) fn extras(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], mentions: &mut Vec<Mention>) {
    let mut at = 1;
    while at < mentions.len() {
        let Some(role) = extra(lexicon, sentence, pieces, &mentions[at - 1], &mentions[at]) else {
            at += 1;
            continue;
        };
        let own = mentions.remove(at).pieces;
        let from = mentions[at - 1].pieces.end;
        // 加个蛋 counts one of it, and no noodles.
        let counts = |piece: &&mut Piece| matches!(piece.role, Role::Amount(_) | Role::Measure(_));
        let first = pieces[from..own.start].iter().rposition(adds).map_or(own.start, |add| from + add);
        pieces[first..own.start].iter_mut().filter(counts).for_each(|piece| piece.role = Role::Done);
        pieces[own].iter_mut().for_each(|piece| (piece.role, piece.item) = (role, false));
    }
}

/// 牛肉也再加一份, of noodles that can be had with it: one of it more on them, and no more of them.
pub(super) fn named_first(lexicon: &Lexicon, pieces: &mut [Piece], items: &[ItemNo]) {
    for own in clause::all(pieces) {
        let said: Vec<usize> = own.filter(|at| !pieces[*at].transparent()).collect();
        let [extra, add, ref counted @ ..] = said[..] else { continue };
        let one = |at: &usize| match pieces[*at].role {
            Role::Amount(amount) => amount.whole() == Some(1),
            Role::Measure(_) => true,
            _ => false,
        };
        let value = pieces[extra].value.filter(|value| lexicon.is_extra(*value) && !pieces[extra].name);
        let had = |value: &ValueNo| items.iter().any(|item| lexicon.value_of(lexicon.item(*item), *value).is_some());
        let number = |at: &usize| matches!(pieces[*at].role, Role::Amount(_) | Role::Measure(_));
        if let Some(value) = value.filter(had).filter(|_| adds(&pieces[add]) && counted.iter().all(number)) {
            // How many of it is more than can be said of an option.
            let known = counted.iter().all(one);
            (pieces[extra].role, pieces[extra].item) = (if known { Role::Value(value) } else { Role::Unknown }, false);
            pieces[add].role = Role::Word(Word::Add);
            counted.iter().for_each(|at| pieces[*at].role = Role::Done);
        }
    }
}

/// 都加一份煎蛋, "both with a cheese slice": one of it on each.
pub(super) fn one_on_each(pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        if !matches!(pieces[at].role, Role::Word(Word::All | Word::Each)) {
            continue;
        }
        let said = |piece: &Piece| !piece.transparent() && !adds(piece) && !piece.is(Word::Want);
        let Some(one) = (at + 1..pieces.len()).find(|next| said(&pieces[*next])) else { continue };
        let is_one = matches!(pieces[one].role, Role::Amount(amount) if amount.whole() == Some(1));
        let added = one > at + 1 && pieces[at + 1..one].iter().any(adds);
        let had = pieces.get(one + 1).is_some_and(|next| matches!(next.role, Role::Value(_)));
        if is_one && added && had {
            pieces[one].role = Role::Done;
        }
    }
}

/// What the second words are, if they are only had on what the first ones mean.
fn extra(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    goods: &Mention,
    word: &Mention,
) -> Option<Role> {
    let between = &pieces[goods.pieces.end..word.pieces.start];
    let stops = |piece: &Piece| {
        let ends = matches!(piece.role, Role::Separator(kind) if kind != Kind::Comma);
        ends || matches!(piece.role, Role::Word(Word::Want | Word::Not | Word::Change | Word::Drop))
    };
    let last = between.iter().rposition(adds)?;
    let several = |piece: &Piece| matches!(piece.role, Role::Amount(amount) if amount.whole() != Some(1));
    let told = between[last..].iter().any(|piece| several(piece) || piece.ends_clause());
    // 再来一份牛肉 asks for what is sold by that name; "with milk" does not.
    let more = between[last].is(Word::More) && !between[last].text(sentence).eq_ignore_ascii_case("extra");
    let sold = more && word.fit() >= Some(Fit::Short);
    if between.iter().any(stops) || told || word.pieces.len() > 1 || sold {
        return None;
    }
    let said = said(sentence, pieces, &word.pieces).to_lowercase();
    match values(lexicon, goods, &said)[..] {
        [] => None,
        [value] => Some(Role::Value(value)),
        _ => Some(Role::Unknown),
    }
}

/// Whether it adds something to goods.
pub(super) fn adds(piece: &Piece) -> bool {
    matches!(piece.role, Role::Word(Word::With | Word::Add | Word::More))
}

/// The values of some goods that have a word in their name.
fn values(lexicon: &Lexicon, goods: &Mention, said: &str) -> Vec<ValueNo> {
    let best = |one: &&Candidate| Some(one.fit) == goods.fit();
    let items = goods.items.iter().filter(best).take(ASKED_MAX).map(|one| lexicon.item(one.item));
    let all = items.flat_map(|item| &item.options).flat_map(|group| &group.values);
    let word = said.trim_end_matches('s');
    let named = all.filter(|value| {
        let mut words = value.name.en.split(' ').map(str::to_lowercase);
        value.name.zh.ends_with(said) || words.any(|own| own.trim_end_matches('s') == word)
    });
    let mut found: Vec<ValueNo> = Vec::new();
    for meaning in named.flat_map(|value| lexicon.exact(&value.name.zh)) {
        if let Meaning::Value(value) = meaning
            && !found.contains(value)
        {
            found.push(*value);
        }
    }
    found
}
