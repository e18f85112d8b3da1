//! What may stand beside a pattern, and what it becomes.

use super::{field, none, one};
use crate::expand;

fn expression(source: &str) -> String {
    expand::pattern(source.parse().unwrap()).to_string()
}

#[test]
fn words_in_front_and_examples_behind() {
    none("#[pattern(static, \"^a$\")]", "String");
    none("#[pattern(static, search, \"a\")]", "String");
    none("#[pattern(full, static, \"a\")]", "String");
    none("#[pattern(\"^a+$\", accepts = [\"a\", \"aa\"], rejects = [\"\", \"b\",])]", "String");
    none("#[pattern(\"^.*a.{3,9}$\", accepts = [\"xaxxx\"], rejects = [\"xa\"])]", "String");
}

#[test]
fn each_example_that_is_wrong_is_an_error() {
    let found = field("#[pattern(\"^a$\", accepts = [\"a\", \"b\"], rejects = [\"a\"])]", "String");
    let expected = [
        "the pattern does not match this text, which it should accept",
        "the pattern matches this text, which it should reject",
    ];
    assert_eq!(found, expected);
}

#[test]
fn malformed_words_and_examples_say_what_to_write() {
    let missing = "the pattern is missing: write `pattern(\"^[a-z]+$\", ..)`";
    one("#[pattern(static)]", "String", missing);
    one("#[pattern(accepts = [\"a\"])]", "String", missing);
    let list = "`accepts` takes a list of texts: write `accepts = [\"a\", \"b\"]`";
    one("#[pattern(\"^a$\", accepts = \"a\")]", "String", list);
    let example = "an example is a string literal: write `\"a\"`";
    one("#[pattern(\"^a$\", rejects = [1])]", "String", example);
    let named = "a pattern with a name was checked where it stands: write this there, beside its \
                 text";
    one("#[pattern(static, NAME)]", "String", named);
    one("#[pattern(NAME, accepts = [\"a\"])]", "String", named);
}

#[test]
fn runs_become_code() {
    let code = expression(r#""^(a|bc)[0-9]{2}(-[a-z]+)*$""#);
    for part in ["__runs", "it . literal (b\"bc\") || it . literal (b\"a\")", "it . repeat (0"] {
        assert!(code.contains(part), "{part}: {code}");
    }
    assert!(expression(r#""^[a-z]{3,5}$""#).contains("it . all (3 , 5 , class_0)"));
    assert!(expression(r#""^\\d{12}$""#).contains("it . last :: < 12 , _ >"));
}

#[test]
fn what_is_not_deterministic_becomes_a_table() {
    let table = expression(r#""^([a-z]*a[a-z])*$""#);
    assert!(table.contains("__table"), "{table}");
}
