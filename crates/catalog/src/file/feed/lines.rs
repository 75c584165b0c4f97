//! Feeds as JSON Lines: one object a line, fields named as the columns of a table are.

use std::io::BufRead;

use super::Reading;
use super::columns::{Column, Kind, REQUIRED, Record, kind};
use crate::file::error::{Fault, ImportError};
use crate::file::json::Json;
use crate::file::limits::DESCRIPTION_CHARS_MAX;
use crate::file::source::Source;

type Result<T> = std::result::Result<T, ImportError>;

/// Characters of a field that is not read: the longest are lists of links.
const SKIPPED_CHARS_MAX: usize = 100_000;

/// Reads all objects.
pub(super) fn read(input: impl BufRead, reading: &mut Reading, progress: &mut dyn FnMut(u64)) -> Result<()> {
    let mut json = Json::new(Source::new(input, progress)?);
    if json.next_byte()?.is_none() {
        return Err(json.fault(Fault::EmptyFile));
    }
    let mut record = Record::new();
    while json.next_byte()?.is_some() {
        object(&mut json, &mut record, reading)?;
    }
    json.finish()
}

fn object<R: BufRead>(json: &mut Json<'_, R>, record: &mut Record, reading: &mut Reading) -> Result<()> {
    record.clear();
    let mut seen = Vec::new();
    let start = json.fields(|json, name, mark| {
        match kind(name) {
            Kind::Read(column) if seen.contains(&column) => {
                return Err(json.fault_at(mark, None, Fault::RepeatedField { name: name.to_owned() }));
            }
            Kind::Read(column) => {
                seen.push(column);
                record.set(column, &value(json)?);
            }
            Kind::Unused => json.skip(SKIPPED_CHARS_MAX)?,
            Kind::Unknown => {
                reading.ignored.count(name);
                json.skip(SKIPPED_CHARS_MAX)?;
            }
        }
        Ok(())
    })?;
    if let Some(missing) = REQUIRED.into_iter().find(|column: &Column| !seen.contains(column)) {
        return Err(json.fault_at(start, Some(missing.name()), Fault::MissingField { name: missing.name() }));
    }
    reading.record(record, start.line)
}

/// A text; a number as it is written; nothing for `null`.
fn value<R: BufRead>(json: &mut Json<'_, R>) -> Result<String> {
    match json.next_byte()? {
        Some(b'"') => json.string(DESCRIPTION_CHARS_MAX),
        Some(b'n') => json.null().map(|_| String::new()),
        Some(byte) if byte == b'-' || byte.is_ascii_digit() => json.number(),
        _ => Err(json.unexpected("a text or a number")),
    }
}
