//! Sums of money: 二十块, 15块5, 十五六块钱, 三十来块, 二十以内, ¥20, "90 yuan".

use super::numeral::{self, Spread};
use super::sentence::Sentence;

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
    let (end, _) = sentence.any(at, &["来", "多", "余"])?;
    let (end, unit) = sentence.any(end, UNITS)?;
    Some((sentence.phrase(end, "钱").unwrap_or(end), unit))
}

/// Whether a bare number is a sum by what is said around it: 三十以内, "under thirty".
fn limited(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    let chinese = sentence.any(end, LIMITS).is_some();
    let before = |words: usize, phrase: &str| {
        at.checked_sub(words).is_some_and(|from| sentence.phrase(from, phrase) == Some(at))
    };
    let english = before(1, "under") || before(1, "below") || before(2, "less than") || before(2, "cheaper than");
    let ends = sentence
        .kind(end)
        .is_none_or(|kind| kind == crate::lexicon::text::Kind::Stop || kind == crate::lexicon::text::Kind::Comma);
    chinese || english && ends
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
