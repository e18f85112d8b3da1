//! The checked model: what cannot be validated cannot be written here.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Generics, Path, Type, WherePredicate};

pub(crate) use crate::check::pattern::Compiled;
pub(crate) use crate::model::Unit;

/// A struct or an enum that can be emitted.
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
    pub(crate) body: Body,
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
        /// In the order in which they are checked.
        constraints: Vec<Constraint>,
        assertions: Vec<Assertion>,
    },
}

/// A constraint, and the word that names it in the source.
pub(crate) struct Constraint {
    pub(crate) span: Span,
    pub(crate) kind: ConstraintKind,
}

pub(crate) enum ConstraintKind {
    Required,
    OneOf(Values),
    Length {
        unit: Option<Unit>,
        limits: Limits,
        /// Whatever the pattern beside it matches is of such a length.
        implied: bool,
    },
    MinItems(Bound),
    MaxItems(Bound),
    Pattern(Pattern),
    Range(Range),
    MultipleOf(Bound),
    UniqueItems,
}

/// The limits of a length.
pub(crate) enum Limits {
    Min(Bound),
    Max(Bound),
    Between(Bound, Bound),
    Exactly(Bound),
}

/// The limits of a number.
pub(crate) enum Range {
    From(Edge),
    To(Edge),
    Between(Edge, Edge),
}

pub(crate) struct Edge {
    pub(crate) bound: Bound,
    pub(crate) exclusive: bool,
}

/// A number, or how to get it.
#[derive(Clone)]
pub(crate) enum Bound {
    Literal(TokenStream),
    /// A constant expression, evaluated in an item of its own.
    Item {
        index: usize,
        ty: ItemType,
        value: TokenStream,
    },
    /// A constant expression of a type that only the runtime's traits know.
    Constant(TokenStream),
    /// A constant expression that names generic parameters.
    Generic(TokenStream),
    /// An expression that names `self` or `context`.
    Dynamic(TokenStream),
}

/// The type of the item that holds a bound.
#[derive(Clone)]
pub(crate) enum ItemType {
    /// A length or a number of items.
    Size,
    /// The number in a field.
    Number(TokenStream),
}

/// Something about constants that rustc has to prove.
pub(crate) struct Assertion {
    pub(crate) span: Span,
    pub(crate) claim: Claim,
    pub(crate) message: &'static str,
}

pub(crate) enum Claim {
    /// One is at most as great as the other, or less.
    Ordered { lesser: Bound, greater: Bound, strict: bool },
    /// The pattern matches strings that are not shorter or longer than this.
    Fits { pattern: Pattern, min: Option<Bound>, max: Option<Bound> },
}

#[derive(Clone)]
pub(crate) enum Pattern {
    Literal {
        index: usize,
        /// An earlier member has the same pattern, and its item.
        is_shared: bool,
        compiled: Compiled,
    },
    /// The path of a static.
    Path { index: usize, path: TokenStream },
    /// A path that names generic parameters.
    Generic(TokenStream),
}

/// The values of `one_of`, in the order they were written.
pub(crate) enum Values {
    Text { shown: Vec<String>, hidden: Vec<String> },
    Integers { shown: Vec<i128>, hidden: Vec<i128> },
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
    pub(crate) fn constraints(&self) -> &[Constraint] {
        match &self.treatment {
            Treatment::Skipped => &[],
            Treatment::Validated { constraints, .. } => constraints,
        }
    }

    pub(crate) fn assertions(&self) -> &[Assertion] {
        match &self.treatment {
            Treatment::Skipped => &[],
            Treatment::Validated { assertions, .. } => assertions,
        }
    }
}

impl ConstraintKind {
    /// The bounds, in the order they were written.
    pub(crate) fn bounds(&self) -> Vec<&Bound> {
        match self {
            Self::Length { limits, .. } => limits.bounds(),
            Self::MinItems(bound) | Self::MaxItems(bound) | Self::MultipleOf(bound) => vec![bound],
            Self::Range(range) => range.edges().into_iter().map(|edge| &edge.bound).collect(),
            Self::Required | Self::OneOf(_) | Self::Pattern(_) | Self::UniqueItems => Vec::new(),
        }
    }

    /// The length that needs no check where the pattern matches.
    pub(crate) fn implied_length(&self) -> Option<&Limits> {
        match self {
            Self::Length { limits, implied: true, .. } => Some(limits),
            _ => None,
        }
    }

    /// Whether it can only be evaluated where there is a value.
    pub(crate) fn is_dynamic(&self) -> bool {
        self.bounds().into_iter().any(|bound| matches!(bound, Bound::Dynamic(_)))
    }
}

impl Limits {
    fn bounds(&self) -> Vec<&Bound> {
        match self {
            Self::Min(bound) | Self::Max(bound) | Self::Exactly(bound) => vec![bound],
            Self::Between(min, max) => vec![min, max],
        }
    }
}

impl Range {
    fn edges(&self) -> Vec<&Edge> {
        match self {
            Self::From(edge) | Self::To(edge) => vec![edge],
            Self::Between(lower, upper) => vec![lower, upper],
        }
    }
}
