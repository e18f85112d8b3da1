//! Requests from their bytes: one call, and one report with everything that is
//! wrong.
//!
//! ```
//! use proton_validate::{Rejection, Validate, json};
//!
//! #[derive(Debug, serde::Deserialize, Validate)]
//! #[serde(rename_all = "camelCase")]
//! struct Request {
//!     #[length(min = 1, max = 10)]
//!     display_name: String,
//!     replicas: u8,
//!     #[max_items(2)]
//!     tags: Vec<String>,
//! }
//!
//! let body = br#"{"displayName": "", "replicas": "3", "replicas": 4}"#;
//! let Err(Rejection::Invalid(report)) = json::from_slice::<Request>(body) else { unreachable!() };
//! assert_eq!(report.to_string(), "4 violations:
//!   /displayName: must have between 1 and 10 characters, but has 0
//!   /replicas: must be of type integer
//!   /replicas: must appear only once
//!   /tags: must be present");
//!
//! let request = json::from_slice::<Request>(br#"{"displayName": "a", "replicas": 3, "tags": []}"#)?;
//! assert_eq!(request.replicas, 3);
//! # Ok::<(), Rejection>(())
//! ```
//!
//! # How
//!
//! A body is first read as the type and validated: one parse. When it cannot be read it
//! is read again by the type's shape ([`decode`]), which goes on where something is
//! wrong; and also where serde kept a list or a map before it read it (in what is
//! flattened, beside a tag, in a `serde_json::Value`), since it is not strict there.
//! Only text that is no JSON, or too large, ends at the first mistake.
//!
//! # Features of `serde_json` that another crate turns on
//!
//! Verdicts and reports do not change with `arbitrary_precision`, `float_roundtrip`
//! or `raw_value`, except where serde itself reads less or more: with the first, it
//! takes no number with a fraction beside a tag or in what is flattened, and a
//! `Value` has numbers of any size.

pub(crate) mod unreadable;

use alloc::string::ToString;
use core::cell::Cell;
use core::ops::Bound;

use serde::Deserialize;
use serde_json::error::Category;
use serde_json::{Deserializer, Error};

use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::decode::{self, Options, Strict};
use crate::number::Number;
use crate::rejection::{Rejection, Syntax, SyntaxKind};
use crate::report::Report;
use crate::shape::Shape;
use crate::valid::Valid;
use crate::validate::{Describe, Validate, ValidateWith};

/// Reads and validates a request, within the default
/// [`Limits`](crate::Limits).
///
/// # Errors
///
/// Why the request is refused: everything that is wrong with it, or that it is no
/// JSON, or too large.
///
///
/// # Examples
///
/// ```
/// use proton_validate::{Valid, Validate, json};
///
/// #[derive(serde::Deserialize, Validate)]
/// struct Tag {
///     #[length(max = 3)]
///     key: String,
/// }
///
/// let tag: Valid<Tag> = json::from_slice(br#"{"key": "abc"}"#)?;
/// assert_eq!(tag.key, "abc");
/// assert!(json::from_slice::<Tag>(br#"{"key": "abcd"}"#).is_err());
/// # Ok::<(), proton_validate::Rejection>(())
/// ```
pub fn from_slice<'de, T>(body: &'de [u8]) -> Result<Valid<T>, Rejection>
where
    T: Deserialize<'de> + ValidateWith<()>,
{
    from_slice_with(body, &(), &Options::new())
}

/// [`from_slice`] for text.
///
/// # Errors
///
/// As [`from_slice`].
///
/// # Examples
///
/// ```
/// use proton_validate::json;
///
/// assert_eq!(*json::from_str::<Vec<u8>>("[1, 2]")?, [1, 2]);
/// # Ok::<(), proton_validate::Rejection>(())
/// ```
pub fn from_str<'de, T>(body: &'de str) -> Result<Valid<T>, Rejection>
where
    T: Deserialize<'de> + ValidateWith<()>,
{
    from_slice(body.as_bytes())
}

/// [`from_slice`] with a context and options.
///
/// # Errors
///
/// As [`from_slice`].
///
/// # Examples
///
/// ```
/// use proton_validate::{Rejection, Validate, decode::Options, json};
///
/// #[derive(serde::Deserialize, Validate)]
/// #[validate(context = usize)]
/// struct Request {
///     #[max_items(*context)]
///     tags: Vec<String>,
/// }
///
/// let body = br#"{"tags": ["a"], "tag": "b"}"#;
/// assert!(json::from_slice_with::<Request, _>(body, &1, &Options::new()).is_ok());
/// let strict = Options::new().rejecting_unknown_members();
/// let rejection = json::from_slice_with::<Request, _>(body, &1, &strict).err().unwrap();
/// assert_eq!(rejection.report().unwrap().at("/tag").next().unwrap().code(), "unknown");
/// ```
pub fn from_slice_with<'de, T, C>(
    body: &'de [u8],
    context: &C,
    options: &Options,
) -> Result<Valid<T>, Rejection>
where
    T: Deserialize<'de> + ValidateWith<C>,
    C: ?Sized,
{
    let value: T = unvalidated(body, options)?;
    value.validate_with_within(context, options.limits())?;
    Ok(Valid::trusted(value))
}

/// Reads a request that is still to be validated.
pub(crate) fn unvalidated<'de, T>(body: &'de [u8], options: &Options) -> Result<T, Rejection>
where
    T: Deserialize<'de> + Describe,
{
    let body = text(body, options)?;
    match read::<T>(body) {
        Ok((value, has_kept)) => {
            if has_kept || options.rejects_unknown() {
                has_form(by_shape(T::shape(), body, options))?;
            }
            Ok(value)
        }
        Err(error) => Err(refused::<T>(by_shape(T::shape(), body, options), &error, body, options)),
    }
}

/// What serde is not strict about is seen by the shape only: members that are not
/// known, and in what it keeps before it reads it also lists in place of structures,
/// keys that stand twice, and numbers beyond a float of 32 bits, where no range of their
/// own says so of the infinite value. Then what the shape says counts.
pub(crate) fn has_form(checked: Result<bool, Rejection>) -> Result<(), Rejection> {
    let is_form = |constraint: &Constraint| match constraint {
        Constraint::Unknown | Constraint::Type { .. } | Constraint::Duplicate => true,
        Constraint::Range { max, .. } => *max == Bound::Included(Number::Single(f32::MAX)),
        _ => false,
    };
    let is_wrong = |rejection: &Rejection| {
        rejection.report().is_none_or(|report| {
            report.is_truncated() || report.iter().any(|it| is_form(it.constraint()))
        })
    };
    match checked {
        Err(rejection) if is_wrong(&rejection) => Err(rejection),
        _ => Ok(()),
    }
}

/// Checks a request without keeping it: for a gateway that passes the bytes on.
///
/// Where a rule needs the value, the request is read as the type after all, so
/// what passes here passes [`from_slice`] too.
///
/// # Errors
///
/// As [`from_slice`].
///
/// # Examples
///
/// ```
/// use proton_validate::{Validate, json};
///
/// #[derive(serde::Deserialize, Validate)]
/// struct Tag {
///     #[length(max = 3)]
///     key: String,
/// }
///
/// assert!(json::check::<Tag>(br#"{"key": "abc"}"#).is_ok());
/// assert!(json::check::<Tag>(br#"{"key": "abcd"}"#).is_err());
/// ```
pub fn check<'de, T>(body: &'de [u8]) -> Result<(), Rejection>
where
    T: Deserialize<'de> + ValidateWith<()>,
{
    check_with::<T, ()>(body, &(), &Options::new())
}

/// [`check`] with a context and options.
///
/// # Errors
///
/// As [`from_slice`].
///
/// # Examples
///
/// ```
/// use proton_validate::{Validate, decode::Options, json};
///
/// #[derive(serde::Deserialize, Validate)]
/// #[validate(context = usize)]
/// struct Tags(#[max_items(*context)] Vec<String>);
///
/// let options = Options::new();
/// assert!(json::check_with::<Tags, _>(br#"["a"]"#, &1, &options).is_ok());
/// assert!(json::check_with::<Tags, _>(br#"["a", "b"]"#, &1, &options).is_err());
/// ```
pub fn check_with<'de, T, C>(
    body: &'de [u8],
    context: &C,
    options: &Options,
) -> Result<(), Rejection>
where
    T: Deserialize<'de> + ValidateWith<C>,
    C: ?Sized,
{
    let body = text(body, options)?;
    let checked = by_shape(T::shape(), body, options);
    let is_complete = match &checked {
        Ok(needs_value) => !needs_value,
        Err(rejection) => !rejection.report().is_some_and(Report::is_partial),
    };
    if is_complete {
        return checked.map(drop);
    }
    match read::<T>(body) {
        Ok((value, has_kept)) => {
            if has_kept || options.rejects_unknown() {
                has_form(checked)?;
            }
            Ok(value.validate_with_within(context, options.limits())?)
        }
        Err(error) => Err(refused::<T>(checked, &error, body, options)),
    }
}

/// The body as text, if it is not too large: JSON is UTF-8 (RFC 8259, section
/// 8.1), also where nobody looks.
fn text<'de>(body: &'de [u8], options: &Options) -> Result<&'de str, Rejection> {
    let max = options.limits().max_input_bytes;
    if body.len() > max {
        return Err(Rejection::TooLarge { max });
    }
    simdutf8::basic::from_utf8(body).map_err(|_| not_utf8(body))
}

/// Where the body stops to be UTF-8.
#[cold]
fn not_utf8(body: &[u8]) -> Rejection {
    let error = core::str::from_utf8(body).err();
    let valid = body.get(..error.map_or(0, |it| it.valid_up_to())).unwrap_or_default();
    let mut lines = valid.split(|byte| *byte == b'\n');
    let last = lines.next_back().map_or(0, <[u8]>::len);
    Syntax::new(lines.count() + 1, last + 1, SyntaxKind::InvalidUtf8).into()
}

/// Reads the body as the type, which has to be all of it. Also tells whether serde
/// kept a part before it read it, where nobody is strict.
fn read<'de, T: Deserialize<'de>>(body: &'de str) -> Result<(T, bool), Error> {
    let (mut deserializer, kept) = (Deserializer::from_str(body), Cell::new(false));
    let value = T::deserialize(Strict::new(&mut deserializer, &kept))?;
    deserializer.end()?;
    Ok((value, kept.get()))
}

/// Checks the body by the shape; returns whether only a value can decide the rest.
fn by_shape(shape: &'static Shape, body: &str, options: &Options) -> Result<bool, Rejection> {
    let mut deserializer = Deserializer::from_str(body);
    let checked = decode::check_json(shape, body, &mut deserializer, options);
    let checked = checked.map_err(|it| syntax(&it))?;
    deserializer.end().map_err(|it| syntax(&it))?;
    let needs_value = checked.needs_value();
    checked.into_result()?;
    Ok(needs_value)
}

/// Why a body that could not be read as the type is refused.
#[cold]
fn refused<'de, T: Deserialize<'de> + Describe>(
    checked: Result<bool, Rejection>,
    error: &Error,
    body: &'de str,
    options: &Options,
) -> Rejection {
    match checked {
        Err(rejection) if !rejection.report().is_some_and(Report::is_partial) => rejection,
        checked => beyond_limits(error, body)
            .or(checked.err())
            .unwrap_or_else(|| unreadable::<T>(body, options)),
    }
}

/// What no document may hold is final also where the shape left it to the value, and
/// did not look. A number can also be out of range for its type alone.
fn beyond_limits(error: &Error, body: &str) -> Option<Rejection> {
    const WORDS: &[&str] =
        &["recursion limit", "number out of range", "surrogate", "end of hex escape"];
    let text = error.to_string();
    if !WORDS.iter().any(|words| text.contains(words)) {
        return None;
    }
    let read = decode::Ignored::deserialize(&mut Deserializer::from_str(body));
    read.err().map(|error| syntax(&error))
}

/// The body fits the shape, and serde does not read it.
#[cold]
fn unreadable<'de, T: Deserialize<'de> + Describe>(body: &'de str, options: &Options) -> Rejection {
    let mut deserializer = Deserializer::from_str(body);
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut deserializer, &mut track);
    drop(T::deserialize(Strict::new(tracked, &Cell::new(false))));
    let mut out = Collector::new(*options.limits());
    unreadable::report(T::shape(), &track.path(), &mut out);
    Rejection::Invalid(out.refuse(true))
}

fn syntax(error: &Error) -> Rejection {
    let kind = match error.classify() {
        Category::Eof => SyntaxKind::EndOfInput,
        _ => kind(&error.to_string()),
    };
    Syntax::new(error.line(), error.column(), kind).into()
}

/// The kind by `serde_json`'s words, which are all that it tells.
fn kind(text: &str) -> SyntaxKind {
    const KINDS: &[(&str, SyntaxKind)] = &[
        ("recursion limit", SyntaxKind::TooDeep),
        ("trailing characters", SyntaxKind::TrailingCharacters),
        ("number", SyntaxKind::InvalidNumber),
        ("unicode", SyntaxKind::InvalidString),
        ("escape", SyntaxKind::InvalidString),
        ("control character", SyntaxKind::InvalidString),
        ("surrogate", SyntaxKind::InvalidString),
        ("expected", SyntaxKind::UnexpectedCharacter),
        ("key must be", SyntaxKind::UnexpectedCharacter),
        ("trailing comma", SyntaxKind::UnexpectedCharacter),
    ];
    let known = KINDS.iter().find(|(words, _)| text.contains(words));
    known.map_or(SyntaxKind::Other, |(_, kind)| *kind)
}
