//! Where what comes next does not decide: other ways to say the same.

use alloc::{boxed::Box, vec::Vec};

use super::{
    Step,
    form::{self, Count, Form, as_run, looks, nullable},
    plan::Follow,
    set::Set,
};

/// More characters than that behind a run are not looked at.
const MAX_LAST: usize = 48;

/// Leaves out what is optional at the end, where anything may follow.
pub(super) fn drop_tail(items: &mut Vec<Form>) {
    while let Some(item) = items.pop() {
        match item {
            it if nullable(&it) && !looks(&it) => {}
            Form::Repeat(inner, count) if !looks(&inner) && count.fixed() != Some(count.min) => {
                items.extend(form::items(form::repeat(*inner, Count::exactly(count.min))));
            }
            other => return items.push(other),
        }
    }
}

/// A word as a sequence.
pub(super) fn spell(word: &[char]) -> Form {
    form::sequence(word.iter().map(|it| Form::Set(Set::one(*it))).collect())
}

/// The sets of the characters that `items` start with, as long as each is
/// within `set` and ASCII, with how many items these are.
fn fixed(set: &Set, items: &[Form]) -> Vec<(Vec<Set>, usize)> {
    let mut sets = Vec::new();
    let mut out = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let Some((one, Some(times))) = as_run(item).map(|(one, count)| (one, count.fixed())) else {
            break;
        };
        if !one.is_ascii() || !one.is_within(set) || sets.len() + times as usize > MAX_LAST {
            break;
        }
        sets.extend((0..times).map(|_| one.clone()));
        out.push((sets.clone(), place + 1));
    }
    out
}

/// The last characters of a run: what follows it, up to something that no run
/// goes on with.
pub(super) fn last(set: &Set, rest: &[Form], behind: &Follow) -> Option<(Vec<Set>, usize)> {
    let apart = |taken: usize| !behind.before(&rest[taken..]).meets(set);
    fixed(set, rest).into_iter().rev().find(|(_, taken)| apart(*taken))
}

/// Whether whatever is `set`, up to the end of `rest`, goes on there.
fn goes_on(set: &Set, rest: &[Form], behind: &Follow) -> bool {
    match rest.first() {
        Some(item) => as_run(item).is_some_and(|(it, count)| it == set && count.max.is_none()),
        None => matches!(behind, Follow::Anything),
    }
}

/// `A{m,} L A*` as `A{m} (A-L)* L A*`.
pub(super) fn first_of_set(items: &[Form], behind: &Follow) -> Option<Vec<Form>> {
    let (set, count) = items.first().and_then(as_run)?;
    let Some(Form::Set(one)) = items.get(1) else {
        return None;
    };
    if count.max.is_some() || !one.is_within(set) || !goes_on(set, &items[2..], behind) {
        return None;
    }
    let least = form::repeat(Form::Set(set.clone()), Count::exactly(count.min));
    let before = form::repeat(form::set(set.without(one)), Count::ANY);
    // Not joined: the runs would be one again.
    let mut out: Vec<Form> = [least, before].into_iter().flat_map(form::items).collect();
    out.extend_from_slice(&items[1..]);
    Some(out)
}

/// In `A{m,} F A*`, what `F` is.
pub(super) fn found(items: &[Form], behind: &Follow) -> Option<(Vec<Set>, usize)> {
    let (set, count) = items.first().and_then(as_run)?;
    if count.max.is_some() {
        return None;
    }
    let rest = &items[1..];
    fixed(set, rest).into_iter().rev().find(|(_, taken)| goes_on(set, &rest[*taken..], behind))
}

/// `(A{i,j} S)* B{m,n}` with `B` within `A`, where nothing that follows starts
/// like `A` or `S`.
pub(super) fn segments(inner: &Form, times: Count, rest: &[Form], behind: &Follow) -> Option<Step> {
    let Form::Sequence(parts) = inner else {
        return None;
    };
    let [run, Form::Set(separator)] = &**parts else {
        return None;
    };
    let (set, each) = as_run(run)?;
    let (other, last) = rest.first().and_then(as_run)?;
    let next = behind.before(&rest[1..]);
    let apart = !separator.meets(set) && !next.meets(set) && !next.meets(separator);
    let scanned = set == other || (other.is_ascii() && other.is_within(set));
    (scanned && apart).then(|| Step::Segments {
        set: set.clone(),
        separator: separator.clone(),
        last_set: other.clone(),
        times,
        each,
        last,
    })
}

/// `(Z S)* Z` as `Z (S Z)*`.
pub(super) fn rotated(inner: &Form, times: Count, rest: &[Form]) -> Option<Vec<Form>> {
    let parts = form::items(inner.clone());
    let shared = parts.iter().zip(rest).take_while(|(a, b)| a == b).count();
    if shared == 0 || looks(inner) {
        return None;
    }
    let (start, end) = parts.split_at(shared);
    let mut body = end.to_vec();
    body.extend_from_slice(start);
    let mut out = start.to_vec();
    out.push(Form::Repeat(Box::new(form::sequence(body)), times));
    out.extend_from_slice(&rest[shared..]);
    Some(out)
}
