use proton_validate::Validate;

#[derive(serde::Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Request {
    display_name: String,
    #[serde(rename = "displayName")]
    title: String,
    #[serde(alias = "title", alias = "id")]
    number: String,
    id: String,
    #[serde(skip, rename = "displayName")]
    cached: String,
}

#[derive(serde::Deserialize, Validate)]
enum Event {
    Created {
        at: u64,
        #[serde(rename = "at")]
        by: String,
    },
}

fn main() {}
