//! Wording, in both languages: short plain sentences that a person of seventy understands at once.

use crate::turn::Turn;

/// What to say about a turn, without any fact that only the desk has: what was understood, notes, offers, the
/// question, and what was left unread. For a step that the desk performs, this is what goes before or after the desk's
/// own words.
pub fn turn(_turn: &Turn) -> String {
    String::new()
}
