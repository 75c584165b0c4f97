//! What is corrected while it is said: 先来两杯，不对，三杯.

use super::piece::{Piece, Role, clause};
use super::{story, tone};
use crate::lexicon::Word;
use crate::read::reading::{Amount, Measure};
use crate::read::sentence::Sentence;

/// What says behind an amount that it is not the right one.
const TOO: &[&str] = &[
    "不够",
    "不够吃",
    "太少",
    "太少了",
    "少了",
    "太多",
    "太多了",
    "多了",
    "吃不完",
    "喝不完",
    "吃不了",
    "用不完",
    "is too much",
    "is too many",
    "too much",
    "too many",
];
/// Whether it says that something is too much, or too large, late or dear.
pub(super) fn is_too(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    let text = piece.text(sentence).to_ascii_lowercase();
    text.starts_with('太') || text == "too" || TOO.contains(&text.as_str())
}

/// What says behind an amount that it is the right one.
const ENOUGH: &[&str] = &[
    "够了",
    "就够了",
    "就够",
    "够",
    "就行",
    "就行了",
    "就可以",
    "就可以了",
    "就好",
    "就好了",
    "is enough",
    "are enough",
    "is plenty",
    "will do",
    "would do",
];

/// Takes back the amounts that are corrected, and those that are only said once more.
pub(super) fn corrected(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    stammered(pieces);
    made_up(sentence, pieces);
    packed_by(sentence, pieces);
    counted_values(sentence, pieces);
    denied(sentence, pieces);
    all_wrong(pieces);
    retracted(sentence, pieces);
    enough(sentence, pieces);
    times(pieces);
    for at in 0..pieces.len() {
        if pieces[at].is(Word::Correct)
            && let Some(before) = amount_corrected(pieces, at)
        {
            pieces[before].role = Role::Done;
        }
    }
    for at in 0..pieces.len() {
        if said_again(pieces, at) {
            pieces[at].role = Role::Done;
        }
    }
}

/// 再添俩，凑成六个: so many in all, and how many that are more is said twice.
fn made_up(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let makes_up = |piece: &Piece| piece.is(Word::Change) && piece.text(sentence).starts_with('凑');
    let Some(at) = pieces.iter().position(makes_up) else { return };
    if !pieces[at..clause::end(pieces, at)].iter().any(counts) || pieces[..at].iter().any(|piece| piece.item) {
        return;
    }
    let adds = |piece: &Piece| matches!(piece.role, Role::Word(Word::More | Word::Add)) || counts(piece);
    pieces[..at].iter_mut().filter(|piece| adds(piece)).for_each(|piece| piece.role = Role::Done);
}

/// "At 3, no wait, 4": a bare number right behind a time that is corrected counts nothing; which hour it is has to be asked.
fn times(pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let time = pieces[..at].iter().rev().find(|piece| !says_nothing(piece));
        let corrects = pieces[at].is(Word::Correct) && time.is_some_and(|piece| matches!(piece.role, Role::When(_)));
        let Some(after) = pieces[at + 1..].iter().position(|piece| !says_nothing(piece)).filter(|_| corrects) else {
            continue;
        };
        let after = at + 1 + after;
        let bare = amount_of(&pieces[after]).is_some_and(|amount| amount.measure == Measure::Each);
        if bare && pieces.get(after + 1).is_none_or(Piece::ends_clause) {
            pieces[after].role = Role::Unknown;
        }
    }
}

/// 鸡蛋要两盒，十个一盒的那种; 只要一张 behind 要一张: how many are in one of it, and what is only said once more, count nothing.
fn packed_by(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let Some(one) = amount_of(&pieces[at]).filter(|one| one.whole() == Some(1)) else { continue };
        let several = amount_of(&pieces[at - 1]).and_then(Amount::whole).is_some_and(|many| many > 1);
        let behind = pieces.get(at + 1);
        let of = behind.is_some_and(|next| next.is(Word::Of) || next.text(sentence) == "装");
        if several && of && !matches!(one.measure, Measure::Each) {
            pieces[at].role = Role::Done;
        }
    }
    for at in 1..pieces.len() {
        let only = pieces[at - 1].is(Word::Only) && counts(&pieces[at]);
        let same = |before: &Piece| counts(before) && before.role == pieces[at].role;
        let ends = pieces.get(at + 1).is_none_or(Piece::ends_clause);
        let before = pieces[..at - 1].iter().rposition(same).filter(|_| only && ends);
        let of_others = |before: usize| pieces[before + 1..at].iter().any(|piece| piece.item);
        if before.is_some_and(|before| !of_others(before)) {
            pieces[at].role = Role::Done;
        }
    }
}

/// 番茄酱、蜂蜜芥末酱两种都要; 酱要两种，番茄酱和蜂蜜芥末酱: how many options are named right beside it counts nothing.
fn counted_values(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let many = amount_of(&pieces[at]).and_then(Amount::whole).filter(|many| *many > 1);
        let Some(many) = many.and_then(|many| usize::try_from(many).ok()) else { continue };
        // 两种蘸料都要
        let next = pieces[at + 1..].iter().find(|next| next.role != Role::Group);
        let all = next.is_some_and(|next| next.is(Word::All) || next.is(Word::Each));
        if all && values_named(sentence, pieces[..at].iter().rev(), &["、"]) == many {
            pieces[at].role = Role::Done;
            continue;
        }
        let kinds = pieces[at].text(sentence).ends_with(['种', '样']);
        let option = |group: &usize| pieces[*group].role == Role::Group || pieces[*group].stem.is_some();
        let group = (clause::start(pieces, at)..at).find(option).filter(|_| kinds);
        let Some(group) = group else { continue };
        if values_named(sentence, pieces[at + 1..].iter(), &["、", "：", "，", ","]) == many {
            pieces[at].role = Role::Done;
            pieces[group] = Piece { role: Role::Done, value: None, stem: None, item: false, ..pieces[group] };
        }
    }
}

/// How many options are named in a row that these marks and what joins enumerate.
fn values_named<'p>(sentence: &Sentence<'_>, row: impl Iterator<Item = &'p Piece>, marks: &[&str]) -> usize {
    let value = |piece: &Piece| matches!(piece.role, Role::Value(_));
    let enumerates = |piece: &Piece| piece.is(Word::And) || marks.contains(&piece.text(sentence));
    let joins = |piece: &&Piece| value(piece) || piece.transparent() || enumerates(piece);
    row.take_while(joins).filter(|piece| value(piece)).count()
}

/// Pieces behind 算了 within which it is said what is wanted rather.
const RATHER_WITHIN: usize = 16;

/// 算了，还是云山的两份: who thinks better of what was only asked about gives up nothing.
pub(super) fn on_second_thoughts(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let text = |piece: &Piece| piece.text(sentence);
    for at in 0..pieces.len() {
        if !(pieces[at].is(Word::Cancel) && matches!(text(&pieces[at]), "算了" | "算了吧")) {
            continue;
        }
        // 那换成30厘米的算了: rather that, and nothing is given up.
        let own = clause::start(pieces, at);
        let settles = |piece: &Piece| piece.item || matches!(piece.role, Role::Value(_) | Role::Amount(_));
        let changes = pieces[own..at].iter().position(|piece| piece.is(Word::Change));
        let ends = pieces.get(at + 1).is_none_or(Piece::ends_clause);
        if ends && changes.is_some_and(|to| pieces[own + to..at].iter().any(settles)) {
            pieces[at].role = Role::Done;
            continue;
        }
        let rather = (at + 1..pieces.len()).take(RATHER_WITHIN).find(|rather| text(&pieces[*rather]) == "还是");
        let Some(rather) = rather else { continue };
        let asks = |piece: &Piece| piece.transparent() || counts(piece) || piece.is(Word::Want);
        let named = pieces[rather + 1..].iter().find(|piece| !asks(piece)).map(|piece| piece.role);
        // 算了太远了，还是露露的: and why.
        if matches!(named, Some(Role::Shop(_) | Role::Item)) {
            pieces[at..=rather]
                .iter_mut()
                .filter(|piece| !piece.ends_clause())
                .for_each(|piece| piece.role = Role::Done);
        }
        // 算了，还是拿铁: in the place of what there is.
        if named == Some(Role::Item) {
            pieces[rather].role = Role::Word(Word::Change);
        }
    }
}

/// 布洛芬一盒，不是，要混悬液: a denial that is a clause of its own corrects, and so does one between two amounts: "two no
/// three". "I am 78" counts nothing.
fn denied(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let text = |piece: &Piece| piece.text(sentence).to_ascii_lowercase();
        let next = pieces.get(at + 1).is_some_and(counts);
        if matches!(pieces[at].role, Role::Word(Word::No | Word::Not)) && counts(&pieces[at - 1]) && next {
            // 四个不是三个: the first of them holds.
            let first = matches!(text(&pieces[at]).as_str(), "不是" | "not");
            pieces[at].role = Role::Word(if first { Word::Change } else { Word::Correct });
            if first {
                pieces[at + 1].role = Role::Done;
            }
        }
        if counts(&pieces[at - 1])
            && matches!(
                text(&pieces[at]).as_str(),
                "月" | "个月" | "岁" | "周岁" | "岁了" | "月了" | "月大" | "个月了" | "个月大"
            )
        {
            // 宝宝七个月了, 老伴七十三岁
            pieces[at - 1].role = Role::Done;
            pieces[at].role = Role::Done;
        }
        // 多少钱一张 counts none.
        if pieces[at - 1].is(Word::HowMuch) && amount_of(&pieces[at]).is_some_and(|amount| amount.whole() == Some(1)) {
            pieces[at].role = Role::Done;
        }
        // 半斤不够，要一斤; 一斤吃不完，半斤就行
        let many = text(&pieces[at]) == "多" && pieces.get(at + 1).is_some_and(|next| text(next) == "了");
        if counts(&pieces[at - 1]) && (many || TOO.contains(&text(&pieces[at]).as_str())) {
            take_back_same(sentence, pieces, at - 1);
            pieces[at - 1].role = Role::Done;
            pieces[at].role = Role::Word(Word::Change);
        }
        // "A three-year-old"
        if counts(&pieces[at - 1]) && matches!(text(&pieces[at]).as_str(), "year" | "years" | "month" | "months" | "yr")
        {
            let old = pieces.get(at + 1).is_some_and(|next| matches!(text(next).as_str(), "old" | "olds"));
            pieces[at - 1..=at + usize::from(old)].iter_mut().for_each(|piece| piece.role = Role::Done);
        }
        if counts(&pieces[at])
            && matches!(text(&pieces[at - 1]).as_str(), "am" | "i am" | "im" | "i'm" | "i’m" | "aged")
        {
            pieces[at].role = Role::Done;
        }
    }
    for at in 0..pieces.len() {
        not_that_but(sentence, pieces, at);
        that_and_not(pieces, at);
    }
    for at in 1..pieces.len().saturating_sub(1) {
        let says = pieces[at].text(sentence) == "不是";
        if says && pieces[at - 1].ends_clause() && pieces[at + 1].ends_clause() {
            pieces[at].role = Role::Word(Word::Correct);
        }
    }
}

/// 两个都搞错了，拿铁两杯: how many were wrong counts nothing, and what is to become of the others is asked.
fn all_wrong(pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let all = pieces.get(at + 1).is_some_and(|next| next.is(Word::All));
        let mut behind = pieces[at + 1..].iter().take_while(|piece| !piece.ends_clause() && !piece.item);
        if counts(&pieces[at]) && all && behind.any(|piece| piece.is(Word::Correct)) {
            pieces[at].role = Role::Unknown;
        }
    }
}

/// 面包要五个……算了五个吃不完，三个吧: so many were asked for right before, and the word that gives that up means no more.
fn take_back_same(sentence: &Sentence<'_>, pieces: &mut [Piece], at: usize) {
    let gives_up = at.checked_sub(1).filter(|before| matches!(pieces[*before].text(sentence), "算了" | "不行"));
    if let Some(gives_up) = gives_up {
        pieces[gives_up].role = Role::Done;
    }
    let said = pieces[..at].iter().rposition(counts).filter(|said| amount_of(&pieces[*said]) == amount_of(&pieces[at]));
    // 可颂要五个，拿铁五个喝不完 takes back none of the croissants.
    let of_others = |said: &usize| pieces[*said..at].iter().any(|piece| piece.item);
    if let Some(said) = said.filter(|said| !of_others(said)) {
        pieces[said].role = Role::Done;
    }
}

/// 再加个可颂……算了，就拿铁吧: who calls it off between goods takes back what was said right before.
fn retracted(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let own = pieces[..at].iter().rev().take_while(|piece| !piece.ends_clause());
        let behind = || pieces[at + 1..].iter().take_while(|piece| !piece.ends_clause());
        let alone = own.chain(behind()).all(Piece::transparent);
        let goods = |pieces: &[Piece]| pieces.iter().any(|piece| piece.item);
        // 六寸的披萨，算了要九寸的
        let rather = pieces[at].text(sentence) == "算了" && behind().any(|piece| piece.value.is_some());
        // 刚才点了拿铁，取消订单，来一碗面: what was ordered before is no slip of this sentence.
        let of_order = || {
            let ordered = |own: &[Piece]| !own.is_empty() && story::tells_of_order(sentence, own);
            tone::is_of_order(pieces[at].text(sentence)) && pieces[..at].split(Piece::ends_clause).any(ordered)
        };
        let called_off = pieces[at].is(Word::Cancel) && goods(&pieces[..at]) && !of_order();
        if called_off && (alone && goods(&pieces[at + 1..]) || rather) {
            pieces[at].role = Role::Word(Word::Correct);
        }
    }
}

/// 不是两张，三张; "not two, three": of two amounts behind a denial the second is the one that holds.
fn not_that_but(sentence: &Sentence<'_>, pieces: &mut [Piece], at: usize) {
    let is = |piece: &Piece| matches!(piece.text(sentence), "是" | "而是" | "应该是" | "就" | "改");
    let denies = matches!(pieces[at].role, Role::Word(Word::No | Word::Not));
    if !denies || !pieces.get(at + 1).is_some_and(counts) {
        return;
    }
    let next = pieces[at + 2..].iter().find(|piece| !says_nothing(piece) && !is(piece));
    if next.is_some_and(counts) {
        pieces[at + 1].role = Role::Done;
        pieces[at].role = Role::Word(Word::Correct);
    }
}

/// "500 g, not 250": what is denied at the end of a clause behind another amount counts nothing.
fn that_and_not(pieces: &mut [Piece], at: usize) {
    let denies = matches!(pieces[at].role, Role::Word(Word::No | Word::Not));
    let Some(denied) = pieces.get(at + 1).filter(|_| denies).filter(|next| counts(next)) else { return };
    let ends = pieces.get(at + 2).is_none_or(Piece::ends_clause);
    let other = pieces[..at].iter().any(|before| counts(before) && before.role != denied.role);
    if ends && other {
        pieces[at..=at + 1].iter_mut().for_each(|piece| piece.role = Role::Done);
    }
}

/// 本来想买一斤草莓的，半斤就够了: so much is enough, whatever was said before it of the same goods.
fn enough(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let says = ENOUGH.iter().any(|word| pieces[at].text(sentence).eq_ignore_ascii_case(word));
        if !says || !counts(&pieces[at - 1]) {
            continue;
        }
        let own_amount = at - 1;
        let own = clause::start(pieces, own_amount);
        let named = pieces[own..at].iter().any(|piece| piece.item || matches!(piece.role, Role::Value(_)));
        // 5升的电饭煲，一个就够: what it holds is not how many.
        let as_many = |at: &usize| {
            let measure =
                |piece: &Piece| amount_of(piece).map(|amount| amount.grams().or(amount.millilitres()).is_some());
            measure(&pieces[*at]) == measure(&pieces[own_amount])
        };
        if let Some(before) = pieces[..own].iter().rposition(counts).filter(|_| !named).filter(as_many) {
            pieces[before].role = Role::Done;
        }
    }
}

/// 三张三张, "two, uh, two": the same amount twice with nothing between is said once. 拿铁两杯两杯美式 counts two things.
fn stammered(pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let mut behind = (at + 1..pieces.len()).filter(|_| counts(&pieces[at]));
        let Some(again) = behind.find(|again| !pieces[*again].transparent()) else { continue };
        let same = pieces[at].role == pieces[again].role;
        let of_before = at > 0 && pieces[at - 1].item;
        let of_after = pieces.get(again + 1).is_some_and(|piece| piece.item);
        if same && !(of_before && of_after) {
            pieces[at].role = Role::Done;
        }
    }
}

fn counts(piece: &Piece) -> bool {
    matches!(piece.role, Role::Amount(_))
}

fn amount_of(piece: &Piece) -> Option<Amount> {
    if let Role::Amount(amount) = piece.role { Some(amount) } else { None }
}

fn says_nothing(piece: &Piece) -> bool {
    piece.transparent() || piece.ends_clause() || piece.is(Word::Want) || piece.is(Word::Change)
}

/// The amount in whose place another comes behind the correction at `at`: of two amounts that both name their goods
/// none is, since all of the first is taken back then.
fn amount_corrected(pieces: &[Piece], at: usize) -> Option<usize> {
    // 来一个大份，不对，小份，小份两个: the option is corrected as well.
    let value = |piece: &Piece| matches!(piece.role, Role::Value(_));
    let after = at + 1 + pieces[at + 1..].iter().position(|piece| !says_nothing(piece) && !value(piece))?;
    let before = pieces[..at].iter().rposition(counts).filter(|_| counts(&pieces[after]))?;
    let named = |range: &[Piece]| range.iter().take_while(|piece| !piece.ends_clause()).any(|piece| piece.item);
    if pieces[at..after].iter().any(value) && named(&pieces[after + 1..]) {
        return None;
    }
    (!(named(&pieces[before + 1..at]) && named(&pieces[after + 1..]))).then_some(before)
}

/// 三杯吧，三杯美式: an amount in a clause of its own, and right after it the same of something.
fn said_again(pieces: &[Piece], at: usize) -> bool {
    let Role::Amount(amount) = pieces[at].role else { return false };
    let mut next = pieces[at + 1..].iter().skip_while(|piece| piece.transparent());
    let mut behind =
        next.next().filter(|piece| piece.ends_clause()).map(|_| next.skip_while(|piece| says_nothing(piece)));
    let again = behind.as_mut().and_then(Iterator::next);
    let alone = pieces[..at].iter().rev().take_while(|piece| !piece.ends_clause()).all(says_nothing);
    let same = again.is_some_and(|again| matches!(again.role, Role::Amount(other) if other == amount));
    alone && same && behind.and_then(|mut rest| rest.next()).is_some_and(|piece| piece.item)
}
