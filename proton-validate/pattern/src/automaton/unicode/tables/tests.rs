//! The tables are those of `regex-syntax`, which has them from Unicode's files and which
//! the engine uses. `TABLES=overwrite cargo test -p proton-validate-pattern --features
//! compile unicode` writes them anew.

extern crate std;

use super::*;
use crate::syntax::{Property, every_property};
use alloc::{format, string::String};
use core::fmt::Write as _;
use regex_syntax::hir::{self, HirKind};
use std::{env, fs};

/// Where the tables come from, and their licence.
const HEAD: &str = "\
# From the Unicode Character Database 16.0.0. Copyright 1991-2024 Unicode, Inc.
# Licence: https://www.unicode.org/license.txt (Unicode-3.0)
";

/// What a property is called in the tables, and by `regex-syntax`.
fn name(property: Property) -> String {
    match property {
        Property::GeneralCategory(name) => format!("gc={name}"),
        Property::Script(name) => format!("sc={name}"),
        Property::ScriptExtensions(name) => format!("scx={name}"),
        Property::Binary(name) => name.into(),
        Property::LetterOrDigit => unreachable!("it is two"),
    }
}

/// What `regex-syntax` says.
fn expected(name: &str) -> Vec<CodePointRange> {
    match regex_syntax::parse(&format!(r"[\p{{{name}}}]")).unwrap().kind() {
        HirKind::Class(hir::Class::Unicode(class)) => class.iter().map(range).collect(),
        // A class of one character is a literal there.
        HirKind::Literal(literal) => {
            let text = core::str::from_utf8(&literal.0).unwrap();
            text.chars().map(|it| CodePointRange::one(it.into())).collect()
        }
        other => panic!("{name}: {other:?}"),
    }
}

fn range(range: &hir::ClassUnicodeRange) -> CodePointRange {
    CodePointRange::new(range.start().into(), range.end().into())
}

fn line(name: &str) -> String {
    let (mut line, mut next) = (String::from(name), 0);
    for CodePointRange { first, last } in expected(name) {
        write!(line, " {:X} {:X}", first - next, last - first).unwrap();
        next = last + 1;
    }
    line + "\n"
}

#[test]
fn every_property_is_as_regex_syntax_has_it() {
    if env::var_os("TABLES").is_some_and(|it| it == "overwrite") {
        let lines = every_property().map(|property| line(&name(property)));
        let text: String = [HEAD.into()].into_iter().chain(lines).collect();
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/automaton/unicode/tables.txt");
        return fs::write(file, text).unwrap();
    }
    for property in every_property() {
        let name = name(property);
        assert_eq!(ranges(&name), Some(expected(&name)), "{name}");
    }
}

#[test]
fn a_name_is_not_the_beginning_of_another() {
    assert_eq!(ranges("Cased"), Some(expected("Cased")));
    assert_eq!((ranges("Case"), ranges("")), (None, None));
}
