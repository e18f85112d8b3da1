//! Folding: chains of states become counters, stretches of text strings.
//!
//! In a chain every state goes on to the next with the same classes. Folded,
//! it is one block with a counter: a loop over those classes, and exits that
//! depend on the count. What else the states do must not change often along
//! the chain, or folding would not pay.

use alloc::{collections::BTreeMap, vec, vec::Vec};

mod unless;

use super::{
    chain::{self, Chain},
    dfa::{DEAD, Dfa},
    intern::count,
};
use crate::work::{Spent, Work};

/// Where an exit leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// To a block, with this count.
    At { block: u32, count: u32 },
    /// To a block, with so much more (or less) than the count was.
    Shift { block: u32, by: i32 },
}

/// What a block does with some classes if the count is in an interval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Exit {
    pub(super) classes: Vec<u32>,
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) target: Target,
}

/// One or more states of the automaton.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// The text that must come next, unless another block goes on where it
    /// does not.
    Literal { text: Vec<char>, target: Target, unless: Option<Target> },
    /// A chain, or a single state, which counts to 0.
    State(State),
}

/// A chain of states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    /// The classes that are counted, or looped on.
    pub(super) run: Vec<u32>,
    /// The last count.
    pub(super) max: u32,
    /// Whether the last state goes on to itself.
    pub(super) loops: bool,
    /// Intervals of counts at which the text may end.
    pub(super) accepts: Vec<(u32, u32)>,
    pub(super) exits: Vec<Exit>,
}

/// The blocks of a minimised automaton; the first is where it starts.
pub(super) fn fold(dfa: &Dfa, work: &Work) -> Result<Vec<Block>, Spent> {
    work.spend(2 * dfa.next.len())?;
    let mut folding = Folding::new(dfa, work);
    let order = chain::reading_order(dfa);
    for state in order {
        if folding.places[state as usize].is_none() {
            work.spend(12 * dfa.alphabet.classes)?;
            folding.place(state);
        }
    }
    loop {
        work.spend(8 * dfa.next.len())?;
        let blocks = folding.blocks();
        if !folding.halve(&blocks) {
            return Ok(blocks);
        }
    }
}

/// The most exits of a block, whose number is one byte.
const MAX_EXITS: usize = 255;

/// The states of a block.
enum Group {
    Chain(Chain),
    /// Each with its character; all do what the last field does with others.
    Literal(Vec<(u32, char)>, Option<u32>),
}

struct Folding<'d> {
    work: &'d Work,
    dfa: &'d Dfa,
    singles: Vec<Option<char>>,
    sizes: Vec<u32>,
    /// How many transitions lead to each state.
    leading: Vec<u32>,
    /// The bytes of each state by itself, where that was asked for.
    alone: Vec<Option<usize>>,
    /// The block of each state, and its place in there.
    places: Vec<Option<(u32, u32)>>,
    groups: Vec<Group>,
    finder: chain::Finder<'d>,
    /// States that others may do as, save with one character.
    hubs: Vec<u32>,
}

impl<'d> Folding<'d> {
    fn new(dfa: &'d Dfa, work: &'d Work) -> Self {
        let mut leading = vec![0; dfa.states()];
        dfa.next.iter().for_each(|target| leading[*target as usize] += 1);
        // The start is entered from nowhere.
        leading[dfa.start as usize] += 2;
        Self {
            work,
            dfa,
            singles: dfa.alphabet.singles(),
            sizes: dfa.alphabet.ascii_sizes(),
            leading,
            alone: vec![None; dfa.states()],
            places: vec![None; dfa.states()],
            groups: Vec::new(),
            finder: chain::Finder::new(dfa.states(), work),
            hubs: unless::hubs(dfa),
        }
    }

    /// Finds a block for a state.
    fn place(&mut self, state: u32) {
        let free = |state: u32| self.places[state as usize].is_none();
        let chain = self.finder.longest(self.dfa, &self.sizes, state, free);
        let group = match chain {
            Some(chain) if self.pays(&chain) => Group::Chain(chain),
            _ => self.literal_or_single(state),
        };
        let block = count(self.groups.len());
        let states: Vec<u32> = match &group {
            Group::Chain(chain) => chain.states.clone(),
            Group::Literal(states, _) => states.iter().map(|(state, _)| *state).collect(),
        };
        for (index, state) in (0..).zip(states) {
            self.places[state as usize] = Some((block, index));
        }
        self.groups.push(group);
    }

    /// Whether a chain is smaller than its states by themselves, in bytes of
    /// a small table.
    fn pays(&mut self, chain: &Chain) -> bool {
        const STATE: usize = 2;
        const EXIT: usize = 3;
        const CHAIN: usize = 6;
        const COUNTED_EXIT: usize = 7;
        const INTERVAL: usize = 4;
        self.work.note(4 * chain.states.len());
        let apart = chain.states.iter().map(|state| match &mut self.alone[*state as usize] {
            Some(size) => *size,
            unknown => *unknown.insert(match literal(self.dfa, &self.singles, *state) {
                Some(_) => 1,
                None => STATE + EXIT * chain::distinct(self.dfa.row(*state)),
            }),
        });
        let apart: usize = apart.sum();
        let intervals = chain::intervals(self.dfa, chain).len();
        let counter = CHAIN + INTERVAL * intervals;
        if intervals > 255 || counter >= apart {
            return false;
        }
        let most = ((apart - counter - 1) / COUNTED_EXIT).min(MAX_EXITS);
        chain::changes(self.dfa, chain, most, self.work) <= most
    }

    fn literal_or_single(&self, state: u32) -> Group {
        if literal(self.dfa, &self.singles, state).is_some() {
            let states = self.stretch(state, |state| literal(self.dfa, &self.singles, state));
            return Group::Literal(states, None);
        }
        let Some((.., hub)) = unless::unless(self.dfa, &self.singles, &self.hubs, state, self.work)
        else {
            return Group::Chain(self.single(state));
        };
        let hubs = [hub];
        let states = self.stretch(state, |state| {
            let found = unless::unless(self.dfa, &self.singles, &hubs, state, self.work);
            let (character, target, _) = found?;
            Some((character, target))
        });
        Group::Literal(states, Some(hub))
    }

    /// States that follow on each other, each with the character it goes on
    /// with.
    fn stretch(&self, state: u32, goes: impl Fn(u32) -> Option<(char, u32)>) -> Vec<(u32, char)> {
        let mut states = Vec::new();
        let mut at = state;
        while let Some((character, target)) = goes(at) {
            states.push((at, character));
            let only_from_here = self.leading[target as usize] == 1;
            if !only_from_here || self.places[target as usize].is_some() {
                break;
            }
            at = target;
        }
        states
    }

    fn single(&self, state: u32) -> Chain {
        let row = self.dfa.row(state);
        let run: Vec<u32> =
            (0..).zip(row).filter(|(_, to)| **to == state).map(|(c, _)| c).collect();
        Chain { states: vec![state], loops: !run.is_empty(), run }
    }

    fn blocks(&self) -> Vec<Block> {
        let targets = TargetOf { places: &self.places };
        let groups = self.groups.iter();
        groups
            .map(|group| match group {
                Group::Chain(chain) => Block::State(self.state(chain, &targets)),
                Group::Literal(states, hub) => self.literal_block(states, *hub, &targets),
            })
            .collect()
    }

    /// Halves chains with more exits than a block can have, if there are any.
    /// That there are few is only known when all states have their place.
    fn halve(&mut self, blocks: &[Block]) -> bool {
        let groups = self.groups.len();
        for (index, block) in blocks.iter().enumerate() {
            let Group::Chain(chain) = &mut self.groups[index] else {
                continue;
            };
            let is_over = matches!(block, Block::State(state) if state.exits.len() > MAX_EXITS);
            if !is_over || chain.states.len() < 2 {
                continue;
            }
            let states = chain.states.split_off(chain.states.len() / 2);
            let behind = Chain { states, run: chain.run.clone(), loops: chain.loops };
            chain.loops = false;
            let before = chain.states[0];
            if chain.states.len() == 1 {
                self.groups[index] = Group::Chain(self.single(before));
            }
            let new = count(self.groups.len());
            for (place, state) in (0..).zip(&behind.states) {
                self.places[*state as usize] = Some((new, place));
            }
            let behind = match *behind.states {
                [only] => self.single(only),
                _ => behind,
            };
            self.groups.push(Group::Chain(behind));
        }
        self.groups.len() > groups
    }

    fn literal_block(
        &self,
        states: &[(u32, char)],
        hub: Option<u32>,
        targets: &TargetOf<'_>,
    ) -> Block {
        let at = |state: u32| {
            let (block, count) = targets.place(state);
            Target::At { block, count }
        };
        let target = states.last().map_or(DEAD, |(state, character)| {
            let class = self.singles.iter().position(|single| *single == Some(*character));
            class.map_or(DEAD, |class| self.dfa.row(*state)[class])
        });
        let text = states.iter().map(|(_, character)| *character).collect();
        Block::Literal { text, target: at(target), unless: hub.map(at) }
    }

    fn state(&self, chain: &Chain, targets: &TargetOf<'_>) -> State {
        let mut exits: Vec<Exit> = Vec::new();
        let mut known = BTreeMap::new();
        for class in 0..count(self.dfa.alphabet.classes) {
            for (from, to, target) in targets.of(self.dfa, chain, class) {
                let place = *known.entry((from, to, target)).or_insert(exits.len());
                match exits.get_mut(place) {
                    Some(exit) => exit.classes.push(class),
                    None => exits.push(Exit { classes: vec![class], from, to, target }),
                }
            }
        }
        State {
            run: chain.run.clone(),
            max: count(chain.states.len() - 1),
            loops: chain.loops,
            accepts: chain::intervals(self.dfa, chain),
            exits,
        }
    }
}

/// The only character that a state lives on, and where it leads.
fn literal(dfa: &Dfa, singles: &[Option<char>], state: u32) -> Option<(char, u32)> {
    if dfa.accept[state as usize] {
        return None;
    }
    let live = |(_, target): &(usize, &u32)| **target != DEAD;
    let mut live = dfa.row(state).iter().enumerate().filter(live);
    match (live.next(), live.next()) {
        (Some((class, target)), None) => Some((singles[class]?, *target)),
        _ => None,
    }
}

/// Where states went.
struct TargetOf<'p> {
    places: &'p [Option<(u32, u32)>],
}

impl TargetOf<'_> {
    fn place(&self, state: u32) -> (u32, u32) {
        self.places[state as usize].unwrap_or_default()
    }

    /// The exits of a chain with a class: intervals of counts, and targets.
    fn of(&self, dfa: &Dfa, chain: &Chain, class: u32) -> Vec<(u32, u32, Target)> {
        let counted = chain.run.contains(&class);
        let last = chain.states.len() - 1;
        let mut found: Vec<(u32, u32, Target)> = Vec::new();
        for (index, state) in chain.states.iter().enumerate() {
            if counted && (index < last || chain.loops) {
                continue;
            }
            let to = dfa.row(*state)[class as usize];
            if to != DEAD {
                extend(&mut found, count(index), self.place(to));
            }
        }
        found
    }
}

/// Adds an exit at a place: to the last interval if it goes on there.
fn extend(found: &mut Vec<(u32, u32, Target)>, index: u32, place: (u32, u32)) {
    let (block, at) = place;
    let fixed = Target::At { block, count: at };
    let shift = Target::Shift { block, by: at.cast_signed() - index.cast_signed() };
    if let Some((from, to, target)) = found.last_mut().filter(|last| last.1 + 1 == index) {
        let alone = from == to;
        let was_shift = match *target {
            Target::At { block, count } if alone => {
                Target::Shift { block, by: count.cast_signed() - from.cast_signed() }
            }
            other => other,
        };
        if *target == fixed || was_shift == shift {
            *target = if *target == fixed { fixed } else { shift };
            *to = index;
            return;
        }
    }
    found.push((index, index, fixed));
}
