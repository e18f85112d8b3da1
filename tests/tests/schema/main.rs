//! What is exported as JSON Schema means what the library means: on the same
//! document, a validator of schemas and the library give the same verdict.
//!
//! Where they differ is listed in the documentation of `proton_validate::schema`,
//! and shown in `differences`.

mod differences;
mod text;
mod types;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use proton_validate::proton::{
    CreateEnvironmentAccountConnectionInput, CreateEnvironmentAccountConnectionOutput,
};
use proton_validate::{Describe, Validate, ValidateWith, json, schema};
use proton_validate_tests::documents::{self, Choices, Fault, Site};
use serde::de::DeserializeOwned;
use serde_json::Value;

use types::{
    Aliases, Closed, Flat, Formats, Forms, Loose, Numbers, Overlapping, Request, Rest, Strings,
    Tree, Update, Within,
};

/// Documents of each kind and type.
const CASES: u32 = 256;

/// The library's verdict on the bytes of a document.
fn is_valid<T: DeserializeOwned + ValidateWith<()>>(document: &Value) -> bool {
    let bytes = serde_json::to_vec(document).unwrap();
    let checked = json::check::<T>(&bytes).is_ok();
    assert_eq!(
        checked,
        json::from_slice::<T>(&bytes).is_ok(),
        "{document} {:?}",
        json::check::<T>(&bytes)
    );
    checked
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
    // Of variants without a tag any may fit.
    let has_sites = !documents::sites(T::shape()).is_empty();
    let invalid = has_sites.then(|| documents::invalid(T::shape()));
    let checked = invalid.map_or(Ok(()), |invalid| {
        runner.run(&invalid, |(site, document)| {
            prop_assert!(!is_valid::<T>(&document), "{site:?} is not seen: {document:#}");
            prop_assert!(!schema.is_valid(&document), "{site:?} is allowed: {document:#}");
            prop_assert!(is_all_that_is_wrong::<T>(&site, &document), "{site:?}: {document:#}");
            Ok(())
        })
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

/// Whether the report has the one violation that was asked for. What serde does
/// not read has no report.
fn is_all_that_is_wrong<T>(site: &Site, document: &Value) -> bool
where
    T: DeserializeOwned + ValidateWith<()>,
{
    let Fault::Constraint(constraint) = site.fault else { return true };
    let Ok(value) = T::deserialize(document) else { return false };
    let Err(report) = value.validate() else { return false };
    report.iter().map(|violation| violation.constraint().code()).eq([constraint.code()])
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
                assert!(is_all_that_is_wrong::<T>(site, document), "{site:?}: {document:#}");
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
    the_first_form_that_fits: Overlapping, [];
    members_that_count_if_they_can_be_read: Loose, [];
    other_members_are_a_map: Rest, [];
    members_with_several_names: Aliases, [];
    no_other_members: Closed, [];
    updates: Update, [];
    formats: Formats, [];
    newtypes_and_aliases: Within, ["/words/Item length", "/letter length"];
}

#[derive(Debug, serde::Deserialize, Validate)]
struct Nothing();

#[derive(Debug, serde::Deserialize, Validate)]
enum Of {
    Nothing(),
}

#[test]
fn what_has_no_items_is_an_empty_list() {
    agree::<Nothing>();
    agree::<Of>();
    assert!(validator::<Nothing>().is_valid(&serde_json::json!([])));
    assert!(!validator::<Nothing>().is_valid(&serde_json::json!([1])));
}

#[derive(Debug, serde::Deserialize, Validate)]
#[serde(tag = "not")]
#[allow(dead_code, reason = "only read")]
enum Outer {
    Inner(Box<Inner>),
    Leaf { value: u8 },
}

#[derive(Debug, serde::Deserialize, Validate)]
#[serde(tag = "of")]
#[allow(dead_code, reason = "only read")]
enum Inner {
    Outer(Box<Outer>),
    Leaf { value: u8 },
}

#[derive(Debug, serde::Deserialize, Validate)]
#[serde(untagged)]
#[allow(dead_code, reason = "only read")]
enum Untold {
    Node {
        value: u8,
        #[serde(flatten)]
        next: Option<Box<Untold>>,
    },
    Leaf(u8),
}

#[test]
fn a_type_that_stands_in_place_of_its_own_members_has_an_end() {
    let (told, untold) = (validator::<Outer>(), validator::<Untold>());
    for (document, is_expected) in [
        (r#"{"not":"Inner","of":"Leaf","value":1}"#, true),
        (r#"{"not":"Leaf","value":1}"#, true),
        (r#"{"not":"Inner","of":"Leaf"}"#, false),
        (r#"{"not":"Inner"}"#, false),
    ] {
        let document: Value = serde_json::from_str(document).unwrap();
        let verdicts = (is_valid::<Outer>(&document), told.is_valid(&document));
        assert_eq!(verdicts, (is_expected, is_expected), "{document}");
    }
    for (document, is_expected) in [(r#"{"value":1}"#, true), ("1", true), ("{}", false)] {
        let document: Value = serde_json::from_str(document).unwrap();
        let verdicts = (is_valid::<Untold>(&document), untold.is_valid(&document));
        assert_eq!(verdicts, (is_expected, is_expected), "{document}");
    }
}
