//! Requests from names and values that are texts: queries, forms and paths.
//!
//! A [`Given`] is put together from the pairs by the shape of the type: which texts
//! are numbers, and which names are of lists. From there on it is a document as
//! JSON is one: read as the type, and walked by the shape where that fails.

mod arrange;
mod given;
mod number;
mod pairs;
mod read;

pub(super) use arrange::{form, path};
pub(super) use pairs::{count, pairs};
pub(super) use read::unvalidated;
