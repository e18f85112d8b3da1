//! Doc comments.

use syn::{Attribute, Expr, Lit, Meta};

/// The lines of the doc comment without the space in front; empty if none.
pub(crate) fn read(attrs: &[Attribute]) -> String {
    let text: Vec<String> = attrs.iter().filter_map(line).collect();
    let lines: Vec<&str> = text.iter().flat_map(|text| text.lines()).map(trim).collect();
    lines.join("\n").trim().to_owned()
}

/// One `#[doc = ".."]`, which may be a block of several lines.
fn line(attr: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attr.meta else {
        return None;
    };
    let Expr::Lit(expr) = &meta.value else {
        return None;
    };
    match &expr.lit {
        // An empty line separates paragraphs, and `lines` would swallow it.
        Lit::Str(text) if meta.path.is_ident("doc") => Some(text.value() + "\n"),
        _ => None,
    }
}

fn trim(line: &str) -> &str {
    line.strip_prefix(' ').unwrap_or(line).trim_end()
}

#[cfg(test)]
mod tests {
    fn docs(source: &str) -> String {
        super::read(&syn::parse_str::<syn::DeriveInput>(source).unwrap().attrs)
    }

    #[test]
    fn lines_are_joined_without_their_leading_space() {
        assert_eq!(docs("/// One.\n///\n///   code\nstruct S;"), "One.\n\n  code");
        assert_eq!(docs("/** Block\n of two */ struct S;"), "Block\nof two");
    }

    #[test]
    fn other_attributes_are_no_docs() {
        assert_eq!(
            docs("#[doc(hidden)] #[deprecated = \"x\"] #[doc = include_str!(\"x\")] struct S;"),
            ""
        );
    }
}
