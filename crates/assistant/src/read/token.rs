//! A sentence as tokens: the best way to cover it with phrases of the vocabulary, numbers, sums and times.
//!
//! All phrases that begin at each place make a lattice; the cover with the highest score wins, where a long phrase is
//! worth more than its parts, a whole name more than a part of one, and an unknown unit costs. One pass from the end,
//! linear in the sentence, since phrases have a bounded length.

use domain::time::Time;

use super::clock::Timed;
use super::reading::{Amount, Measure};
use super::sentence::Sentence;
use super::yes::Yes;
use super::{clock, is_portion, measure, money, numeral};
use crate::lexicon::text::Kind;
use crate::lexicon::{Lexicon, Meaning, Node};
use crate::quantity::numeral::digit;

/// A piece of a sentence with all it may mean.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Token {
    /// Its first unit.
    pub(crate) start: usize,
    /// The unit after its last.
    pub(crate) end: usize,
    /// The phrase it is in the vocabulary.
    pub(crate) node: Option<Node>,
    /// A bare number, in thousandths.
    pub(crate) count: Option<u64>,
    /// A number with a measure word.
    pub(crate) amount: Option<Amount>,
    /// A sum of money, in fen; the most that it may be.
    pub(crate) fen: Option<i64>,
    /// The least that it may be, if that is less: 十五六块.
    pub(crate) fen_least: Option<i64>,
    /// A time.
    pub(crate) when: Option<Timed>,
    /// The n-th of what was shown.
    pub(crate) nth: Option<u32>,
    /// What separates: a comma or a stop.
    pub(crate) separates: Option<Kind>,
}

impl Token {
    /// What it means as a phrase of the vocabulary.
    pub(crate) fn meanings<'l>(&self, lexicon: &'l Lexicon) -> &'l [Meaning] {
        self.node.map_or(&[], |node| lexicon.meanings(node))
    }

    /// Whether it is anything at all.
    pub(crate) fn known(&self) -> bool {
        self.node.is_some() || self.numeric() || self.separates.is_some()
    }

    pub(crate) fn numeric(&self) -> bool {
        self.count.is_some() || self.amount.is_some() || self.fen.is_some() || self.when.is_some() || self.nth.is_some()
    }
}

/// Cuts a sentence into tokens.
pub(crate) fn tokens(lexicon: &Lexicon, sentence: &Sentence<'_>, now: Time) -> Vec<Token> {
    let to = sentence.units.len();
    let mut best: Vec<(i64, Token)> = vec![(0, Token::default()); to + 1];
    let mut edges = Vec::new();
    let yeses = whole_yeses(lexicon, sentence);
    for start in (0..to).rev() {
        let score = |edge: &Token, best: &[(i64, Token)]| score(lexicon, sentence, edge) + best[edge.end].0;
        if let Ok(at) = yeses.binary_search_by_key(&start, |yes| yes.start) {
            best[start] = (score(&yeses[at], &best), yeses[at]);
            continue;
        }
        edges.clear();
        collect(lexicon, sentence, start, to, now, &mut edges);
        let top = edges.iter().map(|edge| (score(edge, &best), *edge)).max_by_key(|(score, edge)| (*score, edge.end));
        best[start] = top.expect("there is always the unknown unit");
    }
    let mut out = Vec::new();
    let mut at = 0;
    while at < to {
        let token = best[at].1;
        at = token.end;
        let behind = best.get(at).map(|(_, next)| *next);
        match shop_and_goods(lexicon, sentence, &token, behind.as_ref()) {
            Some(both) => out.extend(both),
            None => out.push(token),
        }
    }
    out
}

/// What the clauses stand for that are nothing but a yes, unless they are a word of the vocabulary: 好是好. One that points
/// as well has its first unit for that.
fn whole_yeses(lexicon: &Lexicon, sentence: &Sentence<'_>) -> Vec<Token> {
    let beside = lexicon.beside_yes();
    let mut tokens = Vec::new();
    for (own, yes) in super::yes::clauses(lexicon, sentence) {
        let mut known = false;
        lexicon.walk(&sentence.units[own.clone()], |length, _| known |= length == own.len());
        let (points, says) = match yes {
            Yes::Pointing | Yes::Agrees => (None, beside.agrees),
            Yes::PointingAtOne => (None, beside.points),
            Yes::CommitsToOne => (beside.points, beside.commits),
            Yes::CommitsToIt | Yes::CommitsToThis => (beside.points_at_all, beside.commits),
            Yes::Commits => (None, beside.commits),
        };
        // "Buy this" is a word too, which would not say that it points.
        if known && yes != Yes::CommitsToThis {
            continue;
        }
        let rest = own.start + usize::from(points.is_some());
        let both = [(own.start, rest, points), (rest, own.end, says)];
        let both = both.into_iter().filter(|(start, end, node)| node.is_some() && start < end);
        tokens.extend(both.map(|(start, end, node)| Token { start, end, node, ..Token::default() }));
    }
    tokens
}

/// 老吴热干面一碗 of 老吴热干面馆: the name of a shop that ends with what it sells, where no other goods follow.
fn shop_and_goods(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    token: &Token,
    behind: Option<&Token>,
) -> Option<[Token; 2]> {
    let is_shop = |meaning: &Meaning| matches!(meaning, Meaning::Shop(_));
    let is_goods = |meaning: &Meaning| matches!(meaning, Meaning::Name(_) | Meaning::Part(_) | Meaning::Kind(_));
    let meanings = token.meanings(lexicon);
    let counted = behind.is_some_and(|behind| behind.amount.is_some() || behind.count.is_some());
    if !counted || !meanings.iter().any(is_shop) || meanings.iter().any(is_goods) {
        return None;
    }
    let node = |from: usize, to: usize, is: &dyn Fn(&Meaning) -> bool| {
        let mut found = None;
        lexicon.walk(&sentence.units[from..to], |length, node| {
            if from + length == to && lexicon.meanings(node).iter().any(is) {
                found = Some(node);
            }
        });
        found
    };
    let name = |meaning: &Meaning| matches!(meaning, Meaning::Name(_));
    (token.start + 1..token.end).find_map(|place| {
        let (shop, goods) = (node(token.start, place, &is_shop)?, node(place, token.end, &name)?);
        let shop = Token { start: token.start, end: place, node: Some(shop), ..Token::default() };
        Some([shop, Token { start: place, end: token.end, node: Some(goods), ..Token::default() }])
    })
}

fn collect(lexicon: &Lexicon, sentence: &Sentence<'_>, start: usize, to: usize, now: Time, edges: &mut Vec<Token>) {
    let separates = sentence.kind(start).filter(|kind| matches!(kind, Kind::Stop | Kind::Comma));
    edges.push(Token { start, end: start + 1, separates, ..Token::default() });
    lexicon.walk(&sentence.units[start..to], |length, node| {
        if length == 1 || !counts_on(lexicon, sentence, start + length) {
            edge(edges, start, start + length).node = Some(node);
        }
    });
    if !may_count(lexicon, sentence, start) {
        return;
    }
    let mut number = |end: usize, set: &mut dyn FnMut(&mut Token)| {
        if end <= to {
            set(edge(edges, start, end));
        }
    };
    if let Some((end, count)) = numeral::number(sentence, start) {
        number(end, &mut |token| token.count = Some(count));
    }
    if let Some((end, amount)) = measure::amount(lexicon, sentence, start) {
        number(end, &mut |token| token.amount = Some(amount));
    }
    if let Some((end, sum)) = money::money(sentence, start) {
        number(end, &mut |token| {
            token.fen = Some(sum.most);
            token.fen_least = Some(sum.least).filter(|least| *least < sum.most);
        });
    }
    if let Some((end, when)) = clock::when(sentence, start, now) {
        number(end, &mut |token| token.when = Some(when));
    }
    if let Some((end, nth)) = nth(lexicon, sentence, start) {
        number(end, &mut |token| token.nth = Some(nth));
    }
}

/// 苹果16个: a phrase does not end in a number that goes on to count something.
fn counts_on(lexicon: &Lexicon, sentence: &Sentence<'_>, end: usize) -> bool {
    let spoken = sentence.han(end - 1).is_some_and(|last| digit(last).is_some() || last == '十');
    let digits = (spoken || sentence.kind(end - 1) == Some(Kind::Digits)) && sentence.han(end).is_some();
    digits
        && measure::measure(lexicon, sentence, end)
            .is_some_and(|(_, measure)| measure == Measure::Each || is_portion(measure))
}

/// Characters with which a number, a sum, a time or an ordinal may begin.
const COUNTING: &str = "零〇一二两三四五六七八九十百千万廿卅半仨俩幺第头最今明后早清上凌中正午下傍晚夜深过再大差周星礼这本除年初元情列排摆打";

/// Whether anything numeric may begin here; most places of a sentence need no further look.
fn may_count(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize) -> bool {
    match (sentence.han(at), sentence.units.get(at)) {
        // 别早于三点, 不早于
        (Some('别' | '不'), _) => matches!(sentence.han(at + 1), Some('早' | '要')),
        (Some(character), _) => COUNTING.contains(character),
        (None, Some(unit)) => unit.milli.is_some() || unit.kind != Kind::Word || lexicon.counts(unit.key),
        (None, None) => false,
    }
}

fn edge(edges: &mut Vec<Token>, start: usize, end: usize) -> &mut Token {
    let place = edges.iter().position(|edge| edge.end == end).unwrap_or_else(|| {
        edges.push(Token { start, end, ..Token::default() });
        edges.len() - 1
    });
    &mut edges[place]
}

const ORDINALS: &[&str] =
    &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// 第二个, "the second one", "number 3".
fn nth(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize) -> Option<(usize, u32)> {
    if sentence.han(at) == Some('第') {
        let (end, n) = numeral::whole(sentence, at + 1)?;
        let end = measure::measure(lexicon, sentence, end).map_or(end, |(end, _)| end);
        return Some((sentence.any(end, &["种", "家"]).map_or(end, |(end, _)| end), n));
    }
    if let Some(end) = foremost(sentence, at) {
        return Some((end, 1));
    }
    let start = sentence.phrase(at, "the").unwrap_or(at);
    if let Some((end, which)) = sentence.any(start, ORDINALS) {
        let n = u32::try_from(which).ok()? + 1;
        return Some((sentence.any(end, &["one", "option"]).map_or(end, |(end, _)| end), n));
    }
    let (start, which) = sentence.any(start, &["number", "option", "no"])?;
    // "Two no three" counts anew; "no 3" is the third.
    let digits = sentence.kind(start) == Some(Kind::Digits);
    numeral::whole(sentence, start).filter(|_| digits || which < 2)
}

/// Behind the first of all: 头一个, 列在最前头那种.
fn foremost(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    if let Some((end, _)) = sentence.any(at, &["头一个", "头一款", "头一种", "头一家", "头一份", "头一样", "头一间"])
    {
        return Some(end);
    }
    let start = sentence.any(at, &["列在", "排在", "摆在", "排"]).map_or(at, |(end, _)| end);
    let (end, _) = sentence.any(start, FOREMOST)?;
    let end = sentence.phrase(end, "的").unwrap_or(end);
    let that = sentence.any(end, &["那个", "那款", "那种", "那家", "那样", "那份", "那束", "那间", "这个"]);
    // 最前面 alone is a place.
    let seat = sentence.han(end).is_some_and(|next| "位座排".contains(next));
    let of = || sentence.phrase(end - 1, "的").filter(|behind| *behind == end && !seat);
    that.map(|(end, _)| end).or_else(of)
}

const FOREMOST: &[&str] =
    &["最前面", "最前头", "最前边", "最上面", "最上头", "最上边", "最顶上", "打头", "排头", "最头上", "最头里"];

/// What a cover is worth in all: of two ways to write a sentence the one that reads better is worth more.
pub(crate) fn worth(lexicon: &Lexicon, sentence: &Sentence<'_>, tokens: &[Token]) -> i64 {
    tokens.iter().map(|token| score(lexicon, sentence, token)).sum()
}

/// What a token is worth in a cover.
fn score(lexicon: &Lexicon, sentence: &Sentence<'_>, token: &Token) -> i64 {
    let weight: i64 = sentence.units[token.start..token.end].iter().map(|unit| weight(unit.kind)).sum();
    if !token.known() {
        return -8 * weight;
    }
    let whole = |meaning: &Meaning| matches!(meaning, Meaning::Name(_) | Meaning::Value(_) | Meaning::Shop(_));
    let name = |meaning: &Meaning| matches!(meaning, Meaning::Name(_));
    let meanings = token.meanings(lexicon);
    // Of "medium hot, chocolate" and "medium, hot chocolate" the one that is a name.
    let bonus = if meanings.iter().any(whole) { 2 * weight } else { 0 } + i64::from(meanings.iter().any(name));
    2 * weight * weight + bonus
}

fn weight(kind: Kind) -> i64 {
    match kind {
        Kind::Han | Kind::Stop | Kind::Comma | Kind::Sign => 1,
        Kind::Word | Kind::Digits => 2,
    }
}
