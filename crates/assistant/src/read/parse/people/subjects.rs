//! Who wants what: 张三要, "my wife wants", 妈妈也是.

use super::{PERSON_PIECES, aside, clause_from, person_end, says_nothing, whose};
use crate::lexicon::{Word, is_person, is_self};
use crate::read::parse::piece::{Piece, Role, clause};
use crate::read::sentence::Sentence;

/// What somebody has who has the same.
const LIKEWISE: &[&str] = &[
    "也是",
    "也一样",
    "也是一样",
    "一样",
    "也要",
    "也要这个",
    "也来",
    "也来这个",
    "同样",
    "跟我一样",
    "too",
    "as well",
    "the same",
    "has the same",
    "wants the same",
    "will have the same",
];

/// What was counted in the clause before, and whose it is.
#[derive(Clone, Copy)]
struct Counted {
    n: u32,
    owner: Option<Owner>,
}

/// Whose something is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// The one who speaks.
    Oneself,
    Other,
}

/// Who wants what: 张三要, "my wife wants". A clause that says no more than how somebody wants it is about one of those
/// that were counted, or wants one more where what there is is somebody else's: 我要热的，同事要冰的.
pub(super) fn subjects(sentence: &Sentence<'_>, pieces: &mut [Piece]) -> bool {
    let (mut before, mut open): (Option<Counted>, bool) = (None, false);
    let named = pieces.iter().any(|piece| piece.role == Role::Item);
    for at in 0..pieces.len() {
        let begins = at == 0 || pieces[at - 1].ends_clause() || pieces[at - 1].is(Word::And);
        if !begins || pieces[at].role == Role::Own {
            continue;
        }
        if let Some((end, whom)) = likewise(sentence, pieces, at) {
            // Where no goods are named it is about what is in the cart.
            open |= named && before.is_none_or(|before| before.n != 1)
                || !whom.is_none_or(|whom| speaks_of(sentence, pieces, at, whom));
            aside(pieces, at..end);
            pieces[at].role = Role::Another;
            continue;
        }
        let subject = subject(sentence, pieces, at);
        let names = clause_from(pieces, at).iter().any(|piece| piece.role == Role::Item && piece.value.is_none());
        if let Some((Owner::Other, verb)) = subject {
            aside(pieces, at..verb);
        }
        let owner = subject.map(|(owner, _)| owner).or_else(|| for_whom(sentence, clause_from(pieces, at)));
        if names {
            before = Some(Counted { n: amount_in(pieces, at).map_or(1, |(_, n)| n), owner });
        } else if let (Some(before), Some(owner)) = (before, owner) {
            open |= !says_how(pieces, at, before, owner);
        }
    }
    open
}

/// 妈妈也是: who has the same, and where the clause ends that says no more.
fn likewise<'s>(sentence: &Sentence<'s>, pieces: &[Piece], at: usize) -> Option<(usize, Option<&'s str>)> {
    let end = at + clause_from(pieces, at).len();
    let who = person_end(sentence, pieces, at).or_else(|| is_self(pieces[at].text(sentence)).then_some(at + 1))?;
    let text = |to: usize| (who < to).then(|| sentence.text(pieces[who].token.start, pieces[to - 1].token.end));
    let rest = text(end)?;
    let rest = rest.trim().trim_end_matches(['吧', '哈', '的', '啊']);
    let whom = rest.strip_prefix(['跟', '和', '同']).and_then(|rest| rest.strip_suffix("一样"));
    if let Some(whom) = whom.filter(|whom| is_person(whom)) {
        return Some((end, Some(whom)));
    }
    // 也要一杯 is 也要.
    let one = |at: &usize| matches!(pieces[*at].role, Role::Amount(amount) if amount.whole() == Some(1));
    let last = (who..end).rev().find(|at| !pieces[*at].transparent()).filter(one);
    let uncounted = last.and_then(text).unwrap_or(rest);
    let says = |said: &str| LIKEWISE.contains(&said.to_lowercase().as_str());
    (says(rest) || says(uncounted)).then_some((end, None))
}

/// 我妈跟我爸一样: whether whoever was spoken of last before is the one named.
fn speaks_of(sentence: &Sentence<'_>, pieces: &[Piece], at: usize, whom: &str) -> bool {
    let mut clauses = clause::all(&pieces[..at]).into_iter().rev();
    let last = clauses.find(|own| {
        own.clone().any(|at| {
            let aside = pieces[at].is(Word::Aside) && is_person(pieces[at].text(sentence));
            aside || person_end(sentence, pieces, at).is_some()
        })
    });
    last.is_some_and(|own| sentence.text(pieces[own.start].token.start, pieces[own.end - 1].token.end).contains(whom))
}

/// Takes a clause of somebody that names no goods; whether it is clear what it is about.
fn says_how(pieces: &mut [Piece], at: usize, before: Counted, owner: Owner) -> bool {
    let has_value = clause_from(pieces, at).iter().any(|piece| piece.value.is_some());
    let same = clause_from(pieces, at).iter().any(|piece| piece.is(Word::Same));
    let own = same || before.owner.is_some_and(|other| other != owner || owner == Owner::Other);
    match amount_in(pieces, at) {
        None if !has_value => true,
        // "Two lattes, and the same for my wife but iced" may be one more or two.
        None if before.n > 1 && same => false,
        None if before.n > 1 => {
            pieces[at].role = Role::Own;
            true
        }
        Some((amount, 1)) if before.n == 1 && own => {
            pieces[amount].role = Role::Done;
            one_more(pieces, at)
        }
        None if own => one_more(pieces, at),
        // What was counted before is divided by what is counted here, as in any other sentence.
        Some(_) => true,
        None => before.owner.is_none_or(|other| other == owner),
    }
}

/// One more for somebody. "Another" and "the same" in that clause say so as well, and it is one all the same.
fn one_more(pieces: &mut [Piece], at: usize) -> bool {
    let clause = pieces[at..].iter_mut().take_while(|piece| !piece.ends_clause());
    let says_so = clause.filter(|piece| piece.is(Word::More) || piece.is(Word::Same));
    says_so.for_each(|piece| piece.role = Role::Done);
    pieces[at].role = Role::Another;
    true
}

/// The first amount of the clause that goes on at `from`.
fn amount_in(pieces: &[Piece], from: usize) -> Option<(usize, u32)> {
    let counted = |(at, piece): (usize, &Piece)| match piece.role {
        Role::Amount(amount) => Some((from + at, amount.whole()?)),
        Role::Measure(_) => Some((from + at, 1)),
        _ => None,
    };
    clause_from(pieces, from).iter().enumerate().find_map(counted)
}

/// For whom what a clause speaks of is, where it says so behind: "a latte for me".
fn for_whom(sentence: &Sentence<'_>, clause: &[Piece]) -> Option<Owner> {
    clause.iter().find_map(|piece| match piece.text(sentence) {
        text if text.eq_ignore_ascii_case("for me") => Some(Owner::Oneself),
        text if piece.is(Word::Aside) && whose(text) => Some(Owner::Other),
        _ => None,
    })
}

/// Those who want it otherwise than others do.
pub(in crate::read::parse) fn others(sentence: &Sentence<'_>, pieces: &[Piece]) -> impl Iterator<Item = String> {
    let others =
        pieces.iter().filter(|piece| matches!(piece.role, Role::Another | Role::Own)).map(|piece| piece.text(sentence));
    others.filter(|other| is_person(other)).map(str::to_owned)
}

/// Who wants something in the clause that begins at `at`, and where its verb is.
fn subject(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<(Owner, usize)> {
    // 要冰的 is how an option may be said.
    let wants = |verb: &usize| {
        let piece = &pieces[*verb];
        piece.is(Word::Want) || piece.value.is_some() && piece.text(sentence).starts_with('要')
    };
    let verb = (at..pieces.len()).take(PERSON_PIECES + 1).find(wants)?;
    let own_verb = pieces[verb].text(sentence).to_lowercase();
    let i_want = verb == at && (own_verb.starts_with('我') || own_verb.starts_with("i "));
    if i_want || verb > at && is_self(pieces[at].text(sentence)) && says_nothing(pieces, at + 1, verb) {
        return Some((Owner::Oneself, verb));
    }
    let named = pieces[at..verb].iter().any(|piece| piece.item && piece.name);
    let end = person_end(sentence, pieces, at).filter(|end| *end <= verb && !named)?;
    says_nothing(pieces, end, verb).then_some((Owner::Other, verb))
}
