//! The result of a validation that found something.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::{fmt, slice};

use crate::constraint::Constraint;
use crate::limits::Limits;
use crate::message::{English, Messages};
use crate::path::{Location, Path};
use crate::violation::Violation;

/// Room to begin with: four violations of an ordinary request fit, so that
/// they cost three allocations with the box.
const POINTER_BYTES: usize = 128;
const VIOLATIONS: usize = 4;

/// Everything that is wrong with a value: there is at least one violation, kept
/// or [omitted](Self::omitted).
///
/// Violations stand in the order in which the members are declared, then by
/// index. It is one word, so `Result<(), Report>` is one too.
///
/// `Display` is for a person: how many, then a line each. With the feature
/// `serde` it serialises as
/// `{"violations": [{"path", "code", "message", "params"}], "omitted": n}`.
///
/// # Examples
///
/// ```
/// use proton_validate::Validate;
///
/// #[derive(Validate)]
/// struct Tag {
///     #[length(min = 1, max = 128)]
///     key: String,
///     #[length(max = 256)]
///     value: String,
/// }
///
/// let tag = Tag { key: String::new(), value: "x".repeat(300) };
/// let report = tag.validate().unwrap_err();
///
/// assert_eq!(report.len(), 2);
/// assert_eq!(report.at("/key").count(), 1);
/// assert_eq!(
///     report.to_string(),
///     "2 violations:\n  \
///        /key: must have between 1 and 128 characters, but has 0\n  \
///        /value: must have at most 256 characters, but has 300"
/// );
/// ```
#[derive(Clone)]
pub struct Report(pub(crate) Box<Body>);

#[derive(Clone)]
pub(crate) struct Body {
    /// All pointers, one behind the other.
    pointers: String,
    records: Vec<Record>,
    pub(crate) omitted: usize,
}

#[derive(Clone)]
struct Record {
    start: usize,
    end: usize,
    constraint: Constraint,
}

#[allow(clippy::len_without_is_empty, reason = "there is no report without a violation")]
impl Report {
    /// How many violations are kept.
    pub fn len(&self) -> usize {
        self.0.records.len()
    }

    /// The violations that are kept, in order.
    pub fn iter(&self) -> Iter<'_> {
        Iter { pointers: &self.0.pointers, records: self.0.records.iter() }
    }

    /// The violations at one place, by its exact JSON Pointer.
    pub fn at<'a>(&'a self, pointer: &'a str) -> impl Iterator<Item = Violation<'a>> {
        self.iter().filter(move |violation| violation.pointer == pointer)
    }

    /// How many more violations there were than
    /// [`Limits::max_violations`] let in.
    pub fn omitted(&self) -> usize {
        self.0.omitted
    }

    /// Whether violations were omitted.
    pub fn is_truncated(&self) -> bool {
        self.omitted() > 0
    }

    /// The report for a person, in another language or dialect.
    pub fn display<'a, M: Messages + 'a>(&'a self, messages: M) -> impl fmt::Display + 'a {
        Displayed { report: self, messages }
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = Violation<'a>;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// The violations of a [`Report`], in order.
#[derive(Clone)]
pub struct Iter<'a> {
    pointers: &'a str,
    records: slice::Iter<'a, Record>,
}

impl<'a> Iter<'a> {
    fn violation(pointers: &'a str, record: &'a Record) -> Violation<'a> {
        // A record's range was measured when it was written.
        let pointer = pointers.get(record.start..record.end).unwrap_or_default();
        Violation { pointer, constraint: &record.constraint }
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

struct Displayed<'a, M> {
    report: &'a Report,
    messages: M,
}

impl<M: Messages> fmt::Display for Displayed<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.report.len().saturating_add(self.report.omitted());
        write!(f, "{total} violation{}:", if total == 1 { "" } else { "s" })?;
        for violation in self.report {
            let message = violation.message(&self.messages);
            write!(f, "\n  {}: {message}", Named(&violation.path()))?;
        }
        match self.report.omitted() {
            0 => Ok(()),
            omitted => write!(f, "\n  and {omitted} more"),
        }
    }
}

/// A path as a person reads it: the empty pointer is easily overlooked.
struct Named<'a>(&'a Path<'a>);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_root() { f.write_str("(root)") } else { self.0.fmt(f) }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.display(English).fmt(f)
    }
}

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Report ")?;
        f.debug_map()
            .entries(self.iter().map(|violation| (violation.pointer, violation.constraint)))
            .finish()?;
        match self.omitted() {
            0 => Ok(()),
            omitted => write!(f, " and {omitted} more"),
        }
    }
}

impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        self.omitted() == other.omitted() && self.iter().eq(other.iter())
    }
}

impl core::error::Error for Report {}

#[cfg(feature = "serde")]
impl serde::Serialize for Report {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut object = serializer.serialize_struct("Report", 2)?;
        object.serialize_field("violations", &Violations(self))?;
        object.serialize_field("omitted", &self.omitted())?;
        object.end()
    }
}

#[cfg(feature = "serde")]
struct Violations<'a>(&'a Report);

#[cfg(feature = "serde")]
impl serde::Serialize for Violations<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter())
    }
}

impl Body {
    pub(crate) const EMPTY: Self =
        Self { pointers: String::new(), records: Vec::new(), omitted: 0 };

    /// With room for the violations of an ordinary request.
    pub(crate) fn new() -> Self {
        Self {
            pointers: String::with_capacity(POINTER_BYTES),
            records: Vec::with_capacity(VIOLATIONS),
            omitted: 0,
        }
    }

    /// How many violations are kept.
    pub(crate) fn len(&self) -> usize {
        self.records.len()
    }

    pub(crate) fn push(&mut self, at: Location<'_>, constraint: Constraint, limits: &Limits) {
        let start = self.pointers.len();
        at.write_pointer(&mut self.pointers, limits.max_key_bytes);
        self.records.push(Record { start, end: self.pointers.len(), constraint });
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body").field("violations", &self.records.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collector::Collector;
    use alloc::string::ToString;

    fn full(violations: usize, max: usize) -> Report {
        let mut out = Collector::new(Limits::default().with_max_violations(max));
        let root = Location::root();
        for i in 0..violations {
            out.push(root.index(i), Constraint::Required);
        }
        out.finish().unwrap_err()
    }

    #[test]
    fn a_report_is_one_word() {
        assert_eq!(size_of::<Result<(), Report>>(), size_of::<usize>());
    }

    #[test]
    fn what_is_over_the_limit_is_counted() {
        let report = full(5, 2);
        assert_eq!((report.len(), report.omitted(), report.is_truncated()), (2, 3, true));
        assert_eq!(
            report.to_string(),
            "5 violations:\n  /0: must be present\n  /1: must be present\n  and 3 more"
        );
        let exact = full(2, 2);
        assert_eq!((exact.len(), exact.omitted(), exact.is_truncated()), (2, 0, false));
    }

    #[test]
    fn a_limit_of_none_still_refuses() {
        let report = full(3, 0);
        assert_eq!((report.len(), report.omitted()), (0, 3));
        assert_eq!(report.to_string(), "3 violations:\n  and 3 more");
    }

    #[test]
    fn reports_compare_by_what_they_say() {
        assert_eq!(full(2, 9), full(2, 9));
        assert_ne!(full(2, 9), full(3, 9));
        assert_ne!(full(2, 1), full(3, 1));
    }

    #[test]
    fn errors_can_be_sent_and_boxed() {
        fn error<E: core::error::Error + Send + Sync + 'static>(_: &E) {}
        error(&full(1, 1));
    }
}
