//! Queries.

use core::future::ready;

use bytes::Bytes;
use http::request::Parts;
use serde::de::DeserializeOwned;

use super::input::Input;
use super::source::{Asked, FromHead, Settings, from_head};
use crate::decode::Options;
use crate::rejection::Rejection;
use crate::valid::Valid;
use crate::validate::Describe;
use crate::web::Refusal;

/// The query, validated. What values are written like is told in the
/// [module](super#texts).
///
/// # Examples
///
/// ```
/// use proton_validate::Validate;
/// use proton_validate::web::axum::Query;
///
/// #[derive(serde::Deserialize, Validate)]
/// struct Page {
///     #[range(min = 1, max = 100)]
///     size: u32,
///     #[serde(default)]
///     #[max_items(10)]
///     tag: Vec<String>,
/// }
///
/// async fn list(Query(page): Query<Page>) -> String {
///     format!("{} with {:?}", page.size, page.tag)
/// }
/// # let _ = axum::Router::<()>::new().route("/", axum::routing::get(list));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Query<T>(pub Valid<T>);

from_head!(Query);

impl<T: DeserializeOwned + Describe> FromHead for Query<T> {
    fn required(parts: &mut Parts, options: &Options) -> impl Asked<Input> {
        ready(query(parts, options).map(Option::unwrap_or_default).map(Input::Pairs))
    }

    fn optional(parts: &mut Parts, options: &Options) -> impl Asked<Option<Input>> {
        ready(query(parts, options).map(|query| query.map(Input::Pairs)))
    }
}

/// The query, where there is one that is not empty.
pub(super) fn query(parts: &Parts, options: &Options) -> Result<Option<Bytes>, Refusal> {
    let max = options.limits().max_input_bytes;
    match parts.uri.query() {
        None | Some("") => Ok(None),
        Some(query) if query.len() > max => Err(Rejection::TooLarge { max }.into()),
        Some(query) => Ok(Some(Bytes::copy_from_slice(query.as_bytes()))),
    }
}
