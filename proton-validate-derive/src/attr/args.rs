//! The arguments of an attribute as pieces between commas, before anybody knows
//! what they mean. Nothing here can fail.

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};

/// One argument: the tokens up to a comma.
#[derive(Clone)]
pub(crate) struct Arg {
    trees: Vec<TokenTree>,
    /// Where to complain when there are no tokens.
    comma: Span,
}

/// Splits at the commas that stand at the top: not those inside brackets, nor
/// those between generic arguments (`limit::<A, B>()`, `<A as B<C, D>>::MAX`).
pub(crate) fn split(tokens: TokenStream) -> Vec<Arg> {
    let mut args = Vec::new();
    let mut trees: Vec<TokenTree> = Vec::new();
    let mut angles = 0_usize;
    for tree in tokens {
        match punct(&tree) {
            Some(',') if angles == 0 => {
                let comma = tree.span();
                args.push(Arg { trees: std::mem::take(&mut trees), comma });
                continue;
            }
            Some('<') if angles > 0 || opens_generics(&trees) => angles += 1,
            Some('>') if !ends_arrow(&trees) => angles = angles.saturating_sub(1),
            _ => {}
        }
        trees.push(tree);
    }
    if let Some(last) = trees.last() {
        let comma = last.span();
        args.push(Arg { trees, comma });
    }
    args
}

impl Arg {
    /// The whole argument.
    pub(crate) fn tokens(&self) -> TokenStream {
        self.trees.iter().cloned().collect()
    }

    /// Where it starts.
    pub(crate) fn span(&self) -> Span {
        self.trees.first().map_or(self.comma, TokenTree::span)
    }

    /// `min = 3` as its key and its value.
    pub(crate) fn assignment(&self) -> Option<(&Ident, TokenStream)> {
        match self.trees.as_slice() {
            [TokenTree::Ident(key), TokenTree::Punct(equals), value @ ..]
                if equals.as_char() == '=' && !is_comparison(equals.spacing(), value) =>
            {
                Some((key, value.iter().cloned().collect()))
            }
            _ => None,
        }
    }

    /// `search`: one word alone.
    pub(crate) fn word(&self) -> Option<&Ident> {
        match self.trees.as_slice() {
            [TokenTree::Ident(word)] => Some(word),
            _ => None,
        }
    }

    /// `hidden("a")`: a word and what stands in its parentheses.
    pub(crate) fn call(&self) -> Option<(&Ident, &Group)> {
        match self.trees.as_slice() {
            [TokenTree::Ident(name), TokenTree::Group(group)]
                if group.delimiter() == Delimiter::Parenthesis =>
            {
                Some((name, group))
            }
            _ => None,
        }
    }

    /// A semicolon, where a comma was meant.
    pub(crate) fn semicolon(&self) -> Option<Span> {
        self.trees.iter().find(|tree| punct(tree) == Some(';')).map(TokenTree::span)
    }

    /// `1..=5` as what stands left and right of the dots, and whether the end
    /// is included.
    pub(crate) fn range(&self) -> Option<(TokenStream, TokenStream, bool)> {
        let dots = self.trees.windows(2).position(|pair| {
            punct(&pair[0]) == Some('.') && is_joint(&pair[0]) && punct(&pair[1]) == Some('.')
        })?;
        let (left, right) = (&self.trees[..dots], &self.trees[dots + 2..]);
        let inclusive = right.first().and_then(punct) == Some('=');
        let right = &right[usize::from(inclusive)..];
        Some((left.iter().cloned().collect(), right.iter().cloned().collect(), inclusive))
    }
}

/// `key == value` is an expression, not an assignment.
fn is_comparison(spacing: Spacing, rest: &[TokenTree]) -> bool {
    spacing == Spacing::Joint && rest.first().and_then(punct).is_some_and(|c| c == '=')
}

/// A `<` starts generic arguments after `::`, and a qualified path where no
/// operand stands on its left; anywhere else it compares.
fn opens_generics(before: &[TokenTree]) -> bool {
    match before.last() {
        None => true,
        Some(TokenTree::Punct(punct)) => match punct.as_char() {
            '?' => false,
            '<' => punct.spacing() == Spacing::Alone,
            _ => true,
        },
        Some(_) => false,
    }
}

/// The `>` of `->` and `=>` closes nothing.
fn ends_arrow(before: &[TokenTree]) -> bool {
    before.last().is_some_and(|tree| is_joint(tree) && matches!(punct(tree), Some('-' | '=')))
}

fn punct(tree: &TokenTree) -> Option<char> {
    match tree {
        TokenTree::Punct(punct) => Some(punct.as_char()),
        _ => None,
    }
}

fn is_joint(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(source: &str) -> Vec<String> {
        let tokens: TokenStream = source.parse().unwrap();
        split(tokens).iter().map(|arg| arg.tokens().to_string().replace(' ', "")).collect()
    }

    fn only(source: &str) -> Arg {
        let mut args = split(source.parse().unwrap());
        assert_eq!(args.len(), 1, "{source}");
        args.remove(0)
    }

    #[test]
    fn splits_at_the_top_only() {
        assert_eq!(pieces(""), [""; 0]);
        assert_eq!(pieces("a, b(1, 2), [c, d],"), ["a", "b(1,2)", "[c,d]"]);
        assert_eq!(pieces("a,,b"), ["a", "", "b"]);
        assert_eq!(pieces(","), [""]);
    }

    #[test]
    fn generic_arguments_stay_together() {
        assert_eq!(pieces("min = f::<A, B>(), max = 3"), ["min=f::<A,B>()", "max=3"]);
        assert_eq!(pieces("<A as B<C, D>>::MIN, 4"), ["<AasB<C,D>>::MIN", "4"]);
        assert_eq!(pieces("g::<fn(A) -> B, C>(), 4"), ["g::<fn(A)->B,C>()", "4"]);
        assert_eq!(pieces("min = <A as B<C, D>>::MIN, 4"), ["min=<AasB<C,D>>::MIN", "4"]);
    }

    #[test]
    fn comparisons_do_not_open_generics() {
        assert_eq!(pieces("a < b, c > d"), ["a<b", "c>d"]);
        assert_eq!(pieces("f(x) < 3, 4"), ["f(x)<3", "4"]);
        assert_eq!(pieces("1 << 3, 4 >> 1"), ["1<<3", "4>>1"]);
    }

    #[test]
    fn an_argument_is_what_it_looks_like() {
        let min = only("min = 3 + 4");
        assert_eq!(min.assignment().unwrap().0, "min");
        assert!(only("min == 3").assignment().is_none());
        assert!(only("min").word().is_some());
        assert!(only("hidden(\"a\")").call().is_some());
        assert!(only("hidden[0]").call().is_none());
    }

    #[test]
    fn ranges_are_seen() {
        let (left, right, inclusive) = only("1 ..= MAX").range().unwrap();
        assert_eq!(
            (left.to_string(), right.to_string(), inclusive),
            ("1".into(), "MAX".into(), true)
        );
        let (left, right, inclusive) = only("..5").range().unwrap();
        assert_eq!(
            (left.to_string(), right.to_string(), inclusive),
            (String::new(), "5".into(), false)
        );
        assert!(only("a.b.c").range().is_none());
    }
}
