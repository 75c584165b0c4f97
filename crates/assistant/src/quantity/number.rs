//! Numbers: 两千四百五, 负一又二分之一, 7万5千, 八点五, 一打, 2e5, and ordinals.

use super::ratio::Ratio;
use super::text::Plain;
use super::{Found, arabic, numeral};
use crate::quantity::numeral::Form;

/// A number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// Its value; the least it may be if it is a span.
    pub value: Ratio,
    /// How much more it may be: one in 三四个.
    pub spread: Ratio,
    /// Whether it says that there is more: 十几万.
    pub open: bool,
    /// Whether it was said in powers of ten: 2e5.
    pub scientific: bool,
}

impl Number {
    pub(crate) fn exact(value: Ratio) -> Self {
        Self { value, spread: Ratio::ZERO, open: false, scientific: false }
    }

    /// As a decimal.
    pub fn decimal(&self) -> String {
        self.value.decimal(self.scientific)
    }
}

/// A number that was read, and how it stands in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Read {
    pub(crate) end: usize,
    pub(crate) number: Number,
    pub(crate) form: Form,
}

/// All numbers of a text. Neighbours, as in 三四个, are no number but a range; see [`super::ranges`].
pub fn numbers(text: &str) -> Vec<Found<Number>> {
    let text = Plain::new(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(read) = signed(&text, at, text.len()) else {
            at += 1;
            continue;
        };
        let read = dozen(&text, read);
        if stands(&text, at, &read) && read.number.spread == Ratio::ZERO {
            found.push(text.found(at..read.end, read.number));
        }
        at = read.end;
    }
    found
}

/// All ordinals of a text: 第二百五十.
pub fn ordinals(text: &str) -> Vec<Found<Number>> {
    let text = Plain::new(text);
    let found = (0..text.len()).filter(|at| text.at(*at) == '第').filter_map(|at| {
        let read = numeral::read(&text, text.skip(at + 1), text.len())?;
        Some(text.found(at..read.end, Number::exact(read.value)))
    });
    found.collect()
}

/// What may follow a single Chinese digit that is a number and no part of a word: measure words, and small words that
/// begin something new.
const AFTER_ONE: &str = "个只双对吨年斤块台名种小月日天件条张把位杯碗盘份瓶袋盒箱包度分点时周岁层楼次遍支根罐听桶串粒颗套\
枚扇辆艘架匹头间家处门道篇页本册首片滴勺口顿场回两克公千厘毫米里升倍打号章世的和是不而却这那与或到至又以";

/// Whether a single digit, or a short row of digits, is a number here: 一 in 一切 is none, nor is 九九.
pub(crate) fn stands(text: &Plain, at: usize, read: &Read) -> bool {
    let next = text.at(read.end);
    match read.form {
        Form::Lone => {
            let before = text.touching(at);
            let formal =
                "肆伍陆陸拾柒捌玖".contains(text.at(at)) && before.is_alphanumeric() && !"是和为写".contains(before);
            let weight = next == '两' && text.at(at) != '两';
            let beside = [before, next].into_iter().any(|c| numeral::digit(c).is_some()) && !weight;
            (!next.is_alphanumeric() && next != '%' || AFTER_ONE.contains(next)) && !formal && !beside
        }
        Form::Row(2) => false,
        Form::Digits => !text.touching(at).is_ascii_alphabetic() && next != '%',
        _ => true,
    }
}

/// A number with its sign.
pub(crate) fn signed(text: &Plain, at: usize, limit: usize) -> Option<Read> {
    let (start, negative) = sign(text, at);
    let mut read = unsigned(text, start, limit)?;
    if negative {
        read.number.value = read.number.value.negative();
    }
    if negative && read.form == Form::Lone {
        read.form = Form::Counted;
    }
    Some(read)
}

/// Where the number begins after its sign, and whether that is a minus. A stroke after a number joins two of them.
fn sign(text: &Plain, at: usize) -> (usize, bool) {
    let joins = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '%' | ')') || numeral::digit(c).is_some();
    match text.at(at) {
        '负' => (text.skip(at + 1), true),
        '-' if !joins(text.before(at)) && text.at(at + 1) != '-' => (at + 1, true),
        _ => (at, false),
    }
}

fn unsigned(text: &Plain, at: usize, limit: usize) -> Option<Read> {
    let end = |(end, value)| Read { end, number: Number::exact(value), form: Form::Counted };
    let whole = arabic::fraction(text, at).map(end).or_else(|| half(text, at).map(end));
    whole.or_else(|| mixed(text, at, limit)).filter(|read| read.end <= limit)
}

/// 半百.
fn half(text: &Plain, at: usize) -> Option<(usize, Ratio)> {
    let unit = text.at(at + 1);
    let unit =
        numeral::small_unit(unit).filter(|unit| *unit > 10).or(numeral::large_unit(unit).map(|(_, unit)| unit))?;
    Some((at + 2, Ratio::new(unit, 2)?)).filter(|_| text.at(at) == '半')
}

/// A decimal, or a fraction in Chinese: 五分之一, 三又二分之一.
fn mixed(text: &Plain, at: usize, limit: usize) -> Option<Read> {
    let first = decimal(text, at, limit)?;
    if let Some((end, value)) = fraction(text, first) {
        return Some(Read { end, number: Number::exact(value), form: Form::Counted });
    }
    let after = text.spaced(first.end, "又").map(|end| text.skip(end));
    let part = after.and_then(|start| fraction(text, decimal(text, start, limit)?));
    match part {
        Some((end, part)) => {
            Some(Read { end, number: Number::exact(first.number.value.plus(part)?), form: Form::Counted })
        }
        None => Some(first),
    }
}

/// 分之 and what is above it, after what is below it.
fn fraction(text: &Plain, below: Read) -> Option<(usize, Ratio)> {
    let start = text.skip(text.spaced(below.end, "分之")?);
    let (start, negative) = sign(text, start);
    let above = decimal(text, start, text.len())?;
    let value = above.number.value.over(below.number.value)?;
    Some((above.end, if negative { value.negative() } else { value }))
}

/// A numeral with its decimals, and a unit after these.
fn decimal(text: &Plain, at: usize, limit: usize) -> Option<Read> {
    let read = numeral::read(text, at, limit)?;
    if read.form == Form::Digits
        && let Some((end, value, scientific)) = arabic::scaled(text, at)
        && end > read.end
    {
        return Some(Read { end, number: Number { scientific, ..Number::exact(value) }, form: Form::Counted });
    }
    let number = Number { spread: read.spread, open: read.open, ..Number::exact(read.value) };
    let whole = Read { end: read.end, number, form: read.form };
    if matches!(read.form, Form::Row(2)) {
        return Some(whole);
    }
    match decimals(text, read.end, limit) {
        Some((end, part)) => {
            let (end, value) = enlarged(text, end, read.value.plus(part)?)?;
            Some(Read { end, number: Number::exact(value), form: Form::Counted })
        }
        None => Some(whole),
    }
}

/// 点 and the digits after it, which go on as single digits: 八点三十 is a time.
fn decimals(text: &Plain, at: usize, limit: usize) -> Option<(usize, Ratio)> {
    let mut end = text.spaced(at, "点")?;
    let mut below = Ratio::ONE;
    let mut sum = Ratio::ZERO;
    let mut any = false;
    loop {
        let place = text.skip(end);
        let character = text.at(place);
        let Some(digit) = numeral::digit(character).filter(|_| !"两俩仨".contains(character) && place < limit)
        else {
            break;
        };
        below = below.over(Ratio::whole(10))?;
        sum = sum.plus(below.times(Ratio::whole(digit))?)?;
        end = place + 1;
        any = true;
    }
    let goes_on = numeral::small_unit(text.at(end)).is_some()
        || "分刻".contains(text.at(end)) && text.word(end, "分之").is_none();
    (any && !goes_on).then_some((end, sum))
}

/// 万 and 亿 after decimals.
fn enlarged(text: &Plain, mut end: usize, mut value: Ratio) -> Option<(usize, Ratio)> {
    while let Some((_, unit)) = numeral::large_unit(text.at(end)) {
        value = value.times(Ratio::whole(unit))?;
        end += 1;
    }
    Some((end, value))
}

/// Dozens: 一打, but not 打开.
fn dozen(text: &Plain, mut read: Read) -> Read {
    let is_dozen = text.at(read.end) == '打' && !"开包折算听电印工车".contains(text.at(read.end + 1));
    if let Some(value) = read.number.value.times(Ratio::whole(12)).filter(|_| is_dozen) {
        read = Read { end: read.end + 1, number: Number::exact(value), form: Form::Counted };
    }
    read
}
