//! What was said, of a sentence that was mended before it was read: words that could not be read are said back as the
//! buyer said them, and not as they were heard.

use std::ops::Range;

/// Pairs of characters that are compared at most; of a longer difference the mended words are said back.
const PAIRS_MAX: usize = 40_000;

/// A sentence as it was said, and as it was read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heard {
    /// As it was said.
    pub(crate) said: String,
    /// As it was read.
    pub(crate) meant: String,
}

impl Heard {
    /// What was said where the sentence was read as `words`; the same words where that cannot be told.
    pub(crate) fn as_said(&self, words: String) -> String {
        if self.said.contains(&words) {
            return words;
        }
        self.place(&words).map_or(words, str::to_owned)
    }

    fn place(&self, words: &str) -> Option<&str> {
        let start = self.meant.find(words)?;
        let from = self.meant[..start].chars().count();
        let said: Vec<char> = self.said.chars().collect();
        let meant: Vec<char> = self.meant.chars().collect();
        let own = whole_words(&said, aligned(&said, &meant, from..from + words.chars().count())?);
        let byte = |at: usize| self.said.char_indices().nth(at).map_or(self.said.len(), |(byte, _)| byte);
        let text = self.said[byte(own.start)..byte(own.end)].trim();
        stands_for(text, words).then_some(text)
    }
}

/// Whether the one may be the other: they begin or end alike, or are as many Chinese characters. Of pinyin that is read as
/// characters it cannot be told which of it they are.
fn stands_for(said: &str, meant: &str) -> bool {
    let begin = said.chars().next() == meant.chars().next();
    let end = said.chars().last() == meant.chars().last();
    let han = |text: &str| !text.contains(|one: char| one.is_ascii());
    let as_many = han(said) && han(meant) && said.chars().count() == meant.chars().count();
    !said.is_empty() && (begin || end || as_many)
}

/// The characters of `said` that those of `meant` in `range` stand for, by the fewest changes from one to the other
/// (Levenshtein's distance).
fn aligned(said: &[char], meant: &[char], range: Range<usize>) -> Option<Range<usize>> {
    let same = said.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let (rest, rest_meant) = (&said[same..], &meant[same..]);
    if rest.len() * rest_meant.len() > PAIRS_MAX {
        return None;
    }
    let left = distances(rest, rest_meant);
    let at = |i: usize, j: usize| left[i * (rest_meant.len() + 1) + j];
    // Before the first difference both stand at the same place.
    let (mut start, mut end) = (range.start.min(same), (range.end <= same).then_some(range.end));
    let (mut i, mut j) = (0, 0);
    loop {
        if same + j == range.start {
            start = same + i;
        }
        if same + j == range.end && end.is_none() {
            end = Some(same + i);
        }
        let (more, more_meant) = (i < rest.len(), j < rest_meant.len());
        let differ = || u16::from(rest[i] != rest_meant[j]);
        match () {
            () if more && more_meant && at(i, j) == at(i + 1, j + 1) + differ() => (i, j) = (i + 1, j + 1),
            () if more && at(i, j) == at(i + 1, j) + 1 => i += 1,
            () if more_meant => j += 1,
            () => break,
        }
    }
    end.filter(|end| start <= *end).map(|end| start..end)
}

/// How many changes lead from what is left of one to what is left of the other, by how much of each is read.
fn distances(said: &[char], meant: &[char]) -> Vec<u16> {
    let width = meant.len() + 1;
    let mut left = vec![0_u16; (said.len() + 1) * width];
    for i in (0..=said.len()).rev() {
        for j in (0..=meant.len()).rev() {
            let next = |i: usize, j: usize, cost: u16| left[i * width + j].saturating_add(cost);
            left[i * width + j] = match (i < said.len(), j < meant.len()) {
                (true, true) => {
                    let kept = next(i + 1, j + 1, u16::from(said[i] != meant[j]));
                    kept.min(next(i + 1, j, 1)).min(next(i, j + 1, 1))
                }
                (true, false) => next(i + 1, j, 1),
                (false, true) => next(i, j + 1, 1),
                (false, false) => 0,
            };
        }
    }
    left
}

/// The same with the rest of Latin words that are in it by a part.
fn whole_words(said: &[char], own: Range<usize>) -> Range<usize> {
    let inside = |at: usize| {
        let letter = |at: usize| said.get(at).is_some_and(char::is_ascii_alphanumeric);
        at.checked_sub(1).is_some_and(letter) && letter(at)
    };
    let start = (0..=own.start).rev().find(|at| !inside(*at)).unwrap_or(own.start);
    let end = (own.end..=said.len()).find(|at| !inside(*at)).unwrap_or(own.end);
    start..end
}

#[cfg(test)]
mod tests {
    use super::Heard;

    #[test]
    fn what_was_read_otherwise_is_said_back_as_it_was_said() {
        let back = |said: &str, meant: &str, words: &str| {
            Heard { said: said.to_owned(), meant: meant.to_owned() }.as_said(words.to_owned())
        };
        assert_eq!(back("刚收到开会的通知，来杯那铁", "刚收到开会的同志，来杯拿铁", "开会的同志"), "开会的通知");
        assert_eq!(back("来那个杯拿铁快通知", "来杯拿铁快同志", "快同志"), "快通知");
        assert_eq!(back("来杯那铁，通知", "来杯拿铁，同志", "同志"), "通知");
        assert_eq!(back("wo yao natie kaihui", "我要拿铁开会", "开会"), "开会", "which of it is unknown");
        assert_eq!(back("The kids want some", "The 儿童 want some", "The 儿童 want some"), "The kids want some");
        assert_eq!(back("一杯拿铁", "一杯拿铁", "拿铁"), "拿铁");
        assert_eq!(back("一杯拿铁", "一杯拿铁", "开会"), "开会", "words that stand in neither are left");
    }
}
