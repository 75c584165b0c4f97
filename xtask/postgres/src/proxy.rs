//! A proxy before a server that breaks connections where a test says: before a message, after it, or at the `COMMIT`.
//!
//! It counts what clients send, message by message, so that a test can break the first, the second and every other one:
//!
//! ```no_run
//! use private_postgres::{At, Fault, Proxy, shared};
//!
//! # fn main() -> anyhow::Result<()> {
//! let database = shared()?;
//! let proxy = Proxy::before(&database.url())?;
//! for n in 1.. {
//!     proxy.plan(At::Message(n), Fault::CutAfter);
//!     // … work through `proxy.url()`, and check what is left …
//!     if !proxy.struck() {
//!         break; // the work has fewer messages than that
//!     }
//! }
//! # Ok(())
//! # }
//! ```

mod plan;
mod relay;
mod statements;

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use anyhow::{Context, Result};

use self::plan::Ground;
use crate::address::Address;
use crate::port;

pub use self::plan::{At, Fault};

const PORTS_MAX: usize = 5;

/// A proxy on a port of 127.0.0.1. Dropping it cuts every connection that goes through it.
///
/// A message is the first of a connection, or any later one but the one that says goodbye. All connections are counted
/// together: a test that counts should use one, or not care which is struck.
#[derive(Debug)]
pub struct Proxy {
    ground: Arc<Ground>,
    address: Address,
    listening: Mutex<Option<JoinHandle<()>>>,
}

impl Proxy {
    /// Puts a proxy before the server of this URL; it forwards everything until a fault is planned.
    ///
    /// # Errors
    /// If the URL is not understood, or no port is free.
    pub fn before(url: &str) -> Result<Self> {
        let server = Address::parse(url)?;
        let (port, listener) = listen_anywhere()?;
        let address = server.through(port);
        let proxy = Self { ground: Arc::new(Ground::new(server.socket()?)), address, listening: Mutex::new(None) };
        proxy.listen(listener);
        Ok(proxy)
    }

    /// The same database, through the proxy.
    pub fn url(&self) -> String {
        self.address.to_string()
    }

    /// Plans one fault, counting from now on; a fault that was planned earlier and did not strike is forgotten.
    pub fn plan(&self, at: At, fault: Fault) {
        self.ground.lock().plan(at, fault);
    }

    /// Forgets the fault that is planned.
    pub fn calm(&self) {
        self.ground.lock().calm();
    }

    /// Whether the fault that was planned last has struck.
    pub fn struck(&self) -> bool {
        self.ground.lock().struck
    }

    /// How many messages clients have sent so far.
    pub fn messages(&self) -> u64 {
        self.ground.lock().messages
    }

    /// How many of them were a `COMMIT`.
    pub fn commits(&self) -> u64 {
        self.ground.lock().commits
    }

    /// How many connections go through it now.
    pub fn connections(&self) -> usize {
        self.ground.lock().links.len()
    }

    /// Cuts every connection now, on both sides. New ones are accepted.
    pub fn cut(&self) {
        self.ground.cut_all();
    }

    /// Stops forwarding, in both directions and on every connection, without closing any: a network that hangs.
    pub fn freeze(&self) {
        self.ground.freeze(true);
    }

    /// Forwards again, what was held back first.
    pub fn thaw(&self) {
        self.ground.freeze(false);
    }

    /// Cuts every connection and refuses new ones, as a server that is away does.
    pub fn refuse(&self) {
        let Some(listening) = self.listening().take() else { return };
        self.ground.lock().is_open = false;
        // The thread waits for a client; one that comes lets it see that no more are wanted.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.address.port));
        let _ = listening.join();
        self.ground.cut_all();
    }

    /// Accepts connections again after [`Proxy::refuse`], on the same port.
    ///
    /// # Errors
    /// If somebody has taken the port in the meantime.
    pub fn accept(&self) -> Result<()> {
        if self.listening().is_some() {
            return Ok(());
        }
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, self.address.port)).context("the proxy's port is taken")?;
        self.ground.lock().is_open = true;
        self.listen(listener);
        Ok(())
    }

    fn listen(&self, listener: TcpListener) {
        let ground = Arc::clone(&self.ground);
        *self.listening() = Some(std::thread::spawn(move || relay::serve(&ground, &listener)));
    }

    fn listening(&self) -> std::sync::MutexGuard<'_, Option<JoinHandle<()>>> {
        self.listening.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.refuse();
        self.ground.end();
    }
}

fn listen_anywhere() -> Result<(u16, TcpListener)> {
    let mut last = Err(anyhow::anyhow!("no port was tried"));
    for _ in 0..PORTS_MAX {
        let port = port::free()?;
        last = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).context("the proxy cannot listen");
        if let Ok(listener) = last {
            return Ok((port, listener));
        }
    }
    last.map(|listener| (0, listener))
}
