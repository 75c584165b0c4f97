//! Years, halves of them, months, weeks and decades: 2009年, 去年上半年, 十月的第一周, 下下周末, 今年的最后3周.

use super::super::calendar::{Civil, first_week, monday, week};
use super::super::numeral::{self, Form};
use super::super::text::Plain;
use super::words::{self, YEARS, whole};
use super::{Kind, Reading, Reference, Stamp, When, date, iso};

/// From a day to the day after its last.
pub(super) type Span = (i64, i64);

/// A period as it was said.
#[derive(Debug, Clone)]
pub(super) struct Period {
    pub(super) end: usize,
    pub(super) timex: String,
    /// What it may be; nothing if its bounds are not known.
    pub(super) spans: Vec<Span>,
}

impl Period {
    fn one(end: usize, timex: String, span: Span) -> Option<Self> {
        Some(Self { end, timex, spans: vec![span] })
    }

    /// With its bounds as its timex.
    fn bounded(end: usize, span: Span, length: &str) -> Option<Self> {
        Self::one(end, format!("({},{},P{length})", iso(span.0), iso(span.1)), span)
    }
}

/// The year at `at`, with its word. Two digits are a year only with a zero before them, or if a month follows; so is
/// one that is said as a number, 两千零四年, since two thousand years may also be how long something took.
pub(super) fn year(text: &Plain, at: usize, with_month: bool) -> Option<(usize, i64)> {
    if let Some(found) = words::reign(text, at) {
        return Some(found);
    }
    if text.touching(at).is_ascii_digit() {
        return None;
    }
    let read = numeral::read(text, at, text.len())?;
    let end = text.word(text.skip(read.end), "年")?;
    let value = i64::try_from(read.value.to_whole()?).ok()?;
    let follows = with_month && date::month(text, text.skip(end)).is_some();
    if !date::is_row(read.form) {
        return Some((end, value)).filter(|_| follows && (1_000..3_000).contains(&value));
    }
    let zero = matches!(text.at(at), '0' | '零' | '〇');
    match read.end - at {
        3 | 4 => Some((end, value)),
        2 if zero || follows => Some((end, if value < 50 { 2000 + value } else { 1900 + value })),
        _ => None,
    }
}

/// A year by its number or in relation to this one, and whether it is this one.
pub(super) fn any_year(text: &Plain, at: usize, now: Reference) -> Option<(usize, i64, bool)> {
    if let Some((end, ahead)) = text.entry(at, YEARS) {
        return Some((end, Civil::of(now.day).year + ahead, *ahead == 0));
    }
    year(text, at, true).map(|(end, year)| (end, year, false))
}

/// The period at `at`.
pub(super) fn at(text: &Plain, at: usize, now: Reference) -> Option<Period> {
    let in_year = any_year(text, at, now).and_then(|(end, year, this)| {
        in_year(text, end, year).or_else(|| whole_year(end, year, this.then_some(now.day)))
    });
    let found = in_year.or_else(|| months(text, at, now)).or_else(|| relative(text, at, now));
    found.or_else(|| decade(text, at, now)).or_else(|| equals(text, at))
}

/// A year; the one that runs only until today.
fn whole_year(end: usize, year: i64, today: Option<i64>) -> Option<Period> {
    let start = Civil::first(year, 1);
    let to = today.filter(|today| *today > start).unwrap_or(Civil::first(year + 1, 1));
    Period::one(end, format!("{year:04}"), (start, to))
}

/// A part of a year, after it.
fn in_year(text: &Plain, at: usize, year: i64) -> Option<Period> {
    let place = text.skip(at);
    let place = text.skip(text.word(place, "的").unwrap_or(place));
    if let Some(found) = half_year(text, place, year) {
        return Some(found);
    }
    if let Some((end, quarter)) = quarter(text, place) {
        let month = 3 * quarter - 2;
        return Period::bounded(end, (Civil::first(year, month), Civil::first(year, month + 3)), "3M");
    }
    if let Some((end, which)) = text.any(place, &["春", "夏", "秋", "冬"]) {
        let end = text.any(end, &["天", "季"]).map_or(end, |(end, _)| end);
        let code = ["SP", "SU", "FA", "WI"][which];
        return Some(Period { end, timex: format!("{year:04}-{code}"), spans: Vec::new() });
    }
    if let Some((end, month, _)) = date::month(text, place) {
        return month_of(end, year, month);
    }
    nth(text, place, year).or_else(|| several(text, place, year))
}

/// 第一季度: which.
fn quarter(text: &Plain, at: usize) -> Option<(usize, i64)> {
    let (end, nth) = whole(text, text.word(at, "第").unwrap_or(at)).filter(|(_, nth)| (1..=4).contains(nth))?;
    let (end, _) = text.any(end, &["季度", "个季度"])?;
    Some((end, nth))
}

fn half_year(text: &Plain, at: usize, year: i64) -> Option<Period> {
    let (end, which) = text.any(at, &["上半年", "前半年", "上个半年", "下半年", "后半年", "下个半年"])?;
    let month = if which < 3 { 1 } else { 7 };
    Period::bounded(end, (Civil::first(year, month), Civil::first(year, month + 6)), "6M")
}

fn month_of(end: usize, year: i64, month: i64) -> Option<Period> {
    Period::one(end, format!("{year:04}-{month:02}"), (Civil::first(year, month), Civil::first(year, month + 1)))
}

/// 第一周, 第三个月.
fn nth(text: &Plain, at: usize, year: i64) -> Option<Period> {
    let (end, nth) = whole(text, text.skip(text.word(at, "第")?))?;
    let end = text.skip(end);
    if let Some(end) = text.word(end, "个月") {
        return month_of(end, year, nth);
    }
    let start = first_week(Civil::first(year, 1)) + 7 * (nth - 1);
    Period::one(words::week(text, end)?, format!("{year:04}-W{nth:02}"), (start, start + 7))
}

/// The first or last days, weeks or months of a year: 前10天, 最后3周.
fn several(text: &Plain, at: usize, year: i64) -> Option<Period> {
    let (end, which) = text.any(at, &["前", "头", "最后"])?;
    let (end, count) = whole(text, text.skip(end))?;
    let end = text.skip(end);
    let last = which == 2;
    let of = |first: i64, next: i64, days: i64| {
        if last { (next - count * days, next) } else { (first, first + count * days) }
    };
    if let Some(end) = text.word(end, "个月") {
        let months = if last { (13 - count, 13) } else { (1, 1 + count) };
        return Period::bounded(
            end,
            (Civil::first(year, months.0), Civil::first(year, months.1)),
            &format!("{count}M"),
        );
    }
    let years = (Civil::first(year, 1), Civil::first(year + 1, 1));
    if let Some(end) = text.word(end, "天") {
        return Period::bounded(end, of(years.0, years.1, 1), &format!("{count}D"));
    }
    let end = words::week(text, end)?;
    Period::bounded(end, of(first_week(years.0), first_week(years.1), 7), &format!("{count}W"))
}

/// A month of any year, and a week of it.
fn months(text: &Plain, at: usize, now: Reference) -> Option<Period> {
    if text.touching(at).is_ascii_digit() {
        return None;
    }
    let (end, month, _) = date::month(text, at).filter(|(end, ..)| text.at(*end - 1) != '年')?;
    let today = Civil::of(now.day);
    let years = if month <= today.month { [today.year, today.year + 1] } else { [today.year - 1, today.year] };
    let week_end = || {
        let place = text.word(end, "的").unwrap_or(end);
        let (end, nth) = whole(text, text.word(place, "第")?)?;
        Some((words::week(text, end)?, nth))
    };
    if let Some((end, nth)) = week_end() {
        let start = |year: i64| first_week(Civil::first(year, month)) + 7 * (nth - 1);
        let spans = years.iter().map(|year| (start(*year), start(*year) + 7)).collect();
        return Some(Period { end, timex: format!("XXXX-{month:02}-W{nth:02}"), spans });
    }
    let spans = years.iter().map(|year| (Civil::first(*year, month), Civil::first(*year, month + 1))).collect();
    Some(Period { end, timex: format!("XXXX-{month:02}"), spans })
}

/// In relation to now: 下下周末, 本月, 上半月, 下半周, 上半年.
fn relative(text: &Plain, at: usize, now: Reference) -> Option<Period> {
    let today = Civil::of(now.day);
    if let Some(found) = half_year(text, at, today.year) {
        return Some(found);
    }
    if text.at(at) == '第' && quarter(text, at).is_some() {
        return in_year(text, at, today.year);
    }
    let first = Civil::first(today.year, today.month);
    let monday_now = monday(now.day);
    match text.any(at, &["上半月", "下半月", "上半周", "下半周"]) {
        Some((end, 0)) => return Period::bounded(end, (first, first + 15), "15D"),
        Some((end, 1)) => {
            let next = Civil::first(today.year, today.month + 1);
            return Period::bounded(end, (first + 15, next), &format!("{}D", next - first - 15));
        }
        Some((end, 2)) => return Period::bounded(end, (monday_now, monday_now + 3), "3D"),
        Some((end, _)) => return Period::bounded(end, (monday_now + 3, monday_now + 7), "4D"),
        None => {}
    }
    let (end, ahead) = words::ahead(text, at)?;
    if let Some(end) = text.word(end, "月").or_else(|| text.word(end, "个月")) {
        let month = Civil::of(Civil::first(today.year, today.month + ahead));
        return month_of(end, month.year, month.month);
    }
    let end = words::week(text, end)?;
    let start = monday_now + 7 * ahead;
    let (year, number) = week(start);
    match text.word(end, "末") {
        Some(end) => Period::one(end, format!("{year:04}-W{number:02}-WE"), (start + 5, start + 7)),
        None => Period::one(end, format!("{year:04}-W{number:02}"), (start, start + 7)),
    }
}

/// 九十年代, 十九世纪七十年代.
fn decade(text: &Plain, at: usize, now: Reference) -> Option<Period> {
    let century = century(text, at, now);
    let (end, tens) = whole(text, century.map_or(at, |(end, _)| end))?;
    let end = text.word(end, "年代").filter(|_| tens % 10 == 0 && (10..100).contains(&tens))?;
    let of = |century: i64| (Civil::first(century + tens, 1), Civil::first(century + tens + 10, 1));
    match century {
        Some((_, century)) => Period::bounded(end, of(century), "10Y"),
        None => {
            let timex = format!("(XX{tens}-01-01,XX{:02}-01-01,P10Y)", (tens + 10) % 100);
            Some(Period { end, timex, spans: vec![of(1900), of(2000)] })
        }
    }
}

/// 十九世纪, 上世纪: the year that it begins with.
fn century(text: &Plain, at: usize, now: Reference) -> Option<(usize, i64)> {
    let this = Civil::of(now.day).year / 100;
    let number = match text.any(at, &["上个", "上", "本", "这个"]) {
        Some((end, which)) => (end, if which < 2 { this - 1 } else { this }),
        None => whole(text, at).map(|(end, nth)| (end, nth - 1))?,
    };
    Some((text.word(number.0, "世纪")?, number.1 * 100))
}

/// `= 2019`.
fn equals(text: &Plain, at: usize) -> Option<Period> {
    let start = text.skip(text.word(at, "=")?);
    let read =
        numeral::read(text, start, text.len()).filter(|read| read.form == Form::Digits && read.end == start + 4)?;
    let year = i64::try_from(read.value.to_whole()?).ok().filter(|_| !text.at(read.end).is_alphanumeric())?;
    whole_year(read.end, year, None)
}

/// A period.
pub(super) fn period(text: &Plain, at: usize, now: Reference) -> Option<(usize, When)> {
    let period = self::at(text, at, now)?;
    let span = |span: &Span| Reading::span(period.timex.clone(), Stamp::Day(span.0), Stamp::Day(span.1));
    let mut readings: Vec<Reading> = period.spans.iter().map(span).collect();
    if readings.is_empty() {
        readings.push(Reading::unresolved(period.timex));
    }
    Some((period.end, When::new(Kind::DateRange, readings)))
}
