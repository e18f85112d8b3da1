//! Rules as data, and as the statements that check them.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Path, Type};

use super::{constraint, items, local, target};
use crate::check::checked::{Constraint, ConstraintKind, Equals, Inside, Rules, Target, When};
use crate::types::Kind;

/// What the checks of a type or a variant have around them.
pub(super) struct Frame<'a> {
    /// The type of the context that is handed on.
    pub(super) context: &'a TokenStream,
    /// The context that the type asks for.
    pub(super) named: Option<&'a Type>,
    /// Whether fields are bound by a pattern, and not reached through `self`.
    pub(super) is_variant: bool,
}

impl Frame<'_> {
    /// Another field, and its name.
    pub(super) fn sibling(&self, Equals { access, index, name }: &Equals) -> Vec<TokenStream> {
        // Where the two cannot be compared, rustc points at the name of the other.
        let other = if self.is_variant {
            let mut field = local::field(*index);
            field.set_span(local::hygienic(access.span()));
            quote!(#field)
        } else {
            let span = Span::call_site().located_at(access.span());
            quote_spanned!(span=> &self.#access)
        };
        vec![other, quote!(#name)]
    }

    /// A function of the developer's, and the context that it is given.
    pub(super) fn function(&self, path: &Path) -> Vec<TokenStream> {
        vec![quote!(#path), self.given()]
    }

    /// The context that functions of the developer's are given.
    pub(super) fn given(&self) -> TokenStream {
        if self.named.is_some() {
            local::variable("context", Span::call_site()).to_token_stream()
        } else {
            quote!(&())
        }
    }

    pub(super) fn context_of_checks(&self) -> TokenStream {
        self.named.map_or_else(|| quote!(()), |ty| quote!(#ty))
    }
}

/// The rules in a shape; `None` where there are none.
pub(super) fn data(rules: &Rules) -> Option<TokenStream> {
    let all = list(rules);
    (!all.is_empty()).then(|| quote!(.with_rules(const { &[#(#all),*] })))
}

/// Each rule as data.
pub(super) fn list(rules: &Rules) -> Vec<TokenStream> {
    let constraints = rules.constraints.iter().map(|it| constraint::rule(it, &rules.target));
    let whens = rules.whens.iter().map(|When { condition, rules }| {
        let (written, inside) = (local::written(condition), list(rules));
        quote!(__p::rule::when(#written, const { &[#(#inside),*] }))
    });
    let mut all: Vec<TokenStream> = constraints.chain(whens).collect();
    match &rules.inside {
        Inside::Nothing => {}
        Inside::Items { rules, .. } => all.push(nested("each", rules)),
        Inside::Entries { keys, values, .. } => {
            all.extend((!keys.is_empty()).then(|| nested("keys", keys)));
            all.extend((!values.is_empty()).then(|| nested("values", values)));
        }
    }
    all
}

fn nested(name: &str, rules: &Rules) -> TokenStream {
    let (name, inside) = (Ident::new(name, Span::call_site()), list(rules));
    quote!(__p::rule::#name(const { &[#(#inside),*] }))
}

/// The statements that check a value.
pub(super) struct Statements {
    tokens: TokenStream,
    /// Whether they say if the value may be walked, in the variable `within`.
    is_gated: bool,
}

fn within() -> Ident {
    local::variable("within", Span::call_site())
}

impl Statements {
    fn push(&mut self, tokens: &TokenStream) {
        self.tokens.extend(quote!(#tokens;));
    }

    /// Whether the value may be walked, as far as is known.
    fn within(&self) -> TokenStream {
        if self.is_gated { within().into_token_stream() } else { quote!(true) }
    }

    /// A call that answers whether a list may be walked.
    fn push_gate(&mut self, call: &TokenStream) {
        let within = within();
        let before = self.is_gated.then(|| quote!(& #within));
        self.tokens.extend(quote!(let #within = #call #before;));
        self.is_gated = true;
    }

    /// Something that walks a list.
    fn push_walk(&mut self, tokens: &TokenStream) {
        let within = within();
        self.tokens.extend(if self.is_gated {
            quote!(if #within { #tokens })
        } else {
            tokens.clone()
        });
    }

    pub(super) fn into_tokens(self) -> TokenStream {
        self.tokens
    }
}

/// The constraints in order, then what is inside, unless a list is too long to
/// be walked. With `walk`, that includes what the types inside are under.
pub(super) fn check(rules: &Rules, walk: bool, frame: &Frame<'_>) -> Statements {
    checks(rules, walk, frame, false)
}

/// The same for an alias, which is told in `within` whether it may walk.
pub(super) fn check_within(rules: &Rules, frame: &Frame<'_>) -> Statements {
    checks(rules, false, frame, true)
}

/// The same where `within` may already say that the value is too long.
fn checks(rules: &Rules, walk: bool, frame: &Frame<'_>, is_gated: bool) -> Statements {
    let mut statements = Statements { tokens: items::generic_assertions(rules), is_gated };
    let implied = rules.constraints.iter().find_map(|it| it.kind.implied_length());
    for it in rules.constraints.iter().filter(|it| it.kind.implied_length().is_none()) {
        let call = constraint::check(it, implied, &rules.target, &statements.within(), frame);
        match &it.kind {
            // A function is given no list that is too long to be walked.
            ConstraintKind::UniqueItems | ConstraintKind::Check(_) => {
                statements.push_walk(&quote!(#call;));
            }
            _ if is_gate(it, &rules.target) => statements.push_gate(&call),
            _ => statements.push(&call),
        }
    }
    for it in &rules.whens {
        when(it, frame, &mut statements);
    }
    if let Some(inside) = inside(rules, walk, frame) {
        statements.push_walk(&inside);
    }
    statements
}

/// Whether the check answers if the value may be walked. In a string there is
/// nothing to walk.
fn is_gate(constraint: &Constraint, target: &Target) -> bool {
    match &constraint.kind {
        ConstraintKind::Length { unit, .. } => unit.is_none() && target.kind() != Kind::Text,
        ConstraintKind::MaxItems(_) => true,
        ConstraintKind::Apply(_) => target.kind() != Kind::Text,
        _ => false,
    }
}

fn when(When { condition, rules }: &When, frame: &Frame<'_>, statements: &mut Statements) {
    let inner = checks(rules, false, frame, statements.is_gated);
    let (within, inner) = (within(), inner.tokens);
    let condition = condition_of_if(condition);
    if gates(rules) {
        statements.push_gate(&quote!(if #condition { #inner #within } else { true }));
    } else {
        statements.tokens.extend(quote!(if #condition { #inner }));
    }
}

/// The condition behind an `if`, where the braces of a struct literal would be
/// taken for the block. A `let` stands only there.
fn condition_of_if(condition: &TokenStream) -> TokenStream {
    let any = |is: fn(&TokenTree) -> bool| condition.clone().into_iter().any(|tree| is(&tree));
    let has_let = any(|tree| matches!(tree, TokenTree::Ident(word) if word == "let"));
    let has_braces =
        any(|tree| matches!(tree, TokenTree::Group(it) if it.delimiter() == Delimiter::Brace));
    if has_braces && !has_let {
        quote!(::core::convert::identity::<::core::primitive::bool>(#condition))
    } else {
        condition.clone()
    }
}

/// Whether a check of the rules answers if the value may be walked.
fn gates(rules: &Rules) -> bool {
    rules.constraints.iter().any(|it| is_gate(it, &rules.target))
        || rules.whens.iter().any(|it| gates(&it.rules))
}

/// What walks the value, if anything does.
fn inside(rules: &Rules, walk: bool, frame: &Frame<'_>) -> Option<TokenStream> {
    let (name, span, closures) = match &rules.inside {
        Inside::Nothing => return walk.then(|| validate(rules, frame)),
        Inside::Items { span, rules } => ("each", *span, vec![closure(rules, walk, frame)]),
        Inside::Entries { span, keys, values } => {
            ("entries", *span, vec![closure(keys, walk, frame), closure(values, walk, frame)])
        }
    };
    // A type that is not written out is named to get inside, too, and rustc is to
    // report once that nothing is inside: at the same place.
    let is_known = rules.target.kind() != Kind::Unknown;
    let span = if is_known { span } else { rules.target.ty.span() };
    let [value, at, out] = ["value", "at", "out"].map(|name| local::variable(name, span));
    let span = local::hygienic(span);
    let name = Ident::new(name, span);
    Some(quote_spanned!(span=> __p::check::#name(#value, #at.location(), #out, #(#closures),*);))
}

/// What checks one item, key or value.
fn closure(rules: &Rules, walk: bool, frame: &Frame<'_>) -> TokenStream {
    let [value, at, out] =
        ["value", "at", "out"].map(|name| local::variable(name, Span::call_site()));
    let checks = check(rules, walk, frame).tokens;
    if checks.is_empty() { quote!(|_, _, _| {}) } else { quote!(|#value, #at, #out| { #checks }) }
}

/// The call for what the type is under. Where the type is not validated, rustc
/// points at it in the field's declaration.
fn validate(rules: &Rules, frame: &Frame<'_>) -> TokenStream {
    let (ty, context, span) = (target::ty(&rules.target), frame.context, rules.target.ty.span());
    let variables = ["value", "context", "at", "out"];
    let [value, given, at, out] = variables.map(|name| local::variable(name, span));
    let span = local::hygienic(span);
    quote_spanned! {span=>
        <#ty as __p::ValidateWith<#context>>::validate_at(#value, #given, #at, #out);
    }
}
