//! Ranges of numbers of every width; those that a member has instead of its
//! shape's.

use proton_validate::Validate;
use serde::Deserialize;

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct MalformedRangeInput {
    #[range(min = 2, max = 8)]
    byte: Option<i8>,
    #[range(min = 2)]
    min_byte: Option<i8>,
    #[range(max = 8)]
    max_byte: Option<i8>,
    #[range(min = 2, max = 8)]
    short: Option<i16>,
    #[range(min = 2)]
    min_short: Option<i16>,
    #[range(max = 8)]
    max_short: Option<i16>,
    #[range(min = 2, max = 8)]
    integer: Option<i32>,
    #[range(min = 2)]
    min_integer: Option<i32>,
    #[range(max = 8)]
    max_integer: Option<i32>,
    #[range(min = 2, max = 8)]
    long: Option<i64>,
    #[range(min = 2)]
    min_long: Option<i64>,
    #[range(max = 8)]
    max_long: Option<i64>,
    #[range(min = 2.2, max = 8.8)]
    float: Option<f32>,
    #[range(min = 2.2)]
    min_float: Option<f32>,
    #[range(max = 8.8)]
    max_float: Option<f32>,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct MalformedRangeOverrideInput {
    #[range(min = 4, max = 6)]
    byte: Option<i8>,
    #[range(min = 4)]
    min_byte: Option<i8>,
    #[range(max = 6)]
    max_byte: Option<i8>,
    #[range(min = 4, max = 6)]
    short: Option<i16>,
    #[range(min = 4)]
    min_short: Option<i16>,
    #[range(max = 6)]
    max_short: Option<i16>,
    #[range(min = 4, max = 6)]
    integer: Option<i32>,
    #[range(min = 4)]
    min_integer: Option<i32>,
    #[range(max = 6)]
    max_integer: Option<i32>,
    #[range(min = 4, max = 6)]
    long: Option<i64>,
    #[range(min = 4)]
    min_long: Option<i64>,
    #[range(max = 6)]
    max_long: Option<i64>,
    #[range(min = 4.4, max = 6.6)]
    float: Option<f32>,
    #[range(min = 4.4)]
    min_float: Option<f32>,
    #[range(max = 6.6)]
    max_float: Option<f32>,
}
