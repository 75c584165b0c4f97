//! Goods that are named once more, and are no more for it.

use super::goods::Mention;
use super::piece::{Piece, Role, clause};
use crate::lexicon::Word;
use crate::read::reading::{Verb, Want};
use crate::read::sentence::Sentence;

/// 有布朗尼就来一份布朗尼: the same words, first only to ask whether there is any.
pub(super) fn said_twice(mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let (first, again) = (&wants[at - 1], &wants[at]);
        let bare = first.amount.is_none() && first.options.is_empty() && first.parts.is_empty();
        let plain = bare && !first.asked && first.verb == Verb::Have && first.otherwise.is_empty();
        let counted =
            again.amount.is_some() && again.verb == Verb::Have && mentions[at - 1].items == mentions[at].items;
        if plain && counted {
            wants[at - 1] = Want::default();
        }
    }
}

/// 两杯拿铁，就两杯，两杯拿铁: the same, and as many, said once more with nothing that asks for more.
pub(super) fn insisted(pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let between = &pieces[mentions[at - 1].pieces.end..mentions[at].pieces.start];
        let adds = |piece: &Piece| matches!(piece.role, Role::Word(Word::And | Word::More | Word::Add | Word::Want));
        let apart = between.iter().any(Piece::ends_clause);
        let (first, again) = (&wants[at - 1], &wants[at]);
        let plain = |want: &Want| want.options.is_empty() && want.parts.is_empty() && want.verb == Verb::Have;
        let same =
            first.amount.is_some() && first.amount == again.amount && mentions[at - 1].items == mentions[at].items;
        let same = same && first.shops == again.shops && first.pack == again.pack;
        if same && apart && plain(first) && plain(again) && !between.iter().any(adds) {
            wants[at] = Want::default();
        }
    }
}

/// 两张晚上那场的票: what one goes to a show with, right behind it.
pub(super) fn ticket(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let (show, kind) = (&mentions[at - 1], &mentions[at]);
        let text = sentence.text(pieces[kind.pieces.start].token.start, pieces[kind.pieces.end - 1].token.end);
        let tickets = ["票", "门票", "电影票", "ticket", "tickets"].iter().any(|word| text.eq_ignore_ascii_case(word));
        let between = &pieces[show.pieces.end..kind.pieces.start];
        let joined = between.iter().any(|piece| piece.is(Word::Of)) && !between.iter().any(Piece::ends_clause);
        let want = &wants[at];
        let bare = want.amount.is_none() && want.options.is_empty() && want.parts.is_empty();
        if tickets && joined && bare && kind.is_loose() && wants[at - 1] != Want::default() {
            wants[at] = Want::default();
        }
    }
}

/// 二斤五花肉，三斤土豆，五花肉是二斤: the same, and as many, said to be so.
pub(super) fn reminded(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let own = clause::around(pieces, &mentions[at].pieces);
        let is = |piece: &Piece| matches!(piece.text(sentence), "是" | "要的是" | "is" | "are");
        let says_so = pieces[mentions[at].pieces.end..own.end].iter().any(is);
        let same = |earlier: &usize| {
            mentions[*earlier].items == mentions[at].items && wants[*earlier].amount == wants[at].amount
        };
        let plain = wants[at].options.is_empty() && wants[at].parts.is_empty() && wants[at].amount.is_some();
        if says_so && plain && (0..at).any(|earlier| same(&earlier)) {
            wants[at] = Want::default();
        }
    }
}
