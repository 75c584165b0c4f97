//! Shares: 百分之二, 22%, 六个百分点, 三成半, 八五折.

use super::Found;
use super::number::{self, Read};
use super::numeral::{self, Form};
use super::ratio::Ratio;
use super::text::Plain;

/// All shares of a text, in hundredths.
pub fn percentages(text: &str) -> Vec<Found<Ratio>> {
    let text = Plain::new(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match share(&text, at) {
            Some((start, end, value)) => {
                found.push(text.found(start..end, value));
                at = end;
            }
            None => at = number::signed(&text, at, text.len()).map_or(at + 1, |read| read.end),
        }
    }
    found
}

/// The share at `at`: where it begins and ends, in hundredths.
fn share(text: &Plain, at: usize) -> Option<(usize, usize, Ratio)> {
    let from = |(end, value)| (at, end, value);
    per(text, at).or_else(|| tenths(text, at)).or_else(|| points(text, at)).map(from).or_else(|| half_off(text, at))
}

/// What a share is of: 百分之, 万分之.
const WHOLES: &[(&str, i128)] = &[
    ("百分之", 100),
    ("佰分之", 100),
    ("千分之", 1_000),
    ("仟分之", 1_000),
    ("万分之", 10_000),
    ("百万分之", 1_000_000),
    ("千万分之", 10_000_000),
    ("万万分之", 100_000_000),
    ("百万万分之", 10_000_000_000),
];

fn per(text: &Plain, at: usize) -> Option<(usize, Ratio)> {
    let before = text.before(at);
    if before.is_ascii_digit() || numeral::digit(before).or(numeral::small_unit(before)).is_some() {
        return None;
    }
    let whole = WHOLES.iter().filter_map(|(word, whole)| Some((text.spaced(at, word)?, *whole)));
    let (end, whole) = whole.max_by_key(|(end, _)| *end).filter(|_| !text.at(at).is_whitespace())?;
    let start = text.skip(end);
    let (end, value) = match number::signed(text, start, text.len()).filter(exact) {
        Some(read) => (read.end, read.number.value),
        None if text.at(start) == '百' => (start + 1, Ratio::whole(100)),
        None => return None,
    };
    Some((end, value.times(Ratio::new(100, whole)?)?))
}

fn exact(read: &Read) -> bool {
    read.number.spread == Ratio::ZERO
}

/// 5% and 五个百分点.
fn points(text: &Plain, at: usize) -> Option<(usize, Ratio)> {
    let read = number::signed(text, at, text.len()).filter(exact)?;
    let end = text.spaced(read.end, "%").or_else(|| text.spaced(read.end, "个百分点"))?;
    Some((end, read.number.value))
}

/// 三成半 and 八五折: tenths, and hundredths where two digits are said.
fn tenths(text: &Plain, at: usize) -> Option<(usize, Ratio)> {
    let (end, value) = halved(text, at).or_else(|| pair(text, at)).or_else(|| plain(text, at))?;
    if let Some(end) = text.spaced(end, "折") {
        let hundredths = if value < Ratio::whole(10) { value.times(Ratio::whole(10))? } else { value };
        return (value != Ratio::whole(10)).then_some((end, hundredths));
    }
    let end = text.spaced(end, "成")?;
    let value = value.times(Ratio::whole(10))?;
    if text.at(end) == '半' {
        return Some((end + 1, value.plus(Ratio::whole(5))?));
    }
    match numeral::digit(text.at(text.skip(end))) {
        Some(more) => Some((text.skip(end) + 1, value.plus(Ratio::whole(more))?)),
        None => Some((end, value)),
    }
}

/// 半成. A half off is said with 折: five tenths remain.
fn halved(text: &Plain, at: usize) -> Option<(usize, Ratio)> {
    let value = if text.at(at + 1) == '折' { Ratio::whole(5) } else { Ratio::HALF };
    Some((at + 1, value)).filter(|_| text.at(at) == '半')
}

/// Two digits before 折: 七五折, 7 2 折.
fn pair(text: &Plain, at: usize) -> Option<(usize, Ratio)> {
    let single = |at: usize| {
        let character = text.at(at);
        character.to_digit(10).map(i128::from).or_else(|| numeral::digit(character))
    };
    let second = text.skip(at + 1);
    let value = single(at)? * 10 + single(second)?;
    text.spaced(second + 1, "折").map(|_| (second + 1, Ratio::whole(value)))
}

fn plain(text: &Plain, at: usize) -> Option<(usize, Ratio)> {
    let read = number::signed(text, at, text.len()).filter(exact)?;
    (!matches!(read.form, Form::Row(_))).then_some((read.end, read.number.value))
}

/// 打对折.
fn half_off(text: &Plain, at: usize) -> Option<(usize, usize, Ratio)> {
    let end = text.word(at, "打对折")?;
    Some((at + 1, end, Ratio::whole(50)))
}
