//! Mentions that speak of the same goods become one, and of those that take the place of others the others go.

use super::again;
use super::goods::Mention;
use super::headed;
use super::namesakes;
use super::piece::{Piece, Role, clause};
use crate::lexicon::text::Kind;
use crate::lexicon::{Lexicon, Word};
use crate::read::reading::{Amount, Candidate, Fit, Verb, Want};
use crate::read::sentence::Sentence;

/// Pieces before the name of goods within which a denial of how many stands.
const DENIED_WITHIN: usize = 3;
/// What goods are praised with right before their name, though a shop may call others so: 招牌热干面.
const PRAISING: &[&str] =
    &["招牌", "特色", "经典", "人气", "热销", "爆款", "网红", "必点", "signature", "classic", "popular"];
/// Behind what says of which kind something is.
const KINDS: &[&str] = &["那种", "这种", "那款", "这款", "kind", "sort", "type"];

/// Merges the wants, of which there is one for each mention and one that names nothing. What is merged into another is
/// left empty.
///
/// The order matters. What takes the place of others is told first, since what is dropped is merged with nothing. Then
/// words that are of the goods right beside them or of the same goods, nearest first; then a kind and what of it, which
/// must see the amounts where they belong by now; and last a correction, which takes back all that was gathered.
pub(super) fn merge(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    mentions: &[Mention],
    wants: &mut [Want],
) {
    drop_replaced(mentions, wants);
    specified(pieces, mentions, wants);
    some_of_them(pieces, mentions, wants);
    merge_back(mentions, wants);
    of_that_kind(sentence, pieces, mentions, wants);
    the_kind_that(sentence, pieces, mentions, wants);
    done_to(sentence, pieces, mentions, wants);
    called_so(sentence, pieces, mentions, wants);
    modifies(lexicon, pieces, mentions, wants);
    again::said_twice(mentions, wants);
    again::insisted(pieces, mentions, wants);
    again::ticket(sentence, pieces, mentions, wants);
    again::reminded(sentence, pieces, mentions, wants);
    told_again(lexicon, sentence, pieces, mentions, wants);
    detailed(mentions, wants);
    namesakes::of_what_was_named(lexicon, mentions, wants);
    counted_by_kind(pieces, mentions, wants);
    break_down(mentions, wants);
    headed::heading(pieces, mentions, wants);
    headed::run_out(sentence, pieces, mentions, wants);
    owned(lexicon, mentions, wants);
    named_twice(sentence, pieces, mentions, wants);
    which_then_what(pieces, mentions, wants);
    correct(sentence, pieces, mentions, wants);
}

/// 其中一杯换成拿铁: so many of them are replaced by as many.
fn some_of_them(pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    let Some((free, named)) = wants.split_last_mut().filter(|_| mentions.len() == 1) else { return };
    let first = mentions[0].pieces.start;
    let counts = |at: &usize| matches!(pieces[*at].role, Role::Amount(_));
    let changed = |at: usize| {
        pieces[at + 1..].iter().find(|piece| !piece.transparent()).is_some_and(|next| next.is(Word::Change))
    };
    // 一碗换成牛肉粉
    let some = (0..first).find(counts).is_some_and(changed);
    let among = some || pieces.iter().any(|piece| piece.is(Word::Among));
    let plain = free.options.is_empty() && free.parts.is_empty() && named[0].amount.is_none();
    if among && plain && pieces[..mentions[0].pieces.start].iter().any(|piece| piece.is(Word::Change)) {
        named[0].amount = free.amount.take();
    }
}

/// 把拿铁换成美式: the one before goes.
fn drop_replaced(mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let given = wants[at - 1].amount.is_some() && wants[at - 1].verb == Verb::Have;
        if wants[at].verb == Verb::Instead && !given {
            wants[at - 1].verb = Verb::Drop;
        }
    }
}

/// 一箱奶两箱水，奶要纯牛奶: goods that were counted, named once more, and right behind that which of them.
fn specified(pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    let bare = |want: &Want| want.amount.is_none() && want.options.is_empty() && want.verb == Verb::Have;
    for at in 1..mentions.len().saturating_sub(1) {
        let (kind, which) = (&mentions[at], &mentions[at + 1]);
        let between = &pieces[kind.pieces.end..which.pieces.start];
        let asks = between.iter().any(|piece| piece.is(Word::Want))
            && between.iter().all(|piece| piece.is(Word::Want) || piece.transparent());
        if !(asks && bare(&wants[at]) && bare(&wants[at + 1]) && which.is_of(kind)) {
            continue;
        }
        let counted = |earlier: &usize| wants[*earlier].amount.is_some() && mentions[*earlier].items == kind.items;
        let Some(earlier) = (0..at).rev().find(counted) else { continue };
        let which = std::mem::take(&mut wants[at + 1]);
        wants[at] = Want::default();
        wants[earlier].items = which.items;
        wants[earlier].said = which.said;
        (wants[earlier].detail, wants[earlier].which) = (which.detail, which.which);
    }
}

/// 瓜子，原味的，称两斤: a clause of its own with a part of the name of what was named right before it.
fn called_so(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let which = &mentions[at].pieces;
        let (own, ends) = (clause::start(pieces, which.start), clause::end(pieces, which.end));
        let says_nothing = |piece: &Piece| piece.transparent() || KINDS.contains(&piece.text(sentence));
        let alone = pieces[own..which.start].iter().chain(&pieces[which.end..ends]).all(says_nothing);
        let of = pieces.get(which.end).is_some_and(|next| next.is(Word::Of));
        let once = wants[at].amount.is_none() || wants[at - 1].amount.is_none();
        let bare = once && wants[at].verb == Verb::Have && mentions[at].is_loose();
        let right_before = own > 0 && clause::end(pieces, mentions[at - 1].pieces.end) + 1 == own;
        let before = &wants[at - 1];
        // 拿铁，生椰的: a name as well, of which nothing was said yet.
        let bare_name = before.amount.is_none() && before.options.is_empty();
        let open = *before != Want::default() && (mentions[at - 1].is_loose() || bare_name);
        if !(alone && of && bare && right_before && open) {
            continue;
        }
        let mut both: Vec<_> =
            mentions[at - 1].items.iter().filter(|one| mentions[at].means(one.item)).copied().collect();
        if both.is_empty() {
            both = mentions[at].items.iter().filter(|one| mentions[at - 1].means(one.item)).copied().collect();
        }
        if !both.is_empty() {
            let own = std::mem::take(&mut wants[at]);
            let goods = &mut wants[at - 1];
            goods.items = both;
            goods.amount = goods.amount.or(own.amount);
            goods.asked |= own.asked;
            goods.options.extend(own.options);
        }
    }
}

/// What is done to goods, and a word in the name of others.
const DOES: &[&str] = &["印", "打", "洗", "修", "配", "刻", "剪", "烫", "染", "裁", "补", "做", "装", "磨", "缝"];

/// 印一张海报, 名片印一盒: what is done to goods that the clause names is no goods itself.
fn done_to(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 0..mentions.len() {
        if mentions[at].pieces.len() != 1 || !DOES.contains(&pieces[mentions[at].pieces.start].text(sentence)) {
            continue;
        }
        let own = clause::around(pieces, &mentions[at].pieces);
        let others =
            || (0..mentions.len()).filter(|other| *other != at && own.contains(&mentions[*other].pieces.start));
        let bare = wants[at].options.is_empty() && wants[at].verb == Verb::Have;
        let Some(goods) = others().find(|other| !mentions[*other].is_loose()).filter(|_| bare) else {
            continue;
        };
        let amount = std::mem::take(&mut wants[at]).amount;
        wants[goods].amount = wants[goods].amount.or(amount);
    }
}

/// A kind said after its goods means them: 两份热干面，面不要葱.
fn merge_back(mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let later = &wants[at];
        let plain = later.amount.is_none() && later.parts.is_empty() && later.verb == Verb::Have;
        if !(plain && mentions[at].is_loose() && !later.options.is_empty()) {
            continue;
        }
        if let Some(earlier) = (0..at).rev().find(|earlier| mentions[*earlier].is_of(&mentions[at])) {
            let options = std::mem::take(&mut wants[at]).options;
            wants[earlier].options.extend(options);
        }
    }
}

/// 红烧牛肉面，方便面那种: a clause that only says of which kind what was named before it is.
fn of_that_kind(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let which = &mentions[at].pieces;
        let behind = pieces[which.end..].iter().find(|piece| !piece.is(Word::Of));
        let kind = behind.is_some_and(|piece| KINDS.iter().any(|kind| piece.text(sentence).eq_ignore_ascii_case(kind)));
        let own = clause::start(pieces, which.start);
        let bare = pieces[own..which.start].iter().all(Piece::transparent);
        let Some(stop) = own.checked_sub(1).filter(|_| kind && bare) else { continue };
        let from = clause::start(pieces, stop);
        let before = (0..at).filter(|earlier| mentions[*earlier].pieces.start >= from);
        let before: Vec<usize> = before.filter(|earlier| wants[*earlier] != Want::default()).collect();
        let of_it = before.iter().any(|earlier| mentions[at].is_of(&mentions[*earlier]));
        if of_it && before.iter().all(|earlier| mentions[*earlier].is_loose()) {
            for earlier in before {
                let before = std::mem::take(&mut wants[earlier]);
                wants[at].amount = wants[at].amount.or(before.amount);
                wants[at].asked |= before.asked;
                wants[at].options.splice(0..0, before.options);
            }
        }
    }
}

/// 一束红玫瑰，11支的那种花束: a clause of its own that says of which kind, and in what pack, what was named before it is.
fn the_kind_that(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let which = &mentions[at].pieces;
        let own = clause::start(pieces, which.start);
        let kind = |piece: &Piece| piece.is(Word::This) && KINDS.contains(&piece.text(sentence));
        let says = |piece: &Piece| kind(piece) || piece.transparent() || matches!(piece.role, Role::Amount(_));
        let before = &pieces[own..which.start];
        if !before.iter().any(kind) || !before.iter().all(says) || mentions[at - 1].pieces.end > own {
            continue;
        }
        let means = |one: &Candidate| mentions[at].means(one.item);
        if mentions[at - 1].items.iter().any(means) {
            let told = std::mem::take(&mut wants[at]);
            let pack = before.iter().find_map(|piece| match piece.role {
                Role::Amount(amount) => Some(amount),
                _ => None,
            });
            let goods = &mut wants[at - 1];
            goods.items = mentions[at - 1].items.iter().filter(|one| means(one)).copied().collect();
            goods.pack = goods.pack.or(pack);
            goods.options.extend(told.options);
            goods.parts.extend(told.parts);
        }
    }
}

/// 婴儿奶粉 for 婴幼儿奶粉: goods right before other goods, that the name of those has in it, only say which.
/// So does 儿童吃的那个布洛芬.
fn modifies(lexicon: &Lexicon, pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let (which, goods) = (&mentions[at - 1], &mentions[at]);
        let loose = which.is_loose();
        let bare = wants[at - 1].amount.is_none() || wants[at].amount.is_none();
        // 干洗一件羽绒服: an amount between, of what is all of that kind.
        let counts = |piece: &Piece| matches!(piece.role, Role::Amount(_) | Role::Measure(_)) && goods.is_within(which);
        let joins = |piece: &Piece| piece.transparent() || piece.is(Word::This) || counts(piece);
        let touch = pieces[which.pieces.end..goods.pieces.start].iter().all(joins) && wants[at - 1].options.is_empty();
        if !(loose && bare && touch && wants[at - 1].verb == wants[at].verb) {
            continue;
        }
        let Some(best) = goods.items.first() else { continue };
        let mut rest = lexicon.item(best.item).name.zh.chars();
        let praises = PRAISING.contains(&wants[at - 1].said.as_str());
        if praises || wants[at - 1].said.chars().all(|said| rest.any(|character| character == said)) {
            let before = std::mem::take(&mut wants[at - 1]);
            wants[at].amount = wants[at].amount.or(before.amount);
            wants[at].asked |= before.asked;
            if wants[at].items.iter().any(|one| which.means(one.item)) {
                wants[at].items.retain(|one| which.means(one.item));
            }
        }
    }
}

/// 我手机是小米14，手机壳来个黑的: what something is for, and of which kind that is.
/// So is 防窥膜贴两张，手机是小米15.
fn owned(lexicon: &Lexicon, mentions: &[Mention], wants: &mut [Want]) {
    for at in 0..mentions.len() {
        let bare = wants[at].amount.is_none() && wants[at].verb == Verb::Have && mentions[at].only_for;
        let has = |of: usize| {
            let options = &wants[at].options;
            !options.is_empty() && options.iter().all(|chosen| mentions[of].has(lexicon, chosen.value))
        };
        let is = |of: &usize| *of > at && mentions[*of].is_of(&mentions[at]) || *of < at && has(*of);
        let goods = (0..mentions.len()).find(|of| bare && *of != at && !mentions[*of].only_for && is(of));
        if let Some(goods) = goods {
            let options = std::mem::take(&mut wants[at]).options;
            wants[goods].options.extend(options);
        }
    }
}

/// 红玫瑰不要整束的，单支的来三支: what only tells variants apart is of the goods named before it.
fn detailed(mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let detail = &mentions[at];
        let bare = |want: &Want| want.amount.is_none() && want.parts.is_empty() && want.verb == Verb::Have;
        let of = |earlier: &usize| {
            bare(&wants[*earlier]) && mentions[*earlier].items.iter().any(|one| detail.means(one.item))
        };
        if !(detail.detail && wants[at].detail) {
            continue;
        }
        let Some(earlier) = (0..at).rev().find(of) else { continue };
        let before = std::mem::take(&mut wants[earlier]);
        let want = &mut wants[at];
        want.items = before.items.into_iter().filter(|one| detail.means(one.item)).collect();
        (want.said, want.detail) = (before.said, false);
        want.options.splice(0..0, before.options);
        want.asked |= before.asked;
    }
}

/// 来份牛肉丸粿条，希望牛肉丸是现打的: in a clause of its own that asks for nothing, what is no narrower than goods
/// before only tells of them.
fn told_again(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        if is_alike(sentence, pieces, &mentions[at]) {
            as_before(lexicon, mentions, wants, at);
        }
        let want = &wants[at];
        let asks =
            want.amount.is_some() || want.asked || want.had || !want.options.is_empty() || !want.parts.is_empty();
        let between = &pieces[mentions[at - 1].pieces.end..mentions[at].pieces.start];
        let joins = |piece: &Piece| matches!(piece.role, Role::Word(Word::And | Word::More | Word::Add | Word::Each));
        let apart = between.iter().any(Piece::ends_clause);
        if !mentions[at].is_loose() || asks || want.verb != Verb::Have || between.iter().any(joins) {
            continue;
        }
        if is_same(sentence, pieces, &mentions[at]) {
            wants[at] = Want::default();
            as_before(lexicon, mentions, wants, at - 1);
            continue;
        }
        // "Ramen, firm noodles", where firm is an option of the ramen and of no noodles.
        let value = between.iter().rev().find(|piece| !piece.transparent()).and_then(|piece| piece.value);
        let earlier_has = |value| mentions[..at].iter().any(|mention| mention.has(lexicon, value));
        if value.is_some_and(|value| earlier_has(value) && !mentions[at].has(lexicon, value)) {
            wants[at] = Want::default();
            continue;
        }
        if !apart {
            continue;
        }
        let same = |earlier: &Mention| {
            let mut top = earlier.items.iter().take_while(|one| Some(one.fit) == earlier.fit());
            top.all(|one| mentions[at].means(one.item))
        };
        if (0..at).any(|earlier| {
            wants[earlier].verb == Verb::Have && wants[earlier] != Want::default() && same(&mentions[earlier])
        }) {
            wants[at] = Want::default();
        }
    }
}

/// Words that ask for other goods of the model that was said.
const ALIKE: &[&str] = &["同款", "同款的", "同型号", "同型号的", "同一款", "同一款的"];

/// 同款的钢化膜, "a screen protector for the same phone": other goods, for the same. 同 alone only joins.
pub(super) fn is_alike(sentence: &Sentence<'_>, pieces: &[Piece], mention: &Mention) -> bool {
    let mut before = pieces[..mention.pieces.start].iter().rev().take(2);
    let stops = |piece: &Piece| piece.item || piece.role == Role::Separator(Kind::Stop);
    let behind = pieces[mention.pieces.end..].iter().take_while(|piece| !stops(piece));
    let text = |piece: &Piece| piece.text(sentence);
    let same = |piece: &Piece| {
        let text = text(piece).to_ascii_lowercase();
        ["the same", "same"].contains(&text.as_str())
            || ["same phone", "same model", "same device"].iter().any(|end| text.ends_with(end))
    };
    before.any(|piece| ALIKE.contains(&text(piece))) || behind.into_iter().any(same)
}

/// "A case for my iPhone 16, and a film for the same phone": it was said what that is.
fn is_same(sentence: &Sentence<'_>, pieces: &[Piece], mention: &Mention) -> bool {
    let before = pieces[..mention.pieces.start].last();
    let text = |piece: &Piece| piece.text(sentence).to_ascii_lowercase();
    before.is_some_and(|piece| text(piece).ends_with("same"))
}

/// What was chosen of the goods before is chosen of these as well, as far as they have it.
fn as_before(lexicon: &Lexicon, mentions: &[Mention], wants: &mut [Want], of: usize) {
    let alone = |want: &Want| if let [part] = want.parts.as_slice() { part.options.clone() } else { Vec::new() };
    let earlier = wants[..of].iter().flat_map(|want| want.options.iter().cloned().chain(alone(want)));
    let shared: Vec<_> = earlier.filter(|chosen| mentions[of].has(lexicon, chosen.value)).collect();
    wants[of].options.extend(shared);
}

/// 《春日来信》要两张票: what is counted by its kind is one thing.
fn counted_by_kind(pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let (which, kind) = (&mentions[at - 1], &mentions[at]);
        let once = wants[at - 1].amount.is_some() != wants[at].amount.is_some() && wants[at - 1].verb == Verb::Have;
        if wants[at - 1] == Want::default()
            || !(once && kind.fit() == Some(Fit::Kind) && which.fit() > Some(Fit::Kind) && which.is_within(kind))
        {
            continue;
        }
        let comma = |piece: &Piece| piece.role == Role::Separator(Kind::Comma);
        let bare = wants[at - 1].amount.is_none() && wants[at].amount.is_some();
        let stops = |piece: &Piece| {
            let joins = matches!(piece.role, Role::Word(Word::And | Word::More | Word::Add | Word::Each));
            joins || piece.ends_clause() && !(bare && comma(piece))
        };
        if !pieces[which.pieces.end..kind.pieces.start].iter().any(stops) {
            let counted = std::mem::take(&mut wants[at]);
            wants[at - 1].amount = wants[at - 1].amount.or(counted.amount);
            wants[at - 1].options.extend(counted.options);
        }
    }
}

/// 两份盖饭，一份回锅肉一份鱼香肉丝: a kind, and then which of it; the amounts show that it is the same.
fn break_down(mentions: &[Mention], wants: &mut [Want]) {
    for at in 0..mentions.len() {
        let Some(all) = wants[at].amount.and_then(Amount::whole).filter(|all| *all > 1) else { continue };
        if !mentions[at].is_loose() {
            continue;
        }
        let of_it = |later: &usize| mentions[*later].is_of(&mentions[at]);
        let parts: Vec<u64> = (at + 1..mentions.len())
            .take_while(of_it)
            .map_while(|later| wants[later].amount.and_then(Amount::whole).map(u64::from))
            .collect();
        if parts.len() > 1 && parts.iter().sum::<u64>() == u64::from(all) {
            wants[at] = Want::default();
        }
    }
}

/// "The red ones then, one bouquet": which of several, and behind a comma what and how many; that is what is both.
fn which_then_what(pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let (which, what) = (&mentions[at - 1], &mentions[at]);
        let bare =
            wants[at - 1].amount.is_none() && wants[at - 1].options.is_empty() && wants[at - 1].verb == Verb::Have;
        let comma = |piece: &Piece| matches!(piece.role, Role::Separator(Kind::Comma));
        let between = &pieces[which.pieces.end..what.pieces.start];
        let counts =
            |piece: &Piece| comma(piece) || piece.transparent() || matches!(piece.role, Role::Amount(_) | Role::Done);
        let apart = between.iter().any(comma) && between.iter().all(counts);
        let says = which.which && what.is_loose() && wants[at].amount.is_some() && wants[at].verb == Verb::Have;
        let both: Vec<Candidate> = wants[at].items.iter().filter(|one| which.means(one.item)).copied().collect();
        if bare && apart && says && !both.is_empty() {
            wants[at - 1] = Want::default();
            wants[at].items = both;
        }
    }
}

/// "A bouquet for my mother, pink roses": a kind, and behind a comma which of it; that is one thing.
fn named_twice(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    for at in 1..mentions.len() {
        let (kind, which) = (&mentions[at - 1], &mentions[at]);
        let may_be = || which.items.iter().any(|one| kind.means(one.item));
        // 挑束花，一百块以内的花束
        let narrower = || kind.fit() == Some(Fit::Kind) && which.is_loose() && which.items.len() < kind.items.len();
        let narrower = || narrower() && which.is_within(kind);
        let of_it = || which.detail && may_be() || which.fit() > Some(Fit::Kind) && which.is_of(kind) || narrower();
        let between = &pieces[kind.pieces.end..which.pieces.start];
        // 一箱奶，要纯牛奶: what was counted, and then which; 来 would ask for more.
        let as_many = wants[at].amount == wants[at - 1].amount && !wants[at].asked && kind.is_loose();
        let says_which = wants[at - 1].amount.is_some() && (wants[at].amount.is_none() || as_many);
        let wishes = |piece: &Piece| {
            let text = piece.text(sentence);
            piece.is(Word::Want) && (which.detail || says_which && matches!(text, "要" | "我要" | "就要"))
        };
        let says_nothing = |piece: &Piece| {
            wishes(piece)
                || piece.transparent()
                || piece.is(Word::Aside)
                || says_which && matches!(piece.role, Role::Amount(_))
                || matches!(piece.role, Role::Separator(Kind::Comma) | Role::Money(_))
                || matches!(piece.role, Role::Word(Word::AtMost | Word::OrLess | Word::About | Word::Of))
        };
        // 红玫瑰要单支的，买九支: a detail is of what was named, however it is asked for.
        let free = (wants[at].amount.is_none() || as_many) && (!wants[at].asked || says_which)
            || which.detail && wants[at - 1].amount.is_none();
        let bare = free && wants[at].verb == Verb::Have;
        let verb = matches!(wants[at - 1].verb, Verb::Have | Verb::More);
        let plain = verb && wants[at - 1].parts.is_empty();
        let both = wants[at - 1] != Want::default() && wants[at] != Want::default();
        if both && (kind.is_loose() || which.detail) && bare && plain && of_it() && between.iter().all(says_nothing) {
            let before = std::mem::take(&mut wants[at - 1]);
            let later = &mut wants[at];
            if later.detail {
                // 炸鸡，整只: the chicken that is whole.
                later.items = before.items.into_iter().filter(|one| which.means(one.item)).collect();
                (later.said, later.detail) = (before.said, false);
            }
            later.amount = before.amount.or(later.amount);
            later.asked |= before.asked;
            later.verb = before.verb;
            later.options.splice(0..0, before.options);
        }
    }
}

/// 拿铁大杯，不对，中杯，再来个可颂: a clause of its own corrects the option, and no goods.
fn corrects_option(between: &[Piece]) -> bool {
    let behind = between.iter().rposition(|piece| piece.is(Word::Correct)).map_or(&[][..], |at| &between[at + 1..]);
    let last = behind.iter().rposition(Piece::ends_clause).unwrap_or(0);
    behind[..last].iter().any(|piece| matches!(piece.role, Role::Value(_)))
}

/// "One latte no two lattes", 不是两杯拿铁，三杯拿铁: the same goods counted otherwise, beside a plain no.
fn counts_otherwise(
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    mentions: &[Mention],
    wants: &[Want],
    at: usize,
) -> bool {
    let (first, again) = (&mentions[at - 1], &mentions[at]);
    let counted = wants[at - 1].amount.is_some() && wants[at].amount.is_some();
    let no = |piece: &Piece| {
        ["no", "not", "不", "不是", "别"].iter().any(|no| piece.text(sentence).eq_ignore_ascii_case(no))
    };
    let between = &pieces[first.pieces.end..again.pieces.start];
    let own = pieces[..first.pieces.start].iter().rev().take_while(|piece| !piece.ends_clause());
    let mut before = own.take(DENIED_WITHIN);
    counted && first.items == again.items && (between.iter().any(no) || before.any(no))
}

/// 拿铁三杯，美式两杯，不对，拿铁两杯: behind a correction, what is counted once more is counted anew, and what stands between
/// stays. The mentions that are.
fn counted_anew(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) -> Vec<usize> {
    let Some(correction) = pieces.iter().rposition(|piece| piece.is(Word::Correct)).or(plain_no(sentence, pieces))
    else {
        return Vec::new();
    };
    let behind = mentions.iter().position(|mention| mention.pieces.start > correction).unwrap_or(mentions.len());
    let counted = |want: &Want| want.amount.is_some() && want.verb != Verb::Drop;
    let mut anew = Vec::new();
    for at in behind..mentions.len() {
        let same = |earlier: &usize| mentions[*earlier].items == mentions[at].items && counted(&wants[*earlier]);
        if let Some(earlier) = (0..behind).find(same).filter(|earlier| earlier + 1 < at && counted(&wants[at])) {
            wants[earlier] = Want::default();
            anew.push(at);
        }
    }
    anew
}

/// 不, "no", in a clause of its own.
fn plain_no(sentence: &Sentence<'_>, pieces: &[Piece]) -> Option<usize> {
    let ends = |piece: Option<&Piece>| piece.is_some_and(Piece::ends_clause);
    let no = |piece: &Piece| ["不", "不是", "no"].iter().any(|no| piece.text(sentence).eq_ignore_ascii_case(no));
    let alone = |at: &usize| *at > 0 && ends(pieces.get(at - 1)) && ends(pieces.get(at + 1));
    (0..pieces.len()).rev().filter(|at| no(&pieces[*at])).find(alone)
}

/// 来杯拿铁，不对，来杯美式: what was said before the correction is not wanted.
fn correct(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], wants: &mut [Want]) {
    let anew = counted_anew(sentence, pieces, mentions, wants);
    for at in 1..mentions.len() {
        let between = &pieces[mentions[at - 1].pieces.end..mentions[at].pieces.start];
        if anew.contains(&at) {
            continue;
        }
        let corrects = between.iter().any(|piece| piece.is(Word::Correct)) && !corrects_option(between);
        if !corrects && !counts_otherwise(sentence, pieces, mentions, wants, at) {
            continue;
        }
        if options_of_earlier(mentions, wants, at) {
            continue;
        }
        let before = std::mem::take(&mut wants[at - 1]);
        // "One siu mai, no wait, make that two": in the place of what was said, and of nothing else that there is.
        let changes_line = (0..at - 1).any(|earlier| wants[earlier].verb == Verb::Drop);
        if wants[at].verb == Verb::Instead && before.amount.is_some() && !changes_line {
            wants[at].verb = Verb::Have;
        }
        let bare = wants[at].amount.is_none() && wants[at].options.is_empty() && wants[at].parts.is_empty();
        let kept =
            |earlier: &usize| wants[*earlier].verb != Verb::Drop && mentions[*earlier].items == mentions[at].items;
        // "No wait, make it the pork ones": so many of them, and with the same sauce.
        if between.iter().any(|piece| piece.is(Word::Change)) && bare {
            (wants[at].amount, wants[at].options) = (before.amount, before.options);
        } else if wants[at].verb == Verb::Drop && mentions[at - 1].items == mentions[at].items {
            // 再来个可颂，算了，可颂不要了
            wants[at] = Want::default();
        } else if bare && (0..at - 1).any(|earlier| kept(&earlier)) {
            // 两杯拿铁，再加个可颂，算了，就拿铁吧
            wants[at] = Want::default();
        }
    }
}

/// "A latte and a mocha, no wait, make the latte large": what is said behind the correction is of goods before those that
/// were named last, which stay.
fn options_of_earlier(mentions: &[Mention], wants: &mut [Want], at: usize) -> bool {
    let only_options = wants[at].amount.is_none() && wants[at].parts.is_empty() && !wants[at].options.is_empty();
    let same = |earlier: &usize| mentions[*earlier].items == mentions[at].items && wants[*earlier].verb == Verb::Have;
    let Some(earlier) = (0..at - 1).find(same).filter(|_| only_options) else { return false };
    let options = std::mem::take(&mut wants[at]).options;
    wants[earlier].options.extend(options);
    true
}
