//! What a sentence was read as.

use domain::buyer::Address;
use domain::language::Language;
use domain::money::Money;
use domain::time::Time;

use super::avoid::Diet;
use super::heard::Heard;
use super::memory::Remembered;
use crate::lexicon::{ItemNo, ShopNo, ValueNo};
use crate::request::Request;

/// A sentence, read: a request with its slots, and what nobody could place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// What it asks for.
    pub request: Request,
    /// The language it is in.
    pub language: Language,
    /// Goods it speaks of, in the order they were said.
    pub wants: Vec<Want>,
    /// Whose goods are spoken of, where none are named or others take their place: 老妈的也要大碗.
    pub of_whom: Vec<String>,
    /// What is said of all of a kind before any of it is wanted: 咖啡全部要脱脂奶.
    pub standing: Vec<Standing>,
    /// The size at one end of those that goods come in, and the words that say so: 要最大的.
    pub size: Option<(Size, String)>,
    /// Limits on price.
    pub limits: Limits,
    /// Which of several is preferred.
    pub prefer: Option<Prefer>,
    /// The shops that the name said fits; empty if no shop was named.
    pub shops: Vec<ShopNo>,
    /// Items that must not be offered: those that "not the spicy one" fits.
    pub not: Vec<Vec<ItemNo>>,
    /// Where to.
    pub place: Option<Place>,
    /// When.
    pub when: Option<When>,
    /// Something shown or said before.
    pub reference: Option<Reference>,
    /// All that is counted of what was shown, where that is more than one: 第二个和第三个.
    pub several: Vec<u32>,
    /// How the sentence stands to what is in the cart or waits for an answer.
    pub tone: Tone,
    /// What it says of what the buyer does not eat.
    pub diet: Diet,
    /// What it asks of what else is remembered of the buyer.
    pub remembered: Option<Remembered>,
    /// Whether it says hello.
    pub greets: bool,
    /// Whether all of it is to come from the shops named, or need not any more.
    pub whence: Option<Whence>,
    /// Whether nothing else is wanted of what is in the cart: 其他的不要, "keep only the latte".
    pub others_denied: bool,
    /// Whether it asks when a shop is open.
    pub asks_hours: bool,
    /// The words that turn away from the shop chosen, 换一家; `None` if none do.
    pub elsewhere: Option<String>,
    /// Shops that it is not to come from: 不要茉白家的.
    pub not_from: Vec<ShopNo>,
    /// Whether fewer will do where there are not so many: 有几杯拿几杯.
    pub or_fewer: bool,
    /// The words that give up an order beside goods that are wanted: 取消刚才的订单，来一份炒饭.
    pub gives_up: Option<String>,
    /// What a cart cannot express, such as who it is for or where to leave it: said back, but no reason for doubt.
    pub asides: Vec<String>,
    /// What nobody could place, as it was written.
    pub unread: Vec<String>,
    /// What was said, where it was mended before it was read.
    pub(crate) heard: Option<Heard>,
    /// Words that nothing has acted on yet.
    pub operators: Vec<Operator>,
    /// What stands beside a yes, if there is one.
    pub assent: Assent,
    /// Whether all that nobody could place stands in clauses of its own, apart from any yes.
    pub(crate) told_apart: bool,
    /// Whether some of that may change what is to be bought: an option, how many, or what is denied or changed.
    pub(crate) doubtful: bool,
}

/// What stands beside a yes, but for what is unread and what only tells something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Assent {
    /// Nothing.
    Plain,
    /// Words that point at one thing, 就这杯: a yes if the quote has one line.
    Pointing,
    /// Goods, with how many of them, their options and shops: a yes if the quote says the same.
    Restating,
    /// Something that may change what is ordered, or whether it is.
    #[default]
    Other,
}

/// Goods that a sentence speaks of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Want {
    /// The words, as written.
    pub said: String,
    /// Items that fit the words, best first; none for goods that are not named: "make it two".
    pub items: Vec<Candidate>,
    /// How many or how much; `None` if not said.
    pub amount: Option<Amount>,
    /// How much one of it holds, where that tells variants apart: 十二支装的中性笔.
    pub pack: Option<Amount>,
    /// Chosen values.
    pub options: Vec<Chosen>,
    /// Some of them with options of their own: "two americanos, one iced".
    pub parts: Vec<Part>,
    /// The shops that it is to come from, where that is not simply [`Reading::shops`]: the sentence names several, or one
    /// for other goods.
    pub shops: Option<Vec<ShopNo>>,
    /// What is to be done with it.
    pub verb: Verb,
    /// How its amount stands to what there is of it.
    pub counted: Counted,
    /// Whether the words only tell variants of something apart: "the half one".
    pub detail: bool,
    /// Whether the words say which of several and not what: "the large ones".
    pub which: bool,
    /// Words right before the name that could not be read and may change what is meant.
    pub doubt: bool,
    /// Whether all that fits is only for what was said: a case for the phone.
    pub only_for: bool,
    /// Whether it is one that the buyer had before: 上次喝的奶茶.
    pub had: bool,
    /// Whether it is for the same as what was spoken of before: "a case for the same phone".
    pub alike: bool,
    /// Who has it, if that is said: 小王.
    pub owner: Option<String>,
    /// Whether the clause of its amount speaks of all there is: 都改成三杯.
    pub of_all: bool,
    /// How many they are of which all is said: 两杯都要热的.
    pub out_of: Option<u32>,
    /// Whether its own clause asks to have it: 来一碗面.
    pub asked: bool,
    /// Words about it, in its clause or a short one beside that, that could not be read.
    pub unsure: bool,
    /// What is wanted where this cannot be had, and so on; one at most.
    pub otherwise: Vec<Want>,
}

/// An item that fits what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub item: ItemNo,
    /// How well it fits.
    pub fit: Fit,
    /// How much of its name was said, in hundredths.
    pub cover: u8,
}

/// Some of what is wanted, with its own options.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// How many; `None` for "the other".
    pub quantity: Option<u32>,
    /// Chosen values.
    pub options: Vec<Chosen>,
}

/// An option as it was said: what it may stand for, and the words, to say them back if the item does not have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// What it may stand for.
    pub value: ValueNo,
    /// Whether it is to be left away: "no pearls".
    pub without: bool,
    /// Whether it takes the place of others of its kind, where several may be chosen: 煎蛋换成卤蛋.
    pub replaces: bool,
    /// Whether it only tells which of several is meant: 半糖那杯.
    pub which: bool,
    /// Whether it is chosen only where the one before cannot be: 要抹茶的，没有就香草.
    pub otherwise: bool,
    /// The words, as written.
    pub said: String,
}

/// An option that is said of all of a kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// What all of it is called, 咖啡; `None` for whatever is bought.
    pub kind: Option<&'static str>,
    /// The option.
    pub chosen: Chosen,
}

/// How well items fit the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Fit {
    /// A category: "noodles", "something to drink".
    #[default]
    Kind,
    /// Words of the name.
    Part,
    /// A short form of the name: 美式 for 美式咖啡.
    Short,
    /// The name itself.
    Name,
}

/// What is to be done with what is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Verb {
    /// To have it.
    #[default]
    Have,
    /// To have it as well: "another one", 再来.
    More,
    /// To have it instead of what there is: 换成.
    Instead,
    /// To no longer have it: 去掉.
    Drop,
}

/// A word that says how what is bought differs from what there is, or of which of it something is said. What was said is
/// taken up by what acts on it; what is left at the end of a turn is asked about, and never lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// Away with it, or with so many of it.
    Less,
    /// Some of those spoken of: "one of them".
    Among,
    /// Each or all of them.
    Each,
    /// As what there is: "the same again".
    Same,
    /// What is left of them: 其他的要热的.
    Rest,
}

/// How an amount stands to what there is of the goods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Counted {
    /// So many in all, or of what there was none.
    #[default]
    InAll,
    /// So many more: 多来一个.
    More,
    /// So many less: 去掉两个.
    Fewer,
    /// So many times as many as there are: 翻倍.
    Times,
}

impl Want {
    /// How well the best of its items fits; `None` for goods that are not named.
    pub fn fit(&self) -> Option<Fit> {
        self.items.iter().map(|candidate| candidate.fit).max()
    }

    /// Whether nothing names it: only how many, or with which options.
    pub fn is_free(&self) -> bool {
        self.items.is_empty()
    }
}

/// How many or how much, as said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// Thousandths of the measure: half a pound is 500.
    pub milli: u32,
    /// The most it may be, likewise, where that was said: 两三个 are two, or three.
    pub most: u32,
    /// Of what.
    pub measure: Measure,
    /// The option value that goes by the same words: 一斤 may be one of something, or a weight to choose.
    pub value: Option<ValueNo>,
}

/// What is counted or weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Just a number, or a word that fits anything: 个, 份.
    Each,
    /// A vessel or a form: 杯, 瓶, bowl. The number is an index into the table of measure words.
    Form(u8),
    /// A weight, in grams for one.
    Grams(u32),
    /// A volume, in millilitres for one.
    Millilitres(u32),
}

/// Limits on price, in fen, and on how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// One item costs at least this.
    pub price_min: Option<Money>,
    /// One item costs at most this.
    pub price_max: Option<Money>,
    /// All of it, delivery included, costs at most this.
    pub total_max: Option<Money>,
    /// Whether no limit holds any more: 不限价.
    pub lifted: bool,
    /// So many in all.
    pub units: Option<u32>,
}

/// From where all of it is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whence {
    /// From the shops named and from no other.
    Only,
    /// From any shop.
    Any,
}

/// A size at one end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// The largest.
    Largest,
    /// The smallest.
    Smallest,
}

/// Which of several is preferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefer {
    /// The one that costs least.
    Cheapest,
    /// The one that costs most.
    Dearest,
    /// The nearest one.
    Nearest,
}

/// Where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// One of the buyer's addresses, or a new one that was said in full.
    Known(Address),
    /// Words that are no address that anybody could find.
    Vague(String),
    /// Words that deny one of the buyer's own, where no other is said: 别送家里.
    Denied(String),
    /// Words that say that it is wrong, where no other is said: 地址不对.
    Wrong(String),
}

impl Place {
    /// Whether both are known, and not the same.
    pub(crate) fn is_other_than(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Known(one), Self::Known(other)) if one.text != other.text)
    }
}

/// When.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// As soon as can be.
    Soon,
    /// At that time.
    At(Time),
    /// At that time at the latest.
    By(Time),
    /// On that day, in days since 1970-01-01 in China; the hour is not said.
    Day(i64),
}

/// Something shown or said before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// The n-th that was shown, from 1.
    Nth(u32),
    /// The last that was shown.
    Last,
    /// The one being spoken of.
    This,
    /// The other one.
    Other,
    /// What was spoken of before that one.
    Previous,
    /// What they always have.
    Usual,
}

/// How a sentence stands to what is in the cart or waits for an answer. Several may be true at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tone {
    /// Yes, good, right.
    pub agrees: bool,
    /// Agrees in a clause that says nothing else.
    pub agrees_apart: bool,
    /// Place the order, pay.
    pub commits: bool,
    /// Asks to have something: 来, "I'll take".
    pub takes: bool,
    /// Says the word that agrees to an order and to nothing else: 确认, "confirm".
    pub confirms: bool,
    /// What agrees, or places the order, is also the name of goods.
    pub names_goods: bool,
    /// What was said before was wrong.
    pub corrects: bool,
    /// No, not, don't.
    pub refuses: bool,
    /// Wait, not yet.
    pub holds: bool,
    /// If, would, how much, later: nothing that could be agreement.
    pub supposes: bool,
    /// A question.
    pub asks: bool,
    /// It wants to see what there is, or advice.
    pub looks: bool,
    /// How much is it?
    pub asks_price: bool,
    /// It changes what is in the cart: 改成, "make it".
    pub changes: bool,
    /// More of the same.
    pub more: bool,
    /// What it names stands beside what there is: "oh wait, and a croissant", 美式也要一杯.
    pub joins: bool,
    /// Away with it.
    pub drops: bool,
    /// Less of it by so many.
    pub fewer: bool,
    /// One of those spoken of: "one of them".
    pub one_of: bool,
    /// It speaks of a password, a code or a transfer.
    pub secret: bool,
    /// One of those spoken of goes: "drop one of them".
    pub drops_one: bool,
    /// Rather not: 不买了.
    pub declines: bool,
    /// Whether nothing but its mark makes a question of it.
    pub only_marked: bool,
    /// So many are enough: 一碗就够了.
    pub enough: bool,
    /// All of them, both.
    pub all: bool,
    /// All but what is denied: 除了美式都要大杯.
    pub spares: bool,
    /// Some of those spoken of.
    pub among: bool,
    /// It is to stay, or stands after all: 还是留着吧.
    pub keeps: bool,
    /// What was taken out is wanted after all: 还是加回来吧.
    pub adds_back: bool,
    /// As it was before the last change.
    pub undoes: bool,
    /// Why this one?
    pub asks_why: bool,
    /// Away with all of it, or with an order.
    pub cancels: bool,
    /// Whether it speaks of an order: 取消订单, 退款.
    pub of_order: bool,
}
