//! From the tree to the syntax of the engine, the `regex` crate.
//!
//! Nothing of the source is copied: every character that is not an ASCII
//! letter or digit is written as its code point and every class is spelled
//! out, so that no extension of the engine's syntax can be hit by accident.

use alloc::{format, string::String};
use core::fmt::{self, Write as _};

use crate::{
    brackets::Brackets,
    compile::Mode,
    syntax::{
        Assertion, Class, CodePointRange, Error, ErrorKind, Group, Look, Node, NodeKind, Property,
        Repeat, Tree,
    },
};

/// The engine's class that matches nothing.
const NOTHING: &str = r"[^\x{0}-\x{10FFFF}]";

/// What the engine is given for `tree`: the same meaning in its own syntax.
///
/// # Errors
///
/// [`ErrorKind::LookAround`], which the engine does not have.
pub fn translate(tree: &Tree, mode: Mode) -> Result<String, Error> {
    let mut translator = Translator { source: tree.source(), out: String::new() };
    translator.node(tree.root())?;
    let out = translator.out;
    Ok(match mode {
        Mode::Full => format!(r"\A(?:{out})\z"),
        Mode::Anchored | Mode::Search => out,
    })
}

struct Translator<'t> {
    source: &'t str,
    out: String,
}

impl Translator<'_> {
    fn node(&mut self, node: &Node) -> Result<(), Error> {
        match &node.kind {
            NodeKind::Empty => self.out.push_str("(?:)"),
            NodeKind::Literal(character) => self.code_point((*character).into()),
            NodeKind::Class(class) => self.class(class),
            NodeKind::Assertion(assertion) => self.assertion(*assertion),
            NodeKind::Look(look) => return Err(self.look(node, look)),
            NodeKind::Group(group) => return self.group(group),
            NodeKind::Repeat(repeat) => return self.repeat(repeat),
            NodeKind::Concat(items) => return items.iter().try_for_each(|item| self.node(item)),
            NodeKind::Alternation(branches) => return self.alternation(branches),
        }
        Ok(())
    }

    fn assertion(&mut self, assertion: Assertion) {
        self.out.push_str(match assertion {
            Assertion::Start => r"\A",
            Assertion::End => r"\z",
            Assertion::WordBoundary => r"(?-u:\b)",
            Assertion::NotWordBoundary => r"(?-u:\B)",
        });
    }

    fn look(&self, node: &Node, look: &Look) -> Error {
        let message = if look.negated {
            "is look-around, which the engine does not have: check what must not be there in \
             a rule of its own beside the pattern"
        } else {
            "is look-around, which the engine does not have: make it a second pattern, or a \
             length constraint if it only counts"
        };
        Error::at(ErrorKind::LookAround, self.source, node.span, message)
    }

    fn group(&mut self, group: &Group) -> Result<(), Error> {
        self.out.push_str("(?:");
        self.node(&group.node)?;
        self.out.push(')');
        Ok(())
    }

    fn alternation(&mut self, branches: &[Node]) -> Result<(), Error> {
        for (index, branch) in branches.iter().enumerate() {
            if index > 0 {
                self.out.push('|');
            }
            self.node(branch)?;
        }
        Ok(())
    }

    fn repeat(&mut self, repeat: &Repeat) -> Result<(), Error> {
        self.node(&repeat.node)?;
        match repeat.max {
            None => self.write(format_args!("{{{},}}", repeat.min)),
            Some(max) => self.write(format_args!("{{{},{max}}}", repeat.min)),
        }
        Ok(())
    }

    fn class(&mut self, class: &Class) {
        match class.scalars() {
            Some(ranges) if ranges.is_empty() => self.out.push_str(NOTHING),
            Some(ranges) => self.bracketed(false, &ranges, &[]),
            None => self.bracketed(class.negated, &class.listed(), &class.items),
        }
    }

    fn code_point(&mut self, code_point: u32) {
        match char::from_u32(code_point) {
            Some(plain) if plain.is_ascii_alphanumeric() => self.out.push(plain),
            _ => self.write(format_args!(r"\x{{{code_point:X}}}")),
        }
    }

    fn write(&mut self, arguments: fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.out.write_fmt(arguments);
    }
}

impl Brackets for Translator<'_> {
    fn out(&mut self) -> &mut String {
        &mut self.out
    }

    fn range(&mut self, range: CodePointRange) {
        self.code_point(range.first);
        if range.last > range.first {
            self.out.push('-');
            self.code_point(range.last);
        }
    }

    fn property(&mut self, property: Property, negated: bool) {
        let p = if negated { 'P' } else { 'p' };
        match property {
            Property::GeneralCategory(name) => self.write(format_args!(r"\{p}{{gc={name}}}")),
            Property::Script(name) => self.write(format_args!(r"\{p}{{sc={name}}}")),
            Property::ScriptExtensions(name) => self.write(format_args!(r"\{p}{{scx={name}}}")),
            Property::Binary(name) => self.write(format_args!(r"\{p}{{{name}}}")),
            Property::LetterOrDigit if negated => self.out.push_str(r"[^\p{gc=L}\p{gc=Nd}]"),
            Property::LetterOrDigit => self.out.push_str(r"\p{gc=L}\p{gc=Nd}"),
        }
    }
}
