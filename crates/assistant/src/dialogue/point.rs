//! 要烤的那种, "the grilled one": one of what was shown, by words that are in its name and were read as nothing else.

use std::collections::BTreeSet;

use super::Dialogue;
use crate::lexicon::{ItemNo, Lexicon, ShopNo};
use crate::read::{Fit, Reading, Want};
use crate::repair::synonyms;
use crate::request::Request;

/// Narrows what was shown to what has the words that nobody could place in its name; to the others where those words
/// are refused.
pub(super) fn by_words(lexicon: &Lexicon, reading: &mut Reading, dialogue: &Dialogue) {
    let all = reading.tone.all && !reading.tone.refuses && reading.unread.is_empty() && reading.asides.is_empty();
    let points = all || super::showtime::tells_show(reading);
    if reading.request == Request::Unclear && dialogue.offers.len() > 1 && points {
        reading.request = Request::Order;
    }
    let open = dialogue.cart.lines.is_empty() || dialogue.choosing().is_some();
    if !open || dialogue.offers.len() < 2 || reading.prefer.is_some() || !reading.shops.is_empty() {
        return;
    }
    let shown: Vec<ItemNo> = dialogue.offers.iter().filter_map(|key| lexicon.item_no(key)).collect();
    let strange = strange(lexicon, reading, &shown);
    if reading.wants.iter().any(|want| !want.is_free() && !strange.contains(&want.said)) {
        return;
    }
    // 就买宝宝这个: who it is for tells which, where one of them is called so.
    let words: Vec<String> = reading
        .unread
        .iter()
        .chain(&reading.asides)
        .chain(&strange)
        .filter(|word| tells(lexicon, &shown, word))
        .cloned()
        .collect();
    let named = |item: &ItemNo| words.iter().all(|word| is_named(lexicon, *item, word));
    if words.is_empty() || !shown.iter().any(named) {
        return;
    }
    let refused = reading.tone.refuses;
    reading.not.push(shown.into_iter().filter(|item| named(item) == refused).collect());
    reading.unread.retain(|word| !words.contains(word));
    reading.asides.retain(|word| !words.contains(word));
    reading.wants.iter_mut().filter(|want| words.contains(&want.said)).for_each(|want| want.items.clear());
    let asks = matches!(reading.request, Request::Search) && reading.tone.looks;
    if !asks && !reading.tone.cancels && !reading.tone.holds {
        reading.request = Request::Order;
    }
}

/// One character that is a kind of other goods than what was shown: 粉的, of red and pink roses.
fn strange(lexicon: &Lexicon, reading: &Reading, shown: &[ItemNo]) -> Vec<String> {
    let one = |want: &&Want| want.said.chars().count() == 1 && want.fit() == Some(Fit::Kind);
    let other = |want: &&Want| !want.items.iter().any(|item| shown.contains(&item.item));
    let wants = reading.wants.iter().filter(one).filter(other).filter(|want| tells(lexicon, shown, &want.said));
    wants.map(|want| want.said.clone()).collect()
}

/// What is denied or said, without the denial and without 的.
pub(super) fn without_denial(said: &str) -> &str {
    let plain = said.trim().trim_start_matches("不要").trim_start_matches("不");
    plain.strip_prefix("not the ").or_else(|| plain.strip_prefix("not ")).unwrap_or(plain).trim_end_matches('的').trim()
}

/// What is said behind who or what something is for.
const BEHIND_WHOM: &[char] = &['的', '用', '吃', '喝', '穿', '戴'];

/// Whether a word is in the names of some of what was shown, and not of all.
pub(super) fn tells(lexicon: &Lexicon, shown: &[ItemNo], word: &str) -> bool {
    let named = shown.iter().filter(|item| is_named(lexicon, **item, word)).count();
    named > 0 && named < shown.len()
}

pub(super) fn is_named(lexicon: &Lexicon, item: ItemNo, word: &str) -> bool {
    // 小孩喝的那种 is one for children.
    let word = word.trim_end_matches(BEHIND_WHOM);
    if word.is_empty() {
        return false;
    }
    let name = &lexicon.item(item).name;
    let words = || name.en.split(|letter: char| !letter.is_alphanumeric());
    let says = |word: &str| name.zh.contains(word) || words().any(|own| own.eq_ignore_ascii_case(word));
    // 就买宝宝这个, of what is called 婴儿洗衣液.
    says(word) || synonyms(word).any(says)
}

/// 烤的那种, where nothing that was shown is called so: what else those shops sell that is.
pub(super) fn called_so(lexicon: &Lexicon, unread: &[String], shown: &[ItemNo]) -> Vec<ItemNo> {
    let [word] = unread else { return Vec::new() };
    let said = word.trim_end_matches('的');
    if said.is_empty() || shown.iter().any(|item| is_named(lexicon, *item, said)) {
        return Vec::new();
    }
    let shops: BTreeSet<ShopNo> = shown.iter().map(|item| lexicon.shop_of(*item)).collect();
    let sold = shops.into_iter().flat_map(|shop| lexicon.items_of(shop));
    sold.filter(|item| is_named(lexicon, *item, said)).take(crate::OFFERS_MAX).collect()
}
