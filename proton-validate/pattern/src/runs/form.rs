//! A normal form of the syntax tree: sets, sequences, alternatives and counts.
//!
//! Each constructor here is an identity of languages, so that whatever it
//! returns means the same as what it was given.

use alloc::{boxed::Box, vec, vec::Vec};

use super::{
    factor::factored,
    set::Set,
    weight::{alternatives, weight},
};
use crate::{
    syntax::{Assertion, CodePointRange, Direction, Node, NodeKind, normalize},
    work::Work,
};

/// More alternatives than that are a table's business.
const MAX_BRANCHES: usize = 256;

/// A set of so many characters may stand for as many words.
const FEW: usize = 8;

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// One character.
    Set(Set),
    /// One after the other; none is the empty text.
    Sequence(Vec<Form>),
    /// One of these; none matches nothing at all.
    Either(Vec<Form>),
    /// One of these texts, none twice.
    Words(Vec<Vec<char>>),
    Repeat(Box<Form>, Count),
    Start,
    End,
    /// What follows starts like this, or does not if negated.
    Ahead {
        negated: bool,
        form: Box<Form>,
    },
}

/// From `min` to `max` times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The fewest times.
    pub min: u32,
    /// The most times; without one, any number.
    pub max: Option<u32>,
}

impl Count {
    pub(super) const ANY: Self = Self { min: 0, max: None };
    pub(super) const MAYBE: Self = Self { min: 0, max: Some(1) };
    const SOME: Self = Self { min: 1, max: None };
    pub(super) const ONCE: Self = Self::exactly(1);

    pub(super) const fn exactly(times: u32) -> Self {
        Self { min: times, max: Some(times) }
    }

    /// The count, if it is one number.
    pub fn fixed(self) -> Option<u32> {
        self.max.filter(|max| *max == self.min)
    }

    fn plus(self, other: Self) -> Option<Self> {
        let max = match (self.max, other.max) {
            (Some(a), Some(b)) => Some(a.checked_add(b)?),
            _ => None,
        };
        Some(Self { min: self.min.checked_add(other.min)?, max })
    }

    /// How often it is, if what is repeated `self` times is itself repeated
    /// `outer` times, and all counts between are possible.
    fn times(self, outer: Self) -> Option<Self> {
        let min = self.min.checked_mul(outer.min)?;
        let max = match (self.max, outer.max) {
            // Neither is zero.
            (Some(a), Some(b)) => Some(a.checked_mul(b)?),
            _ => None,
        };
        // From k to k + 1 rounds there is no gap where the most that k
        // rounds give reaches the least of k + 1: at once for `min <= 1`.
        let no_gap =
            self.min <= 1 || outer.fixed().is_some() || (self.max.is_none() && outer.min > 0);
        no_gap.then_some(Self { min, max })
    }
}

/// The form of a node; `None` for what is not read here: look-behind, `\b`,
/// classes that take Unicode's tables, and what takes too much work.
pub(super) fn lower(node: &Node, work: &Work) -> Option<Form> {
    let all = |nodes: &[Node]| nodes.iter().map(|it| lower(it, work)).collect::<Option<Vec<_>>>();
    let form = match &node.kind {
        NodeKind::Empty => empty(),
        NodeKind::Literal(character) => Form::Set(Set::one(*character)),
        NodeKind::Class(class) => set(Set::of(class.scalars()?)),
        NodeKind::Assertion(Assertion::Start) => Form::Start,
        NodeKind::Assertion(Assertion::End) => Form::End,
        NodeKind::Assertion(_) => return None,
        NodeKind::Look(look) if look.direction == Direction::Behind => return None,
        NodeKind::Look(look) => {
            Form::Ahead { negated: look.negated, form: Box::new(lower(&look.node, work)?) }
        }
        NodeKind::Group(group) => return lower(&group.node, work),
        NodeKind::Repeat(it) => repeat(lower(&it.node, work)?, Count { min: it.min, max: it.max }),
        NodeKind::Concat(items) => sequence(all(items)?),
        NodeKind::Alternation(branches) if branches.len() > MAX_BRANCHES => return None,
        NodeKind::Alternation(branches) => {
            let branches = all(branches)?;
            // Each is compared with the others.
            let several: usize = branches.iter().map(alternatives).sum();
            work.spend(several.saturating_mul(several)).ok()?;
            either(branches)
        }
    };
    // What repeats a form may write it twice.
    work.spend(weight(&form)).ok()?;
    Some(form)
}

pub(super) fn empty() -> Form {
    Form::Sequence(Vec::new())
}

/// What matches nothing, not even the empty text.
pub(super) fn never() -> Form {
    Form::Either(Vec::new())
}

fn is_never(form: &Form) -> bool {
    matches!(form, Form::Either(branches) if branches.is_empty())
}

pub(super) fn set(set: Set) -> Form {
    if set.is_empty() { never() } else { Form::Set(set) }
}

/// The form as items of a sequence.
pub(super) fn items(form: Form) -> Vec<Form> {
    match form {
        Form::Sequence(items) => items,
        other => vec![other],
    }
}

pub(super) fn sequence(parts: Vec<Form>) -> Form {
    let mut out: Vec<Form> = Vec::with_capacity(parts.len());
    for part in parts.into_iter().flat_map(items) {
        if is_never(&part) {
            return part;
        }
        push(&mut out, part);
    }
    match <[Form; 1]>::try_from(out) {
        Ok([only]) => only,
        Err(out) => Form::Sequence(out),
    }
}

/// Adds an item behind others, joined with the last where that is simpler.
fn push(out: &mut Vec<Form>, item: Form) {
    let joined = match (out.last().and_then(as_run), as_run(&item)) {
        (Some(before), Some(here)) => join(before, here),
        _ => None,
    };
    let Some(joined) = joined else {
        out.push(item);
        return;
    };
    out.pop();
    for (set, count) in joined {
        let item = repeat(Form::Set(set), count);
        if item != empty() {
            push(out, item);
        }
    }
}

/// A set and how often it comes.
pub(super) fn as_run(form: &Form) -> Option<(&Set, Count)> {
    match form {
        Form::Set(set) => Some((set, Count::ONCE)),
        Form::Repeat(inner, count) => match &**inner {
            Form::Set(set) => Some((set, *count)),
            _ => None,
        },
        _ => None,
    }
}

/// Two runs after each other as one, or as two of which one is fixed.
fn join((a, i): (&Set, Count), (b, j): (&Set, Count)) -> Option<Vec<(Set, Count)>> {
    if a == b {
        let literal = a.only().is_some() && i == Count::ONCE && j == Count::ONCE;
        return if literal { None } else { Some(vec![(a.clone(), i.plus(j)?)]) };
    }
    // Whatever `a` takes beyond its minimum, `b` takes as well.
    if j.max.is_none() && i.fixed().is_none() && a.is_within(b) {
        return Some(vec![(a.clone(), Count::exactly(i.min)), (b.clone(), j)]);
    }
    if i.max.is_none() && j.fixed().is_none() && b.is_within(a) {
        return Some(vec![(a.clone(), i), (b.clone(), Count::exactly(j.min))]);
    }
    None
}

pub(super) fn repeat(form: Form, count: Count) -> Form {
    if count.max == Some(0) || form == empty() {
        return empty();
    }
    if is_never(&form) {
        return if count.min == 0 { empty() } else { form };
    }
    if count == Count::ONCE || (count == Count::MAYBE && nullable(&form) && !looks(&form)) {
        return form;
    }
    if let Form::Repeat(inner, times) = &form
        && let Some(count) = times.times(count)
    {
        return repeat((**inner).clone(), count);
    }
    if count.max.is_none()
        && count.min <= 1
        && let Form::Sequence(items) = &form
        && let [first, last] = &**items
        && let Some(other) = separated(first, last, count.min)
    {
        return other;
    }
    Form::Repeat(Box::new(form), count)
}

/// Any number of `first last`, `min` or more, as something that scans.
fn separated(first: &Form, last: &Form, min: u32) -> Option<Form> {
    let (set, count) = as_run(last)?;
    match (first, count) {
        // `(S*A)+` is whatever of `S` and `A` ends in `A`.
        (Form::Repeat(inner, Count::ANY), Count::ONCE) => {
            let Form::Set(between) = &**inner else { return None };
            let all = repeat(Form::Set(between.union(set)), Count::ANY);
            let some = sequence(vec![all, last.clone()]);
            Some(if min == 0 { repeat(some, Count::MAYBE) } else { some })
        }
        // `(S?A+)*` is `A*(SA+)*`, and `(S?A+)+` is `S?A+(SA+)*`.
        (Form::Repeat(inner, Count::MAYBE), Count::SOME) => {
            let start = match min {
                0 => vec![repeat(Form::Set(set.clone()), Count::ANY)],
                _ => vec![first.clone(), last.clone()],
            };
            let more = sequence(vec![(**inner).clone(), last.clone()]);
            Some(sequence([start, vec![repeat(more, Count::ANY)]].concat()))
        }
        _ => None,
    }
}

/// One of several. Prefixes that branches share are written once.
pub(super) fn either(branches: Vec<Form>) -> Form {
    let mut set = Set::default();
    let mut others: Vec<Form> = Vec::new();
    let mut maybe = false;
    let flat = branches.into_iter().flat_map(|branch| match branch {
        Form::Either(branches) => branches,
        other => vec![other],
    });
    for branch in flat {
        match branch {
            Form::Set(more) => set = set.union(&more),
            it if it == empty() => maybe = true,
            it if others.contains(&it) => {}
            it => others.push(it),
        }
    }
    if !set.is_empty() {
        others.insert(0, Form::Set(set));
    }
    let one = words(&others).unwrap_or_else(|| factored(others));
    if maybe && !is_never(&one) {
        repeat(one, Count::MAYBE)
    } else if maybe {
        empty()
    } else {
        one
    }
}

/// The branches as plain texts, if they all are and there is more than one.
fn words(branches: &[Form]) -> Option<Form> {
    if branches.len() < 2 {
        return None;
    }
    let mut words = Vec::with_capacity(branches.len());
    for branch in branches {
        match branch {
            Form::Words(more) => words.extend(more.iter().cloned()),
            // Words of one character were made a set.
            Form::Set(set) => words.extend(set.few(FEW)?.into_iter().map(|it| vec![it])),
            Form::Sequence(items) => words.push(items.iter().map(only).collect::<Option<_>>()?),
            _ => return None,
        }
    }
    words.sort_unstable();
    words.dedup();
    Some(Form::Words(words))
}

/// The character that is all a form matches.
pub(super) fn only(form: &Form) -> Option<char> {
    match form {
        Form::Set(set) => set.only(),
        _ => None,
    }
}

/// Whether the form matches the empty text, were there nothing to look at.
pub(super) fn nullable(form: &Form) -> bool {
    match form {
        Form::Set(_) => false,
        Form::Words(words) => words.iter().any(Vec::is_empty),
        Form::Sequence(items) => items.iter().all(nullable),
        Form::Either(branches) => branches.iter().any(nullable),
        Form::Repeat(form, count) => count.min == 0 || nullable(form),
        Form::Start | Form::End | Form::Ahead { .. } => true,
    }
}

/// Whether the form looks at anything but its own characters.
pub(super) fn looks(form: &Form) -> bool {
    match form {
        Form::Set(_) | Form::Words(_) => false,
        Form::Sequence(forms) | Form::Either(forms) => forms.iter().any(looks),
        Form::Repeat(form, _) => looks(form),
        Form::Start | Form::End | Form::Ahead { .. } => true,
    }
}

/// The characters that the form can start with.
pub(super) fn first(form: &Form) -> Set {
    match form {
        Form::Set(set) => set.clone(),
        Form::Words(words) => {
            let firsts = words.iter().filter_map(|word| word.first());
            Set::of(normalize(firsts.map(|it| CodePointRange::one((*it).into())).collect()))
        }
        Form::Sequence(items) => first_of(items),
        Form::Either(branches) => {
            branches.iter().fold(Set::default(), |set, branch| set.union(&first(branch)))
        }
        Form::Repeat(form, _) => first(form),
        Form::Start | Form::End | Form::Ahead { .. } => Set::default(),
    }
}

/// The characters that a sequence can start with.
pub(super) fn first_of(items: &[Form]) -> Set {
    let mut set = Set::default();
    for item in items {
        set = set.union(&first(item));
        if !nullable(item) {
            break;
        }
    }
    set
}
