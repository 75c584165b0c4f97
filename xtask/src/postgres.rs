//! The PostgreSQL server that the tests share: a private one, unless one is named.

use std::process::Command;

use anyhow::Result;
use private_postgres::{Server, VARIABLE};

use crate::shell::variable;

/// A server that is there as long as this value is.
#[derive(Debug)]
pub struct Postgres {
    url: String,
    /// If it is ours; it stops with this value, or with this process.
    _private: Option<Server>,
}

impl Postgres {
    /// Takes the one that is named by the variable that tells the tests too, or starts one, installing what that needs
    /// where it may; and says which it is.
    ///
    /// # Errors
    /// If there is none; the error says what to install.
    pub fn start() -> Result<Self> {
        let postgres = match variable(VARIABLE) {
            Some(url) => Self { url, _private: None },
            None => {
                let server = Server::for_tests()?;
                Self { url: server.url(), _private: Some(server) }
            }
        };
        println!("uses {}", postgres.url);
        Ok(postgres)
    }

    /// Tells a command of tests where the server is. Each test makes a database there and drops it.
    pub fn tell(&self, command: &mut Command) {
        command.env(VARIABLE, &self.url);
    }
}
