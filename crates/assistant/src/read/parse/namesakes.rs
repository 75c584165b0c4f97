//! 儿童游泳票两张，成人的一张: a detail with a count of its own, behind goods of which others are called the same.

use super::goods::Mention;
use crate::lexicon::names::brackets;
use crate::lexicon::{ItemNo, Lexicon};
use crate::read::reading::{Verb, Want};

/// Names the goods that a detail tells apart from those that were named before it.
pub(super) fn of_what_was_named(lexicon: &Lexicon, mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let counted = wants[at].detail && wants[at].amount.is_some() && wants[at].verb == Verb::Have;
        let named = |before: &usize| !wants[*before].detail && wants[*before].amount.is_some();
        let Some(before) = (0..at).rev().find(named).filter(|_| counted) else { continue };
        let Some(best) = mentions[before].items.first().map(|one| one.item) else { continue };
        let own: Vec<_> =
            mentions[at].items.iter().filter(|one| are_namesakes(lexicon, one.item, best)).copied().collect();
        if !own.is_empty() {
            let said = format!("{}{}", wants[before].said, wants[at].said);
            (wants[at].items, wants[at].said, wants[at].detail) = (own, said, false);
        }
    }
}

/// Whether two goods of a shop are called the same, but for what stands in brackets.
fn are_namesakes(lexicon: &Lexicon, one: ItemNo, other: ItemNo) -> bool {
    let name = |item: ItemNo| brackets(&lexicon.item(item).name.zh).0;
    one != other && lexicon.shop_of(one) == lexicon.shop_of(other) && name(one).trim() == name(other).trim()
}
