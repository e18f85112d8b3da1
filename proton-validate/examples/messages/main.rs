//! The report of one bad request in the language of the client.
//!
//! ```sh
//! cargo run --example messages -- "fr;q=0.5, de;q=0.9"
//! ```
//!
//! The argument is a header `Accept-Language`. The language is chosen for the
//! request when its report is shown: there is no global and no thread-local.

mod accept_language;
mod german;

use std::collections::BTreeMap;

use proton_validate::{Custom, English, Messages, Validate};
use serde::Deserialize;

use crate::german::German;

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
#[check(in_order)]
struct Booking {
    #[required]
    name: Option<String>,
    #[length(min = 3, max = 20)]
    #[pattern("^[a-z]*$")]
    room: String,
    #[range(exclusive_min = 0, max = 99.5)]
    #[multiple_of(0.5)]
    price: f64,
    #[one_of("single", "double", hidden("staff"))]
    kind: String,
    #[max_items(1)]
    guests: Vec<String>,
    #[unique_items]
    extras: Vec<String>,
    #[prefix("#")]
    #[excludes("..")]
    label: String,
    #[length(max = 1)]
    notes: BTreeMap<String, String>,
    start: u32,
    end: u32,
    #[sensitive]
    #[length(min = 12, code = "weak", message = "is too easy to guess")]
    password: String,
    #[sensitive]
    #[equals(password)]
    password_again: String,
}

/// It needs no context, so it takes any.
fn in_order<C>(booking: &Booking, _: &C) -> Result<(), Custom> {
    if booking.start < booking.end {
        return Ok(());
    }
    Err(Custom::new("too_early", "must be after the start").at(Booking::MEMBERS.end))
}

const REQUEST: &str = r#"{
    "room": "A1",
    "price": 0.3,
    "kind": "triple",
    "guests": ["Ada", "Grace"],
    "extras": ["bike", "boat", "bike"],
    "label": "sea..side",
    "notes": {"a": "1", "b": "2"},
    "start": 5,
    "end": 5,
    "password": "hunter2",
    "passwordAgain": "hunter3"
}"#;

const OFFERED: [&str; 2] = ["en", "de"];

fn language(accept_language: &str) -> &'static dyn Messages {
    match accept_language::choose(accept_language, &OFFERED) {
        Some("de") => &German,
        _ => &English,
    }
}

fn main() -> Result<(), serde_json::Error> {
    let accept_language = std::env::args().nth(1).unwrap_or_default();
    let booking: Booking = serde_json::from_str(REQUEST)?;
    if let Err(report) = booking.validate() {
        println!("{}", report.display(language(&accept_language)));
    }
    Ok(())
}
