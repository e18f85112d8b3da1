//! The violations of a report, one by one.

use core::{fmt, slice};

use super::body::{Body, Pointer, Record};
use crate::violation::Violation;

/// The violations of a [`Report`](super::Report), in order.
///
/// ```
/// use proton_validate::Validate;
///
/// #[derive(Validate)]
/// struct Names(#[each(length(min = 1))] Vec<String>);
///
/// let report = Names(vec![String::new(); 3]).validate().unwrap_err();
/// let violations: proton_validate::Iter<'_> = report.iter();
/// assert_eq!(violations.len(), 3);
/// assert_eq!(violations.rev().next().unwrap().path(), "/2");
/// ```
#[derive(Clone)]
pub struct Iter<'a> {
    pointers: &'a str,
    records: slice::Iter<'a, Record>,
}

impl<'a> Iter<'a> {
    pub(super) fn new(body: &'a Body) -> Self {
        Self { pointers: &body.pointers, records: body.records.iter() }
    }

    fn violation(pointers: &'a str, record: &'a Record) -> Violation<'a> {
        let pointer = match record.pointer {
            Pointer::Static(pointer) => pointer,
            // The range was measured when it was written.
            Pointer::Own { start, end } => pointers.get(start..end).unwrap_or_default(),
        };
        Violation { pointer, constraint: &record.constraint, wording: record.wording }
    }
}

impl<'a> Iterator for Iter<'a> {
    type Item = Violation<'a>;

    fn next(&mut self) -> Option<Violation<'a>> {
        self.records.next().map(|record| Self::violation(self.pointers, record))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.records.size_hint()
    }
}

impl DoubleEndedIterator for Iter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.records.next_back().map(|record| Self::violation(self.pointers, record))
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl fmt::Debug for Iter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
