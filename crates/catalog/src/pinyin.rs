//! How Chinese is spoken, in Latin letters: for people who type by sound, and for what sounds alike.

use std::collections::HashSet;
use std::sync::OnceLock;

use pinyin::{Pinyin, ToPinyin, ToPinyinMulti};

/// Words of shops and places with a character that is read otherwise than by itself.
const READINGS: &[(&str, &[&str])] = &[
    ("重庆", &["chong", "qing"]),
    ("长沙", &["chang", "sha"]),
    ("长城", &["chang", "cheng"]),
    ("长江", &["chang", "jiang"]),
    ("长寿", &["chang", "shou"]),
    ("银行", &["yin", "hang"]),
    ("音乐", &["yin", "yue"]),
    ("厦门", &["xia", "men"]),
    ("成都", &["cheng", "du"]),
    ("便宜", &["pian", "yi"]),
    ("调味", &["tiao", "wei"]),
    ("调料", &["tiao", "liao"]),
    ("薄荷", &["bo", "he"]),
    ("薄脆", &["bao", "cui"]),
    ("朝阳", &["chao", "yang"]),
    ("银杏", &["yin", "xing"]),
    ("燕麦", &["yan", "mai"]),
    ("扎啤", &["zha", "pi"]),
];
/// The longest syllable, `zhuang`.
const SYLLABLE_LETTERS_MAX: usize = 6;
/// Letters that are split into syllables at most: no name is longer.
const SPLIT_LETTERS_MAX: usize = 60;

/// The syllable of each character of `text`, without tone, `ü` written `v`; `None` for what is not Chinese. Characters
/// with several readings have their most common one, or that of the word they stand in where that is known.
pub fn pinyin_of(text: &str) -> impl Iterator<Item = Option<&'static str>> + '_ {
    let mut rest = text;
    let mut known: &[&'static str] = &[];
    std::iter::from_fn(move || {
        let character = rest.chars().next()?;
        if known.is_empty() {
            known = READINGS.iter().find(|(word, _)| rest.starts_with(word)).map_or(&[], |(_, syllables)| syllables);
        }
        rest = &rest[character.len_utf8()..];
        let Some((first, others)) = known.split_first() else { return Some(syllable(character)) };
        known = others;
        Some(Some(*first))
    })
}

/// The syllable of one character by itself, without tone: `zhu` for 珠.
pub fn syllable(character: char) -> Option<&'static str> {
    Some(letters(character.to_pinyin()?))
}

fn letters(sound: Pinyin) -> &'static str {
    match sound.plain() {
        "lü" => "lv",
        "lüe" => "lve",
        "nü" => "nv",
        "nüe" => "nve",
        plain => plain,
    }
}

/// One way to say a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sound {
    /// The syllable, as [`syllable`] writes it.
    pub syllable: &'static str,
    /// The tone from 1 to 4; 0 where it has none.
    pub tone: u8,
}

/// All ways to say a character, the most common one first.
pub fn sounds(character: char) -> impl Iterator<Item = Sound> {
    let main = character.to_pinyin();
    let others = character.to_pinyin_multi().into_iter().flatten().filter(move |other| Some(*other) != main);
    main.into_iter().chain(others).map(|sound| {
        let last = sound.with_tone_num_end().bytes().last().filter(u8::is_ascii_digit);
        Sound { syllable: letters(sound), tone: last.map_or(0, |digit| digit - b'0') }
    })
}

/// Initials that are made at one place in the mouth, and so are taken for each other.
const PLACES: &[&[&str]] =
    &[&["b", "p"], &["d", "t"], &["n", "l"], &["g", "k", "h"], &["j", "q", "x"], &["z", "zh", "c", "ch", "s", "sh"]];

/// Whether two different syllables are easily taken for each other: initials made at one place before the same final,
/// or one initial before finals that differ in `n` and `ng`.
pub fn near(a: &str, b: &str) -> bool {
    let ((a_first, a_rest), (b_first, b_rest)) = (parts(a), parts(b));
    let together = PLACES.iter().any(|place| place.contains(&a_first) && place.contains(&b_first));
    let nasal = |rest: &str| rest.strip_suffix('g').unwrap_or(rest).to_owned();
    a != b
        && match (a_first == b_first, a_rest == b_rest) {
            (true, false) => a_rest.contains('n') && nasal(a_rest) == nasal(b_rest),
            (false, true) => together,
            _ => false,
        }
}

/// Whether two syllables begin with the same initial or end with the same final.
pub fn rhymes(a: &str, b: &str) -> bool {
    let ((a_first, a_rest), (b_first, b_rest)) = (parts(a), parts(b));
    !a_first.is_empty() && a_first == b_first || a_rest == b_rest
}

/// A syllable as its initial and its final.
fn parts(syllable: &str) -> (&str, &str) {
    let consonants = syllable.bytes().take_while(|letter| !b"aeiouv".contains(letter)).count();
    syllable.split_at(consonants)
}

/// The syllables of lower-case Latin letters written without spaces: `zhenzhunaicha` is zhen zhu nai cha. `None` for
/// what is not pinyin. Of several ways it takes the one with the fewest syllables.
pub fn split(letters: &str) -> Option<Vec<&str>> {
    if letters.len() > SPLIT_LETTERS_MAX || !letters.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    // For each place: the fewest syllables to get there, and where the last of them begins.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; letters.len() + 1];
    best[0] = Some((0, 0));
    for end in 1..=letters.len() {
        let starts = end.saturating_sub(SYLLABLE_LETTERS_MAX)..end;
        let ways = starts.filter(|start| can_be_syllable(&letters[*start..end], *start == 0));
        best[end] = ways.filter_map(|start| best[start].map(|(count, _)| (count + 1, start))).min();
    }
    let mut syllables = Vec::new();
    let mut end = letters.len();
    while end > 0 {
        let (_, start) = best[end]?;
        syllables.push(&letters[start..end]);
        end = start;
    }
    syllables.reverse();
    Some(syllables).filter(|syllables| !syllables.is_empty())
}

/// A syllable as people mix them up: `zh ch sh` as `z c s`, `ng` as `n`, `v` as `u`.
pub fn fold(syllable: &str) -> String {
    let folded = syllable.replace("zh", "z").replace("ch", "c").replace("sh", "s").replace('v', "u");
    folded.replace("ng", "n")
}

/// Whether letters are a syllable. One that begins with a vowel stands first in a word, or behind an apostrophe; only
/// `er` does not care (木耳).
fn can_be_syllable(letters: &str, first: bool) -> bool {
    let vowel = letters.starts_with(['a', 'e', 'o']) && letters != "er";
    (first || !vowel) && syllables().contains(letters)
}

/// All syllables there are: those of the common characters (CJK Unified Ideographs, Unicode 1.0), without interjections.
fn syllables() -> &'static HashSet<&'static str> {
    static SYLLABLES: OnceLock<HashSet<&'static str>> = OnceLock::new();
    SYLLABLES.get_or_init(|| {
        let all = ('\u{4e00}'..='\u{9fa5}').filter_map(syllable);
        all.filter(|syllable| !matches!(*syllable, "m" | "n" | "hm" | "o")).collect()
    })
}
