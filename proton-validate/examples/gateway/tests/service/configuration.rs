//! How the program is called.

use std::io::{BufRead, BufReader};
use std::process::{Output, Stdio};

use crate::support::process::{Process, command};
use crate::support::raw::Request;

fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    command(variables).args(arguments).stdout(Stdio::piped()).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn help_names_every_variable() {
    for argument in ["-h", "--help"] {
        let output = run(&[argument], &[]);
        assert!(output.status.success());
        for variable in [
            "PROTON_GATEWAY_LISTEN",
            "PROTON_GATEWAY_CREDENTIALS",
            "DATABASE_URL",
            "PROTON_GATEWAY_QUOTA",
            "PROTON_GATEWAY_RATE",
            "PROTON_GATEWAY_BURST",
        ] {
            assert!(text(&output.stdout).contains(variable), "{variable}");
        }
    }
}

#[test]
fn the_version_is_the_packages() {
    let output = run(&["--version"], &[]);
    assert_eq!(text(&output.stdout), concat!("proton-gateway ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn a_wrong_call_ends_with_2_and_says_why() {
    let listen = ("PROTON_GATEWAY_LISTEN", "0.0.0.0:0");
    for (arguments, variables, why) in [
        (&["--port"][..], vec![], "--help"),
        (&[], vec![listen], "PROTON_GATEWAY_CREDENTIALS"),
        (&[], vec![("PROTON_GATEWAY_CREDENTIALS", "AKID:hush")], "entry 1"),
        (&[], vec![("PROTON_GATEWAY_QUOTA", "many")], "PROTON_GATEWAY_QUOTA"),
        (&[], vec![("DATABASE_URL", "mysql://u:hush@h/x")], "DATABASE_URL"),
    ] {
        let output = run(arguments, &variables);
        let error = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{error}");
        assert!(error.contains(why) && !error.contains("hush"), "{error}");
        assert!(!error.contains("panicked"), "{error}");
    }
}

#[test]
fn what_cannot_be_opened_ends_with_1() {
    let output = run(&[], &[("DATABASE_URL", "sqlite:///nowhere/at/all.db")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("cannot open the store"), "{}", text(&output.stderr));
}

#[tokio::test]
async fn credentials_open_it_to_others() {
    let process = Process::with("sqlite::memory:", &[("PROTON_GATEWAY_LISTEN", "0.0.0.0:0")]);
    let address = ([127, 0, 0, 1], process.address.port()).into();
    let response = Request::operation("GetEnvironmentAccountConnection", "{}").send(address).await;
    assert_eq!(response.status, 403);
}

#[test]
fn without_credentials_it_says_so() {
    let variables = [("PROTON_GATEWAY_LISTEN", "127.0.0.1:0"), ("DATABASE_URL", "sqlite::memory:")];
    let mut child = command(&variables).spawn().unwrap();
    let mut log = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
    let says = log.any(|line| line.contains("WARN") && line.contains("000000000000"));
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(says);
}
