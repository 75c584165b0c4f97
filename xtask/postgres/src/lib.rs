//! A PostgreSQL server of one's own: for the tests and benchmarks of everything that talks to one.
//!
//! [`Server`] starts one from Debian's packages on a free port of 127.0.0.1, in a temporary folder; it can be killed as
//! by `kill -9` and started again, and it is gone when its value is dropped or when this process ends, however it ends.
//! [`shared`] gives a test an empty database of its own on one server that many tests use. [`Proxy`] stands before a
//! server and breaks connections where a test says.
//!
//! Nothing here is part of the program. It blocks, on purpose: it has to work within and without a runtime, and in `drop`.

mod account;
mod address;
mod port;
mod process;
mod programs;
mod proxy;
mod server;
mod shared;
mod wire;

pub use proxy::{At, Fault, Proxy};
pub use server::Server;
pub use shared::{Shared, VARIABLE, shared};
