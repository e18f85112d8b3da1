//! Parameters and bounds of the implementations.
//!
//! Like serde, we bound the parameters and not the types of the fields, so that
//! recursive types compile.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{
    AngleBracketedGenericArguments, AssocType, GenericArgument, GenericParam, Generics, Path,
    PathArguments, ReturnType, Type, TypeParamBound, TypePath, WherePredicate,
};

use crate::check::checked::{Item, Treatment};
use crate::types;

/// The parameter that stands for every context.
pub(crate) const CONTEXT: &str = "__C";

/// The parameters after `impl`: lifetimes, then `context`, then the rest, all
/// without their defaults.
pub(crate) fn impl_params(generics: &Generics, context: Option<&TokenStream>) -> TokenStream {
    let (lifetimes, rest): (Vec<_>, Vec<_>) = generics
        .params
        .iter()
        .map(without_default)
        .partition(|param| matches!(param, GenericParam::Lifetime(_)));
    let context = context.into_iter();
    quote!(<#(#lifetimes,)* #(#context,)* #(#rest,)*>)
}

fn without_default(param: &GenericParam) -> GenericParam {
    let mut param = param.clone();
    match &mut param {
        GenericParam::Lifetime(_) => {}
        GenericParam::Type(param) => param.default = None,
        GenericParam::Const(param) => param.default = None,
    }
    param
}

/// The `where` clause: the type's own, and that what is validated can be.
pub(super) fn where_clause(item: &Item, bound: &TokenStream) -> TokenStream {
    let own = item.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let mut predicates: Vec<TokenStream> = own.map(WherePredicate::to_token_stream).collect();
    match &item.bound {
        Some(written) => predicates.extend(written.iter().map(WherePredicate::to_token_stream)),
        None => predicates.extend(bounded(item).iter().map(|ty| quote!(#ty: #bound))),
    }
    // Also where there are none, so that rustc, asked for a type that is not
    // validated, proposes no bounds of its own in the user's code.
    quote!(where #(#predicates,)*)
}

/// The type parameters and associated types that fields hold.
fn bounded(item: &Item) -> Vec<TokenStream> {
    let params = item.generics.type_params().map(|param| &param.ident).collect();
    let mut uses = Uses { params, found: Vec::new() };
    for member in item.members() {
        if matches!(member.treatment, Treatment::Validated { .. }) {
            uses.visit(&member.ty);
        }
    }
    uses.found
}

/// Looks for uses of type parameters in the types of fields.
struct Uses<'a> {
    params: Vec<&'a Ident>,
    found: Vec<TokenStream>,
}

impl Uses<'_> {
    fn visit(&mut self, ty: &Type) {
        match ty {
            Type::Array(it) => self.visit(&it.elem),
            Type::Group(it) => self.visit(&it.elem),
            Type::Paren(it) => self.visit(&it.elem),
            Type::Ptr(it) => self.visit(&it.elem),
            Type::Reference(it) => self.visit(&it.elem),
            Type::Slice(it) => self.visit(&it.elem),
            Type::Tuple(it) => it.elems.iter().for_each(|elem| self.visit(elem)),
            Type::Path(it) if !types::is_phantom(ty) => self.visit_path(it),
            Type::TraitObject(it) => it.bounds.iter().for_each(|bound| self.visit_bound(bound)),
            // A function pointer is no data, and what a macro stands for
            // nobody knows here.
            _ => {}
        }
    }

    fn visit_path(&mut self, ty: &TypePath) {
        let TypePath { qself, path, .. } = ty;
        if let Some(qself) = qself {
            let mut inside = Uses { params: self.params.clone(), found: Vec::new() };
            inside.visit(&qself.ty);
            if !inside.found.is_empty() {
                self.add(ty);
            }
        } else if path.segments.first().is_some_and(|first| self.params.contains(&&first.ident)) {
            self.add(ty);
        } else {
            self.visit_arguments(path);
        }
    }

    fn visit_arguments(&mut self, path: &Path) {
        for segment in &path.segments {
            match &segment.arguments {
                PathArguments::None => {}
                PathArguments::AngleBracketed(it) => self.visit_generic_arguments(it),
                PathArguments::Parenthesized(it) => {
                    it.inputs.iter().for_each(|input| self.visit(&input.ty));
                    if let ReturnType::Type(_, output) = &it.output {
                        self.visit(output);
                    }
                }
            }
        }
    }

    fn visit_generic_arguments(&mut self, arguments: &AngleBracketedGenericArguments) {
        for argument in &arguments.args {
            if let GenericArgument::Type(ty) | GenericArgument::AssocType(AssocType { ty, .. }) =
                argument
            {
                self.visit(ty);
            }
        }
    }

    fn visit_bound(&mut self, bound: &TypeParamBound) {
        if let TypeParamBound::Trait(bound) = bound {
            self.visit_arguments(&bound.path);
        }
    }

    fn add(&mut self, ty: &TypePath) {
        let found = ty.to_token_stream();
        if !self.found.iter().any(|known| known.to_string() == found.to_string()) {
            self.found.push(found);
        }
    }
}
