//! Tokens become a reading: goods with their amounts and options, limits, references, tone, and what is left unread.

mod attach;
mod goods;
mod limits;
mod negate;
mod otherwise;
mod people;
mod piece;
mod tone;
mod unread;

use std::ops::Range;

use attach::Attach;
use domain::language::Language;
use goods::Mention;
use negate::Negated;
use piece::{Piece, Role};

use crate::lexicon::text::Kind;
use crate::lexicon::{Lexicon, ShopNo, ValueNo, Word};
use crate::read::reading::{Amount, Candidate, Chosen, Fit, Prefer, Reading, Reference, Verb, Want};
use crate::read::sentence::Sentence;
use crate::read::token::Token;

/// Items excluded by one negation at most.
const EXCLUDED_MAX: usize = 300;

/// The part that each token plays by itself, before the goods are put together.
pub(crate) fn roles(lexicon: &Lexicon, sentence: &Sentence<'_>, tokens: &[Token]) -> Vec<String> {
    let pieces = piece::pieces(lexicon, sentence, tokens);
    pieces.iter().map(|piece| format!("{:?}", piece.role).to_lowercase()).collect()
}

/// Makes a reading of tokens. `in_cart` says whether something spoken of before has such a value.
pub(crate) fn parse(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    tokens: &[Token],
    in_cart: &dyn Fn(ValueNo) -> bool,
) -> Reading {
    let mut pieces = piece::pieces(lexicon, sentence, tokens);
    people::people(sentence, &mut pieces);
    otherwise::or_nothing(&mut pieces);
    otherwise::only_if(&mut pieces);
    otherwise::if_more(&mut pieces);
    let negated = negate::negate(sentence, &mut pieces);
    negate::wanted_again(&mut pieces);
    negate::in_doubt(sentence, &mut pieces);
    let limits = limits::limits(sentence, &mut pieces);
    let mentions = goods::mentions(lexicon, sentence, &mut pieces, in_cart);
    let (excluded, mentions) = split(&negated, mentions);
    let mut attach = Attach::new(lexicon, sentence, &pieces, &mentions);
    attach.run(&|at, value| chosen(sentence, &pieces, &negated, at, value));
    let (wants, left) = (attach.wants, attach.left);
    let mut reading = Reading {
        limits,
        not: excluded.iter().map(excluded_items).collect(),
        shops: shops(lexicon, &pieces),
        whence: limits::whence(&pieces),
        prefer: prefer(&pieces),
        reference: reference(&pieces),
        when: pieces.iter().find_map(|piece| if let Role::When(when) = piece.role { Some(when) } else { None }),
        tone: tone::tone(sentence, &pieces, &mentions),
        wants: finish(sentence, &pieces, &mentions, &left, wants),
        unread: unread::unread(sentence, &pieces, &left),
        elsewhere: said(sentence, &pieces, Word::OtherShop).next(),
        asides: said(sentence, &pieces, Word::Aside).chain(not_cancelled(sentence, &pieces, &mentions)).collect(),
        language: language(sentence),
        greets: pieces.iter().any(|piece| piece.is(Word::Greet)) && !pieces.iter().any(|piece| piece.is(Word::Help)),
        ..Reading::default()
    };
    if pieces.iter().any(|piece| piece.is(Word::Soon)) {
        reading.when = reading.when.or(Some(crate::read::reading::When::Soon));
    }
    reading.request = tone::request(&pieces, &reading);
    reading
}

/// Mentions that are negated, and those that are wanted.
fn split(negated: &[Negated], mentions: Vec<Mention>) -> (Vec<Mention>, Vec<Mention>) {
    mentions.into_iter().partition(|mention| negated.iter().any(|negated| negated.at == mention.pieces.start))
}

fn excluded_items(mention: &Mention) -> Vec<crate::lexicon::ItemNo> {
    let top = mention.items.first().map_or(Fit::Kind, |candidate| candidate.fit);
    let all = mention.items.iter().filter(|candidate| candidate.fit == top || candidate.fit >= Fit::Part);
    all.map(|candidate| candidate.item).take(EXCLUDED_MAX).collect()
}

fn chosen(sentence: &Sentence<'_>, pieces: &[Piece], negated: &[Negated], at: usize, value: ValueNo) -> Chosen {
    let token = pieces[at].token;
    let not = negated.iter().find(|negated| negated.at == at);
    let was_value = pieces[at].value == Some(value);
    let again = not.is_none() && pieces[at].stem == Some(value);
    let from = not.map_or(token.start, |negated| negated.from);
    Chosen { value, without: not.is_some() && was_value || again, said: sentence.text(from, token.end).to_owned() }
}

fn shops(lexicon: &Lexicon, pieces: &[Piece]) -> Vec<ShopNo> {
    let lists = pieces.iter().filter_map(|piece| match piece.role {
        Role::Shop(list) => Some(lexicon.shops_in(list)),
        _ => None,
    });
    lists.flatten().copied().collect()
}

fn prefer(pieces: &[Piece]) -> Option<Prefer> {
    pieces.iter().find_map(|piece| match piece.role {
        Role::Word(Word::Cheap) => Some(Prefer::Cheapest),
        Role::Word(Word::Dear) => Some(Prefer::Dearest),
        Role::Word(Word::Near) => Some(Prefer::Nearest),
        _ => None,
    })
}

fn reference(pieces: &[Piece]) -> Option<Reference> {
    let of = |piece: &Piece| match piece.role {
        Role::Nth(n) => Some(Reference::Nth(n)),
        Role::Word(Word::Last) => Some(Reference::Last),
        Role::Word(Word::Other) => Some(Reference::Other),
        Role::Word(Word::Usual) => Some(Reference::Usual),
        Role::Word(Word::This) => Some(Reference::This),
        _ => None,
    };
    let weak = |reference: &Reference| u8::from(*reference == Reference::This);
    pieces.iter().filter_map(of).min_by_key(weak)
}

/// Goods with their words, items and verbs; what names nothing comes last, if there is anything of it.
fn finish(
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    mentions: &[Mention],
    left: &[usize],
    mut wants: Vec<Want>,
) -> Vec<Want> {
    for (at, mention) in mentions.iter().enumerate() {
        let want = &mut wants[at];
        let (first, last) = (pieces[mention.pieces.start].token, pieces[mention.pieces.end - 1].token);
        want.said = sentence.text(first.start, last.end).to_owned();
        want.items.clone_from(&mention.items);
        want.detail = mention.detail;
        want.only_for = mention.only_for;
        want.doubt = doubt(pieces, &mention.pieces);
        want.asked = asked(pieces, mentions, at);
        want.unsure = unread::is_unsure(pieces, mentions, at, left);
        want.verb = verb(pieces, mentions, at);
    }
    otherwise::nest(pieces, mentions, &mut wants);
    for at in 1..mentions.len() {
        let given = wants[at - 1].amount.is_some() && wants[at - 1].verb == Verb::Have;
        if wants[at].verb == Verb::Instead && !given {
            wants[at - 1].verb = Verb::Drop;
        }
    }
    merge_back(mentions, &mut wants);
    break_down(mentions, &mut wants);
    heading(mentions, &mut wants);
    named_twice(pieces, mentions, &mut wants);
    correct(pieces, mentions, &mut wants);
    if let Some(free) = wants.last_mut() {
        free.of_all = counts_all(pieces);
    }
    let free =
        wants.last().is_some_and(|want| want.amount.is_some() || !want.options.is_empty() || !want.parts.is_empty());
    if !free {
        wants.pop();
    }
    wants.retain(|want| *want != Want::default());
    wants
}

/// A kind said after its goods means them: 两份热干面，面不要葱.
fn merge_back(mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let later = &wants[at];
        let plain = later.amount.is_none() && later.parts.is_empty() && later.verb == Verb::Have;
        let loose = mentions[at].items.first().is_some_and(|first| first.fit < Fit::Short);
        if !(plain && loose && !later.options.is_empty()) {
            continue;
        }
        let means = |earlier: &usize| {
            let first = mentions[*earlier].items.first();
            first.is_some_and(|first| mentions[at].items.iter().any(|one| one.item == first.item))
        };
        if let Some(earlier) = (0..at).rev().find(means) {
            let options = std::mem::take(&mut wants[at]).options;
            wants[earlier].options.extend(options);
        }
    }
}

/// 两份盖饭，一份回锅肉一份鱼香肉丝: a kind, and then which of it; the amounts show that it is the same.
fn break_down(mentions: &[Mention], wants: &mut [Want]) {
    for at in 0..mentions.len() {
        let Some(all) = wants[at].amount.and_then(Amount::whole).filter(|all| *all > 1) else { continue };
        let kind = mentions[at].items.first().is_some_and(|first| first.fit < Fit::Short);
        let of_it = |later: &usize| {
            let first = mentions[*later].items.first();
            first.is_some_and(|first| mentions[at].items.iter().any(|one| one.item == first.item))
        };
        let parts: Vec<u32> = (at + 1..mentions.len())
            .take_while(of_it)
            .map_while(|later| wants[later].amount.and_then(Amount::whole))
            .collect();
        if kind && parts.len() > 1 && parts.iter().sum::<u32>() == all {
            wants[at] = Want::default();
        }
    }
}

/// 买点水果，苹果两斤: a kind that is not counted, and then what of it; it only says what comes.
fn heading(mentions: &[Mention], wants: &mut [Want]) {
    for at in 0..mentions.len() {
        let kind = mentions[at].items.first().is_some_and(|first| first.fit == Fit::Kind);
        let bare = wants[at].amount.is_none() && wants[at].options.is_empty() && wants[at].verb == Verb::Have;
        let of_it = |later: &Mention| {
            let named = later.items.first().filter(|first| first.fit >= Fit::Short);
            named.is_some_and(|first| mentions[at].items.iter().any(|one| one.item == first.item))
        };
        let later = &mentions[at + 1..];
        let counted = wants[at + 1..].iter().zip(later).all(|(want, _)| want.amount.is_some());
        if kind && bare && !later.is_empty() && counted && later.iter().all(of_it) {
            wants[at] = Want::default();
        }
    }
}

/// "A bouquet for my mother, pink roses": a kind, and behind a comma which of it; that is one thing.
fn named_twice(pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let (kind, which) = (&mentions[at - 1], &mentions[at]);
        let loose = kind.items.first().is_some_and(|first| first.fit < Fit::Short);
        let of_kind = |first: &Candidate| kind.items.iter().any(|one| one.item == first.item);
        let of_it = |first: &Candidate| of_kind(first) && (first.fit > Fit::Kind || which.detail);
        let between = &pieces[kind.pieces.end..which.pieces.start];
        let says_nothing = |piece: &Piece| {
            piece.transparent() || piece.is(Word::Aside) || matches!(piece.role, Role::Separator(Kind::Comma))
        };
        let bare = wants[at].amount.is_none() && wants[at].verb == Verb::Have && !wants[at].asked;
        let plain = wants[at - 1].verb == Verb::Have && wants[at - 1].parts.is_empty();
        if loose && bare && plain && which.items.first().is_some_and(of_it) && between.iter().all(says_nothing) {
            let before = std::mem::take(&mut wants[at - 1]);
            let later = &mut wants[at];
            if later.detail {
                // 炸鸡，整只: the chicken that is whole.
                later.items = before
                    .items
                    .iter()
                    .filter(|one| later.items.iter().any(|own| own.item == one.item))
                    .copied()
                    .collect();
                (later.said, later.detail) = (before.said, false);
            }
            later.amount = before.amount;
            later.asked |= before.asked;
            later.options.splice(0..0, before.options);
        }
    }
}

/// Unknown words right at a name may change what it means: 和牛牛肉面 is no 牛肉面.
fn doubt(pieces: &[Piece], range: &Range<usize>) -> bool {
    let long = |piece: &Piece| piece.role == Role::Unknown;
    let before = pieces[..range.start].iter().rev().find(|piece| !piece.is(Word::Of));
    before.is_some_and(long) || pieces.get(range.end).is_some_and(long)
}

/// What is to be done with goods: what the verb nearest before them says, or the one after them.
fn verb(pieces: &[Piece], mentions: &[Mention], at: usize) -> Verb {
    let range = &mentions[at].pieces;
    let from = at.checked_sub(1).map_or(0, |before| mentions[before].pieces.end);
    let to = mentions.get(at + 1).map_or(pieces.len(), |after| after.pieces.start);
    let mut clause = pieces[range.end..to].iter().take_while(|piece| !matches!(piece.role, Role::Separator(_)));
    if clause.clone().any(|piece| piece.is(Word::DropAfter) || piece.is(Word::Cancel)) {
        return Verb::Drop;
    }
    let alone =
        pieces[range.end..to].iter().any(|piece| matches!(piece.role, Role::Separator(_))) || to == pieces.len();
    // 把茶叶蛋去掉 takes it out; 算了，茶叶蛋也来一个 wants it after all.
    if alone && clause.clone().any(|piece| piece.is(Word::Drop)) {
        return Verb::Drop;
    }
    if alone && clause.any(|piece| piece.is(Word::Want) || piece.is(Word::More)) {
        return Verb::Have;
    }
    let changed = pieces[..from].iter().any(|piece| piece.is(Word::Change));
    let nearest = pieces[from..range.start].iter().rev().find_map(|piece| match piece.role {
        Role::Word(Word::Drop | Word::Cancel) => Some(Verb::Drop),
        Role::Word(Word::Change) => Some(Verb::Instead),
        Role::Word(Word::Into) if changed => Some(Verb::Instead),
        Role::Word(Word::More | Word::Add) => Some(Verb::More),
        Role::Word(Word::Want) => Some(Verb::Have),
        _ => None,
    });
    nearest.unwrap_or_default()
}

/// Whether a word of wanting stands before goods in their clause.
fn asked(pieces: &[Piece], mentions: &[Mention], at: usize) -> bool {
    let from = at.checked_sub(1).map_or(0, |before| mentions[before].pieces.end);
    let before = pieces[from..mentions[at].pieces.start].iter().rev();
    let clause = before.take_while(|piece| !matches!(piece.role, Role::Separator(_)));
    clause.into_iter().any(|piece| piece.is(Word::Want) || piece.is(Word::More))
}

/// 来杯拿铁，不对，来杯美式: what was said before the correction is not wanted.
fn correct(pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let between = &pieces[mentions[at - 1].pieces.end..mentions[at].pieces.start];
        if between.iter().any(|piece| piece.is(Word::Correct)) {
            let before = std::mem::take(&mut wants[at - 1]);
            // "No wait, make it the pork ones": so many of them, and with the same sauce.
            let later = &mut wants[at];
            if between.iter().any(|piece| piece.is(Word::Change)) && later.amount.is_none() && later.options.is_empty()
            {
                (later.amount, later.options) = (before.amount, before.options);
            }
        }
    }
}

/// The words of one class, as they were written.
fn said<'s>(sentence: &'s Sentence<'_>, pieces: &'s [Piece], word: Word) -> impl Iterator<Item = String> + 's {
    let of = pieces.iter().filter(move |piece| piece.is(word));
    of.map(|piece| sentence.text(piece.token.start, piece.token.end).to_owned())
}

/// Whether a clause with an amount in it speaks of all.
fn counts_all(pieces: &[Piece]) -> bool {
    let separates = |piece: &Piece| matches!(piece.role, Role::Separator(_));
    let counts = |piece: &Piece| matches!(piece.role, Role::Amount(_)) || piece.token.amount.is_some();
    pieces.split(separates).any(|clause| clause.iter().any(|piece| piece.is(Word::All)) && clause.iter().any(counts))
}

/// 取消刚才的订单，来一份炒饭: one thing at a time, and what is not done is said.
fn not_cancelled(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention]) -> Option<String> {
    let cancel = pieces.iter().position(|piece| piece.is(Word::Cancel) || piece.is(Word::DropAfter))?;
    let separates = |piece: &Piece| matches!(piece.role, Role::Separator(_));
    let from = pieces[..cancel].iter().rposition(separates).map_or(0, |at| at + 1);
    let to = pieces[cancel..].iter().position(separates).map_or(pieces.len(), |at| cancel + at);
    let in_clause = mentions.iter().any(|mention| mention.pieces.start >= from && mention.pieces.start < to);
    if mentions.is_empty() || in_clause {
        return None;
    }
    Some(sentence.text(pieces[from].token.start, pieces[to - 1].token.end).trim().to_owned())
}

pub(crate) fn language(sentence: &Sentence<'_>) -> Language {
    let han = sentence.units.iter().filter(|unit| unit.kind == Kind::Han).count();
    let words = sentence.units.iter().filter(|unit| unit.kind == Kind::Word).count();
    if words > han { Language::En } else { Language::Zh }
}
