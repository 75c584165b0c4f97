//! A hash over content, the same on every machine and in every version: each field is written with its length.

use sha2::{Digest as _, Sha256};

/// Collects fields for a SHA-256. The order of the writes is part of the content.
///
/// They are hashed together in the end: many small pieces cost more than the hash of them all.
#[derive(Clone, Default)]
pub struct Digest(Vec<u8>);

impl Digest {
    /// Begins with the name of what is hashed, so that two kinds of content never share a hash.
    pub fn of(kind: &str) -> Self {
        Self::default().text(kind)
    }

    /// A text, with its length before it.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes())
    }

    /// Bytes, with their length before them.
    #[must_use]
    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    /// A number.
    #[must_use]
    pub fn number(mut self, number: i64) -> Self {
        self.0.extend_from_slice(&number.to_be_bytes());
        self
    }

    /// A count or an id.
    #[must_use]
    pub fn count(mut self, count: u64) -> Self {
        self.0.extend_from_slice(&count.to_be_bytes());
        self
    }

    /// A list: its length, then each element.
    #[must_use]
    pub fn list<T>(self, elements: &[T], write: impl FnMut(Self, &T) -> Self) -> Self {
        let counted = self.count(u64::try_from(elements.len()).unwrap_or(u64::MAX));
        elements.iter().fold(counted, write)
    }

    /// The hash.
    pub fn finish(self) -> [u8; 32] {
        Sha256::digest(&self.0).into()
    }
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    let mut text = String::with_capacity(bytes.len().saturating_mul(2));
    bytes.iter().for_each(|byte| text.extend([digit(byte >> 4), digit(byte & 15)]));
    text
}

/// The 32 bytes that 64 hexadecimal digits stand for.
pub fn parse_hex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate() {
        let at = place.checked_mul(2)?;
        *byte = u8::from_str_radix(text.get(at..at.checked_add(2)?)?, 16).ok()?;
    }
    Some(bytes)
}
