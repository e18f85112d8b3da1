//! `constraint! { pub AccountId for str { length(equal = 12) } }`

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Token, Type, Visibility};

use crate::attr::written::{self, Written};
use crate::attr::{args, docs, options, rules};
use crate::ctxt::Ctxt;
use crate::model::Alias;

const EXAMPLE: &str = "write `constraint! { pub Name for str { length(max = 64) } }`";

/// The declarations in one invocation, as far as they could be read.
pub(crate) fn all(tokens: TokenStream, cx: &Ctxt) -> Vec<Alias> {
    match declarations.parse2(tokens) {
        Ok(declarations) => declarations.into_iter().map(|it| it.read(cx)).collect(),
        Err(error) => {
            cx.error(error.span(), format!("{error}: {EXAMPLE}"));
            Vec::new()
        }
    }
}

fn declarations(input: ParseStream<'_>) -> syn::Result<Vec<Declaration>> {
    let mut all = vec![input.parse()?];
    while !input.is_empty() {
        all.push(input.parse()?);
    }
    Ok(all)
}

/// One alias with its constraints unread.
struct Declaration {
    attrs: Vec<Attribute>,
    vis: Visibility,
    ident: Ident,
    ty: Type,
    body: Group,
}

impl Parse for Declaration {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (attrs, vis) = (input.call(Attribute::parse_outer)?, input.parse()?);
        let ident = input.parse()?;
        input.parse::<Token![for]>()?;
        Ok(Self { attrs, vis, ident, ty: target(input)?, body: body(input)? })
    }
}

fn target(input: ParseStream<'_>) -> syn::Result<Type> {
    let at = input.span();
    input.parse().map_err(|_| syn::Error::new(at, "expected a type"))
}

fn body(input: ParseStream<'_>) -> syn::Result<Group> {
    let at = input.span();
    match input.parse() {
        Ok(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => Ok(group),
        _ => Err(syn::Error::new(at, "expected constraints in braces")),
    }
}

/// Reports what belongs into the braces, or to a type.
fn misplaced(written: &Written, cx: &Ctxt) {
    let key = &written.key;
    let message = if options::NAMES.iter().any(|name| key == name) {
        format!("`{key}` belongs to a type that derives `Validate`: remove it")
    } else {
        format!("constraints of an alias stand in its braces: move `{key}` there")
    };
    cx.error(key.span(), message);
}

/// `crate = path`, the only option of an alias.
fn is_path(written: &Written) -> bool {
    written.key == "crate"
}

impl Declaration {
    fn read(self, cx: &Ctxt) -> Alias {
        let in_front = written::all(&self.attrs, cx);
        let (options, rest): (Vec<_>, Vec<_>) = in_front.into_iter().partition(is_path);
        for it in &rest {
            misplaced(it, cx);
        }
        let args = args::split(self.body.stream());
        if args.is_empty() {
            cx.error(self.body.span(), format!("an alias needs constraints: {EXAMPLE}"));
        }
        let written = args.iter().filter_map(|arg| Written::read(arg, cx)).collect();
        Alias {
            docs: docs::read(&self.attrs),
            krate: options::read(options, cx).krate,
            attrs: self.attrs.into_iter().filter(|it| !written::is_ours(it)).collect(),
            vis: self.vis,
            ident: self.ident,
            ty: self.ty,
            rules: rules::read(written, &[], cx),
        }
    }
}
