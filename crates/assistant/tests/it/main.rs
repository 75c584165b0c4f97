//! The assistant as the desk uses it.

mod bounds;
mod scripts;
mod sentences;
mod talk;
