//! A user's program on the packaged crates: it prints `expected.txt`, and with the
//! feature `server` what is in `expected-server.txt`.
#![forbid(unsafe_code)]

#[cfg(feature = "server")]
mod server;

use proton_validate::Validate;

#[derive(serde::Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Environment {
    #[length(min = 1, max = 100)]
    #[pattern(r"^[0-9A-Za-z]+[0-9A-Za-z_\-]*$")]
    environment_name: String,
    #[pattern(r"^\d{12}$")]
    account_id: String,
    #[sensitive]
    #[length(max = 8)]
    token: Option<String>,
    #[max_items(50)]
    tags: Vec<Tag>,
}

#[derive(serde::Deserialize, Validate)]
struct Tag(#[length(min = 1, max = 128)] String);

fn main() {
    let environment = Environment {
        environment_name: "prod env".into(),
        account_id: "123456789012".into(),
        token: Some("longer than eight".into()),
        tags: vec![Tag("blue".into()), Tag(String::new())],
    };
    match environment.validate() {
        Ok(()) => println!("allowed"),
        Err(report) => println!("{report}"),
    }
    #[cfg(feature = "server")]
    server::run();
}
