//! Tokens with the part they play.

use crate::lexicon::names::{brackets, word_in};
use crate::lexicon::text::Kind;
use crate::lexicon::{FREE, ItemNo, Lexicon, ListNo, Meaning, ValueNo, Word};
use crate::read::is_portion;
use crate::read::reading::{Amount, Measure, When};
use crate::read::sentence::Sentence;
use crate::read::token::Token;

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

/// 嗯，买: who says nothing but that places the order.
fn only_buys(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let buys = |piece: &Piece| {
        let text = piece.text(sentence);
        let english = ["order", "buy", "purchase"].iter().any(|word| text.eq_ignore_ascii_case(word));
        piece.is(Word::Want) && (english || matches!(text, "买" | "就买" | "购买" | "订" | "就订"))
    };
    let says_nothing = |piece: &Piece| {
        let text = piece.text(sentence).to_ascii_lowercase();
        let particle =
            ["吧", "了", "啊", "呀", "呗", "那", "那就", "就", "请", "please", "then"].contains(&text.as_str());
        particle && piece.transparent() || matches!(piece.role, Role::Separator(_))
    };
    let agrees = |piece: &Piece| matches!(piece.role, Role::Word(Word::Agree | Word::Commit)) && !piece.item;
    let agreed = pieces.iter().any(agrees);
    let says_nothing = |piece: &Piece| says_nothing(piece) || agreed && piece.is(Word::Filler);
    // "Just the two, yes, order."
    let last = pieces.iter().rposition(|piece| matches!(piece.role, Role::Separator(_))).map_or(0, |at| at + 1);
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
    let separates = |piece: &Piece| matches!(piece.role, Role::Separator(_));
    let all = pieces.iter().all(|piece| agrees(piece) || says_nothing(piece) || separates(piece));
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

fn names_goods(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Name(_) | Meaning::Part(_) | Meaning::Short(_) | Meaning::Detail(_))
}

/// What only the neighbours can tell.
fn settle(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Role {
    let piece = &pieces[at];
    let next = pieces[at + 1..].iter().find(|next| !next.transparent() && !next.is(Word::This));
    let goods = next.is_some_and(|next| next.item || matches!(next.role, Role::Item | Role::Value(_)));
    match piece.role {
        Role::Separator(kind) if sentence.units[piece.token.start].key == u32::from('?') => Role::Separator(kind),
        Role::Amount(_) if is_listed(pieces, at) => piece.role,
        Role::Amount(_) if piece.token.fen.is_some() && !goods => piece.token.fen.map_or(piece.role, Role::Money),
        Role::Amount(_) if is_article(sentence, piece) && !(goods || next.is_some_and(counted)) => Role::Done,
        Role::Amount(_) if is_pronoun(sentence, pieces, at) => Role::Done,
        Role::Amount(_) if counts_unknown(sentence, pieces, at) => Role::Unknown,
        // 不是胶囊，是混悬液: not that.
        Role::Word(Word::No) if is_not(sentence, pieces, at) => Role::Word(Word::Not),
        Role::Word(Word::Not) if says_no(sentence, piece) => Role::Word(Word::No),
        // 电池家里还有: there is some left.
        Role::Word(Word::And)
            if piece.text(sentence) == "还有"
                && pieces.get(at + 1).is_some_and(|next| matches!(next.role, Role::Separator(_))) =>
        {
            Role::Word(Word::Filler)
        }
        // 能买拖拉机不
        Role::Word(Word::No | Word::Not) if asks_at_end(sentence, pieces, at) => Role::Word(Word::Question),
        // 去北京的票 goes there as well, and "the 3 pm show" asks to see nothing.
        Role::Word(Word::Not) if goes(sentence, piece) && unknown_word(pieces, at + 1) => Role::Done,
        // "Any cakes under 20 yuan" looks for some.
        Role::Word(Word::Filler) if at == 0 && goods && piece.text(sentence).eq_ignore_ascii_case("any") => {
            Role::Word(Word::Show)
        }
        Role::Word(Word::Show) if is_a_show(sentence, pieces, at) => Role::Done,
        // 看《龙行万里》, which is what one goes to a show for.
        Role::Unknown if piece.text(sentence) == "看" && next.is_some_and(|next| next.item) => Role::Done,
        // 牛肉饭有一份不要香菜: one of them.
        Role::Word(Word::Show) if is_one_of_them(sentence, pieces, at) => Role::Word(Word::Among),
        // 表又走了: nothing is left away there.
        Role::Word(Word::Not) if piece.text(sentence) == "走" && leaves(pieces, at) => Role::Unknown,
        // 去惠民超市拿一瓶水 goes there.
        Role::Word(Word::Not)
            if goes(sentence, piece) && next.is_some_and(|next| matches!(next.role, Role::Shop(_))) =>
        {
            Role::Done
        }
        // "Swap the chicken feet for custard buns."
        Role::Word(Word::Filler | Word::With) if swaps(sentence, pieces, at) => Role::Word(Word::Into),
        Role::Word(Word::Fewer | Word::Drop | Word::Add | Word::More) if to_so_many(sentence, pieces, at) => {
            Role::Word(Word::Change)
        }
        Role::Unknown if leads_to(sentence, pieces, at) => Role::Word(Word::Into),
        Role::Unknown if more_or_less(sentence, pieces, at).is_some() => {
            more_or_less(sentence, pieces, at).map_or(Role::Unknown, Role::Word)
        }
        // "A pack of red envelopes" is bought.
        Role::Word(Word::RedPacket) if piece.item && at > 0 && counted(&pieces[at - 1]) => Role::Item,
        Role::Item if ends_shop(lexicon, sentence, pieces, at) => Role::Done,
        Role::Item | Role::Stem(_) if is_syllable(sentence, pieces, at) => Role::Unknown,
        // 重新来 gives up; 重新来一碗面 asks for one.
        Role::Word(Word::Cancel) if next.is_some_and(counted) && ends_in_come(sentence, piece) => {
            Role::Word(Word::Want)
        }
        Role::Unknown if !is_content(sentence, piece) || is_article(sentence, piece) => Role::Done,
        Role::Unknown if handles(sentence, pieces, at) => Role::Word(Word::Want),
        Role::Unknown if gives_back(sentence, pieces, at) => Role::Word(Word::Cancel),
        role => role,
    }
}

/// Whether nothing stands behind a word that would be left away by it.
fn leaves(pieces: &[Piece], at: usize) -> bool {
    let behind = pieces[at + 1..].iter().take_while(|piece| !matches!(piece.role, Role::Separator(_)));
    behind.into_iter().all(|piece| piece.is(Word::Filler))
}

/// What stands between a verb and the number that it leads to: 减到两份, "cut it down to two".
const TO: &[&str] = &["成", "为", "到", "至", "to", "down to", "up to"];
/// Pieces within which that number stands behind its verb.
const TO_WITHIN: usize = 5;

/// 减成一份, 加到三份, "reduce it to two": so many in all, whichever way the verb goes.
fn to_so_many(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let mut behind = pieces[at + 1..].iter().take(TO_WITHIN);
    let leads = |piece: &Piece| TO.iter().any(|to| piece.text(sentence).eq_ignore_ascii_case(to));
    let own = pieces[at].text(sentence).ends_with(['成', '为', '到', '至']);
    let passes = |piece: &&Piece| !counted(piece) && !matches!(piece.role, Role::Separator(_) | Role::Value(_));
    let found = own || behind.by_ref().take_while(passes).any(leads);
    found && behind.find(|piece| !piece.transparent()).is_some_and(counted)
}

/// 到 of 减到三个, where the verb was read already.
fn leads_to(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let changes = pieces[..at].iter().rev().take(TO_WITHIN).any(|piece| piece.is(Word::Change));
    let counts = pieces.get(at + 1).is_some_and(counted);
    changes && counts && matches!(pieces[at].text(sentence), "到" | "至" | "down")
}

/// 多一个 is one more, "one less" is so many less; beside anything else these words are parts of others.
fn more_or_less(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<Word> {
    let amount = |piece: Option<&Piece>| piece.is_some_and(|piece| matches!(piece.role, Role::Amount(_)));
    let before = at.checked_sub(1).and_then(|before| pieces.get(before));
    match pieces[at].text(sentence) {
        "多" if amount(pieces.get(at + 1)) => Some(Word::More),
        "less" if amount(before) => Some(Word::Fewer),
        _ => None,
    }
}

/// 铅笔一盒，橡皮两块: what may be money counts the goods right before it, where other goods are counted so too.
fn is_listed(pieces: &[Piece], at: usize) -> bool {
    let goods = |at: usize| at.checked_sub(1).is_some_and(|before| pieces[before].role == Role::Item);
    let few = matches!(pieces[at].role, Role::Amount(amount) if amount.whole().is_some_and(|n| n < MANY_PIECES));
    let ends = pieces.get(at + 1).is_none_or(|next| matches!(next.role, Role::Separator(_)));
    let other = |other: usize| other != at && pieces[other].token.amount.is_some() && pieces[other].token.fen.is_none();
    pieces[at].token.fen.is_some() && few && ends && goods(at) && (0..pieces.len()).any(|one| other(one) && goods(one))
}

/// From so many on 块 is rather money.
const MANY_PIECES: u32 = 10;

/// Whether 有 stands between goods and how many of them something is said of.
fn is_one_of_them(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let named = at.checked_sub(1).is_some_and(|before| pieces[before].item);
    let counts = |piece: &Piece| matches!(piece.role, Role::Amount(_));
    let mut behind = pieces[at + 1..].iter().take_while(|piece| !matches!(piece.role, Role::Separator(_)));
    let counted = behind.next().is_some_and(counts);
    pieces[at].text(sentence) == "有" && named && counted && behind.any(|piece| piece.value.is_some())
}

/// 不 at the very end of what somebody wants makes a question of it.
fn asks_at_end(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let last = pieces[at + 1..].iter().all(|piece| matches!(piece.role, Role::Separator(_)));
    let alone = pieces[at].text(sentence) == "不";
    let wants = |piece: &Piece| piece.is(Word::Want) || piece.is(Word::Show);
    alone && last && pieces[..at].iter().any(wants)
}

/// 是的，退: one character that is a clause of its own, and no 退烧药.
fn gives_back(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let ends = |piece: Option<&Piece>| piece.is_none_or(|piece| matches!(piece.role, Role::Separator(_)));
    let says = matches!(pieces[at].text(sentence), "退" | "撤");
    says && ends(at.checked_sub(1).map(|at| &pieces[at])) && ends(pieces.get(at + 1))
}

/// Whether a word of two characters or more stands there that nobody knows: 北京, and not the 油 of 去油.
fn unknown_word(pieces: &[Piece], at: usize) -> bool {
    [at, at + 1].iter().all(|at| pieces.get(*at).is_some_and(|piece| piece.role == Role::Unknown))
}

fn is_a_show(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let token = pieces[at].token;
    let timed = at.checked_sub(1).is_some_and(|before| matches!(pieces[before].role, Role::When(_)));
    timed && sentence.text(token.start, token.end).eq_ignore_ascii_case("show")
}

fn goes(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    piece.token.end == piece.token.start + 1 && sentence.han(piece.token.start) == Some('去')
}

fn swaps(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let text = |piece: &Piece| piece.text(sentence).to_ascii_lowercase();
    if !matches!(text(&pieces[at]).as_str(), "for" | "with") {
        return false;
    }
    let swap = pieces[..at].iter().rposition(|piece| {
        piece.is(Word::Change)
            && ["swap", "replace", "substitute", "trade", "exchange", "switch"].contains(&text(piece).as_str())
    });
    swap.is_some_and(|swap| pieces[swap..at].iter().any(|piece| piece.item))
}

/// What is done with goods before they are brought, whatever they are.
const HANDLING: &str = "煮盛上割切炒扛拎称拌蒸端泡冲熬炖烤剁斩抓舀拿装提搬开沏煎烙卷烫涮捞挑扯剪";

/// 煮一斤, 扛袋大米: a verb right before an amount, and no part of another word.
fn handles(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let verb = sentence.han(pieces[at].token.start).is_some_and(|verb| HANDLING.contains(verb));
    let alone = at.checked_sub(1).is_none_or(|before| pieces[before].role != Role::Unknown);
    let next = pieces.get(at + 1);
    verb && alone && next.is_some_and(|next| counted(next) || matches!(next.role, Role::Value(_)))
}

/// 来, which asks for what follows it.
fn ends_in_come(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    sentence.han(piece.token.end - 1) == Some('来')
}

fn counted(next: &Piece) -> bool {
    matches!(next.role, Role::Measure(_) | Role::Amount(_))
}

fn is_article(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    let text = piece.text(sentence);
    piece.token.amount.is_none() && (text.eq_ignore_ascii_case("a") || text.eq_ignore_ascii_case("an"))
}

/// 亿家超市 for 亿家生活超市: the end of the name of the shop right before it.
fn ends_shop(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let Some(Role::Shop(list)) = at.checked_sub(1).map(|before| pieces[before].role) else { return false };
    let said = pieces[at].text(sentence);
    let base = |shop: &crate::lexicon::ShopNo| brackets(&lexicon.shop(*shop).name.zh).0;
    !pieces[at].name && lexicon.shops_in(list).iter().any(|shop| base(shop).trim().ends_with(said))
}

fn is_not(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    pieces[at].text(sentence).ends_with("不是") && pieces.get(at + 1).is_some_and(|next| next.item)
}

/// "No the iced one" answers no, and wants that one.
fn says_no(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    let no = piece.text(sentence).eq_ignore_ascii_case("no");
    no && sentence.any(piece.token.end, &["the", "i", "make", "that", "this"]).is_some()
}

/// What is counted and is nothing to buy: 三年级, 两天, 五楼.
pub(super) const COUNTED_OTHERWISE: &[char] =
    &['天', '年', '岁', '月', '周', '点', '分', '号', '楼', '层', '级', '班', '届', '期', '线', '环', '路'];

/// 三年级: a number without a measure word, right at a word that nobody knows and that counts other things.
fn counts_unknown(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let han = |piece: &Piece| sentence.units[piece.token.start].kind == Kind::Han;
    let Some(next) = pieces.get(at + 1).filter(|next| next.role == Role::Unknown && han(next)) else { return false };
    let touches = sentence.units[next.token.start].start == sentence.units[pieces[at].token.end - 1].end;
    let otherwise = sentence.han(next.token.start).is_some_and(|first| COUNTED_OTHERWISE.contains(&first));
    pieces[at].token.amount.is_none() && han(&pieces[at]) && touches && otherwise
}

/// "The iced one", "large ones": not a number.
fn is_pronoun(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let piece = &pieces[at];
    let text = piece.text(sentence).to_ascii_lowercase();
    if piece.token.amount.is_some() || !(text == "one" || text == "ones") {
        return false;
    }
    let describes = |before: &Piece| {
        before.item
            || matches!(before.role, Role::When(_))
            || matches!(before.role, Role::Amount(amount) if amount.measure != Measure::Each && !is_portion(amount.measure))
            || matches!(
                before.role,
                Role::Item
                    | Role::Value(_)
                    | Role::Done
                    | Role::Shop(_)
                    | Role::Word(Word::Cheap | Word::Dear | Word::Near | Word::This | Word::Other | Word::Of)
            )
    };
    let before = at.checked_sub(1).map(|at| &pieces[at]);
    let the = before.is_some_and(|before| before.text(sentence).eq_ignore_ascii_case("the"));
    let after = pieces.get(at + 1).is_some_and(|next| matches!(next.role, Role::Item | Role::Value(_)));
    let timed = before.is_some_and(|before| matches!(before.role, Role::When(_)));
    text == "ones" || the || timed || (before.is_some_and(describes) && !after)
}

/// Pieces before the last character of an unknown ingredient in which the word may stand that puts it in.
const PUT_IN_WITHIN: usize = 5;

/// 花 in 花椒, 机 in 打印机: one character for a kind of goods, right at another that nobody knows, is part of another
/// word.
fn is_syllable(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let piece = &pieces[at];
    let han = |piece: &Piece| sentence.units[piece.token.start].kind == Kind::Han;
    let unknown = |other: Option<&Piece>| other.is_some_and(|other| other.role == Role::Unknown && han(other));
    let units = &sentence.units;
    let touches = |after: &&Piece| units[after.token.start].start == units[piece.token.end - 1].end;
    let after = pieces.get(at + 1).filter(touches);
    let touched = |before: &&Piece| units[before.token.end - 1].end == units[piece.token.start].start;
    let before = at.checked_sub(1).map(|at| &pieces[at]).filter(touched);
    // 酸菜 in 放点酸菜 is put into something, and no dish.
    let put_in = || pieces[..at].iter().rev().take(PUT_IN_WITHIN).any(|before| before.is(Word::Add));
    let free = || sentence.han(piece.token.start).is_some_and(|character| FREE.contains(character)) && !put_in();
    // 椒 in 多放点辣椒: 多放点辣 is an option, and the rest of the word is no goods.
    let option = |before: Option<&Piece>| before.is_some_and(|before| matches!(before.role, Role::Value(_)));
    let one = han(piece) && piece.token.end - piece.token.start == 1 && !piece.name;
    one && (unknown(after) || (unknown(before) || option(before)) && !free())
}

/// 大 in 来一份大闸蟹: one character that could be an option, right behind an amount or a verb and right before what nobody
/// knows, is a part of its name.
fn begins_unknown(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let (piece, units) = (&pieces[at], &sentence.units);
    let one = matches!(piece.role, Role::Value(_))
        && piece.token.end - piece.token.start == 1
        && sentence.han(piece.token.start).is_some();
    let asks = |before: &Piece| counted(before) || before.is(Word::Want) || before.is(Word::More);
    let asked = at.checked_sub(1).is_some_and(|before| asks(&pieces[before]));
    let unknown = |next: &Piece| {
        let touches = units[next.token.start].start == units[piece.token.end - 1].end;
        next.role == Role::Unknown && next.token.node.is_none() && sentence.han(next.token.start).is_some() && touches
    };
    one && asked && pieces.get(at + 1).is_some_and(unknown)
}

/// Signs and the like are nothing that could be left unread.
fn is_content(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    let unit = &sentence.units[piece.token.start];
    matches!(unit.kind, Kind::Han | Kind::Word | Kind::Digits)
}
