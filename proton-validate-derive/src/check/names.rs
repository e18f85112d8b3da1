//! Names on the wire, as serde reads them.

use proc_macro2::Ident;
use syn::Member;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

use crate::attr::serde;
use crate::case::Case;
use crate::check::checked::Member as Checked;
use crate::ctxt::Ctxt;

/// The identifier without the `r#` of a raw one.
pub(crate) fn plain(ident: &Ident) -> String {
    ident.unraw().to_string()
}

pub(crate) fn of_type(ident: &Ident, serde: &serde::Container) -> String {
    serde.rename.clone().unwrap_or_else(|| plain(ident))
}

pub(crate) fn of_variant(ident: &Ident, serde: &serde::Variant, case: Option<Case>) -> String {
    let renamed = || {
        let name = plain(ident);
        case.map_or_else(|| name.clone(), |case| case.of_variant(&name))
    };
    serde.rename.clone().unwrap_or_else(renamed)
}

/// The name of a field. A tuple's fields go by their number, which serde does
/// not rename.
pub(crate) fn of_field(access: &Member, serde: &serde::Field, case: Option<Case>) -> String {
    let renamed = |ident| {
        let name = plain(ident);
        case.map_or_else(|| name.clone(), |case| case.of_field(&name))
    };
    match access {
        Member::Named(ident) => serde.rename.clone().unwrap_or_else(|| renamed(ident)),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

/// Serde gives a name to the first field that has it, and to the other nothing.
pub(crate) fn are_distinct(members: &[Checked], cx: &Ctxt) {
    let on_wire = || members.iter().filter(|it| !it.serde.off_wire && !it.serde.flattened);
    for (index, member) in on_wire().enumerate() {
        let shared = |name: &&String| on_wire().take(index).any(|before| has(before, name));
        if let Some(name) = each(member).find(shared) {
            let message = format!(
                "another field is called `{name}` on the wire already, and gets the value: rename \
                 one of them, or `#[serde(skip)]` it"
            );
            cx.error(member.access.span(), message);
        }
    }
}

fn has(member: &Checked, name: &str) -> bool {
    each(member).any(|it| it == name)
}

fn each(member: &Checked) -> impl Iterator<Item = &String> {
    core::iter::once(&member.name).chain(&member.aliases)
}
