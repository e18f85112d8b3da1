//! What other libraries call a constraint.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[validate(email)]
    email: String,
    #[validate(url)]
    url: String,
    #[validate(ipv4)]
    ip: String,
    #[validate(phone_number)]
    phone: String,
    #[validate(credit_card)]
    card: String,
    #[validate(regex(path = "NAME"))]
    regex: String,
    #[validate(custom(function = "is_known"))]
    custom: String,
    #[validate(inner(length(max = 3)))]
    inner: Vec<String>,
    #[validate(must_match(other = "password"))]
    must_match: String,
    #[validate(matches(password))]
    matches: String,
    #[validate(does_not_contain(pattern = "x"))]
    does_not_contain: String,
    #[validate(non_control_character)]
    non_control_character: String,
    #[validate(non_empty)]
    not_empty: String,
    #[validate(enumerate("a", "b"))]
    enumerate: String,
    #[validate(minimum = 3)]
    minimum: u8,
    #[validate(max_length = 3)]
    max_length: String,
    #[validate(dive)]
    dive: Vec<Tag>,
    #[validate(alphanumeric)]
    alphanumeric: String,
    #[validate(starts_with("a"))]
    starts_with: String,
}

#[derive(Validate)]
struct Tag;

#[derive(Validate)]
#[validate(schema(function = "is_known"))]
struct Schema;

#[derive(Validate)]
#[validate(custom(is_known))]
struct OnAType;

fn main() {}
