//! The vocabulary by its sound: for people who type pinyin, and for words that sound right but are written wrong.

use std::collections::{HashMap, HashSet};

use catalog::pinyin::{self, Sound, syllable};

use super::text::{Kind, Unit, is_han};
use super::trie::Trie;

/// A phrase as it should be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spoken {
    /// The phrase.
    pub(crate) phrase: Box<str>,
    /// What wins where two sound alike: the lower.
    pub(crate) rank: u8,
}

/// How alike two characters sound, the most alike first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Alike {
    /// Syllable and tone are the same.
    Same,
    /// One of the two has no tone.
    Toneless,
    /// The tones differ.
    Tone,
    /// Syllable and tone are the same in a reading that is not the most common one.
    Seldom,
    /// The syllables differ, but are easily taken for each other.
    Near,
    /// The syllables only begin or end alike.
    Half,
}

/// A character of the vocabulary, and one way to say it.
#[derive(Debug, Clone, Copy)]
struct Said {
    character: char,
    tone: u8,
    /// Whether it is mostly said so.
    mostly: bool,
}

/// Phrases by their syllables.
#[derive(Debug, Default)]
pub(crate) struct Sounds {
    syllables: HashMap<&'static str, u32>,
    trie: Trie<Spoken>,
    /// The characters that the vocabulary is written with, by their syllables.
    written: HashMap<&'static str, Vec<Said>>,
    /// Those characters.
    characters: HashSet<char>,
    /// Those of them that words of no content are written with.
    closed: HashSet<char>,
}

/// What a single syllable most often is in an order.
const SINGLES: &str =
    "一二两三四五六七八九十半来要个杯份碗瓶盒斤的不去加和热冰大中小多少买点送改换好对串支块包袋箱把束第行成订给寸";

/// The rank from which a phrase is only a part of a name, and how much more it has in a reading that is not the most common
/// one: 陶艺 is not how "yao yi wan" begins.
const PART_RANK: u8 = 2;
const SELDOM: u8 = 8;

/// Characters of the longest phrase of which each is tried in its other readings as well.
const OTHERWISE_MAX: usize = 8;

/// Letters of the longest syllable, as in "zhuang".
const SYLLABLE_LETTERS_MAX: usize = 6;
/// Ways to cut a word into syllables that are tried at most.
const SPLITS_MAX: usize = 8;

impl Sounds {
    /// All syllables that there are.
    pub(crate) fn new() -> Self {
        let mut sounds = Self::default();
        for character in '\u{4e00}'..='\u{9fa5}' {
            if let Some(name) = syllable(character) {
                let next = u32::try_from(sounds.syllables.len()).expect("some four hundred") + 1;
                sounds.syllables.entry(name).or_insert(next);
            }
        }
        for character in SINGLES.chars() {
            sounds.add(&character.to_string(), 0);
        }
        sounds
    }

    /// Adds a phrase, if all of it is Chinese.
    pub(crate) fn add(&mut self, phrase: &str, rank: u8) {
        let Some(keys) = phrase.chars().map(|c| self.key(c)).collect::<Option<Vec<u32>>>() else { return };
        if keys.len() == 1 && rank > 0 {
            return;
        }
        self.add_keys(phrase, &keys, rank);
        if keys.len() > OTHERWISE_MAX {
            return;
        }
        // 茄 is mostly said as in 雪茄, and in 番茄 it is not.
        for (at, character) in phrase.chars().enumerate() {
            let others = pinyin::sounds(character).skip(1).filter_map(|sound| self.syllables.get(sound.syllable));
            for other in others.copied().filter(|other| *other != keys[at]).collect::<Vec<_>>() {
                let mut keys = keys.clone();
                keys[at] = other;
                let seldom = if rank < PART_RANK { 1 } else { SELDOM };
                self.add_keys(phrase, &keys, rank.saturating_add(seldom));
            }
        }
    }

    fn add_keys(&mut self, phrase: &str, keys: &[u32], rank: u8) {
        let Some(spoken) = self.trie.entry(keys) else { return };
        let new = Spoken { phrase: phrase.into(), rank };
        match spoken.first_mut() {
            Some(known) if rank < known.rank => *known = new,
            Some(_) => {}
            None => spoken.push(new),
        }
    }

    /// The key of a character's sound.
    pub(crate) fn key(&self, character: char) -> Option<u32> {
        self.syllables.get(syllable(character).filter(|_| is_han(character))?).copied()
    }

    /// The key of another way to say a character, if there is one.
    pub(crate) fn other_key(&self, character: char) -> Option<u32> {
        let main = self.key(character)?;
        let mut others = pinyin::sounds(character).skip(1).filter_map(|sound| self.syllables.get(sound.syllable));
        others.find(|other| **other != main).copied()
    }

    /// Adds a character that the vocabulary is written with.
    pub(crate) fn write(&mut self, character: char) {
        if !self.characters.insert(character) {
            return;
        }
        for (at, Sound { syllable, tone }) in pinyin::sounds(character).enumerate() {
            self.written.entry(syllable).or_default().push(Said { character, tone, mostly: at == 0 });
        }
    }

    /// Adds a word that names nothing.
    pub(crate) fn speak(&mut self, word: &str) {
        self.closed.extend(word.chars());
    }

    /// Whether a word that names nothing is written with this character. One that none is written with says something,
    /// even if nobody here knows what.
    pub(crate) fn speaks(&self, character: char) -> bool {
        self.closed.contains(&character)
    }

    /// Whether the vocabulary is written with this character.
    pub(crate) fn writes(&self, character: char) -> bool {
        self.characters.contains(&character)
    }

    /// The characters of the vocabulary that sound like this one, the most alike first.
    pub(crate) fn alike(&self, heard: char) -> Vec<(char, Alike)> {
        let mut found: Vec<(char, Alike)> = Vec::new();
        let mut add = |character: char, alike: Alike| match found.iter_mut().find(|(known, _)| *known == character) {
            _ if character == heard => {}
            Some((_, known)) => *known = (*known).min(alike),
            None => found.push((character, alike)),
        };
        for (at, Sound { syllable, tone }) in pinyin::sounds(heard).enumerate() {
            for said in self.written.get(syllable).map(Vec::as_slice).unwrap_or_default() {
                match at == 0 && said.mostly {
                    true if said.tone == tone => add(said.character, Alike::Same),
                    true if said.tone * tone == 0 => add(said.character, Alike::Toneless),
                    true => add(said.character, Alike::Tone),
                    false if said.tone == tone => add(said.character, Alike::Seldom),
                    false => {}
                }
            }
        }
        let own = syllable(heard).unwrap_or_default();
        let same = found.len();
        for (other, said) in self.written.iter().filter(|(other, _)| **other != own && pinyin::rhymes(own, other)) {
            let alike = if pinyin::near(own, other) { Alike::Near } else { Alike::Half };
            // A character is said in one way mostly, and so comes once.
            let mostly = said.iter().filter(|said| said.mostly).map(|said| (said.character, alike));
            let new: Vec<_> =
                mostly.filter(|(character, _)| found[..same].iter().all(|(known, _)| known != character)).collect();
            found.extend(new);
        }
        found.sort_unstable_by_key(|(character, alike)| (*alike, *character));
        found
    }

    /// The keys of the syllables that a Latin word may be made of, if it is pinyin, in each way, those with the longest
    /// syllables first: "dangao" is dang-ao and dan-gao. At most [`SPLITS_MAX`] ways.
    pub(crate) fn splits(&self, word: &str) -> Vec<Vec<u32>> {
        if word.len() > 48 || !word.is_ascii() {
            return Vec::new();
        }
        // From each place on: the syllables with which it goes on to the end.
        let mut from: Vec<Vec<(usize, u32)>> = vec![Vec::new(); word.len()];
        for start in (0..word.len()).rev() {
            let ends = (start + 1..=word.len().min(start + SYLLABLE_LETTERS_MAX)).rev();
            let goes_on = |end: &usize| *end == word.len() || !from[*end].is_empty();
            let next = ends.filter(goes_on).filter_map(|end| Some((end, *self.syllables.get(&word[start..end])?)));
            from[start] = next.collect();
        }
        let mut found = Vec::new();
        let mut open = vec![(0, Vec::new())];
        while let Some((at, keys)) = open.pop() {
            if at == word.len() {
                found.push(keys);
                if found.len() == SPLITS_MAX {
                    break;
                }
                continue;
            }
            for (end, key) in from[at].iter().rev() {
                let mut keys: Vec<u32> = keys.clone();
                keys.push(*key);
                open.push((*end, keys));
            }
        }
        found
    }

    /// The same in the first of these ways.
    pub(crate) fn split(&self, word: &str) -> Option<Vec<u32>> {
        self.splits(word).into_iter().next()
    }

    /// All phrases that begin with the first of these sounds: their length, and how they are written.
    pub(crate) fn walk(&self, keys: &[u32], mut found: impl FnMut(usize, &Spoken)) {
        let unit = |key: &u32| Unit { key: *key, kind: Kind::Han, milli: None, start: 0, end: 0 };
        let units: Vec<Unit> = keys.iter().take(24).map(unit).collect();
        self.trie.walk(&units, |length, node| {
            if let Some(spoken) = self.trie.meanings(node).first() {
                found(length, spoken);
            }
        });
    }
}
