//! From the normal form to steps. The rules are those of the module above.

use alloc::{boxed::Box, string::String, vec, vec::Vec};

use super::{
    Ending, Program, Step,
    form::{self, Count, Form, as_run, first, first_of, nullable},
    frame::{self, Frame},
    rewrite,
    set::Set,
};

/// More steps than that are a table's business.
const MAX_STEPS: u32 = 200;

/// More programs than that to try in turn are, too.
const MAX_PROGRAMS: u32 = 24;

/// Makes steps, within its budget.
#[derive(Debug, Default)]
pub(super) struct Planner {
    steps: u32,
    programs: u32,
}

/// What can stand behind some items: these characters, or the end.
#[derive(Clone, Debug)]
pub(super) enum Follow {
    These(Set),
    Anything,
}

impl Follow {
    /// What can stand in front of `items` with this behind them.
    pub(super) fn before(&self, items: &[Form]) -> Set {
        let set = first_of(items);
        match self {
            Self::These(behind) if items.iter().all(nullable) => set.union(behind),
            Self::Anything if items.iter().all(nullable) => Set::all(),
            _ => set,
        }
    }
}

/// What became of the front of some items.
enum Front {
    /// A step, for so many of them.
    Step(Step, usize),
    /// Other items that mean the same.
    Rewritten(Vec<Form>),
}

impl Planner {
    /// A program for all branches.
    pub(super) fn frames(&mut self, frames: Vec<Frame>) -> Option<Program> {
        let (whole, parts): (Vec<_>, Vec<_>) =
            frames.into_iter().partition(|it| it.start && it.end);
        let mut programs = Vec::new();
        if !whole.is_empty() || parts.is_empty() {
            let form = form::either(whole.into_iter().map(|frame| frame.form).collect());
            programs.push(self.program(form::items(form), &Follow::These(Set::default()))?);
        }
        for part in parts {
            programs.push(self.part(part)?);
        }
        match <[Program; 1]>::try_from(programs) {
            Ok([only]) => Some(only),
            Err(programs) => Some(Program { steps: Vec::new(), ending: Ending::Any(programs) }),
        }
    }

    /// A program for a branch that is not anchored at both ends.
    fn part(&mut self, frame: Frame) -> Option<Program> {
        if nullable(&frame.form) && !form::looks(&frame.form) {
            return Some(Program { steps: Vec::new(), ending: Ending::Anything });
        }
        let mut items = form::items(frame.form);
        if !frame.start {
            items.insert(0, form::repeat(Form::Set(Set::all()), Count::ANY));
        }
        let items = form::items(form::sequence(items));
        let behind = if frame.end { Follow::These(Set::default()) } else { Follow::Anything };
        self.program(items, &behind)
    }

    /// A program for `items`, with nothing behind them but what `behind` says.
    fn program(&mut self, mut items: Vec<Form>, behind: &Follow) -> Option<Program> {
        self.programs += 1;
        if self.programs > MAX_PROGRAMS {
            return None;
        }
        let mut steps = Vec::new();
        while !items.is_empty() {
            if matches!(behind, Follow::Anything) {
                rewrite::drop_tail(&mut items);
            }
            match self.front(&items, behind) {
                Some(Front::Step(step, taken)) => {
                    steps.push(step);
                    items.drain(..taken);
                }
                Some(Front::Rewritten(other)) => items = other,
                None => match self.last_resort(&items, behind)? {
                    Last::Step(step) => {
                        steps.push(step);
                        items.remove(0);
                    }
                    Last::Ending(ending) => return Some(Program { steps, ending }),
                },
            }
        }
        let ending = match behind {
            Follow::Anything => Ending::Anything,
            Follow::These(_) => Ending::End,
        };
        Some(Program { steps, ending })
    }

    /// What can be done only outside of repetitions.
    fn last_resort(&mut self, items: &[Form], behind: &Follow) -> Option<Last> {
        let (item, rest) = items.split_first()?;
        let branches = match item {
            Form::Ahead { negated, form } => {
                let program = self.ahead((**form).clone())?;
                return Some(Last::Step(Step::Ahead { negated: *negated, program }));
            }
            Form::Either(branches) => branches.clone(),
            Form::Repeat(inner, Count::MAYBE) => vec![(**inner).clone(), form::empty()],
            Form::Words(words) => words.iter().map(|word| rewrite::spell(word)).collect(),
            _ => return None,
        };
        let programs = branches.into_iter().map(|branch| {
            let mut items = vec![branch];
            items.extend_from_slice(rest);
            self.program(form::items(form::sequence(items)), behind)
        });
        Some(Last::Ending(Ending::Any(programs.collect::<Option<_>>()?)))
    }

    /// A program for what a look-ahead looks for.
    fn ahead(&mut self, form: Form) -> Option<Program> {
        // Where the text starts, a place inside it does not know.
        if has_start(&form) {
            return None;
        }
        self.frames(frame::frames(form, true, false)?)
    }

    /// Steps for `items` inside a repetition or a branch.
    fn steps(&mut self, form: &Form, behind: &Set) -> Option<Vec<Step>> {
        let behind = Follow::These(behind.clone());
        let mut items = form::items(form.clone());
        let mut steps = Vec::new();
        while !items.is_empty() {
            match self.front(&items, &behind)? {
                Front::Step(step, taken) => {
                    steps.push(step);
                    items.drain(..taken);
                }
                Front::Rewritten(other) => items = other,
            }
        }
        Some(steps)
    }

    /// A step for the first items, if what comes next decides.
    fn front(&mut self, items: &[Form], behind: &Follow) -> Option<Front> {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            return None;
        }
        let (item, rest) = items.split_first()?;
        let next = behind.before(rest);
        if let Some((literal, taken)) = literal(items) {
            return Some(Front::Step(Step::Literal(literal), taken));
        }
        if let Some((set, count)) = as_run(item) {
            let decided = count.fixed().is_some() || !next.meets(set);
            let run = || Step::Run { set: set.clone(), count };
            return if decided { Some(Front::Step(run(), 1)) } else { overlap(items, behind) };
        }
        match item {
            Form::Words(words) => one_of(words, &next).map(|step| Front::Step(step, 1)),
            Form::Either(branches) => self.choice(branches, &next).map(|it| Front::Step(it, 1)),
            Form::Repeat(inner, count) => match self.repeat(inner, *count, &next) {
                Some(step) => Some(Front::Step(step, 1)),
                None => repetition(inner, *count, rest, behind),
            },
            _ => None,
        }
    }

    fn choice(&mut self, branches: &[Form], next: &Set) -> Option<Step> {
        let mut taken = Set::default();
        let mut out = Vec::new();
        let mut otherwise = None;
        for branch in branches {
            let first = first(branch);
            if first.meets(&taken) || form::looks(branch) {
                return None;
            }
            taken = taken.union(&first);
            let steps = self.steps(branch, next)?;
            if nullable(branch) {
                if otherwise.replace(steps).is_some() {
                    return None;
                }
            } else {
                out.push((first, steps));
            }
        }
        if otherwise.is_some() && taken.meets(next) {
            return None;
        }
        Some(Step::Choice { branches: out, otherwise })
    }

    fn repeat(&mut self, inner: &Form, count: Count, next: &Set) -> Option<Step> {
        let set = first(inner);
        if nullable(inner) || form::looks(inner) || (count.fixed().is_none() && set.meets(next)) {
            return None;
        }
        if count == Count::MAYBE {
            let branches = vec![(set, self.steps(inner, next)?)];
            return Some(Step::Choice { branches, otherwise: Some(Vec::new()) });
        }
        let body = self.steps(inner, &set.union(next))?;
        Some(Step::Repeat { first: set, count, body })
    }
}

/// What a program ends with, or a step that only a program can have.
enum Last {
    Step(Step),
    Ending(Ending),
}

/// The items in front that are one text.
fn literal(items: &[Form]) -> Option<(Box<str>, usize)> {
    let only = |item: &Form| match item {
        Form::Set(set) => set.only(),
        _ => None,
    };
    let literal: String = items.iter().map_while(only).collect();
    let count = literal.chars().count();
    (count > 0).then(|| (literal.into(), count))
}

/// Words, the longest first, if what is behind a shorter one is not how a
/// longer one goes on.
fn one_of(words: &[Vec<char>], next: &Set) -> Option<Step> {
    let goes_on = |short: &[char], long: &[char]| match long.strip_prefix(short) {
        Some([more, ..]) => next.has((*more).into()),
        _ => false,
    };
    // Words are sorted: those that start with a word stand right behind it.
    for (place, short) in words.iter().enumerate() {
        let longer = words[place + 1..].iter().take_while(|it| it.starts_with(short));
        for long in longer {
            if goes_on(short, long) {
                return None;
            }
        }
    }
    let mut words: Vec<Box<str>> =
        words.iter().map(|word| word.iter().collect::<String>().into()).collect();
    words.sort_by_key(|word| core::cmp::Reverse(word.len()));
    Some(Step::OneOf(words))
}

/// A run that goes on as what follows it starts.
fn overlap(items: &[Form], behind: &Follow) -> Option<Front> {
    let (set, count) = items.first().and_then(as_run)?;
    if let Some((last, taken)) = rewrite::last(set, &items[1..], behind) {
        let step = Step::RunThen { set: set.clone(), count, last };
        return Some(Front::Step(step, taken + 1));
    }
    if let Some(items) = rewrite::first_of_set(items, behind) {
        return Some(Front::Rewritten(items));
    }
    let (found, taken) = rewrite::found(items, behind)?;
    let step = Step::Find { set: set.clone(), min: count.min, found };
    Some(Front::Step(step, taken + 1))
}

/// A repetition that starts as what follows it does.
fn repetition(inner: &Form, count: Count, rest: &[Form], behind: &Follow) -> Option<Front> {
    if let Some(step) = rewrite::segments(inner, count, rest, behind) {
        return Some(Front::Step(step, 2));
    }
    rewrite::rotated(inner, count, rest).map(Front::Rewritten)
}

fn has_start(form: &Form) -> bool {
    match form {
        Form::Start => true,
        Form::Sequence(forms) | Form::Either(forms) => forms.iter().any(has_start),
        Form::Repeat(form, _) | Form::Ahead { form, .. } => has_start(form),
        Form::Set(_) | Form::Words(_) | Form::End => false,
    }
}
