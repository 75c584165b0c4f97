//! A JSON reader for files that others write: it reads value by value, knows line, column and path of each, takes no
//! field it was not told of and no text longer than its bound.
//!
//! serde_json reads faster and knows none of that once a value is typed: its errors have a line but no path, a bound on
//! a text can only be checked after the text is in memory, and a coordinate has become a float.

use std::io::BufRead;

use super::error::{Fault, ImportError, cut};
use super::limits::{DEPTH_MAX, FIELD_CHARS_MAX, NUMBER_CHARS_MAX};
use super::source::{Mark, Source};

type Result<T> = std::result::Result<T, ImportError>;

/// One step of a path.
enum Step {
    Field(String),
    Index(usize),
}

/// A reader at some value.
pub(super) struct Json<'a, R> {
    source: Source<'a, R>,
    path: Vec<Step>,
    /// Where the value that is read, or was read last, begins.
    start: Mark,
}

impl<'a, R: BufRead> Json<'a, R> {
    pub(super) fn new(source: Source<'a, R>) -> Self {
        let start = source.mark();
        Self { source, path: Vec::new(), start }
    }

    /// An error about the value that was read last.
    pub(super) fn fault(&self, fault: Fault) -> ImportError {
        self.fault_at(self.start, None, fault)
    }

    /// An error about the field `field` of this object, whose value began at `mark`.
    pub(super) fn fault_at(&self, mark: Mark, field: Option<&str>, fault: Fault) -> ImportError {
        let mut path = self.path();
        if let Some(field) = field {
            push_field(&mut path, field);
        }
        ImportError { place: mark.at(path), fault }
    }

    /// Where the value that was read last begins.
    pub(super) fn start(&self) -> Mark {
        self.start
    }

    /// Reads an object. `field` is called at the value of each field with its name, which is one of `known`; each comes
    /// once, and those of `required` come. Returns where the object begins.
    pub(super) fn object(
        &mut self,
        known: &'static [&'static str],
        required: &[&'static str],
        mut field: impl FnMut(&mut Self, &'static str) -> Result<()>,
    ) -> Result<Mark> {
        let mut seen = vec![false; known.len()];
        let object = self.fields(|json, name, mark| {
            let place = known.iter().position(|known| *known == name);
            let Some(place) = place else {
                return Err(json.fault_at(mark, None, Fault::UnknownField { name: cut(name), known }));
            };
            if std::mem::replace(&mut seen[place], true) {
                return Err(json.fault_at(mark, None, Fault::RepeatedField { name: cut(name) }));
            }
            field(json, known[place])
        })?;
        let missing = known.iter().zip(&seen).find(|(name, seen)| !**seen && required.contains(name));
        match missing {
            Some((name, _)) => Err(self.fault_at(object, Some(name), Fault::MissingField { name })),
            None => Ok(object),
        }
    }

    /// Reads an object of any fields; `field` is called at each value with the field's name and place. Returns where the
    /// object begins.
    pub(super) fn fields(&mut self, mut field: impl FnMut(&mut Self, &str, Mark) -> Result<()>) -> Result<Mark> {
        let object = self.begin(b'{', "`{`")?;
        if self.end_of(b'}')? {
            return Ok(object);
        }
        loop {
            let name = self.string(FIELD_CHARS_MAX)?;
            let mark = self.start;
            self.punctuation(b':', "`:`")?;
            self.path.push(Step::Field(name.clone()));
            self.start = mark;
            field(self, &name, mark)?;
            self.path.pop();
            if !self.comma_or(b'}', "`,` or `}`")? {
                return Ok(object);
            }
        }
    }

    /// Reads an array of at most `most` values; `element` is called at each.
    pub(super) fn array(&mut self, most: usize, mut element: impl FnMut(&mut Self) -> Result<()>) -> Result<()> {
        self.begin(b'[', "`[`")?;
        if self.end_of(b']')? {
            return Ok(());
        }
        for index in 0..most {
            self.path.push(Step::Index(index));
            element(self)?;
            self.path.pop();
            if !self.comma_or(b']', "`,` or `]`")? {
                return Ok(());
            }
        }
        self.white_space()?;
        Err(self.fault_at(self.source.mark(), None, Fault::TooMany { most }))
    }

    /// Whether the next value is `null`, which is then taken.
    pub(super) fn null(&mut self) -> Result<bool> {
        let is_null = self.next_byte()? == Some(b'n');
        if is_null {
            self.word("null")?;
        }
        Ok(is_null)
    }

    /// Reads `true` or `false`.
    pub(super) fn boolean(&mut self) -> Result<bool> {
        match self.next_byte()? {
            Some(b't') => self.word("true").map(|()| true),
            Some(b'f') => self.word("false").map(|()| false),
            _ => Err(self.unexpected("`true` or `false`")),
        }
    }

    /// Reads a number as it is written.
    pub(super) fn number(&mut self) -> Result<String> {
        let first = self.next_byte()?;
        self.start = self.source.mark();
        if !first.is_some_and(|byte| byte == b'-' || byte.is_ascii_digit()) {
            return Err(self.unexpected("a number"));
        }
        let mut text = String::new();
        while let Some(byte) =
            self.source.peek()?.filter(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'))
        {
            text.push(char::from(byte));
            if text.len() > NUMBER_CHARS_MAX {
                return Err(self.fault(Fault::TooLong { value: cut(&text), most: NUMBER_CHARS_MAX }));
            }
            self.source.bump()?;
        }
        if is_number(&text) { Ok(text) } else { Err(self.fault(Fault::Syntax { expected: "a number", found: text })) }
    }

    /// Reads and forgets a value, at most `DEPTH_MAX` deep and each text at most `most` characters long.
    pub(super) fn skip(&mut self, most: usize) -> Result<()> {
        if self.path.len() > DEPTH_MAX {
            return Err(self.fault(Fault::TooDeep { most: DEPTH_MAX }));
        }
        match self.next_byte()? {
            Some(b'{') => self.fields(|json, _, _| json.skip(most)).map(|_| ()),
            Some(b'[') => self.array(usize::MAX, |json| json.skip(most)),
            Some(b'"') => self.string(most).map(|_| ()),
            Some(b't' | b'f') => self.boolean().map(|_| ()),
            Some(b'n') => self.null().map(|_| ()),
            _ => self.number().map(|_| ()),
        }
    }

    /// The first byte of the next value, left where it is.
    pub(super) fn next_byte(&mut self) -> Result<Option<u8>> {
        self.white_space()?;
        self.source.peek()
    }

    /// Ends the reading: nothing but white space may follow.
    pub(super) fn finish(mut self) -> Result<()> {
        if self.next_byte()?.is_some() {
            return Err(self.fault_at(self.source.mark(), None, Fault::TrailingText));
        }
        self.source.finish();
        Ok(())
    }

    pub(super) fn source(&mut self) -> &mut Source<'a, R> {
        &mut self.source
    }

    /// Takes note that a value begins here.
    pub(super) fn set_start(&mut self) {
        self.start = self.source.mark();
    }

    /// Something else stands here than what must.
    pub(super) fn unexpected(&mut self, expected: &'static str) -> ImportError {
        let mark = self.source.mark();
        match self.source.peek() {
            Ok(byte) => self.fault_at(mark, None, Fault::Syntax { expected, found: byte.map_or(String::new(), shown) }),
            Err(error) => error,
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Field(name) => push_field(&mut path, name),
                Step::Index(index) => path.push_str(&format!("[{index}]")),
            }
        }
        path
    }

    fn white_space(&mut self) -> Result<()> {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.source.peek()? {
            self.source.bump()?;
        }
        Ok(())
    }

    fn begin(&mut self, open: u8, expected: &'static str) -> Result<Mark> {
        self.white_space()?;
        let mark = self.source.mark();
        self.start = mark;
        self.punctuation(open, expected)?;
        Ok(mark)
    }

    fn punctuation(&mut self, byte: u8, expected: &'static str) -> Result<()> {
        if self.next_byte()? != Some(byte) {
            return Err(self.unexpected(expected));
        }
        self.source.bump().map(|_| ())
    }

    fn end_of(&mut self, close: u8) -> Result<bool> {
        let ends = self.next_byte()? == Some(close);
        if ends {
            self.source.bump()?;
        }
        Ok(ends)
    }

    fn comma_or(&mut self, close: u8, expected: &'static str) -> Result<bool> {
        if self.end_of(close)? {
            return Ok(false);
        }
        self.punctuation(b',', expected).map(|()| true)
    }

    fn word(&mut self, word: &'static str) -> Result<()> {
        self.start = self.source.mark();
        for byte in word.bytes() {
            if self.source.peek()? != Some(byte) {
                return Err(self.unexpected(word));
            }
            self.source.bump()?;
        }
        Ok(())
    }
}

fn push_field(path: &mut String, name: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(&cut(name));
}

/// A byte as an error shows it.
fn shown(byte: u8) -> String {
    if byte.is_ascii_graphic() { char::from(byte).to_string() } else { format!("0x{byte:02x}") }
}

/// Whether `text` is a number by the grammar of JSON (RFC 8259, section 6).
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let no_leading_zero = whole.len() == 1 || !whole.starts_with('0');
    digits(whole) && no_leading_zero && digits(fraction) && digits(exponent)
}
