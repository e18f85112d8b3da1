//! Unions that hold each other.

use proton_validate::Validate;
use serde::Deserialize;

#[derive(Debug, Deserialize, Validate)]
pub(super) struct RecursiveStructuresInput {
    union: Option<RecursiveUnionOne>,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
enum RecursiveUnionOne {
    String(RecursiveEnumString),
    Union(Box<RecursiveUnionTwo>),
}

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
enum RecursiveUnionTwo {
    String(RecursiveEnumString),
    Union(Box<RecursiveUnionOne>),
}

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
enum RecursiveEnumString {
    Abc,
    Def,
}
