//! Configuration, from environment variables.

mod help;
mod value;

use std::ffi::OsString;
use std::fmt;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use tracing_subscriber::filter::LevelFilter;

pub use help::USAGE;

use self::value::Variables;
use crate::access::Credentials;

/// How the service runs.
///
/// # Examples
///
/// ```
/// use proton_gateway::Config;
///
/// let config = Config::from_variables(|_| None)?;
/// assert_eq!(config.listen[0].to_string(), "127.0.0.1:8080");
///
/// let public = |name: &str| (name == "PROTON_GATEWAY_LISTEN").then(|| "0.0.0.0:80".into());
/// let error = Config::from_variables(public).unwrap_err();
/// assert!(error.to_string().contains("PROTON_GATEWAY_CREDENTIALS"));
/// # Ok::<(), proton_gateway::ConfigError>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// Where to listen: the first of these that can be had.
    pub listen: Vec<SocketAddr>,
    /// Who may call; without any everybody may, on loopback.
    pub credentials: Option<Credentials>,
    /// The store: `sqlite:` or `postgres:`.
    pub database: String,
    /// The region in ARNs where no signature names one.
    pub region: String,
    /// How many connections an environment account may have.
    pub quota: u32,
    /// How many requests a second an account may send.
    pub rate: NonZeroU32,
    /// How many requests an account may send at once.
    pub burst: NonZeroU32,
    /// The largest body of a request, in bytes.
    pub max_body: usize,
    /// How long a head, a body, and the work on it may take each.
    pub time_limit: Duration,
    /// How many requests are worked on at once.
    pub concurrency: usize,
    /// How many connections are open at once.
    pub connections: usize,
    /// The least important events that are logged.
    pub log_level: LevelFilter,
    /// How they are written.
    pub log_format: LogFormat,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// A line of text for each event.
    Text,
    /// A JSON object a line for each event.
    Json,
}

/// Which variable is wrong, and how. It never holds a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    variable: &'static str,
    problem: String,
}

impl Config {
    /// Reads the variables, each by its name.
    ///
    /// # Errors
    ///
    /// The first variable that cannot be used.
    pub fn from_variables(get: impl Fn(&str) -> Option<OsString>) -> Result<Self, ConfigError> {
        let from = Variables(&get);
        let config = Self {
            listen: from.read("PROTON_GATEWAY_LISTEN", "127.0.0.1:8080", value::addresses)?,
            credentials: from.optional("PROTON_GATEWAY_CREDENTIALS", str::parse)?,
            database: from.read("DATABASE_URL", "sqlite://proton-gateway.db", value::database)?,
            region: from.read("PROTON_GATEWAY_REGION", "us-east-1", value::region)?,
            quota: from.read("PROTON_GATEWAY_QUOTA", "1000", value::number)?,
            rate: from.read("PROTON_GATEWAY_RATE", "500", value::positive)?,
            burst: from.read("PROTON_GATEWAY_BURST", "1000", value::positive)?,
            max_body: from.read("PROTON_GATEWAY_MAX_BODY", "1048576", value::size)?,
            time_limit: from.read("PROTON_GATEWAY_TIME_LIMIT", "10", value::seconds)?,
            concurrency: from.read("PROTON_GATEWAY_CONCURRENCY", "256", value::slots)?,
            connections: from.read("PROTON_GATEWAY_CONNECTIONS", "900", value::slots)?,
            log_level: from.read("PROTON_GATEWAY_LOG", "info", value::level)?,
            log_format: from.read("PROTON_GATEWAY_LOG_FORMAT", "text", value::format)?,
        };
        config.checked()
    }

    /// A service that lets everybody in is not for others to reach.
    fn checked(self) -> Result<Self, ConfigError> {
        let is_local = self.listen.iter().all(|it| it.ip().is_loopback());
        if self.credentials.is_none() && !is_local {
            let problem = "is no loopback address, and without PROTON_GATEWAY_CREDENTIALS every \
                           caller is let in";
            return Err(ConfigError::new("PROTON_GATEWAY_LISTEN", problem));
        }
        Ok(self)
    }
}

impl ConfigError {
    fn new(variable: &'static str, problem: impl Into<String>) -> Self {
        Self { variable, problem: problem.into() }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.variable, self.problem)
    }
}

impl std::error::Error for ConfigError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<Config, String> {
        let get = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, it)| OsString::from(it))
        };
        Config::from_variables(get).map_err(|error| error.to_string())
    }

    #[test]
    fn the_defaults_are_a_service_on_loopback() {
        let config = read(&[]).unwrap();
        assert_eq!(config.listen, ["127.0.0.1:8080".parse().unwrap()]);
        assert!(config.credentials.is_none());
        assert_eq!(config.database, "sqlite://proton-gateway.db?mode=rwc");
    }

    #[test]
    fn others_reach_it_only_with_credentials() {
        let listen = ("PROTON_GATEWAY_LISTEN", "0.0.0.0:80");
        assert!(read(&[listen]).unwrap_err().starts_with("PROTON_GATEWAY_LISTEN is no loopback"));
        let credentials = ("PROTON_GATEWAY_CREDENTIALS", "A:b:111111111111");
        assert!(read(&[listen, credentials]).is_ok());
        assert!(read(&[("PROTON_GATEWAY_LISTEN", "[::1]:0")]).is_ok());
    }

    #[test]
    fn a_wrong_value_is_refused_by_its_name() {
        for (name, value) in [
            ("PROTON_GATEWAY_LISTEN", "nowhere"),
            ("PROTON_GATEWAY_LISTEN", "127.0.0.1"),
            ("PROTON_GATEWAY_LISTEN", "127.0.0.1:65536"),
            ("PROTON_GATEWAY_CREDENTIALS", ""),
            ("PROTON_GATEWAY_CREDENTIALS", "a:b"),
            ("DATABASE_URL", "mysql://localhost/x"),
            ("DATABASE_URL", ""),
            ("DATABASE_URL", "sqlite:"),
            ("DATABASE_URL", "sqlite://"),
            ("DATABASE_URL", "sqlite://?mode=rwc"),
            ("DATABASE_URL", "sqlite://x.db?mode=hush"),
            ("DATABASE_URL", "postgres://u@h/d?sslmode=hush"),
            ("DATABASE_URL", "postgres://[/x"),
            ("PROTON_GATEWAY_REGION", "Europe"),
            ("PROTON_GATEWAY_QUOTA", "-1"),
            ("PROTON_GATEWAY_QUOTA", "many"),
            ("PROTON_GATEWAY_RATE", "0"),
            ("PROTON_GATEWAY_BURST", "4294967296"),
            ("PROTON_GATEWAY_MAX_BODY", "1023"),
            ("PROTON_GATEWAY_TIME_LIMIT", "0"),
            ("PROTON_GATEWAY_TIME_LIMIT", "1e999"),
            ("PROTON_GATEWAY_CONCURRENCY", "0"),
            ("PROTON_GATEWAY_CONNECTIONS", "x"),
            ("PROTON_GATEWAY_LOG", "loud"),
            ("PROTON_GATEWAY_LOG", ""),
            ("PROTON_GATEWAY_LOG", "3"),
            ("PROTON_GATEWAY_LOG_FORMAT", "xml"),
        ] {
            let error = read(&[(name, value)]).unwrap_err();
            assert!(error.starts_with(name), "{error}");
        }
    }

    #[test]
    fn an_error_does_not_quote_what_may_be_a_secret() {
        for name in ["PROTON_GATEWAY_CREDENTIALS", "DATABASE_URL"] {
            let error = read(&[(name, "x:hush")]).unwrap_err();
            assert!(!error.contains("hush"), "{error}");
        }
    }
}
