//! A sentence that only counts what was shown: 2, 1和3, "2 and 3 please".

use super::numeral;
use super::sentence::Sentence;
use crate::lexicon::text::Kind;

/// What may stand before and behind the numbers.
const BEFORE: &[&str] =
    &["那", "就", "那就", "嗯", "选", "我选", "就选", "number", "numbers", "no", "option", "options"];
const BEHIND: &[&str] = &["号", "号吧", "吧", "都要", "两个都要", "谢谢", "please", "thanks", "both"];
/// What stands between two of them.
const BETWEEN: &[&str] = &["和", "跟", "还有", "and"];

/// Which of so many things that were shown a sentence counts, each once; empty if it says anything else. A numeral that is
/// written in words may be how many of one: "two", 三.
pub(super) fn counted(sentence: &Sentence<'_>, shown: usize) -> Vec<u32> {
    let mut found = Vec::new();
    let before = sentence.beyond(0, BEFORE);
    let mut at = before;
    let mut written = false;
    loop {
        let Some((end, nth)) = numeral::whole(sentence, at) else { return Vec::new() };
        let shows = usize::try_from(nth).is_ok_and(|nth| (1..=shown).contains(&nth));
        if !shows || found.contains(&nth) {
            return Vec::new();
        }
        found.push(nth);
        written |= sentence.kind(at) != Some(Kind::Digits) && sentence.text(at, end) != "二";
        let to = sentence.phrase(end, "号").filter(|to| *to < sentence.units.len()).unwrap_or(end);
        match between(sentence, to) {
            Some(next) => at = next,
            None => {
                at = end;
                break;
            }
        }
    }
    let bare = found.len() == 1 && written && before == 0;
    if bare || !sentence.ends_with_only(at, BEHIND) { Vec::new() } else { found }
}

fn between(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let comma = sentence.kind(at) == Some(Kind::Comma) && at + 1 < sentence.units.len();
    let comma = comma && numeral::whole(sentence, at + 1).is_some();
    sentence.any(at, BETWEEN).map(|(end, _)| end).or(comma.then_some(at + 1))
}
