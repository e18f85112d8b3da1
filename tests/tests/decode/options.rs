//! What a caller can set, on both ways of asking.

use std::collections::BTreeMap;

use proton_validate::{Custom, Limits, Rejection, Validate, decode::Options, json};
use serde::Deserialize;

use super::found;

#[derive(Debug, Deserialize, Validate)]
struct Request {
    #[length(max = 1)]
    name: Option<String>,
    #[each(length(max = 1))]
    #[serde(default)]
    list: Vec<String>,
    #[serde(default)]
    labels: BTreeMap<String, u8>,
    closed: Option<Closed>,
    union: Option<Union>,
    inner: Option<Box<Request>>,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "only read")]
struct Closed {
    a: Option<u8>,
}

#[derive(Debug, Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
enum Union {
    Named { a: Option<u8> },
}

fn both(document: &str, options: &Options) -> Result<(), Rejection> {
    let checked = json::check_with::<Request, _>(document.as_bytes(), &(), options);
    let read = json::from_slice_with::<Request, _>(document.as_bytes(), &(), options).map(drop);
    assert_eq!(checked, read, "{document}");
    checked
}

fn limited(limits: Limits) -> Options {
    Options::new().with_limits(limits)
}

#[test]
fn violations_beyond_the_limit_are_counted() {
    // One is read as the type, the other is not.
    for first in [r#""name":"ab""#, r#""name":1"#] {
        let document = format!(r#"{{{first},"list":["ab","cd","ef"],"labels":{{"a":1}}}}"#);
        for (max, kept, omitted) in [(0, 0, 4), (2, 2, 2), (4, 4, 0), (100, 4, 0)] {
            let options = limited(Limits::default().with_max_violations(max));
            let rejection = both(&document, &options).unwrap_err();
            let report = rejection.report().unwrap();
            assert_eq!((report.len(), report.omitted()), (kept, omitted), "{document} {max}");
            assert_eq!(report.is_truncated(), omitted > 0);
        }
    }
}

#[test]
fn a_body_may_be_as_large_as_the_limit() {
    let document = r#"{"name":"a"}"#;
    let options = |max| limited(Limits::default().with_max_input_bytes(max));
    assert_eq!(both(document, &options(document.len())), Ok(()));
    for max in [0, document.len() - 1] {
        assert_eq!(both(document, &options(max)), Err(Rejection::TooLarge { max }));
        // Nobody looks at what is in it.
        assert_eq!(both("\u{0}not JSON at all", &options(max)), Err(Rejection::TooLarge { max }));
    }
}

#[test]
fn names_of_the_clients_are_cut() {
    let key = "k".repeat(20);
    let cut = format!("{}…", "k".repeat(7));
    let options = limited(Limits::default().with_max_key_bytes(10));
    for (document, expected) in [
        (format!(r#"{{"labels":{{"{key}":300}}}}"#), format!("/labels/{cut} range")),
        (format!(r#"{{"labels":{{"{key}":1,"{key}":1}}}}"#), format!("/labels/{cut} duplicate")),
        (format!(r#"{{"closed":{{"{key}":1}}}}"#), format!("/closed/{cut} unknown")),
        (format!(r#"{{"{key}":1}}"#), format!("/{cut} unknown")),
    ] {
        let rejection = both(&document, &options.rejecting_unknown_members()).unwrap_err();
        let report = rejection.report().unwrap();
        let first = report.iter().next().unwrap();
        assert_eq!(format!("{} {}", first.path().as_str(), first.code()), expected);
    }
}

#[test]
fn unknown_members_are_ignored_unless_the_option_or_the_type_refuses_them() {
    let (ignoring, refusing) = (Options::new(), Options::new().rejecting_unknown_members());
    let unknown = |place: &str| vec![format!("{place} unknown is not known")];
    let cases = [
        (r#"{"x":1}"#, vec![], unknown("/x")),
        (r#"{"inner":{"x":1}}"#, vec![], unknown("/inner/x")),
        (r#"{"union":{"Named":{"x":1}}}"#, vec![], unknown("/union/Named/x")),
        (r#"{"closed":{"x":1}}"#, unknown("/closed/x"), unknown("/closed/x")),
        // Keys of a map are no members.
        (r#"{"labels":{"x":1}}"#, vec![], vec![]),
    ];
    for (document, ignored, refused) in cases {
        assert_eq!(found(both(document, &ignoring)), ignored, "{document}");
        assert_eq!(found(both(document, &refusing)), refused, "{document}");
    }
    let beside = found(both(r#"{"name":"ab","x":1}"#, &refusing));
    assert_eq!(beside.len(), 2, "{beside:?}");
}

/// What is allowed just now.
struct Quota {
    tags: usize,
    banned: &'static str,
}

#[derive(Debug, Deserialize, Validate)]
#[validate(context = Quota)]
struct Limited {
    #[max_items(context.tags)]
    tags: Vec<String>,
    #[check(is_allowed)]
    #[length(max = 3)]
    name: String,
    #[when(context.tags == 0, required)]
    reason: Option<u8>,
}

fn is_allowed(name: &str, context: &Quota) -> Result<(), Custom> {
    if name == context.banned { Err(Custom::new("banned", "is banned")) } else { Ok(()) }
}

#[test]
fn a_context_decides_on_both() {
    let decided = |document: &str, context: &Quota| {
        let options = Options::new();
        let checked = json::check_with::<Limited, _>(document.as_bytes(), context, &options);
        let read = json::from_slice_with::<Limited, _>(document.as_bytes(), context, &options);
        assert_eq!(checked, read.map(drop), "{document}");
        let rejection = checked.err();
        let report = rejection.as_ref().and_then(|it| it.report());
        let partial = report.is_some_and(proton_validate::Report::is_partial);
        let all = report.into_iter().flatten();
        (all.map(|it| format!("{} {}", it.path().as_str(), it.code())).collect::<Vec<_>>(), partial)
    };
    let document = r#"{"tags":["a"],"name":"bob"}"#;
    let quota = |tags, banned| Quota { tags, banned };
    assert_eq!(decided(document, &quota(1, "")), (vec![], false));
    assert_eq!(decided(document, &quota(1, "bob")), (vec!["/name banned".into()], false));
    let nothing = vec!["/tags max_items".into(), "/reason required".into()];
    assert_eq!(decided(document, &quota(0, "")), (nothing, false));
    let long = r#"{"tags":["a"],"name":"robert"}"#;
    let both = vec!["/tags max_items".into(), "/name length".into(), "/reason required".into()];
    assert_eq!(decided(long, &quota(0, "")), (both, false));
    // Without a value the context has no say, and the report says so.
    let wrong = r#"{"tags":1,"name":"robert"}"#;
    let found = vec!["/tags type".into(), "/name length".into()];
    assert_eq!(decided(wrong, &quota(0, "")), (found, true));
}
