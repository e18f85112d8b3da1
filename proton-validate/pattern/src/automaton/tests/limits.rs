//! How far the stages go, and what they do there.

use alloc::{format, string::String, vec, vec::Vec};

use super::{
    super::{
        chain::Finder,
        dfa::DEAD,
        encode::{Spread, all_of, encode, spread},
        fold::{Block, Exit, State, Target, fold},
        program::Inst,
    },
    *,
};
use crate::table::layout;

/// The states of a pattern before they are minimised, or how many there were.
fn states(source: &str) -> Result<usize, usize> {
    let tree = parse(source).unwrap();
    let dfa = determinised(&tree, &Work::of(work::AUTOMATA)).unwrap();
    dfa.map(|dfa| dfa.states()).map_err(|OverBudget(states)| states)
}

#[test]
fn states_and_transitions_are_counted() {
    // The dead one and the start are there besides those behind each character.
    assert_eq!(states("a{139998}"), Ok(140_000));
    assert_eq!(states("a{139999}"), Err(140_001));
    // Two hundred and fifty classes.
    let letters: String = (0..249).filter_map(|it| char::from_u32(0x4E00 + it)).collect();
    assert_eq!(states(&format!("{letters}一{{{}}}", 10_000 - 2 - 249)), Ok(10_000));
    assert_eq!(states(&format!("{letters}一{{{}}}", 10_000 - 1 - 249)), Err(10_001));
}

/// States of which each goes to the next, whatever there is.
fn row_of(states: u32) -> Dfa {
    let next = (0..=states).map(|state| if state % states == 0 { DEAD } else { state + 1 });
    let accept = (0..=states).map(|state| state == states).collect();
    Dfa { alphabet: one_class(), next: next.collect(), accept, start: 1 }
}

fn one_class() -> Alphabet {
    Alphabet { runs: vec![(0, 0)], classes: 1 }
}

#[test]
fn chains_are_as_long_as_counts_can_be() {
    let work = &Work::of(work::AUTOMATA);
    for (states, longest) in
        [(3, None), (4, Some(4)), (31_999, Some(31_999)), (40_000, Some(32_000))]
    {
        let chain = Finder::new(40_001, work).longest(&row_of(states), &[128], 1, |_| true);
        assert_eq!(chain.map(|chain| chain.states.len()), longest, "{states}");
    }
}

#[test]
fn no_more_chains_are_looked_for_after_a_while() {
    let (dfa, work) = (row_of(30_000), &Work::of(usize::MAX));
    let mut finder = Finder::new(dfa.states(), work);
    let found = (0..200).take_while(|_| finder.longest(&dfa, &[128], 1, |_| true).is_some());
    assert_eq!(found.count(), 101);
    let mut finder = Finder::new(dfa.states(), work);
    work.note(usize::MAX);
    assert!(finder.longest(&dfa, &[128], 1, |_| true).is_none());
}

/// The blocks of a pattern that must match the whole text.
fn blocks(source: &str) -> Vec<Block> {
    let tree = parse(source).unwrap();
    let dfa = minimised(&tree, Part::Whole(tree.root()), true, true).unwrap();
    fold(&dfa, &Work::of(work::AUTOMATA)).unwrap()
}

#[test]
fn intervals_are_counted_in_one_byte() {
    assert_eq!(blocks("^(?:aa){0,254}$").len(), 1);
    // Without the first state they are few enough.
    assert_eq!(blocks("^(?:aa){0,255}$").len(), 2);
}

/// Each is a letter, any number of `z`, and the next letter, six characters with what
/// goes before; so what comes behind a letter depends on how much that is.
#[test]
fn chains_are_halved_until_one_byte_counts_their_exits() {
    let letters: Vec<char> = (0..131).filter_map(|it| char::from_u32(0x4E00 + it)).collect();
    let pairs = letters.windows(2).map(|pair| format!("{}z*{}", pair[0], pair[1]));
    let source = format!("^(?=[^]{{6}}$)a{{0,3}}(?:{})$", pairs.collect::<Vec<_>>().join("|"));
    for block in blocks(&source) {
        let Block::State(State { run, max: 0, loops: false, .. }) = block else { continue };
        assert!(run.is_empty(), "a single state that goes on to no other like it: {run:?}");
    }
    let table = built(&source, Mode::Search).table;
    for pair in letters.windows(2) {
        for before in 0..5 {
            let (a, z) = ("a".repeat(before), "z".repeat(4_usize.saturating_sub(before)));
            let accepts = |end: char| table::is_match(&table, &format!("{a}{}{z}{end}", pair[0]));
            assert_eq!(accepts(pair[1]), before < 4, "{pair:?} {before}");
            assert!(!accepts(pair[0]), "{pair:?} {before}");
        }
    }
}

#[test]
fn a_state_has_no_more_exits_than_classes() {
    let branches = |count: u32| {
        let letters = (0..count).filter_map(|it| char::from_u32(0x4E00 + it));
        let branches: Vec<String> = letters.map(|it| format!("{it}{{2}}")).collect();
        automaton(&parse(&format!("^(?:{})$", branches.join("|"))).unwrap(), Mode::Search)
    };
    assert!(branches(254).is_ok());
    assert_eq!(branches(300).unwrap_err().kind(), ErrorKind::TooLarge);
}

fn to(block: u32) -> Target {
    Target::At { block, count: 0 }
}

/// A state with an exit for each set.
fn exits(sets: impl IntoIterator<Item = Vec<u32>>) -> Block {
    let exit = |classes| Exit { classes, from: 0, to: 0, target: to(0) };
    let exits = sets.into_iter().map(exit).collect();
    Block::State(State { run: Vec::new(), max: 0, loops: false, accepts: Vec::new(), exits })
}

fn alphabet(classes: u32) -> Alphabet {
    Alphabet { runs: (0..classes).map(|class| (class, class)).collect(), classes: classes as usize }
}

/// The table of some blocks, or how large it would be.
fn encoded(blocks: &[Block], classes: u32) -> Result<Vec<u8>, usize> {
    encode(blocks, &alphabet(classes), &Work::of(work::AUTOMATA)).unwrap()
}

#[test]
fn classes_are_counted_in_one_byte() {
    let each = |classes: u32| [exits((0..classes).map(|class| vec![class]))];
    assert!(encoded(&each(255), 255).is_ok());
    assert_eq!(encoded(&each(256), 256), Err(65_535 + 256));
}

#[test]
fn targets_are_one_byte_as_far_as_it_reaches() {
    let literal = |target| Block::Literal { text: vec!['a'; 5], target: to(target), unless: None };
    // The largest shift is three.
    let shift = |blocks: u32| {
        let kind = encoded(&vec![literal(blocks - 1); blocks as usize], 1).unwrap()[0];
        (kind & layout::NARROW != 0).then_some((kind & layout::SHIFTED) / (layout::SHIFTED / 3))
    };
    // With one byte for the target, each takes eight.
    assert_eq!(shift(32), Some(0));
    assert_eq!(shift(33), Some(1));
    assert_eq!(shift(65), Some(2));
    assert_eq!(shift(256), Some(3));
    assert_eq!(shift(257), None);
}

#[test]
fn sets_are_numbered_where_that_is_smaller() {
    let numbered = |blocks: &[Block]| encoded(blocks, 9).unwrap()[0] & layout::NUMBERED_SETS != 0;
    let each: Vec<Vec<u32>> = (0..9).map(|class| vec![class]).collect();
    // Nine sets of two bytes and their number, or a byte less each time.
    let blocks = |uses: usize| [exits(each.iter().cycle().take(uses).cloned())];
    assert!(!numbered(&blocks(19)));
    assert!(numbered(&blocks(20)));
    let chain = |run: Vec<u32>, max, loops| {
        let state = State { run, max, loops, accepts: Vec::new(), exits: Vec::new() };
        [exits(each.iter().cycle().take(19).cloned()), Block::State(state)]
    };
    assert!(numbered(&chain(vec![1], 4, false)));
    assert!(numbered(&chain(vec![1], 0, true)));
    assert!(!numbered(&chain(vec![1], 0, false)));
}

#[test]
fn sets_are_numbered_with_one_byte() {
    let set = |bits: u32| (0..9).filter(|class| bits >> class & 1 != 0).collect::<Vec<u32>>();
    let numbered = |sets: u32| {
        let blocks: Vec<Block> = (1..=4 * sets).map(|it| exits([set(1 + it % sets)])).collect();
        encoded(&blocks, 9).unwrap()[0] & layout::NUMBERED_SETS != 0
    };
    assert!(numbered(255));
    assert!(!numbered(256));
}

#[test]
fn tables_are_as_large_as_offsets_reach() {
    // The kind, and two bytes for the length of each.
    assert!(all_of(&[vec![0; 65_535 - 3]]).is_ok());
    assert_eq!(all_of(&[vec![0; 65_535 - 2]]), Err(65_536));
    let positions = |classes: u32, runs: u32| {
        let positions = vec![(1, [0; 2]); 2];
        let its = Spread {
            empty: false,
            first: [1; 2],
            last: [1; 2],
            positions,
            masks: vec![0; classes as usize],
        };
        let runs = (0..runs).map(|run| (0x80 + run, run % classes)).collect();
        spread(&its, &Alphabet { runs, classes: classes as usize }).map(|table| table.len())
    };
    assert!(positions(255, 1000).is_ok());
    assert_eq!(positions(256, 1000), Err(65_535 + 256));
    assert_eq!(positions(2, 16_339), Ok(65_535));
    assert_eq!(positions(2, 16_340), Err(65_539));
}

#[test]
fn positions_are_written_out_a_few_times() {
    let is_spread = |source: &str| {
        spread::table(parse(source).unwrap().root(), &Work::of(work::SPREAD)).is_some()
    };
    assert!(is_spread("^a{8}b{0,16000}$") && !is_spread("^a{9}b{0,9}$"));
    assert!(is_spread("^(?:ab){0,8}$") && !is_spread("^(?:ab){0,9}$"));
    assert!(is_spread("^(?:ab?)*$") && !is_spread("^a{0,16001}$"));
}

#[test]
fn positions_are_of_the_whole_pattern() {
    let table = |source: &str| {
        spread::table(parse(source).unwrap().root(), &Work::of(work::SPREAD)).map(|it| it.0)
    };
    assert_eq!(table("(?:^a{0,9}$)"), None);
    assert_eq!(table("^a$|^b$"), None);
    let unanchored = table("ab{0,2}c").unwrap();
    assert!(table::is_match(&unanchored, "abbc") && !table::is_match(&unanchored, "bb"));
    for source in [
        r"^[a.]{2,256}\.a\b[a.]{3,2048}c",
        r"[a.]{2,256}\.a\b[a.]{3,2048}c$",
        r"[a.]{2,256}\.a\b[a.]{3,2048}c",
    ] {
        let error = automaton(&parse(source).unwrap(), Mode::Search).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge, "{source}");
    }
}

#[test]
fn look_ahead_is_matched_by_itself_where_both_count() {
    let is_split = |source: &str| parts::split(parse(source).unwrap().root()).is_some();
    assert!(is_split("^(?=.{17}$)a{17}$"));
    assert!(!is_split("^(?=.{16}$)a{17}$") && !is_split("^(?=.{17}$)a{16}$"));
    assert!(!is_split("^a(?=.{17}$)a{17}$") && !is_split("^(?<=.{17})a{17}$"));
}

#[test]
fn look_ahead_by_itself_is_no_condition() {
    let tree = parse("(?=ab)").unwrap();
    let crate::syntax::NodeKind::Look(look) = &tree.root().kind else { panic!("{tree:?}") };
    let work = &Work::of(work::AUTOMATA);
    let program = Program::of(Part::Ahead(look), true, false, work);
    let insts = program.unwrap_or_else(|_| unreachable!()).insts;
    assert!(!insts.iter().any(|inst| matches!(inst, Inst::Ahead { .. })), "{insts:?}");
    let automaton = built("^(?!.{20,30}$)[a-c-]{1,40}$", Mode::Search);
    assert_eq!(automaton.lengths.len(), 2);
    for (length, accepts) in [(19, true), (20, false), (30, false), (31, true), (41, false)] {
        assert_eq!(table::is_match(&automaton.table, &"a".repeat(length)), accepts, "{length}");
    }
}

#[test]
fn lengths_are_looked_for_up_to_a_limit() {
    // All that go to each other, behind one that has others beside them, so that the
    // steps come to the limit with the two thousandth character.
    let all: Vec<u32> = (2..102).collect();
    let ends = 102..102 + 9_899;
    let start = ends.clone().chain([2]).collect();
    let mut successors = vec![Vec::new(), start];
    successors.extend(vec![all; 100]);
    successors.extend(ends.map(|_| Vec::new()));
    let accept = (0..successors.len()).map(|state| (1..102).contains(&state)).collect();
    let lengths = Lengths::of_graph(successors, accept, 1);
    assert_eq!(lengths.any_within(2_001, Some(2_001)), Some(true));
    assert_eq!(lengths.any_within(2_002, Some(2_002)), None);
    // Without an end there is nothing to look for.
    assert_eq!(lengths.any_within(2_002, None), Some(true));
}
