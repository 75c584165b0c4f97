//! Numbers in digits: 1,050,000 and .5 and 21.2e0 and 2^-5 and 40k.

use super::ratio::Ratio;
use super::text::Plain;

/// Digits of a number at most: what is kept exactly.
const DIGITS_MAX: usize = 30;

/// Digits from `at` on: where they end.
fn run(text: &Plain, mut at: usize) -> usize {
    while text.at(at).is_ascii_digit() {
        at += 1;
    }
    at
}

fn value(text: &Plain, from: usize, to: usize) -> Option<i128> {
    if to - from > DIGITS_MAX {
        return None;
    }
    (from..to).try_fold(0_i128, |sum, at| {
        let digit = text.at(at).to_digit(10)?;
        sum.checked_mul(10)?.checked_add(i128::from(digit))
    })
}

/// The whole number at `at`, perhaps in groups of three.
fn whole(text: &Plain, at: usize) -> Option<(usize, i128)> {
    let mut end = run(text, at);
    let mut sum = value(text, at, end).filter(|_| end > at)?;
    let grouped = end - at <= 3;
    while grouped && text.at(end) == ',' && run(text, end + 1) == end + 4 {
        sum = sum.checked_mul(1000)?.checked_add(value(text, end + 1, end + 4)?)?;
        end += 4;
    }
    Some((end, sum))
}

/// The digits after the point at `at`. Points in a chain, as in an address, are no decimal points.
fn part(text: &Plain, at: usize) -> Option<(usize, Ratio)> {
    let end = run(text, at + 1);
    let chained = text.at(end) == '.' && text.at(end + 1).is_ascii_digit();
    if text.at(at) != '.' || end == at + 1 || chained {
        return None;
    }
    let below = 10_i128.checked_pow(u32::try_from(end - at - 1).ok()?)?;
    Some((end, Ratio::new(value(text, at + 1, end)?, below)?))
}

/// Whether the digits at `at` follow a decimal point that is part of a chain.
fn in_chain(text: &Plain, at: usize) -> bool {
    text.touching(at) == '.' && at >= 2 && text.at(at - 2).is_ascii_digit()
}

/// The number in digits at `at`, with its decimals.
pub(super) fn decimal(text: &Plain, at: usize) -> Option<(usize, Ratio)> {
    if text.at(at) == '.' && !text.touching(at).is_ascii_digit() && text.touching(at) != '.' {
        return part(text, at);
    }
    let (end, whole) = whole(text, at)?;
    let whole = Ratio::whole(whole);
    match part(text, end).filter(|_| !in_chain(text, at)) {
        Some((end, part)) => Some((end, whole.plus(part)?)),
        None => Some((end, whole)),
    }
}

/// Signs from `at` on: where they end, and whether they come to a minus.
fn signs(text: &Plain, mut at: usize) -> (usize, bool) {
    let mut negative = false;
    while matches!(text.at(at), '+' | '-') {
        negative ^= text.at(at) == '-';
        at += 1;
    }
    (at, negative)
}

/// An exponent: where it ends.
fn exponent(text: &Plain, at: usize) -> Option<(usize, i32)> {
    let (start, negative) = signs(text, at);
    let end = run(text, start);
    let size = i32::try_from(value(text, start, end).filter(|_| end > start)?).ok()?;
    Some((end, if negative { -size } else { size }))
}

const SUFFIXES: &[(char, i128)] = &[('k', 1_000), ('m', 1_000_000), ('g', 1_000_000_000), ('t', 1_000_000_000_000)];

/// A number in digits with what makes it larger: where it ends, its value, whether it is in powers of ten.
pub(super) fn scaled(text: &Plain, at: usize) -> Option<(usize, Ratio, bool)> {
    let (end, value) = decimal(text, at)?;
    match text.at(end) {
        'e' => {
            if let Some((to, exponent)) = exponent(text, end + 1) {
                return Some((to, value.times(Ratio::whole(10).power(exponent)?)?, true));
            }
        }
        '^' => {
            if let Some((to, exponent)) = exponent(text, end + 1) {
                return Some((to, value.power(exponent)?, false));
            }
        }
        _ => {}
    }
    let place = text.skip(end);
    let suffix = SUFFIXES.iter().find(|(letter, _)| *letter == text.at(place));
    match suffix.filter(|_| !text.at(place + 1).is_ascii_alphanumeric()) {
        Some((_, times)) => Some((place + 1, value.times(Ratio::whole(*times))?, false)),
        None => Some((end, value, false)),
    }
}

/// A fraction with a stroke, perhaps after a whole number: 3/5, 1 3/5. Two strokes make a date.
pub(super) fn fraction(text: &Plain, at: usize) -> Option<(usize, Ratio)> {
    let end = run(text, at);
    let above = value(text, at, end).filter(|_| end > at)?;
    if text.at(end) == ' ' {
        let (to, part) = simple(text, text.skip(end))?;
        return Some((to, Ratio::whole(above).plus(part)?));
    }
    simple(text, at)
}

fn simple(text: &Plain, at: usize) -> Option<(usize, Ratio)> {
    let end = run(text, at);
    let to = run(text, end + 1);
    if end == at || text.at(end) != '/' || to == end + 1 || text.at(to) == '/' || text.touching(at) == '/' {
        return None;
    }
    Some((
        to,
        Ratio::new(value(text, at, end)?, value(text, end + 1, to)?)
            .or((value(text, at, end)? == 0).then_some(Ratio::ZERO))?,
    ))
}
