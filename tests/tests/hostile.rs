//! Bodies that no honest client sends: each is a clear rejection, bounded in
//! memory, and the same in every way of asking.

use std::cell::Cell;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use allocation_counter::measure;
use proton_validate::{Custom, Rejection, SyntaxKind, Validate, decode, json};
use proton_validate_pattern::Pattern;
use serde::Deserialize;

#[derive(Debug, Deserialize, Validate)]
struct Request {
    #[length(max = 3)]
    name: String,
    size: u8,
    #[serde(default)]
    labels: BTreeMap<String, String>,
    next: Option<Box<Request>>,
}

fn refused(body: &[u8]) -> Rejection {
    let read = json::from_slice::<Request>(body).map(drop);
    assert_eq!(json::check::<Request>(body), read);
    read.unwrap_err()
}

fn kind(body: &[u8]) -> SyntaxKind {
    match refused(body) {
        Rejection::Syntax(syntax) => syntax.kind(),
        other => panic!("{other}"),
    }
}

fn lines(body: &[u8]) -> Vec<String> {
    let rejection = refused(body);
    let report = rejection.report().unwrap_or_else(|| panic!("{rejection}"));
    report.iter().map(|it| format!("{} {}", it.path().as_str(), it.code())).collect()
}

#[test]
fn what_is_no_json_says_where() {
    for body in ["", "{", "[", r#"{"name":"#, r#"{"name":"abc"#, "tru"] {
        assert_eq!(kind(body.as_bytes()), SyntaxKind::EndOfInput, "{body}");
    }
    assert_eq!(kind(b"\xef\xbb\xbf{}"), SyntaxKind::UnexpectedCharacter);
    assert_eq!(kind(br#"{"name":"a","size":1} x"#), SyntaxKind::TrailingCharacters);
    assert_eq!(kind(br#"{"size":1e999}"#), SyntaxKind::InvalidNumber);
    assert_eq!(kind(br#"{"name":"\ud800"}"#), SyntaxKind::InvalidString);
    assert_eq!(kind(b"{\"name\":\"a\nb\"}"), SyntaxKind::InvalidString);
    assert_eq!(kind(b"{\"name\":\"\xff\"}"), SyntaxKind::InvalidUtf8);
    assert_eq!(kind(b"{\"name\":\"a\",\"size\":1,\"x\":\"\xff\"}"), SyntaxKind::InvalidUtf8);
    let Rejection::Syntax(syntax) = refused(b"{\n  \"size\": x}") else { unreachable!() };
    assert_eq!((syntax.line(), syntax.column()), (2, 11));
}

#[test]
fn a_wrong_type_at_the_top_is_a_violation() {
    assert_eq!(lines(b"null"), [" required"]);
    assert_eq!(lines(b"[]"), [" type"]);
    assert_eq!(lines(br#"["abc", 1, {}, null]"#), [" type"], "no list for a structure");
    assert_eq!(lines(b"3"), [" type"]);
}

#[test]
fn deep_nesting_is_refused_before_the_stack_ends() {
    let nested = |open: &str, inside: &str, close: &str, depth: usize| {
        format!("{}{inside}{}", open.repeat(depth), close.repeat(depth))
    };
    let lists = nested("[", "", "]", 10_000);
    assert_eq!(kind(lists.as_bytes()), SyntaxKind::TooDeep);
    let requests = nested(r#"{"name":"","size":1,"next":"#, "null", "}", 10_000);
    assert_eq!(kind(requests.as_bytes()), SyntaxKind::TooDeep);
    let unknown = format!(r#"{{"name":"a","size":1,"x":{}}}"#, nested("[", "", "]", 10_000));
    assert_eq!(kind(unknown.as_bytes()), SyntaxKind::TooDeep);
    let shallow = format!(r#"{{"name":"a","size":1,"x":{}}}"#, nested("[", "", "]", 100));
    assert!(json::from_slice::<Request>(shallow.as_bytes()).is_ok());
    assert!(json::check::<Request>(shallow.as_bytes()).is_ok());
}

#[test]
fn what_nobody_looks_at_is_read_all_the_same() {
    for value in ["1e999", r#""\ud800""#, "[01]", r#"{"a":{"b":}}"#] {
        let body = format!(r#"{{"name":"a","size":1,"x":{value}}}"#);
        assert!(matches!(refused(body.as_bytes()), Rejection::Syntax(_)), "{value}");
    }
}

/// Of a type that only its own code reads, the shape sees nothing.
#[test]
fn what_only_a_value_can_decide_is_read_within_the_same_limits() {
    #[derive(Debug, Deserialize, Validate)]
    #[serde(untagged)]
    #[allow(dead_code, reason = "only read")]
    enum Form {
        Number(f64),
        Text(String),
        List(Vec<Form>),
    }
    #[derive(Debug, Deserialize, Validate)]
    #[allow(dead_code, reason = "only read")]
    struct Forms {
        form: Form,
        #[serde(default)]
        #[length(max = 1)]
        name: String,
    }
    let kind = |form: &str| {
        let body = format!(r#"{{"name":"ab","form":{form}}}"#);
        let read = json::from_slice::<Forms>(body.as_bytes()).map(drop).unwrap_err();
        assert_eq!(json::check::<Forms>(body.as_bytes()), Err(read.clone()));
        match read {
            Rejection::Syntax(syntax) => Some(syntax.kind()),
            _ => None,
        }
    };
    assert_eq!(kind("1e999"), Some(SyntaxKind::InvalidNumber));
    assert_eq!(kind(r#"["a","\udc00"]"#), Some(SyntaxKind::InvalidString));
    assert_eq!(kind(r#""\ud800""#), Some(SyntaxKind::InvalidString));
    assert_eq!(kind(&format!("{}{}", "[".repeat(200), "]".repeat(200))), Some(SyntaxKind::TooDeep));
    assert_eq!(kind("null"), None, "it can be read, and is no form");
}

#[test]
fn what_stands_twice_is_refused() {
    let thrice = br#"{"name":"a","size":1,"name":"b","name":"c"}"#;
    assert_eq!(lines(thrice), ["/name duplicate"]);
    let twice = br#"{"name":"a","size":1,"labels":{"a":"","b":"","a":""}}"#;
    assert_eq!(lines(twice), ["/labels/a duplicate"]);
    // The same key, written in another way.
    let escaped = br#"{"name":"a","size":1,"labels":{"a":"","\u0061":""}}"#;
    assert_eq!(lines(escaped), ["/labels/a duplicate"]);
    // Among what is ignored nobody looks.
    assert!(json::check::<Request>(br#"{"name":"a","size":1,"x":{"a":1,"a":1}}"#).is_ok());
}

#[test]
fn a_large_body_is_not_read() {
    let body = vec![b' '; 100_000_000];
    let used = measure(|| {
        let refused = json::from_slice::<Request>(&body).unwrap_err();
        assert_eq!(refused, Rejection::TooLarge { max: 1024 * 1024 });
    });
    assert_eq!(used.count_total, 0);
}

#[test]
fn a_million_unknown_members_cost_nothing_that_stays() {
    let members: Vec<String> = (0..1_000_000).map(|i| format!("\"k{i}\":{i}")).collect();
    let body = format!("{{{},\"name\":\"a\",\"size\":1}}", members.join(","));
    let limits = proton_validate::Limits::default().with_max_input_bytes(usize::MAX);
    let options = decode::Options::new().with_limits(limits);
    let check =
        |options: decode::Options| json::check_with::<Request, _>(body.as_bytes(), &(), &options);
    assert!(check(options).is_ok());
    let used = measure(|| {
        let refused = check(options.rejecting_unknown_members()).unwrap_err();
        let report = refused.report().unwrap();
        assert_eq!((report.len(), report.omitted()), (100, 999_900));
    });
    assert!(used.bytes_max < 64 * 1024, "{used:?}");
}

#[test]
fn lists_that_are_too_long_leave_nothing_behind() {
    #[derive(Deserialize, Validate)]
    #[allow(dead_code, reason = "it is never read that far")]
    struct Lists {
        #[each(max_items(1), each(length(max = 1)))]
        lists: Vec<Vec<String>>,
    }
    let inner = format!("[{}\"ab\"]", "\"ab\",".repeat(90));
    let body = format!("{{\"lists\":[{}{inner}]}}", format!("{inner},").repeat(1000));
    let used = measure(|| {
        let refused = json::check::<Lists>(body.as_bytes()).unwrap_err();
        let report = refused.report().unwrap();
        assert_eq!((report.len(), report.omitted()), (100, 901));
        assert!(report.iter().all(|it| it.code() == "max_items"));
    });
    assert!(used.bytes_max < 256 * 1024, "{used:?}");
}

#[test]
fn what_only_serde_refuses_is_told_without_its_words() {
    #[derive(Debug, Deserialize, Validate)]
    #[allow(dead_code, reason = "only read")]
    struct Odd<'a> {
        borrowed: &'a str,
        #[sensitive]
        secrets: BTreeMap<String, std::num::NonZeroI8>,
        address: Option<std::net::IpAddr>,
    }
    let found = |body: &'static str| {
        let refused = json::from_slice::<Odd<'_>>(body.as_bytes()).map(drop).unwrap_err();
        assert_eq!(json::check::<Odd<'_>>(body.as_bytes()), Err(refused.clone()));
        assert!(!format!("{refused} {refused:?}").contains("hunter"));
        let report = refused.report().unwrap();
        report.iter().map(|it| format!("{} {}", it.path().as_str(), it.code())).collect::<Vec<_>>()
    };
    assert_eq!(found(r#"{"borrowed":"\u0061","secrets":{}}"#), ["/borrowed unreadable"]);
    assert_eq!(found(r#"{"borrowed":"","secrets":{"hunter2":0}}"#), ["/secrets/* unreadable"]);
    let address = r#"{"borrowed":"","secrets":{},"address":"hunter2"}"#;
    assert_eq!(found(address), ["/address unreadable"]);
}

#[test]
fn a_rule_that_only_a_value_can_decide_never_counts_as_passed() {
    #[derive(Debug, Deserialize, Validate)]
    #[check(even)]
    struct Checked {
        size: u8,
        #[when(self.size > 5, required)]
        reason: Option<String>,
        #[serde(default)]
        #[length(min = 1)]
        text: String,
    }
    fn even(checked: &Checked, _: &()) -> Result<(), Custom> {
        if checked.size.is_multiple_of(2) { Ok(()) } else { Err("is odd".into()) }
    }
    let found = |body: &str| {
        let checked = json::check::<Checked>(body.as_bytes());
        assert_eq!(checked, json::from_slice::<Checked>(body.as_bytes()).map(drop));
        checked.map_err(|it| it.report().cloned().unwrap())
    };
    assert!(found(r#"{"size":2,"text":"a"}"#).is_ok());
    assert_eq!(found(r#"{"size":3,"text":"a"}"#).unwrap_err().at("").count(), 1);
    assert_eq!(found(r#"{"size":6,"text":"a"}"#).unwrap_err().at("/reason").count(), 1);
    assert_eq!(found(r#"{"size":2}"#).unwrap_err().at("/text").count(), 1, "the default is empty");
    let partial = found(r#"{"size":"x"}"#).unwrap_err();
    assert!(partial.is_partial());
    assert!(!found(r#"{"size":7,"text":""}"#).unwrap_err().is_partial());
}

#[test]
fn only_maps_are_structures_everywhere() {
    #[derive(Debug, PartialEq, Deserialize, Validate)]
    enum Choice {
        Named { a: u8 },
        Listed(u8, u8),
    }
    #[derive(Debug, Deserialize, Validate)]
    #[allow(dead_code, reason = "only read")]
    struct Outer {
        #[serde(flatten)]
        inner: Inner,
        choice: Option<Choice>,
    }
    #[derive(Debug, Deserialize, Validate)]
    #[allow(dead_code, reason = "only read")]
    struct Inner {
        a: u8,
    }
    let found = |body: &str| {
        let read = json::from_slice::<Outer>(body.as_bytes()).map(drop);
        assert_eq!(json::check::<Outer>(body.as_bytes()), read, "{body}");
        let report = read.err().and_then(|it| it.report().cloned());
        let all = report.iter().flat_map(proton_validate::Report::iter);
        all.map(|it| format!("{} {}", it.path().as_str(), it.code())).collect::<Vec<_>>()
    };
    assert_eq!(found(r#"{"a":1,"choice":{"Named":{"a":1}}}"#), [""; 0]);
    assert_eq!(found(r#"{"a":1,"choice":{"Listed":[1,2]}}"#), [""; 0]);
    assert_eq!(found(r#"{"a":1,"choice":{"Named":[1]}}"#), ["/choice/Named type"]);
    assert_eq!(found(r#"{"a":1,"x":1,"x":2}"#), ["/x duplicate"]);
    assert_eq!(found(r#"{"a":1,"a":2}"#), ["/a duplicate"]);
}

/// With backtracking each of these takes longer than anybody waits.
#[test]
fn patterns_that_explode_elsewhere_come_to_an_end() {
    let bodies = ["a".repeat(100_000), "ax".repeat(50_000), "x".repeat(100_000)];
    for source in [
        "^(a+)+$",
        "^([a-zA-Z]+)*$",
        "^(a|aa)+$",
        "^(a|a?)+$",
        "^(.*a){8}$",
        "^(x+x+)+y$",
        "^(?=(a+)+$)[a-w]*$",
        r"^([a-z0-9]+\.?)+@([a-z0-9]+\.?)+$",
    ] {
        let pattern = Pattern::new(source).unwrap();
        for body in &bodies {
            assert!(!pattern.is_match(&format!("{body}!")), "{source}");
        }
    }
}

thread_local! {
    static COMPARED: Cell<usize> = const { Cell::new(0) };
}

/// It can be compared and has no hash; whoever compares it is counted.
#[derive(PartialEq, Eq, Validate)]
struct Counted(u32);

impl PartialOrd for Counted {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Counted {
    fn cmp(&self, other: &Self) -> Ordering {
        COMPARED.set(COMPARED.get() + 1);
        self.0.cmp(&other.0)
    }
}

/// Whatever the client sends: there is no hash to collide, and no order that takes
/// more than sorting does.
#[test]
fn unique_items_are_sorted_and_not_hashed() {
    #[derive(Validate)]
    struct Items(#[unique_items] Vec<Counted>);

    let n = 10_000;
    let orders: [fn(u32) -> u32; 4] =
        [|i| i, |i| 10_000 - i, |i| if i % 2 == 0 { i } else { 20_000 - i }, |i| i * 7919 % 10_007];
    for order in orders {
        COMPARED.set(0);
        assert!(Items((0..n).map(order).map(Counted).collect()).is_valid());
        assert!(COMPARED.get() < 40 * n as usize, "{}", COMPARED.get());
    }
}
