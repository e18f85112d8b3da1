//! From the tree back to text, in what ECMA-262 itself takes with the flag `u`.
//!
//! The dialect is a lenient superset, so what was written need not be a pattern
//! to a strict reader. Here every part that is strict already stays as it was
//! written, and what is not is spelled in the plainest way that engines share:
//! `[^\s\S]` for `[]`, `[\s\S]` for `[^]`, no names that only Java knows.

mod strict;

use alloc::{borrow::ToOwned, format, string::String};
use core::fmt::{self, Write as _};

use crate::{
    brackets::Brackets,
    compile::Mode,
    syntax::{
        Assertion, Class, ClassItem, CodePointRange, Direction, Group, GroupKind, Look, Node,
        NodeKind, Property, Repeat, Tree,
    },
};

/// What is special outside a class (`SyntaxCharacter`).
const SYNTAX: &str = r"^$\.*+?()[]{}|";

/// What is written with a `\` inside a class, also for engines whose classes hold
/// others.
const SYNTAX_IN_CLASS: &str = r"^\[]-";

/// The pattern as one that is searched for, in strict syntax.
///
/// # Examples
///
/// ```
/// use proton_validate_pattern::{Mode, ecma, syntax::parse};
///
/// let strict = |source| Ok::<_, proton_validate_pattern::Error>(ecma(&parse(source)?, Mode::Search));
/// assert_eq!(strict(r"^[\w.\-]+\/\d$")?, r"^[\w.\-]+\/\d$");
/// assert_eq!(strict(r"^\p{Print}\_[\s-_]]$")?, r"^[ -~]_[\t-\r \-_\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]\]$");
/// assert_eq!(ecma(&parse("a|b")?, Mode::Full), "^(?:a|b)$");
/// # Ok::<(), proton_validate_pattern::Error>(())
/// ```
pub fn ecma(tree: &Tree, mode: Mode) -> String {
    let mut writer = Writer { source: tree.source(), out: String::new() };
    writer.node(tree.root());
    match mode {
        Mode::Full => format!("^(?:{})$", writer.out),
        Mode::Anchored | Mode::Search => writer.out,
    }
}

struct Writer<'t> {
    source: &'t str,
    out: String,
}

impl Writer<'_> {
    fn node(&mut self, node: &Node) {
        match &node.kind {
            NodeKind::Empty => {}
            NodeKind::Literal(character) => self.literal(node, *character),
            NodeKind::Class(class) => self.class(node, class),
            NodeKind::Assertion(assertion) => self.assertion(*assertion),
            NodeKind::Look(look) => self.look(look),
            NodeKind::Group(group) => self.group(group),
            NodeKind::Repeat(repeat) => self.repeat(repeat),
            NodeKind::Concat(items) => items.iter().for_each(|item| self.node(item)),
            NodeKind::Alternation(branches) => self.alternation(branches),
        }
    }

    /// What was written for a part.
    fn written(&self, node: &Node) -> &str {
        self.source.get(node.span.start..node.span.end).unwrap_or_default()
    }

    fn literal(&mut self, node: &Node, character: char) {
        let written = self.written(node);
        if strict::is_escape(written, SYNTAX) {
            let written = written.to_owned();
            self.out.push_str(&written);
        } else {
            self.character(character.into(), SYNTAX);
        }
    }

    fn assertion(&mut self, assertion: Assertion) {
        self.out.push_str(match assertion {
            Assertion::Start => "^",
            Assertion::End => "$",
            Assertion::WordBoundary => r"\b",
            Assertion::NotWordBoundary => r"\B",
        });
    }

    fn look(&mut self, look: &Look) {
        self.out.push_str(match (look.direction, look.negated) {
            (Direction::Ahead, false) => "(?=",
            (Direction::Ahead, true) => "(?!",
            (Direction::Behind, false) => "(?<=",
            (Direction::Behind, true) => "(?<!",
        });
        self.node(&look.node);
        self.out.push(')');
    }

    /// Names of groups go: they may be given twice here, and say nothing about
    /// what matches.
    fn group(&mut self, group: &Group) {
        self.out.push_str(match group.kind {
            GroupKind::Capturing => "(",
            GroupKind::NonCapturing | GroupKind::Named(_) => "(?:",
        });
        self.node(&group.node);
        self.out.push(')');
    }

    fn repeat(&mut self, repeat: &Repeat) {
        self.node(&repeat.node);
        match (repeat.min, repeat.max) {
            (0, None) => self.out.push('*'),
            (1, None) => self.out.push('+'),
            (0, Some(1)) => self.out.push('?'),
            (min, None) => self.write(format_args!("{{{min},}}")),
            (min, Some(max)) if min == max => self.write(format_args!("{{{min}}}")),
            (min, Some(max)) => self.write(format_args!("{{{min},{max}}}")),
        }
    }

    fn alternation(&mut self, branches: &[Node]) {
        for (index, branch) in branches.iter().enumerate() {
            if index > 0 {
                self.out.push('|');
            }
            self.node(branch);
        }
    }

    fn class(&mut self, node: &Node, class: &Class) {
        let written = self.written(node);
        if strict::is_class(written, class) {
            let written = written.to_owned();
            self.out.push_str(&written);
            return;
        }
        if let (Some((property, negated)), true) = (only_property(class), written.starts_with('\\'))
        {
            self.property(property, negated);
            return;
        }
        let ranges = class.listed();
        match (ranges.is_empty() && class.properties() == 0, class.negated) {
            (true, false) => self.out.push_str(r"[^\s\S]"),
            (true, true) => self.out.push_str(r"[\s\S]"),
            (false, false) if class.scalars().is_some_and(|its| its == everything()) => {
                self.out.push_str(r"[\s\S]");
            }
            (false, negated) => self.bracketed(negated, &ranges, &class.items),
        }
    }

    fn character(&mut self, code_point: u32, syntax: &str) {
        match char::from_u32(code_point) {
            Some(plain @ ' '..='~') => {
                if syntax.contains(plain) {
                    self.out.push('\\');
                }
                self.out.push(plain);
            }
            Some('\t') => self.out.push_str(r"\t"),
            Some('\n') => self.out.push_str(r"\n"),
            Some('\r') => self.out.push_str(r"\r"),
            _ if code_point < 0x80 => self.write(format_args!(r"\x{code_point:02X}")),
            Some(letter) if letter.is_alphabetic() => self.out.push(letter),
            _ if code_point < 0x1_0000 => self.write(format_args!(r"\u{code_point:04X}")),
            _ => self.write(format_args!(r"\u{{{code_point:X}}}")),
        }
    }

    fn write(&mut self, arguments: fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.out.write_fmt(arguments);
    }
}

impl Brackets for Writer<'_> {
    fn out(&mut self) -> &mut String {
        &mut self.out
    }

    fn range(&mut self, range: CodePointRange) {
        self.character(range.first, SYNTAX_IN_CLASS);
        if range.last > range.first + 1 {
            self.out.push('-');
        }
        if range.last > range.first {
            self.character(range.last, SYNTAX_IN_CLASS);
        }
    }

    fn property(&mut self, property: Property, negated: bool) {
        let p = if negated { 'P' } else { 'p' };
        match property {
            Property::GeneralCategory(name) | Property::Binary(name) => {
                self.write(format_args!(r"\{p}{{{name}}}"));
            }
            Property::Script(name) => self.write(format_args!(r"\{p}{{Script={name}}}")),
            Property::ScriptExtensions(name) => {
                self.write(format_args!(r"\{p}{{Script_Extensions={name}}}"));
            }
            Property::LetterOrDigit if negated => self.out.push_str(NEITHER_LETTER_NOR_DIGIT),
            Property::LetterOrDigit => self.out.push_str(r"\p{L}\p{Nd}"),
        }
    }
}

/// Everything but letters and decimal digits, inside a class: the general
/// categories that are neither.
const NEITHER_LETTER_NOR_DIGIT: &str = r"\p{M}\p{Nl}\p{No}\p{P}\p{S}\p{Z}\p{C}";

/// The property that is all of a class. Letters and digits are two.
fn only_property(class: &Class) -> Option<(Property, bool)> {
    match class.items.as_slice() {
        [ClassItem::Property { property, negated }] if *property != Property::LetterOrDigit => {
            Some((*property, *negated))
        }
        _ => None,
    }
}

fn everything() -> [CodePointRange; 2] {
    [CodePointRange::new(0, 0xD7FF), CodePointRange::new(0xE000, 0x10_FFFF)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    fn strict(source: &str) -> String {
        ecma(&parse(source).unwrap(), Mode::Search)
    }

    #[test]
    fn what_is_strict_stays_as_it_was_written() {
        for source in [
            "",
            "^a|b$",
            r"^[\w+=,.@-]{1,512}$",
            r"^[0-9A-Za-z]+[0-9A-Za-z_\-]*$",
            r"^arn:(aws|aws-cn):iam::\d{12}:role\/x$",
            r"\x41\u0041\u{1F409}\cA\0\t",
            r"^(?=.*[a-z])(?!b)(?<=c)(?<!d)\bx\B$",
            r"[^\d\-\]\[b-d]",
            "^[!-~]*[a&~]$",
            r"[-a]|[a-]|[\b]|[\d-]|[\cA-\cC]",
            "é.🐉",
            r"a{2,}b{3}c?d{4,5}",
        ] {
            assert_eq!(strict(source), source);
        }
    }

    #[test]
    fn what_only_some_readers_take_is_written_anew() {
        for (source, expected) in [
            (r"\-\_\ \@", "-_ @"),
            ("a]}{b", r"a\]\}\{b"),
            ("[a[b]", r"[\[ab]"),
            (
                r"[\s-_]\p{Alnum}",
                concat!(
                    r"[\t-\r \-_\u00A0\u1680\u2000-\u200A\u2028\u2029",
                    r"\u202F\u205F\u3000\uFEFF][0-9A-Za-z]"
                ),
            ),
            (r"[\w-.]", r"[\-.0-9A-Z_a-z]"),
            ("[]|[^]", r"[^\s\S]|[\s\S]"),
            (r"[\uD800]", r"[^\s\S]"),
            ("(?s)^.$", r"^[\s\S]$"),
            (r"\p{IsAlphabetic}\P{Uppercase_Letter}", r"\p{Alphabetic}\P{Lu}"),
            (r"[\p{LD}_]", r"[_\p{L}\p{Nd}]"),
            (r"\p{IsLatin}", r"\p{Script=Latin}"),
            ("(?<a>b)|(?<a>c)", "(?:b)|(?:c)"),
            ("a+?b*?", "a+b*"),
            ("[a~~&]", "[&a~]"),
        ] {
            assert_eq!(strict(source), expected, "{source}");
        }
    }

    #[test]
    fn the_whole_text_is_written_out() {
        let tree = parse("(?s)a|.").unwrap();
        assert_eq!(ecma(&tree, Mode::Full), r"^(?:a|[\s\S])$");
    }

    /// What is written is read as the same tree, but for what makes no difference.
    #[test]
    fn it_is_a_fixed_point() {
        for source in [r"[\s-_]x\-", "a]", r"\p{LD}[^\p{Lu}-]", "[a[b]", r"[^\w-.]"] {
            let once = strict(source);
            assert_eq!(strict(&once), once, "{source}");
        }
    }
}
