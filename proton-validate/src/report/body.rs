//! What a report holds.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use crate::constraint::Constraint;
use crate::limits::Limits;
use crate::path::{Location, Path};
use crate::unavailable::Unavailable;
use crate::wording::Wording;

/// Room to begin with: four violations of an ordinary request fit, so that they cost
/// two allocations with the box, or three where one of them stands deeper.
const POINTER_BYTES: usize = 128;
const VIOLATIONS: usize = 4;

#[derive(Clone)]
pub(crate) struct Body {
    /// The pointers that had to be put together, one behind the other.
    pub(super) pointers: String,
    pub(super) records: Vec<Record>,
    pub(crate) omitted: usize,
    pub(super) unavailable: Vec<Unavailable>,
    pub(crate) partial: bool,
}

#[derive(Clone)]
pub(super) struct Record {
    pub(super) pointer: Pointer,
    pub(super) constraint: Constraint,
    pub(super) wording: Option<&'static Wording>,
}

/// Where the pointer of a violation is.
#[derive(Clone, Copy)]
pub(super) enum Pointer {
    /// In the program.
    Static(&'static str),
    /// Among those of the report.
    Own { start: usize, end: usize },
}

impl Body {
    pub(crate) const EMPTY: Self = Self {
        pointers: String::new(),
        records: Vec::new(),
        omitted: 0,
        unavailable: Vec::new(),
        partial: false,
    };

    /// With room for the violations of an ordinary request.
    #[inline]
    pub(crate) fn new() -> Self {
        Self { records: Vec::with_capacity(VIOLATIONS), ..Self::EMPTY }
    }

    /// How many violations are kept.
    pub(crate) fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is nothing to report, which is so where all was forgotten.
    pub(crate) fn is_empty(&self) -> bool {
        self.records.is_empty() && self.unavailable.is_empty()
    }

    #[inline]
    pub(crate) fn push(&mut self, at: &Location<'_>, constraint: Constraint, limits: &Limits) {
        let pointer = match at.as_written() {
            Some(pointer) => Pointer::Static(pointer),
            None => self.own_pointer(at, limits),
        };
        self.records.push(Record { pointer, constraint, wording: at.wording() });
    }

    #[inline]
    fn own_pointer(&mut self, at: &Location<'_>, limits: &Limits) -> Pointer {
        if self.pointers.capacity() == 0 {
            self.pointers.reserve(POINTER_BYTES);
        }
        let start = self.pointers.len();
        at.write_pointer(&mut self.pointers, limits.max_key_bytes);
        Pointer::Own { start, end: self.pointers.len() }
    }

    /// Where the next violation will stand.
    #[cfg(feature = "serde")]
    pub(crate) fn mark(&self) -> Mark {
        let (records, pointers) = (self.records.len(), self.pointers.len());
        Mark { records, pointers, omitted: self.omitted }
    }

    /// Forgets what came after a mark.
    #[cfg(feature = "serde")]
    pub(crate) fn forget(&mut self, mark: Mark) {
        self.records.truncate(mark.records);
        self.pointers.truncate(mark.pointers);
    }

    /// Moves what came after the first `middle` to behind the first `start`.
    #[cfg(feature = "serde")]
    pub(crate) fn rotate(&mut self, start: usize, middle: usize) {
        let moved = self.records.len().saturating_sub(middle);
        if let Some(records) = self.records.get_mut(start..) {
            records.rotate_right(moved.min(records.len()));
        }
    }

    /// Puts groups of all but the first `start` in another order: each is its place
    /// among the others, and how many it has.
    #[cfg(feature = "serde")]
    pub(crate) fn arrange(&mut self, start: usize, groups: &[(usize, usize)]) {
        let mut rest = self.records.split_off(start.min(self.records.len())).into_iter();
        let mut groups: Vec<(usize, Vec<Record>)> =
            groups.iter().map(|&(place, len)| (place, rest.by_ref().take(len).collect())).collect();
        groups.sort_by_key(|(place, _)| *place);
        self.records.extend(groups.into_iter().flat_map(|(_, records)| records));
    }

    pub(crate) fn unavailable(
        &mut self,
        at: Location<'_>,
        cause: Box<dyn Error + Send + Sync>,
        limits: &Limits,
    ) {
        if self.unavailable.len() < limits.max_violations.max(1) {
            let mut pointer = String::new();
            at.write_pointer(&mut pointer, limits.max_key_bytes);
            self.unavailable.push(Unavailable::new(Path::owned(pointer), cause, at.is_sensitive()));
        }
    }
}

/// A place among the violations of a report that is being made.
#[cfg(feature = "serde")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) records: usize,
    pub(crate) pointers: usize,
    pub(crate) omitted: usize,
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body").field("violations", &self.records.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_tells_how_many_and_not_what() {
        let mut body = Body::new();
        body.push(&Location::root().member("a"), Constraint::Required, &Limits::default());
        assert_eq!(alloc::format!("{body:?}"), "Body { violations: 1, .. }");
    }

    #[test]
    fn only_pointers_that_are_not_in_the_program_are_written() {
        let mut body = Body::new();
        let root = Location::root();
        let tags = root.written("/tags");
        for at in [tags, tags.index(0), root.member("tags"), root] {
            body.push(&at, Constraint::Required, &Limits::default());
        }
        assert_eq!(body.pointers, "/tags/0/tags");
        let pointers: Vec<_> = super::super::Iter::new(&body).map(|it| it.pointer).collect();
        assert_eq!(pointers, ["/tags", "/tags/0", "/tags", ""]);
    }

    #[test]
    fn one_cause_is_kept_where_no_violation_is() {
        let limits = Limits::default().with_max_violations(0);
        let mut body = Body::new();
        assert!(body.is_empty());
        for _ in 0..3 {
            body.unavailable(Location::root(), "down".into(), &limits);
        }
        assert_eq!((body.unavailable.len(), body.is_empty()), (1, false));
    }
}
