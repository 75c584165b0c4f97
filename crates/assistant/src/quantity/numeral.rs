//! The grammar of Chinese numerals, also with digits in them: 两千零五, 一万三, 十五六, 25万6千, 廿五.
//!
//! Coefficients and units alternate. A unit of four places, 万 亿 兆, multiplies what was said before it and is
//! smaller; a single digit after a unit stands for the next place, unless a zero was said.

use super::ratio::Ratio;

/// Where characters and numbers in digits are found: a text, or a sentence cut into units.
pub(crate) trait Glyphs {
    /// The Chinese character at `at`.
    fn han(&self, at: usize) -> Option<char>;
    /// The number in digits at `at`, and where it ends.
    fn digits(&self, at: usize) -> Option<(usize, Ratio)>;
    /// The first place from `at` on that is no space.
    fn skip(&self, at: usize) -> usize;
}

/// How a numeral is written; a short one is a number only in company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// In digits alone.
    Digits,
    /// One character.
    Lone,
    /// So many Chinese digits, one after the other: 二零一八.
    Row(usize),
    /// With units.
    Counted,
}

/// Measure words that tell 一两个, one or two, from 一两, a tenth of a pound.
pub(crate) const COUNTED: &str = "个杯份瓶块天次碗盒袋包件张只条串斤样种位盘罐箱";

/// A numeral that was read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Numeral {
    pub(crate) end: usize,
    pub(crate) value: Ratio,
    /// How much more it may be: one for 三四个, ten for 二三十.
    pub(crate) spread: Ratio,
    /// Whether it says that there is more: 十几万, 一千多万.
    pub(crate) open: bool,
    pub(crate) form: Form,
}

/// The value of a Chinese digit.
pub(crate) fn digit(character: char) -> Option<i128> {
    Some(match character {
        '零' | '〇' => 0,
        '一' | '壹' | '幺' => 1,
        '二' | '贰' | '貳' | '两' | '兩' | '俩' | '倆' => 2,
        '三' | '叁' | '參' | '仨' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// A unit below ten thousand.
pub(crate) fn small_unit(character: char) -> Option<i128> {
    Some(match character {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        _ => return None,
    })
}

/// A unit of four places more each: which, counted from ten thousand, and its value.
pub(crate) fn large_unit(character: char) -> Option<(usize, i128)> {
    Some(match character {
        '万' | '萬' => (0, 10_000),
        '亿' | '億' => (1, 100_000_000),
        '兆' => (2, 1_000_000_000_000),
        _ => return None,
    })
}

/// The numeral at `at`, no further than `limit`, without a decimal part.
pub(crate) fn read(glyphs: &impl Glyphs, at: usize, limit: usize) -> Option<Numeral> {
    let mut sum = Sum { floor: i128::MAX, ..Sum::default() };
    let mut end = at;
    loop {
        let place = if end == at { at } else { glyphs.skip(end) };
        match sum.step(glyphs, place, limit, place > end) {
            Some(next) if next <= limit => end = next,
            _ => break,
        }
    }
    sum.finish(at, end)
}

/// What has been read of a numeral.
#[derive(Default)]
struct Sum {
    /// Counts of 万, 亿 and 兆, multiplied.
    large: [Option<Ratio>; 3],
    /// What is below the next large unit.
    section: Option<Ratio>,
    /// A coefficient that waits for its unit.
    waiting: Option<Ratio>,
    /// Whether it is in Chinese, or a single digit, so that it may stand for the next place.
    brief: bool,
    /// How much larger the second of two neighbours is: 三四.
    ahead: i128,
    spread: Option<Ratio>,
    /// The smallest unit so far in this section.
    floor: i128,
    /// The unit that was said last.
    unit: i128,
    zero: bool,
    open: bool,
    row: usize,
    in_digits: bool,
}

impl Sum {
    fn step(&mut self, glyphs: &impl Glyphs, at: usize, limit: usize, spaced: bool) -> Option<usize> {
        if let Some((end, value)) = glyphs.digits(at) {
            return self.digits(glyphs, end, value, spaced).then_some(end);
        }
        let character = glyphs.han(at).filter(|_| at < limit)?;
        let next = glyphs.han(glyphs.skip(at + 1));
        let taken = if let Some(value) = digit(character) {
            self.han_digit(character, value, next)
        } else if let Some(unit) = small_unit(character) {
            self.small(unit, next)
        } else if let Some((level, unit)) = large_unit(character) {
            self.large(level, unit)
        } else if let Some(tens) = [('廿', 20), ('卅', 30)].into_iter().find(|(c, _)| *c == character) {
            self.tens(tens.1)
        } else {
            self.more(character, next)
        };
        taken.then_some(at + 1)
    }

    fn counted(&self) -> bool {
        self.section.is_some() || self.large.iter().any(Option::is_some)
    }

    fn digits(&mut self, glyphs: &impl Glyphs, end: usize, value: Ratio, spaced: bool) -> bool {
        let followed =
            glyphs.han(glyphs.skip(end)).is_some_and(|c| small_unit(c).or(large_unit(c).map(|u| u.1)).is_some());
        if self.waiting.is_some() || self.row > 0 || spaced && !followed {
            return false;
        }
        if self.counted() && (value.to_whole().is_none() || value >= Ratio::whole(self.unit)) {
            return false;
        }
        self.brief = self.counted() && value < Ratio::whole(10);
        self.in_digits = true;
        self.waiting = Some(value);
        true
    }

    fn han_digit(&mut self, character: char, value: i128, next: Option<char>) -> bool {
        let before_unit = next.is_some_and(|c| matches!(small_unit(c), Some(100 | 1000)) || large_unit(c).is_some());
        let begins = !self.counted() && self.waiting.is_none() && !self.zero;
        let one_or_two =
            character == '两' && self.waiting == Some(Ratio::ONE) && next.is_some_and(|c| COUNTED.contains(c));
        if "两兩俩倆仨".contains(character) && !begins && !before_unit && !one_or_two {
            return false;
        }
        if self.in_digits && self.waiting.is_some() {
            return false;
        }
        match self.waiting.and_then(Ratio::to_whole) {
            None if value == 0 && self.counted() => self.zero = true,
            None => {
                self.waiting = Some(Ratio::whole(value));
                self.row = usize::from(!self.counted());
                self.brief = true;
            }
            Some(0) if !self.counted() && self.row == 1 && value > 0 => self.push(0, value),
            Some(first) if self.ahead == 0 && first > 0 && value > first && self.row <= 1 && self.brief => {
                self.push_neighbour(first, value, next);
            }
            Some(sofar) if self.row > 0 => self.push(sofar, value),
            Some(_) => return false,
        }
        true
    }

    /// One more digit of a row.
    fn push(&mut self, sofar: i128, value: i128) {
        let sofar = sofar.saturating_mul(if self.ahead > 0 { 1 } else { 10 });
        self.waiting = Some(Ratio::whole(sofar.saturating_add(value)));
        self.row += 1;
        self.ahead = 0;
    }

    /// The second of two digits of which the second is larger: a span, unless a row of digits goes on.
    fn push_neighbour(&mut self, first: i128, value: i128, next: Option<char>) {
        if self.row == 1 && next.is_some_and(|c| digit(c).is_some()) {
            return self.push(first, value);
        }
        self.ahead = value - first;
    }

    fn small(&mut self, unit: i128, next: Option<char>) -> bool {
        let followed = next.is_some_and(|c| digit(c).is_some_and(|value| value > 0));
        let may_lead = unit == 10 || !self.counted() && followed && self.waiting.is_none();
        if unit >= self.floor || self.row > 1 || self.waiting.is_none() && !may_lead {
            return false;
        }
        let count = self.waiting.take().filter(|count| *count != Ratio::ZERO).unwrap_or(Ratio::ONE);
        self.raise(unit);
        self.add_section(count.times(Ratio::whole(unit)));
        (self.floor, self.unit, self.zero, self.row) = (unit, unit, false, 0);
        true
    }

    fn tens(&mut self, value: i128) -> bool {
        if self.waiting.is_some() || self.floor <= 10 {
            return false;
        }
        self.add_section(Some(Ratio::whole(value)));
        (self.floor, self.unit, self.zero) = (10, 10, false);
        true
    }

    fn large(&mut self, level: usize, unit: i128) -> bool {
        let said = match (self.section, self.waiting) {
            (Some(section), Some(waiting)) => section.plus(waiting),
            (section, waiting) => section.or(waiting),
        };
        let smaller = self.large[..level].iter().flatten().copied().reduce(|a, b| a.plus(b).unwrap_or(a));
        let count = match (said, smaller) {
            (Some(said), Some(smaller)) => said.plus(smaller),
            (said, smaller) => said.or(smaller),
        };
        let count = match (count, self.large[level]) {
            (None, Some(same)) => same,
            (Some(count), None) if self.row <= 1 => count,
            _ => return false,
        };
        self.raise(unit);
        self.large[..level].fill(None);
        self.large[level] = count.times(Ratio::whole(unit));
        (self.section, self.waiting, self.floor, self.unit) = (None, None, i128::MAX, unit);
        (self.zero, self.row, self.ahead) = (false, 0, 0);
        self.large[level].is_some()
    }

    /// What may be more becomes more by a unit that follows.
    fn raise(&mut self, unit: i128) {
        self.spread = match (self.spread, self.ahead) {
            (Some(spread), _) if unit >= 10_000 => spread.times(Ratio::whole(unit)),
            (_, ahead) if ahead > 0 => ahead.checked_mul(unit).map(Ratio::whole),
            (spread, _) => spread,
        };
        self.ahead = 0;
    }

    fn add_section(&mut self, value: Option<Ratio>) {
        self.section = value.and_then(|value| value.plus(self.section.unwrap_or(Ratio::ZERO)));
    }

    /// 几, 多 and 余 between a number and a large unit say that there is more.
    fn more(&mut self, character: char, next: Option<char>) -> bool {
        let between = "几多余来".contains(character) && next.is_some_and(|c| large_unit(c).is_some());
        let some = between && (self.counted() || self.in_digits);
        self.open |= some;
        some
    }

    fn finish(self, start: usize, end: usize) -> Option<Numeral> {
        let short = self.brief && self.counted() && self.unit >= 100 && !self.zero;
        let place = Ratio::whole(if short { self.unit / 10 } else { 1 });
        let waiting = self.waiting.unwrap_or(Ratio::ZERO).times(place)?;
        let spread = match self.ahead {
            0 => self.spread.unwrap_or(Ratio::ZERO),
            ahead => Ratio::whole(ahead).times(place)?,
        };
        let all = self.large.iter().flatten().chain(&self.section).try_fold(waiting, |sum, part| sum.plus(*part))?;
        let form = match self.row {
            _ if self.in_digits && !self.counted() => Form::Digits,
            _ if end == start + 1 => Form::Lone,
            1 if self.ahead > 0 => Form::Row(2),
            0 | 1 => Form::Counted,
            row => Form::Row(row),
        };
        (self.counted() || self.waiting.is_some()).then_some(Numeral { end, value: all, spread, open: self.open, form })
    }
}

/// A text with its numbers below a hundred as they are spoken, where Chinese stands around them: 小米十四 for 小米14.
pub(crate) fn in_han(text: &str) -> Option<String> {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let from = text.find(|character: char| character.is_ascii_digit())?;
    let to =
        text[from..].find(|character: char| !character.is_ascii_digit()).map_or(text.len(), |length| from + length);
    let number = text[from..to].parse::<usize>().ok().filter(|number| (1..100).contains(number))?;
    let beside = text[..from].chars().next_back().or(text[to..].chars().next())?;
    if beside.is_ascii() || text[to..].contains(|character: char| character.is_ascii_digit()) {
        return None;
    }
    let (tens, ones) = (number / 10, number % 10);
    let mut spoken = String::new();
    if tens > 1 {
        spoken.push(DIGITS[tens]);
    }
    if tens > 0 {
        spoken.push('十');
    }
    if ones > 0 {
        spoken.push(DIGITS[ones]);
    }
    Some(format!("{}{spoken}{}", &text[..from], &text[to..]))
}
