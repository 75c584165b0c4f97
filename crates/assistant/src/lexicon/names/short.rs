//! Short forms of names: 美式 for 美式咖啡. What is left away is generic for the item: a tag or a kind word of it or of
//! its shop, or what many names end with. All of it comes from the catalogue.

use std::collections::{BTreeMap, HashMap};

use super::goods::tells;
use super::{Lists, Phrases};
use crate::lexicon::ItemNo;
use crate::lexicon::text::{Unit, WORDS_FROM};

/// Units of the longest generic word.
const GENERIC_UNITS: usize = 4;
/// Items whose names end with a word that is generic by that alone.
const MANY: usize = 12;
/// Items that contain a word, beyond which it is too common to be short for one of them.
const COMMON: usize = 2_000;

/// A name of an item, and its units without what stands in brackets.
pub(super) type Named = (ItemNo, Vec<Unit>);

type Keys = Vec<u32>;

/// Items by the short forms of their names.
pub(super) fn short_forms(phrases: &Phrases, names: &[Named]) -> Lists {
    let names: Vec<(ItemNo, &[Unit], Keys)> =
        names.iter().map(|(no, units)| (*no, &**units, units.iter().map(|unit| unit.key).collect())).collect();
    let mut of: HashMap<ItemNo, Vec<&[u32]>> = HashMap::new();
    let mut ends: HashMap<&[u32], usize> = HashMap::new();
    for (no, _, keys) in &names {
        of.entry(*no).or_default().push(keys);
        for length in 1..=GENERIC_UNITS.min(keys.len().saturating_sub(1)) {
            *ends.entry(&keys[keys.len() - length..]).or_default() += 1;
        }
    }
    let kinds: HashMap<&[u32], Vec<ItemNo>> = phrases
        .kinds
        .iter()
        .map(|(phrase, list)| {
            let mut list = list.clone();
            list.sort_unstable();
            (&**phrase, list)
        })
        .collect();
    let catalogue = Names { phrases, kinds, ends, of };
    let mut known: HashMap<(&[u32], &[u32], bool), bool> = HashMap::new();
    let mut short: Lists = BTreeMap::new();
    for (no, units, keys) in &names {
        for length in 1..=GENERIC_UNITS.min(keys.len().saturating_sub(1)) {
            let (before, after) = (length, keys.len() - length);
            let cuts = [
                (&keys[..after], &keys[after..], &units[..after], false),
                (&keys[before..], &keys[..before], &units[before..], true),
            ];
            for (said, generic, units, leading) in cuts {
                if tells(units)
                    && catalogue.is_generic(*no, generic, leading)
                    && *known
                        .entry((said, generic, leading))
                        .or_insert_with(|| catalogue.stands(said, generic, leading))
                {
                    short.entry(said.to_vec()).or_default().push(*no);
                }
            }
        }
    }
    short
}

struct Names<'a> {
    phrases: &'a Phrases,
    kinds: HashMap<&'a [u32], Vec<ItemNo>>,
    ends: HashMap<&'a [u32], usize>,
    of: HashMap<ItemNo, Vec<&'a [u32]>>,
}

impl Names<'_> {
    fn of_kind(&self, item: ItemNo, kind: &[u32]) -> bool {
        self.kinds.get(kind).is_some_and(|list| list.binary_search(&item).is_ok())
    }

    /// Whether a word at an end of an item's name says only what kind of thing it is.
    fn is_generic(&self, item: ItemNo, word: &[u32], leading: bool) -> bool {
        self.of_kind(item, word) || (!leading && self.ends.get(word).is_some_and(|ends| *ends >= MANY))
    }

    /// Whether what is left of a name is enough to mean it. It is if all that contains it is of that kind (黄焖鸡 is
    /// rice), or if it is what other names of that kind end with (橙汁美式 is a coffee). 草莓 is not short for 草莓蛋糕
    /// where there is 草莓大福 too, and no kind is short for anything.
    fn stands(&self, said: &[u32], generic: &[u32], leading: bool) -> bool {
        let Some(holders) = self.phrases.parts.get(said) else { return false };
        if self.kinds.contains_key(said) || holders.len() > COMMON {
            return false;
        }
        let ends = |item: &ItemNo, with: &[u32]| self.of[item].iter().any(|name| name.ends_with(with));
        let begins = |item: &ItemNo, with: &[u32]| self.of[item].iter().any(|name| name.starts_with(with));
        let whole = [if leading { generic } else { said }, if leading { said } else { generic }].concat();
        let same = |item: &ItemNo| self.of[item].contains(&&*whole) || self.of[item].contains(&said);
        let others: Vec<&ItemNo> = holders.iter().filter(|item| !same(item)).collect();
        if leading {
            // 蛋糕 is not 咖啡蛋糕 where there are others.
            let same_kind = |item: &ItemNo| begins(item, generic) || ends(item, generic);
            return others.iter().all(|item| !ends(item, said) && same_kind(item));
        }
        // One character is too little to call others alike by their tags: 卤牛肉 of a noodle shop is no 面.
        let word = generic.len() > 1 || generic.iter().all(|key| *key >= WORDS_FROM);
        let head = |item: &ItemNo| ends(item, said);
        let alike = |item: &ItemNo| ends(item, generic) || (word && head(item) && self.of_kind(*item, generic));
        let heads: Vec<&&ItemNo> = others.iter().filter(|item| head(item)).collect();
        let of_kind = heads.iter().filter(|item| alike(item)).count();
        others.iter().all(|item| alike(item)) || (of_kind > 0 && of_kind * 4 >= heads.len() * 3)
    }
}
