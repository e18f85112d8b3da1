//! What is exported as JSON Schema means what the library means: on the same
//! document, a validator of schemas and the library give the same verdict.
//!
//! Where they differ is listed in the documentation of `proton_validate::schema`,
//! and shown in `differences`.

mod types;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use proton_validate::proton::{
    CreateEnvironmentAccountConnectionInput, CreateEnvironmentAccountConnectionOutput,
};
use proton_validate::{Describe, Validate, ValidateWith, schema};
use proton_validate_tests::documents::{self, Choices, Site};
use serde::de::DeserializeOwned;
use serde_json::Value;

use types::{
    Aliases, Closed, Flat, Formats, Forms, Numbers, Request, Rest, Strings, Tree, Update, Within,
};

/// Documents of each kind and type.
const CASES: u32 = 256;

/// The library's verdict on the bytes of a document.
fn is_valid<T: DeserializeOwned + ValidateWith<()>>(document: &Value) -> bool {
    let bytes = serde_json::to_vec(document).unwrap();
    serde_json::from_slice::<T>(&bytes).is_ok_and(|value| value.is_valid())
}

/// The other verdict: a validator of the schema with what is hidden.
fn validator<T: Describe>() -> jsonschema::Validator {
    let schema = schema::Options::new().with_hidden().of::<T>().to_value();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap_or_else(|error| panic!("{error}: {schema:#}"))
}

/// Both verdicts on documents that are valid, that violate one thing, and that
/// nobody knows about.
fn agree<T: DeserializeOwned + ValidateWith<()>>() {
    let schema = validator::<T>();
    let mut runner =
        TestRunner::new(Config { cases: CASES, failure_persistence: None, ..Config::default() });
    let checked = runner.run(&documents::valid(T::shape()), |document| {
        prop_assert!(is_valid::<T>(&document), "invalid: {document:#}");
        prop_assert!(schema.is_valid(&document), "{}", refusal(&schema, &document));
        Ok(())
    });
    checked.unwrap_or_else(|failure| panic!("{failure}"));
    let strategy = (documents::valid(T::shape()), Choices::any(), 1..4_usize);
    let checked = runner.run(&strategy, |(mut document, mut choices, changes)| {
        (0..changes).for_each(|_| documents::mutate(&mut document, &mut choices));
        let verdicts = (is_valid::<T>(&document), schema.is_valid(&document));
        prop_assert_eq!(verdicts.0, verdicts.1, "{}", refusal(&schema, &document));
        Ok(())
    });
    checked.unwrap_or_else(|failure| panic!("{failure}"));
}

fn refusal(schema: &jsonschema::Validator, document: &Value) -> String {
    match schema.validate(document) {
        Ok(()) => format!("the schema allows {document:#}"),
        Err(error) => format!("the schema: {error} at {}: {document:#}", error.instance_path()),
    }
}

/// Each constraint, violated alone, is seen by both. Returns the sites at which
/// nothing can be wrong by itself.
fn each_violation_is_seen<T: DeserializeOwned + ValidateWith<()>>() -> Vec<Site> {
    let schema = validator::<T>();
    let impossible = documents::sites(T::shape()).into_iter().filter(|site| {
        let documents = (0..24).filter_map(|seed| {
            documents::violating(T::shape(), site, &mut Choices::of(vec![seed; 3]))
        });
        let found = documents
            .inspect(|document| {
                assert!(!is_valid::<T>(document), "{site:?} is not seen: {document:#}");
                assert!(!schema.is_valid(document), "{site:?} is allowed: {document:#}");
            })
            .count();
        found == 0
    });
    impossible.collect()
}

macro_rules! agreement {
    ($($test:ident: $type:ty, [$($impossible:literal),* $(,)?];)+) => {
        /// Types whose schemas agree, each with the sites that cannot be violated
        /// without violating something else.
        mod agreement {
            use super::*;

            $(
                #[test]
                fn $test() {
                    agree::<$type>();
                    let impossible = each_violation_is_seen::<$type>();
                    let impossible: Vec<String> =
                        impossible.iter().map(|site| format!("{site:?}")).collect();
                    let expected: &[&str] = &[$($impossible),*];
                    assert_eq!(impossible, expected);
                }
            )+
        }
    };
}

agreement! {
    the_request_of_proton: CreateEnvironmentAccountConnectionInput, [];
    the_response_of_proton: CreateEnvironmentAccountConnectionOutput, [];
    strings: Strings, [];
    numbers: Numbers, [];
    lists_and_maps: Request, [];
    enumerations: Forms, [];
    a_type_within_itself: Tree, [];
    members_in_place_of_a_member: Flat, [];
    other_members_are_a_map: Rest, [];
    members_with_several_names: Aliases, [];
    no_other_members: Closed, [];
    updates: Update, [];
    formats: Formats, [];
    newtypes_and_aliases: Within, ["/words/Item length", "/letter length"];
}

/// What the documentation of `proton_validate::schema` lists: the library's verdict
/// and the schema's.
mod differences {
    use super::*;
    use proton_validate::Custom;
    use serde_json::json;
    use std::collections::{BTreeMap, BTreeSet};

    fn verdicts<T: DeserializeOwned + ValidateWith<()>>(document: Value) -> (bool, bool) {
        let schema = schema::of::<T>().to_value();
        let schema = jsonschema::draft202012::new(&schema).unwrap();
        (is_valid::<T>(&document), schema.is_valid(&document))
    }

    const STRICTER: (bool, bool) = (false, true);
    const LAXER: (bool, bool) = (true, false);

    #[derive(Debug, serde::Deserialize, Validate)]
    #[check(never)]
    struct Typed {
        #[length(max = self.b.len())]
        a: String,
        #[equals(a)]
        b: String,
        #[when(self.a.is_empty(), required)]
        c: Option<u8>,
    }

    fn never(_: &Typed, _: &()) -> Result<(), Custom> {
        Err("never".into())
    }

    #[test]
    fn what_only_a_typed_value_can_decide() {
        let document = json!({"a": "", "b": "x", "c": null});
        assert_eq!(verdicts::<Typed>(document), STRICTER);
        let schema = schema::of::<Typed>().to_value();
        assert_eq!(schema["x-proton-check"], json!(["never"]));
        let members = &schema["properties"];
        assert_eq!(members["a"]["x-proton-dynamic"], json!(["length"]));
        assert_eq!(members["b"]["x-proton-equals"], json!(["a"]));
        let when = json!([{"if": "self.a.is_empty()", "then": {"not": {"type": "null"}}}]);
        assert_eq!(members["c"]["x-proton-when"], when);
    }

    #[derive(Debug, serde::Deserialize, Validate)]
    struct Units {
        #[length(bytes, max = 3)]
        bytes: String,
        #[length(utf16, min = 3, max = 4)]
        units: String,
        #[length(graphemes, min = 1)]
        seen: String,
    }

    #[test]
    fn lengths_in_other_units() {
        let units = |bytes, units| json!({"bytes": bytes, "units": units, "seen": "a"});
        assert_eq!(verdicts::<Units>(units("Zoë", "abc")), STRICTER);
        // What follows for characters is there.
        assert_eq!(verdicts::<Units>(units("abcd", "abc")), (false, false));
        assert_eq!(verdicts::<Units>(units("abc", "a")), (false, false));
        assert_eq!(verdicts::<Units>(units("abc", "🐲🐲")), (true, true));
    }

    #[derive(Debug, serde::Deserialize, Validate)]
    struct Named {
        #[format(date)]
        date: String,
    }

    #[test]
    fn formats_that_no_pattern_can_say() {
        assert_eq!(verdicts::<Named>(json!({"date": "2023-02-29"})), STRICTER);
        assert_eq!(verdicts::<Named>(json!({"date": "2023-02-30x"})), (false, false));
    }

    #[derive(Debug, serde::Deserialize, Validate)]
    struct Hidden {
        #[one_of("a", hidden("b"))]
        value: String,
        level: types::Level,
    }

    #[test]
    fn hidden_values() {
        assert_eq!(verdicts::<Hidden>(json!({"value": "b", "level": "LOW"})), LAXER);
        assert_eq!(verdicts::<Hidden>(json!({"value": "a", "level": "SECRET"})), LAXER);
        assert!(validator::<Hidden>().is_valid(&json!({"value": "b", "level": "SECRET"})));
        assert!(!schema::of::<Hidden>().to_string().contains("SECRET"));
    }

    #[test]
    fn numbers_and_their_texts() {
        assert_eq!(verdicts::<u8>(json!(1.0)), STRICTER);
        assert_eq!(verdicts::<BTreeMap<u8, ()>>(json!({"999": null})), STRICTER);
        assert_eq!(verdicts::<BTreeMap<u8, ()>>(json!({"1000": null})), (false, false));
    }

    #[derive(Debug, serde::Deserialize, Validate)]
    struct Set(#[max_items(1)] BTreeSet<u8>);

    #[test]
    fn sets_that_are_written_with_repetitions() {
        assert_eq!(verdicts::<Set>(json!([1, 1])), LAXER);
    }

    #[derive(Debug, serde::Deserialize, Validate)]
    struct Defaulted {
        #[serde(default)]
        #[length(min = 1)]
        name: String,
    }

    #[test]
    fn defaults_that_are_not_valid() {
        assert_eq!(verdicts::<Defaulted>(json!({})), STRICTER);
    }

    #[derive(Debug, serde::Deserialize, Validate)]
    #[serde(untagged)]
    #[allow(dead_code, reason = "only validated")]
    enum Either {
        Short(#[length(max = 1)] String),
        Any(String),
    }

    #[derive(Debug, serde::Deserialize, Validate)]
    struct Maybe {
        #[serde(flatten)]
        _inner: Option<Inner>,
    }

    #[derive(Debug, serde::Deserialize, Validate)]
    struct Inner {
        _x: u8,
    }

    #[test]
    fn what_serde_takes_for_the_first_that_fits() {
        assert_eq!(verdicts::<Either>(json!("long")), STRICTER);
        assert_eq!(verdicts::<Maybe>(json!({"_x": "no number"})), LAXER);
        assert_eq!(verdicts::<Maybe>(json!({})), (true, true));
        assert_eq!(verdicts::<types::Level>(json!({"LOW": null})), LAXER);
    }
}
