//! What a buyer usually has and how they like it: seen in their orders, shown to them, and applied to nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::buyer::Buyer;
use domain::command::ChangeBuyer;
use domain::id::BuyerId;
use domain::language::Text;
use domain::order::Order;
use domain::quote::QuoteLine;
use domain::refusal::Refusal;

use crate::desk::Desk;

/// Orders that "the usual" can mean.
pub(crate) const USUAL_MAX: usize = 3;
/// Orders that are looked at for tastes.
const LOOKED_AT: usize = 10;
/// Orders in which a value must have been chosen to be a taste.
const TASTE_MIN: usize = 3;

/// What can be seen of a buyer in their last orders.
#[derive(Debug, Clone, Default)]
pub struct Habits {
    /// The newest orders that stand, at most three: what "the usual" would order, the first of all.
    pub usual: Vec<Arc<Order>>,
    /// Values that they chose otherwise than they come, in at least three of their last ten orders.
    pub tastes: Vec<Taste>,
}

/// A value of an option that a buyer often chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taste {
    /// The value.
    pub value: Text,
    /// In how many of the last orders.
    pub orders: usize,
}

impl Desk {
    /// What a buyer usually has, as far as they have not had it forgotten.
    ///
    /// # Errors
    /// [`Refusal::BuyerUnknown`], or a fault of the store.
    pub async fn habits(&self, buyer: BuyerId) -> Result<Habits, Refusal> {
        let known = self.buyer(buyer).await?;
        let (orders, _) = self.orders_of(buyer, None, LOOKED_AT).await?;
        let counted = counted(&known, &orders);
        let tastes = self.tastes(&counted);
        Ok(Habits { usual: counted.into_iter().take(USUAL_MAX).cloned().map(Arc::new).collect(), tastes })
    }

    /// Forgets what a buyer usually has. Their orders stay in the books and in their list.
    ///
    /// # Errors
    /// [`Refusal::BuyerUnknown`].
    pub async fn forget_usual(&self, buyer: BuyerId) -> Result<(), Refusal> {
        self.change(ChangeBuyer { forget_usual: true, ..ChangeBuyer::of(buyer) }).await
    }

    fn tastes(&self, orders: &[&Order]) -> Vec<Taste> {
        let mut counts: BTreeMap<Text, usize> = BTreeMap::new();
        for order in orders {
            let mut chosen: Vec<Text> = order.quote.terms.lines.iter().flat_map(|line| self.chosen(line)).collect();
            chosen.sort();
            chosen.dedup();
            chosen.into_iter().for_each(|value| *counts.entry(value).or_default() += 1);
        }
        let often = counts.into_iter().filter(|(_, orders)| *orders >= TASTE_MIN);
        let mut tastes: Vec<Taste> = often.map(|(value, orders)| Taste { value, orders }).collect();
        tastes.sort_by_key(|taste| std::cmp::Reverse(taste.orders));
        tastes
    }

    /// The values of a line that are not what it comes with; of what is no longer sold, nobody can tell.
    fn chosen(&self, line: &QuoteLine) -> Vec<Text> {
        let Some((_, item)) = self.assortment().find(&line.item) else { return Vec::new() };
        let default = |group: &Text| item.options.iter().find(|own| own.name == *group).map(|own| own.default.clone());
        let of = |choice: &domain::quote::QuoteChoice| {
            let default = default(&choice.group);
            let chosen = choice.values.iter().filter(|value| default.as_ref().is_some_and(|own| value.zh != *own));
            chosen.cloned().collect::<Vec<_>>()
        };
        line.options.iter().flat_map(of).collect()
    }
}

/// The orders that stand and that the buyer has not had forgotten.
pub(crate) fn counted<'o>(buyer: &Buyer, orders: &'o [Order]) -> Vec<&'o Order> {
    orders.iter().filter(|order| order.state.stands() && buyer.remembers(order.placed_at)).collect()
}
