//! A value of a shape.

use proton_validate::shape::{Kind, Rule, ShapeRef};
use proton_validate::{Constraint, LengthUnit, Shape};
use serde_json::{Map, Value, json};

use super::choices::Choices;
use super::sites::{Fault, Step, constraints};
use super::{numbers, texts};

/// What a value is under.
pub(super) type Rules = Vec<&'static Rule>;

/// What is to be wrong, and where; nothing where the document is to be valid.
pub(super) type Wrong<'a> = Option<(&'a [Step], Fault)>;

/// Deeper than this only what must be is written.
const DEEP: usize = 5;

/// Deeper than this there is no document.
const TOO_DEEP: usize = 40;

/// Rules sorted by what they are about.
pub(super) struct Under {
    pub(super) constraints: Vec<&'static Constraint>,
    pub(super) each: Rules,
    pub(super) keys: Rules,
    pub(super) values: Rules,
}

impl Under {
    pub(super) fn of(rules: &Rules) -> Self {
        let mut under = Self {
            constraints: constraints(rules),
            each: Rules::new(),
            keys: Rules::new(),
            values: Rules::new(),
        };
        under.add(rules);
        under
    }

    fn add(&mut self, rules: &Rules) {
        for rule in rules {
            match rule {
                Rule::Each(rules) => self.each.extend(rules.iter()),
                Rule::Keys(rules) => self.keys.extend(rules.iter()),
                Rule::Values(rules) => self.values.extend(rules.iter()),
                Rule::Apply { rules, .. } => self.add(&rules.iter().collect()),
                _ => {}
            }
        }
    }
}

/// The shape without what may be absent around it.
pub(super) fn peel(shape: &'static Shape) -> &'static Shape {
    match shape.kind() {
        Kind::Optional(inner) | Kind::Patch(inner) if !shape.is_opaque() => peel(inner.get()),
        _ => shape,
    }
}

/// Whether null is a value.
pub(super) fn accepts_null(shape: &'static Shape, rules: &Rules) -> bool {
    let has = |code| constraints(rules).iter().any(|it| it.code() == code);
    match shape.kind() {
        Kind::Unit | Kind::Any | Kind::Opaque => true,
        Kind::Optional(_) => !has("required"),
        Kind::Patch(_) => !has("not_null"),
        Kind::Newtype { member } => {
            member.shape().is_none_or(|shape| accepts_null(shape, &member.rules().iter().collect()))
        }
        Kind::Enumeration { tagging, variants } => {
            *tagging == proton_validate::shape::Tagging::Untagged
                || variants.iter().any(proton_validate::shape::Variant::is_untagged)
        }
        _ => false,
    }
}

/// Writes documents.
pub(super) struct Writer<'c> {
    pub(super) choices: &'c mut Choices,
    depth: usize,
}

impl<'c> Writer<'c> {
    pub(super) fn new(choices: &'c mut Choices) -> Self {
        Self { choices, depth: 0 }
    }

    /// Whether to write no more than must be.
    pub(super) fn is_deep(&self) -> bool {
        self.depth > DEEP
    }

    /// A value, with what is to be wrong in it.
    pub(super) fn value(
        &mut self,
        shape: &'static Shape,
        rules: &Rules,
        wrong: Wrong<'_>,
    ) -> Option<Value> {
        if self.depth > TOO_DEEP {
            return None;
        }
        let may_be_null = matches!(shape.kind(), Kind::Optional(_) | Kind::Patch(_))
            && accepts_null(shape, rules)
            && wrong.is_none();
        if matches!(wrong, Some(([], Fault::Null)))
            || may_be_null && (self.is_deep() || self.choices.once_in(4))
        {
            return Some(Value::Null);
        }
        self.depth += 1;
        let value = self.present(peel(shape), rules, wrong);
        self.depth -= 1;
        value
    }

    fn present(&mut self, shape: &'static Shape, rules: &Rules, wrong: Wrong<'_>) -> Option<Value> {
        if shape.is_opaque() {
            return None;
        }
        if let (Some(([], Fault::Type)), false) =
            (wrong, matches!(shape.kind(), Kind::Newtype { .. }))
        {
            return of_another_type(shape.kind(), self.choices);
        }
        let under = Under::of(rules);
        let violated = match wrong {
            Some(([], Fault::Constraint(constraint))) => Some(constraint),
            _ => None,
        };
        match shape.kind() {
            Kind::Unit => Some(Value::Null),
            Kind::Boolean => Some(json!(self.choices.once_in(2))),
            Kind::Integer { min, max, nonzero } => {
                if matches!(wrong, Some(([], Fault::TooLarge))) {
                    return too_large((*min, *max, *nonzero), self.choices);
                }
                let max = i128::try_from(*max).unwrap_or(i128::MAX);
                numbers::integer((*min, max, *nonzero), &under.constraints, violated, self.choices)
            }
            Kind::Float { .. } => numbers::float(&under.constraints, violated, self.choices),
            Kind::Character => self.choices.pick(&["a", "é", "🐲", "\n"]).map(|it| json!(it)),
            Kind::Text => {
                texts::text(&under.constraints, violated, self.choices).map(Value::String)
            }
            Kind::Blob => Some(json!(texts::base64(&under.constraints, violated, self.choices))),
            Kind::Timestamp => self.choices.pick(&moments()).cloned(),
            Kind::List { item, fixed, set } => self.list(*item, (*fixed, *set), &under, wrong),
            Kind::Map { key, value } => self.map(*key, *value, &under, wrong),
            Kind::Tuple { members } => self.tuple(members, wrong),
            Kind::Structure { members, .. } => self.structure(shape, members, wrong),
            Kind::Newtype { member } => {
                self.value(member.shape()?, &member.rules().iter().collect(), wrong)
            }
            Kind::Enumeration { tagging, variants } => self.variant(*tagging, variants, wrong),
            Kind::Any => Some(any(self.choices)),
            _ => None,
        }
    }

    fn list(
        &mut self,
        item: ShapeRef,
        (fixed, set): (Option<usize>, bool),
        under: &Under,
        wrong: Wrong<'_>,
    ) -> Option<Value> {
        let (min, max) = sizes(&under.constraints);
        let (min, max) = fixed.map_or((min, max), |fixed| (fixed, fixed));
        let is_unique = |it: &&'static Constraint| matches!(it, Constraint::UniqueItems { .. });
        let is_unique = set || under.constraints.iter().any(is_unique);
        let count = self.count((min, max), wrong)?;
        let inside = below(wrong, Step::Item);
        let special = inside.map(|_| self.choices.below(count));
        let mut items: Vec<Value> = Vec::new();
        for index in 0..count {
            let wrong = if special == Some(index) { inside } else { None };
            let fresh = (0..100).find_map(|_| {
                let value = self.value(item.get(), &under.each, wrong)?;
                (!is_unique || !items.contains(&value)).then_some(value)
            });
            match fresh {
                Some(item) => items.push(item),
                None if wrong.is_none() && items.len() >= min && special.is_none() => break,
                None => return None,
            }
        }
        if let Some(([], Fault::Constraint(Constraint::UniqueItems { .. }))) = wrong {
            let (first, last) = (items.first()?.clone(), items.get_mut(1..)?.last_mut()?);
            *last = first;
        }
        Some(Value::Array(items))
    }

    /// How many items to write.
    fn count(&mut self, (min, max): (usize, usize), wrong: Wrong<'_>) -> Option<usize> {
        match wrong {
            Some(([], Fault::Constraint(Constraint::MinItems { .. }))) => min.checked_sub(1),
            Some(([], Fault::Constraint(Constraint::MaxItems { .. }))) => max.checked_add(1),
            Some(([], Fault::Constraint(Constraint::Length { .. }) | Fault::Count)) => {
                let (fewer, more) = (min.checked_sub(1), max.checked_add(1));
                if self.choices.once_in(2) { fewer.or(more) } else { more.or(fewer) }
            }
            Some(([], Fault::Constraint(Constraint::UniqueItems { .. }))) => {
                (max > 1).then_some(min.max(2))
            }
            Some(([_, ..], _)) => (max > 0).then_some(min.max(1)),
            _ if self.is_deep() => Some(min),
            _ => Some(min + self.choices.below(max.saturating_sub(min).min(3) + 1)),
        }
    }

    fn map(
        &mut self,
        key: ShapeRef,
        value: ShapeRef,
        under: &Under,
        wrong: Wrong<'_>,
    ) -> Option<Value> {
        let sizes = sizes(&under.constraints);
        let count = self.count(sizes, wrong)?;
        let (bad_key, bad_value) = (below(wrong, Step::Key), below(wrong, Step::Value));
        let mut map = Map::new();
        for attempt in 0..count * 30 {
            if map.len() == count {
                break;
            }
            let is_first = map.is_empty();
            let key = self.key(key.get(), &under.keys, bad_key.filter(|_| is_first))?;
            if !map.contains_key(&key) || attempt == count * 30 - 1 {
                let wrong = bad_value.filter(|_| is_first);
                map.insert(key, self.value(value.get(), &under.values, wrong)?);
            }
        }
        (map.len() == count || wrong.is_none() && map.len() >= sizes.0)
            .then_some(Value::Object(map))
    }

    fn key(&mut self, shape: &'static Shape, rules: &Rules, wrong: Wrong<'_>) -> Option<String> {
        match shape.kind() {
            Kind::Newtype { member } => {
                self.key(member.shape()?, &member.rules().iter().collect(), wrong)
            }
            _ => match self.value(shape, rules, wrong)? {
                Value::String(text) => Some(text),
                Value::Null | Value::Array(_) | Value::Object(_) => None,
                scalar => Some(scalar.to_string()),
            },
        }
    }
}

/// What is wrong below a step, if it is there.
pub(super) fn below(wrong: Wrong<'_>, step: Step) -> Wrong<'_> {
    let (path, fault) = wrong?;
    let (first, rest) = path.split_first()?;
    (*first == step).then_some((rest, fault))
}

/// The fewest and the most items.
fn sizes(constraints: &[&'static Constraint]) -> (usize, usize) {
    let of = |it: &&Constraint| match it {
        Constraint::MinItems { min, .. } => (*min, usize::MAX),
        Constraint::MaxItems { max, .. } => (0, *max),
        Constraint::Length { min, max, unit: LengthUnit::Items | LengthUnit::Entries, .. } => {
            (min.unwrap_or(0), max.unwrap_or(usize::MAX))
        }
        _ => (0, usize::MAX),
    };
    let of = |it: &&'static Constraint| of(it);
    constraints.iter().map(of).fold((0, usize::MAX), |(a, b), (c, d)| (a.max(c), b.min(d)))
}

fn too_large((min, max, nonzero): (i128, u128, bool), choices: &mut Choices) -> Option<Value> {
    let above = i128::try_from(max).ok()?.checked_add(1);
    let beyond = [above, if nonzero { Some(0) } else { min.checked_sub(1) }];
    let beyond = (*choices.pick(&beyond)?)?;
    serde_json::Number::from_i128(beyond).map(Value::Number)
}

/// Lists are not given where structures are expected: plain serde takes them.
fn of_another_type(kind: &Kind, choices: &mut Choices) -> Option<Value> {
    let others = match kind {
        Kind::Boolean => [json!(0), json!("true"), json!([])],
        Kind::Integer { .. } => [json!("1"), json!(true), json!(0.5)],
        Kind::Float { .. } => [json!("1"), json!(true), json!({})],
        Kind::Text | Kind::Character => [json!(1), json!(true), json!(["a"])],
        Kind::List { .. } | Kind::Tuple { .. } => [json!({}), json!("a"), json!(1)],
        Kind::Unit => [json!(false), json!("a"), json!(1)],
        Kind::Timestamp => [json!(true), json!([0]), json!({})],
        _ => [json!(12345), json!(true), json!(0.5)],
    };
    choices.pick(&others).cloned()
}

fn moments() -> [Value; 4] {
    let texts = ["1996-12-19T16:39:57-08:00", "1990-12-31T23:59:60Z"];
    [json!(0), json!(-1_623_265_980.123), json!(texts[0]), json!(texts[1])]
}

/// Any value.
pub(super) fn any(choices: &mut Choices) -> Value {
    let all =
        [json!(null), json!(true), json!(-7), json!(0.5), json!("é"), json!([1]), json!({"a": 1})];
    choices.pick(&all).cloned().unwrap_or_default()
}
