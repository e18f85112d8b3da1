//! The gateways under load, as programs of their own.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command};
use std::time::Duration;

use tempfile::TempDir;

use crate::Failure;
use crate::options::Options;
use crate::request;

pub(crate) struct Gateways {
    program: PathBuf,
    database: String,
    running: Vec<(SocketAddr, Child)>,
    /// Where the database's file is, until the end.
    _folder: TempDir,
}

impl Gateways {
    pub(crate) fn start(options: &Options) -> Result<Self, Failure> {
        let folder = tempfile::tempdir()?;
        let file = format!("sqlite://{}", folder.path().join("load.db").display());
        let database = options.database.clone().unwrap_or(file);
        let program = program()?;
        let mut gateways = Self { program, database, running: Vec::new(), _folder: folder };
        for _ in 0..options.replicas {
            // A port that was free a moment ago, to be the same after a restart.
            let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
            let child = gateways.spawn(address)?;
            gateways.running.push((address, child));
        }
        Ok(gateways)
    }

    fn spawn(&self, address: SocketAddr) -> Result<Child, Failure> {
        let child = Command::new(&self.program)
            .env("DATABASE_URL", &self.database)
            .env("PROTON_GATEWAY_CREDENTIALS", request::credentials())
            .env("PROTON_GATEWAY_LISTEN", address.to_string())
            .env("PROTON_GATEWAY_QUOTA", u32::MAX.to_string())
            .env("PROTON_GATEWAY_RATE", "1000000")
            .env("PROTON_GATEWAY_BURST", "1000000")
            .env("PROTON_GATEWAY_LOG", "error")
            .spawn()?;
        for _ in 0..200 {
            if TcpStream::connect(address).is_ok() {
                return Ok(child);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err("the gateway does not listen".into())
    }

    pub(crate) fn addresses(&self) -> Vec<SocketAddr> {
        self.running.iter().map(|(address, _)| *address).collect()
    }

    pub(crate) fn database(&self) -> &str {
        &self.database
    }

    /// Memory of all that is resident, in KiB, where the system tells.
    pub(crate) fn resident(&self) -> u64 {
        self.running.iter().filter_map(|(_, child)| resident(child.id())).sum()
    }

    /// Kills one, and starts it again.
    pub(crate) fn kill_one(&mut self) -> Result<(), Failure> {
        let Some((address, mut child)) = self.running.pop() else { return Ok(()) };
        child.kill()?;
        child.wait()?;
        let child = self.spawn(address)?;
        self.running.push((address, child));
        Ok(())
    }

    /// Asks them to end, and waits.
    pub(crate) fn stop(&mut self) -> Result<(), Failure> {
        for (_, child) in &mut self.running {
            Command::new("kill").arg(child.id().to_string()).status()?;
            child.wait()?;
        }
        Ok(())
    }
}

impl Drop for Gateways {
    fn drop(&mut self) {
        for (_, child) in &mut self.running {
            // It may have ended already.
            let _ = child.kill();
        }
    }
}

/// The gateway, two folders up from here: `target/PROFILE/examples/load`.
fn program() -> Result<PathBuf, Failure> {
    let own = std::env::current_exe()?;
    let folder = own.parent().and_then(|it| it.parent()).ok_or("no folder")?;
    let program = folder.join("proton-gateway").with_extension(std::env::consts::EXE_EXTENSION);
    if program.exists() {
        return Ok(program);
    }
    Err(format!("{} is not there: build it with `cargo build`", program.display()).into())
}

fn resident(id: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}
