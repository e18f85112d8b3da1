//! Places that become locations only when something is wrong there.

use super::Location;
use crate::collector::Collector;
use crate::constraint::Constraint;

/// Where a value that is checked stands: a [`Location`], or something that
/// becomes one when it is asked, which is when a violation is pushed. The
/// checks take either, so that a member that passes costs no location.
///
/// # Examples
///
/// ```
/// use proton_validate::{Location, check::At};
///
/// let root = Location::root();
/// assert_eq!(root.member("name").location().to_path(), "/name");
/// ```
pub trait At: Copy {
    /// The place.
    fn location(&self) -> Location<'_>;

    /// Pushes a violation that stands here.
    #[doc(hidden)]
    #[inline]
    fn push(self, constraint: Constraint, out: &mut Collector) {
        out.push(self.location(), constraint);
    }
}

impl Location<'_> {
    /// The place itself: what the derive macro writes, which need not know whether
    /// there is a location yet.
    #[doc(hidden)]
    #[inline]
    pub const fn location(self) -> Self {
        self
    }
}

impl At for Location<'_> {
    #[inline]
    fn location(&self) -> Location<'_> {
        *self
    }
}

impl<A: At> At for &A {
    #[inline]
    fn location(&self) -> Location<'_> {
        (**self).location()
    }

    #[inline]
    fn push(self, constraint: Constraint, out: &mut Collector) {
        (*self).push(constraint, out);
    }
}
