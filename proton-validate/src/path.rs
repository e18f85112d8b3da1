//! Where in a document something stands: [`Location`] while a value is walked,
//! [`Path`] once a violation is kept.
//!
//! Both speak JSON Pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)):
//! `/tags/3/key`, with `~` written `~0` and `/` written `~1`, and the empty
//! string for the whole document.

mod at;
mod location;
mod segment;

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::{self, Write};

pub use at::At;
pub use location::Location;
use segment::SegmentWriter;
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
    ///
    /// ```
    /// use proton_validate::Path;
    ///
    /// assert_eq!(Path::ROOT.as_str(), "");
    /// assert!(Path::ROOT.is_root());
    /// ```
    pub const ROOT: Path<'static> = Path(Cow::Borrowed(""));

    /// Reads a JSON Pointer.
    ///
    /// # Errors
    ///
    /// When it is neither empty nor starts with `/`, or holds a `~` that is not
    /// followed by `0` or `1` (RFC 6901, section 3).
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::{InvalidPath, Path};
    ///
    /// assert_eq!(Path::parse("/tags/3/key")?.segments().count(), 3);
    /// assert_eq!(Path::parse("tags"), Err(InvalidPath::NoSlash));
    /// assert_eq!(Path::parse("/a~2"), Err(InvalidPath::BadEscape));
    /// # Ok::<(), InvalidPath>(())
    /// ```
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
    pub(crate) const fn owned(pointer: String) -> Path<'static> {
        Path(Cow::Owned(pointer))
    }

    /// A pointer that [`Location`] wrote.
    pub(crate) const fn written(pointer: &'a str) -> Self {
        Self(Cow::Borrowed(pointer))
    }

    /// The exact pointer.
    ///
    /// ```
    /// use proton_validate::Path;
    ///
    /// let path = Path::ROOT.join("line\nbreak");
    /// assert_eq!(path.as_str(), "/line\nbreak");
    /// assert_eq!(path.to_string(), r"/line\u{a}break");
    /// ```
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the whole document.
    ///
    /// ```
    /// use proton_validate::Path;
    ///
    /// assert!(Path::ROOT.is_root());
    /// assert!(!Path::ROOT.join("").is_root(), "a member with an empty name");
    /// ```
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
    ///
    /// ```
    /// use proton_validate::{Path, Report, Validate};
    ///
    /// fn first(report: &Report) -> Option<Path<'static>> {
    ///     report.iter().next().map(|violation| violation.path().into_owned())
    /// }
    ///
    /// #[derive(Validate)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// assert_eq!(first(&Name(String::new()).validate().unwrap_err()), Some(Path::ROOT));
    /// ```
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
        Printable(&self.0).fmt(f)
    }
}

/// A text that may be a client's, in one line.
pub(crate) struct Printable<'a>(pub(crate) &'a str);

impl fmt::Display for Printable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if is_ordinary(self.0) {
            return f.write_str(self.0);
        }
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

/// Whether there are only characters of ASCII that can be seen, and blanks. All bytes
/// are looked at, many at a time.
fn is_ordinary(text: &str) -> bool {
    text.bytes().fold(0, |others, byte| others | u8::from(!(b' '..=b'~').contains(&byte))) == 0
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

    #[test]
    fn what_has_nothing_ordinary_is_escaped_too() {
        assert_eq!(Printable("\r\n").to_string(), r"\u{d}\u{a}");
        assert_eq!(Printable("é\u{7f}").to_string(), r"é\u{7f}");
        assert_eq!(Printable(" ~").to_string(), " ~");
    }

    #[test]
    fn only_the_empty_pointer_is_the_document() {
        assert!(Path::ROOT.is_root());
        assert!(!Path::parse("/").unwrap().is_root());
    }

    #[test]
    fn paths_are_compared_and_shown_as_their_pointers() {
        let path = Path::parse("/a~1b\n").unwrap();
        assert!(path == "/a~1b\n" && path != "/a" && path == *"/a~1b\n" && path != *"/a");
        assert_eq!(AsRef::<str>::as_ref(&path), "/a~1b\n");
        assert_eq!(alloc::format!("{path:?}"), r#"Path("/a~1b\n")"#);
    }

    #[test]
    fn what_is_no_path_says_what_a_path_is() {
        let why = |text| Path::parse(text).unwrap_err().to_string();
        assert!(why("a").contains("starts with `/`"), "{}", why("a"));
        assert!(why("/~2").contains("`~` is followed by"), "{}", why("/~2"));
    }
}
