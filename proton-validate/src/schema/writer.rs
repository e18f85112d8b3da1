//! From shapes to schemas: values, and the definitions that they refer to.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Options;
use super::leaf;
use super::node::{Node, Object};
use super::same::same;
use crate::shape::{Kind, Member, Rule, Shape, ShapeRef, Variant};

/// What a value is under.
pub(super) type Rules = Vec<&'static Rule>;

/// A schema that has a name.
struct Definition {
    name: String,
    of: Subject,
    /// Nothing while it is being written.
    schema: Object,
    references: usize,
}

/// What a definition is of.
#[derive(Clone, Copy)]
enum Subject {
    /// With its constraints, or only its form.
    Shape(&'static Shape, bool),
    Alias(&'static str, &'static [Rule]),
}

impl Subject {
    fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Shape(a, c), Self::Shape(b, d)) => c == d && same(a, b),
            (Self::Alias(a, c), Self::Alias(b, d)) => a == b && c == d,
            _ => false,
        }
    }

    fn name(self) -> String {
        match self {
            Self::Shape(shape, true) => format!("{}Form", shape.name()),
            Self::Shape(shape, false) => shape.name().to_string(),
            Self::Alias(name, _) => name.to_string(),
        }
    }
}

/// Writes schemas into one set of definitions.
pub(super) struct Writer {
    pub(super) options: Options,
    /// What stands in front of the name in a reference.
    prefix: &'static str,
    definitions: Vec<Definition>,
    /// Whether constraints are left out.
    pub(super) is_form: bool,
    /// What is being put in place of a member of the definition that is being
    /// written, so that a type within itself has an end.
    pub(super) within: Vec<*const Shape>,
}

impl Writer {
    pub(super) fn new(options: Options, prefix: &'static str) -> Self {
        Self { options, prefix, definitions: Vec::new(), is_form: false, within: Vec::new() }
    }

    /// Whether a variant is accepted and may be seen.
    pub(super) fn shows(&self, variant: &Variant) -> bool {
        !variant.is_off_wire() && (self.options.hidden || !variant.is_hidden())
    }

    /// The schema of a type as a whole. What nothing refers to is no definition.
    pub(super) fn root(&mut self, shape: &'static Shape) -> Object {
        let reference = self.value(shape, &Rules::new());
        let only = self.definitions.iter().position(|it| it.of.is(Subject::Shape(shape, false)));
        match only {
            Some(at) if self.definitions.get(at).is_some_and(|it| it.references == 1) => {
                self.definitions.remove(at).schema
            }
            _ => reference,
        }
    }

    /// The definitions by their names.
    pub(super) fn definitions(self) -> Object {
        let named = self.definitions.into_iter().map(|it| (it.name, it.schema));
        named.fold(Object::new(), |all, (name, schema)| all.with(name, schema))
    }

    /// A value of a shape under rules.
    pub(super) fn value(&mut self, shape: &'static Shape, rules: &Rules) -> Object {
        let none = Rules::new();
        let rules = if self.is_form { &none } else { rules };
        let (core, accepts_null) = peel(shape, rules);
        let value = self.present(core, rules);
        match accepts_null {
            Null::Accepted => nullable(value),
            Null::Refused if may_be_null(core) => {
                let mut value = value;
                value.require("not", Object::new().with("type", "null"));
                value
            }
            Null::Refused | Null::OfTheType => value,
        }
    }

    /// A value that is there.
    fn present(&mut self, shape: &'static Shape, rules: &Rules) -> Object {
        if shape.is_opaque() {
            let bare = leaf::opaque(shape);
            return self.when_read(rules, described(bare, shape.docs()));
        }
        let ty = |name: &'static str| Object::new().with("type", name);
        match shape.kind() {
            Kind::Unit => ty("null"),
            Kind::Boolean => ty("boolean"),
            Kind::Integer { .. } => {
                let out = self.keywords(rules, Some(shape), ty("integer"));
                leaf::integer(shape, out)
            }
            Kind::Float { bits } => {
                let format = if *bits == 32 { "float" } else { "double" };
                let out = self.keywords(rules, Some(shape), ty("number").with("format", format));
                leaf::float(*bits, out)
            }
            Kind::Character => self.keywords(rules, Some(shape), leaf::one_character(ty("string"))),
            Kind::Text => self.keywords(rules, Some(shape), ty("string")),
            Kind::Blob => self.keywords(rules, Some(shape), leaf::base64(ty("string"))),
            Kind::Timestamp => self.keywords(rules, Some(shape), leaf::moment()),
            Kind::List { item, fixed, .. } => self.list(shape, *item, *fixed, rules),
            Kind::Map { key, value } => self.map(shape, *key, *value, rules),
            Kind::Tuple { members } if shape.name() == "tuple" => {
                let tuple = self.tuple(members);
                self.keywords(rules, Some(shape), tuple)
            }
            Kind::Any => self.keywords(rules, Some(shape), Object::new()),
            _ => {
                let reference = self.refer(Subject::Shape(shape, self.is_form));
                self.keywords(rules, Some(shape), reference)
            }
        }
    }

    fn list(
        &mut self,
        shape: &'static Shape,
        item: ShapeRef,
        fixed: Option<usize>,
        rules: &Rules,
    ) -> Object {
        let inside = inside(rules, |rule| if let Rule::Each(rules) = rule { rules } else { &[] });
        let items = self.value(item.get(), &inside);
        let mut list = Object::new().with("type", "array");
        if !items.is_empty() {
            list.set("items", items);
        }
        if let Some(count) = fixed {
            list.set("minItems", count);
            list.set("maxItems", count);
        }
        if matches!(shape.kind(), Kind::List { set: true, .. }) {
            list.set("x-proton-set", true);
        }
        self.keywords(rules, Some(shape), list)
    }

    fn map(
        &mut self,
        shape: &'static Shape,
        key: ShapeRef,
        value: ShapeRef,
        rules: &Rules,
    ) -> Object {
        let (keys, values) = self.entries(key, value, rules);
        let mut map = Object::new().with("type", "object");
        if !keys.is_empty() {
            map.set("propertyNames", keys);
        }
        if !values.is_empty() {
            map.set("additionalProperties", values);
        }
        self.keywords(rules, Some(shape), map)
    }

    /// What the keys and the values of a map are.
    pub(super) fn entries(
        &mut self,
        key: ShapeRef,
        value: ShapeRef,
        rules: &Rules,
    ) -> (Object, Object) {
        let keys = inside(rules, |rule| if let Rule::Keys(rules) = rule { rules } else { &[] });
        let values = inside(rules, |rule| if let Rule::Values(rules) = rule { rules } else { &[] });
        (self.key(key.get(), &keys), self.value(value.get(), &values))
    }

    /// Rules on a value whose form on the wire only its own type knows.
    pub(super) fn when_read(&mut self, rules: &Rules, mut out: Object) -> Object {
        let rules = self.keywords(rules, None, Object::new());
        if !rules.is_empty() {
            out.set("x-proton-when-read", rules);
        }
        out
    }

    /// What a member holds, with the member's own documentation.
    pub(super) fn member(&mut self, member: &'static Member) -> Object {
        let rules: Rules = member.rules().iter().collect();
        let value = match member.shape() {
            Some(_) if member.is_opaque() => {
                let bare = Object::new().with("x-proton-opaque", true);
                self.when_read(&rules, bare)
            }
            Some(shape) => self.value(shape, &rules),
            None => Object::new(),
        };
        let mut value = described(value, member.docs());
        if member.is_sensitive() {
            value.set("x-proton-sensitive", true);
        }
        value
    }

    /// A reference to the rules of an alias.
    pub(super) fn alias(
        &mut self,
        name: &'static str,
        docs: &'static str,
        rules: &'static [Rule],
    ) -> Object {
        let subject = Subject::Alias(name, rules);
        if self.known(subject).is_none() {
            let at = self.reserve(subject);
            let schema = self.keywords(&rules.iter().collect(), None, Object::new());
            self.complete(&at, described(schema, docs));
        }
        self.refer(subject)
    }

    /// A reference to a definition, which is written if it is not there.
    fn refer(&mut self, subject: Subject) -> Object {
        if let (None, Subject::Shape(shape, _)) = (self.known(subject), subject) {
            let at = self.reserve(subject);
            let within = core::mem::take(&mut self.within);
            let schema = self.definition(shape);
            self.within = within;
            self.complete(&at, schema);
        }
        let prefix = self.prefix;
        match self.known(subject) {
            Some(definition) => {
                definition.references += 1;
                Object::new().with("$ref", format!("{prefix}{}", definition.name))
            }
            None => Object::new(),
        }
    }

    /// What can be read as the type, whether or not it meets constraints.
    pub(super) fn form(&mut self, write: impl FnOnce(&mut Self) -> Object) -> Object {
        let is_form = core::mem::replace(&mut self.is_form, true);
        let form = write(self);
        self.is_form = is_form;
        form
    }

    fn definition(&mut self, shape: &'static Shape) -> Object {
        let schema = match shape.kind() {
            Kind::Newtype { member } => self.member(member),
            Kind::Tuple { members } => self.tuple(members),
            Kind::Structure { members, .. } => self.structure(members, shape.rejects_unknown()),
            Kind::Enumeration { .. } => self.enumeration(shape),
            _ => Object::new(),
        };
        let schema = self.keywords(&shape.rules().iter().collect(), Some(shape), schema);
        described(schema, shape.docs())
    }

    fn known(&mut self, subject: Subject) -> Option<&mut Definition> {
        self.definitions.iter_mut().find(|it| it.of.is(subject))
    }

    fn reserve(&mut self, of: Subject) -> String {
        let name = self.free(&of.name());
        let schema = Object::new();
        self.definitions.push(Definition { name: name.clone(), of, schema, references: 0 });
        name
    }

    fn complete(&mut self, name: &str, schema: Object) {
        if let Some(definition) = self.definitions.iter_mut().find(|it| it.name == name) {
            definition.schema = schema;
        }
    }

    /// The name, with a number behind it if another type has it.
    fn free(&self, name: &str) -> String {
        let is_taken = |name: &str| self.definitions.iter().any(|it| it.name == name);
        if !is_taken(name) {
            return name.to_string();
        }
        // One of them is free: there are more than definitions.
        let numbers = 2..self.definitions.len() + 3;
        let mut numbered = numbers.map(|number| format!("{name}{number}"));
        numbered.find(|name| !is_taken(name)).unwrap_or_default()
    }
}

/// What becomes of null.
enum Null {
    /// The value may be absent, and null is as good.
    Accepted,
    /// The value may be absent by its type, and a rule forbids it.
    Refused,
    /// There is no `Option`: it depends on the type.
    OfTheType,
}

/// The shape without `Option` and `Patch` around it.
fn peel(shape: &'static Shape, rules: &Rules) -> (&'static Shape, Null) {
    let mut core = shape;
    while let (Kind::Optional(inner) | Kind::Patch(inner), false) = (core.kind(), core.is_opaque())
    {
        core = inner.get();
    }
    let null = match shape.kind() {
        Kind::Optional(_) if has(rules, "required") => Null::Refused,
        Kind::Patch(_) if has(rules, "not_null") => Null::Refused,
        Kind::Optional(_) | Kind::Patch(_) => Null::Accepted,
        _ => Null::OfTheType,
    };
    (core, null)
}

/// Whether the rules hold a constraint of that code, always.
pub(super) fn has(rules: &Rules, code: &str) -> bool {
    rules.iter().any(|rule| match rule {
        Rule::Constraint { constraint, .. } => constraint.code() == code,
        Rule::Apply { rules, .. } => has(&rules.iter().collect(), code),
        _ => false,
    })
}

/// Whether null is a value of the type itself.
fn may_be_null(shape: &Shape) -> bool {
    match shape.kind() {
        _ if shape.is_opaque() => true,
        Kind::Unit | Kind::Any | Kind::Optional(_) | Kind::Patch(_) => true,
        Kind::Newtype { member } => member.shape().is_none_or(may_be_null),
        Kind::Enumeration { tagging, variants } => {
            *tagging == crate::shape::Tagging::Untagged || variants.iter().any(Variant::is_untagged)
        }
        _ => false,
    }
}

/// The rules for what is inside. Those of an alias stand in its definition.
fn inside(rules: &Rules, of: fn(&'static Rule) -> &'static [Rule]) -> Rules {
    rules.iter().flat_map(|rule| of(rule)).collect()
}

/// With null as a value more.
fn nullable(mut schema: Object) -> Object {
    const COMPOUND: [&str; 5] = ["$ref", "anyOf", "oneOf", "const", "not"];
    let is_null =
        schema.is_empty() || matches!(schema.get("type"), Some(Node::Text(ty)) if ty == "null");
    if is_null {
        return schema;
    }
    match schema.get("type").cloned() {
        Some(Node::Text(ty)) if !COMPOUND.iter().any(|keyword| schema.has(keyword)) => {
            let types = [Node::Text(ty), Node::from("null")];
            schema.set("type", Node::List(types.into()));
            if schema.has("enum") {
                schema.push("enum", Node::Null);
            }
            schema
        }
        None if schema.keys().all(|key| key.starts_with("x-") || key == "description") => schema,
        _ => {
            let branches = [Node::from(schema), Object::new().with("type", "null").into()];
            Object::new().with("anyOf", Node::List(branches.into()))
        }
    }
}

/// With a description in front. One that is there already is the type's; that of
/// the member says more.
pub(super) fn described(schema: Object, docs: &'static str) -> Object {
    if docs.is_empty() {
        return schema;
    }
    let mut described = Object::new().with("description", docs.trim());
    described.extend(schema);
    described
}
