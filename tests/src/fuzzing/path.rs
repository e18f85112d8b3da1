//! Any text as a JSON Pointer: exactly those of RFC 6901 are read, and each is put
//! together again from its segments; and any texts as its segments.

use proton_validate::{Collector, Constraint, Limits, Location, Path, Report, Validate};

#[derive(Validate)]
struct Tag {
    #[length(min = 1)]
    key: String,
}

/// The most segments that are tried.
const SEGMENTS: usize = 100;

/// An input is a pointer, and its lines are segments.
///
/// # Panics
///
/// Where a path is not what it was made of.
pub fn path(input: &[u8]) {
    let input = super::text(input);
    pointer(input);
    segments(&input.split('\n').take(SEGMENTS).collect::<Vec<_>>());
}

fn pointer(pointer: &str) {
    let report = Tag { key: String::new() }.validate().unwrap_err();
    assert_eq!(report.at(pointer).count() == 1, pointer == "/key");
    let Ok(path) = Path::parse(pointer) else {
        assert!(!is_pointer(pointer), "{pointer:?} is a pointer");
        return;
    };
    assert!(is_pointer(pointer), "{pointer:?} is no pointer");
    assert_eq!(path.as_str(), pointer);
    assert_eq!(joined(path.segments()), pointer);
    assert_eq!(path.segments().count(), pointer.matches('/').count());
    is_shown_in_one_line(&path);
    let Some(parent) = path.parent() else { return assert!(path.is_root()) };
    let last = path.segments().last().expect("it is not the root");
    assert_eq!(parent.join(&last), path);
}

/// Section 3 of RFC 6901, written down again.
fn is_pointer(text: &str) -> bool {
    let has_slash = text.is_empty() || text.starts_with('/');
    let is_escape = |after: &str| after.starts_with(['0', '1']);
    has_slash && text.split('~').skip(1).all(is_escape)
}

fn joined<S: AsRef<str>>(segments: impl IntoIterator<Item = S>) -> Path<'static> {
    segments.into_iter().fold(Path::ROOT, |path, segment| path.join(segment.as_ref()))
}

fn segments(segments: &[&str]) {
    let path = joined(segments);
    assert!(path.segments().eq(segments.iter().copied()), "{path:?} of {segments:?}");
    pointer(path.as_str());
    let report = reported(Location::root(), segments);
    let written = report.iter().next().expect("it was pushed").path();
    pointer(written.as_str());
    assert!(written.segments().count() == segments.len(), "{written:?}");
    let most = Limits::DEFAULT.max_key_bytes;
    assert!(written.segments().all(|it| it.len() <= most), "{written:?}");
    if segments.iter().all(|it| it.len() <= most) {
        assert_eq!(written, path);
    }
}

/// A violation below those keys.
fn reported(at: Location<'_>, segments: &[&str]) -> Report {
    let Some((first, rest)) = segments.split_first() else {
        let mut out = Collector::new(Limits::DEFAULT);
        out.push(at, Constraint::Required);
        return out.finish().unwrap_err();
    };
    reported(at.key(first), rest)
}

/// Nothing that a terminal or a log would take for its own.
fn is_shown_in_one_line(path: &Path<'_>) {
    let is_moving =
        |it: char| it.is_control() || matches!(it, '\u{2028}' | '\u{2029}' | '\u{202E}');
    assert!(!path.to_string().contains(is_moving), "{path}");
}
