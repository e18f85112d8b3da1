//! Every constraint of the vocabulary on every kind of type that it applies to.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use proton_validate::{Custom, Patch, Validate, constraint};

const PREFIX: &str = "arn:";
type Text = String;

constraint! {
    /// Twelve digits.
    pub AccountId for str { length(equal = 12), pattern(r"^\d+$") }
    /// A few short words.
    Few for [String] { max_items(2), each(length(max = 3)) }
    Port for u16 { range(min = 1024), multiple_of(2) }
    Owned for String { ascii }
}

#[derive(Validate)]
struct Texts<'a> {
    #[ascii]
    #[prefix("a")]
    #[suffix("z")]
    #[contains("b")]
    #[contains("c")]
    #[excludes("x")]
    string: String,
    #[prefix(PREFIX)]
    #[excludes(Self::EXCLUDED)]
    constant: Option<Cow<'a, str>>,
    #[format(email)]
    email: Text,
    #[format(uuid)]
    uuid: Patch<Box<str>>,
    #[apply(AccountId)]
    applied: Option<Arc<str>>,
    #[apply(AccountId)]
    #[apply(Owned)]
    twice: String,
    #[apply(Few)]
    list: Option<Vec<String>>,
    #[apply(Few)]
    slice: &'a [String],
    #[apply(Port)]
    port: Patch<u16>,
}

impl Texts<'_> {
    const EXCLUDED: &'static str = "..";
}

type Names = Vec<Text>;

#[derive(Validate)]
struct Nested {
    #[each(length(max = 3), ascii)]
    list: Vec<String>,
    #[each(each(range(max = 3)))]
    lists: Option<VecDeque<Option<Vec<u8>>>>,
    #[each(length(max = 3))]
    alias: Names,
    #[each(one_of("a", hidden("b")))]
    set: BTreeSet<String>,
    #[each(required)]
    options: Vec<Option<u8>>,
    #[keys(length(max = 3))]
    keys: HashMap<String, u8>,
    #[values(range(max = 3))]
    values: BTreeMap<u8, Option<u8>>,
    #[keys(pattern("^a$"))]
    #[values(each(unique_items))]
    both: BTreeMap<String, Vec<Vec<u8>>>,
    #[each(values(apply(AccountId)))]
    accounts: [BTreeMap<u8, String>; 1],
}

#[derive(Validate)]
struct Patches {
    #[required]
    #[not_null]
    both: Patch<u8>,
    #[required]
    required: Patch<String>,
    #[not_null]
    #[length(max = 3)]
    not_null: proton_validate::Patch<String>,
}

struct Plan {
    strict: bool,
    max: u8,
}

#[derive(Validate)]
#[validate(context = Plan)]
#[check(has_a_number, code = "no_number")]
#[check(Checked::is_checked)]
#[when(context.strict, check(has_a_number, message = "needs a number"))]
#[when(context.strict, when(self.number.is_some(), check(has_a_number)))]
struct Checked<'a> {
    #[check(is_small)]
    number: Option<u8>,
    #[check(is_lower_case, message = "must be in lower case", code = "case")]
    text: Option<Box<&'a str>>,
    #[check(is_short)]
    #[each(check(is_small))]
    list: Vec<u8>,
    #[values(check(is_lower_case))]
    map: HashMap<u8, Rc<String>>,
    #[sensitive]
    #[equals(confirmation)]
    password: String,
    #[sensitive]
    confirmation: String,
    #[when(self.number.is_none(), required)]
    #[when(context.strict && self.list.is_empty(), length(min = 2), ascii)]
    maybe: Option<String>,
}

impl Checked<'_> {
    fn is_checked(&self, _: &Plan) -> Result<(), Custom> {
        Ok(())
    }
}

fn has_a_number(value: &Checked<'_>, plan: &Plan) -> Result<(), Custom> {
    if value.number.is_none() && plan.strict {
        let missing = Custom::new("missing", "is missing").at(Checked::MEMBERS.number);
        return Err(missing.and(Custom::from("x").at(Checked::MEMBERS.list.index(0))));
    }
    Ok(())
}

fn is_small(number: &u8, plan: &Plan) -> Result<(), Custom> {
    if *number > plan.max { Err(format!("must be at most {}", plan.max).into()) } else { Ok(()) }
}

fn is_lower_case(text: &str, _: &Plan) -> Result<(), Custom> {
    if text.to_lowercase() == text { Ok(()) } else { Err("must be in lower case".into()) }
}

fn is_short(list: &[u8], _: &Plan) -> Result<(), Custom> {
    if list.len() < 3 { Ok(()) } else { Err(Custom::unavailable("cannot count")) }
}

#[derive(Validate)]
enum Choice<'a> {
    Named {
        password: String,
        #[equals(password)]
        confirmation: Cow<'a, str>,
    },
    Tuple(u8, #[equals(0)] u8),
    Newtype(#[each(length(max = 3))] Vec<String>),
}

#[derive(Validate)]
struct Worded {
    #[length(max = 3, message = "{actual} {unit} are more than {max} {{}}", code = "too_long")]
    length: String,
    #[length(equal = 3, message = "{min} {max}")]
    equal: String,
    #[range(exclusive_min = 1, max = 9, message = "{exclusive_min} {max}")]
    range: u8,
    #[multiple_of(1, message = "{divisor}")]
    multiple_of: u8,
    #[min_items(0, message = "{actual} {min}")]
    #[max_items(3, message = "{actual} {max}")]
    #[unique_items(message = "{repeated}", code = "repeated")]
    items: Vec<u8>,
    #[pattern("^a*$", message = "{pattern}")]
    #[one_of("aaa", message = "{values}")]
    #[prefix("a", message = "{text}")]
    pattern: String,
    #[format(email, message = "{format}", code = "no-email")]
    format: String,
    #[equals(format, message = "not like {member}")]
    equals: String,
    #[required(message = "needed")]
    required: Option<u8>,
    #[not_null(code = "null")]
    not_null: Patch<u8>,
    #[ascii(message = "")]
    ascii: String,
    #[each(length(max = 3, message = "{actual}"))]
    message: Vec<String>,
    #[equals(code)]
    same: u8,
    code: u8,
}

#[derive(Validate)]
#[check_async(is_free, message = "is taken")]
#[check_async(is_known)]
struct SignUp<T>(T);

async fn is_known<T>(_: &SignUp<T>, _: &()) -> Result<(), Custom> {
    Ok(())
}

async fn is_free<T>(_: &SignUp<T>, _: &()) -> Result<(), Custom> {
    Ok(())
}

#[derive(Validate)]
#[validate(members)]
struct Tuple(u8, #[sensitive] u8);

trait Parts {
    const PREFIX: &'static str;
    const MAX: usize;
}

#[derive(Validate)]
struct Generic<P: Parts> {
    #[prefix(P::PREFIX)]
    #[length(min = 1, max = P::MAX)]
    text: String,
    #[each(prefix(P::PREFIX), length(max = P::MAX))]
    list: Vec<String>,
    of: std::marker::PhantomData<P>,
}

struct Arn;

impl Parts for Arn {
    const PREFIX: &'static str = "arn:";
    const MAX: usize = 64;
}

#[derive(PartialEq)]
struct Mode {
    strict: bool,
}

#[derive(Validate)]
struct Conditions {
    #[when(Mode { strict: true } == Mode { strict: self.count < 3 }, required)]
    #[when(matches!(self.count, 1..=3), length(max = 3))]
    #[when(if self.count > 3 { true } else { false }, length(min = 1, max = 3))]
    #[when({ let count = self.count; count > 3 && self.list.iter().any(|it| *it < 3) }, ascii)]
    text: Option<String>,
    #[when(self.count < 3 || self.count > 6, max_items(3))]
    #[max_items(9)]
    list: Vec<u8>,
    count: u8,
}

fn sends<T: Send>(_: T) {}

fn main() {
    let _ = (Tuple::MEMBERS.0, Tuple::MEMBERS.1);
    sends(SignUp(3_u8).validate_async());
    let list = || vec!["arn:".to_owned()];
    let of = std::marker::PhantomData::<Arn>;
    assert!(Generic { text: "arn:".into(), list: list(), of }.is_valid());
    assert!(!Generic { text: "a".into(), list: list(), of }.is_valid());
    assert!(!Conditions { text: None, list: vec![], count: 1 }.is_valid());
    let plan = Plan { strict: true, max: 3 };
    let checked = Checked {
        number: None,
        text: Some(Box::new("A")),
        list: vec![4],
        map: HashMap::new(),
        password: "a".into(),
        confirmation: "b".into(),
        maybe: None,
    };
    assert!(checked.validate_with(&plan).unwrap_err().len() > 5);
    assert!(Choice::Tuple(1, 1).is_valid() && !Choice::Tuple(1, 2).is_valid());
    let choice = Choice::Named { password: "a".into(), confirmation: "a".into() };
    assert!(choice.is_valid() && Choice::Newtype(vec![]).is_valid());
}
