//! `equals`: the other field has to exist.

use proc_macro2::Span;
use quote::ToTokens;
use syn::Member as Access;
use syn::spanned::Spanned;

use crate::check::checked::{ConstraintKind, Equals, Member, Rules};
use crate::ctxt::Ctxt;
use crate::suggest;

/// Finds the field behind each `equals` among those beside it.
pub(crate) fn resolve(members: &mut [Member], cx: &Ctxt) {
    let siblings: Vec<Sibling> = members.iter().enumerate().map(Sibling::of).collect();
    for (own, member) in members.iter_mut().enumerate() {
        if let Some(rules) = member.rules_mut() {
            within(rules, own, &siblings, cx);
        }
    }
}

/// Reports each `equals` where there are no fields.
pub(crate) fn refuse(span: Span, cx: &Ctxt) {
    let message = "`equals` compares two fields, and stands on one of them: to compare anything \
                   else, write a function and `#[check(..)]`";
    cx.error(span, message);
}

struct Sibling {
    index: usize,
    access: Access,
    name: String,
}

impl Sibling {
    fn of((index, member): (usize, &Member)) -> Self {
        Self { index, access: member.access.clone(), name: member.name.clone() }
    }

    fn written(&self) -> String {
        self.access.to_token_stream().to_string()
    }
}

fn within(rules: &mut Rules, own: usize, siblings: &[Sibling], cx: &Ctxt) {
    for constraint in &mut rules.constraints {
        if let ConstraintKind::Equals(equals) = &mut constraint.kind {
            find(equals, own, siblings, cx);
        }
    }
    for when in &mut rules.whens {
        within(&mut when.rules, own, siblings, cx);
    }
}

fn find(equals: &mut Equals, own: usize, siblings: &[Sibling], cx: &Ctxt) {
    match siblings.iter().find(|sibling| sibling.access == equals.access) {
        Some(sibling) if sibling.index == own => {
            let message = "a field is always equal to itself: name another one";
            cx.error(equals.access.span(), message);
        }
        Some(sibling) => {
            equals.index = sibling.index;
            equals.name.clone_from(&sibling.name);
        }
        None => unknown(equals, own, siblings, cx),
    }
}

fn unknown(equals: &Equals, own: usize, siblings: &[Sibling], cx: &Ctxt) {
    let word = equals.access.to_token_stream().to_string();
    let others: Vec<String> =
        siblings.iter().filter(|it| it.index != own).map(Sibling::written).collect();
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    let hint = if others.is_empty() {
        "there is none beside this one".to_owned()
    } else {
        suggest::hint(&word, &others)
    };
    cx.error(equals.access.span(), format!("there is no field `{word}`: {hint}"));
}
