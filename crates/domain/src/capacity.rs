//! What a shop can cope with: in no ten minutes does it accept more orders than its rate (invariant S2).
//!
//! Acceptances are counted in slices of ten seconds. Any ten minutes lie within 61 neighbouring slices, so keeping the
//! sum of 61 within the rate keeps every ten minutes within it; a place becomes free at most ten seconds late.

use crate::time::{Span, Time};

const SLICE_US: i64 = 10_000_000;
const SLICES: i64 = 61;

/// The acceptances of a shop in a shard, oldest first; at most 61 slices are kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Capacity {
    /// Slice number (tens of seconds since the epoch) and the orders accepted in it.
    pub accepted: Vec<(i64, u32)>,
}

impl Capacity {
    /// One more order accepted at `now` by a shop that takes `rate` in ten minutes.
    ///
    /// # Errors
    /// How long until a place is free.
    pub fn accept(&self, now: Time, rate: u32) -> Result<Self, Span> {
        let slice = slice_of(now);
        // A clock that was set back must not lose acceptances: time never runs behind the newest slice.
        let newest = self.accepted.last().map_or(slice, |(last, _)| slice.max(*last));
        let oldest = newest.saturating_sub(SLICES).saturating_add(1);
        let mut accepted: Vec<_> = self.accepted.iter().copied().filter(|(at, _)| *at >= oldest).collect();
        let count = accepted.iter().fold(0_u32, |sum, (_, n)| sum.saturating_add(*n));
        if count >= rate {
            return Err(free_in(&accepted, count, rate, now));
        }
        match accepted.last_mut() {
            Some((at, n)) if *at == newest => *n = n.saturating_add(1),
            _ => accepted.push((newest, 1)),
        }
        Ok(Self { accepted })
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
        Self { accepted }
    }
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
