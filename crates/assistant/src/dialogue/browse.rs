//! What to show to someone who wants to look.

use super::choose::Chooser;
use crate::OFFERS_MAX;
use crate::lexicon::{ItemNo, Meaning};
use crate::read::{Fit, Prefer, Reading};

/// Items that are looked at for one list at most.
const LOOKED_MAX: usize = 2_000;
/// Words of what is looked for that are looked for by themselves at most.
const WORDS_MAX: usize = 8;

/// The items to show, best first: those that can be had before those that cannot, what fits better before what fits
/// worse, then as preferred.
pub(crate) fn browse(chooser: &Chooser<'_>, reading: &Reading) -> Vec<ItemNo> {
    let named: Vec<(ItemNo, Fit, u8)> = reading
        .wants
        .iter()
        .flat_map(|want| {
            let best = want.fit().unwrap_or_default();
            let fits = move |fit: Fit| fit == best || (best >= Fit::Short && fit >= Fit::Part);
            want.items.iter().filter(move |one| fits(one.fit)).map(|one| (one.item, one.fit, one.cover))
        })
        .collect();
    let goods = reading.wants.iter().any(|want| !want.is_free());
    let limited = reading.limits.price_max.is_some() || reading.limits.price_min.is_some();
    let mut items = if goods {
        named
    } else if !reading.shops.is_empty() || limited || reading.unread.is_empty() {
        anything(chooser)
    } else {
        Vec::new()
    };
    let refused = reading.not.concat();
    let may_show = |item: ItemNo| fits(chooser, reading, item) && !refused.contains(&item);
    items.retain(|(item, ..)| may_show(*item));
    if items.is_empty() && goods {
        items = loosely(chooser, reading);
        items.retain(|(item, ..)| may_show(*item));
    }
    let price = |item: ItemNo| chooser.lexicon.item(item).price.fen();
    items.sort_by_key(|(item, fit, cover)| {
        let offer = chooser.offer(*item);
        let preferred = match reading.prefer {
            Some(Prefer::Cheapest) => price(*item),
            Some(Prefer::Dearest) => -price(*item),
            Some(Prefer::Nearest) => i64::from(offer.metres.unwrap_or(u32::MAX)),
            None => 0,
        };
        (!chooser.available(*item), preferred, std::cmp::Reverse((*fit, *cover)), *item)
    });
    items.dedup_by_key(|(item, ..)| *item);
    let mut items = chooser.within_reach(items.into_iter().map(|(item, ..)| item).collect());
    items.truncate(OFFERS_MAX);
    items
}

/// "Desserts", where only the goods' Chinese tags say so; and where a price is said that nothing of the name fits, what
/// one of its words names: "potted plants under 30".
fn loosely(chooser: &Chooser<'_>, reading: &Reading) -> Vec<(ItemNo, Fit, u8)> {
    let limited = reading.limits.price_max.is_some() || reading.limits.total_max.is_some();
    let named = reading.wants.iter().filter(|want| !want.is_free());
    let words = named.flat_map(|want| {
        let single = want.said.split(' ').filter(move |_| limited);
        std::iter::once(want.said.as_str()).chain(single)
    });
    let mut words: Vec<&str> = words.take(WORDS_MAX).collect();
    let others: Vec<&str> = words.iter().flat_map(|word| crate::repair::synonyms(word)).collect();
    words.extend(others);
    let meanings = words.into_iter().flat_map(|word| chooser.lexicon.exact(word));
    let items = meanings.filter_map(|meaning| match meaning {
        Meaning::Name(list) | Meaning::Part(list) | Meaning::Kind(list) => Some(chooser.lexicon.items_in(*list)),
        _ => None,
    });
    items.flatten().take(LOOKED_MAX).map(|item| (*item, Fit::Kind, 0)).collect()
}

fn fits(chooser: &Chooser<'_>, reading: &Reading, item: ItemNo) -> bool {
    let at_shop = reading.shops.is_empty() || reading.shops.contains(&chooser.lexicon.shop_of(item));
    let left = reading.elsewhere.is_some() && chooser.in_cart.contains(&chooser.lexicon.shop_of(item));
    let shop = chooser.lexicon.shop(chooser.lexicon.shop_of(item));
    let cost = chooser.lexicon.item(item).price.fen().saturating_add(shop.delivery_fee.fen());
    let in_all = reading.limits.total_max.is_none_or(|most| cost <= most.fen());
    at_shop && !left && in_all && chooser.priced(item)
}

/// Of a catalogue without any word to go by: all items of the shops named, all that a price can be asked of, or the first
/// one of each shop.
fn anything(chooser: &Chooser<'_>) -> Vec<(ItemNo, Fit, u8)> {
    let (lexicon, reading) = (chooser.lexicon, chooser.reading);
    let looked: Vec<ItemNo> = if !reading.shops.is_empty() {
        reading.shops.iter().flat_map(|shop| lexicon.items_of(*shop)).take(LOOKED_MAX).collect()
    } else if reading.limits.price_max.is_some() {
        lexicon.item_nos().take(LOOKED_MAX).collect()
    } else {
        lexicon.shop_nos().filter_map(|shop| lexicon.items_of(shop).next()).take(LOOKED_MAX).collect()
    };
    looked.into_iter().map(|item| (item, Fit::Kind, 0)).collect()
}
