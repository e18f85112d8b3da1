//! Values from a set, wherever a value can stand.

use std::collections::BTreeMap;

use proton_validate::Validate;
use serde::Deserialize;

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct MalformedEnumInput {
    string: Option<EnumString>,
    #[one_of("abc", "def", hidden("ghi"))]
    string_with_enum_trait: Option<String>,
    list: Option<Vec<EnumString>>,
    map: Option<BTreeMap<EnumString, EnumString>>,
    union: Option<EnumUnion>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
enum EnumString {
    Abc,
    Def,
    #[hidden]
    Ghi,
    // Only its tag is internal, which hides it in the older trait alone.
    Jkl,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
enum EnumUnion {
    First(EnumString),
    Second(EnumString),
}
