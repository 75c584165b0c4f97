//! A sentence becomes a [`Reading`].

mod reading;

pub use reading::{
    Amount, Chosen, Fit, Limits, Measure, Part, Place, Prefer, Reading, Reference, Tone, Verb, Want, When,
};

use crate::dialogue::Dialogue;
use crate::lexicon::Lexicon;
use crate::scene::Scene;

/// Reads a sentence.
pub(crate) fn read(_lexicon: &Lexicon, _sentence: &str, _dialogue: &Dialogue, _scene: &Scene<'_>) -> Reading {
    Reading::default()
}
