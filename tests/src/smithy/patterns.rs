//! Patterns of strings, wherever a string can stand; those that a member has
//! instead of its shape's; one on a secret.

use std::collections::BTreeMap;

use proton_validate::{Validate, constraint};
use serde::Deserialize;

constraint! {
    PatternString for str { pattern("^[a-m]+$") }

    PatternOverride for str { pattern("^[g-m]+$") }
}

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct MalformedPatternInput {
    #[apply(PatternString)]
    string: Option<String>,
    /// Exponential for an engine that backtracks.
    #[pattern("^([0-9]+)+$")]
    evil_string: Option<String>,
    #[each(apply(PatternString))]
    list: Option<Vec<String>>,
    #[keys(apply(PatternString))]
    #[values(apply(PatternString))]
    map: Option<BTreeMap<String, String>>,
    union: Option<PatternUnion>,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
enum PatternUnion {
    First(#[apply(PatternString)] String),
    Second(#[apply(PatternString)] String),
}

#[derive(Debug, Deserialize, Validate)]
pub(super) struct MalformedPatternOverrideInput {
    #[apply(PatternOverride)]
    string: Option<String>,
    #[each(apply(PatternOverride))]
    list: Option<Vec<String>>,
    #[keys(apply(PatternOverride))]
    #[values(apply(PatternOverride))]
    map: Option<BTreeMap<String, String>>,
    union: Option<PatternUnionOverride>,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
enum PatternUnionOverride {
    First(#[apply(PatternOverride)] String),
    Second(#[apply(PatternOverride)] String),
}

#[derive(Debug, Deserialize, Validate)]
pub(super) struct SensitiveValidationInput {
    #[sensitive]
    #[apply(PatternString)]
    string: Option<String>,
}
