//! Sets of characters as types of the runtime that LLVM vectorises: comparisons
//! of bytes, joined without branches. The same set is the same type wherever it
//! stands, so that rustc makes code for it once.

use proc_macro2::{Literal, TokenStream};
use proton_validate_pattern::runs::Set;
use quote::quote;

/// A comparison of a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Test {
    Is(u8),
    /// From the first to the last.
    Range(u8, u8),
    /// From the first to the last, but for the one in between.
    Holed(u8, u8, u8),
    /// Small letters from the first to the last, and the same in capitals.
    Letters(u8, u8),
}

/// The class of `set`. Its types are named as `run::..`.
pub(super) fn class(set: &Set) -> TokenStream {
    let wide = set.ranges().iter().filter(|range| range.last >= 0x80).map(|range| {
        let first = Literal::u32_unsuffixed(range.first.max(0x80));
        let last = Literal::u32_unsuffixed(range.last);
        quote!(run::Wide::<#first, #last>)
    });
    let ascii = ascii(set);
    union(ascii.into_iter().chain(wide)).unwrap_or_else(|| quote!(run::Nothing))
}

/// The class of the ASCII characters of `set`, if there are any.
fn ascii(set: &Set) -> Option<TokenStream> {
    let members: Vec<bool> = (0..0x80).map(|code_point| set.has(code_point)).collect();
    let others: Vec<bool> = members.iter().map(|member| !member).collect();
    let (tests, excluded) = (tests(&members), tests(&others));
    if !tests.is_empty() && cost(&excluded) + 2 < cost(&tests) {
        let excluded = union(excluded.iter().map(|test| test.tokens()));
        let excluded = excluded.unwrap_or_else(|| quote!(run::Nothing));
        return Some(quote!(run::Without(run::Range::<0, 127>, #excluded)));
    }
    union(tests.iter().map(|test| test.tokens()))
}

fn union(classes: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    classes.reduce(|all, class| quote!(run::Or(#all, #class)))
}

/// The cheapest tests whose union is `members`.
fn tests(members: &[bool]) -> Vec<Test> {
    let plain = ranges(members, |_| true);
    let Some(letters) = letters(members) else {
        return plain;
    };
    let folded = |byte: u8| letters.covers(byte);
    let mut with_letters = ranges(members, |byte| !folded(byte));
    with_letters.push(letters);
    if cost(&with_letters) < cost(&plain) { with_letters } else { plain }
}

/// The ranges of `members` that have one that is `needed`.
fn ranges(members: &[bool], needed: impl Fn(u8) -> bool) -> Vec<Test> {
    let mut out = Vec::new();
    let mut bytes = (0..0x80_u8).filter(|byte| members[usize::from(*byte)]).peekable();
    while let Some(first) = bytes.next() {
        let mut last = first;
        while let Some(next) = bytes.next_if(|next| *next == last + 1) {
            last = next;
        }
        // Only as much of it as is needed.
        let needed = || (first..=last).filter(|byte| needed(*byte));
        if let (Some(first), Some(last)) = (needed().next(), needed().next_back()) {
            push(&mut out, first, last);
        }
    }
    out
}

/// Adds a range; two that are one byte apart are one with a hole.
fn push(out: &mut Vec<Test>, first: u8, last: u8) {
    match out.last_mut() {
        Some(Test::Range(start, end)) if first < last && *end + 2 == first => {
            let (start, hole) = (*start, *end + 1);
            out.pop();
            out.push(Test::Holed(start, last, hole));
        }
        _ if first == last => out.push(Test::Is(first)),
        _ => out.push(Test::Range(first, last)),
    }
}

/// The letters that are there in both cases, if they are one range.
fn letters(members: &[bool]) -> Option<Test> {
    let both = |byte: &u8| members[usize::from(*byte)] && members[usize::from(*byte - 0x20)];
    let first = (b'a'..=b'z').find(both)?;
    let last = (b'a'..=b'z').rfind(both)?;
    (first..=last).all(|byte| both(&byte)).then_some(Test::Letters(first, last))
}

/// The instructions it takes.
fn cost(tests: &[Test]) -> usize {
    let instructions = |test: &Test| match test {
        Test::Is(_) => 2,
        Test::Range(..) => 4,
        Test::Letters(..) => 5,
        Test::Holed(..) => 6,
    };
    tests.iter().map(instructions).sum()
}

impl Test {
    fn covers(self, byte: u8) -> bool {
        match self {
            Self::Is(only) => byte == only,
            Self::Range(first, last) => (first..=last).contains(&byte),
            Self::Holed(first, last, hole) => (first..=last).contains(&byte) && byte != hole,
            Self::Letters(first, last) => {
                byte.is_ascii_alphabetic() && (first..=last).contains(&(byte | 0x20))
            }
        }
    }

    fn tokens(self) -> TokenStream {
        let byte = Literal::u8_unsuffixed;
        match self {
            Self::Is(only) => {
                let only = byte(only);
                quote!(run::Is::<#only>)
            }
            Self::Range(first, last) => {
                let (first, last) = (byte(first), byte(last));
                quote!(run::Range::<#first, #last>)
            }
            Self::Holed(first, last, hole) => {
                let (range, hole) = (Self::Range(first, last).tokens(), Self::Is(hole).tokens());
                quote!(run::Without(#range, #hole))
            }
            Self::Letters(first, last) => {
                let (first, last) = (byte(first), byte(last));
                quote!(run::Letters::<#first, #last>)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(range: &str) -> Vec<bool> {
        (0..0x80_u8).map(|byte| range.as_bytes().contains(&byte)).collect()
    }

    #[test]
    fn letters_in_both_cases_are_one_test() {
        let word: String = ('a'..='z').chain('A'..='Z').chain('0'..='9').chain(['_']).collect();
        let found = tests(&members(&word));
        let expected = [Test::Range(b'0', b'9'), Test::Is(b'_'), Test::Letters(b'a', b'z')];
        assert_eq!(found, expected);
    }

    #[test]
    fn tests_cover_what_they_should() {
        for text in [
            "",
            "a",
            "az",
            "abcABC",
            "aA",
            "xyzXYZ@[`{",
            "abdABD",
            "0123456789abcdefABCDEF",
            "+,-.0123=",
            "abdefhij",
        ] {
            let found = tests(&members(text));
            for byte in 0..0x80_u8 {
                let covered = found.iter().any(|test| test.covers(byte));
                assert_eq!(covered, text.as_bytes().contains(&byte), "{text} {byte} {found:?}");
            }
        }
    }
}
