//! Strings, and whether they have a format.

use std::collections::BTreeMap;
use std::path::Path;

use proton_validate::format::{self, Format};
use serde::Deserialize;

/// Every format of the crate.
pub static FORMATS: [&Format; 17] = [
    &format::BASE64,
    &format::CIDR,
    &format::CREDIT_CARD,
    &format::DATE,
    &format::DATE_TIME,
    &format::DURATION,
    &format::EMAIL,
    &format::HOSTNAME,
    &format::IP,
    &format::IPV4,
    &format::IPV6,
    &format::JSON_POINTER,
    &format::PHONE,
    &format::REGEX,
    &format::TIME,
    &format::URI,
    &format::UUID,
];

/// The format of that name.
pub fn named(name: &str) -> Option<&'static Format> {
    FORMATS.into_iter().find(|format| format.name() == name)
}

/// A file of cases: `{"formats": {"email": [{"s", "valid", "about"}]}}`.
#[derive(Debug, Deserialize)]
pub struct Cases {
    /// By the name of the format.
    pub formats: BTreeMap<String, Vec<Case>>,
}

/// A string, and whether it has the format.
#[derive(Debug, Deserialize)]
pub struct Case {
    /// The string.
    pub s: String,
    /// Whether it has the format.
    pub valid: bool,
    /// What the case is about.
    #[serde(default)]
    pub about: String,
}

impl Cases {
    /// The project's own.
    ///
    /// # Errors
    ///
    /// They are not of the form that they should be.
    pub fn own() -> Result<Self, String> {
        let own = include_str!("../formats/own.json");
        serde_json::from_str(own).map_err(|error| format!("own.json: {error}"))
    }

    /// Those of a file.
    ///
    /// # Errors
    ///
    /// It cannot be read, or it is not of that form.
    pub fn read(file: &Path) -> Result<Self, String> {
        let text = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", file.display()))
    }
}

impl Case {
    /// What is wrong, if the format's verdict is not the case's.
    pub fn mismatch(&self, format: &Format) -> Option<String> {
        let verdict = if self.valid { "must be valid" } else { "must be invalid" };
        let is_wrong = format.is_match(&self.s) != self.valid;
        is_wrong.then(|| format!("{format} {:?} {verdict} ({})", self.s, self.about))
    }
}
