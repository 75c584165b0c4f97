//! Numerals: 两千五, 12, 三四, 三分之一, "twenty five", "half a dozen". All values are in thousandths, so that a half is
//! a number. The grammar of Chinese numerals is that of [`crate::quantity`].

use super::sentence::{Sentence, byte};
use crate::lexicon::text::Kind;
use crate::quantity::Ratio;
use crate::quantity::numeral::{self, Form, Glyphs, Numeral};

/// The largest number that is read, in thousandths; beyond it nobody shops.
const MILLI_MAX: u64 = 100_000_000_000;

/// Units of a numeral at most, so that a long row of digits takes no long time.
const UNITS_MAX: usize = 24;

/// From and to how many, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spread {
    pub(crate) least: u64,
    pub(crate) most: u64,
}

/// The number at `at`: where it ends, and its value in thousandths; the least that it may be.
pub(crate) fn number(sentence: &Sentence<'_>, at: usize) -> Option<(usize, u64)> {
    spread(sentence, at).map(|(end, spread)| (end, spread.least))
}

/// As [`number`], with the most that it may be: 三四个 are three or four.
pub(crate) fn spread(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Spread)> {
    let exact = |(end, milli)| (end, Spread { least: milli, most: milli });
    english_span(sentence, at)
        .or_else(|| english(sentence, at).map(exact))
        .or_else(|| counted_span(sentence, at))
        .or_else(|| chinese(sentence, at))
        .filter(|(_, spread)| spread.most <= MILLI_MAX)
}

/// A whole number, as [`number`].
pub(crate) fn whole(sentence: &Sentence<'_>, at: usize) -> Option<(usize, u32)> {
    let (end, milli) = number(sentence, at)?;
    let n = u32::try_from(milli / 1000).ok()?;
    (milli % 1000 == 0).then_some((end, n))
}

/// The digits after 点 at `at`, in thousandths: 一点五升. Whether that is no time, what follows must tell.
pub(crate) fn decimals(sentence: &Sentence<'_>, at: usize) -> Option<(usize, u64)> {
    let mut end = sentence.phrase(at, "点")?;
    let (mut sum, mut place) = (0, 1_000);
    while let Some(digit) = sentence.han(end).and_then(numeral::digit) {
        place /= 10;
        sum += u64::try_from(digit).ok()? * place;
        end += 1;
    }
    (end > at + 1).then_some((end, sum))
}

impl Glyphs for Sentence<'_> {
    fn han(&self, at: usize) -> Option<char> {
        Sentence::han(self, at)
    }

    fn digits(&self, at: usize) -> Option<(usize, Ratio)> {
        let milli = self.units.get(at).filter(|unit| unit.kind == Kind::Digits)?.milli?;
        Some((
            at + 1,
            if milli % 1000 == 0 { Ratio::whole(i128::from(milli / 1000)) } else { Ratio::new(milli.into(), 1000)? },
        ))
    }

    fn skip(&self, at: usize) -> usize {
        at
    }
}

/// Chinese numerals, also with digits: 二十五, 一百二, 2千5, 十几, 半, 三分之一.
fn chinese(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Spread)> {
    let exact = |end: usize, milli: u64| (end, Spread { least: milli, most: milli });
    if sentence.han(at) == Some('半') {
        return Some(exact(at + 1, 500));
    }
    if let Some(found) = idiom(sentence, at) {
        return Some(found);
    }
    let read = row(sentence, at)?;
    if let Some(above) = sentence.phrase(read.end, "分之").and_then(|start| row(sentence, start)) {
        return Some(exact(above.end, above.value.over(read.value)?.to_milli()?));
    }
    let least = read.value.to_milli()?;
    let some = some_more(sentence, read);
    let more = some.map_or(read.spread.to_milli()?, |_| 9_000);
    Some((some.unwrap_or(read.end), Spread { least, most: least.checked_add(more)? }))
}

/// A numeral. Of two digits that are no span, such as 九九, only the first is one.
fn row(sentence: &Sentence<'_>, at: usize) -> Option<Numeral> {
    let read = numeral::read(sentence, at, at + UNITS_MAX).filter(|read| read.end < at + UNITS_MAX)?;
    match read.form {
        Form::Row(2) if read.spread == Ratio::ZERO => numeral::read(sentence, at, at + 1),
        _ => Some(read),
    }
}

/// 三到五个, 3-5杯: only before a measure word, because much else has two numbers in it.
fn counted_span(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Spread)> {
    let first = row(sentence, at)?;
    let start = sentence.any(first.end, &["到", "至"]).map(|(start, _)| start).or_else(|| dash(sentence, first.end))?;
    let last = row(sentence, start)?;
    let counted = sentence.han(last.end).is_some_and(|next| numeral::COUNTED.contains(next));
    let spread = Spread { least: first.value.to_milli()?, most: last.value.to_milli()? };
    (counted && spread.least < spread.most).then_some((last.end, spread))
}

/// The unit after a dash at `at`; a dash is no unit itself, except `~`.
pub(crate) fn dash(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    if sentence.units.get(at)?.key == u32::from('~') {
        return Some(at + 1);
    }
    let (before, next) = (sentence.units.get(at.checked_sub(1)?)?, sentence.units.get(at)?);
    let between = sentence.source.get(byte(before.end)..byte(next.start))?;
    matches!(between.trim(), "-" | "–" | "—" | "－").then_some(at)
}

/// 三两个, two or three, and 百来块, a hundred or so.
fn idiom(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Spread)> {
    if let Some(end) = sentence.phrase(at, "三两") {
        let counted = sentence.han(end).is_some_and(|next| numeral::COUNTED.contains(next));
        return counted.then_some((end, Spread { least: 2_000, most: 3_000 }));
    }
    let unit = numeral::small_unit(sentence.han(at)?).filter(|unit| *unit > 10)?;
    sentence.any(at + 1, &["来", "把"])?;
    let milli = u64::try_from(unit).ok()? * 1_000;
    Some((at + 1, Spread { least: milli, most: milli }))
}

/// 几 after tens: 十几 are ten to nineteen. Where it ends.
fn some_more(sentence: &Sentence<'_>, read: Numeral) -> Option<usize> {
    let tens = read.value.to_whole().is_some_and(|n| n > 0 && n % 10 == 0) && read.form != Form::Digits;
    sentence.phrase(read.end, "几").filter(|_| tens)
}

const PHRASES: &[(&str, u64)] = &[
    ("half a dozen", 6_000),
    ("half dozen", 6_000),
    ("a half dozen", 6_000),
    ("a dozen", 12_000),
    ("one dozen", 12_000),
    ("two dozen", 24_000),
    ("three dozen", 36_000),
    ("dozen", 12_000),
    ("a couple", 2_000),
    ("a couple of", 2_000),
    ("couple of", 2_000),
    ("a hundred", 100_000),
    ("half a", 500),
    ("half an", 500),
    ("half", 500),
    ("a", 1_000),
    ("an", 1_000),
    ("single", 1_000),
    ("a single", 1_000),
    ("double", 2_000),
];

/// "two or three", "three to four".
fn english_span(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Spread)> {
    let milli = |at: usize| sentence.units.get(at).and_then(|unit| unit.milli);
    let least = milli(at)?;
    let (end, _) = sentence.any(at + 1, &["to", "or"])?;
    let most = milli(end).filter(|most| *most > least)?;
    Some((end + 1, Spread { least, most }))
}

fn english(sentence: &Sentence<'_>, at: usize) -> Option<(usize, u64)> {
    let word = sentence.units.get(at).filter(|unit| unit.kind == Kind::Word)?;
    let phrase = PHRASES.iter().filter_map(|(phrase, milli)| Some((sentence.phrase(at, phrase)?, *milli)));
    if let Some(found) = phrase.max_by_key(|(end, _)| *end) {
        return Some(found);
    }
    let tens = word.milli?;
    let mut end = at + 1;
    let mut sum = tens;
    let next = |at: usize| sentence.units.get(at).and_then(|unit| unit.milli);
    if (20_000..=90_000).contains(&tens)
        && let Some(one) = next(end).filter(|one| (1_000..10_000).contains(one))
    {
        sum += one;
        end += 1;
    }
    if let Some(to) = sentence.phrase(end, "hundred") {
        sum = sum.saturating_mul(100);
        end = to;
        let to = sentence.phrase(end, "and").unwrap_or(end);
        if let Some(rest) = next(to).filter(|rest| *rest < 100_000) {
            sum += rest;
            end = to + 1;
        }
    }
    Some((end, sum))
}
