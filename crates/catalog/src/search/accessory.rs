//! Things that are only for other things: a case for a phone, ink for a printer. Who asks for the phone does not mean the
//! case. Told by the name alone: English names end with what a thing is, so a word with `case` behind it, or `for` before
//! it, only says what it goes with; and so it is in Chinese with 手机壳.

use domain::catalogue::Item;
use domain::language::Text;

use super::index::first_sentence;
use super::tokens::{self, Run};
use super::words::Words;

/// What is for other things, folded.
const FOR_EN: &[&str] = &[
    "accessory",
    "adapter",
    "adaptor",
    "arm",
    "backpack",
    "bag",
    "battery",
    "bracket",
    "cable",
    "cap",
    "cart",
    "cartridge",
    "case",
    "charger",
    "cleaner",
    "cleansing",
    "component",
    "converter",
    "cooler",
    "cooling",
    "cord",
    "cover",
    "cradle",
    "dock",
    "docking",
    "drum",
    "enclosure",
    "extender",
    "film",
    "filter",
    "floorstand",
    "folio",
    "fuser",
    "holder",
    "holster",
    "ink",
    "kit",
    "label",
    "lamp",
    "lens",
    "license",
    "lock",
    "module",
    "mount",
    "pad",
    "paper",
    "part",
    "pen",
    "pillow",
    "pouch",
    "printhead",
    "privacy",
    "protector",
    "rack",
    "remote",
    "rest",
    "ribbon",
    "riser",
    "roller",
    "screw",
    "service",
    "shelf",
    "shell",
    "skin",
    "sleeve",
    "software",
    "spare",
    "stand",
    "strap",
    "stylus",
    "supply",
    "support",
    "tip",
    "toner",
    "toolbar",
    "tray",
    "upgrade",
    "warranty",
];
const FOR_ZH: &[&str] = &[
    "壳",
    "保护套",
    "皮套",
    "膜",
    "支架",
    "充电器",
    "数据线",
    "充电线",
    "挂绳",
    "电池",
    "滤芯",
    "墨盒",
    "硒鼓",
    "底座",
    "配件",
    "鼠标垫",
    "收纳包",
    "电脑包",
    "相机包",
    "遥控器",
    "转接头",
    "转接线",
];
/// What stands before the thing it is for.
const BEFORE: &[&str] = &["for", "fit", "compatible", "replacement"];
/// What ends the name of a thing: what follows is only with it.
const ENDS: &[&str] = &["with", "and", "in", "w", "incl", "including", "plus"];
/// So many words on are looked at.
const REACH: usize = 5;

/// What was asked for, if it is a thing that others may be for.
pub(super) struct Asked {
    /// The words that say what it is, folded.
    things: Vec<String>,
    /// Whether it was asked for in Chinese.
    chinese: bool,
}

impl Asked {
    /// `None` if the words themselves ask for what is for something.
    pub(super) fn new(text: &str, words: &Words) -> Option<Self> {
        let is_for = |run: &Run| match run {
            Run::Latin(word) => FOR_EN.contains(&word.as_str()),
            Run::Han(characters) => {
                let text: String = characters.iter().collect();
                FOR_ZH.iter().any(|word| text.contains(word))
            }
        };
        let runs = tokens::runs(text);
        let head = words.words.get(words.head.unwrap_or(words.words.len().checked_sub(1)?))?;
        let things: Vec<_> = head.terms.iter().map(|(term, _)| term.clone()).collect();
        let chinese = matches!(runs.last(), Some(Run::Han(_)));
        (!runs.iter().any(is_for) && !things.iter().all(|thing| is_size(thing))).then_some(Self { things, chinese })
    }

    /// Whether `item` is only for what was asked for.
    pub(super) fn is_only_for(&self, item: &Item) -> bool {
        if self.chinese {
            return self.is_only_for_zh(&item.name.zh);
        }
        let brand = tokens::runs(&item.brand);
        let (name, is_brand) = (tokens::runs(&item.name.en), brand.iter().any(|run| self.is_thing(run)));
        let mut places = (0..name.len()).filter(|place| self.is_thing(&name[*place])).peekable();
        if places.peek().is_none() {
            return !is_brand && (name.iter().any(|run| is_any(run, FOR_EN)) || self.is_said_behind_for(item));
        }
        !is_brand && places.any(|place| is_for_other(&name, place))
    }

    /// Whether the thing is not in the name, and the first sentence about the item has it behind `for`.
    fn is_said_behind_for(&self, item: &Item) -> bool {
        let about = tokens::runs(first_sentence(&item.description));
        let thing = about.iter().position(|run| self.is_thing(run));
        thing.is_some_and(|thing| about[..thing].iter().any(|run| is_any(run, BEFORE)))
    }

    fn is_only_for_zh(&self, name: &str) -> bool {
        self.things.iter().any(|thing| is_only_for_zh(thing, name))
    }

    fn is_thing(&self, run: &Run) -> bool {
        matches!(run, Run::Latin(word) if self.things.contains(word))
    }
}

/// Whether a Chinese name is that of something that may be only for other things: 手机壳.
pub fn goes_with_others(name: &str) -> bool {
    FOR_ZH.iter().any(|word| name.contains(word))
}

/// Whether a name is that of something that is only for `thing`: 手机壳 is no 手机, and a "phone case" no phone.
pub fn is_only_for(thing: &str, name: &Text) -> bool {
    if thing.is_ascii() { is_only_for_en(thing, &name.en) } else { is_only_for_zh(thing, &name.zh) }
}

fn is_only_for_en(thing: &str, name: &str) -> bool {
    // A plug or a model, such as USB-C, is nothing that one has by itself.
    if !thing.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
        return false;
    }
    let (thing, name) = (tokens::runs(thing), tokens::runs(name));
    let Some(last) = thing.len().checked_sub(1).filter(|_| !thing.iter().any(|run| is_any(run, FOR_EN))) else {
        return false;
    };
    name.windows(thing.len()).position(|words| words == thing).is_some_and(|at| is_for_other(&name, at + last))
}

fn is_only_for_zh(thing: &str, name: &str) -> bool {
    let behind = name.find(thing).map(|place| &name[place + thing.len()..]);
    // Most names end with what they are.
    behind.is_some_and(|rest| !rest.is_empty() && goes_with_others(rest)) && !goes_with_others(thing)
}

/// Whether the thing at `place` of a name is only what the named is for.
fn is_for_other(name: &[Run], place: usize) -> bool {
    let ends = |run: &&Run| match run {
        Run::Latin(word) => !ENDS.contains(&word.as_str()),
        Run::Han(_) => false,
    };
    let before = name[..place].iter().rev().take(REACH).take_while(ends);
    let mut behind = name[place + 1..].iter().take(REACH).take_while(ends);
    before.into_iter().any(|run| is_any(run, BEFORE)) || behind.any(|run| is_any(run, FOR_EN))
}

/// Whether a word is a size, such as `AAA`, of which there are batteries, but nothing that they are for.
fn is_size(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic() && Some(byte) == word.bytes().next())
}

fn is_any(run: &Run, words: &[&str]) -> bool {
    matches!(run, Run::Latin(word) if words.contains(&word.as_str()))
}
