//! Ports that nobody uses and that no connection going out is given in the meantime.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};

/// Below what systems give to connections going out, so that a port is still free when its server starts again.
const FIRST: u16 = 20_000;
const COUNT: u16 = 12_000;
const TRIES_MAX: usize = 100;

/// A free port of 127.0.0.1. Whoever binds it first has it: be ready to ask again.
pub fn free() -> Result<u16> {
    let port = |_| FIRST + u16::try_from(chance() % u64::from(COUNT)).unwrap_or_default();
    let mut tried = (0..TRIES_MAX).map(port);
    tried.find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok()).context("no port of 127.0.0.1 is free")
}

/// A number by chance, from what seeds the standard library's hashes.
pub fn chance() -> u64 {
    RandomState::new().build_hasher().finish()
}
