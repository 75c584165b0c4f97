//! Keeps where a conversation stands.

use super::Decide;
use crate::conversation::{CONVERSATION_BYTES_MAX, Conversation};
use crate::digest::Digest;
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::working_set::{Context, RowNames, WorkingSet};

/// Keeps a conversation; its version is one more than the one it was read with.
#[derive(Debug, Clone)]
pub struct SaveConversation {
    /// Its new state.
    pub conversation: Conversation,
}

impl Decide for SaveConversation {
    fn name_rows(&self, names: &mut RowNames) {
        names.conversations.insert(self.conversation.buyer);
    }

    fn decide(&self, rows: &mut WorkingSet, _context: &Context) -> Result<Outcome, Refusal> {
        let Conversation { buyer, version, body } = &self.conversation;
        let stands_at = rows.conversations.get(buyer).map_or(0, |conversation| conversation.version);
        if stands_at.checked_add(1) != Some(*version) {
            return Err(Refusal::ConversationMoved);
        }
        if body.len() > CONVERSATION_BYTES_MAX {
            return Err(Refusal::ConversationTooLarge);
        }

        // After this point it must succeed.
        rows.next_number(buyer.slot());
        rows.conversations.put(*buyer, self.conversation.clone());
        Ok(Outcome::ConversationSaved(*version))
    }

    fn write(&self, digest: Digest) -> Digest {
        let Conversation { buyer, version, body } = &self.conversation;
        digest.count(buyer.0).count(*version).bytes(body)
    }
}
