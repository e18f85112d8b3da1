//! Which types can be validated, and where a violation in them is.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use crate::name::{InSerdeValid, InValidator, Name, long, long_in_serde_valid, long_in_validator};
use crate::{garde_paths, implements, ours, pointers, serde_valid, validator};

/// A list of optional values: at validator it does not compile.
#[test]
fn options_in_lists() {
    #[derive(proton_validate::Validate, garde::Validate)]
    struct Names {
        #[garde(dive)]
        names: Vec<Option<Name>>,
    }

    let names = Names { names: vec![None, Some(long())] };
    assert_eq!(pointers(&names), ["/names/1/name length"]);
    assert_eq!(garde_paths(&names), ["names[1].name"]);
    assert!(!serde_valid(&vec![None, Some(long_in_serde_valid())]));

    assert!(implements!(Vec<InValidator>: validator::Validate));
    assert!(!implements!(Vec<Option<InValidator>>: validator::Validate));
}

/// Tuples: at validator and `serde_valid` they do not compile.
#[test]
fn tuples() {
    #[derive(proton_validate::Validate, garde::Validate)]
    struct Pair {
        #[garde(dive)]
        pair: (Name, Name),
    }

    let pair = Pair { pair: (Name { name: "a".into() }, long()) };
    assert_eq!(pointers(&pair), ["/pair/1/name length"]);
    assert_eq!(garde_paths(&pair), ["pair[1].name"]);

    assert!(!implements!((InValidator, InValidator): validator::Validate));
    assert!(!implements!((InSerdeValid, InSerdeValid): serde_valid::Validate));
}

/// Variants with data. validator's derive takes structs with named fields only,
/// so neither these nor newtypes. Our path has the variant, as serde writes it.
#[test]
fn variants() {
    #[derive(Serialize, proton_validate::Validate, garde::Validate)]
    enum Shape {
        Named {
            #[length(max = 1)]
            #[garde(length(max = 1))]
            name: String,
        },
        Of(#[garde(dive)] Name),
    }
    #[derive(serde_valid::Validate)]
    enum InSerdeValidShape {
        Named {
            #[validate(max_length = 1)]
            name: String,
        },
        Of(#[validate] InSerdeValid),
    }

    let (named, of) = (Shape::Named { name: "long".into() }, Shape::Of(long()));
    assert_eq!(pointers(&named), ["/Named/name length"]);
    assert_eq!(pointers(&of), ["/Of/name length"]);
    assert_eq!(serde_json::to_value(&of).unwrap().pointer("/Of/name").unwrap(), "long");
    assert_eq!(garde_paths(&named), ["name"]);
    assert_eq!(garde_paths(&of), ["[0].name"]);

    let named = InSerdeValidShape::Named { name: "long".into() };
    let said = serde_valid::Validate::validate(&named).unwrap_err().to_string();
    assert!(said.starts_with(r#"{"errors":[],"properties":{"name":"#), "{said}");
    // The report of what is inside is a text in the outer report.
    let of = InSerdeValidShape::Of(long_in_serde_valid());
    let said = serde_valid::Validate::validate(&of).unwrap_err().to_string();
    assert!(said.starts_with(r#"{"errors":["{\"errors\""#), "{said}");
}

/// A map with numbers as keys: at garde it does not compile, and validator
/// reports the place in the map's own order instead of the key.
#[test]
fn maps_with_numbers_as_keys() {
    // Its `nested` calls a method of this trait.
    use validator::Validate as _;

    #[derive(proton_validate::Validate)]
    struct Ours {
        names: HashMap<u32, Name>,
    }
    #[derive(validator::Validate)]
    struct Validator {
        #[validate(nested)]
        names: HashMap<u32, InValidator>,
    }
    #[derive(serde_valid::Validate)]
    struct SerdeValid {
        #[validate]
        names: HashMap<u32, InSerdeValid>,
    }

    assert_eq!(pointers(&Ours { names: [(7, long())].into() }), ["/names/7/name length"]);

    let names = Validator { names: [(7, long_in_validator())].into() };
    let report = validator::Validate::validate(&names).unwrap_err().to_string();
    assert!(report.starts_with("names[0].name: "), "{report}");

    let names = SerdeValid { names: [(7, long_in_serde_valid())].into() };
    let report = serde_valid::Validate::validate(&names).unwrap_err().to_string();
    assert!(report.contains(r#""names":{"errors":[],"properties":{"7":"#), "{report}");

    assert!(!implements!(HashMap<u32, Name>: garde::Validate));
    assert!(implements!(HashMap<String, Name>: garde::Validate));
}

/// A boxed string has a string's length; at garde the rule does not compile.
#[test]
#[allow(clippy::box_collection, reason = "requests have such members")]
fn boxed_strings() {
    use garde::rules::length::simple::Simple;

    #[derive(proton_validate::Validate)]
    struct Ours(#[length(max = 1)] Box<String>);
    #[derive(validator::Validate)]
    struct Validator {
        #[validate(length(max = 1))]
        text: Box<String>,
    }
    #[derive(serde_valid::Validate)]
    struct SerdeValid(#[validate(max_length = 1)] Box<String>);

    let text: Box<String> = Box::new("long".into());
    assert!(!ours(&Ours(text.clone())));
    assert!(!validator(&Validator { text: text.clone() }));
    assert!(!serde_valid(&SerdeValid(text)));

    assert!(implements!(String: Simple));
    assert!(!implements!(Box<String>: Simple));
}

/// Rules for items: garde's `inner` goes into lists and options only; ours and
/// `serde_valid`'s go into maps too, ours into sets as well.
#[test]
fn sets_and_maps() {
    use garde::rules::inner::Inner;

    assert!(implements!(Vec<String>: Inner<String>));
    assert!(!implements!(BTreeSet<String>: Inner<String>));
    assert!(!implements!(BTreeMap<String, String>: Inner<String>));
    assert!(!implements!(BTreeSet<InSerdeValid>: serde_valid::Validate));
    assert!(implements!(BTreeSet<Name>: proton_validate::Validate));
    assert!(implements!(BTreeMap<String, Name>: proton_validate::Validate));
}
