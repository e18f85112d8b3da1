//! The stages together.

mod beside;
mod expansion;
mod golden;
mod messages;
mod pattern;
mod vocabulary;

use crate::ctxt::Ctxt;
use crate::{attr, check};

/// All errors of an item, in the order in which they are reported.
fn errors(source: &str) -> Vec<String> {
    let input = syn::parse_str(source).unwrap_or_else(|error| panic!("{error}: {source}"));
    let cx = Ctxt::default();
    check::item(&attr::item(&input, &cx), &cx);
    let errors = cx.check().err().into_iter().flatten();
    errors.map(|error| error.to_string()).collect()
}

/// The errors of a field with these attributes and this type.
fn field(attributes: &str, ty: &str) -> Vec<String> {
    errors(&format!("struct Input {{ {attributes} field: {ty} }}"))
}

/// Expects exactly one error, and that it reads so.
fn one(attributes: &str, ty: &str, message: &str) {
    assert_eq!(field(attributes, ty), [message], "{attributes} on {ty}");
}

fn none(attributes: &str, ty: &str) {
    assert_eq!(field(attributes, ty), [""; 0], "{attributes} on {ty}");
}

/// The errors of what stands in `constraint! { .. }`.
fn aliases(source: &str) -> Vec<String> {
    let cx = Ctxt::default();
    for alias in attr::alias::all(source.parse().unwrap(), &cx) {
        check::alias(alias, &cx);
    }
    let errors = cx.check().err().into_iter().flatten();
    errors.map(|error| error.to_string()).collect()
}
