//! jsonschema on a parsed `Value`, with our exported schema and the engine that is
//! faster of its two.
//!
//! A schema written by hand without references and `null`, and the validator that
//! its macro generates (of 0.60), were no more than a tenth faster.

use std::sync::LazyLock;

use jsonschema::{PatternOptions, ValidationError, Validator};
use proton_validate::{proton::CreateEnvironmentAccountConnectionInput as Request, schema};
use serde_json::{Error, Value};

use super::Contender;

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    jsonschema::options()
        .with_pattern_options(PatternOptions::regex())
        .build(&schema::of::<Request>().to_value())
        .expect("the schema is well formed")
});

/// What a handler gets: the value is taken apart, and its texts are moved.
fn request(value: Value) -> Result<Request, String> {
    serde_json::from_value(value).map_err(|error| error.to_string())
}

fn value(body: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(body).map_err(|error| error.to_string())
}

/// Yes or no.
pub(super) struct IsValid;

/// What is wrong, where nobody says what.
pub(super) struct Invalid;

impl Contender for IsValid {
    const NAME: &'static str = "jsonschema_is_valid";
    type Request = Value;
    type Report<'a> = Invalid;
    type Validated = Request;

    fn read(body: &[u8]) -> Result<Value, Error> {
        serde_json::from_slice(body)
    }

    #[inline]
    fn validate(request: &Value) -> Result<(), Invalid> {
        if VALIDATOR.is_valid(request) { Ok(()) } else { Err(Invalid) }
    }

    fn render(_: &Invalid) -> String {
        "the request is invalid".to_owned()
    }

    fn accept(body: &[u8]) -> Result<Request, String> {
        let value = value(body)?;
        Self::validate(&value).map_err(|report| Self::render(&report))?;
        request(value)
    }

    fn check(body: &[u8]) -> Result<(), String> {
        Self::validate(&value(body)?).map_err(|report| Self::render(&report))
    }
}

/// All errors.
pub(super) struct All;

impl Contender for All {
    const NAME: &'static str = "jsonschema_all";
    type Request = Value;
    type Report<'a> = Vec<ValidationError<'a>>;
    type Validated = Request;

    fn read(body: &[u8]) -> Result<Value, Error> {
        serde_json::from_slice(body)
    }

    #[inline]
    fn validate(request: &Value) -> Result<(), Vec<ValidationError<'_>>> {
        let errors: Vec<_> = VALIDATOR.iter_errors(request).collect();
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    fn render(report: &Vec<ValidationError<'_>>) -> String {
        use std::fmt::Write as _;

        let mut text = String::new();
        for error in report {
            let _ = writeln!(text, "{}: {error}", error.instance_path());
        }
        text
    }

    fn accept(body: &[u8]) -> Result<Request, String> {
        let value = value(body)?;
        Self::validate(&value).map_err(|report| Self::render(&report))?;
        request(value)
    }

    fn check(body: &[u8]) -> Result<(), String> {
        Self::validate(&value(body)?).map_err(|report| Self::render(&report))
    }
}
