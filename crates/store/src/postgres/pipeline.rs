//! Statements that are sent one behind another before the first is answered: one round trip for all of them.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Error, Row, Statement};

/// A parameter.
pub type Column<'a> = Box<dyn ToSql + Sync + Send + 'a>;

/// A column of rows, as an array.
pub fn column<'a, R, T>(rows: impl IntoIterator<Item = R>, of: impl FnMut(R) -> T) -> Column<'a>
where
    Vec<T>: ToSql,
    T: Sync + Send + 'a,
{
    Box::new(rows.into_iter().map(of).collect::<Vec<T>>())
}

/// A commit that was not confirmed: on Citus the machine that holds the shard may have gone in the middle of it.
#[derive(Debug)]
pub struct Uncertain(pub Error);

/// What is asked, and its answers.
pub struct Pipeline<'a, T> {
    client: &'a Client,
    asked: Vec<Asked<'a, T>>,
}

enum Asked<'a, T> {
    Waiting(Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>),
    Answered(Result<T, Error>),
}

impl<'a> Pipeline<'a, Vec<Row>> {
    /// Asks for rows.
    pub fn query(&mut self, statement: &'a Statement, parameters: Vec<Column<'a>>) {
        let client = self.client;
        self.ask(async move {
            let parameters: Vec<_> = parameters.iter().map(|column| &**column as &(dyn ToSql + Sync)).collect();
            client.query(statement, &parameters).await
        });
    }
}

impl<'a> Pipeline<'a, u64> {
    /// Asks for a change.
    pub fn execute(&mut self, statement: &'a Statement, parameters: Vec<Column<'a>>) {
        let client = self.client;
        self.ask(async move { client.execute_raw(statement, parameters).await });
    }

    /// Sends all of it and a commit, and waits for the answers. Says whether a fault was one of the commit itself: then
    /// nobody knows what became of it.
    ///
    /// The commit is sent only when all before it was: what could not be written as the database wants it would be
    /// missing from it. A transaction that had a fault answers a commit with a rollback, and without an error; so every
    /// answer is looked at, not the last.
    pub async fn commit(mut self) -> Result<Result<(), Uncertain>, Error> {
        self.send().await;
        if self.asked.iter().any(|asked| matches!(asked, Asked::Answered(Err(_)))) {
            return self.answers().await.map(|_| Ok(()));
        }
        let client = self.client;
        self.ask(async move { client.batch_execute("COMMIT").await.map(|()| 0) });
        self.settle().await;
        let commit = self.asked.pop();
        self.answers().await?;
        Ok(match commit {
            Some(Asked::Answered(Ok(_))) => Ok(()),
            Some(Asked::Answered(Err(error))) => Err(Uncertain(error)),
            _ => unreachable!("it was waited for"),
        })
    }
}

impl<'a, T> Pipeline<'a, T> {
    /// One in which nothing is asked yet.
    pub fn new(client: &'a Client) -> Self {
        Self { client, asked: Vec::new() }
    }

    fn ask(&mut self, answer: impl Future<Output = Result<T, Error>> + Send + 'a) {
        self.asked.push(Asked::Waiting(Box::pin(answer)));
    }

    /// Whether all is answered. What is polled for the first time is sent, in the order in which it was asked.
    fn poll(&mut self, context: &mut Context<'_>) -> bool {
        let mut all = true;
        for asked in &mut self.asked {
            if let Asked::Waiting(answer) = asked {
                match answer.as_mut().poll(context) {
                    Poll::Ready(answer) => *asked = Asked::Answered(answer),
                    Poll::Pending => all = false,
                }
            }
        }
        all
    }

    async fn send(&mut self) {
        poll_fn(|context| {
            self.poll(context);
            Poll::Ready(())
        })
        .await;
    }

    /// Sends what is not sent yet, and waits until all is answered.
    async fn settle(&mut self) {
        poll_fn(|context| if self.poll(context) { Poll::Ready(()) } else { Poll::Pending }).await;
    }

    /// Sends what is not sent yet, and waits for all answers. If there are errors, the first is the answer: those behind
    /// it follow from it.
    pub async fn answers(mut self) -> Result<Vec<T>, Error> {
        self.settle().await;
        let answered = |asked| match asked {
            Asked::Answered(answer) => Some(answer),
            Asked::Waiting(_) => None,
        };
        self.asked.into_iter().filter_map(answered).collect()
    }
}
