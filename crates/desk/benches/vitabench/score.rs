//! Holds what was placed against what was wanted.

use std::collections::{BTreeMap, BTreeSet};

use domain::quote::{QuoteLine, Terms};

use crate::play::Played;
use crate::task::{Line, ShopOrder, Task};

/// What a task came to.
#[derive(Debug, Default)]
pub struct Score {
    /// Orders wanted.
    pub wanted: usize,
    /// Orders placed, each shop's by itself.
    pub placed: usize,
    /// Of those, the ones that are wanted: shop, dishes, quantities and the options that are named.
    pub exact: usize,
    /// Of the exact ones, those that go to the right address.
    pub at_address: usize,
    /// Dishes wanted.
    pub dishes_wanted: usize,
    /// Dishes in the quote.
    pub dishes_quoted: usize,
    /// Of those, the wanted ones, whatever their number and options.
    pub dishes_right: usize,
    /// Dishes wanted that are in the quote or among what is shown.
    pub dishes_shown: usize,
    /// Nothing was placed, and the reply shows a choice or asks.
    pub asked: bool,
    /// Words that were said back as not understood.
    pub said_back: usize,
    /// Earlier orders to be cancelled.
    pub to_cancel: usize,
    /// Earlier orders that were.
    pub cancelled: usize,
}

impl Score {
    /// Whether all orders that are wanted were placed and no other.
    pub fn is_exact(&self) -> bool {
        self.exact == self.wanted && self.placed == self.exact
    }

    /// Whether nothing is amiss: the orders that are wanted, and those cancelled that shall be.
    pub fn is_whole(&self) -> bool {
        self.is_exact() && self.cancelled == self.to_cancel
    }

    /// Adds another task's figures.
    pub fn add(&mut self, other: &Self) {
        self.wanted += other.wanted;
        self.placed += other.placed;
        self.exact += other.exact;
        self.at_address += other.at_address;
        self.dishes_wanted += other.dishes_wanted;
        self.dishes_quoted += other.dishes_quoted;
        self.dishes_right += other.dishes_right;
        self.dishes_shown += other.dishes_shown;
        self.said_back += other.said_back;
        self.to_cancel += other.to_cancel;
        self.cancelled += other.cancelled;
    }
}

/// Scores a task.
pub fn score(task: &Task, played: &Played) -> Score {
    let wanted = task.wanted();
    let mut placed = BTreeMap::new();
    for order in &played.orders {
        by_shop(&order.quote.terms, &mut placed);
    }
    let of = |order: &&ShopOrder| placed.get(&order.shop).is_some_and(|lines| same(&order.lines, lines));
    let exact: Vec<_> = once_a_shop(wanted.iter().filter(of));
    let address = played.orders.first().map(|order| order.quote.terms.address.text.clone()).unwrap_or_default();
    let quoted: BTreeSet<_> = played.first.quote.iter().flat_map(|quote| &quote.terms.lines).map(key).collect();
    let dishes: BTreeSet<_> = wanted
        .iter()
        .flat_map(|order| order.lines.iter().map(|line| (order.shop.clone(), line.item.clone())))
        .collect();
    let offers = played.first.offers.iter().map(|offer| (offer.shop.id.to_string(), offer.item.key.item.to_string()));
    let shown: BTreeSet<_> = offers.chain(quoted.iter().cloned()).collect();
    let open_question = !played.first.offers.is_empty() || played.first.reply.contains(['？', '?']);
    Score {
        wanted: wanted.len(),
        placed: placed.len(),
        exact: exact.len(),
        at_address: exact.iter().filter(|order| *order.address == *address).count(),
        dishes_wanted: dishes.len(),
        dishes_quoted: quoted.len(),
        dishes_right: dishes.intersection(&quoted).count(),
        dishes_shown: dishes.intersection(&shown).count(),
        asked: placed.is_empty() && open_question,
        said_back: played.first.unread.len(),
        to_cancel: task.cancellations(),
        cancelled: played.cancelled,
    }
}

/// One placed order cannot be two wanted ones.
fn once_a_shop<'a>(orders: impl Iterator<Item = &'a ShopOrder>) -> Vec<&'a ShopOrder> {
    orders.map(|order| (&order.shop, order)).collect::<BTreeMap<_, _>>().into_values().collect()
}

fn by_shop<'a>(terms: &'a Terms, shops: &mut BTreeMap<String, Vec<&'a QuoteLine>>) {
    for line in &terms.lines {
        shops.entry(line.item.shop.to_string()).or_default().push(line);
    }
}

fn key(line: &QuoteLine) -> (String, String) {
    (line.item.shop.to_string(), line.item.item.to_string())
}

/// Whether lines are the wanted ones; an option that is not named may be any, since none costs more here.
fn same(wanted: &[Line], placed: &[&QuoteLine]) -> bool {
    let mut left: Vec<&QuoteLine> = placed.to_vec();
    let mut take = |line: &Line| {
        let found = left.iter().position(|other| fits(line, other));
        found.map(|at| left.swap_remove(at)).is_some()
    };
    wanted.iter().all(&mut take) && wanted.len() == placed.len()
}

fn fits(wanted: &Line, placed: &QuoteLine) -> bool {
    let chosen =
        |value: &str| placed.options.iter().any(|choice| choice.values.iter().any(|taken| *taken.zh == *value));
    placed.item.item.to_string() == wanted.item
        && placed.quantity == wanted.quantity
        && wanted.option.as_deref().is_none_or(chosen)
}
