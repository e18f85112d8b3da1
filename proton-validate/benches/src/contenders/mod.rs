//! Who is measured: ours, its peers in the set-up that suits each best, and what
//! one would write by hand.
//!
//! All have the same constraints. Engines are built before anything is timed (but
//! in the row `first_call`) and are given the patterns in ASCII ([`patterns`]),
//! with which they are fastest and mean what ECMA-262 says.
//!
//! | contender | set-up |
//! |---|---|
//! | `ours` | `proton_validate::proton`, as it is shipped |
//! | `ours_smithy` | the same, with reports as Smithy's `ValidationException` |
//! | `validator`, `garde` | the derive, with the `regex` crate in a `LazyLock` |
//! | `serde_valid` | the derive; it keeps an engine for each use of a pattern |
//! | `jsonschema_is_valid` | our exported schema with the engine `regex`, on a `Value`; it says no more than yes or no |
//! | `jsonschema_all` | the same with all errors |
//! | `hand_regex` | written by hand, with the `regex` crate in a `LazyLock` |
//! | `serde_json` | the plain parse into the struct, no validation |

mod garde;
mod hand;
mod jsonschema;
mod ours;
pub mod patterns;
mod serde_json;
mod serde_valid;
mod validator;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use ::serde_json::Error;

use crate::measure::Timed;

/// One way to check a request.
trait Contender: 'static {
    /// Its name in the figures.
    const NAME: &'static str;
    /// A request that was read, as it is validated.
    type Request: 'static;
    /// What is wrong with one.
    type Report<'a>;
    /// What a handler gets.
    type Validated;

    /// Reads a request, without a look at its constraints.
    fn read(body: &[u8]) -> Result<Self::Request, Error>;

    /// Validates a request that was read. All are `#[inline]`: a handler validates in
    /// its own code, and a first call pays for each page that code is spread over.
    fn validate(request: &Self::Request) -> Result<(), Self::Report<'_>>;

    /// What the client is told.
    fn render(report: &Self::Report<'_>) -> String;

    /// From bytes to what a handler gets, or what the client is told.
    fn accept(body: &[u8]) -> Result<Self::Validated, String>;

    /// The same for a gateway, which passes the bytes on.
    fn check(body: &[u8]) -> Result<(), String> {
        Self::accept(body).map(drop)
    }
}

/// [`Contender::accept`] where the request is the struct that a handler gets.
fn read_and_validate<C: Contender>(body: &[u8]) -> Result<C::Request, String> {
    let request = C::read(body).map_err(|error| error.to_string())?;
    match C::validate(&request) {
        Ok(()) => {}
        Err(report) => return Err(C::render(&report)),
    }
    Ok(request)
}

/// Makes what is timed for a row, from the body of a request.
///
/// # Errors
///
/// The body cannot be read as the contender's request.
pub type Prepare = fn(&'static [u8]) -> Result<Timed<'static>, Error>;

/// A contender, as rows use it.
#[derive(Debug, Clone, Copy)]
pub struct Competitor {
    /// Its name in the figures.
    pub name: &'static str,
    /// Validates a request that was read.
    pub validate: Prepare,
    /// Validates one, and renders what is wrong.
    pub render: Prepare,
    /// From bytes to a validated struct, or what is wrong with it, rendered.
    pub accept: Prepare,
    /// Whether bytes are allowed, or what is wrong with them, rendered.
    pub check: Prepare,
    /// How long the first validation takes in this process.
    pub first: fn(&[u8]) -> Result<Duration, Error>,
    /// Whether a body is allowed.
    pub allows: fn(&[u8]) -> bool,
}

impl Competitor {
    const fn of<C: Contender>() -> Self {
        Self {
            name: C::NAME,
            validate: |body| {
                let request = C::read(body)?;
                Ok(Timed::new(move || C::validate(black_box(&request)).is_ok()))
            },
            render: |body| {
                let request = C::read(body)?;
                Ok(Timed::new(move || rendered::<C>(black_box(&request))))
            },
            accept: |body| Ok(Timed::new(move || C::accept(black_box(body)))),
            check: |body| Ok(Timed::new(move || C::check(black_box(body)))),
            first: first::<C>,
            allows: |body| C::check(body).is_ok(),
        }
    }
}

fn rendered<C: Contender>(request: &C::Request) -> Option<String> {
    C::validate(request).err().map(|report| C::render(&report))
}

fn first<C: Contender>(body: &[u8]) -> Result<Duration, Error> {
    let request = C::read(body)?;
    let start = Instant::now();
    let _ = black_box(C::validate(black_box(&request)).is_ok());
    Ok(start.elapsed())
}

/// Ours, with reports in text.
pub const OURS: Competitor = Competitor::of::<ours::Ours>();

/// Ours, with reports in Smithy's dialect.
pub const OURS_SMITHY: Competitor = Competitor::of::<ours::Smithy>();

/// The plain parse into the struct.
pub const SERDE_JSON: Competitor = Competitor::of::<serde_json::Plain>();

/// The peers that report all errors.
pub const REPORTING: [Competitor; 4] = [
    Competitor::of::<validator::Validator>(),
    Competitor::of::<garde::Garde>(),
    Competitor::of::<serde_valid::SerdeValid>(),
    Competitor::of::<jsonschema::All>(),
];

/// All that validate, ours first.
pub const VALIDATING: [Competitor; 7] = [
    OURS,
    REPORTING[0],
    REPORTING[1],
    REPORTING[2],
    Competitor::of::<jsonschema::IsValid>(),
    REPORTING[3],
    Competitor::of::<hand::Hand>(),
];
