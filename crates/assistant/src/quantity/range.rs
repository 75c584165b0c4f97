//! Ranges of numbers: 大于二十, 不少于3, 20到30之间, 五百以上, 十几万, 三四个.

use super::Found;
use super::number::{self, Read};
use super::numeral;
use super::ratio::Ratio;
use super::text::Plain;

/// A bound, and whether it belongs to the range.
pub type Bound = (Ratio, bool);

/// Numbers between two bounds, of which one may be missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The least.
    pub least: Option<Bound>,
    /// The most.
    pub most: Option<Bound>,
}

impl Range {
    /// In the notation of intervals: `[20,30)`.
    pub fn interval(&self) -> String {
        let written = |bound: Option<Bound>| bound.map(|(value, _)| value.decimal(false)).unwrap_or_default();
        let open = if self.least.is_some_and(|(_, belongs)| belongs) { '[' } else { '(' };
        let close = if self.most.is_some_and(|(_, belongs)| belongs) { ']' } else { ')' };
        format!("{open}{},{}{close}", written(self.least), written(self.most))
    }

    /// Both, if one bounds it below and the other above, and something is between.
    fn and(self, other: Self) -> Option<Self> {
        let both = Self { least: self.least.or(other.least), most: self.most.or(other.most) };
        let apart = self.least.is_some() != other.least.is_some() && self.most.is_some() != other.most.is_some();
        (apart && both.least?.0 < both.most?.0).then_some(both)
    }
}

/// How a number bounds a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Above,
    AtLeast,
    Below,
    AtMost,
    Equal,
}

impl Relation {
    fn of(self, value: Ratio) -> Range {
        match self {
            Self::Above => Range { least: Some((value, false)), most: None },
            Self::AtLeast => Range { least: Some((value, true)), most: None },
            Self::Below => Range { least: None, most: Some((value, false)) },
            Self::AtMost => Range { least: None, most: Some((value, true)) },
            Self::Equal => Range { least: Some((value, true)), most: Some((value, true)) },
        }
    }
}

/// Words before a number. Spaces may be inside.
const BEFORE: &[(&str, Relation)] = &[
    ("大于", Relation::Above),
    ("高于", Relation::Above),
    ("多于", Relation::Above),
    ("超过", Relation::Above),
    ("过", Relation::Above),
    (">", Relation::Above),
    ("大于等于", Relation::AtLeast),
    ("大于或等于", Relation::AtLeast),
    ("大于或者等于", Relation::AtLeast),
    ("不小于", Relation::AtLeast),
    ("不少于", Relation::AtLeast),
    ("不低于", Relation::AtLeast),
    ("至少", Relation::AtLeast),
    ("最少", Relation::AtLeast),
    ("起码", Relation::AtLeast),
    ("≥", Relation::AtLeast),
    (">=", Relation::AtLeast),
    ("小于", Relation::Below),
    ("低于", Relation::Below),
    ("少于", Relation::Below),
    ("不足", Relation::Below),
    ("不到", Relation::Below),
    ("<", Relation::Below),
    ("小于等于", Relation::AtMost),
    ("小于或等于", Relation::AtMost),
    ("小于或者等于", Relation::AtMost),
    ("不大于", Relation::AtMost),
    ("不多于", Relation::AtMost),
    ("不高于", Relation::AtMost),
    ("不超过", Relation::AtMost),
    ("最多", Relation::AtMost),
    ("至多", Relation::AtMost),
    ("≤", Relation::AtMost),
    ("<=", Relation::AtMost),
    ("等于", Relation::Equal),
];

/// Words after a number.
const AFTER: &[(&str, Relation)] = &[
    ("以上", Relation::Above),
    ("之上", Relation::Above),
    ("或以上", Relation::AtLeast),
    ("或者以上", Relation::AtLeast),
    ("或更多", Relation::AtLeast),
    ("或者更多", Relation::AtLeast),
    ("以下", Relation::Below),
    ("之下", Relation::Below),
    ("或以下", Relation::AtMost),
    ("或者以下", Relation::AtMost),
    ("或更少", Relation::AtMost),
    ("或者更少", Relation::AtMost),
    ("以内", Relation::AtMost),
    ("之内", Relation::AtMost),
];

/// What joins two bounds of one range.
const JOINS: &[&str] = &["的同时", "同时", "并且", "而且", "且", "并", "但", ","];

/// All ranges of numbers of a text.
pub fn ranges(text: &str) -> Vec<Found<Range>> {
    let text = Plain::new(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match longest(&text, at) {
            Some((end, range)) => {
                found.push(text.found(at..end, range));
                at = end;
            }
            None => at = number(&text, at).map_or(at + 1, |read| read.end),
        }
    }
    found
}

fn longest(text: &Plain, at: usize) -> Option<(usize, Range)> {
    if text.at(at).is_whitespace() {
        return None;
    }
    between(text, at).or_else(|| joined(text, at)).or_else(|| vague(text, at))
}

fn number(text: &Plain, at: usize) -> Option<Read> {
    number::signed(text, at, text.len())
}

/// A number, or an ordinal, that bounds a range.
fn edge(text: &Plain, at: usize) -> Option<(usize, Ratio)> {
    let start = text.word(at, "第").unwrap_or(at);
    let read = number(text, start).filter(|read| read.number.spread == Ratio::ZERO && !read.number.open)?;
    Some((read.end, read.number.value))
}

/// 位于20和30之间, 一千到一千五百, 5k-20k. With 和, only 之间 tells that it is one.
fn between(text: &Plain, at: usize) -> Option<(usize, Range)> {
    let start = text.any(at, &["位于", "在", "从"]).map_or(at, |(end, _)| end);
    let (end, least) = edge(text, text.skip(start))?;
    let (end, which) = text.any(text.skip(end), &["到", "至", "~", "-", "–", "—", "和", "与"])?;
    let (end, most) = edge(text, text.skip(end))?;
    let close = text.any(text.skip(end), &["之间", "间"]);
    if which >= 6 && close.is_none() || start > at && close.is_none() || least >= most {
        return None;
    }
    // A third number makes it a date or a number of a telephone.
    if which == 3 && (text.at(end) == '-' || text.touching(at) == '-') {
        return None;
    }
    Some((close.map_or(end, |(end, _)| end), Range { least: Some((least, true)), most: Some((most, false)) }))
}

/// One bound, or two that make one range.
fn joined(text: &Plain, at: usize) -> Option<(usize, Range)> {
    let (end, first) = bound(text, at)?;
    let place = text.skip(end);
    let place = text.skip(text.any(place, JOINS).map_or(place, |(end, _)| end));
    let second = bound(text, place).and_then(|(end, second)| Some((end, first.and(second)?)));
    second.or(Some((end, first)))
}

fn bound(text: &Plain, at: usize) -> Option<(usize, Range)> {
    compared(text, at).or_else(|| before(text, at)).or_else(|| after(text, at))
}

fn before(text: &Plain, at: usize) -> Option<(usize, Range)> {
    let found = BEFORE.iter().filter_map(|(word, relation)| Some((text.spaced(at, word)?, *relation)));
    let (end, relation) = found.max_by_key(|(end, _)| *end)?;
    let (end, _) = text.any(end, &["了", "是", "为", "有"]).unwrap_or((end, 0));
    let (end, value) = edge(text, text.skip(end))?;
    Some((end, relation.of(value)))
}

fn after(text: &Plain, at: usize) -> Option<(usize, Range)> {
    let (end, value) = edge(text, at)?;
    let (end, relation) = text.entry(text.skip(end), AFTER)?;
    Some((end, relation.of(value)))
}

/// 比四分之一大.
fn compared(text: &Plain, at: usize) -> Option<(usize, Range)> {
    let (end, value) = edge(text, text.skip(text.word(at, "比")?))?;
    let place = text.skip(end);
    let relation = match text.at(place) {
        '大' | '高' | '多' | '长' | '重' | '贵' => Relation::Above,
        '小' | '低' | '少' | '短' | '轻' | '便' => Relation::Below,
        _ => return None,
    };
    Some((place + if text.at(place) == '便' { 2 } else { 1 }, relation.of(value)))
}

/// 十几万, 五百多, and neighbours: 三四个.
fn vague(text: &Plain, at: usize) -> Option<(usize, Range)> {
    let read = number(text, at)?;
    let value = read.number.value;
    if read.number.open {
        return Some((read.end, Relation::Above.of(value)));
    }
    if let Some(most) = value.plus(read.number.spread).filter(|most| *most > value) {
        return Some((read.end, Range { least: Some((value, true)), most: Some((most, true)) }));
    }
    let (end, _) = text.any(read.end, &["多", "余", "几"])?;
    let tens = value.to_whole().is_some_and(|n| n > 0 && n % 10 == 0) && numeral::small_unit(text.at(end)).is_none();
    tens.then_some((end, Relation::Above.of(value)))
}
