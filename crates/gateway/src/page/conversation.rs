//! The conversation: the first page, and each turn of talk on it.

use askama::Template;

use desk::{Answer, Message};
use domain::campaign::Campaign;
use domain::language::Language;
use domain::money::Money;
use domain::quote::Quote;

use super::bill::{Place, lines_in_short};
use super::guide::Guide;
use super::phrase;
use super::shell::Shell;
use super::words::Words;

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

/// Sentences to tap that the demonstration shops can fulfil.
pub fn examples(language: Language) -> Vec<Example> {
    let texts = match language {
        Language::Zh => [
            ("帮我点两杯珍珠奶茶，少糖，送到公司", "drinks"),
            ("来一碗牛肉面，不要香菜", "noodles"),
            ("最近的药店有创可贴吗", "pill"),
            ("附近有什么咖啡", "coffee"),
        ],
        Language::En => [
            ("two americanos, one iced, no sugar", "coffee"),
            ("beef noodles, no coriander", "noodles"),
            ("plasters from the nearest pharmacy", "pill"),
            ("what milk tea is there nearby", "drinks"),
        ],
    };
    texts.map(|(text, icon)| Example { text, icon }).into()
}

impl Gift {
    /// What `campaign` gives; claiming it leads back to `back`.
    pub fn of(campaign: &Campaign, back: &'static str, language: Language) -> Self {
        let terms = phrase::voucher_terms(&campaign.voucher, None, language);
        let colon = if language == Language::Zh { "：" } else { ": " };
        Self {
            campaign: campaign.id.to_string(),
            worth: phrase::worth(campaign.voucher.amount),
            terms: format!("{}{colon}{terms}", campaign.name.get(language)),
            back,
        }
    }
}

impl Turn {
    /// A sentence and its answer. A quote is shown only while it can still be agreed to.
    pub fn of(said: &str, answer: &Answer, quote: Option<&Quote>, words: &Words, guide: &Guide) -> Self {
        let tongue = answer.language;
        let offers = answer.offers.iter().map(|offer| {
            let (item, shop) = (&offer.item, &offer.shop);
            let sold_out = (!offer.in_stock).then(|| words.sold_out.to_owned());
            let facts = offer.metres.map(|metres| phrase::distance(metres, guide.language)).into_iter();
            Offer {
                item: item.name.get(guide.language).to_owned(),
                shop: shop.name.get(guide.language).to_owned(),
                price: phrase::money(item.price),
                icon: phrase::icon(&shop.kind),
                facts: facts.chain([phrase::readiness(shop, offer.open, guide.language)]).chain(sold_out).collect(),
                say: phrase::take(item, shop, guide.language),
            }
        });
        Self {
            said: said.to_owned(),
            reply: if answer.offers.is_empty() { answer.reply.clone() } else { without_list(&answer.reply) },
            reply_lang: Words::of(tongue).html_lang,
            offers: offers.collect(),
            quote: quote.map(|quote| QuoteCard::of(quote, guide)),
            order: answer.order.as_ref().map(|order| OrderCard::of(order, words, guide)),
            unread: answer.unread.clone(),
        }
    }
}

impl QuoteCard {
    /// `quote` in a few words.
    pub fn of(quote: &Quote, guide: &Guide) -> Self {
        let off = Money::sum(quote.terms.discounts.iter().map(|d| d.amount), quote.terms.total.currency());
        let off = off.ok().filter(|off| off.is_positive());
        Self {
            href: format!("/quotes/{}", quote.id),
            lines: lines_in_short(&quote.terms, guide.language),
            total: phrase::money(quote.terms.total),
            saved: off.map(|off| phrase::saved(off, guide.language)),
        }
    }
}

/// The reply without its numbered lines: on a page the offers stand below it as cards.
fn without_list(reply: &str) -> String {
    let numbered = |line: &&str| line.split_once(". ").is_some_and(|(n, _)| n.bytes().all(|b| b.is_ascii_digit()));
    reply.lines().filter(|line| !numbered(line)).collect::<Vec<_>>().join("\n")
}

/// What was said earlier, as turns: each sentence with the answer that followed it.
pub fn turns(messages: &[Message]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for message in messages {
        if message.by_buyer || turns.last().is_none_or(|turn| !turn.reply.is_empty()) {
            turns.push(Turn { reply_lang: lang_of(""), ..Turn::default() });
        }
        let Some(turn) = turns.last_mut() else { continue };
        if message.by_buyer {
            turn.said.clone_from(&message.text);
        } else {
            turn.reply.clone_from(&message.text);
            turn.reply_lang = lang_of(&message.text);
        }
    }
    turns.retain(|turn| !turn.reply.is_empty());
    turns
}

/// The language of an answer of ours: it has Chinese characters throughout or hardly any.
fn lang_of(text: &str) -> &'static str {
    let chinese = text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
    let language = if chinese * 4 > text.chars().count() { Language::Zh } else { Language::En };
    Words::of(language).html_lang
}
