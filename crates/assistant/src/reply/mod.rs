//! Wording, in both languages: short plain sentences that a person of seventy understands at once.
//!
//! Here is said what was understood; what the desk did about it (a quote, an order, a wallet), the desk says itself.

mod en;
mod zh;

use domain::language::Language;

use crate::turn::{Note, Offer, Question, Step, Turn};

/// Kilometres from which on an offer says how far its shop is: below, every town shop would say it.
const WAY_KM_MIN: u32 = 10;

/// Metres from which on it is said that one shop is farther than another: less is no difference to a courier.
const WAY_METRES_MIN: i64 = 100;

/// What to say about a turn: notes, what was left unread, the offers, the question. Empty where a step speaks for
/// itself through what the desk says of it.
pub fn turn(turn: &Turn) -> String {
    let words = Words { language: turn.language };
    let mut said: Vec<String> = turn.notes.iter().map(|note| words.note(note)).collect();
    said.extend(words.unread(&turn.unread));
    said.extend(words.step(&turn.step, turn));
    said.join("\n")
}

/// One language's way to say things.
struct Words {
    language: Language,
}

impl Words {
    fn note(&self, note: &Note) -> String {
        match self.language {
            Language::Zh => zh::note(note),
            Language::En => en::note(note),
        }
    }

    fn unread(&self, unread: &[String]) -> Option<String> {
        if unread.is_empty() {
            return None;
        }
        Some(match self.language {
            Language::Zh => format!("这几个词我没听懂或办不了，没有算进去：{}。", unread.join("、")),
            Language::En => format!("I could not read or do this, and left it out: {}.", unread.join(", ")),
        })
    }

    fn step(&self, step: &Step, turn: &Turn) -> Option<String> {
        let said = match (step, self.language) {
            (Step::Ask(question), language) => return Some(self.question(question, turn, language)),
            (Step::ShowOffers, Language::Zh) => {
                format!("有这些：\n{}\n要哪个？说“第一个”或者名字就行。", self.offers(&turn.offers))
            }
            (Step::ShowOffers, Language::En) => {
                format!(
                    "Here is what there is:\n{}\nWhich one would you like? Say “the first one”, or its name.",
                    self.offers(&turn.offers)
                )
            }
            (step, Language::Zh) => zh::step(step).to_owned(),
            (step, Language::En) => en::step(step).to_owned(),
        };
        Some(said).filter(|said| !said.is_empty())
    }

    fn question(&self, question: &Question, turn: &Turn, language: Language) -> String {
        let only_one = *question == Question::WhichItem && turn.offers.len() == 1;
        let asked = match language {
            Language::Zh if only_one => zh::THIS_ONE.to_owned(),
            Language::En if only_one => en::THIS_ONE.to_owned(),
            Language::Zh => zh::question(question),
            Language::En => en::question(question),
        };
        if turn.offers.is_empty() { asked } else { format!("{asked}\n{}", self.offers(&turn.offers)) }
    }

    /// The offers, numbered, one a line.
    fn offers(&self, offers: &[Offer]) -> String {
        let line = |(n, offer): (usize, &Offer)| {
            let (item, shop) = (offer.item.name.get(self.language), offer.shop.name.get(self.language));
            let state = format!("{}{}", self.state(offer), self.way(offer));
            match self.language {
                Language::Zh => format!("{n}. {item}，{} 元，{shop}{state}", offer.item.price),
                Language::En => format!("{n}. {item}, CNY {}, {shop}{state}", offer.item.price),
            }
        };
        (1..).zip(offers).map(line).collect::<Vec<_>>().join("\n")
    }

    /// How far it is, where that is more than a walk or a short ride.
    fn way(&self, offer: &Offer) -> String {
        match (offer.metres.map(|metres| metres / 1000).filter(|km| *km >= WAY_KM_MIN), self.language) {
            (Some(km), Language::Zh) => format!("（{km} 公里外）"),
            (Some(km), Language::En) => format!(" ({km} km away)"),
            (None, _) => String::new(),
        }
    }

    fn state(&self, offer: &Offer) -> &'static str {
        match (offer.in_stock, offer.open, self.language) {
            (false, _, Language::Zh) => "（卖完了）",
            (false, _, Language::En) => " (sold out)",
            (true, false, Language::Zh) => "（现在没开门）",
            (true, false, Language::En) => " (closed now)",
            (true, true, _) => "",
        }
    }
}
