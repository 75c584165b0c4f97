//! Sums of money: 二十块, 15块5, ¥20, "90 yuan".

use super::numeral;
use super::sentence::Sentence;

/// The sum at `at`: where it ends, and how many fen.
pub(crate) fn money(sentence: &Sentence<'_>, at: usize) -> Option<(usize, i64)> {
    let sign = sentence.units.get(at).is_some_and(|unit| unit.key == u32::from('¥'));
    let sign = sign || sentence.any(at, &["rmb", "cny"]).is_some();
    let (end, milli) = numeral::number(sentence, at + usize::from(sign))?;
    let fen = i64::try_from(milli / 10).ok()?;
    let unit = ["块钱", "元钱", "元人民币", "块", "元", "yuan", "rmb", "cny", "kuai", "yuan rmb"];
    match sentence.any(end, &unit) {
        Some((to, 2..=4)) => Some(small_change(sentence, to, fen)),
        Some((to, _)) => Some((to, fen)),
        None => sign.then_some((end, fen)),
    }
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
