//! Expressions: tokens for rustc, of which we read only what we must.

use proc_macro2::{Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use syn::{Lit, Variant};

use crate::ctxt::Ctxt;
use crate::model::{Expr, Names};

/// Reads an expression; in an error, `what` says what it would be, and `instead`
/// what to write.
pub(crate) fn read(
    tokens: TokenStream,
    at: Span,
    what: &str,
    instead: &str,
    cx: &Ctxt,
) -> Option<Expr> {
    if tokens.is_empty() {
        cx.error(at, format!("{what} has no value: write {instead} or a constant"));
        return None;
    }
    if well_formed(tokens.clone()).is_err() {
        let message = format!("{what} is not an expression: write {instead} or a constant");
        cx.error_over(tokens, message);
        return None;
    }
    Some(Expr {
        literal: syn::parse2::<Lit>(tokens.clone()).ok(),
        names: names(tokens.clone()),
        tokens,
    })
}

/// Whether the tokens have the form of one expression.
///
/// rustc would complain too, but about the expansion as a whole, which then
/// takes every implementation with it. The discriminant of a variant is the one
/// place where syn reads any expression without its feature `full`.
fn well_formed(expression: TokenStream) -> syn::Result<()> {
    let mut variant = TokenStream::new();
    variant.extend([
        TokenTree::from(Ident::new("Value", Span::call_site())),
        TokenTree::from(Punct::new('=', Spacing::Alone)),
    ]);
    variant.extend(expression);
    syn::parse2::<Variant>(variant).map(drop)
}

/// Which of `self` and `context` the tokens name as variables: not as the start
/// of a path (`self::MAX`) and not as a field (`config.context`).
pub(crate) fn names(tokens: TokenStream) -> Names {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Names::default();
    for (i, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Group(group) => {
                let inside = names(group.stream());
                found.this |= inside.this;
                found.context |= inside.context;
            }
            TokenTree::Ident(ident) if is_variable(&trees[..i], &trees[i + 1..]) => {
                found.this |= ident == "self";
                found.context |= ident == "context";
            }
            _ => {}
        }
    }
    found
}

fn is_variable(before: &[TokenTree], after: &[TokenTree]) -> bool {
    let is =
        |tree: Option<&TokenTree>, c| matches!(tree, Some(TokenTree::Punct(p)) if p.as_char() == c);
    let field =
        is(before.last(), '.') && !is(before.len().checked_sub(2).and_then(|i| before.get(i)), '.');
    let path = is(after.first(), ':') || is(before.last(), ':');
    !field && !path
}

/// The fields of `self` that the tokens name directly: `self.field`.
pub(crate) fn fields_of_self(tokens: TokenStream) -> Vec<TokenTree> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut fields = Vec::new();
    for (i, tree) in trees.iter().enumerate() {
        match (tree, &trees[i + 1..]) {
            (TokenTree::Group(group), _) => fields.extend(fields_of_self(group.stream())),
            (TokenTree::Ident(this), [TokenTree::Punct(dot), field, ..])
                if this == "self" && dot.as_char() == '.' =>
            {
                fields.push(field.clone());
            }
            _ => {}
        }
    }
    fields
}

/// Whether one of the words stands anywhere in the tokens.
pub(crate) fn mentions(tokens: TokenStream, words: &[Ident]) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Group(group) => mentions(group.stream(), words),
        TokenTree::Ident(ident) => words.contains(&ident),
        _ => false,
    })
}

/// The tokens with every word `from` replaced by `to`.
pub(crate) fn replace(tokens: TokenStream, from: &str, to: &Ident) -> TokenStream {
    let tree = |tree| match tree {
        TokenTree::Ident(ident) if ident == from => {
            let mut to = to.clone();
            to.set_span(ident.span());
            to.into()
        }
        TokenTree::Group(group) => {
            let inside = replace(group.stream(), from, to);
            let mut replaced = Group::new(group.delimiter(), inside);
            replaced.set_span(group.span());
            replaced.into()
        }
        other => other,
    };
    tokens.into_iter().map(tree).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(source: &str) -> TokenStream {
        source.parse().unwrap()
    }

    #[test]
    fn fields_of_self_are_found_in_groups_too() {
        let fields = |source| {
            fields_of_self(tokens(source)).iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(fields("self.a + (self.b).c * other.d"), ["a", "b"]);
        assert_eq!(fields("self.0.len()"), ["0"]);
        assert_eq!(fields("self::A + me.self_a"), [""; 0]);
    }

    fn this_and_context(source: &str) -> (bool, bool) {
        let names = names(tokens(source));
        (names.this, names.context)
    }

    #[test]
    fn variables_are_told_from_paths_and_fields() {
        assert_eq!(this_and_context("self.max"), (true, false));
        assert_eq!(this_and_context("f(context.max, 3)"), (false, true));
        assert_eq!(this_and_context("0..context"), (false, true));
        assert_eq!(this_and_context("self::MAX + context::MAX"), (false, false));
        assert_eq!(this_and_context("CONFIG.context + crate::context"), (false, false));
    }

    #[test]
    fn any_expression_is_read_and_nothing_else() {
        let good = [
            "3",
            "-1",
            "A + B",
            "f::<A, B>(1)",
            "{ 1 }",
            "if A { 1 } else { 2 }",
            "self.a as usize",
        ];
        for source in good {
            let cx = Ctxt::default();
            assert!(
                read(tokens(source), Span::call_site(), "`max`", "a number", &cx).is_some(),
                "{source}"
            );
        }
        for source in ["", "3 4", "A +", "let", "a b", "=> 3"] {
            let cx = Ctxt::default();
            assert!(
                read(tokens(source), Span::call_site(), "`max`", "a number", &cx).is_none(),
                "{source}"
            );
            assert_eq!(cx.count(), 1, "{source}");
        }
    }

    #[test]
    fn words_are_found_and_replaced_at_any_depth() {
        let this = Ident::new("Input", Span::call_site());
        let source = tokens("f(Self::A) + [Self::B]");
        assert!(mentions(source.clone(), &[Ident::new("Self", Span::call_site())]));
        let replaced = replace(source, "Self", &this);
        assert_eq!(replaced.to_string(), tokens("f(Input::A) + [Input::B]").to_string());
    }
}
