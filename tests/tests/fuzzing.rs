//! Every input that fuzzing keeps, asked again without a fuzzer: see
//! `proton_validate_tests::fuzzing`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use allocation_counter::measure;
use proton_validate_tests::fuzzing::TARGETS;

/// The most memory that an input may take at once.
const MEMORY: u64 = 32 * 1024 * 1024;

/// The most bytes that all inputs that are kept may take: they are in everybody's
/// clone.
const KEPT: u64 = 1024 * 1024;

/// What is kept of inputs.
const FOLDERS: [&str; 2] = ["corpus", "regressions"];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(name)
}

fn entries(folder: &Path) -> BTreeSet<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// Whatever is asked of the inputs of one target. The name of the one that fails is
/// the last that stands in the output.
fn replay(target: &str) {
    let (_, ask) = TARGETS.iter().find(|(name, _)| *name == target).unwrap();
    for kept in FOLDERS {
        let inputs = entries(&folder(kept).join(target));
        assert!(!inputs.is_empty(), "nothing is kept in {kept}/{target}");
        for path in inputs {
            println!("{}", path.display());
            let input = fs::read(&path).unwrap();
            let used = measure(|| ask(&input));
            assert!(used.bytes_max < MEMORY, "{used:?}");
        }
    }
}

#[test]
fn patterns_that_are_compiled() {
    replay("pattern_compiler");
}

#[test]
fn patterns_and_texts() {
    replay("pattern_matcher");
}

#[test]
fn bodies() {
    replay("decode");
}

#[test]
fn reports() {
    replay("report");
}

#[test]
fn paths() {
    replay("path");
}

#[test]
fn every_target_has_its_program_and_its_folders() {
    let names = BTreeSet::from(TARGETS.map(|(name, _)| name.to_owned()));
    let manifest = fs::read_to_string(folder("Cargo.toml")).unwrap();
    let programs = manifest.split("[[bin]]\nname = \"").skip(1);
    let programs = programs.map(|it| it.split('"').next().unwrap().to_owned());
    assert_eq!(programs.collect::<BTreeSet<_>>(), names);
    for kept in FOLDERS {
        let folders = entries(&folder(kept)).into_iter();
        let folders = folders.map(|it| it.file_name().unwrap().to_str().unwrap().to_owned());
        assert_eq!(folders.collect::<BTreeSet<_>>(), names, "{kept}");
    }
}

#[test]
fn little_is_kept() {
    let inputs = FOLDERS.iter().flat_map(|kept| entries(&folder(kept)));
    let inputs = inputs.flat_map(|target| entries(&target));
    let bytes: u64 = inputs.map(|it| fs::metadata(it).unwrap().len()).sum();
    assert!(bytes < KEPT, "{bytes} bytes");
}
