//! Structures, tuples and variants.

use proton_validate::Shape;
use proton_validate::shape::{Content, Kind, Member, Tagging, Variant};
use serde_json::{Map, Value, json};

use super::sites::{Fault, Step, constraints};
use super::values::{Writer, Wrong, below};

/// What no structure has.
const UNKNOWN: &str = "zzz-unknown";

/// Whether a document without the member can be read and is valid.
pub(super) fn is_optional(member: &'static Member) -> bool {
    let rules = member.rules().iter().collect();
    let must = || constraints(&rules).iter().any(|it| it.code() == "required");
    match member.shape().map(Shape::kind) {
        None => true,
        Some(Kind::Optional(_)) => !must() && (!member.is_opaque() || member.is_defaulted()),
        Some(Kind::Patch(_)) => !must() && member.is_defaulted(),
        Some(_) => member.is_defaulted(),
    }
}

/// The names that members have, those of flattened ones included.
fn names(members: &'static [Member]) -> Vec<&'static str> {
    members.iter().flat_map(names_of).collect()
}

fn names_of(member: &'static Member) -> Vec<&'static str> {
    match member.shape().map(Shape::kind) {
        _ if !member.is_flattened() => [&[member.name()], member.aliases()].concat(),
        Some(Kind::Structure { members, .. }) => names(members),
        Some(Kind::Newtype { member }) => names_of(member),
        Some(Kind::Enumeration { tagging, variants }) => {
            let held = variants.iter().flat_map(|it| match it.content() {
                Content::Structure(members) => names(members),
                Content::Newtype(member) => names_of(member),
                _ => Vec::new(),
            });
            let own = variants.iter().map(Variant::name);
            let tags = match tagging {
                Tagging::Internal { tag } => vec![*tag],
                Tagging::Adjacent { tag, content } => vec![*tag, *content],
                _ => Vec::new(),
            };
            held.chain(own).chain(tags).collect()
        }
        _ => Vec::new(),
    }
}

impl Writer<'_> {
    pub(super) fn structure(
        &mut self,
        shape: &'static Shape,
        members: &'static [Member],
        wrong: Wrong<'_>,
    ) -> Option<Value> {
        let mut map = Map::new();
        self.members(members, &mut map, wrong)?;
        let flattens = members.iter().any(Member::is_flattened);
        let is_open = !shape.rejects_unknown() && !flattens;
        if matches!(wrong, Some(([], Fault::Unknown))) || is_open && self.choices.once_in(5) {
            map.insert(UNKNOWN.into(), json!(1));
        }
        Some(Value::Object(map))
    }

    fn members(
        &mut self,
        members: &'static [Member],
        map: &mut Map<String, Value>,
        wrong: Wrong<'_>,
    ) -> Option<()> {
        for member in members.iter().filter(|it| !it.is_off_wire()) {
            if member.is_flattened() {
                let mut inner = Map::new();
                self.flattened(member, &mut inner, wrong)?;
                if matches!(member.shape().map(Shape::kind), Some(Kind::Map { .. })) {
                    inner.retain(|name, _| !names(members).contains(&name.as_str()));
                }
                map.extend(inner);
                continue;
            }
            let wrong = below(wrong, Step::Member(member.name()));
            let leaves_out = is_optional(member)
                && wrong.is_none()
                && (self.is_deep() || self.choices.once_in(3));
            if leaves_out || matches!(wrong, Some(([], Fault::Missing))) {
                continue;
            }
            // Of a type that nobody knows there is no value.
            if member.shape().is_some() {
                let value = self.member(member, wrong)?;
                let alias = self.choices.pick(member.aliases()).copied();
                let name = alias.filter(|_| self.choices.once_in(2)).unwrap_or(member.name());
                if matches!(wrong, Some(([], Fault::Twice))) {
                    map.insert((*member.aliases().first()?).into(), value.clone());
                    map.insert(member.name().into(), value);
                } else {
                    map.insert(name.into(), value);
                }
            }
        }
        Some(())
    }

    fn member(&mut self, member: &'static Member, wrong: Wrong<'_>) -> Option<Value> {
        let shape = member.shape().filter(|_| !member.is_opaque())?;
        self.value(shape, &member.rules().iter().collect(), wrong)
    }

    fn flattened(
        &mut self,
        member: &'static Member,
        map: &mut Map<String, Value>,
        wrong: Wrong<'_>,
    ) -> Option<()> {
        match member.shape().map(Shape::kind)? {
            Kind::Structure { members, .. } => return self.members(members, map, wrong),
            Kind::Newtype { member } => return self.flattened(member, map, wrong),
            Kind::Optional(inner) => {
                // With some of its members missing it counts for nothing.
                return match inner.get().kind() {
                    Kind::Structure { members, .. } if self.choices.once_in(2) => {
                        self.members(members, map, None)
                    }
                    _ => Some(()),
                };
            }
            _ => {}
        }
        // Only a map may have something wrong that no member has.
        let is_map = matches!(member.shape().map(Shape::kind), Some(Kind::Map { .. }));
        let wrong =
            wrong.filter(|(path, _)| is_map && matches!(path, [Step::Key | Step::Value, ..]));
        match self.member(member, wrong)? {
            Value::Object(inner) => map.extend(inner),
            Value::Null => {}
            // A variant's name alone is a member with null.
            Value::String(name) => _ = map.insert(name, Value::Null),
            _ => return None,
        }
        Some(())
    }

    pub(super) fn tuple(&mut self, members: &'static [Member], wrong: Wrong<'_>) -> Option<Value> {
        let members = members.iter().filter(|it| !it.is_off_wire());
        let mut items = Vec::new();
        for member in members {
            items.push(self.member(member, below(wrong, Step::Member(member.name())))?);
        }
        if matches!(wrong, Some(([], Fault::Count))) {
            if self.choices.once_in(2) {
                items.push(json!(0));
            } else {
                items.pop();
            }
        }
        Some(Value::Array(items))
    }

    pub(super) fn variant(
        &mut self,
        tagging: Tagging,
        variants: &'static [Variant],
        wrong: Wrong<'_>,
    ) -> Option<Value> {
        let variant = self.chosen(variants, wrong)?;
        let wrong_inside = below(wrong, Step::Variant(variant.name()));
        let name = match wrong {
            Some(([], Fault::Variant)) => UNKNOWN.to_string(),
            _ => self.name(variant),
        };
        if variant.is_untagged() || tagging == Tagging::Untagged {
            return self.content(variant, wrong_inside);
        }
        let mut map = Map::new();
        match tagging {
            Tagging::External if matches!(variant.content(), Content::Unit) => {
                return Some(Value::String(name));
            }
            Tagging::External => _ = map.insert(name, self.content(variant, wrong_inside)?),
            Tagging::Internal { tag } => {
                self.beside_tag(variant, &mut map, wrong_inside)?;
                map.insert(tag.into(), Value::String(name));
            }
            Tagging::Adjacent { tag, content } => {
                map.insert(tag.into(), Value::String(name));
                if !matches!(variant.content(), Content::Unit) {
                    map.insert(content.into(), self.content(variant, wrong_inside)?);
                }
            }
            _ => return None,
        }
        Some(Value::Object(map))
    }

    fn beside_tag(
        &mut self,
        variant: &'static Variant,
        map: &mut Map<String, Value>,
        wrong: Wrong<'_>,
    ) -> Option<()> {
        match variant.content() {
            Content::Structure(members) => self.members(members, map, wrong),
            Content::Newtype(member) => self.flattened(member, map, wrong),
            Content::Unit => Some(()),
            // serde has no such variant.
            _ => None,
        }
    }

    /// The variant in which something is to be wrong, or any.
    fn chosen(
        &mut self,
        variants: &'static [Variant],
        wrong: Wrong<'_>,
    ) -> Option<&'static Variant> {
        let on_wire: Vec<&Variant> = variants.iter().filter(|it| !it.is_off_wire()).collect();
        if let Some(([Step::Variant(name), ..], _)) = wrong {
            return on_wire.into_iter().find(|it| it.name() == *name);
        }
        let units = on_wire.iter().filter(|it| matches!(it.content(), Content::Unit));
        let units: Vec<&Variant> = units.copied().collect();
        let from = if self.is_deep() && !units.is_empty() { &units } else { &on_wire };
        self.choices.pick(from).copied()
    }

    fn name(&mut self, variant: &'static Variant) -> String {
        if variant.is_other() {
            return UNKNOWN.into();
        }
        let alias = self.choices.pick(variant.aliases()).copied();
        alias.filter(|_| self.choices.once_in(2)).unwrap_or(variant.name()).into()
    }

    fn content(&mut self, variant: &'static Variant, wrong: Wrong<'_>) -> Option<Value> {
        match variant.content() {
            Content::Unit => Some(Value::Null),
            Content::Newtype(member) => self.member(member, wrong),
            Content::Tuple(members) => self.tuple(members, wrong),
            Content::Structure(members) => {
                let mut map = Map::new();
                self.members(members, &mut map, wrong)?;
                Some(Value::Object(map))
            }
            _ => None,
        }
    }
}
