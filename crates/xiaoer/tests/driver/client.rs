//! A small HTTP/1.1 client: one connection that is kept, blocking, with time-outs. It does little, so that on a machine
//! that it shares with the server nearly all the time is the server's.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// Longer than the server lets any request take.
const PATIENCE: Duration = Duration::from_secs(30);
/// Bytes of an answer at most: far above any that is expected.
const ANSWER_BYTES_MAX: usize = 16 * 1024 * 1024;
const HEAD_ENDS: &[u8] = b"\r\n\r\n";

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// `GET`, `POST`, `PUT`.
    pub method: &'static str,
    /// The path.
    pub path: &'a str,
    /// The body; nothing is sent of an empty one.
    pub body: &'a [u8],
    /// The idempotency key.
    pub key: Option<&'a str>,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Seconds to wait, if the answer says so.
    pub retry_after: Option<u64>,
    /// The body.
    pub body: Vec<u8>,
}

/// A client with its connection.
pub struct Client {
    address: SocketAddr,
    connection: Option<Connection>,
    head: Vec<u8>,
    /// Who asks.
    pub token: Option<String>,
    /// The language that answers shall be in.
    pub language: &'static str,
}

struct Connection {
    stream: TcpStream,
    /// What was received and not yet used.
    received: Vec<u8>,
}

/// What a head says of its body.
#[derive(Default)]
struct Head {
    status: u16,
    length: usize,
    chunked: bool,
    closes: bool,
    retry_after: Option<u64>,
}

impl Client {
    /// A client of the server at `address`; it connects when it is first used, and again after an error.
    pub fn new(address: SocketAddr) -> Self {
        Self { address, connection: None, head: Vec::new(), token: None, language: "en" }
    }

    /// Gives up the connection, as when the server has gone; the next call makes another.
    pub fn hang_up(&mut self) {
        self.connection = None;
    }

    /// Gets.
    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.send(&Request { method: "GET", path, body: b"", key: None })
    }

    /// Posts JSON.
    pub fn post(&mut self, path: &str, body: &Value) -> io::Result<Answer> {
        self.send(&Request { method: "POST", path, body: body.to_string().as_bytes(), key: None })
    }

    /// Asks, and waits for the answer. After an error nobody knows whether the server has heard it.
    pub fn send(&mut self, request: &Request<'_>) -> io::Result<Answer> {
        self.write_head(request)?;
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => Connection::open(self.address)?,
        };
        connection.stream.write_all(&self.head)?;
        let (answer, closes) = connection.answer()?;
        self.connection = (!closes).then_some(connection);
        Ok(answer)
    }

    /// Head and body, so that one call sends both.
    fn write_head(&mut self, request: &Request<'_>) -> io::Result<()> {
        let Self { head, address, language, token, .. } = self;
        head.clear();
        let Request { method, path, body, key } = request;
        write!(head, "{method} {path} HTTP/1.1\r\nhost: {address}\r\naccept-language: {language}\r\n")?;
        if let Some(token) = token {
            write!(head, "authorization: Bearer {token}\r\n")?;
        }
        if let Some(key) = key {
            write!(head, "idempotency-key: {key}\r\n")?;
        }
        if *method != "GET" {
            write!(head, "content-type: application/json\r\ncontent-length: {}\r\n", body.len())?;
        }
        head.extend_from_slice(b"\r\n");
        head.extend_from_slice(body);
        Ok(())
    }
}

impl Connection {
    fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(Self { stream, received: Vec::with_capacity(8 * 1024) })
    }

    fn answer(&mut self) -> io::Result<(Answer, bool)> {
        let head = self.take_until(HEAD_ENDS)?;
        let head = Head::read(&head).ok_or_else(|| invalid("no head of an answer"))?;
        let body = if head.chunked { self.chunks()? } else { self.take(head.length)? };
        Ok((Answer { status: head.status, retry_after: head.retry_after, body }, head.closes))
    }

    fn chunks(&mut self) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        while body.len() < ANSWER_BYTES_MAX {
            let line = self.take_until(b"\r\n")?;
            let length = std::str::from_utf8(&line).ok().and_then(|text| usize::from_str_radix(text, 16).ok());
            let length = length.ok_or_else(|| invalid("no length of a chunk"))?;
            body.extend(self.take(length)?);
            self.take(2)?;
            if length == 0 {
                return Ok(body);
            }
        }
        Err(invalid("an answer without end"))
    }

    /// What comes before `end`; `end` is used up too.
    fn take_until(&mut self, end: &[u8]) -> io::Result<Vec<u8>> {
        let mut seen = 0;
        loop {
            if let Some(at) = self.received[seen..].windows(end.len()).position(|window| window == end) {
                let mut taken = self.take(seen + at + end.len())?;
                taken.truncate(seen + at);
                return Ok(taken);
            }
            seen = self.received.len().saturating_sub(end.len() - 1);
            self.receive()?;
        }
    }

    fn take(&mut self, length: usize) -> io::Result<Vec<u8>> {
        while self.received.len() < length {
            self.receive()?;
        }
        let rest = self.received.split_off(length);
        Ok(std::mem::replace(&mut self.received, rest))
    }

    fn receive(&mut self) -> io::Result<()> {
        let mut buffer = [0; 8 * 1024];
        let length = self.stream.read(&mut buffer)?;
        if length == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if self.received.len() + length > ANSWER_BYTES_MAX {
            return Err(invalid("an answer without end"));
        }
        self.received.extend_from_slice(&buffer[..length]);
        Ok(())
    }
}

impl Head {
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut lines = std::str::from_utf8(bytes).ok()?.split("\r\n");
        let status = lines.next()?.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()?;
        let mut head = Self { status, ..Self::default() };
        for (name, value) in lines.filter_map(|line| line.split_once(':')) {
            let value = value.trim();
            match name {
                _ if name.eq_ignore_ascii_case("content-length") => head.length = value.parse().ok()?,
                _ if name.eq_ignore_ascii_case("transfer-encoding") => head.chunked = value == "chunked",
                _ if name.eq_ignore_ascii_case("connection") => head.closes = value == "close",
                _ if name.eq_ignore_ascii_case("retry-after") => head.retry_after = value.parse().ok(),
                _ => {}
            }
        }
        Some(head)
    }
}

impl Answer {
    /// Whether what was asked was done.
    pub fn is_ok(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error} in the answer {}", String::from_utf8_lossy(&self.body)))
    }

    /// The body as JSON of an answer that must be a yes.
    pub fn done(&self) -> Value {
        assert!(self.is_ok(), "refused with {}: {}", self.status, String::from_utf8_lossy(&self.body));
        self.json()
    }

    /// The code of a refusal.
    pub fn code(&self) -> Option<String> {
        self.json()["code"].as_str().map(ToOwned::to_owned)
    }
}

fn invalid(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}
