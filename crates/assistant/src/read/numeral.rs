//! Numerals: 两千五, 12, "twenty five", "half a dozen". All values are in thousandths, so that a half is a number.

use super::sentence::Sentence;

/// The largest number that is read, in thousandths; beyond it nobody shops.
const MILLI_MAX: u64 = 100_000_000_000;

/// The number at `at`: where it ends, and its value in thousandths.
pub(crate) fn number(sentence: &Sentence<'_>, at: usize) -> Option<(usize, u64)> {
    english(sentence, at)
        .or_else(|| digits(sentence, at))
        .or_else(|| han(sentence, at))
        .filter(|(_, milli)| *milli <= MILLI_MAX)
}

/// A whole number, as [`number`].
pub(crate) fn whole(sentence: &Sentence<'_>, at: usize) -> Option<(usize, u32)> {
    let (end, milli) = number(sentence, at)?;
    let n = u32::try_from(milli / 1000).ok()?;
    (milli % 1000 == 0).then_some((end, n))
}

/// Digits, perhaps with 百, 千 or 万 after them.
fn digits(sentence: &Sentence<'_>, at: usize) -> Option<(usize, u64)> {
    let unit = sentence.units.get(at)?;
    let milli = unit.milli?;
    let times = match sentence.han(at + 1) {
        Some('百') => 100,
        Some('千') => 1_000,
        Some('万') => 10_000,
        _ => return Some((at + 1, milli)),
    };
    Some((at + 2, milli.saturating_mul(times)))
}

const PHRASES: &[(&str, u64)] = &[
    ("half a dozen", 6_000),
    ("half dozen", 6_000),
    ("a half dozen", 6_000),
    ("a dozen", 12_000),
    ("one dozen", 12_000),
    ("two dozen", 24_000),
    ("three dozen", 36_000),
    ("dozen", 12_000),
    ("a couple", 2_000),
    ("a couple of", 2_000),
    ("couple of", 2_000),
    ("a hundred", 100_000),
    ("half a", 500),
    ("half an", 500),
    ("half", 500),
    ("a", 1_000),
    ("an", 1_000),
    ("single", 1_000),
    ("a single", 1_000),
    ("double", 2_000),
];

fn english(sentence: &Sentence<'_>, at: usize) -> Option<(usize, u64)> {
    let phrase = PHRASES.iter().filter_map(|(phrase, milli)| Some((sentence.phrase(at, phrase)?, *milli)));
    if let Some(found) = phrase.max_by_key(|(end, _)| *end) {
        return Some(found);
    }
    let tens = sentence.units.get(at).filter(|unit| unit.kind == crate::lexicon::text::Kind::Word)?.milli?;
    let mut end = at + 1;
    let mut sum = tens;
    let next = |at: usize| sentence.units.get(at).and_then(|unit| unit.milli);
    if (20_000..=90_000).contains(&tens)
        && let Some(one) = next(end).filter(|one| (1_000..10_000).contains(one))
    {
        sum += one;
        end += 1;
    }
    if let Some(to) = sentence.phrase(end, "hundred") {
        sum = sum.saturating_mul(100);
        end = to;
        let to = sentence.phrase(end, "and").unwrap_or(end);
        if let Some(rest) = next(to).filter(|rest| *rest < 100_000) {
            sum += rest;
            end = to + 1;
        }
    }
    Some((end, sum))
}

fn digit(character: char) -> Option<u64> {
    Some(match character {
        '零' | '〇' => 0,
        '一' | '幺' => 1,
        '二' | '两' | '俩' => 2,
        '三' | '仨' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn power(character: char) -> Option<u64> {
    Some(match character {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        _ => return None,
    })
}

/// Chinese numerals: 二十五, 一百二 (120), 两千零五, 半.
fn han(sentence: &Sentence<'_>, at: usize) -> Option<(usize, u64)> {
    if sentence.han(at) == Some('半') {
        return Some((at + 1, 500));
    }
    let (mut end, mut sum, mut waiting, mut last_power, mut zero) = (at, 0_u64, None, 0_u64, false);
    while let Some(character) = sentence.han(end) {
        if let Some(times) = power(character) {
            if times == 10_000 {
                sum = (sum + waiting.take().unwrap_or(0)).max(1).saturating_mul(times);
            } else if waiting.is_none() && end > at {
                break;
            } else {
                sum = sum.saturating_add(waiting.take().unwrap_or(1) * times);
            }
            (last_power, zero) = (times, false);
        } else if let Some(value) = digit(character) {
            if waiting.is_some() {
                break;
            }
            if value == 0 {
                zero = true;
            } else {
                waiting = Some(value);
            }
        } else {
            break;
        }
        end += 1;
        if end - at > 12 {
            return None;
        }
    }
    let short = last_power >= 100 && !zero;
    let rest = waiting.map_or(0, |value| if short { value * last_power / 10 } else { value });
    (end > at).then_some((end, sum.saturating_add(rest).saturating_mul(1000)))
}
