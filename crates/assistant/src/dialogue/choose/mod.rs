//! Which item, of which shop. One is chosen only where exactly one name fits; among shops that sell it under the same
//! name, the one that can, that has the options, that saves a delivery, that is cheapest or nearest, and it is said.

mod have;
mod shop;
mod show;

use domain::avoidance::Avoider;
use domain::catalogue::Point;

pub(crate) use shop::{Ranked, options_fen};

use super::options::{holds_many, quantity};
use crate::OFFERS_MAX;
use crate::lexicon::names::brackets;
use crate::lexicon::{FORMS, ItemNo, KINDS, Lexicon, ShopNo};
use crate::read::{Candidate, Fit, Measure, Prefer, Reading, Want, packs};
use crate::scene::Scene;
use crate::turn::Note;

/// Spans that could not be read beside which the only goods of a name are taken for what is meant.
const UNREAD_BESIDE_MAX: usize = 4;

/// Characters of what says how much is in a pack: 整盒, 半只.
const PACKED: &str = "整半一两三四五六七八九十百打盒箱包袋瓶罐桶";

/// What came of choosing.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Choice {
    /// This one.
    One(ItemNo, Option<Note>),
    /// The buyer has to say which.
    Which(Vec<ItemNo>, Option<Note>),
    /// None of them can be had; these can.
    Instead(Vec<ItemNo>, Note),
}

/// Everything that choosing looks at.
pub(crate) struct Chooser<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) scene: &'a Scene<'a>,
    pub(crate) reading: &'a Reading,
    /// Where it goes.
    pub(crate) near: Option<Point>,
    /// Shops of the cart.
    pub(crate) in_cart: Vec<ShopNo>,
    /// Shops that the buyer has turned away from.
    pub(crate) left: Vec<ShopNo>,
    /// Shops that deliver anyway, or that have all that was asked for.
    pub(crate) home: Vec<ShopNo>,
    /// What all of it may cost, and what the cart costs already, in fen.
    pub(crate) total_max: Option<i64>,
    pub(crate) spent: i64,
    /// What must not be in what is chosen.
    pub(crate) avoider: &'a Avoider,
    /// What was shown, if the question is open which of it.
    pub(crate) shown: Vec<ItemNo>,
}

impl Chooser<'_> {
    /// Chooses among what fits a want.
    pub(crate) fn choose(&self, want: &Want) -> Choice {
        let named = self.wanted(&want.items);
        let all: Vec<Candidate> = named.iter().filter(|one| self.avoided(one.item).is_none()).copied().collect();
        if let Some(note) = self.best_is_avoided(&named, &all) {
            return Choice::Instead(self.top(&all), note);
        }
        let here: Vec<Candidate> = all.iter().filter(|one| self.at_shop(one.item, want)).copied().collect();
        if here.is_empty() {
            return Choice::Which(self.top(&all), Some(Note::NotAtShop(want.said.clone())));
        }
        let shown: Vec<Candidate> = here.iter().filter(|one| self.shown.contains(&one.item)).copied().collect();
        let (pool, answered) = if shown.is_empty() { (here, false) } else { (shown, true) };
        let priced: Vec<Candidate> = pool.iter().filter(|one| self.priced(one.item)).copied().collect();
        if priced.is_empty() {
            return Choice::Which(self.cheapest(&pool), Some(self.none_at_price()));
        }
        let best = priced.iter().map(|one| one.fit).max().unwrap_or_default();
        let fitting: Vec<ItemNo> = priced.iter().filter(|one| one.fit == best).map(|one| one.item).collect();
        if let Some(offers) = self.called_in(want, &fitting, &priced).filter(|_| !answered) {
            return Choice::Which(offers, None);
        }
        let long = want.said.chars().nth(1).is_some();
        let alone = fitting.len() == 1;
        let fitting = self.narrowed(fitting, want, best);
        let fitting = if answered { fitting } else { self.within_reach(fitting) };
        if !answered && self.only_far_of_several(&fitting, &priced) {
            let near = priced.iter().filter(|one| one.fit >= Fit::Part && !self.is_far(one.item)).map(|one| one.item);
            let offers: Vec<ItemNo> = near.chain(fitting).collect();
            return Choice::Which(self.shown_first(&offers, want), None);
        }
        let one_name = self.one_name(&fitting);
        // The one thing there is of that name is quoted beside a few words that are said back.
        let wanted = want.asked || want.amount.is_some();
        let single = wanted && fitting.len() == 1 && best >= Fit::Part;
        let single = single && self.reading.unread.len() <= UNREAD_BESIDE_MAX;
        let certain =
            single || best >= Fit::Short || answered || self.reading.unread.is_empty() || want.asked && !want.unsure;
        // 下蛋 is rather a misheard 下单 than an egg to buy.
        // 水要大瓶的 is no lemonade because that can be had large.
        let only = fitting.len() == 1 && (long || alone && want.amount.is_some());
        let by_options = !want.options.is_empty() && long;
        let sure = one_name && !want.doubt && certain && (best > Fit::Kind || answered || only || by_options);
        let sure = sure && !(fitting.len() == 1 && best == Fit::Part && !answered && self.is_within(fitting[0], want));
        let sure = sure
            && (answered || best == Fit::Name || !fitting.iter().any(|item| self.is_counted_otherwise(*item, want)));
        match self.reading.prefer {
            Some(Prefer::Cheapest | Prefer::Dearest) if !one_name && !want.doubt => {
                let itself = |item: &ItemNo| self.is_itself(*item, &priced, want);
                let own: Vec<ItemNo> = fitting.iter().copied().filter(itself).collect();
                self.preferred(if own.is_empty() { fitting } else { own }, want)
            }
            _ if sure => self.shop_of(&fitting, want),
            _ => Choice::Which(self.shown_first(&fitting, want), None),
        }
    }

    /// 一束红玫瑰, 十串五花肉: what is sold by the stem or by weight is asked about where something else of that name is
    /// called a bouquet or a skewer.
    fn called_in(&self, want: &Want, fitting: &[ItemNo], pool: &[Candidate]) -> Option<Vec<ItemNo>> {
        let words: Vec<&str> = match want.amount?.measure {
            Measure::Form(form) => FORMS.get(usize::from(form))?.split('|').filter(|word| !word.is_ascii()).collect(),
            _ => return None,
        };
        let called = |item: &ItemNo| {
            let name = brackets(&self.lexicon.item(*item).name.zh).0;
            words.iter().any(|word| name.ends_with(word) && name.contains(&want.said))
        };
        let otherwise = |item: &ItemNo| {
            let packs = packs(self.lexicon, self.lexicon.item(*item));
            !packs.is_empty() && packs.iter().all(|pack| Some(pack.measure) != want.amount.map(|own| own.measure))
        };
        let others: Vec<ItemNo> = pool.iter().map(|one| one.item).filter(called).collect();
        let unsure = !others.is_empty() && fitting.iter().all(|item| !called(item) && otherwise(item));
        unsure.then(|| others.into_iter().chain(fitting.iter().copied()).take(OFFERS_MAX).collect())
    }

    fn wanted(&self, items: &[Candidate]) -> Vec<Candidate> {
        let refused = |item: ItemNo| self.reading.not.iter().any(|list| list.contains(&item));
        items.iter().filter(|one| !refused(one.item)).copied().collect()
    }

    fn avoided(&self, item: ItemNo) -> Option<&domain::avoidance::Avoidance> {
        self.avoider.rules_out(self.lexicon.item(item))
    }

    /// What was named best has something that the buyer does not eat: nothing that fits less is taken for it unasked.
    fn best_is_avoided(&self, named: &[Candidate], left: &[Candidate]) -> Option<Note> {
        let best = named.iter().map(|one| one.fit).max()?;
        if left.iter().any(|one| one.fit == best) {
            return None;
        }
        let first = named.iter().filter(|one| one.fit == best).find(|one| self.avoided(one.item).is_some())?;
        let avoids = self.avoided(first.item)?.clone();
        Some(Note::LeftOut(std::sync::Arc::clone(self.lexicon.item(first.item)), avoids))
    }

    fn at_shop(&self, item: ItemNo, want: &Want) -> bool {
        let shops = want.shops.as_ref().unwrap_or(&self.reading.shops);
        shops.is_empty() || shops.contains(&self.lexicon.shop_of(item))
    }

    /// That nothing has a price as was said.
    fn none_at_price(&self) -> Note {
        let limits = self.reading.limits;
        match (limits.price_min, limits.price_max) {
            (Some(min), Some(max)) if min == max => Note::NotAtPrice(max),
            (Some(min), None) => Note::NotAtPrice(min),
            (_, max) => Note::OverBudget(max.unwrap_or_default()),
        }
    }

    /// Whether its price is within the limits, without options.
    pub(crate) fn priced(&self, item: ItemNo) -> bool {
        let price = self.lexicon.item(item).price.fen();
        let limits = self.reading.limits;
        limits.price_min.is_none_or(|min| price >= min.fen()) && limits.price_max.is_none_or(|max| price <= max.fen())
    }

    /// 牛肉 is no 小炒黄牛肉饭 because nothing else has it in its name: what stands in the middle of a much longer name
    /// names it neither by its beginning nor by what it is.
    fn is_within(&self, item: ItemNo, want: &Want) -> bool {
        let base: String =
            brackets(&self.lexicon.item(item).name.zh).0.chars().filter(|c| c.is_alphanumeric()).collect();
        // 《雷雨》 in 话剧《雷雨》19:30场 is all of the title.
        if self.lexicon.item(item).name.zh.contains(&format!("《{}》", want.said)) {
            return false;
        }
        let short = want.said.chars().count() * 2 < base.chars().count();
        short && base.contains(&want.said) && !base.starts_with(&want.said) && !base.ends_with(&want.said)
    }

    /// 一串葡萄 is no drink with grapes in its name: what comes in cups is not counted by bunches.
    fn is_counted_otherwise(&self, item: ItemNo, want: &Want) -> bool {
        let of_pieces = want.amount.is_some_and(|amount| crate::read::is_of_pieces(amount.measure));
        of_pieces && self.lexicon.item(item).options.iter().any(|group| group.name.zh.contains('杯'))
    }

    /// Of several names, those that are the thing said rather than something made of it (红富士苹果, not 苹果数据线),
    /// and of these the ones that have all options said and are sold in such an amount.
    fn narrowed(&self, items: Vec<ItemNo>, want: &Want, best: Fit) -> Vec<ItemNo> {
        if best == Fit::Name {
            return self.plainly_named(items, want);
        }
        if self.one_name(&items) {
            return items;
        }
        let said = want.said.to_lowercase();
        let ends = |item: &ItemNo| {
            let name = &self.lexicon.item(*item).name;
            let base = |name: &str| brackets(name).0.trim().to_lowercase();
            base(&name.zh).ends_with(&said) || base(&name.en).ends_with(said.trim_end_matches('s'))
        };
        let has = |item: &ItemNo| {
            let goods = self.lexicon.item(*item);
            let sold = want.amount.is_none_or(|amount| quantity(self.lexicon, goods, amount).is_some());
            sold && want.options.iter().all(|chosen| self.lexicon.value_of(goods, chosen.value).is_some())
        };
        let says_more = !want.options.is_empty() || want.amount.is_some();
        let heads: Vec<ItemNo> = items.iter().copied().filter(|item| best == Fit::Part && ends(item)).collect();
        let items = if heads.is_empty() { items } else { heads };
        // 两箱可乐 are of the one that comes in boxes.
        let boxes = |item: &ItemNo| holds_many(self.lexicon.item(*item));
        let boxed: Vec<ItemNo> = items.iter().copied().filter(boxes).collect();
        let outer = want.amount.is_some_and(|amount| crate::read::may_be_outer(amount.measure));
        let items = if boxed.is_empty() || !outer { items } else { boxed };
        let able: Vec<ItemNo> = items.iter().copied().filter(|item| says_more && has(item)).collect();
        if able.is_empty() { items } else { able }
    }

    /// 止咳糖浆 is the one that is called just that, where another is 止咳糖浆（儿童）. One that comes in so many is another pack.
    fn plainly_named(&self, items: Vec<ItemNo>, want: &Want) -> Vec<ItemNo> {
        let detail = |item: &ItemNo| brackets(&self.lexicon.item(*item).name.zh).1.concat();
        let packed = |detail: &str| detail.chars().any(|one| one.is_ascii_digit() || PACKED.contains(one));
        let has = |item: &ItemNo| {
            let goods = self.lexicon.item(*item);
            want.options.iter().all(|chosen| self.lexicon.value_of(goods, chosen.value).is_some())
        };
        let shop = |item: &ItemNo| self.lexicon.shop_of(*item);
        let plain: Vec<_> = items.iter().filter(|item| detail(item).is_empty() && has(item)).map(shop).collect();
        let meant = |item: &ItemNo| {
            let detail = detail(item);
            detail.is_empty() || packed(&detail) || !plain.contains(&shop(item))
        };
        items.into_iter().filter(meant).collect()
    }

    fn cheapest(&self, pool: &[Candidate]) -> Vec<ItemNo> {
        let mut items: Vec<ItemNo> = self.within_reach(pool.iter().map(|one| one.item).collect());
        items.sort_by_key(|item| self.lexicon.item(*item).price.fen());
        items.truncate(OFFERS_MAX);
        items
    }

    /// Whether all are called the same, but for what stands in brackets.
    fn one_name(&self, items: &[ItemNo]) -> bool {
        let name = |item: &ItemNo| brackets(&self.lexicon.item(*item).name.zh).0;
        items.first().is_some_and(|first| {
            let first = name(first);
            items.iter().all(|item| name(item) == first)
        })
    }

    /// Whether an item itself is of the kind said, by its name or its own tag, and not only its shop.
    fn is_itself(&self, item: ItemNo, pool: &[Candidate], want: &Want) -> bool {
        let named = pool.iter().any(|one| one.item == item && one.cover > 0);
        // 电影票 is what "movie ticket" says.
        let said = want.said.to_lowercase();
        let row = KINDS.iter().find(|(_, words)| words.split('|').any(|word| said.trim_end_matches('s') == word));
        let says = |tag: &str| tag == said || row.is_some_and(|(_, words)| words.split('|').any(|word| word == tag));
        named || self.lexicon.item(item).tags.iter().any(|tag| says(tag))
    }

    fn top(&self, all: &[Candidate]) -> Vec<ItemNo> {
        let mut items = self.within_reach(all.iter().map(|one| one.item).collect());
        items.truncate(OFFERS_MAX);
        items
    }
}
