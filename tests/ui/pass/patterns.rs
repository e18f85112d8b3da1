//! Patterns in every form, with what real APIs write.

use proton_validate::{Pattern, Validate, pattern};

static ARN: Pattern = pattern!(r"^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role/([\w+=,.@-]{1,512}[/:])*([\w+=,.@-]{1,64})$");
const SEARCH: Pattern = pattern!(search, "[a-z]");

mod patterns {
    pub(crate) static FULL: proton_validate::Pattern =
        proton_validate::pattern!(crate = ::proton_validate, full, "a|b");
}

trait Named {
    const PATTERN: Pattern;
}

struct A;

impl Named for A {
    const PATTERN: Pattern = pattern!("^a$");
}

#[derive(Validate)]
struct Request {
    #[pattern(ARN)]
    arn: Option<String>,
    #[pattern(patterns::FULL)]
    module: String,
    #[pattern(Self::ID)]
    associated: String,
    #[pattern("^(?:a|b)$|^(c|d)$")]
    branches: String,
    #[pattern(r"^[\p{L}\p{Print}\s-_.,/\-]*$")]
    lenient: String,
    #[pattern("^a\\.b$")]
    escaped: String,
    #[pattern(r"^\bword\b$")]
    boundary: String,
}

impl Request {
    const ID: Pattern = pattern!(r"^\d{12}$");
}

#[derive(Validate)]
struct Generic<T: Named> {
    #[pattern(T::PATTERN)]
    text: String,
    #[skip]
    _marker: std::marker::PhantomData<T>,
}

fn main() {
    let request = Request {
        arn: Some("arn:aws:iam::123456789012:role/a/b".into()),
        module: "b".into(),
        associated: "123456789012".into(),
        branches: "c".into(),
        lenient: "été-_".into(),
        escaped: "a.b".into(),
        boundary: "word".into(),
    };
    assert_eq!(request.validate(), Ok(()));
    let generic = Generic::<A> { text: "a".into(), _marker: std::marker::PhantomData };
    assert_eq!(generic.validate(), Ok(()));
    assert!(SEARCH.is_match("1a"));
}
