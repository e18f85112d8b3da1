//! Members that must be there: in the body, in the query, in a header.

use proton_validate::Validate;
use serde::Deserialize;

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct MalformedRequiredInput {
    string: String,
    string_in_query: String,
    string_in_header: String,
}
