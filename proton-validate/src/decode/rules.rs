//! The rules that one value is under: those of the member it stands in, of the
//! types around it, and those that a list or map has for what is inside.

use crate::constraint::Constraint;
use crate::path::Location;
use crate::shape::{Rule, RuleSet};

/// Rules as a chain on the stack: nothing is gathered, and nothing allocated.
#[derive(Clone, Copy)]
pub(super) enum Rules<'a> {
    /// Those of one place, which may be none.
    Of(RuleSet),
    /// More rules, after those before.
    And(&'a Rules<'a>, RuleSet),
    /// The same, where those before already say what null is.
    Beyond(&'a Rules<'a>, RuleSet),
    /// What those before say about what is inside.
    Inside(&'a Rules<'a>, Step),
}

/// A step into a list or map.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Item,
    Key,
    Value,
}

impl<'a> Rules<'a> {
    pub(super) const NONE: Self = Self::Of(RuleSet::EMPTY);

    /// These, and then those of a member or type.
    #[inline]
    pub(super) const fn and(&'a self, rules: RuleSet) -> Rules<'a> {
        match self {
            Self::Of(before) if before.rules().is_empty() => Self::Of(rules),
            _ if rules.rules().is_empty() => *self,
            _ => Self::And(self, rules),
        }
    }

    /// These, and then those of a type around which there may be null: that is no
    /// value of the type, and not for its rules.
    pub(super) fn beyond(&'a self, rules: RuleSet) -> Rules<'a> {
        if rules.rules().iter().any(may_be_of_null) {
            return Rules::Beyond(self, rules);
        }
        self.and(rules)
    }

    /// Those that null is under.
    pub(super) fn of_null(&self) -> &Self {
        self.around_null().unwrap_or(self)
    }

    /// Those before the types around which there may be null, if there are such types.
    fn around_null(&self) -> Option<&Self> {
        match self {
            Self::And(before, _) => before.around_null(),
            Self::Beyond(before, _) => Some(before.of_null()),
            _ => None,
        }
    }

    /// What these say about what is inside.
    #[inline]
    pub(super) const fn inside(&'a self, step: Step) -> Rules<'a> {
        match self {
            Self::Of(rules) if !rules.is_nested() => Self::NONE,
            _ => Self::Inside(self, step),
        }
    }

    /// Whether only a typed value can decide one of the rules themselves.
    #[inline]
    pub(super) fn are_typed_only(&self) -> bool {
        match self {
            Self::Of(rules) if !rules.is_typed_only() => false,
            _ => self.any(is_typed_only),
        }
    }

    /// Each rule, with aliases replaced by what they stand for.
    pub(super) fn each(&self, f: &mut dyn FnMut(&'static Rule)) {
        match *self {
            Self::Of(rules) => expand(rules.rules(), f),
            Self::And(before, rules) | Self::Beyond(before, rules) => {
                before.each(f);
                expand(rules.rules(), f);
            }
            Self::Inside(before, step) => before.each(&mut |rule| match (rule, step) {
                (Rule::Each(rules), Step::Item)
                | (Rule::Keys(rules), Step::Key)
                | (Rule::Values(rules), Step::Value) => expand(rules, f),
                _ => {}
            }),
        }
    }

    /// Each constraint, with the place that bears its words.
    #[inline]
    pub(super) fn constraints(
        &self,
        at: &Location<'_>,
        mut f: impl FnMut(&'static Constraint, &Location<'_>),
    ) {
        let mut constraint = |rule: &'static Rule| match rule {
            Rule::Constraint { constraint, wording: None } => f(constraint, at),
            Rule::Constraint { constraint, wording: Some(words) } => {
                f(constraint, &at.worded(words));
            }
            _ => {}
        };
        match self.plain() {
            Some(rules) => rules.iter().for_each(constraint),
            None => self.each(&mut constraint),
        }
    }

    /// Whether a rule asks for something.
    #[inline]
    pub(super) fn any(&self, asks: impl Fn(&Rule) -> bool) -> bool {
        if let Some(rules) = self.plain() {
            return rules.iter().any(asks);
        }
        let mut found = false;
        self.each(&mut |rule| found |= asks(rule));
        found
    }

    /// The rules of most members: in one place, without aliases.
    #[inline]
    fn plain(&self) -> Option<&'static [Rule]> {
        match self {
            Self::Of(rules) if !rules.is_aliased() => Some(rules.rules()),
            _ => None,
        }
    }
}

fn expand(rules: &'static [Rule], f: &mut dyn FnMut(&'static Rule)) {
    for rule in rules {
        match rule {
            Rule::Apply { rules, .. } => expand(rules, f),
            rule => f(rule),
        }
    }
}

/// Whether the rule may be one that null does not meet.
fn may_be_of_null(rule: &Rule) -> bool {
    match rule {
        Rule::Constraint { constraint, .. } => {
            matches!(constraint, Constraint::Required | Constraint::NotNull)
        }
        rule => matches!(rule, Rule::Apply { .. }),
    }
}

/// Whether only a typed value can decide the rule itself.
fn is_typed_only(rule: &Rule) -> bool {
    match rule {
        Rule::Each(_) | Rule::Keys(_) | Rule::Values(_) => false,
        rule => rule.is_typed_only(),
    }
}
