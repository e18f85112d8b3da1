//! The arguments.

use std::time::Duration;

pub(crate) const USAGE: &str = "\
Usage: load [--seconds N] [--workers N] [--replicas N] [--database URL] [--kill]

  --seconds N      how long (10)
  --workers N      connections that send one request after the other (16)
  --replicas N     gateways on the same database (1)
  --database URL   an empty one; a new SQLite file where none is named
  --kill           kill -9 a gateway in the middle, and start it again
";

pub(crate) struct Options {
    pub(crate) time: Duration,
    pub(crate) workers: usize,
    pub(crate) replicas: usize,
    pub(crate) database: Option<String>,
    pub(crate) kill: bool,
}

impl Options {
    pub(crate) fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let (mut time, mut workers, mut replicas) = (10, 16, 1);
        let (mut database, mut kill) = (None, false);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--seconds" => time = number(&value()?)?,
                "--workers" => workers = number(&value()?)?,
                "--replicas" => replicas = number(&value()?)?,
                "--database" => database = Some(value()?),
                "--kill" => kill = true,
                other => return Err(format!("unknown argument {other}")),
            }
        }
        let time = Duration::from_secs(time);
        let (workers, replicas) = (size(workers)?, size(replicas)?);
        Ok(Self { time, workers, replicas, database, kill })
    }
}

fn number(text: &str) -> Result<u64, String> {
    text.parse().ok().filter(|it| *it > 0).ok_or_else(|| format!("{text} is no number from 1"))
}

fn size(number: u64) -> Result<usize, String> {
    usize::try_from(number).map_err(|error| error.to_string())
}
