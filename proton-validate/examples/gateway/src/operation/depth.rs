//! How deep a body is nested.

/// The deepest nesting of lists and objects that is read: what `serde_json`
/// allows for values that somebody looks at. Here it holds for the others, too.
const MAX: usize = 128;

/// Whether no list or object stands deeper than that, as far as brackets tell.
pub(super) fn is_bounded(body: &[u8]) -> bool {
    let (mut depth, mut in_text, mut is_escaped) = (0_usize, false, false);
    for byte in body {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = in_text,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_count_outside_of_texts() {
        let nested = |n: usize| format!("{}{}", "[{".repeat(n), "}]".repeat(n));
        assert!(is_bounded(nested(64).as_bytes()));
        assert!(is_bounded(nested(64).repeat(100).as_bytes()));
        assert!(!is_bounded(nested(65).as_bytes()));
        assert!(is_bounded(format!(r#"{{"a":"{}"}}"#, "[".repeat(999)).as_bytes()));
        assert!(is_bounded(format!(r#"["\"{}"]"#, "[".repeat(999)).as_bytes()));
        assert!(!is_bounded(format!(r#"["\\",{}"#, "[".repeat(999)).as_bytes()));
    }
}
