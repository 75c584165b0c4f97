//! Sums of money: 二十块, 五元三毛, 15块5, 两美元又三美分, 人民币 8千元, ￥300.

use super::numeral::{self, Form};
use super::ratio::Ratio;
use super::text::Plain;
use super::unit::{self, Measured};
use super::{Found, number};

/// A currency.
#[derive(Debug, PartialEq, Eq)]
pub struct Currency {
    /// Its English name.
    pub name: &'static str,
    /// Its code; none if it has none, or the sign is used by several.
    pub code: Option<&'static str>,
}

/// A sum of money, or only a currency that is named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sum {
    /// How much; `None` where only the currency is named.
    pub value: Option<Ratio>,
    /// How much more it may be: one in 十五六块.
    pub spread: Ratio,
    /// Of what.
    pub currency: &'static Currency,
}

macro_rules! currencies {
    ($($id:ident: $name:literal, $code:expr;)*) => {
        $(static $id: Currency = Currency { name: $name, code: $code };)*
    };
}

currencies! {
    CNY: "Chinese yuan", Some("CNY");
    USD: "United States dollar", Some("USD");
    EUR: "Euro", Some("EUR");
    GBP: "British pound", Some("GBP");
    JPY: "Japanese yen", Some("JPY");
    KRW: "South Korean won", Some("KRW");
    HKD: "Hong Kong dollar", Some("HKD");
    MOP: "Macanese pataca", Some("MOP");
    TWD: "New Taiwan dollar", Some("TWD");
    CHF: "Swiss franc", Some("CHF");
    AUD: "Australian dollar", Some("AUD");
    CAD: "Canadian dollar", Some("CAD");
    NZD: "New Zealand dollar", Some("NZD");
    SGD: "Singapore dollar", Some("SGD");
    MYR: "Malaysian ringgit", Some("MYR");
    THB: "Thai baht", Some("THB");
    VND: "Vietnamese dong", Some("VND");
    INR: "Indian rupee", Some("INR");
    RUB: "Russian ruble", Some("RUB");
    NGN: "Nigerian naira", Some("NGN");
    ZAR: "South African rand", Some("ZAR");
    BRL: "Brazilian real", Some("BRL");
    DOLLAR: "Dollar", None;
    BITCOIN: "Bitcoin", None;
}

/// What a word for money is: a currency by its name, one by a short word that needs a number, or a part of one.
struct Word {
    currency: &'static Currency,
    /// How many make one of the currency.
    parts: i128,
    named: bool,
}

const fn named(currency: &'static Currency) -> Word {
    Word { currency, parts: 1, named: true }
}

const fn short(currency: &'static Currency) -> Word {
    Word { currency, parts: 1, named: false }
}

const fn part(currency: &'static Currency, parts: i128) -> Word {
    Word { currency, parts, named: false }
}

static WORDS: &[(&str, Word)] = &[
    ("元", short(&CNY)),
    ("圆", short(&CNY)),
    ("块", short(&CNY)),
    ("元钱", short(&CNY)),
    ("块钱", short(&CNY)),
    ("元人民币", named(&CNY)),
    ("块人民币", named(&CNY)),
    ("人民币", named(&CNY)),
    ("人民币元", named(&CNY)),
    ("rmb", named(&CNY)),
    ("cny", named(&CNY)),
    ("角", part(&CNY, 10)),
    ("毛", part(&CNY, 10)),
    ("毛钱", part(&CNY, 10)),
    ("角钱", part(&CNY, 10)),
    ("分", part(&CNY, 100)),
    ("分钱", part(&CNY, 100)),
    ("美元", named(&USD)),
    ("美圆", named(&USD)),
    ("美金", named(&USD)),
    ("美刀", named(&USD)),
    ("usd", named(&USD)),
    ("美分", part(&USD, 100)),
    ("欧元", named(&EUR)),
    ("欧分", part(&EUR, 100)),
    ("英镑", named(&GBP)),
    ("便士", part(&GBP, 100)),
    ("日元", named(&JPY)),
    ("日圆", named(&JPY)),
    ("日币", named(&JPY)),
    ("日本钱", part(&JPY, 100)),
    ("韩元", named(&KRW)),
    ("韩币", named(&KRW)),
    ("港元", named(&HKD)),
    ("港币", named(&HKD)),
    ("港纸", named(&HKD)),
    ("澳门元", named(&MOP)),
    ("台币", named(&TWD)),
    ("新台币", named(&TWD)),
    ("瑞士法郎", named(&CHF)),
    ("瑞郎", named(&CHF)),
    ("澳元", named(&AUD)),
    ("澳币", named(&AUD)),
    ("加元", named(&CAD)),
    ("加币", named(&CAD)),
    ("新西兰元", named(&NZD)),
    ("新加坡元", named(&SGD)),
    ("新币", named(&SGD)),
    ("林吉特", named(&MYR)),
    ("泰铢", named(&THB)),
    ("越南盾", named(&VND)),
    ("印度卢比", named(&INR)),
    ("卢布", named(&RUB)),
    ("奈拉", named(&NGN)),
    ("兰特", named(&ZAR)),
    ("雷亚尔", named(&BRL)),
    ("比特币", named(&BITCOIN)),
];

/// Signs before a number.
static SIGNS: &[(&str, &Currency)] = &[
    ("¥", &CNY),
    ("人民币", &CNY),
    ("rmb", &CNY),
    ("hk$", &HKD),
    ("us$", &USD),
    ("$", &DOLLAR),
    ("€", &EUR),
    ("£", &GBP),
];

/// All sums of money of a text, and the currencies that are only named.
pub fn sums(text: &str) -> Vec<Found<Sum>> {
    let text = Plain::new(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match signed(&text, at).or_else(|| worded(&text, at)).or_else(|| only_named(&text, at)) {
            Some((end, sum)) => {
                found.push(text.found(at..end, sum));
                at = end;
            }
            None => at = number::signed(&text, at, text.len()).map_or(at + 1, |read| read.end.max(at + 1)),
        }
    }
    found
}

/// A sign or a name, then a number, then perhaps a unit of the same currency: ￥300, 人民币 8千元.
fn signed(text: &Plain, at: usize) -> Option<(usize, Sum)> {
    let (end, currency) = text.entry(at, SIGNS)?;
    let start = text.skip(end);
    if let Some((end, sum)) = worded(text, start) {
        return (sum.currency == *currency).then_some((end, sum));
    }
    let sign_only = !text.at(end - 1).is_alphabetic();
    let read = number::signed(text, start, text.len())
        .filter(|_| sign_only || start > end || text.at(start).is_ascii_digit())?;
    Some((read.end, Sum { value: Some(read.number.value), spread: read.number.spread, currency }))
}

/// A number with a word for money, and its parts.
fn worded(text: &Plain, at: usize) -> Option<(usize, Sum)> {
    let first = amount(text, at)?;
    let (currency, mut parts) = (first.unit.currency, first.unit.parts);
    let mut value = first.read.number.value.over(Ratio::whole(parts))?;
    let mut end = first.end;
    while let Some(next) = smaller(text, end, currency, parts) {
        parts = next.unit.parts;
        value = value.plus(next.read.number.value.over(Ratio::whole(parts))?)?;
        end = next.end;
    }
    if let Some((to, digit)) =
        trailing(text, end).filter(|_| currency.code == Some("CNY") && parts < 100 && !first.unit.named)
    {
        value = value.plus(Ratio::new(digit, parts * 10)?)?;
        end = to;
    }
    let spread = first.read.number.spread.over(Ratio::whole(first.unit.parts))?;
    Some((end, Sum { value: Some(value), spread, currency }))
}

/// A number with a word for money. 角 is a corner as well, and 分 a point or a minute.
fn amount(text: &Plain, at: usize) -> Option<Measured<'static, Word>> {
    let found = unit::measured(text, at, WORDS)?;
    let last = text.at(found.end - 1);
    let other = last == '角' && "形大星度落".contains(text.at(found.end))
        || last == '分' && found.unit.parts == 100 && found.unit.currency == &CNY;
    (!other).then_some(found)
}

/// What of the same currency follows and is a smaller part of it.
fn smaller(text: &Plain, end: usize, currency: &Currency, parts: i128) -> Option<Measured<'static, Word>> {
    let start = ["又", "零"].iter().find_map(|word| text.spaced(end, word)).unwrap_or(end);
    let next = unit::measured(text, text.skip(start), WORDS)?;
    (next.unit.currency == currency && next.unit.parts > parts).then_some(next)
}

/// A digit that stands for the next part: 15块5, 九块九. Nothing may follow that is counted.
fn trailing(text: &Plain, end: usize) -> Option<(usize, i128)> {
    let read = numeral::read(text, end, text.len()).filter(|read| read.end == end + 1)?;
    let ends = matches!(read.form, Form::Lone | Form::Digits) && !text.at(read.end).is_alphanumeric();
    Some((read.end, read.value.to_whole()?)).filter(|_| ends && matches!(text.at(end - 1), '块' | '元' | '毛' | '角'))
}

/// A currency by its name, without a number.
fn only_named(text: &Plain, at: usize) -> Option<(usize, Sum)> {
    let (end, word) = text.entry(at, WORDS).filter(|(end, word)| word.named && !text.at(end - 1).is_ascii())?;
    let counted = text.at(at) == '元' || text.at(at) == '块';
    (!counted).then_some((end, Sum { value: None, spread: Ratio::ZERO, currency: word.currency }))
}
