//! Texts, equality, aliases, words of one's own: the constraints that are no
//! pattern, length or range.

#![allow(clippy::items_after_statements, reason = "each type beside what is said of it")]

use proptest::prelude::*;
use proton_validate::shape::{Kind, Rule};
use proton_validate::{Alias, Describe, Patch, Validate, constraint};
use proton_validate_tests::violations;

const SCHEME: &str = "https://";

#[derive(Validate)]
struct Texts {
    #[ascii]
    #[prefix(SCHEME)]
    #[suffix(".csv")]
    #[contains("a")]
    #[contains("..")]
    #[excludes("%")]
    text: Option<Box<str>>,
}

proptest! {
    #[test]
    fn texts_are_compared_as_they_stand(text in "(https://)?[aé.%]{0,6}(\\.csv)?") {
        let expected = [
            ("ascii", text.is_ascii()),
            ("prefix", text.get(..8) == Some("https://")),
            ("suffix", text.len() >= 4 && text.as_bytes()[text.len() - 4..] == *b".csv"),
            ("contains", text.chars().any(|c| c == 'a')),
            ("contains", text.as_bytes().windows(2).any(|pair| pair == b"..")),
            ("excludes", !text.bytes().any(|byte| byte == b'%')),
        ];
        let expected = expected.iter().filter(|(_, passes)| !passes);
        let expected: Vec<_> = expected.map(|(code, _)| format!("/text {code}")).collect();
        prop_assert_eq!(violations(&Texts { text: Some(text.into()) }), expected);
    }
}

#[test]
fn absent_texts_pass() {
    assert!(Texts { text: None }.is_valid());
}

#[test]
fn members_are_compared_whole() {
    #[derive(serde::Deserialize, Validate)]
    #[serde(rename_all = "camelCase")]
    struct Change {
        #[sensitive]
        new_password: Option<String>,
        #[sensitive]
        #[equals(new_password)]
        repeated: Option<String>,
    }
    let change = |a: Option<&str>, b: Option<&str>| Change {
        new_password: a.map(Into::into),
        repeated: b.map(Into::into),
    };
    assert!(change(None, None).is_valid() && change(Some("a"), Some("a")).is_valid());
    assert_eq!(violations(&change(Some("a"), None)), ["/repeated equals"]);
    let report = change(Some("hunter2"), Some("hunter3")).validate().unwrap_err();
    assert_eq!(report.to_string(), "1 violation:\n  /repeated: must be the same as newPassword");

    #[derive(Validate)]
    enum Either {
        Pair(#[skip] String, #[equals(0)] String),
        Named {
            a: u8,
            #[when(matches!(self, Self::Named { a: 2.., .. }), equals(a))]
            b: u8,
        },
    }
    let _ = Either::Named { a: 1, b: 2 };
    assert_eq!(violations(&Either::Pair("a".into(), "b".into())), ["/Pair/1 equals"]);
}

constraint! {
    /// The number of an account.
    ///
    /// Twelve digits.
    pub AccountId for str { length(equal = 12), pattern(r"^\d+$", message = "has digits only") }

    /// A few short names.
    Names for [String] { max_items(2), each(length(max = 3), apply(Lower)) }

    Lower for str { pattern("^[a-z]*$"), check(not_reserved) }

    Small for u32 { range(max = 9), when(cfg!(test), multiple_of(2)) }
}

fn not_reserved(text: &str, _: &()) -> Result<(), proton_validate::Custom> {
    if text == "root" || text == "adm" { Err("is reserved".into()) } else { Ok(()) }
}

#[test]
fn aliases_constrain_without_a_type() {
    #[derive(Validate)]
    struct Request {
        #[apply(AccountId)]
        account: Patch<String>,
        #[apply(Names)]
        names: Option<Vec<String>>,
        #[each(apply(Small), range(min = 1))]
        sizes: Vec<u32>,
        #[apply(Lower)]
        #[apply(AccountId)]
        both: String,
    }
    let request = |names: &[&str]| Request {
        account: Patch::Value("a".into()),
        names: Some(names.iter().map(ToString::to_string).collect()),
        sizes: vec![0, 2, 11],
        both: "A".into(),
    };
    assert_eq!(
        violations(&request(&["Abc", "adm"])),
        [
            "/account length",
            "/account pattern",
            "/names/0 pattern",
            "/names/1 custom",
            "/sizes/0 range",
            "/sizes/2 range",
            "/sizes/2 multiple_of",
            "/both pattern",
            "/both length",
            "/both pattern",
        ]
    );
    let report = request(&["abcd", "b", "c"]).validate().unwrap_err();
    assert_eq!(report.at("/names").count(), 1);
    assert_eq!(report.at("/names/0").count(), 0, "a list over its maximum is not walked");
    assert_eq!(report.at("/account").nth(1).unwrap().to_string(), "has digits only");

    let Kind::Structure { members, .. } = Request::shape().kind() else { panic!("a structure") };
    let [Rule::Apply { name: "AccountId", docs, rules }] = members[0].rules() else {
        panic!("{:?}", members[0].rules())
    };
    assert_eq!(*docs, "The number of an account.\n\nTwelve digits.");
    assert_eq!((rules.len(), *rules), (2, AccountId::RULES));
    assert!(!members[0].is_typed_only(), "constants only");
    assert!(members[1].is_typed_only(), "a check inside an alias inside an item");
}

#[test]
fn words_of_ones_own_take_the_place_of_ours() {
    #[derive(Validate)]
    struct Request {
        #[length(min = 2, max = 4, message = "{actual} is not {min}..{max} {unit} {{}}")]
        length: String,
        #[range(
            exclusive_min = 1,
            max = 4,
            message = "({exclusive_min}, {max}]",
            code = "no_size"
        )]
        range: u8,
        #[required(message = "say who you are", code = "anonymous")]
        name: Option<String>,
        #[pattern("^a{2,3}$", message = "{pattern}!")]
        #[one_of("aa", hidden("aaa"), message = "one of {values}")]
        pattern: String,
        #[unique_items(message = "at {repeated}")]
        #[max_items(9, code = "many")]
        items: Vec<u8>,
        #[multiple_of(5, message = "times {divisor}")]
        #[equals(range, message = "like {member}")]
        multiple: u8,
        #[prefix("x", message = "begin with {text}")]
        #[format(date, message = "{format} please")]
        prefix: String,
    }
    let report = Request {
        length: "a".into(),
        range: 1,
        name: None,
        pattern: "cc".into(),
        items: vec![1, 2, 1],
        multiple: 3,
        prefix: "a".into(),
    }
    .validate()
    .unwrap_err();
    let said: Vec<_> = report.iter().map(|it| format!("{}: {it}", it.code())).collect();
    assert_eq!(
        said,
        [
            "length: 1 is not 2..4 characters {}",
            "no_size: (1, 4]",
            "anonymous: say who you are",
            "one_of: one of aa",
            "pattern: ^a{2,3}$!",
            "unique_items: at 0, 2",
            "multiple_of: times 5",
            "equals: like range",
            "prefix: begin with x",
            "format: date please",
        ]
    );
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["violations"][1]["code"], "no_size");
    assert_eq!(json["violations"][1]["message"], "(1, 4]");
    assert_eq!(json["violations"][1]["params"]["max"], 4);
}

#[test]
fn a_length_that_the_pattern_implies_keeps_its_words() {
    #[derive(Validate)]
    struct Account {
        #[length(equal = 12, message = "has 12 digits", code = "size")]
        #[pattern(r"^\d{12}$")]
        a: String,
        #[length(equal = 12)]
        #[pattern(r"^\d{12}$", message = "is a number")]
        b: String,
        #[length(equal = 12)]
        #[pattern(r"^\d{12}$")]
        c: String,
    }
    let account = Account { a: "a".into(), b: "b".into(), c: "c".into() };
    let report = account.validate().unwrap_err();
    let said: Vec<_> = report.iter().map(|it| format!("{}: {it}", it.code())).collect();
    let length = "length: must have exactly 12 characters, but has 1";
    let pattern = r"pattern: must match ^\d{12}$";
    assert_eq!(
        said,
        ["size: has 12 digits", pattern, length, "pattern: is a number", length, pattern]
    );
}

#[test]
fn constraints_are_reported_in_one_order_however_they_are_written() {
    #[derive(Validate)]
    struct Names {
        #[check(not_reserved)]
        #[pattern("^[a-z]{3}$")]
        #[contains("x")]
        #[prefix("a")]
        #[ascii]
        #[format(uuid)]
        #[apply(AccountId)]
        #[length(equal = 3)]
        #[one_of("axz")]
        name: String,
    }
    assert_eq!(
        violations(&Names { name: "é".into() }),
        [
            "one_of", "length", "ascii", "prefix", "contains", "pattern", "format", "length",
            "pattern",
        ]
        .map(|code| format!("/name {code}"))
    );
}

#[test]
fn a_check_is_given_no_list_over_its_maximum() {
    #[derive(Validate)]
    struct Lists {
        #[max_items(1)]
        #[check(never)]
        list: Vec<u8>,
    }
    fn never(_: &[u8], _: &()) -> Result<(), proton_validate::Custom> {
        Err("never".into())
    }
    assert_eq!(violations(&Lists { list: vec![1] }), ["/list custom"]);
    assert_eq!(violations(&Lists { list: vec![1, 2] }), ["/list max_items"]);
}

#[test]
fn a_placeholder_below_something_sensitive_is_starred() {
    #[derive(Validate)]
    struct Outer {
        #[sensitive]
        inner: Inner,
    }
    #[derive(Validate)]
    struct Inner {
        #[length(max = 2, message = "{actual} of {max}")]
        text: String,
    }
    let outer = Outer { inner: Inner { text: "hunter2".into() } };
    assert_eq!(outer.validate().unwrap_err().to_string(), "1 violation:\n  /inner/text: * of 2");
}

#[test]
fn formats_are_named_as_here_or_in_json_schema() {
    use proton_validate::{Format, format};

    static EVEN: Format = Format::new("even", |text| text.len().is_multiple_of(2));
    #[derive(Validate)]
    struct Formats {
        #[format(date_time)]
        ours: String,
        #[format(date-time)]
        #[length(max = 20)]
        theirs: Option<String>,
        #[each(format(EVEN))]
        own: Vec<String>,
        #[values(format(format::IPV4))]
        path: std::collections::BTreeMap<String, String>,
    }
    let text = || String::from("2026-02-30T00:00:00Z");
    let formats = Formats {
        ours: text(),
        theirs: Some(text()),
        own: vec!["abc".into()],
        path: [("a".into(), "127.0.0.01".into())].into(),
    };
    assert_eq!(
        violations(&formats),
        ["/ours format", "/theirs format", "/own/0 format", "/path/a format"]
    );
    assert_eq!(
        formats.validate().unwrap_err().at("/own/0").next().unwrap().to_string(),
        "must be a valid even"
    );
}

/// The length that a pattern implies is still a constraint of its own.
#[test]
fn a_length_beside_a_pattern_keeps_its_words_and_its_place() {
    #[derive(Validate)]
    struct Account {
        #[length(equal = 3, message = "needs {min}", code = "size")]
        #[pattern(r"^\d{3}$", message = "digits", code = "digits")]
        worded: String,
        #[length(equal = 3)]
        #[ascii]
        #[prefix("1")]
        #[pattern(r"^\d{3}$")]
        ordered: String,
    }

    let report = Account { worded: "é".into(), ordered: "é".into() }.validate().unwrap_err();
    let worded: Vec<_> = report.at("/worded").map(|it| (it.code(), it.to_string())).collect();
    assert_eq!(worded, [("size", "needs 3".to_owned()), ("digits", "digits".to_owned())]);
    let ordered: Vec<_> = report.at("/ordered").map(|it| it.code()).collect();
    assert_eq!(ordered, ["length", "ascii", "prefix", "pattern"]);
}

/// Three items at most.
mod few {
    proton_validate::constraint! {
        /// Short ones, and few.
        pub(crate) Few for [String] { max_items(2), each(length(max = 1)) }
        /// Short ones.
        pub(crate) Short for Vec<String> { each(length(max = 1)), when(true, unique_items) }
    }
}

#[test]
fn an_alias_does_not_walk_a_list_that_is_too_long() {
    #[derive(Validate)]
    struct Request {
        #[max_items(1)]
        #[apply(few::Few)]
        above: Vec<String>,
        #[apply(few::Few)]
        #[apply(few::Short)]
        #[each(length(max = 1))]
        below: Option<Vec<String>>,
    }

    let list = |len| vec!["aa".to_owned(); len];
    let request = Request { above: list(2), below: Some(list(3)) };
    assert_eq!(violations(&request), ["/above max_items", "/below max_items"]);
    let request = Request { above: list(1), below: Some(list(1)) };
    let each = "/below/0 length";
    assert_eq!(violations(&request), ["/above/0 length", each, each, each]);
}

#[test]
fn a_length_may_be_bounded_in_several_units() {
    #[derive(Validate)]
    #[validate(deny_unbounded)]
    struct Name {
        #[length(graphemes, min = 1, max = 1)]
        #[length(bytes, max = 4)]
        #[length(min = 1, max = 2)]
        #[pattern("^[a-zé\u{300}-\u{36f}]{1,2}$")]
        name: String,
    }

    let found = |name: &str| violations(&Name { name: name.into() });
    assert_eq!(found("e\u{301}"), [""; 0]);
    assert_eq!(found("ab"), ["/name length"]);
    assert_eq!(found("e\u{301}\u{301}"), ["/name length", "/name length", "/name pattern"]);
}
