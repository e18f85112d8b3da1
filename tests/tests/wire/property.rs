//! What holds for every response: it is JSON, within its limit, and counts right.

use std::borrow::Cow;
use std::ops::Bound;

use proptest::prelude::*;
use proton_validate::wire::problem::Problem;
use proton_validate::wire::{Dialect, Rendering, Response};
use proton_validate::{
    Collector, Constraint, Hidden, LengthUnit, Limits, Location, Number, Pattern, Report, Values,
    Wording, format, pattern,
};
use serde_json::Value;

const DIALECTS: [Dialect; 3] = [
    Dialect::Smithy,
    Dialect::AwsJson { namespace: "com.amazonaws.proton" },
    Dialect::Problem(Problem::new()),
];

static QUOTES: Pattern = pattern!(r#"^["\\/\n]+$"#);
static WORDING: Wording =
    Wording::new().with_message("\"{min}\"\t{max}{actual} \u{7}").with_code("own");

fn constraints() -> Vec<Constraint> {
    let (min, max, unit) = (Some(1), Some(9), LengthUnit::Bytes);
    let number = |n: f64| Bound::Included(Number::from(n));
    let texts = Values::Text(&["a\"b", "c\\d\n"]);
    vec![
        Constraint::Required,
        Constraint::NotNull,
        Constraint::Length { min, max, unit, actual: Some(20) },
        Constraint::MinItems { min: 1, actual: Some(0) },
        Constraint::MaxItems { max: 1, actual: None },
        Constraint::UniqueItems { repeated: Some([0, 3]) },
        Constraint::Range { min: number(-1e300), max: number(0.5) },
        Constraint::MultipleOf { divisor: Number::from(5) },
        Constraint::Pattern { pattern: &QUOTES },
        Constraint::OneOf { values: texts, hidden: Hidden(Values::Text(&["hidden"])) },
        Constraint::Ascii,
        Constraint::Prefix { text: "\u{0}\"" },
        Constraint::Format { format: &format::DATE_TIME },
        Constraint::Equals { member: "other" },
        Constraint::Type { expected: "structure" },
        Constraint::Unknown,
        Constraint::Duplicate,
        Constraint::OneMember,
        Constraint::Depth { max: 128 },
        Constraint::InputSize { max: 1024 },
        Constraint::Unreadable,
    ]
}

fn constraint() -> impl Strategy<Value = Constraint> {
    let custom = (any::<String>(), 1_usize..200).prop_map(|(text, times)| Constraint::Custom {
        code: "custom",
        message: Cow::Owned(text.repeat(times)),
    });
    prop_oneof![4 => prop::sample::select(constraints()), 1 => custom]
}

type Found = (String, usize, bool, Constraint);

fn report(found: &[Found], max_violations: usize) -> Report {
    let mut out = Collector::new(Limits::default().with_max_violations(max_violations));
    for (key, index, worded, constraint) in found {
        let root = Location::root();
        let list = root.key(key);
        let at = list.index(*index);
        let at = if *worded { at.worded(&WORDING) } else { at };
        out.push(at, constraint.clone());
    }
    out.finish().unwrap_err()
}

/// How many violations the body says there were, and how many it shows.
fn counts(response: &Response) -> (usize, Option<usize>) {
    let body: Value = serde_json::from_str(response.body()).unwrap();
    let message = body.get("message").or(body.get("detail")).unwrap().as_str().unwrap();
    let count = message.split(' ').next().unwrap().parse().unwrap();
    let shown = body.get("fieldList").or(body.get("errors"));
    (count, shown.map(|it| it.as_array().unwrap().len()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn every_response_is_bounded_json_that_counts_right(
        found in prop::collection::vec((any::<String>(), 0..9_usize, any::<bool>(), constraint()), 1..40),
        kept in 0..50_usize,
        max in 0..20_000_usize,
        terse in any::<bool>(),
    ) {
        let report = report(&found, kept);
        let rendering = if terse { Rendering::TERSE } else { Rendering::FULL }.with_max_bytes(max);
        for dialect in DIALECTS {
            let response = dialect.render(&report, rendering);
            let body = response.body();
            prop_assert!(body.len() <= rendering.max_bytes(), "{} > {max}", body.len());
            prop_assert!(!body.contains(char::is_control), "{body:?}");
            prop_assert!(!body.contains("hidden"), "{body}");
            let (count, shown) = counts(&response);
            prop_assert_eq!(count, found.len());
            prop_assert!(shown.is_none_or(|shown| shown <= report.len()));
            let unlimited = dialect.render(&report, rendering.with_max_bytes(usize::MAX));
            if unlimited.body().len() <= rendering.max_bytes() {
                prop_assert_eq!(&unlimited, &response);
            }
        }
    }
}

#[test]
fn what_does_not_fit_is_left_out_as_a_whole() {
    let found: Vec<Found> =
        (0..100).map(|i| (format!("key{i}"), i, false, Constraint::Required)).collect();
    let report = report(&found, 100);
    for dialect in DIALECTS {
        let all = dialect.render(&report, Rendering::FULL);
        let mut last = 0;
        for max in (Rendering::MIN_BYTES..all.body().len() + 2).step_by(7) {
            let response = dialect.render(&report, Rendering::FULL.with_max_bytes(max));
            let (count, shown) = counts(&response);
            assert_eq!(count, 100);
            let shown = shown.unwrap_or_else(|| response.body().matches("; ").count() + 1);
            assert!(shown >= last && shown > 0, "more room shows no less");
            // One violation takes less than 300 bytes: the room is used.
            assert!(shown == 100 || response.body().len() + 300 > max);
            last = shown;
        }
    }
}
