//! What the name of a property stands for.

use alloc::{format, string::String, vec::Vec};

use super::{
    ast::Property,
    ranges::CodePointRange,
    tables::{BINARY, GENERAL_CATEGORIES, JAVA, JAVA_IS, SCRIPTS},
};

/// `\d`
pub(super) const DIGIT: &[CodePointRange] = &[CodePointRange::new(0x30, 0x39)];

/// `\w`
pub(super) const WORD: &[CodePointRange] = &[
    CodePointRange::new(0x30, 0x39),
    CodePointRange::new(0x41, 0x5A),
    CodePointRange::one(0x5F),
    CodePointRange::new(0x61, 0x7A),
];

/// `\s`: `WhiteSpace` and `LineTerminator` of ECMA-262, 12.2 and 12.3.
pub(super) const SPACE: &[CodePointRange] = &[
    CodePointRange::new(0x09, 0x0D),
    CodePointRange::one(0x20),
    CodePointRange::one(0xA0),
    CodePointRange::one(0x1680),
    CodePointRange::new(0x2000, 0x200A),
    CodePointRange::new(0x2028, 0x2029),
    CodePointRange::one(0x202F),
    CodePointRange::one(0x205F),
    CodePointRange::one(0x3000),
    CodePointRange::one(0xFEFF),
];

/// What `.` excludes: `LineTerminator` of ECMA-262, 12.3.
pub(super) const LINE_TERMINATORS: &[CodePointRange] =
    &[CodePointRange::one(0x0A), CodePointRange::one(0x0D), CodePointRange::new(0x2028, 0x2029)];

/// `\p{Any}`
const ALL: &[CodePointRange] = &[CodePointRange::all()];

/// `\p{ASCII}`
const ASCII: &[CodePointRange] = &[CodePointRange::new(0x00, 0x7F)];

/// `\p{Cs}`
const SURROGATES: &[CodePointRange] = &[CodePointRange::new(0xD800, 0xDFFF)];

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// These code points, whatever Unicode's version.
    Ranges(&'static [CodePointRange]),
    /// A property of Unicode.
    Property(Property),
    /// Everything without a property of Unicode.
    Not(Property),
}

/// The meaning of what stands in the braces of `\p{…}`.
///
/// ECMA-262's names are exact, and come first: `\p{Lower}` is Unicode's
/// lower case, as in ECMA-262, although Java's is ASCII.
pub(super) fn resolve(name: &str) -> Option<Meaning> {
    if let Some((key, value)) = name.split_once('=') {
        return resolve_pair(key, value);
    }
    general_category(name)
        .or_else(|| special(name))
        .or_else(|| binary(name).map(Meaning::Property))
        .or_else(|| java(name))
}

fn resolve_pair(key: &str, value: &str) -> Option<Meaning> {
    match key {
        "General_Category" | "gc" => general_category(value),
        "Script" | "sc" => script(value).map(Property::Script).map(Meaning::Property),
        "Script_Extensions" | "scx" => {
            script(value).map(Property::ScriptExtensions).map(Meaning::Property)
        }
        _ => None,
    }
}

fn general_category(name: &str) -> Option<Meaning> {
    let (short, _) = GENERAL_CATEGORIES
        .iter()
        .find(|(short, aliases)| *short == name || aliases.contains(&name))?;
    Some(match *short {
        "Cs" => Meaning::Ranges(SURROGATES),
        short => Meaning::Property(Property::GeneralCategory(short)),
    })
}

/// The properties of ECMA-262 that are simpler than a property.
fn special(name: &str) -> Option<Meaning> {
    match name {
        "Any" => Some(Meaning::Ranges(ALL)),
        "ASCII" => Some(Meaning::Ranges(ASCII)),
        "Assigned" => Some(Meaning::Not(Property::GeneralCategory("Cn"))),
        _ => None,
    }
}

fn binary(name: &str) -> Option<Property> {
    let (long, _) = BINARY.iter().find(|(long, short)| *long == name || *short == name)?;
    Some(Property::Binary(long))
}

fn script(name: &str) -> Option<&'static str> {
    let known = |(long, short): &&(&str, &str)| *long == name || *short == name;
    SCRIPTS.iter().find(known).map(|(long, _)| *long)
}

/// Java's names that ECMA-262 does not have.
fn java(name: &str) -> Option<Meaning> {
    if name == "LD" {
        return Some(Meaning::Property(Property::LetterOrDigit));
    }
    if let Some((_, ranges)) = JAVA.iter().find(|(java, _)| *java == name) {
        return Some(Meaning::Ranges(ranges));
    }
    let name = name.strip_prefix("Is")?;
    let own = JAVA_IS.iter().find(|(java, _)| *java == name);
    own.map(|(_, property)| Meaning::Property(*property))
        .or_else(|| general_category(name))
        .or_else(|| special(name).filter(|_| name == "Assigned"))
        .or_else(|| script(name).map(Property::Script).map(Meaning::Property))
}

/// The known name that is most like an unknown one.
pub(super) fn nearest(name: &str) -> Option<String> {
    const LONGEST: usize = 64;
    if name.len() > LONGEST {
        return None;
    }
    let (key, value) = name.split_once('=').unwrap_or(("", name));
    let (script_prefix, only_scripts) = match plain(key).as_str() {
        "" | "gc" | "generalcategory" => ("Script=", false),
        "sc" | "script" => ("Script=", true),
        "scx" | "scriptextensions" => ("Script_Extensions=", true),
        _ => return None,
    };
    let wanted = plain(value.strip_prefix("Is").unwrap_or(value));
    let others = single_names().filter(|_| !only_scripts).map(|name| ("", name));
    let scripts = SCRIPTS.iter().flat_map(|(long, short)| [*long, *short]);
    let all = others.chain(scripts.map(|name| (script_prefix, name)));
    let scored = all.map(|(prefix, name)| (distance(&wanted, &plain(name)), prefix, name));
    let (distance, prefix, name) = scored.min_by_key(|(distance, ..)| *distance)?;
    (distance * 3 <= wanted.len()).then(|| format!("{prefix}{name}"))
}

/// Every name that stands alone.
fn single_names() -> impl Iterator<Item = &'static str> {
    let categories = GENERAL_CATEGORIES.iter();
    let categories = categories.flat_map(|(short, long)| long.iter().chain([short]).copied());
    let binary = BINARY.iter().flat_map(|(long, short)| [*long, *short]);
    let special = ["Any", "ASCII", "Assigned"].into_iter();
    categories.chain(binary).chain(special).chain(JAVA.iter().map(|(name, _)| *name))
}

/// The letters and digits of a name, in lower case.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

/// How many letters to insert, drop or change (Levenshtein).
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in to.bytes().enumerate() {
            let changed = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[to.len()]
}

/// Every property that Unicode's tables are asked for.
#[cfg(test)]
pub(crate) fn every_property() -> impl Iterator<Item = Property> {
    let categories = GENERAL_CATEGORIES.iter().map(|(short, _)| *short);
    let categories = categories.filter(|it| *it != "Cs").map(Property::GeneralCategory);
    let binary = BINARY.iter().map(|(long, _)| Property::Binary(long));
    let mut scripts: Vec<_> = SCRIPTS.iter().map(|(long, _)| *long).collect();
    scripts.dedup();
    let scripts = scripts.into_iter();
    let scripts = scripts.flat_map(|it| [Property::Script(it), Property::ScriptExtensions(it)]);
    categories.chain(binary).chain(scripts)
}

/// Every name there is, as it stands in the braces.
#[cfg(test)]
fn every_name() -> Vec<String> {
    let categories = GENERAL_CATEGORIES.iter();
    let categories = categories.flat_map(|(short, long)| long.iter().chain([short]));
    let pairs = categories.map(|name| format!("gc={name}"));
    let scripts = SCRIPTS.iter().flat_map(|(long, short)| [*long, *short]);
    let scripts = scripts.flat_map(|name| [format!("sc={name}"), format!("scx={name}")]);
    let java = JAVA_IS.iter().map(|(name, _)| format!("Is{name}"));
    let single = single_names().map(String::from);
    single.chain(pairs).chain(scripts).chain(java).chain(["LD".into()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(feature = "regex")]
    use alloc::borrow::ToOwned as _;

    #[test]
    fn every_name_resolves() {
        for name in every_name() {
            assert!(resolve(&name).is_some(), "{name}");
        }
    }

    #[cfg(feature = "regex")]
    #[test]
    fn every_name_builds_in_the_room_that_was_foreseen() {
        for name in every_name() {
            for letter in ["p", "P"] {
                let source = format!(r"\{letter}{{{name}}}");
                let tree = crate::syntax::parse(&source).unwrap();
                let size = usize::try_from(crate::size(&tree)).unwrap();
                let translated = crate::translate(&tree, crate::Mode::Full).unwrap();
                let mut builder = regex::RegexBuilder::new(&translated);
                let regex = builder.size_limit(size).build().unwrap();
                agrees(&tree, &regex);
            }
        }
    }

    /// Checks the ends of all ranges of a class against the engine.
    #[cfg(feature = "regex")]
    fn agrees(tree: &crate::syntax::Tree, regex: &regex::Regex) {
        use crate::syntax::NodeKind;
        let NodeKind::Class(class) = &tree.root().kind else { panic!("{}", tree.source()) };
        for range in crate::automaton::code_points(class).unwrap() {
            let outside = [range.first.wrapping_sub(1), range.last + 1];
            let inside = [range.first, range.last];
            for (code_points, expected) in [(outside, false), (inside, true)] {
                for character in code_points.into_iter().filter_map(char::from_u32) {
                    let text = character.encode_utf8(&mut [0; 4]).to_owned();
                    assert_eq!(regex.is_match(&text), expected, "{} {text:?}", tree.source());
                }
            }
        }
    }

    #[test]
    fn ecma_names_come_before_javas() {
        let lower = Meaning::Property(Property::Binary("Lowercase"));
        assert_eq!(resolve("Lower"), Some(lower));
        let punctuation = Meaning::Property(Property::GeneralCategory("P"));
        assert_eq!(resolve("punct"), Some(punctuation));
    }

    #[test]
    fn names_are_exact() {
        for name in ["lu", "alphabetic", "Greek", "script=Greek", "sc=", "=Lu", "", "Script=greek"]
        {
            assert_eq!(resolve(name), None, "{name}");
        }
    }

    #[test]
    fn distances_count_edits() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "ab"), 2);
        assert_eq!(distance("ab", "ab"), 0);
    }

    #[test]
    fn java_has_a_name_for_what_is_assigned_only() {
        assert!(crate::syntax::parse(r"\p{IsAssigned}").is_ok());
        assert!(
            crate::syntax::parse(r"\p{IsAny}").is_err()
                && crate::syntax::parse(r"\p{IsASCII}").is_err()
        );
    }
}
