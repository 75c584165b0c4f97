//! What people tell around an order: 我家老头子这两天感冒了, "I have a meeting at three". It is said back and buys nothing,
//! and the time of what happens is no time to deliver at, unless it is to be there before.

use std::ops::Range;

use super::people::{aside, person_end};
use super::piece::{COUNTED_OTHERWISE, Piece, Role, clause};
use super::remarks;
use super::unread::denies;
use crate::lexicon::{FOR, Word, is_self};
use crate::read::reading::{Measure, When};
use crate::read::sentence::Sentence;
use domain::time::Time;

/// What somebody may say of themselves or others without wanting anything.
const TELLS: &[&str] = &[
    "今天",
    "昨天",
    "昨晚",
    "这两天",
    "这几天",
    "最近",
    "因为",
    "听说",
    "毕竟",
    "反正",
    "主要是",
    "省得",
    "免得",
    "正好",
    "刚刚",
    "家里",
    "突然",
    "today",
    "yesterday",
    "since",
    "because",
];
/// What is said of goods that were had before, and asks for none.
const OVER: &[&str] = &[
    "吃完",
    "喝完",
    "用完",
    "太甜",
    "太咸",
    "太辣",
    "太油",
    "太淡",
    "不好吃",
    "不好喝",
    "难吃",
    "难喝",
    "不新鲜",
    "凉了",
    "was too",
    "were too",
    "wasn't good",
    "was cold",
    "is gone",
    "are gone",
];
/// What somebody cannot do who has others do it.
const UNABLE: &[&str] = &[
    "用不来",
    "用不好",
    "眼睛不好",
    "看不清",
    "don't know how to use",
    "dont know how to use",
    "not good with",
    "can't use",
    "cant use",
];
/// Whoever cannot, and what: 不大会用手机.
const CANNOT: &[&str] = &["不太会", "不大会", "不怎么会", "不会"];
const USES: &[&str] = &["用", "弄", "使", "玩", "操作", "打字", "上网", "摆弄"];
/// What went wrong another time.
const WRONG: &[&str] =
    &["送错", "发错", "拿错了", "给错", "弄错了", "漏送", "送漏", "少送", "got it wrong", "wrong last time"];
/// How a clause ends that says what something is for.
const FOR_USE: &[&str] = &["用的", "使的"];
/// The same, of what it is needed for.
const NEEDED: &[&str] = &["要用", "上要用", "得用", "需要用", "里要用"];
/// Characters of such a clause at least: 儿童用的 rather says which.
const FOR_USE_CHARS_MIN: usize = 4;

/// How somebody is said to have said something.
const SAYS: &[&str] = &["说", "讲", "告诉我", "跟我说", "says", "said", "told me"];
/// Asked of oneself while one thinks: 几寸来着.
const TRIES_TO_REMEMBER: &str = "来着";
/// Before what was told to happen.
const BEFORE: &[&str] =
    &["之前", "在这之前", "在那之前", "这之前", "那之前", "此之前", "before that", "before then", "by then"];

/// Takes what only tells something out of what is to be bought, where something else is.
pub(super) fn stories(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let clauses = clause::all(pieces);
    if clauses.len() < 2 {
        return tell_who_comes(sentence, pieces, clauses);
    }
    let gives_up = |clause: &Range<usize>| {
        let of_order = |piece: &Piece| piece.is(Word::Cancel) && super::tone::is_of_order(piece.text(sentence));
        pieces[clause.clone()].iter().any(of_order)
    };
    let recounts = |clause: &Range<usize>| remarks::recounts(sentence, &pieces[clause.clone()]);
    let recounted = clauses.iter().any(recounts);
    let told = |clause: &Range<usize>| {
        if recounted && remarks::somebody_wants_one(sentence, &pieces[clause.clone()]) {
            return true;
        }
        let elsewhere = clauses.iter().any(|other| other != clause && gives_up(other));
        is_told(sentence, &pieces[clause.clone()], elsewhere)
    };
    let told: Vec<bool> = clauses.iter().map(told).collect();
    let does = |clause: &Range<usize>| acts(&pieces[clause.clone()]) || recounts(clause);
    if !clauses.iter().zip(&told).any(|(clause, told)| !told && does(clause)) {
        return tell_who_comes(sentence, pieces, clauses);
    }
    let timed = |pieces: &[Piece]| pieces.iter().any(|piece| matches!(piece.role, Role::When(_)));
    let timed = clauses.iter().zip(&told).any(|(clause, told)| !told && timed(&pieces[clause.clone()]));
    let mut told_at: Option<Time> = None;
    for (clause, told) in clauses.into_iter().zip(told) {
        if let Some(time) = told_at {
            before_that(sentence, &mut pieces[clause.clone()], time);
        }
        if told {
            told_at = pieces[clause.clone()].iter().find_map(at_time).or(told_at);
            say_back(pieces, clause, timed);
        } else {
            somebody_says(sentence, pieces, clause);
        }
    }
}

/// 来了一个兄弟 counts none of what there is, even where nothing else is said.
fn tell_who_comes(sentence: &Sentence<'_>, pieces: &mut [Piece], clauses: Vec<Range<usize>>) {
    for clause in clauses.into_iter().filter(|clause| !clause.is_empty()) {
        let own = &pieces[clause.clone()];
        if somebody_comes(sentence.text(own[0].token.start, own[own.len() - 1].token.end), own) {
            aside(pieces, clause);
        }
    }
}

/// Makes an aside of what is told. Whoever works late at eight eats at eight: only where nobody takes a delivery, its time
/// is none, nor where another time is said (`timed`).
fn say_back(pieces: &mut [Piece], clause: Range<usize>, timed: bool) {
    let busy = pieces[clause.clone()].iter().any(|piece| piece.is(Word::Busy) || piece.role == Role::Unknown);
    let event = pieces[clause.clone()].iter().any(|piece| piece.is(Word::Event));
    let when = pieces[clause.clone()].iter().find(|piece| matches!(piece.role, Role::When(_))).map(|piece| piece.role);
    aside(pieces, clause.clone());
    if let Some(when) = when.filter(|_| event && !busy && !timed && clause.len() > 1) {
        pieces[clause.end - 1].role = when;
    }
}

/// Whether it is something that happens.
fn happens(piece: &Piece) -> bool {
    piece.is(Word::Event) || piece.is(Word::Busy)
}

fn at_time(piece: &Piece) -> Option<Time> {
    match piece.role {
        Role::When(When::At(time) | When::By(time)) => Some(time),
        _ => None,
    }
}

/// Whether a clause wants, names or changes something.
fn acts(clause: &[Piece]) -> bool {
    // "Coming over at seven" limits nothing.
    let sum = clause.iter().any(|piece| matches!(piece.role, Role::Money(_) | Role::Amount(_)));
    let limits = |word| matches!(word, Word::AtMost | Word::AtLeast | Word::OrMore | Word::OrLess);
    let names = |piece: &Piece| {
        piece.item
            || matches!(
                piece.role,
                Role::Item | Role::Value(_) | Role::Stem(_) | Role::Shop(_) | Role::Money(_) | Role::Nth(_)
            )
    };
    clause
        .iter()
        .any(|piece| names(piece) || matches!(piece.role, Role::Word(word) if orders(word) && (sum || !limits(word))))
}

/// Whether a word does something about an order.
fn orders(word: Word) -> bool {
    !matches!(
        word,
        Word::Filler
            | Word::Of
            | Word::And
            | Word::With
            | Word::No
            | Word::Not
            | Word::This
            | Word::All
            | Word::Question
            | Word::About
            | Word::Person
            | Word::Event
            | Word::Busy
            | Word::Aside
            | Word::Into
    )
}

/// Whether a clause only tells something.
fn is_told(sentence: &Sentence<'_>, clause: &[Piece], gives_up_elsewhere: bool) -> bool {
    let text = sentence.text(clause[0].token.start, clause[clause.len() - 1].token.end);
    let asks = clause.iter().any(|piece| piece.is(Word::Question));
    if text.ends_with(TRIES_TO_REMEMBER) && asks && !clause.iter().any(|piece| piece.item) {
        return true;
    }
    if clause.iter().any(|piece| piece.is(Word::Usual)) && OVER.iter().any(|word| text.contains(word)) {
        return true;
    }
    if somebody_comes(text, clause) || tells_of_oneself(sentence, text, clause) {
        return true;
    }
    if remarks::is_remark(sentence, text, clause) || says_what_it_is(text, clause) || holds_without(sentence, clause) {
        return true;
    }
    if gives_up_elsewhere && tells_of_order(sentence, clause) {
        return true;
    }
    if was_had(text, clause) || has_by_now(text, clause) {
        return true;
    }
    let happens = clause.iter().any(happens);
    // 我三点要开会: what is wanted there is no goods.
    let wants = clause.iter().position(|piece| piece.is(Word::Want));
    let only_happens = wants.is_none_or(|at| happens && clause[at..].iter().all(|piece| !names_goods(piece)));
    let rest = |piece: &Piece| piece.is(Word::Want) && happens;
    // "Kids are starving", where something for children is sold.
    let whom = |piece: &Piece| happens && piece.role == Role::Item && !piece.name;
    let plain = clause.iter().all(|piece| rest(piece) || whom(piece) || !acts(std::slice::from_ref(piece)));
    let unknown = clause.iter().any(|piece| piece.role == Role::Unknown || piece.is(Word::Person));
    let first = clause[0].text(sentence);
    let begins =
        is_self(first) || first == "你" || first == "你们" || first.starts_with('我') || first.starts_with("I ");
    let somebody = person_end(sentence, clause, 0).is_some();
    let tells = TELLS.iter().any(|word| clause[0].text(sentence).eq_ignore_ascii_case(word) || text.starts_with(word));
    let timed = clause.iter().any(|piece| matches!(piece.role, Role::When(_)));
    let counts = clause.iter().any(|piece| matches!(piece.role, Role::Amount(_)));
    let cue = begins || somebody || tells || whom(&clause[0]) || happens && timed || counts && unknown;
    plain
        && only_happens
        && cue
        && (unknown || happens)
        // 我不要太苦的 is asked about, whoever says it.
        && !clause.iter().any(|piece| denies(sentence, piece))
        && !counts_goods(sentence, clause)
        && !delivers(sentence, clause)
}

/// 刚才那个票订错了，取消订单: what was ordered by mistake is told by who gives it up.
fn is_mistaken(text: &str, clause: &[Piece]) -> bool {
    let mistaken = text.contains("错了") || text.contains("by mistake");
    let mistaken = mistaken || text.split(' ').any(|word| word.eq_ignore_ascii_case("wrong"));
    let named = clause.iter().any(|piece| piece.item);
    mistaken && named && !clause.iter().any(|piece| piece.is(Word::Change) || matches!(piece.role, Role::Amount(_)))
}

/// How somebody says that something was ordered before.
const BY_THEN: &[&str] =
    &["原本", "原来", "本来", "刚才", "刚刚", "刚", "之前", "先前", "已经", "早上", "上午", "just"];
const ORDERED: &[&str] = &["点了", "点的", "点好了", "订了", "订好了", "下单了", "买了", "ordered", "bought"];

/// Whether a clause tells of what was ordered before, by who gives it up elsewhere.
pub(super) fn tells_of_order(sentence: &Sentence<'_>, clause: &[Piece]) -> bool {
    let text = sentence.text(clause[0].token.start, clause[clause.len() - 1].token.end);
    is_mistaken(text, clause) || was_ordered(text, clause)
}

/// 我原本点了拿铁，想取消刚才的订单.
fn was_ordered(text: &str, clause: &[Piece]) -> bool {
    let said = |words: &[&str]| words.iter().any(|word| text.contains(word));
    said(BY_THEN) && said(ORDERED) && !clause.iter().any(|piece| piece.is(Word::Change))
}

/// 不要下午那场, "not for my mum": what is told behind a denial is told as denied.
pub(super) fn not_then(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let is_told = |piece: &Piece| piece.is(Word::Aside);
    if !pieces.iter().any(is_told) {
        return;
    }
    for at in (1..pieces.len()).filter(|at| is_told(&pieces[*at])).collect::<Vec<_>>() {
        let not = (0..at).rev().find(|before| !pieces[*before].transparent());
        let denied = |not: &usize| matches!(pieces[*not].role, Role::Word(Word::Not | Word::No));
        if let Some(not) = not.filter(denied) {
            aside(pieces, not..at + 1);
        }
    }
    // 晚上的不要
    for at in (0..pieces.len()).filter(|at| is_told(&pieces[*at])).collect::<Vec<_>>() {
        let passes =
            |piece: &Piece| piece.is(Word::Of) || piece.transparent() || matches!(piece.role, Role::Measure(_));
        let Some(not) = (at + 1..pieces.len()).find(|not| !passes(&pieces[*not])) else { continue };
        let denies = matches!(pieces[not].role, Role::Word(Word::Not | Word::No | Word::DropAfter));
        let ends = pieces.get(not + 1).is_none_or(Piece::ends_clause);
        let for_whom = FOR.iter().chain(&["for "]).any(|word| pieces[at].text(sentence).starts_with(word));
        if denies && ends && !for_whom {
            aside(pieces, at..not + 1);
        }
    }
}

/// What was, and what was done then.
const THEN: &[&str] = &["上次", "上回", "昨天", "前天", "那天", "yesterday", "last time", "last week", "the other day"];
const DONE_THEN: &[&str] =
    &["喝了", "吃了", "点了", "买了", "用了", "i had ", "we had ", "you sent", "i ordered", "i bought", "i got "];

/// 没有燕麦奶就别下单: a condition that nothing can be done about.
fn holds_without(sentence: &Sentence<'_>, clause: &[Piece]) -> bool {
    let none = |piece: &Piece| piece.is(Word::Not) && matches!(piece.text(sentence), "没有" | "没" | "无");
    let without = clause.iter().position(none);
    without.is_some_and(|at| clause[at..].iter().any(|piece| piece.is(Word::Hold)))
}

/// 就是滴眼睛的: what something is for, or like, in words that nobody could read as an option.
fn says_what_it_is(text: &str, clause: &[Piece]) -> bool {
    let unknown = clause.iter().any(|piece| piece.role == Role::Unknown);
    let asks = |piece: &Piece| {
        let word = matches!(piece.role, Role::Word(Word::Want | Word::More | Word::Change | Word::Drop | Word::Not));
        word || matches!(piece.role, Role::Amount(_) | Role::Measure(_) | Role::Value(_)) || piece.name
    };
    text.starts_with("就是") && text.ends_with('的') && unknown && !clause.iter().any(asks)
}

/// 上次同事喝了杯拿铁拉肚子: what somebody had then asks for nothing, where something else is wanted.
fn was_had(text: &str, clause: &[Piece]) -> bool {
    let text = text.to_lowercase();
    let then = THEN.iter().any(|then| text.contains(then)) && DONE_THEN.iter().any(|done| text.contains(done));
    let again = |piece: &Piece| matches!(piece.role, Role::Word(Word::Same | Word::Change | Word::Add | Word::Drop));
    then && !text.contains('再') && !clause.iter().any(again)
}

/// 豆沙的她好像有了: what somebody has by now is why, and is not wanted.
fn has_by_now(text: &str, clause: &[Piece]) -> bool {
    let has =
        ["好像有了", "已经有了", "她有了", "他有了", "有一支了", "有一个了"].iter().any(|words| text.ends_with(words));
    has && !clause.iter().any(|piece| piece.is(Word::Want) || matches!(piece.role, Role::Amount(_)))
}

/// 我不大会用手机, 上次就送错了, 烧红烧肉上色用的: whatever it names, it asks for nothing.
fn tells_of_oneself(sentence: &Sentence<'_>, text: &str, clause: &[Piece]) -> bool {
    // 体育课要用
    let needed = NEEDED.iter().any(|words| text.ends_with(words));
    let asks = |piece: &Piece| {
        let wants = piece.is(Word::Want) && !needed;
        let word = wants || matches!(piece.role, Role::Word(Word::More | Word::Show | Word::Change | Word::Drop));
        word || matches!(piece.role, Role::Amount(_) | Role::Money(_))
            || matches!(piece.role, Role::Measure(_)) && !text.ends_with("用的")
    };
    let unable = || {
        let behind = CANNOT.iter().find_map(|cannot| text.split_once(cannot)).map(|(_, behind)| behind);
        behind.is_some_and(|behind| USES.iter().any(|uses| behind.starts_with(uses)))
    };
    let needed = needed && text.chars().count() > FOR_USE_CHARS_MIN;
    // 小米14用的, of a case that comes for that
    let chooses = clause.iter().any(|piece| matches!(piece.role, Role::Value(_)));
    let strange = clause.iter().any(|piece| piece.role == Role::Unknown);
    let tells = needed && (strange || !chooses)
        || unable()
        || UNABLE.iter().chain(WRONG).any(|words| text.contains(words))
        || FOR_USE.iter().any(|words| text.ends_with(words)) && text.chars().count() >= FOR_USE_CHARS_MIN && !chooses;
    // 送 of 送错了 brings nothing.
    let own = |piece: &&Piece| !WRONG.iter().any(|words| words.starts_with(piece.text(sentence)));
    tells && !clause.iter().filter(own).any(asks)
}

/// Who comes: 又来俩哥们儿.
const COMERS: &[&str] =
    &["哥们", "哥们儿", "朋友", "同事", "客人", "亲戚", "兄弟", "姐妹", "同学", "老乡", "工友", "战友", "邻居"];

/// 多来了个同事, 又来了一个兄弟: more people, and no more of anything.
fn somebody_comes(text: &str, clause: &[Piece]) -> bool {
    let people = |piece: &Piece| matches!(piece.role, Role::Amount(amount) if amount.measure == Measure::Each);
    let somebody = |piece: &Piece| piece.is(Word::Person) || people(piece);
    let named = |piece: &Piece| piece.item || matches!(piece.role, Role::Amount(_) | Role::Value(_)) && !people(piece);
    let comes = text.contains("来了") || text.contains('来') && COMERS.iter().any(|who| text.ends_with(who));
    comes && clause.iter().any(somebody) && !clause.iter().any(named)
}

fn names_goods(piece: &Piece) -> bool {
    piece.item || matches!(piece.role, Role::Item | Role::Value(_) | Role::Amount(_) | Role::Measure(_))
}

/// Whether a phrase stands anywhere in a clause.
fn says(sentence: &Sentence<'_>, clause: &[Piece], phrase: &str) -> bool {
    (clause[0].token.start..clause[clause.len() - 1].token.end).any(|at| sentence.phrase(at, phrase).is_some())
}

/// Whether a clause counts something that may be goods: 我两根油条, and not 我家娃三年级.
fn counts_goods(sentence: &Sentence<'_>, clause: &[Piece]) -> bool {
    (0..clause.len()).any(|at| {
        // 那副旧的 points at one.
        let points = at.checked_sub(1).is_some_and(|before| clause[before].text(sentence).ends_with(['那', '这']));
        let counts = matches!(clause[at].role, Role::Amount(_) | Role::Measure(_)) && !points;
        let next = clause.get(at + 1).and_then(|next| next.text(sentence).chars().next());
        let own = clause[at].text(sentence).chars().last();
        counts && ![own, next].into_iter().flatten().any(|character| COUNTED_OTHERWISE.contains(&character))
    })
}

/// 送到, 到就行: whatever is told there, it says when or where to bring it.
fn delivers(sentence: &Sentence<'_>, clause: &[Piece]) -> bool {
    ["送", "送到", "送达", "送来", "deliver", "delivered", "bring", "there by", "here by"]
        .iter()
        .any(|word| says(sentence, clause, word))
}

/// 八点开始，在这之前送到: by the time that was told.
fn before_that(sentence: &Sentence<'_>, clause: &mut [Piece], time: Time) {
    let timed = clause.iter().any(|piece| matches!(piece.role, Role::When(_)));
    let before = |piece: &Piece| {
        let that = BEFORE.iter().filter_map(|before| sentence.phrase(piece.token.start, before)).max();
        // 开会前送到
        let event = happens(piece).then(|| sentence.any(piece.token.end, &["之前", "前"])).flatten();
        that.or(event.map(|(end, _)| end))
    };
    let found = clause.iter().enumerate().find_map(|(at, piece)| Some((at, before(piece)?)));
    let Some((at, end)) = found.filter(|_| !timed) else { return };
    for piece in clause[at..].iter_mut().take_while(|piece| piece.token.end <= end) {
        piece.role = Role::Done;
    }
    clause[at].role = Role::When(When::By(time));
}

/// 儿子说8寸够了: who says so is said back, and what they say is read.
fn somebody_says(sentence: &Sentence<'_>, pieces: &mut [Piece], clause: Range<usize>) {
    let from = clause.clone().find(|at| !pieces[*at].is(Word::Filler) || is_self(pieces[*at].text(sentence)));
    let Some(end) = from.and_then(|from| person_end(sentence, pieces, from)) else { return };
    let Some(from) = from.filter(|_| end < clause.end) else { return };
    let says = SAYS.iter().filter_map(|says| sentence.phrase(pieces[end].token.start, says)).max();
    let Some(said) = says else { return };
    let last = (end..clause.end).take_while(|at| pieces[*at].token.end <= said).last();
    if let Some(last) = last {
        aside(pieces, from..last + 1);
    }
}
