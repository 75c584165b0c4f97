//! Tokens become a reading: goods with their amounts and options, limits, references, tone, and what is left unread.

mod again;
mod assent;
mod attach;
mod conditional;
mod corrected;
mod denied;
mod either;
mod extras;
mod goods;
mod grouped;
mod headed;
mod leaving;
mod limits;
mod merge;
mod namesakes;
mod negate;
mod numbered;
mod operators;
mod others;
mod otherwise;
mod owners;
mod people;
mod piece;
mod remaining;
mod remarks;
mod shops;
mod shown;
mod spared;
mod standing;
mod story;
mod swapped;
mod times;
mod told_of;
mod tone;
mod unchanged;
mod unread;
mod verb;

use std::ops::Range;

pub(crate) use owners::person as person_called;

use attach::Attach;
use domain::language::Language;
use either::Either;
use goods::Mention;
use leaving::Leaving;
use negate::Negated;
use piece::{Piece, Role, clause};

use crate::lexicon::text::Kind;
use crate::lexicon::{ItemNo, Lexicon, ListNo, Meaning, ValueNo, Word};
use crate::read::reading::{Chosen, Limits, Prefer, Reading, Reference, Size, Want, When};
use crate::read::sentence::Sentence;
use crate::read::token::Token;

/// The part that each token plays by itself, before the goods are put together.
pub(crate) fn roles(lexicon: &Lexicon, sentence: &Sentence<'_>, tokens: &[Token]) -> Vec<String> {
    let pieces = piece::pieces(lexicon, sentence, tokens);
    pieces.iter().map(|piece| format!("{:?}", piece.role).to_lowercase()).collect()
}

/// What of the conversation tells how words are to be read.
pub(crate) struct Context<'a> {
    /// What was spoken of before: what is in the cart, and what was shown last.
    pub(crate) spoken_of: &'a [ItemNo],
    /// The several from which the buyer is choosing.
    pub(crate) offered: &'a [ItemNo],
    /// What 第一个 counts: what was shown, or what is in the cart.
    pub(crate) counted: &'a [ItemNo],
}

impl Context<'_> {
    /// What a sentence names, and what was spoken of before: the items that its options may be of.
    fn and_named(&self, lexicon: &Lexicon, pieces: &[Piece]) -> Vec<ItemNo> {
        let goods = pieces.iter().filter(|piece| piece.role == Role::Item);
        let names = goods.flat_map(|piece| piece.token.meanings(lexicon)).filter_map(|meaning| match meaning {
            Meaning::Name(list) | Meaning::Short(list) => Some(lexicon.items_in(*list).iter().take(NAMESAKES_MAX)),
            _ => None,
        });
        let mut items: Vec<ItemNo> = Vec::new();
        for item in names.flatten().chain(self.spoken_of) {
            if items.len() < ASKED_MAX && !items.contains(item) {
                items.push(*item);
            }
        }
        items
    }

    /// Whether something spoken of before has such a value.
    fn has(&self, lexicon: &Lexicon, value: ValueNo) -> bool {
        self.spoken_of.iter().any(|item| lexicon.value_of(lexicon.item(*item), value).is_some())
    }
}

/// Items of one name that are asked what can be chosen of them, and of all.
const NAMESAKES_MAX: usize = 8;
const ASKED_MAX: usize = 16;

/// Makes a reading of tokens: first what the words do to each other, then the goods with all that belongs to them, and
/// last what the sentence comes to.
pub(crate) fn parse(lexicon: &Lexicon, sentence: &Sentence<'_>, tokens: &[Token], context: &Context<'_>) -> Reading {
    let mut pieces = piece::pieces(lexicon, sentence, tokens);
    let told = told(lexicon, sentence, &mut pieces, context);
    let goods = goods_told(lexicon, sentence, &mut pieces, &told, context);
    reading(lexicon, sentence, &pieces, told, goods, context)
}

/// What the words of a sentence do to each other.
struct Told {
    /// Whether it is left open how many people it is for.
    people_open: bool,
    /// Whether nothing else is wanted of what is in the cart.
    others_denied: bool,
    alternatives: Vec<Either>,
    or_fewer: bool,
    denied_shops: Vec<ListNo>,
    negated: Vec<Negated>,
    limits: Limits,
    /// Whether something is left out of what is said of all.
    spares: bool,
}

/// Reads what is corrected, told, counted by people, pointed at, supposed, denied and limited, in this order: what only
/// tells something must be out of the way before anything is denied, and a sum is a limit only if it counts nothing.
fn told(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], context: &Context<'_>) -> Told {
    shown::numbered(sentence, pieces, context.counted);
    remaining::of_two(lexicon, sentence, pieces, context.offered);
    let items = context.and_named(lexicon, pieces);
    negate::own_values(lexicon, sentence, pieces, &items);
    grouped::options(lexicon, sentence, pieces, &items);
    extras::one_on_each(pieces);
    negate::not_more(pieces);
    negate::not_too_much(sentence, pieces);
    extras::named_first(lexicon, pieces, &items);
    limits::counted_in_pieces(lexicon, sentence, pieces, &items);
    numbered::of_spoken_of(lexicon, sentence, pieces, context);
    numbered::of_nothing(sentence, pieces);
    swapped::swapped(lexicon, sentence, pieces, context);
    told_of::not_that_variant(lexicon, pieces);
    told_of::change_priced(pieces);
    told_of::options(lexicon, sentence, pieces);
    told_of::not_doubled(sentence, pieces);
    told_of::not_all(pieces);
    told_of::no_size(sentence, pieces);
    told_of::no_price(sentence, pieces);
    told_of::both_prices(pieces);
    told_of::priced_one(sentence, pieces);
    corrected::corrected(sentence, pieces);
    corrected::on_second_thoughts(sentence, pieces);
    assent::no_option(lexicon, sentence, pieces, context);
    assent::asks_whether(sentence, pieces);
    assent::says_it_is_done(sentence, pieces);
    conditional::conditional(sentence, pieces);
    assent::to_what_is_pointed_at(sentence, pieces);
    assent::praised(sentence, pieces);
    let others_denied = others::deny_others(sentence, pieces, context.counted.len());
    story::not_then(sentence, pieces);
    unchanged::unchanged(lexicon, sentence, pieces);
    story::stories(sentence, pieces);
    let people_open = people::people(sentence, pieces);
    shown::counted(sentence, pieces);
    shown::pointed_at(pieces, context.counted);
    shown::extreme(lexicon, sentence, pieces, context.offered);
    let alternatives = either::either(sentence, pieces);
    let or_fewer = otherwise::otherwise(sentence, pieces);
    shops::narrow(lexicon, pieces);
    let denied_shops = negate::shops(pieces);
    spared::not_ordered(sentence, pieces);
    spared::all_but(sentence, pieces);
    spared::all_but_some(sentence, pieces);
    spared::beside(sentence, pieces);
    let negated = negate::negate(&Leaving { lexicon, sentence, items: &items }, pieces);
    negate::wanted_again(pieces);
    negate::in_doubt(sentence, pieces);
    let limits = limits::limits(sentence, pieces);
    let spares = spared::spares(sentence, pieces);
    Told { people_open, others_denied, alternatives, or_fewer, denied_shops, negated, limits, spares }
}

/// The goods of a sentence.
struct Goods {
    mentions: Vec<Mention>,
    /// What is not wanted.
    excluded: Vec<Mention>,
    /// Whether what is denied may only be left out of what is said of all.
    spared: bool,
    wants: Vec<Want>,
    /// Amounts that belong to nothing.
    left: Vec<usize>,
    /// Words that something was done about.
    acted: Vec<usize>,
}

/// Finds goods, and puts every amount and option where it belongs.
fn goods_told(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &mut [Piece],
    told: &Told,
    context: &Context<'_>,
) -> Goods {
    let mut mentions = goods::mentions(lexicon, sentence, pieces, context);
    goods::drop_whom(sentence, pieces, &mut mentions);
    extras::extras(lexicon, sentence, pieces, &mut mentions);
    let (mut excluded, mut mentions) = denied::split(&told.negated, mentions);
    // 拿铁和美式各一杯，除了美式都要冰的: whether that one is wanted as well is asked.
    let spares = told.spares;
    // 除了第一个都要冰的: which that is may be known to nobody here.
    let names_none = spares && excluded.is_empty() && told.negated.is_empty();
    let names_none = names_none && !mentions.is_empty() && !told.others_denied;
    let mut spared = false;
    for mention in &mut mentions {
        mention.spared = spares && excluded.iter().any(|denied| denied::may_be(denied, mention));
        spared |= mention.spared;
    }
    for mention in &mut mentions {
        mention.taken_back = !spared && excluded.iter().any(|denied| denied::takes_back(denied, mention));
    }
    if spared {
        excluded.clear();
    }
    excluded.retain(|denied| !denied::is_left_away(lexicon, pieces, denied, &mentions, context));
    numbered::of_goods(lexicon, sentence, pieces, &mentions);
    let mut attach = Attach::new(lexicon, sentence, pieces, &mentions);
    attach.run(&|at, value| chosen(sentence, pieces, &told.negated, at, value));
    let (wants, left, mut acted, but_spared) = (attach.wants, attach.left, attach.acted, attach.but_spared);
    // All but it have the option, how many of it are wanted was said, and nothing else is said of all.
    let once = but_spared.len() == 1;
    let clear = |at: usize, mention: &Mention| !mention.spared || once && wants[at].amount.is_some();
    let spared = names_none || spared && !mentions.iter().enumerate().all(|(at, mention)| clear(at, mention));
    acted.sort_unstable();
    let wants = finish(lexicon, sentence, pieces, &mentions, &left, &told.alternatives, wants);
    Goods { mentions, excluded, spared, wants, left, acted }
}

/// What the sentence comes to.
fn reading(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    told: Told,
    goods: Goods,
    context: &Context<'_>,
) -> Reading {
    let Goods { mentions, excluded, spared, wants, left, acted } = goods;
    let changes = pieces.iter().any(|piece| piece.is(Word::Change));
    let (gives_up, not_done) = match given_up(sentence, pieces, &mentions) {
        Some(clause) if tone::is_of_order(&clause) => (Some(clause), None),
        // 算了，换成桃花渡
        clause => (None, clause.filter(|clause| !(changes && NEVER_MIND.contains(&clause.as_str())))),
    };
    let when = times::when(sentence, pieces);
    let doubtful = told.people_open
        || spared
        || !when.beside.is_empty()
        || not_done.is_some() && ends_called_off(pieces)
        || unread::is_doubtful(sentence, pieces, &wants, &left);
    let mut unread = unread::unread(sentence, pieces, &left);
    unread.extend(when.beside.iter().map(|at| pieces[*at].text(sentence).to_owned()));
    unread.extend(denied::lost(sentence, pieces, &excluded, &mentions));
    let is_chosen = |at, value| chosen(sentence, pieces, &told.negated, at, value);
    let any_had = wants.iter().any(|want| want.had);
    let has = |word: Word| pieces.iter().any(|piece| piece.is(word));
    let mut reading = Reading {
        limits: limits::for_all(sentence, pieces, told.limits, &wants),
        not: denied::items(lexicon, sentence, pieces, &excluded, &told.denied_shops, &mentions, context),
        shops: shops::all(lexicon, pieces),
        whence: limits::whence(pieces),
        prefer: prefer(pieces),
        size: size(sentence, pieces),
        of_whom: owners::spoken_of(sentence, pieces, &mentions),
        standing: standing::standing(sentence, pieces, &mentions, context, &is_chosen),
        several: shown::several(pieces),
        reference: reference(pieces).filter(|reference| *reference != Reference::Usual || !any_had),
        when: when.time.or(has(Word::Soon).then_some(When::Soon)),
        tone: tone::tone(sentence, pieces, &mentions, told.spares),
        operators: operators::operators(sentence, pieces, &mentions, &acted),
        wants,
        unread,
        doubtful,
        elsewhere: said(sentence, pieces, Word::OtherShop).next(),
        not_from: told.denied_shops.iter().flat_map(|shops| lexicon.shops_in(*shops)).copied().collect(),
        asides: asides(sentence, pieces).chain(not_done).collect(),
        asks_hours: has(Word::Hours),
        others_denied: told.others_denied,
        gives_up,
        assent: assent::assent(lexicon, sentence, pieces),
        told_apart: unread::stands_apart(sentence, pieces),
        or_fewer: told.or_fewer,
        language: language(sentence),
        greets: has(Word::Greet) && !has(Word::Help),
        ..Reading::default()
    };
    reading.request = tone::request(pieces, &reading);
    reading
}

/// What is only told beside what is asked for.
fn asides<'s>(sentence: &'s Sentence<'_>, pieces: &'s [Piece]) -> impl Iterator<Item = String> + 's {
    let told = [Word::Aside, Word::Event, Word::Busy].into_iter().flat_map(move |word| said(sentence, pieces, word));
    told.chain(people::others(sentence, pieces))
}

fn chosen(sentence: &Sentence<'_>, pieces: &[Piece], negated: &[Negated], at: usize, value: ValueNo) -> Chosen {
    let token = pieces[at].token;
    let not = negated.iter().find(|negated| negated.at == at);
    let was_value = pieces[at].value == Some(value);
    let again = not.is_none() && pieces[at].stem == Some(value);
    let from = not.map_or(token.start, |negated| negated.from);
    let without = not.is_some() && was_value || again;
    let (replaces, which) = (replaces(sentence, pieces, at), !without && tells_which(sentence, pieces, at));
    let otherwise = otherwise::is_otherwise(pieces, at);
    Chosen { value, without, replaces, which, otherwise, said: sentence.text(from, token.end).to_owned() }
}

/// 煎蛋换成卤蛋, 酱改成番茄酱: a value behind a change, where no more is asked for.
fn replaces(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let clause = pieces[..at].iter().rev().take_while(|piece| !piece.ends_clause());
    // 加个煎蛋，不对，加个卤蛋: in the place of the one before.
    let own = pieces[..at].iter().rev().take_while(|piece| !matches!(piece.role, Role::Value(_) | Role::Item));
    if own.into_iter().any(|piece| piece.is(Word::Correct)) {
        return true;
    }
    let rather = |piece: &Piece| piece.text(sentence) == "还是";
    let mut verbs = clause.filter(|piece| {
        let verb = matches!(
            piece.role,
            Role::Word(Word::Change | Word::Into | Word::Add | Word::More | Word::Drop | Word::With)
        );
        verb || rather(piece)
    });
    verbs.next().is_some_and(|verb| verb.is(Word::Change) || verb.is(Word::Into) || rather(verb))
}

/// 要最大的.
fn size(sentence: &Sentence<'_>, pieces: &[Piece]) -> Option<(Size, String)> {
    pieces.iter().find_map(|piece| {
        let size = match piece.role {
            Role::Word(Word::Largest) => Size::Largest,
            Role::Word(Word::Smallest) => Size::Smallest,
            _ => return None,
        };
        Some((size, piece.text(sentence).to_owned()))
    })
}

/// 贵的那个不要，便宜的来两杯: what is denied is not preferred.
fn prefer(pieces: &[Piece]) -> Option<Prefer> {
    let denied = |at: usize| {
        let behind = pieces[at + 1..].iter().find(|piece| !piece.transparent() && !piece.is(Word::This));
        behind
            .is_some_and(|piece| matches!(piece.role, Role::Word(Word::Not | Word::No | Word::Hold | Word::DropAfter)))
    };
    (0..pieces.len()).find_map(|at| match pieces[at].role {
        Role::Word(Word::Dear) if denied(at) => Some(Prefer::Cheapest),
        Role::Word(_) if denied(at) => None,
        Role::Word(Word::Cheap) => Some(Prefer::Cheapest),
        Role::Word(Word::Dear) => Some(Prefer::Dearest),
        Role::Word(Word::Near) => Some(Prefer::Nearest),
        _ => None,
    })
}

fn reference(pieces: &[Piece]) -> Option<Reference> {
    let of = |piece: &Piece| match piece.role {
        Role::Nth(n) => Some(Reference::Nth(n)),
        Role::Word(Word::Last) => Some(Reference::Last),
        Role::Word(Word::Other) => Some(Reference::Other),
        Role::Word(Word::Previous) => Some(Reference::Previous),
        Role::Word(Word::Usual) => Some(Reference::Usual),
        Role::Word(Word::This) => Some(Reference::This),
        _ => None,
    };
    // 第一个，不对，第二个
    let corrected = pieces.iter().rposition(|piece| piece.is(Word::Correct));
    let nth = |piece: &Piece| if let Role::Nth(n) = piece.role { Some(Reference::Nth(n)) } else { None };
    if let Some(anew) = corrected.and_then(|at| pieces[at..].iter().find_map(nth)) {
        return Some(anew);
    }
    let weak = |reference: &Reference| u8::from(*reference == Reference::This);
    pieces.iter().filter_map(of).min_by_key(weak)
}

/// Goods with their words, items and verbs; what names nothing comes last, if there is anything of it.
fn finish(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    mentions: &[Mention],
    left: &[usize],
    alternatives: &[Either],
    mut wants: Vec<Want>,
) -> Vec<Want> {
    for (at, mention) in mentions.iter().enumerate() {
        let want = &mut wants[at];
        if mention.taken_back {
            *want = Want::default();
            continue;
        }
        let (first, last) = (pieces[mention.pieces.start].token, pieces[mention.pieces.end - 1].token);
        want.said = sentence.text(first.start, last.end).to_owned();
        want.items.clone_from(&mention.items);
        if let Some(pack) = want.pack {
            want.items.retain(|one| goods::is_packed_in(lexicon, one.item, pack));
        }
        want.detail = mention.detail;
        want.which = mention.which;
        want.only_for = mention.only_for;
        want.doubt = doubt(sentence, pieces, &mention.pieces);
        want.asked = asked(pieces, mentions, at);
        want.had = had(pieces, mentions, at);
        want.owner = owners::owner(sentence, pieces, mentions, at);
        want.alike = at == 0 && merge::is_alike(sentence, pieces, mention);
        want.shops = shops::of(lexicon, sentence, pieces, mention);
        want.unsure = unread::is_unsure(pieces, mentions, at, left);
        want.verb = verb::verb(sentence, pieces, mentions, at);
    }
    verb::dropped_together(sentence, pieces, mentions, &mut wants);
    otherwise::nest(pieces, mentions, &mut wants);
    merge::merge(lexicon, sentence, pieces, mentions, &mut wants);
    either::unite(alternatives, mentions, prefer(pieces), &mut wants);
    if let Some(free) = wants.last_mut() {
        free.of_all = counts_all(sentence, pieces);
    }
    let free = wants.last().is_some_and(|want| {
        want.amount.is_some() || want.out_of.is_some() || !want.options.is_empty() || !want.parts.is_empty()
    });
    if !free {
        wants.pop();
    }
    wants.retain(|want| *want != Want::default());
    wants
}

/// Unknown words right at a name may change what it means: 和牛牛肉面 is no 牛肉面.
fn doubt(sentence: &Sentence<'_>, pieces: &[Piece], range: &Range<usize>) -> bool {
    let long = |piece: &Piece| piece.role == Role::Unknown || piece.is(Word::Person);
    let before = pieces[..range.start].iter().rev().find(|piece| !piece.is(Word::Of));
    // 过年用的红包袋 is for something, and the same.
    let of = range.start.checked_sub(1).is_some_and(|at| pieces[at].is(Word::Of));
    let what_for = |piece: &Piece| {
        let last = piece.token.end.checked_sub(1).and_then(|last| sentence.han(last));
        of && last.is_some_and(|last| "用吃喝送装穿戴挂贴摆".contains(last))
    };
    before.is_some_and(|piece| long(piece) && !what_for(piece)) || pieces.get(range.end).is_some_and(long)
}

/// Whether a word of wanting stands before goods in their clause.
fn asked(pieces: &[Piece], mentions: &[Mention], at: usize) -> bool {
    before_in_clause(pieces, mentions, at).any(|piece| piece.is(Word::Want) || piece.is(Word::More))
}

/// What stands in a clause before goods and behind any other goods, backwards.
fn before_in_clause<'p>(pieces: &'p [Piece], mentions: &[Mention], at: usize) -> impl Iterator<Item = &'p Piece> {
    let from = at.checked_sub(1).map_or(0, |before| mentions[before].pieces.end);
    let before = pieces[from..mentions[at].pieces.start].iter().rev();
    before.take_while(|piece| !piece.ends_clause())
}

/// 上次喝的奶茶, "the latte I had last time": one that the buyer had before. 牛肉面，和上次一样 is one too.
fn had(pieces: &[Piece], mentions: &[Mention], at: usize) -> bool {
    let to = mentions.get(at + 1).map_or(pieces.len(), |after| after.pieces.start);
    let stop = |piece: &&Piece| !matches!(piece.role, Role::Separator(Kind::Stop)) && !piece.is(Word::More);
    let mut behind = pieces[mentions[at].pieces.end..to].iter().take_while(stop);
    before_in_clause(pieces, mentions, at).any(|piece| piece.is(Word::Usual))
        || behind.any(|piece| piece.is(Word::Usual)) && !pieces[to..].iter().any(|piece| piece.is(Word::Usual))
}

/// The words of one class, as they were written.
fn said<'s>(sentence: &'s Sentence<'_>, pieces: &'s [Piece], word: Word) -> impl Iterator<Item = String> + 's {
    let of = pieces.iter().filter(move |piece| piece.is(word));
    of.map(|piece| piece.text(sentence).to_owned())
}

/// Words that speak of several at once.
const THEM: &[&str] = &["them", "make them", "those", "these", "make those"];

/// Whether a clause with an amount in it speaks of all: 都改成三杯, 每样两份, "make them 500 ml".
fn counts_all(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    let counts = |piece: &Piece| matches!(piece.role, Role::Amount(_)) || piece.token.amount.is_some();
    let all = |piece: &Piece| {
        let them = || THEM.iter().any(|word| piece.text(sentence).eq_ignore_ascii_case(word));
        piece.is(Word::All) || piece.is(Word::Each) || them()
    };
    pieces.split(Piece::ends_clause).any(|clause| clause.iter().any(all) && clause.iter().any(counts))
}

/// 半糖那杯, "the oat one", 热的加糖: an option that only tells which of several is meant.
fn tells_which(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let mut behind = pieces[at + 1..].iter().skip_while(|piece| piece.is(Word::Of));
    let Some(next) = behind.next() else { return false };
    let text = next.text(sentence);
    // 不辣的那碗 is not one word.
    let measured = matches!(text, "那" | "这") && behind.next().is_some_and(|of| matches!(of.role, Role::Measure(_)));
    let points = measured || next.is(Word::This) && text.starts_with(['那', '这']);
    let one = text.eq_ignore_ascii_case("one") || text.eq_ignore_ascii_case("ones");
    let of = pieces[at].text(sentence).ends_with('的') || pieces[at + 1].is(Word::Of);
    let verb = matches!(
        next.role,
        Role::Word(Word::Add | Word::Change | Word::Want | Word::More | Word::Drop | Word::DropAfter)
    );
    let mut before = pieces[..at].iter().rev().take_while(|piece| !piece.ends_clause());
    // 冰的都要大杯: of all that are iced.
    let of_all = next.is(Word::All) || next.is(Word::Each);
    let all =
        of && of_all && behind.take_while(|piece| !piece.separates()).any(|piece| matches!(piece.role, Role::Value(_)));
    points || one || all || of && verb && before.all(|piece| piece.transparent() || piece.is(Word::This))
}

/// 再来个可颂，算了: whether all of it is meant, or the last, nobody can tell.
fn ends_called_off(pieces: &[Piece]) -> bool {
    let last = pieces.rsplit(Piece::ends_clause).find(|clause| !clause.is_empty());
    last.is_some_and(|clause| clause.iter().all(|piece| piece.is(Word::Cancel) || piece.transparent()))
}

/// Words that give up nothing where something is changed.
const NEVER_MIND: &[&str] = &["算了", "算了吧", "算了算了", "还是算了", "哎算了", "never mind", "nevermind"];

/// 取消刚才的订单，来一份炒饭: the clause that gives something up and names no goods, where others do.
fn given_up(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention]) -> Option<String> {
    let cancel = pieces.iter().position(|piece| piece.is(Word::Cancel) || piece.is(Word::DropAfter))?;
    let own = clause::around(pieces, &(cancel..cancel));
    let in_clause = mentions.iter().any(|mention| own.contains(&mention.pieces.start));
    // 蓝莓有点贵，不要了
    let before = own.start.checked_sub(1).map(|stop| clause::start(pieces, stop)..stop);
    let of_before = pieces[cancel].is(Word::DropAfter)
        && pieces[own.clone()].iter().all(|piece| piece.is(Word::DropAfter) || piece.transparent())
        && before.is_some_and(|before| mentions.iter().any(|mention| before.contains(&mention.pieces.start)));
    let in_clause = in_clause || of_before;
    // 算了，泡芙还是留着吧
    if mentions.is_empty() || in_clause || pieces.iter().any(|piece| piece.is(Word::Keep)) {
        return None;
    }
    Some(sentence.text(pieces[own.start].token.start, pieces[own.end - 1].token.end).trim().to_owned())
}

pub(crate) fn language(sentence: &Sentence<'_>) -> Language {
    let han = sentence.units.iter().filter(|unit| unit.kind == Kind::Han).count();
    let words = sentence.units.iter().filter(|unit| unit.kind == Kind::Word).count();
    if words > han { Language::En } else { Language::Zh }
}
