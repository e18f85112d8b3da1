//! `pattern("..")`, `pattern(search, "..")`, `pattern(static, "..")`,
//! `pattern(PATH)`, with `accepts = [..]` and `rejects = [..]` behind, and the
//! same for the macro `pattern!`.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::{LitStr, Path};

use crate::attr::args::{self, Arg};
use crate::attr::written::{Form, Written};
use crate::ctxt::Ctxt;
use crate::model::{Mode, Pattern, Source};
use crate::suggest;

const MODES: &[&str] = &["search", "full"];
const STATIC: &str = "static";
/// What may stand in front.
const WORDS: &[&str] = &["search", "full", STATIC];
const EXAMPLES: &[&str] = &["accepts", "rejects"];
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
    pub(crate) source: Source,
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
        Pattern::Literal(source) => Some(Invocation { krate, source }),
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
    let (examples, args): (Vec<&Arg>, Vec<&Arg>) =
        args.iter().partition(|arg| examples_key(arg).is_some());
    let (statics, args): (Vec<&Arg>, Vec<&Arg>) = args.into_iter().partition(|arg| is_static(arg));
    if let Some(twice) = statics.get(1) {
        cx.error(twice.span(), "`static` is given twice: remove one");
    }
    let beside = statics.first().or(examples.first()).copied();
    let args: Vec<Arg> = args.into_iter().cloned().collect();
    match (written(&args, beside, cx)?, beside) {
        (Pattern::Literal(mut source), _) => {
            source.is_static = !statics.is_empty();
            examples.into_iter().try_for_each(|arg| add_examples(arg, &mut source, cx))?;
            Some(Pattern::Literal(source))
        }
        (Pattern::Path(path), Some(_)) => {
            let message = "a pattern with a name was checked where it stands: write this there, \
                           beside its text";
            cx.error_over(path, message);
            None
        }
        (path, None) => Some(path),
    }
}

fn is_static(arg: &Arg) -> bool {
    arg.word().is_some_and(|word| word == STATIC)
}

/// The key, if the argument is a list of examples.
fn examples_key(arg: &Arg) -> Option<&Ident> {
    let (key, _) = arg.assignment()?;
    is_one_of(key, EXAMPLES).then_some(key)
}

/// `accepts = ["..", ".."]`
fn add_examples(arg: &Arg, source: &mut Source, cx: &Ctxt) -> Option<()> {
    let (key, value) = arg.assignment()?;
    let mut trees = value.into_iter();
    let list = match (trees.next(), trees.next()) {
        (Some(TokenTree::Group(list)), None) if list.delimiter() == Delimiter::Bracket => list,
        _ => {
            no_list(key, cx);
            return None;
        }
    };
    let into = if key == "accepts" { &mut source.accepts } else { &mut source.rejects };
    for item in args::split(list.stream()) {
        match syn::parse2::<LitStr>(item.tokens()) {
            Ok(text) => into.push(text),
            Err(_) => cx.error(item.span(), "an example is a string literal: write `\"a\"`"),
        }
    }
    Some(())
}

/// The pattern without what may stand beside it.
fn written(args: &[Arg], beside: Option<&Arg>, cx: &Ctxt) -> Option<Pattern> {
    match args {
        [arg] => source(arg, cx),
        [word, arg] => {
            let mode = mode(word, arg, cx)?;
            match source(arg, cx)? {
                Pattern::Literal(source) => Some(Pattern::Literal(Source { mode, ..source })),
                Pattern::Path(path) => {
                    let message = "a pattern with a name already says how it matches: remove the \
                                   word in front";
                    cx.error_over(path, message);
                    None
                }
            }
        }
        [] => {
            let span = beside.map_or_else(Span::call_site, Arg::span);
            cx.error(span, "the pattern is missing: write `pattern(\"^[a-z]+$\", ..)`");
            None
        }
        [_, _, more, ..] => {
            surplus(more, cx);
            None
        }
    }
}

fn source(arg: &Arg, cx: &Ctxt) -> Option<Pattern> {
    if let Ok(text) = syn::parse2::<LitStr>(arg.tokens()) {
        let (accepts, rejects) = (Vec::new(), Vec::new());
        let mode = Mode::Anchored;
        return Some(Pattern::Literal(Source { mode, is_static: false, text, accepts, rejects }));
    }
    if let Some(word) = arg.word().filter(|word| is_one_of(word, MODES)) {
        let message =
            format!("`{word}` says how a pattern matches: write `pattern({word}, \"[a-z]+\")`");
        cx.error(word.span(), message);
        return None;
    }
    if let Ok(path) = syn::parse2::<Path>(arg.tokens()) {
        return Some(Pattern::Path(path));
    }
    let message = match assigned_or_called(arg) {
        Some((mode, source)) if is_one_of(mode, MODES) => {
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
            let hint = suggest::hint(&name, WORDS);
            cx.error(word.span(), format!("unknown word `{name}` in `pattern`: {hint}"));
        }
        None => match key(arg).filter(|word| is_one_of(word, WORDS)) {
            Some(word) => in_front(word, behind, cx),
            None => match behind.word().filter(|word| is_one_of(word, MODES)) {
                Some(word) => in_front(word, arg, cx),
                None => surplus(behind, cx),
            },
        },
    }
    None
}

fn in_front(word: &Ident, pattern: &Arg, cx: &Ctxt) {
    let pattern = pattern.tokens();
    cx.error(word.span(), format!("`{word}` stands in front: write `pattern({word}, {pattern})`"));
}

/// Reports what stands behind the pattern and is no list of examples.
fn surplus(arg: &Arg, cx: &Ctxt) {
    match key(arg) {
        Some(key) if is_one_of(key, EXAMPLES) => no_list(key, cx),
        Some(key) => {
            let name = key.to_string();
            let hint = suggest::hint(&name, EXAMPLES);
            cx.error(key.span(), format!("unknown word `{name}` behind the pattern: {hint}"));
        }
        None => cx.error(arg.span(), ONE),
    }
}

fn no_list(key: &Ident, cx: &Ctxt) {
    let message = format!("`{key}` takes a list of texts: write `{key} = [\"a\", \"b\"]`");
    cx.error(key.span(), message);
}

/// The word of `word = ..` and `word(..)`, and of a lone one among examples.
fn key(arg: &Arg) -> Option<&Ident> {
    let lone = || arg.word().filter(|word| is_one_of(word, EXAMPLES));
    let called = || arg.call().map(|(key, _)| key);
    arg.assignment().map(|(key, _)| key).or_else(called).or_else(lone)
}

fn is_one_of(word: &Ident, known: &[&str]) -> bool {
    known.iter().any(|it| word == it)
}
