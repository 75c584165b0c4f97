//! Text as the terms it is found by.
//!
//! Chinese has no spaces. Words are not cut by a dictionary here: jieba takes 127 ms and some 40 MB to load, which is
//! more than the whole start may take, and does not know invented brands. Instead every two neighbouring characters are
//! a term, and every single one; the catalogue itself then says which of them are words (`words.rs`). The same is done
//! with the sounds of the characters, so that pinyin and homophones are found in the same way.

use crate::pinyin;

/// Terms of sounds begin with this, so that `mian` (面) is not an English word.
const SOUND: char = '\'';
/// Terms of the first letters of a whole name's sounds: `zznc`.
const INITIALS: char = '^';
/// Terms of the sounds of a whole name, and of each two in it, written together: what a misspelt pinyin word is near to.
const JOINED: char = '~';
/// Terms of a whole name.
const WHOLE: char = '=';
/// What a number is of; written with or without a space. `16 GB` is one word.
const UNITS: &[&str] = &[
    INCH, "mm", "cm", "m", "km", "mg", "g", "kg", "oz", "lb", "ml", "l", "mb", "gb", "tb", "hz", "mhz", "ghz", "w",
    "v", "mah",
];
const INCH: &str = "inch";
/// The number of a model has so many letters at most, and so many stand behind one name: `iPhone 6, 6s, 7, 8`.
const NUMBER_LETTERS_MAX: usize = 3;
const NUMBERS_MAX: usize = 6;
/// Initials below this stand for too much.
pub(super) const INITIALS_MIN: usize = 3;

/// A stretch of one script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Run {
    /// Chinese characters.
    Han(Vec<char>),
    /// A word of letters and digits, folded.
    Latin(String),
}

/// The stretches of `text`, folded: case, full width, plural and accents make no difference, nor does a space between a
/// number and its unit.
pub(super) fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let (mut han, mut latin) = (Vec::new(), String::new());
    let mut characters = text.chars().map(narrow).chain([' ']).peekable();
    while let Some(character) = characters.next() {
        let script = Script::of(character, &latin, characters.peek().copied());
        if script != Script::Han && !han.is_empty() {
            runs.push(Run::Han(std::mem::take(&mut han)));
        }
        if script != Script::Latin && !latin.is_empty() {
            push_latin(&mut runs, &std::mem::take(&mut latin));
        }
        match script {
            Script::Han => han.push(character),
            Script::Latin if is_inches(character) => latin.push_str(INCH),
            Script::Latin => latin.extend(unaccented(character).to_lowercase()),
            Script::Other => {}
        }
    }
    runs
}

fn push_latin(runs: &mut Vec<Run>, word: &str) {
    let word = fold_word(word);
    match runs.last_mut() {
        Some(Run::Latin(number)) if UNITS.contains(&word.as_str()) && is_number(number) => number.push_str(&word),
        _ => runs.push(Run::Latin(word)),
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn is_inches(character: char) -> bool {
    matches!(character, '"' | '″' | '”')
}

/// The name to which `short` behind the runs `before` belongs as the number of a model: `iphone` for `8`, also in
/// `iPhone 7, 8`.
pub(super) fn numbered<'a>(before: &'a [Run], short: &str) -> Option<&'a str> {
    let is_short = |word: &str| {
        word.len() == 1 || word.len() <= NUMBER_LETTERS_MAX && word.starts_with(|first: char| first.is_ascii_digit())
    };
    let names = before.iter().rev().take(NUMBERS_MAX).map_while(|run| match run {
        Run::Latin(word) => Some(word.as_str()),
        Run::Han(_) => None,
    });
    let name = names.into_iter().find(|word| !is_short(word))?;
    let is_name = name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_short(short) && is_name).then_some(name)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Han,
    Latin,
    Other,
}

impl Script {
    /// The script of `character`, behind the word `before`, with `next` behind it: an apostrophe goes on with a word.
    fn of(character: char, before: &str, next: Option<char>) -> Self {
        let in_number = before.ends_with(|last: char| last.is_ascii_digit());
        match character {
            '.' if in_number && next.is_some_and(|next| next.is_ascii_digit()) => Self::Latin,
            _ if in_number && is_inches(character) => Self::Latin,
            _ if is_han(character) => Self::Han,
            '\'' if !before.is_empty() => Self::Latin,
            _ if character.is_alphanumeric() => Self::Latin,
            _ => Self::Other,
        }
    }
}

/// Whether a character is Chinese script.
pub(super) fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '〇')
}

/// The terms of `text`, each with a space behind it.
pub(super) fn terms(text: &str) -> String {
    let mut terms = String::new();
    let runs = runs(text);
    for (at, run) in runs.iter().enumerate() {
        match run {
            Run::Latin(word) => {
                push(&mut terms, word);
                if let Some(name) = numbered(&runs[..at], word) {
                    push(&mut terms, &format!("{name}{word}"));
                }
            }
            Run::Han(characters) => {
                let text: String = characters.iter().collect();
                let sounds: Vec<_> = sounds(&text);
                for place in 0..characters.len() {
                    push(&mut terms, &pair(&characters[place..=place]));
                    push(&mut terms, &sound(&sounds[place..=place]));
                    if place > 0 {
                        push(&mut terms, &pair(&characters[place - 1..=place]));
                        push(&mut terms, &sound(&sounds[place - 1..=place]));
                    }
                }
            }
        }
    }
    terms
}

/// The terms of a name as a whole: itself, its sounds written together, and their initials.
pub(super) fn terms_of_whole(name: &str) -> String {
    let mut terms = String::new();
    push(&mut terms, &whole(name));
    let han: String = name.chars().map(narrow).filter(|character| is_han(*character)).collect();
    let sounds = sounds(&han);
    if sounds.len() > 2 {
        push(&mut terms, &joined(&sounds.concat()));
    }
    for two in sounds.windows(2) {
        push(&mut terms, &joined(&two.concat()));
    }
    if sounds.len() >= INITIALS_MIN {
        let first = |syllable: &String| syllable.chars().next();
        push(&mut terms, &initials(&sounds.iter().filter_map(first).collect::<String>()));
    }
    terms
}

/// The sound of each character of a Chinese text, folded; a character without one stands for itself.
pub(super) fn sounds(han: &str) -> Vec<String> {
    let sound =
        |(syllable, character): (Option<&str>, char)| syllable.map_or_else(|| character.to_string(), pinyin::fold);
    pinyin::pinyin_of(han).zip(han.chars()).map(sound).collect()
}

/// The term of one or two characters.
pub(super) fn pair(characters: &[char]) -> String {
    characters.iter().collect()
}

/// The term of one or two folded syllables.
pub(super) fn sound(syllables: &[String]) -> String {
    let mut term = String::new();
    for syllable in syllables {
        term.push(SOUND);
        term.push_str(syllable);
    }
    term
}

/// The term of sounds written together.
pub(super) fn joined(letters: &str) -> String {
    format!("{JOINED}{}", pinyin::fold(letters))
}

/// Whether a term stands only where an item's own name does.
pub(super) fn is_of_name(term: &str) -> bool {
    term.starts_with([JOINED, INITIALS, WHOLE])
}

/// Whether a term is of Latin letters, as a word or as sounds written together.
pub(super) fn is_letters(term: &str) -> bool {
    term.strip_prefix(JOINED).unwrap_or(term).starts_with(|first: char| first.is_ascii_alphabetic())
}

/// The term of the initials of a name's sounds.
pub(super) fn initials(letters: &str) -> String {
    format!("{INITIALS}{letters}")
}

/// The term of a name as a whole, without spaces.
pub(super) fn whole(name: &str) -> String {
    let mut term = String::from(WHOLE);
    for run in runs(name) {
        match run {
            Run::Han(characters) => term.extend(characters),
            Run::Latin(word) => term.push_str(&word),
        }
    }
    term
}

fn push(terms: &mut String, term: &str) {
    terms.push_str(term);
    terms.push(' ');
}

/// A full-width character in its usual width, a curved apostrophe straight.
fn narrow(character: char) -> char {
    match character {
        '’' => '\'',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        _ => character,
    }
}

fn unaccented(character: char) -> char {
    match character {
        'á' | 'à' | 'â' | 'ä' | 'Á' | 'À' | 'Â' | 'Ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'Ó' | 'Ò' | 'Ô' | 'Ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => 'u',
        'ç' | 'Ç' => 'c',
        'ñ' | 'Ñ' => 'n',
        _ => character,
    }
}

/// A word without possessive and plural: `dumplings` and `dumpling`, `cherries` and `cherry` are one.
pub(super) fn fold_word(word: &str) -> String {
    let word = word.trim_end_matches('\'');
    let word = word.strip_suffix("'s").unwrap_or(word).replace('\'', "");
    let stem = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.len() >= 2);
    if let Some(stem) = stem("ies").filter(|stem| stem.len() >= 3) {
        return format!("{stem}y");
    }
    let sibilant = |stem: &&str| {
        stem.ends_with("ss") || stem.ends_with(['x', 'z']) || stem.ends_with("ch") || stem.ends_with("sh")
    };
    if let Some(stem) = stem("oes").or_else(|| stem("es").filter(sibilant)) {
        return if word.ends_with("oes") { format!("{stem}o") } else { stem.to_owned() };
    }
    let keeps = |stem: &&str| stem.ends_with(['s', 'u', 'i']) || stem.ends_with(|last: char| last.is_ascii_digit());
    match stem("s").filter(|stem| !keeps(stem)) {
        Some(stem) => stem.to_owned(),
        None => word,
    }
}
