//! Which shop, of several that sell the goods.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::catalogue::Item;
use domain::money::Money;

use super::{Choice, Chooser};
use crate::OFFERS_MAX;
use crate::dialogue::options;
use crate::lexicon::{ItemNo, ShopNo};
use crate::read::{Chosen, Prefer, Want, is_multipack, packs};
use crate::turn::{Against, Note, Why};

/// An item with what speaks for and against it.
pub(crate) struct Ranked {
    pub(crate) item: ItemNo,
    shop: ShopNo,
    available: bool,
    missing: usize,
    pub(super) far: bool,
    left: bool,
    home: bool,
    cost: i64,
    metres: u32,
}

impl Chooser<'_> {
    /// The cheapest, or the dearest, of what can be had.
    pub(super) fn preferred(&self, items: Vec<ItemNo>, want: &Want) -> Choice {
        let mut ranked: Vec<Ranked> = items.iter().map(|item| self.rank(*item, want)).collect();
        let dearest = self.reading.prefer == Some(Prefer::Dearest);
        let price = |one: &Ranked| self.lexicon.item(one.item).price.fen() * if dearest { -1 } else { 1 };
        ranked.sort_by_key(|one| (!one.available, one.missing, one.far, one.left, price(one), one.cost));
        match ranked.first() {
            Some(first) => self.shop_of(&[first.item], want),
            None => Choice::Which(Vec::new(), None),
        }
    }

    /// The best shop for goods that several may sell.
    pub(super) fn shop_of(&self, items: &[ItemNo], want: &Want) -> Choice {
        let mut ranked: Vec<Ranked> = self.variants(items, want).iter().map(|item| self.rank(*item, want)).collect();
        let by_way = self.reading.prefer == Some(Prefer::Nearest);
        let by_price = self.reading.prefer == Some(Prefer::Cheapest);
        let by_dear = self.reading.prefer == Some(Prefer::Dearest);
        ranked.sort_by_key(|one| {
            let way = if by_way { one.metres } else { 0 };
            let fen = self.lexicon.item(one.item).price.fen();
            let price = if by_price {
                fen
            } else if by_dear {
                -fen
            } else {
                0
            };
            (!one.available, one.missing, one.far, one.left, way, price, !one.home, one.cost, one.metres, one.item)
        });
        let Some(first) = ranked.first() else { return Choice::Which(Vec::new(), None) };
        let boxes = want.amount.is_some_and(|amount| crate::read::is_outer(amount.measure));
        // 两提抽纸 of what is packed by three.
        let first_item = self.lexicon.item(first.item);
        let packed = packs(self.lexicon, first_item).iter().any(|pack| pack.whole().is_some_and(|n| n > 1));
        let multipack = want.amount.is_some_and(|amount| is_multipack(amount.measure)) && packed;
        if boxes && !multipack && want.pack.is_none() && !options::holds_many(self.lexicon.item(first.item)) {
            return Choice::Which(ranked.iter().map(|one| one.item).take(OFFERS_MAX).collect(), None);
        }
        // A shop that is only closed by now: the quote says when it could be there.
        let opens = || self.stocked(first.item) && self.similar(first.item) == [first.item];
        if !first.available && !opens() {
            return Choice::Instead(self.similar(first.item), self.why_not(first.item));
        }
        if let Some(limit) = self.total_max
            && self.spent.saturating_add(first.cost) > limit
        {
            return match ranked.iter().find(|one| one.available && self.spent.saturating_add(one.cost) <= limit) {
                Some(other) => self.one(other, &ranked),
                None => {
                    let total = self.spent.saturating_add(first.cost);
                    let note = Note::OverTotal { limit: Money::cny(limit), total: Money::cny(total) };
                    Choice::Which(ranked.iter().map(|one| one.item).take(OFFERS_MAX).collect(), Some(note))
                }
            };
        }
        let same_shop: Vec<ItemNo> = ranked.iter().filter(|one| one.shop == first.shop).map(|one| one.item).collect();
        if same_shop.len() > 1 && !by_price && !by_way && !by_dear {
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
            Some(_) if self.reading.prefer == Some(Prefer::Dearest) => Some(Why::Said),
            Some(other) if other.missing > first.missing => Some(Why::OnlyFit),
            Some(other) if first.home && !other.home => Some(Why::SameShop),
            Some(_) => Some(Why::Cheapest),
        };
        let note = why.map(|why| self.chose(first, why, self.against(first, ranked)));
        Choice::One(first.item, note)
    }

    fn chose(&self, one: &Ranked, why: Why, against: Option<Against>) -> Note {
        Note::ChoseShop {
            item: Arc::clone(self.lexicon.item(one.item)),
            shop: Arc::clone(self.lexicon.shop(one.shop)),
            why,
            against,
        }
    }

    /// The best of the other shops that can bring the same, and what was traded for it.
    fn against(&self, own: &Ranked, ranked: &[Ranked]) -> Option<Against> {
        let others = ranked.iter().filter(|one| one.shop != own.shop && one.available && !one.far);
        let other = others.min_by_key(|one| (one.missing, one.cost, one.metres))?;
        let metres = |one: &Ranked| self.metres(one.shop).map(i64::from);
        Some(Against {
            shop: Arc::clone(self.lexicon.shop(other.shop)),
            dearer_fen: other.cost.saturating_sub(own.cost),
            farther_metres: metres(other).zip(metres(own)).map(|(other, own)| other - own),
        })
    }

    /// Why something comes from its shop, from what is known now.
    pub(crate) fn weighed(&self, own: &Ranked, ranked: &[Ranked]) -> Note {
        let others = || ranked.iter().filter(|one| one.shop != own.shop);
        let able = || others().filter(|one| one.available && !one.far && one.missing <= own.missing);
        let why = match () {
            () if others().next().is_none() => {
                let (item, shop) = (self.lexicon.item(own.item), self.lexicon.shop(own.shop));
                return Note::OnlyShop(Arc::clone(item), Arc::clone(shop));
            }
            () if able().next().is_none() => Why::OnlyFit,
            () if own.home && able().any(|one| !one.home) => Why::SameShop,
            () if able().all(|one| own.cost <= one.cost) => Why::Cheapest,
            () if able().all(|one| own.metres <= one.metres) => Why::Nearest,
            () => Why::Said,
        };
        self.chose(own, why, self.against(own, ranked))
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

    pub(crate) fn rank(&self, item: ItemNo, want: &Want) -> Ranked {
        let goods = self.lexicon.item(item);
        let shop_no = self.lexicon.shop_of(item);
        let shop = self.lexicon.shop(shop_no);
        let home = self.home.contains(&shop_no);
        let metres = self.metres(shop_no);
        let parts = want.parts.iter().flat_map(|part| &part.options);
        let chosen: Vec<Chosen> = want.options.iter().chain(parts).cloned().collect();
        let missing = options::apply(self.lexicon, goods, &chosen, &mut Vec::new()).len();
        let (quantity, of_amount) =
            want.amount.and_then(|amount| options::quantity(self.lexicon, goods, amount)).unwrap_or((1, None));
        let cost = self.cost(goods, want, quantity, of_amount);
        let fee = if home && self.spent > 0 { 0 } else { shop.delivery_fee.fen() };
        Ranked {
            item,
            shop: shop_no,
            available: self.available(item),
            missing,
            far: self.is_far(item),
            left: self.left.contains(&shop_no),
            home,
            cost: cost.saturating_add(fee),
            metres: metres.unwrap_or(0),
        }
    }
}

impl Chooser<'_> {
    /// What so many of an item cost, each part of them with its own options, in fen.
    fn cost(&self, goods: &Item, want: &Want, quantity: u32, of_amount: Option<domain::cart::Choice>) -> i64 {
        let mut base = Vec::new();
        options::apply(self.lexicon, goods, &want.options, &mut base);
        base.extend(of_amount);
        let of = |quantity: u32, choices: &[domain::cart::Choice]| {
            goods.price.fen().saturating_add(options_fen(goods, choices)).saturating_mul(i64::from(quantity))
        };
        let (mut cost, mut rest) = (0_i64, quantity);
        for part in &want.parts {
            let mut own = base.clone();
            options::apply(self.lexicon, goods, &part.options, &mut own);
            let so_many = part.quantity.unwrap_or(rest).min(rest);
            cost = cost.saturating_add(of(so_many, &own));
            rest -= so_many;
        }
        cost.saturating_add(of(rest, &base))
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
