//! Reports of checks that could not decide.

use super::*;

/// What checks could not decide, at these members; the last is sensitive.
fn undecided(names: &[&str]) -> Collector {
    let mut out = Collector::new(Limits::default());
    let root = Location::root();
    for (i, name) in names.iter().enumerate() {
        let at = root.member(name);
        let at = if i + 1 == names.len() { at.sensitive() } else { at };
        out.unavailable(at, format!("no answer for {name}").into());
    }
    out
}

#[test]
fn undecided_is_not_wrong() {
    let report = undecided(&["a", "b"]).finish().unwrap_err();
    assert!(report.is_undecided() && !report.is_partial());
    assert_eq!(report.to_string(), "0 violations\ncould not be checked:\n  /a\n  /b");
    assert_eq!(report.source().unwrap().to_string(), "no answer for a");
    let secret = undecided(&["pin"]).finish().unwrap_err();
    assert!(secret.source().is_none(), "its cause may quote the value");
    assert!(!full(1, 1).is_undecided() && !full(1, 0).is_undecided());
}

#[test]
fn debug_tells_what_was_found_and_what_is_left_out() {
    let debug = format!("{:?}", full(3, 2));
    assert_eq!(debug, r#"Report {"/0": Required, "/1": Required} and 1 more"#);
    let mut out = undecided(&["a"]);
    out.push(Location::root(), Constraint::Unknown);
    let debug = format!("{:?}", out.finish().unwrap_err());
    assert!(debug.starts_with(r#"Report {"": Unknown} and ["#), "{debug}");
    assert!(debug.contains("/a") && !debug.contains("no answer"), "{debug}");
}

#[test]
fn what_could_not_be_decided_is_part_of_what_a_report_says() {
    let report = |names| undecided(names).finish().unwrap_err();
    assert_eq!(report(&["a"]), report(&["a"]));
    assert_ne!(report(&["a"]), report(&["b"]));
    assert_ne!(report(&["a"]), report(&["a", "b"]));
}

#[cfg(feature = "json")]
#[test]
fn the_serialised_report_has_places_where_checks_could_not_decide() {
    let json = |report: &Report| serde_json::to_value(report).unwrap();
    let report = undecided(&["a"]).finish().unwrap_err();
    assert_eq!(
        json(&report),
        serde_json::json!({"violations": [], "omitted": 0, "unavailable": ["/a"]})
    );
    assert_eq!(json(&full(2, 0)), serde_json::json!({"violations": [], "omitted": 2}));
}
