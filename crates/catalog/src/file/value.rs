//! Values with rules of their own, as files write them: coordinates, administrative codes, ids.

/// The first two digits of an administrative code (GB/T 2260): one for each province-level area.
const PROVINCES: [&str; 34] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44",
    "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
];

/// Whether `code` can be the code of a district or county.
pub(super) fn is_adcode(code: &str) -> bool {
    let digits = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
    digits && PROVINCES.iter().any(|province| code.starts_with(province))
}

/// Whether `id` can be an id: visible characters. A shop's has no `/`, since that stands between shop and item where
/// both are written together.
pub(super) fn is_id(id: &str, of_shop: bool) -> bool {
    let plain =
        |character: char| !character.is_control() && !(of_shop && (character == '/' || character.is_whitespace()));
    id.trim() == id && id.chars().all(plain)
}

/// Decimal degrees in millionths, exactly: no float stands between. Digits beyond the sixth (a tenth of a metre) are
/// rounded, half away from zero. `None` if it is no plain decimal number or more than `most` degrees from zero.
pub(super) fn micro_degrees(text: &str, most: u32) -> Option<i32> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole: i64 = whole.parse().ok().filter(|whole| *whole <= i64::from(most))?;
    let micro = whole * 1_000_000 + micro_fraction(fraction);
    let micro = i32::try_from(micro).ok().filter(|micro| i64::from(*micro) <= i64::from(most) * 1_000_000)?;
    Some(if negative { -micro } else { micro })
}

/// The digits after the point, in millionths.
fn micro_fraction(digits: &str) -> i64 {
    let digit = |place: usize| digits.as_bytes().get(place).map_or(0, |byte| i64::from(byte - b'0'));
    let six = (0..6).fold(0, |sum, place| sum * 10 + digit(place));
    six + i64::from(digit(6) >= 5)
}
