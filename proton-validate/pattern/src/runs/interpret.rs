//! Runs the steps, over what generated matchers are made of.

use alloc::vec::Vec;

use super::{Count, Ending, Program, Set, Step};
use crate::run::{Anything, Class, Cursor};

/// Whether `text` matches.
pub(super) fn is_match(program: &Program, text: &str) -> bool {
    self::program(program, Cursor::new(text))
}

fn program(program: &Program, mut it: Cursor<'_>) -> bool {
    steps(&program.steps, &mut it)
        && match &program.ending {
            Ending::End => it.end(),
            Ending::Anything => true,
            Ending::Any(programs) => programs.iter().any(|other| self::program(other, it)),
        }
}

fn steps(steps: &[Step], it: &mut Cursor<'_>) -> bool {
    steps.iter().all(|one| step(one, it))
}

impl Class for &Set {
    const WIDE: bool = true;

    fn byte(self, byte: u8) -> bool {
        byte < 0x80 && self.has(byte.into())
    }

    fn wide(self, code_point: u32) -> bool {
        self.has(code_point)
    }
}

fn most(count: Count) -> usize {
    count.max.map_or(usize::MAX, |max| max as usize)
}

fn pair(count: Count) -> [usize; 2] {
    [count.min as usize, most(count)]
}

fn literal(text: &str, it: &mut Cursor<'_>) -> bool {
    text.bytes().all(|byte| it.literal(&[byte]))
}

fn step(step: &Step, it: &mut Cursor<'_>) -> bool {
    match step {
        Step::Literal(text) => literal(text, it),
        Step::OneOf(texts) => texts.iter().any(|text| {
            let mut there = *it;
            let found = literal(text, &mut there);
            *it = if found { there } else { *it };
            found
        }),
        Step::Run { set, count } => match count.fixed() {
            Some(count) => it.exactly(count as usize, set),
            None => it.run(count.min as usize, most(*count), set),
        },
        Step::RunThen { set, count, last } => run_then(set, *count, last, it),
        Step::Find { set, min, found } => find(set, *min, found, it),
        Step::Choice { branches, otherwise } => {
            match branches.iter().find(|(set, _)| it.next(set)) {
                Some((_, body)) => steps(body, it),
                None => otherwise.as_ref().is_some_and(|body| steps(body, it)),
            }
        }
        Step::Repeat { first, count, body } => {
            it.repeat(count.min as usize, most(*count), first, |it| steps(body, it))
        }
        Step::Segments { set, separator, last_set, times, each, last } => {
            let [times, each, last] = [times, each, last].map(|count| pair(*count));
            if set == last_set {
                it.segments(set, separator, times, each, last, Anything)
            } else {
                it.segments(set, separator, times, each, last, last_set)
            }
        }
        Step::Ahead { negated, program } => self::program(program, *it) != *negated,
    }
}

fn run_then(set: &Set, count: Count, last: &[Set], it: &mut Cursor<'_>) -> bool {
    let mut places: Vec<Cursor<'_>> = [*it].into();
    while it.one(set) {
        places.push(*it);
    }
    let Some(before) = (places.len() - 1).checked_sub(last.len()) else {
        return false;
    };
    let mut there = places[before];
    (pair(count)[0]..=most(count)).contains(&before) && last.iter().all(|set| there.one(set))
}

fn find(set: &Set, min: u32, found: &[Set], it: &mut Cursor<'_>) -> bool {
    let mut here = it.exactly(min as usize, set);
    while here {
        let mut there = *it;
        if found.iter().all(|set| there.one(set)) {
            *it = there;
            return true;
        }
        here = it.one(set);
    }
    false
}
