//! Everything here against a real server.

mod proxy;
mod server;

use tokio_postgres::{Client, NoTls};

/// Connects, and carries the connection on in the background.
async fn connect(url: &str) -> Result<Client, tokio_postgres::Error> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}

/// The one number that a query returns.
async fn number(client: &Client, query: &str) -> i64 {
    client.query_one(query, &[]).await.expect("the query returns a row").get(0)
}
