//! What a shop can cope with: in no ten minutes does it accept more orders than its rate (invariant S2).
//!
//! Acceptances are counted in slices of ten seconds. Any ten minutes lie within 61 neighbouring slices, so keeping the
//! sum of 61 within the rate keeps every ten minutes within it; a place becomes free at most ten seconds late.

use crate::id::{Shard, ShopId};
use crate::time::{Span, Time};
use crate::working_set::Context;

const SLICE_US: i64 = 10_000_000;
const SLICES: i64 = 61;

/// A shard's part of what a shop can cope with: its acceptances, oldest first; at most 61 slices are kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Capacity {
    /// Slice number (tens of seconds since the epoch) and the orders accepted in it.
    pub accepted: Vec<(i64, u32)>,
    /// Places that came from other shards, less those that went to others. A part of a rate that moves is free when it
    /// leaves, so no ten minutes over both shards see it used twice.
    pub moved: i64,
}

impl Capacity {
    /// The part of a shop's `rate` that a shard has: an even part, and what has moved.
    pub fn share(&self, shop: &ShopId, rate: u32, context: &Context) -> u32 {
        let even = i64::from(even_share(shop, rate, context.shard, context.shards));
        u32::try_from(even.saturating_add(self.moved).max(0)).unwrap_or(u32::MAX)
    }

    /// Places that are free at `now`, of `share`.
    pub fn free(&self, now: Time, share: u32) -> u32 {
        let newest = self.newest(now);
        share.saturating_sub(count(&self.within(newest)))
    }

    /// With more places, or fewer.
    #[must_use]
    pub fn moved_by(&self, places: i64) -> Self {
        Self { moved: self.moved.saturating_add(places), ..self.clone() }
    }

    /// One more order accepted at `now`, of `rate` in ten minutes.
    ///
    /// # Errors
    /// How long until a place is free.
    pub fn accept(&self, now: Time, rate: u32) -> Result<Self, Span> {
        let newest = self.newest(now);
        let mut accepted = self.within(newest);
        let count = count(&accepted);
        if count >= rate {
            return Err(free_in(&accepted, count, rate, now));
        }
        match accepted.last_mut() {
            Some((at, n)) if *at == newest => *n = n.saturating_add(1),
            _ => accepted.push((newest, 1)),
        }
        Ok(Self { accepted, ..*self })
    }

    /// The slice of `now`. A clock that was set back must not lose acceptances: time never runs behind the newest slice.
    fn newest(&self, now: Time) -> i64 {
        let slice = slice_of(now);
        self.accepted.last().map_or(slice, |(last, _)| slice.max(*last))
    }

    /// The slices that count while `newest` is the newest.
    fn within(&self, newest: i64) -> Vec<(i64, u32)> {
        let oldest = newest.saturating_sub(SLICES).saturating_add(1);
        self.accepted.iter().copied().filter(|(at, _)| *at >= oldest).collect()
    }

    /// The place of an order that was accepted at `at` and never came to be paid is given back.
    #[must_use]
    pub fn give_back(&self, at: Time) -> Self {
        let slice = slice_of(at);
        let mut accepted = self.accepted.clone();
        if let Some((_, n)) = accepted.iter_mut().rev().find(|(start, _)| *start == slice) {
            *n = n.saturating_sub(1);
        }
        accepted.retain(|(_, n)| *n > 0);
        Self { accepted, ..*self }
    }
}

/// An even part of a shop's `rate`; what does not divide goes to the shards from its home on.
pub fn even_share(shop: &ShopId, rate: u32, shard: Shard, shards: u16) -> u32 {
    let count = u32::from(shards.max(1));
    let behind_home = u32::from(shard.0).saturating_add(count).saturating_sub(u32::from(shop.home(shards).0));
    let extra = behind_home.checked_rem(count) < rate.checked_rem(count);
    rate.checked_div(count).unwrap_or_default().saturating_add(u32::from(extra))
}

/// The parts of all shards after their shop's rate was changed. Where more places had left a shard than its even part has
/// now, they come back: from the shards that they went to, else from any, because over all shards together there would be
/// more than the rate. What is in the mail arrives; a rate that was made smaller than that is kept once it has.
pub fn settle(parts: &mut [Capacity], shop: &ShopId, rate: u32) {
    let shards = u16::try_from(parts.len()).unwrap_or(u16::MAX);
    let even = |shard| i64::from(even_share(shop, rate, Shard(shard), shards));
    let mut lacking = 0_i64;
    for (shard, part) in (0..shards).zip(parts.iter_mut()) {
        let short = even(shard).saturating_add(part.moved).min(0);
        part.moved = part.moved.saturating_sub(short);
        lacking = lacking.saturating_sub(short);
    }
    let holders = |part: &Capacity, even: i64| part.moved.min(even.saturating_add(part.moved));
    let any = |part: &Capacity, even: i64| even.saturating_add(part.moved);
    for has in [holders, any] {
        for (shard, part) in (0..shards).zip(parts.iter_mut()) {
            let back = has(part, even(shard)).clamp(0, lacking);
            part.moved = part.moved.saturating_sub(back);
            lacking = lacking.saturating_sub(back);
        }
    }
    if let Some(home) = parts.get_mut(usize::from(shop.home(shards).0)) {
        home.moved = home.moved.saturating_sub(lacking);
    }
}

fn count(accepted: &[(i64, u32)]) -> u32 {
    accepted.iter().fold(0, |sum, (_, n)| sum.saturating_add(*n))
}

fn slice_of(time: Time) -> i64 {
    time.as_micros().div_euclid(SLICE_US)
}

/// The wait until enough of the oldest slices have left the window for one more order.
fn free_in(accepted: &[(i64, u32)], count: u32, rate: u32, now: Time) -> Span {
    let mut left = count;
    for (slice, n) in accepted {
        left = left.saturating_sub(*n);
        if left < rate {
            let free_at = slice.saturating_add(SLICES).saturating_mul(SLICE_US);
            return Time::from_micros(free_at).since(now);
        }
    }
    // A rate of nothing never has a place; ask again after a whole window.
    Span::minutes(10)
}
