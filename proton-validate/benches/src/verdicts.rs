//! Whether the contenders agree on what is allowed: a fast answer that is wrong is
//! no answer.

use serde_json::{Value, json};

use crate::{
    contenders::VALIDATING,
    inputs::{self, TYPICAL},
};

/// A request, and whether the model of the operation allows it.
struct Case {
    name: &'static str,
    body: Vec<u8>,
    is_allowed: bool,
}

/// A contender that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Which contender.
    pub contender: &'static str,
    /// About which case.
    pub case: &'static str,
    /// Whether the case is allowed.
    pub is_allowed: bool,
}

/// What all contenders were asked, and who was wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdicts {
    /// How many cases there are.
    pub cases: usize,
    /// In the order of the contenders.
    pub mistakes: Vec<Mistake>,
}

/// Asks all of them.
pub fn ask() -> Verdicts {
    let cases = cases();
    let wrong = |contender: &'static str, allows: fn(&[u8]) -> bool| {
        let wrong = cases.iter().filter(move |case| allows(&case.body) != case.is_allowed);
        wrong.map(move |case| Mistake { contender, case: case.name, is_allowed: case.is_allowed })
    };
    let mistakes = VALIDATING.iter().flat_map(|it| wrong(it.name, it.allows)).collect();
    Verdicts { cases: cases.len(), mistakes }
}

impl Verdicts {
    /// One line for each contender.
    pub fn lines(&self) -> Vec<String> {
        let head = format!("{} requests were given to every contender:", self.cases);
        let each = VALIDATING.iter().map(|it| self.line(it.name));
        [head].into_iter().chain(each).collect()
    }

    fn line(&self, contender: &str) -> String {
        let wrong = self.mistakes.iter().filter(|it| it.contender == contender);
        let wrong: Vec<String> = wrong
            .map(|it| format!("{} {}", if it.is_allowed { "refuses" } else { "allows" }, it.case))
            .collect();
        if wrong.is_empty() {
            return format!("  {contender}: right on all of them");
        }
        format!("  {contender}: wrong on {}: {}", wrong.len(), wrong.join("; "))
    }
}

fn cases() -> Vec<Case> {
    let inputs = inputs::all().into_iter().map(|input| Case {
        name: input.name,
        body: input.body.to_vec(),
        is_allowed: input.violations == 0,
    });
    inputs.chain(texts()).chain(tags()).chain(members()).chain(documents()).collect()
}

/// The typical request with one place changed.
fn changed(name: &'static str, is_allowed: bool, pointer: &str, value: Value) -> Case {
    let mut request: Value = serde_json::from_slice(TYPICAL.body).unwrap_or_default();
    if let Some(place) = request.pointer_mut(pointer) {
        *place = value;
    }
    Case { name, body: request.to_string().into_bytes(), is_allowed }
}

fn texts() -> Vec<Case> {
    let allowed = |name, pointer: &str, text: &str| changed(name, true, pointer, json!(text));
    let refused = |name, pointer: &str, text: &str| changed(name, false, pointer, json!(text));
    let role = |rest: &str| format!("arn:aws:iam::123456789012:role/{rest}");
    vec![
        allowed("an empty token", "/clientToken", ""),
        allowed("a token of 64", "/clientToken", &"~".repeat(64)),
        refused("a token of 65", "/clientToken", &"~".repeat(65)),
        refused("a token with a space", "/clientToken", "a b"),
        refused("a token with a letter that is not ASCII", "/clientToken", "é"),
        refused("a token that ends in a line feed", "/clientToken", "token\n"),
        refused("an account of eleven digits", "/managementAccountId", "12345678901"),
        refused("an account of thirteen digits", "/managementAccountId", "1234567890123"),
        refused("an account that ends in a line feed", "/managementAccountId", "123456789012\n"),
        refused("an account of wide digits", "/managementAccountId", "１２３４５６７８９０１２"),
        refused("an empty name", "/environmentName", ""),
        allowed("a name of 100", "/environmentName", &"n".repeat(100)),
        refused("a name of 101", "/environmentName", &"n".repeat(101)),
        refused("a name that begins with a hyphen", "/environmentName", "-name"),
        refused("a name that ends in a line feed", "/environmentName", "name\n"),
        refused("an empty role", "/roleArn", ""),
        allowed("a role in China", "/roleArn", "arn:aws-cn:iam::123456789012:role/a"),
        allowed("a role with a path", "/roleArn", &role("a/b:c/d")),
        allowed("a role with a name of 64", "/componentRoleArn", &role(&"r".repeat(64))),
        refused("a role with a name of 65", "/componentRoleArn", &role(&"r".repeat(65))),
        allowed("a role with a segment of 512", "/roleArn", &role(&("p".repeat(512) + "/r"))),
        refused("a role with a segment of 513", "/roleArn", &role(&("p".repeat(513) + "/r"))),
        refused("a role of more than 2048", "/codebuildRoleArn", &role(&("p/".repeat(1010) + "r"))),
        refused("a role with a letter that is not ASCII", "/roleArn", &role("é")),
        refused("a user in place of a role", "/roleArn", "arn:aws:iam::123456789012:user/a"),
    ]
}

fn tags() -> Vec<Case> {
    let tag = |key: &str, value: &str| json!({"key": key, "value": value});
    let many = |number| json!(vec![tag("k", "v"); number]);
    let one = |name, is_allowed, key: &str, value: &str| {
        changed(name, is_allowed, "/tags", json!([tag(key, value)]))
    };
    // One grapheme of two code points.
    let accented = "e\u{301}";
    vec![
        changed("no tags", true, "/tags", json!([])),
        changed("50 tags", true, "/tags", many(50)),
        changed("51 tags", false, "/tags", many(51)),
        one("an empty key", false, "", "v"),
        one("an empty value", true, "k", ""),
        one("a key of 128 crabs", true, &"🦀".repeat(128), "v"),
        one("a key of 129", false, &"k".repeat(129), "v"),
        one("a key of 130 code points in 65 graphemes", false, &accented.repeat(65), "v"),
        one("a value of 256 letters that are not ASCII", true, "k", &"é".repeat(256)),
        one("a value of 257", false, "k", &"v".repeat(257)),
        changed("a tag without a value", false, "/tags", json!([{"key": "k"}])),
        changed("a null among tags", false, "/tags", json!([null])),
        changed("a tag as a list", false, "/tags", json!([["k", "v"]])),
        changed("tags as an object", false, "/tags", json!({"k": "v"})),
    ]
}

fn members() -> Vec<Case> {
    let without = |name, member: &str| {
        let mut request: Value = serde_json::from_slice(TYPICAL.body).unwrap_or_default();
        request.as_object_mut().and_then(|object| object.remove(member));
        let is_allowed = !matches!(member, "managementAccountId" | "environmentName");
        Case { name, body: request.to_string().into_bytes(), is_allowed }
    };
    vec![
        without("no token", "clientToken"),
        without("no account", "managementAccountId"),
        without("no name", "environmentName"),
        changed("a null in place of an optional member", true, "/roleArn", json!(null)),
        changed("a null in place of a required member", false, "/environmentName", json!(null)),
        changed(
            "an account as a number",
            false,
            "/managementAccountId",
            json!(123_456_789_012_u64),
        ),
        changed("a token as a list", false, "/clientToken", json!([])),
    ]
}

fn documents() -> Vec<Case> {
    const BARE: &str = r#""managementAccountId": "123456789012", "environmentName": "prod""#;
    let case = |name, is_allowed, body: &str| Case { name, body: body.into(), is_allowed };
    vec![
        case("the required members only", true, &format!("{{{BARE}}}")),
        case("a member that is not known", true, &format!("{{{BARE}, \"later\": [1]}}")),
        case("a name given twice", false, &format!("{{{BARE}, \"environmentName\": \"test\"}}")),
        case(
            "a list in place of the request",
            false,
            r#"[null, "123456789012", null, "prod", null, null, null]"#,
        ),
        case("something after the request", false, &format!("{{{BARE}}} 1")),
        case("half a request", false, &format!("{{{BARE}")),
        case("an empty object", false, "{}"),
        case("null", false, "null"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ours_is_right_on_every_case() {
        let verdicts = ask();
        assert!(verdicts.mistakes.iter().all(|it| it.contender != "ours"), "{verdicts:?}");
    }

    #[test]
    fn each_change_is_one() {
        let typical: Value = serde_json::from_slice(TYPICAL.body).unwrap();
        let unchanged = cases().into_iter().skip(1).find(|case| {
            serde_json::from_slice::<Value>(&case.body).is_ok_and(|body| body == typical)
        });
        assert_eq!(unchanged.map(|case| case.name), None);
    }
}
