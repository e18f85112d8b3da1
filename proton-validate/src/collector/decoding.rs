//! What decoding asks of a collector: that it goes back, and puts things in order.

use super::Collector;
use crate::report::{Mark, Report};

impl Collector {
    /// Goes some levels deeper, until [`leave`](Self::leave).
    #[inline]
    pub(crate) const fn enter(&mut self, levels: usize) {
        self.depth += levels;
    }

    /// Where the next violation will stand.
    pub(crate) fn mark(&self) -> Mark {
        let mark = self.body.as_ref().map_or_else(Mark::default, |body| body.mark());
        Mark { omitted: self.omitted, ..mark }
    }

    /// Forgets what came after a mark.
    pub(crate) fn forget(&mut self, mark: Mark) {
        self.omitted = mark.omitted;
        if let Some(body) = &mut self.body {
            body.forget(mark);
        }
    }

    /// Puts what is added now in front of all but the first `start` that are kept.
    #[inline]
    pub(crate) fn in_front_of(&mut self, start: usize, add: impl FnOnce(&mut Self)) {
        let middle = self.kept();
        add(self);
        if let Some(body) = &mut self.body {
            body.rotate(start, middle);
        }
    }

    /// Puts groups of all but the first `start` in another order.
    pub(crate) fn arrange(&mut self, start: usize, groups: &[(usize, usize)]) {
        if let Some(body) = &mut self.body {
            body.arrange(start, groups);
        }
    }

    /// The report, and whether rules were left out.
    pub(crate) fn finish_partial(self, partial: bool) -> Result<(), Report> {
        self.finish().map_err(|mut report| {
            report.0.partial = partial;
            report
        })
    }

    /// The report of a request that is refused, whatever was found.
    #[cfg(feature = "json")]
    pub(crate) fn refuse(self, partial: bool) -> Report {
        let mut report = self.into_report();
        report.0.partial = partial;
        report
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::Constraint;
    use crate::limits::Limits;
    use crate::path::Location;
    use alloc::string::{String, ToString};

    /// A collector with a violation at each of these members.
    fn with(names: &[&str]) -> Collector {
        let mut out = Collector::new(Limits::default());
        for name in names {
            add(&mut out, name);
        }
        out
    }

    fn add(out: &mut Collector, name: &str) {
        out.push(Location::root().member(name), Constraint::Required);
    }

    /// Where the violations stand, one behind the other.
    fn places(out: Collector) -> String {
        let report = out.finish().err();
        report.iter().flatten().map(|violation| violation.path().to_string()).collect()
    }

    #[test]
    fn what_came_after_a_mark_is_forgotten() {
        let mut out = Collector::new(Limits::default().with_max_violations(2));
        let start = out.mark();
        add(&mut out, "a");
        let mark = out.mark();
        for name in ["b", "c", "d"] {
            add(&mut out, name);
        }
        assert_eq!((out.kept(), out.omitted), (2, 2));
        out.forget(mark);
        assert_eq!((out.kept(), out.omitted), (1, 0));
        add(&mut out, "e");
        let later = out.mark();
        add(&mut out, "f");
        assert_eq!((later.omitted, out.mark().omitted), (0, 1));
        assert_eq!(places(out), "/a/e");

        let mut out = with(&["a"]);
        out.forget(start);
        assert!(out.is_empty() && out.finish().is_ok());
    }

    #[test]
    fn violations_are_put_in_front_of_others_or_in_another_order() {
        let mut out = with(&["a", "b", "c"]);
        out.in_front_of(1, |out| {
            add(out, "d");
            add(out, "e");
        });
        out.arrange(1, &[(2, 1), (0, 2), (1, 1)]);
        assert_eq!(places(out), "/a/e/b/c/d");
    }

    #[test]
    fn levels_are_entered_and_left() {
        let mut out = Collector::new(Limits::default().with_max_depth(9));
        out.enter(3);
        out.enter(4);
        assert_eq!(out.room(), 2);
        out.leave(5);
        assert_eq!(out.room(), 7);
    }

    #[test]
    fn a_report_knows_whether_rules_were_left_out() {
        for partial in [false, true] {
            let report = with(&["a"]).finish_partial(partial).unwrap_err();
            assert_eq!(report.is_partial(), partial);
            assert!(with(&[]).finish_partial(partial).is_ok());
        }
    }
}
