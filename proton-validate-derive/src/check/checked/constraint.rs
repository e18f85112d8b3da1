//! Constraints in the checked model, and their parameters.

use proc_macro2::{Ident, Span, TokenStream};
use syn::Path;

use crate::attr::expr;
use crate::check::pattern::Compiled;
use crate::model::Unit;

/// A constraint, and the word that names it in the source.
pub(crate) struct Constraint {
    pub(crate) span: Span,
    pub(crate) kind: ConstraintKind,
    pub(crate) wording: Option<Wording>,
}

/// The developer's own words, in an item.
pub(crate) struct Wording {
    pub(crate) index: usize,
    pub(crate) message: Option<String>,
    pub(crate) code: Option<String>,
}

pub(crate) enum ConstraintKind {
    Required,
    NotNull,
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
    Ascii,
    Text {
        part: Part,
        text: Bound,
    },
    /// A static, by its path, or by its name in the runtime.
    Format(Format),
    Equals(Equals),
    Apply(Path),
    Check(Path),
}

/// Where in a string a text must stand, or must not.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Prefix,
    Suffix,
    Contains,
    Excludes,
}

pub(crate) enum Format {
    Known(Ident),
    Path(Bound),
}

/// The formats whose texts have a greatest length.
const BOUNDED_FORMATS: &[&str] =
    &["UUID", "EMAIL", "HOSTNAME", "IPV4", "IPV6", "IP", "CIDR", "DATE", "PHONE", "CREDIT_CARD"];

/// Another field of the same structure.
pub(crate) struct Equals {
    pub(crate) access: syn::Member,
    /// Its index among the fields.
    pub(crate) index: usize,
    /// Its name on the wire.
    pub(crate) name: String,
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

/// A number, a text or a format, or how to get it.
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
    /// A part of a string.
    Text,
    /// A format, whose path is the value.
    Format,
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
    /// The text is not empty.
    NotEmpty(Bound),
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

impl ConstraintKind {
    /// The bounds, in the order they were written.
    pub(crate) fn bounds(&self) -> Vec<&Bound> {
        match self {
            Self::Length { limits, .. } => limits.bounds(),
            Self::MinItems(bound)
            | Self::MaxItems(bound)
            | Self::MultipleOf(bound)
            | Self::Text { text: bound, .. }
            | Self::Format(Format::Path(bound)) => vec![bound],
            Self::Range(range) => {
                let (lower, upper) = range.ends();
                lower.into_iter().chain(upper).map(|edge| &edge.bound).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether it limits a length or a number of items from above.
    pub(crate) fn is_upper_bound(&self) -> bool {
        match self {
            // A grapheme can hold any number of characters.
            Self::Length { unit: Some(Unit::Graphemes), .. } => false,
            Self::Length { limits, .. } => limits.max().is_some_and(Bound::is_given),
            Self::MaxItems(max) => max.is_given(),
            Self::OneOf(_) => true,
            Self::Pattern(Pattern::Literal { compiled, .. }) => compiled.longest().is_some(),
            Self::Format(Format::Known(name)) => BOUNDED_FORMATS.iter().any(|it| name == it),
            _ => false,
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

impl Bound {
    /// Whether the value that is validated has no say in it.
    fn is_given(&self) -> bool {
        !matches!(self, Self::Dynamic(tokens) if expr::names(tokens.clone()).this)
    }
}

impl Limits {
    fn max(&self) -> Option<&Bound> {
        match self {
            Self::Min(_) => None,
            Self::Max(max) | Self::Between(_, max) | Self::Exactly(max) => Some(max),
        }
    }

    fn bounds(&self) -> Vec<&Bound> {
        match self {
            Self::Min(bound) | Self::Max(bound) | Self::Exactly(bound) => vec![bound],
            Self::Between(min, max) => vec![min, max],
        }
    }
}

impl Range {
    /// The lower and the upper end.
    pub(crate) fn ends(&self) -> (Option<&Edge>, Option<&Edge>) {
        match self {
            Self::From(lower) => (Some(lower), None),
            Self::To(upper) => (None, Some(upper)),
            Self::Between(lower, upper) => (Some(lower), Some(upper)),
        }
    }
}
