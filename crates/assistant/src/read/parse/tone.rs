//! What a sentence asks for, from its closed-class words.

use super::goods::Mention;
use super::piece::{Piece, Role, clause};
use super::remarks;
use crate::lexicon::Word;
use crate::lexicon::text::Kind;
use crate::read::reading::{Counted, Fit, Operator, Reading, Reference, Tone, Verb, Want};
use crate::read::sentence::Sentence;
use crate::request::Request;

/// What stands in every sentence that cancels an order, rather than giving up what is being chosen.
const ORDER: &[&str] = &["单", "單", "退", "order", "Order", "refund", "Refund"];

/// Whether words that give something up speak of an order.
pub(super) fn is_of_order(words: &str) -> bool {
    ORDER.iter().any(|word| words.contains(word))
}

/// What makes a condition or a question of words that agree: 没问题就下单, 对吧.
const AGREES_IF: &[&str] = &[
    "没漏就",
    "没少就",
    "没问题就",
    "没毛病就",
    "完美就",
    "对了就",
    "合适就",
    "无误就",
    "没漏吧",
    "没毛病吧",
    "可以了吧",
    "没少吧",
    "没错吧",
    "没问题吧",
    "对吧",
    "是吧",
];

/// Words that do not only wait.
const DECLINES: &[&str] = &["不买了", "不买", "不订了", "不点了", "先不买了", "不下单", "不想下单"];

/// What stands in every word that agrees to an order and to nothing else.
const CONFIRMING: &[&str] = &["确认", "确定", "確認", "確定", "同意", "confirm", "agree"];

/// Words that put back what was taken out.
const ADDS_BACK: &[&str] = &["加回来", "加回去", "放回来", "放回去", "add back", "put back"];

/// How the sentence stands to what came before.
pub(crate) fn tone(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], spares: bool) -> Tone {
    let has = |word: Word| pieces.iter().any(|piece| piece.is(word));
    let cancels_all = |piece: &Piece| piece.is(Word::DropAfter) && piece.text(sentence).starts_with("取消");
    Tone {
        corrects: has(Word::Correct),
        agrees: has(Word::Agree),
        agrees_apart: agrees_apart(pieces),
        takes: has(Word::Want),
        commits: has(Word::Commit) || orders_both(sentence, pieces),
        confirms: confirms(sentence, pieces),
        // 要确认下单, where that is for sale, rather speaks of it.
        names_goods: pieces.iter().any(|piece| piece.item && (piece.is(Word::Commit) || piece.is(Word::Agree))),
        refuses: has(Word::No) || has(Word::Correct) || has(Word::Not) || has(Word::Keep),
        holds: has(Word::Hold),
        secret: has(Word::Secret),
        drops_one: drops_one(sentence, pieces),
        declines: pieces.iter().any(|piece| {
            let text = || piece.text(sentence);
            piece.is(Word::Hold) && DECLINES.contains(&text())
        }),
        supposes: has(Word::Suppose)
            || has(Word::Whichever) && has(Word::Agree) && !has(Word::Commit) && mentions.is_empty()
            || takes_back(sentence, pieces),
        asks: has(Word::Question) || has(Word::HowMuch) || is_marked(sentence, pieces),
        enough: is_enough(sentence, pieces),
        only_marked: !has(Word::Question) && !has(Word::HowMuch) && !has(Word::Show) && !has(Word::Suggest),
        looks: has(Word::Show) || has(Word::Suggest),
        asks_price: has(Word::HowMuch),
        changes: has(Word::Change),
        more: asks_more(sentence, pieces) && !counts_otherwise(pieces)
            || mentions.is_empty() && is_for_another(sentence, pieces)
            || (has(Word::Add) && mentions.is_empty() && !values(pieces) && !unread(pieces)),
        joins: joins(sentence, pieces),
        drops: has(Word::Drop) || has(Word::DropAfter),
        all: has(Word::All) || has(Word::Each),
        spares,
        among: has(Word::Among) || some_changed(sentence, pieces),
        one_of: pieces.iter().any(|piece| is_one_of(sentence, piece)),
        adds_back: adds_back(sentence, pieces),
        keeps: has(Word::Keep),
        undoes: has(Word::Undo),
        asks_why: has(Word::Why),
        cancels: has(Word::Cancel) || has(Word::DropAfter),
        of_order: (has(Word::Cancel) || pieces.iter().any(cancels_all)) && is_of_order(sentence.source)
            || drops_order(sentence, pieces),
        fewer: has(Word::Fewer) && (mentions.is_empty() && !counts_apart(pieces) || takes_off(pieces)),
    }
}

/// 对，两杯拿铁, where a clause is a yes and no more: 可以来两杯拿铁 and "two good lattes" are none.
fn agrees_apart(pieces: &[Piece]) -> bool {
    let agrees = |piece: &Piece| piece.is(Word::Agree);
    let mut clauses = pieces.split(Piece::ends_clause);
    clauses.any(|own| own.iter().any(agrees) && own.iter().all(|piece| agrees(piece) || piece.transparent()))
}

/// "Order both", at the end of a clause; whether there are two is seen where they are counted.
fn orders_both(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    let is = |piece: &Piece, words: &[&str]| words.iter().any(|word| piece.text(sentence).eq_ignore_ascii_case(word));
    pieces.split(Piece::ends_clause).any(|clause| {
        let said: Vec<&Piece> = clause.iter().filter(|piece| !piece.transparent()).collect();
        let [.., verb, both] = said[..] else { return false };
        is(verb, &["order", "buy", "get", "take"]) && is(both, &["both", "both of them"])
    })
}

/// 我老婆也要一杯, "and one for my mum": one more, for somebody else.
fn is_for_another(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    let counts = |piece: &Piece| matches!(piece.role, Role::Amount(_));
    // 同事也要吃，改成四碗 says how many in all.
    let clauses: Vec<&[Piece]> = pieces.split(Piece::ends_clause).collect();
    let recounted = clauses.iter().rposition(|clause| remarks::recounts(sentence, clause)).unwrap_or(0);
    let is = |piece: &Piece, words: &[&str]| words.iter().any(|word| piece.text(sentence).eq_ignore_ascii_case(word));
    clauses.into_iter().enumerate().any(|(at, clause)| {
        if clause.iter().any(|piece| piece.role == Role::Another) {
            return true;
        }
        let who = clause.iter().any(|piece| {
            let word = matches!(piece.role, Role::Word(Word::Person | Word::Aside | Word::This));
            word || piece.role == Role::Unknown
        });
        let also = clause.iter().position(|piece| is(piece, &["也", "也要", "也来"]));
        let wants = also.is_some_and(|also| {
            let mut behind = clause[also + usize::from(clause[also].text(sentence) == "也")..].iter();
            behind.next().is_some_and(|next| next.is(Word::Want) || is(next, &["也要", "也来"]))
                && behind.next().is_none_or(counts)
        });
        let too = clause.last().is_some_and(|last| is(last, &["too", "as well"]));
        let joins = at == 0 && clause.first().is_some_and(|first| first.is(Word::And));
        at >= recounted && who && (wants || (too || joins) && clause.iter().any(counts))
    })
}

/// Whether a clause begins with "and", or says 也 or 还, or asks 可颂呢.
fn joins(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    pieces.split(Piece::ends_clause).any(|clause| {
        let first = clause.iter().find(|piece| !piece.transparent());
        let also = |piece: &Piece| matches!(piece.text(sentence), "也" | "也要" | "也来" | "还");
        let asks = clause.last().is_some_and(|last| last.text(sentence) == "呢");
        // "And make it two" changes.
        let changes = clause.iter().any(|piece| piece.is(Word::Change));
        first.is_some_and(|first| first.is(Word::And) && !changes) || clause.iter().any(also) || asks
    })
}

/// 蛋挞减两个: so many less of what is named.
fn takes_off(pieces: &[Piece]) -> bool {
    let counts = |at: usize| {
        let next = pieces[at + 1..].iter().find(|next| !next.transparent());
        next.is_some_and(|next| matches!(next.role, Role::Amount(_)))
    };
    (0..pieces.len()).any(|at| pieces[at].is(Word::Fewer) && counts(at))
}

/// 教练让我少吃点，六根吧: what is to be less stands in another clause than how many, which are so many in all.
fn counts_apart(pieces: &[Piece]) -> bool {
    let said = |clause: &[Piece]| {
        let counts = clause.iter().any(|piece| matches!(piece.role, Role::Amount(_)));
        (clause.iter().any(|piece| piece.is(Word::Fewer)), counts)
    };
    let said: Vec<(bool, bool)> = pieces.split(Piece::ends_clause).map(said).collect();
    said.contains(&(true, false)) && said.contains(&(false, true))
}

/// 好吧，已经有了; 没拿铁了，下单: beside a yes, what makes none of it.
fn takes_back(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    let yes = |piece: &Piece| piece.is(Word::Agree) || piece.is(Word::Commit);
    let text = |piece: &Piece| piece.text(sentence);
    let gone = |piece: &Piece| piece.role == Role::Done && matches!(text(piece), "没" | "没有" | "没得");
    pieces.iter().any(yes) && (pieces.iter().any(gone) || AGREES_IF.iter().any(|word| sentence.source.contains(word)))
}

fn drops_one(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    pieces.windows(2).any(|pair| pair[0].is(Word::Drop) && is_one_of(sentence, &pair[1]))
}

fn is_one_of(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    piece.is(Word::Among) && piece.text(sentence).to_ascii_lowercase().starts_with("one of")
}

/// 确认下单 agrees to an order, and to nothing else.
fn confirms(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| {
        let text = || piece.text(sentence).to_lowercase();
        piece.is(Word::Agree) && CONFIRMING.iter().any(|word| text().contains(word))
    })
}

/// 这单不要了
fn drops_order(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    pieces.split(Piece::ends_clause).any(|clause| {
        let order = |piece: &Piece| is_of_order(piece.text(sentence));
        clause.iter().position(|piece| piece.is(Word::DropAfter)).is_some_and(|at| clause[..at].iter().any(order))
    })
}

/// Whether a question mark stands somewhere.
fn is_marked(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| {
        matches!(piece.role, Role::Separator(Kind::Stop)) && sentence.units[piece.token.start].key == u32::from('?')
    })
}

/// "Order that as well" orders what there is.
fn asks_more(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    let commits = pieces.iter().any(|piece| piece.is(Word::Commit));
    let text = |piece: &Piece| piece.text(sentence).to_ascii_lowercase();
    let also = |piece: &Piece| commits && ["as well", "also"].contains(&text(piece).as_str());
    pieces.iter().any(|piece| piece.is(Word::More) && !also(piece))
}

/// 一碗就够了: so many in all.
fn is_enough(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    let enough = |piece: &Piece| ["够了", "就够了", "就够", "is enough"].contains(&piece.text(sentence));
    pieces.windows(2).any(|pair| matches!(pair[0].role, Role::Amount(_)) && enough(&pair[1]))
}

/// 一碗就够了，再加个卤蛋: more is asked for of something else than what is counted.
fn counts_otherwise(pieces: &[Piece]) -> bool {
    let counts = |piece: &Piece| matches!(piece.role, Role::Amount(_) | Role::Measure(_));
    let mut clauses = pieces.split(Piece::ends_clause).filter(|clause| clause.iter().any(counts)).peekable();
    clauses.peek().is_some() && clauses.all(|clause| !clause.iter().any(|piece| piece.is(Word::More)))
}

/// 把香菜加回来: what is added is named, so it is not one more of what there is.
fn unread(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| matches!(piece.role, Role::Unknown | Role::Stem(_)))
}

fn values(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| matches!(piece.role, Role::Value(_)))
}

/// 把香菜加回来, "put the tape measure back".
fn adds_back(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    let says = |piece: &Piece| {
        let text = || piece.text(sentence).to_ascii_lowercase();
        piece.is(Word::Add) && ADDS_BACK.contains(&text().as_str())
    };
    pieces.iter().any(says) || (0..pieces.len()).any(|at| super::piece::is_put_back(sentence, pieces, at))
}

/// What the sentence asks for.
pub(crate) fn request(pieces: &[Piece], reading: &Reading) -> Request {
    let has = |word: Word| pieces.iter().any(|piece| piece.is(word));
    let goods = reading.wants.iter().any(|want| !want.is_free());
    let named = reading.wants.iter().any(|want| want.fit() >= Some(Fit::Short));
    let counted = reading.wants.iter().any(|want| !want.is_free() && want.amount.is_some());
    let by_name = reading.wants.iter().any(|want| want.fit() >= Some(Fit::Name));
    if reading.tone.secret && !by_name {
        return Request::Unclear;
    }
    let tone = reading.tone;
    let acts = tone.changes || tone.more || tone.drops || tone.cancels || tone.commits || counted;
    if reading.asks_hours && !acts {
        return Request::Search;
    }
    if (has(Word::Cancel) || has(Word::DropAfter))
        && !has(Word::Keep)
        && !has(Word::Undo)
        && !goods
        && !counts_anew(pieces)
        && !reading.tone.spares
        && !reading.wants.iter().any(is_of_some)
        && !is_of_unknown(pieces)
        && !matches!(reading.reference, Some(Reference::Other | Reference::Nth(_) | Reference::Last))
        && reading.elsewhere.is_none()
        && !orders_at_last(pieces)
        && (!has(Word::Change) || reading.shops.is_empty())
    {
        return Request::Cancel;
    }
    if (has(Word::Undo) || has(Word::Why)) && !goods {
        return if has(Word::Why) { Request::Help } else { Request::Edit };
    }
    if has(Word::Usual) && !reading.wants.iter().any(|want| want.had) {
        return Request::Reorder;
    }
    if !named && !reading.tone.commits {
        let service = [
            (Word::Invite, Request::Invite),
            (Word::RedPacket, Request::RedPacket),
            (Word::Track, Request::Track),
            (Word::Wallet, Request::Wallet),
            (Word::Campaign, Request::Campaign),
        ];
        if let Some((_, request)) = service.into_iter().find(|(word, _)| has(*word)) {
            return request;
        }
    }
    if goods {
        return of_goods(pieces, reading);
    }
    of_unnamed(pieces, reading).unwrap_or_else(|| about_nothing(pieces, reading))
}

/// 热的那杯不要了, 有两个不要了: some of what there is, and not all of it.
fn is_of_some(want: &Want) -> bool {
    want.counted == Counted::Fewer || want.options.iter().any(|one| one.which)
}

/// M的不要了: of something that nobody could read, and of no order.
fn is_of_unknown(pieces: &[Piece]) -> bool {
    pieces.split(Piece::ends_clause).any(|clause| {
        let drops = clause.iter().position(|piece| piece.is(Word::DropAfter) || piece.is(Word::Cancel));
        let unknown = |piece: &Piece| matches!(piece.role, Role::Unknown | Role::Measure(_));
        drops.is_some_and(|drops| {
            let before = clause[..drops].iter().rev().find(|piece| !piece.transparent());
            before.is_some_and(unknown) && clause[..drops].last().is_some_and(|last| last.is(Word::Of))
        })
    })
}

/// 算了，只要一份: after giving up, so many of what there is are wanted all the same.
fn counts_anew(pieces: &[Piece]) -> bool {
    let given_up = pieces.iter().rposition(|piece| piece.is(Word::Cancel) || piece.is(Word::DropAfter));
    let behind = given_up.map_or(&[][..], |at| &pieces[at + 1..]);
    let counts = |piece: &Piece| matches!(piece.role, Role::Amount(_));
    let asks = |piece: &Piece| piece.is(Word::Want) || piece.is(Word::Only);
    let alone = |clause: &[Piece]| clause.iter().all(|piece| counts(piece) || asks(piece) || piece.transparent());
    // 算了热的吧
    let own = behind.iter().take_while(|piece| !piece.ends_clause());
    if given_up.is_some_and(|at| pieces[at].is(Word::Cancel)) && values(own.copied().collect::<Vec<_>>().as_slice()) {
        return true;
    }
    // 算了，还是脱脂奶吧; 算了，还是一杯; 算了，只要一份.
    behind.split(Piece::ends_clause).skip(1).any(|clause| {
        let anew = clause.iter().any(asks) || alone(clause);
        values(clause) || anew && clause.iter().any(counts)
    })
}

/// What is asked of goods that are named.
fn of_goods(pieces: &[Piece], reading: &Reading) -> Request {
    let has = |word: Word| pieces.iter().any(|piece| piece.is(word));
    let tone = reading.tone;
    let amounts = reading.wants.iter().any(|want| want.amount.is_some());
    let looks = has(Word::Show) || has(Word::Suggest) || (tone.asks && !has(Word::Want));
    let wanted = amounts && (tone.asks_price || has(Word::Want) || has(Word::More)) || tone.among && has(Word::Want);
    match () {
        () if reading.wants.iter().all(|want| want.verb == Verb::Drop) => Request::Edit,
        // "Can you deliver a hot chocolate at three?" wants one.
        () if tone.asks && !tone.looks && amounts && !tone.asks_price && reading.when.is_some() => Request::Order,
        // "Green pepper pork rice with a fried egg?" asks for it.
        () if looks && tone.only_marked && (amounts || !reading.wants[0].options.is_empty()) => Request::Order,
        // "Find me the cheapest latte, just one" leaves nothing to choose.
        () if looks && !tone.asks && amounts && reading.prefer.is_some() => Request::Order,
        () if looks && !wanted => Request::Search,
        () if tone.changes || tone.drops || reading.elsewhere.is_some() => Request::Edit,
        () => Request::Order,
    }
}

/// What is asked of goods that are spoken of, but not named.
fn of_unnamed(pieces: &[Piece], reading: &Reading) -> Option<Request> {
    let has = |word: Word| pieces.iter().any(|piece| piece.is(word));
    let tone = reading.tone;
    let amounts = reading.wants.iter().any(|want| want.amount.is_some());
    if reading.elsewhere.is_some() {
        let looks = has(Word::Show) || has(Word::Suggest) || (tone.asks && !has(Word::Want));
        return Some(if looks { Request::Search } else { Request::Edit });
    }
    // 我要一个汉堡: something to buy that nobody here knows.
    let bare = reading.wants.iter().all(|want| want.options.is_empty() && want.parts.is_empty());
    if has(Word::Want) && amounts && bare && !reading.unread.is_empty() && !tone.drops && !tone.changes {
        return Some(Request::Order);
    }
    if (has(Word::Show) || has(Word::Suggest)) && !reading.shops.is_empty() && !amounts && !tone.drops && !tone.changes
    {
        return Some(Request::Search);
    }
    // 一百五十九啊，太贵了，不买了
    if tone.declines && !tone.changes && !tone.more {
        return Some(Request::Cancel);
    }
    if tone.drops || !reading.wants.is_empty() || !reading.not_from.is_empty() {
        return Some(Request::Edit);
    }
    if !reading.not.is_empty() {
        return Some(Request::Edit);
    }
    // 哪家奶茶店离我最近
    if tone.asks && reading.prefer.is_some() && !reading.shops.is_empty() && !amounts {
        return Some(Request::Search);
    }
    if reading.size.is_some() && !has(Word::Show) {
        return Some(Request::Edit);
    }
    let points = reading.reference.is_some_and(|reference| reference != Reference::This);
    if points || (reading.prefer.is_some() && !has(Word::Show)) {
        return Some(Request::Order);
    }
    if has(Word::Suggest) || (has(Word::Show) && (!reading.shops.is_empty() || !reading.unread.is_empty())) {
        return Some(Request::Search);
    }
    None
}

/// Whether a word of agreement is the name of goods, and is spoken of rather than said: 要好的, where 好的 is for sale.
fn speaks_of(pieces: &[Piece]) -> bool {
    let agrees = |piece: &Piece| piece.is(Word::Agree) || piece.is(Word::Commit);
    let says_nothing = |piece: &Piece| piece.transparent() || piece.ends_clause();
    let named = pieces.iter().any(|piece| piece.name && agrees(piece));
    named && !pieces.iter().all(|piece| agrees(piece) || says_nothing(piece))
}

/// 三点不行, "3pm is no good", 三点前不在家: a time at which it is not to come.
fn denies_time(clause: &[Piece]) -> bool {
    let denies = |piece: &Piece| {
        matches!(
            piece.role,
            Role::Word(Word::No | Word::Not | Word::Aside | Word::Hold | Word::DropAfter) | Role::Unknown
        )
    };
    clause.iter().any(|piece| matches!(piece.role, Role::When(_))) && clause.iter().any(denies)
}

/// 没弄反，下单; "never mind the writing, order it": a clause that orders, behind all that refuses something, gives up no
/// order. It is no plain yes either, and is asked again.
fn orders_at_last(pieces: &[Piece]) -> bool {
    let refuses = |piece: &Piece| matches!(piece.role, Role::Word(Word::No | Word::Not | Word::Cancel));
    let Some(ordered) = pieces.iter().rposition(|piece| piece.is(Word::Commit)) else { return false };
    pieces.iter().rposition(refuses).is_some_and(|no| clause::end(pieces, no) < clause::start(pieces, ordered))
}

fn about_nothing(pieces: &[Piece], reading: &Reading) -> Request {
    let has = |word: Word| pieces.iter().any(|piece| piece.is(word));
    let tone = reading.tone;
    // 不行，那会儿还在开会，改成十二点一刻送
    // 还没开门啊，那就晚上七点送到
    let timed = reading.when.is_some() && !pieces.split(Piece::ends_clause).any(denies_time);
    let changes = timed || tone.changes && (reading.when.is_some() || reading.place.is_some());
    let changes = changes && !tone.cancels;
    if tone.holds || (tone.refuses && !has(Word::Help) && !changes && !orders_at_last(pieces)) {
        return Request::Cancel;
    }
    let lifts = reading.limits.lifted || reading.whence.is_some();
    let same = reading.operators.contains(&Operator::Same);
    if tone.more || tone.changes || same || reading.when.is_some() || (lifts && !has(Word::Show)) {
        return Request::Edit;
    }
    if tone.asks_price {
        return Request::Search;
    }
    let looks = has(Word::Show) || tone.among;
    if (tone.commits || tone.agrees) && !tone.supposes && !tone.asks && !looks && !speaks_of(pieces) {
        return Request::Confirm;
    }
    match () {
        () if has(Word::Help) => Request::Help,
        () if has(Word::Show) || !reading.shops.is_empty() => Request::Search,
        () if has(Word::Greet) && reading.unread.is_empty() => Request::Help,
        () if has(Word::Want) => Request::Order,
        () if reading.reference.is_some() && reading.unread.is_empty() => Request::Order,
        () if reading.limits != crate::read::reading::Limits::default() => Request::Search,
        () => Request::Unclear,
    }
}

/// 一杯改成热的, 各换一杯成热的: so many of what there is become otherwise, where 改成一杯热的 is one in all.
fn some_changed(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    let counts = |at: &usize| matches!(pieces[*at].role, Role::Amount(_));
    (0..pieces.len()).filter(counts).any(|at| {
        let mut behind = pieces[at + 1..].iter().filter(|piece| !piece.transparent());
        let into = behind.next().is_some_and(|piece| matches!(piece.role, Role::Word(Word::Change | Word::Into)));
        let becomes = |piece: Option<&Piece>| piece.is_some_and(|piece| matches!(piece.role, Role::Value(_)));
        // 一碗换成牛肉粉
        let begins =
            at.checked_sub(1).is_none_or(|before| pieces[before].ends_clause() || pieces[before].transparent());
        let goods = behind.clone().next().is_some_and(|piece| piece.role == Role::Item)
            && !pieces[..at].iter().any(|piece| piece.item);
        // "Make one iced", where "make it one iced" is one in all.
        let made = at.checked_sub(1).is_some_and(|at| pieces[at].text(sentence).eq_ignore_ascii_case("make"));
        into && (becomes(behind.next()) || goods && begins) || made && becomes(pieces.get(at + 1))
    })
}
