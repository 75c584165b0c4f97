//! Feeds as tables: comma- or tab-separated, with a header.

use std::cell::Cell;
use std::io::{BufRead, Read};

use super::Reading;
use super::columns::{Kind, REQUIRED, Record, kind};
use crate::file::error::{Fault, ImportError, Place, cut};
use crate::file::limits::{COLUMNS_MAX, RECORD_BYTES_MAX};

type Result<T> = std::result::Result<T, ImportError>;

/// Reads all records.
pub(super) fn read(
    input: impl BufRead,
    separator: u8,
    reading: &mut Reading,
    progress: &mut dyn FnMut(u64),
) -> Result<()> {
    let budget = Cell::new(RECORD_BYTES_MAX);
    let input = Metered { input, read: 0, budget: &budget, progress };
    let mut table = csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(input);
    let (mut fields, mut record) = (csv::ByteRecord::new(), Record::new());
    if !next(&mut table, &mut fields, &budget)? {
        return Err(at(0, "", Fault::EmptyFile));
    }
    let header = Header::read(&fields)?;
    header.names.iter().filter(|(_, kind)| matches!(kind, Kind::Unknown)).for_each(|(name, _)| {
        reading.ignored.note(name);
    });
    while next(&mut table, &mut fields, &budget)? {
        let line = line(&fields);
        header.fill(&fields, &mut record, reading)?;
        reading.record(&record, line)?;
    }
    Ok(())
}

/// The columns of the file, in its order.
struct Header {
    names: Vec<(String, Kind)>,
}

impl Header {
    fn read(fields: &csv::ByteRecord) -> Result<Self> {
        if fields.len() > COLUMNS_MAX {
            return Err(at(1, "", Fault::TooMany { most: COLUMNS_MAX }));
        }
        let names: Vec<_> = fields.iter().map(|name| utf8(name, 1, "").map(str::trim)).collect::<Result<_>>()?;
        let columns: Vec<_> = names.iter().map(|name| ((*name).to_owned(), kind(name))).collect();
        let is = |kind: &Kind, column| matches!(kind, Kind::Read(read) if *read == column);
        for column in REQUIRED {
            if !columns.iter().any(|(_, kind)| is(kind, column)) {
                let found = names.iter().map(|name| cut(name)).take(30).collect();
                return Err(at(1, "", Fault::MissingColumn { name: column.name(), found }));
            }
        }
        let header = Self { names: columns };
        header.no_repeats().map(|()| header)
    }

    fn no_repeats(&self) -> Result<()> {
        for (place, (name, kind)) in self.names.iter().enumerate() {
            let Kind::Read(column) = kind else { continue };
            let before = &self.names[..place];
            if before.iter().any(|(_, kind)| matches!(kind, Kind::Read(read) if read == column)) {
                return Err(at(1, name, Fault::RepeatedColumn { name: cut(name) }));
            }
        }
        Ok(())
    }

    fn fill(&self, fields: &csv::ByteRecord, record: &mut Record, reading: &mut Reading) -> Result<()> {
        let line = line(fields);
        if fields.len() != self.names.len() {
            let (expected, found) = (count(self.names.len()), count(fields.len()));
            return Err(at(line, "", Fault::UnequalFields { expected, found }));
        }
        record.clear();
        for ((name, kind), value) in self.names.iter().zip(fields) {
            match kind {
                Kind::Read(column) => record.set(*column, utf8(value, line, column.name())?),
                Kind::Unknown if !value.is_empty() => reading.ignored.count(name),
                Kind::Unknown | Kind::Unused => {}
            }
        }
        Ok(())
    }
}

/// Reads the next record within its budget of bytes; `false` at the end.
fn next<R: Read>(table: &mut csv::Reader<R>, fields: &mut csv::ByteRecord, budget: &Cell<u64>) -> Result<bool> {
    budget.set(RECORD_BYTES_MAX);
    let line = table.position().line();
    table.read_byte_record(fields).map_err(|error| {
        let fault = match budget.get() {
            0 => Fault::RecordTooLong { most: RECORD_BYTES_MAX },
            _ => Fault::Unreadable { cause: error.to_string() },
        };
        at(line, "", fault)
    })
}

fn line(fields: &csv::ByteRecord) -> u64 {
    fields.position().map_or(0, csv::Position::line)
}

fn utf8<'a>(bytes: &'a [u8], line: u64, path: &str) -> Result<&'a str> {
    std::str::from_utf8(bytes).map_err(|_| at(line, path, Fault::NotUtf8))
}

fn at(line: u64, path: &str, fault: Fault) -> ImportError {
    ImportError { place: Place { line, column: None, path: path.to_owned() }, fault }
}

fn count(number: usize) -> u64 {
    u64::try_from(number).expect("a usize fits")
}

/// A reader that tells how far it is, and gives no more than a record may have: the parser would read a quotation mark
/// that is never closed to the end of the file, into memory.
struct Metered<'a, R> {
    input: R,
    read: u64,
    budget: &'a Cell<u64>,
    progress: &'a mut dyn FnMut(u64),
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let bytes = self.input.read(buffer)?;
        let left = self.budget.get().saturating_sub(count(bytes));
        self.budget.set(left);
        if left == 0 {
            return Err(std::io::Error::other("a record is too long"));
        }
        self.read += count(bytes);
        (self.progress)(self.read);
        Ok(bytes)
    }
}
