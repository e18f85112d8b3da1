//! Checking a document by the shape of a type, without a value of that type.
//!
//! [`check`] reads a document through any serde deserializer that describes
//! itself (JSON, CBOR, `MessagePack`, YAML) and reports everything that is wrong
//! with it at once: members that are missing or stand twice, wrong types, unknown
//! values, and every violation of a constraint. `json` (feature `json`) builds on
//! it.
//!
//! # What only a typed value can decide
//!
//! Checks, conditions, comparisons of members, bounds that name `self` or
//! `context`, and members that only their own code can read are left out here.
//! [`Checked::needs_value`] says whether something was. A rule that nobody could
//! run never counts as passed: whoever accepts a document must then read it as the
//! type and validate that.

mod any;
mod depth;
#[cfg(feature = "json")]
mod digits;
mod enumeration;
#[cfg(feature = "json")]
mod forward;
mod ignored;
mod key;
mod levels;
mod list;
mod map;
mod node;
pub(crate) mod number;
mod options;
mod rules;
mod scalar;
#[cfg(feature = "json")]
mod strict;
mod structure;
#[cfg(feature = "json")]
mod unique;
mod value;
mod walk;

#[cfg(feature = "json")]
pub(crate) use ignored::Ignored;
#[cfg(feature = "json")]
pub(crate) use key::shown as shown_key;
pub(crate) use number::DIGITS;
pub use options::Options;
#[cfg(feature = "json")]
pub(crate) use strict::Strict;

use serde::de::{DeserializeSeed, Deserializer};

use self::rules::Rules;
use self::value::Value;
use self::walk::Walk;
use crate::path::Location;
use crate::report::Report;
use crate::shape::Shape;
use crate::validate::Describe;

/// What was found in a document that could be read to its end.
///
/// ```
/// use proton_validate::{Validate, decode};
///
/// #[derive(Validate)]
/// struct Twice {
///     password: String,
///     #[equals(password)]
///     again: String,
/// }
///
/// let mut deserializer = serde_json::Deserializer::from_str(r#"{"password": "a", "again": "b"}"#);
/// let checked = decode::check::<Twice, _>(&mut deserializer, &decode::Options::new())?;
/// // Nothing is wrong so far, but the members have to be compared.
/// assert!(checked.needs_value());
/// assert!(checked.into_result().is_ok());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug)]
#[must_use]
pub struct Checked {
    report: Result<(), Report>,
    needs_value: bool,
}

impl Checked {
    /// Whether there are rules that only a typed value can decide.
    pub const fn needs_value(&self) -> bool {
        self.needs_value
    }

    /// What is wrong with the document.
    ///
    /// # Errors
    ///
    /// The report, when there is a violation. It is
    /// [partial](Report::is_partial) where rules were left out.
    pub fn into_result(self) -> Result<(), Report> {
        self.report
    }
}

/// Checks a document by the shape of `T`.
///
/// # Errors
///
/// The deserializer's own, when the document cannot be read to its end; also when it
/// is nested deeper than 128 levels where no type says how deep.
///
/// # Examples
///
/// ```
/// use proton_validate::{Validate, decode};
///
/// #[derive(serde::Deserialize, Validate)]
/// struct Tag {
///     #[length(max = 3)]
///     key: String,
///     value: String,
/// }
///
/// let mut deserializer = serde_json::Deserializer::from_str(r#"{"key": "four"}"#);
/// let checked = decode::check::<Tag, _>(&mut deserializer, &decode::Options::new())?;
/// assert!(!checked.needs_value());
/// let report = checked.into_result().unwrap_err();
/// assert_eq!(
///     report.to_string(),
///     "2 violations:\n  /key: must have at most 3 characters, but has 4\n  /value: must be present"
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn check<'de, T, D>(deserializer: D, options: &Options) -> Result<Checked, D::Error>
where
    T: Describe + ?Sized,
    D: Deserializer<'de>,
{
    walk(T::shape(), deserializer, Walk::new(options))
}

/// [`check`] for JSON, whose text `deserializer` is about to read. It is compiled
/// here, and not once for each type of a user's.
#[cfg(feature = "json")]
pub(crate) fn check_json(
    shape: &'static Shape,
    text: &str,
    deserializer: &mut serde_json::Deserializer<serde_json::de::StrRead<'_>>,
    options: &Options,
) -> Result<Checked, serde_json::Error> {
    if !digits::are_given() {
        return walk(shape, deserializer, Walk::new(options));
    }
    let document = digits::Document::new(text);
    let numbers = document.numbers(deserializer);
    let mut checked = walk(shape, numbers, Walk::new(options).keeping_digits())?;
    checked.needs_value |= document.had_digits();
    Ok(checked)
}

fn walk<'de, D: Deserializer<'de>>(
    shape: &'static Shape,
    deserializer: D,
    mut walk: Walk,
) -> Result<Checked, D::Error> {
    walk.is_readable = deserializer.is_human_readable();
    let root = Location::root();
    Value::new(shape, &Rules::NONE, &root, &mut walk).deserialize(deserializer)?;
    Ok(walk.finish())
}
