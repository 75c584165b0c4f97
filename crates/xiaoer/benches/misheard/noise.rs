//! Puts a recogniser's errors into what is said, the same for the same seed.

use std::fmt;

use crate::confusions::Confusions;

const FILLERS: [&str; 4] = ["嗯", "那个", "就是", "呃"];
const FILLERS_EN: [&str; 3] = ["um", "uh", "like"];

/// Which errors to put in.
#[derive(Clone, Copy)]
pub struct Wanted {
    substitute: bool,
    punctuation: bool,
    fill: bool,
}

impl Wanted {
    /// Those that are named; all, if none is.
    pub fn of(words: &[String]) -> Self {
        let named = |name: &str| words.iter().any(|word| word == name);
        let all = ![named("substitute"), named("punctuation"), named("fill")].contains(&true);
        Self {
            substitute: all || named("substitute"),
            punctuation: all || named("punctuation"),
            fill: all || named("fill"),
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds = [
            (self.substitute, "one character a turn taken for another"),
            (self.punctuation, "no punctuation"),
            (self.fill, "a filler a turn"),
        ];
        let kinds: Vec<_> = kinds.iter().filter(|(wanted, _)| *wanted).map(|(_, kind)| *kind).collect();
        f.write_str(&kinds.join(", "))
    }
}

/// The errors of one run.
pub struct Noise<'a> {
    pub confusions: &'a Confusions,
    pub wanted: Wanted,
    pub seed: u64,
}

impl Noise<'_> {
    /// The turns of a dialogue, misheard.
    pub fn dialogue(&self, id: &str, turns: &[String]) -> Vec<String> {
        let mut chance =
            Chance(id.bytes().fold(self.seed, |mixed, byte| mixed.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte)));
        turns.iter().map(|turn| self.turn(turn, &mut chance)).collect()
    }

    fn turn(&self, turn: &str, chance: &mut Chance) -> String {
        let chinese = turn.chars().any(is_chinese);
        let mut heard = turn.to_owned();
        if chinese && self.wanted.substitute {
            heard = self.substitute(&heard, chance);
        }
        if self.wanted.fill {
            heard = if chinese { fill(&heard, chance) } else { fill_words(&heard, chance) };
        }
        if self.wanted.punctuation { unpunctuated(&heard) } else { heard }
    }

    fn substitute(&self, turn: &str, chance: &mut Chance) -> String {
        let mut characters: Vec<char> = turn.chars().collect();
        let can: Vec<usize> =
            (0..characters.len()).filter(|at| !self.confusions.of(characters[*at]).is_empty()).collect();
        if let Some(at) = chance.of(&can) {
            let others = self.confusions.of(characters[*at]);
            characters[*at] = *chance.of(others).unwrap_or(&characters[*at]);
        }
        characters.into_iter().collect()
    }
}

/// A filler at the beginning, or after a mark.
fn fill(turn: &str, chance: &mut Chance) -> String {
    let marks: Vec<usize> =
        turn.char_indices().filter(|(_, c)| "，。！？；".contains(*c)).map(|(at, c)| at + c.len_utf8()).collect();
    let mut places = vec![0];
    places.extend(marks.into_iter().filter(|at| *at < turn.len()));
    let at = chance.of(&places).copied().unwrap_or_default();
    let filler = chance.of(&FILLERS).copied().unwrap_or_default();
    format!("{}{filler}，{}", &turn[..at], &turn[at..])
}

/// A filler before a word.
fn fill_words(turn: &str, chance: &mut Chance) -> String {
    let mut words: Vec<&str> = turn.split_whitespace().collect();
    let starts: Vec<usize> = (0..words.len()).collect();
    let at = chance.of(&starts).copied().unwrap_or_default();
    words.insert(at, chance.of(&FILLERS_EN).copied().unwrap_or_default());
    words.join(" ")
}

/// Without marks, but for those within numbers and words.
fn unpunctuated(turn: &str) -> String {
    let characters: Vec<char> = turn.chars().collect();
    let inside = |at: usize| {
        let beside = |other: Option<&char>| other.is_some_and(char::is_ascii_alphanumeric);
        beside(at.checked_sub(1).and_then(|before| characters.get(before))) && beside(characters.get(at + 1))
    };
    let mark = |c: char| c.is_ascii_punctuation() || "，。！？；：、“”‘’（）…—～《》".contains(c);
    let chinese = characters.iter().any(|c| is_chinese(*c));
    let keep = |(at, c): (usize, &char)| match mark(*c) && !inside(at) {
        true if chinese => None,
        true => Some(' '),
        false => Some(*c),
    };
    let text: String = characters.iter().enumerate().filter_map(keep).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Chance that comes again with its seed (splitmix64).
struct Chance(u64);

impl Chance {
    fn of<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let count = u64::try_from(from.len()).unwrap_or(u64::MAX);
        let at = (mixed ^ (mixed >> 31)).checked_rem(count)?;
        from.get(usize::try_from(at).ok()?)
    }
}
