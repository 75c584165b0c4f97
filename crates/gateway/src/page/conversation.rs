//! The conversation: the first page, and each turn of talk on it.

use askama::Template;

use super::bill::Place;
use super::shell::Shell;

/// The first page.
#[derive(Debug, Template)]
#[template(path = "conversation.html")]
pub struct ConversationPage {
    /// What surrounds it.
    pub shell: Shell,
    /// Sentences to tap, for one who does not know how to put it.
    pub examples: Vec<Example>,
    /// What was said so far.
    pub turns: Vec<Turn>,
    /// What the buyer has; nothing for one who has not come in yet.
    pub side: Option<Side>,
    /// A campaign's gift that can be claimed.
    pub gift: Option<Gift>,
}

/// A sentence to tap.
#[derive(Debug)]
pub struct Example {
    /// The sentence.
    pub text: &'static str,
    /// The picture beside it.
    pub icon: &'static str,
}

/// What the buyer has, in a few words, with ways there.
#[derive(Debug)]
pub struct Side {
    /// The usual address.
    pub place: Option<Place>,
    /// What is in the wallet.
    pub balance: String,
    /// Vouchers to use, such as `2 张`; nothing if there is none.
    pub vouchers: Option<String>,
}

/// A campaign's gift that can be claimed.
#[derive(Debug)]
pub struct Gift {
    /// The campaign to claim from.
    pub campaign: String,
    /// What it is worth.
    pub worth: String,
    /// Its name and its terms in a sentence.
    pub terms: String,
    /// The page to come back to.
    pub back: &'static str,
}

/// One turn of talk, as it is put into the page.
#[derive(Debug, Template)]
#[template(path = "part/turn.html")]
pub struct TurnPart {
    /// What surrounds the page it is put into.
    pub shell: Shell,
    /// The turn.
    pub turn: Turn,
}

/// One turn of talk: a sentence and what came of it.
#[derive(Debug, Default)]
pub struct Turn {
    /// What the buyer said.
    pub said: String,
    /// What was answered.
    pub reply: String,
    /// The language of the answer as in HTML's `lang`, which may be another than the page's.
    pub reply_lang: &'static str,
    /// What there is to choose from.
    pub offers: Vec<Offer>,
    /// The bill that came of it.
    pub quote: Option<QuoteCard>,
    /// The order that came of it.
    pub order: Option<OrderCard>,
    /// What nobody could place.
    pub unread: Vec<String>,
}

/// Something to choose.
#[derive(Debug)]
pub struct Offer {
    /// Its shop's id.
    pub shop_id: String,
    /// Its id in the shop.
    pub item_id: String,
    /// Its name.
    pub item: String,
    /// Its shop's name.
    pub shop: String,
    /// What one costs.
    pub price: String,
    /// The picture for its kind.
    pub icon: &'static str,
    /// How far, how long, what else is to be known; each a few words.
    pub facts: Vec<String>,
    /// What its button says for the buyer.
    pub say: String,
}

/// A bill in a few words.
#[derive(Debug)]
pub struct QuoteCard {
    /// Where it can be read and agreed to.
    pub href: String,
    /// Its lines, each such as `珍珠奶茶 × 2`.
    pub lines: Vec<String>,
    /// What is to pay.
    pub total: String,
    /// What is taken off; nothing if nothing is.
    pub saved: Option<String>,
}

/// An order in a few words.
#[derive(Debug)]
pub struct OrderCard {
    /// Where it can be followed.
    pub href: String,
    /// What it holds, such as `珍珠奶茶 × 2`.
    pub what: String,
    /// Its state.
    pub state: String,
    /// Whether that is a good end or on the way to one.
    pub good: bool,
    /// What was paid.
    pub total: String,
    /// When it was placed.
    pub when: String,
}
