//! What is told of a database to who looks after it.

use domain::time::Time;

use super::{Postgres, columns};
use crate::StoreError;

/// A database, as it answers now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its host, port and name.
    pub place: String,
    /// The server's version.
    pub server: String,
    /// The version of Citus, if the database is spread.
    pub citus: Option<String>,
    /// The server's time when it answered.
    pub now: Time,
    /// Shards.
    pub shards: u16,
}

impl Postgres {
    /// What there is to say about the database.
    ///
    /// # Errors
    /// If it does not answer.
    pub async fn about(&self) -> Result<About, StoreError> {
        let found = self.readers.query(|on| &on.pages.about, &[]).await?;
        let row = found.first().ok_or_else(|| StoreError::Away { why: "it does not say what it is".into() })?;
        let (server, citus, now) = columns::about(row)?;
        Ok(About { place: self.place().to_owned(), server, citus, now, shards: self.shards })
    }
}
