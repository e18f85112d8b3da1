//! The place of the value being looked at, on the stack.

use alloc::string::String;
use core::fmt::{self, Write};

use super::Path;
use super::segment::{SegmentWriter, write_escaped};
use crate::wording::Wording;

/// The place of the value being looked at: a chain of borrowed segments on the
/// stack, which costs nothing until a violation renders it.
///
/// # Examples
///
/// ```
/// use proton_validate::Location;
///
/// let root = Location::root();
/// let tags = root.member("tags");
/// assert_eq!(tags.index(3).member("key").to_path(), "/tags/3/key");
/// ```
///
/// Below what is sensitive, keys and variants are not shown:
///
/// ```
/// use proton_validate::{Location, Wording};
///
/// static WEAK: Wording = Wording::new().with_code("weak");
///
/// let root = Location::root();
/// let secrets = root.member("secrets").sensitive();
/// assert!(secrets.is_sensitive() && !root.is_sensitive());
/// assert_eq!(secrets.key(&"token-of-ada").to_path(), "/secrets/*");
/// assert_eq!(secrets.variant("Pin").to_path(), "/secrets/*");
/// assert_eq!(root.worded(&WEAK).wording(), Some(&WEAK));
/// ```
#[derive(Clone, Copy)]
pub struct Location<'a> {
    parent: Option<&'a Location<'a>>,
    segment: Segment<'a>,
    /// Not 0 where it is. A whole word: a byte beside padding makes every copy of a
    /// location wait for the store of that byte.
    sensitive: usize,
    wording: Option<&'static Wording>,
}

#[derive(Clone, Copy)]
enum Segment<'a> {
    Root,
    Member(&'a str),
    /// A member as pointers have it.
    Written(&'static str),
    Variant(&'a str),
    Index(usize),
    Key(&'a dyn fmt::Display),
}

impl<'a> Location<'a> {
    /// The whole document; its pointer is the empty string.
    #[inline]
    pub const fn root() -> Self {
        Self { parent: None, segment: Segment::Root, sensitive: 0, wording: None }
    }

    /// A member of a structure, by its name on the wire.
    #[inline]
    pub const fn member(&'a self, name: &'a str) -> Location<'a> {
        self.child(Segment::Member(name))
    }

    /// The same by what is behind the parent in a pointer: `/`, and the name escaped.
    #[inline]
    pub(crate) const fn written(&'a self, part: &'static str) -> Location<'a> {
        self.child(Segment::Written(part))
    }

    /// What a variant of an enumeration holds, by the variant's name on the
    /// wire. Below a sensitive location it is written `*`.
    #[inline]
    pub const fn variant(&'a self, name: &'a str) -> Location<'a> {
        self.child(Segment::Variant(name))
    }

    /// An item of a list, counted from 0.
    #[inline]
    pub const fn index(&'a self, index: usize) -> Location<'a> {
        self.child(Segment::Index(index))
    }

    /// An entry of a map, by its key. The client chose it, so only so many
    /// bytes of it are kept ([`Limits::max_key_bytes`](crate::Limits)), and
    /// below a sensitive location it is written `*`.
    #[inline]
    pub const fn key(&'a self, key: &'a dyn fmt::Display) -> Location<'a> {
        self.child(Segment::Key(key))
    }

    /// The same place, marked sensitive: of a value here or below only the
    /// position in a list gets into a report.
    #[inline]
    pub const fn sensitive(mut self) -> Self {
        self.sensitive = 1;
        self
    }

    /// The same place, marked sensitive where what stands there is.
    #[inline]
    pub(crate) const fn sensitive_if(self, sensitive: bool) -> Self {
        if sensitive { self.sensitive() } else { self }
    }

    /// Whether this place, or one above it, is marked sensitive.
    #[inline]
    pub const fn is_sensitive(&self) -> bool {
        self.sensitive != 0
    }

    /// The same place, with the developer's own words for what is violated right
    /// here; they do not hold for what is inside.
    #[inline]
    pub const fn worded(self, wording: &'static Wording) -> Self {
        self.with_wording(Some(wording))
    }

    /// The words set by [`worded`](Self::worded).
    #[inline]
    pub const fn wording(&self) -> Option<&'static Wording> {
        self.wording
    }

    #[inline]
    pub(crate) const fn with_wording(mut self, wording: Option<&'static Wording>) -> Self {
        self.wording = wording;
        self
    }

    /// This place as an owned path. Keys are kept whole.
    pub fn to_path(&self) -> Path<'static> {
        let mut pointer = String::new();
        self.write_pointer(&mut pointer, usize::MAX);
        Path::owned(pointer)
    }

    const fn child(&'a self, segment: Segment<'a>) -> Location<'a> {
        Location { parent: Some(self), segment, sensitive: self.sensitive, wording: None }
    }

    /// The JSON Pointer, where the macro has written all of it: that of a member of the
    /// document itself.
    #[inline]
    pub(crate) const fn as_written(&self) -> Option<&'static str> {
        match (self.parent, self.segment) {
            (Some(Location { parent: None, .. }), Segment::Written(pointer)) => Some(pointer),
            _ => None,
        }
    }

    /// Appends the JSON Pointer, keeping at most `max_key_bytes` of each key.
    pub(crate) fn write_pointer(&self, out: &mut String, max_key_bytes: usize) {
        let Some(parent) = self.parent else { return };
        // The root writes nothing, and most places are right below it.
        if parent.parent.is_some() {
            parent.write_pointer(out, max_key_bytes);
        }
        match self.segment {
            Segment::Root => {}
            Segment::Written(part) => out.push_str(part),
            Segment::Variant(_) | Segment::Key(_) if parent.is_sensitive() => out.push_str("/*"),
            Segment::Member(name) | Segment::Variant(name) => {
                out.push('/');
                write_escaped(name, out);
            }
            Segment::Index(index) => {
                out.push('/');
                write_decimal(index, out);
            }
            // A segment that is cut short ends in an error by design, and writing
            // to a string has no other.
            Segment::Key(key) => {
                out.push('/');
                let _ = write!(SegmentWriter::new(out, max_key_bytes), "{key}");
            }
        }
    }
}

/// Writes a number digit by digit, which is quicker than by way of a formatter.
fn write_decimal(number: usize, out: &mut String) {
    if number > 9 {
        write_decimal(number / 10, out);
    }
    let [digit, ..] = (number % 10).to_le_bytes();
    out.push(char::from(b'0' + digit));
}

impl fmt::Debug for Location<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Location").field(&self.to_path().as_str()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointer(location: Location<'_>, max_key_bytes: usize) -> String {
        let mut out = String::new();
        location.write_pointer(&mut out, max_key_bytes);
        out
    }

    #[test]
    fn names_are_escaped_and_indexes_are_decimal() {
        let root = Location::root();
        let member = root.member("a/b~c");
        assert_eq!(member.index(10).to_path(), "/a~1b~0c/10");
        assert_eq!(root.to_path(), Path::ROOT);
    }

    #[test]
    fn a_key_is_cut_at_a_character_and_says_so() {
        let root = Location::root();
        assert_eq!(pointer(root.key(&"abcdefgh"), 8), "/abcdefgh");
        assert_eq!(pointer(root.key(&"abcdefghi"), 8), "/abcde…");
        assert_eq!(pointer(root.key(&"ééééé"), 8), "/éé…");
        assert_eq!(pointer(root.key(&"////////////"), 8), "/~1~1~1~1~1…");
        assert_eq!(pointer(root.key(&"abc"), 0), "/…");
    }

    #[test]
    fn a_member_is_never_cut() {
        assert_eq!(pointer(Location::root().member("abcdefghi"), 3), "/abcdefghi");
    }

    #[test]
    fn a_key_below_a_sensitive_place_is_a_star() {
        let root = Location::root();
        let map = root.member("secrets").sensitive();
        assert_eq!(map.key(&"hunter2").member("x").to_path(), "/secrets/*/x");
        assert!(map.key(&"hunter2").is_sensitive());
    }

    #[test]
    fn a_key_is_cut_where_it_is_written_in_pieces_too() {
        struct Pieces(&'static [&'static str]);

        impl fmt::Display for Pieces {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|piece| f.write_str(piece))
            }
        }

        let root = Location::root();
        assert_eq!(pointer(root.key(&Pieces(&["abcd", "efghi"])), 8), "/abcde…");
        assert_eq!(pointer(root.key(&Pieces(&["abcd", "efgh"])), 8), "/abcdefgh");
        assert_eq!(pointer(root.key(&Pieces(&["ab", "cd", "efghi"])), 8), "/abcde…");
    }

    #[test]
    fn what_is_nothing_but_escapes_is_escaped() {
        let root = Location::root();
        assert_eq!(pointer(root.key(&"~"), 8), "/~0");
        assert_eq!(pointer(root.key(&"//"), 8), "/~1~1");
    }

    #[test]
    fn words_hold_for_a_place_and_not_below_it() {
        static WORDING: Wording = Wording::new().with_code("mine");
        let root = Location::root();
        let at = root.member("a").worded(&WORDING);
        assert_eq!(at.wording(), Some(&WORDING));
        assert_eq!(at.member("b").wording(), None);
        assert_eq!(at.with_wording(None).wording(), None);
    }

    #[test]
    fn debug_is_the_pointer() {
        let root = Location::root();
        assert_eq!(alloc::format!("{:?}", root.index(3)), r#"Location("/3")"#);
    }
}
