//! `pattern("..")`, `pattern(search, "..")`, `pattern(PATH)`, and the same for
//! the macro `pattern!`.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{LitStr, Path};

use crate::attr::args::{self, Arg};
use crate::attr::written::{Form, Written};
use crate::ctxt::Ctxt;
use crate::model::{Mode, Pattern};
use crate::suggest;

const MODES: &[&str] = &["search", "full"];
const ONE: &str = "`pattern` takes one pattern: remove this, or join the two with `|`";

/// The attribute's parameter.
pub(crate) fn attribute(written: &Written, cx: &Ctxt) -> Option<Pattern> {
    match &written.form {
        Form::List(args) if !args.is_empty() => read(args, cx),
        _ => {
            cx.error(written.span(), "`pattern` takes a pattern: write `#[pattern(\"^[a-z]+$\")]`");
            None
        }
    }
}

/// What the macro `pattern!` was given: a pattern, and the path of the crate if
/// it goes by another name.
pub(crate) struct Invocation {
    pub(crate) krate: Option<Path>,
    pub(crate) mode: Mode,
    pub(crate) source: LitStr,
}

/// Reads the tokens of `pattern!(..)`.
pub(crate) fn invocation(tokens: TokenStream, cx: &Ctxt) -> Option<Invocation> {
    let args = args::split(tokens);
    let (krate, rest) = match args.first().and_then(Arg::assignment) {
        Some((key, value)) if key == "crate" => (Some(krate(key, value, cx)?), &args[1..]),
        _ => (None, args.as_slice()),
    };
    if rest.is_empty() {
        cx.error(Span::call_site(), "`pattern!` takes a pattern: write `pattern!(\"^[a-z]+$\")`");
        return None;
    }
    match read(rest, cx)? {
        Pattern::Literal(mode, source) => Some(Invocation { krate, mode, source }),
        Pattern::Path(path) => {
            cx.error_over(
                path,
                "`pattern!` takes a string literal: write `pattern!(\"^[a-z]+$\")`",
            );
            None
        }
    }
}

fn krate(key: &Ident, path: TokenStream, cx: &Ctxt) -> Option<Path> {
    let path = syn::parse2::<Path>(path);
    if path.is_err() {
        cx.error(key.span(), "`crate` takes a path: write `crate = ::proton_validate`");
    }
    path.ok()
}

fn read(args: &[Arg], cx: &Ctxt) -> Option<Pattern> {
    match args {
        [arg] => source(arg, cx),
        [word, arg] => {
            let mode = mode(word, arg, cx)?;
            match source(arg, cx)? {
                Pattern::Literal(_, source) => Some(Pattern::Literal(mode, source)),
                Pattern::Path(path) => {
                    let message = "a pattern with a name already says how it matches: remove the \
                                   word in front";
                    cx.error_over(path, message);
                    None
                }
            }
        }
        [] => None,
        [_, _, more, ..] => {
            cx.error(more.span(), ONE);
            None
        }
    }
}

fn source(arg: &Arg, cx: &Ctxt) -> Option<Pattern> {
    if let Ok(source) = syn::parse2::<LitStr>(arg.tokens()) {
        return Some(Pattern::Literal(Mode::Anchored, source));
    }
    if let Some(word) = arg.word().filter(|word| MODES.iter().any(|mode| word == mode)) {
        let message =
            format!("`{word}` says how a pattern matches: write `pattern({word}, \"[a-z]+\")`");
        cx.error(word.span(), message);
        return None;
    }
    if let Ok(path) = syn::parse2::<Path>(arg.tokens()) {
        return Some(Pattern::Path(path));
    }
    let message = match assigned_or_called(arg) {
        Some((mode, source)) if MODES.iter().any(|known| mode == known) => {
            format!("`{mode}` stands in front: write `pattern({mode}, {source})`")
        }
        Some((_, source)) => format!("the pattern stands alone: write `pattern({source})`"),
        None => {
            "a pattern is a string literal, or the path of a `static` of type `Pattern`: write \
                 `pattern(\"^[a-z]+$\")` or `pattern(PATH)`"
                .to_owned()
        }
    };
    cx.error(arg.span(), message);
    None
}

/// `search = ".."` and `search("..")`: what others write.
fn assigned_or_called(arg: &Arg) -> Option<(&Ident, TokenStream)> {
    let call = || arg.call().map(|(key, group)| (key, group.stream()));
    let (key, source) = arg.assignment().or_else(call)?;
    syn::parse2::<LitStr>(source.clone()).is_ok().then_some((key, source))
}

fn mode(arg: &Arg, behind: &Arg, cx: &Ctxt) -> Option<Mode> {
    match arg.word() {
        Some(word) if word == "search" => return Some(Mode::Search),
        Some(word) if word == "full" => return Some(Mode::Full),
        Some(word) => {
            let name = word.to_string();
            let hint = suggest::hint(&name, MODES);
            cx.error(word.span(), format!("unknown mode `{name}` of `pattern`: {hint}"));
        }
        None => match behind.word().filter(|word| MODES.iter().any(|mode| word == mode)) {
            Some(word) => {
                let message =
                    format!("`{word}` stands in front: write `pattern({word}, {})`", arg.tokens());
                cx.error(word.span(), message);
            }
            None => cx.error(behind.span(), ONE),
        },
    }
    None
}
