//! A shop's capacity: in no ten minutes more than its rate, and a wait that is told is true.

use domain::capacity::{Capacity, even_share, settle};
use domain::id::{Shard, ShopId};
use domain::time::{Span, Time};
use domain::working_set::Context;
use proptest::prelude::*;

use crate::town::NOON;

const TEN_MINUTES_US: i64 = 600_000_000;

/// One of: an order asks for a place; the payment of an accepted one fails and its place is given back.
#[derive(Debug, Clone, Copy)]
enum Event {
    Ask,
    GiveBack(usize),
}

fn events() -> impl Strategy<Value = Vec<(i64, Event)>> {
    let event = prop_oneof![5 => Just(Event::Ask), 1 => any::<usize>().prop_map(Event::GiveBack)];
    let gap = prop_oneof![3 => 0_i64..5_000_000, 2 => 0_i64..120_000_000, 1 => 0_i64..700_000_000];
    prop::collection::vec((gap, event), 1..120)
}

/// The most acceptances within any ten minutes, by looking at all of them.
fn worst(accepted: &[Time]) -> usize {
    let within = |first: &Time| accepted.iter().filter(|at| (0..TEN_MINUTES_US).contains(&gap(*first, **at))).count();
    accepted.iter().map(within).max().unwrap_or(0)
}

fn gap(from: Time, to: Time) -> i64 {
    to.as_micros() - from.as_micros()
}

proptest! {
    #[test]
    fn no_ten_minutes_exceed_the_rate(rate in 1_u32..7, events in events()) {
        let mut capacity = Capacity::default();
        let mut now = NOON;
        let mut accepted: Vec<Time> = Vec::new();
        for (gap, event) in events {
            now = now.after(Span::micros(gap));
            match event {
                Event::Ask => match capacity.accept(now, rate) {
                    Ok(more) => {
                        capacity = more;
                        accepted.push(now);
                    }
                    Err(wait) => assert_wait(&capacity, &accepted, now, rate, wait)?,
                },
                Event::GiveBack(which) if !accepted.is_empty() => {
                    let at = accepted.remove(which % accepted.len());
                    capacity = capacity.give_back(at);
                }
                Event::GiveBack(_) => {}
            }
            let worst = worst(&accepted);
            prop_assert!(worst <= usize::try_from(rate).expect("it fits"), "S2: {} of {}", worst, rate);
            prop_assert!(capacity.accepted.len() <= 61);
        }
    }

    #[test]
    fn a_shop_without_a_rate_accepts_nothing(at in any::<i64>()) {
        prop_assert_eq!(Capacity::default().accept(Time::from_micros(at), 0), Err(Span::minutes(10)));
    }

    #[test]
    fn any_time_at_all_is_counted(times in prop::collection::vec(any::<i64>(), 0..20), rate in any::<u32>()) {
        let mut capacity = Capacity::default();
        for at in times {
            capacity = capacity.accept(Time::from_micros(at), rate).unwrap_or(capacity).give_back(Time::from_micros(at));
        }
    }

    #[test]
    fn a_clock_that_was_set_back_gives_no_more_places(rate in 1_u32..5, back in 0_i64..500_000_000) {
        let full = (0..rate).try_fold(Capacity::default(), |capacity, _| capacity.accept(NOON, rate));
        let full = full.expect("the rate is free at first");
        prop_assert!(full.accept(NOON.before(Span::micros(back)), rate).is_err());
    }
}

/// Refused with reason, and after the wait there is a place, but not much before.
fn assert_wait(capacity: &Capacity, accepted: &[Time], now: Time, rate: u32, wait: Span) -> Result<(), TestCaseError> {
    let recent = accepted.iter().filter(|at| gap(**at, now) < TEN_MINUTES_US + 10_000_000).count();
    prop_assert!(recent >= usize::try_from(rate).expect("it fits"), "refused with {} of {} taken", recent, rate);
    prop_assert!(wait > Span::default() && wait.as_micros() <= TEN_MINUTES_US + 10_000_000, "{:?}", wait);
    prop_assert!(capacity.accept(now.after(wait), rate).is_ok(), "no place after {:?}", wait);
    let before = now.after(Span::micros(wait.as_micros() - 1));
    prop_assert!(capacity.accept(before, rate).is_err(), "a place was free before the {:?} told", wait);
    Ok(())
}

#[test]
fn a_place_is_free_ten_seconds_late_at_most() {
    let full = Capacity::default().accept(NOON, 1).expect("it is empty");
    assert_eq!(full.accept(NOON.after(Span::seconds(600)), 1), Err(Span::seconds(10)));
    assert!(full.accept(NOON.after(Span::seconds(610)), 1).is_ok());
}

proptest! {
    /// Whatever has moved and wherever, and whatever the rate becomes: the shards have no more than the rate less what is
    /// in the mail, and what is in the mail stays the same.
    #[test]
    fn a_new_rate_is_not_exceeded_by_what_had_moved(
        rate in 0_u32..60,
        moves in prop::collection::vec(-12_i64..12, 1..9),
    ) {
        let shop = ShopId::from("drinks");
        let shards = u16::try_from(moves.len()).expect("a few");
        let mut parts: Vec<_> = moves.iter().map(|moved| Capacity { moved: *moved, ..Capacity::default() }).collect();
        let too_many = moves.iter().sum::<i64>().max(0);
        parts[0].moved -= too_many;
        let sum = |parts: &[Capacity]| parts.iter().map(|part| part.moved).sum::<i64>();
        let in_mail = -sum(&parts);
        let before = parts.clone();
        settle(&mut parts, &shop, rate);
        prop_assert_eq!(-sum(&parts), in_mail);
        let share = |shard: usize, part: &Capacity| {
            let shard = Shard(u16::try_from(shard).expect("a few"));
            i64::from(part.share(&shop, rate, &Context { now: NOON, shard, shards }))
        };
        let all: i64 = parts.iter().enumerate().map(|(shard, part)| share(shard, part)).sum();
        prop_assert!(all <= (i64::from(rate) - in_mail).max(0), "{} of {} with {} in the mail", all, rate, in_mail);
        let even = |shard| i64::from(even_share(&shop, rate, Shard(u16::try_from(shard).expect("a few")), shards));
        let lacks = before.iter().enumerate().any(|(shard, part)| even(shard) + part.moved < 0);
        prop_assert!(lacks || parts == before, "nothing comes back that need not");
    }
}
