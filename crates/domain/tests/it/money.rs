//! Money: exact or refused, never wrapped, never a panic.

use domain::money::{Currency, Money, MoneyError};
use proptest::prelude::*;

fn amount() -> impl Strategy<Value = Money> {
    let fen = prop_oneof![any::<i64>(), -1_000_i64..1_000, Just(i64::MIN), Just(i64::MAX)];
    fen.prop_map(Money::cny)
}

/// What exact arithmetic says, if it fits.
fn exact(fen: i128) -> Result<Money, MoneyError> {
    i64::try_from(fen).map(Money::cny).map_err(|_| MoneyError::TooLarge)
}

/// The fen that a written amount says.
fn parse(text: &str) -> Option<i128> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (yuan, fen) = digits.split_once('.')?;
    let plain = fen.len() == 2 && !yuan.is_empty() && (yuan == "0" || !yuan.starts_with('0'));
    plain.then(|| Some(sign * (yuan.parse::<i128>().ok()? * 100 + fen.parse::<i128>().ok()?)))?
}

proptest! {
    #[test]
    fn sums_and_differences_are_exact_or_refused(a in amount(), b in amount()) {
        prop_assert_eq!(a.plus(b), exact(i128::from(a.fen()) + i128::from(b.fen())));
        prop_assert_eq!(a.minus(b), exact(i128::from(a.fen()) - i128::from(b.fen())));
        prop_assert_eq!(a.plus(b), b.plus(a));
        prop_assert_eq!(a.plus(Money::ZERO), Ok(a));
        if let Ok(sum) = a.plus(b) {
            prop_assert_eq!(sum.minus(b), Ok(a));
        }
    }

    #[test]
    fn products_are_exact_or_refused(a in amount(), count in any::<u32>()) {
        prop_assert_eq!(a.times(count), exact(i128::from(a.fen()) * i128::from(count)));
    }

    #[test]
    fn times_is_repeated_plus(fen in -1_000_000_i64..1_000_000, count in 0_u32..50) {
        let amount = Money::cny(fen);
        let repeated = std::iter::repeat_n(amount, usize::try_from(count).expect("it fits"));
        prop_assert_eq!(amount.times(count), Money::sum(repeated, Currency::Cny));
    }

    #[test]
    fn turning_the_sign_twice_changes_nothing(a in amount()) {
        match a.negated() {
            Ok(turned) => prop_assert_eq!(turned.negated(), Ok(a)),
            Err(error) => prop_assert_eq!((error, a.fen()), (MoneyError::TooLarge, i64::MIN)),
        }
        prop_assert!(u8::from(a.is_positive()) + u8::from(a.is_negative()) + u8::from(a.fen() == 0) == 1);
    }

    #[test]
    fn a_sum_is_exact_whenever_it_succeeds(amounts in prop::collection::vec(amount(), 0..20)) {
        if let Ok(sum) = Money::sum(amounts.iter().copied(), Currency::Cny) {
            prop_assert_eq!(i128::from(sum.fen()), amounts.iter().map(|m| i128::from(m.fen())).sum::<i128>());
        }
    }

    #[test]
    fn what_is_written_reads_back(a in amount()) {
        prop_assert_eq!(parse(&a.to_string()), Some(i128::from(a.fen())), "{}", a);
    }

    #[test]
    fn currencies_do_not_mix(a in any::<i64>(), b in any::<i64>()) {
        let (yuan, dollars) = (Money::cny(a), Money::new(b, Currency::Usd));
        prop_assert_eq!(yuan.plus(dollars), Err(MoneyError::CurrencyMismatch));
        prop_assert_eq!(yuan.minus(dollars), Err(MoneyError::CurrencyMismatch));
        prop_assert_eq!(Money::sum([yuan, dollars], Currency::Cny), Err(MoneyError::CurrencyMismatch));
        prop_assert_eq!(dollars.times(0).map(Money::currency), Ok(Currency::Usd));
    }
}

#[test]
fn amounts_are_written_as_people_write_them() {
    for (fen, text) in [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (801, "8.01"), (-2_500, "-25.00"), (100, "1.00")] {
        assert_eq!(Money::cny(fen).to_string(), text);
    }
}
