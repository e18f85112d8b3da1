//! A length beside a pattern: where the pattern implies it, only what does not
//! match is counted, and the report is the same.

use proton_validate::{Pattern, Validate, pattern};

static ACCOUNT: Pattern = pattern!(r"^\d{12}$");
const NAME: Pattern = pattern!("^[a-z]+$");
const LIMIT: usize = 3;

trait Named {
    const PATTERN: Pattern;
    const LIMIT: usize;
}

struct A;

impl Named for A {
    const PATTERN: Pattern = pattern!("^a{2,4}$");
    const LIMIT: usize = 2;
}

#[derive(Validate)]
struct Request {
    #[pattern(r"^\d{12}$", accepts = ["123456789012"], rejects = ["", "12"])]
    #[length(equal = 12)]
    implied: String,
    #[length(max = 9)]
    #[pattern(full, "[a-z]{1,9}")]
    optional: Option<Box<str>>,
    #[pattern("^[a-z]+$")]
    #[length(max = 3)]
    needed: String,
    #[pattern("^é{2}$")]
    #[length(bytes, max = 4)]
    bytes: String,
    #[pattern("^[a-z]{2}$")]
    #[length(max = LIMIT)]
    constant: String,
    #[pattern("^[a-z]{2}$")]
    #[length(max = self.limit)]
    dynamic: String,
    #[pattern(ACCOUNT)]
    #[length(min = 1, max = 12)]
    by_static: String,
    #[pattern(NAME)]
    #[length(min = LIMIT)]
    by_constant: String,
    #[pattern("^[a-z]+$")]
    #[length(max = 3)]
    #[one_of("on", "off", hidden("all"))]
    listed: String,
    limit: usize,
}

#[derive(Validate)]
struct Generic<T: Named> {
    #[pattern(T::PATTERN)]
    #[length(max = T::LIMIT)]
    both: String,
    #[pattern(T::PATTERN)]
    #[length(max = 2)]
    pattern: String,
    #[pattern("^a{2,4}$")]
    #[length(max = T::LIMIT)]
    limit: String,
    #[skip]
    _marker: std::marker::PhantomData<T>,
}

fn request() -> Request {
    let text = String::from;
    Request {
        implied: text("123456789012"),
        optional: None,
        needed: text("abc"),
        bytes: text("éé"),
        constant: text("ab"),
        dynamic: text("ab"),
        by_static: text("123456789012"),
        by_constant: text("abc"),
        listed: text("all"),
        limit: 2,
    }
}

fn main() {
    assert_eq!(request().validate(), Ok(()));
    let wrong = Request { implied: "12a".into(), optional: Some("A".into()), ..request() };
    let report = wrong.validate().unwrap_err();
    let codes: Vec<_> = report.iter().map(|it| (it.path().to_string(), it.code())).collect();
    let expected = [("/implied", "length"), ("/implied", "pattern"), ("/optional", "pattern")];
    assert_eq!(codes, expected.map(|(path, code)| (path.to_owned(), code)));

    let both = || "aa".to_owned();
    let _marker = std::marker::PhantomData::<A>;
    let generic = Generic { both: both(), pattern: both(), limit: both(), _marker };
    assert_eq!(generic.validate(), Ok(()));
}
