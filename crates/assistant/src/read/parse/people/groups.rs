//! People counted by what they are, 两个大人一个小孩, and what those of each kind have.

use std::ops::Range;

use super::each::{counted_people, each_person, multiply};
use super::{PERSON_PIECES, aside, clause_from, person_end, says_nothing};
use crate::lexicon::Word;
use crate::read::parse::piece::{Piece, Role};
use crate::read::sentence::Sentence;

/// So many of a kind.
struct Group {
    pieces: Range<usize>,
    n: u32,
}

/// 两个大人一个小孩，大人一人一份沙拉: what each of a kind has is as many times as they are. Where those counted want
/// something themselves, their number counts it: 两个孩子要可颂.
pub(super) fn groups(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let groups = counted_groups(sentence, pieces);
    let each = if groups.is_empty() { Vec::new() } else { what_each_has(sentence, pieces, &groups) };
    for group in groups {
        let has = each.iter().any(|(site, _)| says_nothing_between(pieces, group.pieces.end, site.start));
        let wants = clause_from(pieces, group.pieces.end).iter().any(|piece| piece.is(Word::Want) || piece.item);
        if has || !wants {
            aside(pieces, group.pieces);
        }
    }
    for (site, n) in each {
        multiply(pieces, site.end, n);
        pieces[site].iter_mut().for_each(|piece| piece.role = Role::Done);
    }
}

fn counted_groups(sentence: &Sentence<'_>, pieces: &[Piece]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for at in 0..pieces.len() {
        let next_is_person = pieces.get(at + 1).is_some_and(|next| next.is(Word::Person));
        let counted = counted_people(sentence, &pieces[at]).filter(|_| next_is_person);
        let end = counted.and_then(|_| person_end(sentence, pieces, at + 1));
        groups.extend(counted.zip(end).map(|(n, end)| Group { pieces: at..end, n }));
    }
    groups
}

/// Where each of some people has something, and how many those are: the group that stands before it, the one that is
/// named there again, or all of them at the beginning of a clause.
fn what_each_has(sentence: &Sentence<'_>, pieces: &[Piece], groups: &[Group]) -> Vec<(Range<usize>, u32)> {
    let all = groups.iter().map(|group| group.n).fold(0, u32::saturating_add);
    let kind = |range: Range<usize>| sentence.text(pieces[range.start].token.start, pieces[range.end - 1].token.end);
    let n_of = |site: usize| {
        let who = (site.saturating_sub(PERSON_PIECES)..site)
            .find(|from| person_end(sentence, pieces, *from) == Some(site))
            .map(|from| kind(from..site));
        let named = |group: &&Group| who == Some(kind(group.pieces.start + 1..group.pieces.end));
        let begins = site == 0 || pieces[site - 1].ends_clause();
        groups.iter().find(named).map(|group| group.n).or(begins.then_some(all))
    };
    let sites = (0..pieces.len()).filter_map(|at| Some((at, each_person(sentence, pieces, at)?)));
    sites.filter_map(|(at, end)| Some((at..end, n_of(at)?))).collect()
}

fn says_nothing_between(pieces: &[Piece], from: usize, to: usize) -> bool {
    from <= to && says_nothing(pieces, from, to)
}
