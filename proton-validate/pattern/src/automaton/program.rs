//! From the tree to an alternating program.
//!
//! Every position of the program stands for a language, that of the texts
//! that may follow. A position is compiled in front of what follows it, so a
//! look-ahead sees exactly the rest: `(?=r)k` is `r Σ* ∩ k`.

use alloc::{collections::BTreeMap, vec, vec::Vec};

use super::{
    intern::{Interner, count},
    unicode,
};
use crate::{
    syntax::{Assertion, Class, CodePointRange, Direction, Error, Look, Node, NodeKind, Repeat},
    work::{Spent, Work},
};

/// The most instructions. A count of 65,536 takes two each.
pub(super) const MAX_INSTRUCTIONS: usize = 300_000;

/// What a visit of a node takes.
const VISIT: usize = 10;

/// An instruction's place in the program.
pub(super) type Pos = u32;

/// Nothing may follow: the language of the empty text.
pub(super) const ACCEPT: Pos = 0;
/// Anything may follow.
pub(super) const ANY: Pos = 1;
/// The end of a look-behind's body: what it looks for ends here.
pub(super) const HERE: Pos = 2;
/// Nothing matches.
const FAIL: Pos = 3;

/// What is at a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inst {
    /// [`ACCEPT`], [`ANY`] or [`HERE`].
    Final,
    Fail,
    /// A code point of a set.
    Char {
        set: u32,
        next: Pos,
    },
    Or(Pos, Pos),
    /// The start of the text.
    Start(Pos),
    /// A word boundary, or none.
    Word {
        boundary: bool,
        next: Pos,
    },
    Ahead {
        negated: bool,
        body: Pos,
        next: Pos,
    },
    /// The look-behind with this number.
    Behind {
        negated: bool,
        number: u32,
        next: Pos,
    },
}

/// An alternating program.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) insts: Vec<Inst>,
    pub(super) start: Pos,
    /// Where the bodies of look-behinds start. A body that itself looks
    /// behind has a greater number than what it looks for.
    pub(super) behinds: Vec<Pos>,
    /// The sets that instructions name.
    pub(super) sets: Vec<Vec<CodePointRange>>,
    /// The set of word characters and the position that wants one, if there
    /// are word boundaries.
    pub(super) word: Option<(u32, Pos)>,
    /// Copies of which one can do all that the next can.
    pub(super) copies: Vec<Copies>,
}

/// Copies of a body that may be left out, or that come in front of a loop.
/// At the same place in two copies, the one with more that may follow, or
/// less that must, matches whatever the other does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Copies {
    /// Where the first copy starts, and where the last ends.
    pub(super) start: Pos,
    pub(super) end: Pos,
    /// The instructions of each.
    pub(super) length: u32,
    /// Whether the last can do all that the others can, not the first.
    pub(super) last_is_best: bool,
}

/// What of a pattern becomes a program.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part<'t> {
    /// The whole pattern.
    Whole(&'t Node),
    /// A look-ahead at the start.
    Ahead(&'t Look),
    /// A whole pattern in pieces.
    Concat(&'t [&'t Node]),
}

/// The program is over its budget.
pub(super) struct TooLong;

/// Why there is no program.
pub(super) enum Failure {
    TooLong,
    /// It took too much to write it.
    Spent,
    Refused(Error),
}

impl From<Spent> for Failure {
    fn from(Spent: Spent) -> Self {
        Self::Spent
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl From<TooLong> for Failure {
    fn from(TooLong: TooLong) -> Self {
        Self::TooLong
    }
}

impl Program {
    /// The program of a part of a pattern, which may be anchored at the start
    /// and at the end of the text.
    pub(super) fn of(part: Part<'_>, start: bool, end: bool, work: &Work) -> Result<Self, Failure> {
        let mut lowering = Lowering::new(work);
        let end = if end { ACCEPT } else { ANY };
        let pattern = match part {
            Part::Whole(node) => lowering.node(node, end)?,
            Part::Concat(items) => lowering.concat(items.iter().copied(), end)?,
            Part::Ahead(look) if look.negated => lowering.look(look, ANY)?,
            Part::Ahead(look) => lowering.node(&look.node, ANY)?,
        };
        let start = if start { pattern } else { lowering.find(pattern)? };
        let Lowering { insts, behinds, sets, word, copies, .. } = lowering;
        let sets = (0..count(sets.len())).map(|set| unflattened(sets.get(set))).collect();
        Ok(Self { insts, start, behinds, sets, word, copies })
    }
}

struct Lowering<'w> {
    work: &'w Work,
    insts: Vec<Inst>,
    behinds: Vec<Pos>,
    sets: Interner,
    /// The set of the class that starts at a place of the source, if it is not empty: it
    /// takes Unicode's tables once and not for each of its copies.
    classes: BTreeMap<usize, Option<u32>>,
    word: Option<(u32, Pos)>,
    copies: Vec<Copies>,
}

impl<'w> Lowering<'w> {
    fn new(work: &'w Work) -> Self {
        let insts = vec![Inst::Final, Inst::Final, Inst::Final, Inst::Fail];
        let (behinds, copies) = (Vec::new(), Vec::new());
        let (sets, classes) = (Interner::new(), BTreeMap::new());
        Self { work, insts, behinds, sets, classes, word: None, copies }
    }

    /// The pattern at any place.
    fn find(&mut self, pattern: Pos) -> Result<Pos, Failure> {
        let any = self.set(&[CodePointRange::all()]);
        let find = self.push(Inst::Fail)?;
        let skip = self.push(Inst::Char { set: any, next: find })?;
        self.insts[find as usize] = Inst::Or(pattern, skip);
        Ok(find)
    }

    fn push(&mut self, inst: Inst) -> Result<Pos, TooLong> {
        if self.insts.len() >= MAX_INSTRUCTIONS {
            return Err(TooLong);
        }
        self.insts.push(inst);
        Ok(count(self.insts.len() - 1))
    }

    fn set(&mut self, ranges: &[CodePointRange]) -> u32 {
        let flat: Vec<u32> = ranges.iter().flat_map(|range| [range.first, range.last]).collect();
        self.sets.intern(&flat)
    }

    /// The position of `node` in front of `next`.
    fn node(&mut self, node: &Node, next: Pos) -> Result<Pos, Failure> {
        self.work.spend(VISIT)?;
        match &node.kind {
            _ if next == FAIL => Ok(FAIL),
            NodeKind::Empty => Ok(next),
            NodeKind::Literal(character) => {
                let set = self.set(&[CodePointRange::one((*character).into())]);
                self.char(Some(set), next)
            }
            NodeKind::Class(class) => {
                let set = self.class(class, node.span.start)?;
                self.char(set, next)
            }
            NodeKind::Assertion(assertion) => self.assertion(*assertion, next),
            NodeKind::Look(look) => self.look(look, next),
            NodeKind::Group(group) => self.node(&group.node, next),
            NodeKind::Repeat(repeat) => self.repeat(repeat, next),
            NodeKind::Concat(items) => self.concat(items.iter(), next),
            NodeKind::Alternation(branches) => self.alternation(branches, next),
        }
    }

    fn concat<'t>(
        &mut self,
        items: impl DoubleEndedIterator<Item = &'t Node>,
        next: Pos,
    ) -> Result<Pos, Failure> {
        items.rev().try_fold(next, |next, item| self.node(item, next))
    }

    /// The set of the class that starts at this place.
    fn class(&mut self, class: &Class, place: usize) -> Result<Option<u32>, Failure> {
        if let Some(set) = self.classes.get(&place) {
            return Ok(*set);
        }
        self.work.spend(unicode::cost(class))?;
        let ranges = unicode::code_points(class)?;
        let set = (!ranges.is_empty()).then(|| self.set(&ranges));
        self.classes.insert(place, set);
        Ok(set)
    }

    fn char(&mut self, set: Option<u32>, next: Pos) -> Result<Pos, Failure> {
        match set {
            Some(set) => Ok(self.push(Inst::Char { set, next })?),
            None => Ok(FAIL),
        }
    }

    fn alternation(&mut self, branches: &[Node], next: Pos) -> Result<Pos, Failure> {
        let mut all = FAIL;
        for branch in branches.iter().rev() {
            let branch = self.node(branch, next)?;
            all = self.or(branch, all)?;
        }
        Ok(all)
    }

    fn or(&mut self, left: Pos, right: Pos) -> Result<Pos, TooLong> {
        match (left, right) {
            (FAIL, other) | (other, FAIL) => Ok(other),
            _ if left == right => Ok(left),
            _ => self.push(Inst::Or(left, right)),
        }
    }

    fn assertion(&mut self, assertion: Assertion, next: Pos) -> Result<Pos, Failure> {
        Ok(match assertion {
            Assertion::Start => self.push(Inst::Start(next))?,
            // The end is the place that nothing follows.
            Assertion::End if matches!(next, ACCEPT | ANY) => ACCEPT,
            Assertion::End => self.push(Inst::Ahead { negated: false, body: ACCEPT, next })?,
            Assertion::WordBoundary => self.word(true, next)?,
            Assertion::NotWordBoundary => self.word(false, next)?,
        })
    }

    fn word(&mut self, boundary: bool, next: Pos) -> Result<Pos, TooLong> {
        const WORD: [(char, char); 4] = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];
        if self.word.is_none() {
            let set = self.set(&WORD.map(|(a, z)| CodePointRange::new(a.into(), z.into())));
            self.word = Some((set, self.push(Inst::Char { set, next: ANY })?));
        }
        self.push(Inst::Word { boundary, next })
    }

    fn look(&mut self, look: &Look, next: Pos) -> Result<Pos, Failure> {
        let negated = look.negated;
        Ok(match look.direction {
            Direction::Ahead => {
                let body = self.node(&look.node, ANY)?;
                self.push(Inst::Ahead { negated, body, next })?
            }
            Direction::Behind => {
                let body = self.node(&look.node, HERE)?;
                let number = count(self.behinds.len());
                self.behinds.push(body);
                self.push(Inst::Behind { negated, number, next })?
            }
        })
    }

    fn repeat(&mut self, repeat: &Repeat, next: Pos) -> Result<Pos, Failure> {
        let body = &*repeat.node;
        let Some(max) = repeat.max else {
            return self.open(body, repeat.min, next);
        };
        let mut all = next;
        let mut copied = Copied::from(self.insts.len(), true);
        for _ in repeat.min..max {
            let once = self.node(body, all)?;
            // What takes no instruction takes none a million times either.
            if once == all || once == FAIL {
                break;
            }
            all = self.or(once, next)?;
            copied.upto(self.insts.len());
        }
        self.copies.extend(copied.copies());
        self.times(body, repeat.min, all, None)
    }

    /// At least so many times.
    fn open(&mut self, body: &Node, min: u32, next: Pos) -> Result<Pos, Failure> {
        let again = self.push(Inst::Fail)?;
        let mut copied = Copied::from(self.insts.len(), false);
        let once = self.node(body, again)?;
        copied.upto(self.insts.len());
        self.insts[again as usize] = Inst::Or(once, next);
        match min {
            0 => Ok(again),
            _ => self.times(body, min - 1, once, Some(copied)),
        }
    }

    /// Exactly so many times.
    fn times(
        &mut self,
        body: &Node,
        times: u32,
        next: Pos,
        mut copied: Option<Copied>,
    ) -> Result<Pos, Failure> {
        let mut all = next;
        for _ in 0..times {
            let once = self.node(body, all)?;
            if once == all {
                break;
            }
            all = once;
            if let Some(copied) = &mut copied {
                copied.upto(self.insts.len());
            }
        }
        self.copies.extend(copied.and_then(Copied::copies));
        Ok(all)
    }
}

/// Copies as they are made.
struct Copied {
    start: usize,
    end: usize,
    length: Option<usize>,
    alike: bool,
    last_is_best: bool,
}

impl Copied {
    fn from(start: usize, last_is_best: bool) -> Self {
        Self { start, end: start, length: None, alike: true, last_is_best }
    }

    /// A copy ends here.
    fn upto(&mut self, end: usize) {
        let length = end - self.end;
        self.alike &= *self.length.get_or_insert(length) == length;
        self.end = end;
    }

    /// The copies, if there are some and they are as long as each other.
    fn copies(self) -> Option<Copies> {
        let length = self.length?;
        let several = self.end - self.start > length;
        (self.alike && several).then(|| Copies {
            start: count(self.start),
            end: count(self.end),
            length: count(length),
            last_is_best: self.last_is_best,
        })
    }
}

fn unflattened(flat: &[u32]) -> Vec<CodePointRange> {
    flat.chunks_exact(2).map(|pair| CodePointRange::new(pair[0], pair[1])).collect()
}
