//! Enums with data, in all of serde's taggings.

use proton_validate::Validate;
use serde::Deserialize;

#[derive(Deserialize, Validate)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", rename_all_fields = "camelCase")]
enum External {
    Unit,
    #[hidden]
    Hidden,
    Newtype(#[length(max = 3)] String),
    Tuple(u8, #[range(max = 3)] u8),
    Struct {
        #[max_items(3)]
        some_list: Vec<External>,
    },
    #[serde(other)]
    Other,
}

#[derive(Deserialize, Validate)]
#[serde(tag = "type")]
enum Internal {
    Unit,
    Newtype(Content),
    Struct {
        #[range(min = 1)]
        r#type_id: u8,
    },
}

#[derive(Deserialize, Validate)]
#[serde(tag = "type", content = "value")]
enum Adjacent {
    Unit,
    Newtype(#[one_of(1, 2)] u8),
    Tuple(Content, Content),
}

#[derive(Deserialize, Validate)]
#[serde(untagged)]
enum Untagged {
    Number(#[range(max = 3)] u8),
    Text(#[pattern("^a$")] String),
}

#[derive(Deserialize, Validate)]
struct Content {
    #[length(max = 3)]
    text: String,
}

#[derive(Validate)]
enum Empty {}

#[derive(Validate)]
#[repr(u8)]
enum Discriminants {
    One = 1,
    #[validate(hidden)]
    Two = 2,
}

#[derive(Deserialize, Validate)]
struct All {
    external: Vec<External>,
    internal: Vec<Internal>,
    adjacent: Vec<Adjacent>,
    untagged: Vec<Untagged>,
}

fn main() {
    let json = r#"{
        "external": ["UNIT", "HIDDEN", {"NEWTYPE": "a"}, {"TUPLE": [1, 2]}, {"STRUCT": {"someList": []}}, "else"],
        "internal": [{"type": "Unit"}, {"type": "Newtype", "text": "a"}, {"type": "Struct", "type_id": 1}],
        "adjacent": [{"type": "Unit"}, {"type": "Newtype", "value": 1}],
        "untagged": [3, "a"]
    }"#;
    let all: All = serde_json::from_str(json).unwrap();
    assert_eq!(all.validate(), Ok(()));
    assert!(Discriminants::One.is_valid() && Discriminants::Two.is_valid());
    assert!(None::<Empty>.is_valid());
}
