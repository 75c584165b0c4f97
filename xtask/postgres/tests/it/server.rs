//! A server starts, survives its own death, and leaves nothing behind.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use private_postgres::{Server, shared};

use super::{connect, number};

#[tokio::test]
async fn what_was_committed_survives_a_kill() {
    let server = Server::start().expect("a server starts");
    let client = connect(&server.url()).await.expect("it accepts");
    client.batch_execute("CREATE TABLE t (a int8); INSERT INTO t VALUES (7)").await.expect("it is committed");
    client.batch_execute("BEGIN; INSERT INTO t VALUES (8)").await.expect("it is written");
    for setting in ["fsync", "synchronous_commit"] {
        let row = client.query_one(&format!("SHOW {setting}"), &[]).await.expect("it says");
        assert_eq!(row.get::<_, String>(0), "on", "{setting}");
    }

    server.kill().expect("it dies");
    assert!(server.kill().is_err(), "it is dead");
    assert!(connect(&server.url()).await.is_err());
    assert!(client.query_one("SELECT 1", &[]).await.is_err());

    let url = server.url();
    server.restart().expect("it recovers");
    assert!(server.restart().is_err(), "it runs");
    assert_eq!(server.url(), url);
    let client = connect(&url).await.expect("it accepts again");
    assert_eq!(number(&client, "SELECT sum(a)::int8 FROM t").await, 7);
}

#[test]
fn dropping_it_leaves_no_process() {
    let server = Server::for_tests().expect("a server starts");
    let process = server.process().expect("it runs");
    assert!(is_there(process));
    drop(server);
    assert!(!is_there(process));
}

#[test]
fn a_setting_that_is_none_is_told_with_the_log() {
    let error = Server::start_with(&[("no_such_setting", "1")]).expect_err("it does not start");
    assert!(format!("{error:#}").contains("unrecognized configuration parameter \"no_such_setting\""), "{error:#}");
}

#[test]
fn it_ends_with_the_process_that_started_it() {
    let mut holder = Command::new(env!("CARGO_BIN_EXE_private-postgres"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut url = String::new();
    BufReader::new(holder.stdout.take().expect("it is piped")).read_line(&mut url).expect("it prints its URL");
    let port: u16 = url.trim().rsplit([':', '/']).nth(1).and_then(|port| port.parse().ok()).expect("a port");
    let listens = || std::net::TcpStream::connect(("127.0.0.1", port)).is_ok();
    assert!(listens());

    holder.kill().expect("it is killed, and cannot clean up");
    holder.wait().expect("it is gone");
    let waits = (0..200).take_while(|_| listens()).map(|_| std::thread::sleep(Duration::from_millis(50))).count();
    assert!(waits < 200, "the server still listens");
}

#[tokio::test]
async fn each_shared_database_is_empty_and_its_own() {
    let (one, other) = (shared().expect("a database"), shared().expect("another database"));
    assert_ne!(one.url(), other.url());
    let client = connect(&one.url()).await.expect("it accepts");
    client.batch_execute("CREATE TABLE t (a int8)").await.expect("it is made");
    let elsewhere = connect(&other.url()).await.expect("it accepts");
    elsewhere.batch_execute("CREATE TABLE t (a int8)").await.expect("it is not there yet");

    let url = one.url();
    drop(one);
    assert!(connect(&url).await.is_err(), "it is gone, although somebody was connected");
    assert_eq!(number(&elsewhere, "SELECT count(*) FROM t").await, 0);
}

fn is_there(process: u32) -> bool {
    Path::new(&format!("/proc/{process}")).exists()
}
