//! Times in Chinese text: 明天下午五点, 下下周日, 10月1日到3日, 半小时后, 2018年以前, 三年半.
//!
//! What is said without a year, or without saying which half of the day, has several readings: the last one that has
//! been and the next to come, the one before noon and the one after. Each has its timex, the notation of ISO 8601 with
//! `X` for what is not said.

mod clock;
mod date;
mod period;
mod range;
mod span;
pub(crate) mod words;

use std::fmt;

use super::calendar::Civil;
use super::text::Plain;
use super::{Found, number};

/// The moment a text is read at, on the clock of whoever wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// Days since 1970-01-01.
    pub day: i64,
    /// Seconds since midnight.
    pub second: i64,
}

impl Reference {
    /// So many seconds after midnight of a date of the Gregorian calendar.
    pub fn of(year: i64, month: i64, day: i64, second: i64) -> Self {
        Self { day: Civil { year, month, day }.to_day(), second }
    }
}

/// What kind of time it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A day.
    Date,
    /// A time of any day.
    Time,
    /// A time of a day.
    DateTime,
    /// From a day to another.
    DateRange,
    /// From a time of any day to another.
    TimeRange,
    /// From a time of a day to another.
    DateTimeRange,
    /// How long.
    Duration,
    /// Again and again.
    Set,
}

/// On which side of the time said, and whether that belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Before it.
    Before,
    /// Before or at it.
    Until,
    /// After it.
    After,
    /// At or after it.
    Since,
}

/// A day, a time of any day, or a time of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamp {
    /// Days since 1970-01-01.
    Day(i64),
    /// Seconds since midnight.
    Second(i64),
    /// Both.
    Both(i64, i64),
}

/// What it may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// In the notation of ISO 8601, with `X` for what is not said.
    pub timex: String,
    /// When it is or begins; `None` if it has no beginning, or there is no such day.
    pub start: Option<Stamp>,
    /// When it ends, if it is a span.
    pub end: Option<Stamp>,
}

/// A time found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// What kind of time.
    pub kind: Kind,
    /// What it may mean, the earlier first.
    pub readings: Vec<Reading>,
    /// If it lies on one side of what is said.
    pub side: Option<Side>,
    /// Whether what is said, before or after which it lies, is itself a span.
    pub of_span: bool,
    /// Whether it is of the lunar calendar.
    pub lunar: bool,
    /// How long, in seconds, if it is a duration.
    pub seconds: Option<i64>,
}

impl When {
    fn new(kind: Kind, readings: Vec<Reading>) -> Self {
        Self { kind, readings, side: None, of_span: false, lunar: false, seconds: None }
    }
}

impl Reading {
    fn point(timex: String, at: Stamp) -> Self {
        Self { timex, start: Some(at), end: None }
    }

    fn span(timex: String, start: Stamp, end: Stamp) -> Self {
        Self { timex, start: Some(start), end: Some(end) }
    }

    fn unresolved(timex: String) -> Self {
        Self { timex, start: None, end: None }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clock = |second: i64| format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
        match *self {
            Self::Day(day) => f.write_str(&iso(day)),
            Self::Second(second) => f.write_str(&clock(second)),
            Self::Both(day, second) => {
                write!(f, "{} {}", iso(day + second.div_euclid(86_400)), clock(second.rem_euclid(86_400)))
            }
        }
    }
}

/// A day as ISO 8601 writes it.
fn iso(day: i64) -> String {
    let Civil { year, month, day } = Civil::of(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// All times of a text.
pub fn times(text: &str, now: Reference) -> Vec<Found<When>> {
    let text = Plain::new(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if let Some(end) = words::name(&text, at) {
            at = end;
            continue;
        }
        match Some(at).filter(|at| !text.at(*at).is_whitespace()).and_then(|at| longest(&text, at, now)) {
            Some((end, when)) => {
                found.push(text.found(at..end, when));
                at = end;
            }
            None => at = past(&text, at),
        }
    }
    found
}

/// The place after what is no time: a number as a whole, so that none is found inside it.
fn past(text: &Plain, at: usize) -> usize {
    let mut end = at + 1;
    if text.at(at).is_ascii_digit() {
        while text.at(end).is_ascii_digit()
            || matches!(text.at(end), '.' | '-' | '/') && text.at(end + 1).is_ascii_digit()
        {
            end += 1;
        }
    } else if let Some(read) = number::signed(text, at, text.len()) {
        end = read.end.max(end);
    }
    end
}

type Rule = fn(&Plain, usize, Reference) -> Option<(usize, When)>;

const RULES: &[Rule] = &[
    range::range,
    range::sided,
    span::directed,
    date::moment,
    date::date_time,
    date::date,
    clock::time,
    clock::part_of_day,
    period::period,
    span::set,
    span::duration,
];

fn longest(text: &Plain, at: usize, now: Reference) -> Option<(usize, When)> {
    let mut best: Option<(usize, When)> = None;
    for (end, when) in RULES.iter().filter_map(|rule| rule(text, at, now)) {
        if best.as_ref().is_none_or(|(longest, _)| end > *longest) {
            best = Some((end, when));
        }
    }
    best
}
