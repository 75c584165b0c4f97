//! The words that are looked for, as the terms that can stand for each. The catalogue says what is a word: the cut of a
//! Chinese run is the cheapest one into pieces that stand somewhere, by sound if need be.

use super::WORDS_CHARS_MAX;
use super::fillers::{BEHIND, FILLERS_EN, FILLERS_ZH};
use super::index::Index;
use super::synonyms;
use super::tokens::{self, INITIALS_MIN, Run};
use crate::pinyin;

/// How much a term says that stands for a word exactly, by sound, or misspelt.
const EXACT: f32 = 1.0;
const BY_SOUND: f32 = 0.9;
/// How much another word for the same says, or the same word written as one.
const SAME: f32 = 0.95;
const MISSPELT: f32 = 0.8;
/// What a single character says, cut from a longer run: 龙 is in many names that are no dragon.
const SINGLE: f32 = 0.6;
/// A word may weigh so much at least and at most, whatever its frequency.
const WEIGHT_MIN: f32 = 1.0;
const WEIGHT_MAX: f32 = 4.0;
/// Letters below which a word is not taken for a misspelt one: one letter makes any three-letter word another.
const TYPO_LETTERS_MIN: usize = 4;

/// One word that is looked for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// The terms that stand for it, each with how well it does; none if the catalogue does not know it.
    pub terms: Vec<(String, f32)>,
    /// How much it says: a rare word more than a common one, an unknown one most.
    pub weight: f32,
}

/// All that is looked for.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The words.
    pub words: Vec<Word>,
    /// Which of them says what the thing is, if an English word does: the last one, or the last before `for`. An item
    /// without it is something else, however many of the others it has.
    pub head: Option<usize>,
    /// Pairs of characters across words, and the whole: they only tell good from better.
    pub hints: Vec<String>,
}

/// Reads `text`.
pub(super) fn read(index: &Index, text: &str) -> Words {
    let text: String = text.chars().take(WORDS_CHARS_MAX).collect();
    let mut reader = Reader { index, words: Words::default() };
    let runs = tokens::runs(&text);
    for (at, run) in runs.iter().enumerate() {
        match run {
            Run::Han(characters) => {
                reader.han(characters);
                reader.words.head = None;
            }
            Run::Latin(word) if FILLERS_EN.contains(&word.as_str()) => {}
            Run::Latin(word) => reader.latin(word, &runs[..at], runs.get(at + 1)),
        }
    }
    reader.words.hints.push(tokens::whole(&text));
    reader.words
}

struct Reader<'a> {
    index: &'a Index,
    words: Words,
}

/// A piece of a run, beginning anywhere: how many symbols it has, what it costs, and the word it is, if it is one.
struct Piece {
    length: usize,
    cost: f32,
    word: Option<Word>,
}

impl Reader<'_> {
    fn han(&mut self, characters: &[char]) {
        let text: String = characters.iter().collect();
        let sounds = tokens::sounds(&text);
        let pieces = |at: usize| self.han_pieces(&characters[at..], &sounds[at..], characters.len());
        let cut = cheapest(characters.len(), pieces);
        self.words.words.extend(cut);
        self.words.hints.extend(characters.windows(2).map(tokens::pair));
    }

    fn han_pieces(&self, characters: &[char], sounds: &[String], run: usize) -> Vec<Piece> {
        let begins = |filler: &&&str| {
            filler.chars().zip(characters).filter(|(one, other)| one == *other).count() == filler.chars().count()
        };
        let filler = |filler: &&str| Piece { length: filler.chars().count(), cost: 0.9, word: None };
        let fillers = FILLERS_ZH.iter().filter(begins).map(filler);
        let single = if run > 1 { SINGLE } else { 1.0 };
        let one = self.one(&characters[..1], single);
        let two = (characters.len() > 1).then(|| self.two_together(&characters[..2], &sounds[..2]));
        let synonym = synonyms::beginning(characters).and_then(|word| self.synonym(word));
        fillers.chain([one]).chain(two).chain(synonym).collect()
    }

    /// A single character. Costs of a cut: a known pair before two known characters, those before a homophone, that
    /// before what is not known at all; of two ways otherwise the same, the one with the more common words.
    fn one(&self, character: &[char], share: f32) -> Piece {
        match self.known(&tokens::pair(character), EXACT, share) {
            Some(word) => Piece { length: 1, cost: 1.3 + word.weight / 100.0, word: Some(word) },
            None => Piece { length: 1, cost: 2.0, word: Some(self.unknown()) },
        }
    }

    /// A longer word that others stand for as well.
    fn synonym(&self, word: &'static str) -> Option<Piece> {
        let word_known = self.known(&synonyms::term(word), EXACT, 1.0)?;
        Some(Piece { length: word.chars().count(), cost: 1.0, word: Some(word_known) })
    }

    /// Two characters together, as they are written or as they sound.
    fn two_together(&self, characters: &[char], sounds: &[String]) -> Piece {
        if let Some(word) = self.known(&tokens::pair(characters), EXACT, 1.0) {
            return Piece { length: 2, cost: 1.0 + word.weight / 100.0, word: Some(word) };
        }
        match self.known(&tokens::sound(sounds), BY_SOUND, 1.0) {
            Some(word) => Piece { length: 2, cost: 1.6, word: Some(word) },
            None => Piece { length: 2, cost: 2.5, word: Some(self.unknown()) },
        }
    }

    /// The word whose term is `term`, if that or another word for the same stands anywhere.
    fn known(&self, term: &str, how_well: f32, share: f32) -> Option<Word> {
        let own = Some((term.to_owned(), how_well)).filter(|(term, _)| self.index.frequency(term) > 0);
        let same = synonyms::of(term).map(|term| (term, how_well * SAME));
        let terms: Vec<_> = own.into_iter().chain(same.filter(|(term, _)| self.index.frequency(term) > 0)).collect();
        let frequency = self.index.frequency(&terms.first()?.0);
        Some(Word { terms, weight: self.weight(frequency) * share })
    }

    fn unknown(&self) -> Word {
        Word { terms: Vec::new(), weight: self.weight(0) }
    }

    /// The inverse document frequency as in BM25, within bounds.
    #[expect(clippy::cast_precision_loss, reason = "a weight needs no more than three digits")]
    fn weight(&self, frequency: u32) -> f32 {
        let (all, with) = (self.index.documents() as f32, frequency as f32);
        (1.0 + (all - with + 0.5).max(0.0) / (with + 0.5)).ln().clamp(WEIGHT_MIN, WEIGHT_MAX)
    }

    /// A word with the runs `before` and `behind` it: a model's number belongs to the name before it, and what is
    /// written as two words may be one elsewhere.
    fn latin(&mut self, word: &str, before: &[Run], behind: Option<&Run>) {
        if let Some(name) = tokens::numbered(before, word) {
            let known = self.known(&format!("{name}{word}"), EXACT, 1.0);
            self.words.words.push(known.unwrap_or_else(|| self.unknown()));
            return;
        }
        let behind_for = |run: &Run| matches!(run, Run::Latin(word) if BEHIND.contains(&word.as_str()));
        let is_head = self.words.head.is_none() || !before.iter().any(behind_for);
        let words = self.english(word).or_else(|| self.pinyin(word)).or_else(|| self.two(word));
        let words = words.or_else(|| self.initials(word)).or_else(|| self.misspelt(word));
        let mut words = words.unwrap_or_else(|| vec![self.unknown()]);
        if let [only] = words.as_mut_slice() {
            only.terms.extend(self.together(before.last(), word));
            only.terms.extend(behind.and_then(|behind| match behind {
                Run::Latin(behind) => self.together(Some(&Run::Latin(word.to_owned())), behind),
                Run::Han(_) => None,
            }));
        }
        self.words.words.extend(words);
        if is_head {
            self.words.head = self.words.words.len().checked_sub(1);
        }
    }

    /// Two words as one, if the catalogue has that: `note book`.
    fn together(&self, before: Option<&Run>, word: &str) -> Option<(String, f32)> {
        let Some(Run::Latin(before)) = before else { return None };
        let one = format!("{before}{word}");
        let is_two = !FILLERS_EN.contains(&before.as_str()) && !FILLERS_EN.contains(&word) && self.index.is_own(&one);
        is_two.then_some((one, SAME))
    }

    /// A word as it stands; also by sound, since `mian` may be 面 although it stands in an English name.
    fn english(&self, word: &str) -> Option<Vec<Word>> {
        let mut known = self.known(word, EXACT, 1.0)?;
        let syllables = pinyin::split(word).filter(|syllables| syllables.len() <= 2).unwrap_or_default();
        let folded: Vec<_> = syllables.into_iter().map(pinyin::fold).collect();
        known.terms.extend(
            Some(tokens::sound(&folded)).filter(|term| self.index.frequency(term) > 0).map(|term| (term, BY_SOUND)),
        );
        Some(vec![known])
    }

    fn pinyin(&self, letters: &str) -> Option<Vec<Word>> {
        let sounds: Vec<_> = pinyin::split(letters)?.into_iter().map(pinyin::fold).collect();
        let single = if sounds.len() > 1 { SINGLE } else { 1.0 };
        let piece = |sounds: &[String], length, share, cost| {
            let word = self.known(&tokens::sound(sounds.get(..length)?), BY_SOUND, share)?;
            Some(Piece { length, cost, word: Some(word) })
        };
        let pieces = |at: usize| {
            let rest = &sounds[at..];
            [piece(rest, 1, single, 1.3), piece(rest, 2, 1.0, 1.0)].into_iter().flatten().collect()
        };
        Some(cheapest(sounds.len(), pieces)).filter(|words| !words.is_empty())
    }

    /// Two words written together, such as `milktea`.
    fn two(&self, letters: &str) -> Option<Vec<Word>> {
        let places =
            letters.char_indices().map(|(place, _)| place).filter(|place| *place >= 3 && *place + 3 <= letters.len());
        let both =
            |place| Some(vec![self.known(&letters[..place], EXACT, 1.0)?, self.known(&letters[place..], EXACT, 1.0)?]);
        places.into_iter().find_map(both)
    }

    fn initials(&self, letters: &str) -> Option<Vec<Word>> {
        let long = letters.len() >= INITIALS_MIN;
        self.known(&tokens::initials(letters), BY_SOUND, 1.0).filter(|_| long).map(|word| vec![word])
    }

    fn misspelt(&self, letters: &str) -> Option<Vec<Word>> {
        if letters.len() < TYPO_LETTERS_MIN {
            return None;
        }
        let mut similar = self.index.similar(letters);
        if similar.is_empty() {
            similar = self.index.similar(&tokens::joined(letters));
        }
        let most = similar.iter().map(|term| self.index.frequency(term)).max()?;
        let terms = similar.into_iter().map(|term| (term, MISSPELT)).collect();
        Some(vec![Word { terms, weight: self.weight(most) }])
    }
}

/// The words of the cheapest way from the beginning to the end of `length` symbols over pieces; none if there is no way.
fn cheapest(length: usize, pieces: impl Fn(usize) -> Vec<Piece>) -> Vec<Word> {
    // For each place the cost of getting to the end, with the piece to take; filled from the end.
    let mut best: Vec<(f32, Option<Piece>)> = Vec::new();
    best.resize_with(length + 1, || (f32::INFINITY, None));
    best[length].0 = 0.0;
    for at in (0..length).rev() {
        for piece in pieces(at) {
            let cost = piece.cost + best[at + piece.length].0;
            if cost < best[at].0 {
                best[at] = (cost, Some(piece));
            }
        }
    }
    let (mut words, mut at) = (Vec::new(), 0);
    while let Some(piece) = best.get_mut(at).and_then(|(_, piece)| piece.take()) {
        at += piece.length;
        words.extend(piece.word);
    }
    words
}
