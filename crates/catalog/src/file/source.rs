//! Bytes with their place: a reader that counts lines and characters, and says how far it is.

use std::io::BufRead;

use super::error::{Fault, ImportError, Place};

/// Bytes between two calls of the progress callback: a large file is told of some thousand times.
const PROGRESS_BYTES: u64 = 1 << 18;

/// Where something stands: line and character, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub line: u64,
    pub column: u64,
}

/// A reader that knows where it is.
pub(super) struct Source<'a, R> {
    input: R,
    next: Mark,
    offset: u64,
    reported: u64,
    progress: &'a mut dyn FnMut(u64),
}

impl<'a, R: BufRead> Source<'a, R> {
    /// Starts at the beginning, behind a byte-order mark if there is one.
    pub(super) fn new(input: R, progress: &'a mut dyn FnMut(u64)) -> Result<Self, ImportError> {
        let mut source = Self { input, next: Mark { line: 1, column: 1 }, offset: 0, reported: 0, progress };
        if source.peek()? == Some(0xef) {
            for expected in *b"\xef\xbb\xbf" {
                source.skip_mark(expected)?;
            }
            source.next.column = 1;
        }
        Ok(source)
    }

    /// Where the next byte stands.
    pub(super) fn mark(&self) -> Mark {
        self.next
    }

    /// The next byte, left where it is.
    pub(super) fn peek(&mut self) -> Result<Option<u8>, ImportError> {
        match self.input.fill_buf() {
            Ok(buffer) => Ok(buffer.first().copied()),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => self.peek(),
            Err(error) => Err(self.unreadable(&error)),
        }
    }

    /// The next byte, taken.
    pub(super) fn bump(&mut self) -> Result<Option<u8>, ImportError> {
        let Some(byte) = self.peek()? else { return Ok(None) };
        self.input.consume(1);
        self.count(byte);
        Ok(Some(byte))
    }

    /// Tells the progress callback that all is read.
    pub(super) fn finish(&mut self) {
        (self.progress)(self.offset);
    }

    fn count(&mut self, byte: u8) {
        self.offset += 1;
        if byte == b'\n' {
            self.next = Mark { line: self.next.line + 1, column: 1 };
        } else if byte & 0xc0 != 0x80 {
            self.next.column += 1;
        }
        if self.offset - self.reported >= PROGRESS_BYTES {
            self.reported = self.offset;
            (self.progress)(self.offset);
        }
    }

    fn skip_mark(&mut self, expected: u8) -> Result<(), ImportError> {
        match self.bump()? {
            Some(byte) if byte == expected => Ok(()),
            _ => Err(ImportError { place: self.place(String::new()), fault: Fault::NotUtf8 }),
        }
    }

    fn unreadable(&self, error: &std::io::Error) -> ImportError {
        ImportError { place: self.place(String::new()), fault: Fault::Unreadable { cause: error.to_string() } }
    }

    fn place(&self, path: String) -> Place {
        self.next.at(path)
    }
}

impl Mark {
    /// This place, in the field `path`.
    pub(super) fn at(self, path: String) -> Place {
        Place { line: self.line, column: Some(self.column), path }
    }
}
