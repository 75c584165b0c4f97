//! Tokens with the part they play.

mod amounts;
pub(crate) mod clause;
mod settle;

use crate::lexicon::names::word_in;
use crate::lexicon::text::Kind;
use crate::lexicon::{ItemNo, Lexicon, ListNo, Meaning, ValueNo, Word};
use crate::read::reading::{Amount, Measure, When};
use crate::read::sentence::Sentence;
use crate::read::token::Token;

pub(super) use settle::COUNTED_OTHERWISE;
pub(super) use settle::is_put_back;
use settle::{begins_unknown, settle};

/// The part a token plays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Role {
    /// Separates: a comma, or a stop.
    Separator(Kind),
    /// A closed-class word.
    Word(Word),
    /// Names goods.
    Item,
    /// An option value.
    Value(ValueNo),
    /// What a value leaves away, without the negation.
    Stem(ValueNo),
    /// An option group.
    Group,
    /// A shop.
    Shop(ListNo),
    /// How many or how much.
    Amount(Amount),
    /// A sum of money in fen.
    Money(i64),
    /// A time.
    When(When),
    /// The n-th of what was shown.
    Nth(u32),
    /// A measure word alone: 来碗面.
    Measure(Measure),
    /// One more of what was named, with what is said of it behind: 我同事要冰的.
    Another,
    /// One of what was counted before, with what is said of it behind: 弟弟那碗.
    Own,
    /// Nobody knows.
    Unknown,
    /// Read, and done with.
    Done,
}

/// A token and the part it plays.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    pub(crate) token: Token,
    pub(crate) role: Role,
    /// The option value it may be as well.
    pub(crate) value: Option<ValueNo>,
    /// What it would leave away, negated.
    pub(crate) stem: Option<ValueNo>,
    /// Whether it may name goods, and whether it is a whole name.
    pub(crate) item: bool,
    pub(crate) name: bool,
    /// The goods that it points at by their place: 第一个.
    pub(crate) pointed: Option<ItemNo>,
}

impl Piece {
    /// Its words, as they were written.
    pub(crate) fn text<'s>(&self, sentence: &Sentence<'s>) -> &'s str {
        sentence.text(self.token.start, self.token.end)
    }

    pub(crate) fn is(&self, word: Word) -> bool {
        matches!(self.role, Role::Word(own) if own == word)
    }

    /// Whether it is written as "a" or "an", which may count one.
    pub(crate) fn is_article(&self, sentence: &Sentence<'_>) -> bool {
        ["a", "an"].iter().any(|article| self.text(sentence).eq_ignore_ascii_case(article))
    }

    /// Whether a clause ends with it: a comma or a stop.
    pub(crate) fn ends_clause(&self) -> bool {
        matches!(self.role, Role::Separator(_))
    }

    /// Whether it keeps apart what stands before and after it.
    pub(crate) fn separates(&self) -> bool {
        match self.role {
            Role::Separator(_) => true,
            Role::Word(word) => {
                matches!(word, Word::And | Word::More | Word::Want | Word::Change | Word::Drop | Word::Else)
            }
            _ => false,
        }
    }

    /// Whether it can stand between words that belong together.
    pub(crate) fn transparent(&self) -> bool {
        matches!(
            self.role,
            Role::Word(Word::Filler | Word::Of | Word::With | Word::Same | Word::Whichever) | Role::Done
        )
    }
}

/// Each token with the part it plays as far as it can be told from the token itself and its neighbours.
pub(crate) fn pieces(lexicon: &Lexicon, sentence: &Sentence<'_>, tokens: &[Token]) -> Vec<Piece> {
    let mut pieces: Vec<_> = tokens.iter().map(|token| piece(lexicon, *token)).collect();
    named_amounts(lexicon, sentence, &mut pieces);
    agrees_alone(sentence, &mut pieces);
    only_agrees(lexicon, &mut pieces);
    only_buys(sentence, &mut pieces);
    for at in 0..pieces.len() {
        if let Some(word) = pieces[at].value.and_then(|_| said_as_word(lexicon, &pieces, at)) {
            pieces[at] = Piece { role: Role::Word(word), value: None, item: false, ..pieces[at] };
        }
    }
    for at in 0..pieces.len() {
        if begins_unknown(sentence, &pieces, at) {
            pieces[at] = Piece { role: Role::Unknown, value: None, stem: None, ..pieces[at] };
        }
        let role = settle(lexicon, sentence, &pieces, at);
        if role == Role::Unknown {
            pieces[at].stem = None;
        }
        pieces[at].role = role;
    }
    pieces
}

/// 不要 may be a choice of some shop's, as 要 may: of a card, of cutlery. Before goods it denies them all the same.
fn said_as_word(lexicon: &Lexicon, pieces: &[Piece], at: usize) -> Option<Word> {
    let says = |word: &Word| matches!(word, Word::Not | Word::Want | Word::Add | Word::Drop | Word::More);
    let word = word_in(pieces[at].token.meanings(lexicon)).filter(says)?;
    let next = pieces[at + 1..].iter().find(|next| !next.transparent())?;
    let goods = next.item || next.stem.is_some() || next.value.is_some();
    (goods || matches!(next.role, Role::Amount(_) | Role::Measure(_))).then_some(word)
}

/// 成，买: yes, where it is a clause of its own, and joins nothing.
fn agrees_alone(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for clause in pieces.split_mut(Piece::ends_clause) {
        if let [only] = clause
            && only.text(sentence) == "成"
        {
            only.role = Role::Word(Word::Agree);
        }
    }
}

/// 嗯，买: who says nothing but that places the order.
fn only_buys(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let buys = |piece: &Piece| {
        let text = piece.text(sentence);
        let english = ["order", "buy", "purchase"].iter().any(|word| text.eq_ignore_ascii_case(word));
        piece.is(Word::Want) && (english || matches!(text, "买" | "就买" | "购买" | "订" | "就订" | "下"))
    };
    let says_nothing = |piece: &Piece| {
        let text = piece.text(sentence).to_ascii_lowercase();
        let particle =
            ["吧", "了", "啊", "呀", "呗", "那", "那就", "就", "请", "please", "then"].contains(&text.as_str());
        particle && piece.transparent() || piece.ends_clause()
    };
    let agrees = |piece: &Piece| matches!(piece.role, Role::Word(Word::Agree | Word::Commit)) && !piece.item;
    let agreed = pieces.iter().any(agrees);
    let says_nothing = |piece: &Piece| says_nothing(piece) || agreed && piece.is(Word::Filler);
    // "Just the two, yes, order."
    let last = pieces.iter().rposition(Piece::ends_clause).map_or(0, |at| at + 1);
    let ends = agreed && last > 0 && pieces[last..].iter().any(buys);
    if ends && pieces[last..].iter().all(|piece| buys(piece) || says_nothing(piece)) {
        pieces[last..].iter_mut().filter(|piece| buys(piece)).for_each(|piece| piece.role = Role::Word(Word::Commit));
    }
    if pieces.iter().any(buys) && pieces.iter().all(|piece| buys(piece) || says_nothing(piece) || agrees(piece)) {
        pieces.iter_mut().filter(|piece| buys(piece)).for_each(|piece| piece.role = Role::Word(Word::Commit));
    }
}

/// Who says nothing but 确认 agrees, whatever a shop calls its goods or their options.
fn only_agrees(lexicon: &Lexicon, pieces: &mut [Piece]) {
    let word = |piece: &Piece| word_in(piece.token.meanings(lexicon));
    let agrees = |piece: &Piece| matches!(word(piece), Some(Word::Agree | Word::Commit));
    let says_nothing = |piece: &Piece| matches!(word(piece), Some(Word::Filler | Word::Of));
    let all = pieces.iter().all(|piece| agrees(piece) || says_nothing(piece) || piece.ends_clause());
    if !(all && pieces.iter().any(agrees)) {
        return;
    }
    for piece in pieces {
        if let Some(word) = word_in(piece.token.meanings(lexicon)) {
            *piece = Piece { role: Role::Word(word), value: None, item: false, ..*piece };
        }
    }
}

fn piece(lexicon: &Lexicon, token: Token) -> Piece {
    let mut piece =
        Piece { token, role: Role::Unknown, value: None, stem: None, item: false, name: false, pointed: None };
    let (mut shop, mut measure, mut group, mut word) = (None, None, false, None);
    for meaning in token.meanings(lexicon) {
        match meaning {
            Meaning::Word(is) => word = Some(*is),
            Meaning::Name(_) => (piece.item, piece.name) = (true, true),
            Meaning::Part(_) | Meaning::Short(_) | Meaning::Kind(_) | Meaning::Detail(_) => piece.item = true,
            Meaning::Value(value) => piece.value = Some(*value),
            Meaning::Stem(value) => piece.stem = Some(*value),
            Meaning::Group => group = true,
            Meaning::Shop(list) => shop = Some(*list),
            Meaning::Measure(is) => measure = Some(*is),
        }
    }
    // 药店 is a kind of what is sold there, and rather the shop.
    if shop.is_some() && !token.meanings(lexicon).iter().any(names_goods) {
        piece.item = false;
    }
    let amount = token.amount.map(|amount| Amount { value: piece.value, ..amount });
    let count = token.count.and_then(|milli| u32::try_from(milli).ok());
    let count = count.map(|milli| Amount { milli, most: milli, measure: Measure::Each, value: piece.value });
    let first = [
        token.separates.map(Role::Separator),
        token.nth.map(Role::Nth),
        token.when.map(|timed| Role::When(timed.when)),
        amount.map(Role::Amount),
        token.fen.map(Role::Money),
        word.filter(|_| piece.value.is_none()).map(Role::Word),
        count.map(Role::Amount),
        piece.item.then_some(Role::Item),
        piece.value.map(Role::Value),
        word.map(Role::Word),
        shop.map(Role::Shop),
        measure.map(Role::Measure),
        group.then_some(Role::Group),
        piece.stem.map(Role::Stem),
    ];
    piece.role = first.into_iter().flatten().next().unwrap_or(Role::Unknown);
    piece
}

/// "A double bucket of popcorn", of popcorn that comes in a double bucket.
fn named_amounts(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for piece in pieces {
        let Role::Amount(amount) = piece.role else { continue };
        let Some(said) = piece.text(sentence).strip_suffix(" of").filter(|_| amount.value.is_none()) else { continue };
        piece.value = lexicon.value_called(&said.to_lowercase());
        piece.role = Role::Amount(Amount { value: piece.value, ..amount });
    }
}

fn names_goods(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Name(_) | Meaning::Part(_) | Meaning::Short(_) | Meaning::Detail(_))
}
