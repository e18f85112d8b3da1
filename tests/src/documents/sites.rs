//! What can be wrong in a document, and where.

use std::fmt;

use proton_validate::Constraint;
use proton_validate::Shape;
use proton_validate::shape::{Content, Kind, Member, Rule, Tagging, Variant};

use super::structures::is_optional;
use super::values::{Rules, Under, accepts_null, peel};

/// One thing that can be wrong.
#[derive(Clone)]
pub struct Site {
    /// Where it stands.
    pub path: Vec<Step>,
    /// What is wrong.
    pub fault: Fault,
}

/// One step into a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A member of a structure, or an item of a tuple.
    Member(&'static str),
    /// What a variant holds.
    Variant(&'static str),
    /// An item of a list.
    Item,
    /// A key of a map.
    Key,
    /// A value of a map.
    Value,
}

/// What can be wrong with a value.
#[derive(Debug, Clone, Copy)]
pub enum Fault {
    /// It does not meet this constraint.
    Constraint(&'static Constraint),
    /// It is not there.
    Missing,
    /// It is there under two of its names.
    Twice,
    /// It is null.
    Null,
    /// It is of another type.
    Type,
    /// It is an integer that its type cannot hold.
    TooLarge,
    /// It has a member that it should not have.
    Unknown,
    /// It is an array with an item more or less.
    Count,
    /// It is of no variant that there is.
    Variant,
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.path {
            match step {
                Step::Member(name) => write!(f, "/{name}")?,
                Step::Variant(name) => write!(f, "/<{name}>")?,
                other => write!(f, "/{other:?}")?,
            }
        }
        match self.fault {
            Fault::Constraint(constraint) => write!(f, " {}", constraint.code()),
            other => write!(f, " {other:?}"),
        }
    }
}

/// Everything that can be wrong in a document of that shape. A type within itself
/// is looked into once.
pub fn sites(shape: &'static Shape) -> Vec<Site> {
    let mut walk = Walk { sites: Vec::new(), path: Vec::new(), within: Vec::new() };
    walk.value(shape, &Rules::new());
    walk.sites
}

struct Walk {
    sites: Vec<Site>,
    path: Vec<Step>,
    within: Vec<*const Shape>,
}

impl Walk {
    fn add(&mut self, fault: Fault) {
        self.sites.push(Site { path: self.path.clone(), fault });
    }

    fn at(&mut self, step: Step, walk: impl FnOnce(&mut Self)) {
        self.path.push(step);
        walk(self);
        self.path.pop();
    }

    fn value(&mut self, shape: &'static Shape, rules: &Rules) {
        let pointer: *const Shape = shape;
        if shape.is_opaque() || self.within.iter().filter(|it| **it == pointer).count() > 1 {
            return;
        }
        self.within.push(pointer);
        if !accepts_null(shape, rules) {
            self.add(Fault::Null);
        }
        self.present(peel(shape), rules);
        self.within.pop();
    }

    fn present(&mut self, shape: &'static Shape, rules: &Rules) {
        let under = Under::of(rules);
        let is_about_presence =
            |it: &Constraint| matches!(it, Constraint::Required | Constraint::NotNull);
        for constraint in under.constraints.iter().filter(|it| !is_about_presence(it)) {
            self.add(Fault::Constraint(constraint));
        }
        match shape.kind() {
            Kind::Any | Kind::Opaque => {}
            // What null means was decided outside.
            Kind::Newtype { member } => {
                if let Some(inner) = member.shape().filter(|_| !member.is_opaque()) {
                    self.present(peel(inner), &member.rules().iter().collect());
                }
            }
            Kind::Integer { .. } => {
                self.add(Fault::Type);
                self.add(Fault::TooLarge);
            }
            Kind::List { item, fixed, .. } => {
                self.add(Fault::Type);
                if fixed.is_some() {
                    self.add(Fault::Count);
                }
                self.at(Step::Item, |walk| walk.value(item.get(), &under.each));
            }
            Kind::Map { key, value } => {
                self.add(Fault::Type);
                self.at(Step::Key, |walk| walk.key(key.get(), &under.keys));
                self.at(Step::Value, |walk| walk.value(value.get(), &under.values));
            }
            Kind::Tuple { members } => {
                self.add(Fault::Type);
                self.add(Fault::Count);
                self.tuple(members);
            }
            Kind::Structure { members, .. } => {
                self.add(Fault::Type);
                if shape.rejects_unknown() {
                    self.add(Fault::Unknown);
                }
                self.members(members);
            }
            Kind::Enumeration { .. } => self.enumeration(shape),
            _ => self.add(Fault::Type),
        }
    }

    /// A key is a string whatever is done to it.
    fn key(&mut self, shape: &'static Shape, rules: &Rules) {
        for constraint in Under::of(rules).constraints {
            self.add(Fault::Constraint(constraint));
        }
        if let Kind::Newtype { member } = shape.kind()
            && let Some(inner) = member.shape()
        {
            self.key(inner, &member.rules().iter().collect());
        }
    }

    fn member(&mut self, member: &'static Member) {
        if let Some(shape) = member.shape().filter(|_| !member.is_opaque()) {
            self.value(shape, &member.rules().iter().collect());
        }
    }

    fn tuple(&mut self, members: &'static [Member]) {
        for member in members.iter().filter(|it| !it.is_off_wire()) {
            self.at(Step::Member(member.name()), |walk| walk.member(member));
        }
    }

    fn members(&mut self, members: &'static [Member]) {
        for member in members.iter().filter(|it| !it.is_off_wire()) {
            if member.is_flattened() {
                self.flattened(member);
                continue;
            }
            self.at(Step::Member(member.name()), |walk| {
                if !is_optional(member) {
                    walk.add(Fault::Missing);
                }
                if !member.aliases().is_empty() {
                    walk.add(Fault::Twice);
                }
                walk.member(member);
            });
        }
    }

    fn flattened(&mut self, member: &'static Member) {
        match member.shape().map(Shape::kind) {
            Some(Kind::Structure { members, .. }) => self.members(members),
            Some(Kind::Newtype { member }) => self.flattened(member),
            Some(Kind::Map { key, value }) => {
                let under = Under::of(&member.rules().iter().collect());
                self.at(Step::Key, |walk| walk.key(key.get(), &under.keys));
                self.at(Step::Value, |walk| walk.value(value.get(), &under.values));
            }
            _ => {}
        }
    }

    fn enumeration(&mut self, shape: &'static Shape) {
        let Kind::Enumeration { tagging, variants } = shape.kind() else { return };
        let is_told = *tagging != Tagging::Untagged && !variants.iter().any(Variant::is_untagged);
        if is_told && !variants.iter().any(Variant::is_other) {
            self.add(Fault::Variant);
        }
        if is_told {
            self.add(Fault::Type);
        }
        // Of those without a tag another may fit.
        let told = variants.iter().filter(|it| !it.is_untagged() && !it.is_off_wire());
        for variant in told.filter(|_| *tagging != Tagging::Untagged) {
            self.at(Step::Variant(variant.name()), |walk| match variant.content() {
                Content::Newtype(member) => walk.held(member, *tagging),
                Content::Tuple(members) => {
                    walk.add(Fault::Count);
                    walk.tuple(members);
                }
                Content::Structure(members) => walk.members(members),
                _ => {}
            });
        }
    }

    /// Beside a tag there is nothing but members.
    fn held(&mut self, member: &'static Member, tagging: Tagging) {
        match tagging {
            Tagging::Internal { .. } => self.flattened(member),
            _ => self.member(member),
        }
    }
}

/// The constraints among rules that stand there always, those of aliases too.
pub(super) fn constraints(rules: &Rules) -> Vec<&'static Constraint> {
    let of = |rule: &&'static Rule| match rule {
        Rule::Constraint { constraint, .. } => vec![constraint],
        Rule::Apply { rules, .. } => constraints(&rules.iter().collect()),
        _ => Vec::new(),
    };
    rules.iter().flat_map(of).filter(|it| !matches!(it, Constraint::Equals { .. })).collect()
}
