//! 下单吧，室友等着呢: words beside a plain order to place it that only tell something. They are said back, and the order is
//! placed.
//!
//! It spends money, so little passes: words that place the order must be there, nothing else of the sentence may ask for
//! anything, and what could not be read must be a person or say one of a few things that people tell. What else it says must
//! be short and must not have a character or a word that denies, counts, dates, sends or pays, nor a character that options
//! are written with, nor a word of one that goods in the cart could have.

use super::Dialogue;
use crate::lexicon::{Lexicon, is_person};
use crate::read::Reading;

/// Characters of something told beside an order at most.
const CHARS_MAX: usize = 12;
/// Words of the same in English.
const WORDS_MAX: usize = 5;
/// What people tell of themselves and others while they order: that somebody waits, is hungry, is busy or is glad.
const TOLD: &[&str] = &[
    "等着",
    "等急了",
    "等不及",
    "饿了",
    "饿着",
    "饿死了",
    "渴了",
    "渴死了",
    "馋了",
    "馋死了",
    "赶时间",
    "忙着",
    "开车",
    "冲",
    "垫了",
    "不改了",
    "不变了",
    "辛苦",
    "高兴",
    "开心",
    "期待",
    "waiting",
    "hungry",
    "starving",
    "thirsty",
    "in a hurry",
    "busy",
    "driving",
    "happy",
    "glad",
    "excited",
    "cheers",
    "mate",
    "bet",
    "ta",
    "great stuff",
    "lovely jubbly",
];
/// Characters that may change what is ordered, or whether it is.
const CHANGING: &str = "不没别莫未无勿免换改加减再另多少除只但前后如若要来买点订取消退送给吗么？一二两三四五六七八九十百半几第日周月钱账卡贵";
/// Words that may.
const CHANGING_WORDS: &[&str] = &[
    "not", "no", "dont", "don't", "but", "except", "instead", "change", "add", "extra", "with", "without", "after",
    "before", "unless", "until", "only", "wait", "hold", "more", "less", "cancel", "if", "when", "later", "first",
    "remove", "swap", "another", "one", "two", "other", "never", "hate", "wrong", "mistake", "is", "are", "does", "to",
    "on", "at", "by", "for", "next", "kidding", "joking", "hardly", "too",
];

/// Whether all that was not read of a sentence only tells something.
pub(super) fn only_tells(lexicon: &Lexicon, reading: &Reading, dialogue: &Dialogue) -> bool {
    let tone = reading.tone;
    let plain = tone.commits
        && reading.told_apart
        && dialogue.is_only_yes(reading.assent)
        && !(tone.names_goods || tone.refuses || tone.holds || tone.supposes || tone.asks || tone.corrects)
        && !(tone.changes || tone.more || tone.drops || tone.fewer || tone.cancels || tone.looks || tone.keeps);
    let told = reading.unread.iter().chain(&reading.asides);
    plain
        && reading.wants.is_empty()
        && !reading.doubtful
        && told.into_iter().all(|text| tells(lexicon, dialogue, text))
}

fn tells(lexicon: &Lexicon, dialogue: &Dialogue, text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let words: Vec<&str> = lower.split(|one: char| !(one.is_alphanumeric() || one == '\'')).collect();
    // 妈妈说可以买, and neither 我瞎说的 nor 随便说说.
    let who = lower.strip_suffix('说').unwrap_or(&lower);
    let Some(rest) = TOLD.iter().find_map(|told| without(&words, told)) else { return is_person(who) };
    let words: Vec<&str> = rest.split(' ').collect();
    let short = rest.chars().count() <= CHARS_MAX || rest.is_ascii() && words.len() <= WORDS_MAX;
    let changes = rest.contains(|one: char| CHANGING.contains(one) || one.is_ascii_digit())
        || words.iter().any(|word| CHANGING_WORDS.contains(word));
    short && !changes && !super::day::is_said(&rest) && !is_of_option(lexicon, dialogue, &rest)
}

/// What else is said beside `told`, if that is said: anywhere in Chinese, as words of their own in English.
fn without(words: &[&str], told: &str) -> Option<String> {
    let (said, told) = if told.is_ascii() {
        (format!(" {} ", words.join(" ")), format!(" {told} "))
    } else {
        (words.join(" "), told.to_owned())
    };
    said.contains(&told).then(|| said.replacen(&told, " ", 1).trim().to_owned())
}

/// Whether it shares a character with any option there is, or in English a word with one that goods in the cart could have.
fn is_of_option(lexicon: &Lexicon, dialogue: &Dialogue, text: &str) -> bool {
    let han: Vec<char> = text.chars().filter(|one| !one.is_ascii()).collect();
    if lexicon.writes_option(&han) {
        return true;
    }
    let items = dialogue.cart.lines.iter().filter_map(|line| lexicon.item_no(&line.item)).map(|no| lexicon.item(no));
    let values = items.flat_map(|item| &item.options).flat_map(|group| &group.values);
    let said: Vec<&str> = text.split(' ').filter(|word| word.len() > 2).collect();
    let english = |value: &domain::catalogue::OptionValue| value.name.en.to_lowercase();
    values.into_iter().any(|value| said.iter().any(|word| english(value).split(' ').any(|own| own == *word)))
}
