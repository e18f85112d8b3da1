//! From the alternating program to a deterministic automaton.
//!
//! A *state* is a set of threads, any of which may succeed. A *thread* is a
//! position and an obligation. An *obligation* is one state that must fail
//! (several that must are one: their union) and states that must succeed on
//! what follows. A *world* is what a state of the automaton is: the state of
//! the pattern, and of each look-behind that of the search for its body.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec,
    vec::Vec,
};
use core::mem;

use super::{
    alphabet::{Alphabet, Members},
    dfa::Dfa,
    intern::{Interner, count},
    program::{ACCEPT, ANY, HERE, Inst, Pos, Program},
    ranks::Ranks,
};
use crate::work::Work;

mod obligations;

/// The most states, before they are minimised.
const MAX_STATES: usize = 140_000;
/// The most entries of the transition table.
const MAX_CELLS: usize = 2_500_000;
/// What it takes to look at a thread.
const THREAD: usize = 16;

/// The state without threads.
const NEVER: u32 = 0;
/// The state whose only thread is at [`ANY`] and owes nothing.
const ALWAYS: u32 = 1;
/// The obligation of a thread that owes nothing.
const FREE: u32 = 0;

/// The budget is used up: how many states there were by then.
pub(super) struct OverBudget(pub(super) usize);

/// A position and an obligation.
pub(super) type Thread = (Pos, u32);

/// What is known of a place in the text from what went before.
#[derive(Clone, Copy)]
struct Place<'a> {
    start: bool,
    /// Whether a word character goes before.
    word: bool,
    /// The states of the look-behinds here.
    behinds: &'a [u32],
}

/// Threads that are being collected, without what was seen before.
struct Walk {
    generation: u32,
    obliged: BTreeSet<Thread>,
    threads: Vec<Thread>,
    stack: Vec<Thread>,
}

/// The automaton of a program.
pub(super) fn determinise(
    program: &Program,
    alphabet: Alphabet,
    members: &Members,
    work: &Work,
) -> Result<Dfa, OverBudget> {
    let mut builder = Builder::new(program, members, work);
    let start = builder.start();
    let mut next = Vec::new();
    let mut accept = Vec::new();
    let mut row = vec![0; alphabet.classes];
    while accept.len() < builder.worlds.len() {
        let world = count(accept.len());
        accept.push(builder.accepts(world));
        builder.row(world, &mut row);
        next.extend_from_slice(&row);
        let states = builder.worlds.len();
        let cells = states * alphabet.classes;
        if states > MAX_STATES || cells > MAX_CELLS || work.is_spent() {
            return Err(OverBudget(states));
        }
    }
    Ok(Dfa { alphabet, next, accept, start })
}

struct Builder<'p> {
    program: &'p Program,
    members: &'p Members,
    states: Interner,
    obligations: Interner,
    worlds: Interner,
    /// When a position was last seen without an obligation.
    stamps: Vec<u32>,
    ranks: Ranks,
    generation: u32,
    work: &'p Work,
    /// For each class, where the threads of a world go with it.
    targets: Vec<Vec<Pos>>,
    /// Vectors to use again.
    spare: (Vec<Thread>, Vec<Thread>),
}

impl<'p> Builder<'p> {
    fn new(program: &'p Program, members: &'p Members, work: &'p Work) -> Self {
        let mut states = Interner::new();
        states.intern(&[]);
        states.intern(&[ANY, FREE]);
        let mut obligations = Interner::new();
        obligations.intern(&[NEVER]);
        Self {
            program,
            members,
            states,
            obligations,
            worlds: Interner::new(),
            stamps: vec![0; program.insts.len()],
            ranks: Ranks::of(program, work),
            generation: 0,
            work,
            targets: Vec::new(),
            spare: (Vec::new(), Vec::new()),
        }
    }

    /// The world at the start of the text. The dead one gets number 0.
    fn start(&mut self) -> u32 {
        self.world(NEVER, &[]);
        let mut behinds = Vec::new();
        for number in 0..self.program.behinds.len() {
            let place = Place { start: true, word: false, behinds: &behinds };
            let body = self.program.behinds[number];
            let state = self.closure(body, place);
            behinds.push(state);
        }
        let place = Place { start: true, word: false, behinds: &behinds };
        let main = self.closure(self.program.start, place);
        self.world(main, &behinds)
    }

    /// The number of a world. What went before does not matter to a pattern
    /// that has failed or succeeded.
    fn world(&mut self, main: u32, behinds: &[u32]) -> u32 {
        let mut key = vec![main; 1];
        match main {
            NEVER | ALWAYS => key.resize(1 + self.program.behinds.len(), NEVER),
            _ => key.extend_from_slice(behinds),
        }
        self.worlds.intern(&key)
    }

    fn accepts(&self, world: u32) -> bool {
        self.worlds.get(world).first().is_some_and(|main| self.nullable(*main))
    }

    /// Whether a state succeeds when nothing follows.
    fn nullable(&self, state: u32) -> bool {
        self.states
            .get(state)
            .chunks_exact(2)
            .any(|thread| matches!(thread[0], ACCEPT | ANY) && self.fulfilled_at_end(thread[1]))
    }

    fn fulfilled_at_end(&self, obligation: u32) -> bool {
        self.work.note(THREAD);
        if self.work.is_spent() {
            return false;
        }
        match self.obligations.get(obligation).split_first() {
            Some((never, all)) => {
                !self.nullable(*never) && all.iter().all(|state| self.nullable(*state))
            }
            None => true,
        }
    }

    /// Where a world goes with each class.
    fn row(&mut self, world: u32, row: &mut [u32]) {
        self.work.note(2 * row.len());
        let key = self.worlds.get(world).to_vec();
        let Some((main, behinds)) = key.split_first() else {
            return;
        };
        let free = self.states.get(*main).chunks_exact(2).all(|thread| thread[1] == FREE);
        if free && behinds.is_empty() {
            return self.free_row(*main, row);
        }
        for (class, cell) in (0..).zip(row) {
            *cell = self.after(*main, behinds, class);
        }
    }

    /// The same without obligations: classes that go to the same positions
    /// are one.
    fn free_row(&mut self, main: u32, row: &mut [u32]) {
        let mut targets = mem::take(&mut self.targets);
        targets.resize(row.len(), Vec::new());
        targets.iter_mut().for_each(Vec::clear);
        for thread in self.states.get(main).chunks_exact(2) {
            match self.program.insts[thread[0] as usize] {
                Inst::Char { set, next } => {
                    self.work.note(1 + self.members.of(set).len());
                    for class in self.members.of(set) {
                        targets[*class as usize].push(next);
                    }
                }
                _ if thread[0] == ANY => targets.iter_mut().for_each(|t| t.push(ANY)),
                _ => {}
            }
        }
        self.distinct(&targets, row);
        self.targets = targets;
    }

    fn distinct(&mut self, targets: &[Vec<Pos>], row: &mut [u32]) {
        let mut known: BTreeMap<(bool, &[Pos]), u32> = BTreeMap::new();
        for (class, positions) in targets.iter().enumerate() {
            if positions.is_empty() {
                row[class] = NEVER;
                continue;
            }
            let word = self.is_word(count(class));
            self.work.note(8 + positions.len());
            if let Some(world) = known.get(&(word, &**positions)) {
                row[class] = *world;
                continue;
            }
            let place = Place { start: false, word, behinds: &[] };
            let mut walk = self.walk();
            for position in positions {
                self.close((*position, FREE), place, &mut walk);
            }
            let main = self.finish(walk);
            row[class] = self.world(main, &[]);
            known.insert((word, positions), row[class]);
        }
    }

    /// The world after one more code point of a class.
    fn after(&mut self, main: u32, behinds: &[u32], class: u32) -> u32 {
        let word = self.is_word(class);
        let mut now = Vec::with_capacity(behinds.len());
        for (number, state) in behinds.iter().enumerate() {
            let place = Place { start: false, word, behinds: &now };
            let begin = Some(self.program.behinds[number]);
            let state = self.step(*state, class, place, begin);
            now.push(state);
        }
        let place = Place { start: false, word, behinds: &now };
        let main = self.step(main, class, place, None);
        self.world(main, &now)
    }

    fn is_word(&self, class: u32) -> bool {
        self.program.word.is_some_and(|(set, _)| self.members.contains(set, class))
    }

    /// A state after one more code point. What is looked for behind may begin
    /// at any place.
    fn step(&mut self, state: u32, class: u32, place: Place<'_>, begin: Option<Pos>) -> u32 {
        let before = self.states.get(state).to_vec();
        self.work.note(THREAD + 2 * before.len());
        let mut walk = self.walk();
        let mut known = Vec::new();
        for thread in before.chunks_exact(2) {
            let next = match self.program.insts[thread[0] as usize] {
                Inst::Char { set, next } if self.members.contains(set, class) => next,
                _ if thread[0] == ANY => ANY,
                _ => continue,
            };
            if let Some(obligation) = self.still_owed(thread[1], class, place, &mut known) {
                self.close((next, obligation), place, &mut walk);
            }
        }
        if let Some(begin) = begin {
            self.close((begin, FREE), place, &mut walk);
        }
        self.finish(walk)
    }

    fn walk(&mut self) -> Walk {
        self.generation += 1;
        self.work.note(2 * THREAD);
        let (threads, stack) = mem::take(&mut self.spare);
        Walk { generation: self.generation, obliged: BTreeSet::new(), threads, stack }
    }

    fn closure(&mut self, position: Pos, place: Place<'_>) -> u32 {
        let mut walk = self.walk();
        self.close((position, FREE), place, &mut walk);
        self.finish(walk)
    }

    /// Follows a thread up to where it waits for a code point.
    fn close(&mut self, thread: Thread, place: Place<'_>, walk: &mut Walk) {
        walk.stack.push(thread);
        while let Some((at, owed)) = walk.stack.pop() {
            self.work.note(THREAD);
            if self.work.is_spent() {
                return walk.stack.clear();
            }
            if !self.is_new((at, owed), walk) {
                continue;
            }
            match self.program.insts[at as usize] {
                Inst::Fail => {}
                Inst::Final | Inst::Char { .. } => walk.threads.push((at, owed)),
                Inst::Or(left, right) => walk.stack.extend([(left, owed), (right, owed)]),
                Inst::Start(next) => walk.stack.extend(place.start.then_some((next, owed))),
                Inst::Word { boundary, next } => {
                    let wanted = boundary != place.word;
                    let state = self.word_state(place);
                    let owed = self.oblige(owed, state, !wanted);
                    walk.stack.extend(owed.map(|owed| (next, owed)));
                }
                Inst::Ahead { negated, body, next } => {
                    let state = self.closure(body, place);
                    let owed = self.oblige(owed, state, negated);
                    walk.stack.extend(owed.map(|owed| (next, owed)));
                }
                Inst::Behind { negated, number, next } => {
                    let state = self.found(place.behinds[number as usize]);
                    let owed = self.oblige(owed, state, negated);
                    walk.stack.extend(owed.map(|owed| (next, owed)));
                }
            }
        }
    }

    fn is_new(&mut self, (at, owed): Thread, walk: &mut Walk) -> bool {
        let stamp = &mut self.stamps[at as usize];
        if *stamp == walk.generation {
            // The same without an obligation is there already.
            return false;
        }
        if owed != FREE {
            self.work.note(2 * THREAD);
            return walk.obliged.insert((at, owed));
        }
        *stamp = walk.generation;
        true
    }

    fn word_state(&mut self, place: Place<'_>) -> u32 {
        self.program.word.map_or(NEVER, |(_, wanted)| self.closure(wanted, place))
    }

    /// The condition that a look-behind's body ends here: its threads that
    /// are through, and what they still owe.
    fn found(&mut self, behind: u32) -> u32 {
        let mut walk = self.walk();
        for thread in self.states.get(behind).chunks_exact(2).filter(|t| t[0] == HERE) {
            walk.threads.push((ANY, thread[1]));
        }
        self.finish(walk)
    }

    /// The state of these threads, in one canonical form.
    fn finish(&mut self, mut walk: Walk) -> u32 {
        self.work.note(2 * THREAD * walk.threads.len());
        walk.threads.sort_unstable();
        walk.threads.dedup();
        self.ranks.drop_outranked(&mut walk.threads);
        if walk.threads.iter().any(|(_, owed)| *owed != FREE) {
            self.drop_implied(&mut walk.threads);
        }
        let state = if walk.threads.contains(&(ANY, FREE)) {
            ALWAYS
        } else {
            let flat: Vec<u32> = walk.threads.iter().flat_map(|(at, owed)| [*at, *owed]).collect();
            self.states.intern(&flat)
        };
        walk.threads.clear();
        self.spare = (walk.threads, walk.stack);
        state
    }
}
