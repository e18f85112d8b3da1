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
fn shape(source: &str) -> String {
    let tree = parse(source).expect(source);
    let (start, end) = anchor::sides(&tree);
    let work = &Work::of(work::AUTOMATA);
    let mut left = work.left();
    let mut steps = Vec::new();
    let mut done = |stage: &str| {
        steps.push(format!("{stage} {}", left - work.left()));
        left = work.left();
    };
    let program = Program::of(Part::Whole(tree.root()), start, end, work);
    let program = program.unwrap_or_else(|_| unreachable!());
    done("program");
    let (alphabet, members) = Alphabet::of(&program.sets, work).unwrap();
    done("alphabet");
    let found = determinise(&program, alphabet, &members, work).unwrap_or_else(|_| unreachable!());
    let (states, classes) = (found.states(), found.alphabet.classes);
    done("states");
    let dfa = found.merged(work).unwrap();
    done("merged");
    let dfa = minimise(&dfa, work).unwrap();
    done("minimal");
    let blocks = fold(&dfa, work).unwrap();
    done("blocks");
    let table = encode(&blocks, &dfa.alphabet, work).unwrap().unwrap();
    done("table");
    let lengths = Lengths::of(&dfa, work).unwrap();
    done("lengths");
    let (insts, few, fewer) = (program.insts.len(), dfa.states(), dfa.alphabet.classes);
    let (bytes, Lengths { shortest, longest, .. }) = (table.len(), lengths);
    let counts = format!(
        "{insts} instructions, {states} > {few} states, {classes} > {fewer} classes, \
         {bytes} bytes, {shortest:?} to {longest:?} long"
    );
    let names = names(&dfa.alphabet);
    let blocks = blocks.iter().enumerate().map(|(at, it)| format!("{at}: {}", block(it, &names)));
    [source.into(), counts, steps.join(", ")]
        .into_iter()
        .chain(blocks)
        .collect::<Vec<_>>()
        .join("\n")
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
