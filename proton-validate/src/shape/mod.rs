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
//!     let codes: Vec<_> = member.constraints().map(|rule| rule.code()).collect();
//!     assert_eq!((member.name(), codes), ("clientToken", vec!["required", "length"]));
//! }
//! ```

mod member;
mod rule;
mod rule_set;
mod variant;

use core::fmt;

pub use member::Member;
pub use rule::Rule;
pub(crate) use rule_set::RuleSet;
pub use variant::{Content, Tagging, Variant};

/// The shape of one type. See the [module](self) for what it is good for.
///
/// ```
/// use proton_validate::{Custom, Describe, Validate};
///
/// /// A window of time.
/// #[derive(serde::Deserialize, Validate)]
/// #[serde(deny_unknown_fields)]
/// #[check(in_order)]
/// struct Window {
///     start: u32,
///     end: u32,
/// }
///
/// fn in_order(window: &Window, _: &()) -> Result<(), Custom> {
///     if window.start < window.end { Ok(()) } else { Err("ends before it starts".into()) }
/// }
///
/// let shape = Window::shape();
/// assert_eq!((shape.name(), shape.docs().trim()), ("Window", "A window of time."));
/// assert_eq!(shape.rules().len(), 1);
/// assert!(shape.rejects_unknown() && !shape.is_opaque());
/// ```
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts, each with a getter")]
pub struct Shape {
    name: &'static str,
    docs: &'static str,
    kind: Kind,
    rules: RuleSet,
    opaque: bool,
    rejects_unknown: bool,
    level: bool,
    #[cfg_attr(not(feature = "serde"), expect(dead_code, reason = "for documents only"))]
    unindexed: bool,
}

/// What kind of value a type is on the wire.
///
/// ```
/// use proton_validate::{Describe, shape::Kind};
///
/// fn is_number(kind: &Kind) -> bool {
///     match kind {
///         Kind::Integer { .. } | Kind::Float { .. } => true,
///         Kind::Optional(inside) => is_number(inside.get().kind()),
///         _ => false,
///     }
/// }
///
/// assert!(is_number(Option::<u8>::shape().kind()));
/// assert!(!is_number(String::shape().kind()));
/// ```
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
    /// A byte string. Formats that people read have a string in base64 for it
    /// (RFC 4648, section 4).
    Blob,
    /// A moment in time ([`Timestamp`](crate::Timestamp)): a number of seconds since
    /// the epoch, or a date-time (RFC 3339, section 5.6).
    Timestamp,
    /// A value that may be absent or null.
    Optional(ShapeRef),
    /// A value that may be absent, null, or a value; the three are told apart.
    Patch(ShapeRef),
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
    /// Any value at all.
    Any,
    /// A form that only the type itself knows how to read.
    Opaque,
}

/// A reference to a shape, followed with [`get`](Self::get) when needed.
///
/// ```
/// use proton_validate::{Describe, shape::{Kind, ShapeRef}};
///
/// fn item<T: Describe>() -> Option<ShapeRef> {
///     match *T::shape().kind() {
///         Kind::List { item, .. } => Some(item),
///         _ => None,
///     }
/// }
///
/// assert!(matches!(item::<Vec<bool>>().unwrap().get().kind(), Kind::Boolean));
/// ```
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

    /// What a value is under as a whole, besides what its members are under:
    /// the checks of the type.
    pub const fn rules(&self) -> &'static [Rule] {
        self.rules.rules()
    }

    /// Whether the type has a rule of its own that only a typed value can decide
    /// ([`Rule::is_typed_only`]).
    #[cfg(feature = "serde")]
    pub(crate) const fn is_typed_only(&self) -> bool {
        self.rules.is_typed_only()
    }

    /// Whether only the type itself knows its form on the wire (a serde
    /// attribute such as `try_from` converts it). [`kind`](Self::kind) then
    /// describes the value in memory.
    pub const fn is_opaque(&self) -> bool {
        self.opaque || matches!(self.kind, Kind::Opaque)
    }

    /// Whether members that it does not have are refused
    /// (`#[serde(deny_unknown_fields)]`): in a structure its own, in an enumeration
    /// those of its variants.
    pub const fn rejects_unknown(&self) -> bool {
        self.rejects_unknown
    }

    pub(crate) const fn of(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            docs: "",
            kind,
            rules: RuleSet::EMPTY,
            opaque: false,
            rejects_unknown: false,
            level: false,
            unindexed: false,
        }
    }

    /// Whether this is a list whose items are no longer in the order of the wire: a
    /// set or heap. They stand at the collection itself.
    #[cfg(feature = "serde")]
    pub(crate) const fn is_unindexed(&self) -> bool {
        self.unindexed
    }

    /// Whether a value of this type is a level of
    /// [`Limits::max_depth`](crate::Limits::max_depth): a derived type is, unless
    /// nothing in it is checked.
    #[cfg(feature = "serde")]
    pub(crate) const fn is_level(&self) -> bool {
        self.level
    }

    const fn derived(name: &'static str, kind: Kind, level: bool) -> Self {
        let mut shape = Self::of(name, kind);
        shape.level = level;
        shape
    }
}

/// What the derive macro builds shapes with.
#[doc(hidden)]
impl Shape {
    pub const fn structure(name: &'static str, members: &'static [Member]) -> Self {
        let level = member::any_validated(members);
        Self::derived(name, Kind::Structure { members, rejects_unknown: false }, level)
    }

    pub const fn tuple(name: &'static str, members: &'static [Member]) -> Self {
        Self::derived(name, Kind::Tuple { members }, member::any_validated(members))
    }

    pub const fn unit(name: &'static str) -> Self {
        Self::of(name, Kind::Unit)
    }

    pub const fn newtype(name: &'static str, member: &'static Member) -> Self {
        Self::derived(name, Kind::Newtype { member }, member.is_validated())
    }

    pub const fn enumeration(
        name: &'static str,
        tagging: Tagging,
        variants: &'static [Variant],
    ) -> Self {
        let level = variant::any_validated(variants);
        Self::derived(name, Kind::Enumeration { tagging, variants }, level)
    }

    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    pub const fn with_rules(mut self, rules: &'static [Rule]) -> Self {
        self.rules = RuleSet::of(rules);
        self.level |= !rules.is_empty();
        self
    }

    pub const fn rejecting_unknown_members(mut self) -> Self {
        if let Kind::Structure { rejects_unknown, .. } = &mut self.kind {
            *rejects_unknown = true;
        }
        self.rejects_unknown = true;
        self
    }

    pub const fn opaque(mut self) -> Self {
        self.opaque = true;
        self
    }
}

/// What the implementations for the standard library build shapes with.
pub(crate) mod build {
    use super::{Kind, Member, Shape, ShapeRef, Variant};
    use crate::validate::Describe;

    pub(crate) const fn reference<T: Describe + ?Sized>() -> ShapeRef {
        ShapeRef(T::shape)
    }

    /// What a newtype variant that holds a `T` is.
    pub(crate) const fn variant<T: Describe>(name: &'static str) -> Variant {
        Variant::newtype(name, const { &Member::new("", T::shape) })
    }

    pub(crate) const fn list<T: Describe>(name: &'static str, fixed: Option<usize>) -> Shape {
        Shape::of(name, Kind::List { item: reference::<T>(), fixed, set: false })
    }

    pub(crate) const fn set<T: Describe>(name: &'static str) -> Shape {
        let kind = Kind::List { item: reference::<T>(), fixed: None, set: true };
        Shape { unindexed: true, ..Shape::of(name, kind) }
    }

    pub(crate) const fn heap<T: Describe>(name: &'static str) -> Shape {
        Shape { unindexed: true, ..list::<T>(name, None) }
    }

    pub(crate) const fn map<K: Describe, V: Describe>(name: &'static str) -> Shape {
        Shape::of(name, Kind::Map { key: reference::<K>(), value: reference::<V>() })
    }
}
