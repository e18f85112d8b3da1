//! The expansion of a request with ten fields, as a person would read it.
//!
//! To renew it after a change that was meant, run
//! `BLESS=1 cargo test -p proton-validate-derive golden`, and read the difference.

use std::fs;
use std::path::Path;

use crate::expand;

#[test]
fn the_expansion_of_ten_fields_is_readable() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/golden");
    let source = fs::read_to_string(folder.join("request.rs")).unwrap();
    let item = source.split_once("#[derive(Validate)]").unwrap().1;
    let expansion = expand::validate(item.parse().unwrap()).to_string();
    let expanded = prettyplease::unparse(&syn2::parse_file(&expansion).unwrap());
    let golden = folder.join("request.expanded.rs");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&golden, &expanded).unwrap();
    }
    assert_eq!(expanded, fs::read_to_string(&golden).unwrap());
}

/// Each constraint is one call of the runtime, and so is each walk.
#[test]
fn each_constraint_is_one_call() {
    for (attribute, ty) in [
        ("required", "Option<String>"),
        ("length(min = 1, max = 9, message = \"{min}\")", "String"),
        ("max_items(3)", "Vec<u8>"),
        ("range(min = 1, max = 9)", "u8"),
        ("pattern(\"^[a-z]+$\")", "String"),
        ("one_of(\"a\", hidden(\"b\"))", "String"),
        ("prefix(\"a\")", "String"),
        ("format(email)", "String"),
        ("apply(Name)", "Option<String>"),
        ("check(is_known)", "Option<Box<str>>"),
        ("each()", "Vec<u8>"),
    ] {
        let attribute = attribute.replace("each()", "each(range(max = 3))");
        let source = format!("struct S {{ #[{attribute}] a: {ty} }}");
        let expansion = expand::validate(source.parse().unwrap()).to_string();
        // An alias is called by its name.
        let expansion = expansion.replace("Of :: < Name > :: apply (", "check :: apply (");
        let expected = 1 + usize::from(attribute.starts_with("each"));
        // Without the one that only looks through an `Option`.
        let calls = expansion.matches("__p :: check ::").count()
            - expansion.matches("check :: Maybe ::").count()
            - expansion.matches("check :: Each").count();
        assert_eq!(calls, expected, "{attribute}: {expansion}");
    }
}
