//! The scalar values of a class, with Unicode's tables where it takes them.

mod tables;

use alloc::{format, vec::Vec};

use crate::syntax::{
    Class, ClassItem, CodePointRange, Error, ErrorKind, Property, Span, complement, normalize,
    without_surrogates,
};

/// The last code point below the surrogates, and the last surrogate.
const BELOW_SURROGATES: u32 = 0xD7FF;
const LAST_SURROGATE: u32 = 0xDFFF;

/// The code points of a class, sorted and merged.
///
/// No text has surrogates, so they go with U+D7FF: a set that has what is
/// below and above is one range then, and the alphabet one class smaller.
pub(crate) fn code_points(class: &Class) -> Result<Vec<CodePointRange>, Error> {
    let scalars = match class.scalars() {
        Some(scalars) => scalars,
        None => with_properties(class)?,
    };
    let extended = scalars.into_iter().map(|range| match range.last {
        BELOW_SURROGATES => CodePointRange::new(range.first, LAST_SURROGATE),
        _ => range,
    });
    Ok(normalize(extended.collect()))
}

/// About how many steps that takes.
pub(super) fn cost(class: &Class) -> usize {
    /// Of the table of a property, read and merged.
    const PROPERTY: usize = 12_000;
    /// Of a range.
    const RANGE: usize = 16;
    RANGE * class.items.len() + PROPERTY * class.properties()
}

fn with_properties(class: &Class) -> Result<Vec<CodePointRange>, Error> {
    let mut ranges = class.listed();
    for item in &class.items {
        if let ClassItem::Property { property, negated } = item {
            ranges.extend(table(*property, *negated)?);
        }
    }
    let ranges = normalize(ranges);
    Ok(without_surrogates(&if class.negated { complement(&ranges) } else { ranges }))
}

/// The scalar values that have a property, or that do not.
fn table(property: Property, negated: bool) -> Result<Vec<CodePointRange>, Error> {
    let ranges = having(property).ok_or_else(|| unknown(property))?;
    Ok(if negated { complement(&ranges) } else { ranges })
}

fn having(property: Property) -> Option<Vec<CodePointRange>> {
    match property {
        Property::GeneralCategory(name) => tables::ranges(&format!("gc={name}")),
        Property::Script(name) => tables::ranges(&format!("sc={name}")),
        Property::ScriptExtensions(name) => tables::ranges(&format!("scx={name}")),
        Property::Binary(name) => tables::ranges(name),
        Property::LetterOrDigit => {
            let letters = tables::ranges("gc=L")?.into_iter();
            Some(normalize(letters.chain(tables::ranges("gc=Nd")?).collect()))
        }
    }
}

/// Names that are read are in the tables; a test asks for all.
fn unknown(property: Property) -> Error {
    let message = format!("{property:?} is not in the Unicode tables");
    Error::new(ErrorKind::UnknownProperty, Span { start: 0, end: 0 }, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::{NodeKind, parse};

    fn of(pattern: &str) -> Vec<CodePointRange> {
        match &parse(pattern).unwrap().root().kind {
            NodeKind::Class(class) => code_points(class).unwrap(),
            other => panic!("{pattern}: {other:?}"),
        }
    }

    fn contains(pattern: &str, character: char) -> bool {
        let code = u32::from(character);
        of(pattern).iter().any(|range| (range.first..=range.last).contains(&code))
    }

    #[test]
    fn tables_are_looked_up() {
        assert!(contains(r"\p{Lu}", 'É') && !contains(r"\p{Lu}", 'é'));
        assert!(contains(r"\p{scx=Deva}", '\u{964}'));
        assert!(contains(r"\P{LD}", '½') && !contains(r"\P{LD}", '٣'));
        assert!(contains(r"[^\p{L}\P{Nd}]", '٣') && !contains(r"[^\p{L}\P{Nd}]", '-'));
        assert!(contains(r"\p{Zl}", '\u{2028}') && !contains(r"\p{Zl}", '\u{2029}'));
    }

    #[test]
    fn surrogates_go_with_what_is_below() {
        assert_eq!(of("[^]"), [CodePointRange::all()]);
        assert_eq!(of(r"[\u0020-\uD7FF\uE000-\uFFFD]"), [CodePointRange::new(0x20, 0xFFFD)]);
        assert_eq!(of(r"[\uD800-\uE000]"), [CodePointRange::one(0xE000)]);
        assert_eq!(of(r"[\uD800-\uDFFF]"), []);
    }

    #[test]
    fn a_property_of_surrogates_only_has_no_characters() {
        assert_eq!(of(r"\p{Cs}"), []);
        assert!(contains(r"\P{Cs}", 'a'));
    }
}
