//! Words for days, parts of a day, weeks, years and reigns.

use super::super::numeral;
use super::super::text::Plain;

/// Words for days and how far ahead they are.
pub(crate) const DAYS: &[(&str, i64)] = &[
    ("今天", 0),
    ("今日", 0),
    ("当天", 0),
    ("明天", 1),
    ("明日", 1),
    ("次日", 1),
    ("后天", 2),
    ("后日", 2),
    ("大后天", 3),
    ("昨天", -1),
    ("昨日", -1),
    ("前天", -2),
    ("前日", -2),
    ("大前天", -3),
];

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// As a timex has it.
    pub(super) code: &'static str,
    /// When it begins and ends, in hours.
    pub(super) hours: (i64, i64),
    /// Hours from and to which are after noon.
    afternoon: (i64, i64),
}

impl Part {
    /// The hour on a clock of 24 hours; 24 and more are after midnight, in the night that follows: 晚上十二点.
    pub(crate) fn hour(self, said: i64) -> i64 {
        let after_midnight = self.afternoon.0 > 1 && (said < self.afternoon.0 || said == 12);
        match said {
            0..=12 if after_midnight => said % 12 + 24,
            12 if self == DAWN => 0,
            said if (self.afternoon.0..=self.afternoon.1).contains(&said) => said + 12,
            said => said,
        }
    }

    /// The hour meant where no other is said.
    pub(crate) fn middle(self) -> Option<i64> {
        let hours = [(MORNING, 10), (NOON, 12), (AFTERNOON, 15), (EVENING, 18), (NIGHT, 20)];
        hours.into_iter().find(|(part, _)| *part == self).map(|(_, hour)| hour)
    }
}

const fn part(code: &'static str, from: i64, to: i64, afternoon: (i64, i64)) -> Part {
    Part { code, hours: (from, to), afternoon }
}

const DAWN: Part = part("TDA", 4, 8, (0, -1));
pub(crate) const MORNING: Part = part("TMO", 8, 12, (0, -1));
pub(crate) const NOON: Part = part("TMI", 11, 13, (1, 4));
pub(crate) const AFTERNOON: Part = part("TAF", 12, 16, (1, 11));
pub(crate) const EVENING: Part = part("TEV", 16, 20, (4, 11));
pub(crate) const NIGHT: Part = part("TNI", 20, 24, (6, 11));

pub(crate) const PARTS: &[(&str, Part)] = &[
    ("凌晨", DAWN),
    ("清晨", DAWN),
    ("早上", MORNING),
    ("早晨", MORNING),
    ("早间", MORNING),
    ("上午", MORNING),
    ("中午", NOON),
    ("正午", NOON),
    ("下午", AFTERNOON),
    ("午后", AFTERNOON),
    ("傍晚", EVENING),
    ("晚上", EVENING),
    ("晚间", EVENING),
    ("夜里", NIGHT),
    ("深夜", NIGHT),
    ("半夜", NIGHT),
];

/// Parts that need a day before them: 七月五号晚, 明早.
pub(crate) const SHORT_PARTS: &[(&str, Part)] =
    &[("早", MORNING), ("晨", MORNING), ("午", NOON), ("晚", EVENING), ("夜", NIGHT)];

/// Days said in one character before a short part: 今晚.
pub(crate) const SHORT_DAYS: &[(&str, i64)] = &[("今", 0), ("当", 0), ("明", 1), ("昨", -1), ("前", -2), ("次", 1)];

pub(super) const YEARS: &[(&str, i64)] =
    &[("今年", 0), ("本年", 0), ("这一年", 0), ("明年", 1), ("来年", 1), ("后年", 2), ("去年", -1), ("前年", -2)];

/// Reigns that count years, and the year before their first.
const REIGNS: &[(&str, i64)] = &[
    ("贞观", 626),
    ("神龙", 704),
    ("开元", 712),
    ("天宝", 741),
    ("洪武", 1367),
    ("永乐", 1402),
    ("宣德", 1425),
    ("成化", 1464),
    ("嘉靖", 1521),
    ("万历", 1572),
    ("崇祯", 1627),
    ("顺治", 1643),
    ("康熙", 1661),
    ("雍正", 1722),
    ("乾隆", 1735),
    ("嘉庆", 1795),
    ("道光", 1820),
    ("咸丰", 1850),
    ("同治", 1861),
    ("光绪", 1874),
    ("宣统", 1908),
    ("民国", 1911),
];

/// The year of a reign at `at`: 康熙三年, 神龙元年.
pub(super) fn reign(text: &Plain, at: usize) -> Option<(usize, i64)> {
    let (end, before) = text.entry(at, REIGNS)?;
    let (end, nth) = match text.at(end) {
        '元' => (end + 1, 1),
        _ => whole(text, end)?,
    };
    Some((text.word(end, "年")?, before + nth))
}

/// A word for a week, perhaps with 个 before.
pub(super) fn week(text: &Plain, at: usize) -> Option<usize> {
    let at = if text.at(at) == '个' { at + 1 } else { at };
    text.any(at, &["周", "星期", "礼拜"]).map(|(end, _)| end)
}

/// How many weeks, months or years ahead 上, 下下 or 本 are.
pub(super) fn ahead(text: &Plain, at: usize) -> Option<(usize, i64)> {
    if let Some((end, _)) = text.any(at, &["本", "这", "这一"]) {
        return Some((end, 0));
    }
    let word = text.at(at);
    let mut end = at;
    while matches!(word, '上' | '下') && text.at(end) == word {
        end += 1;
    }
    let count = i64::try_from(end - at).ok().filter(|count| *count > 0)?;
    let end = text.word(end, "一").unwrap_or(end);
    Some((end, if word == '上' { -count } else { count }))
}

/// The largest count of days, weeks or years that is read; beyond it a calendar has no meaning.
const COUNT_MAX: i64 = 9_999;

/// A whole number, for a day, a month or an hour.
pub(super) fn whole(text: &Plain, at: usize) -> Option<(usize, i64)> {
    let read = numeral::read(text, at, text.len())?;
    let exact = read.spread == super::super::Ratio::ZERO && !read.open;
    let value = i64::try_from(read.value.to_whole()?).ok().filter(|value| *value <= COUNT_MAX)?;
    exact.then_some((read.end, value))
}

/// Proper names that hold a word for a time, and titles in brackets: where they end.
pub(super) fn name(text: &Plain, at: usize) -> Option<usize> {
    if text.at(at) == '《' {
        return (at..text.len()).find(|end| text.at(*end) == '》').map(|end| end + 1);
    }
    text.any(at, &["今日头条", "明日方舟", "明日之后", "昨日重现"]).map(|(end, _)| end)
}
