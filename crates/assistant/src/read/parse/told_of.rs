//! 冰的伤胃, 燕麦奶太贵了, "hot ones burn my tongue": what is only told of an option chooses none.

use super::corrected::is_too;
use super::people::aside;
use super::piece::{Piece, Role, clause};
use crate::lexicon::{Lexicon, Meaning, Word};
use crate::read::sentence::Sentence;

/// Units of unread words behind an option that tell something of it at least: one character is rather a particle.
const TOLD_MIN: usize = 2;

/// Leaves unread the options of clauses that ask for nothing, in a sentence that names no goods, where something that nobody
/// could read is said of them.
pub(super) fn options(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    if pieces.iter().any(|piece| piece.role == Role::Item) {
        return;
    }
    for own in clause::all(pieces) {
        let clause = &pieces[own.clone()];
        if clause.iter().any(asks) {
            continue;
        }
        let Some(value) = clause.iter().rposition(|piece| matches!(piece.role, Role::Value(_))) else { continue };
        let behind = || clause[value + 1..].iter().skip_while(|piece| piece.transparent() || piece.is(Word::Question));
        let unread = behind().take_while(|piece| piece.role == Role::Unknown);
        let units: usize = unread.map(|piece| words(sentence, piece)).sum();
        // 太多 says nothing by itself.
        let mut said = clause[value + 1..].iter().skip_while(|piece| piece.transparent() && !is_too(sentence, piece));
        let too = said.next().is_some_and(|piece| is_too(sentence, piece));
        if units < TOLD_MIN && !too {
            continue;
        }
        // 5瓦太暗，要15瓦: that only says why.
        let another = |piece: &Piece| match (piece.role, clause[value].value) {
            (Role::Value(other), Some(own)) => other != own && lexicon.chooses_alike(own, other),
            _ => false,
        };
        if pieces[own.end..].iter().any(another) {
            aside(pieces, own);
        } else {
            pieces[own.start + value].role = Role::Unknown;
        }
    }
}

/// 整只的，不是半只: which of two variants it is not, beside the one that it is.
pub(super) fn not_that_variant(lexicon: &Lexicon, pieces: &mut [Piece]) {
    let tells = |piece: &Piece| {
        let detail = |meaning: &Meaning| matches!(meaning, Meaning::Detail(_));
        let of_goods = matches!(piece.role, Role::Item | Role::Amount(_)) && !piece.name;
        of_goods && piece.token.meanings(lexicon).iter().any(detail)
    };
    for at in 1..pieces.len() {
        let denies = matches!(pieces[at - 1].role, Role::Word(Word::Not | Word::No));
        let amount = matches!(pieces[at].role, Role::Amount(_));
        let another = |(other, piece): (usize, &Piece)| other + 1 != at && other != at && tells(piece);
        // 冰的，不是热的
        let option = |piece: &Piece| if let Role::Value(value) = piece.role { Some(value) } else { None };
        let otherwise = |value| {
            let alike =
                |piece: &Piece| option(piece).is_some_and(|own| own != value && lexicon.chooses_alike(own, value));
            pieces[..at - 1].iter().any(alike) && !pieces[at + 1..].iter().any(|piece| option(piece).is_some())
        };
        let not_so = pieces[at - 1].is(Word::No) && option(&pieces[at]).is_some_and(otherwise);
        let told = amount && tells(&pieces[at]) && pieces.iter().enumerate().any(another);
        if denies && (told || not_so) {
            pieces[at - 1..=at].iter_mut().for_each(|piece| piece.role = Role::Done);
        }
    }
}

/// 改成大杯多少钱, "how much is it if I make it large": a change of which the price is asked changes nothing yet.
pub(super) fn change_priced(pieces: &mut [Piece]) {
    if !pieces.iter().any(|piece| piece.is(Word::HowMuch)) {
        return;
    }
    for own in clause::all(pieces) {
        let clause = &mut pieces[own];
        let asks = clause.iter().any(|piece| piece.is(Word::HowMuch));
        let goods = clause.iter().any(|piece| piece.item || matches!(piece.role, Role::Amount(_)));
        if asks && !goods {
            let changes = |piece: &&mut Piece| piece.is(Word::Change) || piece.is(Word::Into);
            clause.iter_mut().filter(changes).for_each(|piece| piece.role = Role::Done);
        }
    }
}

/// 别给我最大的, 最大的太大了, "the biggest latte and the smallest mocha": a size at one end that is denied or told of, or of
/// which there are two, chooses none.
pub(super) fn no_size(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let extreme = |piece: &Piece| piece.is(Word::Largest) || piece.is(Word::Smallest);
    let count = pieces.iter().filter(|piece| extreme(piece)).count();
    let several = count > 1;
    if count == 0 {
        return;
    }
    for at in 0..pieces.len() {
        if !extreme(&pieces[at]) {
            continue;
        }
        let own = clause::start(pieces, at);
        let denied = pieces[own..at]
            .iter()
            .any(|piece| piece.is(Word::Not) || piece.is(Word::No) || matches!(piece.role, Role::Nth(_)));
        let behind = pieces[at + 1..].iter().find(|piece| !piece.transparent());
        if several || denied || behind.is_some_and(|piece| is_too(sentence, piece)) {
            pieces[at].role = Role::Unknown;
        }
    }
}

/// 不要太贵的 asks for what costs less. 不要最贵的, 不要便宜的: a price that is only denied chooses none.
pub(super) fn no_price(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let dear = pieces[at].is(Word::Dear);
        let before = pieces[..at].iter().rfind(|piece| !piece.transparent());
        if !(dear || pieces[at].is(Word::Cheap)) || !before.is_some_and(|piece| piece.is(Word::Not)) {
            continue;
        }
        let text = pieces[at].text(sentence);
        let most = text.contains('最') || text.split(' ').any(|word| word.ends_with("est") || word == "most");
        pieces[at].role = if dear && !most { Role::Word(Word::Cheap) } else { Role::Unknown };
    }
}

/// What may be counted in so, behind a price: "the cheaper pair" is no pair of something else.
const ONES: &[&str] =
    &["pair", "set", "bottle", "box", "bag", "pack", "cup", "bowl", "version", "option", "kind", "type", "model"];

/// "The cheaper pair": the one that costs less, of whatever was shown.
pub(super) fn priced_one(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let price = pieces[at - 1].is(Word::Cheap) || pieces[at - 1].is(Word::Dear);
        let one = ONES.iter().any(|one| pieces[at].text(sentence).eq_ignore_ascii_case(one));
        if price && one && !pieces.get(at + 1).is_some_and(|next| next.item) {
            pieces[at] = Piece { role: Role::Done, item: false, ..pieces[at] };
        }
    }
}

/// 最便宜的和最贵的各一束: two are meant, and one only is chosen by what it costs.
pub(super) fn both_prices(pieces: &mut [Piece]) {
    let prices: Vec<usize> =
        (0..pieces.len()).filter(|at| pieces[*at].is(Word::Cheap) || pieces[*at].is(Word::Dear)).collect();
    for pair in prices.windows(2) {
        let (one, other) = (pair[0], pair[1]);
        let between = &pieces[one + 1..other];
        let joined = between.iter().any(|piece| piece.is(Word::And))
            && between.iter().all(|piece| piece.transparent() || piece.is(Word::And));
        if joined && pieces[one].role != pieces[other].role {
            // 各 is each of those two, and not of all that was shown.
            let own = one..clause::end(pieces, other);
            let said = |piece: &&mut Piece| {
                matches!(piece.role, Role::Word(Word::Cheap | Word::Dear | Word::Each | Word::All))
            };
            pieces[own].iter_mut().filter(said).for_each(|piece| piece.role = Role::Unknown);
        }
    }
}

/// 不是都要冰的, "not all of them iced": which are and which are not is not said.
pub(super) fn not_all(pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let before = pieces[..at].iter().rfind(|piece| !piece.transparent());
        let denied = before.is_some_and(|piece| piece.is(Word::No) || piece.is(Word::Not));
        if !(pieces[at].is(Word::All) && denied) {
            continue;
        }
        let own = at..clause::around(pieces, &(at..at + 1)).end;
        let value = |piece: &&mut Piece| matches!(piece.role, Role::Value(_));
        pieces[own].iter_mut().filter(value).for_each(|piece| piece.role = Role::Unknown);
    }
}

/// 不要翻倍, 翻倍多少钱: what is denied, asked or supposed doubles nothing.
pub(super) fn not_doubled(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    if !pieces.iter().any(|piece| piece.is(Word::Double)) {
        return;
    }
    for own in clause::all(pieces) {
        let clause = &mut pieces[own];
        let doubts = |piece: &Piece| {
            let words = [Word::Not, Word::No, Word::Hold, Word::HowMuch, Word::Question, Word::Suppose];
            words.iter().any(|word| piece.is(*word)) || is_too(sentence, piece)
        };
        if clause.iter().any(doubts) {
            clause.iter_mut().filter(|piece| piece.is(Word::Double)).for_each(|piece| piece.role = Role::Unknown);
        }
    }
}

/// Its characters, or for a word of Latin letters as many as are enough.
fn words(sentence: &Sentence<'_>, piece: &Piece) -> usize {
    let han = sentence.han(piece.token.start).is_some();
    if han { piece.token.end - piece.token.start } else { TOLD_MIN }
}

/// Whether it asks for something, or answers.
fn asks(piece: &Piece) -> bool {
    match piece.role {
        Role::Amount(_) | Role::Measure(_) => true,
        Role::Word(word) => matches!(
            word,
            Word::Want | Word::Change | Word::More | Word::Add | Word::Drop | Word::With | Word::Not | Word::Agree
        ),
        _ => false,
    }
}
