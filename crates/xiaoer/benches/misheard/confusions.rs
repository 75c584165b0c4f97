//! What a character is taken for: as a recogniser has done it, and else what sounds the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use catalog::pinyin::syllable;
use serde::Deserialize;

/// Characters that are never touched, nor put in: a number, a negation, a measure or a limit that is misheard is another
/// wish.
const MEANT: &str = "零〇一二两俩三四五六七八九十百千万亿半几第点号楼室栋路多少全无去加减不没别未非只\
    个杯份碗盒瓶箱斤包块元角分毛公里克升米厘寸打双对大中小冷热冰温辣甜咸酸早晚午上下前后左右男女";

/// For each character what it is taken for.
pub struct Confusions {
    /// What a recogniser really wrote, once for each time that it did.
    heard: BTreeMap<char, Vec<char>>,
    /// What sounds the same, tone included.
    alike: BTreeMap<char, Vec<char>>,
    /// Recognition errors in the data.
    errors: usize,
    /// Of those, the ones of use.
    used: usize,
}

#[derive(Deserialize)]
struct Row {
    /// What was heard, what was said, and where.
    substitute_errors: Vec<(String, String, usize)>,
}

impl Confusions {
    /// Reads both files.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let text = |name: &str| {
            let path = folder.join(name);
            std::fs::read_to_string(&path).map_err(|_| format!("`{}` is not there", path.display()))
        };
        let alike = alike(&text("same_pinyin.txt")?);
        let simplified: BTreeSet<char> =
            alike.iter().flat_map(|(c, others)| others.iter().chain([c])).copied().collect();
        let mut all = Self { heard: BTreeMap::new(), alike, errors: 0, used: 0 };
        for line in text("aishell3_valid.jsonl")?.lines() {
            let row: Row = serde_json::from_str(line).map_err(|error| format!("aishell3_valid.jsonl: {error}"))?;
            row.substitute_errors.iter().for_each(|(heard, said, _)| all.add(heard, said, &simplified));
        }
        Ok(all)
    }

    /// An error is of use if both characters are written alike in the traditional script of the data and in ours.
    fn add(&mut self, heard: &str, said: &str, simplified: &BTreeSet<char>) {
        self.errors += 1;
        let (Some(heard), Some(said)) = (one(heard), one(said)) else { return };
        if simplified.contains(&heard) && simplified.contains(&said) && !MEANT.contains([heard, said]) {
            self.heard.entry(said).or_default().push(heard);
            self.used += 1;
        }
    }

    /// What this character may be taken for; nothing if it must not be, or nobody knows.
    pub fn of(&self, character: char) -> &[char] {
        if MEANT.contains(character) {
            return &[];
        }
        let found = self.heard.get(&character).or_else(|| self.alike.get(&character));
        found.map_or(&[], Vec::as_slice)
    }
}

/// Lines of a character, a tab, and those that sound the same.
fn alike(text: &str) -> BTreeMap<char, Vec<char>> {
    let line = |line: &str| {
        let mut parts = line.split('\t');
        let character = one(parts.next()?)?;
        // A list mixes all the sounds that a character has; its first one is what is said most.
        let sounds = |other: &char| syllable(*other) == syllable(character);
        let others = parts.next()?.chars().filter(|other| !MEANT.contains(*other)).filter(sounds).collect();
        Some((character, others)).filter(|(_, others): &(char, Vec<char>)| !others.is_empty())
    };
    text.lines().filter(|line| !line.starts_with('#')).filter_map(line).collect()
}

fn one(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

impl fmt::Display for Confusions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (used, errors) = (self.used, self.errors);
        write!(f, "{used} of {errors} recorded errors can be used, else what sounds the same")
    }
}
