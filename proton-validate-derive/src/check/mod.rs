//! From the raw model to the checked one: every rule about what makes sense.

pub(crate) mod checked;
pub(crate) mod pattern;

mod applies;
mod beside;
mod body;
mod bound;
mod length;
mod member;
mod names;
mod one_of;
mod placement;
mod range;
mod scope;

use crate::ctxt::Ctxt;
use crate::model::{self, Body};

use self::checked::Item;
use self::scope::Scope;

pub(crate) use self::names::plain;

/// Checks a type. What it returns is only good when nothing was reported.
pub(crate) fn item(item: &model::Item, cx: &Ctxt) -> Item {
    placement::on_type(&item.rules, cx);
    let body = body::check(item, &Scope::new(item, cx));
    Item {
        ident: item.ident.clone(),
        generics: item.generics.clone(),
        krate: item.options.krate.clone(),
        context: item.options.context.clone(),
        bound: item.options.bound.clone(),
        name: names::of_type(&item.ident, &item.serde),
        docs: item.docs.clone(),
        lints: item.lints.clone(),
        rejects_unknown: item.serde.deny_unknown_fields,
        opaque: item.serde.opaque || has_opaque_variant(&item.body),
        body,
    }
}

/// A variant that the user's own function reads can look like anything, so the
/// form of the whole is unknown.
fn has_opaque_variant(body: &Body) -> bool {
    match body {
        Body::Struct(_) | Body::Union(_) => false,
        Body::Enum(variants) => variants.iter().any(|variant| variant.serde.opaque),
    }
}
