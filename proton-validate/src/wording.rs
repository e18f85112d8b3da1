//! `message = ".."` and `code = ".."`: the words of the one who wrote the
//! constraint.

use core::fmt;

use crate::constraint::Constraint;

/// What stands in an attribute beside a constraint's parameters: a message and
/// a code of the developer's own, in place of the constraint's.
///
/// The message is a template. `{name}` stands for the constraint's
/// [parameter](Constraint::parameters) of that name, `{{` and `}}` for braces. A
/// parameter that is not there (what was found, where the member is sensitive)
/// is shown as `*`. The macro refuses placeholders that a constraint does not
/// have.
///
/// # Examples
///
/// ```
/// use proton_validate::Validate;
///
/// #[derive(Validate)]
/// struct User {
///     #[length(min = 8, message = "needs {min} characters, not {actual}", code = "weak")]
///     password: String,
/// }
///
/// let report = User { password: "pw".into() }.validate().unwrap_err();
/// let violation = report.iter().next().unwrap();
/// assert_eq!(violation.to_string(), "needs 8 characters, not 2");
/// assert_eq!(violation.code(), "weak");
/// assert_eq!(violation.constraint().code(), "length");
/// ```
///
/// By hand:
///
/// ```
/// use proton_validate::{Collector, Constraint, Limits, Location, Wording};
///
/// static WEAK: Wording = Wording::new().with_message("is too weak").with_code("weak");
///
/// let mut out = Collector::new(Limits::default());
/// out.push(Location::root().worded(&WEAK), Constraint::Ascii);
/// let report = out.finish().unwrap_err();
/// assert_eq!(report.iter().next().unwrap().code(), "weak");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording {
    message: Option<&'static str>,
    code: Option<&'static str>,
}

impl Wording {
    /// No words of one's own.
    pub const fn new() -> Self {
        Self { message: None, code: None }
    }

    /// Sets the message: a template, as [above](Self).
    pub const fn with_message(mut self, template: &'static str) -> Self {
        self.message = Some(template);
        self
    }

    /// Sets the code, for programs.
    pub const fn with_code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    /// The message as it was written, with its placeholders.
    pub const fn message(&self) -> Option<&'static str> {
        self.message
    }

    /// The code that stands in place of the constraint's.
    pub const fn code(&self) -> Option<&'static str> {
        self.code
    }
}

impl Default for Wording {
    fn default() -> Self {
        Self::new()
    }
}

/// Writes a template with the parameters of a constraint in it.
pub(crate) fn fill(
    template: &str,
    constraint: &Constraint,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut rest = template;
    while let Some(brace) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(brace);
        f.write_str(before)?;
        rest = placeholder(from, constraint, f)?;
    }
    f.write_str(rest)
}

/// Writes what the text begins with, a brace or a placeholder, and returns the
/// text behind it.
fn placeholder<'t>(
    from: &'t str,
    constraint: &Constraint,
    f: &mut fmt::Formatter<'_>,
) -> Result<&'t str, fmt::Error> {
    for (doubled, brace) in [("{{", "{"), ("}}", "}")] {
        if let Some(rest) = from.strip_prefix(doubled) {
            f.write_str(brace)?;
            return Ok(rest);
        }
    }
    let inside = from.strip_prefix('{').and_then(|inside| inside.split_once('}'));
    let Some((name, rest)) = inside else {
        // A lone brace, which the macro refuses.
        f.write_str(from)?;
        return Ok("");
    };
    match constraint.parameters().find(|(known, _)| *known == name) {
        Some((_, parameter)) => write!(f, "{parameter}")?,
        None => f.write_str("*")?,
    }
    Ok(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::LengthUnit;
    use alloc::string::{String, ToString};

    struct Filled(&'static str);

    impl fmt::Display for Filled {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let (unit, actual) = (LengthUnit::Characters, None);
            fill(self.0, &Constraint::Length { min: Some(1), max: Some(9), unit, actual }, f)
        }
    }

    fn filled(template: &'static str) -> String {
        Filled(template).to_string()
    }

    #[test]
    fn placeholders_stand_for_parameters() {
        assert_eq!(filled(""), "");
        assert_eq!(filled("{min}-{max} {unit}"), "1-9 characters");
        assert_eq!(filled("é {max}{max} é"), "é 99 é");
        assert_eq!(filled("{{min}} is {min}, {{{max}}}"), "{min} is 1, {9}");
    }

    #[test]
    fn what_is_not_there_is_starred_and_lone_braces_stay() {
        assert_eq!(filled("has {actual}"), "has *");
        assert_eq!(filled("a } b"), "a } b");
        assert_eq!(filled("a { b"), "a { b");
    }
}
