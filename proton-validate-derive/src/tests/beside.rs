//! Constraints of one member beside each other.

use super::{field, none, one};
use crate::expand;

#[test]
fn a_length_that_no_match_has_is_an_error() {
    let message = |asked: &str, allowed: &str| {
        format!(
            "no string that matches `^(?:ab){{2,9}}$` has {asked}: the pattern allows {allowed}; \
             change one of the two"
        )
    };
    let some = "4 to 18 characters";
    for (length, asked, allowed) in [
        ("max = 3", "at most 3 characters", some),
        ("min = 1, max = 1", "1 character", some),
        ("min = 19", "at least 19 characters", some),
        ("equal = 32", "32 characters", some),
        ("equal = 7", "7 characters", "4 to 18 characters, and not every length among them"),
    ] {
        let attributes = format!("#[pattern(\"^(?:ab){{2,9}}$\")] #[length({length})]");
        one(&attributes, "Option<String>", &message(asked, allowed));
    }
    // Bytes are no characters, and nobody knows what other types count.
    none("#[pattern(\"^é$\")] #[length(bytes, equal = 2)]", "String");
    none("#[pattern(\"^ab$\")] #[length(equal = 1)]", "Blob");
    // One complaint is enough.
    let attributes = "#[pattern(\"^a$\")] #[length(min = 3, max = 2)]";
    assert_eq!(field(attributes, "String").len(), 1);
}

#[test]
fn a_length_that_every_match_has_is_part_of_its_check() {
    let expand = |attributes: &str| {
        let item = format!("struct S {{ {attributes} field: String }}");
        expand::validate(item.parse().unwrap()).to_string()
    };
    let implied = expand("#[length(max = 4)] #[pattern(\"^[a-z]{2,4}$\")]");
    assert!(implied.contains("check :: pattern_and_length (__value , & __PATTERN_0"), "{implied}");
    assert!(!implied.contains("check :: length"), "{implied}");
    assert!(implied.contains("rule :: length"), "{implied}");
    let needed = expand("#[length(max = 3)] #[pattern(\"^[a-z]{2,4}$\")]");
    assert!(needed.contains("check :: length"), "{needed}");
    let constant = expand("#[length(max = MAX)] #[pattern(PATH)]");
    assert!(constant.contains("(__PATTERN_1) . shortest () <= (__BOUND_0)"), "{constant}");
    let dynamic = expand("#[length(max = self.max)] #[pattern(PATH)]");
    assert!(!dynamic.contains("shortest"), "{dynamic}");
}

#[test]
fn values_pass_what_stands_beside_them() {
    let pattern = "the `pattern` does not match this value: change one, or remove the value";
    one("#[one_of(\"a\", hidden(\"B\"))] #[pattern(\"^[a-z]$\")]", "String", pattern);
    let length = "the length of this value is 2, which `length` does not allow: change one, or \
                  remove the value";
    one("#[one_of(\"a\", \"éé\")] #[length(equal = 1)]", "String", length);
    one("#[one_of(\"a\", \"é\")] #[length(bytes, max = 1)]", "Text", length);
    one("#[one_of(\"a\", \"🦀\")] #[length(utf16, max = 1)]", "Text", length);
    none("#[one_of(\"a\", \"éé\")] #[length(equal = 1)]", "Text");
    none("#[one_of(\"a\", \"bb\")] #[length(max = MAX)]", "String");
}

#[test]
fn a_pattern_without_a_match_is_an_error() {
    for (attribute, refused) in [("\"^a$b$\"", true), ("search, \"a$b\"", true), ("\"^$\"", false)]
    {
        let found = field(&format!("#[pattern({attribute})]"), "String");
        assert_eq!(found.iter().any(|it| it.starts_with("no text at all")), refused, "{found:?}");
    }
    let expand = |tokens: &str| expand::pattern(tokens.parse().unwrap()).to_string();
    assert!(expand("\"^a$b$\"").contains("compile_error"));
    assert!(!expand("search, \"a$b\"").contains("compile_error"));
}
