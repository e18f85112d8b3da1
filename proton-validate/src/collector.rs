//! What gathers violations while a value is walked.

#[cfg(feature = "serde")]
mod decoding;

use alloc::boxed::Box;
use core::error::Error;

use crate::constraint::Constraint;
use crate::limits::Limits;
use crate::path::{At, Location};
use crate::report::{Body, Report};

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
#[must_use = "the violations are in `finish`"]
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
    ///
    /// ```
    /// use proton_validate::{Collector, Constraint, Limits, Location};
    ///
    /// let mut out = Collector::verdict_only(Limits::default());
    /// assert!(out.is_empty() && !out.is_done());
    /// out.push(Location::root(), Constraint::Required);
    /// assert!(out.is_done());
    /// assert_eq!(out.finish().unwrap_err().len(), 0);
    /// ```
    pub const fn verdict_only(limits: Limits) -> Self {
        let mut out = Self::new(limits.with_max_violations(0));
        out.verdict_only = true;
        out
    }

    /// Adds a violation. What was derived from the value is dropped where the
    /// location is sensitive.
    #[cold]
    #[inline(never)]
    pub fn push(&mut self, at: Location<'_>, mut constraint: Constraint) {
        if self.kept() >= self.limits.max_violations {
            self.omitted = self.omitted.saturating_add(1);
            return;
        }
        if at.is_sensitive() {
            constraint.redact();
        } else {
            constraint.bound();
        }
        let body = self.body.get_or_insert_with(|| Box::new(Body::new()));
        body.push(&at, constraint, &self.limits);
    }

    /// Notes that a check could not decide, and why. That is no violation, but
    /// the value is not valid either. As many are kept as violations would be.
    ///
    /// ```
    /// use proton_validate::{Collector, Limits, Location};
    ///
    /// let mut out = Collector::new(Limits::default());
    /// out.unavailable(Location::root().member("region"), "no answer".into());
    /// assert!(out.finish().unwrap_err().is_undecided());
    /// ```
    #[cold]
    #[inline(never)]
    pub fn unavailable(&mut self, at: Location<'_>, cause: Box<dyn Error + Send + Sync>) {
        let limits = self.limits;
        self.body.get_or_insert_with(|| Box::new(Body::new())).unavailable(at, cause, &limits);
    }

    /// Walks something one level deeper, or adds a violation where that would
    /// pass [`Limits::max_depth`]. Every type that may hold itself must go
    /// through here, as the derived ones do.
    ///
    /// ```
    /// use proton_validate::{Collector, Limits, Location};
    ///
    /// struct Tree(Vec<Tree>);
    ///
    /// fn walk(tree: &Tree, at: Location<'_>, out: &mut Collector) {
    ///     out.nest(at, |out| {
    ///         for (i, inner) in tree.0.iter().enumerate() {
    ///             walk(inner, at.index(i), out);
    ///         }
    ///     });
    /// }
    ///
    /// let mut out = Collector::new(Limits::default().with_max_depth(1));
    /// walk(&Tree(vec![Tree(vec![])]), Location::root(), &mut out);
    /// let report = out.finish().unwrap_err();
    /// assert_eq!(report.at("/0").next().unwrap().code(), "depth");
    /// ```
    #[inline]
    pub fn nest(&mut self, at: impl At, walk: impl FnOnce(&mut Self)) {
        if self.enter_at(at) {
            walk(self);
            self.leave(1);
        }
    }

    /// One level deeper, unless `at` is too deep. What the derive macro writes: rustc
    /// reads it in less time than a closure.
    #[doc(hidden)]
    #[inline]
    pub fn enter_at(&mut self, at: impl At) -> bool {
        let is_within = self.room() > 0;
        if is_within {
            self.depth += 1;
        } else {
            self.too_deep(at.location());
        }
        is_within
    }

    /// How many violations are kept so far.
    #[inline]
    pub(crate) fn kept(&self) -> usize {
        self.body.as_ref().map_or(0, |body| body.len())
    }

    /// Adds the violation of something nested too deep.
    #[cold]
    #[inline(never)]
    pub(crate) fn too_deep(&mut self, at: Location<'_>) {
        self.push(at, Constraint::Depth { max: self.limits.max_depth });
    }

    /// How many levels deeper a walk may go.
    #[inline]
    pub(crate) const fn room(&self) -> usize {
        self.limits.max_depth.saturating_sub(self.depth)
    }

    /// Comes back from some levels.
    #[doc(hidden)]
    #[inline]
    pub const fn leave(&mut self, levels: usize) {
        self.depth -= levels;
    }

    /// Whether more violations would change nothing, so that a walk may stop.
    ///
    /// ```
    /// use proton_validate::{Collector, Constraint, Limits, Location};
    ///
    /// fn walk(items: &[Option<u8>], out: &mut Collector) {
    ///     for (i, item) in items.iter().enumerate() {
    ///         if item.is_none() {
    ///             out.push(Location::root().index(i), Constraint::Required);
    ///         }
    ///         if out.is_done() {
    ///             break;
    ///         }
    ///     }
    /// }
    ///
    /// let mut out = Collector::verdict_only(Limits::default());
    /// walk(&[None, None], &mut out);
    /// assert!(out.is_done());
    /// ```
    #[inline]
    pub const fn is_done(&self) -> bool {
        self.verdict_only && self.omitted > 0
    }

    /// Whether there was no violation so far, and every check could decide.
    ///
    /// ```
    /// use proton_validate::{Collector, Constraint, Limits, Location};
    ///
    /// let mut out = Collector::new(Limits::default());
    /// assert!(out.is_empty());
    /// out.push(Location::root(), Constraint::Required);
    /// assert!(!out.is_empty());
    /// ```
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.omitted == 0 && self.body.as_ref().is_none_or(|body| body.is_empty())
    }

    /// The limits in force.
    ///
    /// ```
    /// use proton_validate::{Collector, Limits};
    ///
    /// assert_eq!(Collector::new(Limits::default()).limits().max_depth, 128);
    /// ```
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The verdict.
    ///
    /// # Errors
    ///
    /// The report, when there was a violation, or a check could not decide.
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

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_check_that_could_not_decide_leaves_no_valid_value() {
        let mut out = Collector::new(Limits::default().with_max_violations(1));
        for name in ["a", "b"] {
            out.unavailable(Location::root().member(name), "the directory is down".into());
        }
        assert!(!out.is_empty());
        let report = out.finish().unwrap_err();
        let places = report.unavailable().iter().map(|it| it.path().as_str());
        assert!(places.eq(["/a"]), "as many are kept as violations would be");
        assert_eq!(report.len(), 0);
    }

    #[test]
    fn the_limits_are_those_it_was_made_with() {
        let limits = Limits::default().with_max_depth(7);
        assert_eq!(Collector::new(limits).limits(), &limits);
    }
}
