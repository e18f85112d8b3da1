//! Places that become locations only when something is wrong there.

use super::Location;
use crate::wording::Wording;

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
}

/// A member below a location, by its name on the wire. Not public: what the
/// derive macro writes.
#[derive(Clone, Copy, Debug)]
pub struct MemberAt<'a> {
    parent: &'a Location<'a>,
    name: &'a str,
    is_sensitive: bool,
    wording: Option<&'static Wording>,
}

impl<'a> MemberAt<'a> {
    /// The member of this name.
    #[inline]
    pub const fn new(parent: &'a Location<'a>, name: &'a str) -> Self {
        Self { parent, name, is_sensitive: false, wording: None }
    }

    /// The same place, marked sensitive.
    #[inline]
    pub const fn sensitive(self) -> Self {
        Self { is_sensitive: true, ..self }
    }

    /// The same place, with the developer's own words.
    #[inline]
    pub const fn worded(self, wording: &'static Wording) -> Self {
        Self { wording: Some(wording), ..self }
    }

    /// The place.
    #[inline]
    pub const fn location(self) -> Location<'a> {
        let member = self.parent.member(self.name).sensitive_if(self.is_sensitive);
        member.with_wording(self.wording)
    }
}

impl At for MemberAt<'_> {
    #[inline]
    fn location(&self) -> Location<'_> {
        (*self).location()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_becomes_the_location_that_its_parent_would_make() {
        const WORDING: &Wording = &Wording::new().with_code("short");
        let root = Location::root();
        let tags = root.member("tags").sensitive();
        let key = MemberAt::new(&tags, "a/b");
        assert_eq!(key.location().to_path(), "/tags/a~1b");
        assert!(key.location().is_sensitive() && key.location().wording().is_none());
        let name = MemberAt::new(&root, "name");
        assert!(!name.location().is_sensitive() && name.sensitive().location().is_sensitive());
        assert_eq!(name.worded(WORDING).location().wording(), Some(WORDING));
    }
}
