//! The result of a validation that found something.

mod body;
mod display;
mod iter;
#[cfg(feature = "serde")]
mod serialize;

use alloc::boxed::Box;
use core::error::Error;
use core::fmt;

pub(crate) use body::Body;
#[cfg(feature = "serde")]
pub(crate) use body::Mark;
use display::Displayed;
pub use iter::Iter;

use crate::message::{English, Messages};
use crate::unavailable::Unavailable;
use crate::violation::Violation;

/// Everything that is wrong with a value: there is at least one violation, kept
/// or [omitted](Self::omitted), or a check that [could not
/// decide](Self::unavailable).
///
/// Violations stand in the order in which the members are declared, then by
/// index. It is one word, so `Result<(), Report>` is one too.
///
/// `Display` is for a person: how many, then a line each. With the feature
/// `serde` it serialises as
/// `{"violations": [{"path", "code", "message", "params"}], "omitted": n}`, and
/// `"unavailable": [path]` where checks could not decide.
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

#[allow(clippy::len_without_is_empty, reason = "there is no report without a violation")]
impl Report {
    /// How many violations are kept.
    pub fn len(&self) -> usize {
        self.0.records.len()
    }

    /// The violations that are kept, in order.
    ///
    /// ```
    /// use proton_validate::Validate;
    ///
    /// #[derive(Validate)]
    /// struct Names(#[each(length(min = 1))] Vec<String>);
    ///
    /// let report = Names(vec![String::new(); 2]).validate().unwrap_err();
    /// let paths: Vec<_> = report.iter().map(|it| it.path().to_string()).collect();
    /// assert_eq!(paths, ["/0", "/1"]);
    /// ```
    pub fn iter(&self) -> Iter<'_> {
        Iter::new(&self.0)
    }

    /// The violations at one place, by its exact JSON Pointer.
    ///
    /// ```
    /// use proton_validate::Validate;
    ///
    /// #[derive(Validate)]
    /// struct Names(#[each(length(min = 1), ascii)] Vec<String>);
    ///
    /// let report = Names(vec!["a".into(), String::new()]).validate().unwrap_err();
    /// assert_eq!(report.at("/1").next().unwrap().code(), "length");
    /// assert_eq!(report.at("/0").count(), 0);
    /// ```
    pub fn at<'a>(&'a self, pointer: &'a str) -> impl Iterator<Item = Violation<'a>> {
        self.iter().filter(move |violation| violation.pointer == pointer)
    }

    /// How many more violations there were than
    /// [`Limits::max_violations`](crate::Limits::max_violations) let in.
    ///
    /// ```
    /// use proton_validate::{Limits, Validate};
    ///
    /// #[derive(Validate)]
    /// struct Names(#[each(length(min = 1))] Vec<String>);
    ///
    /// let few = Limits::default().with_max_violations(2);
    /// let report = Names(vec![String::new(); 5]).validate_within(&few).unwrap_err();
    /// assert_eq!((report.len(), report.omitted(), report.is_truncated()), (2, 3, true));
    /// ```
    pub fn omitted(&self) -> usize {
        self.0.omitted
    }

    /// Whether violations were omitted.
    ///
    /// ```
    /// use proton_validate::{Limits, Validate};
    ///
    /// #[derive(Validate)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// let name = Name(String::new());
    /// assert!(!name.validate().unwrap_err().is_truncated());
    /// let none = Limits::default().with_max_violations(0);
    /// assert!(name.validate_within(&none).unwrap_err().is_truncated());
    /// ```
    pub fn is_truncated(&self) -> bool {
        self.omitted() > 0
    }

    /// The checks that could not decide, because of a failure that the client has
    /// nothing to do with ([`Custom::unavailable`](crate::Custom::unavailable)).
    ///
    /// ```
    /// use proton_validate::{Custom, Validate};
    ///
    /// #[derive(Validate)]
    /// struct Region(#[check(is_known)] String);
    ///
    /// fn is_known(_: &str, _: &()) -> Result<(), Custom> {
    ///     Err(Custom::unavailable("the list of regions does not answer"))
    /// }
    ///
    /// let report = Region("eu".into()).validate().unwrap_err();
    /// let causes: Vec<_> = report.unavailable().iter().map(|it| it.cause().to_string()).collect();
    /// assert_eq!(causes, ["the list of regions does not answer"]);
    /// ```
    pub fn unavailable(&self) -> &[Unavailable] {
        &self.0.unavailable
    }

    /// Whether nothing is known to be wrong, but a check could not decide: a
    /// server answers that it is unavailable, and not that the request is bad.
    ///
    /// ```
    /// use proton_validate::{Custom, Validate};
    ///
    /// #[derive(Validate)]
    /// struct Region(#[check(is_known)] String);
    ///
    /// fn is_known(_: &str, _: &()) -> Result<(), Custom> {
    ///     Err(Custom::unavailable("the list of regions does not answer"))
    /// }
    ///
    /// let report = Region("eu".into()).validate().unwrap_err();
    /// let status = if report.is_undecided() { 503 } else { 400 };
    /// assert_eq!(status, 503);
    /// ```
    pub fn is_undecided(&self) -> bool {
        self.total() == 0
    }

    /// How many violations there were, kept or omitted.
    pub(crate) fn total(&self) -> usize {
        self.len().saturating_add(self.omitted())
    }

    /// Whether rules were left out that only a typed value can decide, because the
    /// input could not be read as one: checks, conditions, comparisons with other
    /// members, members that only their own code can read.
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// use proton_validate::{Custom, Validate, json};
    ///
    /// #[derive(serde::Deserialize, Validate)]
    /// #[check(in_order)]
    /// struct Window {
    ///     start: u32,
    ///     end: u32,
    /// }
    ///
    /// fn in_order(it: &Window, _: &()) -> Result<(), Custom> {
    ///     if it.start < it.end { Ok(()) } else { Err("ends before it starts".into()) }
    /// }
    ///
    /// // There is no `Window` that could be given to the check.
    /// let rejection = json::from_slice::<Window>(br#"{"start": "9", "end": 1}"#).err().unwrap();
    /// assert!(rejection.report().unwrap().is_partial());
    /// # }
    /// ```
    pub fn is_partial(&self) -> bool {
        self.0.partial
    }

    /// The report for a person, in another language or dialect.
    ///
    /// ```
    /// use proton_validate::{Messages, Validate, Violation};
    /// use std::fmt;
    ///
    /// struct Codes;
    ///
    /// impl Messages for Codes {
    ///     fn write(&self, violation: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    ///         f.write_str(violation.code())
    ///     }
    /// }
    ///
    /// #[derive(Validate)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// let report = Name(String::new()).validate().unwrap_err();
    /// assert_eq!(report.display(Codes).to_string(), "1 violation:\n  (root): length");
    /// ```
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
        if self.is_truncated() {
            write!(f, " and {} more", self.omitted())?;
        }
        match self.unavailable() {
            [] => Ok(()),
            unavailable => write!(f, " and {unavailable:?}"),
        }
    }
}

impl PartialEq for Report {
    /// Of checks that could not decide, the places are compared.
    fn eq(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.unavailable().iter(), other.unavailable().iter());
        self.omitted() == other.omitted()
            && self.iter().eq(other.iter())
            && ours.map(Unavailable::path).eq(theirs.map(Unavailable::path))
    }
}

impl Error for Report {
    /// Why the first check that could not decide could not; of a sensitive value
    /// only [`Unavailable::cause`] tells.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let mut open = self.unavailable().iter().filter(|it| !it.is_sensitive());
        open.next().map(|it| it.cause() as _)
    }
}

#[cfg(test)]
mod tests {
    mod undecided;

    use super::*;
    use crate::collector::Collector;
    use crate::constraint::Constraint;
    use crate::limits::Limits;
    use crate::path::Location;
    use alloc::format;
    use alloc::string::ToString;
    use alloc::vec::Vec;

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
        fn error<E: Error + Send + Sync + 'static>(_: &E) {}
        error(&full(1, 1));
    }

    #[test]
    fn violations_are_found_by_their_exact_place() {
        let report = full(11, 11);
        assert_eq!(report.at("/1").map(|it| it.path().into_owned()).collect::<Vec<_>>(), ["/1"]);
        assert_eq!(report.at("/11").count(), 0);
    }

    #[test]
    fn violations_are_walked_from_both_ends_and_counted() {
        let report = full(3, 3);
        let mut iter = report.iter();
        assert_eq!(iter.len(), 3);
        assert_eq!(iter.next_back().unwrap().path(), "/2");
        assert_eq!(iter.next().unwrap().path(), "/0");
        assert_eq!(iter.size_hint(), (1, Some(1)));
        let debug = format!("{iter:?}");
        assert!(debug.contains("/1") && !debug.contains("/2"), "{debug}");
    }
}
