//! What `format` takes.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[format]
    nothing: String,
    #[format()]
    empty: String,
    #[format = "email"]
    assigned: String,
    #[format(name = email)]
    named: String,
    #[format(emial)]
    slip: String,
    #[format(colour)]
    unknown: String,
    #[format(date-tme)]
    json_schema: String,
    #[format("date-time")]
    json_schema_quoted: String,
    #[format("email")]
    quoted: String,
    #[format("idn-email")]
    unknown_quoted: String,
    #[format(url)]
    other_library: String,
    #[format(email, uuid)]
    two: String,
    #[format(3)]
    number: String,
    #[format(f())]
    call: String,
}

fn main() {}
