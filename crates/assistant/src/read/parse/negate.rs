//! What is negated: 不要香菜, "no coriander", "not the spicy one".

use super::extras::adds;
use super::leaving::Leaving;
use super::piece::{Piece, Role, clause};
use crate::lexicon::text::Kind;
use crate::lexicon::{ItemNo, Lexicon, ListNo, ValueNo, Word};
use crate::read::sentence::Sentence;

/// A negation that found its object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Negated {
    /// The piece that is negated.
    pub(crate) at: usize,
    /// The unit with which the negation begins, to say it back whole.
    pub(crate) from: usize,
}

/// 蒜泥不要 of what is had with it: it is no stem of what only other goods leave away.
pub(super) fn own_values(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], items: &[ItemNo]) {
    let has = |value: ValueNo| items.iter().any(|item| lexicon.value_of(lexicon.item(*item), value).is_some());
    for at in 0..pieces.len() {
        let piece = pieces[at];
        // 别太冰 denies no ice.
        let too = at > 0 && pieces[at - 1].text(sentence).ends_with('太');
        // "Add rice to that" is what 不加米饭 leaves away, and no other goods with rice.
        let added =
            pieces[..at].iter().rev().find(|before| !before.transparent()).is_some_and(|before| before.is(Word::Add));
        if let Some(stem) = piece.stem.filter(|_| added && piece.item && !piece.name)
            && let Some(value) = items.iter().find_map(|item| other_of_two(lexicon, *item, stem))
        {
            pieces[at] = Piece { role: Role::Value(value), value: Some(value), stem: None, item: false, ..piece };
        }
        if !too && piece.value.is_some_and(has) && piece.stem.is_some_and(|stem| !has(stem)) {
            pieces[at].stem = None;
        }
    }
}

/// The other one where an item has this value to choose and one other.
fn other_of_two(lexicon: &Lexicon, item: ItemNo, one: ValueNo) -> Option<ValueNo> {
    let item = lexicon.item(item);
    let (_, pair) = lexicon.value_of(item, one)?;
    let group = item.options.iter().find(|own| own.name.zh == pair.group).filter(|own| own.values.len() == 2)?;
    let other = group.values.iter().find(|value| value.name.zh != pair.value)?;
    lexicon.value_called(&other.name.zh.to_lowercase())
}

/// 别另外加糖: nothing more of what was never had.
pub(super) fn not_more(pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let denied = pieces[at - 1].is(Word::Not);
        let put = pieces.get(at + 1).is_some_and(|next| adds(next) || matches!(next.role, Role::Value(_)));
        // 不抹番茄酱: neither is it put on.
        if denied && (put && pieces[at].is(Word::More) || pieces[at].is(Word::With)) {
            pieces[at].role = Role::Done;
        }
    }
}

/// 冰块不要太多: some of it is wanted, and nobody knows how much.
pub(super) fn not_too_much(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let next = pieces.get(at + 1).map(|next| next.text(sentence));
        let too_much = next.is_some_and(|next| next.starts_with("太多") || next.starts_with("那么多"));
        if !too_much || !pieces[at].is(Word::Not) {
            continue;
        }
        let of = (0..at).rev().take_while(|before| !pieces[*before].ends_clause());
        let of: Vec<usize> = of.filter(|of| pieces[*of].stem.is_some() || pieces[*of].value.is_some()).collect();
        if let Some(of) = of.first() {
            pieces[*of] = Piece { role: Role::Unknown, item: false, ..pieces[*of] };
            pieces[at].role = Role::Done;
        }
    }
}

/// Leaves an option unread where one unread character stands before it, or before the verb that puts it in: 倍放香菜.
/// It may have denied it, and then the option is the opposite of what was said.
pub(crate) fn in_doubt(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let unread = |piece: &Piece| piece.role == Role::Unknown && sentence.han(piece.token.start).is_some();
    for at in 0..pieces.len() {
        let one = unread(&pieces[at]) && (at == 0 || !unread(&pieces[at - 1]));
        let verb = |piece: &&Piece| piece.is(Word::Add) || piece.is(Word::Want) || piece.is(Word::With);
        let option = at + 1 + usize::from(pieces.get(at + 1).filter(verb).is_some());
        if one && is_option(pieces.get(option)) {
            pieces[at + 1..=option].iter_mut().for_each(|piece| piece.role = Role::Unknown);
        }
    }
}

/// 不要茉白家的: shops that it is not to come from. They are named for nothing else.
pub(crate) fn shops(pieces: &mut [Piece]) -> Vec<ListNo> {
    let mut denied = Vec::new();
    for at in 0..pieces.len() {
        let next =
            (at + 1..pieces.len()).find(|next| !pieces[*next].transparent()).filter(|_| pieces[at].is(Word::Not));
        let Some((next, Role::Shop(list))) = next.map(|next| (next, pieces[next].role)) else { continue };
        let mut behind = pieces[next + 1..].iter().skip_while(|piece| piece.transparent());
        let behind = behind.next();
        // 不要茉白家的珍珠奶茶 wants another's, where nothing was named before that this is told apart from.
        let of = behind.is_some_and(|piece| piece.item) && !pieces[..at].iter().any(|piece| piece.item);
        if of || behind.is_none_or(Piece::ends_clause) {
            denied.push(list);
            pieces[at].role = Role::Done;
            pieces[next].role = Role::Done;
        }
    }
    denied
}

/// Finds what each negation speaks of. What a value leaves away becomes that value; the negation itself is done with.
pub(super) fn negate(leaving: &Leaving<'_, '_>, pieces: &mut [Piece]) -> Vec<Negated> {
    let (lexicon, sentence) = (leaving.lexicon, leaving.sentence);
    let mut found = Vec::new();
    for at in 0..pieces.len() {
        if is_gone(sentence, pieces, at)
            || cannot_do_without(sentence, pieces, at)
            || begins_name(lexicon, sentence, pieces, at)
        {
            pieces[at].role = Role::Done;
        } else if pieces[at].is(Word::Not) || half_heard(sentence, pieces, at) || unable(sentence, pieces, at) {
            let from = pieces[at].token.start;
            let mut objects = objects(leaving, pieces, at, from);
            if objects.is_empty() {
                objects = objects_before(leaving, pieces, at);
            }
            if objects.is_empty() {
                objects.extend(had_at_home(sentence, pieces, at));
            }
            if !objects.is_empty() {
                pieces[at].role = Role::Done;
            }
            found.extend(objects);
        } else if stems_dropped(leaving, pieces, at) {
            pieces[at].role = Role::Done;
        } else if let Some(extras) = extras_dropped(lexicon, sentence, pieces, at) {
            found.extend(extras);
        } else if pieces[at].is(Word::Drop) {
            found.extend(dropped(sentence, pieces, at));
        } else if says_not(sentence, &pieces[at]) && pieces.get(at + 1).is_some_and(|next| passes(sentence, next, true))
        {
            // 不要葱 is a value by itself, and 和香菜 after it goes on.
            let more = objects(leaving, pieces, at + 1, pieces[at].token.start);
            if !more.is_empty() && matches!(pieces[at + 1].role, Role::Unknown | Role::Word(Word::Or)) {
                pieces[at + 1].role = Role::Done;
            }
            found.extend(more.into_iter().filter(|more| pieces[more.at].value.is_none() && !pieces[more.at].item));
        }
    }
    found
}

fn objects(leaving: &Leaving<'_, '_>, pieces: &mut [Piece], not: usize, from: usize) -> Vec<Negated> {
    let sentence = leaving.sentence;
    let mut found: Vec<Negated> = Vec::new();
    let spares = pieces[not].text(sentence).starts_with('除');
    let mut at = not + 1;
    while at < pieces.len() {
        // 不要拿铁或者美式 denies both.
        let either = pieces[at - 1].is(Word::Or);
        // 除了美式和拿铁都要冰的
        let either = either || spares && pieces[at - 1].is(Word::And) && !found.is_empty();
        let either_or_both = either || pieces[at - 1].is(Word::And);
        let option_next = is_option(pieces.get(at + 1));
        let goods_next = pieces.get(at + 1).is_some_and(|next| next.role == Role::Item);
        let piece = &mut pieces[at];
        let from = if found.is_empty() { from } else { piece.token.start };
        match piece.role {
            _ if piece.stem.is_some() && !piece.name => {
                piece.role = piece.stem.map_or(piece.role, Role::Value);
                piece.item = false;
                piece.value = None;
            }
            // "Not the cinema popcorn" names no shop to buy from.
            Role::Shop(_) if found.is_empty() && goods_next => piece.role = Role::Done,
            Role::Value(_) | Role::Item if found.is_empty() || either => found.push(Negated { at, from }),
            Role::Unknown if passes(sentence, piece, !found.is_empty()) => piece.role = Role::Done,
            // "Not a cola but a lemonade."
            Role::Amount(amount) if found.is_empty() && amount.whole() == Some(1) && piece.is_article(sentence) => {}
            // "Leave out the coriander and the garlic."
            Role::Word(Word::Filler) if either_or_both => {}
            _ if passes(sentence, piece, !found.is_empty()) => {}
            // 别给我放辣: what is chosen with 不要辣.
            Role::Unknown if leaving.without(piece).is_some() => {
                piece.role = leaving.without(piece).map_or(piece.role, Role::Value);
            }
            Role::Unknown if at == not + 1 && option_next => piece.role = Role::Done,
            _ => break,
        }
        if matches!(piece.role, Role::Value(_)) && found.iter().all(|negated| negated.at != at) {
            found.push(Negated { at, from });
        }
        at += 1;
    }
    without(pieces, &found);
    if found.len() > 1 {
        let joins = pieces[not..at].iter_mut().filter(|piece| piece.is(Word::Or));
        joins.for_each(|piece| piece.role = Role::Done);
    }
    found
}

/// 辣的吃不了: who cannot have an option does not want it. 两碗吃不了 and 太多吃不了 are only why.
fn unable(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let own = clause::around(pieces, &(at..at + 1));
    // 辣的吃不了太多 is not too much of it.
    let much = |next: &Piece| next.text(sentence).starts_with(['太', '那', '多']);
    matches!(pieces[at].text(sentence), "吃不了" | "喝不了")
        && !pieces.get(at + 1).is_some_and(much)
        && !pieces[own].iter().any(|piece| piece.role == Role::Item)
}

/// 不洛芬缓释胶囊 for 布洛芬缓释胶囊: a denial that sounds like the character right before the part of a name behind it.
fn begins_name(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let (not, units) = (&pieces[at], &sentence.units);
    let one = not.is(Word::Not) && not.token.end == not.token.start + 1;
    let touches = |next: &&Piece| units[next.token.start].start == units[not.token.start].end;
    let next = pieces.get(at + 1).filter(|next| one && next.item && !next.name).filter(touches);
    let (Some(next), Some(heard)) = (next, sentence.han(not.token.start)) else { return false };
    let (part, sounds) = (next.text(sentence), lexicon.sounds());
    let begins = |item: &crate::lexicon::ItemNo| {
        let before = lexicon.item(*item).name.zh.split_once(part).and_then(|(before, _)| before.chars().last());
        before.is_some_and(|before| before != heard && sounds.key(before) == sounds.key(heard))
    };
    super::goods::all_items(lexicon, next).iter().take(NAMES_HEARD_MAX).any(begins)
}

/// Names that are compared with what was heard at most.
const NAMES_HEARD_MAX: usize = 40;

/// Pieces of the longest clause that says what has run out.
const GONE_PIECES: usize = 8;

/// 没酱油了: what has run out at home is not denied; it is what is wanted, or why.
fn is_gone(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let text = |piece: &Piece| piece.text(sentence);
    if !(pieces[at].is(Word::Not) && matches!(text(&pieces[at]), "没" | "没有" | "没得")) {
        return false;
    }
    let clause = pieces[at + 1..].iter().take(GONE_PIECES).take_while(|piece| !piece.ends_clause());
    let clause: Vec<&Piece> = clause.collect();
    // 没米没油了
    let of_goods = |piece: &&Piece| {
        piece.role == Role::Item || piece.is(Word::Want) || matches!(text(piece), "用" | "没" | "没有")
    };
    let ends = clause.last().is_some_and(|last| matches!(text(last), "了" | "啦" | "咯"));
    ends && clause.len() > 1 && clause[..clause.len() - 1].iter().all(of_goods)
}

/// What does not go without something, behind it.
const NOT_WITHOUT: &[&str] = &[
    "吃不下",
    "喝不下",
    "不行",
    "可不行",
    "不成",
    "不吃",
    "不喝",
    "不香",
    "吃不香",
    "不过瘾",
    "没味",
    "不好吃",
    "不好喝",
];

/// 没有辣椒吃不下: who cannot do without it wants it.
fn cannot_do_without(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let without =
        pieces[at].is(Word::Not) && matches!(pieces[at].text(sentence), "没" | "没有" | "不放" | "不加" | "无");
    let Some(of) = pieces.get(at + 1).filter(|next| without && is_option(Some(next))) else { return false };
    let ends = clause::end(pieces, at + 1);
    let rest = sentence.text(of.token.end, pieces[ends - 1].token.end).trim_start();
    let rest = rest.trim_start_matches(['我', '就', '都', '可', '那']).trim_end_matches(['了', '啊', '的', '呢', '呀']);
    NOT_WITHOUT.contains(&rest)
}

/// Words of refusal, before which goods may stand.
const REFUSING: &[&str] = &[
    "除外",
    "吃不惯",
    "喝不惯",
    "吃不来",
    "喝不来",
    "不喜欢",
    "不太喜欢",
    "不看",
    "不想看",
    "不想吃",
    "不想喝",
    "不考虑",
    "别给我看",
    "不要给我看",
    "别让我看",
    "别让我看到",
    "不要让我看到",
    "不用给我看",
    "别推荐",
    "不要推荐",
    "别给我推荐",
    "不要给我推荐",
    "不用推荐",
    "不想看到",
    "不要看",
];

/// 葱和蒜也别放, 抹茶的不要: what is denied stands before, back to where the clause begins.
fn objects_before(leaving: &Leaving<'_, '_>, pieces: &mut [Piece], not: usize) -> Vec<Negated> {
    let sentence = leaving.sentence;
    let enumerates = |piece: &Piece| piece.text(sentence) == "、";
    let ends = |piece: &Piece| piece.ends_clause() && !enumerates(piece);
    let behind = pieces[not + 1..].iter().find(|piece| !piece.transparent());
    let from = pieces[..not].iter().rposition(ends).map_or(0, |at| at + 1);
    let refuses = REFUSING.contains(&pieces[not].text(sentence));
    // 榴莲的不要，夏威夷也不要，就玛格丽特: of several, and not of all there is.
    let goods = |piece: &Piece| piece.role == Role::Item;
    let refuses = refuses || matches!(pieces[not].text(sentence), "不要" | "不想要" | "不吃" | "不喝");
    // 什么料都不加
    let any = |piece: &Piece| matches!(piece.text(sentence), "什么" | "啥" | "任何");
    let others = refuses || pieces[..from].iter().any(goods) || pieces[not + 1..].iter().any(goods);
    // 我那碗葱和蒜都不要: of which of them it is said.
    let no_goods = !pieces[from..not].iter().any(goods);
    let whose = |piece: &Piece| {
        matches!(piece.role, Role::Measure(_) | Role::Amount(_) | Role::Own | Role::Another)
            || matches!(piece.role, Role::Word(Word::This | Word::Among | Word::Person))
    };
    // 辣的 of 不辣, which is a word of its own and no stem.
    let away = |piece: &Piece| leaving.without_of_items(piece).filter(|_| piece.stem.is_none());
    let only = |piece: &Piece| {
        let joins = others && piece.role == Role::Item
            || piece.transparent()
            || piece.is(Word::And)
            || piece.is(Word::All)
            || any(piece)
            || no_goods && whose(piece)
            || enumerates(piece)
            || away(piece).is_some();
        joins || is_option(Some(piece)) && piece.token.amount.is_none()
    };
    if behind.is_some_and(|piece| !ends(piece)) || !pieces[from..not].iter().all(only) {
        return Vec::new();
    }
    let denied =
        |piece: &&Piece| away(piece).or(piece.stem).is_some() || matches!(piece.role, Role::Value(_) | Role::Item);
    let start = pieces[from..not].iter().find(denied).map_or(0, |piece| piece.token.start);
    let mut found = Vec::new();
    for (at, piece) in pieces.iter_mut().enumerate().take(not).skip(from) {
        if let Some(without) = piece.stem.or_else(|| away(piece)) {
            (piece.role, piece.item, piece.value) = (Role::Value(without), false, None);
        }
        if matches!(piece.role, Role::Value(_) | Role::Item) {
            found.push(Negated { at, from: start });
        }
    }
    found
}

/// What says that there is some.
const HAD: &[&str] = &["还有", "家有", "里有", "还多", "没吃完", "没喝完", "没用完", "还剩"];

/// 老抽我家还有，不要: a denial alone in its clause, behind one that only tells that there is some.
fn had_at_home(sentence: &Sentence<'_>, pieces: &[Piece], not: usize) -> Option<Negated> {
    let own = clause::around(pieces, &(not..not + 1));
    let alone = pieces[own.clone()].iter().all(|piece| piece.transparent() || piece.is(Word::Not));
    let stop = own.start.checked_sub(1).filter(|_| alone)?;
    let from = clause::start(pieces, stop);
    let before = &pieces[from..stop];
    let text = sentence.text(before.first()?.token.start, before.last()?.token.end);
    let asks = |piece: &Piece| matches!(piece.role, Role::Amount(_) | Role::Word(Word::Want | Word::More));
    let has = HAD.iter().any(|has| text.contains(has)) && !before.iter().any(asks);
    let mut goods = (from..stop).filter(|at| pieces[*at].role == Role::Item);
    let at = goods.next().filter(|_| has && goods.next().is_none())?;
    Some(Negated { at, from: pieces[at].token.start })
}

/// 还是要香菜吧, 把香菜加回来: what an option leaves away is wanted after all, so that option is not.
pub(super) fn wanted_again(pieces: &mut [Piece]) {
    for clause in pieces.split_mut(Piece::ends_clause) {
        let has = |words: &[Word]| clause.iter().any(|piece| words.iter().any(|word| piece.is(*word)));
        let wants = has(&[Word::Keep, Word::Add, Word::Want, Word::With, Word::More, Word::Agree]);
        if wants && !has(&[Word::Not, Word::No, Word::Drop, Word::DropAfter, Word::Hold]) {
            for piece in clause {
                if let Role::Stem(value) = piece.role {
                    piece.role = Role::Value(value);
                }
            }
        }
    }
}

/// 不含海鲜的粥 is a 粥: what is denied of it ends before 的.
fn without(pieces: &mut [Piece], denied: &[Negated]) {
    let Some(at) = denied.last().map(|last| last.at).filter(|at| pieces[*at].role == Role::Item) else { return };
    let of = pieces.get(at + 1).is_some_and(|piece| piece.is(Word::Of));
    if of && pieces.get(at + 2).is_some_and(|piece| piece.role == Role::Item) {
        pieces[at + 1].role = Role::Done;
    }
}

/// 不到香菜: a limit that limits nothing, before what can only be left away, is a negation of which the end was
/// misheard.
fn half_heard(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let text = pieces[at].text(sentence);
    let limit = matches!(pieces[at].role, Role::Word(Word::OrLess | Word::AtMost | Word::AtLeast));
    let limits = || pieces.iter().any(|piece| matches!(piece.role, Role::Money(_)));
    limit && text.starts_with('不') && is_option(pieces.get(at + 1)) && !limits()
}

/// Whether a piece is an option, and no goods.
fn is_option(piece: Option<&Piece>) -> bool {
    piece.is_some_and(|piece| !piece.name && (piece.stem.is_some() || matches!(piece.role, Role::Value(_))))
}

/// 去掉煎蛋: an option is taken out, not goods.
fn dropped(sentence: &Sentence<'_>, pieces: &mut [Piece], at: usize) -> Option<Negated> {
    let next = (at + 1..pieces.len()).find(|next| !pieces[*next].transparent())?;
    // "Drop the iced one" takes goods out.
    if super::tells_which(sentence, pieces, next) {
        return None;
    }
    let value = pieces[next].value.filter(|_| !pieces[next].name)?;
    pieces[next].role = Role::Value(value);
    pieces[at].role = Role::Done;
    Some(Negated { at: next, from: pieces[at].token.start })
}

/// 那个香菜给我去掉, 蒜就不要了: what an option leaves away is taken out, and that chooses it.
fn stems_dropped(leaving: &Leaving<'_, '_>, pieces: &mut [Piece], at: usize) -> bool {
    let drops = pieces[at].is(Word::Drop) || pieces[at].is(Word::DropAfter);
    let ends = pieces[at + 1..].iter().take_while(|piece| !piece.ends_clause()).all(Piece::transparent);
    if !(drops && ends) {
        return false;
    }
    let from = clause::start(pieces, at);
    // 辣的就不要了 may give up the goods that are so, where none was named before.
    let goods = pieces[..from].iter().any(|piece| piece.role == Role::Item);
    let stem = |piece: &Piece| {
        let stem = piece.stem.filter(|_| !piece.name && !matches!(piece.role, Role::Amount(_)));
        stem.or_else(|| leaving.without_of_items(piece).filter(|_| goods))
    };
    let joins = |piece: &Piece| {
        piece.transparent() || matches!(piece.role, Role::Word(Word::All | Word::Each | Word::And | Word::This))
    };
    let own = &mut pieces[from..at];
    if !own.iter().any(|piece| stem(piece).is_some()) || !own.iter().all(|piece| joins(piece) || stem(piece).is_some())
    {
        return false;
    }
    for piece in own {
        if let Some(value) = stem(piece) {
            (piece.role, piece.item, piece.value, piece.stem) = (Role::Value(value), false, None, None);
        }
    }
    true
}

/// 卤蛋都去掉, 煎蛋不要了: what is only put in is taken out, and no goods.
fn extras_dropped(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], at: usize) -> Option<Vec<Negated>> {
    let drops = pieces[at].is(Word::Drop) || pieces[at].is(Word::DropAfter);
    let ends = pieces[at + 1..].iter().take_while(|piece| !piece.ends_clause()).all(Piece::transparent);
    if !(drops && ends) {
        return None;
    }
    let from = clause::start(pieces, at);
    let extra = |piece: &Piece| {
        let value = if let Role::Value(value) = piece.role { Some(value) } else { None };
        let which = piece.text(sentence).ends_with('的');
        value.is_some_and(|value| lexicon.is_extra(value)) && !piece.name && !which
    };
    let says =
        |piece: &Piece| piece.transparent() || matches!(piece.role, Role::Word(Word::All | Word::Each | Word::And));
    let extras: Vec<usize> = (from..at).filter(|at| extra(&pieces[*at])).collect();
    // 面的卤蛋不要了: of which goods may be said before.
    let first = extras.first().copied()?;
    let of_goods = |at: usize| pieces[at].role == Role::Item && at < first;
    if !(from..at).all(|at| says(&pieces[at]) || extra(&pieces[at]) || of_goods(at)) {
        return None;
    }
    pieces[at].role = Role::Done;
    Some(extras.into_iter().map(|at| Negated { at, from: pieces[at].token.start }).collect())
}

/// Whether an option value is said as a negation.
fn says_not(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    let text = piece.text(sentence).to_lowercase();
    matches!(piece.role, Role::Value(_))
        && ["不", "别", "无", "免", "no ", "without "].iter().any(|no| text.starts_with(no))
}

/// What may stand between a negation and its object, and, once it has one, between that and the next.
fn passes(sentence: &Sentence<'_>, piece: &Piece, enumerating: bool) -> bool {
    match piece.role {
        Role::Word(Word::And | Word::Or) => enumerating,
        Role::Separator(Kind::Comma) => enumerating && piece.text(sentence) == "、",
        // 不要那种花束
        Role::Word(Word::This) => !enumerating && piece.text(sentence).starts_with(['那', '这']),
        Role::Word(Word::Filler | Word::All | Word::Of | Word::Want) | Role::Done => !enumerating,
        // 不有 is how 不要 is misheard, and no way to ask.
        Role::Word(Word::Show) => !enumerating && piece.text(sentence) == "有",
        _ => false,
    }
}
