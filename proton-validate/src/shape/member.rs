//! A member: a name on the wire, a shape, and rules.

use super::{Rule, RuleSet, Shape, ShapeRef};
use crate::constraint::Constraint;

/// A member of a structure, an item of a tuple, or what a newtype or a variant
/// holds.
///
/// ```
/// use proton_validate::{Describe, Validate, shape::{Kind, Member}};
///
/// #[derive(serde::Deserialize, Validate)]
/// struct Request {
///     /// Twelve digits.
///     #[serde(rename = "accountId", alias = "account")]
///     #[length(equal = 12)]
///     account: String,
///     #[sensitive]
///     #[serde(default)]
///     token: String,
///     #[equals(token)]
///     again: String,
///     #[serde(flatten)]
///     page: Page,
///     #[serde(skip)]
///     cached: u8,
///     #[serde(deserialize_with = "seconds")]
///     timeout: u64,
/// }
///
/// #[derive(serde::Deserialize, Validate)]
/// struct Page {
///     size: u8,
/// }
/// #
/// # fn seconds<'de, D: serde::Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
/// #     serde::Deserialize::deserialize(from)
/// # }
///
/// let Kind::Structure { members, .. } = Request::shape().kind() else { unreachable!() };
/// let [account, token, again, page, cached, timeout]: &[Member] = members else { unreachable!() };
/// assert_eq!((account.name(), account.aliases()), ("accountId", &["account"][..]));
/// assert_eq!((account.docs().trim(), account.rules().len()), ("Twelve digits.", 1));
/// assert_eq!(account.constraints().next().unwrap().code(), "length");
/// assert!(matches!(account.shape().unwrap().kind(), Kind::Text));
/// assert!(token.is_sensitive() && token.is_defaulted());
/// assert!(again.is_typed_only() && page.is_flattened());
/// assert!(cached.is_off_wire() && timeout.is_opaque());
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Member {
    name: &'static str,
    aliases: &'static [&'static str],
    docs: &'static str,
    /// `None` for a member that is skipped: its type need not have a shape.
    shape: Option<ShapeRef>,
    rules: RuleSet,
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
    /// Of a skipped member, whose shape would tell.
    optional: bool,
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

    /// What the member is under, in the order in which it is checked; what its
    /// type is under comes on top.
    pub const fn rules(&self) -> &'static [Rule] {
        self.rules.rules()
    }

    /// The constraints among the [rules](Self::rules): those that hold for the
    /// member itself, always, with constant parameters.
    pub fn constraints(&self) -> impl Iterator<Item = &'static Constraint> {
        self.rules().iter().filter_map(|rule| match rule {
            Rule::Constraint { constraint, .. } => Some(constraint),
            _ => None,
        })
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

    /// Whether the wire may call the member so: by its name, or by an alias.
    #[cfg(feature = "serde")]
    #[inline]
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.name == name || self.aliases.contains(&name)
    }

    /// The rules, as the decoder asks about them.
    #[cfg(feature = "serde")]
    pub(crate) const fn rule_set(&self) -> RuleSet {
        self.rules
    }

    /// Whether the member is not `#[skip]`.
    pub(super) const fn is_validated(&self) -> bool {
        self.shape.is_some()
    }

    /// Whether the member is skipped and may be absent or null.
    #[cfg(feature = "serde")]
    pub(crate) const fn is_skipped_optional(&self) -> bool {
        self.flags.optional
    }

    /// The shape, where it tells the form on the wire.
    #[cfg(feature = "serde")]
    #[inline]
    pub(crate) fn wire_shape(&self) -> Option<&'static Shape> {
        self.shape().filter(|_| !self.is_opaque())
    }

    /// Whether the member has a rule that only a typed value can decide
    /// ([`Rule::is_typed_only`]).
    pub const fn is_typed_only(&self) -> bool {
        self.rules.is_typed_only()
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
            optional: false,
        };
        Self { name, aliases: &[], docs: "", shape: None, rules: RuleSet::EMPTY, flags }
    }

    pub const fn with_aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    pub const fn with_rules(mut self, rules: &'static [Rule]) -> Self {
        self.rules = RuleSet::of(rules);
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

    pub const fn optional_if(mut self, optional: bool) -> Self {
        self.flags.optional = optional;
        self
    }

    pub const fn opaque(mut self) -> Self {
        self.flags.opaque = true;
        self
    }
}

/// Whether one of them is not `#[skip]`.
pub(super) const fn any_validated(members: &[Member]) -> bool {
    match members {
        [] => false,
        [first, rest @ ..] => first.is_validated() || any_validated(rest),
    }
}
