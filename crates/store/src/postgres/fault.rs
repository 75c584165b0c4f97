//! What a fault of the database means to a caller.

use std::io::ErrorKind;

use tokio_postgres::Error;
use tokio_postgres::error::SqlState;

use crate::StoreError;

/// Given up by the database for a reason that passes, or by a connection that is gone: decided again from its load on a
/// new one, a batch may come to an end.
const PASSING: [SqlState; 12] = [
    SqlState::T_R_SERIALIZATION_FAILURE,
    SqlState::T_R_DEADLOCK_DETECTED,
    SqlState::ADMIN_SHUTDOWN,
    SqlState::CRASH_SHUTDOWN,
    SqlState::CANNOT_CONNECT_NOW,
    SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
    SqlState::CONNECTION_EXCEPTION,
    SqlState::CONNECTION_DOES_NOT_EXIST,
    SqlState::CONNECTION_FAILURE,
    SqlState::SQLCLIENT_UNABLE_TO_ESTABLISH_SQLCONNECTION,
    SqlState::SQLSERVER_REJECTED_ESTABLISHMENT_OF_SQLCONNECTION,
    SqlState::TRANSACTION_RESOLUTION_UNKNOWN,
];

/// Not now: somebody else holds what is needed for longer than a batch takes, or the server lacks something.
const AWAY: [SqlState; 8] = [
    SqlState::LOCK_NOT_AVAILABLE,
    SqlState::QUERY_CANCELED,
    SqlState::INSUFFICIENT_RESOURCES,
    SqlState::DISK_FULL,
    SqlState::OUT_OF_MEMORY,
    SqlState::TOO_MANY_CONNECTIONS,
    SqlState::CONFIGURATION_LIMIT_EXCEEDED,
    SqlState::READ_ONLY_SQL_TRANSACTION,
];

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        let why = || said(&error);
        match error.code() {
            Some(code) if PASSING.contains(code) => Self::Interrupted { why: why() },
            Some(code) if AWAY.contains(code) => Self::Away { why: why() },
            Some(_) => Self::Postgres(error),
            // Without a code it did not come from the server: the connection broke.
            None if error.is_closed() || broke(&error) => Self::Interrupted { why: why() },
            None => Self::Postgres(error),
        }
    }
}

/// Why a connection could not be had. One that broke while it was made is tried again like any other that broke; a
/// server that does not take any is away.
pub fn unconnected(error: Error) -> StoreError {
    let cause = std::error::Error::source(&error).and_then(|cause| cause.downcast_ref::<std::io::Error>());
    let refused = cause.is_some_and(|cause| matches!(cause.kind(), ErrorKind::ConnectionRefused | ErrorKind::TimedOut));
    let why = said(&error);
    match StoreError::from(error) {
        passing @ StoreError::Interrupted { .. } if !refused => passing,
        _ => StoreError::Away { why },
    }
}

/// A fault after which only the receipts tell what was done: the batch is decided again, and finds them or not.
pub fn interrupted(error: &Error) -> StoreError {
    StoreError::Interrupted { why: said(error) }
}

fn broke(error: &Error) -> bool {
    std::error::Error::source(error).is_some_and(<dyn std::error::Error>::is::<std::io::Error>)
}

/// What the server says, or else what the client does.
fn said(error: &Error) -> String {
    match (error.as_db_error(), std::error::Error::source(error)) {
        (Some(said), _) => format!("{} ({})", said.message(), said.code().code()),
        (None, Some(cause)) => format!("{error}: {cause}"),
        (None, None) => error.to_string(),
    }
}
