//! Where a database is, and what is said of it: never its password.

use std::time::Duration;

use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};

use crate::StoreError;

/// How long a server may take to answer a knock.
const CONNECT_WITHIN: Duration = Duration::from_secs(3);
/// A peer that is silent for so long is asked whether it is there.
const KEEPALIVE_AFTER: Duration = Duration::from_secs(5);
const KEEPALIVE_EACH: Duration = Duration::from_secs(2);
const KEEPALIVES: u32 = 3;
/// What was sent and is not confirmed for so long ends the connection.
const UNCONFIRMED: Duration = Duration::from_secs(10);

/// Where a database is.
pub struct Address {
    /// How to connect.
    pub config: Config,
    /// Host, port and name, for people.
    pub place: String,
}

impl Address {
    /// Reads a URL.
    pub fn parse(url: &str) -> Result<Self, StoreError> {
        // The error tells which part does not read, never what it says.
        let mut config: Config =
            url.parse().map_err(|error: tokio_postgres::Error| StoreError::DatabaseUrl { why: reason(&error) })?;
        if config.get_ssl_mode() == SslMode::Require {
            return Err(StoreError::DatabaseTls);
        }
        if config.get_application_name().is_none() {
            config.application_name("xiaoer");
        }
        config.connect_timeout(CONNECT_WITHIN).tcp_user_timeout(UNCONFIRMED);
        config.keepalives_idle(KEEPALIVE_AFTER).keepalives_interval(KEEPALIVE_EACH).keepalives_retries(KEEPALIVES);
        let place = place(&config);
        Ok(Self { config, place })
    }
}

fn place(config: &Config) -> String {
    let port = |at: usize| config.get_ports().get(at).or(config.get_ports().first()).copied().unwrap_or(5432);
    let host = |(at, host): (usize, &Host)| match host {
        Host::Tcp(name) => format!("{name}:{}", port(at)),
        #[cfg(unix)]
        Host::Unix(path) => format!("{}:{}", path.display(), port(at)),
    };
    let hosts: Vec<_> = config.get_hosts().iter().enumerate().map(host).collect();
    let name = config.get_dbname().or(config.get_user()).unwrap_or_default();
    format!("{}/{name}", hosts.join(","))
}

/// What an error says, its causes included.
fn reason(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_tells_no_password() {
        let address = Address::parse("postgres://me:secret@db.example:6543/shop").expect("it reads");
        assert_eq!(address.place, "db.example:6543/shop");
        assert_eq!(Address::parse("postgres://me@localhost").expect("it reads").place, "localhost:5432/me");
    }

    #[test]
    fn what_cannot_be_kept_is_refused() {
        let refused = |url: &str| Address::parse(url).err().expect("it is refused");
        assert!(matches!(refused("postgres://me@localhost/x?sslmode=require"), StoreError::DatabaseTls));
        for url in ["postgres://me:secret@localhost:port/x", "postgres://me:secret@localhost/x?sslmode=verify-full"] {
            let error = refused(url);
            assert!(matches!(&error, StoreError::DatabaseUrl { .. }), "{error:?}");
            assert!(!error.to_string().contains("secret"), "{error}");
        }
    }
}
