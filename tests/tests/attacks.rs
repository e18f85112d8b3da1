//! A client that means harm: whatever it sends, all ways of asking refuse it alike,
//! what that takes is bounded, and so is each answer, which says nothing of what was
//! sent.

use std::collections::{BTreeMap, HashMap};

use allocation_counter::measure;
use proton_validate::wire::problem::Problem;
use proton_validate::wire::{Dialect, Rendering};
use proton_validate::{
    Blob, Limits, Rejection, Report, Timestamp, Validate, decode::Options, json,
};
use serde::Deserialize;

#[derive(Deserialize, Validate)]
struct Request {
    #[length(max = 3)]
    #[pattern("^[a-z]*$")]
    name: Option<String>,
    size: Option<u8>,
    ratio: Option<f64>,
    at: Option<Timestamp>,
    blob: Option<Blob>,
    #[each(length(max = 1))]
    list: Option<Vec<String>>,
    #[unique_items]
    unique: Option<Vec<String>>,
    #[values(range(max = 9))]
    map: Option<BTreeMap<String, u8>>,
    numbered: Option<HashMap<i32, bool>>,
    #[sensitive]
    secrets: Option<BTreeMap<String, Choice>>,
    tagged: Option<Tagged>,
    #[serde(flatten)]
    flat: Flat,
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
enum Choice {
    Text(#[length(max = 3)] String),
    Map(BTreeMap<String, u8>),
}

#[derive(Deserialize, Validate)]
#[serde(tag = "tag")]
enum Tagged {
    It { x: Option<BTreeMap<String, u8>> },
}

#[derive(Deserialize, Validate)]
struct Flat {
    flat: Option<BTreeMap<String, f32>>,
}

/// The most memory that a long body may take at once: items that are compared, and
/// what serde keeps beside a tag, are some times what they are as text.
const MEMORY: u64 = 12 * 1024 * 1024;

/// The same where there is nothing but a long text, and a report.
const LITTLE: u64 = 1024 * 1024;

const DIALECTS: [Dialect; 3] = [
    Dialect::Smithy,
    Dialect::AwsJson { namespace: "com.example" },
    Dialect::Problem(Problem::new()),
];

/// What is sent where nothing of it may come back.
const SECRET: &str = "hunter2";

/// Why a body is refused, in all ways of asking.
fn refused(body: &[u8], most: u64) -> Rejection {
    let mut answer = None;
    let shown = String::from_utf8_lossy(body.get(..60).unwrap_or(body));
    for options in [Options::new(), Options::new().rejecting_unknown_members()] {
        let used = measure(|| {
            let read = json::from_slice_with::<Request, ()>(body, &(), &options).map(drop);
            let checked = json::check_with::<Request, ()>(body, &(), &options);
            agree(&read, &checked);
            let refused = read.err().unwrap_or_else(|| panic!("{shown} is accepted"));
            answered(&refused);
            answer.get_or_insert(refused);
        });
        assert!(used.bytes_max < most, "{shown}: {used:?}");
    }
    answer.unwrap()
}

/// The same verdict, and the same report where it is whole.
fn agree(read: &Result<(), Rejection>, checked: &Result<(), Rejection>) {
    let is_whole = |it: &Result<(), Rejection>| {
        !it.as_ref().is_err_and(|it| it.report().is_some_and(Report::is_truncated))
    };
    assert_eq!(read.is_err(), checked.is_err());
    assert_eq!(is_whole(read), is_whole(checked));
    if is_whole(read) {
        assert_eq!(read, checked);
    }
}

fn answered(rejection: &Rejection) {
    let mut all = vec![rejection.to_string(), format!("{rejection:?}")];
    for rendering in [Rendering::FULL, Rendering::TERSE] {
        for dialect in DIALECTS {
            let body = dialect.render(rejection, rendering).into_body();
            assert!(body.len() <= rendering.max_bytes(), "{} bytes", body.len());
            assert!(serde_json::from_str::<serde_json::Value>(&body).is_ok(), "{body}");
            all.push(body);
        }
    }
    assert!(all.iter().all(|text| !text.contains(SECRET)), "{all:?}");
}

fn lines(rejection: &Rejection) -> Vec<String> {
    let report = rejection.report().unwrap_or_else(|| panic!("{rejection}"));
    report.iter().map(|it| format!("{} {}", it.path(), it.code())).collect()
}

/// A quarter of the most that is read by default, of one part.
fn long(part: &str) -> String {
    part.repeat(Limits::DEFAULT.max_input_bytes / 4 / part.len())
}

#[test]
fn what_is_no_json() {
    let digits = "7".repeat(10_000);
    let bodies: Vec<Vec<u8>> = vec![
        b"\xEF\xBB\xBF{}".into(),
        b"\xFF\xFE{\0}\0".into(),
        b"{\"name\":\"\xED\xA0\x80\"}".into(),
        b"{\"name\":\"\xF4\x90\x80\x80\"}".into(),
        b"{\"\xC0\xAF\":1}".into(),
        br#"{"na\ud800me":1}"#.into(),
        br#"{"secrets":{"hunter2\udc00":1}}"#.into(),
        b"{\"name\":\"\0\"}".into(),
        b"{\"name\"\0:1}".into(),
        b"{\"ratio\":NaN}".into(),
        b"{\"ratio\":-Infinity}".into(),
        b"{\"ratio\":1e400}".into(),
        b"{\"q\":-1e400}".into(),
        b"{\"size\":01}".into(),
        b"{\"size\":+1}".into(),
        b"{\"size\":0x10}".into(),
        b"{\"size\":1.}".into(),
        b"{'size':1}".into(),
        b"{size:1}".into(),
        b"{\"size\":1,}".into(),
        b"{\"size\":1}}".into(),
        b"{\"size\":1}\0".into(),
        b"{\"size\":1}{\"size\":2}".into(),
        b"{\"size\":1} // hunter2".into(),
        format!("{{\"ratio\":{digits}}}").into(),
        format!("{{\"q\":{digits}}}").into(),
        format!("{{\"ratio\":1e{digits}}}").into(),
        long("[").into(),
        long("{\"q\":").into(),
        format!("{{\"tagged\":{}", long("[")).into(),
        format!("{{\"flat\":{}", long("{\"a\":")).into(),
        format!("\"{}", long("\\u0000")).into(),
    ];
    for body in bodies {
        assert!(matches!(refused(&body, LITTLE), Rejection::Syntax(_)));
    }
}

#[test]
fn what_is_json_and_no_request() {
    let text = long("a");
    let quoted = long("\\u0000");
    let digits = "7".repeat(300);
    let cases: [(String, &[&str]); 16] = [
        (format!("{{\"name\":\"{text}\"}}"), &["/name length"]),
        (format!("{{\"name\":\"{quoted}\"}}"), &["/name length", "/name pattern"]),
        (format!("{{\"size\":{digits}}}"), &["/size range"]),
        (format!("{{\"size\":-{digits}}}"), &["/size range"]),
        (format!("{{\"size\":0.{digits}}}"), &["/size type"]),
        ("{\"size\":1e2}".into(), &["/size type"]),
        ("{\"size\":-0}".into(), &["/size type"]),
        (format!("{{\"numbered\":{{\"{digits}\":true}}}}"), &["/numbered type"]),
        ("{\"numbered\":{\"1\\u0000\":true}}".into(), &["/numbered type"]),
        ("{\"n\\u0061me\":\"a\",\"name\":\"b\"}".into(), &["/name duplicate"]),
        ("{\"map\":{\"\\u0000\":99}}".into(), &["/map/\\u{0} range"]),
        (format!("{{\"at\":{digits}}}"), &["/at range"]),
        (format!("{{\"blob\":\"{}\"}}", long("=")), &["/blob format"]),
        (
            format!("{{\"secrets\":{{\"hunter2\":{{\"hunter2\":\"{text}\"}}}}}}"),
            &["/secrets/* one_of"],
        ),
        (
            "{\"secrets\":{\"hunter2\":{\"Map\":{\"hunter2\":999}}}}".into(),
            &["/secrets/*/*/* range"],
        ),
        (format!("[{}0]", long("0,")), &[" type"]),
    ];
    for (body, expected) in cases {
        assert_eq!(lines(&refused(body.as_bytes(), LITTLE)), expected, "{body:.60}");
    }
}

#[test]
fn many_at_once() {
    let bodies = [
        format!("{{\"list\":[{}\"\"]}}", long("\"ab\",")),
        format!("{{\"list\":[{}\"\"]}}", long("0,")),
        format!("{{\"unique\":[{}\"\"]}}", long("\"\",")),
        format!("{{\"map\":{{{}\"\":99}}}}", long("\"a\":1,")),
        format!("{{\"map\":{{{}\"\":99}}}}", many(15_000, |i| format!("\"key{i}\":99,"))),
        format!("{{\"secrets\":{{{}\"\":0}}}}", many(12_000, |i| format!("\"hunter2{i}\":0,"))),
        format!("{{\"numbered\":{{{}\"\":0}}}}", many(20_000, |i| format!("\"{i}\":0,"))),
        format!("{{\"tagged\":{{{}\"\":0}}}}", many(15_000, |i| format!("\"hunter2{i}\":0,"))),
        format!("{{\"flat\":{{{}\"\":\"\"}}}}", many(15_000, |i| format!("\"key{i}\":1e39,"))),
        format!("{{\"size\":\"\",{}\"\":0}}", long("\"size\":1,")),
        format!("{{\"size\":\"\",{}\"\":0}}", long("\"q\":1,")),
        format!("{{\"size\":\"\",\"{}\":0}}", long("a")),
        format!("{{\"map\":{{\"{}\":99}}}}", long("~")),
        format!("{{\"map\":{{\"{}\":99}}}}", long("\\u202e")),
    ];
    for body in bodies {
        let answer = refused(body.as_bytes(), MEMORY);
        let report = answer.report().unwrap();
        assert!(report.len() <= Limits::DEFAULT.max_violations, "{}", report.len());
        assert!(report.iter().all(|it| it.path().as_str().len() < 1024), "{report:?}");
    }
}

fn many(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect()
}
