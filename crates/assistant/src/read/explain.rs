//! How a sentence was read, for people who want to know why.

use std::fmt;

use super::parse::roles;
use super::{Reading, Sentence, avoid, place, read, token};
use crate::dialogue::Dialogue;
use crate::lexicon::{Lexicon, Meaning};
use crate::scene::Scene;

/// Candidates that are named for each of the goods at most.
const CANDIDATES_MAX: usize = 5;

/// How a sentence was read: each part of it with what it may mean and what it was taken for, and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What was heard of the buyer's diet and where to, with the words left to read; `None` if nothing was cut out.
    pub left: Option<String>,
    /// The words as they were mended, if they were.
    pub mended: Option<String>,
    /// The parts, in order.
    pub spans: Vec<Span>,
    /// The goods, with the best of what fits.
    pub goods: Vec<Goods>,
    /// What came of it.
    pub reading: Reading,
}

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its words.
    pub words: String,
    /// What the vocabulary says it may mean.
    pub may_mean: Vec<String>,
    /// The rule that it was read by: the part it plays in the sentence.
    pub role: String,
}

/// Goods that are spoken of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goods {
    /// The words.
    pub said: String,
    /// How many items fit, in all.
    pub count: usize,
    /// The best, as `shop/item name`, with how they fit and how much of the name was said, in hundredths.
    pub best: Vec<(String, String, u8)>,
}

/// Explains how a sentence is read.
pub(crate) fn explain(lexicon: &Lexicon, source: &str, dialogue: &Dialogue, scene: &Scene<'_>) -> Explanation {
    let reading = read(lexicon, source, dialogue, scene);
    let heard = super::heard(source);
    let (_, rest) = avoid::diet(&heard, false, &|text| lexicon.sells(text));
    let mut left = rest.unwrap_or_else(|| heard.into_owned());
    let sentence = Sentence::new(lexicon, &left);
    if let Some((span, _)) = place::place(lexicon, &sentence, scene.addresses) {
        left = format!("{},{}", sentence.before(span.start), sentence.after(span.end));
    }
    let sentence = Sentence::new(lexicon, &left);
    let tokens = token::tokens(lexicon, &sentence, scene.now);
    let mended = crate::repair::repair(lexicon, &sentence, &tokens, scene.now);
    let words = mended.as_deref().unwrap_or(&left);
    let goods = reading.wants.iter().filter(|want| !want.is_free()).map(|want| goods(lexicon, want)).collect();
    Explanation { spans: spans(lexicon, words, scene), left: (left != source).then_some(left), mended, goods, reading }
}

fn spans(lexicon: &Lexicon, words: &str, scene: &Scene<'_>) -> Vec<Span> {
    let sentence = Sentence::new(lexicon, words);
    let tokens = token::tokens(lexicon, &sentence, scene.now);
    let roles = roles(lexicon, &sentence, &tokens);
    let span = |(token, role): (&token::Token, String)| Span {
        words: sentence.text(token.start, token.end).to_owned(),
        may_mean: token.meanings(lexicon).iter().map(|meaning| meant(lexicon, meaning)).collect(),
        role,
    };
    tokens.iter().zip(roles).map(span).collect()
}

/// A meaning, with the size of what it stands for.
fn meant(lexicon: &Lexicon, meaning: &Meaning) -> String {
    match meaning {
        Meaning::Name(list) => format!("name of {}", lexicon.items_in(*list).len()),
        Meaning::Part(list) => format!("part of the name of {}", lexicon.items_in(*list).len()),
        Meaning::Short(list) => format!("short name of {}", lexicon.items_in(*list).len()),
        Meaning::Kind(list) => format!("kind of {}", lexicon.items_in(*list).len()),
        Meaning::Shop(list) => format!("shop, {} of them", lexicon.shops_in(*list).len()),
        other => format!("{other:?}").to_lowercase(),
    }
}

fn goods(lexicon: &Lexicon, want: &super::Want) -> Goods {
    let mut fitting = want.items.clone();
    fitting.sort_by_key(|one| std::cmp::Reverse((one.fit, one.cover)));
    let best = fitting.iter().take(CANDIDATES_MAX).map(|one| {
        let item = lexicon.item(one.item);
        (format!("{} {}", item.key, item.name.zh), format!("{:?}", one.fit).to_lowercase(), one.cover)
    });
    Goods { said: want.said.clone(), count: want.items.len(), best: best.collect() }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, words) in [("left to read", &self.left), ("mended", &self.mended)] {
            if let Some(words) = words {
                writeln!(f, "{name}: {words}")?;
            }
        }
        writeln!(f, "spans:")?;
        for span in &self.spans {
            writeln!(f, "  {} | {} | may mean: {}", span.words, span.role, span.may_mean.join("; "))?;
        }
        for goods in &self.goods {
            writeln!(f, "goods: {} ({} fit)", goods.said, goods.count)?;
            for (item, fit, cover) in &goods.best {
                writeln!(f, "  {item} | {fit} | {cover} of 100 of the name")?;
            }
        }
        slots(&self.reading, f)
    }
}

/// The slots that are filled.
fn slots(reading: &Reading, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(f, "slots:")?;
    for want in &reading.wants {
        let options: Vec<&str> = want.options.iter().map(|chosen| chosen.said.as_str()).collect();
        let said = if want.is_free() { "(nothing named)" } else { &want.said };
        let amount = want.amount.map_or_else(|| "not said".to_owned(), |amount| format!("{}/1000", amount.milli));
        writeln!(f, "  {:?} {said} | amount: {amount} | options: {}", want.verb, options.join(", "))?;
    }
    writeln!(f, "  limits: {:?}", reading.limits)?;
    writeln!(f, "  prefer: {:?}, reference: {:?}, when: {:?}", reading.prefer, reading.reference, reading.when)?;
    writeln!(f, "  place: {:?}", reading.place.as_ref().map(place_words))?;
    writeln!(f, "  shops: {}, not wanted: {}", reading.shops.len(), reading.not.iter().flatten().count())?;
    writeln!(f, "  diet: {:?}", reading.diet)?;
    writeln!(f, "  tone: {:?}", reading.tone)?;
    writeln!(f, "  asides: {}", reading.asides.join(" | "))
}

fn place_words(place: &super::Place) -> &str {
    match place {
        super::Place::Known(address) => &address.text,
        super::Place::Vague(said) | super::Place::Denied(said) | super::Place::Wrong(said) => said,
    }
}
