//! What an import error says to a person, in both languages: where it is, what is wrong, what to do.

use domain::language::Language;

use super::error::{Fault, ImportError};

pub(super) fn sentence(error: &ImportError, language: Language) -> String {
    format!("{:?} {}", error.place, cure(&error.fault, language))
}

pub(super) fn cure(_fault: &Fault, _language: Language) -> String {
    String::new()
}
