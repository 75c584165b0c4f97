//! The URL of a database, which may have a password in it: nothing prints that.

use std::fmt;

use anyhow::Result;
use serde::Deserialize;

use super::Setting;

/// What stands where a password was.
const HIDDEN: &str = "***";

/// A URL that is whole only for who connects with it.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    /// All of it, to connect with.
    pub fn whole(&self) -> &str {
        &self.0
    }
}

impl From<&str> for DatabaseUrl {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, rest) = self.0.split_once("://").unwrap_or(("postgres", &self.0));
        let (login, place) = rest.rsplit_once('@').unwrap_or(("", rest));
        let user = login.split_once(':').map_or(login, |(user, _)| user);
        let hidden = if user.len() < login.len() { format!(":{HIDDEN}") } else { String::new() };
        let at = if login.is_empty() { "" } else { "@" };
        // A password can stand among the parameters too.
        let place = place.split_once('?').map_or_else(|| place.into(), |(place, _)| format!("{place}?{HIDDEN}"));
        write!(f, "{before}://{user}{hidden}{at}{place}")
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Setting for Option<DatabaseUrl> {
    fn parse(text: &str) -> Result<Self> {
        Ok(Some(text).filter(|text| !text.is_empty()).map(DatabaseUrl::from))
    }

    fn written(&self, name: &str) -> String {
        match self {
            None => format!("# {name} =\n"),
            // Not a line that could be pasted back: its password is not there.
            Some(url) => format!("# {name} = {}\n", toml::Value::String(url.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_password_is_shown() {
        let shown = |url: &str| DatabaseUrl::from(url).to_string();
        assert_eq!(shown("postgres://me:s3:cr@t@db:5432/x"), "postgres://me:***@db:5432/x");
        assert_eq!(shown("postgres://me@db/x?password=s3cret"), "postgres://me@db/x?***");
        assert_eq!(shown("postgres://db/x"), "postgres://db/x");
        assert_eq!(format!("{:?}", DatabaseUrl::from("postgres://me:s3cret@db/x")), "postgres://me:***@db/x");
    }
}
