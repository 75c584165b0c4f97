//! The closed classes of both languages: the words that say what a sentence wants of the goods it names.

mod answers;
mod asides;
mod assent;
mod clause_of_yes;
mod limits;
mod measures;
mod persons;
mod pointing;
mod priced;
mod services;
mod speech;
mod trades;
mod wishes;
mod yes;

pub(crate) use answers::put_off;
pub(crate) use asides::{ABSENT, FOR, persons};
pub(crate) use assent::{BEFORE_AGREEMENT, BEFORE_COMMITMENT, BEFORE_WISH, BESIDE_YES, HESITATIONS, POINTING};
pub(crate) use clause_of_yes::{ROWS, Row};
pub(crate) use measures::{
    COUNTING, EACH, FORM_HALF, FORM_MULTIPACK, FORM_PAIR, FORM_PORTION, FORMS, FORMS_MAYBE_OUTER, FORMS_OF_PIECES,
    FORMS_OUTER, FREE, KINDS, VOLUMES, WEIGHTS,
};
pub(crate) use persons::{COMPANY, KIN, begins_person, is_child, is_person, is_self, owns};
pub(crate) use priced::{cheapest, delivery_in_all};
pub(crate) use trades::TRADES;
pub(crate) use yes::{commitments, praises};

/// What a closed-class word does in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Word {
    /// Politeness, particles, hesitation: says nothing.
    Filler,
    /// `的`, `of`: joins what stands around it.
    Of,
    /// Asks to have: 来, 要, "I'd like".
    Want,
    /// Asks to see: 有什么, "show me".
    Show,
    /// Asks for advice: shows, whatever else is said.
    Suggest,
    /// Not, without.
    Not,
    /// As well: 再来, another.
    More,
    /// And: 和, "and".
    And,
    /// One of the two: 或者, "or".
    Or,
    /// To add to what there is: 加, "add".
    Add,
    /// With.
    With,
    /// Otherwise than now: 改成, "make it".
    Change,
    /// Into, after a change from something: "to".
    Into,
    /// Take away: 去掉, "remove".
    Drop,
    /// After a name: not that one any more, 不要了.
    DropAfter,
    /// Yes.
    Agree,
    /// What is good about a quote, which is a yes only beside one and in a clause of its own: 巴适, "good price".
    Praise,
    /// Place the order, pay.
    Commit,
    /// Agrees and commits, although it has the form of a refusal or of a question.
    Hold,
    /// If, would: nothing is agreed to.
    Suppose,
    /// How much does it cost?
    HowMuch,
    /// When is it open?
    Hours,
    /// No.
    No,
    /// No, I mean: what was just said is not wanted.
    Correct,
    /// Less of it by so many.
    Fewer,
    /// The largest of the sizes that goods come in.
    Largest,
    /// The smallest of them.
    Smallest,
    /// Twice as many as there are: 翻倍.
    Double,
    /// Call it off: 取消.
    Cancel,
    /// Rather keep it: 不取消.
    Keep,
    /// Where is it? 到哪了.
    Track,
    /// My balance, my vouchers.
    Wallet,
    /// A voucher or a campaign: what there is to claim.
    Campaign,
    /// A red packet.
    RedPacket,
    /// Invite someone.
    Invite,
    /// What can you do?
    Help,
    /// Hello.
    Greet,
    /// What they always have.
    Usual,
    /// The one spoken of: 这个, "it".
    This,
    /// The other one.
    Other,
    /// The one before: 前一个, and 前面那个 behind 还是要.
    Previous,
    /// The last one shown.
    Last,
    /// The cheapest one, the cheaper one.
    Cheap,
    /// The dearest one.
    Dear,
    /// The nearest one.
    Near,
    /// Of each so many: 各, each.
    Each,
    /// Any of them will do: 随便, "either".
    Whichever,
    /// All of them: 都, both.
    All,
    /// What is left of them: 其他, the rest.
    Rest,
    /// A place follows.
    Deliver,
    /// A question.
    Question,
    /// At most, before the amount.
    AtMost,
    /// At most, after the amount.
    OrLess,
    /// At least, before the amount.
    AtLeast,
    /// At least, after the amount.
    OrMore,
    /// About so much.
    About,
    /// All of it together, delivery included.
    InAll,
    /// No limit on the price any more.
    NoLimit,
    /// Before a shop: from no other.
    Only,
    /// From whichever shop.
    AnyShop,
    /// As soon as can be.
    Soon,
    /// Not from the shop chosen: 换一家.
    OtherShop,
    /// What follows is for the case that what was said before cannot be had: 没有的话换成.
    Else,
    /// Some of those spoken of: 其中.
    Among,
    /// As what there is: "the same", 一模一样的.
    Same,
    /// As it was before the last change: 撤销.
    Undo,
    /// Why this one? 为什么选这家.
    Why,
    /// What nobody who sells asks for: a password, a code, a transfer.
    Secret,
    /// What nobody takes a delivery at: 开会, "a meeting".
    Busy,
    /// What else happens in a day: 加班, 聚会.
    Event,
    /// Somebody: 妈妈, 同事.
    Person,
    /// What a cart cannot express: who it is for, where to leave it.
    Aside,
}

/// Words with what they do, by what they speak of. A phrase belongs to one class: the first that names it.
pub(crate) const WORDS: &[&[(Word, &str)]] =
    &[speech::WORDS, wishes::WORDS, answers::WORDS, services::WORDS, pointing::WORDS, limits::WORDS, asides::WORDS];
