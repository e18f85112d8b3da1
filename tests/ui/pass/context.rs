//! Contexts of every form, and types that need none among them.

use proton_validate::Validate;

trait Limits {
    fn max(&self) -> usize;
}

struct Plan(usize);

impl Limits for Plan {
    fn max(&self) -> usize {
        self.0
    }
}

#[derive(Validate)]
#[validate(context = Plan)]
struct Request {
    #[max_items(context.0)]
    tags: Vec<Tag>,
    #[length(min = context.0.min(1), max = context.0 + self.tags.len())]
    name: Option<String>,
    plain: Plain,
}

#[derive(Validate)]
#[validate(context = Plan)]
struct Tag(#[length(max = context.0)] String);

#[derive(Validate)]
struct Plain {
    #[length(max = 3)]
    context: String,
}

#[derive(Validate)]
#[validate(context = dyn Limits + Send)]
struct Dynamic {
    #[length(max = context.max())]
    name: String,
}

#[derive(Validate)]
#[validate(context = str)]
enum Unsized<T> {
    Text(#[length(max = context.len())] String),
    Other(T),
}

fn main() {
    let plain = || Plain { context: "abc".into() };
    let request = Request { tags: vec![Tag("a".into())], name: None, plain: plain() };
    assert_eq!(request.validate_with(&Plan(1)), Ok(()));
    assert!(!request.is_valid_with(&Plan(0)));
    let limits: &(dyn Limits + Send) = &Plan(1);
    assert!(Dynamic { name: "a".into() }.is_valid_with(limits));
    assert!(Unsized::Other(plain()).is_valid_with("abc"));
    assert!(!Unsized::<u8>::Text("abcd".into()).is_valid_with("abc"));
}
