//! What a piece is by its neighbours.

use super::amounts::{is_mistyped_portion, settle_amount};
use super::{Piece, Role, clause};
use crate::lexicon::names::brackets;
use crate::lexicon::text::Kind;
use crate::lexicon::{FREE, Lexicon, Word};
use crate::read::reading::Measure;
use crate::read::sentence::Sentence;

/// What only the neighbours can tell.
pub(super) fn settle(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Role {
    match pieces[at].role {
        Role::Amount(amount) => settle_amount(sentence, pieces, at, amount),
        Role::Word(Word::No | Word::Not) => settle_denial(sentence, pieces, at),
        Role::Word(word @ (Word::Agree | Word::Commit | Word::Want)) => settle_answer(sentence, pieces, at, word),
        Role::Word(word) => settle_word(sentence, pieces, at, word),
        Role::Unknown => settle_unknown(lexicon, sentence, pieces, at),
        // 我提两箱: it is carried off, and counts nothing before a count.
        Role::Measure(_) if handles(sentence, pieces, at) && pieces.get(at + 1).is_some_and(counts_itself) => {
            Role::Word(Word::Want)
        }
        // 半米的数据线 measures no rice.
        Role::Item if pieces[at].text(sentence) == "米" && is_length(sentence, pieces, at) => Role::Unknown,
        Role::Item if ends_shop(lexicon, sentence, pieces, at) => Role::Done,
        Role::Item | Role::Stem(_) if is_syllable(sentence, pieces, at) => Role::Unknown,
        role => role,
    }
}

/// Whether something unread stands right before.
fn touches_unknown(pieces: &[Piece], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| pieces[before].role == Role::Unknown)
}

/// Whether it is how many with what counts them: 两箱.
fn counts_itself(piece: &Piece) -> bool {
    matches!(piece.role, Role::Amount(_)) && piece.token.amount.is_some()
}

/// Whether a number stands right before, and what is so long right behind.
fn is_length(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let number = at.checked_sub(1).map(|before| pieces[before].role);
    let bare = matches!(number, Some(Role::Amount(amount)) if amount.measure == Measure::Each || amount.is_half());
    let behind = pieces.get(at + 1).map(|next| next.text(sentence));
    bare && behind.is_some_and(|behind| behind.starts_with(['的', '长', '高', '宽']))
}

/// What stands next and says something.
pub(super) fn next_said(pieces: &[Piece], at: usize) -> Option<&Piece> {
    pieces[at + 1..].iter().find(|next| !next.transparent() && !next.is(Word::This))
}

pub(super) fn is_goods(next: Option<&Piece>) -> bool {
    next.is_some_and(|next| next.item || matches!(next.role, Role::Item | Role::Value(_)))
}

fn settle_denial(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Role {
    let piece = &pieces[at];
    let shop = || next_said(pieces, at).is_some_and(|next| matches!(next.role, Role::Shop(_)));
    let not = piece.is(Word::Not);
    match () {
        // 不是胶囊，是混悬液: not that.
        () if !not && is_not(sentence, pieces, at) => Role::Word(Word::Not),
        () if not && says_no(sentence, piece) => Role::Word(Word::No),
        // 行，去下单吧
        () if not && goes(sentence, piece) && next_said(pieces, at).is_some_and(|next| next.is(Word::Commit)) => {
            Role::Done
        }
        // 糖少了 says that there is too little of it.
        () if not && piece.text(sentence) == "少了" && leaves(pieces, at) => Role::Unknown,
        // 第一个不要, 两个都不要
        () if not && refuses_pointed(sentence, pieces, at) => Role::Word(Word::DropAfter),
        // 能买拖拉机不
        () if asks_at_end(sentence, pieces, at) => Role::Word(Word::Question),
        // 去北京的票 goes there, 去惠民超市拿一瓶水 too, and so does 周末去: what is left away stands behind.
        () if not && goes(sentence, piece) && (unknown_word(pieces, at + 1) || leaves(pieces, at) || shop()) => {
            Role::Done
        }
        // 表又走了: nothing is left away there.
        () if not && piece.text(sentence) == "走" && leaves(pieces, at) => Role::Unknown,
        () => piece.role,
    }
}

/// Whether 不要 stands at the end of a clause that only points, or points at all of several.
fn refuses_pointed(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let refuses = matches!(pieces[at].text(sentence), "不要" | "不想要") && leaves(pieces, at);
    let own = &pieces[clause::start(pieces, at)..at];
    let points = own.iter().any(|piece| matches!(piece.role, Role::Nth(_) | Role::Word(Word::Last)));
    let says_no_more = |piece: &Piece| {
        let pointing = matches!(piece.role, Role::Nth(_) | Role::Word(Word::Last | Word::And | Word::This | Word::All));
        pointing || piece.transparent()
    };
    refuses && points && own.iter().all(says_no_more)
}

fn settle_word(sentence: &Sentence<'_>, pieces: &[Piece], at: usize, word: Word) -> Role {
    let (piece, next) = (&pieces[at], next_said(pieces, at));
    match word {
        // 电池家里还有: there is some left.
        Word::And if piece.text(sentence) == "还有" && pieces.get(at + 1).is_some_and(Piece::ends_clause) => {
            Role::Word(Word::Filler)
        }
        // 什么都不要辣的: all of it.
        Word::Question
            if matches!(piece.text(sentence), "什么" | "啥") && next.is_some_and(|next| next.is(Word::All)) =>
        {
            Role::Word(Word::All)
        }
        // 一份不要蒜，另外两份正常: of those there are, and no more of them.
        Word::More if piece.text(sentence) == "另外" && next.is_some_and(counted) && is_divided(pieces, at) => {
            Role::Done
        }
        // 温泉蛋不加了
        Word::Aside if piece.text(sentence) == "不加了" && at > 0 && pieces[at - 1].value.is_some() => {
            Role::Word(Word::DropAfter)
        }
        // 晚点再下单, 三点以后再送: later, and no more of it.
        Word::More if is_later(sentence, pieces, at) => Role::Word(Word::Filler),
        // "Any cakes under 20 yuan" looks for some, and "the 3 pm show" asks to see nothing.
        Word::Filler if at == 0 && is_goods(next) && piece.text(sentence).eq_ignore_ascii_case("any") => {
            Role::Word(Word::Show)
        }
        Word::Show if is_a_show(sentence, pieces, at) => Role::Done,
        // 牛肉饭有一份不要香菜: one of them.
        Word::Show if is_one_of_them(sentence, pieces, at) => Role::Word(Word::Among),
        // "Swap the chicken feet for custard buns."
        Word::Filler | Word::With if swaps(sentence, pieces, at) => Role::Word(Word::Into),
        Word::Fewer | Word::Drop | Word::Add | Word::More if to_so_many(sentence, pieces, at) => {
            Role::Word(Word::Change)
        }
        // 粥里头莫放香菜
        Word::Among if is_inside(sentence, pieces, at) => Role::Done,
        // 还是要前面那个
        Word::This if is_previous(sentence, pieces, at) => Role::Word(Word::Previous),
        // "A pack of red envelopes" is bought.
        Word::RedPacket if piece.item && at > 0 && counted(&pieces[at - 1]) => Role::Item,
        // 买一个蓝色的换上
        Word::Change if piece.text(sentence) == "换上" && leaves(pieces, at) => Role::Done,
        // 漏算了人: what was counted wrong.
        Word::Cancel if piece.text(sentence) == "算了" && touches_unknown(pieces, at) => Role::Unknown,
        // 重新来 gives up; 重新来一碗面 asks for one.
        Word::Cancel if next.is_some_and(counted) && ends_in_come(sentence, piece) => Role::Word(Word::Want),
        _ => piece.role,
    }
}

/// Whether what stands before is so many with an option of their own, and no goods are named.
fn is_divided(pieces: &[Piece], at: usize) -> bool {
    let before = &pieces[..at];
    let counts = |piece: &Piece| matches!(piece.role, Role::Amount(_));
    let chooses = |piece: &Piece| matches!(piece.role, Role::Value(_)) || piece.value.is_some();
    before.iter().any(counts) && before.iter().any(chooses) && !pieces.iter().any(|piece| piece.role == Role::Item)
}

/// "Correct it", "correct the order": a verb with what it is about.
fn corrects_it(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let about = ["it", "that", "this", "them", "the", "my", "order", "the order"];
    pieces.get(at + 1).is_some_and(|next| about.iter().any(|word| next.text(sentence).eq_ignore_ascii_case(word)))
}

/// Whether it is all of the last clause, and another stands before it.
fn is_last_word(pieces: &[Piece], at: usize) -> bool {
    let behind = pieces[at + 1..].iter().all(|piece| piece.transparent() || piece.ends_clause());
    behind && at > 0 && pieces[at - 1].ends_clause()
}

fn points_at(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    matches!(piece.text(sentence), "这" | "那" | "就这" | "就那")
}

/// Whether a clause ends in the verb: "please order", "yes, order".
fn ends_in_order(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let ends = pieces.get(at + 1).is_none_or(Piece::ends_clause);
    let own = super::clause::around(pieces, &(at..at + 1));
    let said = |piece: &Piece| {
        let text = piece.text(sentence).to_lowercase();
        ["please", "so", "then", "just", "now", "ok", "okay", "yes"].contains(&text.as_str()) || piece.is(Word::Agree)
    };
    ends && pieces[own.start..at].iter().all(said)
}

/// What a word that agrees, places an order or corrects is by its neighbours.
fn settle_answer(sentence: &Sentence<'_>, pieces: &[Piece], at: usize, word: Word) -> Role {
    let (piece, next) = (&pieces[at], next_said(pieces, at));
    match word {
        // 两盒就两盒，买
        Word::Want if matches!(piece.text(sentence), "买" | "订" | "拍") && is_last_word(pieces, at) => {
            Role::Word(Word::Commit)
        }
        // "That's everything, please order", where "cancel my order" and "a large order" name one.
        Word::Want if piece.text(sentence).eq_ignore_ascii_case("order") && ends_in_order(sentence, pieces, at) => {
            Role::Word(Word::Commit)
        }
        // "Correct the order": something is wrong.
        Word::Agree if piece.text(sentence).eq_ignore_ascii_case("correct") && corrects_it(sentence, pieces, at) => {
            Role::Unknown
        }
        // "Check out this" looks at it.
        Word::Commit if piece.text(sentence).eq_ignore_ascii_case("check out") && next_said_this(pieces, at) => {
            Role::Word(Word::Show)
        }
        // 下单呢 asks.
        Word::Commit if pieces.get(at + 1).is_some_and(|next| next.text(sentence) == "呢") => {
            Role::Word(Word::Suppose)
        }
        // 就这对灯笼
        Word::Agree
            if piece.text(sentence) == "对" && at > 0 && is_goods(next) && points_at(sentence, &pieces[at - 1]) =>
        {
            Role::Done
        }
        // 烤鸭一份，是整只
        Word::Agree if piece.text(sentence) == "是" && next.is_some_and(|next| next.item && !next.name) => Role::Done,
        // 五瓶，啊不对是六瓶
        Word::Agree if piece.text(sentence) == "是" && at > 0 && pieces[at - 1].is(Word::Correct) => Role::Done,
        _ => piece.role,
    }
}

/// Whether something is pointed at right behind.
fn next_said_this(pieces: &[Piece], at: usize) -> bool {
    pieces[at + 1..].iter().find(|next| !next.transparent()).is_some_and(|next| next.is(Word::This) || next.item)
}

fn settle_unknown(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Role {
    let piece = &pieces[at];
    let item_next = || next_said(pieces, at).is_some_and(|next| next.item);
    match () {
        () if at > 0 && is_mistyped_portion(sentence, pieces, at - 1) => Role::Done,
        // "Take the popcorn chicken off", "leave the croissant out."
        () if is_taken_off(sentence, pieces, at) => Role::Word(Word::DropAfter),
        () if piece.text(sentence).eq_ignore_ascii_case("leave") && ends_off(sentence, pieces, at) => Role::Done,
        // 看《龙行万里》, which is what one goes to a show for.
        () if piece.text(sentence) == "看" && item_next() => Role::Done,
        // 3米长的
        () if is_of_measure(sentence, pieces, at) || is_put_back(sentence, pieces, at) => Role::Done,
        () if leads_to(sentence, pieces, at) => Role::Word(Word::Into),
        () if more_or_less(sentence, pieces, at).is_some() => {
            more_or_less(sentence, pieces, at).map_or(Role::Unknown, Role::Word)
        }
        () if !is_content(sentence, piece) || is_article(sentence, piece) => Role::Done,
        () if is_kept(sentence, pieces, at) => Role::Word(Word::Keep),
        () if is_cooking_of_shop(lexicon, sentence, pieces, at) => Role::Done,
        () if handles(sentence, pieces, at) => Role::Word(Word::Want),
        () if gives_back(sentence, pieces, at) => Role::Word(Word::Cancel),
        () => piece.role,
    }
}

/// Whether nothing stands behind a word that would be left away by it.
fn leaves(pieces: &[Piece], at: usize) -> bool {
    let behind = pieces[at + 1..].iter().take_while(|piece| !piece.ends_clause());
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

/// Whether it is the `back` of "put the tape measure back".
pub(in crate::read::parse) fn is_put_back(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let text = |piece: &Piece| piece.text(sentence).to_ascii_lowercase();
    let puts = |piece: &Piece| piece.is(Word::Add) && matches!(text(piece).as_str(), "put" | "add" | "bring");
    let mut before = pieces[..at].iter().rev().take_while(|piece| !piece.ends_clause());
    text(&pieces[at]) == "back" && before.any(puts)
}

/// 再 right before what is done with an order, where nothing behind it is counted or named.
fn is_later(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let text = |piece: &Piece| piece.text(sentence);
    let does = pieces.get(at + 1).is_some_and(|next| {
        next.is(Word::Commit) || next.is(Word::Deliver) || text(next).starts_with(['送', '付', '说', '发'])
    });
    let names = |piece: &Piece| piece.item || counted(piece) || matches!(piece.role, Role::Value(_));
    text(&pieces[at]) == "再" && does && !pieces[at + 1..].iter().take_while(|piece| !piece.ends_clause()).any(names)
}

/// 长 of 3米长的 says which way is measured.
fn is_of_measure(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let way = matches!(pieces[at].text(sentence), "长" | "宽" | "高" | "厚" | "重" | "深" | "long" | "wide" | "tall");
    let measured = |piece: &Piece| matches!(piece.role, Role::Amount(_) | Role::Value(_));
    way && at.checked_sub(1).is_some_and(|before| measured(&pieces[before]))
}

/// 里头 right behind goods says where something is put in, and picks none of them.
fn is_inside(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let inside = matches!(pieces[at].text(sentence), "里头" | "里面" | "里面的");
    let goods = at.checked_sub(1).is_some_and(|before| pieces[before].item);
    let puts = |piece: &Piece| {
        let word = matches!(piece.role, Role::Word(Word::Not | Word::Add | Word::Cheap | Word::Dear | Word::Near));
        word || piece.value.is_some()
    };
    inside && goods && pieces.get(at + 1).is_some_and(puts)
}

/// How what was spoken of before begins.
const BEFORE_THAT: &[&str] = &["前面", "之前", "刚才", "刚刚", "上面", "原来"];

/// Whether it is what was spoken of before that stands after all.
fn is_previous(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let own = BEFORE_THAT.iter().any(|earlier| pieces[at].text(sentence).starts_with(earlier));
    let after_all = |piece: &Piece| piece.is(Word::Keep) || piece.text(sentence) == "还是";
    let mut before = pieces[..at].iter().rev().skip_while(|piece| piece.is(Word::Want));
    own && before.next().is_some_and(after_all)
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
        // 多了一个 is one too many.
        "多" if pieces.get(at + 1).is_some_and(|next| next.text(sentence) == "了") && amount(pieces.get(at + 2)) => {
            Some(Word::Fewer)
        }
        "less" if amount(before) => Some(Word::Fewer),
        _ => None,
    }
}

/// What stands before goods that `off` takes out.
const TAKE_OFF: &[&str] = &["take", "leave", "strike", "knock", "cross", "scratch", "drop"];

/// Whether it is the `off` of "take it off".
fn is_taken_off(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let takes = |piece: &Piece| TAKE_OFF.iter().any(|verb| piece.text(sentence).eq_ignore_ascii_case(verb));
    let mut clause = pieces[..at].iter().rev().take_while(|piece| !piece.ends_clause());
    pieces[at].text(sentence).eq_ignore_ascii_case("off") && clause.any(takes)
}

/// Whether the clause that goes on at `at` says off or out.
fn ends_off(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let mut clause = pieces[at..].iter().take_while(|piece| !piece.ends_clause());
    clause.any(|piece| ["off", "out"].iter().any(|word| piece.text(sentence).eq_ignore_ascii_case(word)))
}

/// Whether 有 stands between goods and how many of them something is said of.
fn is_one_of_them(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let named = at.checked_sub(1).is_some_and(|before| pieces[before].item);
    let counts = |piece: &Piece| matches!(piece.role, Role::Amount(_));
    let mut behind = pieces[at + 1..].iter().take_while(|piece| !piece.ends_clause());
    let counted = behind.next().is_some_and(counts);
    pieces[at].text(sentence) == "有" && named && counted && behind.any(|piece| piece.value.is_some())
}

/// 不 at the very end of what somebody wants makes a question of it.
fn asks_at_end(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let last = pieces[at + 1..].iter().all(Piece::ends_clause);
    let alone = pieces[at].text(sentence) == "不";
    let wants = |piece: &Piece| piece.is(Word::Want) || piece.is(Word::Show);
    alone && last && pieces[..at].iter().any(wants)
}

/// 是的，退: one character that is a clause of its own, and no 退烧药.
fn gives_back(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let ends = |piece: Option<&Piece>| piece.is_none_or(Piece::ends_clause);
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

/// "Keep the fries": what is named behind stays.
fn is_kept(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let keeps = ["keep", "leave"].iter().any(|word| pieces[at].text(sentence).eq_ignore_ascii_case(word));
    let behind = pieces[at + 1..].iter().find(|piece| !piece.transparent());
    keeps && behind.is_some_and(|piece| piece.item) && !ends_off(sentence, pieces, at)
}

/// How food is made, in one character.
const COOKING: &str = "烤炸煎炒蒸煮炖卤焖烧煲涮";

/// 烤羊肉串 of a shop that grills: how it is made is in the name or the tags of the shop, and tells nothing apart.
fn is_cooking_of_shop(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let text = pieces[at].text(sentence);
    let cooks = text.chars().count() == 1 && COOKING.contains(text);
    let touches = |next: &&Piece| next.token.start == pieces[at].token.end;
    let Some(next) = pieces.get(at + 1).filter(|next| cooks && next.name).filter(touches) else { return false };
    let of_shop = |item: &crate::lexicon::ItemNo| {
        let shop = lexicon.shop(lexicon.shop_of(*item));
        shop.name.zh.contains(text) || shop.tags.iter().any(|tag| tag.contains(text))
    };
    let items = crate::read::parse::goods::all_items(lexicon, next);
    items.iter().take(SHOPS_ASKED_MAX).any(of_shop)
}

/// Items whose shops are looked at at most.
const SHOPS_ASKED_MAX: usize = 40;

/// What is done with goods before they are brought, whatever they are.
const HANDLING: &str = "做弄煮盛上割切炒扛拎称拌蒸端泡冲熬炖烤剁斩抓舀拿装提搬开沏煎烙卷烫涮捞挑扯剪打";

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

pub(super) fn counted(next: &Piece) -> bool {
    matches!(next.role, Role::Measure(_) | Role::Amount(_))
}

/// An article that counts nothing.
pub(super) fn is_article(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    piece.token.amount.is_none() && piece.is_article(sentence)
}

/// 亿家超市 for 亿家生活超市: the end of the name of the shop right before it.
fn ends_shop(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let Some(Role::Shop(list)) = at.checked_sub(1).map(|before| pieces[before].role) else { return false };
    let said = pieces[at].text(sentence);
    let base = |shop: &crate::lexicon::ShopNo| brackets(&lexicon.shop(*shop).name.zh).0;
    !pieces[at].name && lexicon.shops_in(list).iter().any(|shop| base(shop).trim().ends_with(said))
}

fn is_not(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    // 我不是要可乐，我要的是雪碧
    let next = pieces[at + 1..].iter().find(|next| !next.is(Word::Want));
    pieces[at].text(sentence).ends_with("不是") && next.is_some_and(|next| next.item)
}

/// "No the iced one" answers no, and wants that one.
fn says_no(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    let no = piece.text(sentence).eq_ignore_ascii_case("no");
    no && sentence.any(piece.token.end, &["the", "i", "make", "that", "this"]).is_some()
}

/// What is counted and is nothing to buy: 三年级, 两天, 五楼.
pub(in crate::read::parse) const COUNTED_OTHERWISE: &[char] =
    &['天', '年', '岁', '月', '周', '点', '分', '号', '楼', '层', '级', '班', '度', '届', '期', '线', '环', '路'];

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
pub(super) fn begins_unknown(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
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
pub(super) fn is_content(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    let unit = &sentence.units[piece.token.start];
    matches!(unit.kind, Kind::Han | Kind::Word | Kind::Digits)
}
