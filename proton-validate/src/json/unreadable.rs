//! What a shape allows and serde does not: only the place is told, since serde's
//! text quotes the value.
//!
//! The place is told as far as the shape knows it. A name that the shape does not
//! know may be the key of a map, and the map sensitive: nothing of it is told, nor
//! of what is below.

use alloc::vec::Vec;

use serde_path_to_error::{Path, Segment};

use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::decode;
use crate::path::Location;
use crate::shape::{Content, Kind, Member, Shape, Tagging, Variant};

/// Reports the place where serde stopped.
pub(crate) fn report(shape: &'static Shape, path: &Path, out: &mut Collector) {
    let path: Vec<&Segment> = path.iter().collect();
    below(shape, Location::root(), &path, out);
}

/// Walks down one segment, since each location borrows the one above it.
fn below(shape: &'static Shape, at: Location<'_>, path: &[&Segment], out: &mut Collector) {
    let Some((segment, rest)) = path.split_first().filter(|_| !shape.is_opaque()) else {
        return here(at, out);
    };
    match (shape.kind(), segment) {
        (Kind::Optional(inner) | Kind::Patch(inner), _) => below(inner.get(), at, path, out),
        (Kind::Newtype { member }, _) => inside(member, at, path, out),
        (Kind::List { item, .. }, Segment::Seq { .. }) if shape.is_unindexed() => {
            below(item.get(), at, rest, out);
        }
        (Kind::List { item, .. }, Segment::Seq { index }) => {
            below(item.get(), at.index(*index), rest, out);
        }
        (Kind::Tuple { members }, Segment::Seq { index }) => item(members, *index, at, rest, out),
        (Kind::Map { key: names, value }, Segment::Map { key }) => {
            let key = decode::shown_key(key, names.get());
            below(value.get(), at.key(&key), rest, out);
        }
        (Kind::Structure { members, .. }, Segment::Map { key }) => {
            named(members, key, at, rest, out);
        }
        (
            Kind::Enumeration { tagging: Tagging::External, variants },
            Segment::Enum { variant: name } | Segment::Map { key: name },
        ) => variant(variants, name, at, rest, out),
        (Kind::Enumeration { tagging: Tagging::Adjacent { content, .. }, .. }, _) => {
            beside(content, segment, at, out);
        }
        _ => here(at, out),
    }
}

fn here(at: Location<'_>, out: &mut Collector) {
    out.push(at, Constraint::Unreadable);
}

/// What stands where the member does.
fn inside(member: &'static Member, at: Location<'_>, path: &[&Segment], out: &mut Collector) {
    let at = at.sensitive_if(member.is_sensitive());
    match member.wire_shape() {
        Some(shape) => below(shape, at, path, out),
        None => here(at, out),
    }
}

fn on_wire(members: &'static [Member]) -> impl Iterator<Item = &'static Member> {
    members.iter().filter(|member| !member.is_off_wire())
}

fn item(
    members: &'static [Member],
    index: usize,
    at: Location<'_>,
    rest: &[&Segment],
    out: &mut Collector,
) {
    match on_wire(members).nth(index) {
        Some(member) => inside(member, at.index(index), rest, out),
        None => here(at, out),
    }
}

fn named(
    members: &'static [Member],
    name: &str,
    at: Location<'_>,
    rest: &[&Segment],
    out: &mut Collector,
) {
    match on_wire(members).find(|it| it.is_named(name) && !it.is_flattened()) {
        Some(member) => inside(member, at.member(member.name()), rest, out),
        None => here(at, out),
    }
}

fn variant(
    variants: &'static [Variant],
    name: &str,
    at: Location<'_>,
    rest: &[&Segment],
    out: &mut Collector,
) {
    let named = |it: &&Variant| it.is_named(name) && !(it.is_untagged() || it.is_off_wire());
    let Some(variant) = variants.iter().find(named) else { return here(at, out) };
    let at = at.variant(variant.name());
    match (variant.content(), rest.split_first()) {
        (Content::Newtype(member), _) => inside(member, at, rest, out),
        (Content::Tuple(members), Some((Segment::Seq { index }, rest))) => {
            item(members, *index, at, rest, out);
        }
        (Content::Structure(members), Some((Segment::Map { key }, rest))) => {
            self::named(members, key, at, rest, out);
        }
        _ => here(at, out),
    }
}

/// Which variant the content is, the path does not say.
fn beside(content: &'static str, segment: &Segment, at: Location<'_>, out: &mut Collector) {
    match segment {
        Segment::Map { key } if key == content => here(at.member(content), out),
        _ => here(at, out),
    }
}
