//! Which item, of which shop. One is chosen only where exactly one name fits; among shops that sell it under the same
//! name, the one that can, that has the options, that saves a delivery, that is cheapest or nearest, and it is said.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::catalogue::{Item, Point};

use super::options;
use crate::OFFERS_MAX;
use crate::lexicon::names::brackets;
use crate::lexicon::{ItemNo, Lexicon, ShopNo};
use crate::read::{Candidate, Chosen, Fit, Prefer, Reading, Want, When};
use crate::scene::Scene;
use crate::turn::{Note, Offer, Why};

/// Metres beyond which a shop is too far to be chosen by itself.
const FAR_METRES: u32 = 20_000;

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
    /// Shops that deliver anyway, or that have all that was asked for.
    pub(crate) home: Vec<ShopNo>,
    /// What all of it may cost, and what the cart costs already, in fen.
    pub(crate) total_max: Option<i64>,
    pub(crate) spent: i64,
    /// What was shown, if the question is open which of it.
    pub(crate) shown: Vec<ItemNo>,
}

struct Ranked {
    item: ItemNo,
    shop: ShopNo,
    available: bool,
    missing: usize,
    far: bool,
    home: bool,
    cost: i64,
    metres: u32,
}

impl Chooser<'_> {
    /// Chooses among what fits a want.
    pub(crate) fn choose(&self, want: &Want) -> Choice {
        let all = self.wanted(&want.items);
        let here: Vec<Candidate> = all.iter().filter(|one| self.at_shop(one.item)).copied().collect();
        if here.is_empty() {
            return Choice::Which(top(&all), Some(Note::NotAtShop(want.said.clone())));
        }
        let shown: Vec<Candidate> = here.iter().filter(|one| self.shown.contains(&one.item)).copied().collect();
        let (pool, answered) = if shown.is_empty() { (here, false) } else { (shown, true) };
        let priced: Vec<Candidate> = pool.iter().filter(|one| self.priced(one.item)).copied().collect();
        if priced.is_empty() {
            let limit = self.reading.limits.price_max.or(self.reading.limits.price_min).unwrap_or_default();
            return Choice::Which(self.cheapest(&pool), Some(Note::OverBudget(limit)));
        }
        let best = priced.iter().map(|one| one.fit).max().unwrap_or_default();
        let fitting: Vec<ItemNo> = priced.iter().filter(|one| one.fit == best).map(|one| one.item).collect();
        let fitting = self.narrowed(fitting, want, best);
        let one_name = self.one_name(&fitting);
        let certain = best == Fit::Name || answered || self.reading.unread.is_empty();
        let sure = one_name
            && !want.doubt
            && certain
            && (best > Fit::Kind || answered || fitting.len() == 1 || !want.options.is_empty());
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

    fn wanted(&self, items: &[Candidate]) -> Vec<Candidate> {
        let refused = |item: ItemNo| self.reading.not.iter().any(|list| list.contains(&item));
        items.iter().filter(|one| !refused(one.item)).copied().collect()
    }

    fn at_shop(&self, item: ItemNo) -> bool {
        self.reading.shops.is_empty() || self.reading.shops.contains(&self.lexicon.shop_of(item))
    }

    /// Whether its price is within the limits, without options.
    pub(crate) fn priced(&self, item: ItemNo) -> bool {
        let price = self.lexicon.item(item).price.fen();
        let limits = self.reading.limits;
        limits.price_min.is_none_or(|min| price >= min.fen()) && limits.price_max.is_none_or(|max| price <= max.fen())
    }

    /// Of several names, those that are the thing said rather than something made of it (红富士苹果, not 苹果数据线),
    /// and of these the ones that have all options said.
    fn narrowed(&self, items: Vec<ItemNo>, want: &Want, best: Fit) -> Vec<ItemNo> {
        if best == Fit::Name || self.one_name(&items) {
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
            want.options.iter().all(|chosen| self.lexicon.value_of(goods, chosen.value).is_some())
        };
        let heads: Vec<ItemNo> = items.iter().copied().filter(|item| best == Fit::Part && ends(item)).collect();
        let items = if heads.is_empty() { items } else { heads };
        let able: Vec<ItemNo> = items.iter().copied().filter(|item| !want.options.is_empty() && has(item)).collect();
        if able.is_empty() { items } else { able }
    }

    fn cheapest(&self, pool: &[Candidate]) -> Vec<ItemNo> {
        let mut items: Vec<ItemNo> = pool.iter().map(|one| one.item).collect();
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
        named || self.lexicon.item(item).tags.iter().any(|tag| **tag == *want.said)
    }

    /// The cheapest, or the dearest, of what can be had.
    fn preferred(&self, items: Vec<ItemNo>, want: &Want) -> Choice {
        let mut ranked: Vec<Ranked> = items.iter().map(|item| self.rank(*item, want)).collect();
        let dearest = self.reading.prefer == Some(Prefer::Dearest);
        let price = |one: &Ranked| self.lexicon.item(one.item).price.fen() * if dearest { -1 } else { 1 };
        ranked.sort_by_key(|one| (!one.available, one.missing, one.far, price(one), one.cost));
        match ranked.first() {
            Some(first) => self.shop_of(&[first.item], want),
            None => Choice::Which(Vec::new(), None),
        }
    }

    /// The best shop for goods that several may sell.
    fn shop_of(&self, items: &[ItemNo], want: &Want) -> Choice {
        let mut ranked: Vec<Ranked> = self.variants(items, want).iter().map(|item| self.rank(*item, want)).collect();
        let by_way = self.reading.prefer == Some(Prefer::Nearest);
        let by_price = self.reading.prefer == Some(Prefer::Cheapest);
        ranked.sort_by_key(|one| {
            let way = if by_way { one.metres } else { 0 };
            let price = if by_price { self.lexicon.item(one.item).price.fen() } else { 0 };
            (!one.available, one.missing, one.far, way, price, !one.home, one.cost, one.metres, one.item)
        });
        let Some(first) = ranked.first() else { return Choice::Which(Vec::new(), None) };
        let boxes = want.amount.is_some_and(|amount| crate::read::is_outer(amount.measure));
        if boxes && !options::holds_many(self.lexicon.item(first.item)) {
            return Choice::Which(ranked.iter().map(|one| one.item).take(OFFERS_MAX).collect(), None);
        }
        if !first.available {
            return Choice::Instead(self.similar(first.item), self.why_not(first.item));
        }
        if let Some(limit) = self.total_max
            && self.spent.saturating_add(first.cost) > limit
        {
            return match ranked.iter().find(|one| one.available && self.spent.saturating_add(one.cost) <= limit) {
                Some(other) => self.one(other, &ranked),
                None => {
                    let limit = domain::money::Money::cny(limit);
                    Choice::Which(
                        ranked.iter().map(|one| one.item).take(OFFERS_MAX).collect(),
                        Some(Note::OverBudget(limit)),
                    )
                }
            };
        }
        let same_shop: Vec<ItemNo> = ranked.iter().filter(|one| one.shop == first.shop).map(|one| one.item).collect();
        if same_shop.len() > 1 && !by_price && !by_way {
            return Choice::Which(same_shop, None);
        }
        self.one(first, &ranked)
    }

    fn one(&self, first: &Ranked, ranked: &[Ranked]) -> Choice {
        let others = ranked.iter().filter(|one| one.shop != first.shop && one.available && !one.far);
        let why = match others.min_by_key(|one| (one.missing, !one.home)) {
            None if ranked.iter().any(|one| one.shop != first.shop && !one.far) && self.reading.shops.is_empty() => {
                Some(Why::OnlyFit)
            }
            None => None,
            Some(_) if self.reading.prefer == Some(Prefer::Nearest) => Some(Why::Nearest),
            Some(other) if other.missing > first.missing => Some(Why::OnlyFit),
            Some(other) if first.home && !other.home => Some(Why::SameShop),
            Some(_) => Some(Why::Cheapest),
        };
        let note = why.map(|why| Note::ChoseShop {
            item: Arc::clone(self.lexicon.item(first.item)),
            shop: Arc::clone(self.lexicon.shop(first.shop)),
            why,
        });
        Choice::One(first.item, note)
    }

    /// Of each shop, those of its items that the amount can mean.
    fn variants(&self, items: &[ItemNo], want: &Want) -> Vec<ItemNo> {
        let mut by_shop: BTreeMap<ShopNo, Vec<ItemNo>> = BTreeMap::new();
        for item in items {
            by_shop.entry(self.lexicon.shop_of(*item)).or_default().push(*item);
        }
        let pick = |items: Vec<ItemNo>| -> Vec<ItemNo> {
            let goods: Vec<Arc<Item>> = items.iter().map(|item| Arc::clone(self.lexicon.item(*item))).collect();
            options::variants(self.lexicon, &goods, want.amount).into_iter().map(|at| items[at]).collect()
        };
        let by_amount: Vec<ItemNo> = by_shop.into_values().flat_map(pick).collect();
        let outer = want.amount.is_some_and(|amount| crate::read::is_outer(amount.measure));
        let holds = |item: &ItemNo| self.lexicon.item(*item).name.zh.contains('箱');
        let boxed: Vec<ItemNo> = by_amount.iter().filter(|item| holds(item)).copied().collect();
        if outer && !boxed.is_empty() { boxed } else { by_amount }
    }

    fn rank(&self, item: ItemNo, want: &Want) -> Ranked {
        let goods = self.lexicon.item(item);
        let shop_no = self.lexicon.shop_of(item);
        let shop = self.lexicon.shop(shop_no);
        let home = self.home.contains(&shop_no);
        let metres = self.metres(shop_no);
        let parts = want.parts.iter().flat_map(|part| &part.options);
        let chosen: Vec<Chosen> = want.options.iter().chain(parts).cloned().collect();
        let mut choices = Vec::new();
        let missing = options::apply(self.lexicon, goods, &chosen, &mut choices).len();
        let (quantity, of_amount) =
            want.amount.and_then(|amount| options::quantity(self.lexicon, goods, amount)).unwrap_or((1, None));
        choices.extend(of_amount);
        let each = goods.price.fen().saturating_add(options_fen(goods, &choices));
        let fee = if home && !self.spent_nothing() { 0 } else { shop.delivery_fee.fen() };
        Ranked {
            item,
            shop: shop_no,
            available: self.available(item),
            missing,
            far: metres.is_some_and(|metres| metres > FAR_METRES),
            home,
            cost: each.saturating_mul(i64::from(quantity)).saturating_add(fee),
            metres: metres.unwrap_or(0),
        }
    }

    fn spent_nothing(&self) -> bool {
        self.spent == 0
    }

    /// Whether it can be had: in stock, and its shop open when it should come.
    pub(crate) fn available(&self, item: ItemNo) -> bool {
        self.stocked(item) && self.open(self.lexicon.shop_of(item))
    }

    fn stocked(&self, item: ItemNo) -> bool {
        let goods = self.lexicon.item(item);
        goods.stock != Some(0) && (self.scene.in_stock)(goods)
    }

    fn open(&self, shop: ShopNo) -> bool {
        let at = match self.reading.when {
            Some(When::At(time) | When::By(time)) => time,
            _ => self.scene.now,
        };
        let hours = self.lexicon.shop(shop).hours;
        hours.open_at(at) || hours.open_at(self.scene.now)
    }

    fn metres(&self, shop: ShopNo) -> Option<u32> {
        let location = self.lexicon.shop(shop).location.as_ref()?;
        Some(self.near?.metres_to(location.point))
    }

    fn why_not(&self, item: ItemNo) -> Note {
        let shop = Arc::clone(self.lexicon.shop(self.lexicon.shop_of(item)));
        if self.stocked(item) { Note::Closed(shop) } else { Note::SoldOut(Arc::clone(self.lexicon.item(item)), shop) }
    }

    /// What is like an item and can be had: of the same tag, its own shop first.
    fn similar(&self, item: ItemNo) -> Vec<ItemNo> {
        let (goods, shop) = (self.lexicon.item(item), self.lexicon.shop_of(item));
        let alike = |other: &ItemNo| {
            *other != item
                && self.lexicon.item(*other).tags.iter().any(|tag| goods.tags.contains(tag))
                && self.available(*other)
        };
        let mut items: Vec<ItemNo> = self.lexicon.item_nos().filter(alike).take(200).collect();
        items.sort_by_key(|other| {
            (self.lexicon.shop_of(*other) != shop, self.rank(*other, &Want::default()).far, *other)
        });
        items.truncate(OFFERS_MAX);
        if items.is_empty() { vec![item] } else { items }
    }

    /// Those that can be had, are near, and have the options come first; the order among them stays.
    pub(crate) fn shown_first(&self, items: &[ItemNo], want: &Want) -> Vec<ItemNo> {
        let mut items = items.to_vec();
        let far = |item: &ItemNo| self.metres(self.lexicon.shop_of(*item)).is_some_and(|metres| metres > FAR_METRES);
        let lacks = |item: &ItemNo| {
            let goods = self.lexicon.item(*item);
            want.options.iter().filter(|chosen| self.lexicon.value_of(goods, chosen.value).is_none()).count()
        };
        items.sort_by_key(|item| (!self.available(*item), far(item), lacks(item)));
        items.truncate(OFFERS_MAX);
        items
    }

    /// An item as it is shown.
    pub(crate) fn offer(&self, item: ItemNo) -> Offer {
        let shop = self.lexicon.shop_of(item);
        Offer {
            item: Arc::clone(self.lexicon.item(item)),
            shop: Arc::clone(self.lexicon.shop(shop)),
            open: self.open(shop),
            in_stock: self.stocked(item),
            metres: self.metres(shop),
        }
    }
}

/// What options add to the price of one, in fen.
pub(crate) fn options_fen(item: &Item, choices: &[domain::cart::Choice]) -> i64 {
    let of = |choice: &domain::cart::Choice| -> i64 {
        let group = item.options.iter().find(|group| group.name.zh == choice.group);
        let values = group.into_iter().flat_map(|group| &group.values);
        values.filter(|value| choice.values.contains(&value.name.zh)).map(|value| value.price.fen()).sum()
    };
    choices.iter().map(of).sum()
}

fn top(all: &[Candidate]) -> Vec<ItemNo> {
    all.iter().map(|one| one.item).take(OFFERS_MAX).collect()
}
