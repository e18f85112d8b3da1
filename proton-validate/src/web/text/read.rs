//! What was given, as a type: as `json` reads a body, with another document.

use core::cell::Cell;

use serde::de::DeserializeOwned;

use super::given::Given;
use crate::collector::Collector;
use crate::decode::{self, Options, Strict};
use crate::json::{has_form, unreadable};
use crate::rejection::Rejection;
use crate::validate::Describe;

/// Reads a request that is still to be validated.
pub(crate) fn unvalidated<T>(given: &Given<'_>, options: &Options) -> Result<T, Rejection>
where
    T: DeserializeOwned + Describe,
{
    let kept = Cell::new(false);
    match T::deserialize(Strict::new(given, &kept)) {
        Ok(value) => {
            if kept.get() || options.rejects_unknown() {
                has_form(by_shape::<T>(given, options))?;
            }
            Ok(value)
        }
        Err(_) => Err(match by_shape::<T>(given, options) {
            Err(rejection) => rejection,
            Ok(_) => unreadable::<T>(given, options),
        }),
    }
}

/// Checks what was given by the shape; returns whether only a value can decide the
/// rest.
fn by_shape<T: DeserializeOwned + Describe>(
    given: &Given<'_>,
    options: &Options,
) -> Result<bool, Rejection> {
    // There is no text that the walk cannot look at.
    let checked =
        decode::check::<T, _>(given, options).map_err(|_| unreadable::<T>(given, options))?;
    let needs_value = checked.needs_value();
    checked.into_result()?;
    Ok(needs_value)
}

/// What was given fits the shape, and serde does not read it.
#[cold]
fn unreadable<T: DeserializeOwned + Describe>(given: &Given<'_>, options: &Options) -> Rejection {
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(given, &mut track);
    drop(T::deserialize(Strict::new(tracked, &Cell::new(false))));
    let mut out = Collector::new(*options.limits());
    unreadable::report(T::shape(), &track.path(), &mut out);
    Rejection::Invalid(out.refuse(true))
}
