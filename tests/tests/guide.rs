//! The guide has a page for each attribute, and each page says what one must.

use std::fs;
use std::path::{Path, PathBuf};

use proton_validate_pattern::Pattern;

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
        let is_listed = ["`#[", "`"].iter().any(|it| index.contains(&format!("{it}{name}")));
        assert!(is_listed, "{name} is not in the index");
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
    let (_, table) = page.split_once("# Incidents by class").unwrap();
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
    assert!(rows.len() >= 19, "{}", rows.len());
    for row in rows {
        let (_, shown) = row.trim_end_matches(" |").rsplit_once(" | ").unwrap();
        shown.split("; ").for_each(exists);
    }
}

/// Tests of a file, files that must not compile, or a fuzz target.
fn exists(shown: &str) {
    let (place, tests) = shown.split_once(": ").unwrap_or((shown, ""));
    let place = place.trim_start_matches("the fuzz target ").trim_matches('`');
    if place.starts_with("ui/") {
        assert!(read(format!("tests/{place}.stderr")).contains("error"), "{place}");
    } else if shown.starts_with("the fuzz target ") {
        assert!(read(format!("tests/fuzz/fuzz_targets/{place}.rs")).contains("fuzz_target!"));
    } else {
        let of_crate = ["pattern/", "tests/"].iter().any(|it| place.starts_with(it));
        let folder = if of_crate { "proton-validate" } else { "tests/tests" };
        let source = read(format!("{folder}/{place}"));
        for test in tests.split(", ").map(|test| test.trim_matches('`')) {
            assert!(source.contains(&format!("fn {test}(")), "{place} has no {test}");
        }
    }
}

/// The page promises each code of the source, and no other.
#[test]
fn every_code_is_promised() {
    let (source, page) =
        (read("proton-validate/src/constraint.rs"), read("proton-validate/docs/codes.md"));
    let (_, codes) = source.split_once("pub const fn code(").unwrap();
    let (codes, _) = codes.split_once("\n    }\n").unwrap();
    let mut codes: Vec<&str> = codes.split('"').skip(1).step_by(2).collect();
    let first = |row: &'static str| row.split(" | ").next().unwrap();
    let page: &str = page.leak();
    let rows = page.lines().filter(|line| line.starts_with("| `")).map(first);
    let mut promised: Vec<&str> =
        rows.flat_map(|row| row.split('`').skip(1).step_by(2).collect::<Vec<_>>()).collect();
    codes.sort_unstable();
    promised.sort_unstable();
    assert!(codes.len() > 20, "{codes:?}");
    assert_eq!(promised, codes);
}

#[test]
fn every_kind_of_syntax_error_is_promised() {
    let (source, page) =
        (read("proton-validate/src/rejection.rs"), read("proton-validate/docs/codes.md"));
    let (_, names) = source.split_once("pub const fn name(").unwrap();
    let (names, _) = names.split_once("\n    }\n").unwrap();
    let names: Vec<&str> = names.split('"').skip(1).step_by(2).collect();
    assert!(names.len() > 5, "{names:?}");
    for name in names {
        assert!(page.contains(&format!("`{name}`")), "{name} is not on the page");
    }
}

#[test]
fn what_the_page_on_patterns_refuses_is_refused() {
    let page = read("proton-validate/docs/patterns.md");
    let (_, table) = page.split_once("| refused | because | write |").unwrap();
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("| `")).collect();
    assert!(rows.len() > 10, "{}", rows.len());
    for row in rows {
        // A pipe in a table is written `\|`.
        let row = row.replace("\\|", "\u{0}");
        let code = |cell: &str| cell.split('`').nth(1).unwrap().replace('\u{0}', "|");
        let cells: Vec<&str> = row.split('|').collect();
        let (refused, instead) = (code(cells[1]), code(cells[3]));
        assert!(Pattern::new(&refused).is_err(), "{refused} is taken");
        assert!(Pattern::new(&instead).is_ok(), "{instead} is refused");
    }
}

#[test]
fn every_feature_is_in_the_tables() {
    let manifest = read("proton-validate/Cargo.toml");
    let (_, features) = manifest.split_once("[features]").unwrap();
    let (features, _) = features.split_once("\n[").unwrap();
    let names = features.lines().filter(|line| !line.starts_with('#'));
    let names = names.filter_map(|line| line.split_once(" = ")).map(|(name, _)| name);
    let tables = [read("README.md"), read("proton-validate/src/lib.rs")].map(|text| {
        let (_, table) = text.split_once("| feature | default | brings |").unwrap();
        let rows = table.lines().skip(2).map(|line| line.trim_start_matches("//! "));
        rows.take_while(|line| line.starts_with('|')).collect::<Vec<_>>().join("\n")
    });
    for name in names.filter(|name| *name != "default") {
        for table in &tables {
            assert!(table.contains(&format!("`{name}`")), "{name} is not in a table");
        }
    }
}

/// What is shown as the guide's is on a page, and each page is in the index.
#[test]
fn every_page_of_the_guide_is_in_its_index() {
    let guide = read("proton-validate/src/guide.rs");
    let (index, modules) = guide.split_once("\n#").unwrap();
    let pages = modules.lines().filter_map(|line| line.strip_prefix("pub mod "));
    let pages: Vec<&str> = pages.map(|line| line.trim_end_matches(" {")).collect();
    assert!(pages.len() > 10, "{pages:?}");
    let listed: Vec<&str> =
        index.split("[`").skip(1).filter_map(|it| it.split('`').next()).collect();
    assert_eq!(listed, pages, "in reading order");
}

/// The tests have no HTTP, so that the README's sample for it is that of the page
/// that is compiled and run with the crate.
#[test]
fn what_the_readme_does_not_compile_the_guide_does() {
    let (readme, page) = (read("README.md"), read("proton-validate/docs/gateway.md"));
    let samples: Vec<&str> = readme.split("```rust,ignore\n").skip(1).collect();
    assert_eq!(samples.len(), 1);
    for sample in samples {
        let (sample, _) = sample.split_once("```").unwrap();
        assert!(page.contains(sample), "not in the guide: {sample}");
    }
}

/// Links to what is published later are only as good as what is here now.
#[test]
fn what_the_readme_links_is_there() {
    let (readme, guide) = (read("README.md"), read("proton-validate/src/guide.rs"));
    let links =
        readme.split("/proton_validate/guide/").skip(1).map(|it| it.lines().next().unwrap());
    let page =
        |link: &str| link.trim_end_matches("/index.html").rsplit('/').next().unwrap().to_owned();
    let pages: Vec<String> = links.filter(|link| *link != "index.html").map(page).collect();
    assert!(pages.len() >= 5, "{pages:?}");
    for page in pages {
        assert!(guide.contains(&format!("pub mod {page} {{")), "{page}");
    }
    let branches = [
        "/tree/main/",
        "/blob/main/",
        "raw.githubusercontent.com/proton-validate/proton-validate/main/",
    ];
    for link in branches {
        assert!(readme.contains(link), "{link}");
        for path in readme.split(link).skip(1) {
            let path = path.split(['\n', ')']).next().unwrap();
            assert!(Path::new(ROOT).join(path).exists(), "{path}");
        }
    }
}

/// A registry shows the README without what lies beside it here.
#[test]
fn what_the_readme_links_is_found_from_elsewhere() {
    let readme = read("README.md");
    let prose = readme.split("```").step_by(2).collect::<String>();
    let inline = prose.split("](").skip(1);
    let named = prose
        .lines()
        .filter(|line| line.starts_with('['))
        .filter_map(|line| line.split_once("]: "));
    let links: Vec<&str> = inline.chain(named.map(|(_, link)| link)).collect();
    assert!(links.len() > 15, "{links:?}");
    for link in links {
        assert!(link.starts_with("https://") || link.starts_with('#'), "{link}");
    }
}

/// Whoever follows the map finds the house.
#[test]
fn every_path_that_contributing_names_is_there() {
    const FOLDERS: [&str; 3] = ["", "proton-validate", "proton-validate-derive/src"];
    let text = read(".github/CONTRIBUTING.md");
    let is_path = |it: &&str| it.contains('/') && !it.contains(' ') && !it.starts_with("../");
    let paths: Vec<&str> = text.split('`').skip(1).step_by(2).filter(is_path).collect();
    assert!(paths.len() > 20, "{paths:?}");
    for path in paths {
        let is_there = |folder: &&str| Path::new(ROOT).join(folder).join(path).exists();
        assert!(FOLDERS.iter().any(is_there), "{path}");
    }
}
