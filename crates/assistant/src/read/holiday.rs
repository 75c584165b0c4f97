//! Days that are called by their feast: 除夕, 大年初三, 元宵节, 情人节, "Lunar New Year's Eve".

use super::numeral;
use super::sentence::Sentence;
use crate::quantity::calendar::Civil;

/// Lunar New Year's Day, by year. Source: the Gregorian-lunar calendar tables of the Hong Kong Observatory.
const NEW_YEAR: &[(i64, i64, i64)] = &[
    (2026, 2, 17),
    (2027, 2, 6),
    (2028, 1, 26),
    (2029, 2, 13),
    (2030, 2, 3),
    (2031, 1, 23),
    (2032, 2, 11),
    (2033, 1, 31),
    (2034, 2, 19),
    (2035, 2, 8),
    (2036, 1, 28),
    (2037, 2, 15),
    (2038, 2, 4),
    (2039, 1, 24),
    (2040, 2, 12),
];

/// The day before Lunar New Year's Day.
const EVE: &[&str] = &[
    "除夕",
    "除夕夜",
    "大年三十",
    "大年夜",
    "年三十",
    "new years eve",
    "chinese new years eve",
    "lunar new years eve",
    "spring festival eve",
];
const NEW_YEARS_DAY: &[&str] = &["chinese new years day", "lunar new years day", "chinese new year", "lunar new year"];
/// The fifteenth day of the year.
const LANTERNS: &[&str] = &["元宵节", "正月十五", "lantern festival"];
/// The fourteenth of February.
const VALENTINES: &[&str] = &["情人节", "valentines day", "valentines"];
/// What stands before the number of a day of the year.
const OF_THE_YEAR: &[&str] = &["大年初", "正月初", "年初", "初"];

/// The feast at `at` that is to come: where its name ends, and how many days away it is. A name is of no use in years of
/// which [`NEW_YEAR`] says nothing.
pub(super) fn holiday(sentence: &Sentence<'_>, at: usize, today: i64) -> Option<(usize, i64)> {
    let (end, day) = match of_new_year(sentence, at) {
        Some((end, away)) => {
            let first =
                NEW_YEAR.iter().filter_map(|(year, month, day)| Some(Civil::new(*year, *month, *day)?.to_day()));
            (end, first.map(|first| first + away).find(|day| *day >= today)?)
        }
        None => {
            let (end, _) = sentence.any(at, VALENTINES)?;
            let year = Civil::of(today).year;
            let day = |year: i64| Civil::new(year, 2, 14).map(Civil::to_day);
            (end, [day(year), day(year + 1)].into_iter().flatten().find(|day| *day >= today)?)
        }
    };
    let end = sentence.any(end, &["那天", "当天", "那晚"]).map_or(end, |(end, _)| end);
    Some((end, day - today))
}

/// How many days a feast is away from Lunar New Year's Day.
fn of_new_year(sentence: &Sentence<'_>, at: usize) -> Option<(usize, i64)> {
    let named = |names: &[&str], away: i64| sentence.any(at, names).map(|(end, _)| (end, away));
    let numbered = || {
        let (start, _) = sentence.any(at, OF_THE_YEAR)?;
        let (end, nth) = numeral::whole(sentence, start).filter(|(_, nth)| (1..=10).contains(nth))?;
        Some((end, i64::from(nth) - 1))
    };
    let all = [named(EVE, -1), named(NEW_YEARS_DAY, 0), named(LANTERNS, 14), numbered()];
    all.into_iter().flatten().max_by_key(|(end, _)| *end)
}
