//! Documents from shapes: valid ones, and such as violate one thing that was
//! chosen.
//!
//! What is chosen is a [`Site`]: a constraint, a type or a name, and where in the
//! shape it stands. Only what a document can show is a site: checks, conditions,
//! `equals` and bounds of other members are none, and they are not looked at, so
//! that types with those can have documents that are not valid after all.

mod choices;
mod matching;
mod mutation;
mod numbers;
mod sites;
mod structures;
mod texts;
mod values;

use proptest::prelude::*;
use proton_validate::Shape;
use serde_json::Value;

pub use choices::Choices;
pub(crate) use matching::text as matching;
pub use mutation::mutate;
pub use sites::{Fault, Site, Step, sites};
pub(crate) use texts::edit;

use values::Writer;

/// Valid documents.
///
/// A type of which none was found, which is one with opaque members that must be
/// there, fails the test that asks.
pub fn valid(shape: &'static Shape) -> impl Strategy<Value = Value> {
    let make = move |mut choices| one_valid(shape, &mut choices);
    Choices::any().prop_filter_map("no valid document was found", make)
}

/// A valid document.
pub fn one_valid(shape: &'static Shape, choices: &mut Choices) -> Option<Value> {
    Writer::new(choices).value(shape, &Vec::new(), None)
}

/// Documents that are valid but for one thing, with what that is: any that can be
/// wrong by itself.
///
/// # Panics
///
/// Where nothing can be wrong for certain, as in variants without a tag.
pub fn invalid(shape: &'static Shape) -> impl Strategy<Value = (Site, Value)> {
    let make = move |(site, mut choices)| {
        violating(shape, &site, &mut choices).map(|document| (site, document))
    };
    let sites = prop::sample::select(sites(shape));
    (sites, Choices::any()).prop_filter_map("it cannot be wrong by itself", make)
}

/// A document that is valid but for one thing. `None` where that is not possible,
/// as where a pattern already says how long a string is.
pub fn violating(shape: &'static Shape, site: &Site, choices: &mut Choices) -> Option<Value> {
    Writer::new(choices).value(shape, &Vec::new(), Some((&site.path, site.fault)))
}
