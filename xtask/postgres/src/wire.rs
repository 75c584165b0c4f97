//! PostgreSQL's protocol, version 3, as far as a proxy reads it and a single statement needs it.
//!
//! A message is a tag, a length that counts itself, and a body; the first of a connection has no tag.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::address::Address;

/// What stands for the missing tag of a connection's first message.
pub const STARTUP: u8 = 0;
pub const QUERY: u8 = b'Q';
pub const PARSE: u8 = b'P';
pub const BIND: u8 = b'B';
pub const EXECUTE: u8 = b'E';
pub const TERMINATE: u8 = b'X';

/// What a first message asks for, if not for a connection.
pub const ASKS_TLS: u32 = 80_877_103;
pub const ASKS_GSSAPI: u32 = 80_877_104;

const PROTOCOL: u32 = 196_608;
const MESSAGE_BYTES_MAX: usize = 256 << 20;
const CONNECT_WITHIN: Duration = Duration::from_secs(5);
const ANSWER_WITHIN: Duration = Duration::from_secs(60);

/// A message as it travels.
#[derive(Debug)]
pub struct Message {
    pub tag: u8,
    /// All of it, the tag and the length included.
    pub bytes: Vec<u8>,
}

impl Message {
    /// Reads the next one; none if the other side has closed, in the middle of one too.
    pub fn read(from: &mut impl Read, is_first: bool) -> io::Result<Self> {
        let mut bytes = vec![0; if is_first { 4 } else { 5 }];
        from.read_exact(&mut bytes)?;
        let tag = if is_first { STARTUP } else { bytes[0] };
        let length = u32::from_be_bytes(bytes[bytes.len() - 4..].try_into().expect("these are four bytes"));
        let body = usize::try_from(length).unwrap_or(usize::MAX).saturating_sub(4);
        if body > MESSAGE_BYTES_MAX {
            return Err(io::Error::other(format!("a message of {body} bytes is no message")));
        }
        let head = bytes.len();
        bytes.resize(head + body, 0);
        from.read_exact(&mut bytes[head..])?;
        Ok(Self { tag, bytes })
    }

    /// What follows tag and length.
    pub fn body(&self) -> &[u8] {
        &self.bytes[if self.tag == STARTUP { 4 } else { 5 }..]
    }

    /// What a first message asks for.
    pub fn asks(&self) -> u32 {
        self.body().first_chunk().map_or(0, |code| u32::from_be_bytes(*code))
    }

    /// The texts at the beginning of the body, each ended by a zero.
    pub fn texts(&self) -> impl Iterator<Item = String> {
        self.body().split(|byte| *byte == 0).map(|text| String::from_utf8_lossy(text).into_owned())
    }

    fn write(tag: u8, body: &[u8], to: &mut impl Write) -> io::Result<()> {
        let length = u32::try_from(body.len() + 4).map_err(io::Error::other)?;
        let tag = (tag != STARTUP).then_some(tag);
        to.write_all(&[tag.as_slice(), &length.to_be_bytes(), body].concat())
    }
}

/// Runs one statement on a connection of its own and forgets what it returns.
///
/// # Errors
/// If the server is not there, asks for a password, or refuses the statement; then with its own words.
pub fn run(at: &Address, statement: &str) -> Result<()> {
    let mut stream = connect(at.socket()?)?;
    let startup =
        [&PROTOCOL.to_be_bytes(), format!("user\0{}\0database\0{}\0\0", at.user, at.database).as_bytes()].concat();
    Message::write(STARTUP, &startup, &mut stream)?;
    until_ready(&mut stream).with_context(|| format!("no connection to {at}"))?;
    Message::write(QUERY, format!("{statement}\0").as_bytes(), &mut stream)?;
    until_ready(&mut stream).with_context(|| format!("`{statement}` failed"))?;
    Ok(Message::write(TERMINATE, &[], &mut stream)?)
}

/// Connects, with a bound on everything that follows.
fn connect(server: SocketAddr) -> Result<TcpStream> {
    let stream =
        TcpStream::connect_timeout(&server, CONNECT_WITHIN).with_context(|| format!("no server at {server}"))?;
    stream.set_read_timeout(Some(ANSWER_WITHIN))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Reads answers until the server waits for the next statement.
fn until_ready(stream: &mut TcpStream) -> Result<()> {
    let mut refused = None;
    loop {
        let answer = match (Message::read(stream, false), refused.take()) {
            (Ok(answer), earlier) => {
                refused = earlier;
                answer
            }
            // Who is not let in is told why, and then the connection closes.
            (Err(_), Some(why)) => bail!("{why}"),
            (Err(error), None) => return Err(error).context("the server closed the connection"),
        };
        match answer.tag {
            b'R' if answer.asks() != 0 => {
                bail!("the server asks for a password; only one that trusts loopback is used here")
            }
            b'E' => refused = Some(reason(&answer)),
            b'Z' => return refused.map_or(Ok(()), |why| bail!("{why}")),
            _ => {}
        }
    }
}

/// An error's own words: of its fields, each a letter and a text, the one with the letter M.
fn reason(answer: &Message) -> String {
    answer.texts().find_map(|field| Some(field.strip_prefix('M')?.to_owned())).unwrap_or_default()
}
