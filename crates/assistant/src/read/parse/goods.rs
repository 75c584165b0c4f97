//! Which items the words for goods may mean.

use std::ops::Range;

use super::Context;
use super::piece::{Piece, Role};
use crate::lexicon::names::brackets;
use crate::lexicon::text::Kind;
use crate::lexicon::{ItemNo, Lexicon, Meaning, ValueNo, Word, is_child};
use crate::read::packs;
use crate::read::reading::{Amount, Candidate, Fit};
use crate::read::sentence::Sentence;
use domain::catalogue::Item;

/// Items that one mention may mean at most.
const CANDIDATES_MAX: usize = 300;
/// Of these, how many are asked whether they have a value.
const ASKED_MAX: usize = 40;

/// Pieces from the name of an option within which its value stands: 奶换成燕麦奶.
const NAMES_WITHIN: usize = 4;

/// Words for all that there is of a kind of shop.
const ANYTHING: &[&str] = &[
    "吃的",
    "喝的",
    "用的",
    "好吃的",
    "好喝的",
    "吃的东西",
    "喝的东西",
    "吃的喝的",
    "早饭",
    "早餐",
    "早点",
    "午饭",
    "午餐",
    "晚饭",
    "晚餐",
    "夜宵",
    "宵夜",
    "breakfast",
    "lunch",
    "dinner",
    "supper",
];

/// Words next to each other that name one thing.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    /// The pieces.
    pub(crate) pieces: Range<usize>,
    /// The items they may mean, best first.
    pub(crate) items: Vec<Candidate>,
    /// The same items, ascending: a sentence may have a thousand mentions, and they are compared with each other.
    among: Vec<ItemNo>,
    /// Whether the words only tell variants of something apart: 半只的.
    pub(crate) detail: bool,
    /// Whether all items are only for what was said.
    pub(crate) only_for: bool,
    /// Whether the words say which of several and not what: "the large ones".
    pub(crate) which: bool,
    /// Whether the sentence denies it again behind.
    pub(crate) taken_back: bool,
    /// Whether it is left out of what is said of all.
    pub(crate) spared: bool,
}

impl Mention {
    /// Whether the words may mean this item.
    pub(crate) fn means(&self, item: ItemNo) -> bool {
        self.among.binary_search(&item).is_ok()
    }

    /// How well the best of its items fits.
    pub(crate) fn fit(&self) -> Option<Fit> {
        self.items.first().map(|best| best.fit)
    }

    /// Whether the words name no one thing, but a kind, or what is in several names.
    pub(crate) fn is_loose(&self) -> bool {
        self.fit().is_some_and(|fit| fit < Fit::Short)
    }

    /// Whether what the words mean best is of what another mention means.
    pub(crate) fn is_of(&self, kind: &Self) -> bool {
        self.items.first().is_some_and(|best| kind.means(best.item))
    }

    /// Whether all that the words may mean is of what another mention means.
    pub(crate) fn is_within(&self, kind: &Self) -> bool {
        self.among.iter().all(|item| kind.means(*item))
    }

    /// Whether one of the items is packed in such an amount.
    pub(crate) fn holds(&self, lexicon: &Lexicon, amount: Amount) -> bool {
        let asked = self.items.iter().take(ASKED_MAX);
        asked.into_iter().any(|candidate| is_packed_in(lexicon, candidate.item, amount))
    }

    /// Whether one of the items has such a value.
    pub(crate) fn has(&self, lexicon: &Lexicon, value: ValueNo) -> bool {
        let asked = self.items.iter().take(ASKED_MAX);
        asked.into_iter().any(|candidate| lexicon.value_of(lexicon.item(candidate.item), value).is_some())
    }

    /// The value of one of the items that is called like a weight or a volume: 700毫升 for 七百毫升.
    pub(crate) fn value_of_amount(&self, lexicon: &Lexicon, amount: Amount) -> Option<ValueNo> {
        amount.grams().or(amount.millilitres())?;
        let same = |name: &str| {
            let own = crate::read::amount_in(lexicon, name);
            own.is_some_and(|own| own.grams() == amount.grams() && own.millilitres() == amount.millilitres())
        };
        let items = self.items.iter().take(ASKED_MAX).map(|one| lexicon.item(one.item));
        let mut values = items.flat_map(|item| &item.options).flat_map(|group| &group.values);
        values.find(|value| same(&value.name.zh)).and_then(|value| lexicon.value_called(&value.name.zh.to_lowercase()))
    }

    /// Whether two values are different ones of one group of one of the items, and whether many of that may be chosen.
    pub(crate) fn of_one_group(&self, lexicon: &Lexicon, one: ValueNo, other: ValueNo) -> Option<bool> {
        let group = |item: &Item| {
            let ((_, one), (_, other)) = (lexicon.value_of(item, one)?, lexicon.value_of(item, other)?);
            let group = item.options.iter().find(|group| group.name.zh == one.group)?;
            (one.group == other.group && one.value != other.value).then_some(group.many)
        };
        self.items.iter().take(ASKED_MAX).find_map(|candidate| group(lexicon.item(candidate.item)))
    }
}

/// Whether an item's name says that it holds this much.
pub(super) fn is_packed_in(lexicon: &Lexicon, item: ItemNo, amount: Amount) -> bool {
    packs(lexicon, lexicon.item(item)).into_iter().any(|pack| amount.fills(pack))
}

/// Joins words for goods into mentions. A word that may also be an option value is one where the goods have it.
pub(crate) fn mentions(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &mut [Piece],
    context: &Context<'_>,
) -> Vec<Mention> {
    let sure: Vec<Mention> = join(lexicon, sentence, pieces, &|piece| piece.value.is_none());
    for piece in pieces.iter_mut().filter(|piece| piece.item && matches!(piece.role, Role::When(_))) {
        let own = all_items(lexicon, piece);
        let shared = |mention: &Mention| mention.items.iter().any(|one| own.binary_search(&one.item).is_ok());
        if sure.iter().any(shared) {
            piece.role = Role::Item;
        }
    }
    for at in 0..pieces.len() {
        if let (Role::Item, Some(value)) = (pieces[at].role, pieces[at].value)
            && is_value(lexicon, pieces, at, value, &sure, context)
        {
            pieces[at].role = Role::Value(value);
        }
    }
    name_of_option(lexicon, sentence, pieces, &sure, context);
    let mut mentions = join(lexicon, sentence, pieces, &|_| true);
    // "The whole office": what tells no goods apart here.
    mentions.retain(|mention| {
        let strange = mention.detail && pieces.get(mention.pieces.end).is_some_and(|next| next.role == Role::Unknown);
        if strange {
            pieces[mention.pieces.clone()].iter_mut().for_each(|piece| piece.role = Role::Unknown);
        }
        !strange
    });
    compounds(lexicon, sentence, pieces, &mut mentions);
    named_among(pieces, &mut mentions);
    let anything = |mention: &Mention| ANYTHING.contains(&said(sentence, pieces, &mention.pieces));
    // 有退烧药吗，要小孩吃的: what something is for, and nothing else to eat.
    let says_for = |mention: &Mention| {
        let before = mention.pieces.start.checked_sub(1).map(|at| pieces[at].role);
        anything(mention) && matches!(before, Some(Role::Unknown | Role::Item))
    };
    let named = mentions.iter().any(|mention| !anything(mention));
    let aside = |mention: &Mention| anything(mention) && named || says_for(mention);
    let asides: Vec<usize> = mentions.iter().filter(|one| aside(one)).flat_map(|one| one.pieces.clone()).collect();
    mentions.retain(|mention| !asides.contains(&mention.pieces.start));
    asides.into_iter().for_each(|at| pieces[at].role = Role::Done);
    mentions
}

/// 番茄鸡蛋盖饭, where there is 番茄鸡蛋面 and other rice: the beginning of a name right before a kind is of that kind, and
/// here nobody has it so.
fn compounds(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], mentions: &mut Vec<Mention>) {
    let begins_name = |which: &Mention| {
        let said = said(sentence, pieces, &which.pieces);
        let ends = |one: &Candidate| brackets(&lexicon.item(one.item).name.zh).0.ends_with(said);
        matches!(which.fit(), Some(Fit::Part | Fit::Short)) && !which.items.iter().any(ends)
    };
    let of_kind = |pair: &[Mention]| {
        let [which, kind] = pair else { return false };
        let (last, next) = (pieces[which.pieces.end - 1].token.end, pieces[kind.pieces.start].token.start);
        let touch = which.pieces.end == kind.pieces.start && sentence.units[last - 1].end == sentence.units[next].start;
        let han = sentence.han(last - 1).is_some() && sentence.han(next).is_some();
        let apart = !which.items.iter().any(|one| kind.means(one.item));
        touch && han && kind.fit() == Some(Fit::Kind) && apart && begins_name(which)
    };
    let lost: Vec<_> = mentions.windows(2).filter(|pair| of_kind(pair)).map(|pair| pair[0].pieces.clone()).collect();
    mentions.retain(|mention| !lost.contains(&mention.pieces));
    lost.into_iter().flatten().for_each(|at| pieces[at].role = Role::Unknown);
}

/// 美式两杯，其中一杯美式不要糖: what is named again among those that were counted is none besides.
fn named_among(pieces: &mut [Piece], mentions: &mut Vec<Mention>) {
    let again = |at: usize, mentions: &[Mention]| {
        let own = &mentions[at].pieces;
        let clause = pieces[..own.start].iter().rev().take_while(|piece| !piece.ends_clause());
        let before = clause.into_iter().any(|piece| piece.is(Word::Among));
        let behind = pieces.get(own.end).is_some_and(|piece| piece.is(Word::Among));
        // Of another than the last that was named it has to be asked.
        (before || behind) && mentions[at - 1].is_of(&mentions[at])
    };
    let repeated: Vec<_> =
        (1..mentions.len()).filter(|at| again(*at, mentions)).map(|at| mentions[at].pieces.clone()).collect();
    for range in repeated {
        mentions.retain(|mention| mention.pieces != range);
        pieces[range].iter_mut().for_each(|piece| piece.role = Role::Done);
    }
}

/// 蘸料要香醋, "Colombia beans": what an option is called, right beside a value of it that the goods have, is no goods.
fn name_of_option(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &mut [Piece],
    sure: &[Mention],
    context: &Context<'_>,
) {
    for at in 0..pieces.len() {
        let text = |piece: &Piece| piece.text(sentence);
        let said = text(&pieces[at]);
        let called = pieces[at].token.meanings(lexicon).contains(&Meaning::Group);
        // 奶换成燕麦奶, where the option is called 奶底.
        let ends = |value: &Piece| said.chars().count() == 1 && text(value) != said && text(value).ends_with(said);
        // "Milk: skim", beside goods that come with several: what is sold by that very name is not meant.
        let of_several = || called && !counted_before(pieces, at) && value_alone_follows(pieces, at);
        if pieces[at].role != Role::Item || pieces[at].name && !of_several() {
            continue;
        }
        // 包装也简单点，简约包装就行: an option of what there is, and rather that than goods of such a kind.
        let of_cart = || {
            context.spoken_of.iter().any(|item| lexicon.item(*item).options.iter().any(|group| *group.name.zh == *said))
        };
        let alone = || sure.iter().all(|mention| mention.pieces.start == at);
        if called && !counted_before(pieces, at) && alone() && of_cart() {
            pieces[at].role = Role::Done;
            continue;
        }
        // 牛奶换成燕麦奶, where it is called 奶.
        let names = || said.char_indices().map(|(from, _)| &said[from..]);
        let of_group = |mention: &Mention, value| {
            let mut asked = mention.items.iter().take(ASKED_MAX).map(|one| lexicon.item(one.item));
            asked.any(|item| names().any(|name| lexicon.has_option(item, name, value)))
        };
        let beside = |piece: &Piece| {
            let Some(value) = piece.value else { return false };
            let of_goods = |mention: &Mention| of_group(mention, value) || ends(piece) && mention.has(lexicon, value);
            let alike = || said.chars().last().is_some_and(|last| text(piece).ends_with(last));
            let changes = pieces.get(at + 1).is_some_and(|next| next.is(Word::Change));
            let into = || changes && (sure.iter().any(of_goods) || alike() && context.has(lexicon, value));
            (called || ends(piece)) && (context.has(lexicon, value) || sure.iter().any(of_goods)) || into()
        };
        let stops = |piece: &&Piece| !piece.ends_clause();
        let behind = pieces[at + 1..].iter().take_while(stops).take(NAMES_WITHIN).any(beside);
        let before = pieces[..at].iter().rev().take_while(stops).take(NAMES_WITHIN).any(beside);
        if behind || before {
            pieces[at].role = Role::Done;
        }
    }
}

/// Whether so many of it are asked for.
fn counted_before(pieces: &[Piece], at: usize) -> bool {
    let before = pieces[..at].iter().rev().find(|piece| !piece.transparent());
    before.is_some_and(|piece| matches!(piece.role, Role::Amount(_) | Role::Measure(_)))
}

/// Whether a value follows to the end of the clause, and it is the first of its own: milk 要 skim 的.
fn value_alone_follows(pieces: &[Piece], at: usize) -> bool {
    let begins = at.checked_sub(1).is_none_or(|before| pieces[before].ends_clause());
    let says = |piece: &&Piece| !piece.transparent() && !piece.is(Word::Want) && !piece.is(Word::Change);
    let mut behind = pieces[at + 1..].iter().take_while(|piece| !piece.ends_clause()).filter(says);
    begins && behind.next().is_some_and(|piece| piece.value.is_some()) && behind.next().is_none()
}

fn is_value(
    lexicon: &Lexicon,
    pieces: &[Piece],
    at: usize,
    value: ValueNo,
    sure: &[Mention],
    context: &Context<'_>,
) -> bool {
    let beside = |mention: &&Mention| mention.pieces.end == at || mention.pieces.start == at + 1;
    let own = all_items(lexicon, &pieces[at]);
    for mention in sure.iter().filter(beside) {
        let mut both = own.clone();
        let names: Vec<ItemNo> = mention.items.iter().map(|candidate| candidate.item).collect();
        both.retain(|item| names.contains(item));
        if !both.is_empty() && !mention.has(lexicon, value) {
            return false;
        }
    }
    if points_back(pieces, at, &own, sure) {
        return false;
    }
    let before = pieces[..at].iter().rev().find(|piece| !piece.transparent());
    let added = before.is_some_and(|piece| piece.is(Word::Add)) || before.is_some_and(|piece| piece.is(Word::Not));
    let counted = before.is_some_and(|piece| matches!(piece.role, Role::Amount(_) | Role::Measure(_)));
    if pieces[at].name && counted && !added && !sure.is_empty() && !after_add(pieces, at) {
        return false;
    }
    let asked = before.is_some_and(|piece| matches!(piece.role, Role::Amount(_) | Role::Measure(_) | Role::Word(_)));
    if !sure.is_empty() && !pieces[at].name && !asked && at > sure[0].pieces.start {
        return true;
    }
    // "The red bean one", of milk teas of which others could have red beans added.
    if sure.is_empty() && own.iter().any(|item| context.offered.contains(item)) {
        return false;
    }
    if sure.is_empty() {
        return context.has(lexicon, value) && !(pieces[at].name && counted && !after_add(pieces, at));
    }
    sure.iter().any(|mention| mention.has(lexicon, value))
}

/// 珍珠奶茶和椰果奶茶各两杯，珍珠的要热的: at the head of a clause, what is in the name of one of several goods means it.
fn points_back(pieces: &[Piece], at: usize, own: &[ItemNo], sure: &[Mention]) -> bool {
    let begins = at.checked_sub(1).is_some_and(|before| pieces[before].ends_clause());
    let of = pieces.get(at + 1).is_some_and(|next| next.is(Word::Of));
    let means = |mention: &&Mention| {
        let best = mention.items.first();
        mention.pieces.end <= at && best.is_some_and(|best| own.binary_search(&best.item).is_ok())
    };
    begins && of && sure.len() > 1 && sure.iter().filter(means).count() == 1
}

/// 加一份珍珠: what is counted is added to something.
fn after_add(pieces: &[Piece], at: usize) -> bool {
    let mut before = pieces[..at].iter().rev().filter(|piece| !piece.transparent());
    before.next();
    before.next().is_some_and(|piece| piece.is(Word::Add) || piece.is(Word::Not) || piece.is(Word::More))
}

fn join(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &[Piece], take: &dyn Fn(&Piece) -> bool) -> Vec<Mention> {
    let mut mentions: Vec<(Range<usize>, Vec<ItemNo>)> = Vec::new();
    for at in 0..pieces.len() {
        if pieces[at].role != Role::Item || !take(&pieces[at]) {
            continue;
        }
        let items = all_items(lexicon, &pieces[at]);
        if let Some((range, known)) = mentions.last_mut()
            && joined(sentence, pieces, range.end, at)
        {
            let both = intersect(known, &items);
            if !both.is_empty() {
                (range.end, *known) = (at + 1, both);
                continue;
            }
        }
        mentions.push((at..at + 1, items));
    }
    let rank = |(range, items): (Range<usize>, Vec<ItemNo>)| {
        let mut items = rank(lexicon, sentence, pieces, &range, items);
        dishes_first(lexicon, sentence, pieces, &range, &mut items);
        let which = says_which(sentence, pieces.get(range.end));
        let only_for = !which && things_first(lexicon, said(sentence, pieces, &range), &mut items);
        let named = |piece: &Piece| {
            if piece.pointed.is_some() {
                return true;
            }
            let meanings = piece.token.meanings(lexicon);
            meanings.iter().any(|meaning| matches!(meaning, Meaning::Name(_) | Meaning::Part(_) | Meaning::Kind(_)))
        };
        let detail = !pieces[range.clone()].iter().any(named);
        let mut among: Vec<ItemNo> = items.iter().map(|one| one.item).collect();
        among.sort_unstable();
        Mention { pieces: range, items, among, detail, only_for, which, taken_back: false, spared: false }
    };
    mentions.into_iter().map(rank).collect()
}

/// What is cooked of something, behind its name.
const DISHES: &[&str] = &["dish", "dishes", "meal", "meals", "plates", "bowls"];

/// The words of a mention.
pub(super) fn said<'s>(sentence: &Sentence<'s>, pieces: &[Piece], range: &Range<usize>) -> &'s str {
    sentence.text(pieces[range.start].token.start, pieces[range.end - 1].token.end)
}

/// Whether what stands before `next` says which of several, and not what thing: "the phone one".
fn says_which(sentence: &Sentence<'_>, next: Option<&Piece>) -> bool {
    let is_one = |text: &str| ["one", "ones"].iter().any(|one| text.eq_ignore_ascii_case(one));
    next.is_some_and(|next| is_one(next.text(sentence)))
}

/// "Rice dishes" are those of which the name ends with rice, and neither rice noodles nor rice wine, if there are any.
fn dishes_first(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    range: &Range<usize>,
    items: &mut Vec<Candidate>,
) {
    let of = pieces.get(range.end).map_or("", |next| next.text(sentence));
    if !DISHES.iter().any(|dish| of.eq_ignore_ascii_case(dish)) {
        return;
    }
    let thing = said(sentence, pieces, range).to_lowercase();
    let is_one = |one: &Candidate| {
        let name = brackets(&lexicon.item(one.item).name.en.to_lowercase()).0;
        let before = name.trim_end().strip_suffix(&thing);
        before.is_some_and(|before| before.is_empty() || before.ends_with(' '))
    };
    if items.iter().any(is_one) {
        items.retain(is_one);
    }
}

/// Leaves out what is only for the thing that was said; whether there is nothing else.
fn things_first(lexicon: &Lexicon, thing: &str, items: &mut Vec<Candidate>) -> bool {
    let only_for = |one: &Candidate| one.fit < Fit::Name && lexicon.is_only_for(thing, one.item);
    let all = !items.is_empty() && items.iter().all(only_for);
    if !all {
        items.retain(|one| !only_for(one));
    }
    all
}

/// Whether what stands at `at` goes on what ended before `end`.
fn joined(sentence: &Sentence<'_>, pieces: &[Piece], end: usize, at: usize) -> bool {
    let of = |piece: &Piece| {
        let sign = piece.role == Role::Done && sentence.kind(piece.token.start) == Some(Kind::Sign);
        sign || piece.is(Word::Of) || matches!(piece.text(sentence), "味" | "味的" | "with" | "the" | "in" | "size")
    };
    at - end <= 1 && pieces[end..at].iter().all(of)
}

/// "My kids love it", 口罩，儿童的: whom it is for is no goods of its own beside others that are not called so.
pub(super) fn drop_whom(sentence: &Sentence<'_>, pieces: &mut [Piece], mentions: &mut Vec<Mention>) {
    let whom = |mention: &Mention| mention.is_loose() && is_child(said(sentence, pieces, &mention.pieces));
    let others: Vec<usize> = (0..mentions.len()).filter(|at| !whom(&mentions[*at])).collect();
    let alone = |at: &usize| {
        let means = |other: &usize| mentions[*other].items.iter().any(|one| mentions[*at].means(one.item));
        whom(&mentions[*at]) && !others.is_empty() && !others.iter().any(means)
    };
    let dropped: Vec<usize> = (0..mentions.len()).filter(alone).collect();
    for at in dropped.into_iter().rev() {
        let own = mentions.remove(at).pieces;
        let counted = own.start.checked_sub(1).filter(|before| matches!(pieces[*before].role, Role::Amount(_)));
        let from = counted.unwrap_or(own.start);
        pieces[from..own.end].iter_mut().for_each(|piece| (piece.role, piece.item) = (Role::Unknown, false));
    }
}

pub(super) fn all_items(lexicon: &Lexicon, piece: &Piece) -> Vec<ItemNo> {
    let mut all: Vec<ItemNo> = piece.pointed.into_iter().collect();
    for meaning in piece.token.meanings(lexicon) {
        if let Meaning::Name(list) | Meaning::Part(list) | Meaning::Kind(list) | Meaning::Detail(list) = meaning {
            all.extend(lexicon.items_in(*list));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn intersect(a: &[ItemNo], b: &[ItemNo]) -> Vec<ItemNo> {
    a.iter().filter(|item| b.binary_search(item).is_ok()).copied().collect()
}

fn rank(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    range: &Range<usize>,
    items: Vec<ItemNo>,
) -> Vec<Candidate> {
    if let Some(item) = pieces[range.clone()].iter().find_map(|piece| piece.pointed) {
        return vec![Candidate { item, fit: Fit::Name, cover: 100 }];
    }
    let mut said = [0_usize; 2];
    let (mut names, mut parts): (Vec<&[ItemNo]>, Vec<&[ItemNo]>) = (Vec::new(), Vec::new());
    let mut details: Vec<&[ItemNo]> = Vec::new();
    let mut shorts: Vec<&[ItemNo]> = Vec::new();
    let mut pieces_said = 0;
    let (mut all_parts, mut all_kinds) = (true, true);
    for piece in pieces[range.clone()].iter().filter(|piece| piece.role == Role::Item) {
        let han = sentence.kind(piece.token.start) == Some(Kind::Han);
        said[usize::from(!han)] += piece.token.end - piece.token.start;
        pieces_said += 1;
        let before = parts.len() + names.len() + details.len();
        let mut kind = false;
        for meaning in piece.token.meanings(lexicon) {
            match meaning {
                Meaning::Name(list) => names.push(lexicon.items_in(*list)),
                Meaning::Part(list) => parts.push(lexicon.items_in(*list)),
                Meaning::Short(list) if piece.value.is_none() => shorts.push(lexicon.items_in(*list)),
                Meaning::Kind(_) => kind = true,
                Meaning::Detail(list) => details.push(lexicon.items_in(*list)),
                _ => {}
            }
        }
        all_kinds &= kind;
        all_parts &= parts.len() + names.len() + details.len() > before;
    }
    // A word that is a tag means all that bear it, not only those that have it in their name.
    all_parts &= !all_kinds;
    let within = |lists: &[&[ItemNo]], item: &ItemNo| lists.iter().any(|list| list.binary_search(item).is_ok());
    let candidate = |item: ItemNo| {
        let in_name = within(&parts, &item) || within(&names, &item);
        let cover = if in_name { cover(said, lexicon.lengths(item)) } else { 0 };
        let part = all_parts && in_name;
        let fit = if within(&names, &item) || (part && cover >= 100) {
            Fit::Name
        } else if part && pieces_said == 1 && within(&shorts, &item) {
            Fit::Short
        } else if part {
            Fit::Part
        } else {
            Fit::Kind
        };
        Candidate { item, fit, cover: u8::try_from(cover.min(100)).unwrap_or(100) }
    };
    let mut ranked: Vec<_> = items.into_iter().map(candidate).collect();
    ranked.sort_by_key(|candidate| std::cmp::Reverse((candidate.fit, candidate.cover)));
    ranked.truncate(CANDIDATES_MAX);
    ranked
}

fn cover(said: [usize; 2], lengths: [u8; 2]) -> usize {
    let share = |(said, length): (usize, u8)| said * 100 / usize::from(length.max(1));
    share((said[0], lengths[0])) + share((said[1], lengths[1]))
}
