//! S1 and S2: stock and the shops' capacity.

use std::collections::HashMap;

use super::{Check, Finding};
use crate::id::{ItemKey, ShopId};
use crate::order::Order;
use crate::quote::quantities;
use crate::stock::Stock;
use crate::time::{Span, Time};

/// Units of an item over all shards.
#[derive(Debug, Default)]
struct Figures {
    whole: i128,
    sold: i128,
    left: i128,
    in_transit: i128,
}

#[derive(Debug)]
pub(super) struct Supply {
    within: Check,
    sold: HashMap<ItemKey, i128>,
    figures: HashMap<ItemKey, Figures>,
    accepted: HashMap<ShopId, Vec<(Time, u32)>>,
}

impl Supply {
    pub(super) fn new() -> Self {
        let within = Check::new("S1", "units sold + in allotments + in transit = stock");
        Self { within, sold: HashMap::new(), figures: HashMap::new(), accepted: HashMap::new() }
    }

    pub(super) fn stock(&mut self, item: &ItemKey, stock: Stock) {
        self.within.that(stock.sold <= stock.allotted, || format!("{item}: {} of {} sold", stock.sold, stock.allotted));
        let sold = self.sold.entry(item.clone()).or_default();
        *sold = sold.saturating_add(i128::from(stock.sold));
        // A stock's whole is what it has without what has moved.
        let whole = i128::from(stock.allotted).saturating_sub(i128::from(stock.moved));
        let figures = self.figures.entry(item.clone()).or_default();
        figures.whole = figures.whole.saturating_add(whole);
        figures.sold = figures.sold.saturating_add(i128::from(stock.sold));
        figures.left = figures.left.saturating_add(i128::from(stock.left()));
        figures.in_transit = figures.in_transit.saturating_sub(i128::from(stock.moved));
    }

    pub(super) fn order(&mut self, order: &Order) {
        // An order that was called off before a shop took it has given its place back.
        if order.state.stands() {
            for (item, quantity) in quantities(&order.quote.terms.lines) {
                let sold = self.sold.entry(item.clone()).or_default();
                *sold = sold.saturating_sub(i128::from(quantity));
            }
            for shop in &order.quote.terms.shops {
                let accepted = self.accepted.entry(shop.id.clone()).or_default();
                accepted.push((order.placed_at, shop.orders_per_ten_minutes));
            }
        }
    }

    pub(super) fn finish(mut self) -> Vec<Finding> {
        for (item, rest) in &self.sold {
            self.within.that(*rest == 0, || format!("{item}: {rest} more marked as sold than in orders"));
        }
        for (item, f) in &self.figures {
            let sum = f.sold.saturating_add(f.left).saturating_add(f.in_transit);
            let holds = sum == f.whole && f.in_transit >= 0;
            self.within
                .that(holds, || format!("{item}: {} + {} + {} is not {}", f.sold, f.left, f.in_transit, f.whole));
        }
        let mut paced = Check::new("S2", "in no ten minutes does a shop accept more than its rate");
        for (shop, accepted) in &mut self.accepted {
            accepted.sort_unstable();
            let worst = over_rate(accepted);
            paced.that(worst.is_none(), || format!("{shop}: {} orders from {:?}", worst.map_or(0, |w| w.1), worst));
        }
        let sold = self.figures.values().fold(0_i128, |sum, f| sum.saturating_add(f.sold));
        let whole = self.figures.values().fold(0_i128, |sum, f| sum.saturating_add(f.whole));
        let figure = format!("{} stocks; {sold} of {whole} units sold", self.figures.len());
        vec![self.within.done_with(figure), paced.done("shops")]
    }
}

/// The first ten minutes with more acceptances than the highest rate quoted in them.
fn over_rate(accepted: &[(Time, u32)]) -> Option<(Time, usize)> {
    let mut window = std::collections::VecDeque::new();
    for (at, rate) in accepted {
        window.push_back((*at, *rate));
        while window.front().is_some_and(|(first, _)| at.since(*first) >= Span::minutes(10)) {
            window.pop_front();
        }
        let highest = window.iter().map(|(_, rate)| *rate).max().unwrap_or(0);
        if u32::try_from(window.len()).unwrap_or(u32::MAX) > highest {
            return window.front().map(|(first, _)| (*first, window.len()));
        }
    }
    None
}
