//! Times of any day: 下午5:00, 凌晨2点半, 八点一刻, 差五分八点, 11:30:10 p.m.

use super::super::text::Plain;
use super::words::{self, PARTS, Part, whole};
use super::{Kind, Reading, Reference, Stamp, When};

/// A time of day as it was said.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    pub(super) end: usize,
    hour: i64,
    minute: Option<i64>,
    second: Option<i64>,
    pub(super) part: Option<Part>,
    /// Whether it says which half of the day.
    sure: bool,
}

impl Clock {
    /// Seconds since midnight of what it may be.
    pub(super) fn seconds(&self) -> Vec<i64> {
        let rest = self.minute.unwrap_or(0) * 60 + self.second.unwrap_or(0);
        let other = (self.hour + 12) % 24;
        let hours = if self.sure { vec![self.hour] } else { vec![self.hour, other] };
        hours.into_iter().map(|hour| hour * 3600 + rest).collect()
    }

    /// The timex of one of its seconds.
    pub(super) fn timex(&self, second: i64) -> String {
        let mut timex = format!("T{:02}", second / 3600);
        if self.minute.is_some() {
            timex += &format!(":{:02}", second / 60 % 60);
        }
        if self.second.is_some() {
            timex += &format!(":{:02}", second % 60);
        }
        timex
    }

    /// In the half of the day in which another was said: 下午五点到六点.
    pub(super) fn within(mut self, part: Option<Part>) -> Self {
        if let Some(part) = part.filter(|_| self.part.is_none() && !self.sure) {
            self.place(part);
        }
        self
    }

    fn place(&mut self, part: Part) {
        self.hour = part.hour(self.hour) % 24;
        self.part = Some(part);
        self.sure = true;
    }
}

/// A part of the day, perhaps a short one after a day.
pub(super) fn part(text: &Plain, at: usize, short: bool) -> Option<(usize, Part)> {
    let found = text.entry(at, PARTS);
    let found = found.or_else(|| if short { text.entry(at, words::SHORT_PARTS) } else { None });
    found.map(|(end, part)| (end, *part))
}

/// The time of day at `at`. After a day, or with another time after it, less is needed.
pub(super) fn clock(text: &Plain, at: usize, short: bool) -> Option<Clock> {
    let said = part(text, at, short);
    let start = text.skip(said.map_or(at, |(end, _)| end));
    let mut clock = before_hour(text, start).or_else(|| colon(text, start)).or_else(|| hours(text, start))?;
    if let Some((_, part)) = said {
        clock.place(part);
    }
    let (place, meridian) = meridian(text, clock.end);
    if let Some(afternoon) = meridian.filter(|_| !clock.sure) {
        clock.hour = clock.hour % 12 + if afternoon { 12 } else { 0 };
        clock.sure = true;
    }
    clock.end = place;
    Some(clock)
}

/// A bare hour, with another time after it to tell that it is one: 早上五到六点.
pub(super) fn bare(text: &Plain, at: usize) -> Option<Clock> {
    let (start, part) = part(text, at, false)?;
    let (end, hour) = whole(text, start).filter(|(_, hour)| (0..=24).contains(hour))?;
    let mut clock = at_hour(end, hour);
    clock.place(part);
    Some(clock)
}

fn at_hour(end: usize, hour: i64) -> Clock {
    Clock { end, hour: hour % 24, minute: None, second: None, part: None, sure: hour == 0 || hour > 12 }
}

/// 5:00, 17:55:23.
fn colon(text: &Plain, at: usize) -> Option<Clock> {
    let pair = |at: usize| {
        let digit = |at: usize| text.at(at).to_digit(10).map(i64::from);
        Some(digit(at)? * 10 + digit(at + 1)?).filter(|value| *value < 60 && digit(at + 2).is_none())
    };
    if text.touching(at).is_ascii_digit() || matches!(text.touching(at), ':' | '.') || !text.at(at).is_ascii_digit() {
        return None;
    }
    let (end, hour) = whole(text, at).filter(|(end, hour)| (0..=24).contains(hour) && *end <= at + 2)?;
    let minute = pair(end + 1).filter(|_| text.at(end) == ':')?;
    let second = pair(end + 4).filter(|_| text.at(end + 3) == ':');
    let end = end + 3 + if second.is_some() { 3 } else { 0 };
    Some(Clock { minute: Some(minute), second, ..at_hour(end, hour) })
}

/// 差五分八点.
fn before_hour(text: &Plain, at: usize) -> Option<Clock> {
    let (end, short_of) = match text.any(at, &["差一刻", "差两刻"]) {
        Some((end, which)) => (end, [15, 30][which]),
        None => {
            let (end, minutes) = whole(text, text.word(at, "差")?)?;
            (text.any(end, &["分", "分钟"])?.0, minutes)
        }
    };
    let clock = hours(text, end).filter(|clock| clock.minute.is_none() && (1..60).contains(&short_of))?;
    let hour = if clock.hour == 0 { 23 } else { clock.hour - 1 };
    Some(Clock { hour, minute: Some(60 - short_of), sure: clock.sure && hour != 12, ..clock })
}

/// 八点, 十七点五十五分二十三秒, 九点二十, 2点半.
fn hours(text: &Plain, at: usize) -> Option<Clock> {
    let (end, hour) = whole(text, at).filter(|(_, hour)| (0..=24).contains(hour))?;
    let (end, word) = text.any(text.skip(end), &["点钟", "点整", "点", "时"])?;
    let is_span = word == 3 && matches!(text.at(end), '间' | '候' | '代');
    let clock = at_hour(end, hour);
    if word < 2 || is_span {
        return Some(clock).filter(|_| !is_span);
    }
    match minutes(text, text.skip(end)) {
        Some((end, minute, second)) => Some(Clock { end, minute: Some(minute), second, ..clock }),
        None => Some(clock),
    }
}

/// What stands after the hour.
fn minutes(text: &Plain, at: usize) -> Option<(usize, i64, Option<i64>)> {
    if let Some((end, which)) = text.any(at, &["半", "一刻", "三刻", "过一刻"]) {
        return Some((end, [30, 15, 45, 15][which], None));
    }
    let start = text.word(at, "过").unwrap_or(at);
    let start = text.word(start, "零").unwrap_or(start);
    let (end, minute) = whole(text, start).filter(|(_, minute)| (0..60).contains(minute))?;
    let Some(after) = text.word(end, "分") else {
        let plain = minute >= 10 && text.word(end, "钟").is_none() || start > at;
        return plain.then_some((end, minute, None));
    };
    let second = whole(text, after).and_then(|(end, second)| Some((text.word(end, "秒")?, second)));
    match second.filter(|(_, second)| *second < 60) {
        Some((end, second)) => Some((end, minute, Some(second))),
        None => Some((after, minute, None)),
    }
}

/// am and p.m. after a time: where it ends, and whether it is after noon.
fn meridian(text: &Plain, at: usize) -> (usize, Option<bool>) {
    let found = text.any(text.skip(at), &["am", "a.m.", "a.m", "pm", "p.m.", "p.m"]);
    found
        .filter(|(end, _)| !text.at(*end).is_ascii_alphanumeric())
        .map_or((at, None), |(end, which)| (end, Some(which >= 3)))
}

/// A time of any day.
pub(super) fn time(text: &Plain, at: usize, _: Reference) -> Option<(usize, When)> {
    let start = text.any(at, &["大约", "大概", "差不多"]).map_or(at, |(end, _)| end);
    let clock = clock(text, start, true)?;
    let end = text.word(clock.end, "左右").unwrap_or(clock.end);
    let reading = |second: i64| Reading::point(clock.timex(second), Stamp::Second(second));
    Some((end, When::new(Kind::Time, clock.seconds().into_iter().map(reading).collect())))
}

/// A part of any day.
pub(super) fn part_of_day(text: &Plain, at: usize, _: Reference) -> Option<(usize, When)> {
    let (end, part) = part(text, at, false)?;
    let stamp = |hour: i64| Stamp::Second(hour * 3600);
    let reading = Reading::span(part.code.to_owned(), stamp(part.hours.0), stamp(part.hours.1));
    Some((end, When::new(Kind::TimeRange, vec![reading])))
}
