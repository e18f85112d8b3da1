//! Patterns for `proton-validate`: their dialect, their checks and their
//! matchers.
//!
//! A pattern has the meaning of ECMA-262 with the `u` flag, over Unicode
//! scalar values: what Smithy, OpenAPI and JSON Schema say. `\d` and `\w` are
//! ASCII, `$` is the very end of the text, `.` stops at line terminators. What
//! dialects read differently is refused, with the reason and what to write
//! instead, and so is a pattern that forgot its anchors.
//!
//! ```
//! # #[cfg(feature = "dynamic")] {
//! use proton_validate_pattern::Pattern;
//!
//! let version = Pattern::new(r"^v\d+(\.\d+)?$").unwrap();
//! assert!(version.is_match("v1.25"));
//! assert!(!version.is_match("v1.25\n"));
//!
//! let refused = Pattern::new("^v1|v2$").unwrap_err().to_string();
//! assert!(refused.contains("or `^(?:v1|v2)$`"), "{refused}");
//! # }
//! ```
//!
//! # Features
//!
//! Without features the crate has no dependencies, and only says what a
//! `Pattern` is.
//!
//! | Feature | What it adds |
//! |---|---|
//! | `compile` | the parser, the checks and the compiler |
//! | `regex` | the engine for patterns over the compiler's budget, built on first use |
//! | `dynamic` | patterns that are only known at run time |
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

#[cfg(feature = "compile")]
mod anchor;
#[cfg(feature = "compile")]
mod automaton;
#[cfg(feature = "compile")]
mod brackets;
#[cfg(feature = "compile")]
mod compile;
#[cfg(feature = "dynamic")]
mod dynamic;
#[cfg(feature = "compile")]
mod ecma;
#[cfg(feature = "regex")]
mod engine;
mod pattern;
#[doc(hidden)]
pub mod run;
#[cfg(feature = "compile")]
pub mod runs;
#[cfg(feature = "compile")]
mod size;
#[cfg(feature = "compile")]
pub mod syntax;
mod table;
#[cfg(feature = "compile")]
mod translate;
#[cfg(feature = "compile")]
mod utf8;
#[cfg(feature = "compile")]
mod work;

pub use pattern::{Pattern, Tier};

#[cfg(feature = "compile")]
pub use anchor::anchored;
#[cfg(feature = "compile")]
pub use compile::{Compiled, LengthVerdict, Mode, Options, Program, compile};
#[cfg(feature = "compile")]
pub use ecma::ecma;
#[cfg(feature = "compile")]
pub use size::size;
#[cfg(feature = "compile")]
pub use syntax::Error;
#[cfg(feature = "compile")]
#[doc(hidden)]
pub use translate::translate;

#[cfg(feature = "regex")]
#[doc(hidden)]
pub use engine::Engine;
