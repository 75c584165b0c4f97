//! What all doors share over HTTP: who asks and in which language, limits, safe headers, problems.

pub mod body;
pub mod caller;
pub mod guard;
pub mod origin;
pub mod panic;
pub mod path;
pub mod problem;
pub mod session;
pub mod shield;
pub mod taste;
pub mod wrong;
