//! Values of variables.

use std::ffi::OsString;
use std::net::{SocketAddr, ToSocketAddrs};
use std::num::NonZeroU32;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use tracing_subscriber::filter::LevelFilter;

use super::{ConfigError, LogFormat};

/// Where variables come from.
pub(super) struct Variables<'a>(pub(super) &'a dyn Fn(&str) -> Option<OsString>);

impl Variables<'_> {
    /// A variable, or its default, read.
    pub(super) fn read<T>(
        &self,
        name: &'static str,
        default: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, ConfigError> {
        let text = self.text(name)?;
        let text = text.as_deref().unwrap_or(default);
        read(text).map_err(|problem| ConfigError::new(name, problem))
    }

    /// A variable that need not be there.
    pub(super) fn optional<T>(
        &self,
        name: &'static str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, ConfigError> {
        let text = self.text(name)?;
        let value = text.as_deref().map(read).transpose();
        value.map_err(|problem| ConfigError::new(name, format!("cannot be used: {problem}")))
    }

    fn text(&self, name: &'static str) -> Result<Option<String>, ConfigError> {
        let text = self.0(name).map(OsString::into_string).transpose();
        text.map_err(|_| ConfigError::new(name, "is not UTF-8"))
    }
}

pub(super) fn addresses(text: &str) -> Result<Vec<SocketAddr>, String> {
    let found = text.to_socket_addrs().map(Vec::from_iter).unwrap_or_default();
    if found.is_empty() { Err("must be ADDRESS:PORT".into()) } else { Ok(found) }
}

/// A file is made where there is none, unless the URL says otherwise.
pub(super) fn database(text: &str) -> Result<String, String> {
    let is_postgres = text.starts_with("postgres://") || text.starts_with("postgresql://");
    let has_mode = text.contains("mode=") || text.contains(":memory:");
    let url = match text {
        _ if is_postgres || (text.starts_with("sqlite:") && has_mode) => text.to_owned(),
        _ if text.starts_with("sqlite:") && text.contains('?') => format!("{text}&mode=rwc"),
        _ if text.starts_with("sqlite:") => format!("{text}?mode=rwc"),
        _ => return Err("must be sqlite://PATH, sqlite::memory: or postgres://...".into()),
    };
    // The reason may quote the URL, which may hold a password.
    let no_url = |_| String::from("is no URL, or has a parameter that cannot be used");
    if is_postgres {
        PgConnectOptions::from_str(&url).map_err(no_url)?;
    } else if SqliteConnectOptions::from_str(&url).map_err(no_url)?.get_filename() == Path::new("")
    {
        // SQLite then makes a database of its own for each connection, and
        // throws it away with that.
        return Err("names no file".into());
    }
    Ok(url)
}

pub(super) fn region(text: &str) -> Result<String, String> {
    let is_region = (1..=32).contains(&text.len())
        && text.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-');
    if is_region { Ok(text.into()) } else { Err("must be a region, like eu-west-1".into()) }
}

pub(super) fn number(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| format!("must be a number from 0 to {}", u32::MAX))
}

pub(super) fn positive(text: &str) -> Result<NonZeroU32, String> {
    text.parse().map_err(|_| format!("must be a number from 1 to {}", u32::MAX))
}

/// In bytes. The least is what a small valid request takes.
pub(super) fn size(text: &str) -> Result<usize, String> {
    const RANGE: std::ops::RangeInclusive<usize> = 1024..=64 * 1024 * 1024;
    let size = text.parse().ok().filter(|size| RANGE.contains(size));
    size.ok_or_else(|| format!("must be a number of bytes from 1024 to {}", RANGE.end()))
}

pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|it| (0.1..=3600.0).contains(it));
    let seconds = seconds.map(Duration::from_secs_f64);
    seconds.ok_or_else(|| "must be a number of seconds from 0.1 to 3600".into())
}

/// How many there may be at once.
pub(super) fn slots(text: &str) -> Result<usize, String> {
    let slots = text.parse().ok().filter(|it| (1..=1_000_000).contains(it));
    slots.ok_or_else(|| "must be a number from 1 to 1000000".into())
}

pub(super) fn level(text: &str) -> Result<LevelFilter, String> {
    const NAMES: [&str; 6] = ["off", "error", "warn", "info", "debug", "trace"];
    // It would read digits, and no text at all, too.
    let level = NAMES.contains(&text).then(|| text.parse().ok()).flatten();
    level.ok_or_else(|| "must be off, error, warn, info, debug or trace".into())
}

pub(super) fn format(text: &str) -> Result<LogFormat, String> {
    match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err("must be text or json".into()),
    }
}
