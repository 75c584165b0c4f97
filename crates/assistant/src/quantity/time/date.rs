//! Days: 明天, 下下周日, 10月12号, 2010/01/29, 农历十月初一, 29日; and times of them: 后天中午, 今晚6点.

use super::super::calendar::{Civil, month_length, weekday};
use super::super::numeral::{self, Form};
use super::super::text::Plain;
use super::period::any_year;
use super::words::{self, DAYS, Part, SHORT_DAYS, whole};
use super::{Kind, Reading, Reference, Stamp, When, clock, iso};

/// Years looked at for a day that not every year has: the longest wait for a leap day.
const YEARS_MAX: i64 = 8;

/// A day as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Day {
    /// This one.
    Fixed(i64),
    /// Month and day, of any year.
    Yearly(i64, i64),
    /// The day of any month.
    Monthly(i64),
    /// The day of any week.
    Weekly(i64),
    /// The so-many-th such day of the week in a month of any year; the fifth is the last.
    OfMonth { month: i64, weekday: i64, nth: i64 },
    /// One that there is not, as year, month and day.
    Never(i64, i64, i64),
}

/// A day that was read.
#[derive(Debug, Clone)]
pub(super) struct Date {
    pub(super) end: usize,
    pub(super) day: Day,
    pub(super) lunar: bool,
}

impl Day {
    pub(super) fn of(year: Option<i64>, month: i64, day: i64) -> Option<Self> {
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        Some(match year {
            Some(year) => {
                Civil::new(year, month, day).map_or(Self::Never(year, month, day), |civil| Self::Fixed(civil.to_day()))
            }
            None => Self::Yearly(month, day),
        })
    }

    pub(super) fn timex(&self) -> String {
        match self {
            Self::Fixed(day) => iso(*day),
            Self::Yearly(month, day) => format!("XXXX-{month:02}-{day:02}"),
            Self::Monthly(day) => format!("XXXX-XX-{day:02}"),
            Self::Weekly(day) => format!("XXXX-WXX-{day}"),
            Self::OfMonth { month, weekday, nth } => format!("XXXX-{month:02}-WXX-{weekday}-#{nth}"),
            Self::Never(year, month, day) => format!("{year:04}-{month:02}-{day:02}"),
        }
    }

    /// The last one and the next one.
    pub(super) fn days(&self, today: i64) -> Vec<i64> {
        let now = Civil::of(today);
        match *self {
            Self::Fixed(day) => vec![day],
            Self::Never(..) => Vec::new(),
            Self::Weekly(day) => {
                let ahead = (day - weekday(today)).rem_euclid(7);
                vec![today + ahead - 7, today + ahead]
            }
            Self::OfMonth { month, weekday, nth } => around(today, |n| nth_weekday(now.year + n, month, weekday, nth)),
            Self::Yearly(month, day) => around(today, |n| Some(Civil::new(now.year + n, month, day)?.to_day())),
            Self::Monthly(day) => around(today, |n| {
                let first = Civil::of(Civil::first(now.year, now.month + n));
                (day <= month_length(first.year, first.month)).then(|| first.to_day() + day - 1)
            }),
        }
    }
}

/// The so-many-th day of the week in a month; the fifth is the last.
fn nth_weekday(year: i64, month: i64, nth_of_week: i64, nth: i64) -> Option<i64> {
    let (first, next) = (Civil::first(year, month), Civil::first(year, month + 1));
    let earliest = first + (nth_of_week - weekday(first)).rem_euclid(7);
    let mut days = (0..5).map(|week| earliest + 7 * week).filter(|day| *day < next);
    if nth == 5 { days.next_back() } else { days.nth(usize::try_from(nth - 1).ok()?) }
}

/// The last before today and the next from today on of what comes again and again.
fn around(today: i64, nth: impl Fn(i64) -> Option<i64>) -> Vec<i64> {
    let last = (0..=YEARS_MAX).filter_map(|n| nth(-n)).find(|day| *day < today);
    let next = (0..=YEARS_MAX).filter_map(&nth).find(|day| *day >= today);
    last.into_iter().chain(next).collect()
}

/// The day at `at`.
pub(super) fn day(text: &Plain, at: usize, now: Reference) -> Option<Date> {
    let fixed = |(end, day)| Date { end, day: Day::Fixed(day), lunar: false };
    let relative = text.entry(at, DAYS).map(|(end, ahead)| fixed((end, now.day + ahead)));
    let found =
        relative.or_else(|| numeric(text, at)).or_else(|| of_week(text, at, now)).or_else(|| nth_of_month(text, at));
    let found = found.or_else(|| of_this_month(text, at, now)).or_else(|| of_month(text, at, now));
    found.or_else(|| of_any_month(text, at)).map(|date| with_weekday(text, date))
}

/// 下周三, 礼拜一.
fn of_week(text: &Plain, at: usize, now: Reference) -> Option<Date> {
    let (start, ahead) = words::ahead(text, at).map_or((at, None), |(end, ahead)| (end, Some(ahead)));
    let (end, nth) = named_weekday(text, start)?;
    let monday = super::super::calendar::monday(now.day);
    let day = ahead.map_or(Day::Weekly(nth), |weeks| Day::Fixed(monday + 7 * weeks + nth - 1));
    Some(Date { end, day, lunar: false })
}

/// 周三, 星期天: where it ends, and which day of the week.
fn named_weekday(text: &Plain, at: usize) -> Option<(usize, i64)> {
    let end = words::week(text, at)?;
    let character = text.at(end);
    let nth = if "日天".contains(character) { 7 } else { i64::try_from(numeral::digit(character)?).ok()? };
    ((1..=7).contains(&nth) && character != '两').then_some((end + 1, nth))
}

/// 五月的第二个星期日, 四月的最后一个星期一.
fn nth_of_month(text: &Plain, at: usize) -> Option<Date> {
    let (end, month, _) = month(text, at)?;
    let end = text.word(end, "的").unwrap_or(end);
    let (end, nth) = match text.any(end, &["最后一个", "最后一"]) {
        Some((end, _)) => (end, 5),
        None => whole(text, text.word(end, "第")?).filter(|(_, nth)| (1..=4).contains(nth))?,
    };
    let (end, weekday) = named_weekday(text, end)?;
    Some(Date { end, day: Day::OfMonth { month, weekday, nth }, lunar: false })
}

/// 本月十日, 下个月5号.
fn of_this_month(text: &Plain, at: usize, now: Reference) -> Option<Date> {
    let (end, ahead) = words::ahead(text, at)?;
    let end = text.word(text.word(end, "个").unwrap_or(end), "月")?;
    let (end, nth) = whole(text, end)?;
    let (end, _) = text.any(end, &["日", "号"])?;
    let now = Civil::of(now.day);
    let first = Civil::of(Civil::first(now.year, now.month + ahead));
    Some(Date { end, day: Day::of(Some(first.year), first.month, nth)?, lunar: false })
}

/// A month by its number: where it ends, which, whether it is lunar.
pub(super) fn month(text: &Plain, at: usize) -> Option<(usize, i64, bool)> {
    if let Some((end, which)) = text.any(at, &["正月", "大年", "冬月", "腊月"]) {
        return Some((end, [1, 1, 11, 12][which], true));
    }
    let (end, month) = whole(text, at).filter(|(_, month)| (1..=12).contains(month))?;
    let end = text.word(end, "月").or_else(|| text.word(end, "月份"))?;
    Some((text.word(end, "份").unwrap_or(end), month, false))
}

/// [农历][2015年]十月初一, 2015年农历正月初一, 明年10月12号, 去年本月十日.
fn of_month(text: &Plain, at: usize, now: Reference) -> Option<Date> {
    let mark = |at: usize| text.any(at, &["农历", "阴历"]).map(|(end, _)| end);
    let first = mark(at);
    let said = any_year(text, first.unwrap_or(at), now);
    let start = text.skip(said.map_or(first.unwrap_or(at), |(end, ..)| end));
    let second = mark(start);
    let this_month = said.and_then(|_| text.any(start, &["本月", "这个月", "同月"]));
    let (end, month, lunar_month) = match this_month {
        Some((end, _)) => (end, Civil::of(now.day).month, false),
        None => month(text, second.unwrap_or(start))?,
    };
    let (end, nth, lunar_day) = day_of_month(text, text.skip(end))?;
    let lunar = first.or(second).is_some() || lunar_month || lunar_day;
    Some(Date { end, day: Day::of(said.map(|(_, year, _)| year), month, nth)?, lunar })
}

/// 十日, 12号, 初一; without a word after it only where nothing goes on.
fn day_of_month(text: &Plain, at: usize) -> Option<(usize, i64, bool)> {
    if let Some(start) = text.word(at, "初") {
        return whole(text, start).filter(|(_, nth)| (1..=10).contains(nth)).map(|(end, nth)| (end, nth, true));
    }
    let (end, nth) = whole(text, at)?;
    if let Some((end, _)) = text.any(end, &["日", "号"]) {
        return Some((end, nth, false));
    }
    let ends = !text.at(end).is_alphanumeric() || clock::part(text, end, false).is_some();
    (ends && !text.at(at).is_ascii_digit()).then_some((end, nth, false))
}

/// 29日. 12号 may be a house or a bus as well.
fn of_any_month(text: &Plain, at: usize) -> Option<Date> {
    let (end, nth) = whole(text, at).filter(|(_, nth)| (1..=31).contains(nth))?;
    let end = text.word(end, "日").filter(|end| !"元圆币本".contains(text.at(*end)) || *end >= text.len())?;
    Some(Date { end, day: Day::Monthly(nth), lunar: false })
}

/// The day of the week that is said after a date: 10月12号，星期一.
fn with_weekday(text: &Plain, mut date: Date) -> Date {
    let start = text.skip(text.any(date.end, &[",", "，"]).map_or(date.end, |(end, _)| end));
    if matches!(date.day, Day::Yearly(..) | Day::Fixed(_))
        && let Some(end) = words::week(text, start)
        && (numeral::digit(text.at(end)).is_some() || "日天".contains(text.at(end)))
        && end < text.len()
    {
        date.end = end + 1;
    }
    date
}

/// 2010/01/29, 12-11-10, 1/2/2020, 12/1: where two strokes are, the year is first or last; a pair is month and day.
fn numeric(text: &Plain, at: usize) -> Option<Date> {
    let touching = text.touching(at);
    if touching.is_ascii_alphanumeric() || matches!(touching, '.' | '/') {
        return None;
    }
    let (one, first) = field(text, at)?;
    let stroke = Some(text.at(one)).filter(|c| matches!(c, '-' | '/' | '.' | ' '))?;
    let (two, second) = field(text, one + 1)?;
    let third = if text.at(two) == stroke { field(text, two + 1) } else { None };
    let end = third.map_or(two, |(end, _)| end);
    let goes_on = text.at(end) == stroke && text.at(end + 1).is_ascii_digit();
    if goes_on || text.at(end).is_ascii_alphanumeric() || text.at(end) == '%' {
        return None;
    }
    let lengths = (one - at, two - one - 1, third.map_or(0, |(end, _)| end - two - 1));
    let (year, month, day) = match (lengths, third) {
        ((4, 2, 2), Some((_, third))) => (Some(first), second, third),
        _ if stroke == ' ' => return None,
        ((4, 1..=2, 1..=2), Some((_, third))) => (Some(first), second, third),
        ((1..=2, 1..=2, 4), Some((_, third))) if second <= 12 => (Some(third), second, first),
        ((1..=2, 1..=2, 4), Some((_, third))) => (Some(third), first, second),
        ((short, 1..=2, 2), Some((_, third))) if short == 1 || third > 31 => {
            (Some(if third < 50 { 2000 } else { 1900 } + third), second, first)
        }
        ((2, 1..=2, 1..=2), Some((_, third))) => (Some(2000 + first), second, third),
        ((1..=2, 1..=2, 0), None) if stroke == '/' => (None, first, second),
        _ => return None,
    };
    Some(Date { end, day: Day::of(year, month, day)?, lunar: false })
}

fn field(text: &Plain, at: usize) -> Option<(usize, i64)> {
    let mut end = at;
    let mut value = 0;
    while let Some(digit) = text.at(end).to_digit(10).filter(|_| end < at + 5) {
        value = value * 10 + i64::from(digit);
        end += 1;
    }
    (end > at).then_some((end, value))
}

/// A day.
pub(super) fn date(text: &Plain, at: usize, now: Reference) -> Option<(usize, When)> {
    let date = day(text, at, now)?;
    let timex = date.day.timex();
    let mut readings: Vec<Reading> =
        date.day.days(now.day).into_iter().map(|day| Reading::point(timex.clone(), Stamp::Day(day))).collect();
    if readings.is_empty() {
        readings.push(Reading::unresolved(timex));
    }
    Some((date.end, When { lunar: date.lunar, ..When::new(Kind::Date, readings) }))
}

/// A day before a time: also in one character, as in 今晚, where the part of the day follows.
pub(super) fn day_before(text: &Plain, at: usize, now: Reference) -> Option<Date> {
    let short = || {
        let (end, ahead) = text.entry(at, SHORT_DAYS)?;
        text.entry(end, words::SHORT_PARTS)?;
        Some(Date { end, day: Day::Fixed(now.day + ahead), lunar: false })
    };
    let date = day(text, at, now).or_else(short)?;
    let place = text.skip(date.end);
    let end = text.word(place, "的").unwrap_or(place);
    Some(Date { end, ..date })
}

/// A time of a day, or a part of it.
pub(super) fn date_time(text: &Plain, at: usize, now: Reference) -> Option<(usize, When)> {
    let date = day_before(text, at, now)?;
    let Some(clock) = clock::clock(text, date.end, true) else { return date_part(text, &date, now) };
    let mut readings = Vec::new();
    for day in date.day.days(now.day) {
        for second in clock.seconds() {
            let timex = format!("{}{}", date.day.timex(), clock.timex(second));
            readings.push(Reading::point(timex, Stamp::Both(day, second)));
        }
    }
    Some((clock.end, When { lunar: date.lunar, ..When::new(Kind::DateTime, readings) }))
}

/// 明天上午, 七月五号晚, 昨晚; but not 明天早餐.
fn date_part(text: &Plain, date: &Date, now: Reference) -> Option<(usize, When)> {
    let (end, part) = clock::part(text, date.end, true)?;
    if end == date.end + 1 && "餐饭点茶安报市场会班".contains(text.at(end)) {
        return None;
    }
    let days = date.day.days(now.day);
    let readings = days.into_iter().map(|day| of_part(&date.day, day, part)).collect();
    Some((end, When::new(Kind::DateTimeRange, readings)))
}

fn of_part(said: &Day, day: i64, part: Part) -> Reading {
    let stamp = |hour: i64| Stamp::Both(day, hour * 3600);
    Reading::span(format!("{}{}", said.timex(), part.code), stamp(part.hours.0), stamp(part.hours.1))
}

/// 马上 and 最近: a moment near now.
pub(super) fn moment(text: &Plain, at: usize, now: Reference) -> Option<(usize, When)> {
    let stamp = Stamp::Both(now.day, now.second);
    let (end, which) = text.any(at, &["马上", "立刻", "立即", "现在", "此刻", "最近", "近来"])?;
    let (kind, timex, stamp) = match which {
        0..=2 => (Kind::DateTime, "FUTURE_REF".to_owned(), stamp),
        3..=4 => (Kind::DateTime, "PRESENT_REF".to_owned(), stamp),
        _ => (Kind::Date, iso(now.day), Stamp::Day(now.day)),
    };
    Some((end, When::new(kind, vec![Reading::point(timex, stamp)])))
}

/// Whether a numeral is written as a year is: in digits, or digit by digit.
pub(super) fn is_row(form: Form) -> bool {
    matches!(form, Form::Digits | Form::Row(_))
}
