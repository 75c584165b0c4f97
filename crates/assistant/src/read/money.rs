//! Sums of money: 二十块, 15块5, 十五六块钱, 三十来块, 二十以内, ¥20, "90 yuan".

use super::numeral::{self, Spread};
use super::sentence::Sentence;
use crate::lexicon::text::Kind;

/// A sum of money, in fen; from and to how much, if it is no exact one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) least: i64,
    pub(crate) most: i64,
}

const UNITS: &[&str] = &["块钱", "元钱", "元人民币", "块", "元", "yuan", "rmb", "cny", "kuai", "yuan rmb"];
/// Where among [`UNITS`] those are after which small change may follow.
const PLAIN: std::ops::RangeInclusive<usize> = 2..=4;

/// What follows a bare number that limits a price, though nobody says of what.
const LIMITS: &[&str] = &["以内", "之内", "以下", "左右", "上下", "封顶"];

/// The sum at `at`: where it ends, and how much.
pub(crate) fn money(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Sum)> {
    range(sentence, at).or_else(|| sum(sentence, at))
}

/// 20到30块, 20-30块, 二十块到三十块.
fn range(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Sum)> {
    let (end, spread) = numeral::spread(sentence, at)?;
    let end = sentence.any(end, UNITS).map_or(end, |(end, _)| end);
    let start = match sentence.any(end, &["到", "至"]) {
        Some((start, _)) => start,
        None => numeral::dash(sentence, end)?,
    };
    let (end, most) = sum(sentence, start)?;
    let least = fen(spread)?.least;
    (least < most.most).then_some((end, Sum { least, most: most.most }))
}

fn sum(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Sum)> {
    let sign = sentence.units.get(at).is_some_and(|unit| unit.key == u32::from('¥'));
    let sign = sign || sentence.any(at, &["rmb", "cny"]).is_some();
    let (end, spread) = numeral::spread(sentence, at + usize::from(sign))?;
    let sum = fen(spread)?;
    if let Some((to, _)) = vague(sentence, end).filter(|_| sum.least >= 1_000) {
        return Some((to, Sum { least: sum.least / 5 * 4, most: sum.most / 5 * 6 }));
    }
    match sentence.any(end, UNITS) {
        Some((to, unit)) if PLAIN.contains(&unit) && sum.least == sum.most => {
            let (to, fen) = small_change(sentence, to, sum.least);
            Some((to, Sum { least: fen, most: fen }))
        }
        Some((to, _)) => Some((sentence.phrase(to, "钱").unwrap_or(to), sum)),
        None => (sign || limited(sentence, at, end)).then_some((end, sum)),
    }
}

fn fen(spread: Spread) -> Option<Sum> {
    Some(Sum { least: i64::try_from(spread.least / 10).ok()?, most: i64::try_from(spread.most / 10).ok()? })
}

/// 来 and 多 before the unit: about so much.
fn vague(sentence: &Sentence<'_>, at: usize) -> Option<(usize, usize)> {
    let (end, _) = sentence.any(at, &["来", "多", "余", "把"])?;
    let (end, unit) = sentence.any(end, UNITS)?;
    Some((sentence.phrase(end, "钱").unwrap_or(end), unit))
}

/// What stands before a bare number that limits a price.
const LIMITED: &[&str] = &[
    "不到",
    "超过",
    "超出",
    "高于",
    "不低于",
    "不超过",
    "不能超过",
    "不得超过",
    "不要超过",
    "别超过",
    "不高于",
    "控制在",
    "最多花",
    "预算是",
    "最多",
    "至多",
    "低于",
    "少于",
    "预算",
    "under",
    "below",
    "less than",
    "cheaper than",
    "budget",
    "budget is",
    "no more than",
    "not more than",
    "at most",
];

/// Whether a bare number is a sum by what is said around it: 三十以内, 不到二十的, 超过二十就不要, "under thirty".
fn limited(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    let length = |phrase: &str| if phrase.is_ascii() { phrase.split(' ').count() } else { phrase.chars().count() };
    let before =
        |phrase: &&str| at.checked_sub(length(phrase)).is_some_and(|from| sentence.phrase(from, phrase) == Some(at));
    let ends = sentence.kind(end).is_none_or(|kind| matches!(kind, Kind::Stop | Kind::Comma))
        || sentence.han(end).is_some_and(|next| "的就".contains(next));
    sentence.any(end, LIMITS).is_some() || ends && LIMITED.iter().any(before)
}

/// What follows the yuan: 15块5, 九块九, 3块5毛.
fn small_change(sentence: &Sentence<'_>, at: usize, fen: i64) -> (usize, i64) {
    match numeral::whole(sentence, at) {
        Some((end, tenths @ 1..=9)) if ends(sentence, end) => (end, fen + i64::from(tenths) * 10),
        Some((end, tenths @ 1..=9)) => match sentence.any(end, &["毛", "角", "毛钱"]) {
            Some((to, _)) => (to, fen + i64::from(tenths) * 10),
            None => (at, fen),
        },
        _ => (sentence.phrase(at, "钱").unwrap_or(at), fen),
    }
}

/// Whether a sum may end here: not before a measure word, as in 十块一个.
fn ends(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.han(at).is_none_or(|next| "以之内下的左上吧啊呀就够".contains(next))
}
