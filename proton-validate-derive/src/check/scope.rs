//! What the checks know about the type around them.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericParam, Generics};

use super::pattern::Compiled;
use crate::attr::expr;
use crate::ctxt::Ctxt;
use crate::model::{Body, Expr, Field, Fields, Item, RuleKind};

pub(crate) struct Scope<'a> {
    pub(crate) cx: &'a Ctxt,
    ident: &'a Ident,
    /// Words that mean something only inside the implementations.
    params: Vec<Ident>,
    /// The fields that are sensitive, by name or number.
    sensitive: Vec<String>,
    around: Around,
    next: Cell<usize>,
    /// The patterns that have an item, and the numbers of those.
    patterns: RefCell<Vec<(Compiled, usize)>>,
}

/// What expressions can name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    /// `self`, and `context` if it has a type.
    Type { has_context: bool },
    /// Neither.
    Alias,
}

impl<'a> Scope<'a> {
    pub(crate) fn new(item: &'a Item, cx: &'a Ctxt) -> Self {
        Self {
            cx,
            ident: &item.ident,
            params: params(&item.generics),
            sensitive: sensitive(&item.body),
            around: Around::Type { has_context: item.options.context.is_some() },
            next: Cell::new(0),
            patterns: RefCell::default(),
        }
    }

    pub(crate) fn alias(ident: &'a Ident, cx: &'a Ctxt) -> Self {
        Self {
            cx,
            ident,
            params: Vec::new(),
            sensitive: Vec::new(),
            around: Around::Alias,
            next: Cell::new(0),
            patterns: RefCell::default(),
        }
    }

    /// Whether everything that an expression names is there; if not, that is
    /// reported.
    pub(crate) fn knows(&self, expr: &Expr) -> bool {
        let complaint = match self.around {
            Around::Alias if expr.names.this || expr.names.context => {
                "an alias knows neither `self` nor `context`: write the constraint on the field"
            }
            Around::Type { has_context: false } if expr.names.context => {
                "`context` has no type here: write `#[validate(context = Type)]` above the type"
            }
            _ => return true,
        };
        self.cx.error_over(&expr.tokens, complaint);
        false
    }

    /// Whether a field of `self` is sensitive.
    pub(crate) fn is_sensitive(&self, field: &TokenTree) -> bool {
        self.sensitive.contains(&field.to_string())
    }

    /// A number for an item of the expansion.
    pub(crate) fn next_index(&self) -> usize {
        self.next.replace(self.next.get() + 1)
    }

    /// The number of the item that holds a pattern, and whether it is a new one:
    /// members under the same pattern, with the same examples, share it.
    pub(crate) fn pattern_index(&self, pattern: &Compiled) -> (usize, bool) {
        let mut patterns = self.patterns.borrow_mut();
        let is_same = |known: &Compiled| {
            Arc::ptr_eq(&known.program, &pattern.program) && known.accepts == pattern.accepts
        };
        if let Some((_, index)) = patterns.iter().find(|(known, _)| is_same(known)) {
            return (*index, false);
        }
        let index = self.next_index();
        patterns.push((pattern.clone(), index));
        (index, true)
    }

    /// The expression as it reads outside the implementations, where `Self` is
    /// not known; `None` if it names something generic.
    pub(crate) fn outside(&self, expression: &TokenStream) -> Option<TokenStream> {
        let generic = !self.params.is_empty()
            && (expr::mentions(expression.clone(), &self.params)
                || expr::mentions(expression.clone(), &[Ident::new("Self", self.ident.span())]));
        (!generic).then(|| expr::replace(expression.clone(), "Self", self.ident))
    }
}

fn sensitive(body: &Body) -> Vec<String> {
    let fields = match body {
        Body::Struct(Fields::Named(fields) | Fields::Tuple(fields)) => fields.as_slice(),
        _ => &[],
    };
    let is_sensitive =
        |field: &&Field| field.rules.iter().any(|rule| matches!(rule.kind, RuleKind::Sensitive));
    fields.iter().filter(is_sensitive).map(|it| it.access.to_token_stream().to_string()).collect()
}

fn params(generics: &Generics) -> Vec<Ident> {
    let ident = |param: &GenericParam| match param {
        GenericParam::Type(param) => Some(param.ident.clone()),
        GenericParam::Const(param) => Some(param.ident.clone()),
        GenericParam::Lifetime(_) => None,
    };
    generics.params.iter().filter_map(ident).collect()
}
