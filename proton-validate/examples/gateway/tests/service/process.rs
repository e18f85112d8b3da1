//! The program: what survives its end, how it stops, and what it writes.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::support::client::{client, create, created};
use crate::support::process::Process;
use crate::support::raw::{Request, Response};
use crate::support::{Database, ENVIRONMENT, MANAGEMENT, on_each_store};

on_each_store!(what_was_acknowledged_survives_a_kill);

async fn what_was_acknowledged_survives_a_kill(database: Database) {
    let process = Process::start(&database.url);
    let environment = client(process.address, ENVIRONMENT);
    let mut requests = JoinSet::new();
    for worker in 0..8 {
        let environment = environment.clone();
        requests.spawn(async move {
            let mut acknowledged = Vec::new();
            for i in 0.. {
                let name = format!("environment-{worker}-{i}");
                let Ok(output) = create(&environment, &name, &name).send().await else { break };
                let id = output.environment_account_connection.unwrap().id;
                acknowledged.push((name, id));
            }
            acknowledged
        });
    }
    tokio::time::sleep(Duration::from_millis(700)).await;
    process.kill();
    let acknowledged: Vec<_> = requests.join_all().await.into_iter().flatten().collect();
    assert!(!acknowledged.is_empty());

    let process = Process::start(&database.url);
    let environment = client(process.address, ENVIRONMENT);
    for (name, id) in &acknowledged {
        assert_eq!(created(&environment, name, name).await, *id, "{name} is replayed");
    }
    let stored = database.number("SELECT COUNT(*) FROM connection").await;
    assert_eq!(stored, database.number("SELECT connections FROM account").await);
    // Each worker may have had one under way that nobody heard of.
    let heard = i64::try_from(acknowledged.len()).unwrap();
    assert!((heard..=heard + 8).contains(&stored), "{heard} heard of, {stored} there");
}

#[tokio::test]
async fn a_request_that_is_under_way_is_finished() {
    for signal in ["-TERM", "-INT"] {
        let database = Database::sqlite();
        let process = Process::start(&database.url);
        let body = r#"{"managementAccountId":"222222222222","environmentName":"prod"}"#;
        let request = Request::operation("CreateEnvironmentAccountConnection", body);
        let request = request.signed(ENVIRONMENT).and("expect", "100-continue");
        let mut stream = TcpStream::connect(process.address).await.unwrap();
        stream.write_all(request.head(request.body.len()).as_bytes()).await.unwrap();
        let mut goes_on = [0; "HTTP/1.1 100 Continue\r\n\r\n".len()];
        stream.read_exact(&mut goes_on).await.unwrap();
        process.signal(signal);
        let mut tries = 0..100;
        while TcpStream::connect(process.address).await.is_ok() {
            assert!(tries.next().is_some(), "somebody else is let in");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        stream.write_all(&request.body).await.unwrap();
        assert_eq!(Response::read(&mut stream).await.unwrap().status, 200);
        let (status, log) = process.finish();
        assert!(status.success(), "{status}: {log}");
        assert!(log.contains(r#""finished":true"#), "{log}");
    }
}

#[tokio::test]
async fn a_request_without_end_does_not_keep_it_from_stopping() {
    let process = Process::with("sqlite::memory:", &[("PROTON_GATEWAY_TIME_LIMIT", "0.5")]);
    let mut stream = TcpStream::connect(process.address).await.unwrap();
    stream.write_all(b"POST / HTTP/1.1\r\n").await.unwrap();
    process.signal("-TERM");
    assert!(process.finish().0.success());
}

#[tokio::test]
async fn the_log_has_no_value_of_a_request() {
    let database = Database::sqlite();
    let process = Process::with(&database.url, &[("PROTON_GATEWAY_LOG", "trace")]);
    let environment = client(process.address, ENVIRONMENT);
    let id = created(&environment, "hush-token", "hush-name").await;
    create(&environment, "hush-token", "hush name").send().await.unwrap_err();
    let management = client(process.address, MANAGEMENT);
    management.accept_environment_account_connection().id(&id).send().await.unwrap();
    database.execute("DROP TABLE connection").await;
    create(&environment, "hush-other", "hush-other").send().await.unwrap_err();
    process.signal("-TERM");
    let (_, log) = process.finish();
    for event in ["CreateEnvironmentAccountConnection", "ValidationException", "pattern", "failed"]
    {
        assert!(log.contains(event), "{event}: {log}");
    }
    for value in ["hush", &id, "arn:", "AKID", ENVIRONMENT.secret, ENVIRONMENT.id, "DROP"] {
        assert!(!log.contains(value), "{value}: {log}");
    }
    for line in log.lines() {
        serde_json::from_str::<serde_json::Value>(line).expect(line);
    }
}
