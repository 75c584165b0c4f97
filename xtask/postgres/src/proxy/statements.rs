//! Which message is the `COMMIT`: a query says so itself; a prepared statement is parsed under a name, bound to a portal,
//! and executed by the portal's name.

use std::collections::HashSet;

use crate::wire::{self, Message};

/// The names that stand for a `COMMIT` on one connection.
#[derive(Debug, Default)]
pub struct Statements {
    parsed: HashSet<String>,
    bound: HashSet<String>,
}

impl Statements {
    /// Reads a message of the client, and says whether it executes a `COMMIT`.
    pub fn executes_commit(&mut self, message: &Message) -> bool {
        let mut texts = message.texts();
        let mut next = || texts.next().unwrap_or_default();
        match message.tag {
            wire::QUERY => return ends_in_commit(&next()),
            wire::PARSE => {
                let name = next();
                note(&mut self.parsed, name, ends_in_commit(&next()));
            }
            wire::BIND => {
                let portal = next();
                note(&mut self.bound, portal, self.parsed.contains(&next()));
            }
            wire::EXECUTE => return self.bound.contains(&next()),
            _ => {}
        }
        false
    }
}

/// A name may be used again for something else.
fn note(names: &mut HashSet<String>, name: String, is_commit: bool) {
    if is_commit {
        names.insert(name);
    } else {
        names.remove(&name);
    }
}

/// Whether the last statement of a text is a `COMMIT`, which has no parameters that could hide a semicolon.
fn ends_in_commit(text: &str) -> bool {
    let last = text.split(';').map(str::trim).rfind(|statement| !statement.is_empty()).unwrap_or_default();
    let first = last.split_whitespace().next().unwrap_or_default();
    let prepared = last.split_whitespace().nth(1).is_some_and(|word| word.eq_ignore_ascii_case("prepared"));
    !prepared && (first.eq_ignore_ascii_case("commit") || first.eq_ignore_ascii_case("end"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(tag: u8, body: &str) -> Message {
        let length = u32::try_from(body.len() + 4).expect("it is short");
        Message { tag, bytes: [&[tag], length.to_be_bytes().as_slice(), body.as_bytes()].concat() }
    }

    #[test]
    fn a_query_says_so_itself() {
        for text in ["COMMIT", "commit;", " COMMIT WORK ; ", "END", "UPDATE a SET b = 1; COMMIT"] {
            assert!(ends_in_commit(text), "{text}");
        }
        for text in ["", "BEGIN", "SELECT 'commit'", "COMMIT PREPARED 'x'", "ROLLBACK", "COMMITTED"] {
            assert!(!ends_in_commit(text), "{text}");
        }
    }

    #[test]
    fn a_prepared_one_is_followed_by_its_names() {
        let mut statements = Statements::default();
        assert!(!statements.executes_commit(&message(wire::PARSE, "s1\0COMMIT\0\0\0")));
        assert!(!statements.executes_commit(&message(wire::PARSE, "s2\0SELECT 1\0\0\0")));
        assert!(!statements.executes_commit(&message(wire::BIND, "\0s1\0\0\0\0\0\0\0")));
        assert!(statements.executes_commit(&message(wire::EXECUTE, "\0\0\0\0\0")));
        assert!(!statements.executes_commit(&message(wire::BIND, "\0s2\0\0\0\0\0\0\0")));
        assert!(!statements.executes_commit(&message(wire::EXECUTE, "\0\0\0\0\0")));
    }
}
