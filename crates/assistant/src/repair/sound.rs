//! By sound: pinyin becomes characters, and wrong characters become those that sound alike.

use std::ops::Range;

use crate::lexicon::names::word_in;
use crate::lexicon::sounds::Spoken;
use crate::lexicon::text::Kind;
use crate::lexicon::{Lexicon, Meaning, Word, is_person};
use crate::read::{Token, Units, byte};

/// Syllables of a sentence that are turned into characters at most.
const SYLLABLES_MAX: usize = 400;
/// Words of one character that deny.
pub(super) const DENYING: &str = "不别没无免莫勿未甭";

/// Characters of goods side by side that may together be one name.
const CRUMBS_MIN: usize = 3;
/// Characters of the longest name that is heard so.
const NAME_UNITS_MAX: usize = 12;

/// A piece of a sentence in pinyin: a sound, or something else that stays as it is.
enum Piece<'s> {
    Sound(u32),
    Other(&'s str),
}

/// A sentence in pinyin, in characters; `None` if it is not in pinyin.
pub(crate) fn from_pinyin(lexicon: &Lexicon, sentence: &Units<'_>) -> Option<String> {
    let words: Vec<_> = sentence.units.iter().filter(|unit| unit.kind == Kind::Word).collect();
    let unknown = words.iter().filter(|unit| unit.key == 0).count();
    let han = sentence.units.iter().any(|unit| unit.kind == Kind::Han);
    if han || words.is_empty() || unknown * 2 < words.len() {
        return None;
    }
    let mut pieces = Vec::new();
    for (at, unit) in sentence.units.iter().enumerate() {
        let text = sentence.text(at, at + 1);
        if unit.kind == Kind::Word {
            let plain = text.to_lowercase().replace(['\'', '’'], "").replace('ü', "v");
            // "nn" is how 嗯嗯 sounds, and as likely a slip: nobody agrees to a bill by it.
            if plain.chars().all(|letter| letter == 'n' || letter == 'm') {
                return None;
            }
            // "Tiantian de", where a shop is written so.
            if names_shop(lexicon, &plain) {
                pieces.push(Piece::Other(text));
                continue;
            }
            // 嗯 is written so, and is a word of no vocabulary.
            if plain == "en" {
                pieces.push(Piece::Other("嗯"));
                continue;
            }
            pieces.extend(likeliest(lexicon, &plain)?.into_iter().map(Piece::Sound));
        } else {
            pieces.push(Piece::Other(text));
        }
    }
    if pieces.len() > SYLLABLES_MAX {
        return None;
    }
    let mut out = String::new();
    let number = lexicon.sounds().split("hao").and_then(|hao| hao.first().copied());
    for run in pieces.chunk_by(|a, b| matches!((a, b), (Piece::Sound(_), Piece::Sound(_)))) {
        // "5 hao" is a number.
        let numbered = out.ends_with(|last: char| last.is_ascii_digit());
        let run = match run {
            [Piece::Sound(hao), rest @ ..] if numbered && Some(*hao) == number => {
                out.push('号');
                rest
            }
            _ => run,
        };
        if !run.is_empty() {
            write_run(lexicon, run, &mut out)?;
        }
    }
    Some(out)
}

/// The syllables of a word, in the first way that phrases of the vocabulary sound like: dan-gao, and not dang-ao.
fn likeliest(lexicon: &Lexicon, word: &str) -> Option<Vec<u32>> {
    let mut ways = lexicon.sounds().splits(word);
    if ways.len() < 2 {
        return ways.pop();
    }
    let heard = ways.iter().position(|keys| cover(lexicon, keys)[0].is_some());
    Some(ways.swap_remove(heard.unwrap_or(0)))
}

fn names_shop(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.exact(word).iter().any(|meaning| matches!(meaning, Meaning::Shop(_)))
}

fn write_run(lexicon: &Lexicon, run: &[Piece<'_>], out: &mut String) -> Option<()> {
    let keys: Vec<u32> =
        run.iter().filter_map(|piece| if let Piece::Sound(key) = piece { Some(*key) } else { None }).collect();
    if let [Piece::Other(text)] = run {
        out.push_str(text);
        return Some(());
    }
    let best = cover(lexicon, &keys);
    let mut at = 0;
    while at < keys.len() {
        let (_, length, phrase) = best[at].as_ref()?;
        // "Xiadan ba" ends in 吧, and "shi ba" in a number.
        let particle = phrase == "八" && at > 0 && at + length == keys.len() && !out.ends_with('十');
        out.push_str(if particle { "吧" } else { phrase });
        at += length;
    }
    Some(())
}

/// The best cover with phrases from each of these sounds on: its worth, how many sounds the phrase has that it begins with,
/// and that phrase.
fn cover(lexicon: &Lexicon, keys: &[u32]) -> Vec<Option<(i64, usize, String)>> {
    let mut best: Vec<Option<(i64, usize, String)>> = vec![None; keys.len() + 1];
    best[keys.len()] = Some((0, 0, String::new()));
    for start in (0..keys.len()).rev() {
        let mut top: Option<(i64, usize, String)> = None;
        lexicon.sounds().walk(&keys[start..], |length, spoken| {
            if let Some((rest, ..)) = &best[start + length] {
                let long = i64::try_from(length).unwrap_or(0);
                let worth = rest + 4 * long * long - i64::from(spoken.rank);
                if top.as_ref().is_none_or(|(known, ..)| worth > *known) {
                    top = Some((worth, length, spoken.phrase.to_string()));
                }
            }
        });
        best[start] = top;
    }
    best
}

/// The sentence with phrases of the vocabulary where something that only sounds like them was unread.
pub(crate) fn homophones(lexicon: &Lexicon, sentence: &Units<'_>, tokens: &[Token]) -> Option<String> {
    let lost =
        |from: usize, to: usize| tokens.iter().any(|token| !token.known() && token.start >= from && token.end <= to);
    let tears = |place: usize| tokens.iter().any(|token| token.known() && token.start < place && place < token.end);
    let keys: Vec<u32> = (0..sentence.units.len())
        .map(|at| sentence.han(at).and_then(|character| lexicon.sounds().key(character)).unwrap_or(0))
        .collect();
    // 油调 for 油条, which 调 is seldom said like.
    let otherwise: Vec<u32> = (0..sentence.units.len())
        .map(|at| sentence.han(at).and_then(|character| lexicon.sounds().other_key(character)).unwrap_or(keys[at]))
        .collect();
    let (mut out, mut at, mut mended) = (String::new(), 0, false);
    let mut copied = 0;
    while at < keys.len() {
        let mut best: Option<(usize, String)> = None;
        let mut sounds_like = |length: usize, spoken: &Spoken, seldom: bool| {
            let said = sentence.text(at, at + length);
            let differs = said != &*spoken.phrase;
            let fits = !tears(at) && !tears(at + length) && keeps(said, &spoken.phrase);
            // 副旧 is no 啤酒, and 还惦 no 换店, by what is seldom said so.
            let fits = fits && (!seldom || differing(said, &spoken.phrase) == 1);
            // 小王 is no 小于.
            if length >= 2 && spoken.rank <= 1 && differs && lost(at, at + length) && fits && !is_person(said) {
                best = best.take().filter(|(known, _)| *known >= length).or(Some((length, spoken.phrase.to_string())));
            }
        };
        lexicon.sounds().walk(&otherwise[at..], |length, spoken| sounds_like(length, spoken, true));
        lexicon.sounds().walk(&keys[at..], |length, spoken| sounds_like(length, spoken, false));
        match best {
            Some((length, phrase)) => {
                let before = sentence.units[at].start;
                out.push_str(sentence.source.get(copied..byte(before))?);
                out.push_str(&phrase);
                copied = byte(sentence.units[at + length - 1].end);
                at += length;
                mended = true;
            }
            None => at += 1,
        }
    }
    out.push_str(sentence.source.get(copied..)?);
    mended.then_some(out)
}

fn differing(said: &str, phrase: &str) -> usize {
    said.chars().zip(phrase.chars()).filter(|(said, other)| said != other).count()
}

/// Units of the shortest name that is heard where it seems to begin with a denial.
const COUNTED_NAME_UNITS: usize = 4;

/// Places of a sentence at which such a name is looked for at most.
const NAMES_TRIED_MAX: usize = 16;

/// 两杯没事咖啡: right behind an amount nothing is denied, so it is the long name that sounds so.
pub(crate) fn counted_name(lexicon: &Lexicon, sentence: &Units<'_>, tokens: &[Token]) -> Option<String> {
    let lost =
        |from: usize, to: usize| tokens.iter().any(|token| !token.known() && token.start >= from && token.end <= to);
    let tears = |place: usize| tokens.iter().any(|token| token.known() && token.start < place && place < token.end);
    let denies = |at: usize| sentence.han(at).is_some_and(|first| DENYING.contains(first));
    let counted = tokens.iter().filter(|token| token.amount.is_some() && denies(token.end)).map(|token| token.end);
    // 卡不奇诺: nothing is denied right behind what begins a name and cannot be read otherwise.
    let begun = tokens.iter().filter(|token| !token.known() && denies(token.end)).map(|token| token.start);
    counted.chain(begun).take(NAMES_TRIED_MAX).find_map(|at| {
        let name = named(lexicon, sentence, at, &|end| end - at >= COUNTED_NAME_UNITS && lost(at, end) && !tears(end));
        name.and_then(|(end, phrase)| written(sentence, at..end, &phrase))
    })
}

/// 蛋蛋面: goods of one character each, side by side, that together sound like one name.
pub(crate) fn crumbs(lexicon: &Lexicon, sentence: &Units<'_>, tokens: &[Token]) -> Option<String> {
    let kind = |meaning: &Meaning| matches!(meaning, Meaning::Kind(_) | Meaning::Part(_));
    let crumb = |token: &Token| {
        let meanings = token.meanings(lexicon);
        token.end == token.start + 1 && !meanings.is_empty() && meanings.iter().all(kind)
    };
    let runs = tokens.chunk_by(|one, next| crumb(one) && crumb(next) && one.end == next.start);
    runs.filter(|run| run.len() >= CRUMBS_MIN).find_map(|run| {
        let (at, to) = (run[0].start, run[run.len() - 1].end);
        let (end, phrase) = named(lexicon, sentence, at, &|end| end == to)?;
        written(sentence, at..end, &phrase)
    })
}

/// Units before a part of a name at which the name may begin, at most.
const TORN_UNITS_MAX: usize = 3;

/// 三先豆皮: a part of a name, of which the beginning sounds right and was read as something else for one wrong character.
pub(crate) fn torn(lexicon: &Lexicon, sentence: &Units<'_>, tokens: &[Token]) -> Option<String> {
    let is_part = |token: &Token| {
        let meanings = token.meanings(lexicon);
        let name = meanings.iter().any(|meaning| matches!(meaning, Meaning::Name(_)));
        !name && meanings.iter().any(|meaning| matches!(meaning, Meaning::Part(_)))
    };
    // 先 of 三先豆皮: a word of one character right before it.
    let begun = |pair: &&[Token]| {
        let one = pair[0].end == pair[0].start + 1 && pair[0].end == pair[1].start;
        let word = word_in(pair[0].meanings(lexicon));
        let says = word.is_some_and(|word| !matches!(word, Word::Of | Word::Want | Word::Not)) || !pair[0].known();
        one && says && is_part(&pair[1])
    };
    tokens.windows(2).filter(begun).map(|pair| &pair[1]).take(NAMES_TRIED_MAX).find_map(|part| {
        let begins = (1..=TORN_UNITS_MAX).filter_map(|before| part.start.checked_sub(before));
        begins.into_iter().find_map(|at| {
            let long = |end: usize| end >= part.end && end - at >= COUNTED_NAME_UNITS;
            let (end, phrase) = named(lexicon, sentence, at, &long)?;
            let said = sentence.text(at, end);
            let once = differing(said, &phrase) == 1 && keeps(said, &phrase);
            once.then(|| written(sentence, at..end, &phrase)).flatten()
        })
    })
}

/// A name that what begins at `at` sounds exactly like, and where it ends.
fn named(lexicon: &Lexicon, sentence: &Units<'_>, at: usize, fits: &dyn Fn(usize) -> bool) -> Option<(usize, String)> {
    let key = |at: usize| sentence.han(at).and_then(|character| lexicon.sounds().key(character)).unwrap_or(0);
    let keys: Vec<u32> = (at..sentence.units.len()).take(NAME_UNITS_MAX).map(key).collect();
    let is_name = |phrase: &str| lexicon.exact(phrase).iter().any(|meaning| matches!(meaning, Meaning::Name(_)));
    let mut best: Option<(usize, String)> = None;
    lexicon.sounds().walk(&keys, |length, spoken| {
        let differs = sentence.text(at, at + length) != &*spoken.phrase;
        if differs && spoken.rank <= 1 && fits(at + length) && is_name(&spoken.phrase) {
            best = Some((at + length, spoken.phrase.to_string()));
        }
    });
    best
}

/// The sentence with a phrase in the place of some units.
fn written(sentence: &Units<'_>, units: Range<usize>, phrase: &str) -> Option<String> {
    let (from, to) = (sentence.units[units.start].start, sentence.units[units.end - 1].end);
    let (before, behind) = (sentence.source.get(..byte(from))?, sentence.source.get(byte(to)..)?);
    Some(format!("{before}{phrase}{behind}"))
}

/// Whether no negation is lost on the way from what was said to a phrase.
fn keeps(said: &str, phrase: &str) -> bool {
    said.chars().zip(phrase.chars()).all(|(said, other)| said == other || !DENYING.contains(said))
}
