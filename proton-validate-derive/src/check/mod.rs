//! From the raw model to the checked one: every rule about what makes sense.

pub(crate) mod checked;
pub(crate) mod pattern;

mod applies;
mod beside;
mod body;
mod bound;
mod equals;
mod length;
mod names;
mod one_of;
mod placement;
mod range;
mod rules;
mod scope;
mod target;
mod text;
mod wording;

use crate::ctxt::Ctxt;
use crate::model::{self, Body};
use crate::types;

use self::checked::{Alias, Item};
use self::scope::Scope;
use self::target::Target;

pub(crate) use self::names::plain;

/// Checks a type. What it returns is only good when nothing was reported.
pub(crate) fn item(item: &model::Item, cx: &Ctxt) -> Item {
    let scope = Scope::new(item, cx);
    let rules = rules::of_type(item, &scope);
    let async_checks = rules::asynchronous(&item.rules, &scope);
    let body = body::check(item, &scope);
    members_of_an_enum(item, cx);
    let has_checks = !item.rules.is_empty();
    Item {
        rules,
        async_checks,
        names_members: has_checks || item.options.members.is_some(),
        deny_unbounded: item.options.deny_unbounded.is_some(),
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

/// A place in an enum depends on the variant.
fn members_of_an_enum(item: &model::Item, cx: &Ctxt) {
    if let (Some(span), Body::Enum(_)) = (item.options.members, &item.body) {
        let message = "`members` names the fields of a struct, and an enum has none outside its \
                       variants: remove it";
        cx.error(span, message);
    }
}

/// Checks what `constraint!` declares.
pub(crate) fn alias(alias: model::Alias, cx: &Ctxt) -> Alias {
    let scope = Scope::alias(&alias.ident, cx);
    if !types::layers(&alias.ty).is_empty() {
        let message = "an alias is for what is inside `Option`, `Box`, `&` and the like, which \
                       constraints look through: write that type";
        cx.error_over(&alias.ty, message);
    }
    let rules = rules::of_alias(&alias.rules, &Target::of(&alias.ty), &scope);
    Alias {
        attrs: alias.attrs,
        docs: alias.docs,
        krate: alias.krate,
        vis: alias.vis,
        ident: alias.ident,
        rules,
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
