//! Classes in brackets, which every syntax that is written here has.

use alloc::string::String;

use crate::syntax::{ClassItem, CodePointRange, Property};

/// A syntax with classes in brackets, and how it writes what stands in them.
pub(crate) trait Brackets {
    /// What was written so far.
    fn out(&mut self) -> &mut String;

    /// Writes a range.
    fn range(&mut self, range: CodePointRange);

    /// Writes a property.
    fn property(&mut self, property: Property, negated: bool);

    /// Writes a class of ranges and of the properties among `items`.
    fn bracketed(&mut self, negated: bool, ranges: &[CodePointRange], items: &[ClassItem]) {
        self.out().push_str(if negated { "[^" } else { "[" });
        for range in ranges {
            self.range(*range);
        }
        for item in items {
            if let ClassItem::Property { property, negated } = item {
                self.property(*property, *negated);
            }
        }
        self.out().push(']');
    }
}
