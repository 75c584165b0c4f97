//! The terms that a misspelt one may stand for: all that begin with the same letter and are about as long, compared one
//! by one. That is some thousand comparisons of a few nanoseconds, where an automaton takes 150 µs to make.

use std::collections::HashMap;

/// A term with its number of documents.
type Counted = (Box<str>, u32);

/// Terms, by how they begin and how many bytes they have.
#[derive(Default)]
pub(super) struct Vocabulary(HashMap<(char, usize), Vec<Counted>>);

impl Vocabulary {
    pub(super) fn insert(&mut self, term: &str, documents: u32) {
        let Some(first) = term.chars().next() else { return };
        self.0.entry((first, term.len())).or_default().push((term.into(), documents));
    }

    /// The terms that are `term` but for one letter, or two that changed places, each with its number of documents.
    pub(super) fn similar(&self, term: &str) -> Vec<(u32, String)> {
        let Some(first) = term.chars().next() else { return Vec::new() };
        let lengths = term.len() - 1..=term.len() + 1;
        let near = lengths.filter_map(|length| self.0.get(&(first, length))).flatten();
        let near = near.filter(|(other, _)| is_one_letter_off(term.as_bytes(), other.as_bytes()));
        near.map(|(other, documents)| (*documents, other.to_string())).collect()
    }
}

/// Whether two words are the same but for one letter that is another, missing or too many, or two that changed places.
fn is_one_letter_off(one: &[u8], other: &[u8]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let same = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    let (short, long) = (&short[same..], &long[same..]);
    match (short, long) {
        _ if long.len() > short.len() => long.len() == short.len() + 1 && long[1..] == *short,
        ([_, rest @ ..], [_, others @ ..]) if rest == others => true,
        ([a, b, rest @ ..], [c, d, others @ ..]) => a == d && b == c && rest == others,
        _ => short.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_one_letter_off;

    #[test]
    fn one_letter_makes_the_difference() {
        for (one, other) in [("latte", "late"), ("latte", "lattes"), ("latte", "latee"), ("latte", "ltate"), ("a", "a")]
        {
            assert!(is_one_letter_off(one.as_bytes(), other.as_bytes()), "{one} {other}");
            assert!(is_one_letter_off(other.as_bytes(), one.as_bytes()), "{other} {one}");
        }
        for (one, other) in [("latte", "lat"), ("latte", "taste"), ("latte", "tlaet"), ("abcd", "acbde")] {
            assert!(!is_one_letter_off(one.as_bytes(), other.as_bytes()), "{one} {other}");
        }
    }
}
