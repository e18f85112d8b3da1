//! The rules that one value is under: those of the member it stands in, of the
//! types around it, and those that a list or map has for what is inside.

use crate::constraint::Constraint;
use crate::path::Location;
use crate::shape::Rule;

/// Rules as a chain on the stack: nothing is gathered, and nothing allocated.
#[derive(Clone, Copy)]
pub(super) struct Rules<'a>(Link<'a>);

#[derive(Clone, Copy)]
enum Link<'a> {
    None,
    /// More rules, after those before.
    And(&'a Rules<'a>, &'static [Rule]),
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
    pub(super) const NONE: Self = Self(Link::None);

    /// These, and then those of a member or type.
    pub(super) const fn and(&'a self, rules: &'static [Rule]) -> Rules<'a> {
        Rules(Link::And(self, rules))
    }

    /// What these say about what is inside.
    pub(super) const fn inside(&'a self, step: Step) -> Rules<'a> {
        Rules(Link::Inside(self, step))
    }

    /// Each rule, with aliases replaced by what they stand for.
    pub(super) fn each(&self, f: &mut dyn FnMut(&'static Rule)) {
        match self.0 {
            Link::None => {}
            Link::And(before, rules) => {
                before.each(f);
                expand(rules, f);
            }
            Link::Inside(before, step) => before.each(&mut |rule| match (rule, step) {
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
        at: Location<'_>,
        mut f: impl FnMut(&'static Constraint, Location<'_>),
    ) {
        let mut constraint = |rule: &'static Rule| {
            if let Rule::Constraint { constraint, wording } = rule {
                f(constraint, at.with_wording(*wording));
            }
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
        match self.0 {
            Link::None => Some(&[]),
            Link::And(Rules(Link::None), rules) => {
                let has_alias = rules.iter().any(|rule| matches!(rule, Rule::Apply { .. }));
                (!has_alias).then_some(rules)
            }
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

/// Whether only a typed value can decide the rule itself.
pub(super) fn is_typed_only(rule: &Rule) -> bool {
    match rule {
        Rule::Each(_) | Rule::Keys(_) | Rule::Values(_) => false,
        rule => rule.is_typed_only(),
    }
}
