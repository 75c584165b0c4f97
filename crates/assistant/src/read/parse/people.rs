//! People in a sentence: who wants what (小李要一碗面), and how many they are (五个人，每人一碗).

use std::ops::Range;

use super::piece::{Piece, Role};
use crate::lexicon::Word;
use crate::read::reading::{Amount, Measure};
use crate::read::sentence::Sentence;

/// Before a surname: 小李, 老王.
const FAMILIAR: &[char] = &['小', '老', '阿', '大'];
/// The surnames of most people in China, after the Ministry of Public Security's list of 2020.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史贺陶";
/// Persons by what they are to the buyer.
const PERSONS: &[&str] = &[
    "我老婆",
    "我老公",
    "我妈",
    "我爸",
    "我妈妈",
    "我爸爸",
    "我孩子",
    "我儿子",
    "我女儿",
    "我哥",
    "我姐",
    "我弟",
    "我妹",
    "我朋友",
    "我同事",
    "我室友",
    "我爷爷",
    "我奶奶",
    "老婆",
    "老公",
    "妈",
    "妈妈",
    "爸",
    "爸爸",
    "孩子",
    "儿子",
    "女儿",
    "爷爷",
    "奶奶",
    "姥姥",
    "姥爷",
    "外婆",
    "外公",
    "哥",
    "姐",
    "弟弟",
    "妹妹",
    "哥哥",
    "姐姐",
    "朋友",
    "同事",
    "室友",
    "他",
    "她",
    "老板",
    "my wife",
    "my husband",
    "my mum",
    "my mom",
    "my dad",
    "my son",
    "my daughter",
    "my friend",
    "my colleague",
    "he",
    "she",
];
/// One of these is in every sentence that says how many people there are.
const COUNTED: &[&str] = &["俩", "仨", "人", "位", "people", "People", "person", "folks"];
/// Each of them, before an amount.
const EACH_PERSON: &[&str] = &["每人", "每个人", "一人", "人手", "各人", "每位", "一个人", "人均"];
/// After how many they are.
const PERSON: &[&str] = &["人", "个人", "位", "口人", "people", "persons", "folks"];
/// Before how many they are, where no 人 follows: 我们仨.
const OF_US: &[&str] = &["我们", "咱们", "咱", "俺们", "一共", "总共", "共"];
/// What makes of a number of people something else: 三人份, 四人餐.
const FOR_PEOPLE: &[char] = &['份', '餐', '套', '桌'];
/// Characters or words of a person at most.
const PERSON_UNITS: usize = 4;
/// People that one order feeds at most.
const PEOPLE_MAX: u32 = 200;

/// Takes who wants something, and how many they are, out of what is to be bought. Who it is is said back; an amount
/// for each of so many is that many times as much.
pub(super) fn people(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let begins = at == 0 || matches!(pieces[at - 1].role, Role::Separator(_)) || pieces[at - 1].is(Word::And);
        if let Some(end) = begins.then(|| person(sentence, pieces, at)).flatten() {
            aside(pieces, at..end);
        }
    }
    // Most sentences count no people, and are not looked at further.
    if !COUNTED.iter().any(|word| sentence.source.contains(word)) {
        return;
    }
    let each = (0..pieces.len()).find_map(|at| Some((at, each_person(sentence, pieces, at)?)));
    let many = (0..pieces.len()).find_map(|at| how_many(sentence, pieces, at, each.map(|(at, _)| at)));
    match (each, many) {
        (Some((at, end)), Some((range, n))) => {
            multiply(pieces, end, n);
            pieces[at..end].iter_mut().for_each(|piece| piece.role = Role::Done);
            pieces[range].iter_mut().for_each(|piece| piece.role = Role::Done);
        }
        (None, Some((range, _))) => aside(pieces, range),
        (_, None) => {}
    }
}

/// Makes one aside of some pieces.
pub(super) fn aside(pieces: &mut [Piece], range: Range<usize>) {
    let end = pieces[range.end - 1].token.end;
    pieces[range.clone()].iter_mut().for_each(|piece| piece.role = Role::Done);
    pieces[range.start].token.end = end;
    pieces[range.start].role = Role::Word(Word::Aside);
}

/// Where a person ends that begins at `at`, right before a word of wanting: 张三要, "my wife wants".
fn person(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<usize> {
    let verb = (at + 1..pieces.len()).take(PERSON_UNITS).find(|next| pieces[*next].is(Word::Want))?;
    let text = sentence.text(pieces[at].token.start, pieces[verb - 1].token.end).trim().to_lowercase();
    let named = pieces[at..verb].iter().any(|piece| piece.item && piece.name);
    (!named && is_person(&text)).then_some(verb)
}

fn is_person(text: &str) -> bool {
    let mut characters = text.chars();
    let surname = |character: char| SURNAMES.contains(character);
    let known = match (characters.next(), characters.next(), characters.next()) {
        (Some(familiar), Some(name), None) if FAMILIAR.contains(&familiar) => surname(name),
        (Some(name), Some('三' | '四' | '五' | '六' | '七' | '哥' | '姐' | '总' | '工'), None) => {
            surname(name)
        }
        (Some(name), Some('老' | '先' | '女' | '阿'), Some('师' | '生' | '士' | '姨')) => surname(name),
        _ => false,
    };
    known || PERSONS.contains(&text)
}

/// Where 每人 ends that begins at `at`, if an amount follows.
fn each_person(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<usize> {
    (at + 1..=at + 3).filter(|end| *end < pieces.len()).find(|end| {
        let text = sentence.text(pieces[at].token.start, pieces[end - 1].token.end);
        let next = &pieces[*end];
        EACH_PERSON.contains(&text) && matches!(next.role, Role::Amount(_) | Role::Measure(_))
    })
}

/// How many people, where that is said: 我们三个人.
fn how_many(sentence: &Sentence<'_>, pieces: &[Piece], at: usize, each: Option<usize>) -> Option<(Range<usize>, u32)> {
    let Role::Amount(amount) = pieces[at].role else { return None };
    if Some(at) == each || !matches!(amount.measure, Measure::Each | Measure::Form(_)) {
        return None;
    }
    let n = amount.whole().filter(|n| *n <= PEOPLE_MAX)?;
    let after = pieces.get(at + 1)?.token;
    let text = sentence.text(after.start, after.end).to_lowercase();
    let before = at.checked_sub(1).map(|at| pieces[at].text(sentence));
    let so_many_people = matches!(pieces[at].text(sentence), "俩" | "仨");
    let of_us = before.is_some_and(|before| {
        let ours = ["我们", "咱们", "咱", "俺们"].contains(&before);
        each.is_some() && OF_US.contains(&before) || so_many_people && ours
    });
    let person = of_us || PERSON.contains(&text.as_str()) || pieces[at].text(sentence).ends_with('位');
    let end = if PERSON.contains(&text.as_str()) { at + 2 } else { at + 1 };
    let next = pieces.get(end).map(|next| next.text(sentence));
    let counted = next.and_then(|next| next.chars().next()).is_some_and(|next| FOR_PEOPLE.contains(&next));
    (person && !counted).then_some((at..end, n))
}

/// Multiplies what each of them has, to the end of the clause.
fn multiply(pieces: &mut [Piece], from: usize, n: u32) {
    let clause = pieces[from..].iter_mut().take_while(|piece| !matches!(piece.role, Role::Separator(_)));
    for piece in clause {
        match piece.role {
            Role::Amount(amount) => piece.role = Role::Amount(amount.times(n)),
            Role::Measure(measure) => {
                piece.role = Role::Amount(Amount { measure, ..Amount::count(n) });
            }
            _ => {}
        }
    }
}
