//! Where in a document something stands: [`Location`] while a value is walked,
//! [`Path`] once a violation is kept.
//!
//! Both speak JSON Pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)):
//! `/tags/3/key`, with `~` written `~0` and `/` written `~1`, and the empty
//! string for the whole document.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::{self, Write};

/// Stands for what is left out where a name that the client chose was cut.
const ELLIPSIS: char = '…';

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
#[derive(Clone, Copy)]
pub struct Location<'a> {
    parent: Option<&'a Location<'a>>,
    segment: Segment<'a>,
    sensitive: bool,
}

#[derive(Clone, Copy)]
enum Segment<'a> {
    Root,
    Member(&'a str),
    Variant(&'a str),
    Index(usize),
    Key(&'a dyn fmt::Display),
}

impl<'a> Location<'a> {
    /// The whole document; its pointer is the empty string.
    #[inline]
    pub const fn root() -> Self {
        Self { parent: None, segment: Segment::Root, sensitive: false }
    }

    /// A member of a structure, by its name on the wire.
    #[inline]
    pub const fn member(&'a self, name: &'a str) -> Location<'a> {
        self.child(Segment::Member(name))
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
        self.sensitive = true;
        self
    }

    /// Whether this place, or one above it, is marked sensitive.
    #[inline]
    pub const fn is_sensitive(&self) -> bool {
        self.sensitive
    }

    /// This place as an owned path. Keys are kept whole.
    pub fn to_path(&self) -> Path<'static> {
        let mut pointer = String::new();
        self.write_pointer(&mut pointer, usize::MAX);
        Path(Cow::Owned(pointer))
    }

    const fn child(&'a self, segment: Segment<'a>) -> Location<'a> {
        Location { parent: Some(self), segment, sensitive: self.sensitive }
    }

    /// Appends the JSON Pointer, keeping at most `max_key_bytes` of each key.
    pub(crate) fn write_pointer(&self, out: &mut String, max_key_bytes: usize) {
        let Some(parent) = self.parent else { return };
        parent.write_pointer(out, max_key_bytes);
        out.push('/');
        let mut segment = SegmentWriter::new(out, usize::MAX);
        // A segment that is cut short ends in an error by design, and writing
        // to a string has no other.
        let _ = match self.segment {
            Segment::Root => Ok(()),
            Segment::Variant(_) | Segment::Key(_) if parent.sensitive => segment.write_char('*'),
            Segment::Member(name) | Segment::Variant(name) => segment.write_str(name),
            Segment::Index(index) => write!(segment, "{index}"),
            Segment::Key(key) => write!(SegmentWriter { max: max_key_bytes, ..segment }, "{key}"),
        };
    }
}

impl fmt::Debug for Location<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Location").field(&self.to_path().as_str()).finish()
    }
}

/// Writes one segment escaped as RFC 6901 says, and stops (with an error) where
/// more than `max` bytes of its text would be kept.
struct SegmentWriter<'o> {
    out: &'o mut String,
    max: usize,
    kept: usize,
    /// The length of `out` up to which there is still room for an ellipsis.
    cut: usize,
}

impl<'o> SegmentWriter<'o> {
    fn new(out: &'o mut String, max: usize) -> Self {
        let cut = out.len();
        Self { out, max, kept: 0, cut }
    }
}

impl Write for SegmentWriter<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            self.kept = self.kept.saturating_add(c.len_utf8());
            if self.kept > self.max {
                self.out.truncate(self.cut);
                self.out.push(ELLIPSIS);
                return Err(fmt::Error);
            }
            match c {
                '~' => self.out.push_str("~0"),
                '/' => self.out.push_str("~1"),
                _ => self.out.push(c),
            }
            if self.kept.saturating_add(ELLIPSIS.len_utf8()) <= self.max {
                self.cut = self.out.len();
            }
        }
        Ok(())
    }
}

/// A place in a document, as a JSON Pointer
/// ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)), borrowed from a report
/// or owned.
///
/// [`as_str`](Self::as_str) is the exact pointer, for programs. `Display` is
/// for people and logs: what could forge a line or turn text around (control
/// characters, line separators, bidirectional marks) is written as `\u{..}`.
///
/// # Examples
///
/// ```
/// use proton_validate::Path;
///
/// let path: Path = "/labels/a~1b\n".parse()?;
/// assert_eq!(path.segments().collect::<Vec<_>>(), ["labels", "a/b\n"]);
/// assert_eq!(path.to_string(), r"/labels/a~1b\u{a}");
/// assert_eq!(path.parent().unwrap(), "/labels");
/// # Ok::<(), proton_validate::InvalidPath>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path<'a>(Cow<'a, str>);

impl<'a> Path<'a> {
    /// The whole document: the empty pointer.
    pub const ROOT: Path<'static> = Path(Cow::Borrowed(""));

    /// Reads a JSON Pointer.
    ///
    /// # Errors
    ///
    /// When it is neither empty nor starts with `/`, or holds a `~` that is not
    /// followed by `0` or `1` (RFC 6901, section 3).
    pub fn parse(pointer: &'a str) -> Result<Self, InvalidPath> {
        let mut bytes = pointer.bytes();
        if !matches!(bytes.next(), None | Some(b'/')) {
            return Err(InvalidPath::NoSlash);
        }
        while let Some(byte) = bytes.next() {
            if byte == b'~' && !matches!(bytes.next(), Some(b'0' | b'1')) {
                return Err(InvalidPath::BadEscape);
            }
        }
        Ok(Self(Cow::Borrowed(pointer)))
    }

    /// A pointer that [`Location`] wrote.
    pub(crate) const fn written(pointer: &'a str) -> Self {
        Self(Cow::Borrowed(pointer))
    }

    /// The exact pointer.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the whole document.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// The names and indexes on the way, unescaped.
    pub fn segments(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(unescape)
    }

    /// The path without its last segment; `None` for the whole document.
    pub fn parent(&self) -> Option<Path<'_>> {
        let end = self.0.rfind('/')?;
        Some(Path(Cow::Borrowed(&self.0[..end])))
    }

    /// The path with one more segment, which is escaped as needed.
    ///
    /// ```
    /// use proton_validate::Path;
    ///
    /// assert_eq!(Path::ROOT.join("labels").join("a/b"), "/labels/a~1b");
    /// ```
    pub fn join(&self, segment: &str) -> Path<'static> {
        let mut pointer = self.0.clone().into_owned();
        pointer.push('/');
        // Only a segment that is cut short fails, and this one is kept whole.
        let _ = SegmentWriter::new(&mut pointer, usize::MAX).write_str(segment);
        Path(Cow::Owned(pointer))
    }

    /// The same path, free of the report it was borrowed from.
    pub fn into_owned(self) -> Path<'static> {
        Path(Cow::Owned(self.0.into_owned()))
    }
}

fn unescape(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') {
        // In this order: `~01` means `~1`, not `/` (RFC 6901, section 4).
        Cow::Owned(segment.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(segment)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            if is_unsafe_to_print(c) {
                write!(f, "{}", c.escape_unicode())?;
            } else {
                f.write_char(c)?;
            }
        }
        Ok(())
    }
}

/// Characters that end a line, move the cursor, or change the order in which
/// the text around them is shown.
fn is_unsafe_to_print(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

impl fmt::Debug for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Path").field(&self.0).finish()
    }
}

impl core::str::FromStr for Path<'static> {
    type Err = InvalidPath;

    fn from_str(pointer: &str) -> Result<Self, InvalidPath> {
        Path::parse(pointer).map(Path::into_owned)
    }
}

impl PartialEq<str> for Path<'_> {
    fn eq(&self, pointer: &str) -> bool {
        self.0 == pointer
    }
}

impl PartialEq<&str> for Path<'_> {
    fn eq(&self, pointer: &&str) -> bool {
        self.0 == *pointer
    }
}

impl AsRef<str> for Path<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Path<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// Why a text is not a JSON Pointer. The text itself is not repeated.
///
/// ```
/// use proton_validate::{InvalidPath, Path};
///
/// assert_eq!(Path::parse("tags"), Err(InvalidPath::NoSlash));
/// assert_eq!(Path::parse("/a~2"), Err(InvalidPath::BadEscape));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidPath {
    /// It is not empty and does not start with `/`.
    NoSlash,
    /// It holds a `~` that is not followed by `0` or `1`.
    BadEscape,
}

impl fmt::Display for InvalidPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSlash => "a JSON Pointer is empty or starts with `/`",
            Self::BadEscape => "in a JSON Pointer `~` is followed by `0` or `1`",
        })
    }
}

impl core::error::Error for InvalidPath {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

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
    fn what_could_forge_a_line_is_escaped_for_people() {
        let path = Path::ROOT.join("a\r\n\u{1b}[31m\u{202e}é");
        assert_eq!(path.to_string(), r"/a\u{d}\u{a}\u{1b}[31m\u{202e}é");
    }

    #[test]
    fn parsing_takes_what_the_rfc_takes() {
        for good in ["", "/", "//", "/a~0b~1c", "/~01"] {
            assert_eq!(Path::parse(good).unwrap(), good);
        }
        for bad in ["a", "~0", "/~", "/a~2", "/~/"] {
            assert!(Path::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Path::parse("/~01").unwrap().segments().next().unwrap(), "~1");
        assert_eq!(Path::parse("/").unwrap().segments().count(), 1);
        assert_eq!(Path::ROOT.segments().count(), 0);
    }

    #[test]
    fn parents_end_at_the_document() {
        let path = Path::parse("/a/0").unwrap();
        let parent = path.parent().unwrap();
        assert_eq!(parent, "/a");
        assert_eq!(parent.parent().unwrap(), Path::ROOT);
        assert_eq!(Path::ROOT.parent(), None);
    }

    #[test]
    fn segments_survive_a_round_trip() {
        let path = Path::ROOT.join("~1").join("/").join("").join("é");
        let read = Path::parse(path.as_str()).unwrap();
        assert_eq!(read.segments().collect::<alloc::vec::Vec<_>>(), ["~1", "/", "", "é"]);
        assert_eq!(path.as_str(), read.to_string());
    }
}
