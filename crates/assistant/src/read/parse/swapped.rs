//! 粉的换成红的: one thing that is spoken of, told by a word of its name, for another that is called the same but for that word.

use super::piece::Piece;
use super::{Context, shown};
use crate::lexicon::{ItemNo, Lexicon, Word};
use crate::read::sentence::Sentence;

/// Names both things by what they are.
pub(super) fn swapped(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], context: &Context<'_>) {
    if context.spoken_of.is_empty() {
        return;
    }
    for at in 0..pieces.len() {
        if !pieces[at].is(Word::Change) && !pieces[at].is(Word::Into) {
            continue;
        }
        let says = |piece: &Piece| !piece.transparent() && !piece.is(Word::This);
        let Some(old) = (0..at).rev().find(|old| says(&pieces[*old])) else { continue };
        let Some(new) = (at + 1..pieces.len()).find(|new| says(&pieces[*new])) else { continue };
        let texts = (pieces[old].text(sentence).to_lowercase(), pieces[new].text(sentence).to_lowercase());
        if pieces[new].name || pieces[new].ends_clause() || pieces[old].ends_clause() {
            continue;
        }
        let found = context.spoken_of.iter().find_map(|item| Some((*item, called(lexicon, *item, &texts)?)));
        if let Some((from, to)) = found {
            shown::name(&mut pieces[old], from);
            shown::name(&mut pieces[new], to);
        }
    }
}

/// What the same shop sells under the name of an item with one word in the place of another.
fn called(lexicon: &Lexicon, item: ItemNo, (old, new): &(String, String)) -> Option<ItemNo> {
    let own = &lexicon.item(item).name;
    let names = [&own.zh, &own.en].map(|name| name.to_lowercase());
    let wanted = names.map(|name| name.contains(old.as_str()).then(|| name.replacen(old.as_str(), new, 1)));
    let [zh, en] = wanted;
    if zh.is_none() && en.is_none() {
        return None;
    }
    let is = |name: &str, wanted: &Option<String>| wanted.as_ref().is_some_and(|wanted| name.to_lowercase() == *wanted);
    lexicon.items_of(lexicon.shop_of(item)).find(|other| {
        let name = &lexicon.item(*other).name;
        *other != item && (is(&name.zh, &zh) || is(&name.en, &en))
    })
}
