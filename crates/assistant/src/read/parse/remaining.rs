//! Of two that were shown, the one that is not spoken of: 老抽家里还有，拿剩下那个.

use std::ops::Range;

use super::piece::{Piece, Role, clause};
use super::shown;
use crate::lexicon::{ItemNo, Lexicon, Word, is_child};
use crate::read::sentence::Sentence;

/// Pieces that it may be read as, at most: N and 95.
const PIECES_OF_NAME: usize = 4;
/// Parts of the names of goods for children.
const FOR_CHILDREN: &[&str] = &["童", "婴", "宝宝", "小儿"];
/// What is said of goods that are not wanted.
const TURNED_AWAY: &[&str] = &[
    "不",
    "没",
    "别",
    "莫",
    "腻",
    "够了",
    "还有",
    "有了",
    "太",
    "过了",
    "过敏",
    "完了",
    "坏",
    "断了",
    "already",
    "not",
    "n't",
    "n’t",
    "enough",
    "too ",
    "sick of",
    "tired of",
    "still have",
];
/// What is said of goods that are, or by whom.
const CHOOSES: &[&str] = &[
    "吧", "好", "可以", "行", "爱", "喜欢", "吃", "喝", "用", "买", "good", "nice", "fine", "please", "for", "like",
    "want",
];
/// Characters of a name that stand for it, at least.
const NAMED_BY: usize = 2;

/// What a clause says of one of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spoken {
    /// It is wanted as well: 要糊汤粉，另一种也要.
    Asked,
    /// It is not wanted, or only told of: 老抽家里还有.
    Told,
    /// 老抽我爸吃: that does not say what is wanted.
    Unclear,
}

/// Names the other of two that were shown, where a clause before speaks of the first.
pub(super) fn of_two(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], offered: &[ItemNo]) {
    let [first, second] = offered[..] else { return };
    let Some(other) = pieces.iter().position(|piece| piece.is(Word::Other) || piece.is(Word::Rest)) else { return };
    let own = clause::around(pieces, &(other..other + 1));
    if pieces[own.clone()].iter().any(|piece| piece.role == Role::Item) || pieces[own.start..].iter().any(keeps_open) {
        return;
    }
    let before = clause::all(&pieces[..own.start]).into_iter();
    let spoken = |told: Range<usize>| Some((told.clone(), named(lexicon, sentence, &pieces[told], first, second)?));
    let Some((told, (at, named))) = before.into_iter().find_map(spoken) else { return };
    let left = if named == first { second } else { first };
    let too = pieces[own.clone()].iter().any(|piece| piece.text(sentence) == "也");
    let counted = pieces[own.clone()].iter().any(|piece| matches!(piece.role, Role::Amount(_)));
    match says_of(sentence, &pieces[told.start..own.start], told.len(), &at) {
        Spoken::Asked if counted => shown::name(&mut pieces[other], left),
        _ if too => shown::name(&mut pieces[other], left),
        Spoken::Asked | Spoken::Unclear => {}
        Spoken::Told => {
            pieces[told.start..own.start].iter_mut().filter(|piece| !piece.ends_clause()).for_each(done);
            pieces[own.start..other].iter_mut().filter(|piece| piece.is(Word::Change)).for_each(done);
            shown::name(&mut pieces[other], left);
            // 剩下那个
            let points = pieces.get_mut(other + 1).filter(|next| next.is(Word::This) || next.is(Word::Of));
            points.into_iter().for_each(done);
        }
    }
}

/// What a clause of so many pieces, and those up to the other of two, say of the one that is named at `at` of it.
fn says_of(sentence: &Sentence<'_>, told: &[Piece], clause: usize, at: &Range<usize>) -> Spoken {
    if told[at.end..clause].iter().any(asks_for_it) || wants(&told[..at.start]) {
        return Spoken::Asked;
    }
    let text = sentence.text(told[0].token.start, told[told.len() - 1].token.end).to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(TURNED_AWAY) || !says(CHOOSES) { Spoken::Told } else { Spoken::Unclear }
}

fn done(piece: &mut Piece) {
    piece.role = Role::Done;
}

/// Where one of two names is spoken of, and which.
fn named(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    told: &[Piece],
    first: ItemNo,
    second: ItemNo,
) -> Option<(Range<usize>, ItemNo)> {
    (0..told.len()).find_map(|at| {
        let ends = (at..told.len()).take(PIECES_OF_NAME).rev();
        let text = |end: usize| sentence.text(told[at].token.start, told[end].token.end);
        ends.into_iter().find_map(|end| Some((at..end + 1, one_of(lexicon, text(end), first, second)?)))
    })
}

/// Which of two names says this, if only one of them does.
fn one_of(lexicon: &Lexicon, said: &str, first: ItemNo, second: ItemNo) -> Option<ItemNo> {
    if said.chars().count() < NAMED_BY {
        return None;
    }
    let said = said.to_lowercase();
    let child = is_child(&said);
    let says = |item: ItemNo| {
        let name = &lexicon.item(item).name;
        child && FOR_CHILDREN.iter().any(|word| name.zh.contains(word))
            || name.zh.to_lowercase().contains(&said)
            || name.en.to_lowercase().contains(&said)
    };
    match (says(first), says(second)) {
        (true, false) => Some(first),
        (false, true) => Some(second),
        _ => None,
    }
}

/// Whether what follows is wanted: 要 of 要生抽, where 糊汤的吃腻了 tells something.
fn wants(before: &[Piece]) -> bool {
    let denied = before.iter().any(|piece| matches!(piece.role, Role::Word(Word::Not | Word::No)));
    !denied && before.iter().any(|piece| matches!(piece.role, Role::Word(Word::Want | Word::Change | Word::Only)))
}

/// Whether something in a clause may ask for what it names: how many, or that it is wanted too. 吃腻了 does not.
fn asks_for_it(piece: &Piece) -> bool {
    matches!(
        piece.role,
        Role::Amount(_)
            | Role::Money(_)
            | Role::Word(
                Word::More
                    | Word::Add
                    | Word::And
                    | Word::Question
                    | Word::HowMuch
                    | Word::Show
                    | Word::Keep
                    | Word::Or
            )
    )
}

/// Whether something from there on leaves open whether the other is wanted.
fn keeps_open(piece: &Piece) -> bool {
    matches!(
        piece.role,
        Role::Word(
            Word::Not
                | Word::No
                | Word::Drop
                | Word::DropAfter
                | Word::Question
                | Word::HowMuch
                | Word::Show
                | Word::Suppose
                | Word::Correct
                | Word::Cancel
        )
    )
}
