//! The checked model: what cannot be validated cannot be written here.

mod constraint;

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Attribute, Generics, Path, Type, Visibility, WherePredicate};

pub(crate) use self::constraint::{
    Assertion, Bound, Claim, Constraint, ConstraintKind, Edge, Equals, Format, ItemType, Limits,
    Part, Pattern, Range, Values, Wording,
};
pub(crate) use crate::check::pattern::Compiled;
pub(crate) use crate::check::target::{Step, Target};
pub(crate) use crate::model::Unit;

/// A struct or an enum that can be emitted.
#[allow(clippy::struct_excessive_bools, reason = "independent facts, like those of the runtime's")]
pub(crate) struct Item {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) krate: Option<Path>,
    pub(crate) context: Option<Type>,
    pub(crate) bound: Option<Vec<WherePredicate>>,
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) lints: Vec<TokenStream>,
    pub(crate) rejects_unknown: bool,
    /// Its form on the wire is another type's.
    pub(crate) opaque: bool,
    /// The checks of the type itself.
    pub(crate) rules: Rules,
    /// Those that have to wait, in order.
    pub(crate) async_checks: Vec<AsyncCheck>,
    /// The fields get names that checks can point at.
    pub(crate) names_members: bool,
    pub(crate) deny_unbounded: bool,
    pub(crate) body: Body,
}

/// Constraints under a name.
pub(crate) struct Alias {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) docs: String,
    pub(crate) krate: Option<Path>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) rules: Rules,
}

pub(crate) enum Body {
    Unit,
    /// On the wire it is what `inner` is. `beside` are the fields that are not
    /// on the wire at all.
    Newtype {
        inner: Box<Member>,
        beside: Vec<Member>,
    },
    Structure(Vec<Member>),
    Tuple(Vec<Member>),
    Enumeration {
        tagging: Tagging,
        variants: Vec<Variant>,
    },
}

pub(crate) enum Tagging {
    External,
    Internal { tag: String },
    Adjacent { tag: String, content: String },
    Untagged,
}

#[allow(clippy::struct_excessive_bools, reason = "independent facts, like those of the runtime's")]
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) docs: String,
    pub(crate) hidden: bool,
    pub(crate) other: bool,
    pub(crate) untagged: bool,
    pub(crate) off_wire: bool,
    pub(crate) around: Around,
    pub(crate) content: Content,
}

/// What stands in the path between the enum and what a variant holds.
pub(crate) enum Around {
    Nothing,
    /// The variant's own name.
    Variant(String),
    /// The member that holds the content of every variant.
    Member(String),
}

pub(crate) enum Content {
    Unit,
    Newtype(Box<Member>),
    Tuple(Vec<Member>),
    Structure(Vec<Member>),
}

/// A field.
pub(crate) struct Member {
    pub(crate) access: syn::Member,
    pub(crate) ty: Type,
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) segment: Segment,
    pub(crate) serde: Facts,
    pub(crate) treatment: Treatment,
}

/// What a member adds to the path.
pub(crate) enum Segment {
    None,
    Name,
    Index(usize),
}

/// What serde's attributes say about a member.
#[allow(clippy::struct_excessive_bools, reason = "independent facts, like those of the runtime's")]
pub(crate) struct Facts {
    pub(crate) defaulted: bool,
    pub(crate) flattened: bool,
    pub(crate) off_wire: bool,
    pub(crate) opaque: bool,
}

pub(crate) enum Treatment {
    /// Not validated, on purpose.
    Skipped,
    Validated {
        sensitive: bool,
        rules: Box<Rules>,
    },
}

/// What a value is under.
pub(crate) struct Rules {
    pub(crate) target: Target,
    /// In the order in which they are checked.
    pub(crate) constraints: Vec<Constraint>,
    pub(crate) whens: Vec<When>,
    pub(crate) inside: Inside,
    pub(crate) assertions: Vec<Assertion>,
}

/// Rules under a condition.
pub(crate) struct When {
    pub(crate) condition: TokenStream,
    pub(crate) rules: Rules,
}

/// What is asked of what is inside a value, besides what its type asks.
pub(crate) enum Inside {
    Nothing,
    Items { span: Span, rules: Box<Rules> },
    Entries { span: Span, keys: Box<Rules>, values: Box<Rules> },
}

/// A function that has to wait.
pub(crate) struct AsyncCheck {
    pub(crate) span: Span,
    pub(crate) path: Path,
    pub(crate) wording: Option<Wording>,
}

impl Item {
    /// Every member, also those inside variants.
    pub(crate) fn members(&self) -> Vec<&Member> {
        match &self.body {
            Body::Unit => Vec::new(),
            Body::Newtype { inner, beside } => std::iter::once(&**inner).chain(beside).collect(),
            Body::Structure(members) | Body::Tuple(members) => members.iter().collect(),
            Body::Enumeration { variants, .. } => {
                variants.iter().flat_map(|variant| variant.content.members()).collect()
            }
        }
    }
}

impl Content {
    pub(crate) fn members(&self) -> &[Member] {
        match self {
            Self::Unit => &[],
            Self::Newtype(member) => std::slice::from_ref(member),
            Self::Tuple(members) | Self::Structure(members) => members,
        }
    }
}

impl Member {
    pub(crate) fn rules(&self) -> Option<&Rules> {
        match &self.treatment {
            Treatment::Skipped => None,
            Treatment::Validated { rules, .. } => Some(rules),
        }
    }

    pub(crate) fn rules_mut(&mut self) -> Option<&mut Rules> {
        match &mut self.treatment {
            Treatment::Skipped => None,
            Treatment::Validated { rules, .. } => Some(rules),
        }
    }

    pub(crate) fn is_sensitive(&self) -> bool {
        matches!(self.treatment, Treatment::Validated { sensitive: true, .. })
    }
}

impl Rules {
    /// Whether nothing is asked.
    pub(crate) fn is_empty(&self) -> bool {
        let inside = matches!(self.inside, Inside::Nothing);
        self.constraints.is_empty() && self.whens.is_empty() && inside
    }

    /// Whether a length or a number of items is limited from above, always.
    pub(crate) fn has_upper_bound(&self) -> bool {
        self.constraints.iter().any(|it| it.kind.is_upper_bound())
    }

    /// The aliases that apply, always.
    pub(crate) fn aliases(&self) -> Vec<&Path> {
        let aliases = self.constraints.iter().filter_map(|it| match &it.kind {
            ConstraintKind::Apply(path) => Some(path),
            _ => None,
        });
        aliases.collect()
    }

    /// These and those inside, in the order they are written.
    pub(crate) fn all(&self) -> Vec<&Rules> {
        let mut all = vec![self];
        all.extend(self.whens.iter().flat_map(|when| when.rules.all()));
        match &self.inside {
            Inside::Nothing => {}
            Inside::Items { rules, .. } => all.extend(rules.all()),
            Inside::Entries { keys, values, .. } => {
                all.extend(keys.all().into_iter().chain(values.all()));
            }
        }
        all
    }
}
