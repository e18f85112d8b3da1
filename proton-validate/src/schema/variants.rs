//! Enumerations, in each of serde's four forms.

use alloc::vec::Vec;

use super::node::{Node, Object};
use super::same::content_has_rules;
use super::structure::Fields;
use super::writer::{Writer, described};
use crate::shape::{Content, Kind, Member, Shape, Tagging, Variant};

impl Writer {
    pub(super) fn enumeration(&mut self, shape: &'static Shape) -> Object {
        let Kind::Enumeration { tagging, variants } = shape.kind() else { return Object::new() };
        let shown: Vec<&'static Variant> = variants.iter().filter(|it| self.shows(it)).collect();
        if let Some(names) = plain_names(*tagging, &shown) {
            return names;
        }
        let is_closed = shape.rejects_unknown();
        let branch = |variant: &&'static Variant| {
            let others = || names(variants.iter().filter(|it| !it.is_other() && !it.is_untagged()));
            let name = name(variant, others);
            let schema = match tagging {
                _ if variant.is_untagged() => self.content(variant, is_closed),
                Tagging::Untagged => self.content(variant, is_closed),
                Tagging::External => self.external(variant, name, is_closed),
                Tagging::Internal { tag } => self.internal(variant, tag, name, is_closed),
                Tagging::Adjacent { tag, content } => {
                    self.adjacent(variant, (tag, name), content, is_closed)
                }
            };
            described(schema, variant.docs())
        };
        let mut branches: Vec<Object> = shown.iter().map(branch).collect();
        if !self.is_form {
            self.first_that_fits(*tagging, &shown, &mut branches);
        }
        // Where a tag tells the variants apart, exactly one fits.
        let is_told = *tagging != Tagging::Untagged && !shown.iter().any(|it| it.is_untagged());
        Object::new().with(if is_told { "oneOf" } else { "anyOf" }, branches)
    }

    /// serde takes the first variant without a tag that can be read: what does not
    /// meet its constraints is not tried on the next.
    fn first_that_fits(
        &mut self,
        tagging: Tagging,
        shown: &[&'static Variant],
        branches: &mut [Object],
    ) {
        let mut forms: Vec<Object> = Vec::new();
        for (variant, branch) in shown.iter().zip(branches) {
            if tagging != Tagging::Untagged && !variant.is_untagged() {
                continue;
            }
            let before: Vec<Object> =
                forms.iter().filter(|form| may_overlap(form, branch)).cloned().collect();
            if !before.is_empty() {
                branch.require("not", Object::new().with("anyOf", before));
            }
            if content_has_rules(variant.content()) {
                forms.push(self.form(|writer| writer.content(variant, false)));
            }
        }
    }

    /// The same where other members may stand beside it.
    pub(super) fn open_enumeration(&mut self, shape: &'static Shape) -> Object {
        let Kind::Enumeration { tagging: Tagging::External, variants } = shape.kind() else {
            return self.enumeration(shape);
        };
        let shown: Vec<&'static Variant> = variants.iter().filter(|it| self.shows(it)).collect();
        let branches = shown.iter().map(|variant| {
            let mut fields = Fields::default();
            let content = self.content(variant, false);
            fields.set(variant.name(), content, true);
            described(fields.into_object(), variant.docs())
        });
        let branches: Vec<Object> = branches.collect();
        Object::new().with("anyOf", branches)
    }

    /// What a variant holds, without a trace of its name.
    fn content(&mut self, variant: &'static Variant, is_closed: bool) -> Object {
        match variant.content() {
            Content::Unit => Object::new().with("type", "null"),
            Content::Newtype(member) => self.member(member),
            Content::Tuple(members) => self.tuple(members),
            Content::Structure(members) => self.structure(members, is_closed),
        }
    }

    /// The name alone, or the one member around the content.
    fn external(&mut self, variant: &'static Variant, name: Object, is_closed: bool) -> Object {
        if matches!(variant.content(), Content::Unit) {
            return name;
        }
        let content = self.content(variant, is_closed);
        let mut properties = Object::new();
        for name in all_names(variant) {
            properties.set(name, content.clone());
        }
        let out = Object::new().with("type", "object").with("properties", properties);
        let out = if variant.aliases().is_empty() {
            out.with("required", alloc::vec![variant.name()])
        } else {
            out.with("minProperties", 1).with("maxProperties", 1)
        };
        out.with("additionalProperties", false)
    }

    /// The tag beside the content's own members.
    fn internal(
        &mut self,
        variant: &'static Variant,
        tag: &'static str,
        name: Object,
        is_closed: bool,
    ) -> Object {
        let mut fields = Fields::default();
        fields.set(tag, name, true);
        match variant.content() {
            Content::Structure(members) => {
                fields.is_closed = is_closed;
                self.fields(members, &mut fields);
            }
            Content::Newtype(member) => self.beside_tag(member, &mut fields),
            Content::Unit | Content::Tuple(_) => {}
        }
        fields.into_object()
    }

    fn beside_tag(&mut self, member: &'static Member, fields: &mut Fields) {
        if let Some(shape) = member.shape().filter(|_| !member.is_opaque()) {
            fields.is_closed = shape.rejects_unknown();
            self.flatten(shape, &member.rules().iter().collect(), fields);
        }
    }

    /// The tag in one member, the content in another.
    fn adjacent(
        &mut self,
        variant: &'static Variant,
        (tag, name): (&'static str, Object),
        content: &'static str,
        is_closed: bool,
    ) -> Object {
        let mut fields = Fields::new(is_closed);
        fields.set(tag, name, true);
        let is_required = match variant.content() {
            Content::Unit => false,
            Content::Newtype(member) => {
                !matches!(member.shape().map(Shape::kind), None | Some(Kind::Optional(_)))
            }
            Content::Tuple(_) | Content::Structure(_) => true,
        };
        let schema = self.content(variant, is_closed);
        fields.set(content, schema, is_required);
        fields.into_object()
    }
}

/// Whether a value can be both: not if they are of different types.
fn may_overlap(one: &Object, other: &Object) -> bool {
    match (one.get("type"), other.get("type")) {
        (Some(Node::Text(one)), Some(Node::Text(other))) => {
            let are_numbers = [one, other].iter().all(|ty| *ty == "integer" || *ty == "number");
            one == other || are_numbers
        }
        _ => true,
    }
}

/// A list of names, if that is all there is to say.
fn plain_names(tagging: Tagging, shown: &[&'static Variant]) -> Option<Object> {
    let is_plain = |it: &&&Variant| {
        let is_unit = matches!(it.content(), Content::Unit);
        is_unit && it.docs().is_empty() && !it.is_other() && !it.is_untagged()
    };
    let are_plain =
        tagging == Tagging::External && shown.iter().filter(is_plain).count() == shown.len();
    are_plain.then(|| {
        let names = names(shown.iter().copied());
        Object::new().with("type", "string").with("enum", Node::List(names))
    })
}

fn all_names(variant: &'static Variant) -> impl Iterator<Item = &'static str> {
    core::iter::once(variant.name()).chain(variant.aliases().iter().copied())
}

fn names(variants: impl Iterator<Item = &'static Variant>) -> Vec<Node> {
    variants.flat_map(all_names).map(Node::from).collect()
}

/// The name as a value.
fn name(variant: &'static Variant, others: impl Fn() -> Vec<Node>) -> Object {
    if variant.is_other() {
        let known = Object::new().with("enum", Node::List(others()));
        return Object::new().with("type", "string").with("not", known);
    }
    if variant.aliases().is_empty() {
        return Object::new().with("const", variant.name());
    }
    Object::new().with("enum", Node::List(names(core::iter::once(variant))))
}
