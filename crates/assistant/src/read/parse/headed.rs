//! Kinds that only head what is wanted of them, or tell why: 买点水果，苹果两斤; 没米了，大米一袋.

use super::goods::Mention;
use super::piece::{Piece, Role, clause};
use crate::lexicon::Word;
use crate::lexicon::text::Kind;
use crate::read::reading::{Fit, Verb, Want};
use crate::read::sentence::Sentence;

/// 买点水果，苹果两斤: a kind that is not counted, and then what of it; it only says what comes.
pub(super) fn heading(pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 0..mentions.len() {
        let behind = at + 1..mentions.len();
        if is_then_looked_for(pieces, mentions, at) && wants[at].verb == Verb::Have {
            wants[at] = Want::default();
            continue;
        }
        let of_all =
            wants[at].options.iter().all(|own| wants[behind.clone()].iter().all(|want| want.options.contains(own)));
        let bare = wants[at].amount.is_none() && of_all && wants[at].verb == Verb::Have;
        if !(bare && mentions[at].is_loose()) {
            continue;
        }
        let (kind, later) = (&mentions[at], &mentions[at + 1..]);
        let counts = |want: &Want| want.amount.is_some();
        let of_it = |later: &Mention| {
            let narrower = later.items.len() < kind.items.len() && later.is_within(kind);
            later.fit() >= Some(Fit::Short) && later.is_of(kind) || narrower
        };
        let counted = &wants[at + 1..mentions.len()];
        let all = !later.is_empty() && counted.iter().all(counts) && later.iter().all(of_it);
        // 晚上吃火锅，锅底一份，肥牛两份: what is had, and then several things for it.
        let may_be = |later: &Mention| later.items.iter().any(|one| kind.means(one.item));
        let for_it = || counted.iter().zip(later).filter(|(want, later)| counts(want) && may_be(later)).count();
        // "Hot pot tonight! A tomato base, ...": one of it comes in another clause.
        let apart = || {
            let one = later.iter().find(|later| later.items.len() < kind.items.len() && later.is_within(kind));
            one.is_some_and(|one| {
                let between = &pieces[kind.pieces.end..one.pieces.start];
                let stops = |piece: &Piece| piece.role == Role::Separator(Kind::Stop);
                between.iter().any(stops) && !between.iter().any(|piece| piece.is(Word::More))
            })
        };
        // 煲仔饭我要排骨的那个: a kind, and right behind it which.
        let which = || {
            let Some(next) = later.first().filter(|next| next.items.len() < kind.items.len() && next.is_within(kind))
            else {
                return false;
            };
            let between = &pieces[kind.pieces.end..next.pieces.start];
            let asks = between.iter().any(|piece| piece.is(Word::Want));
            asks && between.iter().all(|piece| piece.is(Word::Want) || piece.transparent())
        };
        // 吵着要吃炸鸡，就来个原味炸鸡: a kind that is wished for, and what of it is then ordered.
        let ordered = || {
            let Some(next) = later.first().filter(|next| next.items.len() < kind.items.len() && next.is_within(kind))
            else {
                return false;
            };
            let between = &pieces[kind.pieces.end..next.pieces.start];
            let joins = |piece: &Piece| matches!(piece.role, Role::Word(Word::And | Word::More | Word::Add | Word::Or));
            let apart = between.iter().any(Piece::ends_clause) && !between.iter().any(joins);
            apart && wants[at + 1].asked && wants[at + 1].verb == Verb::Have
        };
        if all || at == 0 && for_it() > 1 || apart() || which() || ordered() {
            wants[at] = Want::default();
        }
    }
}

/// 想送束花，一百以内的花束有哪些: a kind that is wished for, and in another clause a question what of it there is.
fn is_then_looked_for(pieces: &[Piece], mentions: &[Mention], at: usize) -> bool {
    let kind = &mentions[at];
    let Some(next) = mentions.get(at + 1) else { return false };
    let narrower = next.items.len() < kind.items.len() && next.is_within(kind) && kind.is_loose();
    let own = clause::around(pieces, &next.pieces);
    let apart = own.start > kind.pieces.start;
    narrower && apart && pieces[own].iter().any(|piece| piece.is(Word::Show))
}

/// What follows goods that only say what is going on.
const EVENTS: &[&str] = &["night", "party", "day", "evening", "time", "夜", "之夜", "派对"];

/// 家里没米没油了，五常大米一袋，花生油一桶: a kind that there is none of, and then which is wanted of it. "It's pizza night: a
/// pepperoni" only tells, too.
pub(super) fn run_out(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    let text = |piece: &Piece| piece.text(sentence).to_lowercase();
    for at in 0..mentions.len() {
        let own = clause::around(pieces, &mentions[at].pieces);
        let gone = |piece: &Piece| piece.role == Role::Done && matches!(&*text(piece), "没" | "没有" | "没得");
        let night = pieces.get(mentions[at].pieces.end).is_some_and(|next| EVENTS.contains(&&*text(next)));
        let bare = wants[at].options.is_empty() && wants[at].parts.is_empty() && wants[at].verb == Verb::Have;
        let told = night || wants[at].amount.is_none() && pieces[own].iter().any(gone);
        let of_it =
            |later: &Mention| later.is_of(&mentions[at]) || later.items.iter().any(|one| mentions[at].means(one.item));
        if told && bare && mentions[at].is_loose() && mentions[at + 1..].iter().any(of_it) {
            wants[at] = Want::default();
        }
    }
}
