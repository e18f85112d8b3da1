//! The operations whose published tests `smithy_conformance` runs: what they
//! take, and how a request becomes an answer.

mod adapter;
mod binding;
pub mod cases;
mod difference;
mod enums;
mod lengths;
mod moments;
mod patterns;
mod ranges;
mod recursive;
mod required;
mod unique_items;

use std::collections::BTreeMap;

use proton_validate::{Describe, Shape, ValidateWith};
use serde::de::DeserializeOwned;
use serde_json::Value;

use self::binding::{Binding, Source};

/// An operation: a name, where the members of its input stand in a request, and
/// what decides whether an input is let in.
#[derive(Debug)]
pub struct Operation {
    name: &'static str,
    bindings: &'static [Binding],
    shape: fn() -> &'static Shape,
    check: fn(&[u8]) -> Result<(), Response>,
}

/// What a client that is refused gets.
#[derive(Debug)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The headers, their names in lower case.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: Value,
}

/// Every operation there is.
pub static OPERATIONS: [Operation; 12] = [
    Operation::of::<enums::MalformedEnumInput>("MalformedEnum"),
    Operation::of::<lengths::MalformedLengthInput>("MalformedLength"),
    Operation::of::<lengths::MalformedLengthOverrideInput>("MalformedLengthOverride"),
    Operation::of::<lengths::MalformedLengthQueryStringInput>("MalformedLengthQueryString")
        .with(&[Binding { member: "string", source: Source::Query("string") }]),
    Operation::of::<patterns::MalformedPatternInput>("MalformedPattern"),
    Operation::of::<patterns::MalformedPatternOverrideInput>("MalformedPatternOverride"),
    Operation::of::<ranges::MalformedRangeInput>("MalformedRange"),
    Operation::of::<ranges::MalformedRangeOverrideInput>("MalformedRangeOverride"),
    Operation::of::<required::MalformedRequiredInput>("MalformedRequired").with(&[
        Binding { member: "stringInQuery", source: Source::Query("stringInQuery") },
        Binding { member: "stringInHeader", source: Source::Header("string-in-headers") },
    ]),
    Operation::of::<unique_items::MalformedUniqueItemsInput>("MalformedUniqueItems"),
    Operation::of::<recursive::RecursiveStructuresInput>("RecursiveStructures"),
    Operation::of::<patterns::SensitiveValidationInput>("SensitiveValidation"),
];

impl Operation {
    const fn of<T: DeserializeOwned + ValidateWith<()>>(name: &'static str) -> Self {
        Self { name, bindings: &[], shape: <T as Describe>::shape, check: adapter::check::<T> }
    }

    const fn with(mut self, bindings: &'static [Binding]) -> Self {
        self.bindings = bindings;
        self
    }

    /// The operation of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        OPERATIONS.iter().find(|operation| operation.name == name)
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What its input looks like.
    pub fn input(&self) -> &'static Shape {
        (self.shape)()
    }

    /// The name that a member has outside the body, if that is where it stands.
    pub fn bound(&self, member: &str) -> Option<&'static str> {
        let binding = self.bindings.iter().find(|binding| binding.member == member)?;
        Some(binding.source.name())
    }

    /// Whether a request is let in.
    ///
    /// # Errors
    ///
    /// What the client gets where it is not.
    pub fn answer(&self, request: &cases::Request) -> Result<(), Response> {
        (self.check)(&binding::document(request, self.bindings))
    }
}
