//! What a type is made of, and what each part is called on the wire.

use proc_macro2::Span;

use crate::attr::serde;
use crate::case::Case;
use crate::check::checked::{Around, Body, Content, Facts, Member, Segment, Tagging, Variant};
use crate::check::scope::Scope;
use crate::check::{equals, names, placement, rules};
use crate::model::{self, Field, Fields, Item};
use crate::types;

pub(crate) fn check(item: &Item, scope: &Scope<'_>) -> Body {
    match &item.body {
        model::Body::Struct(fields) => structure(fields, &item.serde, scope),
        model::Body::Enum(variants) => Body::Enumeration {
            tagging: tagging(&item.serde),
            variants: variants.iter().map(|it| variant(it, &item.serde, scope)).collect(),
        },
        model::Body::Union(span) => union(*span, scope),
    }
}

fn union(at: Span, scope: &Scope<'_>) -> Body {
    let message = "a union cannot be validated, because nobody knows which of its fields holds a \
                   value: write an `enum` with a variant for each field";
    scope.cx.error(at, message);
    Body::Unit
}

fn structure(fields: &Fields, serde: &serde::Container, scope: &Scope<'_>) -> Body {
    let defaults = serde.default;
    match fields {
        Fields::Unit => Body::Unit,
        Fields::Named(fields) => {
            let members = named(fields, serde.rename_all, defaults, scope);
            match transparent(fields).filter(|_| serde.transparent) {
                Some(index) => newtype(members, index, Body::Structure),
                None => Body::Structure(members),
            }
        }
        Fields::Tuple(fields) => {
            let members = tuple(fields, defaults, scope);
            match transparent(fields).filter(|_| serde.transparent) {
                _ if fields.len() == 1 => newtype(members, 0, Body::Tuple),
                Some(index) => newtype(members, index, Body::Tuple),
                None => Body::Tuple(members),
            }
        }
    }
}

/// The field that a `#[serde(transparent)]` struct is read as.
fn transparent(fields: &[Field]) -> Option<usize> {
    fields.iter().position(|field| {
        !types::is_phantom(&field.ty) && !field.serde.skip && !field.serde.default
    })
}

/// Makes one member the whole; the others are off the wire.
fn newtype(mut members: Vec<Member>, index: usize, otherwise: fn(Vec<Member>) -> Body) -> Body {
    if index >= members.len() {
        return otherwise(members);
    }
    let mut inner = members.remove(index);
    inner.segment = Segment::None;
    Body::Newtype { inner: Box::new(inner), beside: members }
}

fn named(fields: &[Field], case: Option<Case>, defaults: bool, scope: &Scope<'_>) -> Vec<Member> {
    let member = |field: &Field| {
        let segment = if field.serde.flatten { Segment::None } else { Segment::Name };
        let name = names::of_field(&field.access, &field.serde, case);
        member(field, name, segment, defaults, scope)
    };
    let mut members = fields.iter().map(member).collect::<Vec<Member>>();
    names::are_distinct(&members, scope.cx);
    equals::resolve(&mut members, scope.cx);
    members
}

/// The members of a tuple, numbered as on the wire, where those that serde
/// skips do not count.
fn tuple(fields: &[Field], defaults: bool, scope: &Scope<'_>) -> Vec<Member> {
    let mut on_wire = 0..;
    let member = |(declared, field): (usize, &Field)| {
        let index = if field.serde.skip { None } else { on_wire.next() }.unwrap_or(declared);
        member(field, index.to_string(), Segment::Index(index), defaults, scope)
    };
    let mut members = fields.iter().enumerate().map(member).collect::<Vec<Member>>();
    equals::resolve(&mut members, scope.cx);
    members
}

fn member(
    field: &Field,
    name: String,
    segment: Segment,
    defaults: bool,
    scope: &Scope<'_>,
) -> Member {
    Member {
        access: field.access.clone(),
        ty: field.ty.clone(),
        name,
        docs: field.docs.clone(),
        aliases: field.serde.aliases.clone(),
        segment,
        serde: Facts {
            defaulted: defaults || field.serde.default,
            flattened: field.serde.flatten,
            off_wire: field.serde.skip,
            opaque: field.serde.opaque,
        },
        treatment: rules::treatment(field, scope),
    }
}

fn tagging(serde: &serde::Container) -> Tagging {
    match (serde.untagged, &serde.tag, &serde.content) {
        (true, _, _) => Tagging::Untagged,
        (_, Some(tag), Some(content)) => {
            Tagging::Adjacent { tag: tag.clone(), content: content.clone() }
        }
        (_, Some(tag), None) => Tagging::Internal { tag: tag.clone() },
        (_, None, _) => Tagging::External,
    }
}

fn variant(variant: &model::Variant, serde: &serde::Container, scope: &Scope<'_>) -> Variant {
    let name = names::of_variant(&variant.ident, &variant.serde, serde.rename_all);
    let case = variant.serde.rename_all.or(serde.rename_all_fields);
    let content = content(&variant.fields, case, scope);
    Variant {
        ident: variant.ident.clone(),
        aliases: variant.serde.aliases.clone(),
        docs: variant.docs.clone(),
        hidden: placement::on_variant(&variant.rules, scope.cx),
        other: variant.serde.other,
        untagged: variant.serde.untagged,
        off_wire: variant.serde.skip,
        around: around(&name, variant.serde.untagged, serde),
        content,
        name,
    }
}

fn content(fields: &Fields, case: Option<Case>, scope: &Scope<'_>) -> Content {
    match fields {
        Fields::Unit => Content::Unit,
        Fields::Named(fields) => Content::Structure(named(fields, case, false, scope)),
        Fields::Tuple(fields) => {
            let mut members = tuple(fields, false, scope);
            match members.pop() {
                Some(mut only) if members.is_empty() => {
                    only.segment = Segment::None;
                    Content::Newtype(Box::new(only))
                }
                last => {
                    members.extend(last);
                    Content::Tuple(members)
                }
            }
        }
    }
}

fn around(name: &str, untagged: bool, serde: &serde::Container) -> Around {
    match tagging(serde) {
        _ if untagged => Around::Nothing,
        Tagging::External => Around::Variant(name.to_owned()),
        Tagging::Adjacent { content, .. } => Around::Member(content),
        Tagging::Internal { .. } | Tagging::Untagged => Around::Nothing,
    }
}
