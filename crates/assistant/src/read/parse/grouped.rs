//! 贺卡改新年的, 辣度中等, 味道要牛肉: what a clause says of an option whose name it begins with. A part of a value's name is
//! enough there, and words that are goods elsewhere are none.

use std::ops::Range;

use domain::catalogue::OptionGroup;

use super::goods::said;
use super::piece::{Piece, Role, clause};
use crate::lexicon::{ItemNo, Lexicon, ValueNo, Word};
use crate::read::sentence::Sentence;

/// Names for the same option.
const ALIKE: &[&[&str]] = &[
    &["口味", "味道", "味", "风味", "味儿"],
    &["颜色", "色", "色儿"],
    &["份量", "分量", "量", "份儿"],
    &["尺寸", "大小", "规格", "尺码"],
    &["加料", "小料", "配料", "料", "料子"],
    &["线长", "长度", "长短"],
];
/// What is between the least and the most.
const MIDDLING: &[&str] = &["中等", "适中", "中度", "中不溜"];
const MIDDLE: &str = "中";
/// Words for one half.
const HALVES: &[&str] = &["一半", "一半就行", "一半就好"];
const HALF: &str = "半";
/// Words around a value that are no part of its name.
const AROUND: &[&str] = &["是", "得是", "得", "用", "选", "上", "给", "放", "为", "调", "做", "弄", "够", "is", "the"];
/// What stands between a value and the name of its option behind it.
const AS: &[&str] = &["as", "for", "the", "my", "its"];
/// Pieces that the name of an option is read as, at most, and a value.
const NAME_PIECES: usize = 3;
const VALUE_PIECES: usize = 4;
/// Pieces between them, at most.
const BETWEEN: usize = 4;
/// Pieces of a sentence in which options are looked for by their names.
const PIECES_MAX: usize = 200;

/// Makes options of what is said of a named one, for any of these items.
pub(super) fn options(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], items: &[ItemNo]) {
    let groups: Vec<&OptionGroup> = items.iter().flat_map(|item| &lexicon.item(*item).options).collect();
    if groups.is_empty() || pieces.len() > PIECES_MAX {
        return;
    }
    done_to_it(lexicon, sentence, pieces, items);
    for own in clause::all(pieces) {
        let mut at = own.start;
        while at < own.end {
            let within = at..own.end;
            let found = before_its_name(lexicon, sentence, pieces, &groups, within.clone());
            let found = found.or_else(|| behind_its_name(lexicon, sentence, pieces, &groups, within));
            let Some(found) = found else {
                at += 1;
                continue;
            };
            for piece in found.name.clone().chain(found.said.clone()) {
                pieces[piece] = Piece { value: None, stem: None, item: false, name: false, ..pieces[piece] };
                pieces[piece].role = Role::Done;
            }
            let value = &mut pieces[found.said.start];
            (value.role, value.value) = (Role::Value(found.value), Some(found.value));
            at = found.name.end.max(found.said.end);
        }
    }
}

/// 覆哑膜 of an option that is called 覆膜: its first character right before a value is what is done.
fn done_to_it(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], items: &[ItemNo]) {
    for at in 1..pieces.len() {
        let verb = pieces[at - 1];
        let one = verb.role == Role::Unknown && verb.token.end == verb.token.start + 1;
        let Some(value) = value_of(&pieces[at]).filter(|_| one) else { continue };
        let group = |item: &ItemNo| lexicon.value_of(lexicon.item(*item), value).map(|(_, pair)| &pair.group);
        if items.iter().filter_map(group).any(|group| group.starts_with(verb.text(sentence))) {
            pieces[at - 1].role = Role::Done;
        }
    }
}

fn value_of(piece: &Piece) -> Option<ValueNo> {
    if let Role::Value(value) = piece.role { Some(value) } else { None }
}

/// An option that is named, and the value that is said of it.
struct Said {
    name: Range<usize>,
    said: Range<usize>,
    value: ValueNo,
}

/// 贺卡改新年的: the name of an option, what chooses, and a part of a value's name.
fn behind_its_name(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    groups: &[&OptionGroup],
    within: Range<usize>,
) -> Option<Said> {
    let at = within.start;
    let names = |end: &usize| pieces[at..*end].iter().all(may_be_of_name);
    let ends = (at + 1..within.end + 1).take(NAME_PIECES).take_while(names).collect::<Vec<_>>().into_iter().rev();
    ends.into_iter().find_map(|end| {
        let named = said(sentence, pieces, &(at..end)).trim();
        let group = groups.iter().find(|group| is_called(group, named))?;
        let whole = *group.name.zh == *named || group.name.en.eq_ignore_ascii_case(named);
        let from = (end..within.end).take(BETWEEN + 1).find(|from| !may_stand_between(sentence, &pieces[*from]))?;
        // One character alone is part of too many words: 奶 and 酱 need something that chooses.
        let chooses = |piece: &Piece| !piece.transparent() || is_around(sentence, piece);
        if !whole && !pieces[end..from].iter().any(chooses) {
            return None;
        }
        let tos = (from + 1..within.end + 1).take(VALUE_PIECES).rev();
        let may = |to: &usize| pieces[from..*to].iter().all(may_be_of_value);
        tos.into_iter().filter(may).find_map(|to| {
            let value = value(lexicon, group, said(sentence, pieces, &(from..to)))?;
            Some(Said { name: at..end, said: from..to, value })
        })
    })
}

/// "Peach scent", "honey mustard as the dip": in English a value may stand right before the name of its option.
fn before_its_name(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    groups: &[&OptionGroup],
    within: Range<usize>,
) -> Option<Said> {
    let from = within.start;
    let end = (from..within.end).take(VALUE_PIECES + 1).find(|at| !may_be_of_value(&pieces[*at]))?;
    let stands_for = |at: &usize| AS.contains(&pieces[*at].text(sentence).to_ascii_lowercase().as_str());
    let name = (end..within.end).find(|at| !stands_for(at))?;
    let named = pieces[name].text(sentence);
    let may_name = matches!(pieces[name].role, Role::Group | Role::Unknown) && from < end;
    let named = may_name.then(|| singular(named))?;
    let group = groups.iter().find(|group| singular(&group.name.en).eq_ignore_ascii_case(named))?;
    let value = value(lexicon, group, said(sentence, pieces, &(from..end)))?;
    Some(Said { name: end..name + 1, said: from..end, value })
}

/// "Topping" of an option that is called "toppings".
fn singular(name: &str) -> &str {
    name.strip_suffix(['s', 'S']).unwrap_or(name)
}

/// Whether an option is called so: by its name, by its beginning or its end, or by a name for the same.
fn is_called(group: &OptionGroup, said: &str) -> bool {
    let name: &str = &group.name.zh;
    let han = said.chars().all(|character| !character.is_ascii());
    let alike = || ALIKE.iter().any(|row| row.contains(&said) && row.contains(&name));
    group.name.en.eq_ignore_ascii_case(said) || han && (name.ends_with(said) || name.starts_with(said) || alike())
}

fn is_around(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    AROUND.contains(&piece.text(sentence))
}

/// Whether it may stand between an option and its value: 要, 改成, 是.
fn may_stand_between(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    let chooses = matches!(piece.role, Role::Word(Word::Want | Word::Change | Word::Into | Word::Add));
    chooses || piece.transparent() || is_around(sentence, piece)
}

/// Whether it may be a part of what an option is called.
fn may_be_of_name(piece: &Piece) -> bool {
    // 味 of 味道 says nothing by itself.
    piece.transparent() || piece.role == Role::Group || may_be_of_value(piece)
}

/// Whether it may be a part of what a value is called.
fn may_be_of_value(piece: &Piece) -> bool {
    matches!(
        piece.role,
        Role::Unknown | Role::Item | Role::Value(_) | Role::Stem(_) | Role::Amount(_) | Role::Measure(_)
    ) || piece.is(Word::Of)
}

/// 多搁点儿, 少放: more or less of what the option is.
fn is_degree(said: &str, degree: &str) -> bool {
    let Some(rest) = said.strip_prefix(degree) else { return false };
    let rest = rest.trim_start_matches(['放', '搁', '加', '来', '要', '给', '下']);
    matches!(rest, "" | "点" | "些" | "点儿" | "一点" | "一些" | "一点儿")
}

/// The one value of an option whose name has these words.
fn value(lexicon: &Lexicon, group: &OptionGroup, said: &str) -> Option<ValueNo> {
    let said = said.trim().trim_end_matches('的').to_lowercase();
    let said = match said.as_str() {
        said if is_degree(said, "多") => "多",
        said if is_degree(said, "少") => "少",
        said if MIDDLING.contains(&said) => MIDDLE,
        said if HALVES.contains(&said) => HALF,
        said => said,
    };
    if said.is_empty() {
        return None;
    }
    let whole = group.values.iter().find(|value| value.name.zh.to_lowercase() == *said);
    let says = |name: &str| name.to_lowercase().contains(said);
    let mut with = group.values.iter().filter(|value| says(&value.name.zh) || says(&value.name.en));
    let value = whole.or_else(|| with.next().filter(|_| with.next().is_none()))?;
    lexicon.value_called(&value.name.zh.to_lowercase())
}
