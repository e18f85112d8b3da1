//! A member as data, and as the block that checks it.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::rules::{self, Frame};
use super::{local, shape};
use crate::check::checked::{Member, Segment, Treatment};

/// The member in the shape of its type.
pub(super) fn data(member: &Member, name: &str) -> TokenStream {
    let Member { ty, serde, .. } = member;
    let flags = [
        (member.is_sensitive(), quote!(.sensitive())),
        (serde.flattened, quote!(.flattened())),
        (serde.defaulted, quote!(.defaulted())),
        (serde.off_wire, quote!(.off_wire())),
        (serde.opaque, quote!(.opaque())),
    ];
    let flags = flags.into_iter().filter_map(|(is_set, builder)| is_set.then_some(builder));
    let constructor = match member.treatment {
        // Its type need not have a shape, and may be absent all the same.
        Treatment::Skipped => {
            quote!(__p::Member::skipped(#name).optional_if(__p::Of::<#ty>::IS_OPTIONAL))
        }
        Treatment::Validated { .. } => quote!(__p::Member::new(#name, __p::Of::<#ty>::SHAPE)),
    };
    let (docs, aliases) = (shape::docs(&member.docs), shape::aliases(&member.aliases));
    let rules = member.rules().and_then(rules::data);
    quote!(#constructor #docs #aliases #rules #(#flags)*)
}

/// The code that checks the member, whose value is reached through
/// `reference`; `None` if it is skipped.
pub(super) fn check(
    member: &Member,
    reference: &TokenStream,
    frame: &Frame<'_>,
) -> Option<TokenStream> {
    let value = local::variable("value", Span::call_site());
    let location = location(member);
    let checks = rules::check(member.rules()?, true, frame).into_tokens();
    Some(quote! {{
        let #value = #reference;
        #location
        #checks
    }})
}

/// The member's place, unless it is that of the whole.
fn location(member: &Member) -> Option<TokenStream> {
    let at = local::variable("at", Span::call_site());
    let sensitive = member.is_sensitive().then(|| quote!(.sensitive()));
    match (&member.segment, &member.name) {
        (Segment::None, _) if sensitive.is_none() => None,
        (Segment::None, _) => Some(quote!(let #at = #at #sensitive;)),
        // Becomes a location only where something is wrong.
        (Segment::Name, name) => {
            let part = part_of_pointer(name);
            Some(quote!(let #at = __p::MemberAt::new(&#at, #part) #sensitive;))
        }
        (Segment::Index(index), _) => Some(quote!(let #at = #at.index(#index) #sensitive;)),
    }
}

/// A member's part of a pointer, escaped as RFC 6901 says.
fn part_of_pointer(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}
