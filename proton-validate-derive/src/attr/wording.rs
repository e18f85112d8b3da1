//! `message = ".."` and `code = ".."`, which every constraint takes.

use proc_macro2::{Ident, TokenStream};
use syn::LitStr;

use crate::attr::args::Arg;
use crate::attr::written::{Form, Written};
use crate::ctxt::Ctxt;
use crate::model::Wording;
use crate::suggest;

/// Takes the wording out of a constraint, and leaves the constraint's own
/// arguments.
pub(crate) fn take(written: &mut Written, cx: &Ctxt) -> Wording {
    let mut wording = Wording::default();
    let Form::List(args) = &mut written.form else { return wording };
    let before = args.len();
    args.retain(|arg| !set(&mut wording, arg, cx));
    // A constraint that is one word has parentheses only for these.
    if args.is_empty() && before > 0 {
        written.form = Form::Word;
    }
    wording
}

/// The words of it.
const NAMES: &[&str] = &["message", "code"];

/// Whether the argument is a part of the wording, which is then set.
fn set(wording: &mut Wording, arg: &Arg, cx: &Ctxt) -> bool {
    let Some((key, value)) = arg.assignment() else { return false };
    if misspelt(key, cx) {
        return true;
    }
    let (place, example) = if key == "message" {
        (&mut wording.message, "message = \"must be a name\"")
    } else if key == "code" {
        (&mut wording.code, "code = \"bad_name\"")
    } else {
        return false;
    };
    match text(value.clone()) {
        Ok(_) if place.is_some() => {
            cx.error(key.span(), format!("`{key}` is given twice: remove one"));
        }
        Ok(text) => *place = Some(text),
        Err(_) => {
            let message = format!("`{key}` is a text in quotes: write `{example}`");
            if value.is_empty() {
                cx.error(key.span(), message);
            } else {
                cx.error_over(value, message);
            }
        }
    }
    true
}

/// Whether the word is one of ours, but for a slip, which is reported.
fn misspelt(key: &Ident, cx: &Ctxt) -> bool {
    let word = key.to_string();
    let meant = suggest::nearest(&word, NAMES).filter(|meant| *meant != word);
    if let Some(meant) = meant {
        cx.error(key.span(), format!("unknown parameter `{word}`: did you mean `{meant}`?"));
    }
    meant.is_some()
}

fn text(tokens: TokenStream) -> syn::Result<LitStr> {
    syn::parse2(tokens)
}
