//! Pairs of texts into a document, by the shape that it is read for.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::given::{Given, boolean};
use super::number;
use super::pairs::Pair;
use crate::shape::{Content, Kind, Member, Shape, Tagging, Variant};

/// A query or a form: its names are those of members. As many pairs as there are
/// make a list of pairs, where the type is one.
pub(crate) fn form<'a>(shape: &'static Shape, pairs: Vec<Pair<'a>>) -> Given<'a> {
    match kind(shape) {
        Kind::List { item, .. } if !is_opaque(shape) => {
            let items = Items::of(item.get());
            let text = |index, text| typed(items.as_ref().and_then(|it| it.get(index)), text);
            let pair = |(name, value)| Given::List(vec![text(0, name), text(1, value)]);
            Given::List(pairs.into_iter().map(pair).collect())
        }
        _ => Given::Map(entries(shape, pairs)),
    }
}

/// The parameters of a path; `None` where they are not as many as the type has.
pub(crate) fn path<'a>(shape: &'static Shape, pairs: Vec<Pair<'a>>) -> Option<Given<'a>> {
    if is_opaque(shape) {
        return Some(Given::Parameters(entries(shape, pairs)));
    }
    Some(match kind(shape) {
        Kind::Structure { .. } | Kind::Map { .. } => Given::Map(entries(shape, pairs)),
        Kind::Enumeration { tagging, .. } if *tagging != Tagging::External => {
            Given::Map(entries(shape, pairs))
        }
        Kind::Tuple { members } => {
            let on_wire = || members.iter().filter(|member| !member.is_off_wire());
            if on_wire().count() != pairs.len() {
                return None;
            }
            let item = |(member, (_, text)): (&Member, Pair<'a>)| typed(member.wire_shape(), text);
            Given::List(on_wire().zip(pairs).map(item).collect())
        }
        Kind::List { item, .. } => {
            let item = item.get();
            Given::List(pairs.into_iter().map(|(_, text)| typed(Some(item), text)).collect())
        }
        _ => {
            let mut values = pairs.into_iter().map(|(_, text)| text);
            let only = values.next().filter(|_| values.next().is_none())?;
            typed(Some(shape), only)
        }
    })
}

/// Each pair under its name; what is a list has all values of its name.
fn entries<'a>(shape: &'static Shape, pairs: Vec<Pair<'a>>) -> Vec<(Cow<'a, str>, Given<'a>)> {
    let tags = Tags::of(shape, &pairs, 0);
    let mut entries: Vec<(Cow<'a, str>, Given<'a>)> = Vec::with_capacity(pairs.len());
    let mut lists: BTreeMap<String, usize> = BTreeMap::new();
    for (name, text) in pairs {
        let member = tags.find(&name);
        let Some(items) = member.and_then(Items::of) else {
            entries.push((name, typed(member, text)));
            continue;
        };
        let index = *lists.entry(name.clone().into_owned()).or_insert(entries.len());
        if index == entries.len() {
            entries.push((name, Given::List(Vec::new())));
        }
        if let Some((_, Given::List(list))) = entries.get_mut(index) {
            list.push(typed(items.get(list.len()), text));
        }
    }
    entries
}

/// A text as what the shape says, if it can be that; else it stays one, and is
/// reported as what it is.
fn typed<'a>(shape: Option<&'static Shape>, text: Cow<'a, str>) -> Given<'a> {
    let typed = match shape.filter(|shape| !is_opaque(shape)).map(kind) {
        Some(Kind::Integer { .. }) => number::parse(&text).map(Given::Number),
        Some(Kind::Float { .. } | Kind::Timestamp) => number::float(&text).map(Given::Number),
        Some(Kind::Boolean) => boolean(&text).map(Given::Boolean),
        _ => None,
    };
    typed.unwrap_or(Given::Text(text))
}

/// The shape without what leaves no trace on the wire.
fn inside(shape: &'static Shape) -> &'static Shape {
    match shape.kind() {
        _ if shape.is_opaque() => shape,
        Kind::Optional(inner) | Kind::Patch(inner) => inside(inner.get()),
        Kind::Newtype { member } => member.wire_shape().map_or(shape, inside),
        _ => shape,
    }
}

fn kind(shape: &'static Shape) -> &'static Kind {
    inside(shape).kind()
}

/// Whether only the type knows its form.
fn is_opaque(shape: &'static Shape) -> bool {
    let shape = inside(shape);
    shape.is_opaque() || matches!(shape.kind(), Kind::Newtype { .. })
}

/// What stands in a list.
enum Items {
    Same(&'static Shape),
    Each(&'static [Member]),
}

impl Items {
    fn of(shape: &'static Shape) -> Option<Self> {
        match kind(shape) {
            _ if is_opaque(shape) => None,
            Kind::List { item, .. } => Some(Self::Same(item.get())),
            Kind::Tuple { members } => Some(Self::Each(members)),
            _ => None,
        }
    }

    fn get(&self, index: usize) -> Option<&'static Shape> {
        match self {
            Self::Same(shape) => Some(shape),
            Self::Each(members) => {
                let mut on_wire = members.iter().filter(|member| !member.is_off_wire());
                on_wire.nth(index).and_then(Member::wire_shape)
            }
        }
    }
}

/// Where names are looked up: the members that can stand beside each other.
#[derive(Default)]
struct Tags {
    members: Vec<&'static [Member]>,
    named: Vec<(&'static str, &'static Member)>,
    variants: Vec<&'static [Variant]>,
    rest: Option<&'static Shape>,
}

/// How deep something is flattened into another; a type that holds itself so has
/// no end.
const MAX_FLATTENED: usize = 16;

impl Tags {
    fn of(shape: &'static Shape, pairs: &[Pair<'_>], depth: usize) -> Self {
        let mut tags = Self::default();
        tags.add(shape, pairs, depth);
        tags
    }

    fn add(&mut self, shape: &'static Shape, pairs: &[Pair<'_>], depth: usize) {
        if depth > MAX_FLATTENED || is_opaque(shape) {
            return;
        }
        match kind(shape) {
            Kind::Structure { members, .. } => self.structure(members, pairs, depth),
            Kind::Map { value, .. } => self.rest = self.rest.or(Some(value.get())),
            Kind::Enumeration { tagging, variants } => {
                self.enumeration(*tagging, variants, pairs, depth);
            }
            _ => {}
        }
    }

    fn structure(&mut self, members: &'static [Member], pairs: &[Pair<'_>], depth: usize) {
        self.members.push(members);
        for member in members.iter().filter(|it| it.is_flattened() && !it.is_off_wire()) {
            if let Some(shape) = member.wire_shape() {
                self.add(shape, pairs, depth + 1);
            }
        }
    }

    fn enumeration(
        &mut self,
        tagging: Tagging,
        variants: &'static [Variant],
        pairs: &[Pair<'_>],
        depth: usize,
    ) {
        let named = |tag: &str| {
            let (_, name) = pairs.iter().find(|(name, _)| name == tag)?;
            variants.iter().find(|variant| variant.is_named(name) && !variant.is_off_wire())
        };
        match tagging {
            Tagging::External => self.variants.push(variants),
            Tagging::Internal { tag } => match named(tag).map(Variant::content) {
                Some(Content::Structure(members)) => self.structure(members, pairs, depth),
                Some(Content::Newtype(member)) => {
                    if let Some(shape) = member.wire_shape() {
                        self.add(shape, pairs, depth + 1);
                    }
                }
                _ => {}
            },
            Tagging::Adjacent { tag, content } => {
                if let Some(Content::Newtype(member)) = named(tag).map(Variant::content) {
                    self.named.push((content, member));
                }
            }
            Tagging::Untagged => {}
        }
    }

    /// The shape of what stands under a name, where it is known.
    fn find(&self, name: &str) -> Option<&'static Shape> {
        let member = self.member(name).or_else(|| self.content(name));
        member.map_or(self.rest, Member::wire_shape)
    }

    fn member(&self, name: &str) -> Option<&'static Member> {
        let is_own = |it: &&Member| it.is_named(name) && !it.is_flattened() && !it.is_off_wire();
        self.members.iter().find_map(|members| members.iter().find(is_own))
    }

    fn content(&self, name: &str) -> Option<&'static Member> {
        let named = self.named.iter().find(|(it, _)| *it == name).map(|(_, member)| *member);
        let variant = || {
            let mut variants = self.variants.iter().copied().flatten();
            match variants.find(|it| it.is_named(name) && !it.is_off_wire())?.content() {
                Content::Newtype(member) => Some(*member),
                _ => None,
            }
        };
        named.or_else(variant)
    }
}
