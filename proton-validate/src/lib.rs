//! Request validation for servers and API gateways: constraints as attributes,
//! every violation in one report.
//!
//! ```
//! use proton_validate::Validate;
//!
//! #[derive(Validate)]
//! struct CreateEnvironment {
//!     #[length(min = 1, max = 100)]
//!     #[pattern(r"^[0-9A-Za-z]+[0-9A-Za-z_\-]*$")]
//!     name: String,
//!     #[range(min = 1, max = 10)]
//!     replicas: u8,
//!     #[max_items(50)]
//!     tags: Vec<Tag>,
//! }
//!
//! #[derive(Validate)]
//! struct Tag {
//!     #[length(min = 1, max = 128)]
//!     key: String,
//! }
//!
//! let request = CreateEnvironment {
//!     name: "prod env".into(),
//!     replicas: 0,
//!     tags: vec![Tag { key: String::new() }],
//! };
//! let report = request.validate().unwrap_err();
//! assert_eq!(report.to_string(), r"3 violations:
//!   /name: must match ^[0-9A-Za-z]+[0-9A-Za-z_\-]*$
//!   /replicas: must be between 1 and 10
//!   /tags/0/key: must have between 1 and 128 characters, but has 0");
//! ```
//!
//! # What is where
//!
//! - [`Validate`] has the methods that a server calls; `#[derive(Validate)]`
//!   implements all that they need. [`Valid<T>`](Valid) keeps the proof in the
//!   type.
//! - The [`guide`] has a page for each attribute, with what it means exactly and
//!   its counterparts in Smithy and JSON Schema, and recipes: requests from
//!   their bytes, responses, OpenAPI, create and update with one struct, `PATCH`,
//!   rules about a whole struct, failures, languages.
//! - [`Report`] holds the [`Violation`]s: each with its [`Path`], its
//!   [`Constraint`] with typed parameters, and a message ([`Messages`] for
//!   another language). [`Limits`] bounds what a request may cost.
//! - `json` (feature `json`) takes a request from its bytes: one call, and one
//!   report with members that are missing or stand twice, wrong types and
//!   violations together. [`decode`] is the same walk over any format that serde
//!   reads.
//! - [`Rejection`] is a report, or why the input could not be read at all;
//!   [`wire`] renders either as an HTTP response, in the AWS dialects and as RFC
//!   9457 problem details.
//! - `web` (features `axum` and `tower`) is that for HTTP servers: extractors, and a
//!   layer for gateways.
//! - [`Custom`] is what a check of your own answers, [`Place`] where it points,
//!   and [`Unavailable`] what it says when it could not decide. [`CheckAsync`] is
//!   for checks that wait.
//! - [`constraint!`] gives constraints a name ([`Alias`]), [`pattern!`] makes a
//!   [`Pattern`], which has the meaning that Smithy, OpenAPI and JSON Schema give
//!   it, and [`mod@format`] has the formats of strings.
//! - [`Patch<T>`](Patch) tells an absent member from a null one, for requests that
//!   change a part of something.
//! - [`Describe`] gives a type's [`Shape`]: its members and constraints as data.
//! - `schema` (feature `schema`) writes shapes as JSON Schema, for OpenAPI too.
//! - [`Bounded`] and [`BoundedByLength`] say which types have an upper bound in
//!   size.
//! - [`ValidateWith`], [`Collector`], [`Location`] and the [`check`]s are for
//!   implementations by hand.
//!
//! # Constraints
//!
//! Attributes on a member, bare or, where another derive owns a name, inside
//! `#[validate(..)]`: `#[validate(length(max = 64), required)]`. On one value
//! they are checked in this order: `required`, `not_null`, `one_of`, `length`,
//! `min_items`, `max_items`, `ascii`, `prefix` and its like, `pattern`, `format`,
//! `range`, `multiple_of`, `unique_items`, `equals`, `apply`, `check`; then each
//! `when`; then what is inside.
//!
//! | attribute | on | meaning |
//! |---|---|---|
//! | [`#[required]`](guide::attributes::required) | `Option`, `Patch` | must be present; in an `Option` also not null |
//! | [`#[not_null]`](guide::attributes::not_null) | `Patch` | must not be null, and may be absent |
//! | [`#[length(min = 1, max = 64)]`](guide::attributes::length), `#[length(equal = 12)]` | strings, lists, maps | strings count Unicode scalar values, lists items, maps entries; bounds are inclusive |
//! | `#[length(bytes, ..)]`, `#[length(utf16, ..)]`, `#[length(graphemes, ..)]` | strings | bytes of UTF-8; UTF-16 code units; what a reader takes for characters |
//! | [`#[min_items(1)]`, `#[max_items(50)]`](guide::attributes::items) | lists, sets | the items of a list over its maximum are not looked at |
//! | [`#[unique_items]`](guide::attributes::unique_items) | lists, sets | no item twice; the items implement `Ord` |
//! | [`#[range(min = 1, max = 100)]`](guide::attributes::range) | numbers | inclusive; `exclusive_min`, `exclusive_max` are not; NaN always fails |
//! | [`#[multiple_of(5)]`](guide::attributes::multiple_of) | numbers | floats are compared as the decimals they print as |
//! | [`#[pattern("^[a-z]+$")]`](guide::attributes::pattern) | strings | must be anchored at both ends, in every branch |
//! | `#[pattern(search, "[a-z]")]`, `#[pattern(full, "[a-z]+")]` | strings | found anywhere; anchored for you |
//! | `#[pattern(PATH)]` | strings | a `static` [`Pattern`] |
//! | `#[pattern("..", accepts = ["a"], rejects = ["A"])]` | strings | examples, tried while compiling |
//! | `#[pattern(static, "..")]` | strings | never by an engine, even with the feature `regex` |
//! | [`#[one_of("a", "b", hidden("c"))]`](guide::attributes::one_of) | strings, integers | one of the values; hidden ones are accepted and not shown |
//! | [`#[ascii]`](guide::attributes::ascii) | strings | ASCII characters only |
//! | [`#[prefix("x")]`, `#[suffix("x")]`, `#[contains("x")]`, `#[excludes("x")]`](guide::attributes::parts) | strings | begins with, ends with, has in it, does not have in it |
//! | [`#[format(email)]`](guide::attributes::format) | strings | a published [`mod@format`], or one of your own |
//! | [`#[equals(other)]`](guide::attributes::equals) | anything | the same as another member |
//! | [`#[each(..)]`](guide::attributes::each) | lists, sets | constraints for the items |
//! | [`#[keys(..)]`, `#[values(..)]`](guide::attributes::entries) | maps | constraints for keys and values |
//! | [`#[apply(Alias)]`](guide::attributes::apply) | as the alias says | the constraints that [`constraint!`] gave a name |
//! | [`#[check(function)]`](guide::attributes::check) | anything, types | a function of yours decides |
//! | [`#[check_async(function)]`](guide::attributes::check_async) | types | one that has to wait, after all else |
//! | [`#[when(condition, ..)]`](guide::attributes::when) | anything, types | constraints that apply only then |
//! | [`#[sensitive]`](guide::attributes::sensitive) | anything | of the value, nothing but its position in a list gets into a report; below it keys and variants are written `*` |
//! | [`#[hidden]`](guide::attributes::hidden) | enum variants | accepted, and not shown |
//! | [`#[skip]`](guide::attributes::skip) | anything | not validated, on purpose; the type need not implement anything |
//!
//! Each constraint takes a [message and a code](guide::attributes::wording) of
//! your own: `#[length(max = 64, message = "at most {max}", code = "too_long")]`.
//! A bound is a constant expression, or any expression that names `self` or
//! `context`:
//!
//! ```
//! use proton_validate::Validate;
//!
//! const MAX_NAME: usize = 64;
//!
//! #[derive(Validate)]
//! struct Window {
//!     #[length(max = MAX_NAME)]
//!     name: String,
//!     #[range(max = self.end)]
//!     start: u64,
//!     end: u64,
//! }
//!
//! assert!(!Window { name: "a".into(), start: 2, end: 1 }.is_valid());
//! ```
//!
//! On the type, [`#[validate(..)]`](guide::attributes::options) takes
//! `context = Type` (the type to pass to
//! [`validate_with`](Validate::validate_with)), `members` (places for checks),
//! `deny_unbounded` (everything must have an upper bound), `bound = "T: Trait"`
//! (instead of the bounds that are inferred) and `crate = path` (where this crate
//! is).
//!
//! # What is validated
//!
//! Everything: a member's type must implement [`ValidateWith`], and every type of
//! the standard library that a request can hold does. A member whose type does
//! not is a compile error, so nothing is forgotten. Paths use the names on the
//! wire, as serde's attributes give them: `rename`, `rename_all`, `flatten`,
//! `tag`, `content`, `transparent` and the rest.
//!
//! # Features
//!
//! | feature | default | brings |
//! |---|---|---|
//! | `std` | yes | `HashMap`, `HashSet` and the like |
//! | `derive` | yes | `#[derive(Validate)]`, `pattern!` and `constraint!` |
//! | `serde` | yes | `Serialize` for reports, violations and paths; both ways for `Patch`, `Valid`, `Blob` and `Timestamp` |
//! | `regex` | no | the `regex` crate, for patterns that are too large to be compiled; built on first use |
//! | `dynamic` | no | [`Pattern`]s that are only known at run time |
//! | `json` | no | module `json`: requests from their bytes; brings `serde_json`, `serde_path_to_error` and `simdutf8` |
//! | `schema` | no | module `schema`: JSON Schema 2020-12 of every type; brings `serde_json` |
//! | `axum` | no | module `web::axum`: extractors that report everything at once |
//! | `tower` | no | module `web::tower`: a layer that checks bodies and passes them on unchanged |
//! | `graphemes` | no | `unicode-segmentation`, for `#[length(graphemes, ..)]` |
//! | `bytes` | no | `bytes`: `Bytes`, `BytesMut`; `#[length(..)]` counts bytes |
//! | `chrono` | no | `chrono`: `DateTime` in every time zone, `NaiveDate`, `NaiveTime`, `NaiveDateTime`, `FixedOffset`, `TimeDelta`, `Weekday`, `Month` |
//! | `serde_json` | no | `serde_json`: `Value`, in which nothing is looked at, `Map`, `Number` |
//! | `time` | no | `time`: `Date`, `Time`, `PrimitiveDateTime`, `UtcDateTime`, `OffsetDateTime`, `UtcOffset`, `Duration`, `Weekday`, `Month` |
//! | `url` | no | `url`: `Url`; the constraints of strings see its normalised text |
//! | `uuid` | no | `uuid`: `Uuid`, `NonNilUuid` |
//! | `idna` | no | [`format`]'s host names: what `xn--` labels stand for is checked |
//! | `proton` | no | AWS Proton's `CreateEnvironmentAccountConnection` and its named patterns |
//!
//! Without default features the crate is `no_std` with `alloc`.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

// The macros write `::proton_validate`, in this crate too.
#[cfg(feature = "derive")]
extern crate self as proton_validate;

mod alias;
mod asynchronous;
mod blob;
mod bounded;
pub mod check;
mod collector;
mod constraint;
mod custom;
#[cfg(feature = "serde")]
pub mod decode;
pub mod format;
#[cfg(any(doc, doctest))]
pub mod guide;
mod impls;
#[cfg(feature = "json")]
pub mod json;
mod limits;
mod message;
mod number;
mod parameter;
mod patch;
mod path;
mod place;
#[cfg(feature = "proton")]
pub mod proton;
mod rejection;
mod report;
#[cfg(feature = "schema")]
pub mod schema;
pub mod shape;
mod timestamp;
mod unavailable;
mod valid;
mod validate;
mod violation;
#[cfg(any(feature = "axum", feature = "tower"))]
pub mod web;
pub mod wire;
mod wording;

pub use alias::Alias;
pub use asynchronous::{CheckAsync, Synchronous};
pub use blob::Blob;
pub use bounded::{Bounded, BoundedByLength};
pub use collector::Collector;
pub use constraint::{Constraint, Hidden, LengthUnit, Values};
pub use custom::Custom;
pub use format::Format;
pub use limits::Limits;
pub use message::{English, Frame, Messages};
pub use number::Number;
pub use parameter::Parameter;
pub use patch::Patch;
pub use path::{InvalidPath, Location, Path};
pub use place::Place;
/// ```
/// use proton_validate::Validate;
///
/// #[derive(Validate)]
/// struct Tag {
///     #[length(min = 1, max = 128)]
///     #[pattern("^[a-z-]+$")]
///     key: String,
///     #[length(max = 256)]
///     value: Option<String>,
/// }
///
/// assert!(Tag { key: "cost-center".into(), value: None }.is_valid());
/// assert!(!Tag { key: "Cost Center".into(), value: None }.is_valid());
/// ```
#[cfg(feature = "derive")]
pub use proton_validate_derive::Validate;
/// ```
/// use proton_validate::{Validate, constraint};
///
/// constraint! {
///     /// Twelve digits.
///     pub AccountId for str { length(equal = 12), pattern(r"^\d+$") }
/// }
///
/// #[derive(Validate)]
/// struct Transfer {
///     #[apply(AccountId)]
///     from: String,
/// }
///
/// assert!(Transfer { from: "123456789012".into() }.is_valid());
/// ```
#[cfg(feature = "derive")]
pub use proton_validate_derive::constraint;
/// ```
/// use proton_validate::{Pattern, Tier, pattern};
///
/// static SLUG: Pattern = pattern!("^[a-z-]+$", accepts = ["blue-green"], rejects = ["Blue"]);
///
/// assert!(SLUG.is_match("blue"));
/// assert_eq!((SLUG.tier(), SLUG.accepts()), (Tier::Runs, &["blue-green"][..]));
/// ```
#[cfg(feature = "derive")]
pub use proton_validate_derive::pattern;
pub use proton_validate_pattern::{Pattern, Tier};
pub use rejection::{Rejection, Syntax, SyntaxKind};
pub use report::{Iter, Report};
pub use shape::Shape;
pub use timestamp::Timestamp;
pub use unavailable::Unavailable;
pub use valid::Valid;
pub use validate::{Describe, Validate, ValidateWith};
pub use violation::Violation;
pub use wording::Wording;

#[doc(hidden)]
pub mod __private;
