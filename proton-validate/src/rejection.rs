//! Why an input is refused, from its bytes on.

use core::error::Error;
use core::fmt;

use crate::report::Report;

/// Why an input is refused: it cannot be read as JSON, it is too large, or what it says is
/// not allowed.
///
/// `Display` is for a person, and never quotes the input. With the feature
/// `serde` it serialises as `{"syntax": {"line", "column", "kind"}}`,
/// `{"too_large": {"max"}}` or `{"invalid": report}`.
///
/// # Examples
///
/// ```
/// use proton_validate::{Rejection, Validate};
///
/// #[derive(Validate)]
/// struct Tag {
///     #[length(min = 1)]
///     key: String,
/// }
///
/// fn handle(tag: &Tag) -> Result<(), Rejection> {
///     tag.validate()?;
///     Ok(())
/// }
///
/// let rejection = handle(&Tag { key: String::new() }).unwrap_err();
/// assert_eq!(rejection.report().map(|report| report.len()), Some(1));
/// assert_eq!(
///     Rejection::TooLarge { max: 1024 }.to_string(),
///     "the input must not be larger than 1024 bytes"
/// );
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Rejection {
    /// The input cannot be read as JSON.
    Syntax(Syntax),
    /// The input is larger than [`Limits::max_input_bytes`] allows.
    ///
    /// [`Limits::max_input_bytes`]: crate::Limits::max_input_bytes
    TooLarge {
        /// The greatest size in bytes.
        max: usize,
    },
    /// The input is JSON that is not allowed, or a check could not decide
    /// ([`Report::is_undecided`]).
    Invalid(Report),
}

impl Rejection {
    /// The report, where the input could be read.
    pub const fn report(&self) -> Option<&Report> {
        match self {
            Self::Invalid(report) => Some(report),
            Self::Syntax(_) | Self::TooLarge { .. } => None,
        }
    }
}

impl From<Report> for Rejection {
    fn from(report: Report) -> Self {
        Self::Invalid(report)
    }
}

impl From<Syntax> for Rejection {
    fn from(syntax: Syntax) -> Self {
        Self::Syntax(syntax)
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(syntax) => syntax.fmt(f),
            Self::TooLarge { max } => write!(f, "the input must not be larger than {max} bytes"),
            Self::Invalid(report) => report.fmt(f),
        }
    }
}

impl Error for Rejection {
    /// As [`Report`] has it, whose text is already this one's.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.report().and_then(Error::source)
    }
}

/// Where and why an input stops being JSON. It never holds any of the input.
///
/// # Examples
///
/// ```
/// use proton_validate::{Rejection, Syntax};
///
/// fn log(syntax: &Syntax) -> String {
///     format!("{}:{}: {}", syntax.line(), syntax.column(), syntax.kind())
/// }
///
/// fn kind(rejection: &Rejection) -> Option<&'static str> {
///     match rejection {
///         Rejection::Syntax(syntax) => Some(syntax.kind().name()),
///         _ => None,
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Syntax {
    line: usize,
    column: usize,
    kind: SyntaxKind,
}

impl Syntax {
    #[allow(dead_code, reason = "what reads bytes is a feature")]
    pub(crate) const fn new(line: usize, column: usize, kind: SyntaxKind) -> Self {
        Self { line, column, kind }
    }

    /// The line, from 1.
    pub const fn line(&self) -> usize {
        self.line
    }

    /// How many bytes of the line were read.
    pub const fn column(&self) -> usize {
        self.column
    }

    /// What is wrong there.
    pub const fn kind(&self) -> SyntaxKind {
        self.kind
    }
}

impl fmt::Display for Syntax {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, kind } = self;
        write!(f, "the input cannot be read as JSON: {kind} at line {line}, column {column}")
    }
}

impl Error for Syntax {}

/// What keeps an input from being JSON.
///
/// ```
/// use proton_validate::SyntaxKind;
///
/// assert_eq!(SyntaxKind::TooDeep.name(), "too_deep");
/// assert_eq!(SyntaxKind::EndOfInput.to_string(), "unexpected end");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SyntaxKind {
    /// The input ends inside a value.
    EndOfInput,
    /// A character stands where none, or another, may.
    UnexpectedCharacter,
    /// A number is not written as RFC 8259, section 6 says, or is larger than
    /// any number type.
    InvalidNumber,
    /// A string has a control character, an unknown escape or half a surrogate
    /// pair in it.
    InvalidString,
    /// Text is not UTF-8.
    InvalidUtf8,
    /// Lists and objects are nested deeper than the reader goes.
    TooDeep,
    /// Something stands behind the value.
    TrailingCharacters,
    /// Anything else.
    Other,
}

impl SyntaxKind {
    /// A stable name for programs, lower snake case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::EndOfInput => "end_of_input",
            Self::UnexpectedCharacter => "unexpected_character",
            Self::InvalidNumber => "invalid_number",
            Self::InvalidString => "invalid_string",
            Self::InvalidUtf8 => "invalid_utf8",
            Self::TooDeep => "too_deep",
            Self::TrailingCharacters => "trailing_characters",
            Self::Other => "other",
        }
    }
}

impl fmt::Display for SyntaxKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::EndOfInput => "unexpected end",
            Self::UnexpectedCharacter => "unexpected character",
            Self::InvalidNumber => "invalid number",
            Self::InvalidString => "invalid string",
            Self::InvalidUtf8 => "invalid UTF-8",
            Self::TooDeep => "nested too deep",
            Self::TrailingCharacters => "something behind the value",
            Self::Other => "another error",
        })
    }
}

#[cfg(feature = "serde")]
mod serialize {
    use serde::ser::{Serialize, SerializeStruct, SerializeStructVariant, Serializer};

    use super::{Rejection, Syntax, SyntaxKind};

    impl Serialize for Rejection {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            const NAME: &str = "Rejection";
            match self {
                Self::Syntax(it) => serializer.serialize_newtype_variant(NAME, 0, "syntax", it),
                Self::TooLarge { max } => {
                    let mut it = serializer.serialize_struct_variant(NAME, 1, "too_large", 1)?;
                    it.serialize_field("max", max)?;
                    it.end()
                }
                Self::Invalid(it) => serializer.serialize_newtype_variant(NAME, 2, "invalid", it),
            }
        }
    }

    impl Serialize for Syntax {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut object = serializer.serialize_struct("Syntax", 3)?;
            object.serialize_field("line", &self.line)?;
            object.serialize_field("column", &self.column)?;
            object.serialize_field("kind", &self.kind)?;
            object.end()
        }
    }

    impl Serialize for SyntaxKind {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(self.name())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn a_syntax_error_says_where_and_what() {
        let syntax = Syntax::new(2, 7, SyntaxKind::InvalidNumber);
        assert_eq!(
            Rejection::from(syntax).to_string(),
            "the input cannot be read as JSON: invalid number at line 2, column 7"
        );
    }

    #[test]
    fn rejections_can_be_sent_and_boxed() {
        fn error<E: Error + Send + Sync + 'static>(_: &E) {}
        error(&Rejection::TooLarge { max: 1 });
    }

    #[cfg(feature = "serde")]
    #[test]
    fn each_kind_has_a_name_in_json() {
        let json = |rejection: &Rejection| serde_json::to_value(rejection).unwrap().to_string();
        let syntax = Syntax::new(1, 3, SyntaxKind::EndOfInput);
        assert_eq!(
            json(&syntax.into()),
            r#"{"syntax":{"column":3,"kind":"end_of_input","line":1}}"#
        );
        assert_eq!(json(&Rejection::TooLarge { max: 9 }), r#"{"too_large":{"max":9}}"#);
    }
}
