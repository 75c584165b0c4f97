//! How long: 半小时, 三年半, 8天又二十个小时; how long ago or from now: 2分钟前, 之后5分钟; and how often: 每周一.

use super::super::calendar::Civil;
use super::super::numeral::{self, Form};
use super::super::ratio::Ratio;
use super::super::text::Plain;
use super::{Kind, Reading, Reference, Stamp, When, clock, date, iso, words};

/// A unit of time: as a timex has it, its seconds, whether it is part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Unit {
    code: char,
    seconds: i64,
    of_day: bool,
}

const fn unit(code: char, seconds: i64, of_day: bool) -> Unit {
    Unit { code, seconds, of_day }
}

/// The largest number of units that is read as a length of time.
const COUNT_MAX: i128 = 100_000_000;

const DAY: i64 = 86_400;
const YEARS: Unit = unit('Y', 365 * DAY, false);
const MONTHS: Unit = unit('M', 30 * DAY, false);
const WEEKS: Unit = unit('W', 7 * DAY, false);
const DAYS: Unit = unit('D', DAY, false);
const HOURS: Unit = unit('H', 3_600, true);
const MINUTES: Unit = unit('M', 60, true);
const QUARTERS: Unit = unit('M', 900, true);
const SECONDS: Unit = unit('S', 1, true);

/// Units from the longest to the shortest, as a timex lists them.
const ORDER: [Unit; 7] = [YEARS, MONTHS, WEEKS, DAYS, HOURS, MINUTES, SECONDS];

const UNITS: &[(&str, Unit)] = &[
    ("年", YEARS),
    ("个月", MONTHS),
    ("周", WEEKS),
    ("星期", WEEKS),
    ("礼拜", WEEKS),
    ("天", DAYS),
    ("小时", HOURS),
    ("钟头", HOURS),
    ("分钟", MINUTES),
    ("刻钟", QUARTERS),
    ("秒", SECONDS),
    ("秒钟", SECONDS),
];

/// Units that are such only beside others: 8天20时.
const BESIDE: &[(&str, Unit)] = &[("时", HOURS), ("分", MINUTES), ("日", DAYS)];

/// A length of time as it was said.
#[derive(Debug, Clone)]
pub(super) struct Length {
    pub(super) end: usize,
    parts: Vec<(Unit, Ratio)>,
}

impl Length {
    fn timex(&self) -> String {
        let mut timex = String::from("P");
        for unit in ORDER {
            let part = self.parts.iter().find(|(said, _)| (said.code, said.of_day) == (unit.code, unit.of_day));
            let Some((said, count)) = part else { continue };
            if unit.of_day && !timex.contains('T') {
                timex.push('T');
            }
            let count = count.times(Ratio::whole(i128::from(said.seconds / unit.seconds))).unwrap_or(*count);
            timex += &format!("{}{}", count.decimal(false), unit.code);
        }
        timex
    }

    /// Its seconds, with years of 365 days and months of 30.
    fn seconds(&self) -> Option<i64> {
        let sum = self
            .parts
            .iter()
            .try_fold(Ratio::ZERO, |sum, (unit, count)| sum.plus(count.times(Ratio::whole(i128::from(unit.seconds)))?));
        i64::try_from(sum?.to_whole()?).ok()
    }

    /// The one unit it is in, and how many.
    fn single(&self) -> Option<(Unit, Ratio)> {
        self.parts.first().copied().filter(|_| self.parts.len() == 1)
    }
}

/// The length of time at `at`.
pub(super) fn length(text: &Plain, at: usize) -> Option<Length> {
    if text.touching(at).is_ascii_alphanumeric() || matches!(text.touching(at), '第' | '.') {
        return None;
    }
    let (mut end, first) = one(text, at, false)?;
    let mut parts = vec![first];
    loop {
        let joined = text.any(text.skip(end), &["又", "零", "余", "多", "加"]).map_or(end, |(end, _)| end);
        let Some((to, part)) = one(text, text.skip(joined), true) else { break };
        if parts.iter().any(|(unit, _)| *unit == part.0) {
            break;
        }
        parts.push(part);
        end = to;
    }
    Some(Length { end, parts })
}

/// A number of one unit.
fn one(text: &Plain, at: usize, beside: bool) -> Option<(usize, (Unit, Ratio))> {
    let (end, mut count) = count(text, at)?;
    let place = text.skip(end);
    let place = match text.word(place, "个") {
        Some(after) if text.word(place, "个月").is_none() => text.skip(after),
        _ => place,
    };
    let (place, half) = match text.word(place, "半") {
        Some(after) if text.at(end) == '个' => (after, true),
        _ => (place, false),
    };
    let found = text.entry(place, UNITS).or_else(|| if beside { text.entry(place, BESIDE) } else { None });
    let (mut end, unit) = found.filter(|(end, _)| !"岁年月份".contains(text.at(*end)) || *end >= text.len())?;
    if *unit == YEARS && is_year(text, at) {
        return None;
    }
    if half || text.at(end) == '半' && !unit.of_day && text.at(end + 1) != '年' {
        count = count.plus(Ratio::HALF)?;
        end += usize::from(!half);
    }
    Some((end, (*unit, count)))
}

/// Whether a number before 年 is that of a year: 2009, 08.
fn is_year(text: &Plain, at: usize) -> bool {
    let read = numeral::read(text, at, text.len());
    read.is_some_and(|read| {
        date::is_row(read.form) && (read.end - at >= 4 || text.at(at) == '0' || read.form != Form::Digits)
    })
}

fn count(text: &Plain, at: usize) -> Option<(usize, Ratio)> {
    if text.at(at) == '半' {
        return Some((at + 1, Ratio::HALF));
    }
    let read = numeral::read(text, at, text.len())?;
    let few = read.value.to_whole().is_none_or(|count| count <= COUNT_MAX);
    Some((read.end, read.value)).filter(|_| read.spread == Ratio::ZERO && few)
}

/// How long.
pub(super) fn duration(text: &Plain, at: usize, _: Reference) -> Option<(usize, When)> {
    let length = length(text, at)?;
    let reading = Reading::unresolved(length.timex());
    Some((length.end, When { seconds: length.seconds(), ..When::new(Kind::Duration, vec![reading]) }))
}

/// Before or after now: as a moment, 2分钟前, or as a span, 之后5分钟.
pub(super) fn directed(text: &Plain, at: usize, now: Reference) -> Option<(usize, When)> {
    span(text, at, now).or_else(|| moment(text, at, now))
}

fn moment(text: &Plain, at: usize, now: Reference) -> Option<(usize, When)> {
    let length = length(text, at)?;
    let (end, which) = text.any(text.skip(length.end), &["前", "之前", "以前", "后", "之后", "以后"])?;
    let sign = if which < 3 { -1 } else { 1 };
    if length.parts.iter().any(|(unit, _)| unit.of_day) {
        let at = now.second.checked_add(length.seconds()?.checked_mul(sign)?)?;
        let (day, second) = (now.day + at.div_euclid(DAY), at.rem_euclid(DAY));
        let reading = Reading::point(iso(day), Stamp::Both(day, second));
        return Some((end, When::new(Kind::DateTime, vec![reading])));
    }
    let day = length.parts.iter().try_fold(now.day, |day, (unit, count)| shift(day, *unit, *count, sign))?;
    Some((end, When::new(Kind::Date, vec![Reading::point(iso(day), Stamp::Day(day))])))
}

/// A day so many units before or after another.
fn shift(day: i64, unit: Unit, count: Ratio, sign: i64) -> Option<i64> {
    let months = match unit.code {
        'Y' => 12,
        'M' => 1,
        _ => {
            let days = count.times(Ratio::whole(i128::from(unit.seconds / DAY)))?.to_whole()?;
            return day.checked_add(sign * i64::try_from(days).ok().filter(|days| *days < 366 * 9_999)?);
        }
    };
    let months =
        i64::try_from(count.times(Ratio::whole(months))?.to_whole()?).ok().filter(|months| *months < 12 * 9_999)?;
    Some(Civil::of(day).plus_months(sign * months).to_day())
}

const BEFORE: &[&str] = &["前", "之前", "过去", "过去的", "最近", "近", "上"];
const AFTER: &[&str] = &["后", "之后", "未来", "未来的", "接下来", "接下来的", "还剩", "下"];

/// 过去十年, 之后5分钟, 还剩 3 小时, 上个小时.
fn span(text: &Plain, at: usize, now: Reference) -> Option<(usize, When)> {
    let (start, sign) = match (text.any(at, BEFORE), text.any(at, AFTER)) {
        (Some((end, _)), _) => (end, -1),
        (None, Some((end, _))) => (end, 1),
        _ => return None,
    };
    let of_one = text.at(start) == '个' && matches!(text.at(at), '上' | '下');
    let (end, (unit, count)) = if of_one {
        let (end, unit) = text.entry(start + 1, UNITS).filter(|(_, unit)| unit.of_day)?;
        (end, (*unit, Ratio::ONE))
    } else {
        let length = length(text, text.skip(start))?;
        (length.end, length.single().filter(|_| text.at(text.skip(start)) != '半')?)
    };
    let length = Length { end, parts: vec![(unit, count)] };
    let reading = if unit.of_day { of_seconds(&length, now, sign)? } else { of_days(&length, now, sign)? };
    Some((end, When::new(if unit.of_day { Kind::DateTimeRange } else { Kind::DateRange }, vec![reading])))
}

fn of_seconds(length: &Length, now: Reference, sign: i64) -> Option<Reading> {
    let other = now.second.checked_add(length.seconds()?.checked_mul(sign)?)?;
    let (from, to) = (now.second.min(other), now.second.max(other));
    let stamp = |second: i64| Stamp::Both(now.day + second.div_euclid(DAY), second.rem_euclid(DAY));
    let written = |second: i64| stamp(second).to_string().replace(' ', "T");
    let timex = format!("({},{},{})", written(from), written(to), length.timex());
    Some(Reading::span(timex, stamp(from), stamp(to)))
}

/// Past days end today; coming ones begin tomorrow.
fn of_days(length: &Length, now: Reference, sign: i64) -> Option<Reading> {
    let (unit, count) = length.single()?;
    let near = now.day + i64::from(sign > 0);
    let far = shift(near, unit, count, sign)?;
    let (from, to) = (near.min(far), near.max(far));
    let timex = format!("({},{},{})", iso(from), iso(to), length.timex());
    Some(Reading::span(timex, Stamp::Day(from), Stamp::Day(to)))
}

/// 每天, 每个月, 每周一下午八点.
pub(super) fn set(text: &Plain, at: usize, now: Reference) -> Option<(usize, When)> {
    let start = text.word(at, "每")?;
    let one = |(end, timex)| Some((end, When::new(Kind::Set, vec![Reading::unresolved(timex)])));
    if let Some(weekday) = date::day(text, start, now).filter(|date| matches!(date.day, date::Day::Weekly(_))) {
        let timex = weekday.day.timex();
        return match clock::clock(text, weekday.end, true) {
            Some(clock) => one((clock.end, format!("{timex}{}", clock.timex(*clock.seconds().first()?)))),
            None => one((weekday.end, timex)),
        };
    }
    let start = if text.word(start, "个月").is_some() { start } else { text.word(start, "个").unwrap_or(start) };
    let units = [
        ("天", "P1D"),
        ("日", "P1D"),
        ("月", "P1M"),
        ("个月", "P1M"),
        ("年", "P1Y"),
        ("小时", "PT1H"),
        ("分钟", "PT1M"),
    ];
    let week = words::week(text, start).map(|end| (end, "P1W"));
    let (end, timex) = text.entry(start, &units).map(|(end, timex)| (end, *timex)).or(week)?;
    one((end, timex.to_owned()))
}
