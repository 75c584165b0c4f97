//! The assistant: a catalogue's vocabulary, and the two things one can do with a sentence.

use std::sync::Arc;

use catalog::Catalogue;

use crate::dialogue::{self, Dialogue};
use crate::lexicon::Lexicon;
use crate::read::{self, Explanation, Reading};
use crate::scene::Scene;
use crate::turn::Turn;

/// Understands sentences about one catalogue. Immutable: a changed catalogue gets a new one.
#[derive(Debug)]
pub struct Assistant {
    lexicon: Lexicon,
}

impl Assistant {
    /// Compiles the vocabulary of a catalogue.
    pub fn new(catalogue: Arc<Catalogue>) -> Self {
        Self { lexicon: Lexicon::compile(catalogue) }
    }

    /// The catalogue it speaks of.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        self.lexicon.catalogue()
    }

    /// Reads one sentence, without acting on it. Reads at most [`crate::SENTENCE_CHARS_MAX`] characters.
    pub fn understand(&self, sentence: &str, dialogue: &Dialogue, scene: &Scene<'_>) -> Reading {
        read::read(&self.lexicon, sentence, dialogue, scene)
    }

    /// Explains how [`Assistant::understand`] comes to its reading.
    pub fn explain(&self, sentence: &str, dialogue: &Dialogue, scene: &Scene<'_>) -> Explanation {
        read::explain(&self.lexicon, sentence, dialogue, scene)
    }

    /// Takes one turn of a conversation: reads the sentence, updates the dialogue, says what to do next.
    pub fn turn(&self, sentence: &str, dialogue: &mut Dialogue, scene: &Scene<'_>) -> Turn {
        let reading = self.understand(sentence, dialogue, scene);
        self.act(reading, dialogue, scene)
    }

    /// Acts on a reading, from whichever reader it came: what is in it is checked against the catalogue again.
    pub fn act(&self, reading: Reading, dialogue: &mut Dialogue, scene: &Scene<'_>) -> Turn {
        dialogue::act(&self.lexicon, reading, dialogue, scene)
    }
}
