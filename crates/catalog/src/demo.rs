//! The catalogue of a first start: invented shops at real places, in the very format that a platform imports.

use rust_embed::RustEmbed;

use crate::file::{self, ImportError, Imported};

/// The files of `demo/`, one a place.
#[derive(RustEmbed)]
#[folder = "demo/"]
#[allow_missing = true]
struct Files;

/// All demonstration shops and items.
///
/// # Errors
/// [`ImportError`] if a file breaks the format; a test reads them all, so a release has none that do.
pub fn shops() -> Result<Imported, ImportError> {
    let mut all = Imported::default();
    for name in names() {
        all.append(read(&name)?);
    }
    Ok(all)
}

/// The names of the demonstration files, in order.
pub fn names() -> Vec<String> {
    let mut names: Vec<_> =
        Files::iter().filter(|name| name.ends_with(".json")).map(|name| name.into_owned()).collect();
    names.sort();
    names
}

/// One demonstration file; nothing if there is none with this name.
///
/// # Errors
/// [`ImportError`] if the file breaks the format.
pub fn read(name: &str) -> Result<Imported, ImportError> {
    let Some(file) = Files::get(name) else { return Ok(Imported::default()) };
    file::shops(&*file.data, &mut |_| {})
}
