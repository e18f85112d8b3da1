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
//! Read the [guide] in its order: [`guide::start`] goes from nothing to a checked
//! endpoint in ten minutes; [`guide::attributes`] has a page for each attribute.
//!
//! What is checked is everything: a member's type must implement [`ValidateWith`], and a
//! type that does not is a compile error, so that nothing is forgotten. Wrong
//! constraints do not compile either: a pattern without anchors, a minimum over a
//! maximum, a constraint on a type it does not apply to. Paths have the names on the
//! wire, as serde's attributes give them.
//!
//! # What is where
//!
//! | | |
//! |---|---|
//! | check a value | [`Validate`]; [`Valid`] keeps the proof in the type |
//! | read and check bytes | [`json`]; [`decode`] for any other format of serde's |
//! | what is wrong | [`Report`], [`Violation`], [`Path`], [`Constraint`]; [`Rejection`], where there is no report |
//! | bounds on what a request may cost | [`Limits`] |
//! | say it in another language | [`Messages`] |
//! | answer | [`wire`]: AWS dialects and problem details (RFC 9457) |
//! | in a server | [`web`]: extractors for axum, a layer for gateways |
//! | rules of your own | [`Custom`], [`Place`]; [`CheckAsync`] for those that wait, [`Unavailable`] where one could not decide |
//! | patterns and formats | [`pattern!`], [`Pattern`]; [`mod@format`] |
//! | constraints under a name | [`constraint!`], [`Alias`] |
//! | types of requests | [`Patch`] (absent, null or a value), [`Blob`], [`Timestamp`]; [`Bounded`] |
//! | constraints as data | [`Describe`], [`Shape`]; [`schema`] writes JSON Schema |
//! | by hand | [`ValidateWith`], [`Collector`], [`Location`], [`check`] |
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
//! | `json` | no | [`json`]: requests from their bytes; brings `serde_json`, `serde_path_to_error` and `simdutf8` |
//! | `schema` | no | [`schema`]: JSON Schema 2020-12 of every type; brings `serde_json` |
//! | `axum` | no | `web::axum`: extractors that report everything at once |
//! | `tower` | no | `web::tower`: a layer that checks bodies and passes them on unchanged |
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
//!
//! The minimum supported Rust version is 1.88.
//!
#![cfg_attr(
    not(all(feature = "axum", feature = "tower")),
    doc = "[`guide::start`]: https://docs.rs/proton-validate/latest/proton_validate/guide/start/index.html"
)]
#![cfg_attr(
    not(feature = "derive"),
    doc = "[`constraint!`]: https://docs.rs/proton-validate/latest/proton_validate/macro.constraint.html"
)]
#![cfg_attr(
    not(feature = "derive"),
    doc = "[`pattern!`]: https://docs.rs/proton-validate/latest/proton_validate/macro.pattern.html"
)]
#![cfg_attr(
    not(feature = "serde"),
    doc = "[`decode`]: https://docs.rs/proton-validate/latest/proton_validate/decode/index.html"
)]
#![cfg_attr(
    not(feature = "json"),
    doc = "[`json`]: https://docs.rs/proton-validate/latest/proton_validate/json/index.html"
)]
#![cfg_attr(
    not(feature = "schema"),
    doc = "[`schema`]: https://docs.rs/proton-validate/latest/proton_validate/schema/index.html"
)]
#![cfg_attr(
    not(any(feature = "axum", feature = "tower")),
    doc = "[`web`]: https://docs.rs/proton-validate/latest/proton_validate/web/index.html"
)]
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
/// The constraints of a type, as code and as data: implements [`Describe`] and
/// [`ValidateWith`], and so [`Validate`](trait@Validate).
#[cfg(feature = "derive")]
pub use proton_validate_derive::Validate;
#[cfg(feature = "derive")]
pub use proton_validate_derive::{constraint, pattern};
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
