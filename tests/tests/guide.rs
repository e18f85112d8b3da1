//! The guide has a page for each attribute, and each page says what one must.

use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn read(path: impl AsRef<Path>) -> String {
    let path = Path::new(ROOT).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(ROOT).join("proton-validate/docs/attributes");
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// The names that the derive macro registers.
fn attributes() -> Vec<String> {
    let source = read("proton-validate-derive/src/lib.rs");
    let (_, list) = source.split_once("attributes(\n").unwrap();
    let (list, _) = list.split_once(')').unwrap();
    list.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

#[test]
fn every_attribute_is_found_by_its_name() {
    let guide = read("proton-validate/src/guide.rs");
    let (attributes, index) = (attributes(), read("proton-validate/docs/attributes/index.md"));
    assert!(attributes.len() > 20, "{attributes:?}");
    for name in attributes.iter().filter(|name| *name != "validate") {
        let is_module = guide.contains(&format!("pub mod {name} {{"));
        assert!(is_module || guide.contains(&format!("\"{name}\"")), "no page for {name}");
        assert!(index.contains(&format!("`{name}`")), "{name} is not in the index");
    }
}

#[test]
fn every_page_is_shown_and_complete() {
    let guide = read("proton-validate/src/guide.rs");
    for page in pages() {
        let name = page.file_name().unwrap().to_str().unwrap();
        assert!(guide.contains(&format!("../docs/attributes/{name}")), "{name} is not shown");
        let text = read(&page);
        assert!(text.contains("```\n"), "{name} has no example");
        for section in ["# Counterparts", "# What does not compile"] {
            assert!(name == "index.md" || text.contains(section), "{name} lacks: {section}");
        }
    }
}

/// A test that was renamed would leave the page with a promise that nobody keeps.
#[test]
fn every_test_that_the_page_on_security_names_is_there() {
    let page = read("proton-validate/docs/security.md");
    let mut named = 0;
    for row in page.lines().filter(|line| line.starts_with("| ") && line.contains(".rs`: ")) {
        let (_, shown) = row.trim_end_matches(" |").rsplit_once(" | ").unwrap();
        for part in shown.split("; ").filter(|part| part.contains(".rs`: ")) {
            let (file, tests) = part.split_once(": ").unwrap();
            let file = file.trim_matches('`');
            let of_crate = ["pattern/", "tests/"].iter().any(|it| file.starts_with(it));
            let folder = if of_crate { "proton-validate" } else { "tests/tests" };
            let source = read(format!("{folder}/{file}"));
            for test in tests.split(", ").map(|test| test.trim_matches('`')) {
                assert!(source.contains(&format!("fn {test}(")), "{file} has no {test}");
                named += 1;
            }
        }
    }
    assert!(named >= 15, "{named}");
}

#[test]
fn every_code_is_promised() {
    let (source, page) =
        (read("proton-validate/src/constraint.rs"), read("proton-validate/docs/codes.md"));
    let (_, codes) = source.split_once("pub const fn code(").unwrap();
    let (codes, _) = codes.split_once("\n    }\n").unwrap();
    let codes: Vec<&str> = codes.split('"').skip(1).step_by(2).collect();
    assert!(codes.len() > 20, "{codes:?}");
    for code in codes {
        assert!(page.contains(&format!("`{code}`")), "{code} is not on the page");
    }
}

/// The tests have no HTTP, so that the README's samples for it are those of the page
/// that is compiled and run with the crate.
#[test]
fn what_the_readme_does_not_compile_the_guide_does() {
    let (readme, page) = (read("README.md"), read("proton-validate/docs/gateway.md"));
    let samples: Vec<&str> = readme.split("```rust,ignore\n").skip(1).collect();
    assert_eq!(samples.len(), 2);
    for sample in samples {
        let (sample, _) = sample.split_once("```").unwrap();
        assert!(page.contains(sample), "not in the guide: {sample}");
    }
}
