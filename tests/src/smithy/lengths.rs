//! Lengths of strings, byte strings, lists and maps; those that a member has
//! instead of its shape's; one in the query.

use std::collections::BTreeMap;

use proton_validate::{Blob, Validate, constraint};
use serde::Deserialize;

constraint! {
    /// Two to eight characters.
    LengthString for str { length(min = 2, max = 8) }

    /// Two to eight such strings.
    LengthList for [String] { length(min = 2, max = 8), each(apply(LengthString)) }
}

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct MalformedLengthInput {
    #[length(min = 2, max = 8)]
    blob: Option<Blob>,
    #[apply(LengthString)]
    string: Option<String>,
    #[length(min = 2)]
    min_string: Option<String>,
    #[length(max = 8)]
    max_string: Option<String>,
    #[apply(LengthList)]
    list: Option<Vec<String>>,
    #[length(min = 2, max = 8)]
    #[keys(apply(LengthString))]
    #[values(apply(LengthList))]
    map: Option<BTreeMap<String, Vec<String>>>,
}

/// What is inside a list or map keeps the lengths of its own shape.
#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct MalformedLengthOverrideInput {
    #[length(min = 4, max = 6)]
    blob: Option<Blob>,
    #[length(min = 4, max = 6)]
    string: Option<String>,
    #[length(min = 4)]
    min_string: Option<String>,
    #[length(max = 6)]
    max_string: Option<String>,
    #[length(min = 4, max = 6)]
    #[each(apply(LengthString))]
    list: Option<Vec<String>>,
    #[length(min = 4, max = 6)]
    #[keys(apply(LengthString))]
    #[values(apply(LengthList))]
    map: Option<BTreeMap<String, Vec<String>>>,
}

#[derive(Debug, Deserialize, Validate)]
pub(super) struct MalformedLengthQueryStringInput {
    #[apply(LengthString)]
    string: Option<String>,
}
