//! What a value is under: constraints, what is asked of what is inside, and
//! what only code can decide.

use super::RuleSet;
use crate::constraint::Constraint;
use crate::wording::Wording;

/// One attribute of the derive macro, as data.
///
/// # Examples
///
/// ```
/// use proton_validate::{Describe, Validate, shape::{Kind, Rule}};
///
/// #[derive(Validate)]
/// struct Request {
///     #[max_items(50)]
///     #[each(length(max = 20))]
///     tags: Vec<String>,
/// }
///
/// let Kind::Structure { members, .. } = Request::shape().kind() else { unreachable!() };
/// let [Rule::Constraint { constraint, .. }, Rule::Each(inside)] = members[0].rules() else {
///     unreachable!()
/// };
/// assert_eq!((constraint.code(), inside.len()), ("max_items", 1));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Rule {
    /// A constraint whose parameters are constant.
    Constraint {
        /// The constraint.
        constraint: Constraint,
        /// The developer's own message and code.
        wording: Option<&'static Wording>,
    },
    /// A constraint with a bound that names `self` or `context`.
    Dynamic {
        /// The constraint's [code](Constraint::code).
        code: &'static str,
        /// The developer's own message and code.
        wording: Option<&'static Wording>,
    },
    /// What each item of a list or set is under (`#[each(..)]`).
    Each(&'static [Rule]),
    /// What each key of a map is under (`#[keys(..)]`).
    Keys(&'static [Rule]),
    /// What each value of a map is under (`#[values(..)]`).
    Values(&'static [Rule]),
    /// Rules that apply only under a condition (`#[when(..)]`).
    When {
        /// The condition as it was written.
        condition: &'static str,
        /// What then applies.
        rules: &'static [Rule],
    },
    /// The rules of an [alias](crate::Alias) (`#[apply(..)]`).
    Apply {
        /// The alias's name.
        name: &'static str,
        /// Its documentation.
        docs: &'static str,
        /// Its rules.
        rules: &'static [Rule],
    },
    /// A function of the developer's (`#[check(..)]`, `#[check_async(..)]`).
    Check {
        /// The function's path as it was written.
        name: &'static str,
        /// Whether it runs only with
        /// [`validate_async`](crate::Validate::validate_async).
        is_async: bool,
        /// The developer's own message and code.
        wording: Option<&'static Wording>,
    },
}

impl Rule {
    /// Whether only a typed value can decide the rule, or a part of it: a check,
    /// a condition, a comparison with another member, a bound that names `self`
    /// or `context`.
    ///
    /// ```
    /// use proton_validate::{Describe, Validate, shape::Kind};
    ///
    /// #[derive(Validate)]
    /// struct Window {
    ///     #[range(max = self.end)]
    ///     start: u32,
    ///     #[range(max = 24)]
    ///     end: u32,
    /// }
    ///
    /// let Kind::Structure { members, .. } = Window::shape().kind() else { unreachable!() };
    /// assert!(members[0].rules()[0].is_typed_only());
    /// assert!(!members[1].rules()[0].is_typed_only());
    /// ```
    pub const fn is_typed_only(&self) -> bool {
        match self {
            Self::Constraint { constraint, .. } => matches!(constraint, Constraint::Equals { .. }),
            Self::Dynamic { .. } | Self::When { .. } | Self::Check { .. } => true,
            Self::Each(rules)
            | Self::Keys(rules)
            | Self::Values(rules)
            | Self::Apply { rules, .. } => RuleSet::of(rules).is_typed_only(),
        }
    }

    /// Whether the rule is about what is inside a list or map.
    pub(crate) const fn is_nested(&self) -> bool {
        match self {
            Self::Each(_) | Self::Keys(_) | Self::Values(_) => true,
            Self::Apply { rules, .. } => RuleSet::of(rules).is_nested(),
            _ => false,
        }
    }
}

/// What the derive macro builds rules with.
#[doc(hidden)]
impl Rule {
    pub const fn worded(mut self, wording: &'static Wording) -> Self {
        match &mut self {
            Self::Constraint { wording: place, .. }
            | Self::Dynamic { wording: place, .. }
            | Self::Check { wording: place, .. } => *place = Some(wording),
            _ => {}
        }
        self
    }
}
