//! Limits on price: 二十块以内, "under 90 yuan", 含配送费一共不超过15块.

use domain::money::Money;

use super::piece::{Piece, Role, clause};
use crate::lexicon::names::brackets;
use crate::lexicon::text::Kind;
use crate::lexicon::{ItemNo, Lexicon, Word};
use crate::read::reading::{Amount, Limits, Measure, Want, Whence};
use crate::read::sentence::Sentence;

/// Pieces before a sum in which the word may stand that says what kind of limit it is.
const NEAR: usize = 4;

enum Bound {
    AtMost,
    /// At most what is one fen less.
    Below,
    AtLeast,
    About,
    Exactly,
}

/// The limits that a sentence sets.
pub(crate) fn limits(sentence: &Sentence<'_>, pieces: &mut [Piece]) -> Limits {
    bare_sums(pieces);
    let lifted = pieces.iter().any(|piece| piece.is(Word::NoLimit));
    let mut limits = Limits { lifted, units: units(pieces), ..Limits::default() };
    let in_all = pieces.iter().any(|piece| piece.is(Word::InAll));
    for at in 0..pieces.len() {
        let Role::Money(fen) = pieces[at].role else { continue };
        let from = range_start(sentence, pieces, at);
        let (least, most) = match bound(sentence, pieces, at) {
            // What is for all of it may be spent.
            Bound::Below if !in_all => (from, Some((fen - 1).max(0))),
            Bound::AtMost | Bound::Below => (from, Some(fen)),
            Bound::AtLeast => (Some(fen), None),
            Bound::About => (Some(fen / 5 * 4), Some(fen / 5 * 6)),
            Bound::Exactly => (from.or(pieces[at].token.fen_least).or(Some(fen)), Some(fen)),
        };
        if in_all {
            limits.total_max = most.map(Money::cny).or(limits.total_max);
        } else {
            limits.price_max = most.map(Money::cny).or(limits.price_max);
            limits.price_min = least.map(Money::cny).or(limits.price_min);
        }
        pieces[at].role = Role::Done;
    }
    limits
}

/// Pieces of goods that are called by the word for yuan as well, at most, and the last words of what comes in such pieces.
const PIECES_MAX: u32 = 5;
/// The same behind a word that asks for so many: 还是要六块.
const PIECES_ASKED_MAX: u32 = 20;
const IN_PIECES: &[&str] =
    &["布", "皂", "糕", "饼", "粑", "豆腐", "巧克力", "排", "毛巾", "膜", "贴", "板", "姜", "糖", "挞", "橡皮", "炸鸡"];

/// 镜布，三块: behind goods of which one alone costs more it is how many pieces, and no sum. Behind a word that asks for so
/// many it is so whatever they cost: 还是要六块, where nothing else is named.
pub(super) fn counted_in_pieces(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], items: &[ItemNo]) {
    let in_pieces = |item: &ItemNo| {
        let name = &lexicon.item(*item).name.zh;
        IN_PIECES.iter().any(|end| brackets(name).0.ends_with(end))
    };
    if items.is_empty() || !items.iter().all(in_pieces) {
        return;
    }
    // Beside another count it is what something costs.
    if pieces.iter().any(|piece| matches!(piece.role, Role::Amount(_))) {
        return;
    }
    let Some((at, yuan)) = (0..pieces.len()).find_map(|at| Some((at, whole_yuan(sentence, pieces, at)?))) else {
        return;
    };
    let named = pieces.iter().any(|piece| piece.item);
    let behind = pieces[..at].iter().rev().find(|piece| !piece.transparent() && !piece.ends_clause());
    // 对，三块，下单 says again how many they are.
    let again = !named && (at == 0 || pieces[at - 1].ends_clause());
    let behind_goods = again || behind.is_some_and(|piece| piece.role == Role::Item);
    let dearer = || items.iter().all(|item| lexicon.item(*item).price.fen() > i64::from(yuan) * 100);
    let asks = |piece: &Piece| matches!(piece.role, Role::Word(Word::Keep | Word::Want | Word::Change));
    let asked = !named && behind.is_some_and(asks);
    if asked || behind_goods && yuan <= PIECES_MAX && dearer() {
        let milli = yuan * 1000;
        pieces[at].role = Role::Amount(Amount { milli, most: milli, measure: Measure::Each, value: None });
    }
}

/// How many 块 are said at `at` that may be pieces. 要十五块的 is what costs so much.
fn whole_yuan(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<u32> {
    let Role::Money(fen) = pieces[at].role else { return None };
    let bare = pieces[at].text(sentence).ends_with('块') && pieces[at].token.fen_least.is_none() && fen % 100 == 0;
    let of = pieces.get(at + 1).is_some_and(|next| next.is(Word::Of));
    let ends = pieces[at + 1..].iter().find(|piece| !piece.transparent()).is_none_or(Piece::ends_clause);
    u32::try_from(fen / 100).ok().filter(|yuan| bare && ends && !of && (1..=PIECES_ASKED_MAX).contains(yuan))
}

/// 别超三十: a number by itself right behind a limit is a sum in yuan.
fn bare_sums(pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let limits = pieces[..at].iter().rev().find(|piece| !piece.transparent());
        let limits = limits.is_some_and(|piece| piece.is(Word::AtMost) || piece.is(Word::AtLeast));
        let ends = pieces.get(at + 1).is_none_or(|next| next.ends_clause());
        let bare = pieces[at].token.count.filter(|_| matches!(pieces[at].role, Role::Amount(_)) && limits && ends);
        // Nobody says so of two or three yuan; that rather counts.
        let bare = bare.filter(|milli| *milli >= 10_000);
        if let Some(fen) = bare.and_then(|milli| i64::try_from(milli / 10).ok()) {
            pieces[at].role = Role::Money(fen);
        }
    }
}

/// 拿铁和美式一共三杯: how many all of it comes to. It is no amount of goods if each has its own already.
fn units(pieces: &mut [Piece]) -> Option<u32> {
    let all = pieces.iter().position(|piece| piece.is(Word::InAll))?;
    let of = |piece: &Piece| if let Role::Amount(amount) = piece.role { amount.whole() } else { None };
    let at = (all + 1..pieces.len()).find(|at| !pieces[*at].transparent() && !pieces[*at].is(Word::Want))?;
    let units = of(&pieces[at])?;
    let (before, after) = (&pieces[..all], &pieces[at + 1..]);
    // 口罩一共要三十只 is how many of those, in whatever they are sold.
    let clause = &pieces[clause::start(pieces, all)..clause::end(pieces, all)];
    let counted = clause.iter().filter(|piece| of(piece).is_some()).count();
    let names = before.iter().rev().take_while(|piece| !piece.ends_clause());
    if counted == 1 && names.filter(|piece| piece.item && piece.role == Role::Item).count() > 0 && names_one(clause) {
        return None;
    }
    let ends = after.iter().find(|piece| !piece.transparent()).is_none_or(Piece::separates);
    if !ends {
        return None;
    }
    if before.iter().any(|piece| of(piece).is_some()) {
        pieces[at].role = Role::Done;
    }
    Some(units)
}

/// Words of a sum that is for all of it.
const FOR_ALL: &[&str] = &[
    "就剩",
    "只剩",
    "就剩下",
    "只剩下",
    "我就剩",
    "我只剩",
    "手里只有",
    "手头只有",
    "兜里只有",
    "身上只有",
    "兜里就",
    "手里就",
    "预算",
    "预算是",
    "budget",
    "budget of",
    "my budget is",
    "budget is",
    "a budget of",
];

/// 预算50，两杯拿铁一个蛋糕: what somebody has to spend is for all of several things.
pub(super) fn for_all(sentence: &Sentence<'_>, pieces: &[Piece], limits: Limits, wants: &[Want]) -> Limits {
    let says = pieces.iter().any(|piece| FOR_ALL.iter().any(|word| piece.text(sentence).eq_ignore_ascii_case(word)));
    let named = || wants.iter().filter(|want| !want.is_free());
    let many = |want: &Want| want.amount.and_then(Amount::whole).is_some_and(|all| all > 1);
    let several = named().count() > 1 || named().any(many);
    if !(says && several && limits.total_max.is_none() && limits.price_min.is_none()) {
        return limits;
    }
    Limits { total_max: limits.price_max, price_max: None, ..limits }
}

/// Whether goods are named in one run of words only.
fn names_one(pieces: &[Piece]) -> bool {
    let mut runs = pieces.chunk_by(|a, b| a.item == b.item).filter(|run| run[0].item);
    runs.next().is_some() && runs.next().is_none()
}

/// From where all of it is to come: 只要云山的, "all from Yunshan".
pub(crate) fn whence(pieces: &[Piece]) -> Option<Whence> {
    if pieces.iter().any(|piece| piece.is(Word::AnyShop)) {
        return Some(Whence::Any);
    }
    let shop = pieces.iter().position(|piece| matches!(piece.role, Role::Shop(_)))?;
    let stop = |piece: &&Piece| !matches!(piece.role, Role::Separator(_) | Role::Item);
    let mut near = pieces[..shop].iter().rev().take_while(stop).take(NEAR);
    near.any(|piece| piece.is(Word::Only) || piece.is(Word::All)).then_some(Whence::Only)
}

/// The first sum of a range: 50到100元.
fn range_start(sentence: &Sentence<'_>, pieces: &mut [Piece], at: usize) -> Option<i64> {
    let mut before = at.checked_sub(1)?;
    let text = |piece: &Piece| piece.text(sentence).to_lowercase();
    if matches!(text(&pieces[before]).as_str(), "到" | "至" | "~" | "to" | "and") {
        pieces[before].role = Role::Done;
        before = before.checked_sub(1)?;
    }
    let fen = match pieces[before].role {
        Role::Money(fen) => fen,
        Role::Amount(_) => i64::try_from(pieces[before].token.count? / 10).ok()?,
        _ => return None,
    };
    pieces[before].role = Role::Done;
    Some(fen)
}

/// Words of a sum that is too much itself.
const BELOW: &[&str] = &["under", "below", "less than", "cheaper than", "低于", "少于", "小于", "不到"];

fn is_below(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    BELOW.iter().any(|word| piece.text(sentence).eq_ignore_ascii_case(word))
}

fn bound(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Bound {
    let stop = |piece: &&Piece| !matches!(piece.role, Role::Separator(Kind::Stop) | Role::Item);
    let before = pieces[..at].iter().rev().take_while(stop).take(NEAR);
    let after = pieces[at + 1..].iter().take_while(|piece| !piece.ends_clause()).take(2);
    let mut found = None;
    for piece in before.chain(after) {
        let Role::Word(word) = piece.role else { continue };
        let bound = match word {
            Word::AtMost | Word::OrLess if is_below(sentence, piece) => Bound::Below,
            Word::AtMost | Word::OrLess => Bound::AtMost,
            Word::AtLeast | Word::OrMore => Bound::AtLeast,
            Word::About => Bound::About,
            _ => continue,
        };
        found.get_or_insert(bound);
    }
    let of = pieces.get(at + 1).is_some_and(|next| next.text(sentence) == "的");
    found.unwrap_or(if of || pieces[at].token.fen_least.is_some() { Bound::Exactly } else { Bound::AtMost })
}
