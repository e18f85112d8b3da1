//! What the checks know about the type around them.

use std::cell::Cell;

use proc_macro2::{Ident, TokenStream};
use syn::{GenericParam, Generics};

use crate::attr::expr;
use crate::ctxt::Ctxt;
use crate::model::Item;

pub(crate) struct Scope<'a> {
    pub(crate) cx: &'a Ctxt,
    ident: &'a Ident,
    /// Words that mean something only inside the implementations.
    params: Vec<Ident>,
    pub(crate) has_context: bool,
    next: Cell<usize>,
}

impl<'a> Scope<'a> {
    pub(crate) fn new(item: &'a Item, cx: &'a Ctxt) -> Self {
        Self {
            cx,
            ident: &item.ident,
            params: params(&item.generics),
            has_context: item.options.context.is_some(),
            next: Cell::new(0),
        }
    }

    /// A number for an item of the expansion.
    pub(crate) fn next_index(&self) -> usize {
        self.next.replace(self.next.get() + 1)
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

fn params(generics: &Generics) -> Vec<Ident> {
    let ident = |param: &GenericParam| match param {
        GenericParam::Type(param) => Some(param.ident.clone()),
        GenericParam::Const(param) => Some(param.ident.clone()),
        GenericParam::Lifetime(_) => None,
    };
    generics.params.iter().filter_map(ident).collect()
}
