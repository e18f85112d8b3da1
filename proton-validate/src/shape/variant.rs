//! A variant of an enumeration, and how the wire tells which it is.

use super::member::{self, Member};

/// How the wire tells which variant of an enumeration a value is: serde's
/// [four forms](https://serde.rs/enum-representations.html).
///
/// ```
/// use proton_validate::{Describe, Validate, shape::{Kind, Tagging}};
///
/// #[derive(serde::Deserialize, Validate)]
/// #[serde(tag = "type")]
/// enum Figure {
///     Circle { radius: u32 },
/// }
///
/// let Kind::Enumeration { tagging, .. } = Figure::shape().kind() else { unreachable!() };
/// assert_eq!(*tagging, Tagging::Internal { tag: "type" });
/// ```
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
///
/// ```
/// use proton_validate::{Describe, Validate, shape::{Content, Kind, Variant}};
///
/// #[derive(serde::Deserialize, Validate)]
/// #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
/// enum Status {
///     /// Waits.
///     #[serde(alias = "WAITING")]
///     Pending,
///     #[hidden]
///     Migrating,
///     Failed(String),
///     #[serde(skip)]
///     Local,
///     #[serde(other)]
///     Unknown,
/// }
///
/// let Kind::Enumeration { variants, .. } = Status::shape().kind() else { unreachable!() };
/// let [pending, migrating, failed, local, unknown]: &[Variant] = variants else { unreachable!() };
/// assert_eq!((pending.name(), pending.aliases()), ("PENDING", &["WAITING"][..]));
/// assert_eq!(pending.docs().trim(), "Waits.");
/// assert!(migrating.is_hidden() && local.is_off_wire() && unknown.is_other());
/// assert!(matches!(failed.content(), Content::Newtype(_)) && !failed.is_untagged());
/// ```
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
///
/// ```
/// use proton_validate::shape::{Content, Variant};
///
/// /// How many values a variant holds.
/// fn values(variant: &Variant) -> usize {
///     match variant.content() {
///         Content::Newtype(_) => 1,
///         Content::Tuple(members) | Content::Structure(members) => members.len(),
///         _ => 0,
///     }
/// }
/// # let _ = values;
/// ```
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

    /// Whether the wire may call the variant so: by its name, or by an alias.
    #[cfg(feature = "serde")]
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.name == name || self.aliases.contains(&name)
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

/// Whether one of them holds something that is not `#[skip]`.
pub(super) const fn any_validated(variants: &[Variant]) -> bool {
    let [first, rest @ ..] = variants else { return false };
    let holds = match &first.content {
        Content::Unit => false,
        Content::Newtype(member) => member.is_validated(),
        Content::Tuple(members) | Content::Structure(members) => member::any_validated(members),
    };
    holds || any_validated(rest)
}
