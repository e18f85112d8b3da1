//! The result of a validation that found something, and what gathers it.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::constraint::Constraint;
use crate::limits::Limits;
use crate::message::{English, Messages};
use crate::path::{Location, Path};
use crate::violation::Violation;

/// Room to begin with: four violations of an ordinary request fit, so that
/// they cost three allocations with the box.
const POINTER_BYTES: usize = 128;
const VIOLATIONS: usize = 4;

/// Everything that is wrong with a value: never empty.
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
pub struct Report(Box<Body>);

#[derive(Clone)]
struct Body {
    /// All pointers, one behind the other.
    pointers: String,
    records: Vec<Record>,
    omitted: usize,
}

#[derive(Clone)]
struct Record {
    start: usize,
    end: usize,
    constraint: Constraint,
}

#[allow(clippy::len_without_is_empty, reason = "a report is never empty")]
impl Report {
    /// How many violations are kept.
    pub fn len(&self) -> usize {
        self.0.records.len()
    }

    /// The violations that are kept, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Violation<'_>> + DoubleEndedIterator {
        let Body { pointers, records, .. } = &*self.0;
        records.iter().map(|record| Violation {
            // A record's range was measured when it was written.
            pointer: pointers.get(record.start..record.end).unwrap_or_default(),
            constraint: &record.constraint,
        })
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

struct Displayed<'a, M> {
    report: &'a Report,
    messages: M,
}

impl<M: Messages> fmt::Display for Displayed<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.report.len().saturating_add(self.report.omitted());
        write!(f, "{total} violation{}:", if total == 1 { "" } else { "s" })?;
        for violation in self.report.iter() {
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

/// Gathers violations within [`Limits`] while a value is walked.
///
/// Nothing is allocated before the first violation. Once
/// [`Limits::max_violations`] are kept, the rest is only counted.
///
/// # Examples
///
/// ```
/// use proton_validate::{Collector, Constraint, Limits, Location};
///
/// let mut out = Collector::new(Limits::default());
/// out.push(Location::root().member("name"), Constraint::Required);
/// assert_eq!(out.finish().unwrap_err().at("/name").count(), 1);
/// ```
#[derive(Debug)]
pub struct Collector {
    limits: Limits,
    depth: usize,
    /// Stop at the first violation: only the verdict is asked for.
    verdict_only: bool,
    omitted: usize,
    body: Option<Box<Body>>,
}

impl Collector {
    /// A collector that has seen nothing.
    pub const fn new(limits: Limits) -> Self {
        Self { limits, depth: 0, verdict_only: false, omitted: 0, body: None }
    }

    /// A collector that only learns whether there is a violation: it keeps
    /// none and is [done](Self::is_done) at the first.
    pub const fn verdict_only(limits: Limits) -> Self {
        let mut out = Self::new(limits.with_max_violations(0));
        out.verdict_only = true;
        out
    }

    /// Adds a violation. What was derived from the value is dropped where the
    /// location is sensitive.
    #[cold]
    #[inline(never)]
    pub fn push(&mut self, at: Location<'_>, constraint: Constraint) {
        let kept = self.body.as_ref().map_or(0, |body| body.records.len());
        if kept >= self.limits.max_violations {
            self.omitted = self.omitted.saturating_add(1);
            return;
        }
        let constraint = if at.is_sensitive() { constraint.redacted() } else { constraint };
        let limits = self.limits;
        self.body.get_or_insert_with(|| Box::new(Body::new())).push(at, constraint, &limits);
    }

    /// Walks something one level deeper, or adds a violation where that would
    /// pass [`Limits::max_depth`]. Every type that may hold itself must go
    /// through here, as the derived ones do.
    #[inline]
    pub fn nest(&mut self, at: Location<'_>, walk: impl FnOnce(&mut Self)) {
        if self.depth >= self.limits.max_depth {
            self.push(at, Constraint::Depth { max: self.limits.max_depth });
            return;
        }
        self.depth += 1;
        walk(self);
        self.depth -= 1;
    }

    /// Whether more violations would change nothing, so that a walk may stop.
    #[inline]
    pub const fn is_done(&self) -> bool {
        self.verdict_only && self.omitted > 0
    }

    /// Whether there was no violation so far.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.omitted == 0 && self.body.is_none()
    }

    /// The limits in force.
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The verdict.
    ///
    /// # Errors
    ///
    /// The report, when there was a violation.
    #[inline]
    pub fn finish(self) -> Result<(), Report> {
        if self.is_empty() { Ok(()) } else { Err(self.into_report()) }
    }

    #[cold]
    fn into_report(self) -> Report {
        let mut body = self.body.unwrap_or_else(|| Box::new(Body::EMPTY));
        body.omitted = self.omitted;
        Report(body)
    }
}

impl Body {
    const EMPTY: Self = Self { pointers: String::new(), records: Vec::new(), omitted: 0 };

    fn new() -> Self {
        Self {
            pointers: String::with_capacity(POINTER_BYTES),
            records: Vec::with_capacity(VIOLATIONS),
            omitted: 0,
        }
    }

    fn push(&mut self, at: Location<'_>, constraint: Constraint, limits: &Limits) {
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
    fn nothing_found_is_no_report() {
        assert!(Collector::new(Limits::default()).finish().is_ok());
    }

    #[test]
    fn sensitive_places_keep_the_rule_only() {
        let mut out = Collector::new(Limits::default());
        let root = Location::root();
        out.push(root.member("pin").sensitive(), Constraint::MaxItems { max: 1, actual: Some(9) });
        let report = out.finish().unwrap_err();
        let violation = report.iter().next().unwrap();
        assert_eq!(violation.constraint(), &Constraint::MaxItems { max: 1, actual: None });
    }

    #[test]
    fn depth_is_bounded_and_comes_back() {
        let mut out = Collector::new(Limits::default().with_max_depth(1));
        let root = Location::root();
        out.nest(root, |out| out.nest(root, |_| panic!("too deep")));
        out.nest(root, |_| ());
        let report = out.finish().unwrap_err();
        assert_eq!(report.len(), 1);
        assert_eq!(report.iter().next().unwrap().code(), "depth");
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
