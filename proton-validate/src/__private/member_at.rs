//! The place of a member.

use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::path::{At, Location};
use crate::wording::Wording;

/// A member below a location, by its part of a pointer: `/`, and the name on the wire
/// as RFC 6901 escapes it, which the macro has done.
#[derive(Clone, Copy, Debug)]
pub struct MemberAt<'a> {
    parent: &'a Location<'a>,
    part: &'static str,
    is_sensitive: bool,
    wording: Option<&'static Wording>,
}

impl<'a> MemberAt<'a> {
    /// The member with this part of a pointer.
    #[inline]
    pub const fn new(parent: &'a Location<'a>, part: &'static str) -> Self {
        Self { parent, part, is_sensitive: false, wording: None }
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
        let member = self.parent.written(self.part).sensitive_if(self.is_sensitive);
        member.with_wording(self.wording)
    }
}

impl At for MemberAt<'_> {
    #[inline]
    fn location(&self) -> Location<'_> {
        (*self).location()
    }

    #[inline]
    fn push(self, constraint: Constraint, out: &mut Collector) {
        push(self.parent, self.part, self.is_sensitive, self.wording, constraint, out);
    }
}

/// The location is made here, and not once for each check of a program. Taken apart:
/// what is passed by its address is written down whether something is wrong or not.
#[cold]
#[inline(never)]
fn push(
    parent: &Location<'_>,
    part: &'static str,
    is_sensitive: bool,
    wording: Option<&'static Wording>,
    constraint: Constraint,
    out: &mut Collector,
) {
    out.push(MemberAt { parent, part, is_sensitive, wording }.location(), constraint);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_becomes_the_location_that_its_parent_would_make() {
        const WORDING: &Wording = &Wording::new().with_code("short");
        let root = Location::root();
        let tags = root.member("tags").sensitive();
        let key = MemberAt::new(&tags, "/a~1b");
        assert_eq!(key.location().to_path(), "/tags/a~1b");
        assert!(key.location().is_sensitive() && key.location().wording().is_none());
        let name = MemberAt::new(&root, "/name");
        assert!(!name.location().is_sensitive() && name.sensitive().location().is_sensitive());
        assert_eq!(name.worded(WORDING).location().wording(), Some(WORDING));
    }
}
