//! Why something is wanted or is to be otherwise, said by the way: 充电用, 热量太高了, "my flatmate wants one too".

use super::piece::{Piece, Role};
use crate::lexicon::{Word, is_child};
use crate::read::sentence::Sentence;

/// Whether a clause is such a remark.
pub(super) fn is_remark(sentence: &Sentence<'_>, text: &str, clause: &[Piece]) -> bool {
    if goes_to(sentence, clause) || says_too_much(sentence, text, clause) {
        return true;
    }
    if clause.iter().any(|piece| counts(piece) || asks(piece)) {
        return false;
    }
    turned_out(text, clause) || something_to_do(text, clause) || is_for_use(sentence, text, clause)
}

fn counts(piece: &Piece) -> bool {
    matches!(piece.role, Role::Amount(_) | Role::Money(_) | Role::When(_))
}

fn chooses(piece: &Piece) -> bool {
    matches!(piece.role, Role::Value(_) | Role::Stem(_)) || piece.stem.is_some()
}

/// 周末带娃去游泳: where somebody goes to do what tickets are sold for. 热干面去香菜 leaves something away.
fn goes_to(sentence: &Sentence<'_>, clause: &[Piece]) -> bool {
    let Some(goes) = clause.iter().position(|piece| piece.text(sentence) == "去") else { return false };
    let (before, behind) = (&clause[..goes], &clause[goes + 1..]);
    let does = |piece: &Piece| piece.role == Role::Item && !piece.name && piece.stem.is_none() && piece.value.is_none();
    let who =
        |piece: &Piece| matches!(piece.role, Role::Unknown | Role::Word(Word::Person | Word::Aside | Word::Event));
    // 明天去游泳 is when it is wanted.
    let named = |piece: &Piece| {
        matches!(piece.role, Role::Item | Role::Amount(_) | Role::Value(_) | Role::Shop(_) | Role::When(_))
    };
    let ends = behind.iter().all(|piece| does(piece) || piece.transparent()) && behind.iter().any(does);
    ends && before.iter().any(who) && !before.iter().any(named)
}

fn asks(piece: &Piece) -> bool {
    matches!(
        piece.role,
        Role::Word(Word::Want | Word::Change | Word::Add | Word::More | Word::Drop | Word::DropAfter | Word::Not)
    )
}

/// 太大了没地方搁, 热量太高了: why something is to be otherwise, which the clause beside it says. 太甜了要半糖 asks for
/// something behind what it tells, and 糖太多了 is about an option.
fn says_too_much(sentence: &Sentence<'_>, text: &str, clause: &[Piece]) -> bool {
    let Some((of, _)) = text.split_once('太') else { return false };
    let told = clause.iter().position(|piece| piece.text(sentence).ends_with('了'));
    let Some(told) = told.filter(|_| !clause.iter().any(|piece| piece.item || counts(piece))) else { return false };
    if of.is_empty() {
        return !clause[told + 1..].iter().any(|piece| asks(piece) || chooses(piece));
    }
    let unknown = |piece: &Piece| piece.role == Role::Unknown;
    let passes = |piece: &Piece| piece.transparent() || unknown(piece) || piece.role == Role::Group;
    text.ends_with('了') && clause.iter().any(unknown) && clause.iter().all(passes)
}

/// "Something to nibble during the match."
fn something_to_do(text: &str, clause: &[Piece]) -> bool {
    let to_do = text.to_ascii_lowercase().starts_with("something to ");
    to_do && clause.iter().any(|piece| piece.role == Role::Unknown) && !clause.iter().any(|piece| piece.item)
}

/// What may turn out otherwise than was meant, and how.
const DONE: &[char] = &['买', '点', '要', '订', '做', '印', '洗', '选', '拿', '拍', '打', '开', '煮'];
const TURNED_OUT: &[&str] = &["大了", "小了", "多了", "少了", "长了", "短了", "早了", "晚了"];

/// 照片洗大了: what was done before, of whatever it is.
fn turned_out(text: &str, clause: &[Piece]) -> bool {
    let done = TURNED_OUT.iter().find_map(|how| text.strip_suffix(how)).and_then(|done| done.chars().last());
    done.is_some_and(|done| DONE.contains(&done)) && clause.len() > 1
}

/// Before 用, where no use is told: 好用, 没用, 够用.
const NO_USE: &[char] = &['好', '没', '有', '不', '够', '能', '可', '试', '管', '耐', '实', '费', '信', '常'];

/// 车上充电用: what it is used for, though goods may be called so. 儿童用 rather says which.
fn is_for_use(sentence: &Sentence<'_>, text: &str, clause: &[Piece]) -> bool {
    let use_ = text.strip_suffix('用').filter(|of| of.chars().count() > 1);
    let told = use_.and_then(|of| of.chars().last()).is_some_and(|last| !NO_USE.contains(&last));
    let whom = |piece: &Piece| piece.is(Word::Person) || is_child(piece.text(sentence)) || chooses(piece);
    // 苹果数据线车上用 names what is wanted; goods that are only called by a use stand right before the word.
    let before_last = clause.len().checked_sub(2);
    let goods = |(at, piece): (usize, &Piece)| piece.role == Role::Item && (piece.name || Some(at) != before_last);
    told && !clause.iter().any(whom) && !clause.iter().enumerate().any(goods)
}

/// Whether a clause says how many there are to be in all: "make it two", "so three", 那就三碗.
pub(super) fn recounts(sentence: &Sentence<'_>, clause: &[Piece]) -> bool {
    let counts = |piece: &Piece| matches!(piece.role, Role::Amount(_));
    let first = clause.first().map_or("", |first| first.text(sentence));
    let leads = ["so", "那就", "那", "就"].iter().any(|word| first.eq_ignore_ascii_case(word));
    let says = clause.iter().any(|piece| piece.is(Word::Change) || piece.is(Word::InAll)) || leads;
    // 换成一杯冰的 changes one of them.
    let which = |piece: &Piece| matches!(piece.role, Role::Item | Role::Value(_) | Role::Stem(_));
    says && clause.iter().any(counts) && !clause.iter().any(which)
}

/// "My flatmate wants one too": why there are to be more, where another clause says how many.
pub(super) fn somebody_wants_one(sentence: &Sentence<'_>, clause: &[Piece]) -> bool {
    let text = |piece: &Piece| piece.text(sentence).to_ascii_lowercase();
    // "The kids want some too", where something for children is sold.
    let who = |piece: &Piece| {
        let somebody = matches!(piece.role, Role::Unknown | Role::Word(Word::Person | Word::Aside));
        somebody || is_child(piece.text(sentence))
    };
    let Some(wants) = clause.iter().position(|piece| piece.is(Word::Want)) else { return false };
    let own = clause[..wants].iter().any(|piece| matches!(text(piece).as_str(), "i" | "we" | "i'd" | "we'd"));
    let some = |piece: &Piece| matches!(text(piece).as_str(), "some" | "too" | "as well");
    let one = |piece: &Piece| matches!(piece.role, Role::Amount(amount) if amount.whole() == Some(1)) || some(piece);
    let rest = clause[wants + 1..].iter().all(|piece| one(piece) || piece.transparent() || piece.is(Word::Want));
    clause[..wants].iter().any(who) && !own && rest && clause[wants + 1..].iter().any(one)
}
