//! The proxy breaks what it is told to break, and nothing else.

use std::time::Duration;

use private_postgres::{At, Fault, Proxy, Shared, shared};
use tokio::time::timeout;
use tokio_postgres::{Client, Error};

use super::{connect, number};

/// Longer than anything here takes that is not held back.
const SOON: Duration = Duration::from_secs(5);
/// Long enough to see that something is held back.
const A_WHILE: Duration = Duration::from_millis(300);

struct Scene {
    database: Shared,
    proxy: Proxy,
    direct: Client,
}

async fn scene() -> Scene {
    let database = shared().expect("a database");
    let proxy = Proxy::before(&database.url()).expect("a proxy");
    let direct = connect(&database.url()).await.expect("it accepts");
    direct.batch_execute("CREATE TABLE t (a int8)").await.expect("it is made");
    Scene { database, proxy, direct }
}

impl Scene {
    async fn rows(&self) -> i64 {
        number(&self.direct, "SELECT count(*) FROM t").await
    }

    /// Waits until no connection goes through the proxy, so that what a client says at its end is counted too.
    async fn settle(&self) {
        let wait = async {
            while self.proxy.connections() > 0 {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        timeout(SOON, wait).await.expect("connections end");
    }

    /// One row in a transaction, on a connection of its own, its commit prepared or not.
    async fn insert(&self, prepared_commit: bool) -> Result<(), Error> {
        let client = connect(&self.proxy.url()).await?;
        let commit = client.prepare("COMMIT").await?;
        client.batch_execute("BEGIN").await?;
        client.execute("INSERT INTO t VALUES ($1)", &[&1_i64]).await?;
        match prepared_commit {
            true => client.execute(&commit, &[]).await.map(drop),
            false => client.batch_execute("COMMIT").await,
        }
    }
}

#[tokio::test]
async fn without_a_plan_everything_passes() {
    let scene = scene().await;
    scene.insert(false).await.expect("nothing is in the way");
    scene.insert(true).await.expect("nothing is in the way");
    assert_eq!(scene.rows().await, 2);
    assert_eq!(scene.proxy.commits(), 2);
    assert!(!scene.proxy.struck());
    let large = "x".repeat(3 << 20);
    let client = connect(&scene.proxy.url()).await.expect("it accepts");
    let row = client.query_one("SELECT $1::text", &[&large]).await.expect("a long message passes");
    assert_eq!(row.get::<_, String>(0), large);
}

#[tokio::test]
async fn a_cut_before_the_commit_loses_it_and_one_after_loses_only_the_answer() {
    for prepared in [false, true] {
        let scene = scene().await;
        scene.proxy.plan(At::Commit(1), Fault::CutBefore);
        scene.insert(prepared).await.expect_err("the connection is cut");
        assert!(scene.proxy.struck());
        assert_eq!(scene.rows().await, 0);

        scene.proxy.plan(At::Commit(1), Fault::CutAfter);
        scene.insert(prepared).await.expect_err("the connection is cut");
        assert!(scene.proxy.struck());
        assert_eq!(scene.rows().await, 1, "prepared: {prepared}");
    }
}

#[tokio::test]
async fn every_message_can_be_struck_and_what_is_acknowledged_is_there() {
    let scene = scene().await;
    for (fault, unsure) in [(Fault::CutBefore, 1), (Fault::CutAfter, 2)] {
        let (mut lost, mut unsaid) = (0, 0);
        for n in 1.. {
            assert!(n < 50, "a transaction has fewer messages");
            let before = scene.rows().await;
            scene.proxy.plan(At::Message(n), fault);
            let answer = timeout(SOON, scene.insert(true)).await.expect("a cut is seen at once");
            scene.settle().await;
            match (answer, scene.rows().await - before) {
                (Ok(()), more) => assert_eq!(more, 1, "message {n}, {fault:?}"),
                (Err(_), 0) => lost += 1,
                (Err(_), _) => unsaid += 1,
            }
            if !scene.proxy.struck() {
                break;
            }
        }
        assert!(lost > 8, "startup, prepare, begin and insert are more messages than {lost}");
        // The commit is executed by one message, and acknowledged after another.
        assert_eq!(unsaid, unsure, "{fault:?}");
    }
}

#[tokio::test]
async fn a_stranded_transaction_keeps_its_locks() {
    let scene = scene().await;
    scene.direct.batch_execute("INSERT INTO t VALUES (0)").await.expect("it is there");
    let client = connect(&scene.proxy.url()).await.expect("it accepts");
    client.batch_execute("BEGIN; UPDATE t SET a = 1").await.expect("the row is locked");
    scene.proxy.plan(At::Commit(1), Fault::Strand(A_WHILE * 4));
    timeout(A_WHILE, client.batch_execute("COMMIT")).await.expect("the client learns at once").expect_err("it is cut");
    let locked = scene.direct.batch_execute("SELECT a FROM t FOR UPDATE NOWAIT").await;
    locked.expect_err("the server knows nothing of it yet");
    timeout(SOON, scene.direct.batch_execute("SELECT a FROM t FOR UPDATE")).await.expect("soon").expect("it is free");
    assert_eq!(number(&scene.direct, "SELECT a FROM t").await, 0);
}

#[tokio::test]
async fn a_freeze_holds_everything_back_and_loses_nothing() {
    let scene = scene().await;
    let client = connect(&scene.proxy.url()).await.expect("it accepts");
    scene.proxy.freeze();
    let mut insert = std::pin::pin!(client.batch_execute("INSERT INTO t VALUES (1)"));
    timeout(A_WHILE, &mut insert).await.expect_err("it is held back");
    assert_eq!(scene.rows().await, 0);
    scene.proxy.thaw();
    timeout(SOON, insert).await.expect("it goes on").expect("nothing is lost");
    assert_eq!(scene.rows().await, 1);

    scene.proxy.plan(At::Message(1), Fault::Freeze(A_WHILE * 2));
    let mut insert = std::pin::pin!(client.batch_execute("INSERT INTO t VALUES (1)"));
    timeout(A_WHILE, &mut insert).await.expect_err("it is held back");
    timeout(SOON, insert).await.expect("it goes on by itself").expect("nothing is lost");
    assert!(scene.proxy.struck());
}

#[tokio::test]
async fn a_database_that_is_away_refuses_and_comes_back() {
    let scene = scene().await;
    let client = connect(&scene.proxy.url()).await.expect("it accepts");
    scene.proxy.refuse();
    timeout(SOON, client.batch_execute("SELECT 1")).await.expect("it is cut").expect_err("it is cut");
    timeout(SOON, connect(&scene.proxy.url())).await.expect("it is refused").expect_err("nobody listens");
    scene.proxy.accept().expect("the port is still free");
    connect(&scene.proxy.url()).await.expect("it accepts again");
}

#[tokio::test]
async fn cutting_takes_every_connection_and_no_new_one() {
    let scene = scene().await;
    let one = connect(&scene.proxy.url()).await.expect("it accepts");
    let other = connect(&scene.proxy.url()).await.expect("it accepts");
    assert_eq!(scene.proxy.connections(), 2);
    scene.proxy.cut();
    for client in [one, other] {
        timeout(SOON, client.batch_execute("SELECT 1")).await.expect("at once").expect_err("it is cut");
    }
    connect(&scene.proxy.url()).await.expect("it accepts").batch_execute("SELECT 1").await.expect("it works");
    drop(scene.proxy);
    connect(&scene.database.url()).await.expect("the server itself is as it was");
}
