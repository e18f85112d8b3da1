//! Sentences that give no parameter of a constraint away.

use core::fmt;

use crate::constraint::Constraint;
use crate::message::Messages;
use crate::violation::Violation;

/// Another dialect, without parameters and without texts of the developer's.
pub(super) struct Terse<M>(pub(super) M);

impl<M: Messages> Messages for Terse<M> {
    fn write(&self, violation: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match generic(violation.constraint()) {
            Some(sentence) => f.write_str(sentence),
            None => self.0.write(&Violation { wording: None, ..*violation }, f),
        }
    }
}

/// `None` where the dialect's own sentence has nothing to hide.
fn generic(constraint: &Constraint) -> Option<&'static str> {
    Some(match constraint {
        Constraint::Length { .. } | Constraint::MinItems { .. } | Constraint::MaxItems { .. } => {
            "must have a permitted length"
        }
        Constraint::UniqueItems { .. } => "must have unique values",
        Constraint::Range { .. } => "must be within the permitted range",
        Constraint::Pattern { .. } => "must satisfy regular expression pattern",
        Constraint::OneOf { .. } => "must satisfy enum value set",
        Constraint::Format { .. } => "must have the expected format",
        Constraint::Type { .. } => "must be of the expected type",
        Constraint::Depth { .. } => "must not be nested too deep",
        Constraint::InputSize { .. } => "must not be too large",
        Constraint::MultipleOf { .. }
        | Constraint::Prefix { .. }
        | Constraint::Suffix { .. }
        | Constraint::Contains { .. }
        | Constraint::Excludes { .. }
        | Constraint::Equals { .. }
        | Constraint::Custom { .. } => "must be valid",
        Constraint::Required
        | Constraint::NotNull
        | Constraint::Ascii
        | Constraint::Unknown
        | Constraint::Duplicate
        | Constraint::OneMember
        | Constraint::Unreadable => return None,
    })
}
