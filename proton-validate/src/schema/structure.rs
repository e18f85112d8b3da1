//! Structures and tuples.

use alloc::vec::Vec;
use core::mem;

use super::node::{Node, Object};
use super::same::has_rules;
use super::writer::{Rules, Writer, has};
use crate::shape::{Kind, Member, Rule, Shape};

/// What an object is made of, put together from several members.
#[derive(Default)]
pub(super) struct Fields {
    properties: Object,
    required: Vec<&'static str>,
    /// What members with aliases ask for.
    names: Vec<Object>,
    /// Members that are no plain properties.
    all: Vec<Object>,
    /// What names that are no properties are, and hold.
    others: Option<(Object, Object)>,
    /// What the checks are called of values whose members are put in.
    checks: Object,
    pub(super) is_closed: bool,
}

impl Fields {
    /// None yet. Whether others may stand beside them is up to `is_closed`.
    pub(super) fn new(is_closed: bool) -> Self {
        Self { is_closed, ..Self::default() }
    }

    /// A member with a fixed value, such as a tag.
    pub(super) fn set(&mut self, name: &'static str, schema: Object, is_required: bool) {
        self.properties.set(name, schema);
        if is_required {
            self.required.push(name);
        }
    }

    pub(super) fn into_object(self) -> Object {
        let mut out = Object::new().with("type", "object");
        let names: Vec<Node> =
            self.properties.keys().map(|name| Node::Text(name.clone())).collect();
        if !self.properties.is_empty() {
            out.set("properties", self.properties);
        }
        if !self.required.is_empty() {
            out.set("required", self.required);
        }
        if let Some((keys, values)) = self.others {
            if !keys.is_empty() {
                let known = Object::new().with("enum", Node::List(names));
                out.set("propertyNames", Object::new().with("anyOf", alloc::vec![known, keys]));
            }
            if !values.is_empty() {
                out.set("additionalProperties", values);
            }
        } else if self.is_closed {
            let keyword =
                if self.all.is_empty() { "additionalProperties" } else { "unevaluatedProperties" };
            out.set(keyword, false);
        }
        self.names.into_iter().chain(self.all).for_each(|it| out.push("allOf", it));
        out.extend(self.checks);
        out
    }
}

impl Writer {
    pub(super) fn structure(&mut self, members: &'static [Member], is_closed: bool) -> Object {
        let mut fields = Fields::new(is_closed);
        self.fields(members, &mut fields);
        fields.into_object()
    }

    pub(super) fn fields(&mut self, members: &'static [Member], fields: &mut Fields) {
        for member in members.iter().filter(|member| !member.is_off_wire()) {
            match member.shape() {
                Some(shape) if member.is_flattened() => {
                    self.flatten(shape, &member.rules().iter().collect(), fields);
                }
                None if member.is_flattened() => fields.others = Some(Default::default()),
                _ => self.field(member, fields),
            }
        }
    }

    fn field(&mut self, member: &'static Member, fields: &mut Fields) {
        let schema = self.member(member);
        for alias in member.aliases() {
            let also = Object::new().with("x-proton-alias-of", member.name());
            let mut also = also;
            also.extend(schema.clone());
            fields.properties.set(*alias, also);
        }
        fields.properties.set(member.name(), schema);
        let is_required = is_required(member, self.is_form);
        if !member.aliases().is_empty() {
            fields.names.push(one_name(member, is_required));
        } else if is_required {
            fields.required.push(member.name());
        }
    }

    /// Puts the members of a value in place of the value.
    pub(super) fn flatten(&mut self, shape: &'static Shape, rules: &Rules, fields: &mut Fields) {
        let pointer: *const Shape = shape;
        if shape.is_opaque() || self.within.contains(&pointer) {
            fields.others.get_or_insert_with(Default::default);
            return;
        }
        self.within.push(pointer);
        if !matches!(shape.kind(), Kind::Optional(_) | Kind::Patch(_)) {
            self.checks(shape.rules().iter().chain(rules.iter().copied()), shape, fields);
        }
        match shape.kind() {
            Kind::Structure { members, .. } => self.fields(members, fields),
            Kind::Newtype { member } => {
                if let Some(inner) = member.shape() {
                    self.flatten(inner, &member.rules().iter().collect(), fields);
                }
            }
            Kind::Map { key, value } => fields.others = Some(self.entries(*key, *value, rules)),
            Kind::Any => fields.others = Some(Default::default()),
            Kind::Optional(inner) | Kind::Patch(inner) => {
                self.flatten_option(inner.get(), rules, fields);
            }
            Kind::Enumeration { .. } => {
                let open = self.open_enumeration(shape);
                fields.all.push(open);
            }
            _ => {}
        }
        self.within.pop();
    }

    /// Other rules are about a value that there is none of where its members stand.
    fn checks(
        &mut self,
        rules: impl Iterator<Item = &'static Rule>,
        shape: &'static Shape,
        fields: &mut Fields,
    ) {
        let checks: Rules = rules.filter(|it| matches!(it, Rule::Check { .. })).collect();
        fields.checks = self.keywords(&checks, Some(shape), mem::take(&mut fields.checks));
    }

    /// Members that can be read, and then must be valid, or count for nothing.
    fn flatten_option(&mut self, shape: &'static Shape, rules: &Rules, fields: &mut Fields) {
        if matches!(shape.kind(), Kind::Map { .. } | Kind::Any) {
            fields.others = Some(Default::default());
            return;
        }
        let object = |writer: &mut Self| {
            let mut inner = Fields::default();
            writer.flatten(shape, rules, &mut inner);
            inner.into_object()
        };
        let then = object(self);
        fields.all.push(if has_rules(shape) {
            let form = self.form(object);
            Object::new().with("if", form).with("then", then)
        } else {
            // It shows the members, and asks for nothing.
            Object::new().with("anyOf", alloc::vec![then, Object::new()])
        });
    }

    pub(super) fn tuple(&mut self, members: &'static [Member]) -> Object {
        let members: Vec<&Member> = members.iter().filter(|it| !it.is_off_wire()).collect();
        let least = members.iter().rposition(|it| !it.is_defaulted()).map_or(0, |last| last + 1);
        let items: Vec<Object> = members.iter().map(|member| self.member(member)).collect();
        let count = items.len();
        let mut tuple = Object::new().with("type", "array");
        // JSON Schema wants at least one.
        if count > 0 {
            tuple.set("prefixItems", items);
        }
        tuple.with("items", false).with("minItems", least).with("maxItems", count)
    }
}

/// Whether a request without the member is refused.
fn is_required(member: &'static Member, is_form: bool) -> bool {
    let rules: Rules = member.rules().iter().filter(|_| !is_form).collect();
    match member.shape().map(Shape::kind) {
        // Nobody knows: it may be an `Option`.
        None => false,
        Some(Kind::Optional(_) | Kind::Patch(_)) if has(&rules, "required") => true,
        Some(_) if member.is_defaulted() => false,
        // serde takes a missing `Option` for `None`, unless a function reads it.
        Some(Kind::Optional(_)) => member.is_opaque(),
        Some(_) => true,
    }
}

/// A member has one of its names at most, and if it is required, exactly one.
fn one_name(member: &'static Member, is_required: bool) -> Object {
    let names = core::iter::once(member.name()).chain(member.aliases().iter().copied());
    let one = |name| Object::new().with("required", alloc::vec![name]);
    let mut branches: Vec<Object> = names.map(one).collect();
    if !is_required {
        let any = Object::new().with("anyOf", branches.clone());
        branches.push(Object::new().with("not", any));
    }
    Object::new().with("oneOf", branches)
}
