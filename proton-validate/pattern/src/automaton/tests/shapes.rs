//! What becomes of patterns, stage by stage: of many automata and tables that are right,
//! which one, and what it takes to make it.
//!
//! `shapes.txt` has a paragraph a pattern: what is there, the steps of each stage, and
//! the blocks. A set is the first characters of its classes, a target its block, with a
//! count where that is not 0, or what is added to the one before.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{
    super::{
        encode::encode,
        fold::{Block, Exit, State, Target, fold},
    },
    *,
};

/// The paragraph of a pattern that is searched for.
pub(super) fn shape(source: &str) -> String {
    let tree = parse(source).expect(source);
    let mut lines = Vec::from([source.to_string()]);
    lines.extend(stages(&tree));
    lines.extend(together(&tree));
    lines.extend(positions(&tree));
    lines.join("\n")
}

/// What the last step of the work was, and all before it.
struct Steps<'w> {
    work: &'w Work,
    left: usize,
    done: Vec<String>,
}

impl Steps<'_> {
    fn done<T, E>(&mut self, stage: &str, result: Result<T, E>) -> T {
        self.done.push(format!("{stage} {}", self.left - self.work.left()));
        self.left = self.work.left();
        result.unwrap_or_else(|_| panic!("{stage}"))
    }
}

/// The pattern as one automaton.
fn stages(tree: &Tree) -> Vec<String> {
    let (start, end) = anchor::sides(tree);
    let work = &Work::of(work::AUTOMATA);
    let mut steps = Steps { work, left: work.left(), done: Vec::new() };
    let whole = Part::Whole(tree.root());
    let program = steps.done("program", Program::of(whole, start, end, work));
    let (alphabet, members) = steps.done("alphabet", Alphabet::of(&program.sets, work));
    let found = steps.done("states", determinise(&program, alphabet, &members, work));
    let (states, classes) = (found.states(), found.alphabet.classes);
    let merged = steps.done("merged", found.merged(work));
    let dfa = steps.done("minimal", minimise(&merged, work));
    let blocks = steps.done("blocks", fold(&dfa, work));
    let table = steps.done("table", encode(&blocks, &dfa.alphabet, work)).unwrap();
    let Lengths { shortest, longest, .. } = steps.done("lengths", Lengths::of(&dfa, work));
    let counts = format!(
        "{} instructions, {states} > {} states, {classes} > {} classes, {} bytes, \
         {shortest:?} to {longest:?} long",
        program.insts.len(),
        dfa.states(),
        dfa.alphabet.classes,
        table.len(),
    );
    let names = names(&dfa.alphabet);
    let blocks = blocks.iter().enumerate().map(|(at, it)| format!("{at}: {}", block(it, &names)));
    [counts, steps.done.join(", ")].into_iter().chain(blocks).collect()
}

/// The parts of the pattern, if there are some.
fn together(tree: &Tree) -> Option<String> {
    let Automaton { table, lengths } = automaton(tree, Mode::Search).unwrap();
    let several = lengths.len() > 1;
    several.then(|| format!("{} tables: {} bytes", lengths.len(), table.len()))
}

/// The pattern as positions, if it has few.
fn positions(tree: &Tree) -> Option<String> {
    let work = &Work::of(work::SPREAD);
    let (table, Lengths { shortest, longest, .. }) = spread::table(tree.root(), work)?;
    let (count, bytes, steps) = (table[1], table.len(), work::SPREAD - work.left());
    let long = format!("{shortest:?} to {longest:?} long");
    Some(format!("{count} positions: {bytes} bytes, {long}, {steps} steps"))
}

/// The first character of each class.
fn names(alphabet: &Alphabet) -> Vec<String> {
    let mut names = alloc::vec![String::new(); alphabet.classes];
    for (first, _, class) in alphabet.ranges() {
        let name = &mut names[class as usize];
        if name.is_empty() {
            *name = char::from_u32(first).unwrap().escape_default().to_string();
        }
    }
    names
}

fn block(block: &Block, names: &[String]) -> String {
    match block {
        Block::Literal { text, target, unless } => {
            let text: String = text.iter().collect();
            let unless = unless.map(|it| format!(" else {}", self::target(it)));
            format!("{text:?} > {}{}", self::target(*target), unless.unwrap_or_default())
        }
        Block::State(state) => self::state(state, names),
    }
}

fn state(state: &State, names: &[String]) -> String {
    let State { run, max, loops, accepts, exits } = state;
    let on = if *loops { "," } else { "" };
    let run = format!("[{}]{{{max}{on}}}", set(run, names));
    let accepts = accepts.iter().map(|(from, to)| format!(" !{from}-{to}"));
    let exit = |Exit { classes, from, to, target }: &Exit| {
        format!(" [{}]{from}-{to} > {}", set(classes, names), self::target(*target))
    };
    let exits = exits.iter().map(exit);
    [run].into_iter().chain(accepts).chain(exits).collect()
}

fn set(classes: &[u32], names: &[String]) -> String {
    classes.iter().map(|class| names[*class as usize].as_str()).collect()
}

fn target(target: Target) -> String {
    match target {
        Target::At { block, count: 0 } => format!("{block}"),
        Target::At { block, count } => format!("{block}.{count}"),
        Target::Shift { block, by } => format!("{block}{by:+}"),
    }
}

#[test]
fn patterns_become_what_they_became_before() {
    let mut changed = String::new();
    for expected in include_str!("shapes.txt").trim_end().split("\n\n") {
        let found = shape(expected.lines().next().unwrap_or_default());
        if found != expected {
            changed = changed + &found + "\n\n";
        }
    }
    assert!(changed.is_empty(), "{changed}");
}
