//! The rules of one place, with what a walk asks about all of them found out when
//! the shape is made.

use super::Rule;

/// The rules of one place.
#[cfg_attr(not(feature = "serde"), allow(dead_code, reason = "the decoder asks for it"))]
#[derive(Debug, Clone, Copy)]
pub(crate) struct RuleSet {
    rules: &'static [Rule],
    typed_only: bool,
    nested: bool,
    aliased: bool,
}

impl RuleSet {
    /// No rules.
    pub(crate) const EMPTY: Self = Self::of(&[]);

    pub(crate) const fn of(rules: &'static [Rule]) -> Self {
        let mut set = Self { rules, typed_only: false, nested: false, aliased: false };
        let mut rest = rules;
        while let [rule, after @ ..] = rest {
            set.typed_only |= rule.is_typed_only();
            set.nested |= rule.is_nested();
            set.aliased |= matches!(rule, Rule::Apply { .. });
            rest = after;
        }
        set
    }

    /// The rules, in declared order.
    pub(crate) const fn rules(self) -> &'static [Rule] {
        self.rules
    }

    /// Whether only a typed value can decide one of them, or one inside them.
    pub(crate) const fn is_typed_only(self) -> bool {
        self.typed_only
    }

    /// Whether one of them is about what is inside.
    pub(crate) const fn is_nested(self) -> bool {
        self.nested
    }

    /// Whether one of them stands for others.
    #[cfg(feature = "serde")]
    pub(crate) const fn is_aliased(self) -> bool {
        self.aliased
    }
}
