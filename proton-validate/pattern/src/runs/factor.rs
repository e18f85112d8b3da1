//! What branches share at their start, written once.

use alloc::{vec, vec::Vec};

use super::{
    form::{Form, either, items, never, only, sequence},
    set::Set,
};

/// `xa|xb` as `x(a|b)`.
pub(super) fn factored(branches: Vec<Form>) -> Form {
    let mut groups: Vec<Vec<Vec<Form>>> = Vec::new();
    for branch in branches.into_iter().flat_map(spelled) {
        let same = |group: &&mut Vec<Vec<Form>>| group[0].first() == branch.first();
        match groups.iter_mut().find(same) {
            Some(group) => group.push(branch),
            None => groups.push(vec![branch]),
        }
    }
    let mut branches: Vec<Form> = groups.into_iter().map(factor).collect();
    match branches.pop() {
        Some(only) if branches.is_empty() => only,
        Some(last) => {
            branches.push(last);
            Form::Either(branches)
        }
        None => never(),
    }
}

/// A branch as sequences, without words.
fn spelled(branch: Form) -> Vec<Vec<Form>> {
    let spell = |word: Vec<char>| word.into_iter().map(|it| Form::Set(Set::one(it))).collect();
    match branch {
        Form::Words(words) => words.into_iter().map(spell).collect(),
        other => vec![items(other)],
    }
}

/// One branch of several that start alike.
fn factor(mut group: Vec<Vec<Form>>) -> Form {
    if group.len() == 1 {
        return group.pop().map_or_else(never, sequence);
    }
    let shared = shared(&group);
    let mut items: Vec<Form> = group[0].iter().take(shared).cloned().collect();
    let tails = group.into_iter().map(|items| sequence(items.into_iter().skip(shared).collect()));
    items.push(either(tails.collect()));
    sequence(items)
}

/// How many items branches with the same first one share: not the last of any, and no
/// more than it takes for the rest to be words. At once, as each by itself would be
/// a call within that of the one before.
fn shared(group: &[Vec<Form>]) -> usize {
    let (first, others) = (&group[0], &group[1..]);
    let alike = |other: &Vec<Form>| first.iter().zip(other).take_while(|(a, b)| a == b).count();
    let alike = others.iter().map(alike).min().unwrap_or(0);
    let shortest = group.iter().map(Vec::len).min().unwrap_or(0);
    let before_words = |items: &Vec<Form>| {
        items.iter().rposition(|item| only(item).is_none()).map_or(0, |place| place + 1)
    };
    let words = group.iter().map(before_words).max().unwrap_or(0);
    alike.min(words).min(shortest.saturating_sub(1)).max(1)
}
