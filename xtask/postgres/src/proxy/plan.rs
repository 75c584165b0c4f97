//! What is planned, what was counted, and which connections there are.

use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The message at which a fault strikes, counted from the moment it is planned; the first is 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// The n-th message of any kind.
    Message(u64),
    /// The n-th that executes a `COMMIT`, as a query of its own or as a prepared statement.
    Commit(u64),
}

/// What happens at that message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The server never sees it, and the connection closes on both sides. The client learns of it when the server has
    /// ended what it was doing, so that no lock of it is left.
    CutBefore,
    /// The server sees it and does what it says, but its answer is lost; then the connection closes on both sides, in the
    /// same order.
    CutAfter,
    /// The server never sees it; the client's side closes at once, the server's stays for so long, with its transaction
    /// open and its locks held: a network that breaks without telling the server.
    Strand(Duration),
    /// Nothing is forwarded for so long, on any connection, and then everything is.
    Freeze(Duration),
}

/// What the threads of a proxy share.
#[derive(Debug)]
pub struct Ground {
    pub server: SocketAddr,
    state: Mutex<State>,
    changed: Condvar,
}

/// See the questions of `Proxy`.
#[derive(Debug, Default)]
pub struct State {
    pub is_open: bool,
    pub messages: u64,
    pub commits: u64,
    pub struck: bool,
    pub links: Vec<Link>,
    planned: Option<(At, Fault)>,
    is_frozen: bool,
    has_ended: bool,
    next_link: u64,
}

/// Both sides of a connection, to be closed from outside.
#[derive(Debug)]
pub struct Link {
    pub number: u64,
    pub client: TcpStream,
    pub server: TcpStream,
}

impl State {
    pub fn plan(&mut self, at: At, fault: Fault) {
        self.struck = false;
        // Counts go on, so what is kept is where they will be.
        let at = match at {
            At::Message(n) => At::Message(self.messages + n),
            At::Commit(n) => At::Commit(self.commits + n),
        };
        self.planned = Some((at, fault));
    }

    pub fn calm(&mut self) {
        self.planned = None;
    }

    /// Counts a message, and says what is to happen at it.
    pub fn count(&mut self, is_commit: bool) -> Option<Fault> {
        self.messages += 1;
        self.commits += u64::from(is_commit);
        let strikes = |(at, _): &mut (At, Fault)| match at {
            At::Message(n) => *n == self.messages,
            At::Commit(n) => is_commit && *n == self.commits,
        };
        let (_, fault) = self.planned.take_if(strikes)?;
        self.struck = true;
        Some(fault)
    }
}

impl Ground {
    pub fn new(server: SocketAddr) -> Self {
        let state = State { is_open: true, ..State::default() };
        Self { server, state: Mutex::new(state), changed: Condvar::new() }
    }

    pub fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers a connection and gives it a number.
    pub fn link(&self, client: TcpStream, server: TcpStream) -> u64 {
        let mut state = self.lock();
        state.next_link += 1;
        let number = state.next_link;
        state.links.push(Link { number, client, server });
        number
    }

    /// Forgets a connection that has ended.
    pub fn unlink(&self, number: u64) {
        self.lock().links.retain(|link| link.number != number);
    }

    /// Closes every connection on both sides; each unlinks itself when its threads see it.
    pub fn cut_all(&self) {
        for link in &self.lock().links {
            let _ = link.client.shutdown(Shutdown::Both);
            let _ = link.server.shutdown(Shutdown::Both);
        }
    }

    pub fn freeze(&self, is_frozen: bool) {
        self.lock().is_frozen = is_frozen;
        self.changed.notify_all();
    }

    /// Waits while everything is frozen.
    pub fn pass(&self) {
        let waits = |state: &mut State| state.is_frozen && !state.has_ended;
        drop(self.changed.wait_while(self.lock(), waits).unwrap_or_else(PoisonError::into_inner));
    }

    /// Waits for so long, or until the proxy ends.
    pub fn rest(&self, lasting: Duration) {
        let waits = |state: &mut State| !state.has_ended;
        drop(self.changed.wait_timeout_while(self.lock(), lasting, waits).unwrap_or_else(PoisonError::into_inner));
    }

    /// Lets every thread go.
    pub fn end(&self) {
        self.lock().has_ended = true;
        self.changed.notify_all();
        self.cut_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> State {
        State::default()
    }

    #[test]
    fn a_fault_strikes_once_and_where_it_was_planned() {
        let mut state = state();
        assert_eq!(state.count(false), None);
        state.plan(At::Message(2), Fault::CutBefore);
        assert_eq!(state.count(true), None);
        assert!(!state.struck);
        assert_eq!(state.count(false), Some(Fault::CutBefore));
        assert!(state.struck);
        assert_eq!(state.count(false), None);
        assert_eq!((state.messages, state.commits), (4, 1));
    }

    #[test]
    fn only_a_commit_is_counted_as_one() {
        let mut state = state();
        state.plan(At::Commit(2), Fault::CutAfter);
        assert_eq!(state.count(true), None);
        assert_eq!(state.count(false), None);
        assert_eq!(state.count(true), Some(Fault::CutAfter));
    }

    #[test]
    fn what_is_taken_back_does_not_strike() {
        let mut state = state();
        state.plan(At::Message(1), Fault::CutAfter);
        state.calm();
        assert_eq!(state.count(false), None);
        assert!(!state.struck);
    }
}
