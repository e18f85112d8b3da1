//! Texts that no string can have, and the same one twice.

use proton_validate::{Custom, Validate, constraint};

constraint! { Name for str { ascii } }

#[derive(Validate)]
#[check(is_known)]
#[check(is_known)]
#[check_async(is_free)]
#[check_async(is_free)]
struct Request {
    #[prefix("s3://")]
    #[excludes("/")]
    prefix: String,
    #[contains("@")]
    #[excludes("@", message = "no {text}")]
    contains: String,
    #[ascii]
    #[suffix("é")]
    ascii: String,
    #[each(contains("a"), contains("a"))]
    twice: Vec<String>,
    #[apply(Name)]
    #[apply(Name)]
    aliases: String,
    #[prefix("a")]
    #[prefix("b")]
    prefixes: String,
}

fn is_known(_: &Request, _: &()) -> Result<(), Custom> {
    Ok(())
}

async fn is_free(_: &Request, _: &()) -> Result<(), Custom> {
    Ok(())
}

fn main() {}
