//! What was written, before anybody asks whether it makes sense.
//!
//! Constraints keep the span of the word they were written with, because that
//! is where every complaint about them points.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Attribute, Generics, Lit, LitStr, Member, Path, Type, Visibility, WherePredicate};

use crate::attr::serde;

/// A struct or an enum.
pub(crate) struct Item {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) docs: String,
    /// What the user allows on any part of it.
    pub(crate) lints: Vec<TokenStream>,
    pub(crate) options: Options,
    pub(crate) serde: serde::Container,
    pub(crate) rules: Vec<Rule>,
    pub(crate) body: Body,
}

/// The options of `#[validate(..)]` on a type.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) krate: Option<Path>,
    /// The path of the crate is given, and could not be read.
    pub(crate) krate_is_lost: bool,
    pub(crate) context: Option<Type>,
    pub(crate) bound: Option<Vec<WherePredicate>>,
    /// Names for the fields, also where nothing on the type needs them.
    pub(crate) members: Option<Span>,
    /// Every value must have an upper bound in size.
    pub(crate) deny_unbounded: Option<Span>,
}

pub(crate) enum Body {
    Struct(Fields),
    Enum(Vec<Variant>),
    Union(Span),
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) docs: String,
    pub(crate) serde: serde::Variant,
    pub(crate) rules: Vec<Rule>,
    pub(crate) fields: Fields,
}

pub(crate) enum Fields {
    Named(Vec<Field>),
    Tuple(Vec<Field>),
    Unit,
}

pub(crate) struct Field {
    pub(crate) access: Member,
    pub(crate) ty: Type,
    pub(crate) docs: String,
    pub(crate) serde: serde::Field,
    pub(crate) rules: Vec<Rule>,
}

/// What `constraint!` declares.
pub(crate) struct Alias {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) docs: String,
    pub(crate) krate: Option<Path>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    /// The type that it constrains.
    pub(crate) ty: Type,
    pub(crate) rules: Vec<Rule>,
}

/// One constraint or mark, and the word that names it.
pub(crate) struct Rule {
    pub(crate) key: Ident,
    pub(crate) kind: RuleKind,
    pub(crate) wording: Wording,
}

/// `message = ".."` and `code = ".."`.
#[derive(Default)]
pub(crate) struct Wording {
    pub(crate) message: Option<LitStr>,
    pub(crate) code: Option<LitStr>,
}

pub(crate) enum RuleKind {
    Required,
    NotNull,
    Length(Length),
    MinItems(Expr),
    MaxItems(Expr),
    UniqueItems,
    Range(Range),
    MultipleOf(Expr),
    Pattern(Pattern),
    OneOf(Vec<Listed>),
    Ascii,
    Prefix(Expr),
    Suffix(Expr),
    Contains(Expr),
    Excludes(Expr),
    Format(Format),
    /// Another field.
    Equals(Member),
    Apply(Path),
    Check(Path),
    CheckAsync(Path),
    Each(Vec<Rule>),
    Keys(Vec<Rule>),
    Values(Vec<Rule>),
    When {
        condition: Expr,
        rules: Vec<Rule>,
    },
    Sensitive,
    Skip,
    Hidden,
    /// It could not be read, which is reported already. It is kept so that
    /// nothing else is reported because it seems to be missing.
    Unreadable,
}

#[derive(Default)]
pub(crate) struct Length {
    pub(crate) unit: Option<Unit>,
    pub(crate) min: Option<Param>,
    pub(crate) max: Option<Param>,
    pub(crate) equal: Option<Param>,
}

/// What `length` counts in a string, where it is not characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Bytes,
    Utf16,
    Graphemes,
}

#[derive(Default)]
pub(crate) struct Range {
    pub(crate) min: Option<Param>,
    pub(crate) max: Option<Param>,
    pub(crate) exclusive_min: Option<Param>,
    pub(crate) exclusive_max: Option<Param>,
}

/// `min = 3`.
pub(crate) struct Param {
    pub(crate) key: Ident,
    pub(crate) value: Expr,
}

/// An expression, which only rustc reads, or a literal, which we read too.
pub(crate) struct Expr {
    pub(crate) tokens: TokenStream,
    pub(crate) literal: Option<Lit>,
    /// It names the value being validated or the context, so that it can only
    /// be evaluated at run time.
    pub(crate) names: Names,
}

/// Which of the variables in scope an expression names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    pub(crate) this: bool,
    pub(crate) context: bool,
}

pub(crate) enum Format {
    /// One of ours, by the name of its static.
    Known(Ident),
    /// A `static` format.
    Path(Path),
}

pub(crate) enum Pattern {
    /// One that is written out.
    Literal(Source),
    /// A `static` pattern.
    Path(Path),
}

/// A pattern that is written out, and how it is meant.
pub(crate) struct Source {
    pub(crate) mode: Mode,
    /// Whether it must do without an engine.
    pub(crate) is_static: bool,
    pub(crate) text: LitStr,
    /// Texts that it must match.
    pub(crate) accepts: Vec<LitStr>,
    /// Texts that it must not match.
    pub(crate) rejects: Vec<LitStr>,
}

/// What a pattern has to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Mode {
    /// The whole string, as the anchors at its ends say.
    Anchored,
    /// Any part of the string.
    Search,
    /// The whole string, although the pattern does not say so.
    Full,
}

/// A value of `one_of`.
pub(crate) struct Listed {
    pub(crate) value: Lit,
    pub(crate) hidden: bool,
}
