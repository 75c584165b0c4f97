//! The threads of a proxy: one listens, two carry each connection, one for each direction.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;
use std::{io, thread};

use super::plan::{Fault, Ground};
use super::statements::Statements;
use crate::wire::{self, Message};

/// How long a server that is cut off may take to end what it does; one that waits for a lock would not end at all.
const END_WITHIN: Duration = Duration::from_secs(5);
const CONNECT_WITHIN: Duration = Duration::from_secs(5);
const CARRIED_BYTES: usize = 64 << 10;
/// The server's answer to who asks for encryption: no. What is encrypted could not be read here.
const NO: &[u8] = b"N";

/// Accepts clients until no more are wanted.
pub fn serve(ground: &Arc<Ground>, listener: &TcpListener) {
    for client in listener.incoming() {
        if !ground.lock().is_open {
            return;
        }
        let (Ok(client), ground) = (client, Arc::clone(ground)) else { continue };
        thread::spawn(move || {
            // A connection that breaks is what this is for; whoever uses it is told by its end.
            let _ = carry(&ground, client);
        });
    }
}

/// Carries one connection until it ends.
fn carry(ground: &Arc<Ground>, client: TcpStream) -> io::Result<()> {
    let server = TcpStream::connect_timeout(&ground.server, CONNECT_WITHIN)?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let number = ground.link(client.try_clone()?, server.try_clone()?);
    let (says_ended, server_ended) = channel();
    let is_mute = Arc::new(AtomicBool::new(false));
    let down = Down { ground: Arc::clone(ground), is_mute: Arc::clone(&is_mute), _says_ended: says_ended };
    let answers = (server.try_clone()?, client.try_clone()?);
    thread::spawn(move || down.run(answers.0, answers.1));
    let mut up = Up { ground, client, server, is_mute, server_ended };
    let done = up.run();
    up.close();
    ground.unlink(number);
    done
}

/// From the client to the server, message by message.
struct Up<'a> {
    ground: &'a Ground,
    client: TcpStream,
    server: TcpStream,
    is_mute: Arc<AtomicBool>,
    server_ended: Receiver<()>,
}

impl Up<'_> {
    fn run(&mut self) -> io::Result<()> {
        let mut statements = Statements::default();
        let mut is_first = true;
        loop {
            let message = Message::read(&mut self.client, is_first)?;
            self.ground.pass();
            if is_first && matches!(message.asks(), wire::ASKS_TLS | wire::ASKS_GSSAPI) {
                self.client.write_all(NO)?;
                continue;
            }
            is_first = false;
            let is_commit = statements.executes_commit(&message);
            let is_counted = message.tag != wire::TERMINATE;
            let fault = is_counted.then(|| self.ground.lock().count(is_commit)).flatten();
            if self.forward(&message, fault)?.is_break() {
                return Ok(());
            }
        }
    }

    /// Forwards a message, or does what is planned at it; breaks when the connection is over.
    fn forward(&mut self, message: &Message, fault: Option<Fault>) -> io::Result<std::ops::ControlFlow<()>> {
        match fault {
            None => self.server.write_all(&message.bytes)?,
            Some(Fault::Freeze(lasting)) => {
                self.ground.freeze(true);
                self.ground.rest(lasting);
                self.ground.freeze(false);
                self.server.write_all(&message.bytes)?;
            }
            Some(Fault::CutBefore) => {
                self.is_mute.store(true, Ordering::SeqCst);
                return self.end_server();
            }
            Some(Fault::CutAfter) => {
                self.is_mute.store(true, Ordering::SeqCst);
                self.server.write_all(&message.bytes)?;
                return self.end_server();
            }
            Some(Fault::Strand(lasting)) => {
                self.is_mute.store(true, Ordering::SeqCst);
                self.client.shutdown(Shutdown::Both)?;
                self.ground.rest(lasting);
                return Ok(std::ops::ControlFlow::Break(()));
            }
        }
        Ok(std::ops::ControlFlow::Continue(()))
    }

    /// Tells the server that no more will come, and waits until it has done what came and has gone.
    fn end_server(&mut self) -> io::Result<std::ops::ControlFlow<()>> {
        self.server.shutdown(Shutdown::Write)?;
        // Nothing is ever sent: the other thread's end is what is waited for.
        let (Ok(()) | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected)) =
            self.server_ended.recv_timeout(END_WITHIN);
        Ok(std::ops::ControlFlow::Break(()))
    }

    fn close(&self) {
        let _ = self.server.shutdown(Shutdown::Both);
        let _ = self.client.shutdown(Shutdown::Both);
    }
}

/// From the server to the client, as it comes.
struct Down {
    ground: Arc<Ground>,
    is_mute: Arc<AtomicBool>,
    /// Its end is seen on the other side when this thread is over.
    _says_ended: Sender<()>,
}

impl Down {
    fn run(self, mut server: TcpStream, mut client: TcpStream) {
        let mut bytes = vec![0; CARRIED_BYTES];
        while let Ok(length @ 1..) = server.read(&mut bytes) {
            self.ground.pass();
            if !self.is_mute.load(Ordering::SeqCst) && client.write_all(&bytes[..length]).is_err() {
                break;
            }
        }
        if !self.is_mute.load(Ordering::SeqCst) {
            let _ = client.shutdown(Shutdown::Both);
        }
    }
}
