//! Time per byte over longer and longer texts: flat, or the time is not linear.
//!
//! These are the worst known texts of matchers that go back.

use std::hint::black_box;

use proton_validate::{Pattern, pattern, proton::patterns::IAM_ROLE_ARN};

use crate::{
    measure::{self, Contender},
    table::{Row, Table},
};

const KILOBYTES: [usize; 3] = [1, 10, 100];

static NESTED: Pattern = pattern!("^([0-9]+)+$");
static AROUND: Pattern = pattern!(r"^.*\d+.*$");
static WORDS: Pattern = pattern!("^[a-zA-Z](?:-?[a-zA-Z0-9]+)*$");

pub(crate) fn table() -> Table {
    let columns = KILOBYTES.map(|size| format!("{size} KB, ns/byte")).into();
    let rows = vec![
        row(&NESTED, "", "0", "x"),
        row(&AROUND, "", "x", "\n"),
        row(&WORDS, "a", "a", "!"),
        row(&WORDS, "a", "-a", "!"),
        row(&IAM_ROLE_ARN, "arn:aws:iam::123456789012:role/", "a/", ""),
    ];
    Table { name: "scaling, texts that do not match", columns, rows }
}

/// A text of `start`, as many times `middle` as there is room, and `end`.
fn row(pattern: &'static Pattern, start: &str, middle: &str, end: &str) -> Row {
    let values = KILOBYTES.map(|size| {
        let text = start.to_owned() + &middle.repeat(size * 1024 / middle.len()) + end;
        assert!(!pattern.is_match(&text), "{pattern} on {size} KB");
        let contender = [Contender::new(|| black_box(pattern).is_match(black_box(&text)))];
        #[expect(clippy::cast_precision_loss, reason = "texts are short")]
        let bytes = text.len() as f64;
        measure::compare(&contender).least(0) / bytes
    });
    let mut name: String = pattern.as_str().chars().take(30).collect();
    name += if middle.len() > 1 { " *" } else { "" };
    Row { name, values: values.into() }
}
