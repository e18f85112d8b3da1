//! `Pattern::ecma` is what ECMA-262 takes with the flag `u`, and matches the same.
//!
//! The project's own patterns are tried, and those of the vectors where
//! `PROTON_VECTORS` says where they are.

use std::path::PathBuf;

use proton_validate::format::REGEX;
use proton_validate_pattern::Pattern;
use serde_json::Value;

fn files() -> Vec<(String, Value)> {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("patterns/own.json");
    let vectors = std::env::var_os("PROTON_VECTORS").map(PathBuf::from);
    let theirs = vectors.iter().flat_map(|folder| {
        ["patterns.json", "patterns-json-schema.json"].map(|file| folder.join(file))
    });
    if vectors.is_none() {
        println!("skipped: the vectors, since PROTON_VECTORS is not set");
    }
    let read = |file: PathBuf| {
        let text = std::fs::read(&file).unwrap();
        (file.display().to_string(), serde_json::from_slice(&text).unwrap())
    };
    std::iter::once(own).chain(theirs).map(read).collect()
}

#[test]
fn strict_text_is_strict_and_matches_the_same() {
    for (file, vectors) in files() {
        let mut tried = 0;
        for entry in vectors["patterns"].as_array().unwrap() {
            let source = entry["pattern"].as_str().unwrap();
            // What the dialect refuses has no text.
            let Ok(pattern) = Pattern::search(source) else { continue };
            assert!(REGEX.is_match(pattern.ecma()), "{source} as {}", pattern.ecma());
            let strict = Pattern::search(pattern.ecma()).unwrap();
            assert_eq!(strict.ecma(), pattern.ecma(), "{source}");
            for case in entry["cases"].as_array().unwrap() {
                let (text, accept) = (case["s"].as_str().unwrap(), case["accept"] == true);
                assert_eq!(strict.is_match(text), accept, "{source} as {strict}: {text:?}");
                tried += 1;
            }
        }
        println!("{file}: {tried} texts");
        assert!(tried > 0);
    }
}
