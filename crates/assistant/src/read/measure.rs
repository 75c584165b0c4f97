//! How many or how much: 两杯, 半斤, "two bottles of", "half a dozen", 500 g.

use super::numeral;
use super::reading::{Amount, Measure};
use super::sentence::Sentence;
use crate::lexicon::{FORM_HALF, Lexicon, Meaning};

/// The measure word at `at`: where it ends, and what it is.
pub(crate) fn measure(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize) -> Option<(usize, Measure)> {
    let mut found = None;
    lexicon.walk(sentence.units.get(at..)?, |length, node| {
        for meaning in lexicon.meanings(node) {
            if let Meaning::Measure(measure) = meaning {
                found = Some((at + length, *measure));
            }
        }
    });
    found
}

/// A vague number of 块 from here on is a price: 十几块 are no pieces.
const PRICE_FROM_MILLI: u32 = 10_000;

/// The amount at `at`: a number with a measure word.
pub(crate) fn amount(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize) -> Option<(usize, Amount)> {
    let (end, spread) = numeral::spread(sentence, at)?;
    let (milli, most) = (u32::try_from(spread.least).ok()?, u32::try_from(spread.most).ok()?);
    if spread.least < spread.most && milli >= PRICE_FROM_MILLI && sentence.han(end) == Some('块') {
        return None;
    }
    let end = some_more(lexicon, sentence, end, milli);
    if sentence.han(end) == Some('打') {
        let (milli, most) = (milli.checked_mul(12)?, most.checked_mul(12)?);
        // 一打半 is eighteen.
        let (end, half) = if sentence.han(end + 1) == Some('半') { (end + 2, 6_000) } else { (end + 1, 0) };
        let (milli, most) = (milli.checked_add(half)?, most.checked_add(half)?);
        return Some((end, Amount { milli, most, measure: Measure::Each, value: None }));
    }
    if sentence.han(end) == Some('两') && numeral::number(sentence, end + 1).is_none() {
        return Some((end + 1, Amount { milli, most, measure: Measure::Grams(50), value: None }));
    }
    if let Some(amount) = decimal(lexicon, sentence, end, milli) {
        return Some(amount);
    }
    // "One full case": what is only emphasis.
    let end = sentence
        .any(end, &["full", "whole", "single", "整", "满"])
        .map(|(to, _)| to)
        .filter(|to| {
            measure(lexicon, sentence, *to).is_some_and(|(last, _)| !tells_goods(lexicon, sentence, end, last))
        })
        .unwrap_or(end);
    let (mut to, mut measure) = measure(lexicon, sentence, end)?;
    // Two mugs, where mugs are for sale.
    if is_sold(lexicon, sentence, end, to) {
        return None;
    }
    // A 100-pack is one of a hundred.
    if numeral::dash(sentence, end).is_some() && sentence.phrase(end, "pack").is_some() {
        measure = Measure::Each;
    }
    let mut milli = milli;
    let begins = longest(lexicon, sentence, to) > 1;
    if sentence.han(to) == Some('半') && sentence.han(end).is_some() && milli >= 1000 && !begins {
        milli = milli.checked_add(500)?;
        to += 1;
    }
    if let Some((end, tenths)) = tenths(sentence, to).filter(|_| measure == Measure::Grams(JIN_GRAMS)) {
        milli = milli.checked_add(tenths)?;
        to = end;
    }
    let to = sentence.phrase(to, "of").unwrap_or(to);
    Some((to, Amount { milli, most: most.max(milli), measure, value: None }))
}

/// 一整只, where the whole one is sold beside the half: it says which, and emphasises nothing.
fn tells_goods(lexicon: &Lexicon, sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    let mut tells = false;
    lexicon.walk(sentence.units.get(from..).unwrap_or_default(), |length, node| {
        let meanings = lexicon.meanings(node);
        tells |= from + length == to && meanings.iter().any(|meaning| matches!(meaning, Meaning::Detail(_)));
    });
    tells
}

/// Whether a measure word is the name of goods, and is not followed by what it would count.
fn is_sold(lexicon: &Lexicon, sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    let latin = sentence.han(from).is_none();
    let mut name = false;
    lexicon.walk(sentence.units.get(from..).unwrap_or_default(), |length, node| {
        name |= from + length == to && lexicon.meanings(node).iter().any(|meaning| matches!(meaning, Meaning::Name(_)));
    });
    latin && name && sentence.phrase(to, "of").is_none() && longest(lexicon, sentence, to) == 0
}

/// Units of the longest phrase of the vocabulary at `at`: the 半 of 一杯半糖 belongs to the sugar.
fn longest(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize) -> usize {
    let mut longest = 0;
    lexicon.walk(sentence.units.get(at..).unwrap_or_default(), |length, node| {
        if !lexicon.meanings(node).is_empty() {
            longest = longest.max(length);
        }
    });
    longest
}

/// The grams of a 斤, of which ten 两 make one.
const JIN_GRAMS: u32 = 500;

/// 两 after 斤: 一斤三两. In thousandths of a 斤.
fn tenths(sentence: &Sentence<'_>, at: usize) -> Option<(usize, u32)> {
    let (end, liang) = numeral::whole(sentence, at).filter(|(_, liang)| (1..10).contains(liang))?;
    Some((sentence.phrase(end, "两")?, liang * 100))
}

/// Where a number of tens ends with 来 or 多, if something counted follows: 十来个.
fn some_more(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize, milli: u32) -> usize {
    let end = sentence.any(at, &["来", "多"]).filter(|_| milli >= 10_000 && milli.is_multiple_of(10_000));
    end.map(|(end, _)| end)
        .filter(|end| sentence.han(*end) != Some('块') && measure(lexicon, sentence, *end).is_some())
        .unwrap_or(at)
}

/// A weight or volume with decimals: 一点五升. Anything else that says 点 is a time.
fn decimal(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize, milli: u32) -> Option<(usize, Amount)> {
    let (end, part) = numeral::decimals(sentence, at)?;
    let (to, measure) = measure(lexicon, sentence, end)?;
    let milli = milli.checked_add(u32::try_from(part).ok()?)?;
    let amount = Amount { milli, most: milli, measure, value: None };
    amount.is_weighed().then_some((to, amount))
}

impl Amount {
    /// So many of whatever it is.
    pub(crate) fn count(n: u32) -> Self {
        let milli = n.saturating_mul(1000);
        Self { milli, most: milli, measure: Measure::Each, value: None }
    }

    /// Whether it is so much and not so many: 五百克.
    pub(crate) fn is_weighed(self) -> bool {
        matches!(self.measure, Measure::Grams(_) | Measure::Millilitres(_))
    }

    /// `n` times as much.
    pub(crate) fn times(self, n: u32) -> Self {
        Self { milli: self.milli.saturating_mul(n), most: self.most.saturating_mul(n), ..self }
    }

    /// Whether it is one pack of this size: 30 of what is packed as 30枚, and half of what is 半只. One of something is
    /// one, however it is packed.
    pub(crate) fn fills(self, pack: Self) -> bool {
        let counts = matches!(pack.measure, Measure::Each | Measure::Form(_));
        let any = self.measure == Measure::Each && self.milli != 1000 && counts;
        pack.milli == self.milli && (any || pack.measure == self.measure)
    }

    /// Whether it is half of what there is: 减一半, 减半.
    pub(crate) fn is_half(self) -> bool {
        self.milli == 1000 && self.measure == Measure::Form(FORM_HALF)
            || self.milli == 500 && self.measure == Measure::Each
    }

    /// So many of all that there are: the number, or half of them where that is a whole number.
    pub(crate) fn share_of(self, all: u32) -> Option<u32> {
        if self.is_half() && self.value.is_none() { all.is_multiple_of(2).then_some(all / 2) } else { self.whole() }
    }

    /// The number, if it is whole.
    pub(crate) fn whole(self) -> Option<u32> {
        (self.milli.is_multiple_of(1000) && self.milli > 0).then_some(self.milli / 1000)
    }

    /// Its weight in grams, if it is one and comes to a whole number.
    pub(crate) fn grams(self) -> Option<u64> {
        match self.measure {
            Measure::Grams(each) => {
                let milli = u64::from(self.milli) * u64::from(each);
                (milli % 1000 == 0).then_some(milli / 1000)
            }
            _ => None,
        }
    }

    /// Its volume in millilitres, as [`Amount::grams`].
    pub(crate) fn millilitres(self) -> Option<u64> {
        match self.measure {
            Measure::Millilitres(each) => {
                let milli = u64::from(self.milli) * u64::from(each);
                (milli % 1000 == 0).then_some(milli / 1000)
            }
            _ => None,
        }
    }
}
