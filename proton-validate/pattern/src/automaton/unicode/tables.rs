//! Unicode's tables, without a crate that has them: those come with an engine, which
//! every build of the macro would pay for.

use alloc::vec::Vec;

use crate::syntax::CodePointRange;

/// A property a line: its name, then by turns how many code points do not have it and
/// how many more than one do, in hexadecimal. Lines that start with `#` are comments.
const TABLES: &str = include_str!("tables.txt");

/// The scalar values with a property, whose name is as in the tables.
pub(super) fn ranges(name: &str) -> Option<Vec<CodePointRange>> {
    let line = |line: &'static str| line.strip_prefix(name)?.strip_prefix(' ');
    let numbers = TABLES.lines().find_map(line)?.split(' ');
    let mut numbers = numbers.filter_map(|number| u32::from_str_radix(number, 16).ok());
    let (mut ranges, mut next) = (Vec::new(), 0);
    while let (Some(without), Some(more)) = (numbers.next(), numbers.next()) {
        let first = next + without;
        next = first + more + 1;
        ranges.push(CodePointRange::new(first, first + more));
    }
    Some(ranges)
}

#[cfg(test)]
mod tests;
