//! 咖啡全部要脱脂奶, 喝的统统无糖: what is said of all of a kind before any of it is wanted holds for what comes later.

use super::Context;
use super::goods::Mention;
use super::piece::{Piece, Role, clause};
use crate::lexicon::{ValueNo, Word};
use crate::read::reading::{Chosen, Standing};
use crate::read::sentence::Sentence;

/// What all that is bought may be called.
const ALL: &[&str] = &["吃的喝的", "东西", "整单", "整个单子", "everything", "whole order", "entire order"];
/// Kinds of what is bought.
const KINDS: &[&str] = &["吃的", "喝的", "咖啡", "奶茶", "饮料", "饮品", "菜", "drinks"];

/// The options of clauses that say all of a kind and name none of it, where nothing is in the cart.
pub(super) fn standing(
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    mentions: &[Mention],
    context: &Context<'_>,
    chosen: &dyn Fn(usize, ValueNo) -> Chosen,
) -> Vec<Standing> {
    let mut found: Vec<Standing> = Vec::new();
    if !context.spoken_of.is_empty() || !pieces.iter().any(|piece| piece.is(Word::All)) {
        return found;
    }
    for own in clause::all(pieces) {
        let text = sentence.text(pieces[own.start].token.start, pieces[own.end - 1].token.end).to_lowercase();
        // 香菜 is no kind of 菜.
        let alone = |word: &str| pieces[own.clone()].iter().any(|piece| piece.text(sentence) == word);
        let says = |word: &str| text.contains(word) && (word.chars().nth(1).is_some() || alone(word));
        let said = |words: &[&'static str]| words.iter().copied().find(|word| says(word));
        let kind = if said(ALL).is_some() { None } else { said(KINDS) };
        let all = pieces[own.clone()].iter().any(|piece| piece.is(Word::All));
        let named = mentions.iter().any(|mention| own.contains(&mention.pieces.start) && !mention.is_loose());
        let counts = pieces[own.clone()].iter().any(|piece| matches!(piece.role, Role::Amount(_)));
        if !all || (kind.is_none() && said(ALL).is_none()) || named || counts {
            continue;
        }
        for at in own {
            let Role::Value(value) = pieces[at].role else { continue };
            // What is said forty times holds once.
            let known = |other: &Standing| other.kind == kind && other.chosen.value == value;
            if !found.iter().any(known) {
                found.push(Standing { kind, chosen: chosen(at, value) });
            }
        }
    }
    found
}
