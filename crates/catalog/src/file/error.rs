//! What can be wrong with a file, where, and with which value.

use domain::language::Language;

/// Characters of a value that an error shows: enough to find it, too few to fill a screen.
pub(crate) const VALUE_CHARS_MAX: usize = 60;

/// The first thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError {
    /// Where.
    pub place: Place,
    /// What.
    pub fault: Fault,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The line, from 1; 0 for the file as a whole.
    pub line: u64,
    /// The character in the line, from 1, where that is known.
    pub column: Option<u64>,
    /// The field, such as `shops[3].items[2].price`, or the column of a feed; empty for the file as a whole.
    pub path: String,
}

/// What is wrong. Values are cut to a bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The file could not be read to its end.
    Unreadable {
        /// What the system said.
        cause: String,
    },
    /// Some bytes are not UTF-8.
    NotUtf8,
    /// The text is not JSON here.
    Syntax {
        /// What could stand here.
        expected: &'static str,
        /// What stands here; empty at the end of the file.
        found: String,
    },
    /// The file goes on after its end.
    TrailingText,
    /// Nested deeper than any file of this format is.
    TooDeep {
        /// The deepest there may be.
        most: usize,
    },
    /// A field that the format does not have.
    UnknownField {
        /// Its name.
        name: String,
        /// The names there are.
        known: &'static [&'static str],
    },
    /// A field that must be there is not.
    MissingField {
        /// Its name.
        name: &'static str,
    },
    /// A field stands twice in one object.
    RepeatedField {
        /// Its name.
        name: String,
    },
    /// Two things have the same id.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A text is empty that must say something.
    Empty,
    /// A text is too long.
    TooLong {
        /// Its beginning.
        value: String,
        /// The most characters it may have.
        most: usize,
    },
    /// There are too many of something.
    TooMany {
        /// The most there may be.
        most: usize,
    },
    /// A number is not whole, or outside its range.
    OutOfRange {
        /// The number.
        value: String,
        /// The least it may be.
        least: i64,
        /// The most it may be.
        most: i64,
    },
    /// An id has a character that ids do not have.
    BadId {
        /// The id.
        value: String,
    },
    /// Not an administrative code.
    BadAdcode {
        /// What stands there.
        value: String,
    },
    /// Not opening hours.
    BadHours {
        /// What stands there.
        value: String,
    },
    /// Not a longitude or latitude.
    BadDegrees {
        /// What stands there.
        value: String,
        /// The most degrees on either side of zero.
        most: u32,
    },
    /// The default is not among an option's values.
    UnknownDefault {
        /// The default.
        value: String,
        /// The values there are.
        known: Vec<String>,
    },
    /// Not a price as feeds write it.
    BadPrice {
        /// What stands there.
        value: String,
    },
    /// A price in another currency than the yuan.
    OtherCurrency {
        /// The price.
        value: String,
    },
    /// Not an availability as feeds write it.
    BadAvailability {
        /// What stands there.
        value: String,
    },
    /// A feed has no column that it must have.
    MissingColumn {
        /// Its name.
        name: &'static str,
        /// The columns there are.
        found: Vec<String>,
    },
    /// A column stands twice.
    RepeatedColumn {
        /// Its name.
        name: String,
    },
    /// A record has more or fewer fields than the header.
    UnequalFields {
        /// Fields of the header.
        expected: u64,
        /// Fields of the record.
        found: u64,
    },
    /// A record, or a line, is longer than any sensible one: most often a quotation mark that is never closed.
    RecordTooLong {
        /// The most bytes it may have.
        most: u64,
    },
    /// The file has nothing in it.
    EmptyFile,
}

impl ImportError {
    /// What is wrong, where, and what to do about it, for a person.
    pub fn sentence(&self, language: Language) -> String {
        super::sentence::sentence(self, language)
    }

    /// What to do about it, for a person.
    pub fn cure(&self, language: Language) -> String {
        super::sentence::cure(&self.fault, language)
    }
}

impl std::fmt::Display for ImportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence(Language::En))
    }
}

impl std::error::Error for ImportError {}

/// The beginning of a value, as an error shows it.
pub(crate) fn cut(value: &str) -> String {
    let mut shown: String = value.chars().take(VALUE_CHARS_MAX).collect();
    if shown.len() < value.len() {
        shown.push('…');
    }
    shown
}
