//! What a shape allows and serde does not: only the place is told, since serde's
//! text quotes the value.

use alloc::vec::Vec;

use serde_path_to_error::{Path, Segment};

use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::path::Location;
use crate::shape::{Kind, Member, Shape};

/// Reports the place where serde stopped.
pub(super) fn report(shape: &'static Shape, path: &Path, out: &mut Collector) {
    let segments: Vec<&Segment> = path.iter().collect();
    below(Some(shape), Location::root(), &segments, out);
}

/// Walks down one segment, since each location borrows the one above it. The shape
/// tells what is sensitive, as far as it is known.
fn below(shape: Option<&'static Shape>, at: Location<'_>, path: &[&Segment], out: &mut Collector) {
    let Some((segment, rest)) = path.split_first() else {
        return out.push(at, Constraint::Unreadable);
    };
    match segment {
        Segment::Seq { index } => below(shape.and_then(item), at.index(*index), rest, out),
        Segment::Map { key } => match shape.and_then(|shape| member(shape, key)) {
            Some(member) => {
                let here = at.member(member.name()).sensitive_if(member.is_sensitive());
                below(member.shape(), here, rest, out);
            }
            None => below(shape.and_then(value), at.key(key), rest, out),
        },
        Segment::Enum { variant } => below(None, at.variant(variant), rest, out),
        Segment::Unknown => out.push(at, Constraint::Unreadable),
    }
}

/// The shape without what leaves no trace on the wire.
fn inside(shape: &'static Shape) -> &'static Shape {
    match shape.kind() {
        Kind::Optional(inner) | Kind::Patch(inner) => inside(inner.get()),
        Kind::Newtype { member } => member.shape().map_or(shape, inside),
        _ => shape,
    }
}

fn item(shape: &'static Shape) -> Option<&'static Shape> {
    match inside(shape).kind() {
        Kind::List { item, .. } => Some(item.get()),
        _ => None,
    }
}

fn value(shape: &'static Shape) -> Option<&'static Shape> {
    match inside(shape).kind() {
        Kind::Map { value, .. } => Some(value.get()),
        _ => None,
    }
}

fn member(shape: &'static Shape, name: &str) -> Option<&'static Member> {
    match inside(shape).kind() {
        Kind::Structure { members, .. } => members.iter().find(|member| member.is_named(name)),
        _ => None,
    }
}
