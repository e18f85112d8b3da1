//! What has no text, as only rustc knows.

use proton_validate::Validate;

type Number = u32;

#[derive(Validate)]
struct Name(String);

#[derive(Validate)]
struct Request {
    #[ascii]
    ascii: Number,
    #[prefix("a")]
    prefix: Name,
    #[excludes("a")]
    excludes: std::net::IpAddr,
    #[format(email)]
    format: Name,
}

fn main() {}
