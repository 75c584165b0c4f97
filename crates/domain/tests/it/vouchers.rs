//! A voucher: bounds of what it takes off, and the life it has after an order gives it back.

use domain::campaign::VoucherTemplate;
use domain::id::OrderId;
use domain::money::{Currency, Money, MoneyError};
use domain::time::{Span, Time};
use domain::voucher::{Voucher, VoucherState};
use proptest::prelude::*;

use crate::town::{NOON, voucher};

fn vouchers() -> impl Strategy<Value = Voucher> {
    (1_i64..10_000, 0_i64..10_000, 0_i64..500, 0_i64..1_000_000, 0_i64..1_000_000).prop_map(
        |(amount, threshold, pay_at_least, lifetime, grace)| {
            let terms = VoucherTemplate {
                amount: Money::cny(amount),
                threshold: Money::cny(threshold),
                pay_at_least: Money::cny(pay_at_least),
                lifetime: Span::micros(lifetime),
                grace: Span::micros(grace),
            };
            Voucher { terms, expires_at: NOON.after(terms.lifetime), ..voucher("welcome", amount) }
        },
    )
}

proptest! {
    #[test]
    fn a_discount_is_as_much_as_the_terms_allow_and_no_more(voucher in vouchers(), total in 0_i64..20_000) {
        let terms = voucher.terms;
        let discount = voucher.discount(Money::cny(total)).expect("one currency").fen();
        let (amount, least) = (terms.amount.fen(), terms.pay_at_least.fen());
        prop_assert!((0..=amount).contains(&discount));
        if total < terms.threshold.fen() {
            prop_assert_eq!(discount, 0, "below the threshold");
        } else {
            prop_assert!(total - discount >= least.min(total), "the buyer pays at least {}", least);
            let another = discount == amount || total - discount == least.min(total);
            prop_assert!(another, "one fen more would have been allowed");
        }
    }

    #[test]
    fn a_discount_never_panics(voucher in vouchers(), total in any::<i64>(), usd in any::<bool>()) {
        let currency = if usd { Currency::Usd } else { Currency::Cny };
        match voucher.discount(Money::new(total, currency)) {
            Ok(discount) => prop_assert!(!discount.is_negative() && discount.currency() == currency),
            Err(error) => prop_assert!(usd || error == MoneyError::TooLarge),
        }
    }

    #[test]
    fn given_back_it_has_the_life_it_had_and_at_least_the_grace(
        voucher in vouchers(), spent_after in 0_i64..1_000_000, held_for in 0_i64..100_000_000,
    ) {
        let spent_at = NOON.after(Span::micros(spent_after));
        prop_assume!(voucher.usable_at(spent_at));
        let spent = voucher.spent(OrderId(1), spent_at);
        let back_at = spent_at.after(Span::micros(held_for));
        prop_assert!(!spent.usable_at(back_at), "V1: a spent voucher is not spent again");
        let back = spent.given_back(back_at);
        let life = back.expires_at.since(back_at);
        prop_assert_eq!(back.state, VoucherState::Held);
        prop_assert!(life >= voucher.terms.grace);
        prop_assert_eq!(life, voucher.expires_at.since(spent_at).max(voucher.terms.grace));
        prop_assert_eq!((back.terms, back.claimed_at), (voucher.terms, voucher.claimed_at));
    }

    #[test]
    fn it_is_usable_until_just_before_its_end(voucher in vouchers(), at in -10_i64..2_000_000) {
        let now = Time::from_micros(NOON.as_micros() + at);
        prop_assert_eq!(voucher.usable_at(now), now < voucher.expires_at);
        let released = Voucher { state: VoucherState::Released, ..voucher };
        prop_assert!(!released.usable_at(now));
    }
}

#[test]
#[should_panic(expected = "V1")]
fn a_voucher_that_was_not_spent_is_not_given_back() {
    let _ = voucher("welcome", 2_500).given_back(NOON);
}

#[test]
fn the_demonstration_voucher() {
    let voucher = voucher("welcome", 2_500);
    for (total, off) in [(0, 0), (1, 0), (2, 1), (2_500, 2_499), (2_501, 2_500), (3_300, 2_500)] {
        assert_eq!(voucher.discount(Money::cny(total)), Ok(Money::cny(off)), "{total}");
    }
}
