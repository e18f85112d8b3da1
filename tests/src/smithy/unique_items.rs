//! Lists of everything, in which nothing may stand twice.

use proton_validate::{Blob, Timestamp, Validate};
use serde::Deserialize;

use super::moments::{DateTime, HttpDate};

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct MalformedUniqueItemsInput {
    #[unique_items]
    blob_list: Option<Vec<Blob>>,
    #[unique_items]
    boolean_list: Option<Vec<bool>>,
    #[unique_items]
    string_list: Option<Vec<String>>,
    #[unique_items]
    byte_list: Option<Vec<i8>>,
    #[unique_items]
    short_list: Option<Vec<i16>>,
    #[unique_items]
    integer_list: Option<Vec<i32>>,
    #[unique_items]
    long_list: Option<Vec<i64>>,
    #[unique_items]
    timestamp_list: Option<Vec<Timestamp>>,
    #[unique_items]
    date_time_list: Option<Vec<DateTime>>,
    #[unique_items]
    http_date_list: Option<Vec<HttpDate>>,
    #[unique_items]
    enum_list: Option<Vec<FooEnum>>,
    #[unique_items]
    #[each(one_of(1, 2, 3))]
    int_enum_list: Option<Vec<i32>>,
    #[unique_items]
    list_list: Option<Vec<Vec<String>>>,
    #[unique_items]
    structure_list: Option<Vec<GreetingStruct>>,
    #[unique_items]
    structure_list_with_no_key: Option<Vec<MissingKeyStructure>>,
    #[unique_items]
    union_list: Option<Vec<FooUnion>>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Validate)]
enum FooEnum {
    Foo,
    Baz,
    Bar,
    #[serde(rename = "1")]
    One,
    #[serde(rename = "0")]
    Zero,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Validate)]
struct GreetingStruct {
    hi: Option<String>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Validate)]
struct MissingKeyStructure {
    hi: String,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
enum FooUnion {
    String(String),
    Integer(i32),
}
