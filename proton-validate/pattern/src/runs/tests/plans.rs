//! Of several plans that are right, which one it is.
//!
//! `plans.txt` has two lines a pattern, itself and its plan. `A{m,n}` is a run and
//! `A{m,n}~B` one that ends in `B`, `A{m,}..B` finds `B`; a choice and a repetition
//! say what they start with; `+` stands in front of the last of several segments, `…`
//! for anything that may follow.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{Mode, differential, sample::Random};
use crate::{
    runs::{Count, Ending, Program, Set, Step, recognise},
    syntax::parse,
};

/// The steps of a program, and how the text ends behind them.
fn program(it: &Program) -> String {
    let steps = steps(&it.steps);
    match &it.ending {
        Ending::End => steps + "$",
        Ending::Anything => steps + "…",
        Ending::Any(programs) => {
            let programs: Vec<String> = programs.iter().map(program).collect();
            format!("{steps}<{}>", programs.join(" or "))
        }
    }
}

fn steps(steps: &[Step]) -> String {
    let steps: Vec<String> = steps.iter().map(step).collect();
    steps.join(" ")
}

fn step(step: &Step) -> String {
    match step {
        Step::Literal(text) => format!("{text:?}"),
        Step::OneOf(texts) => format!("{texts:?}"),
        Step::Run { set, count } => run(set, *count),
        Step::RunThen { set, count, last } => format!("{}~{}", run(set, *count), sets(last)),
        Step::Find { set, min, found } => {
            format!("{}..{}", run(set, Count { min: *min, max: None }), sets(found))
        }
        Step::Choice { branches, otherwise } => {
            let branch =
                |(set, body): &(Set, Vec<Step>)| format!("{} => {}", one(set), steps(body));
            let branches = branches.iter().map(branch);
            let otherwise = otherwise.iter().map(|body| format!("_ => {}", steps(body)));
            format!("({})", branches.chain(otherwise).collect::<Vec<_>>().join(", "))
        }
        Step::Repeat { first, count, body } => {
            format!("({} => {}){}", one(first), steps(body), times(*count))
        }
        Step::Segments { set, separator, last_set, times: all, each, last } => {
            let segment = format!("{}{}", run(set, *each), one(separator));
            format!("({segment}){}+{}", times(*all), run(last_set, *last))
        }
        Step::Ahead { negated, program: it } => {
            format!("({}{})", if *negated { '!' } else { '=' }, program(it))
        }
    }
}

fn run(set: &Set, count: Count) -> String {
    one(set) + &times(count)
}

fn times(count: Count) -> String {
    match (count.fixed(), count.max) {
        (Some(times), _) => format!("{{{times}}}"),
        (None, Some(max)) => format!("{{{},{max}}}", count.min),
        (None, None) => format!("{{{},}}", count.min),
    }
}

fn sets(sets: &[Set]) -> String {
    sets.iter().map(one).collect()
}

fn one(set: &Set) -> String {
    let character = |it: u32| char::from_u32(it).unwrap().escape_default().to_string();
    let range = |first: u32, last: u32| match last - first {
        0 => character(first),
        _ => format!("{}-{}", character(first), character(last)),
    };
    let ranges: String = set.ranges().iter().map(|it| range(it.first, it.last)).collect();
    format!("[{ranges}]")
}

/// The plan of a pattern that is searched for.
fn plan(source: &str) -> String {
    match recognise(&parse(source).expect(source), Mode::Search) {
        Some(runs) => program(&runs.program),
        None => "a table".into(),
    }
}

#[test]
fn plans_are_the_best_that_are_known() {
    let mut random = Random(0x91A5);
    let mut changed = String::new();
    for expected in include_str!("plans.txt").trim_end().split("\n\n") {
        let source = expected.lines().next().unwrap_or_default();
        let found = format!("{source}\n{}", plan(source));
        if found != expected {
            changed = changed + &found + "\n\n";
        }
        differential::check(source, Mode::Search, &mut random, 60);
    }
    assert!(changed.is_empty(), "{changed}");
}
