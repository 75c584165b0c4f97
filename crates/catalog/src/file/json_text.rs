//! Texts of a JSON file: escapes, bounds, and bytes that are no text.

use std::io::BufRead;

use super::error::{Fault, ImportError, cut};
use super::json::Json;

type Result<T> = std::result::Result<T, ImportError>;

impl<R: BufRead> Json<'_, R> {
    /// Reads a text of at most `most` characters.
    pub(super) fn string(&mut self, most: usize) -> Result<String> {
        let first = self.next_byte()?;
        self.set_start();
        if first != Some(b'"') {
            return Err(self.unexpected("`\"`"));
        }
        self.source().bump()?;
        let mut bytes = Vec::new();
        while self.piece(&mut bytes)? {
            // A character has at most four bytes, so that no more than this is ever held of a text that is too long.
            if bytes.len() > most.saturating_mul(4) {
                return Err(self.too_long(&String::from_utf8_lossy(&bytes), most));
            }
        }
        let text = String::from_utf8(bytes).map_err(|_| self.fault(Fault::NotUtf8))?;
        if text.chars().count() > most { Err(self.too_long(&text, most)) } else { Ok(text) }
    }

    /// Takes one byte or escape of a text; `false` at its end.
    fn piece(&mut self, text: &mut Vec<u8>) -> Result<bool> {
        match self.source().peek()? {
            Some(b'"') => {
                self.source().bump()?;
                return Ok(false);
            }
            Some(b'\\') => {
                self.source().bump()?;
                let character = self.escape()?;
                text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            }
            Some(byte) if byte >= b' ' => {
                self.source().bump()?;
                text.push(byte);
            }
            _ => return Err(self.unexpected("`\"` at the end of the text")),
        }
        Ok(true)
    }

    fn escape(&mut self) -> Result<char> {
        let plain = match self.source().peek()? {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(self.unexpected("an escape such as `\\n`")),
        };
        self.source().bump()?;
        Ok(plain)
    }

    /// Reads `uXXXX`, and the second half of a surrogate pair after the first.
    fn unicode(&mut self) -> Result<char> {
        let first = self.four_digits()?;
        let code = if (0xd800..0xdc00).contains(&first) {
            if self.source().peek()? != Some(b'\\') {
                return Err(self.unexpected("the second half of a surrogate pair"));
            }
            self.source().bump()?;
            let second = self.four_digits()?;
            0x1_0000 + ((first - 0xd800) << 10) + (second.wrapping_sub(0xdc00) & 0xffff)
        } else {
            first
        };
        char::from_u32(code).ok_or_else(|| self.fault(Fault::NotUtf8))
    }

    fn four_digits(&mut self) -> Result<u32> {
        if self.source().peek()? != Some(b'u') {
            return Err(self.unexpected("`u`"));
        }
        self.source().bump()?;
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.source().peek()?.and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else { return Err(self.unexpected("four hexadecimal digits")) };
            self.source().bump()?;
            code = code * 16 + digit;
        }
        Ok(code)
    }

    fn too_long(&self, value: &str, most: usize) -> ImportError {
        self.fault(Fault::TooLong { value: cut(value), most })
    }
}
