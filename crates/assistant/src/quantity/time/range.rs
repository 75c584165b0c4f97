//! From one time to another, 一月十日到十二日 and 下午5:00到6:00, and on one side of a time, 2018年以前.

use super::super::calendar::{Civil, month_length};
use super::super::text::Plain;
use super::clock::{self, Clock};
use super::date::{self, Date, Day};
use super::period;
use super::words::whole;
use super::{Kind, Reading, Reference, Side, Stamp, When, iso};

/// One end of a range.
#[derive(Debug, Clone)]
enum Edge {
    Year(usize, i64),
    Month(usize, Option<i64>, i64),
    Date(Date),
    Clock(Option<Date>, Clock),
    Now(usize),
}

impl Edge {
    fn end(&self) -> usize {
        match self {
            Self::Year(end, _) | Self::Month(end, ..) | Self::Now(end) => *end,
            Self::Date(date) => date.end,
            Self::Clock(_, clock) => clock.end,
        }
    }
}

/// Times between two others. With 和, only 之间 tells that it is one.
pub(super) fn range(text: &Plain, at: usize, now: Reference) -> Option<(usize, When)> {
    let start = text.any(at, &["从", "自", "由"]).map_or(at, |(end, _)| text.skip(end));
    let edges = [edge(text, start, now), bare_edge(text, start)];
    let announced = start > at;
    let found = edges.into_iter().flatten().filter_map(|first| {
        let place = text.skip(first.end());
        let (end, which) = text.any(place, &["到", "至", "直到", "-", "–", "—", "~", "和", "与"])?;
        let years = announced && matches!(first, Edge::Year(..));
        let second = edge(text, text.skip(end), now).or_else(|| bare_edge(text, text.skip(end)).filter(|_| years))?;
        let close = text.any(second.end(), &["之间", "间"]);
        if which >= 7 && close.is_none() {
            return None;
        }
        let end = close.map_or(second.end(), |(end, _)| end);
        Some((end, between(&first, &second, now)?))
    });
    found.max_by_key(|(end, _)| *end)
}

fn edge(text: &Plain, at: usize, now: Reference) -> Option<Edge> {
    if let Some((end, _)) = text.any(at, &["现在", "此刻"]) {
        return Some(Edge::Now(end));
    }
    let dated = date::day_before(text, at, now);
    if let Some(clock) = dated.as_ref().and_then(|date| clock::clock(text, date.end, true)) {
        return Some(Edge::Clock(dated, clock));
    }
    if let Some(clock) = clock::clock(text, at, false) {
        return Some(Edge::Clock(None, clock));
    }
    if let Some(date) = date::day(text, at, now) {
        return Some(Edge::Date(date));
    }
    let year = period::year(text, at, true);
    let (start, number) = year.map_or((at, None), |(end, year)| (text.skip(end), Some(year)));
    match date::month(text, start) {
        Some((end, month, _)) => Some(Edge::Month(end, number, month)),
        None => year.map(|(end, year)| Edge::Year(end, year)),
    }
}

/// An end that is clear only by the other one: 1995-1997年, 早上五到六点.
fn bare_edge(text: &Plain, at: usize) -> Option<Edge> {
    if let Some(clock) = clock::bare(text, at) {
        return Some(Edge::Clock(None, clock));
    }
    let digits = (at..at + 4).all(|at| text.at(at).is_ascii_digit()) && !text.touching(at).is_ascii_digit();
    let (end, year) = whole(text, at).filter(|(end, _)| digits && *end == at + 4)?;
    Some(Edge::Year(end, year))
}

fn between(first: &Edge, second: &Edge, now: Reference) -> Option<When> {
    match (first, second) {
        (Edge::Year(_, from), Edge::Year(_, to)) if from < to => {
            let span = (Civil::first(*from, 1), Civil::first(*to, 1));
            Some(When::new(Kind::DateRange, vec![days(span, &format!("P{}Y", to - from))]))
        }
        (Edge::Month(_, year, from), Edge::Month(_, until, to)) => Some(months((*year, *from), (*until, *to), now)),
        (Edge::Date(from), Edge::Date(to)) => dates(from, to, now),
        (Edge::Now(_), Edge::Clock(None, to)) => until(to, now),
        (Edge::Clock(from_day, from), Edge::Clock(to_day, to)) => match (from_day, to_day) {
            (None, None) => Some(clocks(from, &to.within(from.part))),
            (Some(day), None) => Some(clocks_of_day(day, from, &to.within(from.part), now)),
            (day, Some(to_day)) => clocks_of_days(day.as_ref(), from, to_day, to, now),
        },
        _ => None,
    }
}

fn days(span: period::Span, length: &str) -> Reading {
    let timex = format!("({},{},{length})", iso(span.0), iso(span.1));
    Reading::span(timex, Stamp::Day(span.0), Stamp::Day(span.1))
}

/// From month to month. Without a year it is the one that runs, or the last one and the next one.
fn months(from: (Option<i64>, i64), to: (Option<i64>, i64), now: Reference) -> When {
    let length = (to.1 - from.1).rem_euclid(12);
    let span = |year: i64| (Civil::first(year, from.1), Civil::first(year, from.1 + length));
    if let Some(year) = from.0 {
        let months = to.0.map_or(length, |until| (until - year) * 12 + to.1 - from.1);
        let span = (Civil::first(year, from.1), Civil::first(year, from.1 + months));
        return When::new(Kind::DateRange, vec![days(span, &format!("P{months}M"))]);
    }
    let today = Civil::of(now.day);
    let since = (today.month - from.1).rem_euclid(12);
    let last = if today.month >= from.1 { today.year } else { today.year - 1 };
    let years = if since <= length { vec![last] } else { vec![last, last + 1] };
    let timex = format!("(XXXX-{:02}-01,XXXX-{:02}-01,P{length}M)", from.1, to.1);
    let reading = |year: &i64| Reading::span(timex.clone(), Stamp::Day(span(*year).0), Stamp::Day(span(*year).1));
    When::new(Kind::DateRange, years.iter().map(reading).collect())
}

/// From day to day; what the second does not say, it takes from the first. Without a year, it is that which runs now,
/// or the last one and the next one.
fn dates(from: &Date, to: &Date, now: Reference) -> Option<When> {
    let until = match (&from.day, &to.day) {
        (Day::Fixed(from), Day::Yearly(month, day)) => Day::of(Some(Civil::of(*from).year), *month, *day)?,
        (Day::Never(year, ..), Day::Yearly(month, day)) => Day::of(Some(*year), *month, *day)?,
        (Day::Fixed(from), Day::Monthly(day)) => Day::of(Some(Civil::of(*from).year), Civil::of(*from).month, *day)?,
        (Day::Yearly(month, _), Day::Monthly(day)) => Day::Yearly(*month, *day),
        (_, day) => day.clone(),
    };
    let starts = from.day.days(now.day);
    let ends = |start: i64| match until {
        Day::Fixed(day) => Some(day),
        Day::Yearly(month, day) => {
            let year = Civil::of(start).year;
            let of = |year: i64| Civil::new(year, month, day.min(month_length(year, month))).map(Civil::to_day);
            of(year).filter(|end| *end > start).or_else(|| of(year + 1))
        }
        _ => until.days(start).into_iter().find(|end| *end > start),
    };
    let timex = |length: &str| format!("({},{},P{length}D)", from.day.timex(), until.timex());
    let mut spans: Vec<period::Span> =
        starts.iter().filter_map(|start| Some((*start, ends(*start).filter(|end| end > start)?))).collect();
    if let Some(running) = spans.iter().copied().find(|span| (span.0..=span.1).contains(&now.day)) {
        spans = vec![running];
    }
    let reading = |(start, end): &period::Span| {
        Reading::span(timex(&(end - start).to_string()), Stamp::Day(*start), Stamp::Day(*end))
    };
    let mut readings: Vec<Reading> = spans.iter().map(reading).collect();
    if starts.is_empty() {
        readings.push(Reading::unresolved(timex("X")));
    }
    (!readings.is_empty()).then(|| When::new(Kind::DateRange, readings))
}

/// A length in hours, minutes and seconds.
fn length(seconds: i64) -> String {
    let parts = [(seconds / 3600, 'H'), (seconds / 60 % 60, 'M'), (seconds % 60, 'S')];
    parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .fold("PT".to_owned(), |timex, (count, code)| format!("{timex}{count}{code}"))
}

/// Both in the same half of the day; the second may be after midnight.
fn pairs(from: &Clock, to: &Clock) -> Vec<(i64, i64)> {
    let ends = to.seconds();
    let end_of = |(nth, start): (usize, i64)| {
        let later = ends.iter().copied().find(|end| *end > start);
        (start, if ends.len() == 1 { ends[0] } else { later.or(ends.get(nth).copied()).unwrap_or(start) })
    };
    from.seconds().into_iter().enumerate().map(end_of).collect()
}

fn clocks(from: &Clock, to: &Clock) -> When {
    let reading = |(start, end): (i64, i64)| {
        let length = length((end - start).rem_euclid(86_400));
        let timex = format!("({},{},{length})", from.timex(start), to.timex(end));
        Reading::span(timex, Stamp::Second(start), Stamp::Second(end))
    };
    When::new(Kind::TimeRange, pairs(from, to).into_iter().map(reading).collect())
}

fn clocks_of_day(date: &Date, from: &Clock, to: &Clock, now: Reference) -> When {
    let said = date.day.timex();
    let mut readings = Vec::new();
    for day in date.day.days(now.day) {
        for (start, end) in pairs(from, to) {
            let over = i64::from(end <= start);
            let length = length(end - start + over * 86_400);
            let timex = format!("({said}{},{said}{},{length})", from.timex(start), to.timex(end));
            readings.push(Reading::span(timex, Stamp::Both(day, start), Stamp::Both(day + over, end)));
        }
    }
    When::new(Kind::DateTimeRange, readings)
}

/// From a time of one day to a time of another: the next that there is.
fn clocks_of_days(from_day: Option<&Date>, from: &Clock, to_day: &Date, to: &Clock, now: Reference) -> Option<When> {
    let start_day = match from_day {
        Some(date) => *date.day.days(now.day).last()?,
        None => now.day,
    };
    let end_day = to_day.day.days(now.day).into_iter().find(|day| *day >= start_day)?;
    let (start, end) = (*from.seconds().first()?, *to.seconds().first()?);
    let length = length((end_day - start_day) * 86_400 + end - start);
    let first = from_day.map_or_else(|| iso(now.day), |date| date.day.timex());
    let timex = format!("({first}{},{}{},{length})", from.timex(start), to_day.day.timex(), to.timex(end));
    Some(When::new(
        Kind::DateTimeRange,
        vec![Reading::span(timex, Stamp::Both(start_day, start), Stamp::Both(end_day, end))],
    ))
}

/// From now to the next time of the clock: 现在到八点.
fn until(to: &Clock, now: Reference) -> Option<When> {
    let next = |second: i64| if second > now.second { second } else { second + 86_400 };
    let end = to.seconds().into_iter().map(next).min()?;
    let (day, second) = (now.day + end / 86_400, end % 86_400);
    let timex = format!("(PRESENT_REF,{}{},{})", iso(day), to.timex(second), length(end - now.second));
    let reading = Reading::span(timex, Stamp::Both(now.day, now.second), Stamp::Both(day, second));
    Some(When::new(Kind::DateTimeRange, vec![reading]))
}

const SUFFIXES: &[(&str, Side)] = &[
    ("前", Side::Before),
    ("之前", Side::Before),
    ("以前", Side::Before),
    ("或之前", Side::Until),
    ("及之前", Side::Until),
    ("或以前", Side::Until),
    ("及以前", Side::Until),
    ("为止", Side::Until),
    ("后", Side::After),
    ("之后", Side::After),
    ("以后", Side::After),
    ("或之后", Side::Since),
    ("及之后", Side::Since),
    ("或以后", Side::Since),
    ("及以后", Side::Since),
    ("开始", Side::Since),
    ("起", Side::Since),
    ("以来", Side::Since),
];

const PREFIXES: &[(&str, Side)] =
    &[("截止到", Side::Before), ("截至", Side::Before), ("自从", Side::Since), ("自", Side::Since)];

/// On one side of a time.
pub(super) fn sided(text: &Plain, at: usize, now: Reference) -> Option<(usize, When)> {
    let prefix = text.entry(at, PREFIXES);
    let from = text.word(at, "从");
    let start = text.skip(prefix.map(|(end, _)| end).or(from).unwrap_or(at));
    let (end, inner, of_span) = [date::date_time, date::date, clock::time, period::period]
        .into_iter()
        .filter_map(|rule| rule(text, start, now))
        .map(|(end, when)| (end, when.kind == Kind::DateRange, when))
        .max_by_key(|(end, ..)| *end)
        .map(|(end, of_span, when)| (end, when, of_span))?;
    let suffix = text.entry(text.skip(end), SUFFIXES);
    let (end, side) = suffix.or_else(|| prefix.map(|(_, side)| (end, side)))?;
    if from.is_some() && (*side != Side::Since || of_span) {
        return None;
    }
    let readings = inner.readings.into_iter().filter_map(|reading| on_side(reading, *side)).collect::<Vec<_>>();
    let kind = match inner.kind {
        Kind::Date | Kind::DateRange => Kind::DateRange,
        Kind::Time | Kind::TimeRange => Kind::TimeRange,
        _ => Kind::DateTimeRange,
    };
    (!readings.is_empty()).then(|| (end, When { side: Some(*side), of_span, ..When::new(kind, readings) }))
}

/// The side of a reading: before a span is before its beginning, after it is after its end.
fn on_side(reading: Reading, side: Side) -> Option<Reading> {
    let Reading { timex, start, end } = reading;
    let (first, last) = (start?, end.or(start)?);
    Some(match side {
        Side::Before => Reading { timex, start: None, end: Some(first) },
        Side::Until => Reading { timex, start: None, end: Some(last) },
        Side::After => Reading { timex, start: Some(last), end: None },
        Side::Since => Reading { timex, start: Some(first), end: None },
    })
}
