//! Shops by their names, and by the brands that names begin with.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use domain::catalogue::Shop;

use super::{add, brackets, keys};
use crate::lexicon::words::TRADES;
use crate::lexicon::{Lexicon, ListNo, Meaning, ShopNo};

/// Units of the end of a shop's name by which it may be called.
const TAIL_UNITS: RangeInclusive<usize> = 3..=4;
/// Shops of a trade up to which naming the trade says something of where to buy.
const TRADE_MAX: usize = 2_000;

/// Shops by their names, with and without the branch, and by the brand that a name begins with.
pub(super) fn shops(lexicon: &mut Lexicon) {
    let mut lists: BTreeMap<Vec<u32>, Vec<ShopNo>> = BTreeMap::new();
    let mut brands: BTreeMap<Vec<u32>, Vec<ShopNo>> = BTreeMap::new();
    let mut tails: BTreeMap<Vec<u32>, Vec<ShopNo>> = BTreeMap::new();
    for (no, shop) in (0..).map(ShopNo).zip(lexicon.shops.clone()) {
        for name in [&shop.name.zh, &shop.name.en] {
            let (base, inside) = brackets(name);
            lexicon.sounds.add(base.trim(), 1);
            let full = keys(lexicon, name);
            lists.entry(full).or_default().push(no);
            let base = keys(lexicon, &base);
            for length in 1..base.len() {
                brands.entry(base[..length].to_vec()).or_default().push(no);
            }
            // 凉茶铺 of 廿四味凉茶铺
            for length in TAIL_UNITS.filter(|length| *length < base.len()) {
                tails.entry(base[base.len() - length..].to_vec()).or_default().push(no);
            }
            lists.entry(base).or_default().push(no);
            for branch in inside {
                let branch = keys(lexicon, &branch);
                lists.entry(branch).or_default().push(no);
            }
        }
    }
    tails.retain(|phrase, list| list.len() == 1 && lexicon.trie.get(phrase).is_empty());
    for (phrase, list) in tails {
        brands.entry(phrase).or_default().extend(list);
    }
    brands.retain(|phrase, list| is_brand(lexicon, phrase, list));
    for (phrase, mut list) in lists.into_iter().chain(brands) {
        list.sort_unstable();
        list.dedup();
        let no = ListNo(u32::try_from(lexicon.shop_lists.len()).expect("fewer shops than memory"));
        lexicon.shop_lists.push(list);
        add(lexicon, &phrase, Meaning::Shop(no));
    }
    trades(lexicon);
}

/// Shops by their trade: the bakery, 药店. What is the name of goods or of a shop is no trade.
fn trades(lexicon: &mut Lexicon) {
    let shops = lexicon.shops.clone();
    for row in TRADES {
        let trade = |shop: &Shop| {
            let said = [shop.name.zh.to_lowercase(), shop.name.en.to_lowercase(), shop.kind.to_lowercase()];
            row.split('|').any(|word| said.iter().any(|said| said.contains(word)))
        };
        let of: Vec<ShopNo> = (0..).map(ShopNo).zip(&shops).filter(|(_, shop)| trade(shop)).map(|(no, _)| no).collect();
        if of.is_empty() || of.len() > TRADE_MAX {
            continue;
        }
        let no = ListNo(u32::try_from(lexicon.shop_lists.len()).expect("fewer shops than memory"));
        lexicon.shop_lists.push(of);
        for word in row.split('|') {
            let phrase = keys(lexicon, word);
            if lexicon.trie.get(&phrase).iter().all(|meaning| matches!(meaning, Meaning::Kind(_))) {
                add(lexicon, &phrase, Meaning::Shop(no));
            }
        }
    }
}

/// Whether the beginning of a name is enough to mean it: it must belong to one brand, mean nothing else, and be long
/// enough not to be met by chance.
fn is_brand(lexicon: &Lexicon, phrase: &[u32], list: &[ShopNo]) -> bool {
    let latin = phrase.iter().all(|key| *key >= 0x20_0000);
    let base = |no: &ShopNo| -> String { first_units(lexicon.shop(*no)) };
    let one = list.iter().all(|no| base(no) == base(&list[0]));
    let long = if latin { phrase.len() > 1 || !common(lexicon, phrase) } else { phrase.len() >= 2 };
    let counts = phrase.len() == 1 && lexicon.counts(phrase[0]);
    one && long && !counts && lexicon.trie.get(phrase).is_empty()
}

fn first_units(shop: &Shop) -> String {
    brackets(&shop.name.zh).0
}

/// Whether a word begins some phrase of goods, so that alone it says nothing of a shop.
fn common(lexicon: &Lexicon, phrase: &[u32]) -> bool {
    !lexicon.trie.get(phrase).is_empty()
}
