//! What stands beside a yes.
//!
//! A yes spends money, so every word of its sentence must be known to change nothing. Words that say nothing of goods still
//! may say much of an order: 下单，送他家, 好，我想想, "yes, but". What is beside a yes is therefore held against a list of
//! its own, and what is not on it makes the sentence one that is asked again.

use super::Context;
use super::piece::{Piece, Role, clause};
use crate::lexicon::names::word_in;
use crate::lexicon::{Lexicon, Word};
use crate::read::reading::Assent;
use crate::read::sentence::Sentence;

/// Words that multiply, and are read as two.
const DOUBLING: &[&str] = &["double", "twice"];

/// Words with which nobody ends a sentence.
const UNFINISHED: &[&str] = &[
    "i",
    "we",
    "i want",
    "i want to",
    "i would like",
    "id like",
    "i'd like",
    "i’d like",
    "i'll",
    "ill",
    "i need",
    "the",
    "a",
    "an",
    "my",
    "just",
    "and then",
    "want",
    "to",
    "我",
    "我要",
    "我想",
    "我想要",
    "我还",
    "帮我",
    "给我",
    "把",
    "想",
    "想要",
    "还",
    "再",
    "就",
    "然后",
    "那",
    "那我",
    "那就",
    "帮",
    "请",
    "请帮我",
    "麻烦你",
    "是",
    "的是",
    "要那个",
];

/// "Yes, I'd like": what was heard breaks off, and what was wanted is not there.
fn is_cut_off(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    let last = pieces.iter().rfind(|piece| !piece.ends_clause()).map(|piece| piece.text(sentence).to_lowercase());
    last.is_some_and(|last| UNFINISHED.contains(&last.as_str()))
}

/// What stands beside the yes of a sentence. What nobody could read, and what only tells something, is not looked at here:
/// it is among the unread and the asides.
pub(super) fn assent(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &[Piece]) -> Assent {
    if !pieces.iter().any(is_yes) || is_cut_off(sentence, pieces) {
        return Assent::Other;
    }
    let clauses = pieces.split(Piece::ends_clause).filter(|clause| !clause.is_empty());
    clauses.map(|clause| Clause::new(lexicon, sentence, clause).assent()).max().unwrap_or(Assent::Plain)
}

/// Verbs that buy what they point at.
const BUYING: &[&str] =
    &["买", "就买", "订", "就订", "拿", "就拿", "要", "就要", "点", "就点", "选", "就选", "buy", "get", "take"];
/// Those of them that place an order.
const PLACING: &[&str] = &["买", "订", "buy"];

/// 买这盆, 就要这箱: what points at the one thing that is spoken of, and says nothing else in its clause, agrees to it.
pub(super) fn to_what_is_pointed_at(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    if !pieces.iter().any(|piece| piece.is(Word::This)) {
        return;
    }
    for own in clause::all(pieces) {
        let said: Vec<usize> = own.filter(|at| !pieces[*at].transparent()).collect();
        let measure = |at: &usize| matches!(pieces[*at].role, Role::Measure(_));
        let [verb, this, ref rest @ ..] = said[..] else { continue };
        let (buys, points) = (pieces[verb].text(sentence), pieces[this].text(sentence));
        // 要这个 may be all that there is, and 要那杯 another.
        let one = rest.len() == 1 && rest.iter().all(measure) || rest.is_empty() && !VAGUE.contains(&points);
        let points = pieces[this].is(Word::This) && one && !points.starts_with('那');
        if pieces[verb].is(Word::Want) && BUYING.contains(&buys) && points {
            let places = PLACING.iter().any(|word| buys.ends_with(word));
            pieces[verb].role = Role::Word(if places { Word::Commit } else { Word::Agree });
        }
    }
}

/// Of whoever orders in so many words, 照这个下单, 你帮我买上, one of these is in the clause.
const AS_QUOTED: [char; 5] = ['这', '照', '帮', '给', '你'];

/// 中，下单: what may be an option as well agrees where nothing that was spoken of can be had so. Where it can, it is the
/// option that is said once more beside an order, unless 照这个下单 orders what was quoted; alone nobody knows.
pub(super) fn no_option(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], context: &Context<'_>) {
    let commits = pieces.iter().any(|piece| piece.is(Word::Commit));
    let as_quoted = pieces.split(Piece::ends_clause).any(|own| {
        let said = own.iter().any(|piece| piece.text(sentence).contains(AS_QUOTED));
        said && own.iter().any(|piece| piece.is(Word::Commit))
    });
    for own in clause::all(pieces) {
        let first = pieces[own.start];
        if !own.clone().all(|at| at == own.start || pieces[at].transparent()) || first.text(sentence) != "中" {
            continue;
        }
        let may_be = lexicon.value_called("中").filter(|value| context.has(lexicon, *value));
        let role = match (first.role, may_be) {
            (Role::Word(Word::Agree), Some(value)) if commits && !as_quoted => Role::Value(value),
            (Role::Word(Word::Agree), Some(_)) if !commits => Role::Unknown,
            (Role::Value(value), _) if commits && !context.has(lexicon, value) => Role::Word(Word::Agree),
            (role, _) => role,
        };
        if role != first.role {
            pieces[own.start] = Piece { role, value: None, ..first };
        }
    }
}

/// With what a clause begins that asks whether something is so, where it ends in a particle that asks: 这样行嘛, 没超吧.
const ASKED_OF: &[&str] =
    &["这样", "这个", "这单", "这些", "这家", "这价", "是", "没", "齐", "东西", "价", "数", "地址", "时间", "总价"];
const MAY_ASK: &[&str] = &["吧", "嘛", "叭"];

/// 这样可以吧, 是我要的嘛: asks whether it is so, and agrees to nothing. 行吧 and 就这样吧 agree.
pub(super) fn asks_whether(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    if pieces.iter().any(|piece| piece.is(Word::Commit)) {
        return;
    }
    for own in clause::all(pieces) {
        let clause = &mut pieces[own];
        let [first, .., last] = clause else { continue };
        let said = sentence.text(first.token.start, last.token.end);
        let asks = MAY_ASK.iter().any(|end| said.ends_with(end)) && ASKED_OF.iter().any(|of| said.starts_with(of));
        if asks && clause.iter().any(|piece| piece.is(Word::Agree)) {
            clause[clause.len() - 1].role = Role::Word(Word::Question);
        }
    }
}

/// What somebody says has been done, where it shall be: 我下单了, 我都付款了. 我买了 takes it.
const DONE: &[&str] = &["下单了", "下了单", "付款了", "付了", "订了", "付钱了"];
const DONE_BY: &[&str] = &["我", "我们", "我都", "我们都", "我正好", "我刚好"];

/// 我付款了: tells of an order that is not placed.
pub(super) fn says_it_is_done(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for own in clause::all(pieces) {
        let clause = &mut pieces[own];
        let (Some(first), Some(last)) = (clause.first(), clause.last()) else { continue };
        let said = sentence.text(first.token.start, last.token.end);
        let done = DONE.iter().any(|done| said.strip_suffix(done).is_some_and(|who| DONE_BY.contains(&who)));
        for piece in clause.iter_mut().filter(|piece| done && piece.is(Word::Commit)) {
            piece.role = Role::Unknown;
        }
    }
}

/// Words that point at nothing that could be counted.
const VAGUE: &[&str] = &["这个", "它", "这", "这些", "this", "it", "that", "these", "those", "them"];
/// Words for a price that praise it where they stand alone.
const PRAISING_PRICE: &[&str] = &["便宜", "划算", "实惠", "最划算", "cheap", "deal", "a deal"];

/// 划算，下单, "good price, order please", "deal, place the order": what is praised in a clause of its own, beside a yes, asks
/// for nothing. By itself it is only told, and in a clause that says more, 要喜庆的, nobody knows what it is.
pub(super) fn praised(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let praises = |piece: &Piece| {
        let price = piece.is(Word::Cheap) || piece.is(Word::Campaign);
        piece.is(Word::Praise) || price && PRAISING_PRICE.contains(&&*piece.text(sentence).to_lowercase())
    };
    if !pieces.iter().any(praises) {
        return;
    }
    for own in clause::all(pieces) {
        let yes = |clause: &[Piece]| clause.iter().any(is_yes);
        let beside = yes(&pieces[..own.start]) || yes(&pieces[own.end..]);
        let clause = &mut pieces[own];
        let Some(last) = clause.iter().rposition(praises) else { continue };
        let ends = |piece: &Piece| piece.transparent() && !piece.is(Word::Of) || piece.is(Word::Agree);
        let alone = clause[last + 1..].iter().all(ends);
        let alone = alone && clause[..last].iter().all(|piece| may_praise(sentence, piece) || praises(piece));
        for piece in clause.iter_mut().filter(|piece| praises(piece)) {
            piece.role = match (alone, piece.is(Word::Praise)) {
                (true, _) if beside => Role::Word(Word::Agree),
                (true, true) => Role::Word(Word::Aside),
                (false, true) => Role::Unknown,
                (_, false) => piece.role,
            };
        }
    }
}

/// What may stand before what praises in its clause: 妈会喜欢的, 这个不错, 都满意.
fn may_praise(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    let article = ["a", "an", "one", "some"].iter().any(|word| piece.text(sentence).eq_ignore_ascii_case(word));
    let word = matches!(piece.role, Role::Unknown | Role::Word(Word::Agree | Word::Person | Word::This | Word::All));
    !article && (word || piece.transparent() && !piece.is(Word::Of))
}

fn is_yes(piece: &Piece) -> bool {
    piece.is(Word::Agree) || piece.is(Word::Commit)
}

/// What a clause says on the whole, which tells what its words do.
struct Clause<'a> {
    lexicon: &'a Lexicon,
    sentence: &'a Sentence<'a>,
    pieces: &'a [Piece],
    /// Whether something of it is among the unread or the asides: the words around that are as well.
    tells: bool,
    /// Whether it says who wants something, "my sister wants that", where 妈妈说可以买 says yes.
    wishes: bool,
}

impl<'a> Clause<'a> {
    fn new(lexicon: &'a Lexicon, sentence: &'a Sentence<'a>, pieces: &'a [Piece]) -> Self {
        let who = |piece: &Piece| matches!(piece.role, Role::Unknown | Role::Word(Word::Person | Word::Aside));
        let wishes = pieces.iter().any(who) && !pieces.iter().any(is_yes);
        Self { lexicon, sentence, pieces, tells: pieces.iter().any(is_told), wishes }
    }

    fn assent(&self) -> Assent {
        (0..self.pieces.len()).map(|at| self.of(at)).max().unwrap_or(Assent::Plain)
    }

    /// What the word at `at` makes of the yes.
    fn of(&self, at: usize) -> Assent {
        let piece = &self.pieces[at];
        match piece.role {
            // "Ok, too dear"
            _ if piece.text(self.sentence).eq_ignore_ascii_case("dear")
                && at > 0
                && self.pieces[at - 1].transparent() =>
            {
                Assent::Other
            }
            // "Order it double" counts two in all only where somebody reads it so.
            Role::Amount(_) if DOUBLING.iter().any(|word| piece.text(self.sentence).eq_ignore_ascii_case(word)) => {
                Assent::Other
            }
            _ if self.is_nothing(at) || is_told(piece) || self.tells && may_tell(piece) => Assent::Plain,
            _ if self.points_at_one(at) => Assent::Pointing,
            // 冲杯热的 may be one more.
            Role::Measure(_) if !self.is_counted(at) => Assent::Other,
            Role::Item | Role::Value(_) | Role::Amount(_) | Role::Measure(_) | Role::Shop(_) | Role::When(_) => {
                Assent::Restating
            }
            Role::Word(Word::InAll | Word::Only) => Assent::Restating,
            _ => Assent::Other,
        }
    }

    fn is_nothing(&self, at: usize) -> bool {
        let (piece, next) = (&self.pieces[at], self.pieces.get(at + 1));
        let word = word_in(piece.token.meanings(self.lexicon));
        match piece.role {
            // 快一点: whether that changes when it comes is asked where the yes is taken.
            Role::Done | Role::Word(Word::Agree | Word::Commit | Word::Of | Word::Soon) => true,
            // 座位没错, where 温度呢 asks.
            Role::Group => next.is_some_and(|next| next.is(Word::Agree)),
            // "Ok, and?" is about to say something else.
            Role::Word(Word::And) => next.is_some(),
            // What the reading has dealt with: 没有佛跳墙就算了.
            Role::Word(Word::Filler) if word != Some(Word::Filler) => true,
            Role::Word(word) => piece.token.node.is_some_and(|own| {
                let beside = self.lexicon.beside_yes();
                // 也要，下单, where 拿铁也来一杯 asks for one more.
                let ends = |next: &Piece| !next.is(Word::Want) || self.wishes_only();
                let before = |next: &Piece| {
                    matches!(next.role, Role::Word(yes) if beside.is_nothing_before(own, yes)) && ends(next)
                };
                beside.is_nothing(own) && !(word == Word::Want && self.wishes)
                    || beside.hesitates(own) && next.is_some()
                    || next.is_some_and(before)
            }),
            _ => false,
        }
    }

    /// Whether a clause names and counts nothing, and ends in a wish.
    fn wishes_only(&self) -> bool {
        let names =
            |piece: &Piece| matches!(piece.role, Role::Item | Role::Value(_) | Role::Amount(_) | Role::Measure(_));
        self.pieces.last().is_some_and(|last| last.is(Word::Want)) && !self.pieces.iter().any(names)
    }

    /// Whether a measure word stands behind how many.
    fn is_counted(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.pieces[before]);
        before.is_some_and(|before| matches!(before.role, Role::Amount(_)))
    }

    /// 这杯, or a measure word behind what points, and that.
    fn points_at_one(&self, at: usize) -> bool {
        let measures = |piece: &Piece| matches!(piece.role, Role::Measure(_));
        let counts = |piece: &Piece| measures(piece) || matches!(piece.role, Role::Amount(_));
        let piece = &self.pieces[at];
        let that = |piece: &Piece| piece.is(Word::This) || piece.text(self.sentence).ends_with(['那', '这']);
        let behind_pointing = at.checked_sub(1).is_some_and(|before| that(&self.pieces[before]));
        let says = |word| self.lexicon.beside_yes().points_at_one(word);
        piece.token.node.is_some_and(says)
            || measures(piece) && behind_pointing
            || piece.is(Word::This) && self.pieces.get(at + 1).is_some_and(counts)
    }
}

/// Whether it is among the unread or the asides.
fn is_told(piece: &Piece) -> bool {
    matches!(piece.role, Role::Unknown | Role::Word(Word::Aside | Word::Event | Word::Busy))
}

/// Whether it says nothing by itself in a clause that tells something.
fn may_tell(piece: &Piece) -> bool {
    piece.transparent() || piece.is(Word::This) || piece.is(Word::Person)
}
