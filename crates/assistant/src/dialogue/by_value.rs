//! 两把防盗门钥匙, where 配钥匙 can be had for such a door: goods that are named only by what is chosen of them.

use super::goods::Goods;
use crate::OFFERS_MAX;
use crate::lexicon::ItemNo;
use crate::read::{Candidate, Fit, Want};
use catalog::Search;

/// Characters of such a choice at least: 大杯 is what many things can be.
const VALUE_CHARS_MIN: usize = 3;

impl Goods<'_> {
    /// What the options of a want name, while nothing is in the cart: the goods if there is one thing that it can be, a
    /// question if there are several, and otherwise it is said back.
    pub(super) fn named_by_options(&mut self, want: &Want) {
        let items = self.called_so(want);
        match items[..] {
            [item] => {
                let items = vec![Candidate { item, fit: Fit::Part, cover: 0 }];
                self.have_new(&Want { items, ..want.clone() }, &[]);
            }
            [] => self.leave_unread(want.options.iter().map(|chosen| chosen.said.clone()).collect()),
            _ => self.ask_which(want, items),
        }
    }

    /// The things that have all options of a want, and are called by the end of the first of them.
    fn called_so(&self, want: &Want) -> Vec<ItemNo> {
        let Some(first) = want.options.first().filter(|first| !first.without && self.reading.unread.is_empty()) else {
            return Vec::new();
        };
        let denies = first.said.starts_with(['不', '别', '无', '去', '免']) || first.said.starts_with("no ");
        if denies || first.said.chars().count() < VALUE_CHARS_MIN {
            return Vec::new();
        }
        let search = Search { open_at: Some(self.scene.now), limit: OFFERS_MAX, ..Search::words(&*first.said) };
        let found = self.lexicon.catalogue().search(&search, self.scene.in_stock);
        let items = found.iter().filter(|found| found.every_word);
        let items = items.filter_map(|found| self.lexicon.item_no(&found.item.key));
        items.filter(|item| self.has_all(*item, want) && self.ends_alike(*item, &first.said)).collect()
    }

    fn has_all(&self, item: ItemNo, want: &Want) -> bool {
        let goods = self.lexicon.item(item);
        want.options.iter().all(|chosen| self.lexicon.value_of(goods, chosen.value).is_some())
    }

    /// Whether the end of what was said is in the name of the goods: 钥匙, "key".
    fn ends_alike(&self, item: ItemNo, said: &str) -> bool {
        let name = &self.lexicon.item(item).name;
        let said = said.to_lowercase();
        let head: String = said.chars().skip(said.chars().count().saturating_sub(2)).collect();
        let word = said.rsplit(' ').next().unwrap_or_default();
        let in_english = || name.en.to_lowercase().split(' ').any(|own| own == word);
        if said.is_ascii() { in_english() } else { name.zh.contains(&head) }
    }
}
