//! Constraints as data: what a type looks like on the wire.
//!
//! A [`Shape`] is what [`Describe::shape`](crate::Describe::shape) returns: a
//! constant that names every member as the wire does, with its type and its
//! constraints. Shapes refer to each other through functions
//! ([`ShapeRef`]), so recursive types have finite shapes.
//!
//! # Examples
//!
//! Every constraint of a request, printed:
//!
//! ```
//! use proton_validate::{Describe, Validate, shape::Kind};
//!
//! #[derive(serde::Deserialize, Validate)]
//! #[serde(rename_all = "camelCase")]
//! struct Request {
//!     #[required]
//!     #[length(max = 64)]
//!     client_token: Option<String>,
//! }
//!
//! let Kind::Structure { members, .. } = Request::shape().kind() else { unreachable!() };
//! for member in *members {
//!     let codes: Vec<_> = member.constraints().iter().map(|rule| rule.code()).collect();
//!     assert_eq!((member.name(), codes), ("clientToken", vec!["required", "length"]));
//! }
//! ```

use core::fmt;

use crate::constraint::Constraint;

/// The shape of one type. See the [module](self) for what it is good for.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    name: &'static str,
    docs: &'static str,
    kind: Kind,
    opaque: bool,
}

/// What kind of value a type is on the wire.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Kind {
    /// Nothing: `()`, a unit struct, `PhantomData`. JSON has `null` for it.
    Unit,
    /// `true` or `false`.
    Boolean,
    /// An integer.
    Integer {
        /// The least value of the type.
        min: i128,
        /// The greatest value of the type.
        max: u128,
        /// Whether the type has no zero.
        nonzero: bool,
    },
    /// A floating-point number.
    Float {
        /// 32 or 64.
        bits: u32,
    },
    /// A string of one Unicode scalar value.
    Character,
    /// A string.
    Text,
    /// A value that may be absent or null.
    Optional(ShapeRef),
    /// Any number of items.
    List {
        /// What each item is.
        item: ShapeRef,
        /// The number of items, where the type fixes it.
        fixed: Option<usize>,
        /// Whether it is a set.
        set: bool,
    },
    /// Keys with values.
    Map {
        /// What each key is.
        key: ShapeRef,
        /// What each value is.
        value: ShapeRef,
    },
    /// A fixed list in which each item has a type of its own; members are named
    /// by their index.
    Tuple {
        /// The items in order.
        members: &'static [Member],
    },
    /// A structure with named members.
    Structure {
        /// The members in declared order.
        members: &'static [Member],
        /// Whether members that are not among them are refused
        /// (`#[serde(deny_unknown_fields)]`).
        rejects_unknown: bool,
    },
    /// A type around one member, without a trace on the wire.
    Newtype {
        /// The member inside, with the constraints this type adds.
        member: &'static Member,
    },
    /// One of several variants.
    Enumeration {
        /// How the wire tells which.
        tagging: Tagging,
        /// The variants in declared order.
        variants: &'static [Variant],
    },
    /// A form that only the type itself knows how to read.
    Opaque,
}

/// A reference to a shape, followed with [`get`](Self::get) when needed.
#[derive(Clone, Copy)]
pub struct ShapeRef(fn() -> &'static Shape);

impl ShapeRef {
    /// The shape.
    pub fn get(self) -> &'static Shape {
        (self.0)()
    }
}

impl fmt::Debug for ShapeRef {
    /// The name only: a recursive shape would have no end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ShapeRef").field(&self.get().name).finish()
    }
}

impl Shape {
    /// The type's name in Rust, without its parameters.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The type's documentation, empty where there is none.
    pub const fn docs(&self) -> &'static str {
        self.docs
    }

    /// What kind of value it is, with what is inside it.
    pub const fn kind(&self) -> &Kind {
        &self.kind
    }

    /// Whether only the type itself knows its form on the wire (a serde
    /// attribute such as `try_from` converts it). [`kind`](Self::kind) then
    /// describes the value in memory.
    pub const fn is_opaque(&self) -> bool {
        self.opaque || matches!(self.kind, Kind::Opaque)
    }

    pub(crate) const fn of(name: &'static str, kind: Kind) -> Self {
        Self { name, docs: "", kind, opaque: false }
    }
}

/// What the derive macro builds shapes with.
#[doc(hidden)]
impl Shape {
    pub const fn structure(name: &'static str, members: &'static [Member]) -> Self {
        Self::of(name, Kind::Structure { members, rejects_unknown: false })
    }

    pub const fn tuple(name: &'static str, members: &'static [Member]) -> Self {
        Self::of(name, Kind::Tuple { members })
    }

    pub const fn unit(name: &'static str) -> Self {
        Self::of(name, Kind::Unit)
    }

    pub const fn newtype(name: &'static str, member: &'static Member) -> Self {
        Self::of(name, Kind::Newtype { member })
    }

    pub const fn enumeration(
        name: &'static str,
        tagging: Tagging,
        variants: &'static [Variant],
    ) -> Self {
        Self::of(name, Kind::Enumeration { tagging, variants })
    }

    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    pub const fn rejecting_unknown_members(mut self) -> Self {
        if let Kind::Structure { rejects_unknown, .. } = &mut self.kind {
            *rejects_unknown = true;
        }
        self
    }

    pub const fn opaque(mut self) -> Self {
        self.opaque = true;
        self
    }
}

/// A member of a structure, an item of a tuple, or what a newtype or a variant
/// holds.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    name: &'static str,
    aliases: &'static [&'static str],
    docs: &'static str,
    /// `None` for a member that is skipped: its type need not have a shape.
    shape: Option<ShapeRef>,
    constraints: &'static [Constraint],
    flags: Flags,
}

/// What else is known of a member. All false to begin with.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts, each with a getter")]
struct Flags {
    sensitive: bool,
    flattened: bool,
    defaulted: bool,
    off_wire: bool,
    opaque: bool,
    typed_only: bool,
}

impl Member {
    /// The name on the wire; an index in decimal for an item of a tuple, and
    /// empty for what a newtype or a newtype variant holds.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Other names that are accepted (`#[serde(alias = "..")]`).
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }

    /// The member's documentation, empty where there is none.
    pub const fn docs(&self) -> &'static str {
        self.docs
    }

    /// The shape of the member's type; `None` where the member is `#[skip]`.
    pub fn shape(&self) -> Option<&'static Shape> {
        self.shape.map(ShapeRef::get)
    }

    /// The constraints that the member is under, in the order in which they
    /// are checked; those of its type come on top.
    pub const fn constraints(&self) -> &'static [Constraint] {
        self.constraints
    }

    /// Whether the member is `#[sensitive]`.
    pub const fn is_sensitive(&self) -> bool {
        self.flags.sensitive
    }

    /// Whether the member's own members stand in its place
    /// (`#[serde(flatten)]`).
    pub const fn is_flattened(&self) -> bool {
        self.flags.flattened
    }

    /// Whether the member may be absent because it has a default
    /// (`#[serde(default)]`).
    pub const fn is_defaulted(&self) -> bool {
        self.flags.defaulted
    }

    /// Whether the member is never read from the wire (`#[serde(skip)]`).
    pub const fn is_off_wire(&self) -> bool {
        self.flags.off_wire
    }

    /// Whether only its own code knows the member's form on the wire
    /// (`#[serde(with = "..")]`).
    pub const fn is_opaque(&self) -> bool {
        self.flags.opaque
    }

    /// Whether the member has a rule that only a typed value can decide: a
    /// bound that names `self` or `context`. Such a rule is not among
    /// [`constraints`](Self::constraints).
    pub const fn is_typed_only(&self) -> bool {
        self.flags.typed_only
    }
}

/// What the derive macro builds members with.
#[doc(hidden)]
impl Member {
    pub const fn new(name: &'static str, shape: fn() -> &'static Shape) -> Self {
        Self { shape: Some(ShapeRef(shape)), ..Self::skipped(name) }
    }

    pub const fn skipped(name: &'static str) -> Self {
        let flags = Flags {
            sensitive: false,
            flattened: false,
            defaulted: false,
            off_wire: false,
            opaque: false,
            typed_only: false,
        };
        Self { name, aliases: &[], docs: "", shape: None, constraints: &[], flags }
    }

    pub const fn with_aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    pub const fn with_constraints(mut self, constraints: &'static [Constraint]) -> Self {
        self.constraints = constraints;
        self
    }

    pub const fn sensitive(mut self) -> Self {
        self.flags.sensitive = true;
        self
    }

    pub const fn flattened(mut self) -> Self {
        self.flags.flattened = true;
        self
    }

    pub const fn defaulted(mut self) -> Self {
        self.flags.defaulted = true;
        self
    }

    pub const fn off_wire(mut self) -> Self {
        self.flags.off_wire = true;
        self
    }

    pub const fn opaque(mut self) -> Self {
        self.flags.opaque = true;
        self
    }

    pub const fn typed_only(mut self) -> Self {
        self.flags.typed_only = true;
        self
    }
}

/// How the wire tells which variant of an enumeration a value is: serde's
/// [four forms](https://serde.rs/enum-representations.html).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Tagging {
    /// By the one member around the content.
    External,
    /// By a member beside the content's own.
    Internal {
        /// The name of that member.
        tag: &'static str,
    },
    /// By one member, with the content in another.
    Adjacent {
        /// The name of the member that tells.
        tag: &'static str,
        /// The name of the member with the content.
        content: &'static str,
    },
    /// Not at all: the first variant that fits.
    Untagged,
}

/// A variant of an enumeration.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts, each with a getter")]
pub struct Variant {
    name: &'static str,
    aliases: &'static [&'static str],
    docs: &'static str,
    content: Content,
    hidden: bool,
    other: bool,
    untagged: bool,
    off_wire: bool,
}

/// What a variant holds.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Content {
    /// Nothing.
    Unit,
    /// One value.
    Newtype(&'static Member),
    /// A list of values, named by their index.
    Tuple(&'static [Member]),
    /// Named members.
    Structure(&'static [Member]),
}

impl Variant {
    /// The name on the wire.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Other names that are accepted (`#[serde(alias = "..")]`).
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }

    /// The variant's documentation, empty where there is none.
    pub const fn docs(&self) -> &'static str {
        self.docs
    }

    /// What the variant holds.
    pub const fn content(&self) -> &Content {
        &self.content
    }

    /// Whether the variant is accepted and not shown (`#[hidden]`).
    pub const fn is_hidden(&self) -> bool {
        self.hidden
    }

    /// Whether the variant stands for every name that is no other's
    /// (`#[serde(other)]`).
    pub const fn is_other(&self) -> bool {
        self.other
    }

    /// Whether the variant has no name on the wire (`#[serde(untagged)]`).
    pub const fn is_untagged(&self) -> bool {
        self.untagged
    }

    /// Whether the variant is never read from the wire (`#[serde(skip)]`).
    pub const fn is_off_wire(&self) -> bool {
        self.off_wire
    }
}

/// What the derive macro builds variants with.
#[doc(hidden)]
impl Variant {
    const fn new(name: &'static str, content: Content) -> Self {
        Self {
            name,
            aliases: &[],
            docs: "",
            content,
            hidden: false,
            other: false,
            untagged: false,
            off_wire: false,
        }
    }

    pub const fn unit(name: &'static str) -> Self {
        Self::new(name, Content::Unit)
    }

    pub const fn newtype(name: &'static str, member: &'static Member) -> Self {
        Self::new(name, Content::Newtype(member))
    }

    pub const fn tuple(name: &'static str, members: &'static [Member]) -> Self {
        Self::new(name, Content::Tuple(members))
    }

    pub const fn structure(name: &'static str, members: &'static [Member]) -> Self {
        Self::new(name, Content::Structure(members))
    }

    pub const fn with_aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    pub const fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    pub const fn other(mut self) -> Self {
        self.other = true;
        self
    }

    pub const fn untagged(mut self) -> Self {
        self.untagged = true;
        self
    }

    pub const fn off_wire(mut self) -> Self {
        self.off_wire = true;
        self
    }
}

/// What the implementations for the standard library build shapes with.
pub(crate) mod build {
    use super::{Kind, Shape, ShapeRef};
    use crate::validate::Describe;

    pub(crate) const fn reference<T: Describe + ?Sized>() -> ShapeRef {
        ShapeRef(T::shape)
    }

    pub(crate) const fn list<T: Describe>(name: &'static str, fixed: Option<usize>) -> Shape {
        Shape::of(name, Kind::List { item: reference::<T>(), fixed, set: false })
    }

    pub(crate) const fn set<T: Describe>(name: &'static str) -> Shape {
        Shape::of(name, Kind::List { item: reference::<T>(), fixed: None, set: true })
    }

    pub(crate) const fn map<K: Describe, V: Describe>(name: &'static str) -> Shape {
        Shape::of(name, Kind::Map { key: reference::<K>(), value: reference::<V>() })
    }
}
