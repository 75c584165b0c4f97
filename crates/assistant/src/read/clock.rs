//! Times: 中午十二点半, 下午三点, 半小时后, "before six", "in half an hour", "at 12:30".

use domain::time::{Span, Time};

use super::numeral;
use super::reading::When;
use super::sentence::Sentence;

const DAYS: &[(&str, i64)] =
    &[("今天", 0), ("今日", 0), ("明天", 1), ("明日", 1), ("后天", 2), ("today", 0), ("tomorrow", 1)];

/// Parts of a day: word, days ahead if it says, whether hours up to twelve are after noon, the hour meant if no other
/// is said.
const PARTS: &[(&str, Option<i64>, bool, Option<u32>)] = &[
    ("早上", None, false, None),
    ("早晨", None, false, None),
    ("清晨", None, false, None),
    ("上午", None, false, None),
    ("凌晨", None, false, None),
    ("中午", None, true, Some(12)),
    ("正午", None, true, Some(12)),
    ("下午", None, true, None),
    ("傍晚", None, true, None),
    ("晚上", None, true, None),
    ("夜里", None, true, None),
    ("今晚", Some(0), true, None),
    ("今早", Some(0), false, None),
    ("明晚", Some(1), true, None),
    ("明早", Some(1), false, None),
    ("tonight", Some(0), true, None),
    ("tomorrow morning", Some(1), false, None),
    ("tomorrow afternoon", Some(1), true, None),
    ("tomorrow evening", Some(1), true, None),
    ("this afternoon", Some(0), true, None),
    ("this evening", Some(0), true, None),
    ("in the morning", None, false, None),
    ("in the afternoon", None, true, None),
    ("in the evening", None, true, None),
    ("am", None, false, None),
    ("a m", None, false, None),
    ("pm", None, true, None),
    ("p m", None, true, None),
];

#[derive(Default, Clone, Copy)]
struct Said {
    day: Option<i64>,
    afternoon: Option<bool>,
    hour: Option<u32>,
    minute: Option<u32>,
    by: bool,
}

/// The time at `at`: where it ends, and when that is.
pub(crate) fn when(sentence: &Sentence<'_>, at: usize, now: Time) -> Option<(usize, When)> {
    let found = span(sentence, at, now).or_else(|| clock(sentence, at, now))?;
    match (sentence.any(found.0, &["之前", "以前", "前"]), found.1) {
        (Some((end, _)), When::At(time)) => Some((end, When::By(time))),
        _ => Some(found),
    }
}

/// 半小时后, 40分钟内, "in half an hour", "within 30 minutes".
fn span(sentence: &Sentence<'_>, at: usize, now: Time) -> Option<(usize, When)> {
    let english = sentence.any(at, &["in", "in about", "within", "after"]);
    let start = english.map_or(at, |(end, _)| end);
    let start = sentence.any(start, &["过", "再过", "大概", "about"]).map_or(start, |(end, _)| end);
    let (end, milli) = numeral::number(sentence, start)?;
    let end = sentence.phrase(end, "个").unwrap_or(end);
    let units = [
        ("小时", 60),
        ("钟头", 60),
        ("分钟", 1),
        ("hour", 60),
        ("hours", 60),
        ("minutes", 1),
        ("minute", 1),
        ("mins", 1),
        ("min", 1),
    ];
    let (end, minutes) = units.iter().find_map(|(word, minutes)| Some((sentence.phrase(end, word)?, *minutes)))?;
    let (end, milli) = match sentence.phrase(end, "半") {
        Some(half) if minutes == 60 => (half, milli + 500),
        _ => (end, milli),
    };
    let minutes = u32::try_from(milli * minutes / 1000).ok()?;
    let time = now.after(Span::minutes(minutes));
    let within = english.is_some_and(|(_, which)| which == 2);
    match sentence.any(end, &["之后", "以后", "后", "之内", "以内", "内", "later", "from now"]) {
        Some((end, which)) => Some((end, if (3..=5).contains(&which) { When::By(time) } else { When::At(time) })),
        None if english.is_some() => Some((end, if within { When::By(time) } else { When::At(time) })),
        None => None,
    }
}

fn clock(sentence: &Sentence<'_>, at: usize, now: Time) -> Option<(usize, When)> {
    let mut said = Said::default();
    let preposition = sentence.any(at, &["at", "by", "before", "around", "at about", "for", "at around"]);
    said.by = preposition.is_some_and(|(_, which)| which == 1 || which == 2);
    let mut end = preposition.map_or(at, |(end, _)| end);
    let begin = end;
    for _ in 0..2 {
        end = part(sentence, end, &mut said).unwrap_or(end);
    }
    let bare = end == begin;
    match hour(sentence, end, &mut said, preposition.is_some_and(|(_, which)| which != 5) && bare) {
        Some(to) => end = to,
        None if said.hour.is_none() || !delivered(sentence, end) => return None,
        None => {}
    }
    for _ in 0..2 {
        end = part(sentence, end, &mut said).unwrap_or(end);
    }
    let time = resolve(said, now)?;
    Some((end, if said.by { When::By(time) } else { When::At(time) }))
}

/// A part of the day is a time only where delivery is spoken of: 中午送到, not 中午吃什么.
fn delivered(sentence: &Sentence<'_>, end: usize) -> bool {
    sentence.any(end, &["送", "前", "之前", "到", "deliver", "delivery"]).is_some()
}

fn part(sentence: &Sentence<'_>, at: usize, said: &mut Said) -> Option<usize> {
    if let Some((end, day)) = DAYS.iter().find_map(|(word, day)| Some((sentence.phrase(at, word)?, *day)))
        && PARTS.iter().all(|(word, ..)| sentence.phrase(at, word).is_none())
    {
        said.day = Some(day);
        return Some(end);
    }
    let found = PARTS.iter().filter_map(|part| Some((sentence.phrase(at, part.0)?, part)));
    let (end, (_, day, afternoon, hour)) = found.max_by_key(|(end, _)| *end)?;
    said.day = said.day.or(*day);
    said.afternoon = Some(*afternoon);
    said.hour = said.hour.or(*hour);
    Some(end)
}

/// The hour with its minutes. A bare number is an hour only after a preposition: "before six".
fn hour(sentence: &Sentence<'_>, at: usize, said: &mut Said, bare: bool) -> Option<usize> {
    if let Some((end, which)) = sentence.any(at, &["noon", "midday", "midnight"]) {
        said.hour = Some(if which == 2 { 24 } else { 12 });
        said.afternoon = Some(true);
        return Some(end);
    }
    if let Some((to, which)) = sentence.any(at, &["half past", "quarter past", "a quarter past"]) {
        let (end, hour) = numeral::whole(sentence, to)?;
        (said.hour, said.minute) = (Some(hour), Some(if which == 0 { 30 } else { 15 }));
        return Some(end);
    }
    let (end, hour) = numeral::whole(sentence, at).filter(|(_, hour)| *hour <= 24)?;
    let colon = sentence.units.get(end).is_some_and(|unit| unit.key == u32::from(':'));
    if colon {
        let (end, minute) = numeral::whole(sentence, end + 1).filter(|(_, minute)| *minute < 60)?;
        (said.hour, said.minute) = (Some(hour), Some(minute));
        return Some(end);
    }
    if let Some((end, which)) = sentence.any(end, &["点钟", "点整", "点", "时", "oclock", "o clock"]) {
        let (to, minute) = minutes(sentence, end);
        let a_bit = hour == 1 && which == 2 && minute.is_none() && said.afternoon.is_none();
        if a_bit && !delivered(sentence, end) {
            return None;
        }
        let end = to;
        (said.hour, said.minute) = (Some(hour), minute);
        return Some(end);
    }
    let meridian =
        sentence.any(end, &["am", "pm", "a m", "p m", "in the morning", "in the evening", "in the afternoon"]);
    let stands = meridian.is_some() || bare && !counts(sentence, end);
    said.hour = Some(hour).filter(|_| stands);
    stands.then_some(end)
}

/// Whether something that can be counted follows, so that "for six colas" is no time.
fn counts(sentence: &Sentence<'_>, end: usize) -> bool {
    sentence.any(end, &["yuan", "kuai", "rmb", "minutes", "hours", "percent"]).is_some()
}

fn minutes(sentence: &Sentence<'_>, at: usize) -> (usize, Option<u32>) {
    if let Some((end, which)) = sentence.any(at, &["半", "一刻", "三刻"]) {
        return (end, [Some(30), Some(15), Some(45)][which]);
    }
    match numeral::whole(sentence, at).filter(|(_, minute)| *minute < 60) {
        Some((end, minute)) if sentence.phrase(end, "分").is_some() => (end + 1, Some(minute)),
        Some((end, minute @ 10..)) if sentence.han(end).is_none_or(|c| "送到前之以的左".contains(c)) => {
            (end, Some(minute))
        }
        _ => (at, None),
    }
}

/// The next time that fits what was said.
fn resolve(said: Said, now: Time) -> Option<Time> {
    let hour = said.hour?;
    let minute = said.minute.unwrap_or(0);
    let day = now.china_day();
    let at = |days: i64, hour: u32| Time::at_china(day.saturating_add(days), hour * 60 + minute);
    let small = hour < 12 && hour > 0;
    let hours: &[u32] = match said.afternoon {
        Some(true) if small => &[hour + 12],
        Some(_) => &[hour],
        None if (1..=12).contains(&hour) => &[hour, if hour == 12 { 24 } else { hour + 12 }],
        None => &[hour],
    };
    let days: &[i64] = match said.day {
        Some(days) => &[days],
        None => &[0, 1],
    };
    let all = days.iter().flat_map(|days| hours.iter().map(move |hour| at(*days, *hour)));
    let waking = |time: &Time| said.afternoon.is_some() || said.day != Some(1) || time.minute_of_day() >= 7 * 60;
    all.filter(|time| *time > now && waking(time)).min()
}
