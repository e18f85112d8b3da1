//! `one_of("a", "b", hidden("c"))`

use syn::Lit;

use crate::attr::args::{self, Arg};
use crate::attr::written::{Form, Written};
use crate::ctxt::Ctxt;
use crate::model::Listed;

pub(crate) fn read(written: &Written, cx: &Ctxt) -> Option<Vec<Listed>> {
    let errors = cx.count();
    match &written.form {
        Form::List(args) if !args.is_empty() => {
            let listed = args.iter().flat_map(|arg| shown(arg, cx)).collect();
            (cx.count() == errors).then_some(listed)
        }
        _ => {
            let message = "`one_of` needs values: write `#[one_of(\"a\", \"b\")]`";
            cx.error(written.span(), message);
            None
        }
    }
}

/// A value, or the values inside `hidden(..)`.
fn shown(arg: &Arg, cx: &Ctxt) -> Vec<Listed> {
    let Some((word, group)) = arg.call().filter(|(word, _)| *word == "hidden") else {
        return value(arg, false, cx).into_iter().collect();
    };
    let args = args::split(group.stream());
    if args.is_empty() {
        cx.error(word.span(), "`hidden` needs a value: write `hidden(\"a\")`");
    }
    args.iter().filter_map(|arg| value(arg, true, cx)).collect()
}

fn value(arg: &Arg, hidden: bool, cx: &Ctxt) -> Option<Listed> {
    if let Ok(value @ (Lit::Str(_) | Lit::Int(_))) = syn::parse2::<Lit>(arg.tokens()) {
        return Some(Listed { value, hidden });
    }
    let message = "a value of `one_of` is a string or an integer: write it as a literal, \
                   like `\"a\"` or `1`";
    cx.error(arg.span(), message);
    None
}
