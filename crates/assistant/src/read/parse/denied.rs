//! Goods that a sentence denies: what of them is not to be offered.

use super::Context;
use super::goods::{self, Mention};
use super::negate::Negated;
use super::piece::{Piece, Role};
use crate::lexicon::{ItemNo, Lexicon, ListNo, ValueNo};
use crate::read::reading::{Candidate, Fit};
use crate::read::sentence::Sentence;

/// Items excluded by one negation at most.
const EXCLUDED_MAX: usize = 300;

/// What must not be offered: the items of each thing that is denied, and those of what is wanted that denied shops sell.
pub(super) fn items(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    excluded: &[Mention],
    shops: &[ListNo],
    wanted: &[Mention],
    context: &Context<'_>,
) -> Vec<Vec<ItemNo>> {
    let denied = excluded.iter().map(|denied| excluded_items(lexicon, sentence, pieces, denied, wanted, context));
    let sold = shops.iter().map(|shops| sold_by(lexicon, *shops, wanted));
    denied.chain(sold).filter(|items| !items.is_empty()).collect()
}

/// Mentions that are negated, and those that are wanted.
pub(super) fn split(negated: &[Negated], mentions: Vec<Mention>) -> (Vec<Mention>, Vec<Mention>) {
    mentions.into_iter().partition(|mention| negated.iter().any(|negated| negated.at == mention.pieces.start))
}

/// "A latte and a croissant, actually skip the croissant": what is wanted, and then denied by the same words.
pub(super) fn takes_back(denied: &Mention, wanted: &Mention) -> bool {
    wanted.pieces.end <= denied.pieces.start && wanted.items == denied.items
}

/// Whether what is denied may be what is wanted, in fewer words.
pub(super) fn may_be(denied: &Mention, wanted: &Mention) -> bool {
    wanted.items.first().is_some_and(|best| denied.means(best.item))
}

/// 夫妻肺片，莫放香菜, where coriander is for sale as well: what the goods that are wanted can leave away is an option of
/// theirs.
pub(super) fn is_left_away(
    lexicon: &Lexicon,
    pieces: &mut [Piece],
    denied: &Mention,
    wanted: &[Mention],
    context: &Context<'_>,
) -> bool {
    let piece = &mut pieces[denied.pieces.start];
    let of_wanted =
        |value: &ValueNo| wanted.iter().any(|mention| mention.has(lexicon, *value)) || context.has(lexicon, *value);
    let Some(value) = piece.stem.filter(|value| denied.pieces.len() == 1 && of_wanted(value)) else { return false };
    (piece.role, piece.item, piece.value) = (Role::Value(value), false, None);
    true
}

/// "A latte without milk", 番茄鸡蛋面不要番茄: what is denied beside goods that it is no option of, and is no name of others:
/// nothing can be done about it but to say it back.
pub(super) fn lost(sentence: &Sentence<'_>, pieces: &[Piece], excluded: &[Mention], wanted: &[Mention]) -> Vec<String> {
    let put_in = |denied: &Mention| {
        let before = denied.pieces.start.checked_sub(1).map(|before| pieces[before].text(sentence).to_lowercase());
        before.is_some_and(|before| PUTS_IN.contains(&before.as_str()))
    };
    let by_name = |denied: &Mention| denied.fit() == Some(Fit::Name) && !put_in(denied);
    let of_wanted = |denied: &Mention| {
        wanted.iter().any(|own| own.is_loose() && denied.items.iter().any(|one| own.means(one.item)))
    };
    let behind = |denied: &Mention| wanted.iter().any(|own| own.pieces.end <= denied.pieces.start);
    let lost = excluded.iter().filter(|denied| behind(denied) && !by_name(denied) && !of_wanted(denied));
    lost.map(|denied| goods::said(sentence, pieces, &denied.pieces).to_owned()).collect()
}

/// Denials of what is put in, and not of what is bought.
const PUTS_IN: &[&str] = &[
    "without",
    "with no",
    "hold the",
    "leave out",
    "leave out the",
    "minus",
    "不加",
    "不放",
    "不要加",
    "不要放",
    "别加",
    "别放",
];

/// What is wanted and is not to come from these shops.
fn sold_by(lexicon: &Lexicon, shops: ListNo, wanted: &[Mention]) -> Vec<ItemNo> {
    let items = wanted.iter().flat_map(|mention| &mention.items).map(|one| one.item);
    items.filter(|item| lexicon.shops_in(shops).contains(&lexicon.shop_of(*item))).take(EXCLUDED_MAX).collect()
}

/// What is denied, but for what is wanted by its name: popcorn chicken, not popcorn.
fn excluded_items(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    mention: &Mention,
    wanted: &[Mention],
    context: &Context<'_>,
) -> Vec<ItemNo> {
    let by_name = |own: &Mention| own.fit() == Some(Fit::Name);
    let named = |one: &Candidate| wanted.iter().any(|own| by_name(own) && own.items[0].item == one.item);
    let top = mention.items.first().map_or(Fit::Kind, |candidate| candidate.fit);
    let all = mention.items.iter().filter(|candidate| candidate.fit == top || candidate.fit >= Fit::Part);
    let excluded = all.filter(|candidate| candidate.fit == Fit::Name || !named(candidate));
    // 苹果的不要, of two cables that were shown: the one for an iPhone.
    let shown = goods::all_items(lexicon, &pieces[mention.pieces.start]);
    let shown = shown.into_iter().filter(|item| context.offered.contains(item));
    let so_called = so_called(lexicon, goods::said(sentence, pieces, &mention.pieces), wanted, context.offered);
    excluded.map(|candidate| candidate.item).chain(shown).chain(so_called).take(EXCLUDED_MAX).collect()
}

/// 玫瑰花束，粉的不要: of what is wanted by its kind and of what was shown, all that is called so, whatever else the word
/// means.
fn so_called(lexicon: &Lexicon, said: &str, wanted: &[Mention], shown: &[ItemNo]) -> Vec<ItemNo> {
    let loose = wanted.iter().filter(|own| own.is_loose()).flat_map(|own| &own.items);
    let said = said.to_lowercase();
    let is_called = |item: &ItemNo| {
        let name = &lexicon.item(*item).name;
        name.zh.contains(&said) || name.en.to_lowercase().split(' ').any(|word| word == said)
    };
    loose.map(|one| one.item).chain(shown.iter().copied()).filter(is_called).collect()
}
