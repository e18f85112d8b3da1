//! Minimised automata beside Moore's way to minimise: slow, and plainly right.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use super::{super::dfa::DEAD, sample::Random, *};

/// The part of each state: two are in one until something tells them apart.
fn moore(dfa: &Dfa) -> Vec<usize> {
    let mut parts: Vec<usize> = dfa.accept.iter().map(|accepts| usize::from(*accepts)).collect();
    let mut before = 0;
    loop {
        let mut numbers = BTreeMap::new();
        let refined = (0_u32..).zip(&parts).map(|(state, part)| {
            let row = dfa.row(state).iter().map(|target| parts[*target as usize]);
            let number = numbers.len();
            *numbers.entry([*part].into_iter().chain(row).collect::<Vec<_>>()).or_insert(number)
        });
        parts = refined.collect();
        if numbers.len() == before {
            return parts;
        }
        before = numbers.len();
    }
}

/// Whether the states of the smallest automaton are Moore's parts of another, one to one.
fn assert_smallest(dfa: &Dfa, smallest: &Dfa, source: &str) {
    let parts = moore(dfa);
    let mut same = BTreeMap::from([(parts[DEAD as usize], DEAD)]);
    let mut open = Vec::from([(dfa.start, smallest.start)]);
    while let Some((state, small)) = open.pop() {
        assert_eq!(dfa.accept[state as usize], smallest.accept[small as usize], "{source}");
        match same.insert(parts[state as usize], small) {
            Some(before) => assert_eq!(before, small, "{source}"),
            None => open.extend(dfa.row(state).iter().copied().zip(smallest.row(small).to_vec())),
        }
    }
    let states: BTreeSet<u32> = same.values().copied().collect();
    assert_eq!((states.len(), smallest.states()), (same.len(), same.len()), "{source}");
}

/// Whether something tells each two classes apart.
fn assert_told_apart(dfa: &Dfa, source: &str) {
    let column = |class| {
        let rows = dfa.next.chunks_exact(dfa.alphabet.classes);
        rows.map(|row| row[class]).collect::<Vec<u32>>()
    };
    let columns: BTreeSet<Vec<u32>> = (0..dfa.alphabet.classes).map(column).collect();
    assert_eq!(columns.len(), dfa.alphabet.classes, "{source}");
}

#[test]
fn no_automaton_is_smaller() {
    let mut random = Random(0x5A11);
    let (mut tried, mut smaller) = (0, 0);
    for _ in 0..500 {
        let depth = 1 + random.below(5);
        let source = random.pattern(depth, true);
        let Ok(tree) = parse(&source) else { continue };
        let work = &Work::of(work::AUTOMATA);
        let Some(Ok(dfa)) = determinised(&tree, work) else { continue };
        let dfa = dfa.merged(work).unwrap();
        assert_told_apart(&dfa, &source);
        let smallest = minimise(&dfa, work).unwrap();
        assert_smallest(&dfa, &smallest, &source);
        tried += 1;
        smaller += usize::from(smallest.states() < dfa.states());
    }
    assert!(tried > 400 && smaller > 100, "{tried} {smaller}");
}
