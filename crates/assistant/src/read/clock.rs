//! Times: 中午十二点半, 下周三下午三点半, 差五分八点, 再过四十分钟, "before six", "in half an hour", "tomorrow at noon".

use domain::time::{Span, Time};

use super::numeral;
use super::reading::When;
use super::sentence::Sentence;
use crate::lexicon::is_person;
use crate::lexicon::text::Kind;
use crate::quantity::calendar::{self, Civil};
use crate::quantity::numeral::digit;
use crate::quantity::time::words::{AFTERNOON, DAYS, EVENING, MORNING, NOON, PARTS, Part, SHORT_DAYS, SHORT_PARTS};

const ENGLISH_DAYS: &[(&str, i64)] = &[("today", 0), ("the day after tomorrow", 2), ("tomorrow", 1)];

pub(super) const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// English parts of a day, and days ahead if they say.
const ENGLISH_PARTS: &[(&str, Option<i64>, Part)] = &[
    ("tonight", Some(0), EVENING),
    ("this morning", Some(0), MORNING),
    ("this afternoon", Some(0), AFTERNOON),
    ("this evening", Some(0), EVENING),
    ("in the morning", None, MORNING),
    ("in the afternoon", None, AFTERNOON),
    ("in the evening", None, EVENING),
    ("morning", None, MORNING),
    ("afternoon", None, AFTERNOON),
    ("evening", None, EVENING),
    ("am", None, MORNING),
    ("a m", None, MORNING),
    ("pm", None, AFTERNOON),
    ("p m", None, AFTERNOON),
];

/// Characters with which a Chinese part of a day begins, perhaps with its day.
const PART_BEGINS: &str = "凌清早上中正下午傍晚夜深半今当明次前昨";

/// Characters with which a Chinese day begins, other than a date.
const DAY_BEGINS: &str = "今当明次后大昨前这本下周星礼";

/// Parts that are only such after a day or an hour: "morning", but not "morning coffee".
const ENGLISH_ALONE: &[&str] = &["morning", "afternoon", "evening"];

/// Words before a time at the latest.
const LATEST: &[&str] = &["by", "before"];

/// Words before a time that make a bare number one: "at 3".
const ANNOUNCING: &[&str] = &[
    "at",
    "around",
    "at about",
    "at around",
    "after",
    "not before",
    "no earlier than",
    "not earlier than",
    "别早于",
    "不早于",
    "不要早于",
];

/// Words before a time that announce none: "for 3" counts.
const BEFORE_TIME: &[&str] = &["for", "on"];

/// English words that bring something on a day that follows them, and how many words before it they stand at most.
const BRINGS: &[&str] = &["deliver", "delivered", "delivery", "send", "bring", "brought", "ship"];
const BROUGHT_WITHIN: usize = 4;

/// Words that put another day in the place of one, and their units at most.
const PUTS_OFF: &[&str] = &[
    "改成",
    "改到",
    "改为",
    "换成",
    "换到",
    "推到",
    "推迟到",
    "挪到",
    "延到",
    "提前到",
    "change it to",
    "change to",
    "change that to",
    "make it",
    "make that",
    "move it to",
    "rather",
];
const PUT_OFF_UNITS_MAX: usize = 3;
/// Units of who is given something at most.
const PERSON_UNITS_MAX: usize = 4;

const DAY_MINUTES: u32 = 24 * 60;

#[derive(Default, Clone, Copy)]
struct Said {
    day: Option<Ahead>,
    part: Option<Part>,
    hour: Option<u32>,
    minute: Option<u32>,
    by: bool,
}

/// How many days ahead.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ahead {
    /// So many.
    Days(i64),
    /// So many, or a week more if that is over: 周三.
    Weekly(i64),
}

/// A time; where no day was said, also after how many minutes it comes again: 八点半 twice a day, 晚上八点 once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Timed {
    pub(crate) when: When,
    pub(crate) again_minutes: Option<u32>,
    /// Whether only the part of the day was said: 明早.
    pub(crate) about: bool,
}

/// The time at `at`: where it ends, and when that is.
pub(crate) fn when(sentence: &Sentence<'_>, at: usize, now: Time) -> Option<(usize, Timed)> {
    let in_so_long =
        span(sentence, at, now).map(|(end, when)| (end, Timed { when, again_minutes: None, about: false }));
    let (end, timed) = in_so_long.or_else(|| clock(sentence, at, now))?;
    match (sentence.any(end, &["之前", "以前", "前"]), timed.when) {
        (Some((end, _)), When::At(time)) => Some((end, Timed { when: When::By(time), ..timed })),
        (None, When::At(_)) => {
            let end = sentence.any(end, &["以后", "之后", "过后"]).map_or(end, |(end, _)| end);
            Some((end, timed))
        }
        _ => Some((end, timed)),
    }
}

/// Units of a span, in minutes.
const UNITS: &[(&str, u64)] = &[
    ("小时", 60),
    ("钟头", 60),
    ("分钟", 1),
    ("刻钟", 15),
    ("hour", 60),
    ("hours", 60),
    ("minutes", 1),
    ("minute", 1),
    ("mins", 1),
    ("min", 1),
];

/// 半小时后, 40分钟内, 再过一刻钟, "in half an hour", "within 30 minutes".
fn span(sentence: &Sentence<'_>, at: usize, now: Time) -> Option<(usize, When)> {
    let english = sentence.any(at, &["in", "in about", "within", "after"]);
    let start = english.map_or(at, |(end, _)| end);
    let passing = sentence.any(start, &["过", "再过", "再等", "等"]);
    let start = passing.map_or(start, |(end, _)| end);
    let start = sentence.any(start, &["大概", "about"]).map_or(start, |(end, _)| end);
    let (end, minutes) = length(sentence, start)?;
    let time = now.after(Span::minutes(minutes));
    let within = english.is_some_and(|(_, which)| which == 2);
    match sentence.any(end, &["之后", "以后", "后", "之内", "以内", "内", "later", "from now"]) {
        Some((end, which)) => Some((end, if (3..=5).contains(&which) { When::By(time) } else { When::At(time) })),
        None if english.is_some() => Some((end, if within { When::By(time) } else { When::At(time) })),
        None => match sentence.any(end, &["左右", "上下"]).map_or(end, |(end, _)| end) {
            about if about > end && delivered(sentence, about) => Some((about, When::At(time))),
            _ if passing.is_some() => Some((end, When::At(time))),
            _ => delivered(sentence, end).then_some((end, When::By(time))),
        },
    }
}

/// A length of time, in minutes.
fn length(sentence: &Sentence<'_>, at: usize) -> Option<(usize, u32)> {
    let fixed = ["quarter of an hour", "a quarter of an hour", "an hour and a half", "one hour and a half"];
    if let Some((end, which)) = sentence.any(at, &fixed) {
        return Some((end, [15, 15, 90, 90][which]));
    }
    let (end, mut milli) = numeral::number(sentence, at)?;
    let counted = sentence.phrase(end, "个");
    let end = counted.unwrap_or(end);
    let half = counted.and_then(|end| sentence.phrase(end, "半"));
    milli += half.map_or(0, |_| 500);
    let end = half.unwrap_or(end);
    let (end, minutes) = UNITS.iter().find_map(|(word, minutes)| Some((sentence.phrase(end, word)?, *minutes)))?;
    let (end, milli) = match sentence.phrase(end, "半") {
        Some(half) if minutes == 60 => (half, milli + 500),
        _ => (end, milli),
    };
    Some((end, u32::try_from(milli.checked_mul(minutes)? / 1000).ok()?))
}

fn clock(sentence: &Sentence<'_>, at: usize, now: Time) -> Option<(usize, Timed)> {
    let mut said = Said::default();
    let said_at = |at: usize, words: &[&str]| sentence.any(at, words).map(|(end, _)| end);
    let (latest, announcing) = (said_at(at, LATEST), said_at(at, ANNOUNCING));
    let begin = latest.or(announcing).or(said_at(at, BEFORE_TIME)).unwrap_or(at);
    let mut end = parts(sentence, begin, now, &mut said);
    let bare = end == begin;
    // "Tomorrow at 3", "tomorrow before 3"
    let inner = |words: &[&str]| if bare { None } else { said_at(end, words) };
    let (inner_latest, inner_announcing) = (inner(LATEST), inner(ANNOUNCING));
    said.by = latest.or(inner_latest).is_some();
    let announced = match bare {
        true => latest.or(announcing).is_some(),
        false => inner_latest.or(inner_announcing).is_some(),
    };
    let start = inner_latest.or(inner_announcing).unwrap_or(end);
    let part_alone = said.hour.is_some();
    let mut about = false;
    match hour(sentence, start, &mut said, announced) {
        Some(to) => end = to,
        None if said.hour.is_none() && !said.by => return day_alone(sentence, (at, end), said, now),
        None if said.hour.is_none() || !(delivered(sentence, end) || said.day.is_some() && !told_of(sentence, end)) => {
            return None;
        }
        None => about = part_alone,
    }
    end = parts(sentence, end, now, &mut said);
    end = until(sentence, end).unwrap_or(end);
    let time = resolve(said, now)?;
    let twice = said.part.is_none() && said.hour.is_some_and(|hour| (1..=12).contains(&hour));
    let again_minutes = said.day.is_none().then_some(if twice { DAY_MINUTES / 2 } else { DAY_MINUTES });
    Some((end, Timed { when: if said.by { When::By(time) } else { When::At(time) }, again_minutes, about }))
}

/// 后天送, "deliver on Sunday": a day on which it is to be brought, at an hour that is not said.
fn day_alone(sentence: &Sentence<'_>, (at, end): (usize, usize), said: Said, now: Time) -> Option<(usize, Timed)> {
    let (Ahead::Days(ahead) | Ahead::Weekly(ahead)) = said.day?;
    let brings = |word: usize| sentence.any(word, BRINGS).is_some();
    let words = (0..at).rev().take(BROUGHT_WITHIN).take_while(|at| sentence.kind(*at) == Some(Kind::Word));
    let brought = match sentence.han(end.checked_sub(1)?) {
        Some(_) => sentence.any(end, &["送", "再送", "给我送", "要的"]).is_some_and(|(end, _)| !gives(sentence, end)),
        None => { words }.any(brings),
    };
    let brought = brought || is_put_off_to(sentence, at) && sentence.ends_with_only(end, BEHIND_ANSWER);
    let day = now.china_day().saturating_add(ahead);
    let timed = Timed { when: When::Day(day), again_minutes: None, about: false };
    (brought && ahead > 0).then_some((end, timed))
}

/// 情人节送女朋友的花, where it is a present, and nobody has said when it is to come.
fn gives(sentence: &Sentence<'_>, at: usize) -> bool {
    (at + 1..=at + PERSON_UNITS_MAX).any(|end| end <= sentence.units.len() && is_person(sentence.text(at, end)))
}

/// 改成明天, "make it Sunday": whether the day at `at` takes the place of another.
fn is_put_off_to(sentence: &Sentence<'_>, at: usize) -> bool {
    (at.saturating_sub(PUT_OFF_UNITS_MAX)..at)
        .any(|from| sentence.any(from, PUTS_OFF).is_some_and(|(end, _)| end == at))
}

/// Units of a day in Chinese at most: 下下个星期天.
const DAY_UNITS_MAX: usize = 6;

/// Whether a day on which to bring it ends where a place begins: 周日送到公司.
pub(crate) fn brings_on_a_day(sentence: &Sentence<'_>, place: usize, now: Time) -> bool {
    let day =
        |at: usize| when(sentence, at, now).filter(|(end, timed)| *end == place && matches!(timed.when, When::Day(_)));
    (place.saturating_sub(DAY_UNITS_MAX)..place).any(|at| day(at).is_some())
}

/// What may stand before and behind the hour, or the part of the day, that answers a question.
const BEFORE_ANSWER: &[&str] = &[
    "那",
    "就",
    "那就",
    "大概",
    "大约",
    "差不多",
    "嗯",
    "at",
    "at about",
    "at around",
    "about",
    "around",
    "maybe",
    "in the",
    "let's say",
];
const BEHIND_ANSWER: &[&str] = &[
    "吧",
    "左右",
    "前后",
    "送",
    "送吧",
    "就行",
    "就好",
    "好了",
    "谢谢",
    "谢谢你",
    "please",
    "ok",
    "then",
    "thanks",
    "thank you",
];

/// An answer to the question at what hour of a day: a part of it, or a bare number.
pub(crate) fn answer(sentence: &Sentence<'_>, day: i64, now: Time) -> Option<Time> {
    let start = sentence.beyond(0, BEFORE_ANSWER);
    part_alone(sentence, start, day, now).or_else(|| number_alone(sentence, start, day, now))
}

/// 改今天吧, 还是现在送: whether the day that waits for its hour is called off for today.
pub(crate) fn rather_today(sentence: &Sentence<'_>) -> bool {
    let start = sentence.beyond(0, &["那", "还是", "改", "改成", "改到", "就", "rather", "make it"]);
    let today = sentence.any(start, &["今天", "today", "现在", "now", "right now"]);
    today.is_some_and(|(end, _)| sentence.ends_with_only(end, BEHIND_ANSWER))
}

/// 十, "ten", "at 10": the hour, and not how many.
fn number_alone(sentence: &Sentence<'_>, start: usize, day: i64, now: Time) -> Option<Time> {
    let (end, hour) = numeral::whole(sentence, start).filter(|(_, hour)| (1..=24).contains(hour))?;
    let said = Time::at_china(day, hour % 24 * 60);
    let again = if hour <= 12 { DAY_MINUTES / 2 } else { DAY_MINUTES };
    sentence.ends_with_only(end, BEHIND_ANSWER).then(|| nearest(said, again, middle_of(day), now))
}

/// 上午吧, "in the morning": a part of the day that is to come, and no more.
fn part_alone(sentence: &Sentence<'_>, start: usize, day: i64, now: Time) -> Option<Time> {
    let mut said = Said { day: Some(Ahead::Days(0)), ..Said::default() };
    let end = part(sentence, start, &mut said)?;
    let hour = said.hour.filter(|_| sentence.ends_with_only(end, BEHIND_ANSWER))?;
    Some(Time::at_china(day, hour * 60)).filter(|time| *time > now)
}

/// Days and parts of days from `at` on.
fn parts(sentence: &Sentence<'_>, at: usize, now: Time, said: &mut Said) -> usize {
    let mut end = at;
    for _ in 0..2 {
        end = part(sentence, end, said).or_else(|| day(sentence, end, now, said)).unwrap_or(end);
    }
    end
}

/// The later end of a span, 六点到七点之间; what is asked for is its beginning.
fn until(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let (start, _) = sentence.any(at, &["到", "至", "to"])?;
    let end =
        hour(sentence, part(sentence, start, &mut Said::default()).unwrap_or(start), &mut Said::default(), false)?;
    Some(sentence.any(end, &["之间", "间"]).map_or(end, |(end, _)| end))
}

/// A part of the day is a time only where delivery is spoken of: 中午送到, not 中午吃什么.
fn delivered(sentence: &Sentence<'_>, end: usize) -> bool {
    sentence.any(end, &["送", "前", "之前", "到", "deliver", "delivery"]).is_some()
}

/// Whether what follows is of that time, and brings nothing then: 明天中午吃什么, 今晚那场.
fn told_of(sentence: &Sentence<'_>, end: usize) -> bool {
    let show = sentence.any(end, &["那场", "这场", "场"]).is_some();
    show || sentence.han(end).is_some_and(|next| "吃喝有能可会的见".contains(next))
}

/// A day: 大后天, 下周三, 5月20号, "next wednesday".
fn day(sentence: &Sentence<'_>, at: usize, now: Time, said: &mut Said) -> Option<usize> {
    let named = DAYS.iter().chain(ENGLISH_DAYS).filter(|(_, ahead)| *ahead >= 0);
    let named = named.filter_map(|(word, ahead)| Some((sentence.phrase(at, word)?, Ahead::Days(*ahead))));
    let begins = sentence.han(at).is_none_or(|first| DAY_BEGINS.contains(first));
    let found = if begins { named.max_by_key(|(end, _)| *end).or_else(|| weekday(sentence, at, now)) } else { None };
    let feast = || super::holiday::holiday(sentence, at, now.china_day()).map(|(end, away)| (end, Ahead::Days(away)));
    let (end, ahead) = found.or_else(|| date(sentence, at, now)).or_else(feast)?;
    said.day = said.day.or(Some(ahead));
    Some(end)
}

/// 周三, 下周三, 星期天, "friday", "next friday".
fn weekday(sentence: &Sentence<'_>, at: usize, now: Time) -> Option<(usize, Ahead)> {
    let today = now.china_day();
    let this = sentence.any(at, &["这", "本", "这个", "this", "next", "下", "下个", "下下"]);
    let start = this.map_or(at, |(end, _)| end);
    let weeks = this.map_or(0, |(_, which)| [0, 0, 0, 0, 1, 1, 1, 2][which]);
    let (end, nth) = match sentence.any(start, WEEKDAYS) {
        Some((end, which)) => (end, i64::try_from(which).ok()? + 1),
        None => {
            let (end, _) = sentence.any(start, &["周", "星期", "礼拜"])?;
            let character = sentence.han(end)?;
            let nth = if "日天".contains(character) { 7 } else { i64::try_from(digit(character)?).ok()? };
            (end + 1, nth)
        }
    };
    let ahead = calendar::monday(today) + nth - 1 - today;
    match weeks {
        _ if !(1..=7).contains(&nth) => None,
        0 => Some((end, Ahead::Weekly(ahead.rem_euclid(7)))),
        weeks => Some((end, Ahead::Days(ahead + 7 * weeks))),
    }
}

/// 5月20号, 20号: the next one.
fn date(sentence: &Sentence<'_>, at: usize, now: Time) -> Option<(usize, Ahead)> {
    let (end, first) = numeral::whole(sentence, at)?;
    let with_month = sentence.phrase(end, "月").and_then(|start| numeral::whole(sentence, start));
    let (end, nth) = with_month.unwrap_or((end, first));
    let (end, _) = sentence.any(end, &["号", "日"])?;
    let today = now.china_day();
    let Civil { year, month, .. } = Civil::of(today);
    let months = match with_month {
        Some(_) if first > 12 => return None,
        Some(_) => [(year, first.into()), (year + 1, first.into())],
        None => [(year, month), (year + month / 12, month % 12 + 1)],
    };
    let days = months.iter().filter_map(|(year, month)| Some(Civil::new(*year, *month, nth.into())?.to_day()));
    days.into_iter().find(|day| *day >= today).map(|day| (end, Ahead::Days(day - today)))
}

/// A part of the day, with its day in words such as 今晚 and "tonight".
fn part(sentence: &Sentence<'_>, at: usize, said: &mut Said) -> Option<usize> {
    // Most places have no part of a day; one look at the first character tells, before all words are tried.
    if sentence.han(at).map_or(sentence.units.get(at).is_none(), |first| !PART_BEGINS.contains(first)) {
        return None;
    }
    let plain = PARTS.iter().map(|(word, part)| (sentence.phrase(at, word), None, *part));
    let english = ENGLISH_PARTS.iter().map(|(word, day, part)| {
        let alone = ENGLISH_ALONE.contains(word) && said.day.is_none() && said.hour.is_none();
        (sentence.phrase(at, word).filter(|_| !alone), *day, *part)
    });
    let short = SHORT_DAYS.iter().filter(|(_, day)| *day >= 0).flat_map(|(word, day)| {
        let start = sentence.phrase(at, word);
        let end = move |part: &str| sentence.phrase(start?, part);
        SHORT_PARTS.iter().map(move |(word, part)| (end(word), Some(*day), *part))
    });
    let found = plain.chain(english).chain(short).filter_map(|(end, day, part)| Some((end?, day, part)));
    let (end, day, part) = found.max_by_key(|(end, ..)| *end)?;
    said.day = said.day.or(day.map(Ahead::Days));
    said.part = Some(part);
    said.hour = said.hour.or(part.middle().and_then(|hour| u32::try_from(hour).ok()));
    Some(end)
}

/// The hour with its minutes. A bare number is an hour only after a preposition: "before six".
fn hour(sentence: &Sentence<'_>, at: usize, said: &mut Said, announced: bool) -> Option<usize> {
    if let Some((end, which)) = sentence.any(at, &["noon", "midday", "midnight"]) {
        (said.hour, said.part) = if which == 2 { (Some(12), Some(EVENING)) } else { (Some(12), Some(NOON)) };
        return Some(end);
    }
    let past = if announced { by_minutes(sentence, at) } else { None };
    if let Some((end, hour, minute)) = past.or_else(|| by_quarters(sentence, at)) {
        (said.hour, said.minute) = (Some(hour), Some(minute));
        return Some(end);
    }
    let (end, hour) = numeral::whole(sentence, at).filter(|(_, hour)| *hour <= 24)?;
    // "For tonight at 8: 10 skewers" tells the hour, and then what.
    let spaced = sentence.after(end).strip_prefix([':', '：']).is_some_and(|after| after.starts_with(' '));
    if sentence.units.get(end).is_some_and(|unit| unit.key == u32::from(':')) && !spaced {
        let (end, minute) = numeral::whole(sentence, end + 1).filter(|(_, minute)| *minute < 60)?;
        (said.hour, said.minute) = (Some(hour), Some(minute));
        return Some(end);
    }
    if let Some((end, which)) = sentence.any(end, &["点钟", "点整", "点", "时", "oclock", "o clock"]) {
        let (to, minute) = minutes(sentence, end);
        let a_bit = hour == 1 && which == 2 && minute.is_none() && said.part.is_none();
        // 改成一点 is a time, 多一点 is none.
        let becomes = at.checked_sub(1).and_then(|before| sentence.han(before)).is_some_and(|c| "成到".contains(c));
        if a_bit && !becomes && !delivered(sentence, end) {
            return None;
        }
        (said.hour, said.minute) = (Some(hour), minute);
        return Some(to);
    }
    let meridian =
        sentence.any(end, &["am", "pm", "a m", "p m", "in the morning", "in the evening", "in the afternoon"]);
    let stands = meridian.is_some() || announced && !counts(sentence, end);
    said.hour = Some(hour).filter(|_| stands);
    stands.then_some(end)
}

/// "ten to eight", "twenty past six", after a preposition.
fn by_minutes(sentence: &Sentence<'_>, at: usize) -> Option<(usize, u32, u32)> {
    let number = |at: usize| u32::try_from(sentence.units.get(at)?.milli? / 1000).ok();
    let minutes = number(at).filter(|minutes| matches!(minutes, 5 | 10 | 20 | 25))?;
    let (start, which) = sentence.any(at + 1, &["to", "past"])?;
    let hour = number(start).filter(|hour| (1..=12).contains(hour))?;
    Some(match which {
        1 => (start + 1, hour, minutes),
        _ => (start + 1, if hour == 1 { 12 } else { hour - 1 }, 60 - minutes),
    })
}

/// "half past seven", "a quarter to eight", 差五分八点: where it ends, the hour and the minute.
fn by_quarters(sentence: &Sentence<'_>, at: usize) -> Option<(usize, u32, u32)> {
    let before = |hour: u32, minutes: u32| Some((if hour == 1 { 12 } else { hour.checked_sub(1)? }, 60 - minutes));
    let phrases = ["half past", "quarter past", "a quarter past", "quarter to", "a quarter to"];
    if let Some((to, which)) = sentence.any(at, &phrases) {
        let (end, hour) = numeral::whole(sentence, to).filter(|(_, hour)| *hour <= 24)?;
        let (hour, minute) = if which >= 3 { before(hour, 15)? } else { (hour, if which == 0 { 30 } else { 15 }) };
        return Some((end, hour, minute));
    }
    let start = sentence.phrase(at, "差")?;
    let (end, short) = match sentence.phrase(start, "一刻") {
        Some(end) => (end, 15),
        None => {
            let (end, minutes) = numeral::whole(sentence, start)?;
            (sentence.any(end, &["分", "分钟"])?.0, minutes)
        }
    };
    let (end, hour) = numeral::whole(sentence, end).filter(|(_, hour)| *hour <= 24 && (1..60).contains(&short))?;
    let (hour, minute) = before(hour, short)?;
    Some((sentence.phrase(end, "点")?, hour, minute))
}

/// Whether something that can be counted follows, so that "for six colas" is no time.
fn counts(sentence: &Sentence<'_>, end: usize) -> bool {
    sentence.any(end, &["yuan", "kuai", "rmb", "minutes", "hours", "percent"]).is_some()
}

fn minutes(sentence: &Sentence<'_>, at: usize) -> (usize, Option<u32>) {
    if let Some((end, which)) = sentence.any(at, &["半", "一刻", "三刻"]) {
        return (end, [Some(30), Some(15), Some(45)][which]);
    }
    let zero = sentence.any(at, &["零", "过"]).map(|(end, _)| end);
    match numeral::whole(sentence, zero.unwrap_or(at)).filter(|(_, minute)| *minute < 60) {
        Some((end, minute)) if sentence.phrase(end, "分").is_some() => (end + 1, Some(minute)),
        Some((end, minute)) if zero.is_some() && sentence.phrase(at, "零").is_some() => (end, Some(minute)),
        Some((end, minute @ 10..)) if sentence.han(end).is_none_or(|c| "送到前之以的左那这场开".contains(c)) => {
            (end, Some(minute))
        }
        _ => (at, None),
    }
}

/// Of the times that come every so many minutes, as `time` does, the one nearest to `due` that is still to come: who said
/// tomorrow at noon and then 改成一点 means tomorrow.
pub(crate) fn nearest(time: Time, again_minutes: u32, due: Time, now: Time) -> Time {
    let first = time.minute_of_day() % again_minutes;
    let days = due.china_day()..=due.china_day().saturating_add(1);
    let times = (0..DAY_MINUTES / again_minutes).map(|n| first + n * again_minutes);
    let all = days.flat_map(|day| times.clone().map(move |minute| Time::at_china(day, minute)));
    let far = |other: &Time| other.as_micros().abs_diff(due.as_micros());
    all.filter(|other| *other > now).min_by_key(far).unwrap_or(time)
}

/// The time in the middle of the hours at which people want things brought on a day.
pub(crate) fn middle_of(day: i64) -> Time {
    Time::at_china(day, 13 * 60)
}

/// The next time that fits what was said.
fn resolve(said: Said, now: Time) -> Option<Time> {
    let hour = said.hour?;
    let minute = said.minute.unwrap_or(0);
    let at = |days: i64, hour: u32| Time::at_china(now.china_day().saturating_add(days), hour * 60 + minute);
    let placed = said.part.and_then(|part| u32::try_from(part.hour(hour.into())).ok());
    let hours: &[u32] = match placed {
        Some(hour) => &[hour],
        None if (1..=12).contains(&hour) => &[hour, if hour == 12 { 24 } else { hour + 12 }],
        None => &[hour],
    };
    let days: &[i64] = match said.day {
        Some(Ahead::Days(days)) => &[days],
        Some(Ahead::Weekly(days)) => &[days, days + 7],
        None => &[0, 1],
    };
    let all = days.iter().flat_map(|days| hours.iter().map(move |hour| at(*days, *hour)));
    let sleeps = said.part.is_none() && said.day.is_some_and(|day| day != Ahead::Days(0));
    all.filter(|time| *time > now && (!sleeps || time.minute_of_day() >= 7 * 60)).min()
}
