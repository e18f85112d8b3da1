//! The gateway as a program of its own, to be killed.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use super::client;

pub(crate) struct Process {
    child: Child,
    pub(crate) address: SocketAddr,
    log: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
}

/// The program with these variables and no others of its own.
pub(crate) fn command(variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_proton-gateway"));
    command.env_clear().envs(variables.iter().copied()).stderr(Stdio::piped());
    command
}

impl Process {
    pub(crate) fn start(database: &str) -> Self {
        Self::with(database, &[])
    }

    /// Starts it, and waits until it listens.
    pub(crate) fn with(database: &str, more: &[(&str, &str)]) -> Self {
        let credentials = client::credentials();
        let mut command = command(&[
            ("DATABASE_URL", database),
            ("PROTON_GATEWAY_CREDENTIALS", &credentials),
            ("PROTON_GATEWAY_LISTEN", "127.0.0.1:0"),
            ("PROTON_GATEWAY_LOG_FORMAT", "json"),
        ]);
        let mut child = command.envs(more.iter().copied()).spawn().unwrap();
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        let address = address(&mut stderr);
        let log = Arc::new(Mutex::new(String::new()));
        let shared = Arc::clone(&log);
        let reader = std::thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                *shared.lock().unwrap() += &(line + "\n");
            }
        });
        Self { child, address, log, reader: Some(reader) }
    }

    /// Ends it at once, as `kill -9` does.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to end.
    pub(crate) fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
    }

    /// Waits until it ended; returns all that it logged after the first line.
    pub(crate) fn finish(mut self) -> (ExitStatus, String) {
        let status = self.child.wait().unwrap();
        self.reader.take().unwrap().join().unwrap();
        let log = self.log.lock().unwrap().clone();
        (status, log)
    }

    /// Memory that is resident, in KiB, where the system tells.
    pub(crate) fn resident(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().trim_end_matches(" kB").parse().ok()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn address(stderr: &mut BufReader<ChildStderr>) -> SocketAddr {
    let mut line = String::new();
    stderr.read_line(&mut line).unwrap();
    let event: serde_json::Value = serde_json::from_str(&line).expect(&line);
    event["address"].as_str().expect(&line).parse().unwrap()
}
