//! `format(email)`

use proc_macro2::Ident;
use syn::Path;

use crate::attr::args::Arg;
use crate::ctxt::Ctxt;
use crate::model::Format;
use crate::suggest;

/// The words, each the name of a static of the runtime in lower case.
pub(super) const NAMES: &[&str] = &[
    "email",
    "uuid",
    "hostname",
    "ipv4",
    "ipv6",
    "ip",
    "cidr",
    "uri",
    "date",
    "time",
    "date_time",
    "duration",
    "base64",
    "json_pointer",
    "regex",
    "phone",
    "credit_card",
];

/// What others call a format, and what we do.
const ELSEWHERE: &[(&str, &str)] = &[
    ("url", "uri"),
    ("phone_number", "phone"),
    ("ip_addr", "ip"),
    ("ipv4_addr", "ipv4"),
    ("ipv6_addr", "ipv6"),
    ("timestamp", "date_time"),
];

/// Reads what stands in the parentheses: one of the words, also with hyphens as
/// JSON Schema has them, or the path of a static.
pub(crate) fn read(arg: &Arg, cx: &Ctxt) -> Option<Format> {
    let written = arg.tokens().to_string().replace(' ', "").replace('-', "_");
    if NAMES.contains(&written.as_str()) {
        return Some(Format::Known(Ident::new(&written.to_uppercase(), arg.span())));
    }
    match syn::parse2::<Path>(arg.tokens()) {
        Ok(path) if !is_lower_case(arg) => Some(Format::Path(path)),
        _ => {
            unknown(arg, cx);
            None
        }
    }
}

/// A lone word in lower case is meant to be one of ours.
fn is_lower_case(arg: &Arg) -> bool {
    arg.word().is_some_and(|word| word.to_string().chars().all(|c| !c.is_uppercase()))
}

fn unknown(arg: &Arg, cx: &Ctxt) {
    // `date-time`, and `"date-time"` in quotes.
    let written = arg.tokens().to_string().replace([' ', '"'], "");
    let is_name = written.starts_with(char::is_alphabetic)
        && written.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let message = if NAMES.contains(&written.as_str()) {
        format!("`format` takes a word, without quotes: write `format({written})`")
    } else if is_name {
        format!("unknown format `{written}`: {}", hint(&written.replace('-', "_")))
    } else {
        "a format is a word, or the path of a `static` of type `Format`: write `format(email)` or \
         `format(PATH)`"
            .to_owned()
    };
    cx.error_over(arg.tokens(), message);
}

fn hint(word: &str) -> String {
    if let Some((_, ours)) = ELSEWHERE.iter().find(|(theirs, _)| *theirs == word) {
        return format!("write `format({ours})`");
    }
    if NAMES.contains(&word) {
        return format!("write `format({word})`");
    }
    if let Some(name) = suggest::nearest(word, NAMES) {
        return format!("did you mean `{name}`?");
    }
    let names = suggest::list(NAMES, "or");
    format!("write {names}, or the path of a `static` of type `Format`")
}
