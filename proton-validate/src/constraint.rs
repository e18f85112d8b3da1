//! What a value can fail: each constraint with its parameters and its code.

mod values;

use alloc::borrow::Cow;
use core::ops::Bound;

use proton_validate_pattern::Pattern;

#[cfg(feature = "serde")]
pub(crate) use values::shown;
pub use values::{Hidden, Values};

use crate::format::Format;
use crate::number::Number;

/// A constraint with its parameters: in a [`Shape`](crate::Shape) as a rule, in
/// a [`Violation`](crate::Violation) as what was not met.
///
/// `actual` is what was found where that is safe to say (how long, how many).
/// It is `None` in a shape and wherever the member is sensitive; the value
/// itself is never kept.
///
/// | variant | [`code`](Self::code) | source of the rule |
/// |---|---|---|
/// | `Required` | `required` | Smithy `@required`, JSON Schema `required` |
/// | `NotNull` | `not_null` | JSON Schema `type` without `null`; in RFC 7396 `null` removes a member |
/// | `Length` | `length` | Smithy `@length`, JSON Schema `minLength`, `maxLength` |
/// | `MinItems`, `MaxItems` | `min_items`, `max_items` | Smithy `@length` on lists, JSON Schema `minItems`, `maxItems` |
/// | `UniqueItems` | `unique_items` | Smithy `@uniqueItems`, JSON Schema `uniqueItems` |
/// | `Range` | `range` | Smithy `@range`, JSON Schema `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum` |
/// | `MultipleOf` | `multiple_of` | JSON Schema `multipleOf` |
/// | `Pattern` | `pattern` | Smithy `@pattern`, JSON Schema `pattern` |
/// | `OneOf` | `one_of` | Smithy `enum`, JSON Schema `enum` |
/// | `Ascii` | `ascii` | |
/// | `Prefix`, `Suffix` | `prefix`, `suffix` | |
/// | `Contains`, `Excludes` | `contains`, `excludes` | |
/// | `Format` | `format` | JSON Schema `format` |
/// | `Equals` | `equals` | |
/// | `Custom` | the check's own | |
/// | `Depth` | `depth` | [`Limits::max_depth`](crate::Limits) |
/// | `InputSize` | `input_size` | [`Limits::max_input_bytes`](crate::Limits) |
/// | `Type` | `type` | JSON Schema `type`; Smithy's shape types |
/// | `Unknown` | `unknown` | JSON Schema `additionalProperties`, serde's `deny_unknown_fields` |
/// | `Duplicate` | `duplicate` | RFC 8259, section 4: the names within an object should be unique |
/// | `OneMember` | `one_member` | Smithy `union`: exactly one member is set |
/// | `Unreadable` | `unreadable` | the value does not fit the type |
///
/// # Examples
///
/// ```
/// use proton_validate::{Constraint, Validate};
///
/// #[derive(Validate)]
/// struct Tag {
///     #[length(min = 1, max = 128)]
///     key: String,
/// }
///
/// let report = Tag { key: String::new() }.validate().unwrap_err();
/// let violation = report.iter().next().unwrap();
/// assert_eq!(violation.code(), "length");
/// assert!(matches!(
///     violation.constraint(),
///     Constraint::Length { min: Some(1), max: Some(128), actual: Some(0), .. }
/// ));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Constraint {
    /// The member must be present and, where its type does not tell absent from
    /// null, not null.
    Required,
    /// The member must not be null; it may be absent.
    NotNull,
    /// A string, list or map must have a length within bounds, both inclusive.
    Length {
        /// The least length.
        min: Option<usize>,
        /// The greatest length.
        max: Option<usize>,
        /// What is counted.
        unit: LengthUnit,
        /// The length that was found.
        actual: Option<usize>,
    },
    /// A list or set must have at least this many items.
    MinItems {
        /// The least number of items.
        min: usize,
        /// The number that was found.
        actual: Option<usize>,
    },
    /// A list or set must have at most this many items.
    MaxItems {
        /// The greatest number of items.
        max: usize,
        /// The number that was found.
        actual: Option<usize>,
    },
    /// No item of a list may stand in it twice.
    UniqueItems {
        /// The first index whose item stood in the list before, behind the
        /// index where it did.
        repeated: Option<[usize; 2]>,
    },
    /// A number must lie within bounds. NaN lies within none.
    Range {
        /// The lower bound.
        min: Bound<Number>,
        /// The upper bound.
        max: Bound<Number>,
    },
    /// A number must be an integer times this one. Floats are compared as the
    /// decimal numbers they print as, so that 0.3 is a multiple of 0.1.
    MultipleOf {
        /// The number to divide by.
        divisor: Number,
    },
    /// A string must match a pattern.
    Pattern {
        /// The pattern.
        pattern: &'static Pattern,
    },
    /// A value must be one of those listed.
    OneOf {
        /// The values to show, in declared order.
        values: Values,
        /// Values that are accepted and not shown.
        hidden: Hidden,
    },
    /// A string must hold ASCII characters only.
    Ascii,
    /// A string must begin with a text.
    Prefix {
        /// The text.
        text: &'static str,
    },
    /// A string must end with a text.
    Suffix {
        /// The text.
        text: &'static str,
    },
    /// A string must have a text in it.
    Contains {
        /// The text.
        text: &'static str,
    },
    /// A string must not have a text in it.
    Excludes {
        /// The text.
        text: &'static str,
    },
    /// A string must have a format.
    Format {
        /// The format.
        format: &'static Format,
    },
    /// A member must be equal to another of the same structure.
    Equals {
        /// The other member, by its name on the wire.
        member: &'static str,
    },
    /// A check of the developer's must accept the value.
    Custom {
        /// What the check says for programs.
        code: &'static str,
        /// What the check says for people.
        message: Cow<'static, str>,
    },
    /// A value must not be nested deeper than the limit.
    Depth {
        /// The greatest depth.
        max: usize,
    },
    /// The input must not be larger than the limit.
    InputSize {
        /// The greatest size in bytes.
        max: usize,
    },
    /// A value must be of a type of the wire.
    Type {
        /// The type: `null`, `boolean`, `integer`, `number`, `string`, `list`,
        /// `map` or `structure`.
        expected: &'static str,
    },
    /// A structure must have no member beside those that it declares.
    Unknown,
    /// A member, or a map's key, must not be given twice.
    Duplicate,
    /// A union, or an enumeration with content, must have exactly one member,
    /// whose name is the variant.
    OneMember,
    /// The value could not be read as the type expected here: a member of it is
    /// missing or given twice, or it is of another type.
    Unreadable,
}

/// How much is kept of a message that a check put together.
const MAX_MESSAGE_BYTES: usize = 1024;

impl Constraint {
    /// A stable name for programs: lower snake case, never renamed within a
    /// major version. The table [above](Self) lists them. That of
    /// [`Custom`](Self::Custom) is the check's own.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::NotNull => "not_null",
            Self::Length { .. } => "length",
            Self::MinItems { .. } => "min_items",
            Self::MaxItems { .. } => "max_items",
            Self::UniqueItems { .. } => "unique_items",
            Self::Range { .. } => "range",
            Self::MultipleOf { .. } => "multiple_of",
            Self::Pattern { .. } => "pattern",
            Self::OneOf { .. } => "one_of",
            Self::Ascii => "ascii",
            Self::Prefix { .. } => "prefix",
            Self::Suffix { .. } => "suffix",
            Self::Contains { .. } => "contains",
            Self::Excludes { .. } => "excludes",
            Self::Format { .. } => "format",
            Self::Equals { .. } => "equals",
            Self::Custom { code, .. } => code,
            Self::Depth { .. } => "depth",
            Self::InputSize { .. } => "input_size",
            Self::Type { .. } => "type",
            Self::Unknown => "unknown",
            Self::Duplicate => "duplicate",
            Self::OneMember => "one_member",
            Self::Unreadable => "unreadable",
        }
    }

    /// Cuts a message that was put together to a length that a report can hold many
    /// of.
    pub(crate) fn bound(&mut self) {
        if let Self::Custom { message: Cow::Owned(message), .. } = self
            && message.len() > MAX_MESSAGE_BYTES
        {
            let boundary = (0..=MAX_MESSAGE_BYTES).rev().find(|&at| message.is_char_boundary(at));
            message.truncate(boundary.unwrap_or(0));
            message.push('…');
        }
    }

    /// Drops whatever is derived from the value. A message that was put together may
    /// hold it; a constant one cannot.
    pub(crate) fn redact(&mut self) {
        match self {
            Self::Custom { message: message @ Cow::Owned(_), .. } => {
                *message = Cow::Borrowed("is not valid");
            }
            Self::Length { actual, .. }
            | Self::MinItems { actual, .. }
            | Self::MaxItems { actual, .. } => *actual = None,
            Self::UniqueItems { repeated } => *repeated = None,
            // Named one by one: whatever is new is asked about.
            Self::Custom { message: Cow::Borrowed(_), .. }
            | Self::Required
            | Self::NotNull
            | Self::Range { .. }
            | Self::MultipleOf { .. }
            | Self::Pattern { .. }
            | Self::OneOf { .. }
            | Self::Ascii
            | Self::Prefix { .. }
            | Self::Suffix { .. }
            | Self::Contains { .. }
            | Self::Excludes { .. }
            | Self::Format { .. }
            | Self::Equals { .. }
            | Self::Depth { .. }
            | Self::InputSize { .. }
            | Self::Type { .. }
            | Self::Unknown
            | Self::Duplicate
            | Self::OneMember
            | Self::Unreadable => {}
        }
    }
}

/// What a length counts.
///
/// ```
/// use proton_validate::{Constraint, LengthUnit, Validate};
///
/// #[derive(Validate)]
/// struct Key(#[length(bytes, max = 2)] String);
///
/// let report = Key("é!".into()).validate().unwrap_err();
/// let Constraint::Length { unit, actual, .. } = report.iter().next().unwrap().constraint() else {
///     unreachable!()
/// };
/// assert_eq!((*unit, unit.name(), *actual), (LengthUnit::Bytes, "bytes", Some(3)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LengthUnit {
    /// Unicode scalar values of a string, as Smithy and JSON Schema count.
    Characters,
    /// Bytes of a string's UTF-8, or of a byte string.
    Bytes,
    /// UTF-16 code units of a string, as JavaScript and Java count.
    Utf16,
    /// Extended grapheme clusters of a string (Unicode Standard Annex 29): what
    /// a reader takes for one character.
    Graphemes,
    /// Items of a list or set.
    Items,
    /// Entries of a map.
    Entries,
}

impl LengthUnit {
    /// The unit's name in machine-readable parameters.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Characters => "characters",
            Self::Bytes => "bytes",
            Self::Utf16 => "utf16",
            Self::Graphemes => "graphemes",
            Self::Items => "items",
            Self::Entries => "entries",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    #[test]
    fn redaction_leaves_the_rule_and_drops_what_was_found() {
        let length = |actual| Constraint::Length {
            min: Some(1),
            max: None,
            unit: LengthUnit::Characters,
            actual,
        };
        let redacted = |mut constraint: Constraint| {
            constraint.redact();
            constraint
        };
        assert_eq!(redacted(length(Some(9))), length(None));
        assert_eq!(
            redacted(Constraint::UniqueItems { repeated: Some([0, 1]) }),
            Constraint::UniqueItems { repeated: None }
        );
        assert_eq!(redacted(Constraint::Required), Constraint::Required);
    }

    #[test]
    fn a_message_is_cut_where_a_character_ends() {
        let bounded = |message: String| {
            let mut custom = Constraint::Custom { code: "taken", message: Cow::Owned(message) };
            custom.bound();
            match custom {
                Constraint::Custom { message, .. } => message.into_owned(),
                other => panic!("{other:?}"),
            }
        };
        let longest = "a".repeat(MAX_MESSAGE_BYTES);
        assert_eq!(bounded("ab".into()), "ab");
        assert_eq!(bounded(longest.clone()), longest);
        assert_eq!(bounded(longest.clone() + "a"), longest + "…");
        let wide = "é".repeat(MAX_MESSAGE_BYTES);
        let kept = wide.chars().take(MAX_MESSAGE_BYTES / 2).collect::<String>();
        assert_eq!(bounded(wide), kept + "…");
    }

    #[test]
    fn of_messages_about_a_secret_only_constant_ones_stay() {
        let custom = |message| Constraint::Custom { code: "taken", message };
        let redacted = |message| {
            let mut custom = custom(message);
            custom.redact();
            custom
        };
        assert_eq!(redacted(Cow::Owned("hunter2".into())), custom("is not valid".into()));
        assert_eq!(redacted("is taken".into()), custom("is taken".into()));
    }
}
