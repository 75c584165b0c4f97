//! A clause: folded characters that know where they stood, and the names of substances among them.

use std::ops::Range;

use domain::avoidance::{AVOIDED_CHARS_MAX, Avoidance, Strictness, Substance};
use domain::language::Language;

use crate::lexicon::script;

/// What ends a clause. 、 only separates names.
const ENDS: &str = ",，.。!！?？;；\n~～";
/// Words between two names.
const BETWEEN: &[&str] = &[
    "以及", "还有", "或者", "和", "跟", "与", "或", "及", "、", "还", "也", "都", " ", "类", "and", "or", "any", "the",
    "nor", "&", "/", "all", "kinds", "of", "other",
];
/// Before what is not to be in something that is ordered.
const NOT_IN: &[&str] =
    &["不要", "别放", "不放", "别加", "不加", "不能有", "不能放", "去掉", "别有", "no", "without", "not", "hold the"];
/// After a name: the same holds for it.
const TOO: &[&str] =
    &["也是", "也一样", "也不行", "也不能", "也不能吃", "也过敏", "了", "的", "too", "as well", "also", " "];
/// Words that stand between two things of a list, whatever these are.
const AND: &[&str] = &["以及", "还有", "或者", "和", "跟", "与", "或", "及", "、", "and", "or", "&", "/"];
/// Characters of a Chinese word, and words of an English one, of a thing that is in no table.
const THING_CHARS_MAX: usize = 6;
const THING_WORDS_MAX: usize = 3;
/// Words with which something is ordered.
const ORDERS: &[&str] = &[
    "来一", "来两", "来份", "来杯", "来碗", "点一", "点个", "买", "我要", "想吃", "想要", "想喝", "帮我", "给我",
    "order", "i want", "i'd like", "get me", "give me", "buy", "send me",
];

/// What answers, or asks, and names nothing.
const NO_THING: &[&str] = &[
    "什么",
    "啥",
    "药物",
    "这个",
    "那个",
    "它",
    "哪些",
    "俩",
    "仨",
    "大家",
    "全家",
    "一家",
    "没有",
    "没",
    "没什么",
    "没有啊",
    "没有了",
    "都没有",
    "无",
    "不",
    "不是",
    "不用",
    "不用了",
    "算了",
    "算了吧",
    "不知道",
    "不清楚",
    "忘了",
    "是",
    "是的",
    "对",
    "好",
    "好的",
    "好吧",
    "行",
    "可以",
    "嗯",
    "不告诉你",
    "随便",
    "等等",
    "等一下",
    "no",
    "nope",
    "none",
    "nothing",
    "not",
    "nah",
    "yes",
    "yeah",
    "yep",
    "ok",
    "okay",
    "sure",
    "never mind",
    "nevermind",
    "forget it",
    "i don't know",
    "don't know",
    "wait",
    "stop",
    "it",
    "them",
    "that",
    "this",
    "something",
    "some things",
    "anything",
    "everything",
];

/// A part of a sentence up to a comma or stop.
pub(super) struct Clause<'s> {
    text: &'s str,
    /// What ended it.
    pub(super) end: &'s str,
    /// Its characters in lower case and simplified script.
    pub(super) chars: Vec<char>,
    /// Where each of them begins in `text`, and where the last one ends.
    bytes: Vec<usize>,
}

/// A name of a substance in a clause.
pub(super) struct Name {
    pub(super) chars: Range<usize>,
    substance: Substance,
}

/// Cuts a sentence into clauses.
pub(super) fn clauses(source: &str) -> Vec<Clause<'_>> {
    source.split_inclusive(|character| ENDS.contains(character)).map(Clause::new).collect()
}

impl<'s> Clause<'s> {
    fn new(part: &'s str) -> Self {
        let text = part.trim_end_matches(|character| ENDS.contains(character));
        let end = &part[text.len()..];
        let fold = |character: char| script::plain(character).to_ascii_lowercase();
        let chars = text.chars().map(fold).collect();
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { text, end, chars, bytes }
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// What these characters were in the sentence.
    pub(super) fn source(&self, chars: Range<usize>) -> &'s str {
        let byte = |at: usize| self.bytes.get(at).copied().unwrap_or(self.text.len());
        self.text.get(byte(chars.start)..byte(chars.end)).unwrap_or_default()
    }

    /// These characters, folded.
    pub(super) fn folded(&self, chars: Range<usize>) -> String {
        self.chars.get(chars).unwrap_or_default().iter().collect()
    }

    /// Where `word` stands first at or after `from`; a Latin word only whole.
    pub(super) fn find(&self, word: &str, from: usize) -> Option<Range<usize>> {
        (from..self.len()).find_map(|at| Some(at..self.at(at, word)?))
    }

    /// Where `word` ends if it stands at `at`.
    pub(super) fn at(&self, at: usize, word: &str) -> Option<usize> {
        let mut end = at;
        for character in word.chars() {
            if self.chars.get(end) != Some(&character) {
                return None;
            }
            end += 1;
        }
        let letter = |at: usize| self.chars.get(at).is_some_and(char::is_ascii_alphanumeric);
        let inside = word.starts_with(|first: char| first.is_ascii_alphanumeric())
            && (at.checked_sub(1).is_some_and(letter) || letter(end));
        (!inside).then_some(end)
    }

    /// The first of `words` that stands anywhere, the earliest of all.
    pub(super) fn any(&self, words: &[&str]) -> Option<Range<usize>> {
        let found = words.iter().filter_map(|word| self.find(word, 0));
        found.min_by_key(|found| (found.start, usize::MAX - found.end))
    }

    /// The first of `words`, or else the first of `others`; whether it is one of `words`.
    pub(super) fn either(&self, words: &[&str], others: &[&str]) -> Option<(Range<usize>, bool)> {
        let other = || self.any(others).map(|found| (found, false));
        self.any(words).map(|found| (found, true)).or_else(other)
    }

    /// The names of substances, from left to right, each as long as can be.
    pub(super) fn names(&self) -> Vec<Name> {
        let mut names = Vec::new();
        let mut at = 0;
        while at < self.len() {
            let ends = Substance::names().filter_map(|(name, substance)| Some((self.name_end(at, name)?, substance)));
            match ends.max_by_key(|(end, _)| *end) {
                None => at += 1,
                Some((end, substance)) => {
                    names.push(Name { chars: at..end, substance });
                    at = end;
                }
            }
        }
        names
    }

    fn name_end(&self, at: usize, name: &str) -> Option<usize> {
        let plural = |tail: &str| self.at(at, &format!("{name}{tail}"));
        if self.chars.get(at) != name.chars().next().as_ref() {
            return None;
        }
        self.at(at, name).or_else(|| name.is_ascii().then(|| plural("s").or_else(|| plural("es"))).flatten())
    }

    /// What it names beside a clause that speaks of an allergy: all of it, or, where something is ordered, what is not
    /// to be in that.
    pub(super) fn named_beside_allergy(&self) -> Vec<Avoidance> {
        let from = if self.orders() { self.any(NOT_IN).map_or(self.len(), |not| not.end) } else { 0 };
        let names: Vec<Name> = self.names().into_iter().filter(|name| name.chars.start >= from).collect();
        avoidances(&names, Strictness::Allergy)
    }

    /// The names that stand together from the first at or after `from`, with the words between them.
    pub(super) fn list(&self, from: usize) -> (Vec<Name>, usize) {
        let mut list: Vec<Name> = Vec::new();
        let mut end = from;
        for name in self.names().into_iter().filter(|name| name.chars.start >= from) {
            if !list.is_empty() && !self.only(end..name.chars.start, BETWEEN) {
                break;
            }
            end = name.chars.end;
            list.push(name);
        }
        (list, end)
    }

    /// The things listed there, each by its table or by the buyer's own word for it.
    pub(super) fn things(&self, chars: Range<usize>) -> Vec<Avoidance> {
        let names = self.names();
        let mut avoids = Vec::new();
        for part in self.parts(chars) {
            let mut named = names.iter().filter(|name| part.start <= name.chars.start && name.chars.end <= part.end);
            match named.next() {
                Some(first) => {
                    let all = std::iter::once(first).chain(named);
                    avoids
                        .extend(all.map(|name| Avoidance::new(name.substance.name(Language::Zh), Strictness::Allergy)));
                }
                None => avoids.extend(self.own_word(part)),
            }
        }
        avoids
    }

    /// What stands between the words of a list.
    pub(super) fn parts(&self, chars: Range<usize>) -> Vec<Range<usize>> {
        let (mut parts, mut from, mut at) = (Vec::new(), chars.start, chars.start);
        while at < chars.end {
            match AND.iter().filter_map(|word| self.at(at, word)).filter(|end| *end <= chars.end).max() {
                Some(end) => {
                    parts.push(from..at);
                    (from, at) = (end, end);
                }
                None => at += 1,
            }
        }
        parts.push(from..chars.end);
        parts
    }

    /// A thing that is in no table, if that may be one.
    fn own_word(&self, chars: Range<usize>) -> Option<Avoidance> {
        let text = self.folded(chars);
        let text = text
            .trim()
            .trim_end_matches(['很', '都', '会', '就', '严', '重'])
            .trim_matches(['有', '些', '点'])
            .trim_start_matches(['我', '对', '是', '就']);
        let short = match text.is_ascii() {
            true => text.split(' ').count() <= THING_WORDS_MAX && text.len() <= AVOIDED_CHARS_MAX,
            false => text.chars().count() <= THING_CHARS_MAX,
        };
        (short && !text.is_empty() && !NO_THING.contains(&text)).then(|| Avoidance::new(text, Strictness::Allergy))
    }

    /// Whether all of it is a list of at least two things, one of them in the table and none with a name inside it:
    /// "papaya and milk", but not "milk tea".
    pub(super) fn goes_on(&self) -> bool {
        let (parts, names) = (self.parts(0..self.len()), self.names());
        let named = |part: &Range<usize>| {
            let text = self.folded(part.clone());
            Substance::called(&text).is_some()
        };
        let inside =
            |part: &Range<usize>| names.iter().any(|name| part.start <= name.chars.start && name.chars.end <= part.end);
        parts.len() > 1
            && !self.orders()
            && parts.iter().any(named)
            && parts.iter().all(|part| named(part) || !inside(part) && self.own_word(part.clone()).is_some())
    }

    /// Whether there are only names and the words between them.
    pub(super) fn only_names(&self) -> bool {
        let (names, end) = self.list(0);
        let first = names.first().map_or(0, |name| name.chars.start);
        !names.is_empty() && self.only(0..first, BETWEEN) && self.only(end..self.len(), BETWEEN)
    }

    /// 虾也是, "shrimp too": what was said before holds for this as well.
    pub(super) fn too(&self) -> bool {
        let (names, end) = self.list(0);
        let first = names.first().map_or(0, |name| name.chars.start);
        !names.is_empty() && self.only(0..first, BETWEEN) && self.only(end..self.len(), TOO)
    }

    /// Whether nothing but these words stands there.
    pub(super) fn only(&self, chars: Range<usize>, words: &[&str]) -> bool {
        let mut at = chars.start;
        while at < chars.end {
            match words.iter().filter_map(|word| self.at(at, word)).filter(|end| *end <= chars.end).max() {
                Some(end) => at = end,
                None => return false,
            }
        }
        true
    }

    /// Whether something is ordered in it.
    pub(super) fn orders(&self) -> bool {
        self.any(ORDERS).is_some()
    }

    /// Its characters without spaces around.
    pub(super) fn trimmed(&self) -> String {
        self.folded(0..self.len()).trim().to_owned()
    }
}

/// Avoidances of what is named, each once.
pub(super) fn avoidances(names: &[Name], strictness: Strictness) -> Vec<Avoidance> {
    let mut avoids: Vec<Avoidance> =
        names.iter().map(|name| Avoidance::new(name.substance.name(Language::Zh), strictness)).collect();
    avoids.sort();
    avoids.dedup();
    avoids
}

/// The same, where only what the law calls an allergen is strict: who says they cannot eat pork means what they buy.
pub(super) fn cannot_eat(names: &[Name]) -> Vec<Avoidance> {
    let strict = |name: &Name| if name.substance.is_allergen() { Strictness::Allergy } else { Strictness::Dislike };
    let mut avoids: Vec<Avoidance> =
        names.iter().map(|name| Avoidance::new(name.substance.name(Language::Zh), strict(name))).collect();
    avoids.sort();
    avoids.dedup();
    avoids
}
