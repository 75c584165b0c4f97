//! Where a database is: `postgres://USER@HOST:PORT/DATABASE`, as far as a server that trusts loopback needs it.

use std::fmt;
use std::net::{SocketAddr, ToSocketAddrs};

use anyhow::{Context, Result, bail};

const PORT: u16 = 5432;

/// A database on a server that asks for no password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub user: String,
    pub host: String,
    pub port: u16,
    pub database: String,
}

impl Address {
    /// Reads a URL.
    pub fn parse(url: &str) -> Result<Self> {
        let rest = url.strip_prefix("postgres://").or_else(|| url.strip_prefix("postgresql://"));
        let rest = rest.with_context(|| format!("`{url}` does not begin with postgres://"))?;
        let (user, rest) = rest.split_once('@').with_context(|| format!("`{url}` names no user"))?;
        if user.contains(':') || rest.contains('?') {
            bail!("`{url}` has a password or parameters, which are not understood here");
        }
        let (host, database) = rest.split_once('/').with_context(|| format!("`{url}` names no database"))?;
        let (host, port) = match host.rsplit_once(':') {
            Some((host, port)) => (host, port.parse().with_context(|| format!("`{port}` is no port"))?),
            None => (host, PORT),
        };
        Ok(Self { user: user.into(), host: host.into(), port, database: database.into() })
    }

    /// The same server's other database.
    pub fn with_database(&self, database: &str) -> Self {
        Self { database: database.into(), ..self.clone() }
    }

    /// The same database through another port of this machine.
    pub fn through(&self, port: u16) -> Self {
        Self { host: "127.0.0.1".into(), port, ..self.clone() }
    }

    /// Where to connect.
    pub fn socket(&self) -> Result<SocketAddr> {
        let mut found = (self.host.as_str(), self.port).to_socket_addrs().context("the server's name is not known")?;
        found.next().with_context(|| format!("`{}` has no address", self.host))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "postgres://{}@{}:{}/{}", self.user, self.host, self.port, self.database)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_read_and_written() {
        let url = "postgres://xiaoer@127.0.0.1:20001/test";
        let address = Address::parse(url).expect("it reads");
        assert_eq!(address.to_string(), url);
        assert_eq!(address.with_database("b").through(7).to_string(), "postgres://xiaoer@127.0.0.1:7/b");
        assert_eq!(Address::parse("postgresql://me@localhost/x").expect("it reads").port, PORT);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for url in ["http://a@b/c", "postgres://b/c", "postgres://a:secret@b/c", "postgres://a@b", "postgres://a@b:x/c"]
        {
            assert!(Address::parse(url).is_err(), "{url}");
        }
    }
}
