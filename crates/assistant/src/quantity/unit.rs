//! A number with a unit after it.

use super::number::{self, Read};
use super::numeral::{self, Form};
use super::ratio::Ratio;
use super::text::Plain;

/// A number, and a unit of a table.
pub(super) struct Measured<'t, T> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) read: Read,
    pub(super) unit: &'t T,
}

/// The number at `at` with the unit that follows. A unit that begins like a numeral, such as 千米, takes that from it.
pub(super) fn measured<'t, T>(text: &Plain, at: usize, units: &'t [(&str, T)]) -> Option<Measured<'t, T>> {
    let touching = text.touching(at);
    if touching.is_ascii_alphanumeric() || touching == ':' || touching == '.' {
        return None;
    }
    let full = number::signed(text, at, text.len())?;
    let cut = full.end - 1;
    if cut > at
        && enlarges(text.at(cut))
        && let Some((end, unit)) = whole_word(text, cut, units)
        && let Some(read) = number::signed(text, at, cut).or_else(|| bare(text, at, cut))
        && text.skip(read.end) == cut
    {
        return Some(Measured { start: at, end, read, unit });
    }
    after(text, at, full, units)
}

fn enlarges(character: char) -> bool {
    character.is_ascii_alphabetic()
        || numeral::small_unit(character).is_some()
        || numeral::large_unit(character).is_some()
}

/// The number before a unit that is a letter which would otherwise enlarge it: 250m.
fn bare(text: &Plain, at: usize, limit: usize) -> Option<Read> {
    let read = numeral::read(text, at, limit)?;
    Some(Read { end: read.end, number: number::Number::exact(read.value), form: read.form })
}

/// A unit after a number, perhaps with 个 between.
fn after<'t, T>(text: &Plain, start: usize, read: Read, units: &'t [(&str, T)]) -> Option<Measured<'t, T>> {
    let place = text.skip(read.end);
    let place = if text.at(place) == '个' { text.skip(place + 1) } else { place };
    let (end, unit) = whole_word(text, place, units)?;
    Some(Measured { start, end, read, unit })
}

/// The longest unit at `at`; a Latin one only if the word ends there.
fn whole_word<'t, T>(text: &Plain, at: usize, units: &'t [(&str, T)]) -> Option<(usize, &'t T)> {
    let latin = |end: usize| text.at(end - 1).is_ascii_alphabetic() && text.at(end).is_ascii_alphanumeric();
    text.entry(at, units).filter(|(end, _)| !latin(*end))
}

/// Half a unit: 半斤, 半个小时.
pub(super) fn half<'t, T>(text: &Plain, at: usize, units: &'t [(&str, T)]) -> Option<Measured<'t, T>> {
    let read = Read { end: at + 1, number: number::Number::exact(Ratio::HALF), form: Form::Counted };
    if text.at(at) == '半' { after(text, at, read, units) } else { None }
}
