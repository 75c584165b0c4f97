//! Places that are named and are not where it goes: one that is denied or wrong, where somebody only is, and where an
//! order was to go that is given up.

use std::ops::Range;

use domain::buyer::Address;

use super::place::{BEGINNINGS, beside_place, deliver, label};
use super::reading::Place;
use super::sentence::Sentence;
use crate::lexicon::Lexicon;
use crate::lexicon::text::Kind;

/// Characters or words before a place within which the word stands that denies it.
const DENIED_WITHIN: usize = 4;
/// What may stand between a place and the word that denies it, in English.
const SENDS: &[&str] = &["send", "deliver", "bring", "ship", "it", "this", "that", "them", "to"];
/// Words that deny a place.
const DENIES: &[&str] = &["not", "dont", "never"];
/// Words that give up an order, and what tells which one behind the place where it goes.
const GIVES_UP: &[&str] = &["取消", "退掉", "退了", "撤掉", "撤销"];
const THAT_ORDER: &[&str] = &["的那", "的订单", "的单", "那单", "那份", "那个"];

/// 取消送到家里的那份订单: tells where what is given up was to go.
pub(super) fn is_of_given_up(sentence: &Sentence<'_>, at: usize) -> bool {
    let stops = |at: &usize| matches!(sentence.kind(*at), None | Some(Kind::Stop | Kind::Comma));
    let from = (0..at).rev().find(stops).map_or(0, |stop| stop + 1);
    let end = (at..).find(stops).unwrap_or(at);
    (from..at).any(|at| sentence.any(at, GIVES_UP).is_some())
        && (at..end).any(|at| sentence.any(at, THAT_ORDER).is_some())
}

/// Words that say that where it goes is wrong, or is to be another.
const WRONG: &[&str] = &[
    "地址不对",
    "地址错了",
    "地址写错了",
    "地址填错了",
    "地址有误",
    "改地址",
    "改一下地址",
    "换个地址",
    "换地址",
    "地址换一下",
    "地址改一下",
    "送错地方",
    "wrong address",
    "the address is wrong",
    "address is wrong",
    "change the address",
    "change my address",
    "not my address",
    "not the right address",
];

/// Where it is not to go, in a sentence that says no other place: what is denied, 别送家里, or that it is wrong, 地址不对.
pub(crate) fn not_there(lexicon: &Lexicon, sentence: &Sentence<'_>, own: &[Address]) -> Option<(Range<usize>, Place)> {
    let denied = (1..sentence.units.len()).find_map(|at| {
        // 她不在家 only tells, and so does "I'm not at home".
        let sends = sentence.han(at).is_none_or(|first| "送寄".contains(first)) && sentence.any(at, &["at"]).is_none();
        let from = denial(sentence, at).filter(|no| sends && sentence.han(*no) != Some('没'))?;
        let (end, _) = deliver(lexicon, sentence, at)?;
        let (end, _) = label(sentence, beside_place(sentence, end), own)?;
        Some((from..end, Place::Denied(sentence.text(from, end).trim().to_owned())))
    });
    let wrong = || {
        (0..sentence.units.len()).find_map(|at| {
            let (end, _) = sentence.any(at, WRONG)?;
            Some((at..end, Place::Wrong(sentence.text(at, end).to_owned())))
        })
    };
    denied.or_else(wrong)
}

/// Words of those that begin a place which only tell where somebody is: 我在公司, "I am at home".
const WHERE_ONE_IS: &[&str] = &["我在", "在", "到", "住在", "我住", "at"];

/// Whether words that say a place only tell where somebody is.
pub(crate) fn tells_where_one_is(said: &str) -> bool {
    let said = said.trim().to_lowercase();
    WHERE_ONE_IS.iter().any(|word| said.starts_with(word))
}

/// 她不在家, 不要送到公司, "don't send it to the office": where the word stands that denies what begins at `at`.
pub(super) fn denial(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let before = || (0..at).rev().take(DENIED_WITHIN);
    if sentence.han(at).is_none() {
        let mut words = before().take_while(|at| sentence.kind(*at) == Some(Kind::Word));
        let no = words.find(|at| sentence.any(*at, SENDS).is_none())?;
        return sentence.any(no, DENIES).map(|_| no);
    }
    let joins = |character: char| BEGINNINGS.contains(character) || "要用".contains(character);
    let mut before = before().map_while(|at| Some((at, sentence.han(at)?)));
    let no = before.find(|(_, character)| !joins(*character)).filter(|(_, no)| "不没别莫".contains(*no));
    // 要不送家里吧 proposes it.
    let proposes = |at: usize| at.checked_sub(1).is_some_and(|before| sentence.han(before) == Some('要'));
    no.map(|(at, _)| at).filter(|at| !proposes(*at))
}
