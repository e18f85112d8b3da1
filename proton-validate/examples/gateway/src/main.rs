//! Starts the gateway, and stops it on SIGINT and SIGTERM.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use proton_gateway::{Config, Server, StartError, USAGE, start_logging};
use tokio::signal::unix::{Signal, SignalKind, signal};

/// What is wrong with how the program was called.
const WRONG: u8 = 2;

fn main() -> ExitCode {
    let argument = std::env::args_os().nth(1);
    match argument.as_ref().and_then(|it| it.to_str()) {
        Some("-h" | "--help") => print(USAGE),
        Some("-V" | "--version") => print(concat!("proton-gateway ", env!("CARGO_PKG_VERSION"))),
        None if argument.is_none() => start(),
        _ => refuse("it takes no arguments, but variables; see --help"),
    }
}

fn start() -> ExitCode {
    let config = match Config::from_variables(variable) {
        Ok(config) => config,
        Err(error) => return refuse(&error.to_string()),
    };
    start_logging(&config);
    match run(config) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}

fn run(config: Config) -> Result<(), StartError> {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let stop = Stop::new()?;
        let server = Server::bind(config).await?;
        server.run(stop.wait()).await;
        Ok(())
    })
}

/// The signals that end the program.
struct Stop {
    interrupt: Signal,
    terminate: Signal,
}

impl Stop {
    fn new() -> io::Result<Self> {
        let interrupt = signal(SignalKind::interrupt())?;
        Ok(Self { interrupt, terminate: signal(SignalKind::terminate())? })
    }

    async fn wait(mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// Whoever closes the pipe has read enough (`| head -1`).
fn print(text: &str) -> ExitCode {
    match writeln!(io::stdout(), "{}", text.trim_end()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}

fn refuse(message: &str) -> ExitCode {
    complain(message);
    ExitCode::from(WRONG)
}

fn complain(message: &str) {
    // There is nowhere left to say that this failed, too.
    let _ = writeln!(io::stderr(), "proton-gateway: {message}");
}
