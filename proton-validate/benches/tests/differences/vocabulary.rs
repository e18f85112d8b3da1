//! Items, keys and values, formats, checks.

#![allow(clippy::trivially_copy_pass_by_ref, reason = "a check is given references")]

use std::collections::BTreeMap;

use crate::{garde_paths, implements, ours, pointers, serde_valid, validator};

/// Constraints for the items of a list of optional values: at validator a rule
/// for strings does not compile on a list.
#[test]
fn items_of_lists() {
    #[derive(proton_validate::Validate, garde::Validate)]
    struct Names {
        #[each(length(max = 1))]
        #[garde(inner(inner(length(chars, max = 1))))]
        names: Vec<Option<String>>,
    }
    #[derive(serde_valid::Validate)]
    struct InSerdeValid {
        #[validate(max_length = 1)]
        names: Vec<Option<String>>,
    }

    let names = || vec![None, Some("a".into()), Some("long".into())];
    assert_eq!(pointers(&Names { names: names() }), ["/names/2 length"]);
    assert_eq!(garde_paths(&Names { names: names() }), ["names[2]"]);
    assert!(!serde_valid(&InSerdeValid { names: names() }));
    assert!(!implements!(Vec<String>: validator::ValidateEmail));
}

/// Constraints for the keys and values of a map with numbers as keys: at garde
/// they do not compile, `serde_valid` has none for keys.
#[test]
fn keys_and_values_of_maps() {
    #[derive(proton_validate::Validate)]
    struct Ours {
        #[keys(range(max = 5))]
        #[values(length(max = 1))]
        names: BTreeMap<u32, String>,
    }
    #[derive(serde_valid::Validate)]
    struct InSerdeValid {
        #[validate(max_length = 1)]
        names: BTreeMap<u32, String>,
    }

    let names = || [(7, "long".to_owned())].into();
    assert_eq!(pointers(&Ours { names: names() }), ["/names range", "/names/7 length"]);
    assert!(!serde_valid(&InSerdeValid { names: names() }));
    assert!(!implements!(BTreeMap<u32, String>: garde::rules::inner::Inner<String>));
}

/// RFC 5321, section 4.1.2: a dot-string has an atom between two dots, a local
/// part may be a quoted string, and an IPv6 address in brackets has a tag. The
/// peers follow the HTML standard, which calls its own rule a wilful violation
/// of RFC 5322.
#[test]
fn addresses_of_mailboxes() {
    #[derive(proton_validate::Validate)]
    struct Ours(#[format(email)] String);
    #[derive(validator::Validate)]
    struct Validator {
        #[validate(email)]
        text: String,
    }

    let cases = [
        ("ada@example.org", true, true),
        ("ada..lovelace@example.org", false, true),
        ("\"ada lovelace\"@example.org", true, false),
        ("ada@[192.0.2.1]", true, true),
        ("ada@[IPv6:2001:db8::1]", true, false),
        ("ada@[2001:db8::1]", false, true),
    ];
    for (text, right, theirs) in cases {
        assert_eq!(ours(&Ours(text.into())), right, "{text}");
        assert_eq!(validator(&Validator { text: text.into() }), theirs, "{text}");
    }
}

/// RFC 3986, section 2: a URI has no blanks, neither in it nor around it. validator
/// asks the URL standard's parser, which takes them off.
#[test]
fn blanks_around_a_uri() {
    #[derive(proton_validate::Validate)]
    struct Ours(#[format(uri)] String);
    #[derive(validator::Validate)]
    struct Validator {
        #[validate(url)]
        text: String,
    }

    let text = " https://example.org ";
    assert!(!ours(&Ours(text.into())));
    assert!(validator(&Validator { text: text.into() }));
}

/// A check of the type runs whatever is wrong with its members; validator's does
/// not, unless it is told to.
#[test]
fn checks_of_the_type() {
    #[derive(proton_validate::Validate, garde::Validate)]
    #[check(never)]
    #[garde(custom(never_in_garde))]
    struct Two {
        #[length(max = 1)]
        #[garde(length(max = 1))]
        name: String,
    }
    #[derive(validator::Validate)]
    #[validate(schema(function = "never_in_validator"))]
    struct Validator {
        #[validate(length(max = 1))]
        name: String,
    }

    fn never(_: &Two, (): &()) -> Result<(), proton_validate::Custom> {
        Err("is never right".into())
    }

    fn never_in_garde(_: &Two, (): &()) -> garde::Result {
        Err(garde::Error::new("is never right"))
    }

    fn never_in_validator(_: &Validator) -> Result<(), validator::ValidationError> {
        Err(validator::ValidationError::new("never"))
    }

    assert_eq!(pointers(&Two { name: "long".into() }), [" custom", "/name length"]);
    assert_eq!(garde_paths(&Two { name: "long".into() }), ["", "name"]);
    let report = validator::Validate::validate(&Validator { name: "long".into() }).unwrap_err();
    assert!(!report.errors().contains_key("__all__"));
}
