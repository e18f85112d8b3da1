//! Messages and codes: what the placeholders of a message stand for.

use crate::check::checked::{ConstraintKind, Limits, Range, Wording};
use crate::check::scope::Scope;
use crate::ctxt::Ctxt;
use crate::model::{self, Rule};
use crate::suggest;
use syn::LitStr;

/// Reports a wording where nothing can be violated.
pub(crate) fn refuse(rule: &Rule, cx: &Ctxt) {
    for text in [&rule.wording.message, &rule.wording.code].into_iter().flatten() {
        let key = &rule.key;
        let message =
            format!("`{key}` is not violated itself: write this on the constraints inside");
        cx.error(text.span(), message);
    }
}

/// Checks the wording of a constraint.
pub(crate) fn check(
    rule: &Rule,
    kind: &ConstraintKind,
    sensitive: bool,
    scope: &Scope<'_>,
) -> Option<Wording> {
    let model::Wording { message, code } = &rule.wording;
    if let Some(message) = message {
        placeholders(rule, message, kind, sensitive, scope.cx);
    }
    if let Some(code) = code {
        self::code(code, scope.cx);
    }
    let value = |text: &Option<LitStr>| text.as_ref().map(LitStr::value);
    let (message, code) = (value(message), value(code));
    (message.is_some() || code.is_some()).then(|| Wording {
        index: scope.next_index(),
        message,
        code,
    })
}

/// A code is for programs: one word.
fn code(code: &LitStr, cx: &Ctxt) {
    let text = code.value();
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        let message = "a code is one word in ASCII, without spaces: write one like `\"bad_name\"`";
        cx.error(code.span(), message);
    }
}

fn placeholders(rule: &Rule, message: &LitStr, kind: &ConstraintKind, sensitive: bool, cx: &Ctxt) {
    let (rule, allowed) = (&rule.key, parameters(kind));
    for placeholder in split(&message.value()) {
        let complaint = match placeholder {
            Ok(name) if FOUND.contains(&name.as_str()) && sensitive => format!(
                "`{{{name}}}` is derived from the value, which is sensitive: remove the placeholder"
            ),
            Ok(name) if allowed.contains(&name.as_str()) => continue,
            Ok(name) => format!("`{rule}` has no `{{{name}}}` here: {}", hint(&name, &allowed)),
            Err(brace) => format!("a lone `{brace}` in a message: write `{brace}{brace}`"),
        };
        return cx.error(message.span(), complaint);
    }
}

fn hint(name: &str, allowed: &[&str]) -> String {
    if allowed.is_empty() {
        return "write the message without a placeholder, or `{{` for a brace".to_owned();
    }
    if let Some(name) = suggest::nearest(name, allowed) {
        return format!("did you mean `{{{name}}}`?");
    }
    let braced: Vec<String> = allowed.iter().map(|name| format!("{{{name}}}")).collect();
    let braced: Vec<&str> = braced.iter().map(String::as_str).collect();
    format!("write {}", suggest::list(&braced, "or"))
}

/// Parameters that are derived from the value.
const FOUND: &[&str] = &["actual", "repeated"];

/// The parameters of a constraint, as the runtime names them.
fn parameters(kind: &ConstraintKind) -> Vec<&'static str> {
    match kind {
        ConstraintKind::Length { limits, .. } => match limits {
            Limits::Min(_) => vec!["min", "unit", "actual"],
            Limits::Max(_) => vec!["max", "unit", "actual"],
            Limits::Between(..) | Limits::Exactly(_) => vec!["min", "max", "unit", "actual"],
        },
        ConstraintKind::MinItems(_) => vec!["min", "actual"],
        ConstraintKind::MaxItems(_) => vec!["max", "actual"],
        ConstraintKind::UniqueItems => vec!["repeated"],
        ConstraintKind::Range(range) => edges(range),
        ConstraintKind::MultipleOf(_) => vec!["divisor"],
        ConstraintKind::Pattern(_) => vec!["pattern"],
        ConstraintKind::OneOf(_) => vec!["values"],
        ConstraintKind::Format(_) => vec!["format"],
        ConstraintKind::Equals(_) => vec!["member"],
        ConstraintKind::Text { .. } => vec!["text"],
        ConstraintKind::Required
        | ConstraintKind::NotNull
        | ConstraintKind::Ascii
        | ConstraintKind::Apply(_)
        | ConstraintKind::Check(_) => Vec::new(),
    }
}

fn edges(range: &Range) -> Vec<&'static str> {
    let (lower, upper) = range.ends();
    let lower = lower.map(|edge| if edge.exclusive { "exclusive_min" } else { "min" });
    let upper = upper.map(|edge| if edge.exclusive { "exclusive_max" } else { "max" });
    lower.into_iter().chain(upper).collect()
}

/// The placeholders of a template, and the lone brace where there is one.
fn split(template: &str) -> Vec<Result<String, char>> {
    let (mut found, mut rest) = (Vec::new(), template);
    while let Some(at) = rest.find(['{', '}']) {
        let from = &rest[at..];
        let (part, after) = part(from);
        found.extend(part);
        rest = after;
    }
    found
}

/// What stands at a brace, and the text behind it.
fn part(from: &str) -> (Option<Result<String, char>>, &str) {
    if let Some(after) = from.strip_prefix("{{").or_else(|| from.strip_prefix("}}")) {
        return (None, after);
    }
    let name = from.strip_prefix('{').and_then(|inside| inside.split_once('}'));
    match name {
        Some((name, after)) if !name.contains('{') => (Some(Ok(name.to_owned())), after),
        _ => (from.chars().next().map(Err), ""),
    }
}
