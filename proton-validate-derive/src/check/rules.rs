//! What stands on a value: a field, a type, or something inside.

use quote::ToTokens;

use crate::check::bound::{self, Measure};
use crate::check::checked::{
    Assertion, AsyncCheck, Bound, Constraint, ConstraintKind, Equals, Format, Inside, ItemType,
    Part, Rules, Treatment, When,
};
use crate::check::scope::Scope;
use crate::check::target::{Step, Target};
use crate::check::{
    applies, beside, equals, length, one_of, pattern, placement, range, text, wording,
};
use crate::model::{self, Expr, Field, Item, Rule, RuleKind};

type Checked = Option<(ConstraintKind, Option<Assertion>)>;

/// Checks what stands on a field.
pub(crate) fn treatment(field: &Field, scope: &Scope<'_>) -> Treatment {
    let target = Target::of(&field.ty);
    placement::on_field(&field.rules, scope.cx);
    if field.rules.iter().any(|rule| matches!(rule.kind, RuleKind::Skip)) {
        placement::together(&field.rules, &target, scope.cx);
        return Treatment::Skipped;
    }
    let sensitive = field.rules.iter().any(|rule| matches!(rule.kind, RuleKind::Sensitive));
    let place = Place { scope, sensitive, level: Level::Field };
    Treatment::Validated { sensitive, rules: Box::new(place.rules(&field.rules, target)) }
}

/// Checks what stands on a type, without what has to wait.
pub(crate) fn of_type(item: &Item, scope: &Scope<'_>) -> Rules {
    placement::on_type(&item.rules, scope.cx);
    let place = Place { scope, sensitive: false, level: Level::Type };
    place.rules(&item.rules, Target::this(&item.ident))
}

/// Checks the functions on a type that have to wait.
pub(crate) fn asynchronous(rules: &[Rule], scope: &Scope<'_>) -> Vec<AsyncCheck> {
    let check = |rule: &Rule| {
        let RuleKind::CheckAsync(path) = &rule.kind else { return None };
        let kind = ConstraintKind::Check(path.clone());
        let wording = wording::check(rule, &kind, false, scope);
        Some(AsyncCheck { span: rule.key.span(), path: path.clone(), wording })
    };
    rules.iter().filter_map(check).collect()
}

/// Checks what an alias stands for.
pub(crate) fn of_alias(rules: &[Rule], target: &Target, scope: &Scope<'_>) -> Rules {
    placement::inside(rules, scope.cx);
    Place { scope, sensitive: false, level: Level::Inside }.rules(rules, target.clone())
}

/// Where rules stand.
#[derive(Clone, Copy)]
struct Place<'a> {
    scope: &'a Scope<'a>,
    sensitive: bool,
    level: Level,
}

/// What the value is to the type around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    /// The type itself.
    Type,
    Field,
    /// Something inside a field, or what an alias is applied to.
    Inside,
}

impl Place<'_> {
    fn rules(self, rules: &[Rule], target: Target) -> Rules {
        let scope = self.scope;
        placement::together(rules, &target, scope.cx);
        let (mut kinds, mut assertions) = (Vec::new(), Vec::new());
        for rule in rules {
            let is_misplaced =
                self.level == Level::Type && !matches!(rule.kind, RuleKind::Check(_));
            if is_misplaced || !applies::check(rule, &target, scope.cx) {
                continue;
            }
            if let Some((kind, assertion)) = self.constraint(rule, &target) {
                kinds.push((rule, kind));
                assertions.extend(assertion);
            }
        }
        assertions.extend(length::items(&kinds, scope));
        assertions.extend(beside::check(&mut kinds, &target, scope));
        kinds.sort_by_key(|(_, kind)| rank(kind));
        Rules {
            constraints: kinds.into_iter().map(|kind| self.worded(kind)).collect(),
            whens: rules.iter().filter_map(|rule| self.when(rule, &target)).collect(),
            inside: self.inside(rules, &target),
            assertions,
            target,
        }
    }

    fn constraint(self, rule: &Rule, target: &Target) -> Checked {
        let (scope, key) = (self.scope, &rule.key);
        let alone = |kind: Option<ConstraintKind>| kind.map(|kind| (kind, None));
        let size = |expr: &Expr| bound::check(expr, Measure::Size, scope);
        match &rule.kind {
            RuleKind::Required => alone(Some(ConstraintKind::Required)),
            RuleKind::NotNull => alone(Some(ConstraintKind::NotNull)),
            RuleKind::Length(it) => length::check(key, it, scope),
            RuleKind::MinItems(it) => alone(size(it).map(ConstraintKind::MinItems)),
            RuleKind::MaxItems(it) => alone(size(it).map(ConstraintKind::MaxItems)),
            RuleKind::UniqueItems => alone(Some(ConstraintKind::UniqueItems)),
            RuleKind::Range(it) => range::check(key, it, target, scope),
            RuleKind::MultipleOf(it) => range::multiple_of(key, it, target, scope),
            RuleKind::Pattern(it) => alone(pattern::check(it, scope)),
            RuleKind::OneOf(it) => alone(one_of::check(key, it, target, scope.cx)),
            RuleKind::Ascii => alone(Some(ConstraintKind::Ascii)),
            RuleKind::Prefix(it) => text::check(key, Part::Prefix, it, scope),
            RuleKind::Suffix(it) => text::check(key, Part::Suffix, it, scope),
            RuleKind::Contains(it) => text::check(key, Part::Contains, it, scope),
            RuleKind::Excludes(it) => text::check(key, Part::Excludes, it, scope),
            RuleKind::Format(it) => alone(Some(ConstraintKind::Format(format(it, scope)))),
            RuleKind::Equals(it) => alone(self.equals(rule, it)),
            RuleKind::Apply(it) => alone(Some(ConstraintKind::Apply(it.clone()))),
            RuleKind::Check(it) => alone(Some(ConstraintKind::Check(it.clone()))),
            RuleKind::CheckAsync(_)
            | RuleKind::Each(_)
            | RuleKind::Keys(_)
            | RuleKind::Values(_)
            | RuleKind::When { .. }
            | RuleKind::Sensitive
            | RuleKind::Skip
            | RuleKind::Hidden
            | RuleKind::Unreadable => None,
        }
    }

    /// The other field is looked up once all of them are known.
    fn equals(self, rule: &Rule, other: &syn::Member) -> Option<ConstraintKind> {
        if self.level != Level::Field {
            equals::refuse(rule.key.span(), self.scope.cx);
            return None;
        }
        let (access, name) = (other.clone(), String::new());
        Some(ConstraintKind::Equals(Equals { access, index: 0, name }))
    }

    fn worded(self, (rule, kind): (&Rule, ConstraintKind)) -> Constraint {
        let wording = match kind {
            ConstraintKind::Apply(_) => {
                wording::refuse(rule, self.scope.cx);
                None
            }
            _ => wording::check(rule, &kind, self.sensitive, self.scope),
        };
        Constraint { span: rule.key.span(), kind, wording }
    }

    fn when(self, rule: &Rule, target: &Target) -> Option<When> {
        let RuleKind::When { condition, rules } = &rule.kind else { return None };
        wording::refuse(rule, self.scope.cx);
        if self.level != Level::Type {
            placement::inside(rules, self.scope.cx);
        }
        let known = self.scope.knows(condition);
        let rules = self.rules(rules, target.clone());
        known.then(|| When { condition: condition.tokens.clone(), rules })
    }

    fn inside(self, rules: &[Rule], target: &Target) -> Inside {
        let (mut items, mut keys, mut values) = (None, None, None);
        for rule in rules {
            let (place, nested, step) = match &rule.kind {
                RuleKind::Each(nested) => (&mut items, nested, Step::Item),
                RuleKind::Keys(nested) => (&mut keys, nested, Step::Key),
                RuleKind::Values(nested) => (&mut values, nested, Step::Value),
                _ => continue,
            };
            let rules = self.nested(rule, nested, target.inside(step));
            *place = Some((rule.key.span(), Box::new(rules)));
        }
        if let Some((span, rules)) = items {
            return Inside::Items { span, rules };
        }
        let Some(span) = keys.iter().chain(&values).map(|(span, _)| *span).next() else {
            return Inside::Nothing;
        };
        let rules = |rules: Option<(_, _)>, step| match rules {
            Some((_, rules)) => rules,
            None => Box::new(self.rules(&[], target.inside(step))),
        };
        Inside::Entries { span, keys: rules(keys, Step::Key), values: rules(values, Step::Value) }
    }

    fn nested(self, rule: &Rule, rules: &[Rule], target: Target) -> Rules {
        wording::refuse(rule, self.scope.cx);
        placement::inside(rules, self.scope.cx);
        Self { level: Level::Inside, ..self }.rules(rules, target)
    }
}

fn format(format: &model::Format, scope: &Scope<'_>) -> Format {
    let path = match format {
        model::Format::Known(name) => return Format::Known(name.clone()),
        model::Format::Path(path) => path.to_token_stream(),
    };
    Format::Path(match scope.outside(&path) {
        Some(value) => Bound::Item { index: scope.next_index(), ty: ItemType::Format, value },
        None => Bound::Generic(path),
    })
}

fn rank(kind: &ConstraintKind) -> u8 {
    match kind {
        ConstraintKind::Required => 0,
        ConstraintKind::NotNull => 1,
        ConstraintKind::OneOf(_) => 2,
        ConstraintKind::Length { .. } => 3,
        ConstraintKind::MinItems(_) => 4,
        ConstraintKind::MaxItems(_) => 5,
        ConstraintKind::Ascii => 6,
        ConstraintKind::Text { part: Part::Prefix, .. } => 7,
        ConstraintKind::Text { part: Part::Suffix, .. } => 8,
        ConstraintKind::Text { part: Part::Contains, .. } => 9,
        ConstraintKind::Text { part: Part::Excludes, .. } => 10,
        ConstraintKind::Pattern(_) => 11,
        ConstraintKind::Format(_) => 12,
        ConstraintKind::Range(_) => 13,
        ConstraintKind::MultipleOf(_) => 14,
        ConstraintKind::UniqueItems => 15,
        ConstraintKind::Equals(_) => 16,
        ConstraintKind::Apply(_) => 17,
        ConstraintKind::Check(_) => 18,
    }
}
