//! A sentence becomes a [`Reading`].

mod clock;
mod measure;
mod money;
mod numeral;
mod parse;
mod place;
mod reading;
mod sentence;
mod token;

pub use reading::{
    Amount, Candidate, Chosen, Fit, Limits, Measure, Part, Place, Prefer, Reading, Reference, Tone, Verb, Want, When,
};

use crate::SENTENCE_CHARS_MAX;
use crate::dialogue::Dialogue;
use crate::lexicon::Lexicon;
use crate::request::Request;
use crate::scene::Scene;
use sentence::Sentence;

/// Reads a sentence.
pub(crate) fn read(lexicon: &Lexicon, sentence: &str, dialogue: &Dialogue, scene: &Scene<'_>) -> Reading {
    let source = sentence.char_indices().nth(SENTENCE_CHARS_MAX).map_or(sentence, |(end, _)| &sentence[..end]);
    let sentence = Sentence::new(lexicon, source);
    let place = place::place(lexicon, &sentence, scene.addresses);
    let units = sentence.units.len();
    let tokens = match &place {
        None => token::tokens(lexicon, &sentence, 0, units, scene.now),
        Some((span, _)) => {
            let mut tokens = token::tokens(lexicon, &sentence, 0, span.start, scene.now);
            tokens.extend(token::tokens(lexicon, &sentence, span.end, units, scene.now));
            tokens
        }
    };
    let in_cart = |value| dialogue.items_spoken_of(lexicon).any(|item| lexicon.value_of(item, value).is_some());
    let mut reading = parse::parse(lexicon, &sentence, &tokens, &in_cart);
    reading.place = place.map(|(_, place)| place);
    if reading.place.is_some() && matches!(reading.request, Request::Unclear | Request::Confirm) {
        reading.request = Request::Edit;
    }
    reading
}

/// Measure words that hold many of another: 箱.
pub(crate) fn is_outer(measure: Measure) -> bool {
    matches!(measure, Measure::Form(form) if form < crate::lexicon::FORMS_OUTER)
}

pub(crate) use measure::amount as amount_at;
pub(crate) use sentence::Sentence as Units;
