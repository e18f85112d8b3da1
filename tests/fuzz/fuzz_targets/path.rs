//! Any text as a JSON Pointer: exactly those of RFC 6901 are read, and each is put
//! together again from its segments.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proton_validate::{Path, Validate};

#[derive(Validate)]
struct Tag {
    #[length(min = 1)]
    key: String,
}

fuzz_target!(|pointer: &str| {
    let Ok(path) = Path::parse(pointer) else {
        assert!(!is_pointer(pointer), "{pointer:?} is a pointer");
        return;
    };
    assert!(is_pointer(pointer), "{pointer:?} is no pointer");
    assert_eq!(path.as_str(), pointer);
    let again = path.segments().fold(Path::ROOT, |path, segment| path.join(&segment));
    assert_eq!(again.as_str(), pointer);
    assert_eq!(path.is_root(), path.parent().is_none());
    assert_eq!(path.segments().count(), pointer.matches('/').count());
    assert!(!path.to_string().chars().any(char::is_control));
    let report = Tag { key: String::new() }.validate().unwrap_err();
    assert_eq!(report.at(pointer).count() == 1, pointer == "/key");
});

/// Section 3 of RFC 6901, written down again.
fn is_pointer(text: &str) -> bool {
    let has_slash = text.is_empty() || text.starts_with('/');
    let is_escape = |after: &str| after.starts_with(['0', '1']);
    has_slash && text.split('~').skip(1).all(is_escape)
}
