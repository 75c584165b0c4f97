//! What is remembered of a conversation between two turns, and how it is stored: a version and JSON.

use assistant::Dialogue;
use domain::conversation::Conversation;
use domain::id::{BuyerId, QuoteId};
use serde::{Deserialize, Serialize};

use crate::answer::Message;

/// Messages kept: what fits a few screens.
const MESSAGES_MAX: usize = 24;
/// Characters kept of a message.
const MESSAGE_CHARS_MAX: usize = 600;
const VERSION: u32 = 1;

/// Where a conversation stands.
#[derive(Debug, Default)]
pub struct Memory {
    /// How often it was kept.
    version: u64,
    /// What the assistant remembers.
    pub dialogue: Dialogue,
    /// The quote that was shown last.
    pub quote: Option<QuoteId>,
    /// What was said last, oldest first.
    pub messages: Vec<Message>,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    v: u32,
    dialogue: String,
    quote: Option<u64>,
    messages: Vec<(bool, String)>,
}

impl Memory {
    /// What a stored conversation says. One that does not read begins anew: it holds no money.
    pub fn read(conversation: Conversation) -> Self {
        let version = conversation.version;
        let stored = serde_json::from_slice::<Stored>(&conversation.body).ok().filter(|stored| stored.v == VERSION);
        let Some(stored) = stored else { return Self { version, ..Self::default() } };
        let message = |(by_buyer, text)| Message { by_buyer, text };
        Self {
            version,
            dialogue: Dialogue::from_bytes(stored.dialogue.as_bytes()),
            quote: stored.quote.map(QuoteId),
            messages: stored.messages.into_iter().map(message).collect(),
        }
    }

    /// The conversation to be stored next.
    pub fn write(self, buyer: BuyerId) -> Conversation {
        let stored = Stored {
            v: VERSION,
            dialogue: String::from_utf8_lossy(&self.dialogue.to_bytes()).into_owned(),
            quote: self.quote.map(|quote| quote.0),
            messages: self.messages.into_iter().map(|message| (message.by_buyer, message.text)).collect(),
        };
        let body = serde_json::to_vec(&stored).expect("strings and numbers are always JSON");
        Conversation { buyer, version: self.version + 1, body }
    }

    /// Remembers what was said.
    pub fn note(&mut self, message: Message) {
        let text = message.text.chars().take(MESSAGE_CHARS_MAX).collect();
        self.messages.push(Message { text, ..message });
        let surplus = self.messages.len().saturating_sub(MESSAGES_MAX);
        self.messages.drain(..surplus);
    }
}
