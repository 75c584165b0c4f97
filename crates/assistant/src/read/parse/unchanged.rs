//! What is to stay as it is: 其他都照常, 尺寸别动, "the rest stays the same". It asks for nothing.

use super::piece::{Piece, Role, clause};
use crate::lexicon::Word;
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
    "正常就行",
    "正常就好",
    "正常做",
    "stays the same",
    "stay the same",
    "stays as is",
    "stay as is",
    "as is",
    "unchanged",
];

/// 蘸番茄酱，别的酱都不要: whether a clause denies all that is not named, and names nothing.
fn denies_others(sentence: &Sentence<'_>, clause: &[Piece]) -> bool {
    let text = sentence.text(clause[0].token.start, clause[clause.len() - 1].token.end).to_lowercase();
    let others = OTHERS.iter().any(|others| text.starts_with(others));
    let denied = DENIED.iter().any(|denied| text.trim_end_matches(['了', '哈', '啊', '吧']).ends_with(denied));
    let names = |piece: &Piece| piece.name || matches!(piece.role, Role::Amount(_) | Role::Shop(_) | Role::When(_));
    others && denied && !clause.iter().any(names)
}

const OTHERS: &[&str] = &["别的", "其他", "其它", "其余", "nothing else", "no other"];
const DENIED: &[&str] =
    &["不要", "不用", "别放", "不放", "不加", "别加", "免了", "nothing else", "sauce", "sauces", "toppings"];

/// Takes such clauses out of what is to be bought.
pub(super) fn unchanged(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for own in clause::all(pieces) {
        if denies_others(sentence, &pieces[own.clone()]) {
            pieces[own].iter_mut().for_each(|piece| piece.role = Role::Done);
            continue;
        }
        let said = |at: &usize| {
            let from = pieces[*at].token.start;
            AS_IT_IS.iter().filter_map(|said| sentence.phrase(from, said)).max().map(|end| (*at, end))
        };
        let Some((at, end)) = own.clone().find_map(|at| said(&at)) else { continue };
        let rest = |piece: &Piece| {
            let of_rest =
                matches!(piece.role, Role::Word(Word::Rest | Word::Other | Word::All | Word::Each) | Role::Group);
            of_rest || piece.transparent()
        };
        // 除了香菜不放其他都照常: what stands before is of something else.
        let from = (own.start..at).rev().take_while(|at| rest(&pieces[*at])).last().unwrap_or(at);
        let last = |piece: &Piece| piece.token.end <= end || piece.transparent();
        if (at..own.end).all(|at| last(&pieces[at])) {
            pieces[from..own.end].iter_mut().for_each(|piece| piece.role = Role::Done);
        }
    }
}
