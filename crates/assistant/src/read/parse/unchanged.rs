//! What is to stay as it is: 其他都照常, 尺寸别动, "the rest stays the same". It asks for nothing.

use super::piece::{Piece, Role, clause};
use crate::lexicon::{Lexicon, Meaning, Word};
use crate::read::sentence::Sentence;

/// What says so, at the end of a clause.
const AS_IT_IS: &[&str] = &[
    "照常",
    "照旧",
    "照原样",
    "原样",
    "保持原样",
    "保持不变",
    "不变",
    "不动",
    "不改",
    "不换",
    "别动",
    "别改",
    "别换",
    "不用动",
    "不用改",
    "不用变",
    "不用换",
    "不要动",
    "不要改",
    "正常",
    "正常的",
    "正常就行",
    "正常就好",
    "正常做",
    "stays the same",
    "stay the same",
    "stays as is",
    "stay as is",
    "as is",
    "everything else the same",
    "everything else stays the same",
    "the rest the same",
    "the rest is the same",
    "all else the same",
    "unchanged",
];

/// Takes such clauses out of what is to be bought.
pub(super) fn unchanged(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for own in clause::all(pieces) {
        let said = |at: &usize| {
            let from = pieces[*at].token.start;
            AS_IT_IS.iter().filter_map(|said| sentence.phrase(from, said)).max().map(|end| (*at, end))
        };
        let Some((at, end)) = own.clone().find_map(|at| said(&at)) else { continue };
        let rest = |piece: &Piece| {
            let of_rest =
                matches!(piece.role, Role::Word(Word::Rest | Word::Other | Word::All | Word::Each) | Role::Group);
            let group = || !piece.name && piece.token.meanings(lexicon).contains(&Meaning::Group);
            of_rest || piece.transparent() || group()
        };
        // 除了香菜不放其他都照常: what stands before is of something else.
        let from = (own.start..at).rev().take_while(|at| rest(&pieces[*at])).last().unwrap_or(at);
        let last = |piece: &Piece| piece.token.end <= end || piece.transparent();
        if (at..own.end).all(|at| last(&pieces[at])) {
            pieces[from..own.end].iter_mut().for_each(|piece| piece.role = Role::Done);
        }
    }
}
