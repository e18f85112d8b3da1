//! `#[apply(..)]`: constraints under a name.

use crate::alias::Alias;
use crate::collector::Collector;
use crate::path::At;

/// A value must meet the constraints of an alias. What is inside is only walked
/// where `may_walk` says so; returns whether it still may be, which it may not
/// where a list or map is over its maximum.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check, constraint};
///
/// constraint! {
///     /// A name.
///     pub Name for str { length(min = 1, max = 64) }
/// }
///
/// let mut out = Collector::new(Limits::default());
/// check::apply::<Name>("", true, Location::root(), &mut out);
/// assert!(out.finish().is_err());
/// ```
#[inline]
pub fn apply<A: Alias + ?Sized>(
    value: &A::Target,
    may_walk: bool,
    at: impl At,
    out: &mut Collector,
) -> bool {
    A::check_into(value, may_walk, at.location(), out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::Constraint;
    use crate::limits::Limits;
    use crate::path::Location;
    use crate::shape::Rule;

    /// What is inside may be walked where it was before and the value is not 0.
    struct NotZero;

    impl Alias for NotZero {
        type Target = u8;
        const NAME: &'static str = "NotZero";
        const DOCS: &'static str = "";
        const RULES: &'static [Rule] = &[];
        const IS_BOUNDED: bool = true;

        fn check_into(value: &u8, may_walk: bool, at: Location<'_>, out: &mut Collector) -> bool {
            if *value == 0 {
                out.push(at, Constraint::Required);
            }
            may_walk && *value != 0
        }
    }

    #[test]
    fn the_alias_checks_and_says_whether_to_walk() {
        let applied = |value, may_walk| {
            let mut out = Collector::new(Limits::default());
            let walk = apply::<NotZero>(&value, may_walk, Location::root(), &mut out);
            (out.is_empty(), walk)
        };
        assert_eq!(applied(1, true), (true, true));
        assert_eq!(applied(1, false), (true, false));
        assert_eq!(applied(0, true), (false, false));
    }
}
